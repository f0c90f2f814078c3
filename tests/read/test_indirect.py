"""Indirect speech: its content, its speaker and its cue, apart from what is quoted."""

from __future__ import annotations

import pytest

from tellings.read import quotes

CASES = [
    ("The mayor said that the bridge would close.", "that the bridge would close", "The mayor", "said"),
    ("The mayor said the bridge would close.", "the bridge would close", "The mayor", "said"),
    ("The bridge will close in May, the mayor said.", "The bridge will close in May", "the mayor", "said"),
    (
        "The bridge, the mayor said, will close in May.",
        "The bridge, the mayor said, will close in May",
        "the mayor",
        "said",
    ),
    ("The bridge will close in May, said Ada Brook.", "The bridge will close in May", "Ada Brook", "said"),
    ("Ada Brook announced the sale of the port.", "the sale of the port", "Ada Brook", "announced"),
    ("Ada Brook vowed to reopen the bridge.", "to reopen the bridge", "Ada Brook", "vowed"),
    ("Ada Brook denounced the new toll.", "the new toll", "Ada Brook", "denounced"),
    ("Unions warned ministers that trains would stop.", "that trains would stop", "Unions", "warned"),
    ("The bank denied it had lost the money.", "it had lost the money", "The bank", "denied"),
    ("Doctors urged people to stay indoors.", "to stay indoors", "Doctors", "urged"),
    ("According to the union, nobody was paid.", "nobody was paid", "the union", "According to"),
    ("Nobody was paid, according to the union.", "Nobody was paid", "the union", "according to"),
    (
        "The trains are late, though its new owner says the line is safe.",
        "the line is safe",
        "its new owner",
        "says",
    ),
]


@pytest.mark.parametrize(("text", "content", "speaker", "cue"), CASES)
def test_what_is_reported(text: str, content: str, speaker: str, cue: str) -> None:
    found = quotes(text)
    assert found[["text", "kind", "speaker", "cue"]].values.tolist() == [[content, "indirect", speaker, cue]]


@pytest.mark.parametrize(
    "text",
    [
        "The claims were filed on Monday.",
        "The ferry was late and the harbour was shut.",
        "They were allowed to claim a refund.",
        "The report runs to forty pages.",
    ],
)
def test_what_reports_nothing(text: str) -> None:
    assert quotes(text).empty


def test_a_passive_has_no_speaker_but_its_agent() -> None:
    found = quotes("Passengers were urged to walk. Drivers were warned by the council to stay away.")
    assert found["speaker"].fillna("").tolist() == ["", "the council"]


def test_a_report_ends_where_the_next_begins() -> None:
    found = quotes("The mayor said the bridge was old, adding that it would be mended.")
    assert found["text"].tolist() == ["the bridge was old", "that it would be mended"]
    assert found["speaker"].tolist() == ["The mayor", "The mayor"]


def test_a_quotation_within_a_report_is_a_row_of_its_own() -> None:
    found = quotes("The mayor said the bridge was “quite safe” for lorries.")
    assert found[["kind", "text"]].values.tolist() == [
        ["indirect", "the bridge was “quite safe” for lorries"],
        ["direct", "“quite safe”"],
    ]


def test_marks_alone_before_a_reporting_clause_are_no_report() -> None:
    assert quotes(".:,A said.").empty
