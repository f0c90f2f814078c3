"""Tellings shows how different newsrooms tell the same story: articles in, checkable HTML reports out.

>>> import tellings as tl
>>> corpus = tl.load("seeds")
>>> len(corpus)
2
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tellings import coding, compare, errors, explore, read, report, scale, show
    from tellings.corpus import Corpus, load, locate

__all__ = [
    "Corpus",
    "coding",
    "compare",
    "errors",
    "explore",
    "load",
    "locate",
    "read",
    "report",
    "scale",
    "show",
]

_CORPUS = frozenset({"Corpus", "load", "locate"})


def __getattr__(name: str) -> Any:
    """A stage is imported when it is first used, so that `tellings --help` need not wait for pandas."""
    if name in _CORPUS:
        return getattr(import_module("tellings.corpus"), name)
    if name in __all__:
        return import_module(f"tellings.{name}")
    raise AttributeError(f"module 'tellings' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*__all__, *(name for name in globals() if name.startswith("__"))})
