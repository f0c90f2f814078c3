"""Tokens: exactly what NLTK's ``NLTKWordTokenizer`` makes of each sentence, with its offsets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import partial
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

import pandas as pd

from tellings.read import _chunk_tokens, _sentences
from tellings.read._chunk_tokens import FIRST, LAST, LONG
from tellings.read._document import Document
from tellings.read._rows import table

_KEPT = 1 << 16  # chunks remembered in each of their variants; then all are forgotten, and learnt anew


class Token(NamedTuple):
    """A token, the sentence it stands in (counted from 0), how NLTK writes it, and whether it is a word."""

    start: int
    end: int
    sentence: int
    token: str
    word: bool


_row = partial(tuple.__new__, Token)  # a row of five values, without a look at their names
# Begin and end within a chunk, NLTK's string, whether it is a word.
_Cut = tuple[tuple[int, int, str, bool], ...]


class _Memory:
    """What chunks become, by their variants; None where that rests on the chunks beside them."""

    def __init__(self) -> None:
        self._of: tuple[dict[str, _Cut | None], ...] = ({}, {}, {}, {})

    def learn(self, chunks: set[str], variant: int) -> None:
        """Ask for what is not known of these chunks."""
        kept = self._of[variant]
        if len(kept) > _KEPT:
            kept.clear()
        new = chunks.difference(kept)
        kept.update(dict.fromkeys(new))
        if variant != FIRST + LAST:
            new = {chunk for chunk in new if not _chunk_tokens.is_bare(chunk)}
        wanted = [(chunk, _chunk_tokens.core(chunk), variant & _chunk_tokens.minds(chunk)) for chunk in new]
        kept.update(zip(new, map(_worded, _chunk_tokens.cut(wanted)), strict=True))

    def cuts(self, chunks: list[str]) -> list[_Cut | None]:
        """What becomes of each chunk of a sentence, once they are learnt."""
        within, first, last, alone = self._of
        if len(chunks) < 2:
            return [alone[chunk] for chunk in chunks]
        return [first[chunks[0]], *map(within.__getitem__, chunks[1:-1]), last[chunks[-1]]]


def _worded(pieces: Iterable[_chunk_tokens.Piece]) -> _Cut:
    return tuple((start, end, token, any(map(str.isalnum, token))) for start, end, token in pieces)


_memory = _Memory()


def find(document: Document) -> list[Token]:
    """The tokens of a document, sentence by sentence."""
    text = document.text
    sentences = [(at.start, text[at.start : at.end]) for at in document(_sentences.find)]
    chunked = [_chunks(sentence) for _, sentence in sentences]
    _learn(chunked)
    rows: list[Token] = []
    for number, (place, sentence) in enumerate(sentences):
        chunks = chunked[number]
        cuts = _memory.cuts(chunks)
        if not cuts or None in cuts:
            chunks, cuts = [sentence], [_worded(_chunk_tokens.align(sentence))]
        for chunk, cut in zip(chunks, cuts, strict=True):
            for start, end, token, word in cut or ():
                rows.append(_row((place + start, place + end, number, token, word)))
            place += len(chunk) + 1
    return rows


def texts(document: Document) -> list[str]:
    """The text of every token of a document."""
    text = document.text
    return [text[start:end] for start, end, _, _, _ in document(find)]


def by_sentence(document: Document) -> list[tuple[int, int]]:
    """The numbers of the first token of each sentence that has any, and of the one after its last."""
    rows = document(find)
    sentences = range(rows[-1].sentence + 2) if rows else range(1)
    places = [bisect_left(rows, number, key=itemgetter(2)) for number in sentences]
    return [(first, last) for first, last in pairwise(places) if first < last]


def _chunks(sentence: str) -> list[str]:
    """The chunks of a sentence; none where other blanks stand among them, or one is no word of any language."""
    chunks = sentence.split()
    return chunks if chunks == sentence.split(" ") and max(map(len, chunks)) <= LONG else []


def _learn(chunked: list[list[str]]) -> None:
    """Have ready what becomes of these sentences' chunks."""
    several = [chunks for chunks in chunked if len(chunks) > 1]
    _memory.learn(set().union(*[chunks[1:-1] for chunks in several]), 0)
    _memory.learn({chunks[0] for chunks in several}, FIRST)
    _memory.learn({chunks[-1] for chunks in several}, LAST)
    _memory.learn({chunks[0] for chunks in chunked if len(chunks) == 1}, FIRST + LAST)


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
