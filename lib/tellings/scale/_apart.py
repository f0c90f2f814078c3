"""The stretches that are no prose, looked for by the kit's own readers in the few paragraphs that may hold one."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tellings.read import _captions, _furniture
from tellings.read._rows import Span
from tellings.scale._chunks import APART, FIRST, LAST, LOWER, ROLE
from tellings.scale._lines import Lines

_BYLINE = 170  # characters of a paragraph that may be a byline, and a few more


class Stretch(NamedTuple):
    """A caption or a piece of furniture, by its paragraph's number and its offsets in its own text."""

    paragraph: int
    start: int
    end: int
    part: str


def suspects(lines: Lines, flags: npt.NDArray[np.uint16]) -> npt.NDArray[np.int64]:
    """The paragraphs that may hold a caption, a credit or furniture."""
    first, last = lines.first[:-1], lines.first[1:] - 1
    if not len(first):
        return first
    any_ = np.bitwise_or.reduceat(flags, first)
    short = lines.ends[last] - lines.starts[first] <= _BYLINE
    may = (any_ & APART) | (flags[first] & FIRST) | (flags[last] & LAST)
    return np.flatnonzero((may != 0) | ((any_ & LOWER) == 0) | (short & ((any_ & ROLE) != 0)))


def find(lines: Lines, flags: npt.NDArray[np.uint16]) -> list[Stretch]:
    """All of them, in the order of the texts."""
    paragraphs = suspects(lines, flags)
    articles = lines.article[paragraphs]
    found: list[Stretch] = []
    edges = np.flatnonzero(np.diff(articles, prepend=-1, append=-1))
    for begin, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        found += _of_article(lines, int(articles[begin]), paragraphs[begin:end].tolist())
    return found


def _of_article(lines: Lines, article: int, paragraphs: list[int]) -> list[Stretch]:
    """Those of one text. What no suspect is, is prose: after it the article has begun."""
    text, begin = lines.texts[article], int(lines.begins[article])
    opening = int(np.searchsorted(lines.article, article))
    spans = [
        Span(
            int(lines.starts[lines.first[number]]) - begin,
            int(lines.ends[lines.first[number + 1] - 1]) - begin,
        )
        for number in paragraphs
    ]
    captions = [
        _captions.Caption(start, end, kind, 0)
        for span in spans
        for picture in _captions._pictures(text, span)
        for start, end, kind in picture
    ]
    known = dict(zip(paragraphs, spans, strict=True))
    furniture = _furniture_of(text, known, {caption.start for caption in captions}, opening)
    return _stretches(known, captions, _furniture._outside(furniture, captions))


def _furniture_of(
    text: str, known: dict[int, Span], taken: set[int], opening: int
) -> list[_furniture.Furniture]:
    rows: list[_furniture.Furniture] = []
    begun = filed = False
    for number, span in known.items():
        begun = begun or number > opening
        kind = "" if span.start in taken else _furniture._kind(text, span, begun)
        rows += [_furniture.Furniture(*span, kind)] if kind else _furniture._within(text, span, filed)
        filed = filed or any(row.kind == "dateline" for row in rows[-2:])
        begun = begun or not (kind or _furniture._is_capitals(text, span))
        opening += 1
    return rows


def _stretches(
    known: dict[int, Span], captions: list[_captions.Caption], furniture: list[_furniture.Furniture]
) -> list[Stretch]:
    ends = {span.end for span in known.values()}
    whole = [row for row in furniture if row.kind != "dateline" or row.end in ends]
    rows = sorted(
        [(row.start, row.end, "caption") for row in captions]
        + [(row.start, row.end, "furniture") for row in whole]
    )
    found: list[Stretch] = []
    spans = iter(known.items())
    number, span = next(spans, (0, Span(0, 0)))
    for start, end, part in rows:
        while start >= span.end:
            number, span = next(spans)
        found.append(Stretch(number, start, end, part))
    return found
