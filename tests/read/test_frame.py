"""The primary frame of a sentence, and its reasons."""

from __future__ import annotations

import pytest

from tellings.read import frame, frame_reasons
from tellings.read._document import Document
from tellings.read._frame import OTHER, PRIMARY, find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The central bank raised interest rates as inflation grew.", "economic"),
        ("The bishop said that lying is a sin.", "morality"),
        ("Black applicants are treated unequally, a clear case of discrimination.", "fairness"),
        ("The jury found the burglar guilty and the judge jailed him.", "legality_crime"),
        ("The senator lost the party's nomination to a rival candidate.", "political"),
        ("Rebels fired missiles at the army base.", "security"),
        ("Nurses fear that the virus spreads among patients.", "health"),
        ("Their songs, dances and language keep a heritage alive.", "cultural"),
        ("Pollsters say the survey shows falling approval ratings.", "public_opinion"),
        ("We met at the bus stop at noon.", "other"),
        ("", "other"),
    ],
)
def test_each_frame(text: str, expected: str) -> None:
    assert frame(text) == expected


def test_frames_of_the_book_that_are_never_primary_give_no_answer() -> None:
    assert frame("There is a backlog.") == OTHER
    assert "capacity" not in PRIMARY
    assert frame_reasons("There is a backlog.").empty


def test_reasons_add_up_to_the_answer() -> None:
    text = "Voters back the tax, but doctors, nurses and hospitals do not."
    reasons = frame_reasons(text)
    weights = reasons.groupby("frame")["weight"].sum()
    assert weights.idxmax() == frame(text) == "health"
    assert set(reasons.loc[reasons["primary"], "frame"]) == {"health"}
    assert reasons["weight"].tolist() == [1.5] + [1.0] * (len(reasons) - 1)
    assert [text[a:b] for a, b in zip(reasons["start"], reasons["end"], strict=True)] == reasons[
        "text"
    ].tolist()


def test_at_a_tie_the_first_cue_counts() -> None:
    assert frame("A judge and a nurse met.") == "legality_crime"
    assert frame("A nurse and a judge met.") == "health"


def test_another_book_gives_its_own_frames() -> None:
    assert frame("Refugees drowned when the boat capsized.", book="immigration") == "victim_humanitarian"
    assert frame("Cheap labour undercuts wages.", book="immigration") == "threat_jobs"


def test_rows_of_a_document_are_its_sentences() -> None:
    rows = find(Document("The judge ruled. It rained. Voters and a tax on voters."))
    assert [row.frame for row in rows] == ["legality_crime", "other", "political"]
    assert rows[1].share == 0
    assert rows[2].cues == 2
    assert rows[2].share == pytest.approx(2.5 / 3.5)


def test_reasons_of_nothing_have_their_columns() -> None:
    columns = ["start", "end", "text", "frame", "cue", "weight", "primary"]
    assert list(frame_reasons("").columns) == columns
