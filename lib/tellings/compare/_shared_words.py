"""The words of many articles as numbers in one row, so that texts are compared by arrays instead of by strings."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from tellings.compare._terms import is_content

if TYPE_CHECKING:
    from tellings.read import Reading

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

# Hyphens part words, since outlets hyphenate differently; marks within numbers and apostrophes do not.
_WORD = re.compile(r"[^\W_]+(?:(?:['’]|(?<=\d)[.,](?=\d))[^\W_]+){0,8}")
_NEVER = 1 << 31  # words from this number on are like no other


@dataclass(frozen=True, eq=False)
class Words:
    """Every word of the articles, end to end: what it is, and where it stands.

    Word ``i`` is ``texts[of[i]][starts[i]:ends[i]]``; equal ``keys`` are equal words, case and the shape of
    apostrophes aside. Those of article ``n`` are ``bounds[n]`` up to ``bounds[n + 1]``.
    """

    articles: list[str]
    texts: list[str]
    vocabulary: list[str]
    keys: Ints
    starts: Ints
    ends: Ints
    of: Ints
    bounds: Ints
    content: Bools

    def written(self, first: int, stop: int) -> str:
        """The text from one word up to another that is no longer part of it; nothing where there is none."""
        if stop <= first:
            return ""
        return self.texts[int(self.of[first])][int(self.starts[first]) : int(self.ends[stop - 1])]

    def word(self, place: int) -> str:
        """A word in lower case."""
        return self.vocabulary[int(self.keys[place])]

    def within(self, article: int, start: int, end: int) -> tuple[int, int]:
        """The words of an article that stand wholly between two offsets: the first, and the one after the last."""
        low, high = int(self.bounds[article]), int(self.bounds[article + 1])
        first = low + int(np.searchsorted(self.starts[low:high], start, side="left"))
        stop = low + int(np.searchsorted(self.ends[low:high], end, side="right"))
        return first, max(first, stop)

    def hashes(self) -> NDArray[np.uint64]:
        """A number a word that is the same in every corpus, mixed so that sums of them hardly ever agree."""
        known = np.array([zlib.crc32(word.encode()) for word in self.vocabulary], dtype=np.uint64)
        place = np.minimum(self.keys, max(len(known) - 1, 0))
        base = known[place] if len(known) else np.zeros(len(self.keys), dtype=np.uint64)
        return mixed(np.where(self.keys >= _NEVER, self.keys.astype(np.uint64), base))


def mixed(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Numbers spread over 64 bits (splitmix64; Steele, Lea & Flood 2014)."""
    spread = numbers + np.uint64(0x9E3779B97F4A7C15)
    spread = (spread ^ (spread >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    spread = (spread ^ (spread >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(spread ^ (spread >> np.uint64(31)))


def folded(word: str) -> str:
    """A word in lower case, its apostrophes straight.

    >>> folded("Can’t")
    "can't"
    """
    return word.lower().replace("’", "'")


def words_of(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of one text, folded, with their offsets.

    >>> [word for word, _, _ in words_of("The one-in, one-out deal: 13,856 can’t.")]
    ['the', 'one', 'in', 'one', 'out', 'deal', '13,856', "can't"]
    """
    return ((folded(found.group()), found.start(), found.end()) for found in _WORD.finditer(text))


def shared_words(reading: Reading, *, but: Sequence[str] = ("furniture",)) -> Words:
    """The words of a reading's articles. Those within the tables named in ``but`` are made like no other word."""
    corpus = reading.corpus
    articles = list(corpus.articles["article"])
    texts = [corpus.text(article) for article in articles]
    known: dict[str, int] = {}
    keys, starts, ends, sizes = [], [], [], []
    for text in texts:
        found = list(words_of(text))
        keys.append(np.fromiter((known.setdefault(word, len(known)) for word, _, _ in found), np.int64))
        starts.append(np.fromiter((start for _, start, _ in found), np.int64))
        ends.append(np.fromiter((end for _, _, end in found), np.int64))
        sizes.append(len(found))
    of = np.repeat(np.arange(len(articles)), sizes)
    bounds = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    row = [np.concatenate([*part, np.array([], dtype=np.int64)]) for part in (keys, starts, ends)]
    content = np.fromiter((is_content(word) for word in known), bool, len(known))
    kept = Words(
        articles, texts, list(known), row[0], row[1], row[2], of, bounds, np.append(content, False)[row[0]]
    )
    return _without(kept, reading, but)


def _without(words: Words, reading: Reading, but: Sequence[str]) -> Words:
    left_out = np.zeros(len(words.keys), dtype=bool)
    for name in but:
        left_out |= covered(words, reading.tables[name]) if name in reading.tables else False
    keys = np.where(left_out, _NEVER + np.arange(len(words.keys)), words.keys)
    return Words(**{**words.__dict__, "keys": keys, "content": words.content & ~left_out})


def covered(words: Words, spans: pd.DataFrame) -> Bools:
    """Which words stand wholly within spans (``article, start, end``)."""
    change = np.zeros(len(words.keys) + 1, dtype=np.int64)
    number = {article: place for place, article in enumerate(words.articles)}
    for article, start, end in zip(spans["article"], spans["start"], spans["end"], strict=True):
        first, stop = words.within(number[article], int(start), int(end))
        change[first] += 1
        change[stop] -= 1
    return np.asarray(np.cumsum(change)[:-1] > 0)
