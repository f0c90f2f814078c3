"""Whom a speaker's words mean: a name, or a pronoun or a role led back to one where the text settles it.

A pronoun goes to the subject of the clause or sentence before it: subjects outrank other mentions (Grosz, B. J.,
Joshi, A. K., & Weinstein, S. (1995). Centering. *Computational Linguistics* 21(2)). Where two people could be
meant and neither is the subject, nobody is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property
from typing import NamedTuple

from tellings.read import _attribution, _clauses, _marks, _people, _speakers
from tellings.read._clauses import Sentence
from tellings.read._document import Document
from tellings.read._people import Mention
from tellings.read._remembered import Remembered
from tellings.read._speech_words import HE, ROLES, SHE, SPEAKERS

_SINGULAR = frozenset(("he", "she"))
_PRONOUNS = {"he": "he", "his": "he", "him": "he", "she": "she", "her": "she", "hers": "she"}
_TWO = re.compile(
    r" (?:and|&) (?:his|her|their|the|an?|[A-Z]|$)"
)  # the minister and *her counterpart Ann Finch*
_HANGS = re.compile(r"\b(?:of|for|to|with|from|by|against|behind|near) \Z")  # a spokesman for *Mr Finch*
_BACK = 6  # sentences that a pronoun may reach back


_gender = Remembered(lambda word: _PRONOUNS.get(word.lower()))


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
        mentions = _outside_quotations(document)
        sentences = document(_clauses.find)
        self._scene = _Scene(
            document.text,
            mentions,
            [mention.start for mention in mentions],
            sentences,
            [sentence.tokens[0].start for sentence in sentences],
        )
        self._subjects: dict[int, list[tuple[int, int]]] = {}
        self._first = {mention.person: mention for mention in reversed(mentions)}
        self._people = document(_people.find)

    @cached_property
    def _votes(self) -> Counter[tuple[str, str]]:
        return _votes(self._scene)

    @cached_property
    def _bearers(self) -> dict[str, set[str]]:
        """Who bears each role."""
        bearers: dict[str, set[str]] = {}
        for mention in self._people:
            for role in _roles(mention):
                bearers.setdefault(role, set()).add(mention.person)
        return bearers

    def person(
        self, start: int, end: int, *, latest: str | None, going_on: bool, since: int | None = None
    ) -> str | None:
        """The person that ``text[start:end]`` means; ``latest`` is who spoke last, ``going_on`` whether the cue
        says that the same person goes on speaking. Nobody named behind ``since`` is meant by a pronoun: in *Finch,
        he believes, will win* another believes it."""
        words = self._scene.text[start:end].split()
        named = self.named(start, end)
        if named or not words:
            return named
        lower = words[0].lower()
        if len(words) == 1 and lower in _SINGULAR:
            return self._pronoun(start, lower, start if since is None else min(start, since), latest)
        beside = self._beside(end)
        if beside:
            return beside
        if lower != "the" or any(word.lower() in ("and", "of") for word in words):
            return None
        return self._role(start, words, latest, going_on=going_on)

    def named(self, start: int, end: int) -> str | None:
        """The one person named at the head of a stretch: in *Mr Finch's doctor* nobody, in *aide Ann Finch* her."""
        scene = self._scene
        inside = scene.mentions[bisect_left(scene.starts, start) : bisect_left(scene.starts, end)]
        heads = [
            mention
            for mention in inside
            if not mention.possessive
            and _heads(scene.text, mention, end)
            and not _HANGS.search(scene.text, start, max(start, mention.lead))
        ]
        people = {mention.person for mention in heads}
        if len(people) != 1 or _TWO.search(scene.text, start, heads[0].start):
            return None
        return people.pop()

    def _beside(self, end: int) -> str | None:
        """The person whom a role is explained by: *the transport minister,* **Ann Finch**, *said*."""
        scene = self._scene
        k = bisect_left(scene.starts, end)
        if k == len(scene.starts) or scene.mentions[k].possessive:
            return None
        text, mention = scene.text, scene.mentions[k]
        if text[end : mention.lead] != ", " or text[mention.end : mention.end + 1] not in (",", ".", ";", ""):
            return None
        more = k + 1 < len(scene.mentions) and text[mention.end : scene.mentions[k + 1].lead]
        return None if more in (", ", " and ", ", and ") else mention.person

    def _pronoun(self, start: int, word: str, since: int, latest: str | None) -> str | None:
        scene = self._scene
        number = bisect_right(scene.opens, start) - 1
        opens = scene.opens[number]
        people = {mention.person for mention in self._between(opens, since) if self._may_be(mention, word)}
        if len(people) == 1:
            return people.pop()
        if len(people) > 1:
            return self._fitting(number, word, before=since)
        for back in range(number - 1, max(-1, number - 1 - _BACK), -1):
            found = self._fitting(back, word, before=scene.sentences[back].tokens[-1].end)
            if found:
                return found
            if self._others(back, word):
                break
        return self._only_one(number, word, since) or self._still(number, word, since, latest)

    def _only_one(self, number: int, word: str, since: int) -> str | None:
        """The one person of a paragraph whom a pronoun can mean, where nobody without a name might speak instead."""
        scene = self._scene
        first = self._paragraph(number)
        named = self._between(scene.opens[first], since)
        people = {mention.person for mention in named if self._may_be(mention, word)}
        spans = [span for k in range(first, number) for span in self._spans(k)]
        others = any(self.named(*span) is None and self._is_role(span) for span in spans)
        return people.pop() if len(people) == 1 and not others else None

    def _still(self, number: int, word: str, since: int, latest: str | None) -> str | None:
        """Who spoke last, where nobody else has been named or has acted since their name."""
        scene = self._scene
        k = bisect_left(scene.starts, since) - 1
        if latest is None or k < 0 or scene.mentions[k].person != latest:
            return None
        first = bisect_right(scene.opens, scene.mentions[k].start)
        spans = [span for j in range(first, number) for span in self._spans(j) if number - first < _BACK]
        near = number - first < _BACK and self._may_be(scene.mentions[k], word)
        return latest if near and not any(self._is_role(span) for span in spans) else None

    def _is_role(self, span: tuple[int, int]) -> bool:
        last = self._scene.text[slice(*span)].lower().split()[-1]
        return last in ROLES or last in SPEAKERS

    def _paragraph(self, number: int) -> int:
        """The first sentence of a sentence's paragraph, at most twenty back."""
        sentences, first = self._scene.sentences, number
        own = sentences[number].paragraph
        while first > 0 and number - first < 20 and sentences[first - 1].paragraph == own:
            first -= 1
        return first

    def _others(self, number: int, word: str) -> bool:
        """Whether a sentence without a person for its subject names people who might be meant all the same."""
        opens, ends = self._scene.opens[number], self._scene.sentences[number].tokens[-1].end
        return any(self._may_be(mention, word) for mention in self._between(opens, ends))

    def _between(self, start: int, end: int) -> list[Mention]:
        """The mentions between two offsets, at most the last hundred: time stays linear."""
        first, last = bisect_left(self._scene.starts, start), bisect_left(self._scene.starts, end)
        return self._scene.mentions[max(first, last - 100) : last]

    def _subject(self, number: int, *, before: int) -> str | None:
        """The person who is the subject of a sentence's first verb."""
        span = next((span for span in self._spans(number) if span[1] <= before), None)
        return self.named(*span) or self._beside(span[1]) if span else None

    def _spans(self, number: int) -> list[tuple[int, int]]:
        if number not in self._subjects:
            self._subjects[number] = _topics(self._scene.text, self._scene.sentences[number])
        return self._subjects[number]

    def _fitting(self, number: int, word: str, *, before: int) -> str | None:
        """The subject of a sentence, where the pronoun can mean them."""
        person = self._subject(number, before=before)
        own = self._first.get(person) if person else None
        return person if own and self._may_be(own, word) else None

    def _may_be(self, mention: Mention, word: str) -> bool:
        """Whether somebody can be *he* or *she* by their title, and by what the text says elsewhere."""
        title = (mention.title or "").lower().rstrip(".")
        other = "she" if word == "he" else "he"
        said, against = self._votes[mention.person, word], self._votes[mention.person, other]
        return title not in (SHE if word == "he" else HE) and against <= said

    def _role(self, start: int, words: list[str], latest: str | None, *, going_on: bool) -> str | None:
        """*The Prime Minister* by the title somebody bears; *the politician* by who has just been spoken of."""
        role = " ".join(words[1:]).lower().strip(",")
        bearers = self._bearers.get(role, set())
        if len(bearers) == 1:
            return next(iter(bearers))
        if bearers or role.rpartition(" ")[2] not in ROLES:
            return None
        if going_on and latest:
            return latest
        scene = self._scene
        number = bisect_right(scene.opens, start) - 1
        first = self._paragraph(number)
        people = {mention.person for mention in self._between(scene.opens[first], scene.opens[number])}
        if not people:
            return self._still(number, "he", start, latest) or self._still(number, "she", start, latest)
        return people.pop() if len(people) == 1 else None


