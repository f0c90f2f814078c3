"""Tokens of many sentences at once: what a chunk becomes is learnt once, and laid out by arrays.

:mod:`tellings.read._chunk_tokens` says what a chunk becomes; sentences that it cannot speak for are given to NLTK whole.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tellings.read import _chunk_tokens
from tellings.read._chunk_tokens import FIRST, LAST, TREEBANK_MARKS, Piece
from tellings.scale._chunks import Chunks, Numbers, Places
from tellings.scale._cuts import Pieces, ragged
from tellings.scale._lines import Lines
from tellings.scale._strings import Strings

_VARIANTS = 4  # what FIRST and LAST may add up to, and nothing


class Found(NamedTuple):
    """Tokens: their places, their sentences, and the numbers of their strings, as NLTK has them and as written."""

    starts: Places
    ends: Places
    sentence: Places
    token: Numbers
    written: Numbers


class Words:
    """What NLTK makes of each chunk, by its number and variant."""

    def __init__(self, chunks: Chunks, strings: Strings) -> None:
        self._chunks, self._strings = chunks, strings
        self._of = np.zeros((_VARIANTS, 0), np.int32)
        self._bare, self._minds = np.zeros(0, np.bool_), np.zeros(0, np.int8)
        self._begins, self._counts = np.zeros(0, np.int32), np.zeros(0, np.int32)
        self._flat = np.zeros((4, 0), np.int32)
        self._new: list[int] = []
        self._rows: list[int] = []

    def read(self, lines: Lines, pieces: Pieces) -> Found:
        """The tokens of all sentences, in order."""
        self._grow()
        first, last = pieces.begins[:-1], pieces.begins[1:] - 1
        variant = np.zeros(len(pieces.numbers), np.int8)
        variant[first] |= FIRST
        variant[last] |= LAST
        alone = ~pieces.gap
        alone[last] = False
        odd = alone | (self._bare[pieces.numbers] & (variant != FIRST + LAST))
        whole = np.unique(pieces.sentence[odd])
        kept = slice(None) if not len(whole) else np.flatnonzero(~np.isin(pieces.sentence, whole))
        variant &= self._minds[pieces.numbers]
        found = self._expand(pieces.numbers[kept], variant[kept], pieces.starts[kept], pieces.sentence[kept])
        return self._with(found, lines, pieces, whole.tolist()) if len(whole) else found

    def _grow(self) -> None:
        new = len(self._chunks.strings) - self._of.shape[1]
        if new:
            strings = self._chunks.strings[-new:]
            bare = list(map(_chunk_tokens.is_bare, strings))
            self._bare = np.concatenate([self._bare, np.array(bare, np.bool_)])
            minds = list(map(_chunk_tokens.minds, strings))
            self._minds = np.concatenate([self._minds, np.array(minds, np.int8)])
            self._of = np.concatenate([self._of, np.full((_VARIANTS, new), -1, np.int32)], axis=1)

    def _expand(
        self, numbers: Numbers, variant: npt.NDArray[np.int8], starts: Places, sentence: Places
    ) -> Found:
        made = self._of[variant, numbers]
        if len(missing := np.flatnonzero(made < 0)):
            keys = np.unique(numbers[missing].astype(np.int64) * _VARIANTS + variant[missing])
            self._ask(keys.tolist())
            made = self._of[variant, numbers]
        counts = self._counts[made]
        at = ragged(self._begins[made], counts)
        begin, end, token, written = (column[at] for column in self._flat)
        base = np.repeat(starts, counts)
        return Found(base + begin, base + end, np.repeat(sentence, counts), token, written)

    def _ask(self, keys: list[int]) -> None:
        """Learn what these chunks become."""
        known = [divmod(key, _VARIANTS) for key in keys]
        strings, cores = self._chunks.strings, self._chunks.cores
        made = _chunk_tokens.cut((strings[number], cores[number], variant) for number, variant in known)
        for (number, variant), pieces in zip(known, made, strict=True):
            self._learn(number, variant, pieces)
        self._settle()

    def _learn(self, number: int, variant: int, tokens: list[Piece]) -> None:
        chunk, strings = self._chunks.strings[number], self._strings
        self._of[variant, number] = len(self._counts) + len(self._new)
        self._new.append(len(tokens))
        for start, end, token in tokens:
            written = token if token not in TREEBANK_MARKS else chunk[start:end]
            self._rows += (start, end, strings[token], strings[written])

    def _settle(self) -> None:
        counts = np.array(self._new, np.int32)
        begins = self._flat.shape[1] + np.cumsum(counts) - counts
        flat = np.array(self._rows, np.int32).reshape(-1, 4).T
        self._counts = np.concatenate([self._counts, counts])
        self._begins = np.concatenate([self._begins, begins.astype(np.int32)])
        self._flat = np.concatenate([self._flat, flat], axis=1)
        self._new, self._rows = [], []

    def _with(self, found: Found, lines: Lines, pieces: Pieces, whole: list[int]) -> Found:
        """With the sentences that NLTK cuts as a whole."""
        rows = []
        for number in whole:
            start = int(pieces.starts[pieces.begins[number]])
            end = int(pieces.ends[pieces.begins[number + 1] - 1])
            sentence = lines.whole[start:end]
            rows += [
                (start + a, start + b, number, self._strings[token], self._strings[sentence[a:b]])
                for a, b, token in _chunk_tokens.align(sentence)
            ]
        new = np.array(rows, np.int64).reshape(-1, 5).T
        order = np.argsort(np.concatenate([found.starts, new[0]]), kind="stable")
        starts, ends, sentence_, token, written = (
            np.concatenate([one, other])[order] for one, other in zip(found, new, strict=True)
        )
        return Found(starts, ends, sentence_, token.astype(np.int32), written.astype(np.int32))
