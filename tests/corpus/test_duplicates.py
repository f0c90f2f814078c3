"""Copies and near copies, by each with each and by hashing."""

from __future__ import annotations

import random

import pytest

from tellings.corpus import _duplicates
from tellings.corpus._duplicates import duplicates, shingles, similarity

WORDS = [
    f"{a}{b}{c}" for a in "bdfgk" for b in ("a", "e", "i", "o") for c in ("lan", "ret", "sim", "tov", "nup")
]


def article(seed: int, length: int = 300) -> list[str]:
    return random.Random(seed).choices(WORDS, k=length)


def changed(words: list[str], share: float, seed: int = 0) -> str:
    draw = random.Random(seed)
    return " ".join(draw.choice(WORDS) if draw.random() < share else word for word in words)


def jaccard(one: str, other: str) -> float:
    def grams(text: str) -> set[tuple[str, ...]]:
        words = text.split()
        return set(zip(words, words[1:], words[2:], strict=False))

    return len(grams(one) & grams(other)) / len(grams(one) | grams(other))


def test_the_same_text_is_an_exact_duplicate_whatever_its_white_space() -> None:
    text = " ".join(article(1))
    found = duplicates({"a": text, "b": text.replace(" ", "\n", 5), "c": text})
    assert [tuple(pair) for pair in found] == [("b", "a", "exact", 1.0), ("c", "a", "exact", 1.0)]


@pytest.mark.parametrize("share", [0.02, 0.05, 0.1, 0.3, 1.0])
def test_similarity_is_the_jaccard_of_three_word_shingles(share: float) -> None:
    one, other = " ".join(article(2)), changed(article(2), share)
    assert similarity(shingles(one), shingles(other)) == pytest.approx(jaccard(one, other), abs=1e-9)


def test_a_slightly_edited_copy_is_near_and_its_similarity_is_said() -> None:
    one, other = " ".join(article(3)), changed(article(3), 0.05)
    (pair,) = duplicates({"a": one, "b": other})
    assert (pair.article, pair.other, pair.kind) == ("b", "a", "near")
    assert pair.similarity == round(jaccard(one, other), 3)


def test_case_and_marks_do_not_part_copies() -> None:
    one = " ".join(article(4))
    (pair,) = duplicates({"a": one, "b": one.upper().replace(" ", ", ")})
    assert (pair.kind, pair.similarity) == ("near", 1.0)


def test_different_articles_are_no_duplicates() -> None:
    assert duplicates({str(i): " ".join(article(i)) for i in range(30)}) == []


def test_short_and_empty_texts_are_compared_exactly_only() -> None:
    assert duplicates({"a": "One two three four.", "b": "One two three five.", "c": ""}) == []


def test_hashing_finds_what_each_with_each_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {f"a{i:03}": " ".join(article(i)) for i in range(60)}
    texts |= {f"b{i:03}": changed(article(i), 0.06, seed=i) for i in range(30)}
    plain = duplicates(texts)
    monkeypatch.setattr(_duplicates, "EACH_WITH_EACH", 10)
    assert duplicates(texts) == plain
    assert [pair.other for pair in plain] == [f"a{i:03}" for i in range(30)]


def test_many_copies_of_one_text_stay_few_pairs() -> None:
    base = article(5)
    texts = {f"a{i:04}": changed(base, 0.04, seed=i) for i in range(400)}
    found = duplicates(texts)
    assert len(found) <= 400 * _duplicates.MOST
    assert {pair.article for pair in found} >= set(list(texts)[25:])
