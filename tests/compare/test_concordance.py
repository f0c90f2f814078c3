from __future__ import annotations

from pathlib import Path

import pytest
from corpora import corpus

import tellings as tl

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
