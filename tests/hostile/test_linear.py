"""Every reader is linear: what it does is counted, not timed, on texts of one, two and four lengths.

Counted are all calls, in Python and in C. The work within a regular expression is one call, whatever it does:
``test_patterns.py`` holds that it is linear in the text it is given.
"""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

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


def work(text: str) -> dict[str, int]:
    """Of each reader, how much was done for it; what readers share is counted for the first."""
    document, counts = Document(text), dict.fromkeys(READERS, 0)
    count = 0

    def call(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    for name, reader in READERS.items():
        count = 0
        sys.setprofile(call)
        try:
            document(reader.find)
        finally:
            sys.setprofile(None)
        counts[name] = count
    return counts


@pytest.fixture(scope="module", autouse=True)
def _read_once() -> None:
    """What readers keep between texts is there before anything is counted."""
    work("Ana Hale said 5% of the 40 people left Leeds on May 3. “No,” he said.")


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_work_grows_no_faster_than_the_text(piece: str) -> None:
    work(piece * 9)
    short, middle, long = (work((piece * length)[:length]) for length in LENGTHS)
    grown = {
        name: (short[name], middle[name], long[name])
        for name in READERS
        if middle[name] > GROWTH * short[name] + 500 and long[name] > GROWTH * middle[name] + 500
    }
    assert not grown


def test_the_measure_sees_work_that_grows_with_the_square() -> None:
    def squared(document: Document) -> list[Any]:
        return [a for a in document.text for b in document.text if len(a) > len(b)]

    def counted(text: str) -> int:
        seen = 0

        def call(frame: FrameType, event: str, argument: Any) -> None:
            nonlocal seen
            seen += event == "c_call"

        sys.setprofile(call)
        try:
            squared(Document(text))
        finally:
            sys.setprofile(None)
        return seen

    assert counted("a" * 200) > GROWTH * counted("a" * 100)
