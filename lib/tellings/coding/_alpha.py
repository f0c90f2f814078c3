"""Krippendorff's alpha for nominal codes, and its bootstrap over sentences."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]
Floats = NDArray[np.float64]
_AT_ONCE = 256  # samples drawn at a time, so that memory does not grow with their number


def alpha(counts: Counts) -> float:
    """Krippendorff's alpha (2011) of nominal codes; ``counts`` has a row a sentence and a column a frame.

    1 is full agreement, 0 what chance would give, below 0 less than that. Not a number where no sentence has two
    codes, or where all codes are the same: agreement about nothing that varies cannot be told from habit.

    >>> round(alpha(np.array([[2, 0], [2, 0], [1, 1], [0, 2]])), 3)
    0.533
    """
    import krippendorff  # here, since the other stages do without

    paired = pairable(counts)
    if np.count_nonzero(paired.sum(axis=0)) < 2:
        return math.nan
    return float(krippendorff.alpha(value_counts=paired, level_of_measurement="nominal"))


def agreed(counts: Counts) -> float:
    """The share of pairs of codes of one sentence that are the same, each sentence by its codes (0 to 1).

    >>> agreed(np.array([[2, 0], [2, 0], [1, 1], [0, 2]]))
    0.75
    """
    paired = pairable(counts)
    total = paired.sum()
    return float(_same(paired).sum() / total) if total else math.nan


def bootstrap(counts: Counts, *, resamples: int, seed: int) -> Floats:
    """Alpha of each bootstrap sample of whole sentences: over all frames, then for each frame against the others.

    Returns a row a sample and a column more than ``counts``; not a number where all codes of a sample are the same.
    Sentences are drawn with replacement (Efron 1979), as they were sampled; codes of a sentence stay together. Each
    alpha is that of Krippendorff (2011), 1 - (n - 1) (n - Σ o_cc) / (n² - Σ n_c²).
    """
    paired = pairable(counts)
    units, frames = paired.shape
    if not units:
        return np.full((resamples, frames + 1), math.nan)
    rests = paired.sum(axis=1, keepdims=True) - paired
    each = [_same(np.column_stack([paired[:, place], rests[:, place]])) for place in range(frames)]
    sums = np.column_stack([paired, _same(paired), *each])
    rng = np.random.default_rng(seed)
    blocks = [min(_AT_ONCE, resamples - begun) for begun in range(0, resamples, _AT_ONCE)]
    drawn = [rng.multinomial(units, np.full(units, 1 / units), size=size) @ sums for size in blocks]
    values, same = np.split(np.concatenate(drawn), [frames], axis=1)
    n = values.sum(axis=1, keepdims=True)
    squares = np.column_stack([(values**2).sum(axis=1), values**2 + (n - values) ** 2])
    varied = n**2 - squares
    found: Floats = np.divide(
        -(n - 1) * (n - same), varied, out=np.full(same.shape, math.nan), where=varied > 0.5
    )
    return found + 1


def pairable(counts: Counts) -> Counts:
    """The sentences that have at least two codes."""
    found: Counts = counts[counts.sum(axis=1) >= 2]
    return found


def _same(paired: Counts) -> Floats:
    """How many codes of each sentence agree, each code weighed by the share of the others that are the same."""
    found: Floats = (paired * (paired - 1)).sum(axis=1) / (paired.sum(axis=1) - 1)
    return found
