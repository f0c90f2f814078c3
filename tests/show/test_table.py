from __future__ import annotations

import re

import pandas as pd
from markupsafe import Markup

from tellings.show import table

HOSTILE = '<script>alert(1)</script> & "quotes" =HYPERLINK("x")'


def test_every_text_is_escaped_in_cells_headings_and_caption() -> None:
    made = table(pd.DataFrame({HOSTILE: [HOSTILE]}), name="hostile", caption=HOSTILE)
    assert "<script>" not in made.html
    assert (
        made.html.count("&lt;script&gt;") == 5
    )  # the label, the caption, the heading, the cell and its label


def test_headings_have_scope_and_numbers_line_up() -> None:
    made = table(pd.DataFrame({"word": ["tax"], "n": [1200]}), name="words", caption="Words")
    assert '<th scope="col">Word</th>' in made.html
    assert '<td data-label="N" class="tl-number">1,200</td>' in made.html


def test_formats_and_missing_values() -> None:
    frame = pd.DataFrame({"share": [0.256, None], "change": [-0.5, 0.5], "sure": [True, False]})
    made = table(frame, name="shares", caption="Shares", formats={"share": ".0%", "change": "+.1f"})
    for shown in ("26%", "–", "−0.5", "+0.5", "yes", "no"):
        assert re.search(f">{re.escape(shown)}</t[dh]>", made.html)


def test_own_markup_is_kept() -> None:
    own = {"text": [Markup("<b>x</b>")]}
    made = table(pd.DataFrame({"n": [1]}), name="marks", caption="Marks", columns=["n", "text"], html=own)
    assert '<td data-label="Text"><b>x</b></td>' in made.html


def test_the_page_shows_some_rows_and_the_csv_all() -> None:
    made = table(pd.DataFrame({"n": range(30)}), name="many", caption="Many", limit=10)
    assert made.html.count("<tr>") == 11
    assert "20 more rows" in made.html
    assert len(made.csv.splitlines()) == 31


def test_an_empty_table_says_so() -> None:
    assert "None found." in table(pd.DataFrame({"n": []}), name="none", caption="None").html


def test_the_first_column_heads_its_rows() -> None:
    made = table(pd.DataFrame({"word": ["tax"], "n": [1]}), name="words", caption="Words")
    assert '<th scope="row" data-label="Word">tax</th>' in made.html
    assert made.html.count("<th ") == 3


def test_the_ends_of_an_interval_are_shown_as_one_and_taken_away_as_two() -> None:
    frame = pd.DataFrame({"word": ["a", "b"], "x": [0.5, 1.0], "low": [-0.25, None], "high": [1.25, None]})
    headings = {"word": "Word", "x": "Odds", "low": "95% from", "high": "to"}
    made = table(frame, name="odds", caption="Odds", columns=headings, formats={"low": ".2f", "high": ".2f"})
    assert '<th scope="col" class="tl-number">95% interval</th>' in made.html
    assert ">−0.25 to 1.25</td>" in made.html
    assert ">–</td>" in made.html
    assert made.html.count('scope="col"') == 3
    assert made.csv.startswith("word,x,low,high\na,0.5,-0.25,1.25\n")
