"""Sentiment by outlet: its own words, the words it quotes and its captions apart, and how far the figures go."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from tellings.compare._intervals import FEWEST, bootstrap_means, joint_tails
from tellings.compare._voice import placed, voiced
from tellings.read import _valence

if TYPE_CHECKING:
    from tellings.read import Reading


OWN_WORDS = 4  # a sentence has to have so many words of the outlet's own to have a tone of its own: "he said" has none
# At or beyond it four of five sentences are rated good, or bad, by people as well (cross-validated; METHOD.md).
TELLING = 0.25
_ALPHA = 15.0  # of VADER's normalisation
_KEY = ["article", "sentence", "voice"]
_VOICES = {"outlet": 0, "quoted": 1, "caption": 2, "all": 3}
_TONES = ["article", "outlet", "start", "end", "text", "sentence", "paragraph", "voice", "valence", "vader", "words",
          "whole"]  # fmt: skip


def sentence_tone(reading: Reading) -> pd.DataFrame:
    """The valence of every sentence, the outlet's own words, the words it quotes and its captions apart.

    A sentence that quotes a few words has a row for each voice: its score is made from the words of that voice
    alone (:func:`tone_shares`), so that a quoted *disaster* is not the outlet's. A sentence counts as the outlet's
    where at least four of its words are.

    Returns a row a sentence and voice: ``article, outlet, start, end, text, sentence, paragraph``; ``voice``,
    ``outlet``, ``quoted`` or ``caption``; ``valence`` (:func:`tellings.read.valence`); ``vader``, VADER's score of the
    same words, from -1 to 1, to compare; ``words``, how many words of the voice; ``whole``, whether the sentence is of
    one voice, so that both are the readers' own scores of it.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tones = tl.compare.sentence_tone(reading)
    >>> tones["outlet"].unique().tolist()
    ['The Daily Kestrel', 'The Morning Sextant']
    """
    words = _spoken_words(reading)
    parts = _parts(reading, words)
    shares = _tone_shares(reading, words).groupby(_KEY)["share"].sum().rename("toned")
    found = parts.merge(shares.reset_index(), how="left", on=_KEY).fillna({"toned": 0.0})
    found = found.merge(_vader_shares(reading), how="left", on=_KEY).fillna({"share": 0.0})
    scores = _sentences(reading)[
        ["article", "sentence", "start", "end", "text", "paragraph", "outlet", "emphasis"]
    ]
    found = found.merge(scores, on=["article", "sentence"], how="inner")
    total = found["share"] + np.sign(found["share"]) * np.where(found["whole"], found["emphasis"], 0.0)
    found = found.assign(
        valence=_valence.intercept() + found["toned"], vader=(total / np.sqrt(total**2 + _ALPHA)).round(4)
    )
    place = {article: number for number, article in enumerate(reading.corpus)}
    order = found.assign(place=found["article"].map(place)).sort_values(
        ["place", "start", "voice"], kind="stable"
    )
    return order[_TONES].reset_index(drop=True)


def _parts(reading: Reading, words: pd.DataFrame) -> pd.DataFrame:
    """The sentences' voices that have a tone: ``article, sentence, voice, words, whole``."""
    enough = words["voice"].isin(["quoted", "caption"]) | (
        (words["voice"] == "outlet") & (words["words"] >= OWN_WORDS)
    )
    part = reading.sentences.assign(sentence=reading.sentences.groupby("article").cumcount())
    found = words[enough].merge(part[["article", "sentence", "part"]], on=["article", "sentence"])
    # Words quoted within a caption are no speech that the article reports: the caption's own row stands for it.
    return found[(found["part"] == "prose") == (found["voice"] != "caption")].drop(columns="part")


def _spoken_words(reading: Reading) -> pd.DataFrame:
    """How many words each voice has in a sentence, and whether all of them are its own."""
    tokens = voiced(reading, "tokens")
    words = tokens[tokens["word"]].groupby(_KEY).size().rename("words").reset_index()
    return words.assign(
        whole=words["words"] == words.groupby(["article", "sentence"])["words"].transform("sum")
    )


