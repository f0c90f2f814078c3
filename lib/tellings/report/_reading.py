"""One reader over articles, as CSV: what ``tellings read`` prints."""

from __future__ import annotations

import difflib
from pathlib import Path

import pandas as pd

from tellings import read
from tellings.corpus import load
from tellings.errors import ParameterError
from tellings.show._publish import csv_text

_NOT_READERS = ("all", "Reading")


def readers() -> list[str]:
    """The names of the readers."""
    return [name for name in read.__all__ if name not in _NOT_READERS]


def reading_csv(reader: str, path: Path) -> str:
    """What the reader finds in each article of ``path``, with the article's id in front, as CSV."""
    if reader not in readers():
        near = difflib.get_close_matches(reader, readers(), n=1)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        raise ParameterError(f"There is no reader {reader!r}.{hint} There are: {', '.join(readers())}.")
    corpus = load(path)
    frames = []
    for article in corpus:
        frame = getattr(read, reader)(corpus.text(article))
        frame.insert(0, "article", article)
        frames.append(frame)
    return csv_text(pd.concat(frames, ignore_index=True))
