"""The averaged perceptron's tags, as NLTK's tagger gives them, from scores added up once a word.

NLTK looks up fourteen features a word, each a dictionary of tags. Ten of them rest on a word and where it stands
alone: their sums are kept by word, as whole thousandths, to which the model's weights are rounded, so that they
come out the same in any order. Where two tags share the highest score, NLTK's own sum decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import numpy as np
from nltk.tag.perceptron import PerceptronTagger
from numpy.typing import NDArray

_KEPT = 1 << 15  # distinct words whose scores are kept; then they are forgotten, and learned anew
_AT_ONCE = 1 << 11  # words whose scores are added up in one go
_PAIRS = 1 << 12  # pairs of tags whose scores are kept: more than the model has
_FEATURES = 1 << 15  # features whose scores are kept
_TAG_AND_WORD = "i-1 tag+i word "
_START, _END = (0, 1), (2, 3)  # what stands in the place of words before and behind a sentence

Scores = NDArray[np.int32]


class Perceptron:
    """NLTK's tagger with its model loaded, made quick."""

    def __init__(self, tagger: PerceptronTagger) -> None:
        self._tagger = tagger
        self._weights: dict[str, dict[str, float]] = tagger.model.weights
        self._tags = sorted(tagger.classes)
        self._number = {tag: number for number, tag in enumerate(self._tags)}
        self._none = np.zeros(len(self._tags), dtype=np.int32)
        self._scores = lru_cache(_FEATURES)(self._of_feature)
        self._of_tags = lru_cache(_PAIRS)(self._of_last_tags)
        # The features of a word after a tag: by the word, then by the tag.
        self._pairs: dict[str, dict[str, str]] = {}
        for feature in self._weights:
            if feature.startswith(_TAG_AND_WORD):
                tag, word = feature.removeprefix(_TAG_AND_WORD).split(" ", 1)
                self._pairs.setdefault(word, {})[tag] = feature
        # What a word adds where it is tagged and from one and two places before and behind that.
        self._kept = np.zeros((5, _KEPT + 2 * _AT_ONCE, len(self._tags)), dtype=np.int32)
        self._forget()

    def _forget(self) -> None:
        self._after_tag: list[dict[str, str]] = []
        marks = zip((*_START, *_END), (*self._tagger.START, *self._tagger.END), strict=True)
        self._rows: dict[str | int, int] = {edge: self._keep(mark, own=()) for edge, mark in marks}

    def _row(self, word: str | int) -> int:
        row = self._rows.get(word)
        if row is None:
            word = str(word)
            key = self._tagger.normalize(word)
            own = ("bias", f"i suffix {word[-3:]}", f"i pref1 {word[0]}", f"i word {key}")
            row = self._rows[word] = self._keep(key, own=own)
        return row

    def _keep(self, key: str, *, own: Sequence[str]) -> int:
        row, last = len(self._after_tag), key[-3:]
        self._kept[0, row] = self._sum(f"i-2 word {key}")
        self._kept[1, row] = self._sum(f"i-1 word {key}", f"i-1 suffix {last}")
        self._kept[2, row] = self._sum(*own)
        self._kept[3, row] = self._sum(f"i+1 word {key}", f"i+1 suffix {last}")
        self._kept[4, row] = self._sum(f"i+2 word {key}")
        self._after_tag.append(self._pairs.get(key, {}))
        return row

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """The tags of the words of some sentences, no word empty: those of ``PerceptronTagger.tag``."""
        fixed = self._fixed(sentences)
        return [self._tagged(words, fixed) for words in sentences]

    def _fixed(self, sentences: Sequence[Sequence[str]]) -> Iterator[tuple[Scores, Mapping[str, str]]]:
        """The part of a word's scores that rests on words alone, and its features by the tag before it."""
        line: list[str | int] = []
        places: list[int] = []
        for words in sentences:
            places.extend(range(len(line) + 2, len(line) + 2 + len(words)))
            line += [*_START, *words, *_END]
        for first in range(0, len(places), _AT_ONCE):
            yield from self._block(line, places[first : first + _AT_ONCE])

    def _block(self, line: list[str | int], places: list[int]) -> Iterator[tuple[Scores, Mapping[str, str]]]:
        if len(self._after_tag) > _KEPT:
            self._forget()
        first = places[0] - 2
        rows = np.array([self._row(word) for word in line[first : places[-1] + 3]])
        here = np.array(places) - first
        scores = self._kept[2, rows[here]]
        for part, step in ((0, -2), (1, -1), (3, 1), (4, 2)):
            scores += self._kept[part, rows[here + step]]
        return zip(scores, [self._after_tag[row] for row in rows[here].tolist()], strict=True)

    def _tagged(self, words: Sequence[str], fixed: Iterator[tuple[Scores, Mapping[str, str]]]) -> list[str]:
        known, (last, before) = self._tagger.tagdict, self._tagger.START
        found: list[str] = []
        for place, word in enumerate(words):
            scores, after_tag = next(fixed)
            tag = known.get(word)
            if not tag:
                tag = self._judged(scores, after_tag.get(last), last, before)
                tag = tag or self._as_nltk(words, place, last, before)
            found.append(tag)
            last, before = tag, last
        return found

    def _judged(self, fixed: Scores, pair: str | None, last: str, before: str) -> str:
        """The tag of the highest score; nothing where two share it."""
        scores = fixed + self._of_tags(last, before)
        if pair:
            scores += self._scores(pair)
        each: list[int] = scores.tolist()
        highest = max(each)
        return self._tags[each.index(highest)] if each.count(highest) == 1 else ""

    def _as_nltk(self, words: Sequence[str], place: int, last: str, before: str) -> str:
        tagger = self._tagger
        near = [tagger.normalize(word) for word in words[max(0, place - 2) : place + 3]]
        context = [*tagger.START[place:], *near, *tagger.END]
        features = tagger._get_features(0, words[place], context, last, before)
        tag: str = tagger.model.predict(features)[0]
        return tag

    def _of_last_tags(self, last: str, before: str) -> Scores:
        return self._sum(f"i-1 tag {last}", f"i-2 tag {before}", f"i tag+i-2 tag {last} {before}")

    def _sum(self, *features: str) -> Scores:
        known = [self._scores(feature) for feature in features if feature in self._weights]
        return sum(known[1:], start=known[0]) if known else self._none

    def _of_feature(self, feature: str) -> Scores:
        scores = [0] * len(self._tags)
        for tag, weight in self._weights[feature].items():
            scores[self._number[tag]] = round(1000 * weight)
        return np.array(scores, dtype=np.int32)
