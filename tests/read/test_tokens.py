"""Tokens are NLTK's, to the character."""

from __future__ import annotations

import itertools
import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.tokenize import NLTKWordTokenizer

from pairs import each_pair
from tellings import read
from tellings.read import _chunk_tokens, _sentences, _tokens
from tellings.read._document import Document

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold" / "dev"
PIECES = (
    '"', "'", "''", "``", "`", " ", "  ", ".", "..", "...", ",", ":", "a", "The", "cannot", "can't", "'s", "'tis",
    "'twas", "gonna", "gimme", "d'ye", "wanna", "lemme", "N'T", "'ll", "1", "1,000", "3.5", "$", "£", "%", "(", ")",
    "[", "]", "<", "{", "-", "--", "—", "“", "”", "‘", "’", "«", "»", "!", "?", "*", "&", "@", "#", ";", "\t", "\xa0",
    "\u2028", "\x1c", "é", "\u200b", "İ", "ß", "U.S.", "p.m.", "☃",
)  # fmt: skip


def same_as_nltk(sentence: str) -> None:
    """Assert NLTK's tokens and NLTK's offsets on one sentence, cut as a whole and put together from its chunks."""
    whole, tokenizer = list(_chunk_tokens.align(sentence)), NLTKWordTokenizer()
    assert [token for *_, token in whole] == tokenizer.tokenize(sentence)
    assert [(start, end) for start, end, _ in whole] == list(tokenizer.span_tokenize(sentence))
    document = Document(sentence)
    document.learn(_sentences.find, [_sentences.Sentence(0, len(sentence), 0, "prose")] if sentence else [])
    assert [(row.start, row.end, row.token) for row in document(_tokens.find)] == whole
    assert all(row.word == any(map(str.isalnum, row.token)) for row in document(_tokens.find))


@settings(max_examples=1500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_generated_sentences(sentence):
    same_as_nltk(sentence)


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=30))
def test_any_text_at_all(sentence):
    same_as_nltk(sentence)


def test_every_mix_of_four_marks():
    for marks in itertools.product(['"', "''", "``", "'", "“", " "], repeat=4):
        for frame in ("{}a{}b{}c{}", "({}a{} {}b{}", "a {}{}b. {}{}"):
            same_as_nltk(frame.format(*marks))


SUBJECTS = (
    "The mayor",
    "Mr. Day",
    "Ann Roe's baker",
    "“Nobody”",
    '"The U.S. press"',
    "'Tis said the firm",
    "We've all",
)
VERBS = (
    "said",
    "can't say",
    "cannot bake",
    "(reportedly) paid $1,000.50 to",
    "won't — or shan't — tell",
    "asked:",
)
OBJECTS = (
    "the loaf",
    "''bread''",
    "``rolls''",
    '"five, six... or seven"',
    "U.K. bakers' 3.5% rise",
    "gonna, gimme",
)
ENDS = (".", "?", "!”", '."', "...", ' ."', ".)", "'", " .", "; etc.", "!?", "")


def test_thousands_of_built_sentences():
    built = [f"{s} {v} {o}{e}" for s, v, o, e in itertools.product(SUBJECTS, VERBS, OBJECTS, ENDS)]
    assert len(built) == 3024
    for sentence in built:
        same_as_nltk(sentence)


def test_offsets_and_strings_of_double_marks():
    found = read.tokens("“Yes.” He said \"no\" and ''so''. It can't be.")
    assert found["text"].tolist() == [
        "“", "Yes", ".", "”", "He", "said", '"', "no", '"', "and", "''", "so", "''", ".", "It", "ca", "n't", "be", ".",
    ]  # fmt: skip
    differing = found[found["text"] != found["token"]]
    assert differing["token"].tolist() == ["``", "''", "``"]
    assert found["sentence"].tolist() == [0] * 4 + [1] * 10 + [2] * 5


def test_a_word_holds_a_letter_or_a_digit():
    found = read.tokens("It’s £5, isn't it — or 3.5% (perhaps)?")
    assert found.loc[~found["word"], "text"].tolist() == ["’", ",", "—", "%", "(", ")", "?"]
    assert found.loc[found["word"], "text"].tolist() == [
        "It",
        "s",
        "£5",
        "is",
        "n't",
        "it",
        "or",
        "3.5",
        "perhaps",
    ]


def test_nothing_makes_an_empty_table_with_its_columns():
    assert read.tokens(" ").dtypes.astype(str).to_dict() == {
        "start": "int64", "end": "int64", "text": "str", "sentence": "int64", "token": "str", "word": "bool",
    }  # fmt: skip


@each_pair
def test_tokens_of_the_pairs_lie_in_their_sentences(pair):
    for text in pair.texts:
        tokens, sentences = read.tokens(text), read.sentences(text)
        for number, group in tokens.groupby("sentence"):
            row = sentences.iloc[int(number)]
            assert group["token"].tolist() == NLTKWordTokenizer().tokenize(row["text"])
            spans = [
                (start - row["start"], end - row["start"])
                for start, end in zip(group["start"], group["end"], strict=True)
            ]
            assert spans == list(NLTKWordTokenizer().span_tokenize(row["text"]))
        assert tokens["sentence"].nunique() == len(sentences)


@pytest.mark.skipif(not GOLD.exists(), reason="the annotated articles are not beside the project")
@pytest.mark.parametrize("name", ["structure", "people", "quotes", "stance"])
def test_sentences_of_annotated_articles(name):
    texts = [json.loads(line)["text"] for line in (GOLD / f"{name}.jsonl").read_text("utf-8").splitlines()]
    for text in random.Random(0).sample(texts, min(len(texts), 40)):
        for sentence in read.sentences(text)["text"]:
            same_as_nltk(sentence)


def test_endless_words_and_sentences_are_read():
    for unit in ("a", '"', ".", "a ", "' ", "(", "!"):
        text = unit * (100_000 // len(unit))
        found = read.tokens(text)
        assert found["end"].iloc[-1] == len(text.rstrip())


def test_what_is_remembered_is_bounded_and_makes_no_difference(monkeypatch):
    memory = _tokens._Memory()
    monkeypatch.setattr(_tokens, "_memory", memory)
    monkeypatch.setattr(_tokens, "_KEPT", 8)
    for number in range(60):
        same_as_nltk(f"It can't be {number}, “said” bakers' No. {number % 7}.")
        assert all(len(kept) <= 8 + 10 for kept in memory._of)
    same_as_nltk("a" * 60 + " said.")
    assert not any("a" * 60 in kept for kept in memory._of)
