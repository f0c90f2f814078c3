"""Numerals: numbers in digits and in words, with their magnitudes, as values."""

from __future__ import annotations

from typing import NamedTuple

from tellings.read._figure_words import listed
from tellings.read._lexemes import NUMBER, Lexemes

ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {"thousand": 1e3, "lakh": 1e5, "crore": 1e7, "million": 1e6, "billion": 1e9, "trillion": 1e12}
# Cut magnitudes: those that cannot be a unit, and those that are one only beside a currency or before a noun.
CUT_SCALES = {
    "mn": 1e6, "mln": 1e6, "mill": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12, "k": 1e3,
}  # fmt: skip
MONEY_SCALES = CUT_SCALES | {"m": 1e6, "b": 1e9, "t": 1e12}
# How much a loose plural covers: "tens of thousands" is from ten thousand up to a hundred thousand.
LOOSE = {
    "tens": 10.0, "dozens": 12.0, "scores": 20.0, "hundreds": 100.0, "thousands": 1e3, "millions": 1e6,
    "billions": 1e9, "trillions": 1e12,
}  # fmt: skip
PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5,
    "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9,
    "tenth": 10, "tenths": 10, "hundredth": 100, "hundredths": 100, "thousandth": 1000,
}  # fmt: skip
SIGNS = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅛": 1 / 8}
_AFTER_PART = {
    "in",
    "to",
    "from",
    "since",
    "over",
    "on",
    "after",
    "and",
    "this",
    "last",
    "compared",
    "between",
    "were",
}
_FIRST = frozenset([*ONES, *TENS, *LOOSE, *SIGNS, "half", "a"])
_STARTS = _FIRST | {NUMBER}
# *a* begins a number before one of these alone
_BEHIND_A = frozenset([*PARTS, *SCALES, "dozen", "hundred", "-"])
DIGITS = 15  # a longer whole number names something and counts nothing


class Numeral(NamedTuple):
    """The lexemes ``first`` to ``last`` (left out) as a value; a loose plural also has a ``high`` end."""

    first: int
    last: int
    value: float
    high: float | None
    written: str  # digits, words, fraction or loose
    plain: bool  # bare digits: no comma, point or magnitude


def starts(words: Lexemes) -> list[int]:
    """The places where a numeral may start: at all others :func:`at` finds none."""
    return [
        place
        for place in words.places(_STARTS)
        if words[place].low != "a" or words.low(place + 1) in _BEHIND_A
    ]


def at(words: Lexemes, place: int, *, money: bool = False) -> Numeral | None:
    """The numeral that starts at a place, if one does."""
    word = words.at(place)
    if word.number:
        return _digits(words, place, money=money)
    if word.low not in _FIRST or (word.low == "a" and words.low(place + 1) not in _BEHIND_A):
        return None
    return _fraction(words, place) or _loose(words, place) or _spelled(words, place)


def _digits(words: Lexemes, place: int, *, money: bool) -> Numeral | None:
    text = words[place].text.replace(",", "")
    if len(text.partition(".")[0]) > DIGITS or len(text) > 3 * DIGITS:
        return None
    value, last = float(text), place + 1
    sign = words.at(last)
    if sign.text in SIGNS and text.isdigit():
        return Numeral(place, last + 1, value + SIGNS[sign.text], None, "digits", False)
    power = _power(words, last)
    if power is not None:
        return Numeral(place, last + 4, float(f"{text}e{power}"), None, "digits", False)
    over = words.at(last + 1)
    if sign.text in "/⁄" and over.number and over.glued and over.text.isdigit() and _small(text, over.text):
        return Numeral(place, last + 2, value / float(over.text), None, "fraction", False)
    scale, after = _scale(words, last, money=money)
    plain = scale == 1 and text == words[place].text and "." not in text
    return Numeral(place, after, value * scale, None, "digits", plain)


