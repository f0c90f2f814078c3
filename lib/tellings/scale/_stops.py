"""Where sentences end between two chunks: Punkt's decision and the reader's mending, remembered by those two.

Punkt looks at the chunk with the stop and at the one after it, and at nothing else; the mending looks further in few
cases, which are left to the reader. What a chunk and the next come to is therefore asked once, of Punkt itself, and
for the many that end in a plain word and a stop, once for all.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Any

from tellings.read import _punkt
from tellings.scale._chunks import (
    ABBREVIATED,
    ASKED,
    CLOSERS,
    MISSED,
    ODD,
    OPENS,
    PLAIN,
    Chunks,
)

NO, YES, READ, UNLESS = 0, 1, 2, 3
"""No boundary, one, one that the reader must judge, and one unless a reporting verb follows within four chunks."""

_SHIFT = 32
_LETTERS = re.compile(r"[^\W\d_]|-")
_BEFORE_NAMES = frozenset(
    ("al", "el", "ex", "e", "i", "d", "de", "du", "da", "van", "von", "bin", "ibn", "der", "la", "le")
)


class Stops(dict[int, int]):
    """What stands between two chunks, by their numbers: the first one's times 2**32, plus the second's and one.

    >>> chunks = Chunks()
    >>> stops = Stops(chunks)
    >>> [stops.between(*pair) for pair in (("left.", "They"), ("Mr.", "Roe"), ("U.S.", "The"), ("“Why?”", "He"))]
    [1, 0, 2, 3]
    """

    def __init__(self, chunks: Chunks) -> None:
        self._chunks = chunks
        self._of: dict[tuple[str, str], int] = {}

    def between(self, one: str, two: str) -> int:
        """What stands between two chunks."""
        return self[(self._chunks[one] << _SHIFT) + self._chunks[two] + 1]

    def __missing__(self, key: int) -> int:
        one, two = key >> _SHIFT, (key & (1 << _SHIFT) - 1) - 1
        self[key] = found = self._alone(one) if two < 0 else self._pair(one, two)
        return found

    def _alone(self, one: int) -> int:
        """The last chunk of a stretch: nothing, unless Punkt would cut it in itself."""
        return NO if len(_cuts(self._chunks.strings[one])) == 0 else READ

    def _pair(self, one: int, two: int) -> int:
        first, second = self._chunks.strings[one], self._chunks.strings[two]
        flags, after = int(self._chunks.flags[one]), int(self._chunks.flags[two])
        alike = second
        if flags & PLAIN:
            first = _plain(first)
            alike = second = "Then" if not after & (ODD | CLOSERS) else second
        elif first[:-1].isdigit() and first[-1] == ".":
            first = "20."
        if alike is second and self._chunks.cores[two] == second and not after & ODD:
            alike = _sort(second, after)
        key = first, alike
        if key not in self._of:
            self._of[key] = _decide(first, second, flags, after)
        return self._of[key]


def _sort(word: str, after: int) -> str:
    """All that Punkt knows of a capitalised word, as a name for words of which it knows the same."""
    known: Any = _punkt._model().params
    small = word.lower()
    if small in _seconds():
        return word
    told = (known.ortho(small), small in known.sent_starters, small in _punkt._STARTERS, bool(after & OPENS))
    return str(told)


@cache
def _seconds() -> frozenset[str]:
    """Words that stand second in a pair that Punkt keeps together."""
    known: Any = _punkt._model().params
    return frozenset(second for _, second in known.collocations)


def _plain(chunk: str) -> str:
    """The same stop and marks after another plain word."""
    return "council" + _LETTERS.sub("", chunk)


def _decide(one: str, two: str, flags: int, after: int) -> int:
    cuts = _cuts(f"{one} {two} word")
    if flags & MISSED and after & OPENS:
        return READ if cuts != [(len(one), len(one) + 1)] or flags & ABBREVIATED else YES
    if not cuts:
        return NO
    if cuts != [(len(one), len(one) + 1)] or after & CLOSERS:
        return READ
    if after & ODD:
        return _small(one, two, flags)
    if flags & ABBREVIATED:
        return _abbreviated(one, two)
    return UNLESS if flags & ASKED else YES


def _small(one: str, two: str, flags: int) -> int:
    """Before a small letter the sentence goes on, but after a full stop that is no abbreviation's: words were lost."""
    plain = two.rstrip(",;:.")
    if not (plain.isalpha() and plain.islower()) or plain in _BEFORE_NAMES or len(two) > 48:
        return READ
    if one[-1] != ".":
        return NO
    last = _punkt._LAST_WORD.search(one)
    return NO if last and not flags & PLAIN and _punkt._is_abbreviation(last.group(1)) else YES


def _abbreviated(one: str, two: str) -> int:
    """After an abbreviation, by the next word; after an initial, by the word before too, which is not known here."""
    last = _punkt._LAST_WORD.search(one)
    if last is None or len(last.group(1)) < 3:
        return READ
    return NO if _punkt._abbreviates(one, two.lstrip(_punkt._OPENING)) else YES


def _cuts(text: str) -> list[tuple[int, int]]:
    """Where Punkt cuts: the end of each sentence but the last, and where the next one begins."""
    model: Any = _punkt._model()
    spans = list(model.span_tokenize(text))
    return [(one[1], two[0]) for one, two in pairwise(spans)]
