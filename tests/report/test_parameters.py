"""Parameters, read with ast and checked before a kernel starts."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.errors import ParameterError
from tellings.report._execute import INJECTED, inject
from tellings.report._notebooks import open_notebook
from tellings.report._parameters import check, check_all, parameters

from .conftest import Make

CELL = """articles: str = "seeds"  # folder of articles
top: int = 20  # rows shown, "#" and all
scale: float = 1.5  # a factor
plain: bool = False  # without colours
words: list[str] = []  # words to look for
outlet: str | None = None  # one outlet only
sort: "Literal['n', 'name']" = "n"  # the order
pair: list[int | None] = [1, None]  # numbers
"""


@pytest.fixture
def notebook(make: Make) -> Path:
    return make("2-words", "# Words", "print(top)", parameters=CELL)


def test_names_types_defaults_and_descriptions_are_read(notebook: Path) -> None:
    known = parameters(notebook)
    assert [(one.name, one.type, one.default) for one in known.values()] == [
        ("articles", "str", "seeds"),
        ("top", "int", 20),
        ("scale", "float", 1.5),
        ("plain", "bool", False),
        ("words", "list[str]", []),
        ("outlet", "str | None", None),
        ("sort", "'n' or 'name'", "n"),
        ("pair", "list[int | None]", [1, None]),
    ]
    assert known["top"].description == 'rows shown, "#" and all'


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("top", "30", 30),
        ("top", -3, -3),
        ("scale", "2", 2.0),
        ("scale", 3, 3.0),
        ("plain", "yes", True),
        ("plain", "False", False),
        ("words", "tax, border", ["tax", "border"]),
        ("words", '["a, b", "c"]', ["a, b", "c"]),
        ("words", "", []),
        ("words", ("x",), ["x"]),
        ("outlet", "None", None),
        ("outlet", "The Post", "The Post"),
        ("sort", "name", "name"),
        ("pair", "1,None", [1, None]),
        ("articles", "1e5", "1e5"),
    ],
)
def test_a_text_is_read_as_the_declared_type(notebook: Path, name: str, value: Any, read: Any) -> None:
    found = check(notebook, {name: value})[name]
    assert found == read
    assert type(found) is type(read)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("top", "many", "top takes int, not 'many'"),
        ("top", "1.5", "int"),
        ("top", True, "int"),
        ("top", "9" * 5000, "int"),
        ("scale", "nan", "float"),
        ("scale", "1e999", "float"),
        ("scale", False, "float"),
        ("plain", "perhaps", "bool"),
        ("plain", 1, "bool"),
        ("words", 5, r"list\[str\]"),
        ("words", "[1, 2]", r"list\[str\]"),
        ("words", "[print()]", r"list\[str\]"),
        ("words", "[" * 5000, r"list\[str\]"),
        ("outlet", 5, r"str \| None"),
        ("sort", "size", "'n' or 'name'"),
        ("articles", 5, "str"),
    ],
)
def test_a_value_of_another_type_is_refused_with_the_type_named(
    notebook: Path, name: str, value: Any, says: str
) -> None:
    with pytest.raises(ParameterError, match=says) as raised:
        check(notebook, {name: value})
    assert len(str(raised.value)) < 200


def test_an_unknown_name_is_refused_with_the_nearest(notebook: Path) -> None:
    with pytest.raises(ParameterError, match=r"'scala'.*Did you mean 'scale'.*articles, outlet, pair"):
        check(notebook, {"scala": "1"})


def test_a_parameter_goes_to_the_notebooks_that_know_it(make: Make) -> None:
    one = open_notebook(make("1-one", "# One", parameters="top: int = 1  # rows"))
    two = open_notebook(make("2-two", "# Two", parameters="wide: bool = True  # width"))
    assert check_all([one, two], {"top": "5"}) == {"one": {"top": 5}, "two": {}}
    with pytest.raises(ParameterError, match="Did you mean 'wide'"):
        check_all([one, two], {"wider": "5"})


@pytest.mark.parametrize(
    "cell",
    ["top = 5", "top: int", "for i in x: pass", "top: int = (", "a.b: int = 1", "top: dict = {}", "x: Any = 1",
     "top: list = []", "x: __import__('os') = 1"],
)  # fmt: skip
def test_a_cell_that_is_not_typed_assignments_is_refused(make: Make, cell: str) -> None:
    with pytest.raises(ParameterError):
        parameters(make("1-bad", "# Bad", parameters=cell))


def test_two_parameter_cells_are_refused(make: Make, tmp_path: Path) -> None:
    path = make("1-two", "# Two", "x = 1", parameters="top: int = 1  # rows")
    path.write_text(path.read_text().replace('"metadata": {},', '"metadata": {"tags": ["parameters"]},'))
    with pytest.raises(ParameterError, match="2 cells tagged"):
        parameters(path)


def test_an_expression_as_default_is_kept_as_written(make: Make) -> None:
    path = make("1-late", "# Late", parameters="seed: int = 2 ** 3  # a seed")
    assert parameters(path)["seed"].default == "2 ** 3"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_value_goes_in_as_a_literal_whatever_it_holds(
    tmp_path_factory: pytest.TempPathFactory, value: str
) -> None:
    folder = tmp_path_factory.mktemp("notebook")
    path = folder / "1-any.ipynb"
    path.write_text(
        '{"cells": [{"cell_type": "code", "id": "p", "metadata": {"tags": ["parameters"]}, "outputs": [], '
        '"execution_count": null, "source": "word: str = \'a\'"}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
    )
    node = inject(open_notebook(path), {"word": value})
    injected = next(cell for cell in node.cells if cell["id"] == INJECTED)
    (statement,) = ast.parse(injected.source).body
    assert isinstance(statement, ast.Assign)
    assert ast.literal_eval(statement.value) == value
