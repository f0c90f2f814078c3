from __future__ import annotations

from pathlib import Path

import numpy as np

import tellings as tl
from corpora import reading
from tellings.compare._ngrams import phrases, within_longer


def said(folder: Path, text: str, **options: int) -> list[str]:
    words = tl.compare.terms(reading(folder, alpha=text), content=False)
    return phrases(words, **options)["term"].tolist()


def test_words_and_phrases_of_up_to_three_words(tmp_path: Path) -> None:
    found = said(tmp_path, "Harbour police seized fake passports.")
    assert [term for term in found if term.count(" ") == 2] == [
        "harbour police seized", "police seized fake", "seized fake passports",
    ]  # fmt: skip
    assert sum(" " not in term for term in found) == 5


def test_phrases_neither_begin_nor_end_with_function_words(tmp_path: Path) -> None:
    found = said(tmp_path, "The right of asylum is under threat in the north.")
    assert "right of asylum" in found
    assert not any(
        term.split()[0] in ("the", "of", "is", "in") or term.split()[-1] in ("the", "of", "is")
        for term in found
    )


def test_a_piece_of_a_clause_is_no_phrase(tmp_path: Path) -> None:
    assert "harbour is open" not in said(tmp_path, "The harbour is open again.")


def test_phrases_stay_within_the_sentence_and_between_marks(tmp_path: Path) -> None:
    found = said(tmp_path, "They blocked the harbour. Police arrived, tired officers watched.")
    assert not {"harbour police", "arrived tired"} & set(found)
    assert "tired officers" in found


def test_rare_phrases_are_left_out_and_offsets_reach_over_the_phrase(tmp_path: Path) -> None:
    text = "Night trains stopped. Night trains returned."
    words = tl.compare.terms(reading(tmp_path, alpha=text), content=False)
    found = phrases(words, minimum=2)
    assert set(found["term"]) == {"night", "trains", "night trains"}
    row = found[found["length"] == 2].iloc[0]
    assert text[row["start"] : row["end"]] == row["text"] == "Night trains"


def test_a_term_said_only_within_a_longer_one_is_reported_once(tmp_path: Path) -> None:
    alpha = "\n\n".join(["Night trains of Norland stopped."] * 3)
    found = tl.compare.keyness(reading(tmp_path, alpha=alpha, beta="Trains stopped.\n\nTrains stopped."))
    assert "night trains" in set(found["term"])
    assert not {"night", "norland"} & set(found["term"])
    assert "trains" in set(found["term"])


def test_what_is_said_elsewhere_too_is_kept() -> None:
    counts = np.array([[3.0, 1.0], [2.0, 1.0], [2.0, 1.0]])
    assert within_longer(["boats", "small", "small boats"], counts) == {"small"}
    assert within_longer(["boats", "small boats"], np.array([[2.0, 1.0], [2.0, 0.0]])) == set()


def test_no_words_no_phrases(tmp_path: Path) -> None:
    words = tl.compare.terms(reading(tmp_path, alpha="Boats."), content=False).iloc[:0]
    assert phrases(words).empty
