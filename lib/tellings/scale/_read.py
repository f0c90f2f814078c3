"""The front door of the scale: a source in, its readings in a store out."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tellings.corpus import Corpus, load
from tellings.errors import InputError, ParameterError
from tellings.read._all import READERS
from tellings.scale import _versions
from tellings.scale._articles import Articles, InMemory
from tellings.scale._catalogue import catalogue, tables_of
from tellings.scale._coverage import Coverage
from tellings.scale._engines import Engine
from tellings.scale._engines import engine as engine_of
from tellings.scale._progress import Bar, Told
from tellings.scale._store import Store, open_store
from tellings.scale._stored import Stored
from tellings.scale._work import Task, make

AnyPath = str | os.PathLike[str]


def read(
    source: Corpus | AnyPath | Iterable[AnyPath],
    *,
    store: AnyPath | Store | None = None,
    engine: str = "serial",
    workers: int | None = None,
    scheduler: str | None = None,
    readers: Iterable[str] | None = None,
    codebook: str = "policy",
    progress: bool | Told | None = None,
) -> Stored:
    """Read articles into a store, each text once and for all, and return what the store has of them.

    ``source`` is a corpus, or a ``.parquet`` or ``.jsonl`` table (or several, or a folder of them), which is read
    in parts and never held in memory whole; anything else that :func:`tellings.load` takes is loaded by it.
    ``store`` is a folder; without one ``TELLINGS_STORE`` names it, or else it lies in the user's folder for
    caches. ``readers`` are names as in :func:`tellings.read.all` (default: every reader); ``codebook`` is the one
    whose cues ``frames`` and ``primary_frames`` hold.

    ``engine`` is ``"serial"``, ``"processes"`` (as many as ``workers``, or as there are processors) or ``"dask"``
    (the workers of the ``scheduler`` at that address, or ``workers`` processes of this machine); all three write
    the same bytes. Only what the store has not is read: texts are known by their SHA-256, tables by the state of
    the reader, of the word lists and packages it rests on, and of the codebook. A part that is spoilt is read
    again. Stopped at any time, it goes on from there the next time; each worker loses at most the part it was at.

    ``progress`` True draws a bar on standard error, False none (default: on a terminal only); or it is a function
    called with the stage, what is done and how much there is. In a script of your own, call the engine
    ``processes`` under ``if __name__ == "__main__":``, as ``concurrent.futures`` needs it.

    Raises :class:`tellings.errors.InputError` for articles or a codebook that cannot be read,
    :class:`tellings.errors.ParameterError` for a reader that does not exist and
    :class:`tellings.errors.ScaleError` for a store or an engine that cannot be used.

    >>> import tempfile, tellings as tl
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     stored = read(tl.load("seeds"), store=folder, readers=["quotes", "gaps"])
    ...     len(stored), stored.readers, len(stored.reading().quotes) > 0
    (2, ('gaps', 'quotes'), True)
    """
    chosen = _chosen(readers)
    keys = {reader: _versions.key(reader, codebook) for reader in chosen}
    kept = store if isinstance(store, Store) else open_store(store)
    bar = Bar(progress)
    power = engine_of(engine, workers=workers, scheduler=scheduler)
    try:
        articles = _articles(source, kept, power, bar)
        files = _read(articles, kept, keys, codebook, power, bar)
    finally:
        power.close()
    for reader, key in keys.items():
        kept.explain(reader, key, _versions.depends(reader, codebook))
    return Stored(kept, articles, files, keys, codebook)


def _chosen(readers: Iterable[str] | None) -> tuple[str, ...]:
    if readers is None:
        return tuple(READERS)
    if isinstance(readers, str):
        readers = [readers]
    wanted = set(readers)
    for name in sorted(wanted):
        if name not in READERS:
            near = difflib.get_close_matches(str(name), READERS, n=1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            raise ParameterError(f"There is no reader {name!r}.{hint} There are: {', '.join(READERS)}.")
    if not wanted:
        raise ParameterError("No reader was named. Give at least one, or none at all for every reader.")
    return tuple(name for name in READERS if name in wanted)


def _articles(source: Any, store: Store, engine: Engine, bar: Bar) -> Articles:
    if isinstance(source, Corpus):
        return InMemory(source)
    if isinstance(source, (str, os.PathLike)):
        source = [source]
    if not isinstance(source, Iterable) or isinstance(source, (bytes, dict)):
        raise InputError(f"Articles are a corpus, a path or a list of paths, not {type(source).__name__}.")
    paths = [Path(path).expanduser() for path in source]
    tables = tables_of(paths) if paths and all(path.exists() for path in paths) else None
    return InMemory(load(paths)) if tables is None else catalogue(tables, store, engine, bar)


def _read(
    articles: Articles, store: Store, keys: Mapping[str, str], codebook: str, engine: Engine, bar: Bar
) -> dict[str, tuple[Path, ...]]:
    """Read what the store has not, and name the files that hold everything, in the articles' order."""
    wanted: dict[bytes, int] = {}
    for number, text in enumerate(articles.hashes()):
        wanted.setdefault(text, number)
    coverage = Coverage(store, wanted, keys, engine)
    files = {
        reader: [(coverage.first(part.cover), part.path) for part in coverage.chosen(reader)]
        for reader in keys
    }
    tasks, firsts, total = _tasks(articles, store, keys, codebook, coverage, wanted)
    with bar.stage("reading", total, "articles"):
        for made in engine.run(make, tasks):
            for reader, path in made.files:
                files[reader].append((firsts[made.cover], Path(path)))
            bar.update(made.texts)
    return {reader: tuple(path for _, path in sorted(found)) for reader, found in files.items()}


def _tasks(
    articles: Articles,
    store: Store,
    keys: Mapping[str, str],
    codebook: str,
    coverage: Coverage,
    wanted: Mapping[bytes, int],
) -> tuple[list[Task], dict[str, int], int]:
    """What is left to read, the number of the first text of each task, and how many texts there are in all."""
    tasks, firsts, total = [], {}, 0
    for readers, texts in coverage.left():
        numbers = [wanted[text] for text in texts]
        cover = _versions.digest(b"".join(texts))
        under = tuple((reader, keys[reader]) for reader in readers)
        tasks.append(Task(str(store.folder), articles.batch(numbers), cover, under, codebook))
        firsts[cover] = numbers[0]
        total += len(texts)
    return tasks, firsts, total
