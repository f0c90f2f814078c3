"""The corpus itself: what it hands out, and that nothing done to that changes it."""

from __future__ import annotations

import dataclasses
import pickle
from pathlib import Path

import pytest

import tellings as tl
from tellings import corpus as package
from tellings.errors import InputError

PROSE = "The harbour board met on Monday and agreed to widen the eastern quay. The work will begin in March."
COLUMNS = ["article", "outlet", "title", "date", "url", "language", "path", "row", "sha256", "chars", "words",
           "encoding", "notes"]  # fmt: skip


@pytest.fixture
def corpus(tmp_path: Path) -> tl.Corpus:
    (tmp_path / "herald.txt").write_text(PROSE)
    (tmp_path / "courier.txt").write_text(PROSE.replace("Monday", "Friday"))
    (tmp_path / "none.txt").write_text("")
    return tl.load(tmp_path)


def test_the_exported_names_are_these() -> None:
    assert {"Corpus", "load"} <= set(package.__all__)
    assert tl.load is package.load


def test_tables_have_their_columns_even_when_empty(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE * 5)
    corpus = tl.load(tmp_path)
    assert list(corpus.articles) == COLUMNS
    assert list(corpus.problems) == ["file", "reason", "advice"]
    assert list(corpus.warnings) == ["article", "kind", "message"]
    assert list(corpus.duplicates) == ["article", "other", "kind", "similarity"]
    assert corpus.problems.empty
    assert corpus.duplicates["similarity"].dtype == "float64"
    assert corpus.articles["row"].dtype == "Int64"


def test_it_is_a_collection_of_ids(corpus: tl.Corpus) -> None:
    assert len(corpus) == 2
    assert list(corpus) == ["courier", "herald"] == corpus.articles["article"].tolist()
    assert "herald" in corpus
    assert "none" not in corpus


def test_nothing_done_to_a_table_changes_it(corpus: tl.Corpus) -> None:
    articles = corpus.articles
    articles.loc[0, "outlet"] = "changed"
    articles["more"] = 1
    del corpus.warnings["kind"]
    assert "kind" in corpus.warnings
    assert corpus.outlets == ("courier", "herald")
    assert list(corpus.articles) == COLUMNS
    with pytest.raises(dataclasses.FrozenInstanceError):
        corpus._texts = {}  # type: ignore[misc]


def test_an_unknown_article_is_an_error_that_names_the_nearest(corpus: tl.Corpus) -> None:
    with pytest.raises(InputError, match=r"No article has the id 'heral'\. Did you mean 'herald'\?"):
        corpus.text("heral")


def test_it_can_be_sent_to_another_process(corpus: tl.Corpus) -> None:
    sent = pickle.loads(pickle.dumps(corpus))
    assert sent.text("herald") == corpus.text("herald")
    assert sent.articles.equals(corpus.articles)


def test_it_says_shortly_what_it_holds(corpus: tl.Corpus) -> None:
    assert repr(corpus) == "<Corpus: 2 articles, 2 outlets, 1 problem, 3 warnings. Next: tl.read.all(corpus)>"


def test_its_table_shows_markup_as_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE)
    (tmp_path / "metadata.csv").write_text(
        "file,outlet,title\na.txt,<img src=x onerror=alert(1)>,<b>Bold</b>\n"
    )
    shown = tl.load(tmp_path)._repr_html_()
    assert "&lt;img src=x onerror=alert(1)&gt;" in shown
    assert "<img" not in shown
    assert "<b>" not in shown
