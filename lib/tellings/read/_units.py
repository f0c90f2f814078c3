"""Units of measurement and currencies: how newspapers write them, and one name for each."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import NamedTuple

from tellings.read._figure_words import data, listed
from tellings.read._lexemes import Lexemes
from tellings.read._remembered import Remembered

_POWERS = {"square": "square ", "sq": "square ", "cubic": "cubic "}


class Unit(NamedTuple):
    """A unit's name and kind, and the place after its last lexeme."""

    name: str
    kind: str
    last: int


@cache
def _table() -> dict[tuple[str, ...], tuple[str, str]]:
    """Ways of writing a unit, lexeme by lexeme, to its name and kind."""
    table: dict[tuple[str, ...], tuple[str, str]] = {}
    for kind, units in tomllib.loads(data("units.toml")).items():
        for name, written in units.items():
            for way in written:
                first, *rest = way.split()
                table[(first, *rest)] = (name, kind)
                if rest and first.isalpha():
                    table[(first + "s", *rest)] = (name, kind)
    return table


@cache
def _longest() -> dict[str, int]:
    """How many lexemes a way of writing a unit has at most, by its first."""
    longest: dict[str, int] = {}
    for way in _table():
        longest[way[0]] = max(longest.get(way[0], 1), len(way))
    return longest


@cache
def _currency_ends() -> frozenset[str]:
    """The last lexemes of all ways of writing a currency."""
    return frozenset(way[-1] for way, (_, kind) in _table().items() if kind == "money")


