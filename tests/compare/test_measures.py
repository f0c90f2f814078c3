from __future__ import annotations

import pytest

from tellings.compare._measures import measure


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((12, "mile"), (19.312128, "kilometre")), ((1, "square kilometre"), (100, "hectare")),
        ((10, "stone"), (140, "pound-mass")), ((32, "fahrenheit"), (0, "celsius")), ((2, "year"), (24, "month")),
        ((1, "cubic metre"), (1000, "litre")), ((70, "mile per hour"), (112.65408, "kilometre per hour")),
    ],
)  # fmt: skip
def test_units_of_one_dimension(one: tuple[float, str], other: tuple[float, str]) -> None:
    first, second = measure(one[1]), measure(other[1])
    assert first is not None
    assert second is not None
    assert first.dimension == second.dimension
    assert first.of(one[0]) == pytest.approx(second.of(other[0]))


def test_a_currency_has_no_exact_factor() -> None:
    assert measure("dollar") is None
