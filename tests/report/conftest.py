"""Small notebooks and small articles, made for each test."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """A function that writes a notebook; a cell that starts with ``#`` is prose, any other is code."""
    return writer(tmp_path)


def writer(folder: Path) -> Make:
    """A function that writes notebooks into a folder."""

    def write(name: str, *cells: str, parameters: str = "") -> Path:
        parts = [_cell(source) for source in cells]
        if parameters:
            parts.insert(1, new_code_cell(parameters, metadata={"tags": ["parameters"]}))
        for number, part in enumerate(parts):
            part["id"] = f"c{number}"
        path = folder / f"{name}.ipynb"
        nbformat.write(new_notebook(cells=parts), path)
        return path

    return write


def _cell(source: str) -> nbformat.NotebookNode:
    return new_markdown_cell(source) if source.startswith("#") else new_code_cell(source)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder of two short articles and an empty file."""
    return write_articles(tmp_path / "stories")


def write_articles(folder: Path, texts: Sequence[str] = ()) -> Path:
    folder.mkdir(parents=True)
    (folder / "heron.txt").write_text(
        "The council met on Monday.\n\nIt voted for the bridge by 12 to 3.\n" * 6
    )
    (folder / "finch.txt").write_text(
        "Councillors argued for hours.\n\nA bridge will be built, they said.\n" * 6
    )
    (folder / "empty.txt").write_text("")
    for number, text in enumerate(texts):
        (folder / f"more-{number}.txt").write_text(text, encoding="utf-8")
    return folder
