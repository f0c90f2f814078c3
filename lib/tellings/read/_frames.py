"""Frame cues: the words and phrases of a codebook, wherever they stand."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import NamedTuple

import pandas as pd

from tellings.read import _sentences
from tellings.read._codebook import Codebook, codebook
from tellings.read._cue_index import Condition, CueIndex, Laid, lay, longest_first
from tellings.read._document import Document
from tellings.read._rows import table


class Cue(NamedTuple):
    """A cue of a frame, and the sentence it stands in (counted from 0)."""

    start: int
    end: int
    frame: str
    cue: str
    sentence: int


_cue = partial(tuple.__new__, Cue)


class _Index(NamedTuple):
    """A codebook ready to be searched for: cue and frame by the number of each condition."""

    search: CueIndex
    cues: list[str]
    frames: list[int]
    names: list[str]


@cache
def _index(book: Codebook) -> _Index:
    # In an order of their own, so that the order in the file, and a cue written twice, make no difference.
    rules = sorted({(number, *rule) for number, frame in enumerate(book.frames) for rule in frame.rules})
    search = CueIndex([Condition(cue, near, undone) for _, cue, near, undone in rules])
    return _Index(
        search,
        [cue for _, cue, *_ in rules],
        [rule[0] for rule in rules],
        [frame.name for frame in book.frames],
    )


def find(document: Document, *, book: str = "policy") -> list[Cue]:
    """The cues of a codebook in a document, in the order of the text."""
    return _found(document(laid), book)


def laid(document: Document) -> Laid:
    """The words of a document's sentences, ready to be searched."""
    return lay(document.text, [(sentence.start, sentence.end) for sentence in document(_sentences.find)])


def in_sentences(text: str, sentences: list[tuple[int, int]], book: str) -> list[Cue]:
    """The cues of a codebook in the sentences of a text."""
    return _found(lay(text, sentences), book)


def _found(laid: Laid, book: str) -> list[Cue]:
    """Of each frame the cues that lie in no longer one of its own, in the order of the text."""
    index = _index(codebook(book))
    ends = [0] * len(index.names)  # where each frame's latest cue ends
    kept: list[tuple[int, int, int, int]] = []
    for first, last, number in sorted(index.search(laid), key=longest_first):
        frame = index.frames[number]
        if first >= ends[frame]:
            ends[frame] = last
            kept.append((first, last, frame, number))
    kept.sort()
    return [
        _cue((*laid.span(first, last), index.names[frame], index.cues[number], laid.sentence(first)))
        for first, last, frame, number in kept
    ]


@cache  # one object a book, so that a document remembers what it found
def finder(book: str) -> Callable[[Document], list[Cue]]:
    """The finder of a codebook's cues."""
    return find if book == "policy" else partial(find, book=book)


def frames(text: str, *, book: str = "policy") -> pd.DataFrame:
    """The cue words of a codebook's frames in a text.

    A cue is a trace of a frame, not the frame: *party* cues politics, at a birthday too. Counts of cues follow
    human coding of frames only in part (METHOD.md has the figure). ``book`` is the name of one of the kit's
    codebooks or the path of your own (:func:`tellings.read.codebook`); ``policy`` holds the generic policy
    frames of Boydstun et al. (2014), ``immigration`` the issue frames of Benson (2013).

    Returns a row a cue: ``start, end, text``; ``frame``; ``cue``, as the codebook has it; ``sentence``, the
    number of its sentence. A word can cue several frames; within a frame the longest cue counts, so that
    *climate change* is one cue. Where the cues stand in the codebook makes no difference. Raises
    :class:`tellings.errors.InputError` for a codebook that cannot be read.

    >>> frames("Ministers fear the cost.")[["text", "frame"]].values.tolist()
    [['Ministers', 'political'], ['cost', 'economic']]
    """
    document = Document(text)
    return table(text, find(document, book=book), Cue)
