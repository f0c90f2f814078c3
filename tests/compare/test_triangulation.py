from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import tellings as tl
from corpora import reading
from pairs import Pair, each_pair

ALPHA = (
    "Mary Holt opened the dam. The flood drowned 48 villagers in Varn. "
    "Holt said: “The dam is safe for another century.”"
)
BETA = (
    "The flood drowned 61 villagers in Varn. "
    "“The dam is not safe for another century,” Mary Holt said. A bridge fell."
)


def told(folder: Path, **texts: str) -> pd.DataFrame:
    return tl.compare.triangulation(reading(folder, **texts))


def statuses(rows: pd.DataFrame, kind: str) -> dict[str, list[str]]:
    return {
        about: part.set_index("outlet")["status"].tolist()
        for about, part in rows[rows["kind"] == kind].groupby("about", sort=False)
    }


def test_every_fact_has_a_row_for_every_outlet(tmp_path: Path) -> None:
    rows = told(tmp_path, alpha=ALPHA, beta=BETA, gamma="Nothing of it stands here.")
    assert (
        rows.groupby("fact")["outlet"]
        .agg(list)
        .map(lambda outlets: outlets == ["alpha", "beta", "gamma"])
        .all()
    )
    silent = rows["status"] == "silent"
    assert (rows["start"].isna() == silent).all()
    assert (rows["mentions"] == 0).equals(silent)
    assert set(rows.loc[rows["outlet"] == "gamma", "status"]) == {"silent"}


def test_a_differing_number_says_otherwise(tmp_path: Path) -> None:
    assert list(statuses(told(tmp_path, alpha=ALPHA, beta=BETA), "number").values()) == [
        ["says so", "says otherwise"]
    ]


def test_a_quotation_that_lost_its_negation_says_otherwise(tmp_path: Path) -> None:
    rows = told(tmp_path, alpha=ALPHA, beta=BETA)
    assert sorted(*statuses(rows, "quotation").values()) == ["says otherwise", "says so"]


def test_a_quotation_cut_short_before_a_negation_does_not_say_otherwise(tmp_path: Path) -> None:
    whole = "“We acted within minutes of the alarm, and nobody was hurt,” said Dan Reed."
    rows = told(tmp_path, alpha=whole, beta="Dan Reed said: “We acted within minutes of the alarm.”")
    assert list(statuses(rows, "quotation").values()) == [["says so", "says so"]]


def test_people_are_told_apart_by_outlet(tmp_path: Path) -> None:
    rows = told(tmp_path, alpha=ALPHA, beta="A bridge fell in Varn, John Perry said.")
    assert statuses(rows, "person") == {
        "Mary Holt": ["says so", "silent"],
        "John Perry": ["silent", "says so"],
    }


def test_evidence_is_the_text_itself(tmp_path: Path) -> None:
    texts = {"alpha": ALPHA, "beta": BETA}
    rows = told(tmp_path, **texts).dropna(subset=["start"])
    assert all(texts[row.article][row.start : row.end] == row.text for row in rows.itertuples())


def test_sentences_that_tell_the_same_are_one_fact(tmp_path: Path) -> None:
    rows = told(
        tmp_path,
        alpha="Engineers inspected the cracked turbine on Monday. The choir sang.",
        beta="A dog barked. The cracked turbine was inspected by engineers.",
    )
    assert list(statuses(rows, "sentence").values()) == [["says so", "says so"]]


def test_omissions_are_the_sentences_without_counterpart(tmp_path: Path) -> None:
    rows = tl.compare.omissions(
        reading(
            tmp_path,
            alpha="Engineers inspected the cracked turbine on Monday. The choir sang ancient hymns in the chapel.",
            beta="The cracked turbine was inspected by engineers. The minister resigned.",
        )
    )
    assert rows[["outlet", "text"]].values.tolist() == [
        ["alpha", "The choir sang ancient hymns in the chapel."],
        ["beta", "The minister resigned."],
    ]


def test_a_short_sentence_told_again_is_a_counterpart(tmp_path: Path) -> None:
    rows = tl.compare.omissions(
        reading(tmp_path, alpha="Rain fell. A bridge broke.", beta="Bells rang. Rain fell.")
    )
    assert rows["text"].tolist() == ["A bridge broke.", "Bells rang."]