def _small(over: str, under: str) -> bool:
    """Whether a slash makes a fraction of two numbers, not a date or a pair."""
    return over.isdigit() and 0 < int(over) < int(under[:4]) <= 16 and len(under) < 3


def _power(words: Lexemes, place: int) -> int | None:
    """The exponent of a number in scientific notation (``× 10−3``), read from the sign of multiplication."""
    if words.low(place) not in "×x" or words.low(place + 1) != "10" or words.low(place + 2) not in "−-–^":
        return None
    exponent = words.at(place + 3)
    if not (exponent.glued and exponent.text.isdigit() and len(exponent.text) < 3):
        return None
    return int(exponent.text) if words.low(place + 2) == "^" else -int(exponent.text)


def _scale(words: Lexemes, place: int, *, money: bool) -> tuple[float, int]:
    """The magnitude at a place, and the place after it."""
    scale, after = 1.0, place
    step = 1 if words.low(after) == "-" and words.low(after + 1) in SCALES else 0
    if words.low(after) == "hundred" and words.low(after + 1) in SCALES:
        scale, after = 100.0, after + 1
    word = words.at(after + step)
    if word.low in SCALES:
        return scale * SCALES[word.low], after + step + 1
    if word.low in CUT_SCALES and (word.glued or word.low != "k"):
        return CUT_SCALES[word.low], after + 1
    if money and word.low in MONEY_SCALES:
        return MONEY_SCALES[word.low], after + 1
    if word.text == "M" and word.glued:
        return 1e6, after + 1
    if word.text == "m" and word.glued and _millions(words, place - 1, after + 1):
        return 1e6, after + 1
    if word.low == "hundred" and after == place:
        return 100.0, place + 1
    return 1.0, place


def _millions(words: Lexemes, number: int, place: int) -> bool:
    """Whether ``m`` after a number is a million (``1.2m tons``, ``sales of 1.4m``), not a metre (``50m away``)."""
    word = words.at(place)
    if word.low in listed("metric") or any(
        words.low(number - step) in listed("metric") for step in range(1, 5)
    ):
        return False
    named = len(word.low) > 3 and not word.glued and (word.low == "people" or word.low.endswith("s"))
    return named or (
        "." in words[number].text and words.low(number - 1) in {"of", "to", "from", "than", "about"}
    )


def _spelled(words: Lexemes, place: int) -> Numeral | None:
    """A number in words, by adding up: the longest run that makes one number."""
    sum_, step, last = _Sum(), place, place
    if words.low(place) == "a" and words.low(place + 1) in {"dozen", "hundred"} | SCALES.keys():
        sum_, step = _Sum(part=1.0), place + 1
    while (longer := sum_.add(words.low(step))) is not None:
        sum_, last = longer, step + 1
        step = last + _joint(words, last, compound=sum_.part is None or sum_.part >= 20)
    if last == place:
        return None
    return _halved(words, Numeral(place, last, sum_.total + (sum_.part or 0.0), None, "words", False))


class _Sum(NamedTuple):
    """A number in words as far as it is read: full thousands, what is under way, the last magnitude."""

    total: float = 0.0
    part: float | None = None
    scale: float = 1e15

    def add(self, word: str) -> _Sum | None:
        """The sum with one word more; None if the word cannot go on with the number."""
        part = self.part or 0.0
        if word in ONES and (self.part is None or (part % 100 == 0 and part) or _tens(part, ONES[word])):
            return self._replace(part=part + ONES[word])
        if word in TENS and (self.part is None or (part >= 100 and part % 100 == 0)):
            return self._replace(part=part + TENS[word])
        if word in {"hundred", "dozen"} and 0 < part < 100:
            return self._replace(part=part * (100 if word == "hundred" else 12))
        if word in SCALES and part and SCALES[word] < self.scale:
            return _Sum(self.total + part * SCALES[word], None, SCALES[word])
        return None


