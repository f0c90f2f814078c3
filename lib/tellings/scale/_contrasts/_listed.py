"""The articles of a store as a corpus whose texts stay on disk until somebody asks for one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import pandas as pd

from tellings.corpus import Corpus
from tellings.corpus._assemble import ARTICLE_COLUMNS, DUPLICATE_COLUMNS, WARNING_COLUMNS, _table
from tellings.scale._articles import InMemory
from tellings.scale._on_disk import OnDisk, _warned

if TYPE_CHECKING:
    from tellings.scale._stored import Stored


class _Texts(Mapping[str, str]):
    def __init__(self, stored: Stored, articles: pd.Series) -> None:
        self._stored = stored
        self._numbers = {str(article): number for number, article in enumerate(articles)}

    def __getitem__(self, article: str) -> str:
        (text,) = self._stored._articles.batch([self._numbers[article]]).texts()
        return text

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


def listed(stored: Stored) -> Corpus:
    """All articles with what was said of each at load; that two repeat each other is looked for in samples only."""
    kept = stored._articles
    if isinstance(kept, InMemory):
        return kept.loaded
    articles = stored.articles[list(ARTICLE_COLUMNS)]
    warned = list(_warned(kept._rows(None))) if isinstance(kept, OnDisk) else []
    return Corpus(
        articles,
        _Texts(stored, articles["article"]),
        stored.problems,
        _table([warning._asdict() for warning in warned], WARNING_COLUMNS),
        _table([], DUPLICATE_COLUMNS),
    )
