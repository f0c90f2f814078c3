"""Sentiment by outlet: its own words and the words it quotes apart, and how far the figures can be told apart."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from tellings.compare._intervals import bootstrap_means
from tellings.compare._voice import voiced

if TYPE_CHECKING:
    from tellings.read import Reading


OWN_WORDS = 4  # a sentence has to have so many words of the outlet's own to have a tone of its own: "he said" has none
_ALPHA = 15.0  # of VADER's normalisation


def sentence_tone(reading: Reading) -> pd.DataFrame:
    """VADER's score of every sentence of prose, the outlet's own words and the words it quotes apart.

    A sentence that quotes a few words has a row for each voice: its score is made from the shares of the words of
    that voice alone (:func:`tellings.read.vader_words`), so that a quoted *disaster* is not the outlet's. A sentence
    counts as the outlet's where at least four of its words are.

    Returns a row a sentence and voice: ``article, outlet, start, end, text, sentence, paragraph``; ``voice``, ``outlet``
    or ``quoted``; ``compound``, from -1 to 1; ``words``, how many words of the voice; ``whole``, whether the sentence is
    of one voice, so that ``compound`` is VADER's own score of it; ``score``, that of the whole sentence.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tones = tl.compare.sentence_tone(reading)
    >>> tones["outlet"].unique().tolist()
    ['The Daily Kestrel', 'The Morning Sextant']
    """
    scores = placed_sentences(reading)
    key = ["article", "sentence", "voice"]
    tokens = voiced(reading, "tokens")
    words = tokens[tokens["word"]].groupby(key).size().rename("words")
    shares = voiced(reading, "vader_words").groupby(key)["share"].sum().rename("share")
    parts = words.reset_index().merge(shares.reset_index(), how="left", on=key).fillna({"share": 0.0})
    parts = parts[
        (parts["voice"] == "quoted") | ((parts["voice"] == "outlet") & (parts["words"] >= OWN_WORDS))
    ]
    parts["whole"] = (
        parts["words"]
        == parts.merge(_lengths(words), how="left", on=["article", "sentence"])["all"].to_numpy()
    )
    found = parts.merge(scores, on=["article", "sentence"], how="inner")
    emphasis = np.where(found["whole"], found["emphasis"], 0.0)
    total = found["share"] + np.sign(found["share"]) * emphasis
    columns = [
        "article",
        "outlet",
        "start",
        "end",
        "text",
        "sentence",
        "paragraph",
        "voice",
        "compound",
        "words",
        "whole",
        "score",
    ]
    found = found.assign(score=found["compound"], compound=(total / np.sqrt(total**2 + _ALPHA)).round(4))
    place = {article: number for number, article in enumerate(reading.corpus)}
    order = found.assign(place=found["article"].map(place)).sort_values(
        ["place", "start", "voice"], kind="stable"
    )
    return order[columns].reset_index(drop=True)


def placed_sentences(reading: Reading) -> pd.DataFrame:
    """VADER's scores of the sentences of prose, whoever's words they are, with ``outlet`` and ``paragraph``.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> rows = tl.compare.placed_sentences(reading)
    >>> set(rows["outlet"]) == set(reading.corpus.outlets)
    True
    """
    outlets = reading.corpus.articles.set_index("article")["outlet"]
    scores = reading.vader.assign(paragraph=reading.sentences["paragraph"].to_numpy())
    prose = scores[(reading.sentences["part"] == "prose").to_numpy()]
    return prose.assign(outlet=prose["article"].map(outlets).astype("str"))


def _lengths(words: pd.Series) -> pd.DataFrame:
    return words.groupby(["article", "sentence"]).sum().rename("all").reset_index()


def tone(
    reading: Reading, *, by: str = "outlet", resamples: int = 2000, confidence: float = 0.95, seed: int = 0
) -> pd.DataFrame:
    """The mean VADER score of an outlet's (or article's) sentences, its own voice and quoted speech apart.

    The mean of VADER's compound score (Hutto & Gilbert 2014) over sentences. The interval is a percentile
    bootstrap over whole articles, or over paragraphs where there is one article; ``unit`` says which. A mean
    near 0 is no sign of balance: praise and blame cancel out.

    Returns a row an outlet (``by="article"``: an article) and voice: ``outlet``, ``voice`` (``outlet``,
    ``quoted`` or ``all``), ``sentences``, ``mean``, ``low``, ``high`` (from -1 to 1), ``positive`` and
    ``negative`` (shares of sentences at or beyond ±0.05, VADER's own threshold), ``units``, ``unit``.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tone = tl.compare.tone(reading, resamples=200)
    >>> tone["outlet"].unique().tolist()
    ['The Daily Kestrel', 'The Morning Sextant']
    """
    every = pd.concat([sentence_tone(reading), placed_sentences(reading).assign(voice="all")])
    rows = [
        {by: name, "voice": voice, **_summary(part, resamples, confidence, seed)}
        for (name, voice), part in every.groupby([by, "voice"], sort=False)
    ]
    columns = [by, "voice", "sentences", "mean", "low", "high", "positive", "negative", "units", "unit"]
    order = {"outlet": 0, "quoted": 1, "all": 2}
    return (
        pd.DataFrame(rows, columns=columns)
        .sort_values(
            by=[by, "voice"],
            key=lambda column: column.map(order) if column.name == "voice" else column,
            kind="stable",
        )
        .reset_index(drop=True)
    )


def _summary(part: pd.DataFrame, resamples: int, confidence: float, seed: int) -> dict[str, object]:
    unit = "article" if part["article"].nunique() > 1 else "paragraph"
    means = bootstrap_means(part["compound"], part[unit], resamples=resamples, seed=seed)
    low, high = np.quantile(means, [(1 - confidence) / 2, (1 + confidence) / 2])
    return {
        "sentences": len(part),
        "mean": part["compound"].mean(),
        "low": low,
        "high": high,
        "positive": (part["compound"] >= 0.05).mean(),
        "negative": (part["compound"] <= -0.05).mean(),
        "units": part[unit].nunique(),
        "unit": unit,
    }


def tone_differences(
    reading: Reading, *, voice: str = "outlet", resamples: int = 2000, confidence: float = 0.95, seed: int = 0
) -> pd.DataFrame:
    """How far the mean tone of two outlets differs, for every pair of outlets.

    Returns ``outlet, other, difference`` (mean of ``outlet`` less mean of ``other``, VADER's compound score, from
    -2 to 2), ``low`` and ``high`` (bootstrap as in :func:`tone`), ``clear`` (the interval leaves out 0). ``voice``
    is ``outlet``, ``quoted`` or ``all``.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.compare.tone_differences(reading, resamples=200).columns[:2].tolist()
    ['outlet', 'other']
    """
    scores = sentence_tone(reading)
    chosen = placed_sentences(reading) if voice == "all" else scores[scores["voice"] == voice]
    samples, means = {}, {}
    for number, (outlet, part) in enumerate(chosen.groupby("outlet", sort=False)):
        unit = "article" if part["article"].nunique() > 1 else "paragraph"
        samples[outlet] = bootstrap_means(
            part["compound"], part[unit], resamples=resamples, seed=seed + number
        )
        means[outlet] = part["compound"].mean()
    tails = [(1 - confidence) / 2, (1 + confidence) / 2]
    rows = []
    for one, two in combinations(means, 2):
        low, high = np.quantile(samples[one] - samples[two], tails)
        rows.append((one, two, means[one] - means[two], low, high, bool(low > 0 or high < 0)))
    return pd.DataFrame(rows, columns=["outlet", "other", "difference", "low", "high", "clear"])
