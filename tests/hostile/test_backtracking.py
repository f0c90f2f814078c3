"""The checker itself: patterns of which it is known how they backtrack."""

from __future__ import annotations

import re

import pytest

from hostile.backtracking import ambiguity

EXPONENTIAL = [
    r"(a+)+b", r"(a*)*b", r"(a|a)*b", r"(a|ab|b)*c", r"(?:\w+\s?)*$", r"(?:a+,?)*b", r"(?:x|y+)*z", r"(?:a|aa)*b",
    r"([a-z]+[0-9]*)*!", r"(?:\d+|\w+)*x", r"^(?:a?a?)*$",
]  # fmt: skip
POLYNOMIAL = [
    r"a*a*b", r"\w*\d*x", r".*one.*two", r"(?i)straße+E*x", r"[a-z]{0,300}[a-z]{0,300}x", r"\s*,?\s*x", r"(?:[a-z]+\s?){0,3},",
    r"<[^>]*?a=[^>]*>",
]  # fmt: skip
LINEAR = [
    r"a+b", r"\w*+\d*x", r"a?b?c?", r"(?:a|b)*", r"(?:ab|a)*b", r"\w+$", r"(?:a+,)*b", r"(?:a++,?)*b", r"(?>\d+)\d",
    r"(?=\w*x)y", r"(?:\w+\s)*\w+", r"(\w)\1+x", r"(?:cat|dog|cow)(?:, (?:cat|dog|cow))*$",
]  # fmt: skip
QUADRATIC_SEARCHES = [
    r"a+b",
    r"\w+:",
    r"\w++:",
    r"\s+$",
    r"(?=\w*x)y",
    r"\w+\b",
    r"[a-z]+(?<!s)",
    r"<!--.*?-->",
]
LINEAR_SEARCHES = [
    r"\w+", r"\w++", r"\b\w+:", r"(?<!\w)\w+:", r"^\s+$", r"(?<!\s)\s+$", r"a{1,5}b", '"[^"]*"', r"\d{1,3}(?:,\d{3})+",
    r"(?<![\w.])\d{1,2}([/.])\d{1,2}\1\d{4}", r"(?<=a)b", r"[^.]{0,80}\.",
]  # fmt: skip


@pytest.mark.parametrize("pattern", EXPONENTIAL)
def test_two_ways_round_a_loop_are_exponential(pattern: str) -> None:
    assert ambiguity(pattern, search=False) == "exponential"


@pytest.mark.parametrize("pattern", POLYNOMIAL)
def test_one_loop_after_another_is_polynomial(pattern: str) -> None:
    assert ambiguity(pattern, search=False) == "polynomial"


@pytest.mark.parametrize("pattern", LINEAR)
def test_other_loops_are_linear(pattern: str) -> None:
    assert ambiguity(pattern, search=False) == ""


@pytest.mark.parametrize("pattern", QUADRATIC_SEARCHES)
def test_a_search_that_can_begin_anywhere_in_its_own_loop_is_polynomial(pattern: str) -> None:
    assert ambiguity(pattern, search=True) == "polynomial"


@pytest.mark.parametrize("pattern", LINEAR_SEARCHES)
def test_a_search_that_begins_a_loop_once_or_matches_at_once_is_linear(pattern: str) -> None:
    assert ambiguity(pattern, search=True) == ""


def test_flags_and_whole_matches_are_minded() -> None:
    assert ambiguity(r"a*A*", re.IGNORECASE, search=False, whole=True) == "polynomial"
    assert ambiguity(r"a*A*", search=False, whole=True) == ""
    assert ambiguity(r"a*a*", search=False) == ""
    assert ambiguity(r"a*a*", search=False, whole=True) == "polynomial"
