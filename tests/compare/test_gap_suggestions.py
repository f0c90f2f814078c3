from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import tellings as tl
from corpora import reading
from pairs import Pair, each_pair


def found(folder: Path, **texts: str) -> pd.DataFrame:
    return tl.compare.gap_suggestions(reading(folder, **texts))


def test_the_words_between_parallel_words_are_suggested_with_their_place(tmp_path: Path) -> None:
    beta = "Late last night divers found the missing ferry in Port Ellery with a torn sail and no crew."
    rows = found(
        tmp_path, alpha="Divers found the missing ferry in with a torn sail, officials said.", beta=beta
    )
    row = rows.iloc[0]
    assert (row["suggestion"], row["before"], row["after"]) == ("Port Ellery", 6, 4)
    assert beta[row["other_start"] : row["other_end"]] == "Port Ellery"
    assert row["trace"].replace(" ", "") == "themissingferryin▢withatornsail"
    assert row["other_trace"] == "the missing ferry in Port Ellery with a torn sail"
    assert (row["sources"], row["rivals"]) == (1, 0)


@pytest.mark.parametrize(
    ("alpha", "beta", "suggestion"),
    [
        (
            "Holt wants the cheapest train tickets in .",
            "Holt wants the cheapest train tickets in Norway, she said.",
            ["Norway"],
        ),
        (
            "The vote passed.\n\nentered formal talks with the harbour union on Monday.",
            "New Varn entered formal talks with the harbour union on Monday.",
            ["New Varn"],
        ),
        # only one side runs parallel, and what stands there goes on
        (
            "Holt wants the cheapest train tickets in .",
            "Holt wants the cheapest train tickets in a very long time.",
            [],
        ),
        # too little runs parallel
        ("Holt sold tickets in .", "Perry flew kites in Norway.", []),
        # what stands there is no name and only one side runs parallel
        (
            "Holt wants the cheapest train tickets in .",
            "Holt wants the cheapest train tickets in abundance, she said.",
            [],
        ),
        # the other article has a gap there too
        ("Holt wants the cheapest train tickets in .", "Holt wants the cheapest train tickets in .", []),
    ],
)
def test_what_is_suggested_and_what_is_not(
    tmp_path: Path, alpha: str, beta: str, suggestion: list[str]
) -> None:
    assert found(tmp_path, alpha=alpha, beta=beta)["suggestion"].tolist() == suggestion


def test_rival_suggestions_are_counted_and_the_text_stays_as_it_is(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        alpha="Holt wants the cheapest train tickets in .",
        beta="Holt wants the cheapest train tickets in Norway, she said.",
        gamma="Yes, Holt wants the cheapest train tickets in Norway.",
        delta="Perry wants the cheapest train tickets in Sweden.",
    )
    before = read.corpus.text("alpha")
    rows = tl.compare.gap_suggestions(read)
    assert rows[["suggestion", "sources", "rivals"]].values.tolist() == [
        ["Norway", 2, 1],
        ["Norway", 2, 1],
        ["Sweden", 1, 1],
    ]
    assert read.corpus.text("alpha") == before


def test_no_gap_gives_the_full_columns(tmp_path: Path) -> None:
    rows = found(tmp_path, alpha="All is here.", beta="All is there.")
    assert rows.empty
    assert {"article", "start", "end", "suggestion", "other_article", "other_start"} <= set(rows.columns)


@each_pair
def test_the_pair_gives_one_suggestion_and_no_wrong_one(pair: Pair) -> None:
    rows = tl.compare.gap_suggestions(tl.read.all(tl.load(pair.folder)))
    assert rows["suggestion"].tolist() == ["Europe"]
    assert rows["start"].iloc[0] in pair.holes[0]
    source = pair.texts[1][rows["other_start"].iloc[0] : rows["other_end"].iloc[0]]
    assert source == "Europe"
    assert rows["trace"].iloc[0].endswith("mass immigration in ▢.")
