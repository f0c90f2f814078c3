"""Stance by outlet and person: whom an outlet speaks well or ill of, in its own words and in those it quotes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from tellings.compare._intervals import FEWEST, bootstrap_means
from tellings.compare._lines import Columns, columns_by_article
from tellings.compare._persons import canonical
from tellings.compare._voice import placed, spoken

if TYPE_CHECKING:
    from tellings.read import Reading

_MENTIONS = {
    "article": "str", "outlet": "str", "person": "str", "voice": "str", "start": "int64", "end": "int64",
    "text": "str", "sentence": "int64", "paragraph": "int64", "sentence_text": "str", "stance": "str",
    "negative": "float64", "positive": "float64",
}  # fmt: skip
_STANCES = {
    "outlet": "str", "person": "str", "voice": "str", "sentences": "int64", "negative": "int64", "neutral": "int64",
    "positive": "int64", "net": "float64", "low": "float64", "high": "float64", "units": "int64", "unit": "str",
    "clear": "bool",
}  # fmt: skip
_OF_MENTION = ("outlet", "person", "voice", "start", "end", "text", "sentence")
_LONGEST = 6_000  # characters of an endless sentence that a mention is judged in
_LABELS = {"negative": -1.0, "neutral": 0.0, "positive": 1.0}


class _Part(NamedTuple):
    """What one article's mentions are judged in: its text, its sentences, and what is quoted in it."""

    text: str
    sentences: Columns
    starts: list[int]
    ends: list[int]


def stances(reading: Reading) -> pd.DataFrame:
    """The stance towards every person named in prose, one row a person, sentence and voice.

    Each voice is judged by its own words alone: for a person whom the outlet names, the direct quotations in the
    sentence are left out; for one named inside a quotation, all that stands outside it. Captions and furniture
    do not count, nor do pronouns: a sentence that says only *she* is not a sentence on her here.

    Returns ``article, outlet, person`` (one name per person in the corpus), ``voice`` (``outlet`` or ``quoted``),
    ``start, end, text`` (the mention judged: the person's first in the sentence and voice), ``sentence``,
    ``paragraph``, ``sentence_text`` (of one without end what stands about the mention), ``stance`` (``negative``,
    ``neutral`` or ``positive``; :func:`tellings.read.stance`), and ``negative`` and ``positive``, the scores against
    neutral's 0.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> set(tl.compare.stances(reading)["stance"]) <= {"negative", "neutral", "positive"}
    True
    """
    return reading.once(_stances)


def _stances(reading: Reading) -> pd.DataFrame:
    people = placed(reading, canonical(reading.people))
    prose = people[people["voice"].isin(["outlet", "quoted"]) & (people["sentence"] >= 0)]
    prose = prose.drop_duplicates(["article", "person", "sentence", "voice"])
    sentences = columns_by_article(reading.sentences, ("start", "end", "paragraph", "text"))
    said = columns_by_article(spoken(reading.quotes), ("start", "end"))
    mentions = columns_by_article(prose, _OF_MENTION)
    rows: list[tuple[object, ...]] = []
    for article in prose["article"].unique().tolist():
        part = _part(reading.corpus.text(article), sentences(article), said(article))
        rows += _judged(part, article, mentions(article))
    return pd.DataFrame(rows, columns=list(_MENTIONS)).astype(_MENTIONS)


def _part(text: str, sentences: Columns, said: Columns) -> _Part:
    return _Part(text, sentences, sorted(said["start"]), sorted(said["end"]))


def _judged(part: _Part, article: str, mentions: Columns) -> Iterator[tuple[object, ...]]:
    from tellings.read._stance import judge  # here: compare is read before the readers' weights are wanted

    told = list(zip(*part.sentences.values(), strict=True))
    for outlet, person, voice, start, end, text, number in zip(*mentions.values(), strict=True):
        first, last, paragraph, sentence = told[number]
        if last - first > _LONGEST:
            first, last = _around(start, first, last)
            sentence = part.text[first:last]
        own = _in_voice(part, first, max(last, end), quoted=voice == "quoted")
        found = judge(own, start - first, end - first)
        yield (
            article, outlet, person, voice, start, end, text, number, paragraph, sentence,
            found.label, found.negative, found.positive,
        )  # fmt: skip


