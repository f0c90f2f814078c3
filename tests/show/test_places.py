from __future__ import annotations

from pathlib import Path

from corpora import reading
from tellings import show

ALPHA = "\n\n".join(["Small boats crossed the sea."] * 4 + ["Nothing more was said."])
BETA = "A harbour closed.\n\nSmall boats left the harbour."


def test_a_dispersion_plot_says_how_often_and_draws_every_place(tmp_path: Path) -> None:
    drawn = show.dispersion_figure(reading(tmp_path, alpha=ALPHA, beta=BETA), ["boats", "harbour", ""])
    assert "boats: alpha 4, beta 1" in drawn.alt
    assert "harbour: beta 2" in drawn.alt
    assert (
        drawn.svg
        == show.dispersion_figure(reading(tmp_path, alpha=ALPHA, beta=BETA), ["boats", "harbour"]).svg
    )


def test_collocations_are_listed_by_word(tmp_path: Path) -> None:
    made = show.collocations_table(reading(tmp_path, alpha=ALPHA, beta=BETA), ["boats"])
    assert "boats,small" in made.csv.replace("alpha,", "").replace("beta,", "")


def test_no_word_gives_an_empty_table(tmp_path: Path) -> None:
    assert "None found." in show.collocations_table(reading(tmp_path, alpha=ALPHA), []).html
