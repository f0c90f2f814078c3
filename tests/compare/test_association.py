"""Measures of association against published worked examples and against the formulas written out."""

from __future__ import annotations

import math

import numpy as np
import pytest

from tellings.compare._association import (
    deviation,
    log_dice,
    log_likelihood,
    log_likelihood_table,
    log_ratio,
)

# Dunning (1993), table 1: -2 log lambda, then the counts of AB, A~B, ~AB, ~A~B.
DUNNING = [
    (270.72, 110, 2442, 111, 29114),
    (263.90, 29, 13, 123, 31612),
    (256.84, 31, 23, 139, 31584),
    (167.23, 10, 0, 3, 31764),
]


@pytest.mark.parametrize(("published", "both", "first", "second", "neither"), DUNNING)
def test_dunnings_table(published: float, both: int, first: int, second: int, neither: int) -> None:
    assert log_likelihood_table(both, first, second, neither) == pytest.approx(published, abs=0.005)


@pytest.mark.parametrize(
    ("a", "b", "c", "d"), [(5, 2, 100, 400), (0, 9, 50, 60), (3, 0, 10, 1000), (4, 8, 100, 200)]
)
def test_two_cells_as_rayson_and_garside_write_them(a: int, b: int, c: int, d: int) -> None:
    e1, e2 = c * (a + b) / (c + d), d * (a + b) / (c + d)
    by_hand = 2 * ((a * math.log(a / e1) if a else 0.0) + (b * math.log(b / e2) if b else 0.0))
    assert log_likelihood(a, b, c, d) == pytest.approx(max(by_hand, 0), abs=1e-12)


def test_two_cells_agree_with_scipys_power_divergence() -> None:
    from scipy.stats import power_divergence

    expected = np.array([300, 700]) * 45 / 1000
    found = power_divergence([20, 25], expected, lambda_="log-likelihood").statistic
    assert log_likelihood(20, 25, 300, 700) == pytest.approx(found)


def test_four_cells_agree_with_scipys_contingency_table() -> None:
    from scipy.stats import chi2_contingency

    found = chi2_contingency([[12, 88], [30, 870]], correction=False, lambda_="log-likelihood").statistic
    assert log_likelihood_table(12, 88, 30, 870) == pytest.approx(found)


def test_a_term_that_nobody_says_differs_in_nothing() -> None:
    assert log_likelihood(0, 0, 100, 100) == 0
    assert log_likelihood_table(0, 0, 0, 100) == 0


@pytest.mark.parametrize(("points", "times"), [(0, 1), (1, 2), (2, 4), (3, 8), (4, 16), (5, 32), (10, 1024)])
def test_log_ratio_doubles_with_each_point(points: int, times: int) -> None:
    """Hardie's (2014) table of what each value means."""
    assert log_ratio(3 * times, 3, 10_000, 10_000) == pytest.approx(points)
    assert log_ratio(3, 3 * times, 10_000, 10_000) == pytest.approx(-points)


def test_log_ratio_is_of_relative_frequencies_and_takes_nothing_for_a_half() -> None:
    assert log_ratio(10, 10, 1000, 4000) == pytest.approx(2)
    assert log_ratio(0, 4, 1000, 1000) == pytest.approx(-3)


def test_log_dice_has_its_published_scale() -> None:
    """Rychlý (2008): at most 14; a point more is twice as often; 0 is less than once in 16,000."""
    assert log_dice(7, 7, 7) == 14
    assert log_dice(4, 50, 80) - log_dice(2, 50, 80) == pytest.approx(1)
    assert log_dice(1, 16_384, 16_384) == pytest.approx(0)


def test_griess_worked_example() -> None:
    """Gries (2008): the letter a in five parts of 9, 10, 10, 10 and 11 letters."""
    assert deviation([1, 2, 3, 4, 5], [9, 10, 10, 10, 11]) == pytest.approx(0.18, abs=0.005)


def test_deviation_of_a_term_that_is_not_there_is_missing() -> None:
    assert math.isnan(deviation([0, 0], [5, 5]))
