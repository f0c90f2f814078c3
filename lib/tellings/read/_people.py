"""People: every mention of a named person, led to one name per person."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

import pandas as pd

from tellings.read import _capitals, _captions, _name_evidence, _name_kinds, _paragraphs
from tellings.read import _name_lists as lists
from tellings.read import _name_words as known
from tellings.read._bearers import Bearers, Full
from tellings.read._capitals import Word
from tellings.read._document import Document
from tellings.read._name_kinds import Kind
from tellings.read._names import Name
from tellings.read._rows import Span, table

# A description set off behind a name: ", the leader of the party," up to the next mark.
_APPOSITION = re.compile(r", ((?:an?|the|his|her|their)? ?[^\n,;:.()–—“”\"]{3,120})[,.;\n–—]")
_MOST_MODIFIERS = 4
_CAPITAL = ("cap", "caps", "initial")
_RANKS = frozenset(["chief", "deputy", "general", "vice-president", "minister", "party", "team"])
# Suffixes whose full stop belongs to the name.
_STOPPED = ("jr", "sr")


class Mention(NamedTuple):
    """A mention of a named person.

    ``start`` and ``end`` hold the name alone; ``lead`` is where its titles and roles begin.
    """

    start: int
    end: int
    lead: int
    person: str
    title: str | None
    role: str | None
    apposition: str | None
    possessive: bool
    caption: bool


class _Place(NamedTuple):
    """What a mention is read from: the text, its words, where paragraphs begin and where captions stand."""

    text: str
    words: list[Word]
    paragraphs: list[int]
    captions: list[Span]


def find(document: Document) -> list[Mention]:
    """The mentions of named people in a document."""
    place = _Place(
        document.text,
        document(_capitals.find),
        [p.start for p in document(_paragraphs.find)],
        [Span(c.start, c.end) for c in document(_captions.find)],
    )
    kinds = document(_name_kinds.find)
    bearers = document(_bearers)
    return [_mention(place, name, person) for kind in kinds for name, person in _named(place, kind, bearers)]


def _bearers(document: Document) -> Bearers:
    """The people a document names in full."""
    words = document(_capitals.find)
    starts = [p.start for p in document(_paragraphs.find)]
    full = []
    for kind in document(_name_kinds.find):
        own = words[kind.name.first : kind.name.last]
        if kind.kind == "person" and len(own) > 1:
            start = own[0].start
            full.append(
                Full(
                    tuple(w.key for w in own),
                    _written(document.text, own),
                    start,
                    bisect_right(starts, start),
                )
            )
    return Bearers(full)


def _named(place: _Place, kind: Kind, bearers: Bearers) -> list[tuple[Name, str]]:
    """The people whom a name, or a part of it, names: ``Trump`` in ``Trump White House``."""
    name = kind.name
    own = place.words[name.first : name.last]
    keys = tuple(w.key for w in own)
    if len(own) == 1:
        person = _single(place, kind, own[0], bearers)
        return [(name, person)] if person else []
    if kind.kind == "person":
        known_person = bearers.whole(keys)
        return [(name, known_person.name if known_person else _written(place.text, own))]
    return _embedded(place, name, keys, bearers)


def _single(place: _Place, kind: Kind, word: Word, bearers: Bearers) -> str | None:
    """The person whom a single word names, known from elsewhere in the text or by the word's own evidence."""
    titles = tuple(w.key for w in place.words[kind.name.lead : kind.name.first])
    person = bearers.chosen(
        word.key, titles=titles, paragraph=bisect_right(place.paragraphs, word.start), start=word.start
    )
    if person and _means(kind, word, family=bool(bearers.family(word.key))):
        return person.name
    if kind.kind != "person":
        return None
    return _written(place.text, [word], titles)


def _means(kind: Kind, word: Word, *, family: bool) -> bool:
    """Whether a word that is somebody's name means that person here, and not a place, a month or a plain word."""
    here = set(kind.here)
    if here & {"title", "mr or mrs"}:
        return True
    where = lists.places().get(word.key)
    if where in ("country", "continent") or "state after a comma" in here:
        return False
    if "number after" in here or ("the before" in here and not family):
        return False
    doubtful = where or word.key in known.MONTHS or (not family and lists.common(word.key))
    opener = word.opens and lists.common(word.key) and not here & {"says", "verb after"}
    return not doubtful or not ("in before" in here or opener)


def _embedded(place: _Place, name: Name, keys: tuple[str, ...], bearers: Bearers) -> list[tuple[Name, str]]:
    """People known by their full names inside a longer run of capitalised words."""
    for length in range(min(len(keys) - 1, 5), 1, -1):
        for first in range(len(keys) - length + 1):
            person = bearers.whole(keys[first : first + length])
            if person and keys[first : first + length] in person.shapes and _loose(keys, first + length):
                part = Name(name.first + first, name.first + first, name.first + first + length)
                return [(part, person.name)]
    if keys[1] in known.FOLLOWERS and name.last == name.first + 2 and keys[0] in lists.families():
        family = bearers.family(keys[0])
        part = Name(name.lead, name.first, name.first + 1)
        return [
            (
                part,
                family[0].name if family else _written(place.text, place.words[name.first : name.first + 1]),
            )
        ]
    return []


def _loose(keys: tuple[str, ...], end: int) -> bool:
    """Whether what follows a name inside a run leaves it a name: not the Foundation, Street or Act of the name."""
    return not any(k in known.BODIES or k in known.SPOTS or k in known.THINGS for k in keys[end:])


