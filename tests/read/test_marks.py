"""Quotation marks paired, in every style newspapers use, and what is no mark left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.read import _marks
from tellings.read._document import Document


def inner(text: str, depth: int = 0) -> list[str]:
    return [text[p.inner_start : p.inner_end] for p in _marks.find(Document(text)) if p.depth == depth]


@pytest.mark.parametrize(
    "text",
    [
        "She said “yes, today” twice.",
        'She said "yes, today" twice.',
        "She said ``yes, today'' twice.",
        "She said ''yes, today'' twice.",
        "She said ‘yes, today’ twice.",
        "She said 'yes, today' twice.",
        "She said «yes, today» twice.",
        "She said „yes, today“ twice.",
        'She said "yes, today” twice.',
        'She said “yes, today" twice.',
        "She said ”yes, today” twice.",
        "She said (“yes, today”) twice.",
        "She said—“yes, today”—twice.",
    ],
)
def test_every_style_of_mark(text: str) -> None:
    assert inner(text) == ["yes, today"]


@pytest.mark.parametrize(
    "text",
    [
        "It’s the farmers’ own fault, isn't it?",
        "The plan ‘s cost is in the millions.",
        "They sang in the ’90s and the '80s, rock 'n' roll.",
        "Tell 'em that 'twas only a dog.",
        "The smugglers’ boats and the buyers' money.",
        "He is 6' 2\" tall and she is 5' 9\".",
        '<p class="lead">A paragraph',
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    assert inner(text) == []


def test_apostrophes_within_single_marks_do_not_close_them() -> None:
    assert inner("He said ‘the smugglers’ boats don’t float’ again.") == ["the smugglers’ boats don’t float"]


def test_a_single_quotation_may_end_in_s() -> None:
    assert inner("Her ‘heroes’ came, and the neighbours’ dog.") == ["heroes"]


def test_nested_quotations() -> None:
    text = "“He told me ‘go “home” now’ and I went,” she said."
    assert inner(text) == ["He told me ‘go “home” now’ and I went,"]
    assert inner(text, 1) == ["go “home” now"]
    assert inner(text, 2) == ["home"]


def test_same_marks_within_each_other() -> None:
    text = "“She called it “fine” and left,” he said."
    assert inner(text) == ["She called it “fine” and left,"]
    assert inner(text, 1) == ["fine"]


def test_a_quotation_that_a_later_paragraph_closes_without_opening_it_anew() -> None:
    text = "“The road will open in May.\n\nNobody will pay a toll.” That was it. He left “early”."
    assert inner(text) == ["The road will open in May.\n\nNobody will pay a toll.", "early"]


def test_paragraphs_opened_anew_are_pairs_of_their_own_and_all_but_the_last_stay_open() -> None:
    text = "She said: “One.\n\n“Two.\n\n“Three.”"
    pairs = _marks.find(Document(text))
    assert [(text[p.start : p.end], p.closed) for p in pairs] == [
        ("“One.", False),
        ("“Two.", False),
        ("“Three.”", True),
    ]


def test_a_mark_never_closed_costs_its_paragraph_and_no_more() -> None:
    text = "He said “this never ends.\n\nA plain paragraph.\n\nShe said “no” and left."
    assert inner(text) == ["this never ends.", "no"]


def test_a_missing_closing_mark_ends_at_the_next_opening_one() -> None:
    text = "He said “this is it. And “that is all” was her word."
    assert inner(text) == ["this is it. And", "that is all"]


def test_a_closing_mark_alone_is_nothing() -> None:
    assert inner("It was late,” he said. “Very late.”") == ["Very late."]


def test_single_mark_closed_by_a_double_one() -> None:
    assert inner("'We will go,'' she said.") == ["We will go,"]


@pytest.mark.parametrize("mark", ['"', "“", "”", "‘", "' ", "“‘", "“a” ", "''"])
def test_ten_thousand_marks(mark: str) -> None:
    text = mark * 10_000
    pairs = _marks.find(Document(text))
    assert all(0 <= p.start <= p.inner_start <= p.inner_end <= p.end <= len(text) for p in pairs)
    assert max((p.depth for p in pairs), default=0) < 5


@settings(deadline=None)
@given(st.text(alphabet="ab .,s\n\"“”‘’'`«»", max_size=60))
def test_pairs_nest_and_never_cross(text: str) -> None:
    pairs = _marks.find(Document(text))
    assert pairs == sorted(pairs, key=lambda p: (p.start, -p.end))
    for k, pair in enumerate(pairs):
        assert 0 <= pair.start < pair.inner_start <= pair.inner_end <= pair.end <= len(text)
        for other in pairs[k + 1 :]:
            assert other.start >= pair.end or other.end <= pair.end
