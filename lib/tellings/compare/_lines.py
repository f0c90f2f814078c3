"""Spans of many articles placed among one another: every text behind the last, as if all were one line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Ints = NDArray[np.int64]


class Numbers(NamedTuple):
    """A sentence a span: its row in the table of sentences, and its number within its article; -1 for none."""

    row: Ints
    within: Ints


class Lines:
    """The texts of all articles as one line, on which the spans of several tables (``article, start, end``) have places."""

    def __init__(self, tables: Sequence[pd.DataFrame]) -> None:
        self._known = pd.Index(pd.concat([table["article"] for table in tables]).unique())
        self._width = 2 + max((int(table["end"].max()) for table in tables if len(table)), default=0)

    def _at(self, table: pd.DataFrame, column: str) -> Ints:
        found = self._known.get_indexer(pd.Index(table["article"])) * self._width
        return np.asarray(found + table[column].to_numpy(), dtype=np.int64)

    def sentence_of(self, rows: pd.DataFrame, sentences: pd.DataFrame) -> Numbers:
        """The sentence in which each span begins."""
        starts, begins = self._at(sentences, "start"), self._at(rows, "start")
        order = np.argsort(starts, kind="stable")
        found = np.searchsorted(starts[order], begins, side="right") - 1
        article = begins // self._width
        first = np.searchsorted(starts[order], article * self._width, side="left")
        within = found - first
        row = np.append(order, -1)[np.where(within < 0, -1, found)]
        return Numbers(row, np.asarray(within, dtype=np.int64))

    def covered(self, rows: pd.DataFrame, said: pd.DataFrame) -> Ints:
        """How many characters of each span stand within those of ``said``."""
        starts, ends = self._at(said, "start"), self._at(said, "end")
        order = np.lexsort((ends, starts))
        # Each stretch without what those before it cover already: so a character counts once, whatever overlaps.
        ends = np.maximum.accumulate(ends[order])
        starts = np.maximum(starts[order], np.append(0, ends)[:-1])
        total = np.append(0, np.cumsum(ends - starts))
        starts, ends = np.append(starts, np.iinfo(np.int64).max), np.append(ends, np.iinfo(np.int64).max)

        def until(places: Ints) -> Ints:
            full = np.searchsorted(ends, places, side="right")
            return np.asarray(total[full] + np.maximum(0, places - starts[full]))

        return until(self._at(rows, "end")) - until(self._at(rows, "start"))


Columns = Mapping[str, list[Any]]
"""Columns of one article's rows, as lists; None for what is missing."""


def columns_by_article(rows: pd.DataFrame, names: Sequence[str]) -> Callable[[str], Columns]:
    """Some columns of the rows of any one article, found without a look at all the others."""
    codes, articles = pd.factorize(rows["article"])
    order = np.argsort(codes, kind="stable")
    bounds = np.append(0, np.cumsum(np.bincount(codes, minlength=len(articles)))).tolist()
    told = {name: _listed(rows[name].take(order)) for name in names}
    number = {article: place for place, article in enumerate(articles)}

    def of(article: str) -> Columns:
        place = number.get(article)
        part = slice(0, 0) if place is None else slice(bounds[place], bounds[place + 1])
        return {name: column[part] for name, column in told.items()}

    return of


def _listed(column: pd.Series) -> list[Any]:
    """The values of a column, None for what is missing."""
    found: list[Any] = column.tolist()
    if not column.hasnans:
        return found
    return [None if missing else value for value, missing in zip(found, column.isna(), strict=True)]
