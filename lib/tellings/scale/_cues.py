"""Frame cues of many sentences at once: single words by a table, phrases and conditions where their words stand.

A word's cues are looked up once. Where the first two words of a phrase stand side by side, or a cue asks for other
words near it, that frame's cues in that sentence are settled as :mod:`tellings.read._cue_index` settles them.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from tellings.read import _cue_index
from tellings.read._codebook import Codebook
from tellings.read._cue_index import Match
from tellings.scale._book import ASKS, PHRASE, SIMPLE, Book
from tellings.scale._chunks import Chunks, Numbers, Places
from tellings.scale._cuts import Pieces, ragged
from tellings.scale._strings import Strings

_POSSESSIVE = frozenset(("'s", "’s"))
_Integers = npt.NDArray[np.integer[Any]]


class Found(NamedTuple):
    """Cues: their places, frames and cues by number, and sentences."""

    starts: _Integers
    ends: _Integers
    frame: _Integers
    cue: _Integers
    sentence: _Integers


class Cues:
    """The words of each chunk, by its number, and what each cues."""

    def __init__(self, chunks: Chunks, book: Codebook) -> None:
        self.book = Book(book)
        self._chunks = chunks
        self._plain = Strings()
        self._counts, self._begins = np.zeros(0, np.int32), np.zeros(0, np.int32)
        self._flat = np.zeros((3, 0), np.int32)
        self._kind = np.zeros(0, np.uint8)
        self._rows = np.zeros((2, 0), np.int32)
        self._row_begins, self._row_counts = np.zeros(0, np.int32), np.zeros(0, np.int32)
        self.pairs: dict[int, bool] = {}

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
        easy = np.flatnonzero((self._kind[word] & SIMPLE) != 0)
        many = self._row_counts[word[easy]]
        told = [column[ragged(self._row_begins[word[easy]], many)] for column in self._rows]
        rows: list[_Integers] = [np.repeat(easy, many), np.repeat(easy, many) + 1, *told]
        first, last, frame, cue = self._settled(word, sentence, rows)
        return Found((base + start)[first], (base + end)[last - 1], frame, cue, sentence[first])

    def _settled(self, word: Numbers, sentence: Places, rows: list[_Integers]) -> list[_Integers]:
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
        opens = np.flatnonzero((kind[:-1] & PHRASE) != 0)
        opens = opens[sentence[opens] == sentence[opens + 1]]
        keys = (word[opens].astype(np.int64) << 32) + word[opens + 1]
        begun = np.fromiter(map(self._begun, keys.tolist()), np.bool_, len(keys))
        asks = np.flatnonzero((kind & ASKS) != 0)
        return np.union1d(opens[begun], asks).tolist()  # type: ignore[no-any-return]

    def _begun(self, key: int) -> bool:
        found = self.pairs.get(key)
        if found is None:
            found = self.book.begins(self._plain.list[key >> 32], self._plain.list[key & (1 << 32) - 1])
            self.pairs[key] = found
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
