"""Places: countries, cities, regions, waters and seats of power that a text names."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import NamedTuple

import pandas as pd

from tellings.read import _capitals, _name_kinds, _organisations, _people
from tellings.read import _name_lists as lists
from tellings.read import _name_words as known
from tellings.read._capitals import Word
from tellings.read._document import Document
from tellings.read._name_kinds import Kind
from tellings.read._organisations import Organisation
from tellings.read._rows import table

_WATER = frozenset(
    [
        "river",
        "lake",
        "sea",
        "ocean",
        "bay",
        "gulf",
        "strait",
        "channel",
        "canal",
        "creek",
        "falls",
        "harbor",
        "harbour",
        "port",
    ]
)


# Evidence that what stands behind "in" is no place all the same.
_NOT = frozenset(["says", "title", "mr or mrs", "role before", "number after", "capitals", "thing word"])


class Place(NamedTuple):
    """A mention of a place, as written, and its ``kind``."""

    start: int
    end: int
    name: str
    kind: str


def find(document: Document) -> list[Place]:
    """The places of a document."""
    words, text = document(_capitals.find), document.text
    taken = {m.end for m in document(_people.find)}
    bodies = document(_organisations.find)
    ends = [*accumulate((body.end for body in bodies), max)]
    rows = []
    for kind in document(_name_kinds.find):
        own = words[kind.name.first : kind.name.last]
        what = _kind(kind, own)
        if what and own[-1].end not in taken and not _covered(own[-1], bodies, ends):
            start, end = own[0].start, own[-1].end
            rows.append(Place(start, end, " ".join(text[start:end].split()), what))
    return rows


def _covered(word: Word, bodies: list[Organisation], ends: list[int]) -> bool:
    """Whether a word stands inside an organisation: England in the Bank of England."""
    k = bisect_left(ends, word.end)
    return k < len(bodies) and bodies[k].start <= word.start


def _kind(kind: Kind, own: list[Word]) -> str:
    """What kind of place a name is; an empty string where it is none."""
    if kind.kind == "place":
        return lists.places().get(" ".join(w.key for w in own)) or _by_words(own)
    if kind.kind != "other" or "in before" not in kind.evidence or not _NOT.isdisjoint(kind.evidence):
        return ""  # unlisted, it is a place only by what stands before it
    told = (
        not any(lists.common(w.key) for w in own) and own[0].form == "cap" and "demonym" not in kind.evidence
    )
    return "place" if told and " ".join(w.key for w in own) not in known.MONTHS else ""


def _by_words(own: list[Word]) -> str:
    keys = {w.key for w in own}
    if keys & known.DEMONYMS or (len(own) == 1 and own[0].key in known.SPOTS):
        return ""
    return "water" if keys & _WATER else "place"


def places(text: str) -> pd.DataFrame:
    """The places a text names: countries, cities, regions, waters and seats of power.

    A place is known from lists (GeoNames: countries, states, cities of 60,000 people, in the British Isles and
    France of 20,000), from a word in it (Lake, Street, North), or from standing behind *in*, *at* or *near*.
    A seat (Downing Street, the Kremlin) stands for a government as often as for a spot on the map.

    Returns a DataFrame with a row a mention, in the order of the text: ``start`` and ``end``, character
    offsets; ``text``; ``name``, as written; ``kind``: one of country, state, city, region, continent, water,
    seat, place.

    >>> found = places("From Dover they crossed the Channel to France.")
    >>> list(zip(found["name"], found["kind"]))
    [('Dover', 'city'), ('Channel', 'water'), ('France', 'country')]
    """
    return table(text, Document(text)(find), Place)