def test_a_shared_number_is_a_counterpart(tmp_path: Path) -> None:
    rows = tl.compare.omissions(
        reading(tmp_path, alpha="Some 13,856 people came by sea.", beta="Arrivals reached 13,856.")
    )
    assert rows.empty


def test_the_most_informative_come_first_and_common_words_add_nothing(tmp_path: Path) -> None:
    rows = tl.compare.omissions(
        reading(
            tmp_path,
            alpha="The weary minister resigned. Volcanic ash grounded aircraft across northern Iceland. It rained.",
            beta="It was dry. A weary child slept.",
        )
    )
    own = rows[rows["outlet"] == "alpha"]
    assert own["information"].is_monotonic_decreasing
    assert own["text"].iloc[0].startswith("Volcanic")
    shared = own.loc[own["text"].str.contains("weary"), "information"].iloc[0]
    assert shared < 3 * own["information"].max() / 7  # "weary" is used by both: two stems of its three count


def test_captions_are_not_what_an_outlet_tells(tmp_path: Path) -> None:
    alpha = (
        "The minister resigned.\n\nCrowds cheering in rain.Crowds cheer in the rain outside VarnCredit: PA"
    )
    rows = tl.compare.omissions(reading(tmp_path, alpha=alpha, beta="A bridge fell."))
    assert rows["text"].tolist() == ["The minister resigned.", "A bridge fell."]


def names(*numbers: int) -> str:
    cities = "Paris London Berlin Madrid Rome Vienna Athens Dublin Oslo Lisbon Warsaw Prague".split()  # noqa: SIM905
    return " ".join(f"A storm then reached {cities[n]} at night and did much harm." for n in numbers)


FILLER = "The weather stayed warm and nobody minded that very much at all. "


def test_coverage_expects_more_of_the_longer(tmp_path: Path) -> None:
    expected = []
    for filler in (0, 4, 14):
        folder = tmp_path / str(filler)
        folder.mkdir()
        read = reading(
            folder, alpha=names(*range(12)), beta=names(*range(8)), gamma=names(0) + FILLER * filler
        )
        expected.append(tl.compare.coverage(read).set_index("outlet").loc["gamma", "expected"])
    assert expected == sorted(set(expected))


def test_coverage_counts_what_the_others_tell(tmp_path: Path) -> None:
    rows = tl.compare.coverage(
        reading(tmp_path, alpha=names(*range(12)), beta=names(*range(12)), gamma=names(*range(6)))
    ).set_index("outlet")
    assert rows.loc["gamma", ["told", "others", "carried", "outlets"]].tolist() == [6, 12, 6, 2]
    assert rows["expected"].between(0, rows["others"]).all()
    assert (rows["low"] <= rows["expected"]).all()
    assert (rows["expected"] <= rows["high"]).all()
    assert set(rows["verdict"]) == {"as expected"}


def test_coverage_tells_silence_from_absence(tmp_path: Path) -> None:
    rows = tl.compare.coverage(
        reading(tmp_path, alpha=names(*range(12)), beta=names(*range(12)), gamma=FILLER * 14)
    ).set_index("outlet")
    assert rows.loc["gamma", "carried"] == 0
    assert rows.loc["gamma", "verdict"] == "fewer"


@pytest.mark.parametrize("texts", [{"alpha": ALPHA}, {"alpha": "Rain.", "beta": "Snow."}])
def test_too_little_to_compare(tmp_path: Path, texts: dict[str, str]) -> None:
    read = reading(tmp_path, **texts)
    assert set(tl.compare.coverage(read)["verdict"]) == {"too few to tell"}
    assert "silent" not in set(tl.compare.triangulation(read)["status"])
    assert list(tl.compare.omissions(read)["outlet"].unique()) in ([*texts], [])


@each_pair
def test_the_pair(pair: Pair) -> None:
    read = tl.read.all(tl.load(pair.folder))
    rows = tl.compare.triangulation(read)
    both = rows[rows["told_by"] == 2]
    assert {"Nigel Farage", "Jordan Bardella", "Emmanuel Macron", "Keir Starmer"} == set(
        both.loc[both["kind"] == "person", "about"]
    )
    assert "says otherwise" not in set(rows["status"])
    left_out = tl.compare.omissions(read)
    assert left_out["text"].str.contains("13,856").sum() == 1
    assert not left_out["text"].str.contains("mass immigration").any()
    assert {
        "Frederiksen" in text for text in left_out.loc[left_out["text"].str.contains("Danish"), "text"]
    } == {True}
