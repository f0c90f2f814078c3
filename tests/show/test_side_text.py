"""Marks around words: whatever overlaps, every character stands once, every tag closes, every mark is there."""

from __future__ import annotations

import re

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from sides import Side
from tellings.show._side_notes import Notes
from tellings.show._side_spots import Spot
from tellings.show._side_text import LONG, Item, Writer, clusters, nested

TEXT = "He <b>said</b> so & left. Then\n\nshe came, too."
KINDS = (*LONG, "person", "number", "tone", "gap")


@st.composite
def spots(draw: st.DrawFn) -> list[Spot]:
    ends = st.integers(0, len(TEXT))
    drawn = draw(st.lists(st.tuples(ends, ends, st.sampled_from(KINDS)), max_size=9, unique=True))
    spans = {(min(a, b), max(a, b), kind) for a, b, kind in drawn}
    return [Spot(a, b, kind, f"x-{kind}-{a}-{b}", "<i>: what", badge="<") for a, b, kind in sorted(spans)]


def item(start: int, end: int) -> Item:
    opening = Markup('<span id="x-{}-{}">').format(start, end)
    return Item(start, end, 0, opening, Markup("<span>"), Markup("</span>"))


@given(spots())
def test_every_character_stands_once_whatever_overlaps(found: list[Spot]) -> None:
    made = nested(TEXT, 0, len(TEXT), [item(spot.start, spot.end) for spot in found])
    assert Markup(re.sub(r"</?span[^>]*>", "", made)).unescape() == TEXT
    assert made.count("<span") == made.count("</span>")


def written(found: list[Spot]) -> Side:
    sentences = pd.DataFrame([(0, 24, 0), (25, 29, 0), (31, 45, 1)], columns=["start", "end", "paragraph"])
    notes = Notes("x")
    html = Writer(TEXT, "x", notes).paragraphs(sentences, found)
    return Side(f"<div>{html}{notes.html()}</div>")


@given(spots())
def test_every_mark_has_its_id_once_and_says_what_it_is(found: list[Spot]) -> None:
    made = written(found)
    marks = [id_ for id_ in made.ids if re.fullmatch(r"x-[a-z]+-\d+-\d+", id_)]
    assert sorted(marks) == sorted(spot.id for spot in found)
    assert set(made.targets) == set(made.notes)
    assert "".join(made.sentences.values()) == TEXT[:29] + TEXT[31:45]


def test_a_mark_over_two_paragraphs_opens_once_and_goes_on() -> None:
    made = written([Spot(3, 40, "quote", "x-quote-3-40", "Quotation: said by Ann", badge="A")])
    pieces = [given for tag, given in made.tags if "tl-quote" in str(given.get("class")).split()]
    assert [piece.get("id") for piece in pieces] == ["x-quote-3-40", None, None]
    assert [("tl-more" in str(piece["class"]), "tl-on" in str(piece["class"])) for piece in pieces] == [
        (True, False), (True, True), (False, True),
    ]  # fmt: skip
    assert made.names == ["A Quotation: said by Ann"]


def test_marks_on_the_same_words_share_a_button_that_says_all_of_them() -> None:
    made = written([
        Spot(3, 14, "person", "x-person-3-14", "Person: Ann"),
        Spot(6, 10, "tone", "x-tone-6-10", "Tone word: −0.30"),
    ])  # fmt: skip
    assert made.names == ["Person: Ann; Tone word: −0.30"]
    assert made.notes[made.targets[0]] == "Person: Annsaid Tone word: −0.30"
    assert made.marked["x-tone-6-10"] == "said"


def test_marks_that_do_not_touch_stand_apart() -> None:
    one, two, three = (Spot(a, b, "person", f"x-{a}", "") for a, b in ((0, 4), (3, 6), (6, 9)))
    assert clusters([three, two, one]) == [[one, two], [three]]


def test_what_many_marks_say_is_kept_once() -> None:
    made = written([Spot(a, a + 2, "tone", f"x-tone-{a}-{a + 2}", "Tone word: up") for a in (0, 15, 26)])
    assert len(made.targets) == 3
    assert len(made.notes) == 1
