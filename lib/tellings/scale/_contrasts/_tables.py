"""The counted tables of a store: made where they are missing, and a DuckDB connection that has them as views."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tellings.scale import _files, _versions
from tellings.scale._contrasts import _blocks, _derive, _tallies
from tellings.scale._contrasts._derive import READS, Counted
from tellings.scale._engines import engine as engine_of
from tellings.scale._on_disk import listed
from tellings.scale._progress import Bar, Told

if TYPE_CHECKING:
    from tellings.scale._stored import Stored


def counted(
    stored: Stored,
    names: Sequence[str],
    *,
    engine: str = "serial",
    workers: int | None = None,
    scheduler: str | None = None,
    progress: bool | Told | None = None,
) -> dict[str, tuple[Path, ...]]:
    """The files of these tables, in the articles' order; what is missing or spoilt is counted first."""
    keys = {name: _key(name, stored.state) for name in names}
    covers = {first: _versions.digest(f"{stored.state} {first}") for first in _blocks.firsts(stored)}
    found = {name: _there(stored, name, key, covers) for name, key in keys.items()}
    if any(len(have) < len(covers) for have in found.values()):
        readers = tuple(dict.fromkeys(reader for name in names for reader in READS[name]))
        tasks = []
        for block in _blocks.blocks(stored, readers, _blocks.names_of(stored)):
            lacking = tuple((name, key) for name, key in keys.items() if block.first not in found[name])
            if lacking:
                tasks.append(Counted(block, covers[block.first], lacking))
        for name, (first, path) in _made(tasks, engine, workers, scheduler, progress):
            found[name][first] = path
    return {name: tuple(path for _, path in sorted(have.items())) for name, have in found.items()}


def _there(stored: Stored, name: str, key: str, covers: Mapping[int, str]) -> dict[int, Path]:
    """The files of a table that are there and sound, by the first article of their block."""
    first = {cover: number for number, cover in covers.items()}
    parts = [part for part in stored.store.parts(name, key) if part.cover in first]
    return {first[part.cover]: part.path for part in parts if _files.sound(part.path)}


def _made(
    tasks: Sequence[Counted],
    engine: str,
    workers: int | None,
    scheduler: str | None,
    progress: bool | Told | None,
) -> Iterator[tuple[str, tuple[int, Path]]]:
    if not tasks:
        return
    power, bar = engine_of(engine, workers=workers, scheduler=scheduler), Bar(progress)
    try:
        with bar.stage("counting", sum(len(task.block.articles) for task in tasks), "articles"):
            for done in power.run(_derive.count, tasks):
                yield from ((name, (done.first, Path(path))) for name, path in done.files)
                bar.update(done.articles)
    finally:
        power.close()


def _key(name: str, state: str) -> str:
    of = dict(_versions._of_modules(_derive.modules(name)))
    own = [_versions.digest(_versions.source(module.__name__)) for module in (_derive, _tallies)]
    return _versions.digest(f"{name} {state} {own} {sorted(of.items())}")


@contextmanager
def connected(
    stored: Stored, names: Sequence[str], *, memory: str | None = None, threads: int | None = None
) -> Iterator[Any]:
    """A connection with the counted tables as views of their names, beside the readers' and the articles'."""
    files = counted(stored, names)
    with stored.connect(memory=memory, threads=threads) as connection:
        for name, paths in files.items():
            connection.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet({listed(paths)})")
        yield connection
