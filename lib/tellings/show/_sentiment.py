"""What the page on sentiment shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from tellings import compare
from tellings.compare._each import each
from tellings.compare._intervals import FEWEST
from tellings.show._charts import intervals
from tellings.show._evidence import places
from tellings.show._figure import Figure
from tellings.show._publish import Finding, Published, finding
from tellings.show._table import Format, table
from tellings.show._why import STRONG, Why
from tellings.show._words import count, listed, percent, signed

if TYPE_CHECKING:
    from tellings.read import Reading

VOICES = {"outlet": "own words", "quoted": "quoted", "caption": "captions", "all": "all prose"}


def sentiment_opening(reading: Reading, tone: pd.DataFrame, differences: pd.DataFrame) -> list[Finding]:
    """What the scores show, and what they cannot, in sentences.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tone = tl.compare.tone(reading, resamples=200)
    >>> apart = tl.compare.tone_differences(reading, resamples=200)
    >>> len(tl.show.sentiment_opening(reading, tone, apart)) > 0
    True
    """
    return [*_extremes(reading), *_quoted(tone), *_shares(tone), *_differ(differences)]


def _differ(differences: pd.DataFrame) -> Iterator[Finding]:
    for row in each(differences[differences["clear"]].head(3)):
        higher, lower = (row.outlet, row.other) if row.difference > 0 else (row.other, row.outlet)
        together = f" for all {row.comparisons} pairs together:" if row.comparisons > 1 else ""
        # The interval goes the way of the sentence, as the difference does.
        low, high = (row.low, row.high) if row.difference > 0 else (-row.high, -row.low)
        here = (
            "" if row.unit == row.other_unit == "article" else " It is of these articles, and of no others."
        )
        yield finding(
            f"In their own words {higher} scores higher than {lower}, by {abs(row.difference):.2f}.{here}", sure="clear",
            note=f"95%{together} {signed(low)} to {signed(high)}", link="#Averages-last",
        )  # fmt: skip
    few = differences[differences["low"].isna()]
    if len(few):
        yield finding(
            f"The tone of {_pairs(differences, few)} cannot be told apart: one has fewer than {FEWEST} articles or "
            "paragraphs to draw from.", sure="too few", link="#Averages-last",
        )  # fmt: skip
    unclear = differences[~differences["clear"] & differences["low"].notna()]
    if len(unclear):
        row = unclear.iloc[0]
        note = f"95% {signed(row['low'])} to {signed(row['high'])}" if len(differences) == 1 else ""
        pairs = f"{_pairs(differences, unclear)} cannot be told apart: the interval of the difference holds 0"
        if 1 < len(unclear) == len(differences):
            pairs = (
                f"no two outlets can be told apart: all {len(unclear)} intervals of the differences hold 0"
            )
        yield finding(f"By their average tone {pairs}.", sure="unclear", note=note, link="#Averages-last")  # fmt: skip


def _pairs(differences: pd.DataFrame, part: pd.DataFrame) -> str:
    if len(differences) == 1:
        return "the outlets"
    return f"{count(len(part), 'pair')} of outlets"


def _shares(tone: pd.DataFrame) -> Iterator[Finding]:
    for row in each(tone[tone["voice"] == "outlet"].head(6)):
        interval = f", 95% {signed(row.low)} to {signed(row.high)}" if pd.notna(row.low) else ""
        yield finding(
            f"{percent(row.negative)} of {row.outlet}’s own sentences have a negative tone and "
            f"{percent(row.positive)} a positive one; their mean is {signed(row.mean)}.", sure="found",
            note=f"n = {count(row.sentences, 'sentence')} with words of its own{interval}", link="#Averages-last",
        )  # fmt: skip


def _extremes(reading: Reading) -> Iterator[Finding]:
    words = _shares_of_words(reading)
    words = words[words["weight"].abs() >= STRONG]
    for outlet, part in words[words["voice"] == "outlet"].groupby("outlet", sort=False):
        low = part.sort_values(["share", "word"]).head(3)
        high = part.sort_values(["share", "word"], ascending=[False, True]).head(3)
        told = [
            listed(list(rows["word"]), quoted=True)
            for rows in (low[low["share"] < 0], high[high["share"] > 0])
        ]
        if all(told):
            yield finding(f"In {outlet}’s own words {told[0]} pull the scores down most, and {told[1]} lift them most.",
                          sure="found", link="#The-words-that-made-the-scores")  # fmt: skip


def _quoted(tone: pd.DataFrame) -> Iterator[Finding]:
    own = {row.outlet: row.mean for row in each(tone[tone["voice"] == "outlet"])}
    for row in each(tone[(tone["voice"] == "quoted") & tone["outlet"].isin(list(own))].head(4)):
        yield finding(
            f"What {row.outlet} quotes scores {signed(row.mean)} on average, its own words {signed(own[row.outlet])}.",
            sure="found" if row.sentences >= 10 else "too few", link="#Averages-last",
            note=f"n = {count(row.sentences, 'sentence')} with quoted words",
        )  # fmt: skip


def strongest(reading: Reading, *, top: int = 6) -> Published:
    """The sentences with the highest and the lowest valence of each outlet, with VADER's score and each word's share.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.strongest(reading, top=2).name
    'strongest-sentences'
    """
    scores = compare.sentence_tone(reading)
    order = scores.sort_values(["valence", "article", "start"], kind="stable")
    low = order[order["valence"] < 0].groupby("outlet", sort=False).head(top)
    high = order[order["valence"] > 0].iloc[::-1].groupby("outlet", sort=False).head(top)
    rows = pd.concat([low, high]).drop_duplicates(["article", "start", "voice"])
    place = {outlet: number for number, outlet in enumerate(reading.corpus.outlets)}
    rows = rows.assign(by=rows["outlet"].map(place)).sort_values(["by", "valence", "start"], kind="stable")
    columns = {"outlet": "Outlet", "valence": "Valence", "vader": "VADER", "voice": "Voice", "text": "Sentence",
               "place": "No."}  # fmt: skip
    why = Why(reading)
    html = {"text": [why.told(row) for row in each(rows)], "place": places(reading, rows)}
    formats: dict[str, Format] = {"valence": signed, "vader": signed, "voice": VOICES.get}
    return table(rows.drop(columns="by"), name="strongest-sentences", caption="The strongest sentences both ways",
                 columns=columns, formats=formats, html=html, stack=True)  # fmt: skip


def _shares_of_words(reading: Reading) -> pd.DataFrame:
    words = compare.tone_shares(reading)
    scored = compare.sentence_tone(reading)[["article", "sentence", "voice"]]
    words = words.merge(scored, on=["article", "sentence", "voice"]).assign(
        word=lambda rows: rows["text"].str.lower()
    )
    grouped = words.groupby(["outlet", "voice", "word"], sort=False)
    made: pd.DataFrame = grouped.agg(
        times=("share", "size"), share=("share", "sum"), weight=("weight", "first")
    ).reset_index()
    return made


def tone_words(reading: Reading) -> Published:
    """Each word's shares added up, by outlet and voice: words of some weight first, those with the largest sum first.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.tone_words(reading).name
    'tone-words'
    """
    rows = _shares_of_words(reading)
    rows = (
        rows.assign(slight=rows["weight"].abs() < STRONG, size=rows["share"].abs())
        .sort_values(["slight", "size", "word", "outlet", "voice"], ascending=[True, False, True, True, True])
        .drop(columns=["slight", "size"])
    )
    columns = {
        "outlet": "Outlet",
        "voice": "Voice",
        "word": "Word",
        "times": "Times",
        "share": "Share in all",
        "weight": "Weight",
    }
    return table(rows, name="tone-words", caption="Words behind the scores, by outlet and voice", columns=columns,
                 formats={"share": "+.2f", "weight": "+.1f", "voice": VOICES.get}, limit=40)  # fmt: skip


def tone_figure(tone: pd.DataFrame, *, outlets: Sequence[str]) -> Figure:
    """The means with their intervals, own words and quoted apart.

    >>> import tellings as tl
    >>> corpus = tl.load("seeds")
    >>> reading = tl.read.all(corpus)
    >>> figure = tl.show.tone_figure(tl.compare.tone(reading, resamples=200), outlets=corpus.outlets)
    >>> "The Daily Kestrel" in figure.alt
    True
    """
    shown = tone.assign(label=[f"{row.outlet}: {VOICES[row.voice]}" for row in each(tone)])
    return intervals(
        shown[shown["voice"].isin(["outlet", "quoted"])], label="label", value="mean", name="tone", outlets=outlets,
        xlabel="mean valence of sentences (below 0 bad, above 0 good)",
        caption="Mean valence of sentences with 95% intervals; filled where the interval leaves out 0.",
    )  # fmt: skip


def tone_table(tone: pd.DataFrame, *, name: str = "tone") -> Published:
    """The means behind the figure.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tone = tl.compare.tone(reading, resamples=200)
    >>> tl.show.tone_table(tone).rows == len(tone)
    True
    """
    by = tone.columns[0]
    columns = {by: by.capitalize(), "voice": "Voice", "sentences": "Sentences", "mean": "Mean", "low": "95% from", "high": "to",
               "positive": "Positive", "negative": "Negative", "units": "Units", "unit": "Unit"}  # fmt: skip
    formats: dict[str, Format] = {
        "mean": "+.2f",
        "low": "+.2f",
        "high": "+.2f",
        "positive": ".0%",
        "negative": ".0%",
        "voice": VOICES.get,
    }
    return table(tone, name=name, caption=f"Tone by {by} and voice", columns=columns, formats=formats)


def differences_table(differences: pd.DataFrame) -> Published:
    """How far the outlets' own words differ in tone.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> apart = tl.compare.tone_differences(reading, resamples=200)
    >>> tl.show.differences_table(apart).rows == len(apart)
    True
    """
    formats = {"difference": "+.2f", "low": "+.2f", "high": "+.2f"}
    columns = {
        "outlet": "Outlet",
        "other": "against",
        "difference": "Difference",
        "low": "95% from",
        "high": "to",
        "clear": "Clear",
        "units": "Units",
        "unit": "Unit",
        "other_units": "The other’s",
        "other_unit": "Unit",
    }
    return table(differences, name="tone-differences", caption="Differences in mean tone, own words only",
                 columns=columns, formats=formats)  # fmt: skip
