"""Gaps: places where words are missing, as they are when a scraper lost the text of a link."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

import pandas as pd

from tellings.read import _captions, _gap_grammar, _gap_marks, _gap_seams
from tellings.read._document import Document
from tellings.read._gap_seams import CLOSING, NONE, POSSESSIVES, QUOTES, STOPS, Seam
from tellings.read._gap_words import DETERMINERS, PURE, SAYING, SUBORDINATORS, TITLES
from tellings.read._rows import table

_CONTEXT = 40
_NOTHING = "“{left}” has nothing after it: “{right}” follows"
_NOBODY = "“{right}” has no subject after “{left}”"


class Gap(NamedTuple):
    """A place where words are missing, the ``kind`` of sign, the ``reason`` in words, and the text around it."""

    start: int
    end: int
    kind: str
    reason: str
    before: str
    after: str


_TITLES = frozenset(title.lower() for title in TITLES)


class _Rule(NamedTuple):
    """A rule, how it names what it finds, and the words, in small letters, one of which must stand to the left of
    the seam, and to the right of it, for the rule to hold; none where any may."""

    holds: Callable[[Seam], bool]
    kind: str
    reason: str
    left: Collection[str] = ()
    right: Collection[str] = ()


# The first rule that holds names the gap; {left} and {right} are the words beside it.
_RULES = (
    _Rule(_gap_marks.lone_possessive, "possessive", "“{right}” has no owner before it", right=POSSESSIVES),
    _Rule(_gap_marks.opening_mark, "opening", "the paragraph opens with “{right}”", left=[""]),
    _Rule(
        _gap_marks.lone_mark, "mark", "“{left}” needs a word after it, not “{right}”", right=_gap_marks.MARKS
    ),
    _Rule(_gap_marks.empty_brackets, "empty", "nothing stands between “{left}” and “{right}”", left="([“‘"),
    _Rule(
        _gap_grammar.bare_determiner,
        "determiner",
        "“{left}” has no noun: “{right}” follows",
        left=DETERMINERS,
    ),
    _Rule(_gap_grammar.title_alone, "title", "“{left}” has no name after it", left=_TITLES),
    _Rule(_gap_grammar.nothing_joined, "preposition", _NOTHING, right=("and", "or", "but")),
    _Rule(_gap_grammar.preposition_twice, "preposition", _NOTHING, left=PURE),
    _Rule(
        _gap_grammar.preposition_time,
        "preposition",
        "“{left}” has nothing after it: a time follows",
        left=("in", "at"),
    ),
    _Rule(_gap_grammar.preposition_verb, "preposition", _NOTHING, left=PURE),
    _Rule(_gap_grammar.subordinator_verb, "subject", _NOBODY, left=SUBORDINATORS),
    _Rule(_gap_grammar.question_verb, "subject", _NOBODY, left=("how", "why", "where", "when")),
    _Rule(_gap_grammar.said_verb, "subject", _NOBODY, left=SAYING),
    _Rule(
        _gap_grammar.front_verb,
        "subject",
        "“{right}” has no subject: only an opening phrase precedes it",
        left=",",
    ),
    _Rule(_gap_grammar.told_nobody, "object", "“{left}” does not say whom", left=("told", "urged")),
    _Rule(_gap_marks.nobody_said, "speaker", "“{right}” does not say who, on either side", left=CLOSING),
    _Rule(
        _gap_marks.small_opening,
        "opening",
        "a sentence opens in small letters, with “{right}”",
        left=["", *STOPS, *QUOTES],
    ),
    _Rule(
        _gap_marks.joined_nothing,
        "opening",
        "“{left}” joins two, and “{right}” follows it",
        left=("and", "or"),
    ),
)


def find(document: Document) -> list[Gap]:
    """The gaps of a document outside its pictures' words, in the order of the text."""
    pictures = [(caption.start, caption.end) for caption in document(_captions.find)]
    return [gap for gap in _found(document) if not _within(gap.start, pictures)]


def gaps(text: str) -> pd.DataFrame:
    """The places of a text where words are missing.

    A scraper that drops links with their text leaves holes: a preposition before a comma, a possessive without
    an owner, a verb without a subject, a paragraph that opens in small letters. Each is found by a rule of
    English grammar or spelling that the hole breaks. A stray space alone, as in ``The Herald , she said``, is no
    gap. Names lost before a noun they described (``in ▢ waters``) leave no trace and are not found; about
    half of the names taken out of a text are of that kind or read on as if complete.

    Returns a DataFrame with a row a gap, in the order of the text: ``start`` and ``end``, character offsets,
    equal, since nothing stands there, and ``text``, empty; ``kind`` (``mark``, ``opening``, ``possessive``,
    ``empty``, ``determiner``, ``title``, ``preposition``, ``subject``, ``object`` or ``speaker``); ``reason``,
    why it is a gap, in words; ``before`` and ``after``, up to 40 characters of the same paragraph around it.

    >>> found = gaps("The mayor met her deputy after ’s talk. She has since joined the .")
    >>> list(zip(found["start"], found["kind"], found["reason"]))
    [(31, 'possessive', '“’s” has no owner before it'), (65, 'mark', '“the” needs a word after it, not “.”')]
    """
    return table(text, Document(text)(find), Gap)


def _found(document: Document) -> Iterator[Gap]:
    (beside_left, any_left), (beside_right, any_right) = _possible("left"), _possible("right")
    for paragraph in _gap_seams.find(document):
        words = ["", *(word.lower for word in paragraph.words), ""]
        for at, (left, right) in enumerate(pairwise(words)):
            possible = beside_left.get(left, any_left) & beside_right.get(right, any_right)
            if possible:
                seam = paragraph.seam(at)
                rule = next((rule for rule in _numbered(possible) if rule.holds(seam)), None)
                if rule:
                    yield _gap(document.text, seam, rule)


@cache
def _possible(side: str) -> tuple[Mapping[str, int], int]:
    """The rules that may hold beside each word that one asks for, as bits; and those that may beside any other."""
    asked = [getattr(rule, side) for rule in _RULES]
    free = sum(1 << number for number, words in enumerate(asked) if not words)
    beside = dict.fromkeys((word for words in asked for word in words), free)
    for number, words in enumerate(asked):
        for word in set(words):
            beside[word] |= 1 << number
    return MappingProxyType(beside), free


@cache
def _numbered(bits: int) -> list[_Rule]:
    return [rule for number, rule in enumerate(_RULES) if bits >> number & 1]


def _gap(text: str, seam: Seam, rule: _Rule) -> Gap:
    left, right = seam.left, seam.right
    # What followed a name without a space stays with it; a word that followed it had a space before.
    beside = left is NONE or not right.text[:1].isalnum() or right.text in POSSESSIVES
    place = right.start if beside else left.end
    first, last = max(seam.words[0].start, place - _CONTEXT), min(seam.words[-1].end, place + _CONTEXT)
    reason = rule.reason.format(left=left.text, right=right.text)
    return Gap(place, place, rule.kind, reason, text[first:place], text[place:last])


def _within(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(spans, (place, len(spans) and spans[-1][1] + 1)) - 1
    return at >= 0 and place < spans[at][1]