def _vader_shares(reading: Reading) -> pd.DataFrame:
    return voiced(reading, "vader_words").groupby(_KEY)["share"].sum().reset_index()


def tone_shares(reading: Reading) -> pd.DataFrame:
    """What each word has in the tone of its sentence's voice: with the intercept they add up to the score.

    The rows of ``reading.valence_words`` with ``outlet`` and ``voice`` beside them. In a sentence of several voices
    ``share`` is made anew from the words of the one voice: the weight (times -0.4 where negated) over the root of that
    voice's words that count (and 5); ``counted`` is their number. So ``tellings.read.valence("")`` and the sum of the
    shares make ``valence`` in :func:`sentence_tone`.

    >>> import tellings as tl
    >>> shares = tone_shares(tl.read.all(tl.load("seeds")))
    >>> {"outlet", "quoted", "caption"} <= set(shares["voice"])
    True
    """
    return _tone_shares(reading, _spoken_words(reading))


def _tone_shares(reading: Reading, spoken: pd.DataFrame) -> pd.DataFrame:
    found = voiced(reading, "valence_words").merge(
        reading.valences[["article", "sentence", "words"]], on=["article", "sentence"], how="left"
    )
    found = found.merge(_counted(reading, spoken), on=_KEY, how="left")
    counted = found["counted"].fillna(found["words"])
    rescaled = found["share"] * np.sqrt((found["words"] + _valence.DAMPING) / (counted + _valence.DAMPING))
    return found.assign(share=rescaled, counted=counted.astype("int64")).drop(columns="words")


def _counted(reading: Reading, words: pd.DataFrame) -> pd.DataFrame:
    """How many words of each voice count, in the sentences of several voices."""
    shared = words.loc[~words["whole"], ["article", "sentence"]].drop_duplicates()
    texts = reading.valences.merge(shared, on=["article", "sentence"])
    rows = [
        (article, offset + start, offset + end)
        for article, offset, text in zip(texts["article"], texts["start"], texts["text"], strict=True)
        for start, end in _valence.counting(text)
    ]
    kinds = {"article": "str", "start": "int64", "end": "int64"}
    every = placed(reading, pd.DataFrame(rows, columns=list(kinds)).astype(kinds))
    return every.groupby(_KEY).size().rename("counted").reset_index()


def _sentences(reading: Reading) -> pd.DataFrame:
    outlets = reading.corpus.articles.set_index("article")["outlet"]
    scores = reading.vader.rename(columns={"compound": "vader"}).assign(
        valence=reading.valences["valence"].to_numpy(), paragraph=reading.sentences["paragraph"].to_numpy()
    )
    return scores.assign(outlet=scores["article"].map(outlets).astype("str"))


def placed_sentences(reading: Reading) -> pd.DataFrame:
    """Both scores of the sentences of prose, whoever's words they are, with ``outlet`` and ``paragraph``.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> rows = tl.compare.placed_sentences(reading)
    >>> set(rows["outlet"]) == set(reading.corpus.outlets)
    True
    """
    return _sentences(reading)[(reading.sentences["part"] == "prose").to_numpy()]


