"""Files of other packages that readers learn from: located, never imported, since importing some takes seconds."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


def shipped_file(package: str, *parts: str, install: str) -> Path:
    """The path of a file that an installed package ships; ``install`` is the package's name for pip.

    Raises ModuleNotFoundError, which says how to install it, where the package is missing.

    >>> shipped_file("textblob", "en", "en-lexicon.txt", install="textblob").name
    'en-lexicon.txt'
    """
    spec = find_spec(package)
    folders = spec.submodule_search_locations if spec else None
    if not folders:
        raise ModuleNotFoundError(f"{install} is missing: run `make setup`, or pip install {install}")
    return Path(next(iter(folders))).joinpath(*parts)
