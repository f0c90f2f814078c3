"""Alpha against the published worked example, against its definition written out, and against the library."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.coding._alpha import agreed, alpha, bootstrap

# Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", section C: four observers, twelve units.
PUBLISHED = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]


def counted(codes: list[list[int | None]]) -> np.ndarray:
    """Sentences by frames, from coders by sentences."""
    values = sorted({code for coder in codes for code in coder if code is not None})
    return np.array([[unit.count(value) for value in values] for unit in map(list, zip(*codes, strict=True))])


def by_definition(counts: np.ndarray) -> float:
    """1 - Do/De with every pair of codes looked at, as Krippendorff (2011) writes it out."""
    units = [[value for value, times in enumerate(row) for _ in range(times)] for row in counts.tolist()]
    units = [unit for unit in units if len(unit) > 1]
    every = [value for unit in units for value in unit]
    n = len(every)
    observed = (
        sum(sum(a != b for a, b in itertools.permutations(unit, 2)) / (len(unit) - 1) for unit in units) / n
    )
    expected = sum(a != b for a, b in itertools.permutations(every, 2)) / (n * (n - 1))
    return 1 - observed / expected


def test_the_published_example_comes_out() -> None:
    counts = counted(PUBLISHED)
    assert counts.shape == (12, 5)
    assert round(alpha(counts), 3) == 0.743
    assert round(by_definition(counts), 3) == 0.743


def test_the_sentence_with_one_code_does_not_count() -> None:
    counts = counted(PUBLISHED)
    assert alpha(counts) == alpha(np.delete(counts, 11, axis=0))


@given(
    st.lists(st.lists(st.integers(0, 3), min_size=3, max_size=3), min_size=2, max_size=25),
    st.integers(0, 2**32 - 1),
)
def test_alpha_and_its_bootstrap_are_those_of_the_definition(rows: list[list[int]], seed: int) -> None:
    counts = np.array(rows)
    paired = counts[counts.sum(axis=1) >= 2]
    if np.count_nonzero(paired.sum(axis=0)) < 2:
        assert math.isnan(alpha(counts))
        return
    assert alpha(counts) == pytest.approx(by_definition(counts))
    units = len(paired)
    drawn = np.random.default_rng(seed).multinomial(units, np.full(units, 1 / units), size=5)
    for times, found in zip(drawn, bootstrap(counts, resamples=5, seed=seed), strict=True):
        resample = np.repeat(paired, times, axis=0)
        binary = [np.column_stack([own, resample.sum(axis=1) - own]) for own in resample.T]
        for table, one in zip([resample, *binary], found, strict=True):
            if np.count_nonzero(table.sum(axis=0)) < 2:
                assert math.isnan(one)
            else:
                assert one == pytest.approx(by_definition(table))


def test_more_samples_than_are_drawn_at_once() -> None:
    made = bootstrap(counted(PUBLISHED), resamples=600, seed=0)
    assert made.shape == (600, 6)
    assert len(set(made[:, 0])) > 400
    assert made[:, 0].mean() == pytest.approx(0.743, abs=0.05)


def test_agreement_is_the_share_of_pairs() -> None:
    assert agreed(np.array([[3, 0], [0, 2], [1, 1], [1, 0]])) == pytest.approx((3 + 2 + 0) / 7)
    assert agreed(np.array([[2, 1]])) == pytest.approx(1 / 3)


def test_nothing_to_compare_is_not_a_number() -> None:
    for counts in ([[1, 0], [0, 1]], [[2, 0], [3, 0]]):
        assert math.isnan(alpha(np.array(counts)))
    assert math.isnan(agreed(np.zeros((0, 2), dtype=int)))
    assert np.isnan(bootstrap(np.zeros((0, 2), dtype=int), resamples=3, seed=0)).all()


def test_the_interval_covers_as_often_as_it_says() -> None:
    """A population of known alpha, sampled again and again: 95% intervals hold it nine times in ten or more."""
    rng = np.random.default_rng(5)
    truth = rng.choice(3, size=20_000, p=[0.5, 0.3, 0.2])
    coders = [np.where(rng.random(truth.size) < 0.8, truth, rng.choice(3, size=truth.size)) for _ in range(2)]
    population = np.stack(
        [sum((coder == value).astype(int) for coder in coders) for value in range(3)], axis=1
    )
    known = alpha(population)
    held = 0
    for trial in range(100):
        counts = population[rng.choice(len(population), 80, replace=False)]
        low, high = np.nanquantile(bootstrap(counts, resamples=400, seed=trial)[:, 0], [0.025, 0.975])
        held += low <= known <= high
    assert held >= 88
