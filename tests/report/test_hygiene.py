"""What a notebook of the kit keeps to."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from tellings.report import hygiene
from tellings.report._notebooks import own

from .conftest import Make

P = "top: int = 1  # rows"


def test_a_thin_narrated_notebook_is_clean(make: Make) -> None:
    assert (
        hygiene(make("1-good", "# Title", "## One", "x = 1", "## Two", "[y for y in (1, 2)]", parameters=P))
        == []
    )


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("def f():\n    pass", "defines"),
        ("class A: pass", "defines"),
        ("f = lambda: 1", "defines"),
        ("for x in y:\n    z(x)", "loop"),
        ("while True: pass", "loop"),
        ("\n".join(["x = 1"] * 9), "9 lines"),
        ("%matplotlib inline", "not plain Python"),
    ],
)
def test_a_cell_that_does_more_than_show_is_named(make: Make, cell: str, says: str) -> None:
    (fault,) = hygiene(make("1-bad", "# Title", "## One", cell, parameters=P))
    assert says in fault
    assert fault.startswith("cell 4")


def test_outputs_missing_parameters_and_untold_parameters_are_named(make: Make) -> None:
    path = make("1-ran", "# Title", "x = 1")
    node = nbformat.read(path, as_version=4)
    node.cells[1]["execution_count"] = 3
    nbformat.write(node, path)
    assert hygiene(path) == [
        "no code cell is tagged 'parameters'",
        "cell 2: has outputs; clear them before you commit",
    ]
    assert "add a comment" in hygiene(make("1-untold", "# Title", parameters="top: int = 1"))[0]
    assert "one heading" in hygiene(make("1-untitled", "## One", parameters=P))[0]
    assert "level 4" in hygiene(make("1-deep", "# One\n\n#### Four", parameters=P))[0]
    assert "about one of each" in hygiene(make("1-code", "# One", "x = 1", "y = 1", parameters=P))[0]


def test_cells_without_ids_or_with_shared_ones_are_named(make: Make) -> None:
    path = make("1-ids", "# Title", parameters=P)
    path.write_text(path.read_text().replace('"id": "c1"', '"id": "c0"'))
    assert hygiene(path) == ["every cell needs an id of its own"]


@pytest.mark.parametrize("path", own(), ids=lambda path: path.stem)
def test_the_kits_own_notebooks_are_clean(path: Path) -> None:
    assert hygiene(path) == []
