"""VADER: NLTK's sentence scores, and the share that each word has in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import pandas as pd

from tellings.read import _sentences, _vader_lexicon, _vader_rules
from tellings.read._document import Document
from tellings.read._rows import table

_CHUNK = re.compile(r"\S+")


class Score(NamedTuple):
    """A sentence's VADER scores, and the sums that the compound score is made from."""

    start: int
    end: int
    sentence: int
    compound: float
    negative: float
    neutral: float
    positive: float
    total: float
    emphasis: float


class Share(NamedTuple):
    """A word's part in its sentence's score: the lexicon's valence, and what its context makes of it."""

    start: int
    end: int
    sentence: int
    valence: float
    share: float
    effects: str


class Analyzer(NamedTuple):
    """What NLTK's analyzer is asked for, without NLTK: the lexicon, and the scores of a sentence."""

    lexicon: Mapping[str, float]

    def polarity_scores(self, sentence: str) -> dict[str, float]:
        """The same dictionary as NLTK's ``polarity_scores``."""
        return polarity(sentence)


@cache
def analyzer() -> Analyzer:
    """VADER with the lexicon that the authors' own package ships."""
    return Analyzer(_vader_lexicon.lexicon())


def polarity(sentence: str) -> dict[str, float]:
    """NLTK's ``SentimentIntensityAnalyzer().polarity_scores(sentence)``: ``neg``, ``neu``, ``pos``, ``compound``.

    >>> polarity("It was not bad!")
    {'neg': 0.0, 'neu': 0.488, 'pos': 0.512, 'compound': 0.484}
    """
    context = _vader_rules.Context(sentence)
    shares = [part.share for part in _vader_rules.parts(context)]
    return _vader_rules.polarity(shares, len(context.words), sentence)


def words(sentence: str) -> list[tuple[int, int, str]]:
    """The words and emoticons that VADER sees, with their offsets in the sentence."""
    found = []
    for chunk in _CHUNK.finditer(sentence):
        if len(chunk.group()) > 1:
            word = _vader_lexicon.bare(chunk.group())
            found.append((*_vader_rules.span(chunk.start(), chunk.group(), word), word))
    return found


def shares(sentence: str) -> tuple[list[tuple[int, int, str]], list[float]]:
    """The words of a sentence and the share of each, by NLTK's own rules."""
    found = words(sentence)
    made = [0.0] * len(found)
    for part in _vader_rules.parts(_vader_rules.Context(sentence)):
        made[part.place] = part.share
    return found, made


class _Read(NamedTuple):
    """A sentence with its parts: what both tables are made from."""

    start: int
    end: int
    words: int
    parts: list[_vader_rules.Part]


def _read(document: Document) -> list[_Read]:
    read = []
    for start, end, *_ in document(_sentences.find):
        context = _vader_rules.Context(document.text[start:end])
        read.append(_Read(start, end, len(context.words), _vader_rules.parts(context)))
    return read


def find(document: Document) -> list[Score]:
    """VADER's scores of every sentence."""
    return [_score(document.text, read, number) for number, read in enumerate(document(_read))]


def _score(text: str, read: _Read, number: int) -> Score:
    start, end, words, parts = read
    sentence, shares = text[start:end], [part.share for part in parts]
    made = _vader_rules.polarity(shares, words, sentence)
    emphasis = _vader_rules.emphasis(sentence) if words else 0.0
    scores = (made["compound"], made["neg"], made["neu"], made["pos"])
    return Score(start, end, number, *scores, float(sum(shares)), emphasis)


def find_words(document: Document) -> list[Share]:
    """The words that made the scores."""
    found = []
    for number, (start, end, _, parts) in enumerate(document(_read)):
        spans = _vader_rules.located(document.text[start:end], parts)
        found += [
            Share(start + a, start + b, number, part.word.valence, part.share, effects(part))
            for (a, b), part in zip(spans, parts, strict=True)
        ]
    return found


def effects(part: _vader_rules.Part) -> str:
    """The steps from a word's valence to its share, in order, as a reader can follow them."""
    steps = "; ".join(map(str, part.effects))
    return f"as at its first place: {steps}" if steps and part.first != part.place else steps


def vader(text: str) -> pd.DataFrame:
    """VADER's scores for every sentence: exactly those of NLTK's ``SentimentIntensityAnalyzer``.

    VADER (Hutto & Gilbert 2014) adds up the valence of the words it knows, each changed by the words before it,
    by capitals and by a ``but``. It was made for short posts. On newspaper prose it follows human ratings only
    in part (METHOD.md has the figure), and it says nothing of whom a feeling is towards.

    Returns a row a sentence: ``start, end, text``; ``sentence``, its number; ``compound``, the score from -1 to
    1; ``negative``, ``neutral``, ``positive``, shares that add up to 1; ``total``, the sum of the words' shares
    (:func:`vader_words`), and ``emphasis``, what question and exclamation marks add to its size.
    ``compound`` is ``x / sqrt(x * x + 15)`` for ``x``, the total with the emphasis added away from zero.

    >>> vader("The plan is a disgrace. It was not bad!")["compound"].tolist()
    [-0.4939, 0.484]
    """
    return table(text, Document(text)(find), Score)


def vader_words(text: str) -> pd.DataFrame:
    """The words that made VADER's scores, each with its share.

    Returns a row a word that counts: ``start, end, text``; ``sentence``, its sentence's number; ``valence``, the
    lexicon's figure from -4 to 4; ``share``, what is added for it after negation, boosters, capitals and ``but``;
    ``effects``, the steps from the one to the other, in order and each with its cause: ``+`` and ``−`` are added,
    ``×`` multiplies, ``=`` sets (an idiom). A word that stands twice in a sentence takes, as in NLTK, the
    surroundings of its first place in both; its effects then begin with ``as at its first place``.

    >>> found = vader_words("It was not very good, but nobody died in the FIRE.")
    >>> found[["text", "valence", "share"]].round(3).values.tolist()
    [['good', 1.9, -0.811], ['died', -2.6, -3.9], ['FIRE', -1.4, -3.2]]
    >>> found["effects"].tolist()[0]
    'very +0.293; not ×−0.74; before but ×0.5'
    """
    return table(text, Document(text)(find_words), Share)
