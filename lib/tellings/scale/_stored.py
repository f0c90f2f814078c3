"""What a store has of a source's articles: files to query, and readings as of a corpus in memory."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pandas as pd

from tellings.corpus import Corpus
from tellings.errors import ParameterError
from tellings.read import Reading
from tellings.scale import _gather, _query, _versions
from tellings.scale._articles import Articles
from tellings.scale._store import Store, readable

_LISTED = 10


@dataclass(frozen=True, eq=False, repr=False)
class Stored:
    """Articles and what the readers found in them, in files; :func:`tellings.scale.read` makes one.

    ``files(reader)`` are Parquet files with a column ``sha256`` (of the text as loaded, in UTF-8; ``articles``
    has it as ``text_sha256``) and the reader's own columns; ``connect()`` has them joined to the articles, for
    SQL; ``reading(articles)`` is what :func:`tellings.read.all` gives for those articles.

    >>> import tempfile, tellings as tl
    >>> folder = tempfile.TemporaryDirectory()
    >>> stored = tl.scale.read("seeds", store=folder.name, readers=["quotes"], progress=False)
    >>> len(stored.articles), stored.readers
    (2, ('quotes',))
    """

    store: Store
    _articles: Articles
    _files: Mapping[str, tuple[Path, ...]]
    keys: Mapping[str, str]
    codebook: str

    @property
    def articles(self) -> pd.DataFrame:
        """The articles in order: the columns of ``corpus.articles``, then ``text_sha256``."""
        return self._articles.table

    @cached_property
    def state(self) -> str:
        """What all that is derived from the articles depends on: which they are, in order, and every reader's key."""
        table = self.articles
        said = table[["article", "outlet", "date", "text_sha256"]].to_csv(index=False)
        return _versions.digest(json.dumps([said, dict(sorted(self.keys.items()))]))

    @property
    def problems(self) -> pd.DataFrame:
        """What was meant as an article and could not be loaded: ``file``, ``reason``, ``advice``."""
        return self._articles.problems

    @property
    def readers(self) -> tuple[str, ...]:
        """The readers whose tables it has."""
        return tuple(self._files)

    @property
    def size(self) -> int:
        """Bytes of the readers' files."""
        return sum(path.stat().st_size for files in self._files.values() for path in files)

    def files(self, reader: str) -> tuple[Path, ...]:
        """The files of a reader's rows: no text in two of them, in the articles' order of first texts."""
        self._known(reader)
        return self._files[reader]

    def path(self, reader: str) -> Path:
        """The folder that a reader's files lie in; it may hold files of other articles too."""
        self._known(reader)
        return self.store.folder / reader / self.keys[reader]

    def connect(self, *, memory: str | None = None, threads: int | None = None) -> Any:
        """A DuckDB connection with a view a reader, and ``articles`` and ``texts``.

        A reader's view has ``article, outlet, date`` and the reader's columns; ``articles`` the columns of
        :attr:`articles` and ``number``, their order from 0; ``texts`` has ``article, outlet, date, text``. A text
        that several articles share counts for each of them. ``memory`` (``"2GB"``) is what DuckDB may use before
        it writes to disk, beside the store's tables; ``threads`` how many it may run. Rows come in no order
        unless asked for.
        """
        return _query.connection(self, self._articles.views, memory=memory, threads=threads)

    def corpus(self, articles: Sequence[str] | None = None) -> Corpus:
        """The articles of these ids, or all, as a corpus in memory, in their own order."""
        return self._articles.corpus([articles] if isinstance(articles, str) else articles)

    def reading(self, articles: Sequence[str] | None = None) -> Reading:
        """The reading of these articles, or of all: as :func:`tellings.read.all`, for the readers there are."""
        corpus = self.corpus(articles)
        tables = {
            reader: _gather.table(reader, self._files[reader], corpus, self.store) for reader in self.readers
        }
        return Reading(corpus, MappingProxyType(tables))

    def said(self) -> str:
        """What was read, for people: articles, problems, rows a reader, and where they lie."""
        problems = self.problems
        listed = [f"  {row.file}: {row.reason}. {row.advice}" for row in problems.head(_LISTED).itertuples()]
        more = [f"  … and {len(problems) - _LISTED:,} more"] if len(problems) > _LISTED else []
        head = f"{len(self):,} articles read, {len(problems):,} that could not be"
        rows = [f"{reader:<15} {_query.rows(files):>14,} rows" for reader, files in self._files.items()]
        return "\n".join([head, *listed, *more, *rows, f"{readable(self.size)} in {self.store.folder}"])

    def __len__(self) -> int:
        return len(self._articles)

    def __repr__(self) -> str:
        readers = f"{len(self.readers)} reader{'s' * (len(self.readers) != 1)}"
        articles = f"{len(self):,} article{'s' * (len(self) != 1)}"
        return f"<Stored: {articles}, {readers}, {readable(self.size)} in {self.store.folder}>"

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><th scope='row'>{reader}</th><td>{len(files)}</td><td>{_query.rows(files):,}</td></tr>"
            for reader, files in self._files.items()
        )
        head = "<tr><th scope='col'>reader</th><th scope='col'>files</th><th scope='col'>rows</th></tr>"
        return f"<p>{escape(repr(self)[1:-1])}</p><table><thead>{head}</thead><tbody>{rows}</tbody></table>"

    def _known(self, reader: str) -> None:
        if reader not in self._files:
            raise ParameterError(
                f"The reader {reader!r} has no tables here. There are: {', '.join(self.readers)}."
            )
