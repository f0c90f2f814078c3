"""The kinds of mark in the side-by-side reader: which tables they come from and what a row says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from tellings.compare._each import each
from tellings.show._words import figure, signed

if TYPE_CHECKING:
    from tellings.read import Reading


class Source(NamedTuple):
    """A reader whose rows are marks: what a row is, what more there is to know of it, and which rows belong."""

    reader: str
    says: Callable[[Any], str]
    more: Callable[[Any], str] = lambda row: ""
    rows: Callable[[pd.DataFrame], pd.DataFrame] = lambda found: found


class Layer(NamedTuple):
    """A kind of mark: its name on the page, its sources, whether it is on at first, and the shape of a row's mark."""

    title: str
    sources: tuple[Source, ...]
    on: bool = True
    form: Callable[[Any], str] = lambda row: ""
    one: bool = False  # only the first source that the reading has


def _known(value: Any) -> str:
    return "" if pd.isna(value) else str(value)


def _plain(name: str) -> str:
    return name.replace("_", " ").replace("-", " ")


def _quotation(row: Any) -> str:
    how = {"direct": "Quotation", "indirect": "Reported speech", "scare": "Words set apart"}.get(row.kind)
    speaker = _known(row.person) or _known(row.source) or _known(row.speaker)
    said = f"said by {speaker}" if speaker else "speaker not told"
    return f"{how or f'{row.kind.capitalize()} in quotation marks'}: {said}"


def _told_by(row: Any) -> str:
    cue = f"The verb is “{row.cue}” ({row.cue_class})." if _known(row.cue) else ""
    named = _known(row.speaker)
    return " ".join(part for part in (f"The text has “{named}”." if named else "", cue) if part)


def _person(row: Any) -> str:
    return f"Person: {row.person}"


def _described(row: Any) -> str:
    told = [_known(part) for part in (row.title, row.role, row.apposition)]
    return f"Here with: {'; '.join(part for part in told if part)}." if any(told) else ""


def _number(row: Any) -> str:
    return f"Number: {figure(row.value)} {_known(row.unit).strip('-')}".strip()


def _counted(row: Any) -> str:
    parts = [f"Of what: {_known(row.counted)}." if _known(row.counted) else ""]
    parts.append(f"Bound: {_known(row.bound)}." if _known(row.bound) else "")
    return " ".join(part for part in parts if part)


def _range(row: Any) -> str:
    return f"Number: {figure(row.value)} to {figure(row.to)} {_known(row.unit).strip('-')}".strip()


def _date(row: Any) -> str:
    return f"Date: {_known(row.iso) or row.kind}"


def _loaded(row: Any) -> str:
    return f"Loaded word: {row.kind}"


def _plainer(row: Any) -> str:
    return f"A plainer word: {row.plainer}." if _known(row.plainer) else ""


def _unjoined(found: pd.DataFrame) -> pd.DataFrame:
    """Quotations as they stand between their marks: a joined one is left to its pieces."""
    return found[(found["kind"] != "indirect") & (found["level"] != "joined")]


def _reported(found: pd.DataFrame) -> pd.DataFrame:
    return found[found["kind"] == "indirect"]


def _feeling(found: pd.DataFrame) -> pd.DataFrame:
    return found[found["share"] != 0]


def _felt(found: pd.DataFrame) -> pd.DataFrame:
    """Words that bear on their sentence: nearly every word has a share, most of them next to none."""
    return found[found["share"].abs() >= _FELT]


def _way(row: Any) -> str:
    return "up" if row.share > 0 else "down"


_FELT = 0.1  # of a sentence's tone, which runs from -4 to 4

SHARED = "shared"  # the one layer that is no reader's: it comes from comparing the articles

LAYERS: dict[str, Layer] = {
    SHARED: Layer("Shared passages", ()),
    "quote": Layer("Quotations", (Source("quotes", _quotation, _told_by, _unjoined),)),
    "told": Layer("Reported speech", (Source("quotes", _quotation, _told_by, _reported),), on=False),
    "person": Layer("People", (Source("people", _person, _described),)),
    "number": Layer("Numbers", (Source("quantities", _number, _counted), Source("ranges", _range, _counted))),
    "date": Layer("Dates", (Source("dates", _date),), on=False),
    "frame": Layer(
        "Frame cues",
        (Source("frames", lambda row: f"Frame cue: {_plain(row.frame)}", lambda row: f"The cue is “{row.cue}”."),),
        on=False,
    ),
    "loaded": Layer("Loaded words", (Source("loaded", _loaded, _plainer),), on=False),
    "tone": Layer(
        "Tone words",
        (
            Source("valence_words", lambda row: f"Tone word: {signed(row.share)} of its sentence’s tone", rows=_felt),
            Source("vader_words", lambda row: f"Tone word: {signed(row.share)} in VADER", rows=_feeling),
        ),
        on=False,
        form=_way,
        one=True,
    ),
    "gap": Layer("Gaps", (Source("gaps", lambda row: "Gap: words were lost here", lambda row: f"{row.reason}."),)),
    "caption": Layer(
        "Captions",
        (
            Source("captions", lambda row: f"Picture {row.kind}"),
            Source("furniture", lambda row: f"Not the article’s own text: {_plain(row.kind)}"),
        ),
    ),
}  # fmt: skip


def sources(reading: Reading, layer: Layer) -> list[Source]:
    """The sources of a layer that a reading has."""
    there = [source for source in layer.sources if source.reader in reading.tables]
    return there[:1] if layer.one else there


def rows(reading: Reading, layer: Layer) -> Iterator[tuple[Source, Any]]:
    """Every row of a layer with its source, source by source."""
    for source in sources(reading, layer):
        for row in each(source.rows(reading.tables[source.reader])):
            yield source, row


def counted(reading: Reading, layer: Layer) -> dict[str, int]:
    """How many rows of a layer each article has; articles without one are left out."""
    parts = [source.rows(reading.tables[source.reader])["article"] for source in sources(reading, layer)]
    every = pd.concat(parts) if parts else pd.Series([], dtype="str")
    return {str(article): int(n) for article, n in every.value_counts(sort=False).items()}
