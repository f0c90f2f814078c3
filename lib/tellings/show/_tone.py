"""Tone towards people, along the article, and whether it holds: what the page on sentiment leads with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from tellings import compare
from tellings.compare._each import each
from tellings.show._charts import intervals
from tellings.show._evidence import places, sentences
from tellings.show._figure import Figure
from tellings.show._publish import Finding, Published, Sure, finding
from tellings.show._sentiment import VOICES
from tellings.show._table import Format, table
from tellings.show._why import Why
from tellings.show._words import count, listed

if TYPE_CHECKING:
    from tellings.read import Reading

_FEW = 10  # sentences; with fewer a net share says what these sentences do, and no more
_NAMED = 5  # outlets that are named one by one where all do the same
_MOST = 0.5  # of the ways: an order that fewer of them show rests on the choice of the method

STANCE = {
    "person": "Person", "outlet": "Outlet", "voice": "Voice", "sentences": "Sentences", "negative": "Negative",
    "neutral": "Neutral", "positive": "Positive", "net": "Net", "low": "95% from", "high": "to",
}  # fmt: skip


def stance_opening(stance: pd.DataFrame, ways: pd.DataFrame) -> list[Finding]:
    """The tone towards the people most written of, and whether the order of the outlets' tones holds.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> stance, ways = tl.compare.stance(reading, resamples=200), tl.compare.robustness(reading, resamples=100)
    >>> len(tl.show.stance_opening(stance, ways)) > 0
    True
    """
    return [*_towards(stance), *_holds(ways)]


def _towards(stance: pd.DataFrame) -> Iterator[Finding]:
    own = stance[stance["voice"] == "outlet"]
    every = own.groupby("person")["sentences"].sum().sort_values(ascending=False, kind="stable")
    for person in every.index[:3]:
        part = own[own["person"] == person]
        told = "; ".join(
            f"{row.outlet} {row.negative} negative, {row.neutral} neutral, {row.positive} positive"
            for row in each(part)
        )
        few, leaning = (part["sentences"] < _FEW).any(), _leaning(part, str(person))
        sure: Sure = "clear" if leaning else "too few" if few else "unclear"
        yield finding(f"{leaning or f'Own sentences that name {person}'}: {told}.", sure=sure, link="#Tone-towards-people",
                      note=f"n = {count(int(every[person]), 'sentence')}, each judged by a model (METHOD.md)")  # fmt: skip


def _leaning(part: pd.DataFrame, person: str) -> str:
    """Who clearly writes more of the one than of the other, in words; empty where nobody does."""
    clear = part[part["clear"] & (part["sentences"] >= _FEW)]
    told = []
    for rows, how in (
        (clear[clear["net"] < 0], "more often negatively than positively"),
        (clear[clear["net"] > 0], "more often positively than negatively"),
    ):
        if len(rows) == len(part) > _NAMED:
            told.append(f"All {len(part)} outlets that name {person} do so {how}")
        elif len(rows):
            told.append(
                f"{listed(list(rows['outlet']))} {'writes' if len(rows) == 1 else 'write'} of {person} {how}"
            )
    return "; ".join(told)


def _holds(ways: pd.DataFrame) -> Iterator[Finding]:
    if len(ways):
        held = compare.robustness_orders(ways)["holds"].mean()
        yield finding(compare.robustness_summary(ways), sure="found" if held > _MOST else "unclear",
                      link="#Does-it-hold")  # fmt: skip


def stance_figure(stance: pd.DataFrame, *, outlets: Sequence[str], top: int = 8) -> Figure:
    """The net share of the outlet's own sentences about each person, with its interval.

    >>> import tellings as tl
    >>> corpus = tl.load("seeds")
    >>> reading = tl.read.all(corpus)
    >>> stance = tl.compare.stance(reading, resamples=200)
    >>> figure = tl.show.stance_figure(stance, outlets=corpus.outlets)
    >>> "The Daily Kestrel" in figure.alt
    True
    """
    own = stance[stance["voice"] == "outlet"]
    first = list(
        own.groupby("person")["sentences"].sum().sort_values(ascending=False, kind="stable").index[:top]
    )
    place = {person: number for number, person in enumerate(first)}
    shown = own[own["person"].isin(first)].sort_values(
        "person", key=lambda names: names.map(place), kind="stable"
    )
    shown = shown.assign(clear=shown["clear"] & (shown["sentences"] >= _FEW))
    return intervals(
        shown, label="person", value="net", name="stance", outlets=outlets,
        xlabel="net share of sentences: −1 all negative, 1 all positive",
        caption="Tone of the outlets’ own sentences towards the people most named; 95% intervals where sentences suffice.",
    )  # fmt: skip


def stance_table(stance: pd.DataFrame) -> Published:
    """Negative, neutral and positive sentences by person, outlet and voice.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> stance = tl.compare.stance(reading, resamples=200)
    >>> tl.show.stance_table(stance).rows == len(stance)
    True
    """
    formats: dict[str, Format] = {"net": "+.2f", "low": "+.2f", "high": "+.2f", "voice": VOICES.get}
    return table(
        stance,
        name="stance",
        caption="Tone towards people, by outlet and voice",
        columns=STANCE,
        formats=formats,
    )


def stances_table(reading: Reading) -> Published:
    """Every mention of a person in prose with the tone towards them, in its sentence; the strongest first.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.stances_table(reading).name
    'stances'
    """
    rows = compare.stances(reading)
    order = rows.assign(size=rows[["negative", "positive"]].max(axis=1)).sort_values(
        ["size", "article", "start"], ascending=[False, True, True], kind="stable"
    )
    columns = {"person": "Person", "stance": "Tone", "voice": "Voice"}
    return _told(reading, order.drop(columns="size"), columns, name="stances", reader="people", limit=60,
                 caption="Tone towards each person where they are named")  # fmt: skip


def _told(
    reading: Reading, rows: pd.DataFrame, columns: Mapping[str, str], *, name: str, reader: str, caption: str,
    limit: int, formats: Mapping[str, Format] | None = None,
) -> Published:  # fmt: skip
    """Rows in their sentences, each with its place and with the shares of the sentence's words in a fold."""
    why = Why(reading)
    shown = rows.head(limit)
    whole = shown.drop(columns=["start", "end"]).merge(
        reading.valences[["article", "sentence", "start", "end"]], on=["article", "sentence"], how="left"
    )
    # A row that is a whole sentence shows the words that weigh in it; one that is a span in it shows the span.
    told = [why.sentence(row) for row in each(whole)] if reader == "sentences" else sentences(reading, shown)
    html = {"context": [sentence + why.shares(row) for sentence, row in zip(told, each(whole), strict=True)],
            "place": places(reading, shown, reader=reader)}  # fmt: skip
    several = reading.corpus.articles["outlet"].duplicated().any()
    where = {"outlet": "Outlet", **({"article": "Article"} if several else {})}
    headings = {
        **where,
        **columns,
        "context": "In its sentence",
        "place": "Sentence",
    }
    return table(rows, name=name, caption=caption, columns=headings, html=html, stack=True, limit=limit,
                 formats={"voice": VOICES.get, **(formats or {})})  # fmt: skip


