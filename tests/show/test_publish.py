"""What a notebook hands to the report."""

from __future__ import annotations

import csv
import io
import json

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.show._publish import FINDING_MIME, SURE, TABLE_MIME, csv_text, finding, publish

FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "＝1",
    '=HYPERLINK("http://x","y")',
]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_and_no_header_starts_a_formula(text: str) -> None:
    header, cell = csv.reader(io.StringIO(csv_text(pd.DataFrame({text: [text]})), newline=""))
    kept = text.replace("\r", "\n")
    assert header == [f"'{kept}"]
    assert cell == [f"'{kept}"]


def test_numbers_stay_numbers() -> None:
    frame = pd.DataFrame({"whole": [-1, 2], "part": [-0.5, None], "maybe": pd.array([None, -3], "Int64")})
    assert csv_text(frame) == "whole,part,maybe\n-1,-0.5,\n2,,-3\n"


def test_numbers_among_texts_stay_numbers_too() -> None:
    assert csv_text(pd.DataFrame({"mixed": [-1, "-1", None, True]})) == """mixed\n-1\n'-1\n""\nTrue\n"""


def test_a_named_index_is_written_and_an_unnamed_one_is_not() -> None:
    frame = pd.DataFrame({"n": [1]}, index=pd.Index(["=a"], name="outlet"))
    assert csv_text(frame) == "outlet,n\n'=a,1\n"
    assert csv_text(frame.rename_axis(None)) == "n\n1\n"


def test_an_empty_table_keeps_its_header() -> None:
    assert csv_text(pd.DataFrame({"article": pd.Series(dtype="str"), "n": pd.Series(dtype="int64")})) == (
        "article,n\n"
    )


def test_two_columns_of_one_name_are_both_written() -> None:
    assert csv_text(pd.DataFrame([["a", "b"]], columns=["x", "x"])) == "x,x\na,b\n"


@given(st.lists(st.text(st.characters(exclude_categories=[])), min_size=1, max_size=4))
def test_any_text_comes_back_as_it_was_but_for_the_apostrophe(texts: list[str]) -> None:
    written = csv_text(pd.DataFrame({"text": pd.Series(texts, dtype="object")}))
    written.encode()
    rows = list(csv.reader(io.StringIO(written, newline="")))[1:]
    for text, row in zip(texts, rows, strict=True):
        kept = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
        kept = kept.replace("\r\n", "\n").replace("\r", "\n")
        assert row[0] in (kept, f"'{kept}")
        assert not row[0].startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_published_table_carries_its_csv_beside_its_html() -> None:
    frame = pd.DataFrame({"word": ["<b>"], "n": [2]})
    shown = publish(frame, name="key-words", caption="Key words", html="<table>…</table>")
    bundle = shown._repr_mimebundle_()
    assert "\n<table>…</table></div>" in bundle["text/html"]
    assert bundle[TABLE_MIME] == {
        "name": "key-words", "caption": "Key words", "rows": 1, "csv": "word,n\n<b>,2\n"
    }  # fmt: skip
    json.dumps(bundle)


@pytest.mark.parametrize("name", ["", "../x", "Key", "a b", "a/b", "-a", "a--b", "a.csv"])
def test_a_name_that_is_not_a_plain_file_name_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="lower-case words"):
        publish(pd.DataFrame(), name=name, caption="", html="")


@pytest.mark.parametrize("sure", list(SURE))
def test_a_finding_says_how_sure_it_is_in_words(sure: str) -> None:
    bundle = finding("A <b>says</b> B", sure=sure, note="n < 3", link="#x")._repr_mimebundle_()
    assert SURE[sure][1] in bundle["text/html"]
    assert "&lt;b&gt;says" in bundle["text/html"]
    assert "n &lt; 3" in bundle["text/html"]
    assert bundle[FINDING_MIME] == {"text": "A <b>says</b> B", "sure": sure, "note": "n < 3", "link": "#x",
                                    "beware": False, "differs": False}  # fmt: skip


def test_a_finding_of_another_certainty_is_refused() -> None:
    with pytest.raises(ValueError, match="counted, found, clear, unclear, too few"):
        finding("x", sure="maybe")
