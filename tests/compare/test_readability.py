from __future__ import annotations

from pathlib import Path

import pytest

import tellings as tl
from corpora import reading

# Counted by hand.
SYLLABLES = {
    "a": 1, "boat": 1, "crossed": 1, "crossing": 2, "wanted": 2, "people": 2, "little": 2, "area": 3, "idea": 3,
    "minister": 3, "government": 3, "immigration": 4, "election": 3, "science": 2, "being": 2, "played": 1,
    "houses": 2, "makes": 1, "table": 2, "asylum": 3, "opposition": 4, "rhythm": 1, "eye": 1, "criticism": 4,
}  # fmt: skip


def test_most_words_have_the_syllables_they_should() -> None:
    right = [word for word, n in SYLLABLES.items() if tl.compare.syllables(word) == n]
    assert len(right) >= 0.9 * len(SYLLABLES), sorted(set(SYLLABLES) - set(right))


def test_flesch_and_lix_by_hand(tmp_path: Path) -> None:
    row = tl.compare.readability(
        reading(tmp_path, alpha="The boat came in. The minister spoke to the men.")
    ).iloc[0]
    assert (row["words"], row["sentences"]) == (10, 2)
    assert row["reading_ease"] == pytest.approx(206.835 - 1.015 * 5 - 84.6 * 12 / 10)
    assert row["lix"] == pytest.approx(5 + 100 * 1 / 10)


def test_harder_words_read_harder(tmp_path: Path) -> None:
    easy, hard = (
        "The cat sat on the mat.",
        "Interdepartmental deliberations necessitated administrative reconsideration.",
    )
    found = tl.compare.readability(reading(tmp_path, easy=easy, hard=hard)).set_index("article")
    assert found.loc["easy", "reading_ease"] > found.loc["hard", "reading_ease"]
    assert found.loc["easy", "lix"] < found.loc["hard", "lix"]
