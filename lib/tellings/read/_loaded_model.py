"""How loaded a word is: a linear model of its features, shipped as numbers that can be read.

The features of a word are its valence (VADER, Hutto & Gilbert 2014), its subjectivity (the English lexicon of
De Smedt & Daelemans 2012), its part of speech, its form, the kit's own list, and its association: one number
a word, for how near in meaning it stands to words that people marked as loaded. Those numbers were fitted with
word vectors and are shipped without them (``training/loaded.py``).
"""

from __future__ import annotations

import math
import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache, partial
from importlib.resources import files
from operator import itemgetter
from typing import NamedTuple
from xml.etree import ElementTree

from tellings.read import _sentences, _tagger, _tokens, _vader
from tellings.read._document import Document
from tellings.read._loaded_words import by_form, kinds
from tellings.read._shipped import shipped_file

_TAGS = (
    "NN", "NNS", "NNP", "NNPS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ", "JJR", "JJS", "RB", "RBR", "RBS",
    "RP", "UH", "FW",
)  # fmt: skip
_OPEN = frozenset(_TAGS) - {"RP"}  # tags of words that could be loaded
SUBJECTIVE = 0.3  # of 1: from here on a word of the subjectivity lexicon says more than a fact
_KEPT, _LONGEST = 1 << 16, 64  # words whose numbers are remembered, and the characters of the longest of them
_HYPHEN = re.compile("[-–]")
_MARKS = {
    "“": True,
    "”": False,
    "``": True,
    "''": False,
    '"': None,
}  # whether quoted words follow; None: in turn


class Word(NamedTuple):
    """A word that could be loaded: its place among the tokens, its tag, whether it stands in quotation marks."""

    start: int
    end: int
    sentence: int
    word: str
    tag: str
    quoted: bool


class Scored(NamedTuple):
    """A word with its chance of being loaded (0 to 1), and whether any list says that it judges at all."""

    word: Word
    chance: float
    judges: bool


_word, _scored = partial(tuple.__new__, Word), partial(tuple.__new__, Scored)


class Numbers(NamedTuple):
    """What ships: a weight a feature for words and for sentences, and two associations a word."""

    word: dict[str, float]
    sentence: dict[str, float]
    cuts: dict[str, float]
    associations: dict[str, tuple[float, float]]


def find_words(document: Document) -> list[Word]:
    """The nouns, verbs, adjectives and adverbs of a document."""
    return [one.word for one in find_scored(document)]


def find_quoted(document: Document) -> list[bool]:
    """Whether each token stands in quotation marks; a straight mark opens where it begins a sentence."""
    rows, words = document(_tokens.find), document(_tokens.texts)
    made: list[bool] = []
    quoted = False
    for place in [place for place, word in enumerate(words) if word in _MARKS]:
        made += [quoted] * (place - len(made))
        opens = _MARKS[words[place]]
        if opens is None:
            opens = not quoted or not place or rows[place - 1].sentence != rows[place].sentence
        quoted = opens
    return made + [quoted] * (len(words) - len(made))


@cache
def _subjectivity() -> dict[str, tuple[float, float]]:
    """Polarity (-1 to 1) and subjectivity (0 to 1) of each word, the mean of its senses."""
    senses: dict[str, list[tuple[float, float]]] = {}
    path = shipped_file("textblob", "en", "en-sentiment.xml", install="textblob")
    for word in ElementTree.parse(path).getroot():
        pair = float(word.get("polarity", 0)), float(word.get("subjectivity", 0))
        senses.setdefault(word.get("form", ""), []).append(pair)
    return {
        form: tuple(sum(part) / len(part) for part in zip(*pairs, strict=True))
        for form, pairs in senses.items()
    }


def features(word: Word) -> dict[str, float]:
    """The features of a word that are not nought, by name."""
    low, tag = word.word.lower().replace("’", "'"), word.tag
    made = {"one": 1.0}
    if valence := _vader.analyzer().lexicon.get(low, 0.0):
        made["negative" if valence < 0 else "positive"] = abs(valence)
        made["has valence"] = 1.0
    polarity, subjectivity = _subjectivity().get(low, (0.0, 0.0))
    if subjectivity:
        made["subjective"] = subjectivity
    if polarity:
        made["polarity below" if polarity < 0 else "polarity above"] = abs(polarity)
    if word.quoted:
        made["quoted"] = 1.0
    if "-" in low:
        made["compound"] = 1.0
    if low.startswith("anti"):
        made["anti-"] = 1.0
    if low.endswith(("ism", "isms", "ist", "ists")):
        made["-ism"] = 1.0
    elif low.endswith("ly"):
        made["-ly"] = 1.0
    if len(low) > 9:
        made["long"] = 1.0
    if low not in numbers().associations:
        made["unknown"] = 1.0
    made[f"tag {tag}"] = 1.0
    entry = by_form().get(low.replace("-", " ")) or by_form().get(low)
    if entry is not None and (not entry.verb or tag.startswith("VB")):
        made[f"list {entry.kind}"] = 1.0
        if entry.always:
            made["list always"] = 1.0
    return made


