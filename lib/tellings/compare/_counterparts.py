"""Counterparts: stretches of text that tell the same in other outlets, by the telling words they share."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from tellings.compare._mentions import stem as _stem
from tellings.compare._shared_words import Ints, Words

if TYPE_CHECKING:
    from scipy.sparse import csr_array

_CHUNK = 500  # stretches compared with all others at a time: bounds the memory
_COMMON = 500, 0.02  # a stem in more stretches than this, and this part of them, ties nothing together


class Stems(NamedTuple):
    """The stem of every word, a number each, and how much each stem tells: bits of surprisal in this corpus."""

    of: Ints
    bits: NDArray[np.float64]

    def telling(self, words: Words, first: int, stop: int) -> Ints:
        """The different stems of the content words of a stretch."""
        return np.unique(self.of[first:stop][words.content[first:stop]])


class Match(NamedTuple):
    """Two stretches that share ``shared`` stems: their ``cosine``, and what part of the first one's bits they are."""

    one: int
    two: int
    cosine: float
    contained: float
    shared: int


def stems(words: Words) -> Stems:
    """Words without their endings; a stem used once among ``n`` content words carries log2 of ``n`` bits."""
    known: dict[str, int] = {}
    by_word = np.array(
        [known.setdefault(_stem(word), len(known)) for word in words.vocabulary], dtype=np.int64
    )
    last = len(known)
    inside = words.keys < len(by_word)
    of = np.full(len(words.keys), last, dtype=np.int64)
    of[inside] = by_word[words.keys[inside]]
    counts = np.bincount(of[words.content], minlength=last + 1)
    total = max(int(counts.sum()), 1)
    return Stems(of, np.log2(total / np.maximum(counts, 1)))


def matches(
    words: Words,
    stems_: Stems,
    ones: list[tuple[int, int]],
    twos: list[tuple[int, int]],
    outlets: Ints,
    *,
    least: float,
    nearest: bool = False,
) -> list[Match]:
    """The stretches of other outlets with a cosine of at least ``least``; of each only the best if ``nearest``.

    Stretches are spans of words; stems count once each, weighted by their bits (Salton & Buckley 1988). An inverted
    index finds the pairs; very common stems do not, though they count once a pair is found.
    """
    if not ones or not twos:
        return []
    left, right = _matrix(words, stems_, ones), _matrix(words, stems_, twos)
    finding = right.multiply(_rare(right)[None, :]).tocsr()
    finding.eliminate_zeros()
    outlet = [outlets[words.of[[span[0] for span in spans]]] for spans in (ones, twos)]
    sizes = [np.sqrt(np.asarray(side.multiply(side).sum(axis=1)).ravel()) for side in (left, right)]
    found: list[Match] = []
    for begin in range(0, len(ones), _CHUNK):
        rows = (left[begin : begin + _CHUNK] @ finding.T).tocoo()
        one, two = rows.row + begin, rows.col
        rough = rows.data / (sizes[0][one] * sizes[1][two])
        keep = (outlet[0][one] != outlet[1][two]) & (rough >= least / 2)
        one, two = (_best if nearest else _all)(one[keep], two[keep], rough[keep])
        found += [match for match in _measured(left, right, sizes, one, two) if match.cosine >= least]
    return found


def _matrix(words: Words, stems_: Stems, spans: list[tuple[int, int]]) -> csr_array:
    from scipy.sparse import csr_array

    rows = [stems_.telling(words, *span) for span in spans]
    ends = np.concatenate([[0], np.cumsum([len(row) for row in rows])])
    columns = np.concatenate([*rows, np.array([], dtype=np.int64)]).astype(np.int64)
    return csr_array((stems_.bits[columns], columns, ends), shape=(len(spans), len(stems_.bits)))


def _rare(right: csr_array) -> NDArray[np.float64]:
    used = np.bincount(right.indices, minlength=right.shape[1])
    return np.asarray(used <= max(_COMMON[0], _COMMON[1] * right.shape[0]), dtype=np.float64)


def _all(one: Ints, two: Ints, rough: NDArray[np.float64]) -> tuple[Ints, Ints]:
    return one, two


def _best(one: Ints, two: Ints, rough: NDArray[np.float64]) -> tuple[Ints, Ints]:
    """Of each first stretch the pair with the greatest cosine, of several the one that comes first."""
    order = np.lexsort((two, -rough, one))
    first = np.unique(one[order], return_index=True)[1]
    return one[order][first], two[order][first]


def _measured(
    left: csr_array, right: csr_array, sizes: list[NDArray[np.float64]], one: Ints, two: Ints
) -> list[Match]:
    """Pairs of stretches with what they share, all stems counted."""
    if not len(one):
        return []
    common = left[one].multiply(right[two]).tocsr()
    both, count = np.asarray(common.sum(axis=1)).ravel(), np.diff(common.indptr)
    cosine, contained = both / (sizes[0][one] * sizes[1][two]), both / sizes[0][one] ** 2
    rows = zip(one, two, cosine, contained, count, strict=True)
    return [Match(int(a), int(b), float(c), float(d), int(n)) for a, b, c, d, n in rows]


def sentence_spans(words: Words, sentences: pd.DataFrame) -> list[tuple[int, int]]:
    """The words of each sentence of a table."""
    number = {article: place for place, article in enumerate(words.articles)}
    rows = zip(sentences["article"], sentences["start"], sentences["end"], strict=True)
    return [words.within(number[article], int(start), int(end)) for article, start, end in rows]
