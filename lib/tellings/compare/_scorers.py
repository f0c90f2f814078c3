"""Scorers of tone: each makes one number of a stretch of text, from open word lists, in its own way."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import numpy as np
import pandas as pd

from tellings.compare._sentiment import placed_sentences, sentence_tone
from tellings.compare._voice import spoken
from tellings.read import _vader, _valence
from tellings.read._shipped import shipped_file

if TYPE_CHECKING:
    from tellings.read import Reading

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NEGATORS = frozenset(
    {"no", "not", "never", "cannot", "neither", "nor", "without", "nothing", "nobody", "none"}
)
_REACH, _NEGATED = (
    3,
    -0.5,
)  # words that a negation reaches, and what it makes of a polarity; -0.5 is pattern's own


def compound(text: str) -> float:
    """VADER's compound score, from -1 to 1 (Hutto & Gilbert 2014)."""
    return _vader.polarity(text)["compound"]


def counts(text: str) -> float:
    """Good words less bad words, by the sign of VADER's lexicon alone, a word of text: from -1 to 1.

    No weights, no negation, no boosters: the plainest dictionary count.

    >>> counts("A good, brave plan for a cruel war")
    0.0
    """
    words = [word.lower() for word in _WORD.findall(text)]
    lexicon = _vader.analyzer().lexicon
    signs = [(lexicon[word] > 0) - (lexicon[word] < 0) for word in words if word in lexicon]
    return sum(signs) / len(words) if words else 0.0


def pattern(text: str) -> float:
    """The mean polarity of the words that pattern's lexicon holds, from -1 to 1; 0 where it holds none.

    The lexicon is the subjectivity lexicon of pattern (De Smedt & Daelemans 2012; public domain, PDDL), as textblob
    ships it: adjectives mostly, rated by hand on reviews. A word's polarity is the mean of its senses; within three
    words after a negation it is multiplied by -0.5. The library's own rules for intensifiers are left out.

    >>> pattern("A great success"), pattern("It was not great")
    (0.55, -0.4)
    """
    lexicon, found, left = polarities(), [], 0
    for written in _WORD.findall(text):
        word = written.lower().replace("’", "'")
        if word in lexicon:
            found.append(lexicon[word] * (_NEGATED if left > 0 else 1.0))
        left = _REACH if word in _NEGATORS or word.endswith("n't") else left - 1
    return sum(found) / len(found) if found else 0.0


@cache
def polarities() -> Mapping[str, float]:
    """Pattern's lexicon: the mean polarity of each word over its senses."""
    senses: dict[str, list[float]] = {}
    path = shipped_file("textblob", "en", "en-sentiment.xml", install="textblob")
    for word in ElementTree.parse(path).iterfind("word"):
        senses.setdefault(word.attrib["form"].lower(), []).append(float(word.attrib["polarity"]))
    return MappingProxyType({word: sum(found) / len(found) for word, found in senses.items()})


# Every way that the kit can score a stretch of text; a way of your own can be added.
SCORERS: dict[str, Callable[[str], float]] = {
    "valence": _valence.valence,
    "vader": compound,
    "pattern": pattern,
    "counts": counts,
}


def scorer_named(name: str) -> Callable[[str], float]:
    """The scorer of that name."""
    try:
        return SCORERS[name]
    except KeyError:
        raise ValueError(f"no scorer {name!r}; there are: {', '.join(SCORERS)}") from None


def voiced_sentences(reading: Reading) -> pd.DataFrame:
    """The sentences of prose, once as they stand (voice ``all``) and once for each voice that speaks in them.

    Returns a row a sentence and voice: ``article, outlet, sentence, paragraph, voice, start, end, text``; ``words``,
    the part of the text in that voice, pieces joined by ``…``; ``valence`` and ``vader``, the scores of them by
    :func:`sentence_tone`; ``place`` and ``of``, the sentence's number among the article's sentences of prose.
    """
    return reading.once(_voiced)


def _voiced(reading: Reading) -> pd.DataFrame:
    every, parts = placed_sentences(reading).assign(voice="all"), sentence_tone(reading)
    columns = [
        "article",
        "outlet",
        "sentence",
        "paragraph",
        "voice",
        "start",
        "end",
        "text",
        "valence",
        "vader",
    ]
    rows = pd.concat([every[columns], parts.loc[parts["voice"] != "caption", columns]], ignore_index=True)
    key = ["article", "sentence"]
    numbered = every[key].assign(
        place=every.groupby("article").cumcount(), of=every.groupby("article")["sentence"].transform("size")
    )
    rows = rows.merge(numbered, on=key, how="left", validate="many_to_one")
    return rows.assign(words=_words(reading, rows))


def scores(rows: pd.DataFrame, scorer: str) -> pd.Series:
    """The score of each row of :func:`voiced_sentences`: valence and VADER's as they stand, others by their function."""
    score = scorer_named(scorer)
    if scorer in ("valence", "vader"):
        return rows[scorer].astype(float)
    made = {words: float(score(words)) for words in dict.fromkeys(rows["words"])}
    return rows["words"].map(made).astype(float)


def _words(reading: Reading, rows: pd.DataFrame) -> list[str]:
    none = np.zeros(0, dtype=int)
    said = spoken(reading.quotes).sort_values("start", kind="stable").groupby("article", sort=False)
    spans = {article: (part["start"].to_numpy(), part["end"].to_numpy()) for article, part in said}
    columns = zip(rows["article"], rows["voice"], rows["start"], rows["text"], strict=True)
    return [
        text
        if voice == "all"
        else _of_voice(text, start, *spans.get(article, (none, none)), quoted=voice == "quoted")
        for article, voice, start, text in columns
    ]


def _of_voice(text: str, offset: int, starts: np.ndarray, ends: np.ndarray, *, quoted: bool) -> str:
    """The stretches of a sentence within quotations, or those outside them."""
    pieces: list[str] = []
    place, stop = 0, len(text)
    for number in range(int(np.searchsorted(ends, offset, side="right")), len(starts)):
        start, end = (min(max(int(limit) - offset, 0), stop) for limit in (starts[number], ends[number]))
        if starts[number] - offset >= stop:
            break
        pieces.append(text[start:end] if quoted else text[place:start])
        place = max(place, end)
    pieces += [] if quoted else [text[place:]]
    return " … ".join(piece.strip() for piece in pieces if piece.strip())