def feature_names() -> list[str]:
    """Every feature that a word can have."""
    return [
        "one", "negative", "positive", "has valence", "subjective", "polarity below", "polarity above", "quoted",
        "compound", "anti-", "-ism", "-ly", "long", "unknown", "list always", *(f"list {kind}" for kind in kinds()),
        *(f"tag {tag}" for tag in _TAGS),
    ]  # fmt: skip


@cache
def numbers() -> Numbers:
    """The shipped numbers."""
    data = files("tellings.read").joinpath("data")
    model = tomllib.loads(data.joinpath("loaded_model.toml").read_text(encoding="utf-8"))
    associations: dict[str, tuple[float, float]] = {}
    for line in data.joinpath("loaded_associations.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            marked, judged, *words = line.split()
            associations.update(dict.fromkeys(words, (int(marked) / 100, int(judged) / 100)))
    return Numbers(model["word"], model["sentence"], model["cuts"], associations)


@lru_cache(_KEPT)
def association(word: str) -> tuple[float, float]:
    """How much a word's meaning adds to its own score, and to its sentence's; 0 where nothing is known."""
    known, low = numbers().associations, word.lower().replace("’", "'")
    return known.get(low) or known.get(_HYPHEN.split(low)[-1]) or (0.0, 0.0)


class _Weights(dict[tuple[str, str, bool], tuple[float, bool] | None]):
    """What words come to by their text, tag and quotation marks; None for those without a letter."""

    def __missing__(self, key: tuple[str, str, bool]) -> tuple[float, bool] | None:
        made = _weigh(*key)
        if len(key[0]) <= _LONGEST:
            if len(self) >= _KEPT:
                self.clear()
            self[key] = made
        return made


_weights = _Weights()


def find_weighed(document: Document) -> dict[int, tuple[float, bool]]:
    """By the number of a noun, verb, adjective or adverb: its chance of being loaded, and whether it judges."""
    words, tags, quoted = document(_tokens.texts), document(_tagger.find), document(find_quoted)
    open_ = [place for place, tag in enumerate(tags) if tag in _OPEN and len(words[place]) > 2]
    weighed = [_weights[words[place], tags[place], quoted[place]] for place in open_]
    return {place: one for place, one in zip(open_, weighed, strict=True) if one}


def find_scored(document: Document) -> list[Scored]:
    """The nouns, verbs, adjectives and adverbs of a document with their chances of being loaded."""
    return scored(document, document(find_weighed))


def scored(document: Document, places: Iterable[int]) -> list[Scored]:
    """Those of some tokens that could be loaded."""
    rows, words, tags = document(_tokens.find), document(_tokens.texts), document(_tagger.find)
    weighed, quoted = document(find_weighed), document(find_quoted)
    return [
        _scored((_word((*rows[place][:3], words[place], tags[place], quoted[place])), *weighed[place]))
        for place in places
        if place in weighed
    ]


def _weigh(word: str, tag: str, quoted: bool) -> tuple[float, bool] | None:
    if not (word.isalpha() or any(map(str.isalpha, word))):
        return None
    weights, has = numbers().word, features(_word((0, len(word), 0, word, tag, quoted)))
    score = association(word)[0] + sum([weights.get(name, 0.0) * value for name, value in has.items()])
    return _chance(score), judges(has)


def judges(has: dict[str, float]) -> bool:
    """Whether a word's features show a judgement: it is on the kit's list, has a valence, or is subjective."""
    listed = not _lists().isdisjoint(has)
    return listed or "has valence" in has or has.get("subjective", 0.0) > SUBJECTIVE


@cache
def _lists() -> frozenset[str]:
    return frozenset(f"list {kind}" for kind in kinds())


def _chance(score: float) -> float:
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, score))))


def sentence_features(scored: Sequence[Scored], text: str) -> dict[str, float]:
    """What a sentence's words say of it as a whole."""
    chances = [chance for _, chance, _ in scored] or [0.0]
    return {
        "one": 1.0,
        "highest": max(chances),
        "sum": sum(chances),
        "quoted sum": sum([chance for word, chance, _ in scored if word.quoted]),
        "mean": sum(chances) / len(chances),
        "length": min(len(scored), 60) / 20,
        "marks": float('"' in text or "“" in text),
        "question": float("?" in text),
        "exclamation": float("!" in text),
        "meaning": sum([association(word.word)[1] for word, *_ in scored]) / max(len(scored), 1),
    }


def bias(document: Document, number: int) -> float:
    """The chance (0 to 1) of a sentence that people would find it biased by its words."""
    start, end, *_ = document(_sentences.find)[number]
    rows, weights = document(_tokens.find), numbers().sentence
    places = range(*(bisect_left(rows, edge, key=itemgetter(2)) for edge in (number, number + 1)))
    has = sentence_features(scored(document, places), document.text[start:end])
    return _chance(sum([weights[name] * value for name, value in has.items()]))
