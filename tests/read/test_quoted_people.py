"""Whom a speaker's words mean: roles explained by a name, pronouns, and what reports nothing at all."""

from __future__ import annotations

import pandas as pd
import pytest

from tellings.read import quotes


def persons(text: str) -> list[str | None]:
    found = quotes(text)["person"].astype(object)
    return list(found.where(found.notna(), None))


@pytest.mark.parametrize(
    "text",
    [
        "Its chief executive, David Okafor, told investors that profits would rise.",
        "“We will appeal,” its chief executive, David Okafor, said on Monday.",
        "The transport minister, David Okafor, called it “a scandal”.",
        "“It is late,” said the transport minister, David Okafor.",
        "A Treasury spokesman, Mr David Okafor, denied the report.",
    ],
)
def test_a_role_explained_by_a_name_is_that_person(text: str) -> None:
    assert set(persons(text)) == {"David Okafor"}


def test_a_description_behind_the_only_candidate_is_that_person() -> None:
    text = (
        "“We will win,” Tom Reed said.\n\nTurnout was low. Also urged by the presidential candidate is a “new road” "
        "to the sea, though he insisted that nobody would pay for it."
    )
    assert persons(text) == ["Tom Reed"] * 3


def test_a_description_behind_two_candidates_is_nobody() -> None:
    text = "“We will win,” Tom Reed said. He met Ed Cole.\n\n“All depends on May,” the candidate said."
    assert persons(text) == ["Tom Reed", None]


def test_a_verb_that_looks_like_a_noun_has_its_subject() -> None:
    text = "Lee reckons that Tom Reed, whom he called a “patriot”, is going to be mayor."
    assert set(persons(text)) == {"Lee"}


def test_several_names_behind_a_role_are_nobody() -> None:
    assert persons("“We strike at noon,” said the leaders, Ann Reyes, Tom Reed and Ed Cole.") == [None]


def test_whom_a_spokesman_speaks_for_does_not_speak() -> None:
    assert persons("“He is well,” said a spokesman for Tom Reed.") == [None]


def test_a_body_is_not_who_leads_it() -> None:
    text = "Harbour Trust chairwoman Ann Reyes came. “The quay is ours,” the Harbour Trust said."
    assert persons(text) == [None]


def test_a_pronoun_goes_to_the_one_candidate_of_the_paragraph() -> None:
    text = "Police searched the home of Tom Reed on Monday. It rained. “It is a mistake,” he said."
    assert persons(text) == ["Tom Reed"]


def test_a_pronoun_behind_an_unnamed_speaker_stays_open() -> None:
    text = "A spokesman came to the house of Tom Reed on Monday. “He is away,” he said."
    assert persons(text) == [None]


def test_who_is_named_in_what_is_reported_does_not_report_it() -> None:
    text = "Ed Cole is sure of it. Tom Reed, he believes, is going to win the vote."
    assert persons(text) == ["Ed Cole"]
    assert persons("Tom Reed, he believes, is going to win the vote.") == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Migrants removed from the country could claim asylum elsewhere and many will.",
        "She claimed the prize that nobody else had won.",
        "The storm claimed nine lives before it left.",
        "Anyone hoping to travel must pay a fee that is high.",
        "Those planning to cross wait until the sea is calm.",
        "The court heard that. Marsh pleaded not guilty to theft on Monday.",
        "It lies beside a declared nuclear weapons state that fears nobody.",
        "I believe the bridge will stay closed.",
    ],
)
def test_deeds_and_plans_report_nothing(text: str) -> None:
    found = quotes(text)
    assert found[~found["cue"].isin(["heard", "fears"])].empty, found[["text", "cue"]]


def test_a_claim_with_its_clause_is_still_a_report() -> None:
    found: pd.DataFrame = quotes("Marsh claimed the prize was his. She claims that he cheated.")
    assert found["text"].tolist() == ["the prize was his", "that he cheated"]
