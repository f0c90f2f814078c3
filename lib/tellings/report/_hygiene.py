"""What a notebook of the kit keeps to: thin cells, prose beside code, one cell of parameters, no outputs."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator
from pathlib import Path

from tellings.errors import ParameterError
from tellings.report._notebooks import Cell, Notebook, open_notebook
from tellings.report._parameters import TAG, parameters

LINES = 8
# Code cells to a prose cell, either way: about one of each.
_RATIO = 1.75
_LOOPS = (ast.For, ast.AsyncFor, ast.While)
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


def hygiene(notebook: Notebook | Path | str) -> list[str]:
    """What is wrong with a notebook, a sentence each; nothing for a clean one.

    One code cell tagged ``parameters``, typed and described; committed without outputs; code cells of at most
    eight lines, without ``def``, ``class``, ``lambda`` or a loop; about one prose cell to a code cell; one
    heading of the first level; an id of its own for every cell.

    >>> import tellings as tl
    >>> tl.report.hygiene("notebooks/0-start.ipynb")
    []
    """
    opened = notebook if isinstance(notebook, Notebook) else open_notebook(notebook)
    return [*_whole(opened), *_parameters(opened), *(fault for cell in _cells(opened) for fault in cell)]


def _whole(notebook: Notebook) -> Iterator[str]:
    code = sum(cell.is_code for cell in notebook.cells)
    prose = sum(cell.kind == "markdown" for cell in notebook.cells)
    if not prose or not code or not 1 / _RATIO <= code / prose <= _RATIO:
        yield f"{code} code cells and {prose} prose cells: there should be about one of each"
    if sum(heading.level == 1 for heading in notebook.outline) != 1:
        yield "there should be one heading of the first level"
    ids = [cell.id for cell in notebook.cells]
    if None in ids or len(set(ids)) < len(ids):
        yield "every cell needs an id of its own"
    levels = [heading.level for heading in notebook.outline]
    for before, after in itertools.pairwise(levels):
        if after > before + 1:
            yield f"a heading of level {after} follows one of level {before}"


def _parameters(notebook: Notebook) -> Iterator[str]:
    if not any(cell.is_code and TAG in cell.tags for cell in notebook.cells):
        yield f"no code cell is tagged {TAG!r}"
        return
    try:
        declared = parameters(notebook)
    except ParameterError as error:
        yield str(error)
        return
    for parameter in declared.values():
        if not parameter.description:
            yield f"parameter {parameter.name} says nowhere what it is: add a comment behind it"


def _cells(notebook: Notebook) -> Iterator[Iterator[str]]:
    for number, cell in enumerate(notebook.cells, start=1):
        if cell.is_code:
            yield (f"cell {number}: {fault}" for fault in _code(cell))


def _code(cell: Cell) -> Iterator[str]:
    if cell.ran:
        yield "has outputs; clear them before you commit"
    lines = cell.source.strip().count("\n") + 1
    if lines > LINES and TAG not in cell.tags:
        yield f"{lines} lines; {LINES} are the most"
    try:
        tree = ast.parse(cell.source)
    except SyntaxError:
        yield "is not plain Python"
        return
    for node in ast.walk(tree):
        if isinstance(node, _DEFINITIONS):
            yield f"line {node.lineno} defines something; define in lib/, show in the notebook"
        elif isinstance(node, _LOOPS):
            yield f"line {node.lineno} is a loop; compute in lib/, show in the notebook"
