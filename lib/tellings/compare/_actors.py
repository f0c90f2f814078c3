"""Actors: whom or what a noun phrase stands for, by the names in it, else by its head noun."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from tellings.compare._actor_words import BEHIND, HUMAN, OFFICES
from tellings.compare._lemmas import singular
from tellings.compare._noun_phrases import Phrase, is_name
from tellings.read._clauses import Token


class Named(NamedTuple):
    """A stretch of a text that names somebody or something; ``sort`` is an organisation's kind of body."""

    start: int
    end: int
    name: str
    kind: str
    sort: str = ""


class Actor(NamedTuple):
    """Whom a phrase stands for; ``link`` is ``named`` where its own words say so, ``likely`` where a rule does."""

    name: str
    kind: str
    link: str = "named"


class Names:
    """The names of one article, to be asked by place."""

    def __init__(self, named: Sequence[Named], told: Sequence[Named] = ()) -> None:
        self._named = sorted(named)
        self._starts = [name.start for name in self._named]
        self._told = {name.end: name for name in told}

    def at(self, start: int, end: int) -> Named | None:
        """The name that holds a token; of several the one that begins last."""
        for k in range(
            bisect_right(self._starts, start) - 1, max(-1, bisect_right(self._starts, start) - 4), -1
        ):
            if self._named[k].end >= end:
                return self._named[k]
        return None

    def told(self, end: int) -> Named | None:
        """The person whom the readers of speech take a description for that ends here."""
        return self._told.get(end)


def actor(tokens: list[Token], phrase: Phrase, names: Names) -> Actor:
    """Whom or what a phrase stands for.

    A person, organisation or place where its head is their name (*the party* behind a party's name counts
    with the name); else a capitalised head's own name; else the singular of its head noun.
    """
    head = tokens[phrase.head]
    told = names.told(head.end)
    if told:
        return Actor(told.name, told.kind, "likely")
    named = names.at(head.start, head.end)
    lemma = singular(head.text.lower())
    if named is None and lemma in BEHIND and phrase.head > phrase.lead:
        before = names.at(tokens[phrase.head - 1].start, tokens[phrase.head - 1].end)
        named = before if before and before.kind == "organisation" else None
    if named:
        return Actor(named.name, named.kind)
    if is_name(tokens, phrase) and lemma not in HUMAN:
        return Actor(_proper(tokens, phrase), "name")
    office = f"{tokens[phrase.head - 1].text} {lemma}".lower() if phrase.head > phrase.lead else ""
    if office in OFFICES:
        return Actor(office, "group")
    human = lemma in HUMAN or lemma.endswith(("spokesman", "woman", "seeker"))
    return Actor(lemma, "group" if human else "thing")


def _proper(tokens: list[Token], phrase: Phrase) -> str:
    """The run of capitalised words that ends a phrase."""
    first = phrase.head
    while first > phrase.lead and first - 1 != phrase.owner + 1 and tokens[first - 1].text[0].isupper():
        first -= 1
    return " ".join(token.text for token in tokens[first : phrase.head + 1])


class Mention(NamedTuple):
    """A phrase in its sentence, with whom it stands for."""

    sentence: int
    tokens: list[Token]
    phrase: Phrase
    actor: Actor