def find(document: Document) -> Referents:
    """The referents of a document."""
    return Referents(document)


def _heads(text: str, mention: Mention, end: int) -> bool:
    """Whether a name is the head of the phrase it stands in: nothing but brackets or a comma follows it there."""
    rest = text[mention.end : end].lstrip()
    return not rest or not (rest[0].isalnum() or rest[0] in "'’&")


def _outside_quotations(document: Document) -> list[Mention]:
    """The mentions in the newsroom's own words: whom a speaker names does not speak."""
    outer = [(pair.start, pair.end) for pair in document(_marks.find) if pair.depth == 0]
    kept = []
    for mention in document(_people.find):
        k = bisect_right(outer, (mention.start, len(document.text))) - 1
        if not mention.caption and (k < 0 or outer[k][1] <= mention.start):
            kept.append(mention)
    return kept


def _topics(text: str, sentence: Sentence) -> list[tuple[int, int]]:
    """Who a sentence is about: the speaker of its quotation, then the subject of its first finite verb."""
    tokens = sentence.tokens
    quoted = next((k for k, token in enumerate(tokens[:60]) if token.quote is not None), None)
    said = _attribution.attribute(text, sentence, quoted) if quoted is not None else None
    phrase = _speakers.first_subject(tokens)
    subject = (tokens[phrase.first].start, tokens[phrase.last].end) if phrase else None
    return [span for span in (said.speaker if said else None, subject) if span]


