"""Texts that repeat others: exactly, or nearly, by their shared three-word shingles (Broder 1997).

Few articles are compared each with each. Many are first gathered by MinHash and locality-sensitive hashing
(datasketch, fixed seed), and every pair it proposes is then measured exactly.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from tellings.corpus._types import Duplicate

NEAR = 0.5
"""Jaccard similarity of shingles from which two texts are near duplicates."""
FEWEST_SHINGLES = 8
EACH_WITH_EACH = 100
"""Up to so many texts, all pairs are measured; hashing gains nothing there."""
PERMUTATIONS = 128
SEED = 1
BANDS, ROWS = 32, 4
"""A pair of similarity s is proposed with probability 1 - (1 - s^4)^32: .87 at .5, .99 at .6, 1 at .75."""
MOST = 20
"""Earlier texts that one text is measured against once hashing proposes them, the earliest first."""
SAME = 0.9
"""A text as near as that to an earlier one is not compared with later texts; the earlier stands for it."""

# Odd 64-bit constants of xxHash, one for each word of a shingle.
_MIXERS = tuple(map(np.uint64, (0x9E3779B185EBCA87, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)))
_WORD = re.compile(r"[^\W_]+")

Shingles = npt.NDArray[np.uint32]


def duplicates(texts: Mapping[str, str]) -> list[Duplicate]:
    """The pairs of articles of which the later repeats the earlier, in the order of the later ones.

    >>> duplicates({"a": "To be, or not.", "b": "To be,  or not.", "c": "That is the question."})
    [Duplicate(article='b', other='a', kind='exact', similarity=1.0)]
    """
    first: dict[str, str] = {}
    exact: dict[str, Duplicate] = {}
    for article, text in texts.items():
        other = first.setdefault(" ".join(text.split()), article)
        if other != article:
            exact[article] = Duplicate(article, other, "exact", 1.0)
    shingled = {article: shingles(texts[article]) for article in first.values()}
    large = {article: found for article, found in shingled.items() if len(found) >= FEWEST_SHINGLES}
    near = _near(large)
    order = {article: i for i, article in enumerate(texts)}
    return sorted([*exact.values(), *near], key=lambda pair: (order[pair.article], order[pair.other]))


def shingles(text: str) -> Shingles:
    """The hashes of a text's three-word shingles, sorted, each once."""
    words = [zlib.crc32(word.encode()) for word in _WORD.findall(text.lower())]
    hashed = np.array(words, dtype=np.uint64)
    last = len(hashed) - len(_MIXERS) + 1
    if last <= 0:
        return np.array([], dtype=np.uint32)
    # Three multiplications in place of three thousand strings; the upper half of the sum is well mixed.
    mixed = sum((hashed[i : last + i] * mixer for i, mixer in enumerate(_MIXERS)), np.uint64(0))
    return np.unique((mixed >> np.uint64(32)).astype(np.uint32))


def similarity(one: Shingles, other: Shingles) -> float:
    """Jaccard similarity of two sets of shingles, from 0 to 1."""
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared / (len(one) + len(other) - shared)


def _near(shingled: Mapping[str, Shingles]) -> Iterator[Duplicate]:
    store = _All() if len(shingled) <= EACH_WITH_EACH else _Hashed()
    for article, found in shingled.items():
        scores = []
        for other in store.candidates(found):
            # Sizes alone rule out most pairs: the smaller set cannot hold half of the union.
            sizes = sorted((len(found), len(shingled[other])))
            if sizes[0] < NEAR * sizes[1]:
                continue
            score = similarity(found, shingled[other])
            if score >= NEAR:
                scores.append(score)
                yield Duplicate(article, other, "near", round(score, 3))
        # A text that many earlier ones stand for is not kept, so that a thousand copies do not cost a million pairs.
        if len(scores) < MOST and max(scores, default=0.0) < SAME:
            store.add(article, found)


class _All:
    """Every earlier text is a candidate."""

    def __init__(self) -> None:
        self._articles: list[str] = []

    def candidates(self, _found: Shingles) -> Iterable[str]:
        return self._articles

    def add(self, article: str, _found: Shingles) -> None:
        self._articles.append(article)


class _Hashed:
    """Earlier texts that share a band of MinHash values."""

    def __init__(self) -> None:
        from datasketch import MinHash, MinHashLSH

        self._lsh = MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, ROWS))
        self._empty = MinHash(num_perm=PERMUTATIONS, seed=SEED, hashfunc=int)
        self._order: dict[str, int] = {}
        self._last: tuple[Shingles, Any] | None = None

    def _signature(self, found: Shingles) -> Any:
        if self._last is None or self._last[0] is not found:
            signature = self._empty.copy()
            signature.update_batch(found.tolist())
            self._last = found, signature
        return self._last[1]

    def candidates(self, found: Shingles) -> Iterable[str]:
        proposed = self._lsh.query(self._signature(found))
        return sorted(proposed, key=self._order.__getitem__)[:MOST]

    def add(self, article: str, found: Shingles) -> None:
        self._order[article] = len(self._order)
        self._lsh.insert(article, self._signature(found))
