"""All cues of a codebook or a word list found at once: of each word is remembered which of them it may begin.

A text is laid out as the words of its sentences, compared in small letters, with straight apostrophes and without
possessives; line breaks, double spaces and hyphens make no difference. Most words begin no cue: one look-up rules
them out, and only where a word may begin a phrase are the words behind it looked at.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from tellings.read._cue_patterns import Pattern, Patterns
from tellings.read._remembered import Remembered

NEAR = 5  # words: how far from a cue the words of its conditions may stand

_WORD = re.compile(r"\w+(?:['’.]\w+)*")


class Condition(NamedTuple):
    """A cue with the words one of which must, and those none of which may, stand near it."""

    cue: str
    near: tuple[str, ...]
    not_near: tuple[str, ...]


class Match(NamedTuple):
    """A cue found: its words (from the first, up to but without the last) and the number of its condition."""

    first: int
    last: int
    condition: int


_match = partial(tuple.__new__, Match)


class Laid:
    """A text laid out: its words as they are compared but for possessives, and where each sentence begins."""

    def __init__(
        self, text: str, sentences: list[tuple[int, int]], words: list[str], opens: list[int]
    ) -> None:
        self.words, self.opens = words, opens
        self._text, self._sentences = text, sentences
        self._places: dict[int, list[tuple[int, int]]] = {}

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where words ``first`` up to ``last`` of a sentence stand in the text, without the possessive of the last."""
        sentence = self.sentence(first)
        if sentence not in self._places:  # most are never asked for
            found = _WORD.finditer(self._text, *self._sentences[sentence])
            self._places[sentence] = [word.span() for word in found]
        places, opens, word = self._places[sentence], self.opens[sentence], self.words[last - 1]
        return places[first - opens][0], places[last - 1 - opens][1] - (2 if _is_possessive(word) else 0)

    def sentence(self, word: int) -> int:
        """The sentence that a word stands in."""
        return bisect_right(self.opens, word) - 1

    def end(self, word: int) -> int:
        """The number behind the last word of the sentence that a word stands in."""
        following = bisect_right(self.opens, word)
        return self.opens[following] if following < len(self.opens) else len(self.words)


def _is_possessive(small: str) -> bool:
    return small[-2:] == "'s" and len(small) > 2


def plain(word: str) -> str:
    """A word as cues are compared: small letters, straight apostrophes, no possessive.

    >>> plain("Nation’s"), plain("Voters'")
    ('nation', 'voters')
    """
    small = word.lower().replace("’", "'")
    return small[:-2] if _is_possessive(small) else small.rstrip("'") or small


_plain = Remembered(plain)


def lay(text: str, sentences: Iterable[tuple[int, int]]) -> Laid:
    """The words of a text's sentences, ready to be searched.

    >>> laid = lay("Far-right  voters’ vote. They won.", [(0, 24), (25, 34)])
    >>> laid.words, laid.opens, laid.span(0, 2)
    (['far', 'right', 'voters', 'vote', 'they', 'won'], [0, 4], (0, 9))
    """
    spans = list(sentences)
    small = text.lower()
    # Letters whose small form is longer, or another at the end of a word, are made small word by word.
    apart = len(small) != len(text) or "Σ" in text
    small = text if apart else small.replace("’", "'")
    words: list[str] = []
    opens: list[int] = []
    for start, end in spans:
        opens.append(len(words))
        words += _WORD.findall(small, start, end)
    return Laid(text, spans, [word.lower().replace("’", "'") for word in words] if apart else words, opens)


class _Begun(NamedTuple):
    """What a word may begin: patterns of this one word, and longer ones with what their second words may be."""

    single: tuple[int, ...]
    longer: tuple[tuple[int, Pattern], ...]
    seconds: frozenset[str]
    stems: tuple[str, ...]


