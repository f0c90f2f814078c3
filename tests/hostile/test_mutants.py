"""What no test noticed when it was changed: cases for the mutants that lived, each a rule and what just misses it."""

from __future__ import annotations

from pathlib import Path

import pytest

import tellings as tl
from tellings.compare import _gap_suggestions, _mentions
from tellings.read import _captions


def load(folder: Path, *texts: str) -> tl.read.Reading:
    for number, text in enumerate(texts):
        (folder / f"{'abcd'[number]}.txt").write_text(text, encoding="utf-8")
    return tl.read.all(tl.load(folder))


def test_a_word_before_years_ago_has_to_say_how_many() -> None:
    assert list(tl.read.dates("It began several years ago.")["text"]) == ["several years ago"]
    assert tl.read.dates("It was worse in bad years ago.").empty


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("If not said the mayor, nobody would have known.", [2]),  # over an adverb
        ("He left although also signed the paper.", [16]),
        ("It was dark when also signed the paper.", []),  # "when" may lead without a subject
        ("The mayor met Ann Lee. Ann Lee urged to resign on Monday.", [36]),
        ("The mayor met Ann Lee on Monday. Ann Lee urged that it resign.", []),
        ("Ann Lee urged in May.", []),
        ("On Monday. Ann Lee said will resign.", [23]),
        ("Then Ann Lee said will resign.", []),  # not at the head of its sentence
    ],
)
def test_a_hole_needs_both_sides_of_its_rule(text: str, found: list[int]) -> None:
    assert tl.read.gaps(text)["start"].tolist() == found


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The mayor added that he believed “the port is finished”.", "The mayor"),  # the outer clause
        (
            "Ann Holt said the mayor thought “the port is finished”.",
            "the mayor",
        ),  # a name is a speaker by itself
        ("The mayor vowed to “fight the plan of the town”.", "The mayor"),
    ],
)
def test_the_speaker_of_a_clause_in_a_clause(text: str, speakers: str) -> None:
    said = tl.read.quotes(text)
    assert said.loc[said["kind"] == "direct", "speaker"].tolist() == [speakers]


@pytest.mark.parametrize(
    ("opening", "person"),
    [
        ("Mrs Lind walked along the pier.", None),
        ("Mr Reed walked along the pier by Mrs Lind.", "Reed"),
        ("Mr Reed met Mrs Holt on the pier.\n\nMrs Holt and Mr Reed sat.", "Reed"),
    ],
)
def test_he_is_the_one_man_of_the_paragraph(opening: str, person: str | None) -> None:
    text = f"{opening} It rained. It rained again. It rained all day long. The night fell. “We will go,” he said."
    found = tl.read.quotes(text)["person"]
    assert [None if name != name else name for name in found] == [person]


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("“Now”, the mayor said, the bridge will close.", []),  # a quotation stands before, no clause
        ("The bridge, the mayor said, will close.", ["The bridge, the mayor said, will close"]),
        ("The mayor said.", []),
        ("The mayor claimed the council had lied to the town.", ["the council had lied to the town"]),
        ("The mayor claimed the prize of the town.", []),
    ],
)
def test_reported_speech_is_a_clause_with_a_verb(text: str, reported: list[str]) -> None:
    said = tl.read.quotes(text)
    assert said.loc[said["kind"] == "indirect", "text"].tolist() == reported


def test_a_mark_with_white_space_before_and_a_comma_behind_it_closes() -> None:
    said = tl.read.quotes('He said “this is it ”, and left. They said "so it is ", he told.')
    assert said["text"].tolist() == ["“this is it ”", '"so it is "']


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The town wants boats to carry 40.", [None]),  # a verb stands between
        ("He owns the two second homes.", ["second homes"]),  # no seconds
        ("She was two seconds late.", [None]),
        ("One of the four students left.", ["students", "students"]),
        ("They won 12 out of 1500 seats.", ["seats"]),  # a number of seats, no year
    ],
)
def test_what_a_number_counts(text: str, counted: list[str | None]) -> None:
    found = tl.read.quantities(text)["counted"]
    assert [None if value != value else value for value in found] == counted


