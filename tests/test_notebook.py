"""What a notebook shows: dressed where no page is around it, in words in a terminal, never an article's markup."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from IPython.core.interactiveshell import InteractiveShell

import tellings as tl
from tellings._notebook import dressed, plain_table
from tellings._pages import PAGES
from tellings.errors import InputError

WICKED = "<script>alert(1)</script><img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> tl.read.Reading:
    folder = tmp_path_factory.mktemp("articles")
    text = f"The Owl {WICKED} promised a harbour. “It will pay for itself,” said Ada Quill, the mayor. "
    (folder / "one.txt").write_text(text * 3)
    (folder / "two.txt").write_text("The ferry will cost more, the minister said. The mayor disagrees.")
    (folder / "metadata.csv").write_text(
        f"file,outlet,title\none.txt,{WICKED},{WICKED}\ntwo.txt,Heron,Ferry\n"
    )
    return tl.read.all(tl.load(folder))


def results(reading: tl.read.Reading) -> dict[str, Any]:
    """One of every kind of thing that a cell can end with."""
    return {
        "corpus": reading.corpus,
        "reading": reading,
        "codebook": tl.read.codebook("policy"),
        "table": tl.show.articles(reading.corpus),
        "figure": tl.show.lengths(tl.compare.voices(reading)),
        "finding": tl.show.finding(WICKED, sure="counted"),
        "side": tl.show.side_by_side(reading),
        "sample": tl.coding.sample(reading, n=2, seed=0),
    }


def plain_results(reading: tl.read.Reading, folder: Path) -> list[Any]:
    """What has no form of its own for a notebook, but words."""
    pytest.importorskip("ipywidgets", reason="the extra `explore` is not installed")
    sample = tl.coding.sample(reading, n=2, seed=0)
    return [
        tl.report.open_notebook(Path(__file__).parents[1] / "notebooks" / "2-framing.ipynb"),
        tl.coding.form(sample, folder / "anna.csv", live=True),
        tl.explore.concordance(reading, "harbour", live=True),
    ]


KINDS = ["corpus", "reading", "codebook", "table", "figure", "finding", "side", "sample"]


def html(shown: Any) -> str:
    if hasattr(type(shown), "_repr_html_"):
        return str(shown._repr_html_())
    return str(shown._repr_mimebundle_()["text/html"])


@pytest.mark.parametrize("kind", KINDS)
def test_in_a_terminal_it_is_a_line_of_words(kind: str, reading: tl.read.Reading) -> None:
    told = repr(results(reading)[kind])
    assert told.startswith("<")
    assert told.endswith(">")
    assert len(told) < 700
    assert "\n" not in told
    assert "class=" not in told
    if kind != "finding":
        assert "Next: " in told


def test_the_others_are_a_line_of_words_too(reading: tl.read.Reading, tmp_path: Path) -> None:
    for shown in plain_results(reading, tmp_path):
        assert repr(shown).startswith("<")
        assert "Next: " in repr(shown)
        assert len(repr(shown)) < 500


@pytest.mark.parametrize("kind", KINDS)
def test_in_a_notebook_it_has_its_style_and_no_markup_of_an_article(
    kind: str, reading: tl.read.Reading
) -> None:
    shown = html(results(reading)[kind])
    assert "<script" not in shown
    assert "<img" not in shown
    assert "<style>" in shown
    assert '[data-jp-theme-light="false"]' in shown
    assert "prefers-color-scheme: dark" in shown


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "side"])
def test_on_a_page_of_the_runner_it_carries_no_style(
    kind: str, reading: tl.read.Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PAGES, "corpus")
    shown = html(results(reading)[kind])
    assert "<style>" not in shown  # a figure keeps its own, which has a type
    assert "tl-out" not in shown


def test_every_rule_of_the_style_begins_at_the_output() -> None:
    rules = dressed("").partition("<style>")[2].partition("</style>")[0]
    assert len(rules) < 5000
    selectors = [
        line.partition("{")[0]
        for line in rules.splitlines()
        if line.rstrip().endswith(("{", "}")) and "{" in line
    ]
    assert len(selectors) > 15
    assert all(".tl-out" in one or one.startswith("@media") for one in selectors), selectors


def test_a_corpus_and_a_reading_lead_on(reading: tl.read.Reading) -> None:
    assert "Next: <code>tl.read.all(corpus)</code>" in html(reading.corpus)
    assert "<code>tl.compare.keyness(reading)</code>" in html(reading)
    assert {"quotes", "gaps", "corpus", "tables"} <= set(dir(reading))
    assert all(f"<td>{name}</td>" in html(reading) for name in reading.tables)


def test_numbers_stand_to_the_right_and_texts_are_text() -> None:
    made = plain_table("A & B", ["<i>"], [["<b>", 1200]])
    assert '<td class="tl-number">1,200</td>' in made
    assert "&lt;b&gt;" in made
    assert "&lt;i&gt;" in made
    assert "A &amp; B" in made


@pytest.fixture
def shell() -> Any:
    made = InteractiveShell.instance()
    yield made
    InteractiveShell.clear_instance()


@pytest.mark.parametrize("pages", [None, "corpus"])
def test_hints_stand_below_tables_of_the_kit_alone(
    shell: Any, reading: tl.read.Reading, pages: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if pages:
        monkeypatch.setenv(PAGES, pages)
    voices, other = tl.compare.voices(reading), pd.DataFrame({"n": [1]})
    before = shell.display_formatter.format(other)[0]
    tl.explore.hints()
    shown = shell.display_formatter.format(voices)[0]
    assert "Next: <code>tl.show.lengths(voices)</code>" in shown["text/html"]
    assert "<table" in shown["text/html"]
    assert shown["text/plain"].endswith("Next: tl.show.lengths(voices)")
    assert shell.display_formatter.format(other)[0] == before
    tl.explore.hints(False)
    assert "Next:" not in shell.display_formatter.format(voices)[0]["text/html"]


def test_hints_outside_a_notebook_say_where_they_stand() -> None:
    with pytest.raises(InputError, match="JupyterLab"):
        tl.explore.hints()


def test_the_front_notebook_warns_of_nothing_and_shows_whole_tables(tmp_path: Path) -> None:
    """Under papermill nobody is there: no controls, no error, and with every warning on, not a word on stderr."""
    notebook = Path(__file__).parents[1] / "notebooks" / "0-start.ipynb"
    out = tmp_path / "out.ipynb"
    run = [sys.executable, "-m", "papermill", "--no-progress-bar", str(notebook), str(out)]
    done = subprocess.run(
        run, cwd=tmp_path, env={**os.environ, "PYTHONWARNINGS": "default"}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    written = out.read_text(encoding="utf-8")
    assert '"name": "stderr"' not in written
    assert "widget-view" not in written
    assert "In JupyterLab: type another term" in written
    assert "Next: <code>tl.show.keyness_figure" in written
