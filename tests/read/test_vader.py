from __future__ import annotations

import json
import math
import random
import re
import string
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oracles import nltk_vader
from tellings.read import _vader, _vader_lexicon, _vader_rules, vader, vader_words

GOLD = Path(__file__).parents[3] / "shared" / "gold" / "dev"
LISTED = """
good bad GREAT terrible not never so this very kind of sort least at but BUT isn't n't the plan ass hardly without
doubt kiss death :) :-( war. “peace” hope! why?? love, --hate a I l8r yeah right bomb shit ! just enough Kind OF
kind-of cut mustard hand to mouth VERY Never NOT least, Least isn’t can't stand fed up :D (: <3 'good' good?!? !!bad
GOOD. NO no ﬁne ΚΑΛΌ İyi naïve straße STRAẞE 100 £5m 𝐠𝐨𝐨𝐝
"""
WORDS = [*LISTED.split(), "\u00adgood", "good\u200b", "\u2028", "\x1c"]
TURNS = [
    "never so",
    "never this",
    "kind of",
    "just enough",
    "sort of",
    "at least",
    "not",
    "so",
    "least",
    "very",
]
TURNS += ["VERY", "but", "the", "isn't", "bad", "hardly", "plan"]
HOT = ["good", "BAD", "terrible", "kind", "shit", "bomb", "ass", "right", "death", "great!", "no"]
MESSES = st.text(alphabet=string.punctuation + "goOD ", max_size=6)
STEP = re.compile(r" ([+−×=])(−?)([\d.e-]+)(?=;|$)")


def same_as_nltk(text: str) -> bool:
    nltk = nltk_vader()
    wanted = nltk.polarity_scores(text)
    return bool(_vader.polarity(text) == wanted == nltk.score_valence(_vader.shares(text)[1], text))


def test_thousands_of_generated_sentences_score_as_in_nltk() -> None:
    rng = random.Random(0)
    made = [" ".join(rng.choices(WORDS, k=rng.randint(1, 14))) for _ in range(12_000)]
    assert [text for text in made if not same_as_nltk(text)] == []


def test_every_turn_before_every_word_scores_as_in_nltk() -> None:
    turns = ["", *TURNS]
    made = (f"{a} {b} {c} {word} of death" for a in turns for b in turns for c in turns for word in HOT[:4])
    assert [text for text in made if not same_as_nltk(text)] == []


def test_every_word_of_the_lexicon_and_every_idiom_scores_as_in_nltk() -> None:
    words = [
        *_vader_lexicon.lexicon(),
        *_vader_lexicon.IDIOMS,
        *_vader_lexicon.BOOSTERS,
        *_vader_lexicon.DAMPENERS,
    ]
    forms = ("{}", "The plan is not {}!", "A really {}, bad thing")
    made = [form.format(shown) for word in words for form in forms for shown in (word, word.upper())]
    assert [text for text in made if not same_as_nltk(text)] == []


@pytest.mark.parametrize("mark", [*_vader_lexicon.MARKS, "…", "”", "(", "*", "!!!!", "?!", "''"])
def test_marks_on_either_side_of_a_word_are_taken_off_as_in_nltk(mark: str) -> None:
    sides = [(before, after) for before in ("", mark) for after in ("", mark)]
    made = (f"{a}{word}{b} plan" for word in ("good", "don't", "g", ":)", "x.y") for a, b in sides)
    assert [text for text in made if not same_as_nltk(text)] == []


@settings(max_examples=300)
@given(st.text(max_size=80))
def test_any_text_scores_as_in_nltk(text: str) -> None:
    assert same_as_nltk(text)


@settings(max_examples=300)
@given(st.lists(st.one_of(st.sampled_from(WORDS), MESSES), max_size=12))
def test_any_words_and_marks_score_as_in_nltk(words: list[str]) -> None:
    assert same_as_nltk(" ".join(words))


@pytest.mark.skipif(not GOLD.is_dir(), reason="the annotated sentences are not here")
def test_thousands_of_real_sentences_score_as_in_nltk() -> None:
    lines = (GOLD / "valence.jsonl").read_text(encoding="utf-8").splitlines()
    assert [text for text in (json.loads(line)["text"] for line in lines) if not same_as_nltk(text)] == []


def test_words_lists_and_figures_are_those_of_nltk() -> None:
    nltk = nltk_vader().constants
    ours = dict.fromkeys(_vader_lexicon.BOOSTERS, _vader_lexicon.BOOST)
    ours |= dict.fromkeys(_vader_lexicon.DAMPENERS | _vader_lexicon.DAMPENING_PAIRS, -_vader_lexicon.BOOST)
    assert ours == nltk.BOOSTER_DICT
    assert set(_vader_lexicon.NEGATIONS) == nltk.NEGATE
    assert dict(_vader_lexicon.IDIOMS) == nltk.SPECIAL_CASE_IDIOMS
    assert list(_vader_lexicon.MARKS) == nltk.PUNC_LIST
    assert (_vader_lexicon.CAPITALS, _vader_lexicon.NEGATED) == (nltk.C_INCR, nltk.N_SCALAR)
    assert dict(_vader.analyzer().lexicon) == nltk_vader().lexicon


