"""Every regular expression that the package compiles, and how each is used.

Run by itself it imports every module, reads the seeds, and prints what was compiled: ``python patterns.py``. Calls that are
not come by in that way are found in the source, where their pattern has to stand as it is.
"""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

CALLS = {"compile", "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"}
NAMES = {f"re.{call}" for call in CALLS}
ONCE = {"match": "match", "fullmatch": "fullmatch"}  # tried at one place; all else tries every place


class Pattern(NamedTuple):
    """A pattern with the place of the call that compiles it, in the package."""

    pattern: str
    flags: int
    file: str
    line: int


def compiled() -> list[Pattern]:
    """What importing every module and reading the seeds compiles, by every place that asks for it."""
    import tellings

    root = f"{Path(tellings.__file__).parent}/"
    seen: set[Pattern] = set()
    real = re._compile  # type: ignore[attr-defined]

    def recorded(pattern: Any, flags: Any) -> Any:
        frame = sys._getframe(1)
        while frame.f_back and (
            "/re/" in frame.f_code.co_filename or "functools" in frame.f_code.co_filename
        ):
            frame = frame.f_back
        file = frame.f_code.co_filename
        if file.startswith(root) and isinstance(pattern, str):
            seen.add(Pattern(pattern, int(flags), file.removeprefix(root), frame.f_lineno))
        return real(pattern, flags)

    re._compile = recorded  # type: ignore[attr-defined]
    for module in pkgutil.walk_packages(tellings.__path__, "tellings."):
        if "__main__" not in module.name:
            importlib.import_module(module.name)
    reading = tellings.read.all(tellings.load("seeds"))
    for article in reading.corpus:
        tellings.read.stance(reading.corpus.text(article)[:200], 0, 10)
    kinds = tellings.read._credits
    for made in (kinds._listed, kinds._plain, kinds._own, tellings.compare._mentions._concepts):
        made()
    kinds._closes_caption("Two men in Leeds (Getty Images)", 0, (17, 31), "Getty Images")
    tellings.compare.concordance(reading.corpus, "tax* * don't")
    tellings.compare.collocations(reading, "tax*")
    return sorted(seen)


def written(root: Path, seen: set[tuple[str, int]]) -> Iterator[Pattern]:
    """Patterns that stand in the source as they are, of calls other than those seen (by file and number)."""
    for file, tree in trees(root).items():
        for call in calls(tree):
            if (file, id(call)) not in seen and isinstance(call.args[0], ast.Constant):
                names = {node.attr for node in ast.walk(call) if isinstance(node, ast.Attribute)}
                flags = sum(
                    flag for name, flag in re.RegexFlag.__members__.items() if name in names and len(name) > 1
                )
                yield Pattern(call.args[0].value, int(flags), file, call.lineno)


@cache
def trees(root: Path) -> dict[str, ast.Module]:
    """Every file of the package, parsed."""
    files = {str(path.relative_to(root)): path for path in sorted(root.rglob("*.py"))}
    return {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in files.items()}


@cache
def calls(tree: ast.Module) -> tuple[ast.Call, ...]:
    """Calls of the functions of ``re`` that take a pattern."""
    found = (
        node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    )
    return tuple(node for node in found if node.func.attr in CALLS and ast.unparse(node.func) in NAMES)


def call_at(pattern: Pattern, root: Path) -> ast.Call | None:
    """The call that a pattern was compiled by: the narrowest round its line."""
    found = [
        each
        for each in calls(trees(root)[pattern.file])
        if each.lineno <= pattern.line <= (each.end_lineno or 0)
    ]
    return min(found, key=lambda each: (each.end_lineno or 0) - each.lineno, default=None)


def uses(pattern: Pattern, root: Path) -> set[str]:
    """``match``, ``fullmatch`` and ``search``: the ways in which it is tried. What cannot be told counts as a search."""
    call = call_at(pattern, root)
    if call is None:
        return {"search"}
    method = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    if method != "compile":
        return {ONCE.get(method, "search")}
    name = _holder(trees(root)[pattern.file], call)
    return _methods(name, pattern.file, root) if name else _direct(trees(root)[pattern.file], call)


def _direct(tree: ast.Module, call: ast.Call) -> set[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.value is call:
            return {ONCE.get(node.attr, "search")}
    return {"search"}


def _holder(tree: ast.Module, call: ast.Call) -> str:
    """The name that holds the compiled pattern: of a variable, or of the function that returns it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and node.value is call and isinstance(node.targets[0], ast.Name):
            return node.targets[0].id
        if isinstance(node, ast.FunctionDef) and any(
            isinstance(each, ast.Return) and each.value is call for each in ast.walk(node)
        ):
            return node.name
    return ""


@cache
def _mentions(root: Path) -> dict[str, dict[str, set[str]]]:
    """Of every name in every file, what is called on it: ``.match``; ``?`` where it is handed on as it is."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for file, tree in trees(root).items():
        taken: set[int] = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute):
                value = node.value.func if isinstance(node.value, ast.Call) else node.value
                name = getattr(value, "id", getattr(value, "attr", ""))
                if name and (isinstance(value, ast.Name) or node.attr in CALLS):
                    found[file][name].add(node.attr)
                    taken.add(id(value))
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and id(node) not in taken:
                found[file][node.id].add("?")
    return found


@cache
def _users(root: Path) -> dict[str, set[str]]:
    """The files that import a name or take it from a module."""
    users: dict[str, set[str]] = defaultdict(set)
    for file, tree in trees(root).items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute):
                users[node.attr].add(file)
            for each in node.names if isinstance(node, ast.ImportFrom) else ():
                users[each.name].add(file)
    return users


def _methods(name: str, file: str, root: Path) -> set[str]:
    """What is done with a name in its own file and in those that import it."""
    done = set().union(*(_mentions(root)[user].get(name, set()) for user in {file} | _users(root)[name]))
    return {ONCE.get(each, "search") for each in done if each in CALLS or each == "?"} or {"search"}


if __name__ == "__main__":
    json.dump(compiled(), sys.stdout)
