"""Captions: the words under, in and beside the pictures that a scraper left in the running text."""

from __future__ import annotations

import re
from typing import NamedTuple

import pandas as pd

from tellings.read import _credits, _paragraphs, _punkt, _seams
from tellings.read._document import Document
from tellings.read._rows import Span, table

# A caption is a few sentences; what is longer is prose that a picture was set into.
_MOST_SENTENCES = 4
_MOST_CHARS = 600
_WORDS = re.compile(r"[^\W_]{3,}")
_OPENERS = re.compile(
    r"(?:FILE(?: PHOTO| PICTURE| IMAGE)?|File (?:photo|image|picture)|Image caption|Media caption|Caption"
    r"|PHOTO|Photo|IMAGE|Image|Pictured)(?: ?[:,–—-] ?|(?= (?:shows|of|dated|above|left|right)\b))"
    r"|(?:From|Clockwise from) (?:top )?(?:left|right)(?:(?: to (?:left|right))?:|, [A-Z])|(?:Left to right|L-R):"
)
# Where people stand in a picture, in brackets or after a name between commas; prose says what they said.
_BESIDE = re.compile(
    r"[A-Z][\w’'-]{1,30}, (?:(?:second|third|far|top|bottom) )?(?:left|right|cent(?:re|er))(?:,|$|\.$)"
)
_PLACES = ("left", "right", "center", "centre")
_SAID = re.compile(r"[“”\"]|\b(?:said|says|told|added|tweeted|wrote)\b")
_SIDES = re.compile(r"\((?:pictured|left|right|centre|center|L|R|C|[A-Z]-[A-Z])\)")


class Caption(NamedTuple):
    """A part of a picture's words: its ``kind`` is alt, caption or credit; ``group`` counts the pictures."""

    start: int
    end: int
    kind: str
    group: int


def find(document: Document) -> list[Caption]:
    """The captions of a document, in the order of the text."""
    rows: list[Caption] = []
    text = document.text
    for paragraph in document(_paragraphs.find):
        for picture in _pictures(text, paragraph):
            group = rows[-1].group + 1 if rows else 0
            rows += [Caption(start, end, kind, group) for start, end, kind in picture]
    return rows


def captions(text: str) -> pd.DataFrame:
    """The picture captions, alt texts and credits of a text.

    Scraped articles carry the words of their pictures in the running text, the alternative text, the caption
    and the credit often glued to one another. They are the outlet's, but not its prose.

    Returns a DataFrame with a row a part, in the order of the text: ``start`` and ``end``, character offsets;
    ``text``; ``kind``: ``alt``, ``caption`` or ``credit``; and ``group``, a number from 0 that the parts of
    one picture share. A picture without a credit, and one whose caption reads like a sentence of
    the article, is found only where its alternative text stands beside it.

    >>> found = captions("Two men shaking hands.Ann met Bo in LeedsCredit: Getty")
    >>> list(zip(found["kind"], found["text"]))
    [('alt', 'Two men shaking hands.'), ('caption', 'Ann met Bo in Leeds'), ('credit', 'Credit: Getty')]
    """
    return table(text, Document(text)(find), Caption)


def _pictures(text: str, paragraph: Span) -> list[list[tuple[int, int, str]]]:
    """The pictures in one paragraph: what stands before each credit, then what is left after the last."""
    pictures: list[list[tuple[int, int, str]]] = []
    place = paragraph.start
    for start, end in _credits.find(text, *paragraph):
        first = _caption_start(text, *_trim(text, place, start))
        pictures.append([*_alt_and_caption(text, *_trim(text, first, start)), (start, end, "credit")])
        place = end
    rest = _trim(text, place, paragraph.end)
    if _is_caption(text, *rest):
        pictures.append(_alt_and_caption(text, *rest))
    return pictures


def _caption_start(text: str, start: int, end: int) -> int:
    """Where the caption begins that ends at a credit: the start if that is near, else its last sentence."""
    sentences = _punkt.spans(text, start, end)
    if len(sentences) <= _MOST_SENTENCES and end - start <= _MOST_CHARS:
        return start
    first = sentences[-1][0]
    glued = len(sentences) > 1 and sentences[-2][1] == first
    return sentences[-2][0] if glued else first


def _alt_and_caption(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    if start >= end:
        return []
    seam = next(iter(_seams.find(text, start, end)), None) or _repeat(text, start, end)
    if seam is None:
        return [(start, end, "caption")]
    return [(*_trim(text, start, seam), "alt"), (*_trim(text, seam, end), "caption")]


def _repeat(text: str, start: int, end: int) -> int | None:
    """Where the second of two sentences begins that says what the first says."""
    sentences = _punkt.spans(text, start, end)
    if len(sentences) == 2 and _alike(text, sentences[0], sentences[1]):
        return sentences[1][0]
    return None


def _alike(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two stretches share three words or more, and more than half of the shorter one's."""
    a, b = (set(_WORDS.findall(text[slice(*span)].lower())) for span in (one, other))
    return len(a & b) >= 3 and len(a & b) >= 0.6 * min(len(a), len(b))


def _is_caption(text: str, start: int, end: int) -> bool:
    """Whether words without a credit are a picture's: by how they open, or as alt text and caption in one."""
    if end - start > _MOST_CHARS or start >= end:
        return False
    if _OPENERS.match(text, start, end):
        return True
    seams = _seams.find(text, start, end)
    if len(seams) == 1 and _alike(text, (start, seams[0]), (seams[0], end)):
        return len(_punkt.spans(text, start, end)) == 2
    sides = text.find("(", start, end) >= 0 and len(_SIDES.findall(text, start, end)) > 1
    placed = any(text.find(side, start, end) >= 0 for side in _PLACES)
    beside = placed and _BESIDE.search(text, start, end) and not _SAID.search(text, start, end)
    return bool(sides or beside) and len(_punkt.spans(text, start, end)) == 1


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()) if piece.strip() else start