def test_a_bound_reaches_over_a_total_of() -> None:
    assert tl.read.quantities("More than a total of 40 boats sank.")["bound"].tolist() == ["More than"]


def test_two_words_in_common_make_no_repeated_caption() -> None:
    assert not _captions._alike("Two boats. Two boats at sea", (0, 10), (11, 27))
    assert _captions._alike("Two old boats. Two old boats at sea", (0, 14), (15, 35))


def test_a_way_that_turns_every_pair_round_has_the_lowest_tau(tmp_path: Path) -> None:
    reading = load(
        tmp_path, "The plan is good and fair. It was a fine win.", "The plan is bad. It was a cruel loss."
    )
    ways = tl.compare.robustness(reading, resamples=20).assign(verdict="reversed")
    assert set(tl.compare.robustness_orders(ways)["tau"]) == {-1.0}


def test_a_scale_behind_a_dash_belongs_to_its_number() -> None:
    assert tl.read.quantities("It rose by 5 -million.")["value"].tolist() == [5_000_000]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The ferry came in. Sign up to our newsletter. It left again.", ["prose", "furniture", "prose"]),
        ("LEEDS, England (AP) —\n\nThe ferry came in.", ["furniture", "prose"]),  # a dateline by itself
        ("LEEDS, England (AP) — The ferry came in.", ["prose"]),
    ],
)
def test_a_dateline_is_no_sentence_where_it_is_a_paragraph(text: str, parts: list[str]) -> None:
    assert tl.read.sentences(text)["part"].tolist() == parts


def test_pictures_with_no_list_of_agencies_behind_them_are_a_link() -> None:
    assert tl.read.captions("Images: Ann Holt\n\nThe boat left.").empty
    assert tl.read.captions("Image: Ann Holt\n\nThe boat left.")["kind"].tolist() == ["credit"]


def test_a_phrase_stands_in_one_sentence_and_is_counted_once(tmp_path: Path) -> None:
    text = (
        "The fish market closed. A fish lay on the dock. We like fish. Market traders left the dock. "
        "The fish market fish market was sold at the dock."
    )
    made = tl.compare.collocations(load(tmp_path, text), "fish market", minimum=1, content=False)
    assert dict(zip(made["word"], made["count"], strict=True))["the"] == 3
    assert not {"a", "like", "traders"} & set(made["word"].str.lower())


def test_what_a_shorter_quotation_drops_is_looked_for_in_all_of_the_longer(tmp_path: Path) -> None:
    said = (
        "We will probably, after some years of talk with every town on the coast and with the ports of the north, "
        "close the old ferry for good this winter."
    )
    links = tl.compare.genealogy(
        load(
            tmp_path,
            f"The mayor, Ann Holt, said: “{said}”",
            "Mayor Ann Holt said they would “close the old ferry for good this winter”.",
        )
    )
    assert links[["relation", "dropped"]].to_numpy().tolist() == [["trimmed", "probably, some"]]


@pytest.mark.parametrize(
    ("phrase", "pattern"), [("return*", r"\breturn"), ("die", r"\bdie\b"), ("job cuts", r"\bjob\scuts\b")]
)
def test_a_phrase_ends_where_its_word_does_unless_it_is_left_open(phrase: str, pattern: str) -> None:
    assert _mentions._phrase(phrase) == pattern


def test_words_that_stand_everywhere_suggest_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = "On Monday the harbour board heard from the people of {}and would lead the long inquiry into the ferry."
    whole = told.format("Leeds ")
    reading = load(tmp_path, told.format(""), whole, f"Later. {whole}")
    assert tl.compare.gap_suggestions(reading)["suggestion"].unique().tolist() == ["Leeds"]
    monkeypatch.setattr(_gap_suggestions, "_SOURCES", 1)
    assert tl.compare.gap_suggestions(tl.read.all(reading.corpus)).empty
