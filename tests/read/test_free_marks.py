"""Quotation marks that stand between spaces: which open, which close, and who is quoted by them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tellings.read import _marks, quotes
from tellings.read._document import Document


def inner(text: str, depth: int = 0) -> list[str]:
    found = _marks.find(Document(text))
    return [text[pair.inner_start : pair.inner_end].strip() for pair in found if pair.depth == depth]


@pytest.mark.parametrize(
    "text",
    [
        'The mayor spoke of " very dark days " on Monday.',
        "The mayor spoke of '' very dark days '' on Monday.",
        "The mayor spoke of `` very dark days '' on Monday.",
        "The mayor spoke of “ very dark days ” on Monday.",
        "The mayor spoke of ‘ very dark days ’ on Monday.",
        "The mayor spoke of ' very dark days ' on Monday.",
        'The mayor spoke of " very dark days ", and left.',
        'The mayor spoke of \xa0"\xa0very dark days\xa0"\xa0on Monday.',
    ],
)
def test_a_free_pair_of_every_style(text: str) -> None:
    assert inner(text) == ["very dark days"]


def test_several_pairs_in_a_paragraph_alternate() -> None:
    text = '" We are late, " Ada Brook said. " Very late. " She called the trains " a disgrace " twice.'
    assert inner(text) == ["We are late,", "Very late.", "a disgrace"]


def test_a_missing_closing_mark_costs_its_own_quotation_only() -> None:
    text = (
        'Brook said: " We are late. It was raining.\n\nThe council called it " unfair " and " wrong " today.'
    )
    assert inner(text) == ["We are late. It was raining.", "unfair", "wrong"]


def test_a_missing_opening_mark_leaves_the_others_as_they_are() -> None:
    text = 'We are late, " Brook said. " It is a shame, " she added. The bus was " full " again.'
    assert inner(text) == ["It is a shame,", "full"]


def test_a_quotation_of_a_sentence_a_line() -> None:
    text = '" The road opens in May.\n\nNobody pays a toll.\n\nNobody has to wait. "\n\nHe called it " fast " too.'
    assert inner(text) == ["The road opens in May.\n\nNobody pays a toll.\n\nNobody has to wait.", "fast"]


def test_nested_marks_that_touch_nothing() -> None:
    text = "\" They told us, ' stay at home, ' and we did, \" she said."
    assert inner(text) == ["They told us, ' stay at home, ' and we did,"]
    assert inner(text, 1) == ["stay at home,"]


def test_a_free_genitive_is_no_quotation() -> None:
    assert inner("The farmers ' fields and the drivers ' lorries were under water.") == []


def test_free_marks_beside_marks_that_touch() -> None:
    assert inner('"We are late, " Brook said. She meant "very late " indeed.') == [
        "We are late,",
        "very late",
    ]


def speakers(text: str) -> list[tuple[str, str | None, str | None]]:
    found = quotes(text)
    rows = found[found["kind"] == "direct"][["text", "speaker", "cue"]].astype(object)
    return list(rows.where(rows.notna(), None).itertuples(index=False, name=None))


def test_who_is_quoted_between_free_marks() -> None:
    assert speakers('" I am sure it works, " Smith said.') == [('" I am sure it works, "', "Smith", "said")]


def test_an_interrupted_quotation_between_free_marks_is_joined() -> None:
    found = quotes('" If it rains, " Smith said on Monday, " we will stay at home. "')
    assert found["level"].tolist() == ["joined", "piece", "piece"]
    assert set(found["speaker"]) == {"Smith"}


@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_the_reporting_clause_behind_a_quotation_over_lines(gap: str) -> None:
    text = f'It rained all day.\n\n" The road opens in May.\n\nNobody pays a toll! "{gap}he wrote.'
    assert speakers(text) == [('" The road opens in May.\n\nNobody pays a toll! "', "he", "wrote")]


def test_the_clause_behind_a_curly_quotation_over_paragraphs() -> None:
    text = "“The road opens in May.\n\nNobody pays a toll,” said Ada Brook. It rained."
    assert speakers(text) == [("“The road opens in May.\n\nNobody pays a toll,”", "Ada Brook", "said")]


@pytest.mark.parametrize("mark", ['" ', "' ", "'' ", '" a\n', '" , ', '""" '])
def test_ten_thousand_free_marks(mark: str) -> None:
    text = mark * 10_000
    pairs = _marks.find(Document(text))
    assert all(0 <= p.start < p.inner_start <= p.inner_end <= p.end <= len(text) for p in pairs)
    assert all(one.end <= two.start for one, two in pairwise(pairs) if two.depth == 0)


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("", 0),
        ("She said “no” and ``yes'' and \"maybe\".", 0),
        ("She said “no. And “yes” too.", 1),
        ("“One.\n\n“Two.\n\n“Three,” he said.", 0),
        ("“One. He left.\n\nShe stayed.", 1),
        ("One,” he said. Two,” she said.", 2),
        ('A board 5" wide and 6" long.', 0),
    ],
)
def test_marks_without_a_partner_are_counted(text: str, lost: int) -> None:
    assert _marks.unpaired(text) == lost
