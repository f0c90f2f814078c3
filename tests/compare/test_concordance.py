from __future__ import annotations

from pathlib import Path

import pytest

import tellings as tl
from corpora import corpus

TEXT = "Migrants crossed. The migrant’s boat (a dinghy) sank.\n\nMigration rose, said the (a+)+ report."


@pytest.mark.parametrize(
    ("term", "matches"),
    [
        ("migrants", ["Migrants"]),
        ("migra*", ["Migrants", "migrant", "Migration"]),
        ("the migrant's", ["The migrant’s"]),
        ("(a+)+", ["(a+)+"]),
        (".*", []),
        ("  ", []),
        ("grants", []),
    ],
)
def test_terms_are_plain_text(tmp_path: Path, term: str, matches: list[str]) -> None:
    assert tl.compare.concordance(corpus(tmp_path, alpha=TEXT), term)["match"].tolist() == matches


def test_offsets_and_context_come_from_the_text(tmp_path: Path) -> None:
    loaded = corpus(tmp_path, alpha=TEXT)
    row = tl.compare.concordance(loaded, "boat", width=12).iloc[0]
    text = loaded.text("alpha")
    assert text[row["start"] : row["end"]] == "boat"
    assert text[row["start"] - 12 : row["end"] + 12] == row["left"] + row["match"] + row["right"]


def test_context_stays_within_the_paragraph(tmp_path: Path) -> None:
    row = tl.compare.concordance(corpus(tmp_path, alpha=TEXT), "migration").iloc[0]
    assert row["left"] == ""


def test_a_term_that_is_not_there_gives_an_empty_table(tmp_path: Path) -> None:
    found = tl.compare.concordance(corpus(tmp_path, alpha=TEXT), "harbour")
    assert found.empty
    assert list(found.columns) == ["article", "outlet", "start", "end", "left", "match", "right"]


# Sorting, wildcards and regular expressions

LINES = "Old boats sank.\n\nBig boats burned.\n\nCold boats, all sold."


@pytest.mark.parametrize(
    ("sort", "lefts"),
    [
        ("text", ["Old ", "Big ", "Cold "]),
        ("left", ["Big ", "Cold ", "Old "]),
        ("right", ["Cold ", "Big ", "Old "]),
        ("match", ["Old ", "Big ", "Cold "]),
    ],
)
def test_sorted_by_what_stands_beside(tmp_path: Path, sort: str, lefts: list[str]) -> None:
    found = tl.compare.concordance(corpus(tmp_path, alpha=LINES), "boats", sort=sort)
    assert found["left"].tolist() == lefts


def test_left_is_sorted_by_the_nearest_word_first(tmp_path: Path) -> None:
    found = tl.compare.concordance(
        corpus(tmp_path, alpha="A red boat.\n\nZoos buy a blue boat."), "boat", sort="left"
    )
    assert found["left"].tolist() == ["Zoos buy a blue ", "A red "]


def test_sorted_by_outlet_in_the_order_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "metadata.csv").write_text("file,outlet\na.txt,Zeta\nb.txt,Alpha\n")
    found = tl.compare.concordance(corpus(tmp_path, a=LINES, b="No boats."), "boats", sort="outlet")
    assert found["outlet"].tolist() == ["Alpha", "Zeta", "Zeta", "Zeta"]
    assert found["start"].is_monotonic_increasing or found["start"].iloc[1:].is_monotonic_increasing


def test_an_unknown_order_names_the_known(tmp_path: Path) -> None:
    with pytest.raises(tl.errors.ParameterError, match="left, right"):
        tl.compare.concordance(corpus(tmp_path, alpha=LINES), "boats", sort="length")


@pytest.mark.parametrize(
    ("term", "matches"),
    [
        ("* boats", ["Old boats", "Big boats", "Cold boats"]),
        ("b*s", ["boats"] * 3),
        ("b*t*", ["boats"] * 3),
        ("*old", ["Old", "Cold", "sold"]),
    ],
)
def test_stars_stand_for_letters_or_alone_for_a_word(tmp_path: Path, term: str, matches: list[str]) -> None:
    assert tl.compare.concordance(corpus(tmp_path, alpha=LINES), term)["match"].tolist() == matches


@pytest.mark.parametrize(
    ("term", "matches"),
    [
        (r"\b(big|old) boats?\b", ["Old boats", "Big boats"]),
        (r"\bs\w+\.", ["sank.", "sold."]),
        ("BOATS", ["boats"] * 3),
        ("x*", []),
    ],
)
def test_regular_expressions(tmp_path: Path, term: str, matches: list[str]) -> None:
    assert (
        tl.compare.concordance(corpus(tmp_path, alpha=LINES), term, regex=True)["match"].tolist() == matches
    )


def test_regular_expressions_count_characters_and_not_bytes(tmp_path: Path) -> None:
    row = tl.compare.concordance(corpus(tmp_path, alpha="“Café” – naïve boats."), "na.ve", regex=True).iloc[0]
    assert (row["start"], row["match"]) == (9, "naïve")


@pytest.mark.parametrize("term", ["(a", r"(a)\1", "(?=a)b", "a{5000}"])
def test_what_cannot_be_run_safely_is_refused(tmp_path: Path, term: str) -> None:
    with pytest.raises(tl.errors.ParameterError, match="regular expression"):
        tl.compare.concordance(corpus(tmp_path, alpha=LINES), term, regex=True)


@pytest.mark.parametrize("term", ["(a+)+b", "(a|aa)+b", "(a*)*(a*)*b"])
def test_expressions_that_would_backtrack_without_end_return(tmp_path: Path, term: str) -> None:
    assert tl.compare.concordance(corpus(tmp_path, alpha="a" * 50_000), term, regex=True).empty
