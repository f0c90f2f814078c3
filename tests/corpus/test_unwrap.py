"""Lines broken at a column are joined; all other lines stay."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.corpus._unwrap import unwrap

PARAGRAPHS = [
    "The harbour board met on Monday and agreed, after three hours of argument that at times grew loud, to widen "
    "the eastern quay. The work, which has been put off twice, will begin in March and last for two years.",
    "A spokesman for the board said that the fishing boats would not have to move while the work went on, and that "
    "a well-known firm from up the coast had offered to do it for less than had been feared at the outset.",
    "Traders on the front were less sure, and said they had not been asked. Some of them have begun to collect "
    "names against the plan, which they say will cost them two summers’ trade; others wait and see what comes.",
    "The next meeting is in June.",
]


@pytest.mark.parametrize("width", [55, 66, 72, 80])
@pytest.mark.parametrize("between", ["\n\n", "\n \n\n"])
def test_wrapped_paragraphs_become_lines_again(width: int, between: str) -> None:
    wrapped = between.join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)
    found, joined = unwrap(wrapped)
    assert found == between.join(PARAGRAPHS)
    assert joined == wrapped.count("\n") - found.count("\n") > 4


def test_a_heading_and_an_address_stay_apart() -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, 70) for paragraph in PARAGRAPHS)
    found, _ = unwrap(f"QUAY TO BE WIDENED\n\n{wrapped}\n\nhttps://example.org/{'x' * 90}")
    assert found.split("\n\n") == ["QUAY TO BE WIDENED", *PARAGRAPHS, f"https://example.org/{'x' * 90}"]


def test_the_last_lines_of_paragraphs_end_them_without_an_empty_line() -> None:
    wrapped = "\n".join(textwrap.fill(paragraph, 66) for paragraph in PARAGRAPHS)
    assert unwrap(wrapped)[0].split("\n")[-1] == PARAGRAPHS[-1]
    assert unwrap(wrapped)[0].count("\n") <= 3


POEM = "The tide goes out\nand leaves the sand,\na gull, a rope,\na wooden hand,\nand no one there\nto call it back"
LIST = "\n".join(
    f"Reports from the {place} council, page {i}"
    for i, place in enumerate(["north", "south", "east", "west"] * 3)
)
TABLOID = "\n".join(
    sentence.strip() + "." for text in PARAGRAPHS for sentence in text.split(".") if sentence.strip()
)


@pytest.mark.parametrize(
    "text", [POEM, LIST, TABLOID, "\n".join(PARAGRAPHS), "\n\n".join(PARAGRAPHS), "", "\n\n", "One"]
)
def test_what_is_not_wrapped_is_left_alone(text: str) -> None:
    assert unwrap(text) == (text, 0)


@given(st.text(st.sampled_from("aB .\n-"), max_size=400))
def test_only_white_space_ever_changes(text: str) -> None:
    found, joined = unwrap(text)
    assert "".join(found.split()) == "".join(text.split())
    assert found.count("\n") == text.count("\n") - joined
