from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from tellings.show import Mark, in_context, marked

TEXT = "He <b>said</b> so & left."


@st.composite
def marks(draw: st.DrawFn) -> list[Mark]:
    ends = st.integers(0, len(TEXT))
    spans = draw(st.lists(st.tuples(ends, ends), max_size=8))
    return [Mark(min(span), max(span), draw(st.sampled_from(["quote", "person"])), "<i>") for span in spans]


def plain(html: Markup) -> str:
    return Markup(re.sub(r"<mark[^>]*>▢</mark>", "", html)).striptags()


@given(marks())
def test_whatever_overlaps_every_character_stands_once(found: list[Mark]) -> None:
    made = marked(TEXT, 0, len(TEXT), found)
    assert Markup(re.sub(r"</?mark[^>]*>|▢", "", made)).unescape() == TEXT
    assert made.count("<mark") == made.count("</mark>")


@given(marks())
def test_every_character_carries_its_layers(found: list[Mark]) -> None:
    made = marked(TEXT, 0, len(TEXT), found)
    pieces = re.findall(r'<mark class="([^"]*)"[^>]*>([^<]*)</mark>', made)
    for layer in ("quote", "person"):
        covered = {place for mark in found if mark.layer == layer for place in range(mark.start, mark.end)}
        shown = sum(len(Markup(text).unescape()) for kinds, text in pieces if f"tl-{layer}" in kinds.split())
        assert shown == len(covered)


def test_a_hole_is_shown_where_it_is() -> None:
    assert (
        in_context("Met in , then left.", 7, 7, within=(0, 19))
        == 'Met in <mark class="tl-gap">▢</mark>, then left.'
    )


def test_a_long_sentence_is_cut_around_its_span() -> None:
    shown = in_context("x" * 500 + "here" + "y" * 500, 500, 504, within=(0, 1004), width=5)
    assert shown == "…xxxxx<mark>here</mark>yyyyy…"
