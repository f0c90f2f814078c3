"""Articles to be read: those of a corpus in memory. What is said here holds for a table on disk as well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import pandas as pd
import pyarrow as pa

from tellings.corpus import Corpus
from tellings.errors import InputError
from tellings.scale._loading import Given, Places, text_hash

Batch = Given | Places


class Articles(Protocol):
    """Articles in order, wherever their texts lie."""

    def __len__(self) -> int: ...

    @property
    def table(self) -> pd.DataFrame:
        """The articles' table, with ``text_sha256`` after the columns that a corpus's has."""

    @property
    def problems(self) -> pd.DataFrame:
        """What could not be loaded."""

    @property
    def views(self) -> dict[str, Any]:
        """What DuckDB queries as ``articles`` and ``texts``: an Arrow table, or a query over files."""

    def hashes(self) -> Iterator[bytes]:
        """The hash of each article's text, in order."""

    def batch(self, numbers: Sequence[int]) -> Batch:
        """The texts of the articles of these numbers, to be sent to whoever reads them."""

    def corpus(self, articles: Sequence[str] | None) -> Corpus:
        """The articles of these ids, or all, as a corpus in memory."""


@dataclass(frozen=True, repr=False)
class InMemory:
    """The articles of a corpus."""

    loaded: Corpus
    _texts: list[str] = field(init=False)
    _hashes: list[bytes] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_texts", [self.loaded.text(article) for article in self.loaded])
        object.__setattr__(self, "_hashes", [text_hash(text) for text in self._texts])

    def __len__(self) -> int:
        return len(self.loaded)

    @property
    def table(self) -> pd.DataFrame:
        """The corpus's own table, with the hash of each text."""
        return self.loaded.articles.assign(
            text_sha256=pd.Series([h.hex() for h in self._hashes], dtype="str")
        )

    @property
    def problems(self) -> pd.DataFrame:
        """What could not be loaded."""
        return self.loaded.problems

    @property
    def views(self) -> dict[str, Any]:
        """The two tables, in memory."""
        rows = self.table.assign(number=range(len(self)))
        named = pa.Table.from_pandas(rows[["article", "outlet", "date"]], preserve_index=False)
        texts = named.append_column("text", pa.array(self._texts, pa.string()))
        return {"articles": pa.Table.from_pandas(rows, preserve_index=False), "texts": texts}

    def hashes(self) -> Iterator[bytes]:
        """The hash of each article's text."""
        return iter(self._hashes)

    def batch(self, numbers: Sequence[int]) -> Batch:
        """The texts themselves."""
        return Given(tuple(self._texts[number] for number in numbers))

    def corpus(self, articles: Sequence[str] | None) -> Corpus:
        """The corpus, or a part of it with what was said of that part, in the corpus's order."""
        return self.loaded if articles is None else part_of(self.loaded, articles)


def part_of(corpus: Corpus, articles: Sequence[str]) -> Corpus:
    """A corpus of some of the articles of another, in its order; the texts and ids are the same."""
    for article in articles:
        corpus.text(article)  # says so where there is none
    wanted = set(articles)
    kept = [article for article in corpus if article in wanted]
    if not kept:
        raise InputError("No article was named. Give at least one id, or none at all for every article.")
    duplicates = corpus.duplicates
    return Corpus(
        _only(corpus.articles, wanted),
        {article: corpus.text(article) for article in kept},
        corpus.problems,
        _only(corpus.warnings, {*wanted, ""}),
        _only(duplicates[duplicates["other"].isin(wanted)], wanted),
    )


def _only(table: pd.DataFrame, articles: set[str]) -> pd.DataFrame:
    return table[table["article"].isin(articles)].reset_index(drop=True)
