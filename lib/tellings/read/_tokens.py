"""Tokens: exactly what NLTK's ``NLTKWordTokenizer`` makes of each sentence, with its offsets."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import pandas as pd
from nltk.tokenize.destructive import NLTKWordTokenizer

from tellings.read import _sentences
from tellings.read._document import Document
from tellings.read._rows import table


class Token(NamedTuple):
    """A token and the sentence it stands in (counted from 0)."""

    start: int
    end: int
    sentence: int


@cache
def _tokenizer() -> NLTKWordTokenizer:
    return NLTKWordTokenizer()


def find(document: Document) -> list[Token]:
    """The tokens of a document, sentence by sentence."""
    text = document.text
    return [
        Token(sentence.start + start, sentence.start + end, number)
        for number, sentence in enumerate(document(_sentences.find))
        for start, end in _tokenizer().span_tokenize(text[sentence.start : sentence.end])
    ]


def tokens(text: str) -> pd.DataFrame:
    """The words and marks of a text, as NLTK cuts them.

    >>> tokens("It can't wait.")["text"].tolist()
    ['It', 'ca', "n't", 'wait', '.']
    """
    return table(text, Document(text)(find), Token)