class CueIndex:
    """Cues with their conditions, to be searched for together; what is found does not depend on their order."""

    def __init__(self, conditions: Sequence[Condition]) -> None:
        self._conditions = conditions
        numbers: dict[Pattern, int] = {}
        self._of_cue: dict[int, list[int]] = {}
        self._asked: dict[int, tuple[frozenset[int], frozenset[int]]] = {}
        for number, condition in enumerate(conditions):
            self._of_cue.setdefault(_number(condition.cue, numbers), []).append(number)
            if condition.near or condition.not_near:
                near, undone = (
                    frozenset(_number(word, numbers) for word in words)
                    for words in (condition.near, condition.not_near)
                )
                self._asked[number] = near, undone
        self._patterns = Patterns(numbers)
        self._begin = Remembered(self._beginning)
        self._cues = Remembered(self._cued)
        self._closed = {} if self._patterns.open else self._all_cued()

    def _all_cued(self) -> dict[str, _Begun]:
        """What each word may begin where no pattern is open at the end of its first: few words, quick to look among."""
        found = {word + "'s": begun for word in self._patterns.first if (begun := self._cued(word + "'s"))}
        found |= {word: begun for word in self._patterns.first if (begun := self._cued(word))}
        return found

    def _beginning(self, word: str) -> list[tuple[int, Pattern]]:
        """The patterns that a word may begin: of each its number and its further words."""
        return self._patterns.at(word[:-2] if _is_possessive(word) else word)

    def _cued(self, word: str) -> _Begun | None:
        """What cues a word may begin; None where it begins none, as most words do."""
        begun = [pattern for pattern in self._beginning(word) if pattern[0] in self._of_cue]
        if not begun:
            return None
        single = tuple(number for pattern, rest in begun if not rest for number in self._of_cue[pattern])
        longer = tuple((pattern, rest) for pattern, rest in begun if rest)
        seconds = [rest[0] for _, rest in longer]
        stems = tuple(second[:-1] for second in seconds if second.endswith("*"))
        return _Begun(single, longer, frozenset(seconds), stems)

    def __call__(self, laid: Laid) -> list[Match]:
        """The cues whose conditions hold, by their first word, their last, and their number."""
        words = laid.words
        found: list[Match] = []
        for first, (single, longer, seconds, stems) in self._begun(words):
            found += [_match((first, first + 1, number)) for number in single]
            if longer and first + 1 < len(words):
                second = _plain[words[first + 1]]
                if second in seconds or second.startswith(stems):
                    found += self._phrases(laid, first, longer)
        asked = self._asked
        found = [match for match in found if match[2] not in asked or self._holds(match, laid)]
        found.sort()
        return found

    def _begun(self, words: list[str]) -> list[tuple[int, _Begun]]:
        """The places at which cues may begin."""
        if self._patterns.open:
            cues = self._cues
            return [(place, begun) for place, word in enumerate(words) if (begun := cues[word])]
        closed = self._closed
        return [(place, closed[word]) for place, word in enumerate(words) if word in closed]

    def _phrases(self, laid: Laid, first: int, longer: Sequence[tuple[int, Pattern]]) -> Iterator[Match]:
        for pattern, rest in longer:
            if _goes_on(laid, first, rest):
                for number in self._of_cue[pattern]:
                    yield _match((first, first + 1 + len(rest), number))

    def _holds(self, match: Match, laid: Laid) -> bool:
        first, last, number = match
        near, undone = self._asked[number]
        low, high = max(first - NEAR, laid.opens[laid.sentence(first)]), min(last + NEAR, laid.end(first))
        around = {
            pattern
            for place in (*range(low, first), *range(last, high))
            for pattern, rest in self._begin[laid.words[place]]
            if (pattern in near or pattern in undone) and _goes_on(laid, place, rest)
        }
        return (not near or not near.isdisjoint(around)) and undone.isdisjoint(around)


def _number(cue: str, numbers: dict[Pattern, int]) -> int:
    words = tuple(plain(word) for word in cue.replace("-", " ").split())
    return numbers.setdefault(words, len(numbers))


def _goes_on(laid: Laid, first: int, rest: Pattern) -> bool:
    """Whether the words behind a word, in its own sentence, are the further words of a pattern."""
    if not rest:
        return True
    last = first + 1 + len(rest)
    for part, word in zip(rest, laid.words[first + 1 : last], strict=False):
        small = _plain[word]
        if not (small.startswith(part[:-1]) if part[-1] == "*" else small == part):
            return False
    return last <= laid.end(first)


def longest_first(match: Match) -> tuple[int, int]:
    """Where a match stands in an order from left to right, of those at one place the longest first."""
    return match[0], -match[1]


def longest(found: Iterable[Match]) -> Iterator[Match]:
    """The matches that lie in no longer one before or around them, from left to right."""
    end = 0
    for match in sorted(found, key=longest_first):
        if match.first >= end:
            yield match
            end = match.last
