"""Every reader is linear: what it does is counted, not timed, on texts of one, two and four lengths.

So are stance and the contrasts that look at pairs, in a sentence that does not end. Counted are all calls, in Python and
in C. The work within a regular expression is one call, whatever it does:
``test_patterns.py`` holds that it is linear in the text it is given.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import tellings as tl
from tellings.compare import _ledger, _stance
from tellings.read._all import READERS
from tellings.read._document import Document

PIECES = {
    "quotation marks": "“", "straight marks": '"', "apostrophes": "'", "closing marks": "” ", "brackets": "([",
    "bracketed": "(a) ", "commas": "1,", "digits": "9", "numbers": "9 ", "number words": "one ",
    "hundreds": "a hundred ", "shares": "5% of the ", "ranges": "1 to ", "ages": ", 44", "dates": "May 3 ",
    "capitals": "A", "initials": "A. ", "names": "Ana Hale ", "titles": "Mr ", "bodies": "the Council of ",
    "word": "a", "words": "tax ", "stops": ".", "dots": "... ", "sentences": "He said. ", "said": "said ",
    "quotes": "“No,” he said. ", "open": "“No he said. ", "lines": "No\n\n", "credits": "Credit: Ana Hale/PA ",
    "links": "READ MORE: a\n", "slashes": "/", "dashes": "—", "hyphens": "a-", "spaces": " ",
    "commas of lists": "Ana, ", "not": "not ", "very": "very good ", "ties": "and Ana ", "joiners": "\u200d",
    "accents": "e\u0301", "gaps": "the , ", "loaded": "illegal crisis ", "places": "in France ",
}  # fmt: skip
LENGTHS = (800, 1600, 3200)
GROWTH = 2.5  # a doubling, where linear work doubles


@contextmanager
def counted(counts: dict[str, int], name: str) -> Iterator[None]:
    """How many calls are made inside, under a name."""
    counts[name] = 0

    def call(frame: FrameType, event: str, argument: Any) -> None:
        counts[name] += event in {"call", "c_call"}

    sys.setprofile(call)
    try:
        yield
    finally:
        sys.setprofile(None)


def work(text: str) -> dict[str, int]:
    """Of each reader, how much was done for it; what readers share is counted for the first."""
    document, counts = Document(text), dict[str, int]()
    for name, reader in READERS.items():
        with counted(counts, name):
            document(reader.find)
    with counted(counts, "stance"):
        tl.read.stance_reasons(text, len(text) // 2, len(text) // 2 + 1)
    return counts


def too_fast(
    short: dict[str, int], middle: dict[str, int], long: dict[str, int], *, growth: float = GROWTH
) -> dict[str, tuple[int, int, int]]:
    """What grew faster than the text, twice over."""
    return {
        name: (short[name], middle[name], long[name])
        for name in short
        if middle[name] > growth * short[name] + 500 and long[name] > growth * middle[name] + 500
    }


@pytest.fixture(scope="module", autouse=True)
def _read_once() -> None:
    """What readers keep between texts is there before anything is counted."""
    work("Ana Hale said 5% of the 40 people left Leeds on May 3. “No,” he said.")


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_work_grows_no_faster_than_the_text(piece: str) -> None:
    work(piece * 9)
    short, middle, long = (work((piece * length)[:length]) for length in LENGTHS)
    assert not too_fast(short, middle, long)


PARTS = ["ba", "co", "di", "fu", "ge", "la", "mo", "ni", "pu", "re", "sa", "to", "vi", "wo", "ze"]
NAMES = [
    f"{a.title()}{b} {c.title()}{d}" for a, b, c, d in product(PARTS, PARTS[:7], PARTS[7:9], PARTS)
]  # 3,150
# A sentence that goes on for so many people, shares or quotations, and the contrasts that look at them in pairs.
ENDLESS: dict[str, Callable[[int], str]] = {
    "people": lambda size: ", ".join(NAMES[:: len(NAMES) // (2 * size)][: 2 * size]),
    "shares": lambda size: "of 40 boats 5% and " * size,
    "quotations": lambda size: "he said “so be it” and " * size,
}
CONTRASTS: dict[str, tuple[Callable[[tl.read.Reading], Any], ...]] = {
    "people": (tl.compare.people, tl.compare.stances),
    "shares": (tl.compare.audit, tl.compare.ledger),
    "quotations": (tl.compare.genealogy, tl.compare.quotation_warnings),
}


def contrasted(folder: Path, kind: str, size: int) -> dict[str, int]:
    """Of each contrast, how much was done for it between two articles with one such sentence."""
    folder.mkdir()
    for name in ("heron", "finch"):
        text = f"The board met in Leeds on Monday, the {name} wrote.\n\nThere were {ENDLESS[kind](size)} there.\n\nIt went home."
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    reading, counts = tl.read.all(tl.load(folder)), dict[str, int]()
    for contrast in CONTRASTS[kind]:
        with counted(counts, contrast.__name__):
            contrast(reading)
    return counts


@pytest.mark.parametrize("kind", ENDLESS)
def test_contrasts_of_an_endless_sentence_grow_no_faster_than_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(_ledger, "_MOST", 20)  # so many numbers of an article are compared with one another
    monkeypatch.setattr(_stance, "_LONGEST", 300)
    contrasted(tmp_path / "first", kind, 4)
    short, middle, long = (contrasted(tmp_path / f"{size}", kind, size) for size in (40, 80, 160))
    assert not too_fast(short, middle, long, growth=2.3)


def test_the_measure_sees_work_that_grows_with_the_square() -> None:
    def squared(document: Document) -> list[Any]:
        return [a for a in document.text for b in document.text if len(a) > len(b)]

    def work_of(text: str) -> int:
        counts = dict[str, int]()
        with counted(counts, "squared"):
            squared(Document(text))
        return counts["squared"]

    assert work_of("a" * 200) > GROWTH * work_of("a" * 100)


def test_stance_is_judged_in_a_stretch_of_an_endless_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "heron.txt").write_text(f"There were {ENDLESS['people'](40)} there.", encoding="utf-8")
    reading = tl.read.all(tl.load(tmp_path))
    monkeypatch.setattr(_stance, "_LONGEST", 300)
    rows = tl.compare.stances(reading)
    assert len(rows) > 20
    assert rows["sentence_text"].str.len().max() <= 300
    assert all(row.text in row.sentence_text for row in rows.itertuples())
