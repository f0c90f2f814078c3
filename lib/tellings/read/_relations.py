"""Amounts beside each other: ranges, shared units, restatements, and what each counts and how."""

from __future__ import annotations

from tellings.read import _amounts, _bounds, _counted, _lexemes
from tellings.read._amounts import Amount
from tellings.read._document import Document
from tellings.read._figure_words import listed
from tellings.read._lexemes import Lexemes
from tellings.read._names_of_numbers import AGES

REACH = 12  # lexemes between two amounts that may still be told together
_COMPARED = ("compared with", "compared to", "up from", "down from", "against")


def find(document: Document) -> list[Amount]:
    """The amounts of a document, with their relations."""
    words = document(_lexemes.find)
    finished = [_finished(words, amount) for amount in _paired(words, document(_amounts.find))]
    return _inherited(words, finished)


def _paired(words: Lexemes, found: list[Amount]) -> list[Amount]:
    """Amounts side by side: ranges made one, units shared, restatements linked."""
    kept: list[Amount] = []
    for amount in found:
        before = kept[-1] if kept else None
        if before is None or amount.first - before.after > REACH or not _together(words, before, amount):
            kept.append(amount)
            continue
        between = [words.low(place) for place in range(before.after, amount.first)]
        if _is_range(words, before, amount, between):
            kept[-1] = _range(before, amount)
        else:
            kept[-1], amount = _shared(words, before, amount, between)
            kept.append(amount)
    return kept


def _together(words: Lexemes, one: Amount, other: Amount) -> bool:
    return words.sentence(one.first) == words.sentence(other.first)


def _is_range(words: Lexemes, one: Amount, other: Amount, between: list[str]) -> bool:
    """Whether two amounts are the ends of one: ``5 to 7 per cent``, ``between £2 and £3``, ``two or three``."""
    if one.high is not None or other.high is not None or not _alike(words, one, other):
        return False
    if between in (["-"], ["–"], ["up", "to"]):
        return True
    if between == ["to"]:
        moved = _bounds.change(words, one.first, one.number, one.last, kind=one.kind) in {"up", "down"}
        return one.bare or one.kind == "age" or not moved
    if between == ["and"]:
        return "between" in {words.low(one.first - step) for step in (1, 2)}
    return between == ["or"] and one.bare and 0 < other.value - one.value <= max(2, one.value)


def _alike(words: Lexemes, one: Amount, other: Amount) -> bool:
    """Whether two amounts can share a unit: it is the same, or one of them leaves it to the other."""
    if one.unit == other.unit or (one.unit and other.unit.startswith(f"{one.unit} per ")):
        return True
    if one.bare or one.kind == "age":
        return one.bare != other.bare
    led = words.low(one.first - 1) in {"from", "between"}
    return other.bare and bool(one.unit) and one.kind != "count" and led


def _range(one: Amount, other: Amount) -> Amount:
    value = one.value
    if other.scaled and not one.scaled and one.value < 1000:
        scale = next((scale for scale in (1e12, 1e9, 1e6, 1e3) if other.value >= scale), 1.0)
        value = one.value * scale if one.value < other.value / scale else one.value
    return (other if not other.bare else one)._replace(
        first=one.first,
        start=one.start,
        value=value,
        high=other.value,
        last=other.last,
        end=other.end,
        after=other.after,
    )


def _shared(words: Lexemes, one: Amount, other: Amount, between: list[str]) -> tuple[Amount, Amount]:
    """Two amounts with the unit of one for both where one names none, and a restatement linked."""
    joint = " ".join(between)
    if (
        between[:1] == ["("]
        and one.unit
        and other.unit
        and one.kind == other.kind
        and one.kind in {"money", "measure"}
    ):
        return one, other._replace(restates=one.start)
    if _part_of(one, other, between):
        return one._replace(unit=other.unit, counted=other.counted, out_of=other.start), other
    if one.bare and joint in {"and", "or", "of the", "of its", "of"} and not other.bare:
        return one._replace(unit=other.unit, kind=other.kind, counted=other.counted), other
    if other.bare and _also_aged(words, one, other, between):
        return one, other._replace(unit=one.unit, kind=one.kind, bare=False)
    if other.bare and (joint == "from" or joint.endswith(_COMPARED)) and one.unit:
        if one.kind == "percent" and other.value > 100:
            return one, other
        return one, other._replace(unit=one.unit, kind=one.kind, counted=one.counted)
    return one, other


