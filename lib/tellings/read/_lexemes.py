"""Lexemes: a text cut where figures need it cut, so that ``£1.2bn`` is a sign, a number and a magnitude."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Set
from functools import partial
from itertools import accumulate, chain, compress, count
from operator import add, itemgetter
from typing import NamedTuple

from tellings.read import _sentences
from tellings.read._document import Document
from tellings.read._remembered import Remembered

# Groups of thousands are bounded, so that a line of commas and digits is read once from each place.
_LEXEME = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{3}){1,6}(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\w.])\.\d+)"
    r"|(?<!\w)(?:[A-Z]\.){2,4}(?!\w)|[^\W\d_]+(?:['’][^\W\d_]+)*|\S"
)
NUMBER = "0"  # what stands for all numbers among words


class Lexeme(NamedTuple):
    """A number, a word or a mark; ``glued`` to the one before where nothing stands between them.

    It says nothing of its place in the text (:meth:`Lexemes.start`), so that one is made for all places where its
    chunk stands, from whose beginning on it reaches from ``since`` to ``until``.
    """

    text: str
    low: str
    number: bool
    glued: bool
    capital: bool  # whether it starts with a capital letter
    word: bool
    since: int
    until: int
    sort: str  # the word or mark in small letters; of any number NUMBER


_lexeme = partial(tuple.__new__, Lexeme)  # a row of nine values, without a look at their names
END = Lexeme(" ", " ", False, False, False, False, -1, -1, " ")
_since, _sort = itemgetter(6), itemgetter(8)


def _cut(chunk: str) -> tuple[Lexeme, ...]:
    """The lexemes of what stands between two blanks: no lexeme reaches over a blank, nor looks beyond one."""
    if chunk.isalpha():
        return (
            _lexeme(
                (chunk, low := chunk.lower(), False, False, chunk[0].isupper(), True, 0, len(chunk), low)
            ),
        )
    found: list[Lexeme] = []
    last = -1
    for match in _LEXEME.finditer(chunk):
        (start, end), text = match.span(), match.group()
        low, number = text.lower(), match.lastindex is not None
        sort = NUMBER if number else low
        glued, capital, word = start == last, text[0].isupper(), text[0].isalpha()
        found.append(_lexeme((text, low, number, glued, capital, word, start, end, sort)))
        last = end
    return tuple(found)


_cuts = Remembered(_cut)


class Lexemes(list[Lexeme]):
    """Lexemes in the order of the text; outside the text, and only there, ``at`` gives a blank one."""

    def __init__(self, text: str, sentences: list[int]) -> None:
        """The lexemes of a text whose sentences start at these offsets."""
        chunks = text.replace("\n", " ").split(" ")
        cuts = list(map(_cuts.__getitem__, chunks))
        super().__init__(chain.from_iterable(cuts))
        self._sorts = list(map(_sort, self))
        # Of each chunk the place of its first lexeme, and where it begins: behind the others, with a blank each.
        self._firsts = list(accumulate(map(len, cuts), initial=0))
        self._begins: list[int] = list(map(add, accumulate(map(len, chunks), initial=0), count()))
        self._opening = [0, *map(self.since, sentences[1:]), len(self)]
        self._like, self._within = -1, (0, 0)

    def _offset(self, place: int) -> int:
        """Where the chunk of a lexeme begins."""
        return self._begins[bisect_right(self._firsts, place) - 1]

    def start(self, place: int) -> int:
        """Where the lexeme at a place begins in the text."""
        return self._offset(place) + self[place].since

    def end(self, place: int) -> int:
        """Where the lexeme at a place ends in the text."""
        return self._offset(place) + self[place].until

    def since(self, offset: int) -> int:
        """The place of the first lexeme that begins at an offset or behind it."""
        chunk = bisect_right(self._begins, offset, hi=len(self._begins) - 1) - 1
        within = offset - self._begins[chunk]
        return bisect_left(self, within, self._firsts[chunk], self._firsts[chunk + 1], key=_since)

    def places(self, sorts: Set[str]) -> list[int]:
        """The places of these words, and of all numbers if NUMBER is one."""
        return list(compress(count(), map(sorts.__contains__, self._sorts)))

    def sentence(self, place: int) -> tuple[int, int]:
        """The places of the first lexeme of the sentence that one stands in, and after its last."""
        if place != self._like:
            number = bisect_right(self._opening, place, hi=len(self._opening) - 1)
            self._like, self._within = place, (self._opening[number - 1], self._opening[number])
        return self._within

    def at(self, place: int, *, like: int | None = None) -> Lexeme:
        """The lexeme at a place; blank if it is outside the text, or outside the sentence of ``like``."""
        if like is not None:
            first, last = self.sentence(like)
            return self[place] if first <= place < last else END
        return self[place] if 0 <= place < len(self) else END

    def low(self, place: int) -> str:
        """The lexeme at a place in small letters."""
        return self[place].low if 0 <= place < len(self) else " "

    def opens(self, place: int) -> bool:
        """Whether the lexeme is the first of its sentence, marks of quotation aside."""
        before = place - 1
        while before >= 0 and place - before < 3 and self[before].text in "\"'“‘”’`(-–—":
            before -= 1
        return before < self.sentence(place)[0] or self[before].text in ":"


def find(document: Document) -> Lexemes:
    """The lexemes of a document."""
    return Lexemes(document.text, [sentence.start for sentence in document(_sentences.find)])
