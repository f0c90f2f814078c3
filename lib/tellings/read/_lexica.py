"""The words of a sentence as the tone readers see them, and the tables of weights that they were fitted to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

_ITEM = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?|\d[\d.,]*|[^\w\s]")


def word_set(listed: str) -> frozenset[str]:
    """A set of words from a list with blanks between them."""
    return frozenset(listed.split())


NEGATORS = word_set("not no never cannot neither nor without hardly barely scarcely nothing nobody none")
SCOPE = 3  # words that a negator reaches, unless a mark comes first
NEGATED = -0.4  # what negation makes of a word's weight; "not good" is less bad than "good" is good
CONJUNCTIONS = word_set(
    "and but or while because although though whereas who whom whose which that what when where as after before "
    "if than so"
)
_BREAKS = frozenset(',;:.()-–—!?“”"[]…')
# Plain terms of the field: a security minister is no comfort, and a party no celebration.
PLAIN = word_set(
    "alliance asylum border borders care committee conservative credit cross deal deals defence defense democratic "
    "energy force forces grand grant interest interests intelligence justice labor labour liberal mandate migrant "
    "migrants minister ministers party parties security share shares special supreme trust united welfare"
)
# After these, a plain term is a verb: to force, will share, they care.
VERB_BEFORE = word_set(
    "to will would can could may might must should not i you he she we they who don't doesn't didn't won't can't"
)
_HEADLINE = 0.6  # of the words in capitals: then a capital marks no name


class Word(NamedTuple):
    """A word or mark: where it stands, its key in small letters, and what it is there.

    ``counts`` is whether it may carry feeling: no mark, no name, no plain term of the field. ``clause`` numbers
    the stretches between marks and conjunctions.
    """

    start: int
    end: int
    key: str
    counts: bool
    name: bool
    negated: bool
    quoted: bool
    clause: int

    @property
    def sign(self) -> float:
        """What a word's weight is multiplied by."""
        return NEGATED if self.negated else 1.0


def words(text: str) -> list[Word]:
    """The words and marks of a sentence, in order."""
    items = [(m.start(), m.end(), m.group()) for m in _ITEM.finditer(text)]
    capitals = [word[0].isupper() for _, _, word in items if word[0].isalpha()]
    headline = sum(capitals) > _HEADLINE * len(capitals)
    return _Walk(items, headline).words()


class _Walk:
    """One pass over a sentence, with what its words so far leave behind."""

    def __init__(self, items: list[tuple[int, int, str]], headline: bool) -> None:
        self.items, self.headline = items, headline
        self.negated = self.clause = 0
        self.opens, self.quoted, self.before = True, False, ""

    def words(self) -> list[Word]:
        return [
            self._word(place, *item) if item[2][0].isalpha() else self._mark(*item)
            for place, item in enumerate(self.items)
        ]

    def _mark(self, start: int, end: int, mark: str) -> Word:
        if mark in _BREAKS:
            self.negated, self.clause = 0, self.clause + 1
        self.opens = self.opens or mark in '.?!:“"'
        self.quoted = mark == "“" or (mark == '"' and not self.quoted) or (self.quoted and mark not in '”"')
        self.before = mark
        return Word(
            start, end, "0" if mark[0].isdigit() else mark, False, False, False, self.quoted, self.clause
        )

    def _word(self, place: int, start: int, end: int, written: str) -> Word:
        key = plain(written)
        self.clause += key in CONJUNCTIONS
        name = self._is_name(place, written, key)
        counts = not name and (key not in PLAIN or self.before in VERB_BEFORE)
        word = Word(start, end, key, counts, name, self.negated > 0, self.quoted, self.clause)
        self.negated = SCOPE if key in NEGATORS or key.endswith("n't") else self.negated - 1
        self.opens, self.before = False, key
        return word

    def _is_name(self, place: int, written: str, key: str) -> bool:
        if self.headline or not written[0].isupper() or key == "i" or key.startswith("i'"):
            return False
        following = self.items[place + 1][2] if place + 1 < len(self.items) else ""
        return not self.opens or (following[:1].isupper() and following != "I")


def plain(written: str) -> str:
    """A word as the tables have it: small letters, a straight apostrophe, no possessive."""
    key = written.lower().replace("’", "'")
    return key[:-2] if key.endswith("'s") else key


@cache
def weights(name: str) -> Mapping[str, NDArray[Any]]:
    """The arrays of a table in ``read/data``."""
    with (
        files("tellings.read").joinpath("data", name).open("rb") as file,
        np.load(file, allow_pickle=False) as table,
    ):
        return MappingProxyType({key: table[key] for key in table.files})


@cache
def index(name: str, column: str) -> Mapping[str, int]:
    """The row of each word, or of each feature, in a table."""
    return MappingProxyType({word: row for row, word in enumerate(weights(name)[column].tolist())})
