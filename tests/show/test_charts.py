from __future__ import annotations

import xml.etree.ElementTree as ET

import pandas as pd
import pytest

from tellings import show
from tellings.show import Figure

ROWS = pd.DataFrame({
    "outlet": ["Alpha", "Beta & $x^2$ <b>"], "word": ["tax", "“rights” <i>"], "value": [0.5, -0.4],
    "low": [0.1, -0.9], "high": [0.9, 0.2],
})  # fmt: skip
OUTLETS = ("Alpha", "Beta & $x^2$ <b>")


def drawn() -> Figure:
    return show.intervals(
        ROWS, label="word", value="value", name="test", xlabel="log-odds", caption="Words.", outlets=OUTLETS
    )


def test_a_figure_is_one_svg_with_its_words_as_text() -> None:
    svg = ET.fromstring(drawn().svg)
    texts = "".join(svg.itertext())
    assert "“rights” <i>" in texts
    assert "Beta & $x^2$ <b>" in texts


def test_the_alternative_text_has_the_data() -> None:
    assert "tax (Alpha) 0.50, interval 0.10 to 0.90" in drawn().alt
    assert 'role="img" aria-label="Words. tax' in drawn().html


def test_the_same_data_give_the_same_bytes() -> None:
    assert drawn().svg == drawn().svg
    assert "<dc:date>" not in drawn().svg


def test_ids_of_two_figures_are_apart() -> None:
    first = {each.get("id") for each in ET.fromstring(drawn().svg).iter() if each.get("id")}
    other = show.intervals(
        ROWS, label="word", value="value", name="other", xlabel="", caption="", outlets=OUTLETS
    )
    assert first.isdisjoint({each.get("id") for each in ET.fromstring(other.svg).iter() if each.get("id")})


def test_the_page_sets_the_ink() -> None:
    assert "currentColor" in drawn().svg
    assert "#191b1f" not in drawn().svg


def test_outlets_keep_their_colour_and_marker() -> None:
    look = show.marks(OUTLETS)
    assert look["Alpha"] == show.marks(["Alpha"])["Alpha"]
    assert look["Alpha"].colour != look[OUTLETS[1]].colour
    assert look["Alpha"].marker != look[OUTLETS[1]].marker


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("paper", ["#fdfdfc", "#15171b"])
def test_every_outlet_stands_out_from_the_page(paper: str) -> None:
    """WCAG 2.2, 1.4.11: 3 to 1 for parts of a figure."""
    for mark in show.marks([str(n) for n in range(8)]).values():
        light, dark = sorted((luminance(mark.colour), luminance(paper)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 3, mark


def test_an_empty_table_still_draws() -> None:
    assert show.intervals(
        ROWS.head(0), label="word", value="value", name="none", xlabel="", caption="None.", outlets=()
    ).svg


def test_seventy_outlets_share_no_look_before_the_sixty_fifth() -> None:
    looks = list(show.marks([str(n) for n in range(70)]).values())
    assert len(set(looks[:64])) == 64


def test_outlets_are_named_beside_their_rows_and_not_in_a_key() -> None:
    texts = [each.text for each in ET.fromstring(drawn().svg).iter() if each.tag.endswith("text")]
    assert texts.count("Alpha") == 1
    assert 'id="test-legend_1"' not in drawn().svg


def test_the_numbers_behind_a_figure_are_one_click_away_and_in_a_table_of_their_own() -> None:
    made = drawn()
    assert made.numbers is not None
    assert made.numbers.name == "figure-test"
    assert made.numbers.csv.splitlines()[:2] == ["word,outlet,value,low,high", "tax,Alpha,0.5,0.1,0.9"]
    assert "<details" in made.html
    assert ">0.10 to 0.90</td>" in made.html
    assert made._repr_mimebundle_()[show.TABLE_MIME]["csv"] == made.numbers.csv


@pytest.mark.parametrize("outlets", [2, 3, 5])
def test_counts_name_every_outlet_and_draw_every_number(outlets: int) -> None:
    frame = pd.DataFrame({"who": ["Quill", "Reed"] * outlets, "n": range(2 * outlets)})
    frame["outlet"] = [f"Paper {n // 2}" for n in range(2 * outlets)]
    made = show.counts(frame, label="who", value="n", outlets=sorted(set(frame["outlet"])), name="n", xlabel="times",
                       caption="Names.")  # fmt: skip
    shown = "".join(ET.fromstring(made.svg).itertext())
    assert all(outlet in shown for outlet in frame["outlet"])
    assert made.numbers is not None
    assert len(made.numbers.csv.splitlines()) == 1 + 2 * outlets


def test_very_many_rows_are_cut_at_a_whole_label_and_said_to_be() -> None:
    frame = pd.DataFrame({
        "outlet": [f"P{n % 5}" for n in range(100)], "word": [f"w{n // 5}" for n in range(100)], "value": 0.5,
    }).assign(low=0.1, high=0.9)  # fmt: skip
    made = show.intervals(frame, label="word", value="value", name="many", xlabel="x", caption="Words.",
                          outlets=[f"P{n}" for n in range(5)])  # fmt: skip
    assert "w11 (P4)" in made.alt
    assert "w12 (" not in made.alt
    assert "The table has all" in made.caption.replace("the table", "The table")
    assert made.numbers is not None
    assert len(made.numbers.csv.splitlines()) == 101


def test_many_articles_are_drawn_by_outlet() -> None:
    voices = pd.DataFrame({"article": [f"a{n}" for n in range(50)], "outlet": ["Owl", "Heron"] * 25, "outlet_words": 10,
                           "quoted_words": 2, "caption_words": 0})  # fmt: skip
    made = show.lengths(voices)
    assert "Owl: 250 own words, 50 quoted" in made.alt
    assert made.alt.startswith("Words of each outlet.")


def test_a_row_without_an_interval_says_so() -> None:
    rows = ROWS.assign(low=[0.1, None], high=[0.9, None])
    made = show.intervals(
        rows, label="word", value="value", name="few", xlabel="x", caption="Words.", outlets=OUTLETS
    )
    assert "interval 0.10 to 0.90" in made.alt
    assert "-0.40, too few for an interval" in made.alt
    assert "nan" not in made.alt


def test_a_figure_can_be_scrolled_by_the_keyboard() -> None:
    """A narrow screen shows a part of it at a time."""
    assert (
        '<div class="tl-picture" role="group" tabindex="0" aria-label="Figure: Words."><svg' in drawn().html
    )
