"""Lexemes: a text cut where figures need it cut, so that ``£1.2bn`` is a sign, a number and a magnitude."""

from __future__ import annotations

import re
from functools import partial
from typing import NamedTuple

from tellings.read import _sentences
from tellings.read._document import Document

# Groups of thousands are bounded, so that a line of commas and digits is read once from each place.
_LEXEME = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{3}){1,6}(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\w.])\.\d+)"
    r"|(?<!\w)(?:[A-Z]\.){2,4}(?!\w)|[^\W\d_]+(?:['’][^\W\d_]+)*|\S"
)


class Lexeme(NamedTuple):
    """A number, a word or a mark; ``glued`` to the one before where nothing stands between them."""

    start: int
    end: int
    text: str
    low: str
    number: bool
    glued: bool
    sentence: int

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital letter."""
        return self.text[0].isupper()

    @property
    def word(self) -> bool:
        """Whether it is a word."""
        return self.text[0].isalpha()


_lexeme = partial(tuple.__new__, Lexeme)
END = Lexeme(-1, -1, " ", " ", False, False, -1)


class Lexemes(list[Lexeme]):
    """Lexemes in the order of the text; outside the text, and only there, ``at`` gives a blank one."""

    def at(self, place: int, *, like: int | None = None) -> Lexeme:
        """The lexeme at a place; blank if it is outside the text, or outside the sentence of ``like``."""
        if not 0 <= place < len(self):
            return END
        found = self[place]
        return END if like is not None and found.sentence != self[like].sentence else found

    def low(self, place: int) -> str:
        """The lexeme at a place in small letters."""
        return self[place].low if 0 <= place < len(self) else " "

    def opens(self, place: int) -> bool:
        """Whether the lexeme is the first of its sentence, marks of quotation aside."""
        before = place - 1
        while before >= 0 and place - before < 3 and self[before].text in "\"'“‘”’`(-–—":
            before -= 1
        return before < 0 or self[before].sentence != self[place].sentence or self[before].text in ":"


def find(document: Document) -> Lexemes:
    """The lexemes of a document."""
    found, number, last = Lexemes(), 0, -1
    starts = [sentence.start for sentence in document(_sentences.find)][1:]
    starts.append(len(document.text) + 1)
    following = starts[0]
    for match in _LEXEME.finditer(document.text):
        start, end = match.span()
        while start >= following:
            number += 1
            following = starts[number]
        text = match.group()
        found.append(
            _lexeme((start, end, text, text.lower(), match.lastindex is not None, start == last, number))
        )
        last = end
    return found
