"""The audit: every percentage, total, difference, change, multiple and conversion that the stated numbers allow."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from heapq import nsmallest
from itertools import islice
from typing import TYPE_CHECKING

import pandas as pd

from tellings.compare._audit_finders import (
    FINDERS,
    Check,
    Number,
    ends,
    listed_totals,
    moved,
    number_of,
    written,
)
from tellings.compare._ledger import speakers
from tellings.compare._measures import measure
from tellings.compare._precision import Reach
from tellings.compare._quantities import stated as stated_quantities
from tellings.compare._voice import placed

if TYPE_CHECKING:
    from tellings.read import Reading

# A result may stand this many sentences after the numbers it rests on; beyond that the text ties them no more.
_BACK = 2
# Of a sentence without end only so many numbers on either side are tried, or pairs of them would never end.
_NEAR = 30
COLUMNS = {
    "article": "str", "outlet": "str", "start": "int64", "end": "int64", "text": "str", "check": "str", "verdict": "str",
    "arithmetic": "str", "stated": "float64", "computed": "float64", "from_starts": "str", "tried": "int64",
    "by_chance": "float64", "sentence": "int64", "voice": "str", "speaker": "str",
}  # fmt: skip


def audit(reading: Reading) -> pd.DataFrame:
    """Recompute the figures that other stated figures determine, as far as these kinds are tried.

    Tried are percentages (one count or sum of another), totals (named as such, or with their parts listed: ``340
    people, 312 passengers and 28 crew``; ``of the 340, 298 …``), differences and percentage changes (from … to …, …
    up from …), multiples (twice, three times), and conversions of units and of currencies; and only between numbers
    that the text puts in relation: in one sentence, in the two before the result, or for the parts of a whole in the
    next. Averages, rates, shares of shares and sums across articles are not tried. ``tried`` says how many
    combinations were tried for the result, since with many tries something fits by chance.

    A combination that fits is reported as ``holds``, or ``holds if rounded`` where only the rounding of the stated
    numbers makes it fit. One that does not fit is reported as ``does not follow`` only where the words leave no doubt
    which numbers are meant (``30 of 120 boats, or 20 per cent``; ``rose 50 per cent, from 200 to 250``) and one pair
    alone fits them; otherwise it is no finding and only counts as tried. Units are converted by their exact factors.
    Currency conversions cannot be checked without a rate of the day: their ``implied rate`` is given, and ``differs``
    where an article implies two rates more than a twentieth apart.

    Returns a row a result: ``article, outlet, start, end, text`` (of the stated result), ``check`` (``percentage``,
    ``total``, ``difference``, ``change``, ``multiple``, ``conversion``), ``verdict``, ``arithmetic`` (the sum in words and
    signs), ``stated, computed``, ``from_starts`` (where the numbers it rests on begin, separated by spaces), ``tried``;
    ``by_chance``, for a percentage the probability that one of so many tries fits a share drawn at random between 0
    and 100 (missing for the rest); ``sentence, voice``; ``speaker``, who
    states the result where the outlet quotes or reports somebody: then the figure is theirs and not the outlet's.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.compare.audit(reading).columns[:3].tolist()
    ['article', 'outlet', 'start']
    """
    return reading.once(_recomputed)


def _recomputed(reading: Reading) -> pd.DataFrame:
    quantities = stated_quantities(reading)
    quantities = quantities.assign(speaker=speakers(reading, quantities))
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
    numbers = [number_of(row) for row in part.to_dict("records")]
    moves = _moves(reading, article)
    where = part.set_index("start")
    sentences = reading.sentences[reading.sentences["article"] == article]
    spans = list(zip(sentences["start"], sentences["end"], strict=True))
    by_sentence: defaultdict[int, list[Number]] = defaultdict(list)
    for number in numbers:
        by_sentence[number.sentence].append(number)
    for at, result in enumerate(numbers):
        near = _near(result, by_sentence)
        checks = [check for find in FINDERS for check in find(text, result, near, spans)]
        checks += listed_totals(text, result, list(islice(numbers, at, at + _NEAR)), spans)
        here = moves[result.sentence]
        checks += [check for move in here for check in moved(result, *move, text, alone=len(here) == 1)]
        for check, verdict in _judged(checks):
            row = where.loc[result.start]
            yield (
                article, row["outlet"], result.start, result.end, result.text, check.kind, verdict, check.arithmetic,
                result.value, check.computed, " ".join(str(n.start) for n in check.sources), len(checks),
                _by_chance(check, len(checks)), result.sentence, row["voice"], row["speaker"],
            )  # fmt: skip
    yield from _conversions(article, numbers, where)
    yield from _unit_conversions(article, numbers, where)


def _moves(reading: Reading, article: str) -> defaultdict[int, list[tuple[Number, Number]]]:
    """The ranges of each sentence as pairs of numbers."""
    found: defaultdict[int, list[tuple[Number, Number]]] = defaultdict(list)
    for row in placed(reading, reading.ranges[reading.ranges["article"] == article]).to_dict("records"):
        before, after = ends(row)
        if len(found[before.sentence]) < _NEAR:
            found[before.sentence].append((before, after))
    return found


def _near(result: Number, by_sentence: defaultdict[int, list[Number]]) -> list[Number]:
    """The numbers of a result's own sentence and of those just before it, the nearest of very many."""
    beside: list[Number] = []
    for sentence in range(result.sentence - _BACK, result.sentence + 1):
        here = by_sentence.get(sentence, [])
        at = bisect_left(here, result.start, key=lambda number: number.start)
        beside += [n for n in here[max(0, at - _NEAR) : at + _NEAR + 1] if n is not result]
    nearest = nsmallest(_NEAR, beside, key=lambda number: abs(number.start - result.start))
    return sorted(nearest, key=lambda number: number.start)


