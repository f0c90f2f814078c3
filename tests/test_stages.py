"""Data flows one way: a stage imports only itself and what stands to its left; what all share imports no stage."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "lib" / "tellings"
STAGES = ("corpus", "read", "compare", "show", "explore", "coding", "report", "scale")
TOP = {"__init__", "cli"}  # the package itself and its command reach every stage


def imported(path: Path) -> Iterator[str]:
    """The first name below ``tellings`` of every import in a file, wherever in it that stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "tellings":
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("tellings."):
            yield str(node.module).split(".")[1]
        elif isinstance(node, ast.Import):
            yield from (n.name.split(".")[1] for n in node.names if n.name.startswith("tellings."))


def test_every_folder_of_code_is_a_stage() -> None:
    assert set(STAGES) == {path.parent.name for path in PACKAGE.glob("*/__init__.py")} - {"codebooks"}


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_imports_only_from_its_left(stage: str) -> None:
    right = set(STAGES[STAGES.index(stage) + 1 :]) | TOP
    wrong = {
        str(path.relative_to(PACKAGE)): sorted(right & set(imported(path)))
        for path in sorted((PACKAGE / stage).rglob("*.py"))
    }
    assert {name: names for name, names in wrong.items() if names} == {}


def test_what_all_stages_share_imports_none() -> None:
    shared = [path for path in PACKAGE.glob("*.py") if path.stem not in TOP]
    assert {path.stem: sorted(set(STAGES) & set(imported(path))) for path in shared} == {
        path.stem: [] for path in shared
    }
