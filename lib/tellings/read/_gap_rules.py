"""The rules by which gaps are known, and at which seams a rule may hold at all: the words beside most rule out all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tellings.read import _gap_grammar, _gap_marks
from tellings.read._gap_seams import CLOSING, POSSESSIVES, QUOTES, STOPS, Cuts, Paragraph, Seam
from tellings.read._gap_words import (
    AUXILIARIES,
    BEFORE_AND,
    CONJUNCTIONS,
    DETERMINERS,
    PAST,
    PLAIN_AUXILIARIES,
    PURE,
    SAYING,
    SUBORDINATORS,
    TITLES,
)
from tellings.read._remembered import Remembered

_NOTHING = "“{left}” has nothing after it: “{right}” follows"
_NOBODY = "“{right}” has no subject after “{left}”"
_OWNERLESS = "“{right}” has no owner before it"
_LONE = "“{left}” needs a word after it, not “{right}”"
_TITLES = frozenset(title.lower() for title in TITLES)
_FINITE = frozenset({"VBZ", "VBD", "MD"})


class Rule(NamedTuple):
    """A rule, how it names what it finds, and what must stand beside the seam for it to hold.

    ``left`` and ``right`` are words in small letters; instead of one of ``right``, a word with one of the ``tags`` or
    with the ``ending`` may stand on the right. Any word may where all are left out. ``spaced``: white space
    must stand before the word on the right, ``small``: it must be in small letters.
    """

    holds: Callable[[Seam], bool]
    kind: str
    reason: str
    left: Collection[str] = ()
    right: Collection[str] = ()
    tags: Collection[str] = ()
    ending: str = ""
    spaced: bool = False
    small: bool = False


# The first rule that holds names the gap; {left} and {right} are the words beside it.
RULES = (
    Rule(_gap_marks.lone_possessive, "possessive", _OWNERLESS, left="“‘", right=POSSESSIVES),
    Rule(_gap_marks.lone_possessive, "possessive", _OWNERLESS, right=POSSESSIVES, spaced=True),
    Rule(_gap_marks.opening_mark, "opening", "the paragraph opens with “{right}”", left=[""], right=",;."),
    Rule(_gap_marks.lone_mark, "mark", _LONE, left="([", right=",;."),
    Rule(_gap_marks.lone_mark, "mark", _LONE, right=_gap_marks.MARKS, spaced=True),
    Rule(
        _gap_marks.empty_brackets,
        "empty",
        "nothing stands between “{left}” and “{right}”",
        left="([“‘",
        right=")]”’",
    ),
    Rule(
        _gap_grammar.bare_determiner,
        "determiner",
        "“{left}” has no noun: “{right}” follows",
        left=DETERMINERS,
        right={",", ";", ".", "this", "these", "those", "his"}
        | (DETERMINERS | PLAIN_AUXILIARIES | PURE | CONJUNCTIONS),
        tags={"MD"},
        ending="ed",
    ),
    Rule(
        _gap_grammar.title_alone,
        "title",
        "“{left}” has no name after it",
        left=_TITLES,
        right=AUXILIARIES,
        tags=_FINITE,
        small=True,
    ),
    Rule(
        _gap_grammar.nothing_joined,
        "preposition",
        _NOTHING,
        left=PURE | BEFORE_AND | {"like", "and", "but", "includes", "involves", "included"},
        right=("and", "or", "but"),
        spaced=True,
    ),
    Rule(
        _gap_grammar.preposition_twice,
        "preposition",
        _NOTHING,
        left=PURE,
        right=PURE | {"since", "until", "because"},
    ),
    Rule(
        _gap_grammar.preposition_time,
        "preposition",
        "“{left}” has nothing after it: a time follows",
        left=("in", "at"),
        right=("yesterday", "last", "this", "earlier"),
    ),
    Rule(
        _gap_grammar.preposition_verb,
        "preposition",
        _NOTHING,
        left=PURE,
        right=PLAIN_AUXILIARIES | PAST | {"says", "said"},
        tags=_FINITE | {"VBN"},
    ),
    Rule(
        _gap_grammar.subordinator_verb,
        "subject",
        _NOBODY,
        left=SUBORDINATORS,
        right=AUXILIARIES,
        tags=("RB", "VBD", "VBN", "VBZ"),
    ),
    Rule(
        _gap_grammar.question_verb,
        "subject",
        _NOBODY,
        left=("how", "why", "where", "when"),
        right=AUXILIARIES | PAST,
        tags=_FINITE,
    ),
    Rule(
        _gap_grammar.said_verb, "subject", _NOBODY, left=SAYING, right=AUXILIARIES, tags=_FINITE, small=True
    ),
    Rule(
        _gap_grammar.front_verb,
        "subject",
        "“{right}” has no subject: only an opening phrase precedes it",
        left=",",
        right=AUXILIARIES | PAST,
        tags=("RB", "VBD", "VBN", "VBZ"),
    ),
    Rule(
        _gap_grammar.told_nobody,
        "object",
        "“{left}” does not say whom",
        left=("told", "urged"),
        right=("to", "in", "on", "at", "during", "that"),
    ),
    Rule(
        _gap_marks.nobody_said,
        "speaker",
        "“{right}” does not say who, on either side",
        left=CLOSING,
        right=SAYING,
        spaced=True,
    ),
    Rule(
        _gap_marks.small_opening,
        "opening",
        "a sentence opens in small letters, with “{right}”",
        left=["", *STOPS, *QUOTES],
        small=True,
    ),
    Rule(
        _gap_marks.joined_nothing,
        "opening",
        "“{left}” joins two, and “{right}” follows it",
        left=("and", "or"),
        right=AUXILIARIES,
        tags=_FINITE,
    ),
)


def possible(cuts: Cuts, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, int, Sequence[Rule]]]:
    """The words before which a rule may hold, each with its paragraph and those rules, in the order of the text.

    The paragraphs hold all words; after the last of one no rule holds.
    """
    follow, precede, tagged = _beside()
    before = _bits(follow, ["", *cuts.texts[:-1]])
    before[[paragraph.first for paragraph in paragraphs if paragraph.first < len(before)]] = follow[""]
    bits = before & (_bits(precede, cuts.texts) | _bits(tagged, cuts.tags))
    places = np.flatnonzero(bits)
    own = iter(paragraphs)
    paragraph = next(own, None)
    for at, may in zip(places.tolist(), bits[places].tolist(), strict=True):
        while paragraph and at >= paragraph.last:
            paragraph = next(own, None)
        rules = _numbered(may, cuts.texts[at].islower(), cuts.spaced(at))
        if rules and paragraph:
            yield paragraph, at, rules


def _bits(of: Remembered[int], words: Sequence[str]) -> NDArray[np.int64]:
    return np.fromiter(map(of.__getitem__, words), np.int64, len(words))


def _leaves_possible(
    ask: Callable[[Rule], Collection[str] | None], endings: Sequence[str] = ()
) -> Remembered[int]:
    """The rules that a word or a tag beside a seam leaves possible, as bits, remembered by the word.

    ``ask`` tells which words a rule asks for, None where any will do; ``endings`` those that it asks for, by rule.
    """
    asked = list(enumerate(map(ask, RULES)))
    free = sum(1 << number for number, words in asked if words is None)
    known: dict[str, int] = {}
    for number, words in asked:
        for word in set(words or ()):
            known[word] = known.get(word, free) | 1 << number
    ends = [(ending, 1 << number) for number, ending in enumerate(endings) if ending]

    def bits(word: str) -> int:
        low = word.lower()
        found = known.get(low, free)
        for ending, bit in ends:
            if low.endswith(ending):
                found |= bit
        return found

    return Remembered(bits)


@cache
def _beside() -> tuple[Remembered[int], Remembered[int], Remembered[int]]:
    """What the word on the left leaves possible, the word on the right, and its tag."""
    precede = _leaves_possible(_on_the_right, [rule.ending for rule in RULES])
    return (
        _leaves_possible(lambda rule: rule.left or None),
        precede,
        _leaves_possible(lambda rule: [tag.lower() for tag in rule.tags]),
    )


def _on_the_right(rule: Rule) -> Collection[str] | None:
    return rule.right if rule.right or rule.tags or rule.ending else None


@cache
def _numbered(bits: int, small: bool, spaced: bool) -> Sequence[Rule]:
    rules = (rule for number, rule in enumerate(RULES) if bits >> number & 1)
    return tuple(rule for rule in rules if (small or not rule.small) and (spaced or not rule.spaced))
