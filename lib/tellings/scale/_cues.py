"""Frame cues of many sentences at once: single words by a table, phrases and conditions by the reader's own search.

A word's cues are looked up once. Where the first two words of a phrase stand side by side, or a cue asks for other
words near it, the sentence goes through :mod:`tellings.read._cue_index`, all such sentences of a part in one search.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from tellings.read import _cue_index, _frames
from tellings.read._codebook import codebook
from tellings.scale._chunks import Chunks, Numbers, Places
from tellings.scale._cuts import Pieces, ragged
from tellings.scale._strings import Strings

_SIMPLE, _PHRASE, _ASKS = 1, 2, 4


class Found(NamedTuple):
    """Cues: their places, frames and cues by number, and sentences."""

    starts: Places
    ends: Places
    frame: Places
    cue: Places
    sentence: Places


class Book:
    """A codebook by words: what single words cue, and which may begin a phrase or ask for others."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.index = _frames._index(codebook(name))
        self._words: dict[str, list[tuple[int, bool]]] = {}
        self._phrases: dict[str, list[str]] = {}
        for number, condition in enumerate(self.index.search._conditions):
            words = [_cue_index.plain(word) for word in condition.cue.replace("-", " ").split()]
            if len(words) > 1:
                self._phrases.setdefault(words[0], []).append(words[1])
            else:
                asks = bool(condition.near or condition.not_near)
                self._words.setdefault(words[0], []).append((number, asks))
        known = {*self._words, *self._phrases, *(word for some in self._phrases.values() for word in some)}
        self._lengths = sorted({len(word) for word in known if word.endswith("*")})
        self._open = {word for word in known if word.endswith("*")}

    def cues(self, word: str) -> tuple[list[tuple[int, int]], int]:
        """Frame and cue (by the number of its condition) of a word, and whether it needs the search."""
        rows: dict[int, int] = {}
        kind = 0
        for written in self._written(word):
            for number, asks in self._words.get(written, ()):
                kind |= _ASKS if asks else _SIMPLE
                frame = self.index.frames[number]
                rows[frame] = min(number, rows.get(frame, number))
            kind |= _PHRASE if written in self._phrases else 0
        return sorted(rows.items()), kind

    def begins(self, one: str, two: str) -> bool:
        """Whether a phrase may begin with these two words."""
        after = {second for written in self._written(one) for second in self._phrases.get(written, ())}
        return any(written in after for written in self._written(two))

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
            [(0, len(core), core.lower())] if core else _words(chunk) for chunk, core in zip(new, cores, strict=True)
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
        starts, ends, kind = base + start, base + end, self._kind[word]
        hard = self._hard(word, kind, sentence, len(pieces.begins) - 1)
        easy = np.flatnonzero(((kind & _SIMPLE) != 0) & ~hard[sentence])
        many = self._row_counts[word[easy]]
        frame, cue = (column[ragged(self._row_begins[word[easy]], many)] for column in self._rows)
        places = np.repeat(easy, many)
        found = Found(starts[places], ends[places], frame, cue, sentence[places])
        sought = np.flatnonzero(hard[sentence])
        return self._with(found, starts[sought], ends[sought], word[sought], sentence[sought])

    def _hard(
        self, word: Numbers, kind: npt.NDArray[np.uint8], sentence: Places, count: int
    ) -> npt.NDArray[np.bool_]:
        """The sentences that need the search."""
        hard = np.zeros(count, np.bool_)
        hard[sentence[(kind & _ASKS) != 0]] = True
        opens = np.flatnonzero((kind[:-1] & _PHRASE) != 0)
        opens = opens[sentence[opens] == sentence[opens + 1]]
        keys = (word[opens].astype(np.int64) << 32) + word[opens + 1]
        begun = np.fromiter(map(self._begun, keys.tolist()), np.bool_, len(keys))
        hard[sentence[opens[begun]]] = True
        return hard

    def _begun(self, key: int) -> bool:
        found = self._pairs.get(key)
        if found is None:
            found = self.book.begins(self._plain.list[key >> 32], self._plain.list[key & (1 << 32) - 1])
            self._pairs[key] = found
        return found

    def _with(self, found: Found, starts: Places, ends: Places, word: Numbers, sentence: Places) -> Found:
        """With the cues of the sentences that need the search."""
        if not len(word):
            return found
        matches = _frames.kept(
            _laid(starts, ends, [self._plain.list[n] for n in word.tolist()], sentence), self.book.name
        )
        first, last, frame, match = (
            (np.array(column) for column in zip(*matches, strict=True)) if matches else _NONE
        )
        rows: list[Any] = [starts[first], ends[last - 1], frame, match, sentence[first]]
        joined = [np.concatenate(pair) for pair in zip(found, rows, strict=True)]
        order = np.lexsort((joined[2], joined[1], joined[0]))
        return Found(*(column[order] for column in joined))


_NONE = (np.zeros(0, np.int64),) * 4


def _words(chunk: str) -> list[tuple[int, int, str]]:
    """The words of a chunk as :func:`tellings.read._cue_index.lay` cuts them.

    >>> _words("Nation’s-first")
    [(0, 6, 'nation'), (9, 14, 'first')]
    """
    laid = _cue_index.lay(chunk, [(0, len(chunk))])
    return [(start, end, word) for (start, end), word in zip(laid.words, laid.plain, strict=True)]


def _laid(starts: Places, ends: Places, words: list[str], sentence: Places) -> _cue_index.Laid:
    """Words of some sentences, ready to be searched; a bar between one sentence and the next."""
    closes = np.append(sentence[1:] != sentence[:-1], True)
    lengths = np.fromiter(map(len, words), np.int64, len(words)) + 1
    begins = np.cumsum(lengths + 2 * closes) - lengths - 2 * closes
    line = "".join(
        f" {word} |" if close else f" {word}" for word, close in zip(words, closes.tolist(), strict=True)
    )
    places = list(zip(starts.tolist(), ends.tolist(), strict=True))
    return _cue_index.Laid(places, words, sentence.tolist(), begins.tolist(), line)