def course_table(reading: Reading) -> Published:
    """The tone of each outlet's opening, middle and end.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.course_table(reading).rows > 0
    True
    """
    columns = {"outlet": "Outlet", "name": "Part", "voice": "Voice", "sentences": "Sentences", "mean": "Mean",
               "low": "95% from", "high": "to"}  # fmt: skip
    return table(compare.course(reading), name="course", caption="Tone along the articles, by part", columns=columns,
                 formats={**dict.fromkeys(("mean", "low", "high"), "+.2f"), "voice": VOICES.get})  # fmt: skip


def turns_table(reading: Reading) -> Published:
    """The sentences behind the greatest turns of the smoothed course.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.turns_table(reading).name
    'course-turns'
    """
    rows = compare.course_turns(reading)
    columns = {"turn": "Turn", "change": "Change", "voice": "Voice", "score": "Score"}
    return _told(reading, rows, columns, name="course-turns", reader="sentences", limit=24,
                 formats={"change": "+.2f", "score": "+.2f"},
                 caption="Where the tone turns, and the sentences behind it")  # fmt: skip


def robustness_table(ways: pd.DataFrame) -> Published:
    """Each way of measuring, the order of the outlets in it, and whether it is that of the first.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> ways = tl.compare.robustness(reading, resamples=100)
    >>> tl.show.robustness_table(ways).name
    'robustness'
    """
    columns = {
        "scorer": "Scorer",
        "voice": "Words",
        "unit": "By",
        "statistic": "Statistic",
        "order": "Order",
        "holds": "Holds",
    }
    return table(compare.robustness_orders(ways), name="robustness", caption="The order of the outlets, way by way",
                 columns=columns, formats={"voice": VOICES.get})  # fmt: skip
