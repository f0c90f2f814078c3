"""The rules by which gaps are known, and at which seams a rule may hold at all: the words beside most rule out all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tellings.read import _gap_grammar, _gap_marks
from tellings.read._gap_seams import CLOSING, POSSESSIVES, QUOTES, STOPS, Paragraph, Seam
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

_KEPT = 1 << 15  # distinct words whose rules are remembered; then all are forgotten, and learnt anew
_NOTHING = "“{left}” has nothing after it: “{right}” follows"
_NOBODY = "“{right}” has no subject after “{left}”"
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
    Rule(_gap_marks.lone_possessive, "possessive", "“{right}” has no owner before it", right=POSSESSIVES),
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


def possible(paragraph: Paragraph) -> Iterator[tuple[int, Sequence[Rule]]]:
    """The words before which a rule may hold, each with those rules; after a paragraph's last word none does."""
    cuts, first, last = paragraph.cuts, paragraph.first, paragraph.last
    texts, (left, right, tagged) = cuts.texts[first:last], _beside()
    before, after = map(left.__getitem__, ("", *texts)), map(right.__getitem__, texts)
    tags = map(tagged.__getitem__, cuts.tags[first:last])
    for at, (one, other, tag) in enumerate(zip(before, after, tags, strict=False), first):
        if one & (other | tag):
            rules = _numbered(one & (other | tag), cuts.texts[at].islower(), cuts.spaced(at))
            if rules:
                yield at, rules


class _Bits(dict[str, int]):
    """The rules that a word or a tag beside a seam leaves possible, as bits, remembered by the word."""

    def __init__(self, may: Callable[[Rule, str], bool]) -> None:
        self._may = may

    def __missing__(self, word: str) -> int:
        if len(self) >= _KEPT:
            self.clear()
        self[word] = bits = sum(1 << number for number, rule in enumerate(RULES) if self._may(rule, word))
        return bits


@cache
def _beside() -> tuple[_Bits, _Bits, _Bits]:
    """What the word on the left leaves possible, the word on the right, and its tag."""
    return _Bits(_may_follow), _Bits(_may_precede), _Bits(lambda rule, tag: tag in rule.tags)


def _may_follow(rule: Rule, left: str) -> bool:
    return not rule.left or left.lower() in set(rule.left)


def _may_precede(rule: Rule, right: str) -> bool:
    if rule.small and not right.islower():
        return False
    word = right.lower()
    free = not (rule.right or rule.tags or rule.ending)
    return free or word in set(rule.right) or bool(rule.ending and word.endswith(rule.ending))


@cache
def _numbered(bits: int, small: bool, spaced: bool) -> Sequence[Rule]:
    rules = (rule for number, rule in enumerate(RULES) if bits >> number & 1)
    return tuple(rule for rule in rules if (small or not rule.small) and (spaced or not rule.spaced))
