"""Genealogy: one utterance across outlets, who trims it, rewords it, gives it to another, or drops the marks."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from tellings.compare._counterparts import Stems, matches, stems
from tellings.compare._shared_words import Ints, Words, shared_words
from tellings.compare._utterances import Segment, Sentence, candidates, segments, sentences, spoken_by
from tellings.compare._wording import Alignment, align, edited, longest_run, qualifiers, relation

if TYPE_CHECKING:
    from tellings.read import Reading

_SAME = 0.5  # the part of the shorter quotation's bits that two quotations share when they are one utterance
_RUN, _PART = (
    4,
    0.5,
)  # words in a row that tie two wordings, and the part of the shorter one that suffices as well
_LONG = 6  # words in a row, three of them telling, that show words of a quotation outside quotation marks
_WHOLE = 0.8  # or this part of its bits, closely together
_SPREAD = 1.5  # a stretch this much longer than the words it shares is still close together
# What a paraphrase keeps of a quotation: the part of its bits, the stems, and how alike the two are over all.
_KEPT, _SHARED, _ALIKE = 0.4, 4, 0.28
_RARE = 3, 0.01  # a word in so few articles, or in so small a part of them, ties quotations of one word
_SUFFIXES = ("jr", "sr", "ii", "iii", "iv")
_NEAR = (
    3  # words on either side of what is kept in which the qualifiers are looked for outside quotation marks
)

COLUMNS = {
    "utterance": "int64", "relation": "str", "article": "str", "outlet": "str", "start": "int64", "end": "int64",
    "text": "str", "quoted": "bool", "speaker": "str", "other_article": "str", "other_outlet": "str",
    "other_start": "int64", "other_end": "int64", "other_text": "str", "other_speaker": "str",
    "reattributed": "bool", "dropped": "str", "added": "str", "lost": "str", "differences": "str",
    "similarity": "float64",
}  # fmt: skip


class _Link(NamedTuple):
    """Words of an article that give the words of a segment: another segment, or text outside quotation marks."""

    said: int
    other: int  # the number of the other segment, -1 outside quotation marks
    span: tuple[int, int]
    sentence: int
    how: str


class _Scene(NamedTuple):
    """All that the genealogy looks at."""

    words: Words
    stems: Stems
    told: list[Sentence]
    said: list[Segment]
    outlets: Ints
    holes: frozenset[int]
    indirect: pd.DataFrame


def genealogy(reading: Reading) -> pd.DataFrame:
    """Each utterance that stands in quotation marks in one outlet and turns up in another, version by version.

    An utterance is what is quoted within a sentence. Its fullest quotation is the one the others are held against;
    that one need not be the first, nor the most faithful. Quotations are one utterance when they share at least half
    of the shorter one's bits in order (a word carries as many bits as it is rare in the corpus), and at least two
    content words, some of them in a row; quotations of one word when the word is rare and the speaker the same, or
    not known. Captions, titles and words without content do not count.

    Returns a row a version in another outlet than the fullest one: ``utterance``, its number; ``relation`` to the
    fullest: ``verbatim``, ``trimmed`` (some of its words), ``extended`` (and goes on where that ends), ``reworded``,
    ``joined`` (what the fullest gives in one stands in two or more quotations here), all in quotation marks;
    ``unquoted`` (its words without quotation marks), ``paraphrased`` (two fifths of its bits and four stems or
    more, in other words or order). ``article, outlet, start, end, text`` of this version, whether it is ``quoted``
    and its ``speaker``; the same of the fullest with ``other_`` before it. ``reattributed``: both name a person, and
    of another family name. ``dropped`` and ``added``: negations and qualifiers (not, may, only, some, allegedly …)
    that this version lacks, or has and the fullest lacks; those that stand outside the quotation marks in the same
    sentence are not missing. ``lost``: words of one of the two that stand where the other has a gap; they make no
    difference to ``relation``. ``differences``, from the fullest to this one, as wdiff writes them:
    ``[-cut-]{+put in+}``. ``similarity``: the part of their words that both share, from 0 to 1.

    After Leskovec, Backstrom & Kleinberg (2009; variants of a phrase across outlets), Niculae et al. (2015; what
    outlets choose to quote) and Clough et al. (2002; reuse with small changes). Words, not meaning, are compared: a
    paraphrase in wholly other words is missed, and a shared phrase by chance may be taken for one utterance.

    >>> from tellings import load, read
    >>> found = genealogy(read.all(load("seeds")))
    >>> found.loc[found["quoted"], ["relation", "text", "lost"]].values.tolist()[1:]
    [['verbatim', 'least attractive country for mass immigration in', 'Europe'], ['verbatim', 'smokescreen', '']]
    """
    scene = _scene(reading)
    links = _quoted_links(scene) + _paraphrases(scene)
    groups = _groups(scene, links)
    rows = [row for number, group in enumerate(groups) for row in _versions(scene, number, group)]
    outlet = reading.corpus.articles["outlet"].tolist()
    found = pd.DataFrame([_row(scene, outlet, *row) for row in rows], columns=list(COLUMNS))
    return found.astype(COLUMNS)


def _scene(reading: Reading) -> _Scene:
    words = shared_words(reading)
    told = sentences(reading, words)
    number = {article: place for place, article in enumerate(words.articles)}
    gaps = reading.gaps[["article", "end"]].values.tolist()
    holes = frozenset(words.within(number[a], end, len(words.texts[number[a]]))[0] for a, end in gaps)
    outlets = np.asarray(pd.factorize(reading.corpus.articles["outlet"])[0], dtype=np.int64)
    said = segments(reading, words, told)
    return _Scene(words, stems(words), told, said, outlets, holes, spoken_by(reading, words))


def _quoted_links(scene: _Scene) -> list[_Link]:
    """Segments with the quotations, and the text outside quotation marks, that give the same words in order."""
    words, starts = scene.words, np.array([segment.first for segment in scene.said], dtype=np.int64)
    begins = np.array([sentence.first for sentence in scene.told], dtype=np.int64)
    found: set[_Link] = set()
    for number, places in candidates(words, scene.stems, scene.said, scene.outlets).items():
        units = {_unit(scene, place, starts, begins) for place in places}
        for other, sentence in sorted(units):
            link = _same(scene, number, other) if other >= 0 else _unquoted(scene, number, sentence)
            found |= {link} if link is not None else set()
    return sorted(found)


def _unit(scene: _Scene, place: int, starts: Ints, begins: Ints) -> tuple[int, int]:
    """The segment that a word stands in, or -1, and its sentence."""
    other = int(np.searchsorted(starts, place, side="right")) - 1
    sentence = int(np.searchsorted(begins, place, side="right")) - 1
    inside = other >= 0 and place < scene.said[other].stop
    return (other, scene.said[other].sentence) if inside else (-1, sentence)


def _bits(scene: _Scene, places: list[int]) -> float:
    return float(sum(scene.stems.bits[scene.stems.of[at]] for at in places if scene.words.content[at]))


def _same(scene: _Scene, number: int, other: int) -> _Link | None:
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
    return _Link(number, other, two[:2], two.sentence, "quoted")


def _one_word(scene: _Scene, one: Segment, two: Segment, place: int) -> bool:
    """Whether a single shared content word makes two quotations one: rare, and said by no two people."""
    words = scene.words
    seen = len(set(words.of[words.keys == words.keys[place]].tolist()))
    rare = seen <= max(_RARE[0], _RARE[1] * len(words.articles))
    alone = all(int(words.content[side.first : side.stop].sum()) == 1 for side in (one, two))
    known = bool(one.person and two.person)
    return rare and (one.person == two.person if known else alone)


def _unquoted(scene: _Scene, number: int, sentence: int) -> _Link | None:
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
        return _Link(number, -1, (first, stop), sentence, "unquoted")
    run = longest_run(words, laid)
    telling = [at for at in range(*run) if words.content[at]]
    most = _bits(scene, telling) >= _PART * _bits(scene, list(range(*one[:2])))
    if run[1] - run[0] >= (_RUN if most else _LONG) and len(telling) >= (2 if most else 3):
        return _Link(number, -1, run, sentence, "unquoted")
    return None


def _paraphrases(scene: _Scene) -> list[_Link]:
    """Segments with the sentences of other outlets that share much of what they tell, in whatever order."""
    prose = [number for number, sentence in enumerate(scene.told) if sentence.part == "prose"]
    ones = [segment[:2] for segment in scene.said]
    twos = [scene.told[number][:2] for number in prose]
    found = matches(scene.words, scene.stems, ones, twos, scene.outlets, least=_ALIKE)
    return [
        _Link(match.one, -1, twos[match.two], prose[match.two], "paraphrased")
        for match in found
        if match.contained >= _KEPT and match.shared >= _SHARED
    ]


def _groups(scene: _Scene, links: list[_Link]) -> list[list[_Link]]:
    """The links of each utterance, in the order of the corpus."""
    parent = list(range(len(scene.said)))
    for link in links:
        if link.other >= 0:
            one, two = _root(parent, link.said), _root(parent, link.other)
            parent[max(one, two)] = min(one, two)
    groups: dict[int, list[_Link]] = defaultdict(list)
    for link in links:
        groups[_root(parent, link.said)].append(link)
    return [groups[root] for root in sorted(groups)]


def _root(parent: list[int], place: int) -> int:
    while parent[place] != place:
        parent[place] = parent[parent[place]]
        place = parent[place]
    return place


def _versions(scene: _Scene, number: int, group: list[_Link]) -> list[tuple[int, _Link, bool]]:
    """The versions of an utterance: the link from a fuller quotation to each, and whether it was cut in pieces."""
    quoted = {(link.said, link.other): link for link in group if link.other >= 0}
    members = sorted({place for pair in quoted for place in pair}, key=lambda place: _fullness(scene, place))
    found: list[tuple[int, _Link, bool]] = []
    for rank, place in enumerate(members):
        fuller = [quoted[one, place] for one in members[:rank] if (one, place) in quoted]
        if fuller:
            found.append((number, fuller[0], False))
    pieces: dict[tuple[int, int], int] = defaultdict(int)
    for _, link, _ in found:
        pieces[link.said, scene.said[link.other].article] += 1
    found = [(number, link, pieces[link.said, scene.said[link.other].article] > 1) for _, link, _ in found]
    homes = {scene.said[place].article for place in members}
    return found + [(number, link, False) for link in _outside(scene, group, homes)]


def _in_pieces(scene: _Scene, link: _Link, links: list[_Link]) -> bool:
    """Whether an article gives the fuller quotation in pieces of which this is one: no two give the same words."""
    article = scene.said[link.other].article
    spans = []
    for one in links:
        if one.said == link.said and scene.said[one.other].article == article:
            pairs = align(scene.words, one.span, scene.said[one.said][:2]).pairs
            spans.append((pairs[0][1], pairs[-1][1]))
    spans.sort()
    return len(spans) > 1 and all(one[1] < two[0] for one, two in pairwise(spans))


def _fullness(scene: _Scene, place: int) -> tuple[int, int]:
    return scene.said[place].first - scene.said[place].stop, place


def _outside(scene: _Scene, group: list[_Link], homes: set[int]) -> list[_Link]:
    """The best version outside quotation marks in each article that does not quote the utterance itself."""
    best: dict[int, tuple[tuple[object, ...], _Link]] = {}
    for link in group:
        article = scene.told[link.sentence].article
        if link.other >= 0 or article in homes:
            continue
        laid = align(scene.words, link.span, scene.said[link.said][:2])
        rank = (link.how != "unquoted", _fullness(scene, link.said), -len(laid.pairs), link.span)
        if article not in best or rank < best[article][0]:
            best[article] = (rank, link)
    return [link for _, (_, link) in sorted(best.items())]


def _row(scene: _Scene, outlet: list[str], number: int, link: _Link, in_pieces: bool) -> tuple[object, ...]:
    words, full = scene.words, scene.said[link.said]
    laid = align(words, link.span, full[:2])
    lost, ours, theirs = _lost(scene, laid) if link.other >= 0 else ("", 0, 0)
    how = relation(laid, lost=(ours, theirs)) if link.other >= 0 else link.how
    speaker, person = _speaker(scene, link)
    return (
        number,
        "joined" if in_pieces and how in ("trimmed", "extended") else how,
        *_place(words, outlet, link.span),
        link.other >= 0,
        person or speaker,
        *_place(words, outlet, full[:2]),
        full.person or full.speaker,
        _others(person, full.person),
        *_changed(scene, link, laid),
        lost,
        "" if how == "paraphrased" else edited(words, laid),
        laid.similarity,
    )


def _others(one: str, two: str) -> bool:
    """Whether two names are two people's: forms of one family name are not told apart."""
    last = [
        [word for word in name.split() if word.strip(".").lower() not in _SUFFIXES] for name in (one, two)
    ]
    return all(last) and last[0][-1].casefold() != last[1][-1].casefold()


