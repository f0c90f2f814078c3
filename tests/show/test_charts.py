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
