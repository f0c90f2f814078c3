"""How lines of furniture may begin, told from the reader's own patterns, so that most lines need no look at them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import chain
from typing import Any

from tellings.read import _furniture

_MOST = 12  # letters that may stand at one place; where there are more, what has been told must do
_LONGEST = 6  # letters of an opening: more would tell little more
_FEWEST = 2  # letters of an opening that tells something


@cache
def openings() -> tuple[tuple[str, ...], frozenset[str]]:
    """The first letters of every line that may be furniture, and words that stand within those that begin anyhow.

    >>> first, within = openings()
    >>> "Subscribe".startswith(first), "Nobody".startswith(first), sorted(within)
    (True, False, ['contributed'])
    """
    first: set[str] = set()
    within: set[str] = set()
    for _, _, pattern, _ in _furniture._lines():
        for branch in _branches(_parsed(pattern.pattern)):
            told = {each for each, _ in _beginnings(branch)}
            if all(len(each) >= _FEWEST or (each and not each.isalpha()) for each in told):
                first |= {each.split()[0] for each in told}
            else:
                within.add(_longest_word(branch))
    return tuple(sorted(each for each in first if not each.startswith(tuple(first - {each})))), frozenset(
        within
    )


def _parsed(pattern: str) -> list[Any]:
    from re import _parser as parser  # type: ignore[attr-defined]  # its own view of a pattern

    return list(parser.parse(pattern))


def _branches(parsed: list[Any]) -> list[list[Any]]:
    if len(parsed) == 1:
        name, value = str(parsed[0][0]), parsed[0][1]
        if name == "BRANCH":
            return list(chain.from_iterable(_branches(list(each)) for each in value[1]))
        if name == "SUBPATTERN":
            return _branches(list(value[-1]))
    return [parsed]


def _beginnings(parsed: list[Any]) -> set[tuple[str, bool]]:
    """What the text may begin with, and whether the pattern goes on in the same way after it."""
    found = {("", True)}
    for item in parsed:
        ways = _ways(item)
        after = {(told + way, more) for told, open_ in found if open_ for way, more in ways}
        found = after | {each for each in found if not each[1]}
        found = {(told[:_LONGEST], more and len(told) < _LONGEST) for told, more in found}
        if not any(more for _, more in found):
            break
    return found


def _ways(item: Any) -> set[tuple[str, bool]]:
    name, value = str(item[0]), item[1]
    if name == "LITERAL":
        return {(chr(value), True)}
    if name == "IN":
        return _in(value)
    if name in ("AT", "ASSERT", "ASSERT_NOT"):
        return {("", True)}
    if name == "SUBPATTERN":
        return _beginnings(list(value[-1]))
    if name == "BRANCH":
        return set(chain.from_iterable(_beginnings(list(each)) for each in value[1]))
    if name in ("MAX_REPEAT", "MIN_REPEAT"):
        least, _, inner = value
        once = {(told, False) for told, _ in _beginnings(list(inner))}
        return once | ({("", True)} if least == 0 else set()) if least != 1 or value[1] != 1 else once
    return {("", False)}


def _in(value: Iterable[Any]) -> set[tuple[str, bool]]:
    letters: list[str] = []
    for kind, what in value:
        if str(kind) == "LITERAL":
            letters.append(chr(what))
        elif str(kind) == "CATEGORY" and str(what) == "CATEGORY_DIGIT":
            return {(digit, False) for digit in "0123456789"}
        else:
            return {("", False)}
    return {(letter, True) for letter in letters} if len(letters) <= _MOST else {("", False)}


def _longest_word(parsed: list[Any]) -> str:
    """The longest run of letters that the pattern cannot do without."""
    spelt = "".join(chr(value) if str(name) == "LITERAL" else " " for name, value in parsed)
    words: list[str] = re.findall(r"[A-Za-z]+", spelt)
    return max(words, key=len)