def tone(
    reading: Reading, *, by: str = "outlet", resamples: int = 2000, confidence: float = 0.95, seed: int = 0
) -> pd.DataFrame:
    """The mean valence of an outlet's (or article's) sentences: its own voice, quoted speech and captions apart.

    The interval is a percentile bootstrap over whole articles, or over paragraphs where there is one article;
    ``unit`` says which. Below six units there is none. A mean near 0 is no sign of balance: praise and blame cancel
    out.

    Returns a row an outlet (``by="article"``: an article) and voice: ``outlet``, ``voice`` (``outlet``,
    ``quoted``, ``caption``; ``all`` for all prose, without captions), ``sentences``, ``mean``, ``low``, ``high`` (on the
    scale of :func:`tellings.read.valence`), ``positive`` and ``negative`` (shares of sentences at or beyond ±0.25, where
    people rate four of five so as well), ``units``, ``unit``.

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
    return (
        pd.DataFrame(rows, columns=columns)
        .sort_values(
            by=[by, "voice"],
            key=lambda column: column.map(_VOICES) if column.name == "voice" else column,
            kind="stable",
        )
        .reset_index(drop=True)
    )


class Drawn(NamedTuple):
    """The mean of some sentences, and in every resample of whole units; no number there where the units are too few."""

    mean: float
    means: np.ndarray
    units: int
    unit: str


def _drawn(part: pd.DataFrame, resamples: int, seed: int) -> Drawn:
    unit = "article" if part["article"].nunique() > 1 else "paragraph"
    units = int(part[unit].nunique())
    few = units < FEWEST
    means = (
        np.full(resamples, np.nan)
        if few
        else bootstrap_means(part["valence"], part[unit], resamples=resamples, seed=seed)
    )
    return Drawn(part["valence"].mean(), means, units, unit)


def _summary(part: pd.DataFrame, resamples: int, confidence: float, seed: int) -> dict[str, object]:
    drawn = _drawn(part, resamples, seed)
    low, high = np.quantile(drawn.means, [(1 - confidence) / 2, (1 + confidence) / 2])
    return {
        "sentences": len(part),
        "mean": drawn.mean,
        "low": low,
        "high": high,
        "positive": (part["valence"] >= TELLING).mean(),
        "negative": (part["valence"] <= -TELLING).mean(),
        "units": drawn.units,
        "unit": drawn.unit,
    }


def tone_differences(
    reading: Reading, *, voice: str = "outlet", resamples: int = 2000, confidence: float = 0.95, seed: int = 0
) -> pd.DataFrame:
    """How far the mean tone of two outlets differs, for every pair of outlets.

    Many pairs make chance findings likely, so the intervals are widened until all of them hold together with the
    ``confidence`` (Bonferroni). Returns ``outlet, other, difference`` (mean valence of ``outlet`` less that of
    ``other``), ``low`` and ``high`` (bootstrap as in :func:`tone`; missing where either has fewer than six units),
    ``clear`` (the interval leaves out 0), of each outlet ``units`` and ``unit``, ``other_units`` and ``other_unit``,
    and ``comparisons``, how many pairs the widening allows for. Where the unit is the paragraph,
    the interval is of these two articles and holds nothing of what the outlets write elsewhere. ``voice`` is
    ``outlet``, ``quoted``, ``caption`` or ``all``.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.compare.tone_differences(reading, resamples=200).columns[:2].tolist()
    ['outlet', 'other']
    """
    scores = sentence_tone(reading)
    chosen = placed_sentences(reading) if voice == "all" else scores[scores["voice"] == voice]
    held = {str(outlet): part for outlet, part in chosen.groupby("outlet", sort=False)}
    drawn = {outlet: _drawn(part, resamples, seed + n) for n, (outlet, part) in enumerate(held.items())}
    return pairs_of(drawn, confidence)


def pairs_of(drawn: Mapping[str, Drawn], confidence: float) -> pd.DataFrame:
    """The differences of every two outlets: the columns of :func:`tone_differences`."""
    comparisons = max(1, len(drawn) * (len(drawn) - 1) // 2)
    tails = joint_tails(confidence, comparisons)
    rows = []
    for one, two in combinations(drawn, 2):
        a, b = drawn[one], drawn[two]
        low, high = np.quantile(a.means - b.means, tails)
        clear = bool(low > 0 or high < 0)
        rows.append(
            (one, two, a.mean - b.mean, low, high, clear, a.units, a.unit, b.units, b.unit, comparisons)
        )
    columns = [
        "outlet",
        "other",
        "difference",
        "low",
        "high",
        "clear",
        "units",
        "unit",
        "other_units",
        "other_unit",
        "comparisons",
    ]
    return pd.DataFrame(rows, columns=columns)
