"""The words of a sentence as the tone readers see them, and the tables of weights that they were fitted to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate, count
from operator import add
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tellings.read._remembered import Remembered

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


_SENTENCES = 64  # that are remembered, for the readers that ask of the same one
_LONGEST = 2_000  # characters of such a sentence


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


class _Form(NamedTuple):
    """What a word or mark that is not like most does to its sentence, wherever it stands."""

    word: bool
    breaks: bool
    opens: bool
    quotes: bool
    upper: bool = False
    capital: bool = False
    negates: bool = False
    plain: bool = False


Item = tuple[int, int, str, _Form | None]
"""A word or mark: where it begins and ends, its key, and its form; None for most words."""
_ASKED = NEGATORS | CONJUNCTIONS | PLAIN


def _form(written: str) -> tuple[str, _Form | None]:
    """The key of a word or mark, and its form; None for most words, of which no rule asks anything."""
    if not written[0].isalpha():
        key = "0" if written[0].isdigit() else written
        return key, _Form(False, written in _BREAKS, written in '.?!:“"', written in '“”"')
    key, upper = plain(written), written[0].isupper()
    if not upper and key not in _ASKED and not key.endswith("n't"):
        return key, None
    capital = upper and key != "i" and not key.startswith("i'")
    negates = key in NEGATORS or key.endswith("n't")
    return key, _Form(True, key in CONJUNCTIONS, False, False, upper, capital, negates, key in PLAIN)


_forms = Remembered(_form)


def _cut(chunk: str) -> tuple[Item, ...]:
    """The words and marks of what stands between two blanks."""
    if chunk.isalpha():
        return ((0, len(chunk), *_form(chunk)),)
    return tuple([(item.start(), item.end(), *_forms[item.group()]) for item in _ITEM.finditer(chunk)])


_cuts = Remembered(_cut, most=1 << 16)


class Sentence(NamedTuple):
    """The words and marks of a sentence in order, and the places among them of those that are not like most.

    ``silent`` are those that may carry no feeling: marks, names and plain terms of the field; ``clauses`` begin at
    marks and conjunctions; at ``turns`` quoted words begin and end, in turn.
    """

    items: list[Item]
    keys: list[str]
    silent: list[int]
    names: list[int]
    negated: set[int]
    clauses: list[int]
    turns: list[int]

    def quoted(self, place: int) -> bool:
        """Whether a word or mark stands in quotation marks; the opening one does."""
        return bisect_right(self.turns, place) % 2 == 1

    def clause(self, place: int) -> int:
        """The number of the clause that a word or mark stands in."""
        return bisect_right(self.clauses, place)

    def counts(self, place: int) -> bool:
        """Whether a word may carry feeling."""
        return not _holds(self.silent, place)

    def word(self, place: int) -> Word:
        """A word or mark with all that is known of it there."""
        start, end, key, _ = self.items[place]
        name, negated = _holds(self.names, place), place in self.negated
        return Word(
            start, end, key, self.counts(place), name, negated, self.quoted(place), self.clause(place)
        )


def _holds(places: list[int], place: int) -> bool:
    at = bisect_right(places, place)
    return at > 0 and places[at - 1] == place


def words(text: str) -> tuple[Word, ...]:
    """The words and marks of a sentence, in order."""
    found = sentence(text)
    return tuple(map(found.word, range(len(found.items))))


def sentence(text: str) -> Sentence:
    """The words and marks of a sentence."""
    return _remembered(text) if len(text) <= _LONGEST else _read(text)


def _items(text: str) -> list[Item]:
    chunks = text.split(" ")
    begins = map(add, accumulate(map(len, chunks), initial=0), count())
    return [
        (at + start, at + end, key, form)
        for at, cut in zip(begins, map(_cuts.__getitem__, chunks), strict=False)
        for start, end, key, form in cut
    ]


def _read(text: str) -> Sentence:
    """Only what has a form is looked at: a word without one opens nothing, closes nothing and turns nothing."""
    items = _items(text)
    keys = [item[2] for item in items]
    silent: list[int] = []
    capitals: list[int] = []
    negators: list[int] = []
    clauses: list[int] = []
    turns: list[int] = []
    marks = uppers = opened = 0  # ``opened``: the place at which a capital still opens a sentence
    for place, form in [(place, item[3]) for place, item in enumerate(items) if item[3]]:
        word, breaks, opens, quotes, upper, capital, negates, plain_ = form
        if breaks:
            clauses.append(place)
        if not word:
            marks += 1
            silent.append(place)
            if opens or opened == place:
                opened = place + 1
            if quotes and (keys[place] == '"' or len(turns) % 2 == (keys[place] == "”")):
                turns.append(place)
            continue
        uppers += upper
        if capital and (opened != place or _is_capital(text, items[place + 1 : place + 2])):
            capitals.append(place)
        if plain_ and (not place or keys[place - 1] not in VERB_BEFORE):
            silent.append(place)
        if negates:
            negators.append(place)
    if capitals and uppers > _HEADLINE * (len(items) - marks):  # a headline
        capitals = []
    if capitals:
        silent = sorted({*silent, *capitals})
    return Sentence(items, keys, silent, capitals, _negated(items, negators), clauses, turns)


_remembered = lru_cache(_SENTENCES)(_read)


def _is_capital(text: str, following: list[Item]) -> bool:
    """Whether the next word, if there is one, makes a name of a capital that opens a sentence."""
    return any(text[start].isupper() and text[start:end] != "I" for start, end, *_ in following)


def _negated(items: list[Item], negators: list[int]) -> set[int]:
    """The words that the negators reach."""
    reached: set[int] = set()
    for negator in negators:
        left = SCOPE
        for place in range(negator + 1, len(items)):
            form = items[place][3]
            if form is None or form.word:
                reached.add(place)
                left -= 1
            if not left or (form and form.breaks and not form.word):
                break
    return reached


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
def index(name: str, column: str) -> dict[str, int]:
    """The row of each word, or of each feature, in a table."""
    return {word: row for row, word in enumerate(weights(name)[column].tolist())}
