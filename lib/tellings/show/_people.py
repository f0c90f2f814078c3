"""Who speaks and who is named, on the page on public figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from tellings import compare
from tellings.show._charts import counts
from tellings.show._evidence import found
from tellings.show._figure import Figure
from tellings.show._publish import Published
from tellings.show._table import table

if TYPE_CHECKING:
    from tellings.read import Reading


def speakers_figure(speakers: pd.DataFrame, *, outlets: Sequence[str], top: int = 12) -> Figure:
    """Words quoted, by speaker and outlet.

    >>> import tellings as tl
    >>> corpus = tl.load("seeds")
    >>> reading = tl.read.all(corpus)
    >>> figure = tl.show.speakers_figure(tl.compare.speakers(reading), outlets=corpus.outlets)
    >>> "The Daily Kestrel" in figure.alt
    True
    """
    first = list(dict.fromkeys(speakers["speaker"]))[:top]
    return counts(speakers[speakers["speaker"].isin(first)], label="speaker", value="words", outlets=outlets,
                  name="speakers", xlabel="words quoted directly", caption="Words quoted directly, by speaker.")  # fmt: skip


def speakers_table(speakers: pd.DataFrame) -> Published:
    """Who is quoted, with how many words and by which reporting verbs.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> speakers = tl.compare.speakers(reading)
    >>> tl.show.speakers_table(speakers).rows == len(speakers)
    True
    """
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
    """Every quotation with its kind, speaker and cue, in its sentence.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.quotations(reading).name
    'quotations'
    """
    columns = {"kind": "Kind", "person": "Speaker", "speaker": "In the text", "cue": "Verb"}
    return found(
        reading, "quotes", published="quotations", caption="Quotations, each in its sentence", columns=columns
    )


def people_figure(people: pd.DataFrame, *, outlets: Sequence[str], top: int = 12) -> Figure:
    """Mentions in prose, by person and outlet.

    >>> import tellings as tl
    >>> corpus = tl.load("seeds")
    >>> reading = tl.read.all(corpus)
    >>> figure = tl.show.people_figure(tl.compare.people(reading), outlets=corpus.outlets)
    >>> "The Daily Kestrel" in figure.alt
    True
    """
    people = people[people["mentions"] > 0]
    first = list(dict.fromkeys(people["person"]))[:top]
    return counts(people[people["person"].isin(first)], label="person", value="mentions", outlets=outlets,
                  name="people", xlabel="mentions by name in prose",
                  caption="Mentions of people by name, captions apart.")  # fmt: skip


PEOPLE = {
    "person": "Person", "outlet": "Outlet", "mentions": "Mentions", "share": "Share", "captions": "In captions",
    "words_quoted": "Words quoted", "titles": "Titles and roles", "epithets": "Introduced as", "cues": "Verbs of speech",
    "named_with": "Named with",
}  # fmt: skip


def people_table(people: pd.DataFrame) -> Published:
    """Who is named, how often, how they are introduced, and with whom.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> people = tl.compare.people(reading)
    >>> tl.show.people_table(people).rows == len(people)
    True
    """
    return table(
        people, name="people", caption="People named, by outlet", columns=PEOPLE, formats={"share": ".0%"}
    )


def named_table(reading: Reading, what: str) -> Published:
    """Organisations or places, by outlet.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.named_table(reading, "places").name
    'places'
    """
    columns = {
        "name": "Name",
        "kind": "Kind",
        "outlet": "Outlet",
        "mentions": "Mentions",
        "captions": "In captions",
    }
    caption = f"{what.capitalize()} named, by outlet"
    return table(compare.named(reading, what), name=what, caption=caption, columns=columns)