def _tens(part: float, one: int) -> bool:
    """Whether a digit can follow: ``twenty`` takes ``one``, ``thirteen`` does not."""
    return part % 10 == 0 and part % 100 >= 20 and 0 < one < 10


def _joint(words: Lexemes, place: int, *, compound: bool) -> int:
    """How many lexemes join a number word to the next: a hyphen, or ``and`` after hundreds."""
    following = words.low(place + 1)
    if words.low(place) == "-" and (following in ONES or following in SCALES or following == "hundred"):
        return int(compound)
    hundreds = words.low(place - 1) == "hundred" or words.low(place - 1) in SCALES
    return int(words.low(place) == "and" and hundreds and (following in ONES or following in TENS))


def _halved(words: Lexemes, numeral: Numeral) -> Numeral:
    """The numeral with ``and a half`` or ``point five`` after it, if it stands there."""
    last = numeral.last
    step = [words.low(last + n) for n in range(6)]
    if step[:3] == ["and", "a", "half"]:
        return numeral._replace(last=last + 3, value=numeral.value + 0.5)
    if step[:6] == ["-", "and", "-", "a", "-", "half"]:
        return numeral._replace(last=last + 6, value=numeral.value + 0.5)
    if step[0] == "point" and ONES.get(step[1], 10) < 10:
        return numeral._replace(last=last + 2, value=numeral.value + ONES[step[1]] / 10)
    return numeral


def _loose(words: Lexemes, place: int) -> Numeral | None:
    """``dozens``, ``tens of thousands``: from the number itself up to ten times it."""
    low = LOOSE.get(words.low(place))
    if low is None:
        return None
    last = place + 1
    if words.low(last) == "of" and words.low(last + 1) in LOOSE and words.low(last + 1) != words.low(place):
        low, last = low * LOOSE[words.low(last + 1)], last + 2
    return Numeral(place, last, low, low * 10, "loose", False)


def _fraction(words: Lexemes, place: int) -> Numeral | None:
    """A part of a whole: ``half the``, ``a third of``, ``three-quarters``, ``one in five``."""
    word = words.low(place)
    if word in SIGNS:
        return Numeral(place, place + 1, SIGNS[word], None, "fraction", False)
    if word == "half":
        return _half(words, place)
    if word != "a" and word not in ONES:
        return None
    step = 2 if words.low(place + 1) == "-" else 1
    under, last = words.low(place + step), place + step + 1
    # Without a plural or "of" it is an ordinal: "a third country".
    told = under.endswith("s") or words.low(last) == "of" or _by_part(words, place, last)
    if under not in PARTS or under == "half" or not told:
        return None
    part = ONES.get(word, 1) / PARTS[under]
    if words.low(last) == "of" and words.low(last + 1) == "a" and words.low(last + 2) in SCALES:
        return Numeral(place, last + 3, part * SCALES[words.low(last + 2)], None, "words", False)
    return Numeral(place, last, part, None, "fraction", False)


def _by_part(words: Lexemes, place: int, last: int) -> bool:
    """Whether a part stands alone after a bound: ``fell by a third``, ``more than half,``."""
    alone = not words.at(last).word or words.low(last) in _AFTER_PART
    return alone and words.low(place - 1) in {"by", "than", "nearly", "almost", "about", "around"}


def _half(words: Lexemes, place: int) -> Numeral | None:
    following = words.low(place + 1)
    if following == "a" and words.low(place + 2) in SCALES:
        return Numeral(place, place + 3, SCALES[words.low(place + 2)] / 2, None, "words", False)
    if words.low(place - 1) in {"first", "second", "other", "better", "last", "-", "final", "opening"}:
        return None
    if following in {"of", "the", "a", "an", "its", "their", "his", "her", "our", "all", "those", "these"}:
        return Numeral(place, place + 1, 0.5, None, "fraction", False)
    if _by_part(words, place, place + 1):
        return Numeral(place, place + 1, 0.5, None, "fraction", False)
    return None