def _place(words: Words, outlet: list[str], span: tuple[int, int]) -> tuple[str, str, int, int, str]:
    article = int(words.of[span[0]])
    start, end = int(words.starts[span[0]]), int(words.ends[span[1] - 1])
    return words.articles[article], outlet[article], start, end, words.texts[article][start:end]


def _speaker(scene: _Scene, link: _Link) -> tuple[str, str]:
    if link.other >= 0:
        return scene.said[link.other].speaker, scene.said[link.other].person
    around = scene.indirect
    over = around[(around["first"] < link.span[1]) & (around["stop"] > link.span[0])]
    return (str(over["speaker"].iloc[0]), str(over["person"].iloc[0])) if len(over) else ("", "")


def _changed(scene: _Scene, link: _Link, laid: Alignment) -> tuple[str, str]:
    """The qualifiers that a version lacks, and those it adds."""
    words, full = scene.words, scene.said[link.said]
    theirs = full[:2]
    if link.other < 0 and laid.pairs:
        theirs = (max(theirs[0], laid.pairs[0][1] - _NEAR), min(theirs[1], laid.pairs[-1][1] + 1 + _NEAR))
    here, there = scene.told[link.sentence][:2], scene.told[full.sentence][:2]
    kept, known = qualifiers(words, here), qualifiers(words, there)
    dropped = [word for word in qualifiers(words, theirs) if word not in kept]
    added = [word for word in qualifiers(words, link.span) if word not in known]
    return ", ".join(dropped), ", ".join(added)


def _lost(scene: _Scene, laid: Alignment) -> tuple[str, int, int]:
    """The words of one version at a place where the other has a gap, and how many there are on each side."""
    told, counts, a, b = [], [0, 0], laid.here[0], laid.there[0]
    for c, d in (*laid.pairs, (laid.here[1], laid.there[1])):
        if c > a and not scene.holes.isdisjoint(range(b, d + 1)):
            told.append(scene.words.written(a, c))
            counts[0] += c - a
        elif d > b and not scene.holes.isdisjoint(range(a, c + 1)):
            told.append(scene.words.written(b, d))
            counts[1] += d - b
        a, b = c + 1, d + 1
    return " … ".join(told), counts[0], counts[1]
