"""The types a notebook's parameter can declare, and how a given value is read as one of them."""

from __future__ import annotations

import ast
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

_NONE = ("None", "none", "null")
_TRUE, _FALSE = ("true", "yes", "on", "1"), ("false", "no", "off", "0")
# The order in which the members of a union are tried: a text that can be a number is one.
_RANK = ("None", "bool", "int", "float", "Literal", "list", "Path", "str")
_BOXES = ("list", "Literal", "Optional", "Union")


def read(annotation: ast.expr, value: Any) -> Any:
    """The value as the annotated type; ValueError if it is none of it.

    A text is read as the type says, so that a command line can give every type: ``"5"`` as int, ``"yes"`` as
    bool, ``"a, b"`` or ``'["a", "b"]'`` as list. A value of another type must be of the declared one; an int
    passes for a float, a bool never for a number.

    >>> read(annotation("int | None"), "5"), read(annotation("list[str]"), "a, b")
    (5, ['a', 'b'])
    """
    kind, inner = _parts(annotation)
    if kind == "|":
        return _read_any(inner, value)
    if kind == "list":
        return [read(inner[0], item) for item in _items(value)]
    if kind == "Literal":
        return _read_choice([ast.literal_eval(choice) for choice in inner], value)
    return _READERS[kind](value)


def annotation(written: str) -> ast.expr:
    """The annotation as written in a parameters cell; SyntaxError or ValueError for a type not known here.

    >>> spell(annotation("Optional[str]"))
    'str | None'
    """
    parsed = ast.parse(written, mode="eval").body
    _check(parsed)
    return parsed


def spell(annotated: ast.expr) -> str:
    """The type in words that fit an error message.

    >>> spell(annotation("list[str] | None")), spell(annotation("Literal['a', 'b']"))
    ('list[str] | None', "'a' or 'b'")
    """
    kind, inner = _parts(annotated)
    if kind == "|":
        return " | ".join(spell(member) for member in inner)
    if kind == "Literal":
        return " or ".join(ast.unparse(choice) for choice in inner)
    return f"list[{spell(inner[0])}]" if kind == "list" else kind


def takes_path(annotated: ast.expr) -> bool:
    """Whether the type is a file or folder: such a value is found from where the user stands.

    >>> takes_path(annotation("str | Path")), takes_path(annotation("str"))
    (True, False)
    """
    kind, inner = _parts(annotated)
    return kind == "Path" or (kind in ("|", "list") and any(takes_path(member) for member in inner))


def _check(annotated: ast.expr) -> None:
    kind, inner = _parts(annotated)
    if kind in ("|", "list"):
        for member in inner:
            _check(member)
    elif kind != "Literal" and kind not in _READERS:
        raise ValueError(f"{ast.unparse(annotated)} is not a type that a parameter can have")


def _parts(annotated: ast.expr) -> tuple[str, list[ast.expr]]:
    """The name of a type and what stands in its brackets; unions in all their spellings are ``|``."""
    match annotated:
        case ast.Constant(value=str(written)):
            return _parts(ast.parse(written, mode="eval").body)
        case ast.Constant(value=None):
            return "None", []
        case ast.Name(id=name) | ast.Attribute(attr=name) if name not in _BOXES:
            return name, []
        case ast.BinOp(op=ast.BitOr(), left=left, right=right):
            return "|", [*_members(left), *_members(right)]
        case ast.Subscript(value=ast.Name(id=name) | ast.Attribute(attr=name), slice=inner) if name in _BOXES:
            return _box(name, inner)
    raise ValueError(f"{ast.unparse(annotated)} is not a type that a parameter can have")


def _box(name: str, inner: ast.expr) -> tuple[str, list[ast.expr]]:
    inside = inner.elts if isinstance(inner, ast.Tuple) else [inner]
    if name == "Optional":
        return "|", [*inside, ast.Constant(value=None)]
    return ("|" if name == "Union" else name), list(inside)


def _members(annotated: ast.expr) -> list[ast.expr]:
    kind, inner = _parts(annotated)
    return inner if kind == "|" else [annotated]


def _read_any(members: list[ast.expr], value: Any) -> Any:
    for member in sorted(members, key=lambda member: _RANK.index(_parts(member)[0])):
        try:
            return read(member, value)
        except ValueError:
            continue
    raise ValueError


def _read_choice(choices: list[Any], value: Any) -> Any:
    for choice in choices:
        if (value == choice and type(value) is type(choice)) or value == str(choice):
            return choice
    raise ValueError


def _items(value: Any) -> list[Any]:
    if isinstance(value, list | tuple):
        return list(value)
    if not isinstance(value, str):
        raise ValueError
    if not value.strip().startswith("["):
        return [item.strip() for item in value.split(",") if item.strip()]
    try:
        items = ast.literal_eval(value.strip())
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise ValueError from None
    if not isinstance(items, list):
        raise ValueError
    return items


def _none(value: Any) -> None:
    if value is not None and value not in _NONE:
        raise ValueError


def _bool(value: Any) -> bool:
    if isinstance(value, str) and value.lower() in (*_TRUE, *_FALSE):
        return value.lower() in _TRUE
    if not isinstance(value, bool):
        raise ValueError
    return value


def _int(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise ValueError
    return int(value)


def _float(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ValueError
    number = float(value)
    if not math.isfinite(number):
        raise ValueError
    return number


def _str(value: Any) -> str:
    # No text of a person's holds a NUL, and no path may.
    if not isinstance(value, str) or "\0" in value:
        raise ValueError
    return value


def _path(value: Any) -> str:
    if not isinstance(value, str | Path) or "\0" in str(value):
        raise ValueError
    return str(value)


_READERS: dict[str, Callable[[Any], Any]] = {
    "None": _none,
    "bool": _bool,
    "int": _int,
    "float": _float,
    "str": _str,
    "Path": _path,
}
