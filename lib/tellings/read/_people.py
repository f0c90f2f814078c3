"""People: every mention of a named person, led to one name per person."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

import pandas as pd

from tellings.read import _name_kinds, _names
from tellings.read import _name_words as known
from tellings.read._document import Document
from tellings.read._names import Name, Word
from tellings.read._rows import table


class Mention(NamedTuple):
    """A mention of a named person."""

    start: int
    end: int
    person: str
    title: str | None
    role: str | None
    possessive: bool
    caption: bool


class Bearer(NamedTuple):
    """A person named in full somewhere in the text."""

    words: tuple[str, ...]
    person: str


def find(document: Document) -> list[Mention]:
    """The mentions of named people in a document."""
    found, kinds = document(_names.words), document(_name_kinds.find)
    people = _bearers(document, found, [k.name for k in kinds if k.kind == "person"])
    mentions = []
    for kind in kinds:
        person = _person(document, found, kind, people)
        if person:
            mentions.append(_mention(document, found, kind.name, person))
    return mentions


def _bearers(document: Document, found: list[Word], names: list[Name]) -> dict[str, list[str]]:
    """The people named in full, by each word of their names that may stand alone."""
    people: dict[str, list[str]] = defaultdict(list)
    for name in names:
        words = found[name.first : name.last]
        if len(words) > 1:
            person = _written(document.text, words)
            for word in {words[0].key, words[-1].key}:
                if person not in people[word]:
                    people[word].append(person)
    return people


def _person(
    document: Document, found: list[Word], kind: _name_kinds.Kind, people: dict[str, list[str]]
) -> str | None:
    words = found[kind.name.first : kind.name.last]
    own = _written(document.text, words)
    if len(words) > 1:
        return own if kind.kind == "person" else None
    bearers = people.get(words[0].key)
    if bearers and words[0].key not in known.places():
        return bearers[0]
    return own if kind.kind == "person" else None


def _written(text: str, words: list[Word]) -> str:
    """The name as it is written, capitals tamed."""
    parts = [text[w.start : w.end] for w in words]
    return " ".join(p.title() if w.form == "caps" and len(p) > 2 else p for p, w in zip(parts, words, strict=True))


def _mention(document: Document, found: list[Word], name: Name, person: str) -> Mention:
    first, last = found[name.first], found[name.last - 1]
    return Mention(first.start, last.end, person, None, None, last.possessive, False)


def people(text: str) -> pd.DataFrame:
    """The people a text names."""
    return table(text, Document(text)(find), Mention)