def test_what_is_remembered_of_chunks_changes_no_score(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(1)
    made = [" ".join(rng.choices(WORDS, k=9)) for _ in range(300)]
    wanted = [_vader.polarity(text) for text in made]
    monkeypatch.setattr(_vader_lexicon, "_REMEMBERED", 3)
    monkeypatch.setattr(_vader_rules, "chunks", _vader_lexicon.Chunks())
    assert [_vader.polarity(text) for text in made] == wanted
    assert len(_vader_rules.chunks) <= 3


def test_a_long_chunk_is_not_remembered() -> None:
    _vader.polarity("good " + "x" * 100_000)
    assert max(map(len, _vader_rules.chunks)) < 100


def test_the_score_can_be_recomputed_from_the_shares() -> None:
    text = (
        "The plan is NOT very good! But the crews were brave, really brave.\n\nA horrible war?? Nothing else."
    )
    scores, words = vader(text), vader_words(text)
    for row in scores.itertuples():
        total = words.loc[words["sentence"] == row.sentence, "share"].sum()
        assert total == pytest.approx(row.total)
        x = total + math.copysign(row.emphasis, total) if total else 0.0
        assert round(x / math.sqrt(x * x + 15), 4) == pytest.approx(row.compound)


def share_from(valence: float, effects: str) -> float:
    for sign, minus, number in STEP.findall(effects):
        size = -float(number) if minus else float(number)
        valence = {"+": valence + size, "−": valence - size, "×": valence * size, "=": size}[sign]
    return valence


def test_a_share_can_be_recomputed_from_its_valence_and_its_effects() -> None:
    rng = random.Random(2)
    words = [word for word in WORDS if word.isprintable()]
    lines = [" ".join(rng.choices(words, k=12)) for _ in range(1500)]
    text = "\n\n".join([*lines, "that is one bad ass plan"])
    found = vader_words(text)
    wrong = [
        row for row in found.itertuples() if share_from(row.valence, row.effects) != pytest.approx(row.share)
    ]
    assert not wrong
    for met in (
        "not ×",
        "very +",
        "before but",
        "after but",
        "capitals +",
        "bad ass =",
        "at its first place",
    ):
        assert found["effects"].str.contains(met, regex=False).any(), met


@pytest.mark.parametrize(
    ("sentence", "effects"),
    [
        ("It was a good plan.", ""),
        ("It was not good.", "not ×−0.74"),
        ("It was so very bad.", "very −0.293; so −0.27835"),
        ("The plan had never been so good.", "so +0.293; so ×1.25"),
        ("It was never so good.", "so +0.293; never so ×1.5; so ×1.25"),
        ("It was kind of a bad plan.", "kind of −0.293"),
        ("They gave it the kiss of death.", "kiss of death =−1.5"),
        ("The talks failed, but nobody left.", "before but ×0.5"),
        ("It opened in May but a cruel plan followed.", "after but ×1.5"),
        ("That is a DISASTER for them.", "capitals −0.733"),
        ("It was the least bad plan.", "least ×−0.74"),
    ],
)
def test_effects_name_their_causes(sentence: str, effects: str) -> None:
    assert effects in vader_words(sentence)["effects"].tolist()


def test_a_word_that_stands_twice_takes_the_surroundings_of_its_first_place() -> None:
    found = vader_words("It was not bad at first and then very bad.")
    assert found["effects"].tolist() == ["not ×−0.74", "as at its first place: not ×−0.74"]
    assert found["share"].nunique() == 1


def test_shares_stand_where_their_words_do() -> None:
    text = "“Horrible!” he said, and the good, brave crews left.  -- -good a :) 'war\n\nA !!bad\u2003x good!?!? I"
    # A curly mark stays on its word in NLTK, so that "“Horrible!”" is no word of the lexicon.
    assert vader_words(text)["text"].tolist() == ["good", "brave", "good", ":)", "war", "bad", "good"]
    assert all(text[row.start : row.end] == row.text for row in vader_words(text).itertuples())


def test_nothing_of_nltk_is_imported_for_a_score() -> None:
    code = "from tellings.read import _vader; import sys; print(_vader.polarity('a good plan')['compound'])"
    lean = code + "; print('nltk.sentiment.vader' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", lean], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0.4404", "False"]


def test_empty_text_has_empty_tables() -> None:
    assert vader("").empty
    assert vader("").dtypes["compound"] == "float64"
    assert vader_words("").dtypes["share"] == "float64"
    assert vader_words("").columns.tolist() == [
        "start",
        "end",
        "text",
        "sentence",
        "valence",
        "share",
        "effects",
    ]
