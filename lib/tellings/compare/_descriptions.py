"""Descriptions led to names: *the newspaper*, *the president*, where only one can be meant."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

from tellings.compare._actor_words import BODIES
from tellings.compare._actors import Actor, Mention, Named

_NEAR = 3  # sentences within which a description may stand for an organisation

Roles = Mapping[str, frozenset[str]]


def holders(told: Iterable[tuple[object, object]]) -> Roles:
    """Who holds each role, from pairs of a person and the role that stands with the name.

    A longer role is its shorter endings too: a *French President* is a *President*.

    >>> sorted(holders([("Ada Brook", "former party leader")]))
    ['former party leader', 'leader', 'party leader']
    """
    found: dict[str, set[str]] = {}
    for person, role in told:
        words = role.casefold().split() if isinstance(role, str) else []
        for k in range(len(words)):
            found.setdefault(" ".join(words[k:]), set()).add(str(person))
    return {role: frozenset(people) for role, people in found.items()}


class Descriptions:
    """What the descriptions of one article may stand for.

    *The newspaper* goes to the paper named within three sentences before; *a French rightwing party*, new to the
    reader, to the party that is then named within three sentences. Where two of a kind are near, neither is meant.
    *The president* goes to the only person who is called so in the article, or else in the corpus.
    """

    def __init__(self, named: Sequence[Named], sentences: Sequence[int], roles: Sequence[Roles]) -> None:
        self._bodies = sorted(name for name in named if name.kind == "organisation")
        self._starts = [name.start for name in self._bodies]
        self._sentences = sentences
        self._roles = roles

    def lead(self, mention: Mention) -> Mention:
        """The mention, with the actor that its description stands for."""
        tokens, phrase = mention.tokens, mention.phrase
        plural = tokens[phrase.head].tag in ("NNS", "NNPS")
        if mention.actor.kind not in ("group", "thing") or phrase.lead == phrase.first or plural:
            return mention
        determiner = tokens[phrase.first].text.lower()
        if determiner in ("the", "this", "that"):
            meant = self._holder(mention) or self._body(mention, before=True)
        elif determiner in ("a", "an") and phrase.head > phrase.lead:
            meant = self._body(mention, before=False)
        else:
            meant = None
        return mention._replace(actor=meant) if meant else mention

    def _holder(self, mention: Mention) -> Actor | None:
        tokens, phrase = mention.tokens, mention.phrase
        role = " ".join(token.text for token in tokens[phrase.lead : phrase.head + 1]).casefold()
        if any(token.text.lower() == "of" for token in tokens[phrase.head + 1 : phrase.head + 2]):
            return None
        people = next((roles[role] for roles in self._roles if role in roles), frozenset())
        return Actor(next(iter(people)), "person", "likely") if len(people) == 1 else None

    def _body(self, mention: Mention, *, before: bool) -> Actor | None:
        kinds = {kind for kind, nouns in BODIES.items() if mention.actor.name in nouns}
        if not kinds:
            return None
        start = mention.tokens[mention.phrase.first].start
        near = {name.name for name in self._within(mention.sentence, start, before) if name.sort in kinds}
        return Actor(near.pop(), "organisation", "likely") if len(near) == 1 else None

    def _within(self, sentence: int, start: int, before: bool) -> Sequence[Named]:
        """The organisations named within some sentences before a place, or behind it."""
        here = bisect_left(self._starts, start)
        if before:
            first = self._sentences[max(0, sentence - _NEAR)]
            return self._bodies[bisect_left(self._starts, first) : here]
        last = sentence + _NEAR + 1
        end = self._sentences[last] if last < len(self._sentences) else float("inf")
        return self._bodies[here : bisect_right(self._starts, end)]