def _judged(checks: list[Check]) -> list[tuple[Check, str]]:
    """The one check of each kind that counts: the nearest that fits, else one the words leave no doubt of."""
    found: list[tuple[Check, str]] = []
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


def _by_chance(check: Check, tried: int) -> float:
    if check.kind != "percentage":
        return float("nan")
    width = (check.result.reach.high - check.result.reach.low) / 100
    return float(1 - (1 - min(width, 1)) ** tried)


def _distance(check: Check) -> int:
    return max(abs(check.result.start - source.start) for source in check.sources)


def _conversions(article: str, numbers: list[Number], where: pd.DataFrame) -> Iterator[tuple[object, ...]]:
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
            f"{result.text} / {source.text} = {written(rate)} {result.unit} a {source.unit}", result.value, first * source.value,
            str(source.start), 1, float("nan"), result.sentence, row["voice"], row["speaker"],
        )  # fmt: skip


def _unit_conversions(
    article: str, numbers: list[Number], where: pd.DataFrame
) -> Iterator[tuple[object, ...]]:
    """``12 miles (19km)``: the conversion by the exact factors of the units."""
    by_start = {number.start: number for number in numbers}
    for result in numbers:
        source = by_start.get(result.restates) if result.restates is not None else None
        one, two = (measure(source.unit), measure(result.unit)) if source else (None, None)
        if source is None or one is None or two is None or one.dimension != two.dimension:
            continue
        low, value, high = (
            (one.of(at) - two.shift) / two.factor
            for at in (source.reach.low, source.value, source.reach.high)
        )
        given = result.reach
        fits = "holds" if given.holds(value) else "holds if rounded" if given.meets(Reach(low, high)) else ""
        row = where.loc[result.start]
        yield (
            article, row["outlet"], result.start, result.end, result.text, "conversion", fits or "does not follow",
            f"{source.text} = {written(value)} {result.unit}", result.value, value, str(source.start), 1, float("nan"),
            result.sentence, row["voice"], row["speaker"],
        )  # fmt: skip
