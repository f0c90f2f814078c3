"""Genealogy: one utterance across outlets, who trims it, rewords it, gives it to another, or drops the marks."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pandas as pd

from tellings.compare._shared_words import Words
from tellings.compare._utterance_links import Link, Scene, paraphrases, quoted_links, scene_of
from tellings.compare._wording import Alignment, align, edited, qualifiers, relation

if TYPE_CHECKING:
    from tellings.read import Reading

_SUFFIXES = ("jr", "sr", "ii", "iii", "iv")
# Words on either side of what is kept in which qualifiers are looked for outside quotation marks.
_NEAR = 3

COLUMNS = {
    "utterance": "int64", "relation": "str", "article": "str", "outlet": "str", "start": "int64", "end": "int64",
    "text": "str", "quoted": "bool", "speaker": "str", "other_article": "str", "other_outlet": "str",
    "other_start": "int64", "other_end": "int64", "other_text": "str", "other_speaker": "str",
    "reattributed": "bool", "dropped": "str", "added": "str", "lost": "str", "differences": "str",
    "similarity": "float64",
}  # fmt: skip


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
    return reading.once(_utterances)


def _utterances(reading: Reading) -> pd.DataFrame:
    scene = scene_of(reading)
    links = quoted_links(scene) + paraphrases(scene)
    groups = _groups(scene, links)
    rows = [row for number, group in enumerate(groups) for row in _versions(scene, number, group)]
    outlet = reading.corpus.articles["outlet"].tolist()
    found = pd.DataFrame([_row(scene, outlet, *row) for row in rows], columns=list(COLUMNS))
    return found.astype(COLUMNS)


def _groups(scene: Scene, links: list[Link]) -> list[list[Link]]:
    """The links of each utterance, in the order of the corpus."""
    parent = list(range(len(scene.said)))
    for link in links:
        if link.other >= 0:
            one, two = _root(parent, link.said), _root(parent, link.other)
            parent[max(one, two)] = min(one, two)
    groups: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        groups[_root(parent, link.said)].append(link)
    return [groups[root] for root in sorted(groups)]


def _root(parent: list[int], place: int) -> int:
    while parent[place] != place:
        parent[place] = parent[parent[place]]
        place = parent[place]
    return place


def _versions(scene: Scene, number: int, group: list[Link]) -> list[tuple[int, Link, bool]]:
    """The versions of an utterance: the link from a fuller quotation to each, and whether it was cut in pieces."""
    quoted = {(link.said, link.other): link for link in group if link.other >= 0}
    members = sorted({place for pair in quoted for place in pair}, key=lambda place: _fullness(scene, place))
    found: list[tuple[int, Link, bool]] = []
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


def _fullness(scene: Scene, place: int) -> tuple[int, int]:
    return scene.said[place].first - scene.said[place].stop, place


def _outside(scene: Scene, group: list[Link], homes: set[int]) -> list[Link]:
    """The best version outside quotation marks in each article that does not quote the utterance itself."""
    best: dict[int, tuple[tuple[object, ...], Link]] = {}
    for link in group:
        article = scene.told[link.sentence].article
        if link.other >= 0 or article in homes:
            continue
        laid = align(scene.words, link.span, scene.said[link.said][:2])
        rank = (link.how != "unquoted", _fullness(scene, link.said), -len(laid.pairs), link.span)
        if article not in best or rank < best[article][0]:
            best[article] = (rank, link)
    return [link for _, (_, link) in sorted(best.items())]


def _row(scene: Scene, outlet: list[str], number: int, link: Link, in_pieces: bool) -> tuple[object, ...]:
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


def _speaker(scene: Scene, link: Link) -> tuple[str, str]:
    if link.other >= 0:
        return scene.said[link.other].speaker, scene.said[link.other].person
    around = scene.indirect
    over = around[(around["first"] < link.span[1]) & (around["stop"] > link.span[0])]
    return (str(over["speaker"].iloc[0]), str(over["person"].iloc[0])) if len(over) else ("", "")


def _changed(scene: Scene, link: Link, laid: Alignment) -> tuple[str, str]:
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


def _lost(scene: Scene, laid: Alignment) -> tuple[str, int, int]:
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
