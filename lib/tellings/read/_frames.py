"""Frame cues: the words and phrases of a codebook, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from typing import NamedTuple

import pandas as pd

from tellings.read import _sentences
from tellings.read._codebook import Codebook, codebook
from tellings.read._document import Document
from tellings.read._rows import table

_NEAR = 5  # words


class Cue(NamedTuple):
    """A cue of a frame, and the sentence it stands in (counted from 0)."""

    start: int
    end: int
    frame: str
    cue: str
    sentence: int


class _Index(NamedTuple):
    """A codebook by the first word of its cues: whole words by a look-up, open ones by their beginnings."""

    whole: dict[str, list[tuple[str, tuple[str, ...]]]]
    open: dict[str, list[tuple[str, tuple[str, ...]]]]
    lengths: tuple[int, ...]
    undone_by: dict[str, tuple[str, ...]]


@cache
def _index(name: str) -> _Index:
    return _indexed(codebook(name))


def _indexed(book: Codebook) -> _Index:
    whole: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    opened: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for frame in book.frames:
        for cue in frame.cues:
            words = tuple(plain(word) for word in cue.split())
            into, first = (opened, words[0][:-1]) if words[0].endswith("*") else (whole, words[0])
            into.setdefault(first, []).append((frame.name, words))
    lengths = tuple(sorted({len(stem) for stem in opened}))
    undone = {frame.name: tuple(plain(word) for word in frame.not_near) for frame in book.frames}
    return _Index(whole, opened, lengths, undone)


def plain(word: str) -> str:
    """A word as cues are compared: small letters, straight apostrophes.

    >>> plain("Nation’s")
    "nation's"
    """
    return word.lower().replace("’", "'")


_WORD = re.compile(r"\w(?:[\w’'.-]{0,80}\w)?")


def find(document: Document, *, book: str = "policy") -> list[Cue]:
    """The cues of a codebook in a document, in the order of the text."""
    index, text = _index(book), document.text
    return [
        cue
        for number, sentence in enumerate(document(_sentences.find))
        for cue in _in_sentence(text, sentence.start, sentence.end, number, index)
    ]


def _in_sentence(text: str, start: int, end: int, number: int, index: _Index) -> Iterator[Cue]:
    found = [(word.start(), word.end(), plain(word.group())) for word in _WORD.finditer(text, start, end)]
    words = [word for _, _, word in found]
    for place, word in enumerate(words):
        for frame, cue in _candidates(word, index):
            last = place + len(cue)
            if _fits(words[place:last], cue) and not _undone(words, place, last, index.undone_by[frame]):
                yield Cue(found[place][0], found[last - 1][1], frame, " ".join(cue), number)


def _candidates(word: str, index: _Index) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from index.whole.get(word, ())
    for length in index.lengths:
        if length > len(word):
            return
        yield from index.open.get(word[:length], ())


def _fits(words: list[str], cue: tuple[str, ...]) -> bool:
    return len(words) == len(cue) and all(
        word.startswith(part[:-1]) if part.endswith("*") else word == part for word, part in zip(words, cue, strict=True)
    )


def _undone(words: list[str], first: int, last: int, by: tuple[str, ...]) -> bool:
    near = words[max(0, first - _NEAR) : last + _NEAR]
    return any(_fits([word], (part,)) for word in near for part in by)


def finder(book: str) -> partial[list[Cue]]:
    """The finder of another codebook."""
    return partial(find, book=book)


def frames(text: str, *, book: str = "policy") -> pd.DataFrame:
    """The cue words of a codebook's frames in a text.

    A cue is a trace of a frame, not the frame: *party* cues politics, at a birthday too. Counts of cues follow
    human coding of frames only in part (METHOD.md has the figure). ``book`` is the name of one of the kit's
    codebooks or the path of your own (:func:`tellings.read.codebook`); ``policy`` holds the generic policy
    frames of Boydstun et al. (2014).

    Returns a row a cue: ``start, end, text``; ``frame``; ``cue``, as the codebook has it; ``sentence``, the
    number of its sentence. A word can cue several frames. Raises :class:`tellings.errors.InputError` for a
    codebook that cannot be read.

    >>> frames("Ministers fear the cost.")[["text", "frame"]].values.tolist()
    [['Ministers', 'political'], ['cost', 'economic']]
    """
    document = Document(text)
    return table(text, find(document, book=book), Cue)
