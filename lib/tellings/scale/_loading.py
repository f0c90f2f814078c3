"""One unit of a table, loaded: its articles as :func:`tellings.load` makes them, written into the store."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa

from tellings.corpus import _assemble, _load, _tables
from tellings.corpus._checks import SILENT
from tellings.corpus._types import Article, Problem
from tellings.scale import _account, _files, _units
from tellings.scale._units import Unit

PROBLEMS = b"problems"
_STRINGS = (
    "name", "outlet", "title", "date", "url", "language", "path", "sha256", "encoding", "notes", "text_sha256",
    "text", "warnings",
)  # fmt: skip
_NUMBERS = ("row", "chars", "words", "unit", "place")
SCHEMA = pa.schema([*((name, pa.string()) for name in _STRINGS), *((name, pa.int64()) for name in _NUMBERS)])
_GROUP = 500  # articles of a row group, so that a few texts can be had without the rest


class Load(NamedTuple):
    """A unit to load, and the folder for what comes of it."""

    number: int
    unit: Unit
    folder: str


class Loaded(NamedTuple):
    """The file that a unit's articles are in, and how many articles and problems there were."""

    number: int
    file: str
    articles: int
    problems: int


def load_unit(task: Load) -> Loaded:
    """Load a unit's articles and write them down, with what could not be loaded."""
    problems: list[Problem] = []
    tables = list(_tables_of(task, problems))
    table = pa.concat_tables(tables).replace_schema_metadata({PROBLEMS: json.dumps(problems).encode()})
    if task.unit.group == _units.BYTES:
        _account.check_lines(task.unit, _units.data(task.unit), len(table) + len(problems))
    data = _files.as_parquet(table, group=_GROUP)
    path = _files.write_named(Path(task.folder), f"texts-{task.number:06}", ".parquet", data)
    return Loaded(task.number, path.name, len(table), len(problems))


def _tables_of(task: Load, problems: list[Problem]) -> Iterator[pa.Table]:
    """A unit's articles, some hundreds at a time, so that Python's rows of few are there at once."""
    rows: list[dict[str, Any]] = []
    place = 0
    for found in _articles(task.unit):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        rows.append({**_row(found), "unit": task.number, "place": place})
        place += 1
        if len(rows) == _GROUP:
            yield pa.Table.from_pylist(rows, schema=SCHEMA)
            rows = []
    yield pa.Table.from_pylist(rows, schema=SCHEMA)


def text_hash(text: str) -> bytes:
    """The SHA-256 of a text as loaded, in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def _articles(unit: Unit) -> Iterator[Article | Problem]:
    taken = dict(unit.taken)
    for row in _units.rows(unit):
        source = _tables._source(unit.file, row, taken)
        yield source if isinstance(source, Problem) else _load._read(source, _load.MAX_BYTES)


def _row(article: Article) -> dict[str, Any]:
    fields = article.source.fields
    row, notes = _assemble._row(article, fields)
    warnings = [(note.kind, note.message) for note in notes if note.kind not in SILENT]
    return {
        **row,
        "name": _assemble._own_name(article),
        "outlet": fields.get("outlet"),
        "text": article.text,
        "text_sha256": text_hash(article.text).hex(),
        "warnings": json.dumps(warnings) if warnings else None,
    }


class Places(NamedTuple):
    """Texts by where they lie: files of loaded units, and in each the places from one to before another."""

    files: tuple[tuple[str, int, int], ...]

    def texts(self) -> list[str]:
        """The texts, in order."""
        return [text for path, begin, end in self.files for text in _texts(path, begin, end)]


class Given(NamedTuple):
    """Texts as they are."""

    given: tuple[str, ...]

    def texts(self) -> list[str]:
        """The texts, in order."""
        return list(self.given)


def _texts(path: str, begin: int, end: int) -> list[str]:
    """Texts of a file one after another, of which only the row groups that hold them are read."""
    groups = range(begin // _GROUP, (end - 1) // _GROUP + 1)
    table = _units.open_parquet(path).read_row_groups(list(groups), columns=["text"])
    texts: list[str] = table["text"].slice(begin - groups[0] * _GROUP, end - begin).to_pylist()
    return texts
