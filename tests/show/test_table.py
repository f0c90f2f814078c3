from __future__ import annotations

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
        assert f">{shown}</td>" in made.html


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
