"""Whose words: the outlet's own, a speaker's that it quotes, a caption's, or furniture."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from tellings.read import Reading

VOICES = ("outlet", "quoted", "caption", "furniture")


def voiced(reading: Reading, name: str) -> pd.DataFrame:
    """A reader's table with the sentence, the outlet and the voice of each span beside it (:func:`placed`).

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.compare.voiced(reading, "captions")["voice"].unique().tolist()
    ['caption']
    """
    return reading.once(_voiced, name)


def _voiced(reading: Reading, name: str) -> pd.DataFrame:
    return placed(reading, reading.tables[name])


def placed(reading: Reading, rows: pd.DataFrame) -> pd.DataFrame:
    """Spans of articles (``article, start, end``) with ``outlet``, ``sentence`` and ``voice`` beside each.

    ``sentence`` is the number of the sentence in which the span begins, -1 where there is none. ``voice`` is
    ``quoted`` where at least half of the span stands within direct speech, else ``caption`` or ``furniture``
    where its sentence is one, else ``outlet``. Captions are never counted as the outlet's prose, and quoted
    words never as its own.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> placed = tl.compare.placed(reading, reading.dates)
    >>> set(placed["voice"]) <= set(tl.compare.VOICES)
    True
    """
    outlets = reading.corpus.articles.set_index("article")["outlet"]
    sentences, said = by_article(reading.sentences), by_article(spoken(reading.quotes))
    parts = [
        _placed(part, sentences(str(article)), said(str(article)))
        for article, part in rows.groupby("article", sort=False)
    ]
    empty = rows.assign(sentence=pd.Series([], dtype="int64"), voice=pd.Series([], dtype="str"))
    found = pd.concat(parts).loc[rows.index] if parts else empty
    return found.assign(outlet=found["article"].map(outlets).astype("str"))


def by_article(rows: pd.DataFrame) -> Callable[[str], pd.DataFrame]:
    """The rows of any one article, found without a look at all the others."""
    parts = {str(article): part for article, part in rows.groupby("article", sort=False)}
    return lambda article: parts.get(article, rows.iloc[:0])


def spoken(quotes: pd.DataFrame) -> pd.DataFrame:
    """The direct quotations as they stand between their marks, each stretch once.

    A quotation that its reporting clause interrupts has a row as a whole (``joined``) and one a piece: the pieces
    hold the words that were said, the whole also what stands between them.
    """
    return quotes[(quotes["kind"] == "direct") & quotes["level"].isin(["whole", "piece"])]


def _placed(rows: pd.DataFrame, sentences: pd.DataFrame, said: pd.DataFrame) -> pd.DataFrame:
    number = sentence_of(rows["start"].to_numpy(), sentences)
    # A span before the first sentence has number -1 and so takes the last of these, the one put there for it.
    part = np.append(sentences["part"].to_numpy(dtype=object), "prose")[number]
    voice = np.where(part == "prose", "outlet", part)
    voice = np.where(_covered(rows, said) * 2 >= (rows["end"] - rows["start"]).clip(lower=1), "quoted", voice)
    return rows.assign(sentence=number, voice=pd.Series(voice, index=rows.index, dtype="str"))


def sentence_of(starts: np.ndarray, sentences: pd.DataFrame) -> np.ndarray:
    """The number of the sentence that each offset lies in, within one article; -1 before the first."""
    return np.searchsorted(sentences["start"].to_numpy(), starts, side="right") - 1


def _covered(rows: pd.DataFrame, said: pd.DataFrame) -> np.ndarray:
    """How many characters of each row stand within the spans of ``said``, which do not overlap one another."""
    length = int(max(rows["end"].max(), said["end"].max() if len(said) else 0)) + 1
    inside = np.zeros(length + 1, dtype=np.int64)
    for start, end in zip(said["start"], said["end"], strict=True):
        inside[start + 1 : end + 1] = 1
    total = np.cumsum(inside)
    return np.asarray(total[rows["end"].to_numpy()] - total[rows["start"].to_numpy()])