def _also_aged(words: Lexemes, one: Amount, other: Amount, between: list[str]) -> bool:
    """Whether a number goes on with a list of ages: ``ages 10, 9 and 4``."""
    if one.kind != "age" or other.value > AGES or not set(between) <= {",", "and"}:
        return False
    return bool({words.low(place) for place in range(max(0, one.first - 9), one.first)} & {"aged", "ages"})


def _part_of(one: Amount, other: Amount, between: list[str]) -> bool:
    """Whether one count is a part of another: ``two of its last five inspections``, ``six of the 30``."""
    if not one.bare or other.kind != "count" or other.value < one.value or between[:1] != ["of"]:
        return False
    inner = between[1:]
    return 0 < len(inner) < 4 and set(inner) <= listed("owners") | listed("parts_of_a_series")


def _finished(words: Lexemes, amount: Amount) -> Amount:
    """The amount with how it is qualified and what it counts."""
    bound = _bounds.bound(words, amount.first, amount.number, amount.last, kind=amount.kind)
    change = bound.change if bound else _bounds.direction(words, amount.first, kind=amount.kind)
    if change == "=" and amount.kind == "percent":
        change = _bounds.direction_after(words, amount.last) or "="
    before = (words.low(amount.first - 2), words.low(amount.first - 1))
    if amount.kind == "duration" and before == ("age", "of"):
        amount = amount._replace(unit=f"{amount.unit} of age", kind="age")
    span = (words.start(bound.first), words.end(bound.last - 1)) if bound else amount.bound
    counted = amount.counted or _counted_beside(words, amount)
    if (change, span, counted) == (amount.change, amount.bound, amount.counted):
        return amount
    return amount._replace(change=change, bound=span, counted=counted)


def _inherited(words: Lexemes, found: list[Amount]) -> list[Amount]:
    """Amounts with what is told of the one before them: ``rose 20 points, or 0.6%``, ``from 5% to 7%``."""
    kept: list[Amount] = []
    for amount in found:
        before = kept[-1] if kept else None
        if before is not None:
            between = [words.low(place) for place in range(before.after, min(amount.first, before.after + 3))]
            said_again = between in (["or"], [",", "or"]) or amount.restates == before.start
            if said_again and amount.change == "=":
                amount = amount._replace(change=before.change, bound=before.bound)
            moved = between in (["to"], ["from"]) and amount.kind == before.kind
            if (said_again or moved) and not amount.counted:
                amount = amount._replace(counted=before.counted)
        kept.append(amount)
    return kept


def _past_restated(words: Lexemes, place: int) -> int:
    """The place after brackets at a place: ``€100 (£84) fine``."""
    if words.low(place) in {"(", ")"}:
        for step in range(1, 7):
            if words.low(place + step) == ")":
                return place + step + 1
        return place + (words.low(place) == ")")
    return place


def _counted_beside(words: Lexemes, amount: Amount) -> tuple[int, int] | None:
    if amount.kind not in {"percent", "fraction", "money", "count"}:
        return None
    share = amount.kind in {"percent", "fraction"}
    phrase = _counted.of_what(words, amount.last, share=share)
    if phrase is None and amount.kind != "count":
        phrase = _counted.beside(words, _past_restated(words, amount.last), like=amount.first)
    phrase = phrase or _counted.before(words, amount.first, count=amount.kind == "count")
    return (words.start(phrase.first), words.end(phrase.last - 1)) if phrase else None
