"""Small corpora for tests: a text an outlet, loaded and read as any other."""

from __future__ import annotations

from pathlib import Path

import tellings as tl


def corpus(folder: Path, **texts: str) -> tl.Corpus:
    """A corpus of one article an outlet; the names are the outlets'."""
    for outlet, text in texts.items():
        (folder / f"{outlet}.txt").write_text(text, encoding="utf-8")
    return tl.load(str(folder))


def reading(folder: Path, **texts: str) -> tl.read.Reading:
    """The same, read by every reader."""
    return tl.read.all(corpus(folder, **texts))
