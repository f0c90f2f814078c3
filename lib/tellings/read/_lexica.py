"""The words of a sentence as the tone readers see them, and the tables of weights that they were fitted to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache, partial
from importlib.resources import files
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


_SENTENCES = 64  # whose words are remembered, for those that name several people
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
    breaks: bool = False
    opens: bool = False
    capital: bool = False
    joins: bool = False
    negates: bool = False
    plain: bool = False
    leads: bool = False


_ORDINARY = _Form(True)


def _form(written: str) -> tuple[str, _Form | None]:
    """The key of a word or mark, and its form; None for most words, of which no rule asks anything."""
    if not written[0].isalpha():
        key = "0" if written[0].isdigit() else written
        return key, _Form(False, written in _BREAKS, written in '.?!:“"')
    key = plain(written)
    capital = written[0].isupper() and key != "i" and not key.startswith("i'")
    form = _Form(
        True,
        capital=capital,
        joins=key in CONJUNCTIONS,
        negates=key in NEGATORS or key.endswith("n't"),
        plain=key in PLAIN,
        leads=key in VERB_BEFORE,
    )
    return key, None if form == _ORDINARY else form


_forms = Remembered(_form)
_word = partial(tuple.__new__, Word)


def words(text: str) -> tuple[Word, ...]:
    """The words and marks of a sentence, in order."""
    return _remembered(text) if len(text) <= _LONGEST else _read(text)


def _read(text: str) -> tuple[Word, ...]:
    """One pass over a sentence, with what its words so far leave behind."""
    items: list[str] = _ITEM.findall(text)
    named: bool | None = None
    found: list[Word] = []
    negated = clause = end = 0
    opens, quoted, leads = True, False, False
    for place, item in enumerate(items):
        start = text.index(item, end)
        end = start + len(item)
        key, form = _forms[item]
        if form is None:
            found.append(_word((start, end, key, True, False, negated > 0, quoted, clause)))
            negated -= 1
            opens = leads = False
        elif form.word:
            clause += form.joins
            name = form.capital and (not opens or _is_capital(items[place + 1 : place + 2]))
            if name:
                named = not _is_headline(items) if named is None else named
            counts = not (name and named) and (not form.plain or leads)
            found.append(_word((start, end, key, counts, name and named, negated > 0, quoted, clause)))
            negated = SCOPE if form.negates else negated - 1
            opens, leads = False, form.leads
        else:
            if form.breaks:
                negated, clause = 0, clause + 1
            opens, leads = opens or form.opens, False
            quoted = item == "“" or (item == '"' and not quoted) or (quoted and item not in '”"')
            found.append(_word((start, end, key, False, False, False, quoted, clause)))
    return tuple(found)


_remembered = lru_cache(_SENTENCES)(_read)


def _is_headline(items: list[str]) -> bool:
    letters = list(filter(str.isalpha, [item[0] for item in items]))
    return sum(map(str.isupper, letters)) > _HEADLINE * len(letters)


def _is_capital(following: list[str]) -> bool:
    """Whether the next word, if there is one, makes a name of a capital that opens a sentence."""
    return bool(following) and following[0][:1].isupper() and following[0] != "I"


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
