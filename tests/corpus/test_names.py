"""Short clear names to show, and ids that are safe anywhere."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.corpus._names import LONGEST_ID, ids, outlets, printable, slug, stem

SAFE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
names = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/"), min_size=1, max_size=80)
paths = st.lists(names.map(lambda name: f"{name}.txt"), unique=True, max_size=12)


@given(paths)
def test_ids_are_different_and_safe(given_paths: list[str]) -> None:
    found = ids(given_paths)
    assert len(set(found)) == len(given_paths)
    assert all(SAFE.fullmatch(article) and len(article) <= LONGEST_ID for article in found)


@given(paths)
def test_outlets_are_different_even_in_another_case(given_paths: list[str]) -> None:
    found = outlets(given_paths)
    assert len(found) == len(given_paths)
    assert len({name.casefold() for name in found}) == len(given_paths)
    assert all(found)


@given(paths, names)
def test_another_article_leaves_the_ids_before_it_as_they_are(given_paths: list[str], more: str) -> None:
    assert ids([*given_paths, f"{more}.txt"])[: len(given_paths)] == ids(given_paths)


@pytest.mark.parametrize(
    ("given_paths", "expected"),
    [
        (["000_1494e3d9e1e90c1f.txt", "001_6ccd7ed6ba2a2fa3.txt"], ["000", "001"]),
        (["the-sun_2025-11-20.txt"], ["the-sun"]),
        (["quay-herald.txt", "quay-courier.txt"], ["herald", "courier"]),
        (["herald_news.txt", "courier_news.txt"], ["herald", "courier"]),
        (["guardian.txt", "guard.txt"], ["guardian", "guard"]),
        (["20251120 Herald.txt", "20251121 Courier.txt"], ["Herald", "Courier"]),
        (["herald-1.txt", "herald-2.txt"], ["herald-1", "herald-2"]),
        (["uk/1.txt", "us/1.txt"], ["uk/1", "us/1"]),
        (["2025-11-20.txt", "2025-11-21.txt"], ["2025-11-20", "2025-11-21"]),
        (["1494e3d9e1e90c1f.txt"], ["1494e3d9"]),
        (["bbc_123e4567-e89b-12d3-a456-426614174000.txt"], ["bbc"]),
        (["decade.txt", "facade.txt"], ["decade", "facade"]),
    ],
)
def test_names_are_short_and_clear(given_paths: list[str], expected: list[str]) -> None:
    assert outlets(given_paths) == expected


def test_the_name_of_a_device_is_no_id() -> None:
    assert ids(["con.txt", "LPT1.txt"]) == ["a-con", "a-lpt1"]


def test_a_stem_keeps_what_is_no_ending() -> None:
    assert [stem("x/a.b.txt"), stem(".txt"), stem("name")] == ["a.b", ".txt", "name"]


@given(st.text())
def test_what_is_printable_can_be_stored_and_shown(text: str) -> None:
    shown = printable(text)
    assert shown.encode() or not text
    assert "\n" not in shown


@given(st.text())
def test_a_slug_is_safe_or_empty(text: str) -> None:
    assert not slug(text) or SAFE.fullmatch(slug(text))
