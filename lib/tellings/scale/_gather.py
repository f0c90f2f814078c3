"""Rows of chosen articles out of a reader's files, in the order of a reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import parquet

from tellings.corpus import Corpus
from tellings.errors import ScaleError
from tellings.scale._arrow import KEY, frame, schema
from tellings.scale._loading import text_hash
from tellings.scale._store import Store


def table(reader: str, files: Sequence[Path], corpus: Corpus, store: Store) -> pd.DataFrame:
    """A reader's table of a corpus's articles, as :func:`tellings.read.all` gives it."""
    articles = list(corpus)
    hashes = [text_hash(corpus.text(article)).hex() for article in articles]
    found = _rows(reader, files, set(hashes))
    begins, ends = _stretches(found)
    spans = [(begins.get(text, 0), ends.get(text, 0)) for text in hashes]
    order = np.concatenate([np.arange(begin, end) for begin, end in spans] or [np.arange(0)])
    lengths = [end - begin for begin, end in spans]
    names = np.repeat(np.array(articles, dtype=object), lengths)
    if len(order) != len(found) or not np.array_equal(order, np.arange(len(found))):
        found = found.take(pa.array(order, pa.int64()))
    return frame(reader, found, names)


def _rows(reader: str, files: Sequence[Path], wanted: set[str]) -> pa.Table:
    parts = [schema(reader).empty_table()]
    texts = pa.array(sorted(wanted), pa.string())
    for path in files:
        part = _opened(path, texts)
        kept = pc.is_in(part[KEY].cast(pa.string()), texts)
        parts.append(part if pc.all(kept, min_count=0).as_py() else part.filter(kept))
    return pa.concat_tables(parts).unify_dictionaries()


def _opened(path: Path, texts: pa.Array) -> pa.Table:
    """The row groups of a file that have any of the texts."""
    try:
        with parquet.ParquetFile(path) as file:
            groups = list(range(file.num_row_groups))
            if len(groups) > 1:
                groups = [group for group in groups if _holds(file, group, texts)]
            return file.read_row_groups(groups)
    except (OSError, pa.ArrowException):
        raise ScaleError(
            f"{path} is gone or spoilt since it was read. Read again: the store mends itself."
        ) from None


def _holds(file: Any, group: int, texts: pa.Array) -> bool:
    column = file.read_row_group(group, columns=[KEY])[KEY]
    return bool(pc.any(pc.is_in(column.cast(pa.string()), texts), min_count=0).as_py())


def _stretches(found: pa.Table) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Where the rows of each text begin and end; they stand together, as they were written."""
    column = found[KEY].combine_chunks()
    if isinstance(column, pa.ChunkedArray):
        column = pa.concat_arrays(column.chunks) if column.num_chunks else pa.array([], column.type)
    codes = column.indices.to_numpy(zero_copy_only=False)
    if not len(codes):
        return {}, {}
    names = column.dictionary.to_pylist()
    begins = np.flatnonzero(np.r_[True, codes[1:] != codes[:-1]])
    ends = np.r_[begins[1:], len(codes)]
    texts = [names[codes[begin]] for begin in begins]
    return dict(zip(texts, begins.tolist(), strict=True)), dict(zip(texts, ends.tolist(), strict=True))
