"""Amounts: numbers with their units, as read from the lexemes of a text, before they are told apart."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tellings.read import _bounds, _counted, _dates, _lexemes, _names_of_numbers, _numerals, _units
from tellings.read._document import Document
from tellings.read._lexemes import Lexemes
from tellings.read._numerals import Numeral
from tellings.read._units import Unit

_DATED = {"date", "month", "year", "decade", "time"}
_SUPERLATIVE = {"most", "best", "biggest", "largest", "only", "few", "main", "many", "several", "greatest", "key",
                "worst", "first", "last", "top", "leading", "major", "more", "least"}  # fmt: skip
_COMPARED = ("compared with", "compared to", "up from", "down from", "against")
_OWNERS = {"the", "its", "their", "his", "her", "our", "my", "your", "these", "those"}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or two with a unit: lexemes ``first`` to ``last`` (left out), offsets ``start`` to ``end``."""

    first: int
    last: int
    start: int
    end: int
    value: float
    high: float | None
    unit: str
    kind: str
    bare: bool  # whether no unit and nothing counted stands with it
    scaled: bool
    change: str = "="
    counted: tuple[int, int] | None = None
    restates: int | None = None
    after: int = 0  # the place after all it takes in, the noun phrase counted included


def find(document: Document) -> list[Amount]:
    """The amounts of a document."""
    words = document(_lexemes.find)
    dated = _dated(document, words)
    found: list[Amount] = []
    place = 0
    while place < len(words):
        if place in dated:
            place = dated[place]
            continue
        amount = _at(words, place)
        if isinstance(amount, Amount):
            found.append(amount)
            place = amount.after
        else:
            place = amount
    return _inherited(words, [_finished(words, amount) for amount in _related(words, found)])


def _dated(document: Document, words: Lexemes) -> dict[int, int]:
    """The places where a date with figures starts, and the places after it."""
    places: dict[int, int] = {}
    place = 0
    for date in document(_dates.find):
        while place < len(words) and words[place].start < date.start:
            place += 1
        first = place
        while place < len(words) and words[place].start < date.end:
            place += 1
        if date.kind in _DATED and place > first:
            places[first] = place
    return places


def _at(words: Lexemes, place: int) -> Amount | int:
    """The amount that starts at a place, or the place to look at next."""
    currency = _units.currency_before(words, place) or _negative_currency(words, place)
    numeral = _numerals.at(words, place, money=currency is not None)
    if numeral is None:
        return place + 1
    share = _numerals.ratio(words, numeral)
    if share is not None and currency is None:
        return _amount(words, share, Unit("", "fraction", share.last))
    member = _member(words, numeral)
    if member is not None:
        return member
    if currency is None and _score(words, numeral):
        return numeral.last + 2
    if _names_of_numbers.names(words, numeral, money=currency is not None):
        return numeral.last
    if currency is not None:
        unit = Unit(currency[0], "money", numeral.last)
        return _amount(words, numeral, _units.over(words, unit), first=currency[1])
    return _measured(words, numeral)


def _negative_currency(words: Lexemes, place: int) -> tuple[str, int] | None:
    minus = words.at(place - 1)
    return _units.currency_before(words, place - 1) if minus.text in "-−" and minus.glued else None


def _member(words: Lexemes, numeral: Numeral) -> Amount | None:
    """``one of the students`` counts one; ``one of the best`` and ``one of several`` are ways of speaking."""
    if numeral.value != 1 or numeral.written != "words" or words.low(numeral.last) != "of":
        return None
    after = words.low(numeral.last + 2)
    if words.low(numeral.last + 1) not in _OWNERS or after in _SUPERLATIVE or after.endswith("est"):
        return None
    phrase = _counted.after(words, numeral.last + 2, like=numeral.first)
    if phrase is None or not _counted.plural(words, phrase.last - 1):
        return None
    return _amount(words, numeral, Unit(phrase.unit, "count", numeral.last), phrase=phrase)


