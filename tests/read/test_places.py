"""Places: from lists, from their words, from what stands before them."""

from __future__ import annotations

import pytest

import tellings.read as read


def named(text: str) -> list[tuple[str, str]]:
    found = read.places(text)
    return list(zip(found["name"], found["kind"], strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They flew from Skopje to North Macedonia.", [("Skopje", "city"), ("North Macedonia", "country")]),
        ("He swam in Lake Orm.", [("Lake Orm", "water")]),
        ("The house is in Wexcombe, she said.", [("Wexcombe", "place")]),
        ("Europe waits for Downing Street.", [("Europe", "continent"), ("Downing Street", "seat")]),
        ("The Bank of England met.", []),
        ("Jordan Blythe and the Russians agreed.", []),
        ("She left in April.", []),
    ],
)
def test_places_by_kind(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


def test_a_place_told_once_is_told_everywhere() -> None:
    assert named("They live in Wexcombe. Wexcombe is small.") == [("Wexcombe", "place")] * 2


def test_empty_text_has_every_column() -> None:
    assert read.places("").columns.tolist() == ["start", "end", "text", "name", "kind"]
