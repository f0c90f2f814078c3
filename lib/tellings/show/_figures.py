"""What the page on public figures and numbers shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from tellings import compare
from tellings.compare._each import each
from tellings.show._charts import counts
from tellings.show._evidence import found
from tellings.show._figure import Figure
from tellings.show._numbers import AS_PRINTED, as_written, ranges, said_by, who, with_signs
from tellings.show._publish import Finding, Published, finding
from tellings.show._table import table
from tellings.show._words import count, listed, percent

if TYPE_CHECKING:
    from tellings.read import Reading

QUANTITY = {
    "value": "Value",
    "unit": "Unit",
    "sign": "Bound or change",
    "bound": "In words",
    "counted": "Of what",
    "voice": "Voice",
}


def figures_opening(
    reading: Reading, people: pd.DataFrame, speakers: pd.DataFrame, ledger: pd.DataFrame | None = None
) -> list[Finding]:
    """Who is named, who speaks and which numbers are shared, in sentences.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> people, speakers = tl.compare.people(reading), tl.compare.speakers(reading)
    >>> len(tl.show.figures_opening(reading, people, speakers)) > 1
    True
    """
    return [
        *_checked(reading),
        *_lined_up(reading, ledger),
        *_speak(speakers),
        *_named(people),
        *_only(people),
        *_numbers(reading),
    ]


def _speak(speakers: pd.DataFrame) -> Iterator[Finding]:
    for outlet, part in speakers.groupby("outlet", sort=False):
        told_by = part[part["speaker"] != compare.UNTOLD]
        first = _leaders(told_by, "words", 3)
        told = listed(
            [f"{row.speaker} ({count(row.words, 'word')}, {percent(row.share)})" for row in each(first)]
        )
        unknown = part.loc[part["speaker"] == compare.UNTOLD, "share"].sum()
        rest = f"; the speaker of {percent(unknown)} was not made out" if unknown else ""
        if told:
            yield finding(f"{outlet} lets these speak most, in direct quotation: {told}.", sure="found",
                          note=f"n = {part['words'].sum():,} quoted words{rest}", link="#Who-speaks")  # fmt: skip


def _leaders(rows: pd.DataFrame, by: str, most: int) -> pd.DataFrame:
    """The first rows by a count, without cutting a tie: those level with the last shown are shown, or none of them."""
    order = rows.sort_values([by, rows.columns[1]], ascending=[False, True], kind="stable")
    if len(order) <= most:
        return order
    last, after = order[by].iloc[most - 1], order[by].iloc[most]
    level = order[order[by] >= last]
    return (
        order.head(most) if last > after else (level if len(level) <= most + 2 else order[order[by] > last])
    )


def _named(people: pd.DataFrame) -> Iterator[Finding]:
    for outlet, part in people[people["mentions"] > 0].groupby("outlet", sort=False):
        told = listed([f"{row.person} ({row.mentions})" for row in each(_leaders(part, "mentions", 3))])
        if told:
            yield finding(f"{outlet} names {told} most often.", sure="found", link="#Who-is-named",
                          note=f"n = {part['mentions'].sum()} mentions of people in prose")  # fmt: skip


def _only(people: pd.DataFrame) -> Iterator[Finding]:
    prose = people[people["mentions"] > 0]
    if prose["outlet"].nunique() != 2:
        return
    alone = prose[prose.groupby("person")["outlet"].transform("nunique") == 1]
    for outlet, part in alone.groupby("outlet", sort=False):
        names = listed(list(part["person"].head(5)))
        yield finding(f"Named in the prose of {outlet} only: {names}.", sure="found", link="#Who-is-named")


def _checked(reading: Reading) -> Iterator[Finding]:
    audit = compare.audit(reading)
    wrong = audit[audit["verdict"].isin(["does not follow", "differs"])]
    for row in each(wrong.head(4)):
        yield finding(f"{who(row)} {row.text}, but {row.arithmetic}.", sure="counted", link="#The-audit",
                      note=f"{row.check}, {count(row.tried, 'combination')} tried", differs=True)  # fmt: skip
    right = audit[audit["verdict"].isin(["holds", "holds if rounded"])]
    if len(right):
        shown = listed([f"{row.text} ({row.outlet}: {row.arithmetic})" for row in each(right.head(4))])
        yield finding(f"Recomputed from the numbers beside it, this holds: {shown}.", sure="counted", link="#The-audit",
                      note=f"{count(int(audit['tried'].sum()), 'combination')} tried in all")  # fmt: skip


def _lined_up(reading: Reading, ledger: pd.DataFrame | None) -> Iterator[Finding]:
    ledger = compare.ledger(reading) if ledger is None else ledger
    facts = ledger.drop_duplicates("fact")
    for row in each(facts[facts["verdict"] == "differs"].head(4)):
        said = ledger[ledger["fact"] == row.fact]
        told = listed([f"{one.outlet} {as_written(one)}{said_by(one)}" for one in each(said.head(6))])
        told += f", and {count(len(said) - 6, 'more', 'more')}" if len(said) > 6 else ""
        yield finding(f"On {row.about} the numbers differ: {told}.", sure="unclear", link="#The-ledger",
                      note="lined up by words: check that the same thing is meant", differs=True)  # fmt: skip
    agree = facts[facts["verdict"] != "differs"]
    if len(agree):
        told = listed([_numbers_of(ledger, fact) for fact in agree["fact"].head(4)])
        yield finding(f"Stated more than once and in agreement: {told}.", sure="found", link="#The-ledger")


def _numbers_of(ledger: pd.DataFrame, fact: int) -> str:
    said = ledger[ledger["fact"] == fact]
    values = {written.casefold(): written for one in each(said.iloc[::-1]) if (written := as_written(one))}
    return f"{said['about'].iloc[0]} ({', '.join(reversed(values.values()))})"


def _numbers(reading: Reading) -> Iterator[Finding]:
    told = compare.stated(reading).groupby("outlet", sort=False).size()
    shared = compare.shared_quantities(reading)
    same = len(shared[["value", "unit"]].drop_duplicates())
    if len(told):
        counted = listed([f"{outlet} {count(n, 'quantity', 'quantities')}" for outlet, n in told.items()])
        ends = len(ranges(reading))
        more = f"; {count(ends, 'range')} besides" if ends else ""
        yield finding(
            f"Stated in prose: {counted}{more}; {count(same, 'value')} with the same unit in more than one article.",
            sure="found", link="#Which-numbers",
        )  # fmt: skip


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


def quantities(reading: Reading) -> Published:
    """Every quantity in its sentence.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.quantities(reading).name
    'quantities'
    """
    return found(
        reading,
        "quantities",
        rows=with_signs(compare.stated(reading)),
        caption="Quantities, each in its sentence",
        columns=QUANTITY,
        formats=AS_PRINTED,
    )


def ranges_table(reading: Reading) -> Published:
    """Every quantity told by two ends (``between 5 and 7 per cent``, ``dozens of people``), in its sentence.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.ranges_table(reading).name
    'ranges'
    """
    columns = {"value": "From", "to": "To", **{key: name for key, name in QUANTITY.items() if key != "value"}}
    return found(reading, "ranges", rows=with_signs(ranges(reading)), columns=columns, formats=AS_PRINTED,
                 caption="Quantities told by two ends, each in its sentence")  # fmt: skip


def shared_quantities(reading: Reading) -> Published:
    """Quantities of the same value and unit in several articles.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.shared_quantities(reading).name
    'shared-quantities'
    """
    return found(reading, "quantities", rows=with_signs(compare.shared_quantities(reading)), published="shared-quantities",
                 caption="The same value and unit in more than one article", columns=QUANTITY, formats=AS_PRINTED)  # fmt: skip


def dates(reading: Reading) -> Published:
    """Every date in its sentence.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.dates(reading).rows == len(reading.dates)
    True
    """
    return found(
        reading,
        "dates",
        rows=compare.dates(reading),
        caption="Dates, each in its sentence",
        columns={"text": "As written", "kind": "Kind", "resolved": "ISO 8601", "how": "Resolved by"},
    )


LEDGER = {
    "about": "What is counted",
    "verdict": "Verdict",
    "text": "Number",
    "sign": "Bound",
    "voice": "Voice",
    "speaker": "Who says so",
}
AUDIT = {
    "text": "Stated",
    "check": "Check",
    "verdict": "Verdict",
    "arithmetic": "Arithmetic",
    "speaker": "Who says so",
    "tried": "Tried",
}


def ledger_table(reading: Reading, ledger: pd.DataFrame | None = None) -> Published:
    """What each outlet states on the same thing, and who is silent; ``ledger`` where it is made already.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.ledger_table(reading).name
    'ledger'
    """
    wide = compare.ledger_by_outlet(reading, compare.ledger(reading) if ledger is None else ledger)
    columns = {
        "about": "What is counted",
        "verdict": "Verdict",
        **{outlet: outlet for outlet in reading.corpus.outlets[:8]},
    }
    return table(wide, name="ledger", caption="The same quantity, outlet by outlet", columns=columns)


def ledger_places(reading: Reading, ledger: pd.DataFrame | None = None) -> Published:
    """Every mention behind the ledger, in its sentence; ``ledger`` where it is made already.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.ledger_places(reading).name
    'ledger-places'
    """
    rows = with_signs(compare.ledger(reading) if ledger is None else ledger)
    return found(reading, "quantities", rows=rows, published="ledger-places", caption="Where the ledger's numbers stand",
                 columns=LEDGER)  # fmt: skip


def audit_table(reading: Reading) -> Published:
    """Every number that other stated numbers determine, recomputed.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.audit_table(reading).name
    'audit'
    """
    return found(reading, "quantities", rows=compare.audit(reading), published="audit", columns=AUDIT,
                 caption="Figures recomputed from the figures beside them")  # fmt: skip
