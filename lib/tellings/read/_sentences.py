"""Sentences: Punkt's within paragraphs, mended, with captions and furniture apart from the prose."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from tellings.read import _captions, _furniture, _paragraphs, _punkt
from tellings.read._document import Document
from tellings.read._rows import table


class Sentence(NamedTuple):
    """A sentence, the paragraph it stands in (counted from 0) and the part it belongs to."""

    start: int
    end: int
    paragraph: int
    part: str


def find(document: Document) -> list[Sentence]:
    """The sentences of a document, in the order of the text."""
    apart = _apart(document)
    rows: list[Sentence] = []
    number = 0
    for count, paragraph in enumerate(document(_paragraphs.find)):
        place = paragraph.start
        while number < len(apart) and apart[number][0] < paragraph.end:
            start, end, part = apart[number]
            rows += _sentences(document.text, place, start, count, "prose")
            rows += _sentences(document.text, start, end, count, part)
            place, number = end, number + 1
        rows += _sentences(document.text, place, paragraph.end, count, "prose")
    return rows


def sentences(text: str) -> pd.DataFrame:
    """The sentences of a text.

    Boundaries are Punkt's, with its English model (Kiss & Strunk 2006), found within each paragraph and then
    mended where newspapers break them: a title or an initial before a name, ``No. 10``, ``U.S. Senator``, a
    question in quotation marks before its ``she asked``, straight marks set between blanks, and places where
    two texts were joined without a blank. A quotation of several sentences is as many rows, each mark with
    the sentence that it opens or closes. Each caption, alternative text, credit and piece of furniture is
    apart from the prose around it; a dateline stays with the sentence that goes on after it.

    Returns a DataFrame with a row a sentence, in the order of the text: ``start`` and ``end``, character
    offsets without the white space around; ``text``; ``paragraph``, counted from 0; and ``part``: ``prose``,
    ``caption`` (:func:`captions`) or ``furniture`` (:func:`furniture`).

    >>> found = sentences("Two men at No. 10.Ann met Bo on MondayCredit: PA They met again.")
    >>> list(zip(found["part"], found["text"]))  # doctest: +NORMALIZE_WHITESPACE
    [('caption', 'Two men at No. 10.'), ('caption', 'Ann met Bo on Monday'), ('caption', 'Credit: PA'),
     ('prose', 'They met again.')]
    """
    return table(text, Document(text)(find), Sentence)


def _apart(document: Document) -> list[tuple[int, int, str]]:
    """The stretches that are not prose, in order. A dateline is one only where it is a whole paragraph."""
    ends = {paragraph.end for paragraph in document(_paragraphs.find)}
    captions = [(row.start, row.end, "caption") for row in document(_captions.find)]
    furniture = [
        (row.start, row.end, "furniture")
        for row in document(_furniture.find)
        if row.kind != "dateline" or row.end in ends
    ]
    return sorted(captions + furniture)


def _sentences(text: str, start: int, end: int, paragraph: int, part: str) -> list[Sentence]:
    return [Sentence(a, b, paragraph, part) for a, b in _punkt.spans(text, start, end)]