def _measured(words: Lexemes, numeral: Numeral) -> Amount | int:
    """A numeral without a currency before it, with the unit or the noun phrase after it."""
    last = numeral.last
    hyphen = words.low(last) in {"-", "‑"} and words.at(last + 1).glued
    if numeral.written == "fraction":
        inner = _units.at(words, last + 1) if words.low(last) in {"a", "an"} else None
        inner = inner or (_units.at(words, last + 2) if words.low(last + 1) in {"a", "an"} else None)
        return _amount(words, numeral, inner or Unit("", "fraction", last))
    scaled = not numeral.plain and numeral.value >= 1e5
    unit = _units.pounds(words, last + hyphen, numeral.value, scaled) or _units.at(words, last + hyphen)
    if unit is not None and not _ordinal_second(words, numeral, unit):
        return _amount(words, numeral, unit)
    if _names_of_numbers.is_age(words, numeral):
        return _amount(words, numeral, Unit("year of age", "age", last))
    return _counting(words, numeral, hyphen=hyphen)


def _ordinal_second(words: Lexemes, numeral: Numeral, unit: Unit) -> bool:
    """``the two second homes``."""
    return unit.name == "second" and words[unit.last - 1].low == "second" and numeral.written == "words"


def _counting(words: Lexemes, numeral: Numeral, *, hyphen: bool) -> Amount | int:
    last = numeral.last
    if hyphen and words.at(last + 1).word:
        noun = words[last + 1]
        phrase = _counted.Phrase(last + 1, last + 2, _units.singular(noun.low))
        return _amount(words, numeral, Unit(phrase.unit, "count", last), phrase=phrase)
    one = numeral.value == 1
    phrase_ = _counted.after(words, last, like=numeral.first, one=one) or _counted.of_what(words, last)
    if numeral.written == "loose" and phrase_ is None:
        return last
    return _amount(words, numeral, Unit(phrase_.unit if phrase_ else "", "count", last), phrase=phrase_)


def _score(words: Lexemes, numeral: Numeral) -> bool:
    """``2-1``: small numbers, the first not the smaller, and nothing measured."""
    under = words.at(numeral.last + 1)
    if words.low(numeral.last) not in {"-", "–"} or not under.glued or not under.text.isdigit():
        return False
    return numeral.plain and len(under.text) < 4 and numeral.value >= int(under.text) and (
        _units.at(words, numeral.last + 2) is None
    )


def _amount(
    words: Lexemes, numeral: Numeral, unit: Unit, *, first: int | None = None, phrase: _counted.Phrase | None = None
) -> Amount:
    start = numeral.first if first is None else first
    value, start = _signed(words, numeral, start)
    kind = "count" if unit.name == "count" else unit.kind
    return Amount(
        first=start,
        last=unit.last,
        start=words[start].start,
        end=words[unit.last - 1].end,
        value=value,
        high=numeral.high,
        unit=unit.name,
        kind=kind,
        bare=not unit.name and phrase is None and kind == "count",
        scaled=not numeral.plain and numeral.written == "digits" and numeral.value >= 1e3,
        counted=(words[phrase.first].start, words[phrase.last - 1].end) if phrase else None,
        after=max(unit.last, phrase.last if phrase else 0),
    )


def _signed(words: Lexemes, numeral: Numeral, first: int) -> tuple[float, int]:
    """The value with a minus before it taken in, and the place where the amount starts then."""
    minus = words.at(numeral.first - 1)
    if first < numeral.first and minus.text in "-−":
        return -numeral.value, first
    if minus.low == "minus":
        return -numeral.value, first - 1
    if minus.text in "-−" and words.low(numeral.first - 2) == "minus":
        return -numeral.value, first - 2
    if minus.text in "-−" and words.at(numeral.first).glued and not minus.glued and first == numeral.first:
        return -numeral.value, first - 1
    return numeral.value, first


def _related(words: Lexemes, found: list[Amount]) -> list[Amount]:
    """Amounts side by side: ranges made one, units shared, restatements linked."""
    kept: list[Amount] = []
    for amount in found:
        before = kept[-1] if kept else None
        if before is None or amount.first - before.after > 12 or not _together(words, before, amount):
            kept.append(amount)
            continue
        between = [words.low(place) for place in range(before.after, amount.first)]
        if _is_range(words, before, amount, between):
            kept[-1] = _range(before, amount)
        else:
            kept[-1], amount = _shared(before, amount, between)
            kept.append(amount)
    return kept


