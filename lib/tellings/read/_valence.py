"""Valence: the tone of a sentence of news, and the share that each word has in it."""

from __future__ import annotations

from functools import cache, partial
from math import sqrt
from typing import NamedTuple

import pandas as pd

from tellings.read import _lexica, _sentences
from tellings.read._document import Document
from tellings.read._lexica import NEGATED
from tellings.read._plain_terms import feelings, unfeeling
from tellings.read._rows import table

_TABLE = "valence_words.npz"
DAMPING = 5.0  # a sentence's sum is divided by the root of its length and this; as in training/valence.py


class Valence(NamedTuple):
    """A sentence's tone, and how many of its words count: those that are no names and no plain terms."""

    start: int
    end: int
    sentence: int
    valence: float
    words: int


class Share(NamedTuple):
    """A word's part in the tone of its sentence: its own weight, and what its context makes of it."""

    start: int
    end: int
    sentence: int
    weight: float
    negated: bool
    share: float


_valence, _share = partial(tuple.__new__, Valence), partial(tuple.__new__, Share)


class _Read(NamedTuple):
    """A sentence with the shares of its words: what both tables are made from."""

    start: int
    end: int
    words: int
    shares: list[Share]


@cache
def intercept() -> float:
    """The valence of a sentence without a word that counts."""
    return float(_lexica.weights(_TABLE)["intercept"])


@cache
def _weights() -> dict[str, float]:
    made = _lexica.weights(_TABLE)
    return dict(zip(made["words"].tolist(), made["weights"].tolist(), strict=True))


def _read(document: Document) -> list[_Read]:
    return [
        _Read(span.start, span.end, *_shares(document.text[span.start : span.end], span.start, number))
        for number, span in enumerate(document(_sentences.find))
    ]


def find(document: Document) -> list[Valence]:
    """The valence of every sentence."""
    return [
        _valence((start, end, number, _score(shares), words))
        for number, (start, end, words, shares) in enumerate(document(_read))
    ]


def find_words(document: Document) -> list[Share]:
    """The words that made the valences, sentence by sentence."""
    return [share for read in document(_read) for share in read.shares]


def _score(shares: list[Share]) -> float:
    return intercept() + sum([share[-1] for share in shares])


def _shares(text: str, offset: int, number: int) -> tuple[int, list[Share]]:
    """How many words of a sentence count, and the share of every one that has a weight."""
    weights, found = _weights(), _lexica.sentence(text)
    items, negated, without = found.items, found.negated, unfeeling(found)
    words = len(items) - len(without)
    length = sqrt(words + DAMPING)
    shares = []
    for place, weight in enumerate(map(weights.get, found.keys)):
        if weight is not None and place not in without:
            start, end, *_ = items[place]
            turned = place in negated
            share = (NEGATED if turned else 1.0) * weight / length
            shares.append(_share((offset + start, offset + end, number, weight, turned, share)))
    return words, shares


def counting(sentence: str) -> list[tuple[int, int]]:
    """Where the words of a sentence that count begin and end.

    >>> counting("Border Force met the security minister.")
    [(13, 16), (17, 20)]
    """
    return [(word.start, word.end) for word in feelings(sentence)]


def valence(text: str) -> float:
    """The tone of a sentence of news: below 0 it is bad, above 0 good, as readers would rate it.

    The scale is that of the ratings it was fitted to, from -4 to 4; sentences of news seldom leave -2 to 2, and
    most of them stand a little below 0. It is a sum: the weights of the words, each multiplied by -0.4 within
    three words after a negator, over the root of the number of words (and 5), and :func:`intercept`. Names, and
    plain terms of the field (security, asylum, party, lawsuit; ``_plain_terms``) unless used as verbs, have no share. Give
    it one sentence; of several, it takes the words together as if they were one.

    The tone is the sentence's and nobody's in it: whom it is towards is what :func:`stance` asks, and whose words
    they are is what :func:`quotes` tells.

    The weights are fitted by ridge regression to 2,785 sentences of editorials with some twenty ratings each
    (Hutto & Gilbert 2014), over the lexicons of VADER and pattern, word vectors (GloVe; Pennington, Socher &
    Manning 2014) and weights learnt from other genres: ``training/valence.py``. METHOD.md has the figures.

    >>> valence("The scheme is a cruel failure.") < valence("The scheme opens on Monday.") < valence("It is a joy.")
    True
    """
    return _score(_shares(text, 0, 0)[1])


def valence_words(text: str) -> pd.DataFrame:
    """The words that made the valence, each with its share; the shares and the intercept add up to the valence.

    Returns a row a word: ``start, end, text``; ``sentence``, its sentence's number; ``weight``, the word's own;
    ``negated``, whether a negator within three words before turns it; ``share``, what it adds to its sentence's
    valence: the weight, times -0.4 where negated, over the root of the sentence's words that count (and 5). The text
    is read by sentences: of a single sentence, ``valence_words(text)["share"].sum()`` and the constant
    ``valence("")`` make ``valence(text)``.

    >>> found = valence_words("Border Force called it a disgrace, not a triumph.")
    >>> found[["text", "weight", "share"]].round(1).values.tolist()
    [['called', -0.3, -0.1], ['disgrace', -2.3, -0.7], ['not', -0.9, -0.2], ['triumph', 2.2, -0.3]]
    """
    return table(text, Document(text)(find_words), Share)
