"""Numbers on the page: as printed, with their bounds as written, ranges, and whose they are."""

from __future__ import annotations

from pathlib import Path

import pytest

import tellings as tl
from corpora import reading
from tellings.show._words import figure


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (2.4e6, "2,400,000"), (1 / 3, "0.33"), (1250.0, "1,250"), (-5.0, "−5"), (1.5, "1.5"), (1463.78, "1,463.78"),
        (0.0, "0"), (0.00012, "0.00012"), (float("nan"), "–"), (3.1e8, "310,000,000"),
    ],
)  # fmt: skip
def test_a_number_as_print_has_it(value: float, shown: str) -> None:
    assert figure(value) == shown


def test_quantities_show_bounds_by_their_words(tmp_path: Path) -> None:
    page = tl.show.quantities(
        reading(
            tmp_path, alpha="At least 30 boats and up to 2.4 million nets sank; a third of the boats float."
        )
    )
    assert all(shown in page.html for shown in (">≥</td>", ">≤</td>", "2,400,000", "0.33"))
    assert "e+06" not in page.html


def test_ranges_are_published_in_their_sentences(tmp_path: Path) -> None:
    page = tl.show.ranges_table(reading(tmp_path, alpha="It takes about five to 1,200 days."))
    assert page.name == "ranges"
    assert all(shown in page.html for shown in ("1,200", "It takes about"))


def told(read: tl.read.Reading) -> str:
    found = tl.show.figures_opening(read, tl.compare.people(read), tl.compare.speakers(read))
    return " ".join(str(one.text) for one in found)


def test_the_opening_counts_ranges_and_keeps_the_words_of_bounds(tmp_path: Path) -> None:
    said = told(
        reading(
            tmp_path,
            a="At least 48 villagers died in Varn. It took five to seven days.",
            b="Some 48 villagers died in Varn.",
        )
    )
    assert "1 range besides" in said
    assert "at least 48, some 48" in said


def test_a_quoted_figure_is_not_the_outlets(tmp_path: Path) -> None:
    said = told(
        reading(tmp_path, a='"Staff numbers fell from 40 to 30, a cut of 20%," said Ann Berg, a cook.')
    )
    assert "Ann Berg, in a, states 20%, but (30 − 40) / 40 = −25%." in said
    assert "a states 20%" not in said.replace("in a, states", "")
