"""Utterances: what stands in quotation marks, a sentence at a time, and where other articles may say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from tellings.compare._counterparts import Stems
from tellings.compare._persons import canonical
from tellings.compare._shared_words import Ints, Words

if TYPE_CHECKING:
    from tellings.read import Reading

_KINDS = ("direct", "scare")
_MANY = 200  # places of a key beyond which it is looked at no more: it tells nothing


class Segment(NamedTuple):
    """Words ``first`` up to ``stop`` that stand in quotation marks within one sentence, and who says them."""

    first: int
    stop: int
    article: int
    sentence: int
    speaker: str
    person: str


class Sentence(NamedTuple):
    """Words ``first`` up to ``stop`` that make a sentence of an article; ``part`` as the reader of sentences says."""

    first: int
    stop: int
    article: int
    part: str


def sentences(reading: Reading, words: Words) -> list[Sentence]:
    """Every sentence of the articles in order."""
    number = {article: place for place, article in enumerate(words.articles)}
    rows = reading.sentences[["article", "start", "end", "part"]].values.tolist()
    return [
        Sentence(*words.within(number[article], start, end), number[article], part)
        for article, start, end, part in rows
    ]


def segments(reading: Reading, words: Words, told: list[Sentence]) -> list[Segment]:
    """What stands in quotation marks, cut at the ends of sentences, without what has no content word.

    Marks within marks are part of the outer ones; words set apart (scare quotes) count, titles and captions do not.
    """
    number = {article: place for place, article in enumerate(words.articles)}
    names = _names(reading)
    quotes = reading.quotes
    said = quotes[quotes["kind"].isin(_KINDS) & (quotes["level"] != "joined")]
    columns = ["article", "start", "end", "speaker", "person"]
    begins = np.array([sentence.first for sentence in told], dtype=np.int64)
    found: dict[tuple[int, int], Segment] = {}
    for article, start, end, speaker, person in said[columns].astype(object).values.tolist():
        span = words.within(number[article], start, end)
        who = _text(speaker), names.get(_text(person), _text(person))
        for first, stop, sentence in _cut(span, told, begins):
            if words.content[first:stop].any():
                found.setdefault((first, stop), Segment(first, stop, number[article], sentence, *who))
    return _outer(sorted(found.values()))


def _names(reading: Reading) -> dict[str, str]:
    """The corpus's one name for each name an article gives a person."""
    people = canonical(reading.people)
    return dict(zip(people["form"], people["person"], strict=True))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _cut(span: tuple[int, int], told: list[Sentence], begins: Ints) -> Iterator[tuple[int, int, int]]:
    """A span of words cut at the ends of sentences, with the number of each sentence."""
    place = max(int(np.searchsorted(begins, span[0], side="right")) - 1, 0)
    while place < len(told) and told[place].first < span[1]:
        first, stop = max(span[0], told[place].first), min(span[1], told[place].stop)
        if first < stop:
            yield first, stop, place
        place += 1


def _outer(found: list[Segment]) -> list[Segment]:
    """The segments that do not stand within another."""
    kept: list[Segment] = []
    reach = 0
    for segment in sorted(found, key=lambda one: (one.first, -one.stop)):
        if segment.stop > reach:
            kept.append(segment)
            reach = segment.stop
    return kept


def candidates(words: Words, stems: Stems, said: list[Segment], outlets: Ints) -> dict[int, list[int]]:
    """Where in other outlets' articles each segment may stand again: places of words.

    Two content words that follow one another, other words aside, or the one content word there is, must stand there
    as well; quotations of one such word are only looked for within quotations. One pass over all words.
    """
    pairs, single = _keys(words, stems, said)
    hits: dict[tuple[int, ...], list[int]] = defaultdict(list)
    places = np.flatnonzero(words.content)
    of = stems.of[places].tolist()
    for n, place in enumerate(places.tolist()):
        if (of[n], of[n + 1] if n + 1 < len(of) else -1) in pairs:
            hits[of[n], of[n + 1]].append(place)
    for segment in said:
        for place in range(segment.first, segment.stop):
            if words.content[place] and (int(stems.of[place]),) in single:
                hits[int(stems.of[place]),].append(place)
    found: dict[int, set[int]] = defaultdict(set)
    for key, numbers in (pairs | single).items():
        if len(hits[key]) <= _MANY:
            for number in numbers:
                home = outlets[said[number].article]
                found[number].update(at for at in hits[key] if outlets[words.of[at]] != home)
    return {number: sorted(at) for number, at in sorted(found.items())}


def _keys(
    words: Words, stems: Stems, said: list[Segment]
) -> tuple[dict[tuple[int, ...], list[int]], dict[tuple[int, ...], list[int]]]:
    pairs: dict[tuple[int, ...], list[int]] = defaultdict(list)
    single: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for number, segment in enumerate(said):
        telling = stems.of[segment.first : segment.stop][words.content[segment.first : segment.stop]].tolist()
        if len(telling) == 1:
            single[telling[0],].append(number)
        for key in sorted(set(pairwise(telling))):
            pairs[key].append(number)
    return pairs, single


def spoken_by(reading: Reading, words: Words) -> pd.DataFrame:
    """Indirect speech with the words it spans and its speaker: ``first, stop, speaker, person``."""
    number = {article: place for place, article in enumerate(words.articles)}
    names = _names(reading)
    quotes = reading.quotes
    said = quotes[(quotes["kind"] == "indirect") & (quotes["speaker"].notna() | quotes["person"].notna())]
    rows = [
        (*words.within(number[article], start, end), _text(speaker), names.get(_text(person), _text(person)))
        for article, start, end, speaker, person in said[["article", "start", "end", "speaker", "person"]]
        .astype(object)
        .values.tolist()
    ]
    return pd.DataFrame(rows, columns=["first", "stop", "speaker", "person"])
