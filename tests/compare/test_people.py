from __future__ import annotations

from pathlib import Path

import tellings as tl
from corpora import reading
from pairs import Pair, each_pair

ALPHA = (
    "Prime Minister Ann Lee met Tom Reed, the leader of the far-right League, in Paris on Monday.\n\n"
    "“We agreed on nothing at all,” Lee insisted after the talks.\n\n"
    "Ann Lee and Tom Reed shake hands.Ann Lee with Tom Reed in ParisCredit: Getty\n\n"
    "“Some calls were never made,” said a spokesman."
)
BETA = "Lee left early. Mr Reed of the League stayed in Paris."


def test_one_name_within_the_corpus(tmp_path: Path) -> None:
    people = tl.compare.people(reading(tmp_path, alpha=ALPHA, beta=BETA)).set_index(["outlet", "person"])
    assert people.loc[("beta", "Ann Lee"), "mentions"] == 1
    assert people.loc[("alpha", "Ann Lee"), ["mentions", "captions"]].tolist() == [2, 2]
    assert people.loc[("alpha", "Ann Lee"), "named_with"] == "Tom Reed"


def test_how_they_are_introduced_and_speak(tmp_path: Path) -> None:
    people = tl.compare.people(reading(tmp_path, alpha=ALPHA, beta=BETA)).set_index(["outlet", "person"])
    assert people.loc[("alpha", "Ann Lee"), ["titles", "words_quoted", "cues"]].tolist() == [
        "Prime Minister",
        6,
        "insisted",
    ]
    assert "far-right League" in people.loc[("alpha", "Tom Reed"), "epithets"]


def test_shares_add_up(tmp_path: Path) -> None:
    people = tl.compare.people(reading(tmp_path, alpha=ALPHA, beta=BETA))
    assert people.groupby("outlet")["share"].sum().round(9).tolist() == [1, 1]


def test_speakers_count_quoted_words(tmp_path: Path) -> None:
    speakers = tl.compare.speakers(reading(tmp_path, alpha=ALPHA)).set_index("speaker")
    assert speakers.loc["Ann Lee", ["quotations", "words", "cues"]].tolist() == [1, 6, "insisted"]
    assert speakers["share"].sum() == 1


def test_an_interrupted_quotation_is_one_and_its_words_are_those_said(tmp_path: Path) -> None:
    text = "“We will rebuild the harbour,” Ann Lee told the council on Monday, “before the winter comes.”"
    speakers = tl.compare.speakers(reading(tmp_path, alpha=text)).set_index("speaker")
    assert speakers.loc["Ann Lee", ["quotations", "words"]].tolist() == [1, 9]


def test_organisations_and_places(tmp_path: Path) -> None:
    found = reading(tmp_path, alpha=ALPHA, beta=BETA)
    places = tl.compare.named(found, "places").set_index(["name", "outlet"])
    assert places.loc[("Paris", "alpha"), ["mentions", "captions"]].tolist() == [1, 1]
    assert places.loc[("Paris", "beta"), "mentions"] == 1


def test_nobody_named(tmp_path: Path) -> None:
    found = reading(tmp_path, alpha="Nobody came at all.")
    assert tl.compare.people(found).empty
    assert tl.compare.speakers(found).empty


@each_pair
def test_who_is_named_in_both_pairs(pair: Pair) -> None:
    people = tl.compare.people(tl.read.all(tl.load(str(pair.folder))))
    assert set(people["person"]) == {
        "Jordan Bardella", "Nigel Farage", "Keir Starmer", "Emmanuel Macron", "Marine Le Pen", "Mette Frederiksen",
    }  # fmt: skip


def test_an_institution_is_one_speaker_and_a_bare_pronoun_is_not_told(tmp_path: Path) -> None:
    text = (
        "A spokesperson for the Home Office said: “We will wait.”\n\n“We are ready,” the department said.\n\n"
        "It rained all day.\n\nThe sea was calm.\n\n“Nobody came,” they said."
    )
    speakers = tl.compare.speakers(reading(tmp_path, alpha=text)).set_index("speaker")
    assert speakers["quotations"].to_dict() == {"Home Office spokesperson": 2, tl.compare.UNTOLD: 1}
