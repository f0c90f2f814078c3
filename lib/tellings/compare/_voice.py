"""Whose words: the outlet's own, a speaker's that it quotes, a caption's, or furniture."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from tellings.compare._lines import Lines

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
    sentences, said = reading.sentences, spoken(reading.quotes)
    lines = Lines([rows, sentences, said])
    number = lines.sentence_of(rows, sentences)
    # A span before the first sentence has number -1 and so takes the last of these, the one put there for it.
    part = np.append(sentences["part"].to_numpy(dtype=object), "prose")[number.row]
    voice = np.where(part == "prose", "outlet", part)
    length = (rows["end"] - rows["start"]).clip(lower=1).to_numpy()
    voice = np.where(lines.covered(rows, said) * 2 >= length, "quoted", voice)
    return rows.assign(
        sentence=number.within,
        voice=pd.Series(voice, index=rows.index, dtype="str"),
        outlet=rows["article"].map(outlets).astype("str"),
    )


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
