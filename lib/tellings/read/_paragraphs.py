"""Paragraphs: the lines of a text that hold something."""

from __future__ import annotations

import re

import pandas as pd

from tellings.read._document import Document
from tellings.read._rows import Span, table

_LINE = re.compile(r"\S[^\n]*")


def find(document: Document) -> list[Span]:
    """The paragraphs of a document, without the white space at their ends."""
    text = document.text
    return [Span(line.start(), line.start() + len(line.group().rstrip())) for line in _LINE.finditer(text)]


def paragraphs(text: str) -> pd.DataFrame:
    """The paragraphs of a text: every line that holds more than white space.

    Scraped articles put one paragraph on a line, with or without an empty line between; hard-wrapped text is
    unwrapped at load (:func:`tellings.load`), so a line is a paragraph here.

    Returns a DataFrame with a row a paragraph, in the order of the text: ``start`` and ``end``, character
    offsets into the text, and ``text``.

    >>> paragraphs("One.\\n\\n  Two. \\n")["text"].tolist()
    ['One.', 'Two.']
    """
    return table(text, Document(text)(find), Span)
