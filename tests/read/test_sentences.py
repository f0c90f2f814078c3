"""Sentences: Punkt's where Punkt is right, mended where newspapers break it, captions and furniture apart."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pairs import each_pair
from tellings import read
from tellings.read import _punkt

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold" / "dev" / "structure.jsonl"


def cut(*sentences: str) -> None:
    """Assert that these sentences, set one after the other, are found again."""
    assert read.sentences(" ".join(sentences))["text"].tolist() == list(sentences)


def test_columns_in_order_and_types_of_an_empty_table():
    assert read.sentences("").dtypes.astype(str).to_dict() == {
        "start": "int64", "end": "int64", "text": "str", "paragraph": "int64", "part": "str",
    }  # fmt: skip


def test_sentences_stop_at_paragraphs():
    found = read.sentences("A heading without a stop\n\nOne sentence. And another")
    assert found["text"].tolist() == ["A heading without a stop", "One sentence.", "And another"]
    assert found["paragraph"].tolist() == [0, 1, 1]


def test_titles_and_initials_do_not_end_a_sentence():
    cut(
        "Lt. Gov. Ann Roe met Sgt. Day and the Rev. Li.",
        "George W. Bush and J. K. Toll came.",
        "O.J. Simpson left.",
    )


def test_numbers_and_dates_after_an_abbreviation():
    cut(
        "She lives at No. 10 Downing Street.",
        "Mine No. 2 shut on Jan. 5 this year.",
        "He said no.",
        "10 men left.",
    )


def test_a_number_at_the_end_of_its_sentence():
    cut("The cat of No. 10.", "It is old.")


def test_lettered_points_go_on():
    cut("They must a) bake the bread. b) sell it.")


def test_a_state_is_part_of_a_name_unless_a_new_sentence_starts():
    cut(
        "A U.S. Senator left.",
        "The E.U. leaders met in the U.S. Capitol.",
        "He left the U.S.",
        "The senator stayed.",
    )


def test_firms():
    cut("Acme Corp. Chairman Bo Day left Acme Inc.", "The board was told.")


def test_hours():
    cut("They met at 7 p.m. Eastern time.", "It ended at 9 p.m.", "They went home.")


def test_plan_b_ends_a_sentence():
    cut("There was no Plan B.", "Ministers met again.")


@pytest.mark.parametrize("marks", ["“”", '""', "‘’"])
def test_a_question_in_quotation_marks_goes_on_to_who_asked_it(marks):
    opening, closing = marks
    cut(
        f"{opening}Who bakes the bread?{closing} she asked.",
        f"{opening}Why?{closing} Bo Day said.",
        f"{opening}Why not?{closing} Bo Day said it was late.".split(" Bo")[0],
        "Nobody said a word.",
    )


def test_a_quotation_of_several_sentences_keeps_each_mark_with_its_sentence():
    cut("She said: “We bake.", "We sell.", "We stay.”", "Then she left.")
    cut('"We bake."', '"We sell."', "They left.")


def test_a_quotation_over_two_paragraphs_without_its_second_opening_mark():
    found = read.sentences("“We bake. We sell.\n\nWe stay. And that is all.”\n\nShe left.")
    assert found["text"].tolist() == ["“We bake.", "We sell.", "We stay.", "And that is all.”", "She left."]
    assert found["paragraph"].tolist() == [0, 0, 1, 1, 2]


def test_straight_marks_between_blanks_go_to_the_sentence_they_open_or_close():
    cut("He said so .", '" No bread , " he wrote .', '" We bake . "', 'Then " he left . "')


def test_parts_joined_without_a_blank():
    found = read.sentences(
        "The bakers left.The mayor stayed.”“No,” she said. See bread.com or Ann.Roe@loaf.org."
    )
    assert found["text"].tolist() == [
        "The bakers left.", "The mayor stayed.”", "“No,” she said.", "See bread.com or Ann.Roe@loaf.org.",
    ]  # fmt: skip


def test_a_small_letter_after_a_full_stop_opens_a_sentence_whose_first_words_were_lost():
    cut("He slept in the bakery.", "also asked for bread.", "Then he left.")
    cut("Yahoo! bought the bakery approx. five years ago.")
    cut("It was late.", "al-Khwarizmi slept.")


def test_listed_points_are_not_sentences():
    cut("1. Bake the bread.", "2. Sell it.")


def test_captions_credits_and_furniture_are_apart():
    found = read.sentences(
        "A man baking.Bo Day bakes in LeedsCredit: PA\nBo Day bakes. READ MORE: Why bake?\nAds"
    )
    assert list(zip(found["part"], found["text"], strict=True)) == [
        ("caption", "A man baking."), ("caption", "Bo Day bakes in Leeds"), ("caption", "Credit: PA"),
        ("prose", "Bo Day bakes."), ("furniture", "READ MORE: Why bake?"), ("furniture", "Ads"),
    ]  # fmt: skip


@each_pair
def test_the_pairs_captions_are_no_prose_and_their_prose_is_whole(pair):
    tabloid, report = (read.sentences(text) for text in pair.texts)
    assert (tabloid["part"] == "caption").sum() == 18
    assert set(tabloid["part"]) == {"prose", "caption"}
    assert set(report["part"]) == {"prose"}
    whole = tabloid[(tabloid["part"] == "prose") & (tabloid["paragraph"] > 0)]
    assert whole["text"].str.contains(r"[.?!][”’]?$").all()
    assert tabloid["text"].str.contains(r"\bNo 10\b").sum() >= 1


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Ann",
                "he",
                "said",
                "U.S.",
                "No.",
                "10",
                ".",
                "?",
                "!",
                " ",
                " ",
                "“",
                "”",
                '"',
                "\n",
                "Credit: PA",
                "b)",
                "…",
            ]
        ),
        max_size=30,
    )
)
def test_sentences_are_in_order_apart_within_a_paragraph_and_hold_every_letter(pieces):
    text = "".join(pieces)
    found, paragraphs, place = read.sentences(text), read.paragraphs(text), 0
    for row in found.itertuples():
        assert not text[place : row.start].strip()
        assert row.start < row.end
        assert row.text == row.text.strip()
        around = paragraphs.iloc[row.paragraph]
        assert around["start"] <= row.start
        assert row.end <= around["end"]
        place = row.end
    assert not text[place:].strip()


@pytest.mark.skipif(not GOLD.exists(), reason="the annotated articles are not beside the project")
def test_annotated_sentence_ends():
    right = found = wanted = 0
    for line in GOLD.read_text("utf-8").splitlines():
        item = json.loads(line)
        text = item["text"]
        gold = {_last_letter(text, end) for _, end in item["sentences"]}
        ours = {_last_letter(text, end) for end in read.sentences(text)["end"]}
        right, found, wanted = right + len(gold & ours), found + len(ours), wanted + len(gold)
    assert 2 * right / (found + wanted) >= 0.99


def _last_letter(text: str, end: int) -> int:
    while not text[end - 1].isalnum():
        end -= 1
    return end


def test_what_is_remembered_of_two_chunks_is_what_punkt_says_of_the_whole():
    chunks = [
        "word", "He", "said.", "U.S.", "p.m.", "Mr.", "Inc.", "1.", "20.", "A.", "b.", "etc.", "“Why?”", '"No."', ".)",
        "(a.b)", "...", ".", "!", "?!", "--", "the", "The", "No.", "3", "e.g.", "J.K.", "”", '"', ")", "x.y", "end.Then",
        "council.", "reached.”", "well-known.", "x-vs.", "Then,", "can’t.", "é.", "漢字。", "", "5.5", "st.", "…", "a" * 70,
    ]  # fmt: skip
    draw = random.Random(0)
    for _ in range(4000):
        piece = " ".join(draw.choices(chunks, k=draw.randint(1, 9)))
        assert _punkt._raw(piece) == list(_punkt._model().span_tokenize(piece)), piece
