"""The primary frame of a sentence: the one that most of its cues speak for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import NamedTuple

import pandas as pd

from tellings.read import _frames, _sentences
from tellings.read._codebook import codebook
from tellings.read._document import Document
from tellings.read._rows import table

OTHER = "other"
# Frames of the policy codebook that people code as a sentence's primary one; the rest give cues only.
PRIMARY = (
    "economic", "morality", "fairness", "legality_crime", "political", "security", "health", "cultural",
    "public_opinion",
)  # fmt: skip
_OF_POLICY = frozenset(PRIMARY)
_FIRST = 0.5  # of a cue, added to the first: what a sentence opens with settles a tie


class Primary(NamedTuple):
    """A sentence and its primary frame: that frame's cues, and its part of the weight of all cues (0 to 1)."""

    start: int
    end: int
    sentence: int
    part: str
    frame: str
    cues: int
    share: float


_row = partial(tuple.__new__, Primary)
_NONE = (OTHER, 0, 0.0)  # of a sentence that nothing speaks for


class Reason(NamedTuple):
    """A cue and what it weighs for its frame; ``primary`` where that is the frame given."""

    start: int
    end: int
    frame: str
    cue: str
    weight: float
    primary: bool


def find(document: Document, *, book: str = "policy") -> list[Primary]:
    """The primary frame of each sentence of a document."""
    by_sentence: dict[int, list[_frames.Cue]] = {}
    for cue in document(_frames.finder(book)):
        by_sentence.setdefault(cue.sentence, []).append(cue)
    may = _may(book)
    told = {number: _primary(cues, may) for number, cues in by_sentence.items()}
    return [
        _row((start, end, number, part, *told.get(number, _NONE)))
        for number, (start, end, _, part) in enumerate(document(_sentences.find))
    ]


@cache  # one object a book, so that a document remembers what it found
def finder(book: str) -> Callable[[Document], list[Primary]]:
    """The finder of primary frames by a codebook."""
    return find if book == "policy" else partial(find, book=book)


def _may(book: str) -> frozenset[str]:
    """The frames that may be a sentence's primary one."""
    return _OF_POLICY if book == "policy" else frozenset(frame.name for frame in codebook(book).frames)


def _weighed(cues: Iterable[_frames.Cue], may: frozenset[str]) -> list[tuple[_frames.Cue, float]]:
    counted = [cue for cue in cues if cue.frame in may]
    return [(cue, 1.0 if place else 1.0 + _FIRST) for place, cue in enumerate(counted)]


def _primary(cues: Iterable[_frames.Cue], may: frozenset[str]) -> tuple[str, int, float]:
    weights: dict[str, float] = {}
    numbers: dict[str, int] = {}
    for cue, weight in _weighed(cues, may):
        weights[cue.frame] = weights.get(cue.frame, 0.0) + weight
        numbers[cue.frame] = numbers.get(cue.frame, 0) + 1
    if not weights:
        return _NONE
    best = max(weights, key=lambda frame: weights[frame])
    return best, numbers[best], weights[best] / sum(weights.values())


def primary(cues: Iterable[_frames.Cue], book: str) -> str:
    """The frame that the cues of one sentence speak for."""
    return _primary(cues, _may(book))[0]


def _cues(text: str, book: str) -> list[_frames.Cue]:
    return _frames.in_sentences(text, [(0, len(text))], book)


def frame(text: str, *, book: str = "policy") -> str:
    """The primary frame of a sentence.

    Each cue of a codebook weighs one for its frame, the first cue of the sentence one and a half; the frame with
    the greatest weight is the sentence's, at a tie the one cued first. With the ``policy`` codebook the answer is
    one of ``economic, morality, fairness, legality_crime, political, security, health, cultural,
    public_opinion``, or ``other`` where no such cue stands; with another ``book`` it is one of that book's frames
    or ``other``. A longer text is taken as one sentence; :func:`frames` gives an article's cues.

    Counting misses a frame that no listed word carries, and irony. Against human coding it is right about four
    times in five (METHOD.md has the figures); a classifier fitted to the same cues was no better. Raises
    :class:`tellings.errors.InputError` for a codebook that cannot be read.

    >>> frame("The judge sent three smugglers to prison.")
    'legality_crime'
    >>> frame("See you on Friday.")
    'other'
    """
    return primary(_cues(text, book), book)


def frame_reasons(text: str, *, book: str = "policy") -> pd.DataFrame:
    """Why :func:`frame` gives the frame it gives: each cue with its weight.

    Returns a row a cue, in the order of the text: ``start, end, text``; ``frame``; ``cue``, as the codebook has
    it; ``weight`` (in cues); ``primary``, whether its frame is the one given. The weights of a frame add up to its
    score.

    >>> frame_reasons("The judge said the tax was legal.")[["text", "frame", "weight", "primary"]].values.tolist()
    [['judge', 'legality_crime', 1.5, True], ['tax', 'economic', 1.0, False], ['legal', 'legality_crime', 1.0, True]]
    """
    cues = _cues(text, book)
    best = primary(cues, book)
    rows = [
        Reason(cue.start, cue.end, cue.frame, cue.cue, weight, cue.frame == best)
        for cue, weight in _weighed(cues, _may(book))
    ]
    return table(text, rows, Reason)
