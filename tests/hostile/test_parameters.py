"""Hostile parameters: of the wrong type or range they are refused by name before a kernel starts; the rest is data."""

from __future__ import annotations

import ast
import math
from pathlib import Path
from typing import Any

import pytest

import tellings as tl
from tellings.errors import InputError, ParameterError
from tellings.report import check, open_notebook, parameters
from tellings.report._execute import INJECTED, inject
from tellings.report._notebooks import own
from tellings.report._ranges import RANGES

CODE = (
    "\"; import os; os.system('touch tricked') #", "'''", '"""', "\\", "\\'", "\n%%bash\ntouch tricked\n", "!touch tricked",
    "{{ 7*7 }}", "${HOME}", "$(touch tricked)", "%s%n", "__import__('os')", "\u2028x", "\u202e", "'; DROP TABLE x; --",
    "<script>alert(1)</script>", "=1+1", "(((a+)+)+)+$", "*,**,a*b*c", "é" * 50_000, " ", "None", "[]", "-1",
    "/dev/zero", "../../x",
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    *CODE, "a\0b", "", "\ud800", 0, -1, 1, 10**18, 10**400, -(10**400), 1.5, math.nan, math.inf, -0.0, 1e308, True, False, None,
    b"x", [], [1], ["a", 5], [["a"]], {}, {"a": 1}, (), object(), print, Path("/etc/passwd"), "9" * 9_999, "1e999999",
    "[" * 9_999, "0x10", "1_000", "NaN", "[print()]", "['a', 'b']", ",,,",
)  # fmt: skip
NAMES = ("", "tpo", "top; import os", "__class__", "a\nb", "\u202e", "top=5", "x" * 9_999, "Articles")


@pytest.mark.parametrize("path", own(), ids=lambda path: path.stem)
def test_every_value_is_refused_by_name_or_goes_in_as_a_literal(path: Path) -> None:
    notebook = open_notebook(path)
    tried = refused = 0
    for name, parameter in parameters(notebook).items():
        for value in VALUES:
            tried += 1
            try:
                read = check(notebook, {name: value})
            except ParameterError as error:
                refused += name in str(error) and len(str(error)) < 300
                continue
            refused += _is_literal(notebook, name, read) and _is_of(parameter.type, read[name])
    assert refused == tried > 0


def _is_literal(notebook: Any, name: str, given: dict[str, Any]) -> bool:
    """The one statement of the cell that is put in gives the value, and runs nothing."""
    node = inject(notebook, given)
    cell = next(cell for cell in node.cells if cell["id"] == INJECTED)
    (statement,) = ast.parse(cell.source).body
    assert isinstance(statement, ast.Assign)
    return bool(ast.literal_eval(statement.value) == given[name])


def _is_of(said: str, value: Any) -> bool:
    types = {"int": int, "str": str, "list[str]": list}
    return type(value) is types[said]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_no_notebook_has_is_refused(name: str) -> None:
    with pytest.raises(ParameterError, match="has a parameter") as raised:
        tl.report.check(own()[1], {name: 1})
    assert len(str(raised.value)) < 400
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("path", own(), ids=lambda path: path.stem)
def test_every_whole_number_of_the_kit_has_a_range(path: Path) -> None:
    numbers = [name for name, parameter in parameters(path).items() if parameter.type == "int"]
    for name in numbers:
        least, most = RANGES[name]
        assert check(path, {name: least}) == {name: least}
        assert check(path, {name: str(most)}) == {name: most}
        for outside in (least - 1, most + 1, 10**4000):
            with pytest.raises(ParameterError, match=f"{name} goes from {least} to"):
                check(path, {name: outside})


def test_a_notebook_of_ones_own_may_count_as_it_likes(tmp_path: Path) -> None:
    path = tmp_path / "own.ipynb"
    path.write_text(own()[1].read_text(encoding="utf-8"), encoding="utf-8")
    assert check(path, {"seed": -5}) == {"seed": -5}


@pytest.mark.parametrize(
    "value",
    [
        "../../etc/passwd",
        "/dev/zero",
        "/dev/null",
        "/etc/passwd",
        "/",
        "..",
        "x" * 5_000,
        "~nobody/x",
        "",
        "policy.toml",
    ],
)
def test_a_codebook_that_is_none_is_refused_before_anything_is_written(tmp_path: Path, value: str) -> None:
    with pytest.raises(InputError, match="codebook"):
        tl.report.run(
            articles="seeds", out=tmp_path / "out", notebooks=["framing"], parameters={"codebook": value}
        )
    assert not list(tmp_path.rglob("*.html"))


BOOK = "[[frames]]\nname = 'x'\ndescription = 'x'\ncues = [{}]\n"
CUES = (
    "(a+)+$",
    "(a|a)*b",
    "a" * 40 + "*",
    ".*.*.*x",
    "[",
    "\\\\",
    "(?P<a>x)(?P=a)",
    "$(touch x)",
    "a{999999}",
    "<b>",
)


@pytest.mark.parametrize("cue", CUES)
def test_a_cue_is_words_and_never_a_regular_expression(tmp_path: Path, cue: str) -> None:
    """Such a book is read, with the cue as plain text that it finds, or refused; it never runs for ever."""
    path = tmp_path / "book.toml"
    path.write_text(BOOK.format(repr(cue)), encoding="utf-8")
    text = f"He wrote {cue} on it. " + "a" * 50_000 + "!"
    try:
        found = tl.read.frames(text, book=str(path))
    except InputError as refused:
        told = str(refused)
        assert "book.toml" in told
        return
    assert set(found["text"]) <= {cue, cue.rstrip("*"), "a" * 50_000}


@pytest.mark.parametrize("word", [*CUES, *CODE, "*", "a*" * 500])
def test_a_word_looked_up_is_never_a_regular_expression(tmp_path: Path, word: str) -> None:
    text = f"He wrote {word} on it and went. " + "a" * 50_000 + "!"
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    try:
        rows = tl.compare.concordance(tl.load(tmp_path), word)
    except (ParameterError, InputError) as error:
        assert str(error)  # noqa: PT017 - either is right
        return
    assert {"left", "match", "right"} <= set(rows.columns)


def test_nothing_of_all_this_was_run() -> None:
    assert not Path("tricked").exists()
