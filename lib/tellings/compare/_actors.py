"""Actors: whom or what a noun phrase stands for, by the names in it, else by its head noun."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from tellings.compare._actor_words import BEHIND, BODIES, HUMAN, OFFICES
from tellings.compare._lemmas import singular
from tellings.compare._noun_phrases import Phrase, is_name
from tellings.read._clauses import Token

_NEAR = 3  # sentences within which a description may stand for an organisation


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


def led(mentions: list[Mention], named: Sequence[Named], sentences: list[int]) -> list[Mention]:
    """The mentions, with descriptions of an organisation led to its name where only one can be meant.

    *The newspaper* goes to the paper named within three sentences before; *a French rightwing party*, new to the
    reader, to the party that is then named within three sentences. Where two of a kind are near, neither is meant.
    """
    bodies = [
        (bisect_right(sentences, name.start) - 1, name) for name in named if name.kind == "organisation"
    ]
    return [_led(mention, bodies) for mention in mentions]


def _led(mention: Mention, bodies: list[tuple[int, Named]]) -> Mention:
    tokens, phrase = mention.tokens, mention.phrase
    plural = tokens[phrase.head].tag in ("NNS", "NNPS")
    if mention.actor.kind not in ("group", "thing") or phrase.lead == phrase.first or plural:
        return mention
    determiner = tokens[phrase.first].text.lower()
    modified = phrase.head > phrase.lead
    if determiner not in ("the", "this", "that") and not (determiner in ("a", "an") and modified):
        return mention
    start = tokens[phrase.first].start
    kinds = {kind for kind, nouns in BODIES.items() if mention.actor.name in nouns}
    before = determiner not in ("a", "an")
    near = {
        name.name
        for number, name in bodies
        if name.sort in kinds and (name.start < start) == before and abs(number - mention.sentence) <= _NEAR
    }
    if len(near) != 1:
        return mention
    return mention._replace(actor=Actor(near.pop(), "organisation", "likely"))
