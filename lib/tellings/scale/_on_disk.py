"""Articles of tables on disk, loaded once into a store and never held in memory all at a time."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from pyarrow import parquet

from tellings.corpus import Corpus
from tellings.corpus._assemble import (
    ARTICLE_COLUMNS,
    DUPLICATE_COLUMNS,
    PROBLEM_COLUMNS,
    WARNING_COLUMNS,
    _copy_warning,
    _table,
)
from tellings.corpus._duplicates import duplicates
from tellings.corpus._types import Problem, Warned
from tellings.errors import InputError
from tellings.scale._articles import Batch
from tellings.scale._loading import PROBLEMS, Places
from tellings.scale._store import HASH

PUBLIC = (*ARTICLE_COLUMNS, "text_sha256")


@dataclass(frozen=True, repr=False)
class OnDisk:
    """Articles in a store: ``catalogue`` has a row an article, ``files`` the texts, a file a unit."""

    catalogue: Path
    files: tuple[Path, ...]

    def __len__(self) -> int:
        return int(parquet.read_metadata(self.catalogue).num_rows)

    @property
    def table(self) -> pd.DataFrame:
        """All articles, without their texts."""
        return _frame(parquet.read_table(self.catalogue, columns=list(PUBLIC)))

    @property
    def problems(self) -> pd.DataFrame:
        """What could not be loaded, in the order of the tables' names."""
        known = parquet.read_schema(self.catalogue).metadata[PROBLEMS]
        return _table([Problem(*said)._asdict() for said in json.loads(known)], PROBLEM_COLUMNS)

    @property
    def views(self) -> dict[str, Any]:
        """Queries over the files."""
        catalogue, texts = listed([self.catalogue]), listed(self.files)
        return {
            "articles": f"SELECT {', '.join(PUBLIC)}, number FROM read_parquet({catalogue})",
            "texts": f"SELECT a.article, a.outlet, a.date, t.text FROM read_parquet({texts}) t "
            f"JOIN read_parquet({catalogue}) a ON a.unit = t.unit AND a.place = t.place",
        }

    def hashes(self) -> Iterator[bytes]:
        """The hash of each article's text."""
        file = parquet.ParquetFile(self.catalogue)
        for batch in file.iter_batches(columns=["text_sha256"]):
            data = bytes.fromhex("".join(batch.column(0).to_pylist()))
            yield from (data[begin : begin + HASH] for begin in range(0, len(data), HASH))

    def batch(self, numbers: Sequence[int]) -> Batch:
        """Where the texts lie, as stretches of files."""
        return Places(tuple(self._stretches(numbers)))

    def corpus(self, articles: Sequence[str] | None) -> Corpus:
        """The articles of these ids, or all, as :func:`tellings.load` has them, in their own order."""
        rows = self._rows(articles)
        numbers = rows["number"].to_pylist()
        texts = dict(zip(rows["article"].to_pylist(), self.batch(numbers).texts(), strict=True))
        pairs = duplicates(texts)
        warned = [*_warned(rows), *map(_copy_warning, pairs)]
        order = {name: number for number, name in enumerate(texts)}
        warned.sort(key=lambda warning: order[warning.article])
        return Corpus(
            _frame(rows.select(list(ARTICLE_COLUMNS))),
            texts,
            self.problems,
            _table([warning._asdict() for warning in warned], WARNING_COLUMNS),
            _table([pair._asdict() for pair in pairs], DUPLICATE_COLUMNS),
        )

    def _rows(self, articles: Sequence[str] | None) -> pa.Table:
        if articles is None:
            return parquet.read_table(self.catalogue)
        wanted = list(dict.fromkeys(articles))
        if not wanted:
            raise InputError("No article was named. Give at least one id, or none at all for every article.")
        rows = parquet.read_table(self.catalogue, filters=[("article", "in", wanted)])
        if missing := set(wanted) - set(rows["article"].to_pylist()):
            raise InputError(f"No article has the id {min(missing)!r}. `.articles` lists those there are.")
        return rows

    @cached_property
    def _where(self) -> tuple[Any, Any]:
        """The unit and the place of each article, by its number."""
        known = parquet.read_table(self.catalogue, columns=["unit", "place"])
        return known["unit"].to_numpy().astype(np.int32), known["place"].to_numpy().astype(np.int32)

    @cached_property
    def _by_unit(self) -> dict[int, str]:
        return {int(re.split("-", path.name)[1]): str(path) for path in self.files}

    def _stretches(self, numbers: Sequence[int]) -> Iterator[tuple[str, int, int]]:
        units, places = self._where
        at = [(int(units[number]), int(places[number])) for number in numbers]
        for (unit, _), run in groupby(enumerate(at), key=lambda item: (item[1][0], item[1][1] - item[0])):
            found = [place for _, (_, place) in run]
            yield self._by_unit[unit], found[0], found[-1] + 1


def listed(paths: Sequence[Path]) -> str:
    """Paths as DuckDB's SQL has a list of them."""
    return "[" + ", ".join("'" + str(path).replace("'", "''") + "'" for path in paths) + "]"


def content(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _frame(table: pa.Table) -> pd.DataFrame:
    known = {**ARTICLE_COLUMNS, "text_sha256": "str"}
    return pd.DataFrame(
        {
            name: table[name].to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get).astype(known[name])
            for name in table.column_names
        }
    )


def _warned(rows: pa.Table) -> Iterator[Warned]:
    for article, said in zip(rows["article"].to_pylist(), rows["warnings"].to_pylist(), strict=True):
        yield from (Warned(article, kind, message) for kind, message in json.loads(said or "[]"))
