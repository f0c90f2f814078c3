"""Rows one after another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd


def each(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows of a table with its columns as attributes.

    >>> [row.frame for row in each(pd.DataFrame({"frame": ["health"]}))]
    ['health']
    """
    yield from frame.itertuples()
