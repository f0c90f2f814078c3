"""What the page on public figures and numbers shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from tellings import compare
from tellings.show._charts import counts
from tellings.show._evidence import found
from tellings.show._figure import Figure
from tellings.show._publish import Finding, Published, finding
from tellings.show._table import table
from tellings.show._words import count, listed, percent

if TYPE_CHECKING:
    from tellings.read import Reading

QUANTITY = {
    "value": "Value",
    "unit": "Unit",
    "change": "Bound or change",
    "counted": "Of what",
    "voice": "Voice",
}


def figures_opening(reading: Reading, people: pd.DataFrame, speakers: pd.DataFrame) -> list[Finding]:
    """Who is named, who speaks and which numbers are shared, in sentences."""
    return [*_speak(speakers), *_named(people), *_only(people), *_numbers(reading)]


def _speak(speakers: pd.DataFrame) -> Iterator[Finding]:
    for outlet, part in speakers.groupby("outlet", sort=False):
        first = part[part["speaker"] != compare.UNTOLD].head(3)
        told = listed(
            [
                f"{row.speaker} ({count(row.words, 'word')}, {percent(row.share)})"
                for row in first.itertuples()
            ]
        )
        if told:
            yield finding(f"{outlet} lets these speak most, in direct quotation: {told}.", sure="counted",
                          note=f"n = {part['words'].sum():,} quoted words", link="#Who-speaks")  # fmt: skip


def _named(people: pd.DataFrame) -> Iterator[Finding]:
    for outlet, part in people[people["mentions"] > 0].groupby("outlet", sort=False):
        first = part.sort_values(["mentions", "person"], ascending=[False, True]).head(3)
        told = listed([f"{row.person} ({row.mentions})" for row in first.itertuples()])
        yield finding(f"{outlet} names {told} most often.", sure="counted",
                      note=f"n = {part['mentions'].sum()} mentions of people", link="#Who-is-named")  # fmt: skip


def _only(people: pd.DataFrame) -> Iterator[Finding]:
    prose = people[people["mentions"] > 0]
    if prose["outlet"].nunique() != 2:
        return
    alone = prose[prose.groupby("person")["outlet"].transform("nunique") == 1]
    for outlet, part in alone.groupby("outlet", sort=False):
        names = listed(list(part["person"].head(5)))
        yield finding(f"Named in the prose of {outlet} only: {names}.", sure="counted", link="#Who-is-named")


def _numbers(reading: Reading) -> Iterator[Finding]:
    every = compare.voiced(reading, "quantities")
    prose = every[every["voice"].isin(["outlet", "quoted"])]
    told = [f"{outlet} {n}" for outlet, n in prose.groupby("outlet", sort=False).size().items()]
    shared = compare.shared_quantities(reading)
    same = len(shared[["value", "unit"]].drop_duplicates())
    if told:
        yield finding(f"Quantities stated: {listed(told)}; {count(same, 'value')} with the same unit in more than one article.",
                      sure="counted", link="#Which-numbers")  # fmt: skip


def speakers_figure(speakers: pd.DataFrame, *, outlets: Sequence[str], top: int = 12) -> Figure:
    """Words quoted, by speaker and outlet."""
    first = list(dict.fromkeys(speakers["speaker"]))[:top]
    return counts(speakers[speakers["speaker"].isin(first)], label="speaker", value="words", outlets=outlets,
                  name="speakers", xlabel="words quoted directly", caption="Words quoted directly, by speaker.")  # fmt: skip


def speakers_table(speakers: pd.DataFrame) -> Published:
    """Who is quoted, with how many words and by which reporting verbs."""
    columns = {
        "speaker": "Speaker",
        "outlet": "Outlet",
        "quotations": "Quotations",
        "words": "Words",
        "share": "Share of quoted words",
        "cues": "Reporting verbs",
    }
    return table(
        speakers,
        name="speakers",
        caption="Speakers, by words quoted",
        columns=columns,
        formats={"share": ".0%"},
    )


def quotations(reading: Reading) -> Published:
    """Every quotation with its kind, speaker and cue, in its sentence."""
    columns = {"kind": "Kind", "person": "Speaker", "speaker": "In the text", "cue": "Verb"}
    return found(
        reading, "quotes", published="quotations", caption="Quotations, each in its sentence", columns=columns
    )


def people_figure(people: pd.DataFrame, *, outlets: Sequence[str], top: int = 12) -> Figure:
    """Mentions in prose, by person and outlet."""
    first = list(dict.fromkeys(people["person"]))[:top]
    return counts(people[people["person"].isin(first)], label="person", value="mentions", outlets=outlets,
                  name="people", xlabel="mentions by name in prose", caption="Mentions of people by name, captions apart.")  # fmt: skip


def people_table(people: pd.DataFrame) -> Published:
    """Who is named, how often, and with which titles and roles."""
    columns = {
        "person": "Person",
        "outlet": "Outlet",
        "mentions": "Mentions",
        "share": "Share",
        "captions": "In captions",
        "titles": "Titles and roles",
    }
    return table(
        people, name="people", caption="People named, by outlet", columns=columns, formats={"share": ".0%"}
    )


def quantities(reading: Reading) -> Published:
    """Every quantity in its sentence."""
    return found(
        reading,
        "quantities",
        caption="Quantities, each in its sentence",
        columns=QUANTITY,
        formats={"value": ",g"},
    )


def shared_quantities(reading: Reading) -> Published:
    """Quantities of the same value and unit in several articles."""
    return found(reading, "quantities", rows=compare.shared_quantities(reading), published="shared-quantities",
                 caption="The same value and unit in more than one article", columns=QUANTITY, formats={"value": ",g"})  # fmt: skip


def dates(reading: Reading) -> Published:
    """Every date in its sentence."""
    return found(
        reading,
        "dates",
        caption="Dates, each in its sentence",
        columns={"kind": "Kind", "iso": "ISO 8601", "text": "As written"},
    )
