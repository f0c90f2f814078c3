"""Every reader's table as Parquet, typed as it is in Python: what a CSV cannot carry."""

from __future__ import annotations

import io
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from tellings._handover import STORE

if TYPE_CHECKING:
    from tellings.corpus import Corpus
    from tellings.read import Reading

FOLDER = "spans"
MOST = 1_000
"""Articles up to which a report carries them: past that they stay in the store, which holds the same."""


def spans(corpus: Corpus, handed: Mapping[str, str], codebook: str) -> dict[str, bytes]:
    """The bytes of ``spans/READER.parquet`` for each reader, by name: the rows of all articles of the report.

    They come out of the store that the notebooks have read from, where there is one. None past :data:`MOST` articles.
    """
    if len(corpus) > MOST:
        return {}
    reading = _reading(corpus, handed.get(STORE, ""), codebook)
    return {f"{FOLDER}/{name.replace('_', '-')}.parquet": _parquet(reading, name) for name in reading.tables}


def _reading(corpus: Corpus, store: str, codebook: str) -> Reading:
    if store:
        stored = import_module("tellings.scale").read(corpus, store=store, codebook=codebook, progress=False)
        found: Reading = stored.reading()
        return found
    from tellings.read import all as read_all

    return read_all(corpus, codebook=codebook)


def _parquet(reading: Reading, name: str) -> bytes:
    """The table without pandas' note of its own version: the same rows are the same bytes."""
    table = pa.Table.from_pandas(reading.tables[name], preserve_index=False).replace_schema_metadata(None)
    file = io.BytesIO()
    pq.write_table(table, file, compression="zstd")
    return file.getvalue()
