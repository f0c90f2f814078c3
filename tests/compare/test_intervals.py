from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from tellings.compare import bootstrap_means, wilson


def test_wilson_by_the_published_example() -> None:
    """Newcombe (1998), table I, example 1: 81 of 263 is .2553 to .3662."""
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)


def test_wilson_of_nothing_is_everything() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    assert wilson(0, 15)[0] == 0


def test_whole_clusters_are_drawn() -> None:
    values = pd.Series([0.0, 0.0, 0.0, 1.0])
    means = bootstrap_means(values, pd.Series(["a", "a", "a", "b"]), resamples=500, seed=0)
    assert set(np.round(means, 6)) == {0.0, 0.25, 1.0}


def test_the_spread_is_that_of_the_mean() -> None:
    values = pd.Series(np.random.default_rng(1).normal(size=400))
    means = bootstrap_means(values, pd.Series(range(400)), resamples=4000, seed=0)
    assert means.std() == pytest.approx(values.std() / 20, rel=0.1)