def singular(word: str) -> str:
    """A noun in small letters without the plural's ending.

    >>> [singular(word) for word in ("migrants", "countries", "losses", "people", "children", "crises")]
    ['migrant', 'country', 'loss', 'people', 'child', 'crisis']
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 2:
        return word[:-1]
    return word


_IRREGULAR = {
    "children": "child", "men": "man", "women": "woman", "feet": "foot", "teeth": "tooth", "mice": "mouse",
    "crises": "crisis", "analyses": "analysis", "bases": "base", "wives": "wife", "lives": "life",
    "knives": "knife", "thieves": "thief", "halves": "half", "shelves": "shelf", "wolves": "wolf",
    "leaves": "leaf", "loaves": "loaf", "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato",
    "vetoes": "veto", "buses": "bus", "gases": "gas", "viruses": "virus", "movies": "movie", "ties": "tie",
    "species": "species", "series": "series", "news": "news", "policemen": "policeman",
    "firefighters": "firefighter", "clothes": "clothes", "grandchildren": "grandchild",
    "businessmen": "businessman", "servicemen": "serviceman", "businesses": "business", "statuses": "status",
    "bonuses": "bonus", "campuses": "campus", "aliases": "alias", "axes": "axe", "criteria": "criterion",
}  # fmt: skip


def _begins(word: str) -> bool:
    """Whether a way of writing a unit begins with a word in small letters, or with its singular."""
    return word in _longest() or (len(word) > 3 and (singular(word),) in _table())


_may_begin = Remembered(_begins)


def simple(words: Lexemes, place: int) -> Unit | None:
    """The longest unit written at a place."""
    if not _may_begin[words.low(place)]:
        return None
    table = _table()
    longest = _longest().get(words.low(place), 1)
    lows = [words.low(place + step) for step in range(longest)]
    for length in range(longest, 0, -1):
        key = tuple(lows[:length])
        found = table.get(key) or (len(key[-1]) > 3 and table.get((*key[:-1], singular(key[-1])))) or None
        if found and _stands(words, place, length):
            return Unit(*found, place + length)
    return None


def _stands(words: Lexemes, place: int, length: int) -> bool:
    """Whether a short way of writing a unit is written where it can only be one."""
    word = words.at(place)
    if word.text == "°" or length > 1:
        return True
    if word.low in {"a", "t", "w", "j", "v", "f", "c"}:
        over_another = words.low(place + 1) == "/"
        return word.capital and (over_another or (word.glued and word.low != "a"))
    if word.text in {"Stone", "Yard", "Foot", "Bar", "Rand", "Mile", "Point", "Sterling", "Knot", "Day"}:
        return False
    if word.low in {"m", "l", "g"}:
        return word.text in {"m", "g", "l", "L"} and (word.glued or word.text == "m")
    if word.low in {"in", "us", "won", "try", "all", "ps", "rm", "bar", "y"}:
        if word.low == "in":
            return word.glued and word.text == "in" and words.at(place - 1).number
        return word.low == "won" and not words.at(place + 1).low.isalpha()
    return not (word.low == "rand" and word.capital)


def at(words: Lexemes, place: int) -> Unit | None:
    """The unit at a place, compound units such as ``dollars a barrel`` included."""
    found = _single(words, place)
    return over(words, found) if found else None


def _single(words: Lexemes, place: int) -> Unit | None:
    """The unit at a place, squares and cubes included, without what it is told by."""
    power = _POWERS.get(words.low(place))
    if power is None:
        return simple(words, place)
    base = simple(words, place + (2 if words.low(place + 1) == "." else 1))
    return base._replace(name=power + base.name) if base and base.kind == "measure" else None


def over(words: Lexemes, unit: Unit) -> Unit:
    """The unit with what it is told by: ``per day``, ``a barrel``, ``/cm2``; once, for ``per`` can go on."""
    joint, following = words.low(unit.last), words.at(unit.last + 1)
    if joint == "/" and following.word:
        return _over_sign(words, unit)
    if joint == "per" and following.word and following.low not in {"cent", "se", "capita"}:
        under = _single(words, unit.last + 1) or Unit(singular(following.low), "count", unit.last + 2)
        return Unit(f"{unit.name} per {under.name}", unit.kind, under.last)
    if joint not in {"a", "an", "each", "every"} or words.low(unit.last + 2) in {
        "ago",
        "earlier",
        "later",
        "before",
    }:
        return unit
    known = listed("times") | listed("paid_for") if unit.kind == "money" else listed("times") | {"share"}
    if singular(following.low) in known and _rated(unit, following.low):
        return Unit(f"{unit.name} per {singular(following.low)}", unit.kind, unit.last + 2)
    return unit


def _over_sign(words: Lexemes, unit: Unit) -> Unit:
    """``A/cm2``, ``km/h``: the unit over the one after the stroke."""
    under = simple(words, unit.last + 1)
    if under is None:
        return unit
    power = words.at(under.last)
    if power.text in {"2", "3"} and power.glued:
        squared = {"2": "square", "3": "cubic"}[power.text]
        return Unit(f"{unit.name} per {squared} {under.name}", unit.kind, under.last + 1)
    return Unit(f"{unit.name} per {under.name}", unit.kind, under.last)


def _rated(unit: Unit, by: str) -> bool:
    """Whether a unit is told by a time: ``hours a day``, but not ``five years a year``."""
    return unit.kind != "duration" or (
        unit.name in {"minute", "hour", "day"} and by in {"day", "week", "month", "year"}
    )


def currency_before(words: Lexemes, place: int) -> tuple[str, int] | None:
    """The currency whose sign or code ends right before a place, and the place where it starts."""
    if words.low(place - 1) not in _currency_ends():
        return None
    table = _table()
    sign = words.at(place - 1)
    for length in (2, 1):
        key = tuple(words.low(place - length + step) for step in range(length))
        found = table.get(key)
        if found is None or found[1] != "money":
            continue
        if length == 1 and sign.word and not _is_code(words, place):
            continue
        if length == 2 and not _is_signed(words, place):
            continue
        return found[0], place - length
    return None


def _is_signed(words: Lexemes, place: int) -> bool:
    """Whether the two lexemes before a place are one sign: ``US$``, ``C $``, but not the article of ``a $``."""
    first, second = words.at(place - 2), words.at(place - 1)
    letters = second if second.word else first
    return letters.text.isupper() and (second.glued or (letters.text != "A" and not second.word))


def _is_code(words: Lexemes, place: int) -> bool:
    """Whether the word before a place is a currency's code: ``AUD1.5m``, ``EUR 20``, ``RM79``, ``Rs 500``."""
    code, number = words.at(place - 1), words.at(place)
    if code.low == "ps":
        return code.text == "PS" and number.glued
    short = code.text in {"Rs", "Rp", "RM", "rs", "dlrs"} or (code.text == "Y" and number.glued)
    return short or (code.text.isupper() and len(code.text) == 3)


def pounds(words: Lexemes, place: int, value: float, scaled: bool) -> Unit | None:
    """``pounds`` at a place: money after a magnitude, from a thousand up, or where something is paid."""
    if words.low(place) not in {"pound", "pounds"}:
        return None
    if scaled or value >= 1000 or _paid(words, place):
        return over(words, Unit("pound sterling", "money", place + 1))
    return over(words, Unit("pound-mass", "measure", place + 1))


def _paid(words: Lexemes, place: int) -> bool:
    """Whether the nearest word that tells money from weight, back to a stop, tells money."""
    for step in range(place - 1, max(-1, place - 10), -1):
        if words.low(step) in listed("weighed") or words.low(step) in {".", ";", ":"}:
            return False
        if words.low(step) in listed("paid"):
            return True
    return False
