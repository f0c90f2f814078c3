from __future__ import annotations

from pathlib import Path

import pytest

import tellings as tl
from corpora import reading
from tellings.compare._association import log_dice, log_likelihood_table

TEXT = "Cruel fate struck. Cruel fate waited near the old mill. Fate smiled on the mill. The mill burned."


def test_counts_by_hand(tmp_path: Path) -> None:
    found = tl.compare.collocations(reading(tmp_path, alpha=TEXT), "fate", minimum=1).set_index("collocate")
    row = found.loc["cruel"]
    assert row[["count", "left", "right", "node_count", "collocate_count"]].tolist() == [2, 2, 0, 3, 2]
    assert row["log_dice"] == pytest.approx(log_dice(2, 3, 2))
    # Words near fate: cruel, struck; cruel, waited, near, the, old, mill (five right); smiled, on, the, mill.
    near = 2 + 6 + 4
    words = 3 + 7 + 5 + 3
    assert row["expected"] == pytest.approx(2 * near / words)
    assert row["log_likelihood"] == pytest.approx(log_likelihood_table(2, near - 2, 0, words - near))


def test_the_window_ends_with_the_sentence(tmp_path: Path) -> None:
    found = tl.compare.collocations(reading(tmp_path, alpha=TEXT), "fate", minimum=1)
    assert "burned" not in set(found["collocate"])
    narrow = tl.compare.collocations(reading(tmp_path, alpha=TEXT), "fate", minimum=1, window=1)
    assert set(narrow["collocate"]) == {"cruel", "struck", "waited", "smiled"}


def test_function_words_only_when_asked_for(tmp_path: Path) -> None:
    read = reading(tmp_path, alpha=TEXT)
    assert "the" not in set(tl.compare.collocations(read, "fate", minimum=1)["collocate"])
    assert "the" in set(tl.compare.collocations(read, "fate", minimum=1, content=False)["collocate"])


@pytest.mark.parametrize(
    ("node", "places"),
    [("cruel fate", 2), ("fat*", 3), ("CRUEL  fat*", 2), ("*", 18), ("(fate)+", 0), (" ", 0)],
)
def test_nodes_are_words_phrases_and_wildcards(tmp_path: Path, node: str, places: int) -> None:
    from tellings.compare._collocations import _nodes

    words = tl.compare.terms(reading(tmp_path, alpha=TEXT), content=False)
    assert len(_nodes(words, node)) == places


def test_a_word_between_two_nodes_counts_once(tmp_path: Path) -> None:
    found = tl.compare.collocations(reading(tmp_path, alpha="Fate mocks fate. Dogs bark."), "fate", minimum=1)
    assert found[["collocate", "count"]].values.tolist() == [["mocks", 1]]
    assert found["log_dice"].max() <= 14


def test_each_outlet_has_its_own_company(tmp_path: Path) -> None:
    read = reading(tmp_path, alpha="Cruel fate. Cruel fate.", beta="Kind fate. Kind fate. Cruel dogs.")
    found = tl.compare.collocations(read, "fate")
    assert found[["outlet", "collocate", "word", "log_dice"]].values.tolist() == [
        ["alpha", "cruel", "Cruel", 14.0], ["beta", "kind", "Kind", 14.0],
    ]  # fmt: skip


def test_a_node_that_is_not_there_gives_an_empty_table(tmp_path: Path) -> None:
    found = tl.compare.collocations(reading(tmp_path, alpha=TEXT), "harbour")
    assert found.empty
    assert found.dtypes["log_dice"] == "float64"
