"""Spots: what is marked in one article, every kind of mark in one form, and the ids that links lead to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd
from markupsafe import Markup

from tellings.compare._persons import canonical
from tellings.show._links import mark_anchor
from tellings.show._side_layers import LAYERS, SHARED, Layer, rows, sources

if TYPE_CHECKING:
    from tellings.read import Reading

Span = tuple[str, int, int]

_INITIALS = 3


class Spot(NamedTuple):
    """A marked stretch of an article: what it is, what more there is to know, how it is drawn.

    ``badge`` is written beside a long mark; ``who`` is the number of its speaker; ``links`` are the ids of its
    counterparts with what they are called; ``form`` is a variant of the layer's look.
    """

    start: int
    end: int
    layer: str
    id: str
    says: str
    more: Markup = Markup()
    badge: str = ""
    who: int = -1
    form: str = ""
    links: tuple[tuple[str, str], ...] = ()


def called(reading: Reading) -> dict[str, str]:
    """What each article is called: its outlet, and its own id beside it where the outlet has several."""
    rows = reading.corpus.articles
    twice = rows["outlet"].duplicated(keep=False)
    names = rows["outlet"].where(~twice, rows["outlet"] + " (" + rows["article"] + ")")
    return dict(zip(rows["article"].astype(str), names.astype(str), strict=True))


class Speakers(NamedTuple):
    """Who is quoted: the names, the most quoted first, and the name of each form an article uses."""

    names: list[str]
    of: dict[tuple[str, str], str]

    def number(self, row: Any) -> int:
        """The number of a row's speaker, -1 where the text does not tell."""
        name = _speaker(row, self.of)
        return self.names.index(name) if name in self.names else -1


def speakers(reading: Reading, *, most: int = 40) -> Speakers:
    """The ``most`` quoted speakers of a reading, people by their one name in the corpus."""
    known = canonical(reading.people)
    of = {
        (str(a), str(f)): str(p)
        for a, f, p in zip(known["article"], known["form"], known["person"], strict=True)
    }
    said = [row for layer in ("quote", "told") for _, row in rows(reading, LAYERS[layer])]
    names = pd.Series([_speaker(row, of) for row in said], dtype="str")
    counted = names[names != ""].value_counts()
    order = sorted(counted.index, key=lambda name: (-counted[name], name))
    return Speakers(order[:most], of)


def _speaker(row: Any, of: dict[tuple[str, str], str]) -> str:
    if not pd.isna(row.person):
        return of.get((row.article, row.person), str(row.person))
    return "" if pd.isna(row.source) else str(row.source)


def initials(name: str) -> str:
    """The letters that stand for a speaker beside a quotation.

    >>> initials("Ursula von der Leyen"), initials("the Home Office"), initials("")
    ('UL', 'HO', '?')
    """
    capitals = [word[0] for word in name.replace("-", " ").split() if word[0].isupper()]
    letters = capitals if len(capitals) <= _INITIALS else [capitals[0], capitals[-1]]
    return "".join(letters) or name[:1].upper() or "?"


def spots(reading: Reading, layers: dict[str, Layer], who: Speakers) -> dict[str, list[Spot]]:
    """Every article's spots in the order of the text; rows of one kind and place are one spot that says them all."""
    found: dict[tuple[str, int, int, str], Spot] = {}
    for name, layer in layers.items():
        for source, row in rows(reading, layer):
            key = (str(row.article), int(row.start), int(row.end), name)
            said, more = source.says(row), Markup("{}").format(source.more(row))
            if key in found:
                found[key] = _both(found[key], said, more)
                continue
            number = who.number(row) if name in ("quote", "told") else -1
            badge = _badge(name, row, who, number)
            id_ = mark_anchor(str(row.article), name, int(row.start), int(row.end))
            found[key] = Spot(*key[1:], id_, said, more, badge, number, layer.form(row))
    placed: dict[str, list[Spot]] = defaultdict(list)
    for key, spot in found.items():
        placed[key[0]].append(spot)
    return placed


def _both(spot: Spot, said: str, more: Markup) -> Spot:
    says = spot.says if said in spot.says.split("; ") else f"{spot.says}; {said}"
    return spot._replace(says=says, more=spot.more if more in spot.more else spot.more + " " + more)


def _badge(layer: str, row: Any, who: Speakers, number: int) -> str:
    if layer == "caption":
        return str(row.kind).replace("_", " ")
    if layer not in ("quote", "told"):
        return ""
    if row.kind in ("direct", "indirect"):
        return initials(who.names[number] if number >= 0 else _speaker(row, who.of))
    return "“”"


def anchors(reading: Reading, found: pd.DataFrame, *, reader: str = "") -> list[str | None]:
    """The id of the mark at each row's place, of its own reader's kind first; None where nothing is marked.

    ``found`` has ``article, start, end``; a joined quotation leads to its first piece.
    """
    known: dict[Span, str] = {}
    begins: dict[tuple[str, int], str] = {}
    starts = set(found["start"])
    for name, own in _order(reading, reader):
        for source in sources(reading, LAYERS[name]):
            every = source.rows(reading.tables[source.reader])
            for article, start, end in _spans(every[every["start"].isin(starts)]):
                id_ = mark_anchor(article, name, start, end)
                known.setdefault((article, start, end), id_)
                if own:
                    begins.setdefault((article, start), id_)
    return [known.get(span) or begins.get(span[:2]) for span in _spans(found)]


def _order(reading: Reading, reader: str) -> list[tuple[str, bool]]:
    """The layers whose marks are looked through, those of a reader first."""
    own = {
        name: any(source.reader == reader for source in sources(reading, layer))
        for name, layer in LAYERS.items()
        if name != SHARED
    }
    return sorted(own.items(), key=lambda item: not item[1])


def _spans(frame: pd.DataFrame) -> Sequence[Span]:
    columns = (frame["article"].astype(str), frame["start"].astype(int), frame["end"].astype(int))
    return list(zip(*(column.tolist() for column in columns), strict=True))
