"""Rows of the readers as Arrow tables, and back to the DataFrames that :func:`tellings.read.all` gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import chain, repeat
from typing import Any, get_type_hints

import pandas as pd
import pyarrow as pa

from tellings.read._all import READERS
from tellings.read._rows import DTYPES, dtypes

KEY = "sha256"
"""The column that says which text a row is from: the SHA-256 of the text as loaded, in UTF-8."""
BULK = "tellings.scale._bulk"
"""The module that reads many texts at once, for the readers named in its ``NAMES``."""

TYPES: Mapping[str, pa.DataType] = {
    "int64": pa.int64(), "Int64": pa.int64(), "float64": pa.float64(), "bool": pa.bool_(), "str": pa.string(),
}  # fmt: skip
_HASHES = pa.dictionary(pa.int32(), pa.string())


@cache
def in_bulk() -> frozenset[str]:
    """The readers that are read many texts at once."""
    if find_spec(BULK) is None:
        return frozenset()
    names: Iterable[str] = import_module(BULK).NAMES
    return frozenset(names)


@cache
def schema(reader: str) -> pa.Schema:
    """The columns of a reader's stored tables: the text's hash, then the reader's own, in their order.

    >>> schema("paragraphs").names
    ['sha256', 'start', 'end', 'text']
    """
    columns = [(name, TYPES[dtype]) for name, dtype in dtypes(READERS[reader].row).items()]
    return pa.schema([(KEY, _HASHES), *columns])


class Rows:
    """The rows of one reader, gathered text by text, as the columns of a table."""

    def __init__(self, reader: str) -> None:
        self._reader = reader
        self._names = list(get_type_hints(READERS[reader].row))
        self._columns: dict[str, list[Any]] = {name: [] for name in [*self._names, "text"]}
        self._of: list[int] = []

    def add(self, number: int, text: str, rows: Sequence[Any]) -> None:
        """Take the rows found in the text of this number."""
        if rows:
            for name, values in zip(self._names, zip(*rows, strict=True), strict=True):
                self._columns[name].extend(values)
            self._columns["text"].extend([text[row[0] : row[1]] for row in rows])
            self._of.extend(repeat(number, len(rows)))

    def table(self, hashes: Sequence[str]) -> pa.Table:
        """All rows so far; ``hashes`` are those of the texts by number."""
        wanted = schema(self._reader)
        arrays = [
            pa.array(self._columns[field.name], field.type, from_pandas=pa.types.is_floating(field.type))
            for field in wanted
            if field.name != KEY
        ]
        return pa.Table.from_arrays([keys(self._of, hashes), *arrays], schema=wanted)


def keys(numbers: Any, hashes: Sequence[str]) -> pa.DictionaryArray:
    """The column of hashes for rows of the texts of these numbers."""
    return pa.DictionaryArray.from_arrays(pa.array(numbers, pa.int32()), pa.array(hashes, pa.string()))


def from_bulk(reader: str, found: pa.Table, hashes: Sequence[str]) -> pa.Table:
    """A table of the bulk readers, which numbers its texts, in the form that is stored."""
    wanted = schema(reader)
    numbers = found["article"].combine_chunks().cast(pa.int32())
    if isinstance(numbers, pa.ChunkedArray):
        numbers = pa.concat_arrays(numbers.chunks) if numbers.num_chunks else pa.array([], pa.int32())
    columns = [found[field.name].cast(field.type) for field in wanted if field.name != KEY]
    return pa.Table.from_arrays([keys(numbers, hashes), *columns], schema=wanted)


def frame(reader: str, table: pa.Table, articles: Iterable[Any]) -> pd.DataFrame:
    """A stored table, without its hashes, as the DataFrame of a reading, ``articles`` in front."""
    columns = {"article": "str", **dtypes(READERS[reader].row)}
    found = table.drop_columns([KEY]).add_column(0, "article", pa.array(articles, pa.string()))
    made = {name: _series(found[name], dtype) for name, dtype in columns.items()}
    return pd.DataFrame(made)


def _series(column: pa.ChunkedArray, dtype: str) -> pd.Series[Any]:
    whole = {pa.int64(): pd.Int64Dtype()} if dtype == "Int64" else {}
    found: pd.Series[Any] = column.to_pandas(types_mapper=whole.get).astype(dtype)
    return found


def known() -> tuple[str, ...]:
    """The dtypes that readers' rows may have; all have a type in Arrow."""
    return tuple(dict.fromkeys(chain(DTYPES.values())))
