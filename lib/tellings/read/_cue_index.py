"""All cues of a codebook or a word list found at once, in one pass over a text (Aho & Corasick 1975).

A text is laid out as its words in small letters, one space between them and a bar between sentences; a cue
is a stretch of that, so that line breaks, double spaces, hyphens and curly apostrophes make no difference.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

import ahocorasick

from tellings.read._remembered import Remembered

NEAR = 5  # words: how far from a cue the words of its conditions may stand

_WORD = re.compile(r"\w+(?:['’.]\w+)*")
_STRAIGHT = str.maketrans({"’": "'"})


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


class Laid(NamedTuple):
    """A text laid out: where each word stands, in which sentence, and where it begins in the line of words."""

    words: list[tuple[int, int]]
    plain: list[str]
    sentences: list[int]
    begins: list[int]
    line: str


def plain(word: str) -> str:
    """A word as cues are compared: small letters, straight apostrophes, no possessive.

    >>> plain("Nation’s"), plain("Voters'")
    ('nation', 'voters')
    """
    small = word.lower().translate(_STRAIGHT)
    return small[:-2] if small.endswith("'s") and len(small) > 2 else small.rstrip("'") or small


def _compared(word: str) -> tuple[str, int]:
    """A word as cues are compared, and the letters of its possessive."""
    return plain(word), 2 if len(word) > 2 and word[-2:].lower() in {"'s", "’s"} else 0


_read = Remembered(_compared)


def lay(text: str, sentences: Iterable[tuple[int, int]]) -> Laid:
    """The words of a text's sentences, ready to be searched.

    >>> lay("Far-right  voters. They won.", [(0, 18), (19, 28)]).line
    ' far right voters | they won |'
    """
    spans: list[tuple[int, int]] = []
    words: list[str] = []
    numbers: list[int] = []
    begins: list[int] = []
    lines: list[str] = []
    at = 0
    for number, (start, end) in enumerate(sentences):
        found = _WORD.findall(text, start, end)
        for word in found:
            small, tail = _read[word]
            start = text.index(word, start)
            last = start + len(word)
            spans.append((start, last - tail))
            words.append(small)
            begins.append(at)
            at += len(small) + 1
            start = last
        numbers += [number] * len(found)
        lines += [*words[len(words) - len(found) :], "|"]
        at += 2
    return Laid(spans, words, numbers, begins, "".join([" " + word for word in lines]))


class CueIndex:
    """Cues with their conditions, to be searched for together; what is found does not depend on their order."""

    def __init__(self, conditions: Sequence[Condition]) -> None:
        self._conditions = conditions
        self._patterns: list[tuple[str, ...]] = []
        numbers: dict[tuple[str, ...], int] = {}
        self._of_cue: dict[int, list[int]] = {}
        self._near: list[tuple[list[int], list[int]]] = []
        for number, condition in enumerate(conditions):
            self._of_cue.setdefault(self._number(condition.cue, numbers), []).append(number)
            self._near.append(
                (
                    [self._number(word, numbers) for word in condition.near],
                    [self._number(word, numbers) for word in condition.not_near],
                )
            )
        # Conditions that always hold, and patterns that stand wherever their letters do.
        self._free = {number for number, words in enumerate(self._near) if words == ([], [])}
        self._exact = [not any("*" in word or "|" in word for word in words) for words in self._patterns]
        self._automaton = _automaton(self._patterns)

    def _number(self, cue: str, numbers: dict[tuple[str, ...], int]) -> int:
        words = tuple(plain(word) for word in cue.replace("-", " ").split())
        if words not in numbers:
            numbers[words] = len(self._patterns)
            self._patterns.append(words)
        return numbers[words]

    def __call__(self, laid: Laid) -> list[Match]:
        """The cues whose conditions hold, by their first word, their last, and their number."""
        spans = self._spans(laid)
        starts = {number: [first for first, _ in found] for number, found in spans.items()}
        return sorted(
            _match((first, last, number))
            for pattern, found in spans.items()
            for number in self._of_cue.get(pattern, ())
            for first, last in found
            if number in self._free or self._holds(number, first, last, laid, starts)
        )

    def _spans(self, laid: Laid) -> dict[int, list[tuple[int, int]]]:
        """The words that each pattern spans, in the order of the text."""
        found: dict[int, list[tuple[int, int]]] = {}
        if not self._patterns or not laid.words:
            return found
        for end, (length, numbers) in self._automaton.iter(laid.line):
            first = bisect_left(laid.begins, end - length + 1)
            for number in numbers:
                last = first + len(self._patterns[number])
                if self._exact[number] or _fits(laid, first, last, self._patterns[number]):
                    found.setdefault(number, []).append((first, last))
        return found

    def _holds(self, number: int, first: int, last: int, laid: Laid, starts: dict[int, list[int]]) -> bool:
        near, undone = self._near[number]
        sentence = laid.sentences[first]

        def stands(pattern: int) -> bool:
            places = starts.get(pattern, [])
            at = bisect_left(places, first - NEAR)
            while at < len(places) and places[at] < last + NEAR:
                if not first <= places[at] < last and laid.sentences[places[at]] == sentence:
                    return True
                at += 1
            return False

        return (not near or any(stands(word) for word in near)) and not any(stands(word) for word in undone)


def _automaton(patterns: Sequence[tuple[str, ...]]) -> ahocorasick.Automaton:
    """The patterns up to their first wildcard; what follows one is compared at each place found."""
    literals: dict[str, list[int]] = {}
    for number, words in enumerate(patterns):
        line = " " + " ".join(words) + " "
        literals.setdefault(line.partition("*")[0], []).append(number)
    automaton = ahocorasick.Automaton()
    for literal, numbers in literals.items():
        automaton.add_word(literal, (len(literal), numbers))
    if literals:
        automaton.make_automaton()
    return automaton


def _fits(laid: Laid, first: int, last: int, pattern: tuple[str, ...]) -> bool:
    if last > len(laid.plain) or laid.sentences[first] != laid.sentences[last - 1]:
        return False
    return all(
        word.startswith(part[:-1]) if part.endswith("*") else word == part
        for word, part in zip(laid.plain[first:last], pattern, strict=True)
    )


def longest(found: Iterable[Match]) -> Iterator[Match]:
    """The matches that lie in no longer one before or around them, from left to right."""
    end = 0
    for match in sorted(found, key=lambda match: (match.first, -match.last)):
        if match.first >= end:
            yield match
            end = match.last
