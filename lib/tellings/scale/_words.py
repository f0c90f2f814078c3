"""Tokens of many sentences at once: NLTK is asked what a chunk becomes, once, and the answer is laid out by arrays.

NLTK's patterns look within a chunk, with four exceptions: whether it opens its sentence, whether it closes it, whether
blanks of an unusual sort stand beside it, and, for bare marks, what their neighbours are. The first two are kept as
variants of the chunk; a sentence with the others is given to NLTK whole.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tellings.read import _tokens
from tellings.scale._chunks import Chunks, Numbers, Places
from tellings.scale._cuts import Pieces, ragged
from tellings.scale._lines import Lines
from tellings.scale._strings import Strings

_VARIANTS = 4  # first of its sentence: 1; last: 2
_TREEBANK = frozenset(("``", "''"))  # what NLTK writes for a double mark, and may stand so in a text
_CLOSING = frozenset("])}>\"'»”’`")
_SPLIT = frozenset(("cannot", "gimme", "gonna", "gotta", "lemme", "wanna"))
_ENDED = re.compile(
    r"([^.]*\w)([.][”\"]?)"
)  # at the end of a sentence its stop is a token, and a mark after it
_AT_ONCE = 100


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
        variant[first] |= 1
        variant[last] |= 2
        alone = ~pieces.gap
        alone[last] = False
        odd = alone | (self._bare[pieces.numbers] & (variant != 3))
        whole = np.unique(pieces.sentence[odd])
        kept = slice(None) if not len(whole) else np.flatnonzero(~np.isin(pieces.sentence, whole))
        variant &= self._minds[pieces.numbers]
        found = self._expand(pieces.numbers[kept], variant[kept], pieces.starts[kept], pieces.sentence[kept])
        return self._with(found, lines, pieces, whole.tolist()) if len(whole) else found

    def _grow(self) -> None:
        new = len(self._chunks.strings) - self._of.shape[1]
        if new:
            strings = self._chunks.strings[-new:]
            bare = [not chunk[0].isalnum() and _CLOSING.issuperset(chunk) for chunk in strings]
            self._bare = np.concatenate([self._bare, np.array(bare, np.bool_)])
            minds = [_minds(chunk) for chunk in strings]
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
        """Learn what these chunks become; those within sentences many at a time."""
        middle: list[tuple[int, int, str, str]] = []
        for key in keys:
            number, variant = divmod(key, _VARIANTS)
            chunk = self._chunks.strings[number]
            if tokens := _simple(chunk, self._chunks.cores[number], variant):
                self._learn(number, variant, tokens)
            elif not variant:
                middle.append((number, 0, chunk, ""))
            elif variant == 2 and (ended := _ENDED.fullmatch(chunk)):
                middle.append((number, 2, ended[1], ended[2]))
            else:
                self._learn(number, variant, _asked([chunk], variant)[0])
        for begin in range(0, len(middle), _AT_ONCE):
            some = middle[begin : begin + _AT_ONCE]
            asked = _asked([chunk for *_, chunk, _ in some], 0)
            for (number, variant, chunk, marks), tokens in zip(some, asked, strict=True):
                end = len(chunk)
                after = [
                    (end + at, end + at + 1, "''" if mark == '"' else mark) for at, mark in enumerate(marks)
                ]
                self._learn(number, variant, tokens + after)
        self._settle()

    def _learn(self, number: int, variant: int, tokens: list[tuple[int, int, str]]) -> None:
        chunk, strings = self._chunks.strings[number], self._strings
        self._of[variant, number] = len(self._counts) + len(self._new)
        self._new.append(len(tokens))
        for start, end, token in tokens:
            written = token if token not in _TREEBANK else chunk[start:end]
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
                for a, b, token in _tokens._align(sentence)
            ]
        new = np.array(rows, np.int64).reshape(-1, 5).T
        order = np.argsort(np.concatenate([found.starts, new[0]]), kind="stable")
        starts, ends, sentence_, token, written = (
            np.concatenate([one, other])[order] for one, other in zip(found, new, strict=True)
        )
        return Found(starts, ends, sentence_, token.astype(np.int32), written.astype(np.int32))


def _minds(chunk: str) -> int:
    """Whether it may matter to NLTK that a chunk opens its sentence (1) or closes it (2)."""
    opens = chunk[0] in ".`" or (chunk[0] in "\"'" and not chunk[1:2].isalnum())
    closes = "." in chunk or chunk[-1] in "'`" or (chunk[-1] in ",:" and not chunk[-2:-1].isalnum())
    return opens + 2 * closes


def _simple(chunk: str, core: str, variant: int) -> list[tuple[int, int, str]]:
    """What becomes of a plain word with one mark after it or none; nothing where NLTK must be asked.

    >>> [_simple(mark, "left", 0) for mark in ("left,", "left.")], _simple("left.", "left", 2), _simple("can't", "", 0)
    ([[(0, 4, 'left'), (4, 5, ',')], [(0, 5, 'left.')]], [(0, 4, 'left'), (4, 5, '.')], [])
    """
    if not core or core.lower() in _SPLIT:
        return []
    if core == chunk or (chunk[-1] == "." and not variant & 2):
        return [(0, len(chunk), chunk)]
    return [(0, len(core), core), (len(core), len(chunk), chunk[-1])]


def _asked(chunks: list[str], variant: int) -> list[list[tuple[int, int, str]]]:
    """What NLTK makes of chunks in a sentence: of several within one, or of one that opens or closes it."""
    before, after = "" if variant & 1 else "Xx ", "" if variant & 2 else " xx"
    found: list[list[tuple[int, int, str]]] = [[] for _ in chunks]
    edges, at = [], len(before)
    for chunk in chunks:
        edges.append((at, at + len(chunk)))
        at += len(chunk) + 1
    place = 0
    for start, end, token in _tokens._align(before + " ".join(chunks) + after):
        while place < len(edges) and start >= edges[place][1]:
            place += 1
        if place < len(edges) and start >= edges[place][0]:
            found[place].append((start - edges[place][0], end - edges[place][0], token))
    return found
