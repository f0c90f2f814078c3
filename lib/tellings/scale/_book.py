"""A codebook by the words of its cues: what a word cues alone, and where phrases and conditions must be looked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tellings.read import _cue_index, _frames
from tellings.read._codebook import Codebook
from tellings.read._cue_index import NEAR

SIMPLE, PHRASE, ASKS = 1, 2, 4
"""What a word may be: a cue alone, the first word of a phrase, a cue that asks for other words."""
_Pattern = tuple[str, ...]


class _Sought(NamedTuple):
    """Words that must, or must not, stand near a cue: in full, by how they begin, and phrases."""

    words: frozenset[str]
    stems: tuple[str, ...]
    phrases: tuple[_Pattern, ...]

    def stands(self, words: Sequence[str], window: Sequence[int]) -> bool:
        """Whether one of them begins within the window."""
        return any(
            words[at] in self.words
            or words[at].startswith(self.stems)
            or any(_fits(words, at, pattern) for pattern in self.phrases)
            for at in window
        )


def _sought(cues: Sequence[str]) -> _Sought:
    patterns = [_pattern(cue) for cue in cues]
    single = [pattern[0] for pattern in patterns if len(pattern) == 1]
    return _Sought(
        frozenset(word for word in single if word[-1] != "*"),
        tuple(word[:-1] for word in single if word[-1] == "*"),
        tuple(pattern for pattern in patterns if len(pattern) > 1),
    )


class Book:
    """A codebook by words: what single words cue, which phrases a word begins, and what a cue asks for."""

    def __init__(self, book: Codebook) -> None:
        self.index = _frames._index(book)
        self._words: dict[str, list[int]] = {}
        self._asking: dict[str, list[int]] = {}
        self._phrases: dict[str, list[tuple[_Pattern, int]]] = {}
        self._asked: dict[int, tuple[_Sought | None, _Sought]] = {}
        for number, condition in enumerate(self.index.search._conditions):
            pattern = _pattern(condition.cue)
            if condition.near or condition.not_near:
                near = _sought(condition.near) if condition.near else None
                self._asked[number] = near, _sought(condition.not_near)
            if len(pattern) > 1:
                self._phrases.setdefault(pattern[0], []).append((pattern, number))
            else:
                (self._asking if number in self._asked else self._words).setdefault(pattern[0], []).append(
                    number
                )
        after = (pattern[1] for some in self._phrases.values() for pattern, _ in some)
        self._open = {
            word for word in (*self._words, *self._asking, *self._phrases, *after) if word.endswith("*")
        }
        self._lengths = sorted({len(word) for word in self._open})

    def cues(self, word: str) -> tuple[list[tuple[int, int]], int]:
        """Frame and cue (by the number of its condition) of a word alone, and what else it may be."""
        rows: dict[int, int] = {}
        kind = 0
        for written in self._written(word):
            for number in self._words.get(written, ()):
                frame = self.index.frames[number]
                rows[frame] = min(number, rows.get(frame, number))
            kind |= (PHRASE if written in self._phrases else 0) | (ASKS if written in self._asking else 0)
        return sorted(rows.items()), kind | (SIMPLE if rows else 0)

    def begins(self, one: str, two: str) -> bool:
        """Whether a phrase may begin with these two words."""
        after = {
            pattern[1] for written in self._written(one) for pattern, _ in self._phrases.get(written, ())
        }
        return any(written in after for written in self._written(two))

    def at(self, words: Sequence[str], place: int) -> list[tuple[int, int]]:
        """The phrases, and the cues with conditions, that stand at a place of a sentence: end and condition."""
        found = []
        for written in self._written(words[place]):
            numbers = [(place + 1, number) for number in self._asking.get(written, ())]
            numbers += [
                (place + len(pattern), number)
                for pattern, number in self._phrases.get(written, ())
                if _fits(words, place, pattern)
            ]
            found += [(end, number) for end, number in numbers if self._holds(number, words, place, end)]
        return found

    def _holds(self, number: int, words: Sequence[str], first: int, last: int) -> bool:
        if number not in self._asked:
            return True
        window = [
            at for at in range(max(0, first - NEAR), min(len(words), last + NEAR)) if not first <= at < last
        ]
        near, undone = self._asked[number]
        return (near is None or near.stands(words, window)) and not undone.stands(words, window)

    def _written(self, word: str) -> list[str]:
        """How this codebook may write a word: in full, or open at its end."""
        most = len(word) + 1
        found = [word]
        for length in self._lengths:
            if length > most:
                break
            if (stem := word[: length - 1] + "*") in self._open:
                found.append(stem)
        return found


def _pattern(cue: str) -> _Pattern:
    return tuple(_cue_index.plain(word) for word in cue.replace("-", " ").split())


def _fits(words: Sequence[str], place: int, pattern: _Pattern) -> bool:
    if place + len(pattern) > len(words):
        return False
    return all(
        words[place + at].startswith(part[:-1]) if part[-1] == "*" else words[place + at] == part
        for at, part in enumerate(pattern)
    )
