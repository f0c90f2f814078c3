"""Intervals that the contrasts share."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

# The fewest units with which even a unanimous sign test can reach the 5 per cent: 2 / 2 ** 6 = .03.
FEWEST = 6


def wilson(count: int, n: int, *, confidence: float = 0.95) -> tuple[float, float]:
    """Wilson's score interval of a share (Wilson 1927): it stays within 0 and 1 and holds for small n.

    >>> [round(limit, 3) for limit in wilson(3, 20)]
    [0.052, 0.36]
    """
    from scipy.stats import binomtest  # here, since it takes longer to import than all the rest

    if n == 0:
        return 0.0, 1.0
    limits = binomtest(count, n).proportion_ci(confidence_level=confidence, method="wilson")
    return float(limits.low), float(limits.high)


def bootstrap_means(
    values: pd.Series, clusters: pd.Series, *, resamples: int, seed: int
) -> NDArray[np.float64]:
    """The mean of the values in each bootstrap sample of whole clusters (Davison & Hinkley 1997).

    Sentences of one paragraph, or of one article, are alike; drawing whole clusters keeps them together.

    >>> bootstrap_means(pd.Series([1.0, 1.0]), pd.Series(["a", "b"]), resamples=3, seed=0)
    array([1., 1., 1.])
    """
    grouped = values.groupby(clusters, sort=True)
    sums, sizes = grouped.sum().to_numpy(float), grouped.size().to_numpy(float)
    n = len(sums)
    weights = np.random.default_rng(seed).multinomial(n, np.full(n, 1 / n), size=resamples)
    return np.asarray((weights @ sums) / (weights @ sizes))


def joint_tails(confidence: float, comparisons: int) -> tuple[float, float]:
    """The quantiles between which so many intervals all hold together with a confidence (Bonferroni).

    >>> joint_tails(0.95, 1), joint_tails(0.95, 10)
    ((0.025, 0.975), (0.0025, 0.9975))
    """
    tail = round((1 - confidence) / 2 / comparisons, 12)
    return tail, 1 - tail
