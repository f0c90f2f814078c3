"""Runs of words that two articles share, found through an index of hashed word n-grams."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from tellings.compare._shared_words import Bools, Ints, Words, mixed

_REPEATS = 2  # places of one n-gram within an article that count; more say nothing new
_ALL_PAIRS = 16  # up to this many places every two are lined up, beyond it each with the first: agency copy
_TELLING = 2  # content words that an n-gram needs, so that "at the end of the" is no evidence


class Runs(NamedTuple):
    """Runs of equal words: ``length`` words from word ``a`` of one article and from word ``b`` of a later one."""

    a: Ints
    b: Ints
    length: Ints
    grams: int
    cut: int


class _Entries(NamedTuple):
    """The n-grams that more than one article has: their places, sorted by n-gram, and where each n-gram begins."""

    places: Ints
    begins: Ints
    grams: int
    cut: int


def runs(words: Words, outlets: Ints, *, size: int, common: int, same_outlet: bool) -> Runs:
    """The runs of at least ``size`` words that two articles have in common.

    ``outlets`` has a number for the outlet of each article. An n-gram found in more than ``common`` articles is
    cut off: it begins no run. ``grams`` counts the different n-grams, ``cut`` those cut off.
    """
    entries = _entries(words, size, common)
    a, b = _paired(entries, words.of, outlets)
    keep = words.of[a] != words.of[b]
    if not same_outlet:
        keep &= outlets[words.of[a]] != outlets[words.of[b]]
    a, b = a[keep], b[keep]
    for step in range(size):  # a hash may lie, the words do not
        equal = words.keys[a + step] == words.keys[b + step]
        a, b = a[equal], b[equal]
    return Runs(*_merged(words, a, b, size), entries.grams, entries.cut)


def _entries(words: Words, size: int, common: int) -> _Entries:
    places = _places(words, size)
    hashes = _hashed(words, places, size)
    order = np.argsort(hashes, kind="stable")
    places, hashes = places[order], hashes[order]
    del order
    new = _changes(hashes)
    grams = int(new.sum())
    fresh = new | _changes(words.of[places])
    since = np.arange(len(places)) - np.maximum.accumulate(np.where(fresh, np.arange(len(places)), 0))
    bucket = np.cumsum(new) - 1
    articles = np.bincount(bucket, weights=fresh, minlength=grams).astype(np.int64)
    keep = (since < _REPEATS) & (articles[bucket] > 1) & (articles[bucket] <= common)
    kept = bucket[keep]
    return _Entries(places[keep], np.flatnonzero(_changes(kept)), grams, int((articles > common).sum()))


def _places(words: Words, size: int) -> Ints:
    """Where an n-gram begins: within one article, with enough that tells."""
    last = len(words.keys) - size + 1
    if last <= 0:
        return np.array([], dtype=np.int64)
    telling = np.concatenate([[0], np.cumsum(words.content)])
    enough = telling[size : size + last] - telling[:last] >= _TELLING
    return np.flatnonzero(enough & (words.of[:last] == words.of[size - 1 :]))


def _hashed(words: Words, places: Ints, size: int) -> np.ndarray:
    each = words.hashes()
    total = np.zeros(len(places), dtype=np.uint64)
    for step in range(size):
        total = mixed(total ^ each[places + step])
    return total


def _changes(values: np.ndarray) -> Bools:
    """Where a value differs from the one before it; the first one does."""
    return np.concatenate([[True] * min(len(values), 1), values[1:] != values[:-1]]).astype(bool)


def _paired(entries: _Entries, of: Ints, outlets: Ints) -> tuple[Ints, Ints]:
    """The places of each n-gram two by two; of a much used one each with the first, and the first elsewhere."""
    sizes = np.diff(np.append(entries.begins, len(entries.places)))
    ones, twos = [np.array([], dtype=np.int64)], [np.array([], dtype=np.int64)]
    for size in range(2, _ALL_PAIRS + 1):
        begins = entries.begins[sizes == size]
        left, right = np.triu_indices(size, 1)
        ones.append(entries.places[(begins[:, None] + left).ravel()])
        twos.append(entries.places[(begins[:, None] + right).ravel()])
    for begin, size in zip(entries.begins[sizes > _ALL_PAIRS], sizes[sizes > _ALL_PAIRS], strict=True):
        places = entries.places[begin : begin + size]
        elsewhere = outlets[of[places]] != outlets[of[places[0]]]
        centre = np.where(elsewhere, places[0], places[int(np.argmax(elsewhere))])
        ones.append(np.minimum(centre, places))
        twos.append(np.maximum(centre, places))
    return np.concatenate(ones), np.concatenate(twos)


def _merged(words: Words, a: Ints, b: Ints, size: int) -> tuple[Ints, Ints, Ints]:
    """Shared n-grams that follow one another in both articles, made into runs."""
    pair = words.of[a] * len(words.articles) + words.of[b]
    order = np.lexsort((a, b - a, pair))
    a, b, pair = a[order], b[order], pair[order]
    twice = ~(_changes(a) | _changes(b))
    a, b, pair = a[~twice], b[~twice], pair[~twice]
    new = _changes(pair) | _changes(b - a)
    if len(a):
        new[1:] |= np.diff(a) != 1
    begins = np.flatnonzero(new)
    lengths = np.diff(np.append(begins, len(a))) + size - 1
    back = np.lexsort((b[begins], a[begins], pair[begins]))
    return a[begins][back], b[begins][back], lengths[back]
