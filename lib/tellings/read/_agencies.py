"""Who pictures are credited to: the agencies and services whose names end a credit line."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

CAPITAL = re.compile(r"[A-ZÀ-Þ@]")  # what the last word of a name in a credit has, but for a few agencies'


@cache
def _names() -> dict[str, list[str]]:
    names: dict[str, list[str]] = tomllib.loads(
        files("tellings.read").joinpath("data/agencies.toml").read_text(encoding="utf-8")
    )
    return names


@cache
def agency() -> str:
    """A pattern of the longest known name at a place, never the head of a longer lower-case word."""
    return _either([name for names in _names().values() for name in names])


@cache
def picture_agency() -> str:
    """The same for names that stand for pictures alone."""
    return _either(_names()["pictures"])


@cache
def small_endings() -> tuple[str, ...]:
    """The last words of names whose last word has no capital: *dpa*, *Channel 4*.

    >>> "dpa" in small_endings(), "Getty" in small_endings()
    (True, False)
    """
    last = {name.rpartition(" ")[2] for names in _names().values() for name in names}
    return tuple(sorted(word for word in last if not CAPITAL.search(word)))


def _either(names: list[str]) -> str:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return f"(?:{'|'.join(map(re.escape, longest_first))})(?![a-z])"
