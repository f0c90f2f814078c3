"""The parameters of a notebook, read from its source and checked before any kernel starts."""

from __future__ import annotations

import ast
import difflib
import io
import tokenize
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tellings.errors import ParameterError
from tellings.report import _ranges, _types
from tellings.report._notebooks import Notebook, open_notebook

TAG = "parameters"


@dataclass(frozen=True)
class Parameter:
    """One line of a parameters cell: ``name: type = default  # what it is``.

    ``default`` is the value where it is a literal, else the expression as written.

    >>> import tellings as tl
    >>> notebook = tl.report.open_notebook("notebooks/2-framing.ipynb")
    >>> tl.report.parameters(notebook)["codebook"].description
    'a codebook of the kit by name, or the path of a TOML file of your own'
    """

    name: str
    annotation: ast.expr
    default: Any
    description: str

    @property
    def type(self) -> str:
        """The declared type in words."""
        return _types.spell(self.annotation)

    def read(self, value: Any) -> Any:
        """The value as the declared type; :class:`tellings.errors.ParameterError` if it is of another."""
        try:
            return _types.read(self.annotation, value)
        except ValueError:
            raise ParameterError(f"{self.name} takes {self.type}, not {_shorten(value)}.") from None


def parameters(notebook: Notebook | Path | str) -> dict[str, Parameter]:
    """The parameters of a notebook by name, in the order of its cell tagged ``parameters``.

    A notebook without such a cell has none. Raises :class:`tellings.errors.ParameterError` where the cell is
    not plain assignments with a type each, or where there are two such cells.

    >>> import tellings as tl
    >>> notebook = tl.report.open_notebook("notebooks/2-framing.ipynb")
    >>> list(tl.report.parameters(notebook))[:2]
    ['articles', 'codebook']
    """
    opened = notebook if isinstance(notebook, Notebook) else open_notebook(notebook)
    cells = [cell.source for cell in opened.cells if cell.is_code and TAG in cell.tags]
    if len(cells) > 1:
        raise ParameterError(f"{opened.name} has {len(cells)} cells tagged {TAG!r}; it may have one.")
    return _read_cell(cells[0], opened.name) if cells else {}


def check(notebook: Notebook | Path | str, given: Mapping[str, Any]) -> dict[str, Any]:
    """The given values, each as the type its parameter declares.

    A text is read as the declared type, so values may come from a command line as they are. Raises
    :class:`tellings.errors.ParameterError` for a name the notebook does not have, with the nearest it has,
    and for a value of the wrong type.

    >>> import tellings as tl
    >>> notebook = tl.report.open_notebook("notebooks/2-framing.ipynb")
    >>> tl.report.check(notebook, {"top": 5})
    {'top': 5}
    """
    opened = notebook if isinstance(notebook, Notebook) else open_notebook(notebook)
    known = parameters(opened)
    for name in given:
        if name not in known:
            raise ParameterError(_unknown(name, sorted(known)))
    return _read_all(opened, known, given)


def check_all(notebooks: Sequence[Notebook], given: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The given values for each notebook, by its page: those it knows, each as the type it declares.

    A name is unknown where not one of the notebooks knows it.
    """
    known = {notebook.page: parameters(notebook) for notebook in notebooks}
    opened = {notebook.page: notebook for notebook in notebooks}
    names = sorted({name for declared in known.values() for name in declared})
    for name in given:
        if name not in names:
            raise ParameterError(_unknown(name, names))
    return {
        page: _read_all(opened[page], declared, {name: given[name] for name in given if name in declared})
        for page, declared in known.items()
    }


def _read_all(notebook: Notebook, known: Mapping[str, Parameter], given: Mapping[str, Any]) -> dict[str, Any]:
    read = {name: known[name].read(value) for name, value in given.items()}
    _ranges.within(notebook, read)
    return read


def _read_cell(source: str, notebook: str) -> dict[str, Parameter]:
    try:
        statements = ast.parse(source).body
    except (SyntaxError, ValueError):
        raise ParameterError(f"The parameters cell of {notebook} is not plain Python.") from None
    comments = _comments(source)
    found = {}
    for statement in statements:
        if not isinstance(statement, ast.Import | ast.ImportFrom):
            parameter = _read_statement(statement, comments, notebook)
            found[parameter.name] = parameter
    return found


def _read_statement(statement: ast.stmt, comments: Mapping[int, str], notebook: str) -> Parameter:
    match statement:
        case ast.AnnAssign(target=ast.Name(id=name), annotation=written, value=ast.expr() as value):
            description = comments.get(statement.end_lineno or 0, "")
            return Parameter(name, _annotation(written, name, notebook), _literal(value), description)
    line = f"line {statement.lineno} of the parameters cell of {notebook}"
    raise ParameterError(f"In {line}, write one parameter as `name: type = default  # what it is`.")


def _annotation(written: ast.expr, name: str, notebook: str) -> ast.expr:
    try:
        return _types.annotation(ast.unparse(written))
    except (SyntaxError, ValueError) as error:
        raise ParameterError(f"{notebook}: parameter {name}: {error}.") from None


def _literal(value: ast.expr) -> Any:
    try:
        return ast.literal_eval(value)
    except ValueError:
        return ast.unparse(value)


def _comments(source: str) -> dict[int, str]:
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {token.start[0]: token.string.lstrip("# ") for token in tokens if token.type == tokenize.COMMENT}


def _unknown(name: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    there = f" There are: {', '.join(known)}." if known else " There are none."
    return f"No notebook of this run has a parameter {_shorten(name)}.{hint}{there}"


def _shorten(value: Any) -> str:
    """A value as an error message shows it.

    >>> _shorten("x" * 100)
    "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"
    """
    shown = repr(value)
    return shown if len(shown) <= 60 else f"{shown[:40]}…"
