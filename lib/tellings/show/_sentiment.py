"""What the page on sentiment shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd
from markupsafe import Markup

from tellings import compare
from tellings.compare._each import each
from tellings.show._charts import intervals
from tellings.show._evidence import places
from tellings.show._figure import Figure
from tellings.show._publish import Finding, Published, finding
from tellings.show._table import Format, table
from tellings.show._text import Mark, marked
from tellings.show._words import count, listed, percent, signed

if TYPE_CHECKING:
    from tellings.read import Reading

VOICES = {"outlet": "own words", "quoted": "quoted", "all": "all prose"}


def sentiment_opening(reading: Reading, tone: pd.DataFrame, differences: pd.DataFrame) -> list[Finding]:
    """What the scores show, and what they cannot, in sentences.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tone = tl.compare.tone(reading, resamples=200)
    >>> apart = tl.compare.tone_differences(reading, resamples=200)
    >>> len(tl.show.sentiment_opening(reading, tone, apart)) > 0
    True
    """
    return [*_differ(differences), *_shares(tone), *_extremes(reading), *_quoted(tone)]


def _differ(differences: pd.DataFrame) -> Iterator[Finding]:
    for row in each(differences[differences["clear"]].head(3)):
        higher, lower = (row.outlet, row.other) if row.difference > 0 else (row.other, row.outlet)
        yield finding(
            f"In their own words {higher} scores higher than {lower}, by {abs(row.difference):.2f}.", sure="clear",
            note=f"95% {signed(row.low)} to {signed(row.high)}", link="#Averages-last",
        )  # fmt: skip
    unclear = differences[~differences["clear"]]
    if len(unclear):
        row = unclear.iloc[0]
        pairs = "the outlets" if len(differences) == 1 else f"{count(len(unclear), 'pair')} of outlets"
        note = f"95% {signed(row['low'])} to {signed(row['high'])}" if len(differences) == 1 else ""
        yield finding(f"By their average tone {pairs} cannot be told apart: the interval of the difference holds 0.",
                      sure="unclear", note=note, link="#Averages-last")  # fmt: skip


def _shares(tone: pd.DataFrame) -> Iterator[Finding]:
    for row in each(tone[tone["voice"] == "outlet"].head(6)):
        yield finding(
            f"By VADER {percent(row.negative)} of {row.outlet}’s own sentences score negative and "
            f"{percent(row.positive)} positive; "
            f"their mean is {signed(row.mean)}.", sure="found",
            note=f"n = {row.sentences} sentences with words of its own, 95% {signed(row.low)} to {signed(row.high)}",
            link="#Averages-last",
        )  # fmt: skip


def _extremes(reading: Reading) -> Iterator[Finding]:
    words = _shares_of_words(reading)
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
    """The sentences with the highest and the lowest scores of each outlet, each word's share beside.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.strongest(reading, top=2).name
    'strongest-sentences'
    """
    scores = compare.sentence_tone(reading)
    order = scores.sort_values(["compound", "article", "start"], kind="stable")
    low = order[order["compound"] < 0].groupby("outlet", sort=False).head(top)
    high = order[order["compound"] > 0].iloc[::-1].groupby("outlet", sort=False).head(top)
    rows = pd.concat([low, high]).drop_duplicates(["article", "start", "voice"])
    place = {outlet: number for number, outlet in enumerate(reading.corpus.outlets)}
    rows = rows.assign(by=rows["outlet"].map(place)).sort_values(["by", "compound", "start"], kind="stable")
    columns = {
        "outlet": "Outlet",
        "compound": "Score",
        "voice": "Voice",
        "text": "Sentence",
        "why": "Shares",
        "place": "No.",
    }
    words = compare.voiced(reading, "vader_words")
    html: dict[str, Sequence[Any]] = {"text": [_with_words(reading, words, row) for row in each(rows)],
            "why": [_why(words, row) for row in each(rows)], "place": places(reading, rows)}  # fmt: skip
    return table(rows.drop(columns="by"), name="strongest-sentences", caption="The strongest sentences both ways",
                 columns=columns, formats={"compound": "+.2f", "voice": VOICES.get}, html=html, stack=True)  # fmt: skip


def _of_sentence(words: pd.DataFrame, row: Any) -> pd.DataFrame:
    """The scored words of a sentence that are of the row's voice: those that made its score."""
    of_article, of_sentence = words["article"] == row.article, words["sentence"] == row.sentence
    found: pd.DataFrame = words.loc[of_article & of_sentence & (words["voice"] == row.voice)]
    return found


def _with_words(reading: Reading, words: pd.DataFrame, row: pd.Series) -> Markup:
    found = [
        Mark(word.start, word.end, "up" if word.share > 0 else "down", signed(word.share))
        for word in each(_of_sentence(words, row))
    ]
    return marked(reading.corpus.text(row.article), row.start, row.end, found)


def _why(words: pd.DataFrame, row: pd.Series) -> str:
    told = [f"{word.text} {signed(word.share)}" for word in each(_of_sentence(words, row))]
    return ", ".join(told)


def _shares_of_words(reading: Reading) -> pd.DataFrame:
    words = compare.voiced(reading, "vader_words")
    words = words[words["voice"].isin(["outlet", "quoted"])].assign(
        word=lambda rows: rows["text"].str.lower()
    )
    grouped = words.groupby(["outlet", "voice", "word"], sort=False)
    made: pd.DataFrame = grouped.agg(
        times=("share", "size"), share=("share", "sum"), valence=("valence", "first")
    ).reset_index()
    return made


def tone_words(reading: Reading) -> Published:
    """Each word's shares added up, by outlet and voice, the weightiest first.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.tone_words(reading).name
    'tone-words'
    """
    rows = _shares_of_words(reading)
    rows = (
        rows.assign(size=rows["share"].abs())
        .sort_values(["size", "word", "outlet", "voice"], ascending=[False, True, True, True])
        .drop(columns="size")
    )
    columns = {
        "outlet": "Outlet",
        "voice": "Voice",
        "word": "Word",
        "times": "Times",
        "share": "Share in all",
        "valence": "In the lexicon",
    }
    return table(rows, name="tone-words", caption="Words behind the scores, by outlet and voice", columns=columns,
                 formats={"share": "+.2f", "valence": "+.1f", "voice": VOICES.get}, limit=40)  # fmt: skip


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
        shown[shown["voice"] != "all"], label="label", value="mean", name="tone", outlets=outlets,
        xlabel="mean VADER score of sentences (−1 to 1)",
        caption="Mean score of sentences with 95% intervals; filled where the interval leaves out 0.",
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
    }
    return table(differences, name="tone-differences", caption="Differences in mean tone, own words only",
                 columns=columns, formats=formats)  # fmt: skip
