"""The account of a load, made up on every run: what came in is loaded or listed, each once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tellings.corpus._corpus import Corpus
from tellings.corpus._find import Found
from tellings.corpus._types import Article, Problem

_FAULT = "A fault of Tellings, not of the articles: {}. Please report it, with what was loaded."


def balanced(corpus: Corpus, found: Found, outcomes: Sequence[Article | Problem]) -> Corpus:
    """The corpus, where each file and table found has come to something, and all of that is in the corpus.

    Anything else would be an article dropped in silence: a RuntimeError that says which.
    """
    loaded = [item for item in outcomes if isinstance(item, Article)]
    refused = Counter(item.file for item in outcomes if isinstance(item, Problem))
    if lost := _lost(found, loaded, refused):
        raise RuntimeError(_FAULT.format(f"neither loaded nor listed are {', '.join(map(repr, lost[:5]))}"))
    if len(corpus) != len(loaded) or len(corpus.articles) != len(loaded):
        raise RuntimeError(_FAULT.format(f"{len(loaded)} articles became {len(corpus)}"))
    if Counter(corpus.problems["file"]) != refused + Counter(item.file for item in found.problems):
        raise RuntimeError(_FAULT.format(f"{len(corpus.problems)} problems are listed, and others were met"))
    return corpus


def _lost(found: Found, loaded: Sequence[Article], refused: Counter[str]) -> list[str]:
    """The files that came to nothing, and the tables of which no row came to anything."""
    became = refused + Counter(item.source.path for item in loaded if item.source.row is None)
    texts = Counter(file.name for file in found.texts) - became
    rows = {item.source.path for item in loaded if item.source.row is not None}
    bare = [file.name for file in found.tables if file.name not in rows]
    return [*texts, *(name for name in bare if not any(label.startswith(name) for label in refused))]