def _written(text: str, words: list[Word], titles: tuple[str, ...] = ()) -> str:
    """The name as it is written, capitals tamed, with the title that a pope or a prince is known by."""
    reigning = [title.capitalize() for title in titles if title in known.REIGNING]
    name = text[words[0].start : words[-1].end]
    for word in words:
        name = name.replace(text[word.start : word.end], _tamed(text, word))
    stop = (len(words[-1].key) == 1 or words[-1].key in _STOPPED) and text[
        words[-1].end : words[-1].end + 1
    ] == "."
    return " ".join([*reigning, *name.split()]) + "." * stop


def _tamed(text: str, word: Word) -> str:
    written = text[word.start : word.end]
    shouted = (
        word.form == "caps" and len(written) > 2 and written.isalpha() and word.key not in known.SUFFIXES
    )
    return written.title() if shouted else written


def _mention(place: _Place, name: Name, person: str) -> Mention:
    words, text = place.words, place.text
    first, last = words[name.first], words[name.last - 1]
    title, role = _introduced(words, name)
    start = min(w.start for w in (*title[:1], *role[:1], first))
    stop = last.key in _STOPPED and text[last.end : last.end + 1] == "."
    return Mention(
        first.start,
        last.end + stop,
        start,
        person,
        _phrase(text, title),
        _phrase(text, role),
        _apposition(text, last),
        last.possessive,
        _in_caption(place.captions, first.start),
    )


def _introduced(words: list[Word], name: Name) -> tuple[list[Word], list[Word]]:
    """The title (Sir) and the role (French President, Secretary of State) before a name."""
    first = name.first
    while first > name.lead and words[first - 1].key in known.HONORIFICS:
        first -= 1
    title, role = words[first : name.first], words[_office(words, name.lead) : first]
    if not any(w.key in known.OFFICES for w in role):
        role = [] if role else _role(words, first)
    return title, role


def _office(words: list[Word], lead: int) -> int:
    """Where an office with its *of* begins, with the words in capitals before it."""
    first = _name_evidence.office(words, lead)
    while 0 < first < lead and words[first].joined and lead - first < _MOST_MODIFIERS:
        if words[first - 1].form not in _CAPITAL or words[first - 1].key in known.FUNCTION:
            break
        first -= 1
    return first


def _phrase(text: str, words: list[Word]) -> str | None:
    return text[words[0].start : words[-1].end] if words else None


def _role(words: list[Word], lead: int) -> list[Word]:
    """The role in small letters straight before a name (``former party leader``), with what modifies it."""
    first = lead
    if lead and words[lead].joined and words[lead - 1].key in known.ROLES and words[lead - 1].form == "low":
        first = lead - 1
        while (
            first > max(0, lead - 1 - _MOST_MODIFIERS) and words[first].joined and _modifies(words[first - 1])
        ):
            first -= 1
    return words[first:lead]


def _modifies(word: Word) -> bool:
    """Whether a word can belong to the role behind it; another role, but for a rank, begins a phrase of its own."""
    if word.possessive or word.key in known.FUNCTION or word.key in known.ROLES - _RANKS:
        return False
    noun = lists.tagged(word.key).startswith(("NN", "JJ"))
    return noun or word.key in known.DEMONYMS or word.key in known.QUARTERS or "-" in word.key


def _apposition(text: str, last: Word) -> str | None:
    """What a name is explained by behind a comma, where that is a noun phrase and not a clause."""
    found = None if last.possessive else _APPOSITION.match(text, last.end)
    if not found:
        return None
    words = found.group(1).split()
    determined = words[0].lower() in ("a", "an", "the", "his", "her", "their")
    return found.group(1) if determined or words[0].lower() in known.ROLES else None


def _in_caption(captions: list[Span], start: int) -> bool:
    at = bisect_right(captions, (start, float("inf"))) - 1
    return at >= 0 and start < captions[at].end


def people(text: str) -> pd.DataFrame:
    """The people a text names: a row for every mention by name, led to one name per person.

    A name is a run of capitalised words. Whether it is a person's is weighed from evidence that can be read
    (``_name_kinds.WEIGHTS``): a first name, a title or a role before it, a verb of speech or an age after it, its
    last word alone elsewhere, against words that make a body, a place, a law or an event, or *in* before it. The
    evidence of all its places in the text counts together, so that a name told once is told everywhere.

    A shorter form goes to the person whom the text names in full: a family name before a first name; of several
    bearers, Mr or Mrs leave those whose first name allows it, then the only one named in full earlier in
    the paragraph is meant, else the one named in full most often, else the one named first. A text that
    never gives the full name leaves the short one. Pronouns and roles without a name (*the party leader*)
    are not mentions here, nor are names in all-capital lines.

    Returns a DataFrame with a row a mention, in the order of the text: ``start`` and ``end``, character offsets
    of the name alone, without titles or a possessive; ``text``; ``lead``, where its titles and roles begin;
    ``person``, the longest form of the name in the text; ``title`` (Sir) and ``role`` (French President, former
    party leader) before the name; ``apposition``, what explains it behind a comma; ``possessive``; and ``caption``,
    whether it stands in a picture's words. Missing titles, roles and appositions are NaN.

    >>> found = people("Sir Ewan Marr left. French President Ana Bellec met Marr, the union's leader.")
    >>> list(zip(found["person"], found["text"]))
    [('Ewan Marr', 'Ewan Marr'), ('Ana Bellec', 'Ana Bellec'), ('Ewan Marr', 'Marr')]
    >>> found.loc[1, "role"], found.loc[2, "apposition"]
    ('French President', "the union's leader")
    """
    return table(text, Document(text)(find), Mention)
