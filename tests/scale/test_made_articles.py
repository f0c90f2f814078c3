"""The articles that benchmarks and tests are made with: the same by seed, varied, and shared between outlets."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.benchmarks.corpus import articles, write

from tellings import load, read
from tellings.compare import passages
from tellings.read import _sentences
from tellings.read._document import Document


def test_the_first_articles_are_the_same_however_many_follow() -> None:
    assert list(articles(20)) == list(articles(40))[:20]
    assert [article.text for article in articles(5, seed=1)] != [article.text for article in articles(5)]


def test_fewer_than_one_sentence_in_a_hundred_occurs_twice() -> None:
    found = [
        article.text[sentence.start : sentence.end]
        for article in articles(200)
        for sentence in Document(article.text)(_sentences.find)
    ]
    assert len(set(found)) / len(found) >= 0.99


def test_articles_are_as_long_as_news() -> None:
    words = [len(article.text.split()) for article in articles(200)]
    assert 480 < sum(words) / len(words) < 600


@pytest.mark.parametrize("form", ["folder", "jsonl", "parquet"])
def test_every_form_is_read_alike(form: str, tmp_path: Path) -> None:
    path = tmp_path / ("made" if form == "folder" else f"made.{form}")
    write(articles(12), path, form=form)
    corpus = load(path)
    assert len(corpus.articles) == 12
    texts = [corpus.text(article).strip() for article in corpus.articles["article"]]
    assert sorted(texts) == sorted(article.text for article in articles(12))
    assert corpus.articles["outlet"].nunique() > 3
    assert corpus.articles["date"].notna().all()


def test_outlets_share_passages_of_an_event(tmp_path: Path) -> None:
    write(articles(4), tmp_path / "made.jsonl", form="jsonl")
    assert len(passages(read.all(load(tmp_path / "made.jsonl"))))