def _together(words: Lexemes, one: Amount, other: Amount) -> bool:
    return words[one.first].sentence == words[other.first].sentence


def _is_range(words: Lexemes, one: Amount, other: Amount, between: list[str]) -> bool:
    if one.high is not None or other.high is not None:
        return False
    ends = other.bare and bool(one.unit) and (one.kind != "count") and words.low(one.first - 1) in {"from", "between"}
    alike = one.unit == other.unit or other.unit.startswith(f"{one.unit} per ") or (one.bare and not other.bare) or ends
    if not alike:
        return False
    if between in (["-"], ["–"], ["up", "to"]):
        return True
    if between == ["to"]:
        return one.bare or words.low(one.first - 1) not in {"up", "rose", "fell", "increased", "was", "were"}
    if between == ["and"]:
        return "between" in {words.low(one.first - step) for step in (1, 2)}
    return between == ["or"] and one.bare and 0 < other.value - one.value <= max(2, one.value)


def _range(one: Amount, other: Amount) -> Amount:
    value = one.value
    if other.scaled and not one.scaled and one.value < 1000:
        scale = next((scale for scale in (1e12, 1e9, 1e6, 1e3) if other.value >= scale), 1.0)
        value = one.value * scale if one.value < other.value / scale else one.value
    return replace(
        other if not other.bare else one,
        first=one.first,
        start=one.start,
        value=value,
        high=other.value,
        last=other.last,
        end=other.end,
        after=other.after,
    )


def _shared(one: Amount, other: Amount, between: list[str]) -> tuple[Amount, Amount]:
    """Two amounts with the unit of one for both where one names none, and a restatement linked."""
    joint = " ".join(between)
    if between[:1] == ["("] and one.unit and other.unit and one.kind == other.kind and one.kind in {"money", "measure"}:
        return one, replace(other, restates=one.start)
    if one.bare and joint in {"and", "or", "of the", "of its", "of"} and not other.bare:
        return replace(one, unit=other.unit, kind=other.kind, counted=other.counted), other
    if other.bare and (joint == "from" or joint.endswith(_COMPARED)) and one.unit:
        return one, replace(other, unit=one.unit, kind=one.kind, counted=one.counted)
    return one, other


def _finished(words: Lexemes, amount: Amount) -> Amount:
    """The amount with how it is qualified and what it counts."""
    change = _bounds.change(words, amount.first, amount.last, kind=amount.kind)
    if change == "=" and amount.kind == "percent":
        change = _bounds.direction_after(words, amount.last) or "="
    if amount.kind == "duration" and words.low(amount.first - 1) == "of" and words.low(amount.first - 2) == "age":
        amount = replace(amount, unit="year of age", kind="age")
    counted = amount.counted or _counted_beside(words, amount)
    return replace(amount, change=change, counted=counted)


def _inherited(words: Lexemes, found: list[Amount]) -> list[Amount]:
    """Amounts with the change of what they say again: ``rose 20 points, or 0.6%``."""
    kept: list[Amount] = []
    for amount in found:
        before = kept[-1] if kept else None
        if before is not None and amount.change == "=" and before.change != "=":
            between = [words.low(place) for place in range(before.after, min(amount.first, before.after + 3))]
            if between in (["or"], [",", "or"]) or amount.restates == before.start:
                amount = replace(amount, change=before.change)
        kept.append(amount)
    return kept


def _counted_beside(words: Lexemes, amount: Amount) -> tuple[int, int] | None:
    phrase = _counted.of_what(words, amount.last) if amount.kind in {"percent", "fraction"} else None
    phrase = phrase or (_counted.before(words, amount.first) if amount.kind in {"percent", "money", "count"} else None)
    return (words[phrase.first].start, words[phrase.last - 1].end) if phrase else None
