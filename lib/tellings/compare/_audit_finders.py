"""What the audit tries: the percentages, totals, changes, differences and multiples of a text's own numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import combinations
from typing import Any, NamedTuple

import pandas as pd

from tellings.compare._precision import Reach, exact, stated

_ROUND = 1000  # newspapers round to tens and hundreds from here on
_PARTS = 5  # the most numbers that a total is looked for in

_TOTAL = re.compile(
    r"\b(?:a total of|totall?ing|totals?|altogether|combined|in all|between them"
    r"|bringing the total to|making|adding up to|in total|all told)\b"
)
_EARLIER = re.compile(
    r"(?:\b(?:from|compared (?:with|to)|against)"
    r"|[;,]\s(?:in (?:19|20)\d\d|an? (?:year|month|week|decade) (?:ago|earlier|before)|the (?:year|month) before|previously)"
    r",?\s(?:it|they|there|the (?:figure|number|total))\s(?:was|were|had been|stood at))"
    r"\s(?:[a-z]{1,12}\s){0,2}$"
)
_LEAD = 60  # characters before a number that can say it is the earlier state
_LATER = re.compile(r"\bto\s(?:[a-z]{1,12}\s){0,2}$")
_TIMES = re.compile(
    r"\b(twice|double|doubled|triple|tripled|treble|trebled|quadrupled|(?:\d{1,3}|three|four|five|six|ten) times)\b"
)
_FACTORS = {"twice": 2, "double": 2, "doubled": 2, "triple": 3, "tripled": 3, "treble": 3, "trebled": 3, "quadrupled": 4,
            "three times": 3, "four times": 4, "five times": 5, "six times": 6, "ten times": 10}  # fmt: skip
_OF = re.compile(r"^[^.;]{0,60}?\b(?:of|out of|in every)\b[^.;]{0,40}$")


# A result that the words set beside a move: "from 40 to 28, a cut of 30%", "up 30%, from 20 to 26".
_NOUN = r"(?:rise|increase|jump|gain|growth|surge|cut|fall|drop|decrease|reduction|decline|change|difference)"
_AFTER_MOVE = re.compile(
    rf"[^.;,]{{0,30}},?\s(?:or|(?:which\sis\s)?an?\s(?:\w+\s)?{_NOUN}(?:\sof|\sby)?)\s"
    r"(?:about\s|around\s|nearly\s|some\s)?|\s?\("
)
_BEFORE_MOVE = re.compile(
    r",?\s(?:in\s\w+\s|last\s\w+\s)?(?:up\s|down\s)?(?:from|to)\s(?:about\s|around\s|some\s)?"
)
_BETWEEN_PARTS = re.compile(r"[^.;\d]{0,40}?(?:,|\sand|,\sand)\s(?:the\s)?")
_OPENS_PARTS = re.compile(r"\s?(?:[a-z]++(?:\s[a-z]++){0,2}\s?)?(?:,|:|\s–|\s—|\s\()\s?")
_WHOLE = re.compile(r"\bof\s(?:the|its|their|these|those|all)\s$")
_RESTING = re.compile(r"\b(?:the\s)?(?:other|others|remaining|rest)\b")


class Number(NamedTuple):
    start: int
    end: int
    text: str
    value: float
    unit: str
    change: str
    kind: str
    sentence: int
    restates: int | None

    @property
    def reach(self) -> Reach:
        """The values it can stand for. Whole numbers below a thousand are meant as they stand, unless "about"."""
        if self.change == "~":
            return stated(self.value, self.text, "~")
        if float(self.value).is_integer() and abs(self.value) < _ROUND:
            return Reach(self.value - 0.5, self.value + 0.5)
        return exact(self.value, self.text)


class Check(NamedTuple):
    """One recomputed number: what was stated, what follows, from which numbers, and how that was found."""

    result: Number
    kind: str
    computed: float
    low: float
    high: float
    sources: tuple[Number, ...]
    arithmetic: str
    explicit: bool


def number_of(row: Mapping[Any, Any]) -> Number:
    restates = row["restates"]
    return Number(
        int(str(row["start"])), int(str(row["end"])), str(row["text"]), float(str(row["value"])), str(row["unit"]),
        str(row["change"]), str(row["kind"]), int(str(row["sentence"])), None if pd.isna(restates) else int(str(restates)),
    )  # fmt: skip


def _percentages(
    text: str, result: Number, near: list[Number], spans: list[tuple[int, int]]
) -> Iterator[Check]:
    """``153`` of ``13,856`` is 1.1 per cent."""
    if result.kind != "percent" or result.change not in "=~":
        return
    for one, two in combinations([n for n in near if _comparable(n)], 2):
        part, whole = sorted((one, two), key=lambda n: n.value)
        if result.sentence not in (one.sentence, two.sentence):
            continue
        if part.kind == whole.kind and 0 < part.value < whole.value and _units_meet(part, whole):
            low, high = _ratio(part.reach, whole.reach)
            yield Check(
                result, "percentage", 100 * part.value / whole.value, 100 * low, 100 * high, (part, whole),
                f"{part.text} / {whole.text} = {written(100 * part.value / whole.value)}%",
                _said_of(text, result, one, two, spans),
            )  # fmt: skip


def _comparable(number: Number) -> bool:
    return number.kind in {"count", "money"} and number.value > 0


def _units_meet(one: Number, two: Number) -> bool:
    return one.kind == "count" or one.unit == two.unit


def _ratio(part: Reach, whole: Reach) -> tuple[float, float]:
    return part.low / whole.high, part.high / whole.low if whole.low > 0 else float("inf")


def _said_of(text: str, result: Number, one: Number, two: Number, spans: list[tuple[int, int]]) -> bool:
    """Whether the sentence says the share outright: ``30 of 120 boats, or 20 per cent``."""
    if not one.sentence == two.sentence == result.sentence:
        return False
    first, second = sorted((one, two), key=lambda n: n.start)
    between = text[first.end : second.start]
    after = text[second.end : result.start] if result.start > second.end else ""
    tied = re.fullmatch(
        r"[^.;]{0,40}?(?:,? or (?:about |around |just |some )?|\s?\(|,? – |,? equal to |,? which is )", after
    )
    return first.value < second.value and bool(_OF.match(between)) and bool(tied)


def _totals(text: str, result: Number, near: list[Number], spans: list[tuple[int, int]]) -> Iterator[Check]:
    """``12`` and ``9`` make ``a total of 21``."""
    start, end = spans[result.sentence] if result.sentence >= 0 else (result.start, result.end)
    named = _TOTAL.search(text[max(start, result.start - 40) : min(end, result.end + 40)].lower())
    like = [n for n in near if n.kind == result.kind and n.value < result.value and _units_meet(n, result)][
        -_PARTS:
    ]
    if not named or result.kind not in {"count", "money"} or len(like) < 2:
        return
    for size in range(2, len(like) + 1):
        for parts in combinations(like, size):
            yield _sum(result, parts, explicit=False)


def listed_totals(
    text: str, result: Number, numbers: list[Number], spans: list[tuple[int, int]]
) -> Iterator[Check]:
    """A whole with its parts plainly listed: ``340 people, 312 passengers and 28 crew``, ``of the 340, 298 …``."""
    if result.kind not in {"count", "money"} or result.value < 2:
        return
    beyond = [
        n for n in numbers if n.start >= result.end and n.kind == result.kind and _units_meet(n, result)
    ]
    for parts in (_run(text, result, beyond), _rest(text, result, beyond, spans)):
        if len(parts) > 1:
            yield _sum(result, tuple(parts), explicit=False)


def _run(text: str, result: Number, beyond: list[Number]) -> list[Number]:
    """The numbers listed right after a whole, each joined to the one before by a comma or ``and``."""
    parts: list[Number] = []
    for number in beyond[:_PARTS]:
        last = parts[-1].end if parts else result.end
        pattern = _BETWEEN_PARTS if parts else _OPENS_PARTS
        if number.sentence != result.sentence or not pattern.fullmatch(text[last : number.start]):
            break
        parts.append(number)
    return parts


def _rest(text: str, result: Number, beyond: list[Number], spans: list[tuple[int, int]]) -> list[Number]:
    """The parts of ``of the 340``: those of its sentence, and those of the next if it speaks of the others."""
    if result.sentence < 0 or not _WHOLE.search(text[max(0, result.start - 12) : result.start].lower()):
        return []
    start, end = spans[min(result.sentence + 1, len(spans) - 1)]
    further = bool(_RESTING.search(text[start:end].lower()[:40]))
    return [n for n in beyond if n.sentence - result.sentence <= further and n.value < result.value][:_PARTS]


def _sum(result: Number, parts: tuple[Number, ...], *, explicit: bool) -> Check:
    total = sum(part.value for part in parts)
    low, high = sum(p.reach.low for p in parts), sum(p.reach.high for p in parts)
    shown = " + ".join(part.text for part in parts)
    return Check(result, "total", total, low, high, parts, f"{shown} = {total:,.10g}", explicit)


def _changes(text: str, result: Number, near: list[Number], spans: list[tuple[int, int]]) -> Iterator[Check]:
    """``to 250 people, up from 200 …, a rise of 50 or 25 per cent``."""
    here = [n for n in near if n.sentence == result.sentence and _comparable(n)]
    pairs = [
        pair
        for one, two in combinations(here, 2)
        if one.kind == two.kind and _units_meet(one, two) and (pair := _from_to(text, one, two))
    ]
    for before, after in pairs:
        yield from moved(result, before, after, text, alone=len(pairs) == 1)


def ends(row: Mapping[Any, Any]) -> tuple[Number, Number]:
    """The two ends of a range as numbers: ``from 200 to 250``. Each is written as its own digits."""
    whole = number_of({**row, "restates": None})
    ends = [float(str(row["value"])), float(str(row["to"]))]
    before, after = (whole._replace(value=value, text=f"{value:,.10g}") for value in ends)
    return before, after


def moved(result: Number, before: Number, after: Number, text: str, *, alone: bool = True) -> Iterator[Check]:
    """What follows from a move: how far it went, and by how many per cent."""
    lead = text[max(0, before.start - 8) : before.start + 5].lower()
    tied = _tied(text, result, before, after)
    if (
        result.sentence != before.sentence
        or before.value in (0.0, after.value)
        or not (tied or "from" in lead)
    ):
        return
    alone = alone and tied
    gap, spread = abs(after.value - before.value), (_width(after) + _width(before)) / 2
    if result.kind == "percent":
        share = 100 / before.value
        yield Check(
            result, "change", share * gap, share * (gap - spread), share * (gap + spread), (before, after),
            f"({after.text} − {before.text}) / {before.text} = {_signed(share * (after.value - before.value))}%", alone,
        )  # fmt: skip
    elif result.kind == before.kind and result.change in {"up", "down"} and result.start != before.start:
        large, small = sorted((before, after), key=lambda n: -n.value)
        yield Check(
            result, "difference", gap, gap - spread, gap + spread, (before, after),
            f"{large.text} − {small.text} = {gap:,.10g}", alone,
        )  # fmt: skip


def _signed(value: float) -> str:
    """A number with the minus of print, where it has one.

    >>> _signed(-30.0), _signed(12.5)
    ('−30', '12.5')
    """
    return written(value).replace("-", "−")


def written(value: float) -> str:
    """The first four digits of a number as print has it, without a power of ten.

    >>> written(10006.0), written(0.00028741), written(23.08)
    ('10,010', '0.0002874', '23.08')
    """
    return f"{Decimal(f'{value:.4g}'):,f}"


def _tied(text: str, result: Number, before: Number, after: Number) -> bool:
    """Whether the words set a result beside a move: ``from 40 to 28, a cut of 30%``."""
    first, last = min(before.start, after.start), max(before.end, after.end)
    if result.start >= last:
        return bool(_AFTER_MOVE.fullmatch(text[last : result.start]))
    return result.end <= first and bool(_BEFORE_MOVE.fullmatch(text[result.end : first]))


def _width(number: Number) -> float:
    return number.reach.high - number.reach.low


def _from_to(text: str, one: Number, two: Number) -> tuple[Number, Number] | None:
    """Which of two numbers is the earlier state, by the words before each: ``to 250, up from 200``."""
    lead = {n: text[max(0, n.start - _LEAD) : n.start].lower() for n in (one, two)}
    for before, after in ((one, two), (two, one)):
        if _EARLIER.search(lead[before]) and _LATER.search(lead[after]):
            return before, after
    first, last = sorted((one, two), key=lambda n: n.start)
    between = text[first.end : last.start].lower()
    if len(between) < 60 and re.search(
        r"\b(?:up|down|compared with|compared to)\s(?:from\s)?(?:\w+\s)?$", between
    ):
        return last, first
    return None


def _multiples(
    text: str, result: Number, near: list[Number], spans: list[tuple[int, int]]
) -> Iterator[Check]:
    """``40, twice the 20 of last year``."""
    for other in near:
        if other.sentence != result.sentence or other.start < result.end or other.kind != result.kind:
            continue
        between = text[result.end : other.start].lower()
        times = _TIMES.search(between)
        if times and len(between) < 60 and _units_meet(result, other) and other.value > 0:
            factor = float(_FACTORS.get(times.group(1)) or re.sub(r"\D", "", times.group(1)) or 0)
            if factor:
                low, high = factor * other.reach.low, factor * other.reach.high
                yield Check(result, "multiple", factor * other.value, low, high, (other,),
                             f"{factor:g} × {other.text} = {factor * other.value:,.10g}", True)  # fmt: skip


FINDERS: tuple[Callable[[str, Number, list[Number], list[tuple[int, int]]], Iterator[Check]], ...] = (
    _percentages, _totals, _changes, _multiples,
)  # fmt: skip
