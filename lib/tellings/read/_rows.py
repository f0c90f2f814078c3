"""Rows to tables: a reader's NamedTuple is the schema of its table, full or empty."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, get_type_hints

import pandas as pd

# What a reader's annotation becomes in its table. Offsets that may be missing need pandas' nullable integers.
DTYPES: dict[Any, str] = {
    int: "int64",
    float: "float64",
    bool: "bool",
    str: "str",
    int | None: "Int64",
    float | None: "float64",
    str | None: "str",
}


class Span(NamedTuple):
    """A stretch of a text: ``text[start:end]``."""

    start: int
    end: int


def dtypes(row_type: type) -> dict[str, str]:
    """The columns of the table that rows of this type make, in order, with the text after the offsets.

    >>> dtypes(Span)
    {'start': 'int64', 'end': 'int64', 'text': 'str'}
    """
    columns: dict[str, str] = {}
    for name, hint in get_type_hints(row_type).items():
        columns[name] = DTYPES[hint]
        if name == "end":
            columns["text"] = "str"
    return columns


def table(text: str, rows: Sequence[Any], row_type: type) -> pd.DataFrame:
    """The rows as a DataFrame with ``text[start:end]`` beside each, in the order given.

    >>> table("one two", [Span(4, 7)], Span)
       start  end text
    0      4    7  two
    """
    names = list(get_type_hints(row_type))
    columns: dict[str, Iterable[Any]] = dict(zip(names, zip(*rows, strict=True), strict=True)) if rows else {}
    columns["text"] = [text[row[0] : row[1]] for row in rows]
    return pd.DataFrame(
        {name: pd.Series(columns.get(name, []), dtype=dtype) for name, dtype in dtypes(row_type).items()}
    )
