"""What can be known to fail before a kernel starts does so, in words that say what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

import tellings as tl
from tellings.errors import InputError, ReportError


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "monday.txt").write_text("The council met on Monday and spoke of boats.")
    return folder


def test_the_articles_folder_is_not_the_place_for_reports(articles: Path) -> None:
    with pytest.raises(ReportError, match="holds the articles"):
        tl.report.run(articles=articles, out=articles)
    assert [path.name for path in articles.iterdir()] == ["monday.txt"]


@pytest.mark.parametrize(
    ("notebook", "name", "value", "says"),
    [
        ("framing", "codebook", "polcy", "no codebook 'polcy'"),
        ("side-by-side", "columns", "tuesday", "'monday'"),
    ],
)
def test_names_of_nothing_are_refused(
    articles: Path, tmp_path: Path, notebook: str, name: str, value: str, says: str
) -> None:
    out = tmp_path / "out"
    with pytest.raises(InputError, match=says):
        tl.report.run(articles=articles, out=out, notebooks=[notebook], parameters={name: value})
    assert not out.exists() or not list(out.glob("*.html"))
