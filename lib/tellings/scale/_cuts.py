"""The sentences of many texts at once: those of :func:`tellings.read.sentences`, and the pieces each is made of."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tellings.read import _punkt
from tellings.scale import _apart
from tellings.scale._chunks import CUE, SEAM, STOP, Chunks, Numbers, Places
from tellings.scale._lines import Lines
from tellings.scale._stops import READ, UNLESS, YES, Stops

PARTS = ("prose", "caption", "furniture")
_SHORT = 4  # characters: what is no longer may be the number of an item in a list
_PIECE = re.compile(r"\S+")


class Cuts(NamedTuple):
    """Sentences by their places in the texts laid end to end, with paragraph, part (of ``PARTS``) and text."""

    starts: Places
    ends: Places
    paragraph: Places
    part: npt.NDArray[np.int8]
    article: Places


class Pieces(NamedTuple):
    """The chunks of the sentences: number, place and sentence of each, and what is first and last in a sentence.

    A chunk that a boundary cuts in two is two pieces. ``gap`` says whether one plain space stands after a piece.
    ``begins`` has the first piece of each sentence and, last, how many there are.
    """

    numbers: Numbers
    starts: Places
    ends: Places
    sentence: Places
    gap: npt.NDArray[np.bool_]
    begins: Places


def cut(lines: Lines, chunks: Chunks, stops: Stops) -> Cuts:
    """Find the sentences."""
    flags = chunks.flags[lines.numbers]
    count = len(lines.first) - 1
    if not count:
        none = np.zeros(0, np.int64)
        return Cuts(none, none, none, none.astype(np.int8), none)
    apart = _apart.find(lines, flags)
    read = lines.odd | ((np.bitwise_or.reduceat(flags, lines.first[:-1]) & SEAM) != 0)
    read[[stretch.paragraph for stretch in apart]] = True
    of = np.repeat(np.arange(count), np.diff(lines.first))
    last = np.zeros(len(flags), np.bool_)
    last[lines.first[1:] - 1] = True
    places, found = _decided(lines, flags, last, stops)
    read[of[places[found == READ]]] = True
    ends = last.copy()
    ends[places[found == YES]] = True
    closing = np.flatnonzero(ends)
    opening = np.concatenate([[0], closing[:-1] + 1])
    short = (lines.ends[closing] - lines.starts[opening] <= _SHORT) & ~last[closing]
    read[of[closing[short]]] = True
    kept = ~read[of[closing]]
    quick = (lines.starts[opening[kept]], lines.ends[closing[kept]], of[closing[kept]])
    return _joined(lines, quick, _read(lines, np.flatnonzero(read), apart))


def _decided(
    lines: Lines, flags: npt.NDArray[np.uint32], last: npt.NDArray[np.bool_], stops: Stops
) -> tuple[Places, npt.NDArray[np.int8]]:
    """The chunks in which a sentence may end, and what was decided of each."""
    places = np.flatnonzero(flags & STOP)
    numbers = lines.numbers.astype(np.int64)
    after = np.where(last[places], 0, np.append(numbers[1:], 0)[places] + 1)
    keys = ((numbers[places] << 32) + after).tolist()
    found = np.fromiter(map(stops.__getitem__, keys), np.int8, len(keys))
    open_ = np.flatnonzero(found == UNLESS)
    cue = np.concatenate([(flags & CUE) != 0, np.zeros(6, np.bool_)])
    near = np.any([cue[places[open_] + step] for step in (2, 3, 4, 5)], axis=0)
    found[open_] = np.where(near, READ, YES)
    return places, found


def _read(lines: Lines, paragraphs: Places, apart: list[_apart.Stretch]) -> list[tuple[int, int, int, int]]:
    """The sentences of the paragraphs that the reader itself must cut, with paragraph and part."""
    stretches: dict[int, list[_apart.Stretch]] = {}
    for stretch in apart:
        stretches.setdefault(stretch.paragraph, []).append(stretch)
    rows: list[tuple[int, int, int, int]] = []
    for number in paragraphs.tolist():
        article = int(lines.article[number])
        text, begin = lines.texts[article], int(lines.begins[article])
        place = int(lines.starts[lines.first[number]]) - begin
        end = int(lines.ends[lines.first[number + 1] - 1]) - begin
        for row in stretches.get(number, ()):
            parts = ((place, row.start, 0), (row.start, row.end, PARTS.index(row.part)))
            rows += [
                (begin + a, begin + b, number, part)
                for x, y, part in parts
                for a, b in _punkt.spans(text, x, y)
            ]
            place = row.end
        rows += [(begin + a, begin + b, number, 0) for a, b in _punkt.spans(text, place, end)]
    return rows


def _joined(
    lines: Lines, quick: tuple[Places, Places, Places], rows: list[tuple[int, int, int, int]]
) -> Cuts:
    read = np.array(rows, np.int64).reshape(-1, 4)
    starts, ends, paragraph = (np.concatenate([one, read[:, at]]) for at, one in enumerate(quick))
    part = np.concatenate([np.zeros(len(quick[0]), np.int8), read[:, 3].astype(np.int8)])
    order = np.argsort(starts, kind="stable")
    of = lines.article[paragraph[order]]
    opening = np.searchsorted(lines.article, np.arange(len(lines.texts)))
    return Cuts(starts[order], ends[order], paragraph[order] - opening[of], part[order], of)


def pieces(lines: Lines, cuts: Cuts, chunks: Chunks) -> Pieces:
    """The pieces of the sentences, in order."""
    one = np.searchsorted(lines.starts, cuts.starts)
    two = np.searchsorted(lines.ends, cuts.ends)
    one_, two_ = np.minimum(one, len(lines.starts) - 1), np.minimum(two, len(lines.ends) - 1)
    whole = (lines.starts[one_] == cuts.starts) & (lines.ends[two_] == cuts.ends)
    counts = np.where(whole, two - one + 1, 0)
    at = ragged(one, counts)
    sentence = np.repeat(np.arange(len(counts)), counts)
    columns = (lines.numbers[at], lines.starts[at], lines.ends[at], sentence, lines.gap[at])
    if not whole.all():
        columns = _with_cut(lines, cuts, chunks, np.flatnonzero(~whole), columns)
    begins = np.searchsorted(columns[3], np.arange(len(counts) + 1))
    return Pieces(*columns, begins)


_Columns = tuple[Numbers, Places, Places, Places, npt.NDArray[np.bool_]]


def _with_cut(lines: Lines, cuts: Cuts, chunks: Chunks, broken: Places, columns: _Columns) -> _Columns:
    """With the pieces of sentences that begin or end within a chunk."""
    matches = [
        (match.group(), match.start(), match.end(), number)
        for number in broken.tolist()
        for match in _PIECE.finditer(lines.whole, int(cuts.starts[number]), int(cuts.ends[number]))
    ]
    strings, *places = zip(*matches, strict=True)
    starts, ends, sentence = (np.array(place, np.int64) for place in places)
    gap = np.append(starts[1:] - ends[:-1] == 1, False)
    gap[:-1] &= np.array([lines.whole[end] == " " for end in ends[:-1].tolist()], np.bool_)
    new: _Columns = (chunks.numbers(list(strings)), starts, ends, sentence, gap)
    order = np.argsort(np.concatenate([columns[1], starts]), kind="stable")
    joined = [np.concatenate([old, other])[order] for old, other in zip(columns, new, strict=True)]
    return joined[0], joined[1], joined[2], joined[3], joined[4]


def ragged(begins: npt.NDArray[np.integer], counts: npt.NDArray[np.integer]) -> Places:
    """The places of runs laid end to end, each from its beginning on, so many.

    >>> ragged(np.array([5, 0]), np.array([2, 3])).tolist()
    [5, 6, 0, 1, 2]
    """
    ends = np.cumsum(counts)
    made: Places = np.repeat(begins - (ends - counts), counts) + np.arange(ends[-1] if len(ends) else 0)
    return made
