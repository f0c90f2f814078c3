"""VADER: NLTK's sentence scores, and the share that each word has in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from tellings.read import _sentences
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


class _Words(NamedTuple):
    """What NLTK's rules ask of a sentence: its words, and whether only some of them are in capitals."""

    words_and_emoticons: list[str]
    is_cap_diff: bool


@cache
def analyzer() -> Any:
    """NLTK's analyzer with the lexicon that the authors' own package ships.

    NLTK reads its lexicon from a download folder and from nowhere else, so the object is filled by hand.
    """
    from nltk.sentiment.vader import SentimentIntensityAnalyzer, VaderConstants

    made = SentimentIntensityAnalyzer.__new__(SentimentIntensityAnalyzer)
    made.lexicon_file = _lexicon_file().read_text(encoding="utf-8").strip("\n")
    made.lexicon = made.make_lex_dict()
    made.constants = VaderConstants()
    return made


def _lexicon_file() -> Path:
    # The package is located, not imported: importing it loads an HTTP client that nothing here uses.
    spec = find_spec("vaderSentiment")
    folders = spec.submodule_search_locations if spec else None
    if not folders:
        raise ModuleNotFoundError("vaderSentiment is missing: run `make setup`, or pip install vaderSentiment")
    return Path(next(iter(folders))) / "vader_lexicon.txt"


@cache
def _marks() -> tuple[re.Pattern[str], tuple[str, ...]]:
    constants = analyzer().constants
    return constants.REGEX_REMOVE_PUNCTUATION, tuple(constants.PUNC_LIST)


def words(sentence: str) -> list[tuple[int, int, str]]:
    """The words and emoticons that VADER sees, with their offsets in the sentence.

    NLTK lists every word with every mark before and after it to look a chunk up; a chunk is a mark and a word
    in at most one way, so asking the chunk for its mark gives the same answer.
    """
    punctuation, marks = _marks()
    known = {word for word in punctuation.sub("", sentence).split() if len(word) > 1}
    return [
        _bare(chunk.start(), chunk.group(), known, marks)
        for chunk in _CHUNK.finditer(sentence)
        if len(chunk.group()) > 1
    ]


def _bare(start: int, chunk: str, known: set[str], marks: tuple[str, ...]) -> tuple[int, int, str]:
    for mark in marks:
        if chunk.endswith(mark) and chunk[: -len(mark)] in known:
            return start, start + len(chunk) - len(mark), chunk[: -len(mark)]
        if chunk.startswith(mark) and chunk[len(mark) :] in known:
            return start + len(mark), start + len(chunk), chunk[len(mark) :]
    return start, start + len(chunk), chunk


def shares(sentence: str) -> tuple[list[tuple[int, int, str]], list[float]]:
    """The words of a sentence and the share of each, by NLTK's own rules."""
    found = words(sentence)
    items = [word for _, _, word in found]
    capitals = sum(word.isupper() for word in items)
    seen = _Words(items, 0 < len(items) - capitals < len(items))
    first: dict[str, int] = {}
    for place, word in enumerate(items):
        first.setdefault(word, place)
    made: list[float] = [_valence(first[word], word, seen) for word in items]
    return found, analyzer()._but_check(items, made)


def _valence(place: int, word: str, seen: _Words) -> float:
    nltk, lower = analyzer(), word.lower()
    if lower not in nltk.lexicon:
        return 0.0
    following = seen.words_and_emoticons[place + 1 : place + 2]
    if lower in nltk.constants.BOOSTER_DICT or (lower == "kind" and following and following[0].lower() == "of"):
        return 0.0
    return float(nltk.sentiment_valence(0, seen, word, place, [])[0])


def find(document: Document) -> list[Score]:
    """VADER's scores of every sentence."""
    return [score for score, _ in document(_read)]


def find_words(document: Document) -> list[Share]:
    """The words that made the scores."""
    return [share for _, made in document(_read) for share in made]


def _read(document: Document) -> list[tuple[Score, list[Share]]]:
    return [
        _sentence(document.text, sentence, number) for number, sentence in enumerate(document(_sentences.find))
    ]


def _sentence(text: str, span: Sequence[Any], number: int) -> tuple[Score, list[Share]]:
    start, end = span[0], span[1]
    found, made = shares(text[start:end])
    scores = analyzer().score_valence(made, text[start:end])
    emphasis = analyzer()._punctuation_emphasis(0.0, text[start:end]) if made else 0.0
    lexicon = analyzer().lexicon
    parts = [
        Share(start + a, start + b, number, lexicon[word.lower()], share)
        for (a, b, word), share in zip(found, made, strict=True)
        if share
    ]
    score = Score(
        start, end, number, scores["compound"], scores["neg"], scores["neu"], scores["pos"], float(sum(made)), emphasis
    )
    return score, parts


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
    lexicon's figure from -4 to 4; ``share``, what is added for it after negation, boosters, capitals and ``but``.

    >>> vader_words("It was not very good.")[["text", "valence", "share"]].round(3).values.tolist()
    [['good', 1.9, -1.623]]
    """
    return table(text, Document(text)(find_words), Share)


