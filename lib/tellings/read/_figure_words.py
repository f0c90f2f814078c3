"""The word lists of the quantity reader, from their data file."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


def data(name: str) -> str:
    """The text of one of the readers' data files."""
    return files("tellings.read").joinpath(f"data/{name}").read_text(encoding="utf-8")


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in tomllib.loads(data("figures.toml")).items()}


@cache
def listed(name: str) -> frozenset[str]:
    """The words of one list.

    >>> "approximately" in listed("about")
    True
    """
    return _lists()[name]
