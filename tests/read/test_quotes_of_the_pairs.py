"""Every quotation of the two pairs of articles: what it is for, who said it, by which cue."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
import pytest

from pairs import (
    BARDELLA,
    BOTH_LEADERS,
    HOME_OFFICE,
    KOSOVO,
    NOBODY,
    ORIGINALS,
    STARMER,
    Pair,
    each_article,
    each_pair,
    needs_originals,
)
from tellings.read import quotes

# Words that stand for each speaker beside a cue, whoever writes.
WORDS = {
    BARDELLA: {
        "he",
        "He",
        "Bardella",
        "Mr Bardella",
        "Jordan Bardella",
        "the politician",
        "the presidential frontrunner",
    }
    | {"The presidential frontrunner"},
    STARMER: {"he", "Sir Keir", "Sir Keir Starmer"},
    HOME_OFFICE: {"A Home Office spokesperson", "A spokesperson for the Home Office", "the spokesperson"}
    | {"the department", "it"},
    KOSOVO: {"its prime minister"},
    BOTH_LEADERS: {"The Prime Minister and his Danish counterpart Mette Frederiksen", "the Prime Minister"},
}
PERSONS = {BARDELLA: "Jordan Bardella", STARMER: "Keir Starmer"}


def outer(text: str, kinds: tuple[str, ...]) -> pd.DataFrame:
    found = quotes(text)
    return found[found["kind"].isin(kinds) & found["level"].isin(["whole", "joined"])]


def at_each_mark(pair: Pair, article: int) -> list[tuple[Any, str]]:
    """The row that starts at each opening mark, and who a careful reader says is speaking."""
    text = pair.texts[article]
    rows = {row.start: row for row in outer(text, ("direct", "scare", "title")).itertuples()}
    starts = [match.start() for match in re.finditer(r"“[^”]*”", text)]
    return [(rows[start], speaker) for start, speaker in zip(starts, pair.speakers[article], strict=True)]


@each_pair
@each_article
def test_every_quotation_between_double_marks_has_its_speaker(pair: Pair, article: int) -> None:
    for row, speaker in at_each_mark(pair, article):
        if speaker == NOBODY:
            assert row.kind == "scare", row.text
            assert pd.isna(row.speaker), row.text
        else:
            assert row.kind == "direct", row.text
            assert row.speaker in WORDS[speaker], row.text


@each_pair
@each_article
def test_a_person_is_the_right_one_or_none(pair: Pair, article: int) -> None:
    for row, speaker in at_each_mark(pair, article):
        assert pd.isna(row.person) or row.person == PERSONS.get(speaker), row.text


TABLOID = [
    (571, "“patriot”", "direct", "Bardella", "called", "Jordan Bardella"),
    (759, "“total overhaul”", "direct", "Bardella", "said", "Jordan Bardella"),
    (800, "“systematic", "direct", "Bardella", "said", "Jordan Bardella"),
    (860, "“The right", "direct", "Bardella", None, "Jordan Bardella"),
    (1277, "‘one-in one-out’", "scare", None, None, None),
    (1323, "“smokescreen”", "direct", "He", "slammed", "Jordan Bardella"),
    (2080, "“in”", "scare", None, None, None),
    (3299, "“We continue", "direct", "A Home Office spokesperson", "said", None),
    (3936, "“return hub”", "scare", None, None, None),
    (4820, "“no effective deterrent”", "direct", "he", "acknowledged", "Keir Starmer"),
    (4957, "“limited capacity”", "direct", "its prime minister", "says", None),
    (5350, "“really important innovation”", "direct", "Sir Keir", "branded", "Keir Starmer"),
    (6025, "‘patriot’", "caption", "Bardella", "called", None),
]
REPORT = [
    (308, "“smokescreen”", "direct", "Jordan Bardella", "calling", "Jordan Bardella"),
    (717, "“the systematic", "direct", "Mr Bardella", None, "Jordan Bardella"),
    (835, "“assistance”", "direct", "Mr Bardella", None, "Jordan Bardella"),
    (870, "“the least attractive", "direct", "the politician", "believes", "Jordan Bardella"),
    (1297, "“pushbacks”", "direct", "Mr Bardella", "told", "Jordan Bardella"),
    (1501, "“Franco-British patrols”", "direct", "The presidential frontrunner", "added", "Jordan Bardella"),
    (1791, "“the forces that seek", "direct", "Sir Keir Starmer", "said", "Keir Starmer"),
    (1960, "“modernisation”", "direct", *("The Prime Minister and his Danish counterpart Mette Frederiksen",),
     "made a joint call", None),
]  # fmt: skip


@needs_originals
@pytest.mark.parametrize(("article", "expected"), [(0, TABLOID), (1, REPORT)], ids=["tabloid", "report"])
def test_the_published_pair_in_full(article: int, expected: list[tuple[object, ...]]) -> None:
    assert ORIGINALS is not None
    found = outer(ORIGINALS.texts[article], ("direct", "scare", "title", "caption", "nickname"))
    rows = found[["start", "text", "kind", "speaker", "cue", "person"]].astype(object)
    rows = rows.where(rows.notna(), None)
    for row, (start, opening, *rest) in zip(rows.values.tolist(), expected, strict=True):
        assert row[0] == start
        assert row[1].startswith(str(opening))
        assert row[2:] == rest


@needs_originals
def test_paragraphs_of_the_published_pair_are_joined() -> None:
    assert ORIGINALS is not None
    text = ORIGINALS.texts[0]
    found = quotes(text).set_index("start")
    direct = found[found["kind"] == "direct"]
    assert direct.loc[860, "text"].endswith("no one left in Calais.”")
    office = direct.loc[[3299, 3457, 3587]]
    assert office["level"].tolist() == ["joined", "piece", "piece", "piece"]
    assert office["text"].iloc[0].endswith("141 migrants.”")
    assert set(office["speaker"]) == {"A Home Office spokesperson"}


REPORTED = [
    [
        ("Bardella", "believes"), ("He", "hopes"), ("Bardella", "said"), ("they", "say"), ("The Times", "reported"),
        (None, "urged"), ("he", "acknowledged"), ("its prime minister", "says"), ("Ministers", "believe"),
        ("Sir Keir", "rejecting"), ("the UN refugee agency", "says"),
    ],
    [
        ("Jordan Bardella", "denounced"), ("He", "believes"), ("he", "argues"), ("the politician", "believes"),
        (None, "understood"), ("Mr Bardella", "told"), ("the newspaper", "reported"),
        ("The presidential frontrunner", "added"), ("he", "insisted"), ("Sir Keir Starmer", "said"), (None, "expected"),
    ],
]  # fmt: skip


@needs_originals
@each_article
def test_indirect_speech_of_the_published_pair(article: int) -> None:
    assert ORIGINALS is not None
    found = outer(ORIGINALS.texts[article], ("indirect",))[["speaker", "cue"]].astype(object)
    assert [tuple(row) for row in found.where(found.notna(), None).values.tolist()] == REPORTED[article]


@each_pair
@each_article
def test_everyone_quoted_has_a_source(pair: Pair, article: int) -> None:
    sources = {BARDELLA: "Jordan Bardella", STARMER: "Keir Starmer", HOME_OFFICE: "Home Office spokesperson"}
    for row, speaker in at_each_mark(pair, article):
        if speaker in sources:
            assert row.source == sources[speaker], row.text
