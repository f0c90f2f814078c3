"""Frame cues of many sentences at once: single words by a table, phrases and conditions where their words stand.

A word's cues are looked up once. Where the first two words of a phrase stand side by side, or a cue asks for other
words near it, that frame's cues in that sentence are settled as :mod:`tellings.read._cue_index` settles them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from tellings.read import _cue_index, _frames
from tellings.read._codebook import codebook
from tellings.read._cue_index import NEAR, Match
from tellings.scale._chunks import Chunks, Numbers, Places
from tellings.scale._cuts import Pieces, ragged
from tellings.scale._strings import Strings

_SIMPLE, _PHRASE, _ASKS = 1, 2, 4
_POSSESSIVE = frozenset(("'s", "’s"))
_Pattern = tuple[str, ...]


class Found(NamedTuple):
    """Cues: their places, frames and cues by number, and sentences."""

    starts: Places
    ends: Places
    frame: Places
    cue: Places
    sentence: Places


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

    def __init__(self, name: str) -> None:
        self.index = _frames._index(codebook(name))
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
            kind |= (_PHRASE if written in self._phrases else 0) | (_ASKS if written in self._asking else 0)
        return sorted(rows.items()), kind | (_SIMPLE if rows else 0)

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


class Cues:
    """The words of each chunk, by its number, and what each cues."""

    def __init__(self, chunks: Chunks, name: str) -> None:
        self.book = Book(name)
        self._chunks = chunks
        self._plain = Strings()
        self._counts, self._begins = np.zeros(0, np.int32), np.zeros(0, np.int32)
        self._flat = np.zeros((3, 0), np.int32)
        self._kind = np.zeros(0, np.uint8)
        self._rows = np.zeros((2, 0), np.int32)
        self._row_begins, self._row_counts = np.zeros(0, np.int32), np.zeros(0, np.int32)
        self._pairs: dict[int, bool] = {}

    def _grow(self) -> None:
        new = self._chunks.strings[len(self._counts) :]
        if not new:
            return
        cores = self._chunks.cores[len(self._counts) :]
        found = [
            [(0, len(core), core.lower())] if core else _words(chunk)
            for chunk, core in zip(new, cores, strict=True)
        ]
        flat = [(start, end, self._plain[word]) for words in found for start, end, word in words]
        counts = np.array([len(words) for words in found], np.int32)
        begins = self._flat.shape[1] + np.cumsum(counts) - counts
        self._counts = np.concatenate([self._counts, counts])
        self._begins = np.concatenate([self._begins, begins.astype(np.int32)])
        self._flat = np.concatenate([self._flat, np.array(flat, np.int32).reshape(-1, 3).T], axis=1)
        self._learn(self._plain.list[len(self._kind) :])

    def _learn(self, words: list[str]) -> None:
        told = [self.book.cues(word) for word in words]
        counts = np.array([len(rows) for rows, _ in told], np.int32)
        begins = self._rows.shape[1] + np.cumsum(counts) - counts
        rows = np.array([row for rows, _ in told for row in rows], np.int32).reshape(-1, 2).T
        self._kind = np.concatenate([self._kind, np.array([kind for _, kind in told], np.uint8)])
        self._rows = np.concatenate([self._rows, rows], axis=1)
        self._row_begins = np.concatenate([self._row_begins, begins.astype(np.int32)])
        self._row_counts = np.concatenate([self._row_counts, counts])

    def read(self, pieces: Pieces) -> Found:
        """The cues of all sentences, in order."""
        self._grow()
        counts = self._counts[pieces.numbers]
        at = ragged(self._begins[pieces.numbers], counts)
        start, end, word = (column[at] for column in self._flat)
        base, sentence = np.repeat(pieces.starts, counts), np.repeat(pieces.sentence, counts)
        easy = np.flatnonzero((self._kind[word] & _SIMPLE) != 0)
        many = self._row_counts[word[easy]]
        frame, cue = (column[ragged(self._row_begins[word[easy]], many)] for column in self._rows)
        rows = [np.repeat(easy, many), np.repeat(easy, many) + 1, frame, cue]
        first, last, frame, cue = self._settled(word, sentence, rows)
        return Found((base + start)[first], (base + end)[last - 1], frame, cue, sentence[first])

    def _settled(self, word: Numbers, sentence: Places, rows: list[Places]) -> list[Places]:
        """First and last word, frame and cue of every cue, with phrases and conditions taken into account."""
        found = self._found(word, sentence)
        if not found:
            return rows
        frames = len(self.book.index.names)
        keys = sentence[rows[0]] * frames + rows[2]
        unsettled = np.isin(keys, np.fromiter(found, np.int64, len(found)))
        for key, one, two, number in zip(
            keys[unsettled].tolist(), *(rows[at][unsettled].tolist() for at in (0, 1, 3)), strict=True
        ):
            found[key].append(Match(one, two, number))
        made = [
            (match.first, match.last, key % frames, match.condition)
            for key, matches in found.items()
            for match in _cue_index.longest(sorted(matches))
        ]
        new = np.array(made, np.int64).reshape(-1, 4).T
        joined = [np.concatenate([old[~unsettled], other]) for old, other in zip(rows, new, strict=True)]
        order = np.lexsort((joined[2], joined[1], joined[0]))
        return [column[order] for column in joined]

    def _found(self, word: Numbers, sentence: Places) -> dict[int, list[Match]]:
        """Phrases, and cues whose conditions hold, by sentence and frame (in one number)."""
        book, words = self.book, self._plain.list
        found: dict[int, list[Match]] = {}
        for place in self._places(word, sentence):
            number = int(sentence[place])
            begin, end = np.searchsorted(sentence, (number, number + 1)).tolist()
            run = [words[each] for each in word[begin:end].tolist()]
            for last, condition in book.at(run, place - begin):
                key = number * len(book.index.names) + book.index.frames[condition]
                found.setdefault(key, []).append(Match(place, begin + last, condition))
        return found

    def _places(self, word: Numbers, sentence: Places) -> list[int]:
        """Where a phrase may begin, or a cue stands that has a condition."""
        kind = self._kind[word]
        opens = np.flatnonzero((kind[:-1] & _PHRASE) != 0)
        opens = opens[sentence[opens] == sentence[opens + 1]]
        keys = (word[opens].astype(np.int64) << 32) + word[opens + 1]
        begun = np.fromiter(map(self._begun, keys.tolist()), np.bool_, len(keys))
        asks = np.flatnonzero((kind & _ASKS) != 0)
        return np.union1d(opens[begun], asks).tolist()  # type: ignore[no-any-return]

    def _begun(self, key: int) -> bool:
        found = self._pairs.get(key)
        if found is None:
            found = self.book.begins(self._plain.list[key >> 32], self._plain.list[key & (1 << 32) - 1])
            self._pairs[key] = found
        return found


def _words(chunk: str) -> list[tuple[int, int, str]]:
    """The words of a chunk as :func:`tellings.read._cue_index.lay` cuts them.

    >>> _words("Nation’s-first")
    [(0, 6, 'nation'), (9, 14, 'first')]
    """
    found = []
    for match in _cue_index._WORD.finditer(chunk):
        word = match.group()
        tail = 2 if len(word) > 2 and word[-2:].lower() in _POSSESSIVE else 0
        found.append((match.start(), match.end() - tail, _cue_index.plain(word)))
    return found
