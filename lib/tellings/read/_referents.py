"""Whom a speaker's words mean: a name, or a pronoun or a role led back to one where the text settles it.

A pronoun goes to the subject of the clause or sentence before it: subjects outrank other mentions (Grosz, B. J.,
Joshi, A. K., & Weinstein, S. (1995). Centering. *Computational Linguistics* 21(2)). Where two people could be
meant and neither is the subject, nobody is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from tellings.read import _clauses, _people, _speakers
from tellings.read._clauses import Sentence
from tellings.read._document import Document
from tellings.read._people import Mention
from tellings.read._speech_words import HE, ROLES, SHE

_SINGULAR = frozenset(("he", "she"))
_BACK = 6  # sentences that a pronoun may reach back


class _Scene(NamedTuple):
    """What a speaker is looked up in."""

    text: str
    mentions: list[Mention]
    starts: list[int]
    sentences: list[Sentence]
    opens: list[int]


class Referents:
    """The people of a document, as speakers."""

    def __init__(self, document: Document) -> None:
        mentions = [mention for mention in document(_people.find) if not mention.caption]
        sentences = document(_clauses.find)
        self._scene = _Scene(
            document.text,
            mentions,
            [mention.start for mention in mentions],
            sentences,
            [sentence.tokens[0].start for sentence in sentences],
        )
        self._subjects: dict[int, tuple[int, int] | None] = {}
        self._bearers: dict[str, set[str]] = {}
        for mention in mentions:
            for role in _roles(mention):
                self._bearers.setdefault(role, set()).add(mention.person)

    def person(self, start: int, end: int, *, latest: str | None, going_on: bool) -> str | None:
        """The person that ``text[start:end]`` means; ``latest`` is who spoke last, ``going_on`` whether the cue
        says that the same person goes on speaking."""
        words = self._scene.text[start:end].split()
        named = self.named(start, end)
        if named or not words:
            return named
        lower = words[0].lower()
        if len(words) == 1 and lower in _SINGULAR:
            return self._pronoun(start, lower)
        if lower != "the" or any(word.lower() in ("and", "of") for word in words):
            return None
        return self._role(start, words, latest, going_on=going_on)

    def named(self, start: int, end: int) -> str | None:
        """The one person named at the head of a stretch: in *Mr Finch's doctor* nobody, in *aide Ann Finch* her."""
        scene = self._scene
        inside = scene.mentions[bisect_left(scene.starts, start) : bisect_left(scene.starts, end)]
        heads = [mention for mention in inside if not mention.possessive and _heads(scene.text, mention, end)]
        people = {mention.person for mention in heads}
        joined = " and " in scene.text[start:end] and len(heads) > 0 and heads[0].start > start + 30
        return people.pop() if len(people) == 1 and not joined else None

    def _pronoun(self, start: int, word: str) -> str | None:
        scene = self._scene
        number = bisect_right(scene.opens, start) - 1
        opens = scene.opens[number]
        people = {mention.person for mention in self._between(opens, start) if _may_be(mention, word)}
        if len(people) == 1:
            return people.pop()
        if len(people) > 1:
            return self._subject(number, before=start)
        for back in range(number - 1, max(-1, number - 1 - _BACK), -1):
            found = self._subject(back, before=scene.sentences[back].tokens[-1].end)
            if found or self._others(back, word):
                return found
        return None

    def _others(self, number: int, word: str) -> bool:
        """Whether a sentence without a person for its subject names people who might be meant all the same."""
        opens, ends = self._scene.opens[number], self._scene.sentences[number].tokens[-1].end
        return any(_may_be(mention, word) for mention in self._between(opens, ends))

    def _between(self, start: int, end: int) -> list[Mention]:
        """The mentions between two offsets, at most the last hundred: time stays linear."""
        first, last = bisect_left(self._scene.starts, start), bisect_left(self._scene.starts, end)
        return self._scene.mentions[max(first, last - 100) : last]

    def _subject(self, number: int, *, before: int) -> str | None:
        """The person who is the subject of a sentence's first verb."""
        if number not in self._subjects:
            tokens = self._scene.sentences[number].tokens
            phrase = _speakers.first_subject(tokens)
            span = (tokens[phrase.first].start, tokens[phrase.last].end) if phrase else None
            self._subjects[number] = span
        span = self._subjects[number]
        return self.named(*span) if span and span[1] <= before else None

    def _role(self, start: int, words: list[str], latest: str | None, *, going_on: bool) -> str | None:
        """*The Prime Minister* by the title somebody bears; *the politician* by who has just been spoken of."""
        role = " ".join(words[1:]).lower().strip(",")
        bearers = self._bearers.get(role, set())
        if len(bearers) == 1:
            return next(iter(bearers))
        if bearers or role.split()[-1] not in ROLES:
            return None
        if going_on and latest:
            return latest
        scene = self._scene
        number = bisect_right(scene.opens, start) - 1
        first = number
        own = scene.sentences[number].paragraph
        while first > 0 and number - first < 20 and scene.sentences[first - 1].paragraph == own:
            first -= 1
        people = {mention.person for mention in self._between(scene.opens[first], start)}
        return people.pop() if len(people) == 1 else None


def find(document: Document) -> Referents:
    """The referents of a document."""
    return Referents(document)


def _heads(text: str, mention: Mention, end: int) -> bool:
    """Whether a name is the head of the phrase it stands in: nothing but brackets or a comma follows it there."""
    rest = text[mention.end : end].lstrip()
    return not rest or not (rest[0].isalnum() or rest[0] in "'’&")


def _may_be(mention: Mention, word: str) -> bool:
    title = (mention.title or "").lower().rstrip(".")
    return title not in (SHE if word == "he" else HE)


def _roles(mention: Mention) -> list[str]:
    """The roles and titles that a mention gives its person, and their beginnings: *leader of the party*, *leader*."""
    found = []
    for known in (mention.role, mention.title, mention.apposition):
        words = (known or "").lower().removeprefix("the ").split()[:6]
        found += [" ".join(words[:k]) for k in range(1, len(words) + 1)]
    return found
