"""Ratios: two numerals that make one fraction."""

from __future__ import annotations

from tellings.read import _numerals
from tellings.read._lexemes import Lexemes
from tellings.read._numerals import Numeral


def ratio(words: Lexemes, over: Numeral) -> Numeral | None:
    """``one in five``, ``9 out of 10``: the numeral and the one after it as one fraction, if they are that."""
    middle = over.last
    if words.low(middle) == "out" and words.low(middle + 1) == "of":
        middle += 1
    elif words.low(middle) not in {"in", "of"} or (
        words.low(middle) == "of" and not over.plain and over.written != "words"
    ):
        return None
    middle += words.low(middle + 1) == "every"
    under = _numerals.at(words, middle + 1)
    if under is None or under.high is not None or not _makes_ratio(over, under):
        return None
    return Numeral(over.first, under.last, over.value / under.value, None, "fraction", False)


def _makes_ratio(over: Numeral, under: Numeral) -> bool:
    whole = over.value == int(over.value) and under.value == int(under.value)
    year = under.plain and 1500 < under.value < 2200
    return whole and 0 < over.value < under.value and not year and over.value <= 20
