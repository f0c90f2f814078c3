"""Sentences: Punkt's English model within paragraphs, mended where newspapers break it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import pandas as pd
import punkt

from tellings.read import _paragraphs
from tellings.read._document import Document
from tellings.read._rows import table


class Sentence(NamedTuple):
    """A sentence, the paragraph it stands in (counted from 0) and the part it belongs to."""

    start: int
    end: int
    paragraph: int
    part: str


@cache
def _punkt() -> punkt.PunktSentenceTokenizer:
    return punkt.PunktSentenceTokenizer(punkt.load_model("english"))


def find(document: Document) -> list[Sentence]:
    """The sentences of a document."""
    return [
        Sentence(paragraph.start + start, paragraph.start + end, number, "prose")
        for number, paragraph in enumerate(document(_paragraphs.find))
        for start, end in _punkt().span_tokenize(document.text[paragraph.start : paragraph.end])
    ]


def sentences(text: str) -> pd.DataFrame:
    """The sentences of a text.

    >>> sentences("One. Two.")["text"].tolist()
    ['One.', 'Two.']
    """
    return table(text, Document(text)(find), Sentence)
