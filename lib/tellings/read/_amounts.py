"""Amounts: numbers with their units, as read from the lexemes of a text, before they are told apart."""

from __future__ import annotations

from typing import NamedTuple

from tellings.read import _bounds, _counted, _dates, _lexemes, _names_of_numbers, _numerals, _ratios, _units
from tellings.read._document import Document
from tellings.read._lexemes import Lexemes
from tellings.read._numerals import Numeral
from tellings.read._units import Unit

_DATED = {"date", "month", "year", "decade", "time"}
_LOOSELY = {"few", "many", "several", "more", "only"}
_OWNERS = {"the", "its", "their", "his", "her", "our", "my", "your", "these", "those"}


class Amount(NamedTuple):
    """A number or two with a unit: lexemes ``first`` to ``last`` (left out), offsets ``start`` to ``end``."""

    first: int
    last: int
    number: int
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
    out_of: int | None = None  # where the number starts that this one is a part of: ``two of its last five``
    bound: tuple[int, int] | None = None
    after: int = 0  # the place after all it takes in, the noun phrase counted included


def find(document: Document) -> list[Amount]:
    """The amounts of a document one by one: in order, and not yet set beside each other."""
    words = document(_lexemes.find)
    dated = _dated(document, words)
    found: list[Amount] = []
    free = 0  # the first place that nothing has taken
    for place in sorted(dated.keys() | _numerals.starts(words)):
        if place < free:
            continue
        if place in dated:
            free = dated[place]
            continue
        amount = _at(words, place, since=found[-1].after if found else 0)
        if isinstance(amount, Amount):
            found.append(amount)
            free = amount.after
        else:
            free = amount
    return found


def _dated(document: Document, words: Lexemes) -> dict[int, int]:
    """The places where a date with figures starts, and the places after it."""
    places: dict[int, int] = {}
    for date in document(_dates.find):
        if date.kind in _DATED:
            first, after = words.since(date.start), words.since(date.end)
            if after > first:
                places[first] = after
    return places


def _at(words: Lexemes, place: int, *, since: int) -> Amount | int:
    """The amount that starts at a place, or the place to look at next; what is before ``since`` is taken."""
    currency = _units.currency_before(words, place) or _negative_currency(words, place)
    if currency is not None and currency[1] < since:
        currency = None
    numeral = _numerals.at(words, place, money=currency is not None)
    if numeral is None:
        return place + 1
    share = _ratios.ratio(words, numeral)
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
    """``one of the students``: a member of a group that is told; ``one of several`` tells no group."""
    if numeral.value != 1 or numeral.written != "words" or words.low(numeral.last) != "of":
        return None
    if words.low(numeral.last + 1) not in _OWNERS or words.low(numeral.last + 2) in _LOOSELY:
        return None
    whole = _numerals.at(words, numeral.last + 2)
    phrase = _counted.after(words, whole.last if whole else numeral.last + 2, like=numeral.first)
    if (
        phrase is None
        or not _counted.plural(words, phrase.last - 1)
        or phrase.unit in {"thing", "reason", "way"}
    ):
        return None
    found = _amount(words, numeral, Unit(phrase.unit, "member", numeral.last), phrase=phrase)
    return found._replace(after=numeral.last) if whole else found  # the whole is a figure of its own


def _measured(words: Lexemes, numeral: Numeral) -> Amount | int:
    """A numeral without a currency before it, with the unit or the noun phrase after it."""
    last = _bounds.past(words, numeral.last)
    hyphen = words.low(last) in {"-", "‑"} and (words.at(last + 1).glued or _spaced_unit(words, last + 1))
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


def _spaced_unit(words: Lexemes, place: int) -> bool:
    """Whether a unit in the singular follows a hyphen with spaces about it: ``a 100 - mile walk``."""
    unit = _units.simple(words, place)
    if unit is None or not words.at(place).word or len(words.low(place)) < 3:
        return False
    return unit.kind == "age" or (unit.kind in {"duration", "measure"} and not words.low(place).endswith("s"))


def _ordinal_second(words: Lexemes, numeral: Numeral, unit: Unit) -> bool:
    """``the two second homes``."""
    return unit.name == "second" and words[unit.last - 1].low == "second" and numeral.written == "words"


def _counting(words: Lexemes, numeral: Numeral, *, hyphen: bool) -> Amount | int:
    last = _bounds.past(words, numeral.last)
    if hyphen and words.at(last + 1).word:
        noun = words[last + 1]
        phrase = _counted.Phrase(last + 1, last + 2, _units.singular(noun.low))
        return _amount(words, numeral, Unit(phrase.unit, "count", last), phrase=phrase)
    if numeral.written == "loose" and words.low(last) == "of":
        unit = _units.pounds(words, last + 1, numeral.value, numeral.value >= 1e3) or _units.at(
            words, last + 1
        )
        if unit is not None:
            return _amount(words, numeral, unit)
    one = numeral.value == 1
    phrase_ = _counted.after(words, last, like=numeral.first, one=one) or _counted.of_what(words, last)
    if numeral.written == "loose" and phrase_ is None:
        return last
    return _amount(
        words, numeral, Unit(phrase_.unit if phrase_ else "", "count", numeral.last), phrase=phrase_
    )


def _score(words: Lexemes, numeral: Numeral) -> bool:
    """``2-1``, ``0 – 0``: small numbers, the first not the smaller, and nothing measured."""
    dash, under = words.at(numeral.last), words.at(numeral.last + 1)
    if dash.text not in {"-", "–"} or not under.text.isdigit() or dash.glued != under.glued:
        return False
    small = numeral.plain and len(under.text) < 4 and numeral.value >= int(under.text)
    return small and _units.at(words, numeral.last + 2) is None


def _amount(
    words: Lexemes,
    numeral: Numeral,
    unit: Unit,
    *,
    first: int | None = None,
    phrase: _counted.Phrase | None = None,
) -> Amount:
    start = numeral.first if first is None else first
    value, start = _signed(words, numeral, start)
    kind = "count" if unit.name == "count" else unit.kind
    return Amount(
        first=start,
        last=unit.last,
        number=numeral.last,
        start=words.start(start),
        end=words.end(unit.last - 1),
        value=value,
        high=numeral.high,
        unit=unit.name,
        kind=kind,
        bare=not unit.name and phrase is None and kind == "count",
        scaled=not numeral.plain and numeral.written == "digits" and numeral.value >= 1e3,
        counted=(words.start(phrase.first), words.end(phrase.last - 1)) if phrase else None,
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
