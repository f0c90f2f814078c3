"""How exactly a stated number is meant: the rounding that its writing allows."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

_DECIMALS = re.compile(r"\d[.·](\d{1,15})")
_DIGITS = re.compile(r"\d")
_ABOUT = 0.05  # what "about" allows: a twentieth


class Reach(NamedTuple):
    """The values that a stated number can stand for, from ``low`` to ``high``."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Whether the value is one of them; floating point is forgiven."""
        slack = 1e-9 * max(1.0, abs(value))
        return self.low - slack <= value <= self.high + slack

    def meets(self, other: Reach) -> bool:
        """Whether the two have a value in common."""
        return self.low <= other.high + 1e-9 and other.low <= self.high + 1e-9


def half_step(value: float, text: str) -> float:
    """Half of the last digit's worth: how far rounding can have moved a number written so.

    A written decimal place is exact to that place. A whole number may be rounded where it ends in noughts, and
    is then taken to be exact to its last digit that is none; a number in words likewise.

    >>> half_step(1.1, "1.1 per cent"), half_step(150, "150"), half_step(153, "153"), half_step(1.2e9, "£1.2bn")
    (0.05, 5.0, 0.5, 50000000.0)
    """
    decimals = _DECIMALS.search(text)
    digits = len(_DIGITS.findall(text))
    if decimals and digits:
        written = float(re.sub(r"[^\d.]", "", decimals.group().replace("·", ".")) or 1)
        leading = re.search(r"(?<![\d,])[\d,]*" + re.escape(decimals.group()), text)
        number = float(leading.group().replace(",", "").replace("·", ".")) if leading else written
        magnitude = value / number if number else 1.0
        return 0.5 * 10.0 ** -len(decimals.group(1)) * abs(magnitude)
    return 0.5 * _last_digit(value)


def _last_digit(value: float) -> float:
    whole = abs(round(value))
    if whole == 0 or not math.isclose(whole, abs(value)):
        return 1.0 if whole else 0.1
    step = 1.0
    while whole % (step * 10) == 0:
        step *= 10
    return step


def exact(value: float, text: str) -> Reach:
    """The values that round to a number written so.

    >>> exact(1.1, "1.1")
    Reach(low=1.05, high=1.1500000000000001)
    """
    half = half_step(value, text)
    return Reach(value - half, value + half)


def stated(value: float, text: str, change: str) -> Reach:
    """The values that a number can stand for, its bound taken in: ``more than``, ``fewer than``, ``about``.

    >>> stated(150, "150", ">").holds(153), stated(150, "150", "<").holds(153), stated(100, "100", "~").holds(104)
    (True, False, True)
    """
    if change == ">":
        return Reach(value, math.inf)
    if change == "<":
        return Reach(-math.inf, value)
    reach = exact(value, text)
    if change == "~":
        return Reach(min(reach.low, value * (1 - _ABOUT)), max(reach.high, value * (1 + _ABOUT)))
    return reach
