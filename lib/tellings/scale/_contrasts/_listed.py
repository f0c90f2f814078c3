"""The articles of a store as a corpus whose texts stay on disk until somebody asks for one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from tellings.corpus import Corpus
from tellings.corpus._assemble import ARTICLE_COLUMNS, DUPLICATE_COLUMNS, WARNING_COLUMNS, _table
from tellings.corpus._types import Duplicate
from tellings.errors import InputError
from tellings.scale._articles import InMemory
from tellings.scale._catalogue import tables_of
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
    """All articles with what was said of each at load, and those whose text is another's, letter for letter.

    Near copies are looked for in samples only.
    """
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
        copies(stored.articles),
    )


def copies(articles: pd.DataFrame) -> pd.DataFrame:
    """The articles whose text is that of an earlier one, as a corpus lists them.

    >>> found = copies(pd.DataFrame({"article": list("abc"), "text_sha256": ["1", "2", "1"]}))
    >>> found[["article", "other", "kind"]].values.tolist()
    [['c', 'a', 'exact']]
    """
    first = articles.groupby("text_sha256", sort=False)["article"].transform("first")
    pairs = zip(articles["article"], first, strict=True)
    rows = [Duplicate(one, other, "exact", 1.0)._asdict() for one, other in pairs if one != other]
    return _table(rows, DUPLICATE_COLUMNS)


def exceeds(path: Path, sample: int) -> bool:
    """Whether a path is of tables of more rows than that, told without loading them."""
    from pyarrow import ArrowException, parquet

    try:
        tables = tables_of([path]) if path.exists() else None
    except InputError:
        return False
    rows = 0
    for table in tables or []:
        try:
            if table.path.suffix.lower() == ".parquet":
                rows += parquet.read_metadata(table.path).num_rows
            else:
                with table.path.open("rb") as file:
                    rows += sum(1 for _ in file)
        except (OSError, ArrowException):
            return False
        if rows > sample:
            return True
    return False
