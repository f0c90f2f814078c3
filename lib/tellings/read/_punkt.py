"""Punkt's English sentence boundaries, with the seams where a scraper joined two texts."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import punkt

from tellings.read import _seams


@cache
def _model() -> punkt.PunktSentenceTokenizer:
    return punkt.PunktSentenceTokenizer(punkt.load_model("english"))


def spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of ``text[start:end]``, as offsets into the text.

    >>> spans("One. Two is glued.Three. ", 5, 25)
    [(5, 18), (18, 24)]
    """
    edges = [start, *_seams.find(text, start, end), end]
    return [
        (first + a, first + b)
        for first, last in pairwise(edges)
        for a, b in _model().span_tokenize(text[first:last])
    ]
