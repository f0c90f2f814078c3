"""Links between utterances: which words of another article give the words of a quotation, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from tellings.compare._counterparts import Stems, matches, stems
from tellings.compare._shared_words import Ints, Words, shared_words
from tellings.compare._utterances import Segment, Sentence, candidates, segments, sentences, spoken_by
from tellings.compare._wording import align, longest_run

if TYPE_CHECKING:
    from tellings.read import Reading

_SAME = 0.5  # the part of the shorter quotation's bits that two quotations share when they are one utterance
# Words in a row that tie two wordings, and the part of the shorter one that suffices as well.
_RUN, _PART = 4, 0.5
_LONG = 6  # words in a row, three of them telling, that show words of a quotation outside quotation marks
_WHOLE = 0.8  # or this part of its bits, closely together
_SPREAD = 1.5  # a stretch this much longer than the words it shares is still close together
# What a paraphrase keeps of a quotation: the part of its bits, the stems, and how alike the two are over all.
_KEPT, _SHARED, _ALIKE = 0.4, 4, 0.28
_RARE = 3, 0.01  # a word in so few articles, or in so small a part of them, ties quotations of one word


class Link(NamedTuple):
    """Words of an article that give the words of a segment: another segment, or text outside quotation marks."""

    said: int
    other: int  # the number of the other segment, -1 outside quotation marks
    span: tuple[int, int]
    sentence: int
    how: str


class Scene(NamedTuple):
    """All that the genealogy looks at."""

    words: Words
    stems: Stems
    told: list[Sentence]
    said: list[Segment]
    outlets: Ints
    holes: frozenset[int]
    indirect: pd.DataFrame


def scene_of(reading: Reading) -> Scene:
    """What the genealogy of a reading looks at, gathered once."""
    words = shared_words(reading)
    told = sentences(reading, words)
    number = {article: place for place, article in enumerate(words.articles)}
    gaps = reading.gaps[["article", "end"]].values.tolist()
    holes = frozenset(words.within(number[a], end, len(words.texts[number[a]]))[0] for a, end in gaps)
    outlets = np.asarray(pd.factorize(reading.corpus.articles["outlet"])[0], dtype=np.int64)
    said = segments(reading, words, told)
    return Scene(words, stems(words), told, said, outlets, holes, spoken_by(reading, words))


def quoted_links(scene: Scene) -> list[Link]:
    """Segments with the quotations, and the text outside quotation marks, that give the same words in order."""
    words, starts = scene.words, np.array([segment.first for segment in scene.said], dtype=np.int64)
    begins = np.array([sentence.first for sentence in scene.told], dtype=np.int64)
    found: set[Link] = set()
    for number, places in candidates(words, scene.stems, scene.said, scene.outlets).items():
        units = {_unit(scene, place, starts, begins) for place in places}
        for other, sentence in sorted(units):
            link = _same(scene, number, other) if other >= 0 else _unquoted(scene, number, sentence)
            found |= {link} if link is not None else set()
    return sorted(found)


def _unit(scene: Scene, place: int, starts: Ints, begins: Ints) -> tuple[int, int]:
    """The segment that a word stands in, or -1, and its sentence."""
    other = int(np.searchsorted(starts, place, side="right")) - 1
    sentence = int(np.searchsorted(begins, place, side="right")) - 1
    inside = other >= 0 and place < scene.said[other].stop
    return (other, scene.said[other].sentence) if inside else (-1, sentence)


def _bits(scene: Scene, places: list[int]) -> float:
    return float(sum(scene.stems.bits[scene.stems.of[at]] for at in places if scene.words.content[at]))


def _same(scene: Scene, number: int, other: int) -> Link | None:
    """Two segments as one utterance, the shorter one held against the longer; None where they are not."""
    one, two = scene.said[number], scene.said[other]
    laid = align(scene.words, one[:2], two[:2])
    shared = [a for a, _ in laid.pairs if scene.words.content[a]]
    least = min(_bits(scene, list(range(*side[:2]))) for side in (one, two))
    if not shared or _bits(scene, shared) < _SAME * least:
        return None
    if len(shared) < 2 and not _one_word(scene, one, two, shared[0]):
        return None
    run = longest_run(scene.words, laid)
    if run[1] - run[0] < min(_RUN, _PART * min(one.stop - one.first, two.stop - two.first)):
        return None
    return Link(number, other, two[:2], two.sentence, "quoted")


def _one_word(scene: Scene, one: Segment, two: Segment, place: int) -> bool:
    """Whether a single shared content word makes two quotations one: rare, and said by no two people."""
    words = scene.words
    seen = len(set(words.of[words.keys == words.keys[place]].tolist()))
    rare = seen <= max(_RARE[0], _RARE[1] * len(words.articles))
    alone = all(int(words.content[side.first : side.stop].sum()) == 1 for side in (one, two))
    known = bool(one.person and two.person)
    return rare and (one.person == two.person if known else alone)


def _unquoted(scene: Scene, number: int, sentence: int) -> Link | None:
    """A segment's words in a sentence of another article, outside quotation marks; None where they are not there."""
    words, one, two = scene.words, scene.said[number], scene.told[sentence]
    if two.part != "prose":
        return None
    laid = align(words, two[:2], one[:2])
    shared = [b for _, b in laid.pairs if words.content[b]]
    if len(shared) < 2:
        return None
    first, stop = laid.pairs[0][0], laid.pairs[-1][0] + 1
    close = stop - first <= _SPREAD * len(laid.pairs) + 1
    if close and _bits(scene, shared) >= _WHOLE * _bits(scene, list(range(*one[:2]))):
        return Link(number, -1, (first, stop), sentence, "unquoted")
    run = longest_run(words, laid)
    telling = [at for at in range(*run) if words.content[at]]
    most = _bits(scene, telling) >= _PART * _bits(scene, list(range(*one[:2])))
    if run[1] - run[0] >= (_RUN if most else _LONG) and len(telling) >= (2 if most else 3):
        return Link(number, -1, run, sentence, "unquoted")
    return None


def paraphrases(scene: Scene) -> list[Link]:
    """Segments with the sentences of other outlets that share much of what they tell, in whatever order."""
    prose = [number for number, sentence in enumerate(scene.told) if sentence.part == "prose"]
    ones = [segment[:2] for segment in scene.said]
    twos = [scene.told[number][:2] for number in prose]
    found = matches(scene.words, scene.stems, ones, twos, scene.outlets, least=_ALIKE)
    return [
        Link(match.one, -1, twos[match.two], prose[match.two], "paraphrased")
        for match in found
        if match.contained >= _KEPT and match.shared >= _SHARED
    ]
