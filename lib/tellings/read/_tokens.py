"""Tokens: exactly what NLTK's ``NLTKWordTokenizer`` makes of each sentence, with its offsets."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pandas as pd
from nltk.tokenize.destructive import NLTKWordTokenizer

from tellings.read import _sentences
from tellings.read._document import Document
from tellings.read._rows import table

# What NLTK writes for a double mark, as the Penn Treebank does: `` where it opens, '' where it closes.
_TREEBANK_MARKS = ("``", "''")


class Token(NamedTuple):
    """A token, the sentence it stands in (counted from 0), how NLTK writes it, and whether it is a word."""

    start: int
    end: int
    sentence: int
    token: str
    word: bool


@cache
def _tokenizer() -> NLTKWordTokenizer:
    return NLTKWordTokenizer()


def find(document: Document) -> list[Token]:
    """The tokens of a document, sentence by sentence."""
    text = document.text
    return [
        Token(sentence.start + start, sentence.start + end, number, token, any(map(str.isalnum, token)))
        for number, sentence in enumerate(document(_sentences.find))
        for start, end, token in _align(text[sentence.start : sentence.end])
    ]


def tokens(text: str) -> pd.DataFrame:
    """The words and marks of a text, as NLTK cuts them.

    Returns a DataFrame with a row a token, in the order of the text: ``start`` and ``end``, character offsets;
    ``text``; ``sentence``, the row of :func:`sentences` it stands in; ``token``, NLTK's own string, which
    differs from ``text`` for straight double marks alone, written as two backticks or two apostrophes; and
    ``word``, whether it holds a letter or a digit. ``can't`` is two words here, ``ca`` and ``n't``.

    Tokens and offsets are those of ``NLTKWordTokenizer().tokenize`` and ``.span_tokenize`` on each sentence
    (NLTK 3.10; Bird, Klein & Loper 2009; after MacIntyre's Penn Treebank tokenizer, 1995).

    >>> found = tokens('It can\\'t "wait".')
    >>> found["text"].tolist(), found["token"].tolist()[3:6]
    (['It', 'ca', "n't", '"', 'wait', '"', '.'], ['``', 'wait', "''"])
    """
    return table(text, Document(text)(find), Token)


def _align(sentence: str) -> Iterator[tuple[int, int, str]]:
    """NLTK's tokens with their places: it adds and drops blanks and rewrites double marks, nothing else."""
    place = 0
    for token in _tokenizer().tokenize(sentence):
        while sentence[place].isspace():
            place += 1
        length = 1 if token in _TREEBANK_MARKS and sentence[place] == '"' else len(token)
        yield place, place + length, token
        place += length