def _around(place: int, first: int, last: int) -> tuple[int, int]:
    """The stretch of an endless sentence that a mention is judged in; mentions near one another share it."""
    third = _LONGEST // 3
    begin = first + max(0, (place - first) // third - 1) * third
    return begin, min(last, begin + _LONGEST)


def _in_voice(part: _Part, start: int, end: int, *, quoted: bool) -> str:
    """A sentence with the words of the other voice blanked out, so that every offset stays."""
    pieces: list[str] = []
    at = start
    for place in range(bisect_right(part.ends, start), bisect_left(part.starts, end)):
        opens, closes = max(part.starts[place], at), min(part.ends[place], end)
        if opens < closes:
            pieces += [part.text[at:opens], part.text[opens:closes]]
            at = closes
    pieces.append(part.text[at:end])
    return "".join(
        piece if (number % 2 == 1) == quoted else " " * len(piece) for number, piece in enumerate(pieces)
    )


def stance(
    reading: Reading,
    *,
    least: int = 1,
    resamples: int = 2000,
    confidence: float = 0.95,
    seed: int = 0,
) -> pd.DataFrame:
    """How each outlet speaks of each person: sentences against, neutral and for, its own words and quoted apart.

    ``net`` is the share of sentences for the person less the share against, from -1 to 1. A quotation counts as
    the words of whom it quotes: an outlet that quotes a critic has not criticised. The interval is a percentile
    bootstrap over whole articles, or over paragraphs where one article names the person; ``unit`` says which. Fewer
    than six units cannot tell anything apart: then ``low`` and ``high`` are missing. The interval holds what a
    different choice of articles would change, not the reader's own errors: about three labels in ten are not the
    ones people give. ``clear`` is whether the interval leaves out 0.

    ``least`` leaves out the outlets' people with fewer sentences. Returns a row an outlet, person and voice:
    ``outlet, person, voice, sentences, negative, neutral, positive`` (counts), ``net, low, high, units, unit,
    clear``; the person in the most sentences first. :func:`stances` has the sentences themselves.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> stance = tl.compare.stance(reading, resamples=200)
    >>> set(stance["outlet"]) <= set(reading.corpus.outlets)
    True
    """
    judged = stances(reading)
    judged["value"] = judged["stance"].map(_LABELS).astype("float64")
    rows = [
        (*key, *_summary(part, resamples, confidence, seed))
        for key, part in judged.groupby(["outlet", "person", "voice"], sort=False)
        if len(part) >= least
    ]
    found = pd.DataFrame(rows, columns=list(_STANCES)).astype(_STANCES)
    every = found.groupby("person")["sentences"].transform("sum")
    order = found.assign(every=every).sort_values(
        ["every", "person", "outlet", "voice"], ascending=[False, True, True, True], kind="stable"
    )
    return order.drop(columns="every").reset_index(drop=True)


def _summary(part: pd.DataFrame, resamples: int, confidence: float, seed: int) -> tuple[object, ...]:
    unit = "article" if part["article"].nunique() > 1 else "paragraph"
    units = int(part[unit].nunique())
    low = high = float("nan")
    if units >= FEWEST:
        means = bootstrap_means(part["value"], part[unit], resamples=resamples, seed=seed)
        low, high = (float(x) for x in np.quantile(means, [(1 - confidence) / 2, (1 + confidence) / 2]))
    counts = [int((part["stance"] == label).sum()) for label in _LABELS]
    return len(part), *counts, float(part["value"].mean()), low, high, units, unit, low > 0 or high < 0
