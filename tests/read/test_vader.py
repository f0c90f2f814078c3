from __future__ import annotations

import json
import math
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.read import _vader, vader, vader_words

GOLD = Path(__file__).parents[3] / "shared" / "gold" / "dev"
WORDS = [
    "good", "bad", "GREAT", "terrible", "not", "never", "so", "this", "very", "kind", "of", "sort", "least", "at",
    "but", "BUT", "isn't", "n't", "the", "plan", "bad", "ass", "hardly", "without", "doubt", "kiss", "death", ":)", ":-(",
    "war.", "“peace”", "hope!", "why??", "love,", "--hate", "a", "I", "l8r", "yeah", "right", "the", "bomb", "shit", "!",
]  # fmt: skip


def same_as_nltk(text: str) -> bool:
    nltk = _vader.analyzer()
    return bool(nltk.score_valence(_vader.shares(text)[1], text) == nltk.polarity_scores(text))


def test_thousands_of_generated_sentences_score_as_in_nltk() -> None:
    rng = random.Random(0)
    made = [" ".join(rng.choices(WORDS, k=rng.randint(1, 14))) for _ in range(4000)]
    assert [text for text in made if not same_as_nltk(text)] == []


@given(st.text(max_size=80))
def test_any_text_scores_as_in_nltk(text: str) -> None:
    assert same_as_nltk(text)


@pytest.mark.skipif(not GOLD.is_dir(), reason="the annotated sentences are not here")
def test_thousands_of_real_sentences_score_as_in_nltk() -> None:
    lines = (GOLD / "valence.jsonl").read_text(encoding="utf-8").splitlines()
    assert [text for text in (json.loads(line)["text"] for line in lines) if not same_as_nltk(text)] == []


def test_the_score_can_be_recomputed_from_the_shares() -> None:
    text = "The plan is NOT very good! But the crews were brave, really brave.\n\nA horrible war?? Nothing else."
    scores, words = vader(text), vader_words(text)
    for row in scores.itertuples():
        total = words.loc[words["sentence"] == row.sentence, "share"].sum()
        assert total == pytest.approx(row.total)
        x = total + math.copysign(row.emphasis, total) if total else 0.0
        assert round(x / math.sqrt(x * x + 15), 4) == pytest.approx(row.compound)


def test_shares_stand_where_their_words_do() -> None:
    text = "“Horrible!” he said, and the good, brave crews left."
    # A curly mark stays on its word in NLTK, so that "“Horrible!”" is no word of the lexicon.
    assert vader_words(text)["text"].tolist() == ["good", "brave"]
    assert all(text[row.start : row.end] == row.text for row in vader_words(text).itertuples())


def test_empty_text_has_empty_tables() -> None:
    assert vader("").empty
    assert vader("").dtypes["compound"] == "float64"
    assert vader_words("").dtypes["share"] == "float64"
