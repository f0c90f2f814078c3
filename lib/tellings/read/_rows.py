"""Rows to tables: a reader's NamedTuple is the schema of its table, full or empty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
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


@cache
def _hints(row_type: type) -> Mapping[str, Any]:
    return MappingProxyType(get_type_hints(row_type))


def dtypes(row_type: type) -> dict[str, str]:
    """The columns of the table that rows of this type make, in order, with the text after the offsets.

    >>> dtypes(Span)
    {'start': 'int64', 'end': 'int64', 'text': 'str'}
    """
    columns: dict[str, str] = {}
    for name, hint in _hints(row_type).items():
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
    return _frame(_columns([(text, rows)], row_type), dtypes(row_type))


def joined(parts: Sequence[tuple[str, str, Sequence[Any]]], row_type: type) -> pd.DataFrame:
    """The rows of several articles in one DataFrame: of each its name, its text and its rows.

    >>> joined([("a", "one two", [Span(4, 7)]), ("b", "six", [Span(0, 3)])], Span)
      article  start  end text
    0       a      4    7  two
    1       b      0    3  six
    """
    columns = _columns([(text, rows) for _, text, rows in parts], row_type)
    columns["article"] = [article for article, _, rows in parts for _ in rows]
    return _frame(columns, {"article": "str", **dtypes(row_type)})


def _columns(parts: Sequence[tuple[str, Sequence[Any]]], row_type: type) -> dict[str, Sequence[Any]]:
    made = zip(*(row for _, rows in parts for row in rows), strict=True)
    columns: dict[str, Sequence[Any]] = dict(zip(_hints(row_type), made, strict=False))
    columns["text"] = [text[row[0] : row[1]] for text, rows in parts for row in rows]
    return columns


def _frame(columns: Mapping[str, Sequence[Any]], kinds: Mapping[str, str]) -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series(columns.get(name, []), dtype=kind) for name, kind in kinds.items()})
