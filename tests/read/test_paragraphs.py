"""Paragraphs are the lines that hold something."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tellings import read


def test_a_line_is_a_paragraph_without_its_blanks():
    found = read.paragraphs("First line.\n\n \t\n  Second line. \nThird")
    assert found["text"].tolist() == ["First line.", "Second line.", "Third"]
    assert list(zip(found["start"], found["end"], strict=True)) == [(0, 11), (18, 30), (32, 37)]


def test_nothing_makes_an_empty_table_with_its_columns():
    for text in ("", " \n\t\n"):
        found = read.paragraphs(text)
        assert found.empty
        assert found.dtypes.astype(str).to_dict() == {"start": "int64", "end": "int64", "text": "str"}


@given(st.text(alphabet="ab .\n\t\xa0\u2028", max_size=40))
def test_paragraphs_hold_every_character_that_is_not_blank(text):
    found = read.paragraphs(text)
    outside = text
    for start, end in zip(found["start"][::-1], found["end"][::-1], strict=True):
        assert "\n" not in text[start:end]
        assert text[start:end] == text[start:end].strip()
        outside = outside[:start] + outside[end:]
    assert not outside.strip()
