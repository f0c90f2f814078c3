"""Words and phrases: the terms of one to three words that outlets are compared by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from tellings.compare._terms import is_content, may_join

Numbers = NDArray[np.int64]
LONGEST = 3


class _Words(NamedTuple):
    """The words of a corpus as numbers: their codes, the words by code, what may stand where, what adjoins."""

    codes: Numbers
    names: list[str]
    content: NDArray[np.bool_]
    joins: NDArray[np.bool_]
    adjoins: NDArray[np.bool_]


def phrases(words: pd.DataFrame, *, longest: int = LONGEST, minimum: int = 1) -> pd.DataFrame:
    """The words and phrases of a table of all words in a row (``terms(..., content=False)``).

    A phrase is two or three words with nothing between them but white space, in one sentence and one voice. It
    begins and ends with content words; within it may stand a preposition, an article or a conjunction
    (*right of asylum*), but no pronoun and no auxiliary, which would make it a piece of a clause.

    Returns a row an occurrence of a term said at least ``minimum`` times: the columns of ``words``, with
    ``end`` and ``text`` reaching over the whole phrase, ``term`` in small letters, and ``length`` in words.
    Sorted by length and place.
    """
    found = _numbered(words)
    parts = [_level(words, found, length, minimum) for length in range(1, min(longest, LONGEST) + 1)]
    return pd.concat(parts, ignore_index=True)


def _numbered(words: pd.DataFrame) -> _Words:
    codes, names = pd.factorize(words["term"])
    listed = [str(name) for name in names]
    content = np.array([len(name) > 1 and is_content(name) for name in listed], dtype=bool)
    joins = np.array([is_content(name) or may_join(name) for name in listed], dtype=bool)
    adjoins = np.zeros(len(words), dtype=bool)
    if len(words) > 1:
        place = [pd.factorize(words[name])[0] for name in ("article", "sentence", "voice")]
        same = np.logical_and.reduce([part[1:] == part[:-1] for part in place])
        adjoins[:-1] = (np.diff(words.index.to_numpy()) == 1) & same
    return _Words(codes.astype(np.int64), listed, content, joins, adjoins)


def _level(words: pd.DataFrame, found: _Words, length: int, minimum: int) -> pd.DataFrame:
    """The occurrences of phrases of one length that are said often enough."""
    at = _starts(found, length)
    # A phrase as one number: its words' codes are the digits.
    key = np.zeros(len(at), dtype=np.int64)
    for step in range(length):
        key = key * (len(found.names) + 1) + found.codes[at + step]
    _, first, number, times = np.unique(key, return_index=True, return_inverse=True, return_counts=True)
    named = zip(first, times, strict=True)
    listed = [_name(found, int(at[i]), length) if n >= minimum else "" for i, n in named]
    names = np.array(listed, dtype=object)
    kept = times[number] >= minimum
    at = at[kept]
    rows = words.iloc[at]
    text = rows["text"].to_numpy(dtype=object)
    for step in range(1, length):
        text = text + " " + words["text"].to_numpy(dtype=object)[at + step]
    return rows.assign(
        end=words["end"].to_numpy()[at + length - 1],
        text=pd.Series(text, index=rows.index, dtype="str"),
        term=pd.Series(names[number[kept]], index=rows.index, dtype="str"),
        length=length,
    )


def _starts(found: _Words, length: int) -> Numbers:
    """Where phrases of a length begin."""
    n = max(len(found.codes) - length + 1, 0)
    here = np.arange(n)
    good = found.content[found.codes[here]] & found.content[found.codes[here + length - 1]]
    for step in range(length - 1):
        good &= found.adjoins[here + step]
    for step in range(1, length - 1):
        good &= found.joins[found.codes[here + step]]
    return np.asarray(here[good], dtype=np.int64)


def _name(found: _Words, at: int, length: int) -> str:
    return " ".join(found.names[code] for code in found.codes[at : at + length])


def within_longer(terms: list[str], counts: NDArray[np.float64]) -> set[str]:
    """The terms that are only ever said within a longer one of the list: each outlet's count is the same.

    >>> within_longer(["macedonia", "north", "north macedonia"], np.array([[2.0, 3], [2, 1], [2, 1]]))
    {'north'}
    """
    place = {term: row for row, term in enumerate(terms)}
    return {
        part
        for term in terms
        for part in _parts(term)
        if part in place and np.array_equal(counts[place[part]], counts[place[term]])
    }


def _parts(term: str) -> Iterator[str]:
    words = term.split(" ")
    for length in range(1, len(words)):
        for first in range(len(words) - length + 1):
            yield " ".join(words[first : first + length])
