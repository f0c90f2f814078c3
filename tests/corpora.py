"""Small corpora for tests: a text an outlet, loaded and read as any other."""

from __future__ import annotations

import csv
from pathlib import Path

import tellings as tl
from benchmarks.measure import articles


def corpus(folder: Path, **texts: str) -> tl.Corpus:
    """A corpus of one article an outlet; the names are the outlets'."""
    for outlet, text in texts.items():
        (folder / f"{outlet}.txt").write_text(text, encoding="utf-8")
    return tl.load(str(folder))


def reading(folder: Path, **texts: str) -> tl.read.Reading:
    """The same, read by every reader."""
    return tl.read.all(corpus(folder, **texts))


def many(folder: Path, n: int, *, outlets: int = 10) -> Path:
    """A folder of ``n`` articles about the seeds' event, from so many outlets: the seeds' sentences, varied."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "metadata.csv").open("w", encoding="utf-8", newline="") as listed:
        rows = csv.writer(listed)
        rows.writerow(("file", "outlet", "title", "date"))
        for number, text in enumerate(articles(n)):
            (folder / f"paper-{number:03}.txt").write_text(text, encoding="utf-8")
            title, day = text.split(".")[0][:90], f"2025-11-{number % 28 + 1:02}"
            rows.writerow((f"paper-{number:03}.txt", f"Paper {number % outlets + 1}", title, day))
    return folder