def _votes(scene: _Scene) -> Counter[tuple[str, str]]:
    """How often a text says *he* or *she* in a sentence that has named one person alone, by person."""
    mentions, starts, gender = scene.mentions, scene.starts, _gender
    votes: Counter[tuple[str, str]] = Counter()
    for start, (tokens, _, _) in zip(scene.opens, scene.sentences, strict=True):
        first = bisect_left(starts, start)
        last = bisect_left(starts, tokens[-1].end)
        if last > first and len({mention.person for mention in mentions[first : min(last, first + 50)]}) == 1:
            named = starts[first]
            genders = {said for start, _, word, _, _ in tokens if (said := gender[word]) and start > named}
            if len(genders) == 1:
                votes[mentions[first].person, genders.pop()] += 1
    return votes


def _roles(mention: Mention) -> list[str]:
    """The roles and titles that a mention gives its person, and their beginnings: *leader of the party*, *leader*."""
    if mention.role is None and mention.title is None and mention.apposition is None:
        return []
    found = []
    for known in (mention.role, mention.title, mention.apposition):
        words = (known or "").lower().removeprefix("the ").split()[:6]
        whole = [len(words)] if words else []
        ends = [
            k for k in range(1, len(words)) if words[k - 1] in ROLES
        ]  # not the *DNC* of the *DNC chairman*
        found += [" ".join(words[:k]) for k in (*ends, *whole)]
    return found
