"""Tables on disk to articles in a store: each unit loaded by a worker, then names that are unique among all."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from tellings.corpus import _assemble, _load, _names
from tellings.corpus._assemble import ARTICLE_COLUMNS
from tellings.corpus._find import File, find
from tellings.corpus._types import Article, Problem, Source
from tellings.errors import InputError
from tellings.scale import _account, _files, _units, _versions
from tellings.scale._engines import Engine
from tellings.scale._loading import PROBLEMS, Load, load_unit
from tellings.scale._on_disk import PUBLIC, OnDisk, content
from tellings.scale._progress import Bar
from tellings.scale._store import ARTICLES, Store
from tellings.scale._units import Unit

ENDINGS = (".parquet", ".jsonl", ".ndjson")
_STRINGS = tuple(name for name in PUBLIC if ARTICLE_COLUMNS.get(name, "str") == "str")
_OF_UNIT = ("name", "outlet", "title", "date", "url", "language", "path", "row", "sha256", "chars", "words",
            "encoding", "notes", "text_sha256", "unit", "place", "warnings")  # fmt: skip
_SCHEMA = pa.schema(
    [
        *((name, pa.string() if name in _STRINGS else pa.int64()) for name in PUBLIC),
        ("unit", pa.int64()), ("place", pa.int64()), ("number", pa.int64()), ("warnings", pa.string()),
    ]
)  # fmt: skip
# All that the loader asks of an article to see whether its id may be made different: that it is a row.
_ROW = Article(Source("", "", row=1), "", "", "", ())


def tables_of(paths: Sequence[Path]) -> list[File] | None:
    """The tables among the paths, a folder of nothing but tables being all of them; None where there is other."""
    every: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(
                one for one in path.rglob("*") if one.is_file() and not one.name.startswith((".", "_"))
            )
            if not inside or not all(one.suffix.lower() in ENDINGS for one in inside):
                return None
            every += inside
        elif path.suffix.lower() in ENDINGS:
            every.append(path)
        else:
            return None
    return find(every).tables


def catalogue(files: Sequence[File], store: Store, engine: Engine, bar: Bar) -> OnDisk:
    """The articles of tables, loaded into the store where they are not there yet.

    Raises :class:`tellings.errors.InputError` for a table without a column for the text, and where no article
    at all could be loaded.
    """
    contents = [(file.name, content(file.path)) for file in files]
    source = _versions.digest(json.dumps([_versions.loader(), contents]))
    folder = store.folder / ARTICLES / source
    found = _finished(folder)
    if found is None:
        units, problems = _cut(files, folder)
        texts = _loaded(units, folder, engine, bar)
        told = [list(_problems([path])) for path in texts]
        rows = [parquet.read_metadata(path).num_rows for path in texts]
        _account.check(units, list(zip(rows, told, strict=True)))
        found = _finish(folder, texts, [*problems, *chain(*told)], [file.path for file in files])
    return found


def _finished(folder: Path) -> OnDisk | None:
    """What has been loaded already, if all of it is as it was written."""
    for path in sorted(folder.glob("articles-*.parquet")):
        if _files.sound(path):
            names = json.loads(parquet.read_schema(path).metadata[b"files"])
            files = tuple(folder / name for name in names)
            if all(map(_files.sound, files)):
                return OnDisk(path, files)
    return None


def _cut(files: Sequence[File], folder: Path) -> tuple[list[Unit], list[Problem]]:
    """The units of all tables; written down, so that tables are not run through again after a stop."""
    for path in sorted(folder.glob("units-*.json")):
        if _files.sound(path):
            known = json.loads(path.read_bytes())
            where = {file.name: str(file.path) for file in files}
            units = [
                Unit(where[name], name, group, begin, end, first, _pairs(taken))
                for name, (group, begin, end, first), taken in known[0]
            ]
            return units, [Problem(*problem) for problem in known[1]]
    cut = [_units.cut(file) for file in files]
    units = [unit for table in cut for unit in table.units]
    problems = [problem for table in cut for problem in table.problems]
    said = [(unit.name, (unit.group, unit.begin, unit.end, unit.first), unit.taken) for unit in units]
    _files.write_named(folder, "units", ".json", json.dumps([said, problems]).encode())
    return units, problems


def _pairs(taken: Sequence[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((field, column) for field, column in taken)


def _loaded(units: Sequence[Unit], folder: Path, engine: Engine, bar: Bar) -> list[Path]:
    """The file of each unit's articles, in order; those that are there and sound are not made again."""
    there = {
        int(path.name.split("-")[1]): path
        for path in sorted(folder.glob("texts-*.parquet"))
        if _files.sound(path)
    }
    missing = [Load(number, unit, str(folder)) for number, unit in enumerate(units) if number not in there]
    with bar.stage("loading", len(missing), "units"):
        for done in engine.run(load_unit, missing):
            there[done.number] = folder / done.file
            bar.update(1)
    return [there[number] for number in range(len(units))]


