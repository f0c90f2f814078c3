"""What opens the page on public figures and numbers: who speaks, who is named, which numbers hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pandas as pd

from tellings import compare
from tellings.compare._each import each
from tellings.show._numbers import as_written, ranges, said_by, who
from tellings.show._publish import Finding, finding
from tellings.show._words import count, listed, percent

if TYPE_CHECKING:
    from tellings.read import Reading


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
