"""The stretches that are no prose, looked for by the kit's own readers in the few paragraphs that may hold one."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tellings.read import _captions, _credits, _datelines, _furniture
from tellings.read._rows import Span
from tellings.scale._chunks import BRACKET, CAPTION, FILED, LAST, LINE, LOWER, PICTURE, PROMPT, ROLE, SEAM
from tellings.scale._lines import Lines

_BYLINE = 170  # characters of a paragraph that may be a byline, and a few more


class Stretch(NamedTuple):
    """A caption or a piece of furniture, by its paragraph's number and its offsets in its own text."""

    paragraph: int
    start: int
    end: int
    part: str


# What a paragraph must be looked through for: pictures' words; a line of furniture; prompts and datelines within it.
_PICTURES, _BRACKETS, _KINDS, _WITHIN, _CAPITALS = 1, 2, 4, 8, 16


def suspects(lines: Lines, flags: npt.NDArray[np.uint32]) -> npt.NDArray[np.int8]:
    """What each paragraph must be looked through for."""
    first, last = lines.first[:-1], lines.first[1:] - 1
    any_ = np.bitwise_or.reduceat(flags, first) if len(first) else flags
    short = lines.ends[last] - lines.starts[first] <= _BYLINE
    opens = flags[first]
    pictures = (any_ & (PICTURE | SEAM) | opens & CAPTION | flags[last] & LAST) != 0
    capitals = (any_ & LOWER) == 0
    contributed = (any_ & (PICTURE | LINE)) == PICTURE | LINE
    kinds = ((opens & LINE) != 0) | capitals | contributed | (short & ((any_ & ROLE) != 0))
    within = (any_ & PROMPT | opens & FILED) != 0
    brackets = (any_ & BRACKET) != 0
    return np.asarray(
        pictures * _PICTURES
        | brackets * _BRACKETS
        | kinds * _KINDS
        | within * _WITHIN
        | capitals * _CAPITALS,
        np.int8,
    )


class _Suspect(NamedTuple):
    number: int
    span: Span
    may: int


def find(lines: Lines, flags: npt.NDArray[np.uint32]) -> list[Stretch]:
    """All of them, in the order of the texts."""
    may = suspects(lines, flags)
    paragraphs = np.flatnonzero(may)
    articles = lines.article[paragraphs]
    base = lines.begins[articles]
    starts = (lines.starts[lines.first[paragraphs]] - base).tolist()
    ends = (lines.ends[lines.first[paragraphs + 1] - 1] - base).tolist()
    some = [
        _Suspect(number, Span(start, end), each)
        for number, start, end, each in zip(
            paragraphs.tolist(), starts, ends, may[paragraphs].tolist(), strict=True
        )
    ]
    opening = np.searchsorted(lines.article, np.arange(len(lines.texts))).tolist()
    found: list[Stretch] = []
    for article, group in groupby(zip(articles.tolist(), some, strict=True), itemgetter(0)):
        found += _of_article(lines.texts[article], [each for _, each in group], opening[article])
    return found


def _of_article(text: str, some: list[_Suspect], opening: int) -> list[Stretch]:
    """Those of one text."""
    captions = [
        _captions.Caption(start, end, kind, 0)
        for each in some
        if each.may & (_PICTURES | _BRACKETS) and (each.may & _PICTURES or _holds_credit(text, each.span))
        for picture in _captions._pictures(text, each.span)
        for start, end, kind in picture
    ]
    furniture = _furniture_of(text, some, {caption.start for caption in captions}, opening)
    if not captions and not furniture:
        return []
    return _stretches(some, captions, _furniture._outside(furniture, captions))


def _holds_credit(text: str, span: Span) -> bool:
    """Whether brackets, the only sign of a picture, may be one's."""
    return bool(_credits._bracketed(text, *span)) or len(_captions._SIDES.findall(text, *span)) > 1


def _furniture_of(
    text: str, some: list[_Suspect], taken: set[int], opening: int
) -> list[_furniture.Furniture]:
    """As :func:`tellings.read._furniture.find`. A paragraph that is no suspect is prose: after it the text has begun."""
    rows: list[_furniture.Furniture] = []
    begun = filed = False
    for count, (number, span, may) in enumerate(some):
        begun = begun or number > opening + count
        kind = "" if span.start in taken or not may & _KINDS else _furniture._kind(text, span, begun)
        if kind:
            rows.append(_furniture.Furniture(*span, kind))
        elif may & _WITHIN or (
            may & _BRACKETS and _datelines.dateline(text, *span, filed=filed) > span.start
        ):
            rows += _furniture._within(text, span, filed)
        filed = filed or any(row.kind == "dateline" for row in rows[-2:])
        begun = begun or not (kind or (may & _CAPITALS and _furniture._is_capitals(text, span)))
    return rows


def _stretches(
    some: list[_Suspect], captions: list[_captions.Caption], furniture: list[_furniture.Furniture]
) -> list[Stretch]:
    ends = {each.span.end for each in some}
    whole = [row for row in furniture if row.kind != "dateline" or row.end in ends]
    rows = sorted(
        [(row.start, row.end, "caption") for row in captions]
        + [(row.start, row.end, "furniture") for row in whole]
    )
    found: list[Stretch] = []
    spans = iter(some)
    each = next(spans)
    for start, end, part in rows:
        while start >= each.span.end:
            each = next(spans)
        found.append(Stretch(each.number, start, end, part))
    return found
