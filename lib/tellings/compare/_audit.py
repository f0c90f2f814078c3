"""The audit: every percentage, total, difference, change, multiple and conversion that the stated numbers allow."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from tellings.compare._precision import Reach, exact, stated
from tellings.compare._quantities import stated as stated_quantities
from tellings.compare._voice import placed

if TYPE_CHECKING:
    from tellings.read import Reading

# A result may stand this many sentences after the numbers it rests on; beyond that the text ties them no more.
_BACK = 2
_ROUND = 1000  # newspapers round to tens and hundreds from here on
_PARTS = 5  # the most numbers that a total is looked for in

COLUMNS = {
    "article": "str", "outlet": "str", "start": "int64", "end": "int64", "text": "str", "check": "str", "verdict": "str",
    "arithmetic": "str", "stated": "float64", "computed": "float64", "from_starts": "str", "tried": "int64", "by_chance": "float64",
    "sentence": "int64", "voice": "str",
}  # fmt: skip

_TOTAL = re.compile(
    r"\b(?:a total of|totall?ing|totals?|altogether|combined|in all|between them|bringing the total to)\b"
)
_EARLIER = re.compile(r"\b(?:from|compared (?:with|to)|against)\s(?:[a-z]{1,12}\s){0,2}$")
_LATER = re.compile(r"\bto\s(?:[a-z]{1,12}\s){0,2}$")
_TIMES = re.compile(
    r"\b(twice|double|doubled|triple|tripled|treble|trebled|quadrupled|(?:\d{1,3}|three|four|five|six|ten) times)\b"
)
_FACTORS = {"twice": 2, "double": 2, "doubled": 2, "triple": 3, "tripled": 3, "treble": 3, "trebled": 3, "quadrupled": 4,
            "three times": 3, "four times": 4, "five times": 5, "six times": 6, "ten times": 10}  # fmt: skip
_OF = re.compile(r"^[^.;]{0,60}?\b(?:of|out of|in every)\b[^.;]{0,40}$")


class _Number(NamedTuple):
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


class _Check(NamedTuple):
    """One recomputed number: what was stated, what follows, from which numbers, and how that was found."""

    result: _Number
    kind: str
    computed: float
    low: float
    high: float
    sources: tuple[_Number, ...]
    arithmetic: str
    explicit: bool


def audit(reading: Reading) -> pd.DataFrame:
    """Recompute every figure that other stated figures determine.

    Percentages (one count of another), totals, differences and percentage changes (from … to …), multiples (twice,
    three times) and currency conversions are tried, and only between numbers that the text puts in relation: in one
    sentence, or in the two before the result. ``tried`` says how many combinations were tried for the result, since
    with many tries something fits by chance.

    A combination that fits is reported as ``holds``, or ``holds if rounded`` where only the rounding of the stated
    numbers makes it fit. One that does not fit is reported as ``does not follow`` only where the words leave no doubt
    which numbers are meant (``30 of 120 boats, or 20 per cent``; ``rose 50 per cent, from 200 to 250``); otherwise it is no
    finding and only counts as tried. Currency conversions cannot be checked without a rate of the day: their
    ``implied rate`` is given, and ``differs`` where an article implies two rates more than a twentieth apart.

    Returns a row a result: ``article, outlet, start, end, text`` (of the stated result), ``check`` (``percentage``,
    ``total``, ``difference``, ``change``, ``multiple``, ``conversion``), ``verdict``, ``arithmetic`` (the sum in words and
    signs), ``stated, computed``, ``from_starts`` (where the numbers it rests on begin, separated by spaces), ``tried``;
    ``by_chance``, for a percentage the probability that one of so many tries fits a share drawn at random between 0
    and 100 (missing for the rest); ``sentence, voice``.
    """
    quantities = stated_quantities(reading)
    rows = [
        row
        for article, part in quantities[quantities["voice"].isin(["outlet", "quoted"])].groupby(
            "article", sort=False
        )
        for row in _article(reading, str(article), part)
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def _article(reading: Reading, article: str, part: pd.DataFrame) -> Iterator[tuple[object, ...]]:
    text = reading.corpus.text(article)
    numbers = [_number(row) for row in part.to_dict("records")]
    moves = [
        _move(row)
        for row in placed(reading, reading.ranges[reading.ranges["article"] == article]).to_dict("records")
    ]
    where = part.set_index("start")
    sentences = reading.sentences[reading.sentences["article"] == article]
    spans = list(zip(sentences["start"], sentences["end"], strict=True))
    for result in numbers:
        near = [n for n in numbers if n is not result and 0 <= result.sentence - n.sentence <= _BACK]
        checks = [check for find in _FINDERS for check in find(text, result, near, spans)]
        checks += [check for before, after in moves for check in _moved(result, before, after, text)]
        for check, verdict in _judged(checks):
            row = where.loc[result.start]
            yield (
                article, row["outlet"], result.start, result.end, result.text, check.kind, verdict, check.arithmetic,
                result.value, check.computed, " ".join(str(n.start) for n in check.sources), len(checks),
                _by_chance(check, len(checks)), result.sentence, row["voice"],
            )  # fmt: skip
    yield from _conversions(article, numbers, where)


def _number(row: dict[str, object]) -> _Number:
    restates = row["restates"]
    return _Number(
        int(str(row["start"])), int(str(row["end"])), str(row["text"]), float(str(row["value"])), str(row["unit"]),
        str(row["change"]), str(row["kind"]), int(str(row["sentence"])), None if pd.isna(restates) else int(str(restates)),
    )  # fmt: skip


def _judged(checks: list[_Check]) -> list[tuple[_Check, str]]:
    """The one check of each kind that counts: the nearest that fits, else one the words leave no doubt of."""
    found: list[tuple[_Check, str]] = []
    for kind in dict.fromkeys(check.kind for check in checks):
        here = [check for check in checks if check.kind == kind]
        fits = [check for check in here if check.result.reach.holds(check.computed)]
        loosely = [check for check in here if check.result.reach.meets(Reach(check.low, check.high))]
        plain = [check for check in here if check.explicit]
        if plain and not any(check in fits + loosely for check in plain):
            found.append((plain[0], "does not follow"))
        elif fits:
            found.append((min(fits, key=_distance), "holds"))
        elif any(check in loosely for check in plain):
            found.append((plain[0], "holds if rounded"))
    return found


def _by_chance(check: _Check, tried: int) -> float:
    if check.kind != "percentage":
        return float("nan")
    width = (check.result.reach.high - check.result.reach.low) / 100
    return float(1 - (1 - min(width, 1)) ** tried)


def _distance(check: _Check) -> int:
    return max(abs(check.result.start - source.start) for source in check.sources)


def _percentages(
    text: str, result: _Number, near: list[_Number], spans: list[tuple[int, int]]
) -> Iterator[_Check]:
    """``153`` of ``13,856`` is 1.1 per cent."""
    if result.kind != "percent" or result.change not in "=~":
        return
    for one, two in combinations([n for n in near if _comparable(n)], 2):
        part, whole = sorted((one, two), key=lambda n: n.value)
        if result.sentence not in (one.sentence, two.sentence):
            continue
        if part.kind == whole.kind and 0 < part.value < whole.value and _units_meet(part, whole):
            low, high = _ratio(part.reach, whole.reach)
            yield _Check(
                result, "percentage", 100 * part.value / whole.value, 100 * low, 100 * high, (part, whole),
                f"{part.text} / {whole.text} = {100 * part.value / whole.value:.4g}%", _said_of(text, result, one, two, spans),
            )  # fmt: skip


def _comparable(number: _Number) -> bool:
    return number.kind in {"count", "money"} and number.value > 0


def _units_meet(one: _Number, two: _Number) -> bool:
    return one.kind == "count" or one.unit == two.unit


def _ratio(part: Reach, whole: Reach) -> tuple[float, float]:
    return part.low / whole.high, part.high / whole.low if whole.low > 0 else float("inf")


def _said_of(text: str, result: _Number, one: _Number, two: _Number, spans: list[tuple[int, int]]) -> bool:
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


def _totals(
    text: str, result: _Number, near: list[_Number], spans: list[tuple[int, int]]
) -> Iterator[_Check]:
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
            total = sum(part.value for part in parts)
            low, high = sum(p.reach.low for p in parts), sum(p.reach.high for p in parts)
            shown = " + ".join(part.text for part in parts)
            yield _Check(result, "total", total, low, high, parts, f"{shown} = {total:,.10g}", False)


def _changes(
    text: str, result: _Number, near: list[_Number], spans: list[tuple[int, int]]
) -> Iterator[_Check]:
    """``to 250 people, up from 200 …, a rise of 50 or 25 per cent``."""
    here = [n for n in near if n.sentence == result.sentence and _comparable(n)]
    for one, two in combinations(here, 2):
        pair = _from_to(text, one, two)
        if pair and one.kind == two.kind and _units_meet(one, two):
            yield from _moved(result, *pair, text, alone=len(here) == 2)


def _move(row: dict[str, object]) -> tuple[_Number, _Number]:
    """The two ends of a range as numbers: ``from 200 to 250``. Each is written as its own digits."""
    whole = _number({**row, "restates": None})
    ends = [float(str(row["value"])), float(str(row["to"]))]
    before, after = (whole._replace(value=value, text=f"{value:,.10g}") for value in ends)
    return before, after


def _moved(
    result: _Number, before: _Number, after: _Number, text: str, *, alone: bool = True
) -> Iterator[_Check]:
    """What follows from a move: how far it went, and by how many per cent."""
    lead = text[max(0, before.start - 8) : before.start + 5].lower()
    if result.sentence != before.sentence or before.value in (0.0, after.value) or "from" not in lead:
        return
    gap, spread = abs(after.value - before.value), (_width(after) + _width(before)) / 2
    if result.kind == "percent":
        share = 100 / before.value
        yield _Check(
            result, "change", share * gap, share * (gap - spread), share * (gap + spread), (before, after),
            f"({after.text} − {before.text}) / {before.text} = {share * (after.value - before.value):.4g}%", alone,
        )  # fmt: skip
    elif result.kind == before.kind and result.change in {"up", "down"} and result.start != before.start:
        large, small = sorted((before, after), key=lambda n: -n.value)
        yield _Check(
            result, "difference", gap, gap - spread, gap + spread, (before, after),
            f"{large.text} − {small.text} = {gap:,.10g}", alone,
        )  # fmt: skip


def _width(number: _Number) -> float:
    return number.reach.high - number.reach.low


def _from_to(text: str, one: _Number, two: _Number) -> tuple[_Number, _Number] | None:
    """Which of two numbers is the earlier state, by the words before each: ``to 250, up from 200``."""
    lead = {n: text[max(0, n.start - 30) : n.start].lower() for n in (one, two)}
    for before, after in ((one, two), (two, one)):
        if _EARLIER.search(lead[before]) and _LATER.search(lead[after]):
            return before, after
    return None


def _multiples(
    text: str, result: _Number, near: list[_Number], spans: list[tuple[int, int]]
) -> Iterator[_Check]:
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
                yield _Check(result, "multiple", factor * other.value, low, high, (other,),
                             f"{factor:g} × {other.text} = {factor * other.value:,.10g}", True)  # fmt: skip


def _conversions(article: str, numbers: list[_Number], where: pd.DataFrame) -> Iterator[tuple[object, ...]]:
    """``€100,000 (£84,000)``: the rate implied, and whether the article's own rates agree."""
    by_start = {number.start: number for number in numbers}
    pairs = [(by_start[n.restates], n) for n in numbers if n.restates in by_start and n.kind == "money"]
    rates: dict[tuple[str, str], float] = {}
    for source, result in pairs:
        if not source.value or source.unit == result.unit:
            continue
        rate = result.value / source.value
        first = rates.setdefault((source.unit, result.unit), rate)
        verdict = "implied rate" if abs(rate / first - 1) <= 0.05 else "differs"
        row = where.loc[result.start]
        yield (
            article, row["outlet"], result.start, result.end, result.text, "conversion", verdict,
            f"{result.text} / {source.text} = {rate:.4g} {result.unit} a {source.unit}", result.value, first * source.value,
            str(source.start), 1, float("nan"), result.sentence, row["voice"],
        )  # fmt: skip


_FINDERS: tuple[Callable[[str, _Number, list[_Number], list[tuple[int, int]]], Iterator[_Check]], ...] = (
    _percentages, _totals, _changes, _multiples,
)  # fmt: skip
