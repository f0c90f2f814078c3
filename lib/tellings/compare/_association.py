"""Measures of how strongly a word goes with a corpus or with another word, from counts alone.

Each takes numbers or arrays and returns the same. None of them knows that words come in texts: what chance
gives has to be learnt from resampling whole texts (:func:`tellings.compare.keyness`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


def log_likelihood(count: ArrayLike, others: ArrayLike, size: ArrayLike, others_size: ArrayLike) -> Floats:
    """G² of a term in two corpora, as Rayson & Garside (2000) give it: the two cells of the term alone.

    0 where the term is as frequent in both, growing with the evidence against that, whichever of the two has
    more; it grows with the corpora too, so it is no measure of how much more. Read as a chi-square of one
    degree of freedom it takes every word for an independent draw, which words of one text are not.

    >>> log_likelihood(20, 10, 1000, 1000).round(3)
    np.float64(3.398)
    """
    a, b, c, d = (np.asarray(part, dtype=float) for part in (count, others, size, others_size))
    with np.errstate(divide="ignore", invalid="ignore"):
        share = (a + b) / (c + d)
        found = 2 * (_part(a, c * share) + _part(b, d * share))
    return np.asarray(np.maximum(found, 0.0))[()]


def log_likelihood_table(both: ArrayLike, first: ArrayLike, second: ArrayLike, neither: ArrayLike) -> Floats:
    """G² of a two by two table (Dunning 1993): counts with both, with the first or second only, with neither.

    >>> log_likelihood_table(110, 2442, 111, 29114).round(2)  # the Swiss: Dunning's first row
    np.float64(270.72)
    """
    cells = [np.asarray(part, dtype=float) for part in (both, first, second, neither)]
    k11, k12, k21, k22 = cells
    n = k11 + k12 + k21 + k22
    rows, columns = (k11 + k12, k21 + k22), (k11 + k21, k12 + k22)
    with np.errstate(divide="ignore", invalid="ignore"):
        expected = [row * column / n for row in rows for column in columns]
        found = 2 * sum(_part(cell, mean) for cell, mean in zip(cells, expected, strict=True))
    return np.asarray(np.maximum(found, 0.0))[()]


def _part(seen: Floats, expected: Floats) -> Floats:
    return np.asarray(np.where(seen > 0, seen * np.log(np.where(seen > 0, seen, 1.0) / expected), 0.0))


def log_ratio(count: ArrayLike, others: ArrayLike, size: ArrayLike, others_size: ArrayLike) -> Floats:
    """The binary logarithm of the ratio of two relative frequencies (Hardie 2014).

    Each point doubles: 1 is twice as frequent, 3 eight times, -1 half as frequent. A count of 0 is taken as one
    half, as Hardie does. It measures size, not evidence: rare words reach the highest ratios by accident.

    >>> log_ratio(8, 1, 1000, 1000), log_ratio(4, 0, 1000, 1000)
    (np.float64(3.0), np.float64(3.0))
    """
    a, b, c, d = (np.asarray(part, dtype=float) for part in (count, others, size, others_size))
    return np.asarray(np.log2(np.where(a > 0, a, 0.5) / c) - np.log2(np.where(b > 0, b, 0.5) / d))[()]


def log_dice(together: ArrayLike, first: ArrayLike, second: ArrayLike) -> Floats:
    """logDice of two words (Rychlý 2008): 14 plus the binary logarithm of Dice's coefficient.

    14 where the two are never apart; one point less is half as close; 0 is less than once together in 16,000 of
    their uses. It does not depend on the size of the corpus, so outlets can be compared by it.

    >>> log_dice(10, 10, 10), log_dice(5, 10, 10)
    (np.float64(14.0), np.float64(13.0))
    """
    xy, x, y = (np.asarray(part, dtype=float) for part in (together, first, second))
    with np.errstate(divide="ignore"):
        return np.asarray(14 + np.log2(2 * xy / (x + y)))[()]


def deviation(counts: ArrayLike, sizes: ArrayLike) -> float:
    """Gries's DP (2008): how unevenly a term is spread over the parts of a corpus.

    Half the sum of the differences between each part's share of the term and its share of the words: 0 where
    the term is spread as the words are, towards 1 where it is crowded into small parts.

    >>> deviation([1, 1], [50, 50]), deviation([2, 0], [50, 50])
    (0.0, 0.5)
    """
    told, words = np.asarray(counts, dtype=float), np.asarray(sizes, dtype=float)
    if told.sum() == 0 or words.sum() == 0:
        return float("nan")
    return float(np.abs(told / told.sum() - words / words.sum()).sum() / 2)
