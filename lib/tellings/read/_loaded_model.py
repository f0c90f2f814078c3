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
from collections.abc import Sequence
from functools import cache, lru_cache, partial
from importlib.resources import files
from typing import NamedTuple
from xml.etree import ElementTree

from tellings.read import _sentences, _tagger, _tokens, _vader
from tellings.read._document import Document
from tellings.read._loaded_words import by_form, kinds
from tellings.read._shipped import shipped_file

_OPEN = frozenset(("NN", "VB", "JJ", "RB", "UH", "FW"))  # how the tags of open classes begin
_TAGS = (
    "NN", "NNS", "NNP", "NNPS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ", "JJR", "JJS", "RB", "RBR", "RBS",
    "RP", "UH", "FW",
)  # fmt: skip
SUBJECTIVE = 0.3  # of 1: from here on a word of the subjectivity lexicon says more than a fact
_KEPT = 1 << 15  # distinct words whose numbers are remembered
_HYPHEN = re.compile("[-–]")
_MARKS = {"“": True, "”": False, "``": True, "''": False}


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
    found: list[Word] = []
    quoted, sentence = False, -1
    tokens = zip(document(_tokens.find), document(_tagger.find), document(_tokens.texts), strict=True)
    for (start, end, number, _, _), tag, word in tokens:
        if number != sentence:
            quoted, sentence = quoted and word not in {'"', "“"}, number
        if word == '"':
            quoted = not quoted
        elif word in _MARKS:
            quoted = _MARKS[word]
        elif tag[:2] in _OPEN and len(word) > 2 and (word.isalpha() or any(map(str.isalpha, word))):
            found.append(_word((start, end, number, word, tag, quoted)))
    return found


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
    valence = _vader.analyzer().lexicon.get(low, 0.0)
    polarity, subjectivity = _subjectivity().get(low, (0.0, 0.0))
    entry = by_form().get(low.replace("-", " ")) or by_form().get(low)
    made = {
        "one": 1.0,
        "negative": max(-valence, 0.0),
        "positive": max(valence, 0.0),
        "has valence": float(valence != 0),
        "subjective": subjectivity,
        "polarity below": max(-polarity, 0.0),
        "polarity above": max(polarity, 0.0),
        "quoted": float(word.quoted),
        "compound": float("-" in low),
        "anti-": float(low.startswith("anti")),
        "-ism": float(low.endswith(("ism", "isms", "ist", "ists"))),
        "-ly": float(low.endswith("ly")),
        "long": float(len(low) > 9),
        "unknown": float(low not in numbers().associations),
        f"tag {tag}": 1.0,
    }
    if entry is not None and (not entry.verb or tag.startswith("VB")):
        made[f"list {entry.kind}"] = 1.0
        made["list always"] = float(entry.always)
    return {name: value for name, value in made.items() if value}


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


def find_scored(document: Document) -> list[Scored]:
    """The words of a document with their chances of being loaded."""
    return [_scored((word, *_weighed(*word[3:]))) for word in document(find_words)]


@lru_cache(_KEPT)
def _weighed(word: str, tag: str, quoted: bool) -> tuple[float, bool]:
    """The chance of a word, wherever it stands, and whether it judges."""
    weights, has = numbers().word, features(Word(0, len(word), 0, word, tag, quoted))
    score = association(word)[0] + sum(weights.get(name, 0.0) * value for name, value in has.items())
    return _chance(score), judges(has)


def judges(has: dict[str, float]) -> bool:
    """Whether a word's features show a judgement: it is on the kit's list, has a valence, or is subjective."""
    listed = any(name.startswith("list ") for name in has)
    return listed or "has valence" in has or has.get("subjective", 0.0) > SUBJECTIVE


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


def find_sentences(document: Document) -> list[float]:
    """The chance (0 to 1) of each sentence that people would find it biased by its words."""
    weights = numbers().sentence
    words: dict[int, list[Scored]] = {}
    for one in document(find_scored):
        words.setdefault(one[0].sentence, []).append(one)
    return [
        _chance(
            sum(
                weights[name] * value
                for name, value in sentence_features(
                    words.get(number, []), document.text[sentence.start : sentence.end]
                ).items()
            )
        )
        for number, sentence in enumerate(document(_sentences.find))
    ]
