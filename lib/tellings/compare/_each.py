"""A table's rows, one after another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd


def each(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows as named tuples. Their types are the table's, which a type checker cannot know.

    >>> [row.word for row in each(pd.DataFrame({"word": ["tax", "boat"]}))]
    ['tax', 'boat']
    """
    return frame.itertuples()
