"""The averaged perceptron's tags, as NLTK's tagger gives them, from scores added up for many words at once.

NLTK looks up fourteen features a word, each a dictionary of tags. Ten of them rest on a word and where it stands
alone: their sums are kept by word, as whole thousandths, to which the model's weights are rounded, so that they
come out the same in any order. The rest wait for the tags of the two words before. Words whose tag is always the same
part the others into runs: the first words of all runs are judged together, then the second, and so on. Where two tags
share the highest score, NLTK's own sum decides.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

import numpy as np
from nltk.tag.perceptron import PerceptronTagger
from numpy.typing import NDArray

_KEPT = 1 << 15  # distinct words whose scores are kept; then they are forgotten, and learned anew
_AT_ONCE = 1 << 12  # words whose scores are added up in one go
_FEW = 4  # runs, of which the words are quicker judged one by one
# The features of a word by where it stands from the one that is tagged, two before to two behind, and of its ending.
_WORDS = ("i-2 word", "i-1 word", "i word", "i+1 word", "i+2 word")
_ENDINGS = ("i-1 suffix", "i suffix", "i+1 suffix")
_TAG_AND_WORD = "i-1 tag+i word "
_NO_WORD, _NO_ENDING = [0] * len(_WORDS), [0] * len(_ENDINGS)
_START, _END = (0, 1), (2, 3)  # what stands in the place of words before and behind a sentence

Ints = NDArray[np.int32]
Places = NDArray[np.int64]


class _Open(NamedTuple):
    """Words that need judging: their places, the scores that rest on words alone, their features by the tag before."""

    places: Places
    fixed: Ints
    after: Ints


class Perceptron:
    """NLTK's tagger with its model loaded, made quick.

    ``written`` is how the model's training data writes a word; ``told`` the tags of words so written that are told
    whatever the model judges.
    """

    def __init__(
        self,
        tagger: PerceptronTagger,
        written: Callable[[str], str] = str,
        told: Mapping[str, str] | None = None,
    ) -> None:
        self._tagger, self._written, self._told = tagger, written, dict(told or {})
        self._weights: dict[str, dict[str, float]] = tagger.model.weights
        self._tags = sorted(tagger.classes)
        # Tags that have scores first, then what stands for the tags of words before a sentence.
        self._names = list(dict.fromkeys([*self._tags, *tagger.tagdict.values(), *tagger.START]))
        self._number = {tag: number for number, tag in enumerate(self._names)}
        self._shown = [*self._names, *self._told.values()]
        # The number of each feature, from 1; 0 is a feature that the model lacks. Scores are laid out when first asked
        # for, one row after the other: the model is large, and an article asks for little of it.
        self._features = {feature: number for number, feature in enumerate(self._weights, 1)}
        self._of_number = ["", *self._weights]
        self._laid = np.full(len(self._of_number), -1, np.int32)
        self._scores = np.zeros((len(self._of_number), len(self._tags)), np.int32)
        self._laid[0], self._next = 0, 1
        last_two = np.array([self._of_last_tags(a, b) for a in self._names for b in self._names])
        self._of_tags: Ints = self._of(last_two).sum(axis=1, dtype=np.int32)
        # The features of a word, of an ending, and of a word after a tag.
        self._of_word: dict[str, list[int]] = {}
        self._of_ending: dict[str, list[int]] = {}
        self._pairs: dict[str, list[tuple[int, int]]] = {}
        self._sort()
        # What a word adds where it is tagged and from one and two places before and behind that; its tag, where that
        # is always the same, and the one that is told whatever it is, else -1; and its features by the tag before it.
        room = _KEPT + 2 * _AT_ONCE
        self._kept = np.zeros((5, room, len(self._tags)), np.int32)
        self._always, self._mark = np.zeros(room, np.int64), np.zeros(room, np.int64)
        self._after = np.zeros((room, len(self._names)), np.int32)
        self._forget()

    def _sort(self) -> None:
        """Find the features of each word and ending, which stand at their end."""
        words = {kind: at for at, kind in enumerate(_WORDS)}
        endings = {kind: at for at, kind in enumerate(_ENDINGS)}
        after = {_TAG_AND_WORD + tag: number for number, tag in enumerate(self._names)}
        for feature, number in self._features.items():
            kind, _, value = feature.rpartition(" ")
            if kind in after:
                self._pairs.setdefault(value, []).append((after[kind], number))
            elif kind in words:
                self._of_word.setdefault(value, [0] * len(_WORDS))[words[kind]] = number
            elif kind in endings:
                self._of_ending.setdefault(value, [0] * len(_ENDINGS))[endings[kind]] = number

    def _of(self, features: NDArray[np.integer]) -> Ints:
        """The scores of features."""
        rows = self._laid.take(features)
        if rows.size and rows.min() < 0:
            self._lay(np.unique(features[rows < 0]))
            rows = self._laid.take(features)
        return self._scores.take(rows, axis=0)

    def _lay(self, features: NDArray[np.integer]) -> None:
        """Lay out the scores of features, one row after the other."""
        end = self._next + len(features)
        weights = [self._weights[self._of_number[number]] for number in features.tolist()]
        tags = [self._number[tag] for each in weights for tag in each]
        thousandths = [round(1000 * weight) for each in weights for weight in each.values()]
        rows = np.repeat(np.arange(self._next, end), list(map(len, weights)))
        self._scores[rows, tags] = thousandths
        self._laid[features] = range(self._next, end)
        self._next = end

    def _of_last_tags(self, last: str, before: str) -> list[int]:
        features = (f"i-1 tag {last}", f"i-2 tag {before}", f"i tag+i-2 tag {last} {before}")
        return [self._features.get(feature, 0) for feature in features]

    def _forget(self) -> None:
        self._rows: dict[str | int, int] = {}
        edges, marks = (*_START, *_END), (*self._tagger.START, *self._tagger.END)
        self._keep(edges, marks)

    def _learn(self, words: list[str]) -> None:
        first, number = len(self._rows), self._features.get
        plain = list(map(self._written, words))
        self._keep(words, list(map(self._tagger.normalize, plain)))
        ending = self._of_ending.get
        own = [
            (ending(word[-3:], _NO_ENDING)[1], number(f"i pref1 {word[0]}", 0), number("bias", 0))
            for word in plain
        ]
        self._kept[2, first : len(self._rows)] += self._of(np.array(own)).sum(axis=1, dtype=np.int32)
        always, told = (
            self._tagger.tagdict.get,
            {mark: at for at, mark in enumerate(self._told, len(self._names))},
        )
        for row, word in enumerate(plain, first):
            if tag := always(word):
                self._always[row] = self._number[tag]
            if word in told:
                self._mark[row] = told[word]

    def _keep(self, words: Sequence[str | int], keys: Sequence[str]) -> None:
        """Keep what words add by their keys alone."""
        first = len(self._rows)
        self._rows.update(zip(words, range(first, first + len(words)), strict=True))
        word, ending = self._of_word.get, self._of_ending.get
        rows = slice(first, first + len(words))
        self._kept[:, rows] = self._of(np.array([word(key, _NO_WORD) for key in keys]).T)
        self._kept[1:4:2, rows] += self._of(np.array([ending(key[-3:], _NO_ENDING)[::2] for key in keys]).T)
        self._always[rows], self._mark[rows], self._after[rows] = -1, -1, 0
        pairs = [(row, *pair) for row, key in enumerate(keys, first) for pair in self._pairs.get(key, ())]
        if pairs:
            of, tags, numbers = zip(*pairs, strict=True)
            self._after[of, tags] = numbers

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """The tags of the words of some sentences, no word empty: those of ``PerceptronTagger.tag``, or as told."""
        line: list[str | int] = []
        for words in sentences:
            line += [*_START, *words, *_END]
        begins = [0, *accumulate(len(words) + 4 for words in sentences)]
        # NLTK takes its marks for the tags before a sentence in the other order than for the words.
        last, before = (self._number[mark] for mark in self._tagger.START)
        tags = np.full(len(line), last)
        tags[begins[:-1]] = before
        told = np.full(len(line), -1)
        for first in range(2, len(line) - 2, _AT_ONCE):
            end = min(first + _AT_ONCE, len(line) - 2)
            told[first:end] = self._block(line, first, end, tags, begins)
        found = list(map(self._shown.__getitem__, np.where(told < 0, tags, told).tolist()))
        return [found[begin + 2 : end - 2] for begin, end in pairwise(begins)]

    def _block(self, line: list[str | int], first: int, end: int, tags: Places, begins: list[int]) -> Places:
        """Tag the words from one place to another, those before having their tags; the tags told are returned."""
        if len(self._rows) > _KEPT:
            self._forget()
        near = line[first - 2 : end + 2]
        if new := set(near).difference(self._rows):
            self._learn([str(word) for word in new])
        rows = np.fromiter(map(self._rows.__getitem__, near), np.int64, len(near))
        here = rows[2:-2]
        words, always = here >= len(_START + _END), self._always[here]
        tags[first:end][words] = always[words]
        places = np.flatnonzero(words & (always < 0))
        if len(places):
            fixed = self._kept[0].take(rows[places], axis=0)
            for step in (1, 2, 3, 4):
                fixed += self._kept[step].take(rows[places + step], axis=0)
            after = self._after.take(here[places], axis=0)
            self._judge(_Open(places + first, fixed, after), tags, line, begins)
        return self._mark[here]

    def _judge(self, open_: _Open, tags: Places, line: list[str | int], begins: list[int]) -> None:
        """Tag the words that need judging: by runs of words that wait for the tags of those before them."""
        at = open_.places
        numbers = np.arange(len(at))
        free = (tags[at - 1] >= 0) & (tags[at - 2] >= 0)
        rank = numbers - np.maximum.accumulate(np.where(free, numbers, 0))
        order = np.argsort(rank, kind="stable")
        done = 0
        for count in np.bincount(rank).tolist():
            if count < _FEW:
                break
            some = order[done : done + count]
            done += count
            for place in self._together(open_, some, tags):
                tags[place] = self._as_nltk(line, place, tags, begins)
        for one in np.sort(order[done:]).tolist():
            place = int(at[one])
            number = self._alone(open_, one, tags)
            tags[place] = self._as_nltk(line, place, tags, begins) if number < 0 else number

    def _together(self, open_: _Open, some: Places, tags: Places) -> list[int]:
        """Give some words the tags of the highest scores; the places where two tags share it are returned."""
        at = open_.places[some]
        last = tags[at - 1]
        scores = open_.fixed.take(some, axis=0) + self._of(open_.after[some, last])
        scores += self._of_tags.take(last * len(self._names) + tags[at - 2], axis=0)
        highest = scores == scores.max(axis=1, keepdims=True)
        tags[at] = highest.argmax(axis=1)
        shared: list[int] = at[highest.sum(axis=1) > 1].tolist()
        return shared

    def _alone(self, open_: _Open, one: int, tags: Places) -> int:
        """The tag of the highest score of one word; -1 where two tags share it."""
        at = open_.places[one]
        last = tags[at - 1]
        scores = open_.fixed[one] + self._of(open_.after[one, last])
        scores += self._of_tags[last * len(self._names) + tags[at - 2]]
        each: list[int] = scores.tolist()
        highest = max(each)
        return each.index(highest) if each.count(highest) == 1 else -1

    def _as_nltk(self, line: list[str | int], place: int, tags: Places, begins: list[int]) -> int:
        tagger = self._tagger
        begin = begins[bisect_right(begins, place) - 1] + 2
        end = begins[bisect_right(begins, place)] - 2
        first = max(begin, place - 2)
        near = [self._written(str(word)) for word in line[first : min(end, place + 3)]]
        context = [*tagger.START[place - begin :], *map(tagger.normalize, near), *tagger.END]
        last, before = (self._names[tags[place - step]] for step in (1, 2))
        features = tagger._get_features(0, near[place - first], context, last, before)
        tag: str = tagger.model.predict(features)[0]
        return self._number[tag]
