from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import tellings as tl
from corpora import reading
from pairs import ORIGINALS, SEEDS, Pair, each_pair, needs_originals


def found(folder: Path, **texts: str) -> pd.DataFrame:
    return tl.compare.genealogy(reading(folder, **texts))


def test_verbatim_with_its_places_and_speakers(tmp_path: Path) -> None:
    texts = {
        "alpha": "Mary Holt said: “The dam is safe for another century.” She left early.",
        "beta": "“The dam is safe for another century,” Mary Holt told reporters.",
    }
    row = found(tmp_path, **texts).iloc[0]
    assert (row["relation"], row["quoted"], row["reattributed"]) == ("verbatim", True, False)
    assert {row["article"], row["other_article"]} == {"alpha", "beta"}
    assert texts[row["article"]][row["start"] : row["end"]] == row["text"]
    assert texts[row["other_article"]][row["other_start"] : row["other_end"]] == row["other_text"]
    assert row["speaker"] == row["other_speaker"] == "Mary Holt"


@pytest.mark.parametrize(
    ("beta", "relation"),
    [
        ("Mary Holt said: “The dam is safe for another century.”", "trimmed"),
        ("Mary Holt said: “The old dam is surely safe for another century.”", "reworded"),
        ("Mary Holt said: “Safe for another century, whatever they claim.”", "extended"),
        ("“The dam is safe,” Mary Holt said, “for another century without repairs.”", "joined"),
        ("The dam is safe for another century, experts agree.", "unquoted"),
    ],
)
def test_how_a_version_stands_to_the_fullest(tmp_path: Path, beta: str, relation: str) -> None:
    alpha = "Mary Holt said: “The dam is safe for another century without repairs to its gates.”"
    rows = found(tmp_path, alpha=alpha, beta=beta)
    assert set(rows["relation"]) == {relation}
    assert set(rows["article"]) == {"beta"}


def test_a_paraphrase_keeps_the_telling_words(tmp_path: Path) -> None:
    rows = found(
        tmp_path,
        alpha="Holt said: “Engineers inspected the cracked turbine and found corrosion in every valve.” Rain fell.",
        beta="The market opened. Corrosion was found in valves when the turbine was inspected by engineers, Holt said.",
    )
    assert rows["relation"].tolist() == ["paraphrased"]
    assert rows["text"].iloc[0].startswith("Corrosion")


@pytest.mark.parametrize(
    ("alpha", "beta", "dropped", "added"),
    [
        ("We will not sell the old mill to strangers", "sell the old mill to strangers", "not", ""),
        ("The tunnel may collapse under heavy traffic", "collapse under heavy traffic", "may", ""),
        (
            "The tunnel will collapse under heavy traffic",
            "Some tunnel will collapse under heavy traffic",
            "",
            "some",
        ),
        ("We will sell the old mill", "will sell the old mill", "", ""),
    ],
)
def test_dropped_and_added_qualifiers(
    tmp_path: Path, alpha: str, beta: str, dropped: str, added: str
) -> None:
    rows = found(tmp_path, alpha=f"Mary Holt said: “{alpha}.”", beta=f"Mary Holt said: “{beta}.”")
    both = rows[["article", "dropped", "added"]].values.tolist()
    # the fullest is what the other is held against, so what one drops the other adds
    assert both in ([["beta", dropped, added]], [["alpha", added, dropped]])


def test_a_qualifier_kept_outside_the_marks_is_not_dropped(tmp_path: Path) -> None:
    rows = found(
        tmp_path,
        alpha="Mary Holt said: “The tunnel may collapse under heavy traffic.”",
        beta="Mary Holt said the tunnel may “collapse under heavy traffic”.",
    )
    assert rows["dropped"].tolist() == [""]


def test_another_speaker_is_flagged(tmp_path: Path) -> None:
    rows = found(
        tmp_path,
        alpha="Mary Holt said: “The dam is safe for another century.”",
        beta="“The dam is safe for another century,” said John Perry.",
    )
    assert rows["reattributed"].tolist() == [True]
    assert {rows["speaker"].iloc[0], rows["other_speaker"].iloc[0]} == {"Mary Holt", "John Perry"}


def test_words_lost_in_a_gap_are_no_trimming(tmp_path: Path) -> None:
    rows = found(
        tmp_path,
        alpha="Mary Holt said: “We will build the longest bridge in .” She left.",
        beta="Mary Holt said: “We will build the longest bridge in Norway.” She left.",
    )
    assert rows[["relation", "lost"]].values.tolist() == [["verbatim", "Norway"]]


def test_single_words_count_where_they_tell(tmp_path: Path) -> None:
    rows = found(
        tmp_path,
        alpha="Mary Holt called the plan a “charade” and the “of” was gone.",
        beta="Mary Holt dismissed it as a “charade”, and the “of” again.",
    )
    assert rows["text"].tolist() == ["charade"]


def test_one_word_by_two_people_is_two_utterances(tmp_path: Path) -> None:
    rows = found(
        tmp_path,
        alpha="Mary Holt called the plan a “charade”.",
        beta="John Perry said the match was a “charade”.",
    )
    assert rows.empty


def test_three_outlets_are_held_against_the_fullest(tmp_path: Path) -> None:
    rows = found(
        tmp_path,
        alpha="Holt said: “The dam is safe for another century.”",
        beta="Holt said: “The dam is safe for another century without any repairs.”",
        gamma="Holt said it was “safe for another century”.",
    )
    assert set(rows["utterance"]) == {0}
    assert set(rows["other_article"]) == {"beta"}
    assert rows.set_index("article")["relation"].to_dict() == {"alpha": "trimmed", "gamma": "trimmed"}


def test_one_outlet_alone_has_no_genealogy(tmp_path: Path) -> None:
    rows = found(tmp_path, alpha="Mary Holt said: “The dam is safe.” “The dam is safe,” she said.")
    assert rows.empty
    assert list(rows.columns)[:4] == ["utterance", "relation", "article", "outlet"]


@each_pair
def test_the_three_shared_utterances(pair: Pair) -> None:
    rows = tl.compare.genealogy(tl.read.all(tl.load(pair.folder)))
    texts = " | ".join(rows["text"] + " / " + rows["other_text"])
    assert "smokescreen / smokescreen" in texts
    assert "systematic expulsion of foreign offenders and criminals" in texts
    assert "least attractive country for mass immigration in" in texts
    assert set(rows.loc[rows["lost"] != "", "lost"]) == {"Europe"}
    assert not rows["reattributed"].any()
    assert not rows["text"].str.lower().isin(["in", "the"]).any()


@needs_originals
def test_who_trims_what_in_the_published_pair() -> None:
    assert ORIGINALS is not None
    rows = tl.compare.genealogy(tl.read.all(tl.load(ORIGINALS.folder)))
    expulsion = rows[rows["text"].str.contains("expulsion") & rows["quoted"]].iloc[0]
    assert (expulsion["relation"], expulsion["article"], expulsion["differences"]) == (
        "trimmed",
        "000",
        "[-the-]",
    )
    country = rows[rows["text"].str.contains("attractive") & rows["quoted"]].iloc[0]
    assert (country["relation"], country["article"]) == ("trimmed", "001")


def test_the_seeds_quote_in_the_same_words() -> None:
    rows = tl.compare.genealogy(tl.read.all(tl.load(SEEDS.folder)))
    assert set(rows.loc[rows["quoted"], "relation"]) == {"verbatim"}
