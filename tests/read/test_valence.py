from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

import tellings as tl
from corpora import reading
from tellings.read import _lexica, _valence
from tellings.read._document import Document

SENTENCES = [
    "The storm left hundreds of families homeless and afraid.",
    "The council will vote on the timetable in March.",
    "Volunteers were praised for a generous and brilliant rescue.",
    "“It is not a good plan,” the manager said, “but it isn't a disaster.”",
    "Was it worth the pain? No!",
]


@pytest.mark.parametrize("sentence", [*SENTENCES, "", "12 – 4", "Nobody."])
def test_the_shares_make_the_score(sentence: str) -> None:
    shares = [share.share for share in _valence._shares(sentence, 0, 0)[1]]
    assert tl.read.valence(sentence) == pytest.approx(_valence.intercept() + sum(shares))


def test_the_public_shares_make_the_score_of_a_sentence() -> None:
    found = tl.read.valence_words(SENTENCES[0])
    assert tl.read.valence("") + found["share"].sum() == pytest.approx(tl.read.valence(SENTENCES[0]))


def test_the_score_can_be_made_again_from_the_columns_shown(tmp_path: Path) -> None:
    """By the rule as it is told, from the tables alone: no figure of the reader is taken over but the intercept."""
    read = reading(tmp_path, alpha="\n\n".join(SENTENCES))
    for row in read.valences.itertuples():
        words = read.valence_words[read.valence_words["sentence"] == row.sentence]
        signed = words["weight"] * words["negated"].map({True: -0.4, False: 1.0})
        made = tl.read.valence("") + signed.sum() / math.sqrt(row.words + 5)
        assert row.valence == pytest.approx(made)
        assert row.valence == pytest.approx(tl.read.valence("") + words["share"].sum())


def test_bad_news_plain_news_and_good_news_stand_in_order() -> None:
    bad, plain, good = (tl.read.valence(sentence) for sentence in SENTENCES[:3])
    assert bad < plain - 0.3
    assert good > plain + 0.3


def test_negation_turns_a_word_and_weakens_it() -> None:
    good, not_good = (
        _share_of("good", s) for s in ("He is surely a good driver.", "He is not a good driver.")
    )
    assert good > 0 > not_good
    assert abs(not_good) < good


def test_negation_stops_at_a_mark_and_after_three_words() -> None:
    assert _share_of("great", "He would not, great as he was.") > 0
    assert _share_of("great", "Not one of the many great men came.") > 0


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The minister praised Border Force yesterday.", "Force"),
        ("The pupils of the school thanked Mercy Joy.", "Joy"),
        ("A party leader met the security minister.", "party"),
        ("A party leader met the security minister.", "security"),
        ("An asylum deal was signed.", "deal"),
        ("United States officials met the special counsel.", "United"),
        ("United States officials met the special counsel.", "special"),
        ("The party of Labour voted.", "Labour"),
    ],
)
def test_names_and_plain_terms_are_no_feeling(sentence: str, word: str) -> None:
    assert word not in tl.read.valence_words(sentence)["text"].tolist()


def test_a_plain_term_used_as_a_verb_counts() -> None:
    words = _lexica.words("They force people out, and the force agreed.")
    assert [word.counts for word in words if word.key == "force"] == [True, False]


def test_capitals_of_a_headline_make_no_names() -> None:
    assert "Disaster" in tl.read.valence_words("Horrible Disaster Strikes Seaside Town")["text"].tolist()


def test_spans_lie_where_the_words_stand() -> None:
    text = "It was awful.\n\n“What a wonderful day,” she said. It’s over."
    found = tl.read.valence_words(text)
    assert [text[a:b] for a, b in zip(found["start"], found["end"], strict=True)] == found["text"].tolist()
    assert {"awful", "wonderful"} <= set(found["text"])
    assert found["sentence"].is_monotonic_increasing


def test_sentences_have_the_valence_of_their_own_text() -> None:
    text = "It was awful. She won a prize."
    found = Document(text)(_valence.find)
    assert [row.valence for row in found] == [tl.read.valence(text[row.start : row.end]) for row in found]
    assert len(found) == 2


def test_an_empty_text_has_a_full_empty_table() -> None:
    found = tl.read.valence_words("")
    assert list(found.columns) == ["start", "end", "text", "sentence", "weight", "negated", "share"]
    assert found.empty
    assert found["share"].dtype == np.float64


def test_the_table_holds_words_in_small_letters_and_finite_weights() -> None:
    table = _lexica.weights("valence_words.npz")
    words = table["words"].tolist()
    assert all(word.isalpha() and word == word.lower() for word in words)
    assert len(set(words)) == len(words) == len(table["weights"])
    assert np.isfinite(table["weights"].astype(float)).all()


@pytest.mark.parametrize(
    "text", ["“" * 5000, "a" * 100_000, "'" * 5000, "not " * 5000, "É" * 1000 + " x’" * 1000]
)
def test_odd_text_has_a_number(text: str) -> None:
    assert np.isfinite(tl.read.valence(text))


def _share_of(word: str, sentence: str) -> float:
    found = tl.read.valence_words(sentence)
    return float(found.loc[found["text"] == word, "share"].iloc[0])