def _problems(texts: Sequence[Path]) -> Iterator[Problem]:
    for path in texts:
        yield from (Problem(*said) for said in json.loads(parquet.read_schema(path).metadata[PROBLEMS]))


def _finish(folder: Path, texts: Sequence[Path], problems: list[Problem], given: list[Path]) -> OnDisk:
    """The articles' table, in which ids and outlets are unique over all units."""
    names, outlets = _named(texts)
    problems.sort(key=lambda problem: problem.file.partition(", row")[0])
    if not names:
        raise InputError(_load._nothing(given, problems))
    ids = _names.ids(names)
    known = {outlet: {"outlet": outlet} for outlet in set(outlets) if outlet}
    outlets = _assemble._outlets(names, [known.get(outlet or "", {}) for outlet in outlets])
    repeated = _assemble._repeated(names, [_ROW] * len(names))
    said = {number: [note.kind, note.message] for number, note in repeated.items()}
    files = json.dumps([path.name for path in texts]).encode()
    schema = _SCHEMA.with_metadata({PROBLEMS: json.dumps(problems).encode(), b"files": files})
    sink = pa.BufferOutputStream()
    with parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
        for table in _rows(texts, ids, outlets, said):
            writer.write_table(table)
    path = _files.write_named(folder, "articles", ".parquet", bytes(sink.getvalue()))
    return OnDisk(path, tuple(texts))


def _named(texts: Sequence[Path]) -> tuple[list[str], list[Any]]:
    names: list[str] = []
    outlets: list[Any] = []
    for path in texts:
        table = parquet.read_table(path, columns=["name", "outlet"])
        names += table["name"].to_pylist()
        outlets += table["outlet"].to_pylist()
    return names, outlets


def _rows(
    texts: Sequence[Path], ids: Sequence[str], outlets: Sequence[str], said: dict[int, list[str]]
) -> Iterator[pa.Table]:
    first = 0
    for path in texts:
        table = parquet.read_table(path, columns=list(_OF_UNIT))
        numbers = range(first, first + len(table))
        columns = {name: table[name] for name in _OF_UNIT}
        columns["article"] = pa.array(ids[first : numbers.stop], pa.string())
        columns["outlet"] = pa.array(outlets[first : numbers.stop], pa.string())
        columns["number"] = pa.array(numbers, pa.int64())
        columns["warnings"] = pa.array(
            [
                _with(warned, said.get(number))
                for number, warned in zip(numbers, table["warnings"].to_pylist(), strict=True)
            ],
            pa.string(),
        )
        first = numbers.stop
        if len(table):
            yield pa.table({name: columns[name] for name in _SCHEMA.names})


def _with(warned: str | None, more: list[str] | None) -> str | None:
    return json.dumps([*json.loads(warned or "[]"), more]) if more else warned
