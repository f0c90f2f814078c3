"""Headings: their ids, and the cell each stands in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tellings.report._outline import headings


def test_fenced_lines_are_no_headings_and_ids_are_never_shared() -> None:
    cells = ["# Title\n\n```\n# not one\n```\n## A [link](x.html) `code`", "", "## Title\n## Title ##"]
    assert [(one.level, one.text, one.id, one.cell) for one in headings(cells)] == [
        (1, "Title", "Title", 0),
        (2, "A link code", "A-link-code", 0),
        (2, "Title", "Title-2", 2),
        (2, "Title", "Title-3", 2),
    ]


@given(st.lists(st.text(max_size=60), max_size=6))
def test_ids_are_plain_and_unlike_each_other(texts: list[str]) -> None:
    ids = [one.id for one in headings([f"## {text}" for text in texts])]
    assert len(set(ids)) == len(ids)
    assert all(id_.replace("-", "").isalnum() and id_.isascii() for id_ in ids)
