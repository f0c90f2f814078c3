"""The store that articles are read from, where there is one: the runner names it to its kernels.

The variable may be set by hand too: then every notebook and script that reads a corpus takes what that store has,
and adds what it has not.
"""

from __future__ import annotations

import os
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from tellings._pages import PAGES
from tellings.errors import ScaleError

STORE = "TELLINGS_STORE"
BEGAN = time.time()
"""When this process took the kit's sources in: what is changed after that is not what it runs."""
SAMPLE = 300
"""Articles that a page lists at the most, unless told to list more."""
ONCE = 12
"""Articles from which on a run reads them once for all its notebooks, unless told to."""

_DONE = {"reading": "read", "loading": "loaded", "counting": "counted"}
_TABLES = (".parquet", ".jsonl", ".ndjson")


def stored(corpus: Any, codebook: str) -> Any:
    """The reading of a corpus out of the store that the environment names; None where it names none.

    A store that cannot be used is warned of, and None: the readers find the same without it.
    """
    if not os.environ.get(STORE):
        return None
    try:
        return import_module("tellings.scale").read(corpus, codebook=codebook, progress=False).reading()
    except ScaleError as error:
        warnings.warn(f"{STORE}: {error} Read without it.", stacklevel=3)
        return None


@dataclass(frozen=True, kw_only=True)
class Once:
    """How a run reads its articles once for all notebooks: the store's folder (none: one of its own), the engine."""

    store: str | os.PathLike[str] | None = None
    engine: str | None = None
    workers: int | None = None
    scheduler: str | None = None
    sample: int = SAMPLE

    def load(self, articles: Path) -> Any:
        """The articles as a corpus; those of a table that is too large to be listed stay where they are."""
        if _may_be_large(articles):
            opening = import_module("tellings.scale._contrasts._open")
            if opening.exceeds(articles, self.sample):
                return articles
        return import_module("tellings.corpus").load(articles)

    @contextmanager
    def read(
        self, corpus: Any, codebook: str, progress: Callable[[str, str], None]
    ) -> Iterator[tuple[Any, Mapping[str, str]]]:
        """Have what :meth:`load` gave read, and give it as a corpus, and what to tell the kernels of it."""
        store = self.store or os.environ.get(STORE)
        large = isinstance(corpus, Path) or len(corpus) > self.sample
        asked = store or self.engine or self.workers or self.scheduler or large
        if not asked and len(corpus) < ONCE:
            yield corpus, {STORE: ""}
        elif store:
            yield self._fill(store, corpus, codebook, progress)
        else:
            with tempfile.TemporaryDirectory(prefix="tellings-store-", ignore_cleanup_errors=True) as folder:
                yield self._try(folder, corpus, codebook, progress, asked=bool(asked))

    def _try(
        self,
        folder: str,
        corpus: Any,
        codebook: str,
        progress: Callable[[str, str], None],
        *,
        asked: bool,
    ) -> tuple[Any, Mapping[str, str]]:
        """As asked; or, where nobody has, only where it goes: the notebooks can read for themselves."""
        try:
            return self._fill(folder, corpus, codebook, progress)
        except ScaleError:
            if asked:
                raise
            return corpus, {STORE: ""}

    def _fill(
        self,
        store: str | os.PathLike[str],
        corpus: Any,
        codebook: str,
        progress: Callable[[str, str], None],
    ) -> tuple[Any, Mapping[str, str]]:
        def tell(stage: str, done: int, total: int) -> None:
            progress("articles", f"{done:,} of {total:,} {_DONE.get(stage, stage)}")

        folder = os.fspath(Path(store).expanduser().absolute())
        engine = self.engine or ("dask" if self.scheduler else "processes")
        taken = import_module("tellings.scale._contrasts._open").taken(
            corpus,
            sample=self.sample,
            store=folder,
            engine=engine,
            workers=self.workers,
            scheduler=self.scheduler,
            codebook=codebook,
            progress=tell,
        )
        # Of many articles the side-by-side page shows one event: rows elsewhere have no mark there to lead to.
        return taken, {STORE: folder, **({PAGES: ""} if len(taken) > self.sample else {})}


def _may_be_large(articles: Path) -> bool:
    """Whether it is worth a look how many rows there are: a table, or a folder that begins with one."""
    if articles.is_dir():
        first = next(
            (path for path in articles.rglob("*") if path.is_file() and path.name[0] not in "._"), None
        )
        return first is not None and first.suffix.lower() in _TABLES
    return articles.suffix.lower() in _TABLES
