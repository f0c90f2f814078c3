"""One form for every text, and a note of each change."""

from __future__ import annotations

import unicodedata

import ftfy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.corpus._clean import clean

WELL = [
    "“Curly” and ‘single’ quotes, don’t touch — or – these…",
    "naïve café, £5, ½, 20 °C",
    "مرحبا",
    "新闻",
    "👩‍🚒 👨‍👩‍👧",
]


@given(st.text())
def test_the_result_is_normal_and_printable_and_stays_so(text: str) -> None:
    found, _ = clean(text)
    assert unicodedata.is_normalized("NFC", found)
    assert not any("\ud800" <= char <= "\udfff" or char in "\r\x00\x85\u2028\u2029\ufeff" for char in found)
    assert found.encode("utf-8") or not found
    # A second pass may take a � and what stands before it for mojibake that lost a byte.
    assert "�" in found or clean(found)[0] == found


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"])))
def test_a_plain_line_stays_as_it_is(text: str) -> None:
    assert clean(text) == (text, [])


@pytest.mark.parametrize("text", WELL)
def test_good_text_is_left_alone(text: str) -> None:
    assert clean(text) == (text, [])


SPOILT = [(text, "latin-1") for text in ("It’s “fine” – really", "Café in Besançon", "£5m, or €6m")]
SPOILT += [(text, "cp1252") for text in ("It’s ‘fine’ – really", "Café in Besançon", "£5m, or €6m")]


@pytest.mark.parametrize(("text", "codec"), SPOILT)
def test_mojibake_is_repaired_and_curly_quotes_survive(text: str, codec: str) -> None:
    spoilt = text.encode().decode(codec)
    found, notes = clean(f"A “well-kept” line.\n{spoilt}")
    assert found == f"A “well-kept” line.\n{text}"
    assert [(note.kind, note.message) for note in notes] == [("mojibake", "repaired mojibake in 1 line")]


@given(st.text(st.sampled_from("aT. ’‘“”–—…£€\xa0")))
def test_lines_passed_over_hold_nothing_to_repair(text: str) -> None:
    assert ftfy.fix_encoding(text) == text


def test_mojibake_beside_good_quotes_and_spoilt_twice_is_repaired() -> None:
    twice = "François".encode().decode("latin-1").encode().decode("latin-1")
    assert clean(f"“{twice}”, he said")[0] == "“François”, he said"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029", "\x0b", "\x0c"])
def test_every_line_end_becomes_one(end: str) -> None:
    assert clean(f"One.{end}Two.") == ("One.\nTwo.", [])


def test_a_next_line_control_is_windows_1252_misread() -> None:
    assert clean("So\x85 no")[0] == "So… no"


def test_controls_and_halves_are_shown_and_counted() -> None:
    found, notes = clean("a\0b\x1b[31mc\ud800d\ud83d\ude00")
    assert found == "a�b�[31mc�d😀"
    assert [note.message for note in notes] == [
        "1 half character (lone surrogate) shown as �",
        "2 control characters shown as �",
    ]


def test_invisible_marks_are_taken_out_joiners_stay() -> None:
    found, notes = clean("\ufeffpol\u00adi\u200btics 👩\u200d🚒")
    assert found == "politics 👩\u200d🚒"
    assert notes[0].message == "3 invisible marks taken out"


def test_marks_that_turn_the_order_around_stay_and_are_said() -> None:
    found, notes = clean("safe\u202etxt.exe")
    assert found == "safe\u202etxt.exe"
    assert notes[0].kind == "direction"


def test_letters_are_composed() -> None:
    assert clean("cafe\u0301")[0] == "café"


def test_endless_stacks_of_marks_are_parted() -> None:
    found, notes = clean("a" + "\u0301\u0316" * 50_000)
    longest = max(len(run) for run in found.split("\u034f"))
    assert longest <= 31
    assert "combining marks parted" in notes[0].message
    assert clean(found)[0] == found
