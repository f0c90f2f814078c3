"""Gaps: places where a scraper lost the text of a link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from tellings.read import _captions, _paragraphs, _tagger, _tokens
from tellings.read._document import Document
from tellings.read._gap_rules import RULES, Seam, Word
from tellings.read._rows import table


class Gap(NamedTuple):
    start: int
    end: int
    kind: str
    before: str
    after: str


_LOOSE = re.compile(r"\w [,.;](?=\s)")
_TIGHT = re.compile(r"\w[,.;](?=\s)")


def _words(document: Document) -> Iterator[list[Word]]:
    text = document.text
    captions = {i for c in document(_captions.find) for i in (c.start,)}
    paragraphs = iter(document(_paragraphs.find))
    paragraph = next(paragraphs, None)
    words: list[Word] = []
    for token, tag in zip(document(_tokens.find), document(_tagger.find), strict=True):
        while paragraph and token.start >= paragraph.end:
            yield words
            words = []
            paragraph = next(paragraphs, None)
        word = text[token.start : token.end]
        words.append(Word(token.start, token.end, word, word.lower(), tag, token.start > 0 and text[token.start - 1].isspace()))
    yield words


def find(document: Document) -> list[Gap]:
    text = document.text
    loose = len(_LOOSE.findall(text)) > 0.2 * len(_TIGHT.findall(text))
    spans = [(c.start, c.end) for c in document(_captions.find)]
    out = []
    for words in _words(document):
        for at in range(len(words) + 1):
            seam = Seam(words, at, loose)
            for name, rule in RULES.items():
                if rule(seam):
                    right = seam(0)
                    left = seam(-1)
                    place = right.start if left.end < 0 or not right.text[:1].isalpha() else left.end
                    if not any(s <= place < e for s, e in spans):
                        out.append(Gap(place, place, name, text[max(0, place - 40) : place], text[place : place + 40]))
                    break
    return out


def gaps(text: str) -> pd.DataFrame:
    """Gaps."""
    return table(text, Document(text)(find), Gap)
