"""An article as the reader sees it: its sentences, every spot a mark around its words, explained where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import pandas as pd
from markupsafe import Markup

from tellings.show._links import anchor
from tellings.show._side_notes import Notes
from tellings.show._side_spots import Spot
from tellings.show._text import HOLE

# Marks that run over many words; what they say stands beside them. The others lie under a button of their own.
LONG = ("shared", "caption", "quote", "told")


class Item(NamedTuple):
    """A stretch to wrap: what to write where it begins, where it goes on after a cut, and where it ends."""

    start: int
    end: int
    rank: int
    opening: Markup
    again: Markup
    closing: Markup


_END = Markup("</span>")


def nested(text: str, start: int, end: int, items: Sequence[Item]) -> Markup:
    """A stretch of a text with every item around its words, each character once, in order.

    Items that lie across one another are cut: the later one is closed and goes on at once. An item without width
    is put in where it stands.

    >>> bold = Item(3, 7, 0, Markup("<b>"), Markup("<b>"), Markup("</b>"))
    >>> nested("He said so.", 0, 11, [bold])
    Markup('He <b>said</b> so.')
    """
    made: list[Markup] = []
    stack: list[Item] = []
    waiting = sorted(items, key=lambda item: (item.start, -item.end, item.rank), reverse=True)
    cuts = sorted({start, end, *(place for item in items for place in (item.start, item.end))})
    for left, right in pairwise(cuts):
        made += _opened(waiting, stack, left)
        made.append(Markup("{}").format(text[left:right]))
        made += _closed(stack, right)
    made += _opened(waiting, stack, end)
    return Markup().join(made)


def _opened(waiting: list[Item], stack: list[Item], place: int) -> Iterator[Markup]:
    held: list[Item] = []
    while waiting and waiting[-1].start <= place:
        held.append(waiting.pop())
    for item in sorted(held, key=lambda item: item.end > item.start):
        yield item.opening
        if item.end > item.start:
            stack.append(item)
        else:
            yield item.closing


def _closed(stack: list[Item], place: int) -> Iterator[Markup]:
    cut: list[Item] = []
    while any(item.end <= place for item in stack):
        item = stack.pop()
        if item.end <= place:
            yield item.closing
        else:
            yield _END
            cut.append(item)
    for item in reversed(cut):
        yield item.again
        stack.append(item)


class Writer:
    """Writes one article: keeps which marks have had their id, so that each id stands once."""

    def __init__(self, text: str, article: str, notes: Notes) -> None:
        self.text, self.article, self.notes = text, article, notes
        self.begun: set[str] = set()

    def paragraphs(self, sentences: pd.DataFrame, spots: Sequence[Spot]) -> Markup:
        """Every paragraph with its sentences and marks. A sentence holds the white space up to the next one."""
        waiting = sorted(spots, key=lambda spot: (spot.start, spot.end))[::-1]
        rows = list(zip(sentences["start"], sentences["end"], sentences["paragraph"], strict=True))
        parts: list[list[Markup]] = []
        for number, (start, end, paragraph) in enumerate(rows):
            following = rows[number + 1] if number + 1 < len(rows) else None
            reach = int(following[0]) if following else len(self.text) + 1
            inside = following is not None and following[2] == paragraph
            if not number or rows[number - 1][2] != paragraph:
                parts.append([])
            here = _taken(waiting, reach)
            parts[-1].append(self.sentence(number, int(start), reach if inside else int(end), here, reach))
        return Markup("\n").join(Markup("<p>{}</p>").format(Markup().join(part)) for part in parts)

    def sentence(self, number: int, start: int, end: int, spots: Sequence[Spot], reach: int) -> Markup:
        """One sentence; ``reach`` is where the next begins, up to which a mark that ends here may run."""
        clipped = [
            spot._replace(start=_clip(spot.start, start, end), end=_clip(spot.end, start, end))
            for spot in spots
        ]
        kept = [
            (spot, cut)
            for spot, cut in zip(spots, clipped, strict=True)
            if cut.start < cut.end or spot.end <= reach
        ]
        short = [cut for _, cut in kept if cut.layer not in LONG]
        items = [self._long(spot, cut, reach) for spot, cut in kept if cut.layer in LONG]
        items += [item for cluster in clusters(short) for item in self._cluster(cluster)]
        return Markup('<span class="tl-sentence" id="{}">{}</span>').format(
            anchor(self.article, number), nested(self.text, start, end, items)
        )  # fmt: skip

    def _long(self, spot: Spot, cut: Spot, reach: int) -> Item:
        first, last = spot.id not in self.begun, spot.end <= reach
        self.begun.add(spot.id)
        badge = self._badge(spot)
        early = spot.layer == "caption"
        opening = _tag(spot, first=first, more=not last) + (badge if early and first else Markup())
        closing = (badge if last and not early else Markup()) + _END
        return Item(
            cut.start,
            cut.end,
            LONG.index(spot.layer),
            opening,
            _tag(spot, first=False, more=not last),
            closing,
        )

    def _badge(self, spot: Spot) -> Markup:
        note = self.notes.of([spot], self.text)
        links = Markup().join(Markup(' <a href="#{}">{}</a>').format(to, name) for to, name in spot.links)
        who = Markup(' data-who="{}"').format(spot.who) if spot.who >= 0 else Markup()
        button = Markup("<button{}>{}</button>").format(
            self.notes.attributes(note, f"{spot.badge} {spot.says}"), spot.badge
        )
        return Markup('<span class="tl-badge tl-b-{}"{}>{}{}</span>').format(spot.layer, who, button, links)

    def _cluster(self, cluster: Sequence[Spot]) -> Iterator[Item]:
        """Short marks that overlap, under one button that says all of them; one alone carries its button itself."""
        button = self._button(cluster)
        start, end = min(spot.start for spot in cluster), max(spot.end for spot in cluster)
        alone = len(cluster) == 1
        if not alone:
            around = Markup('<span class="tl-k">')
            yield Item(start, end, len(LONG), around, around, button + _END)
        for spot in cluster:
            first = spot.id not in self.begun
            self.begun.add(spot.id)
            opening = _tag(spot, first=first, more=False, alone=alone)
            hole = Markup('<span class="tl-hole" aria-hidden="true">{}</span>').format(HOLE)
            empty = hole if spot.start == spot.end and spot.layer == "gap" else Markup()
            yield Item(spot.start, spot.end, len(LONG) + 1, opening + empty, _tag(spot, first=False, more=False, alone=alone),
                       (button if alone else Markup()) + _END)  # fmt: skip

    def _button(self, cluster: Sequence[Spot]) -> Markup:
        layers = " ".join(dict.fromkeys(spot.layer for spot in cluster))
        says = "; ".join(dict.fromkeys(spot.says for spot in cluster))
        note = self.notes.of(cluster, self.text)
        return Markup('<button data-l="{}"{}></button>').format(layers, self.notes.attributes(note, says))


def _taken(waiting: list[Spot], reach: int) -> list[Spot]:
    """The spots that begin before ``reach``; those that go beyond wait for the next sentence as well."""
    here: list[Spot] = []
    while waiting and waiting[-1].start < reach:
        here.append(waiting.pop())
    waiting.extend(spot for spot in reversed(here) if spot.end > reach)
    return here


def _clip(place: int, start: int, end: int) -> int:
    return min(max(place, start), end)


def _tag(spot: Spot, *, first: bool, more: bool, alone: bool = False) -> Markup:
    kinds = [
        "tl-k" if alone else "", f"tl-{spot.layer}", f"tl-{spot.form}" if spot.form else "", "tl-more" if more else "",
        "" if first else "tl-on",
    ]  # fmt: skip
    id_ = Markup(' id="{}"').format(spot.id) if first else Markup()
    who = Markup(' data-who="{}"').format(spot.who) if spot.who >= 0 else Markup()
    return Markup('<span class="{}"{}{}>').format(" ".join(filter(None, kinds)), id_, who)


def clusters(spots: Sequence[Spot]) -> list[list[Spot]]:
    """The spots in groups that overlap; a place without width joins the group it stands inside."""
    groups: list[list[Spot]] = []
    reach = -1
    for spot in sorted(spots, key=lambda spot: (spot.start, -spot.end)):
        if groups and spot.start < reach:
            groups[-1].append(spot)
        else:
            groups.append([spot])
        reach = max(reach, spot.end)
    return groups
