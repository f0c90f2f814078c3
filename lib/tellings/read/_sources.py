"""One name for each source of an article: a person, or an institution whatever its wording.

*A spokesperson for the Home Office*, *the spokesperson*, *the department* and *it* may all be one source. A wording
without a name is led to the only institution of its kind that speaks in the paragraphs before it; where there are
two, or none, a description stays as it is and a bare pronoun tells nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from tellings.read import _organisations, _paragraphs
from tellings.read._document import Document
from tellings.read._organisations import Organisation
from tellings.read._speech_words import PRONOUNS

_REACH = 3  # paragraphs back over which an institution that spoke may be called by a shorter wording
_HEADS = ("spokesman", "spokeswoman", "spokesperson")
_SPOKEN_FOR = re.compile(rf"({'|'.join(_HEADS)}) (?:for|of|at|from) (?:the )?(.{{2,80}})", re.I)
_SPOKEN_BY = re.compile(rf"(?:an?|the) (.{{2,80}}?)(?:['’]s?)? ({'|'.join(_HEADS)})", re.I)
_ARTICLE = re.compile(r"(?:an?|the) ", re.I)
_BEHIND = re.compile(r" (?:the|an?) ([A-Z]\S{0,40}(?: \S{1,40})?)")
_BARE = PRONOUNS | {"him", "her", "them", "this", "that", "these", "those", "which"}

# What an institution may be called in short, and which kinds of organisation may be.
_PUBLIC = frozenset(("government", "body", "other"))
_KINDS = {
    "department ministry office treasury agency authority council": _PUBLIC,
    "newspaper paper broadcaster magazine tabloid": frozenset(("news",)),
    "party": frozenset(("party", "other")),
    "company firm bank airline retailer manufacturer": frozenset(("company", "other")),
    "union charity federation association group organisation organization body watchdog regulator commission"
    " committee trust": frozenset(("body", "other")),
    "force police": frozenset(("force", "other")),
    "university college school": frozenset(("education", "other")),
    "court tribunal": frozenset(("court", "other")),
}
_SHORT = {word: kinds for words, kinds in _KINDS.items() for word in words.split()}


class Said(NamedTuple):
    """A speaker as a quotation gives it: its place, its words and, where told, its person."""

    start: int
    end: int
    words: str
    person: str | None


@dataclass(slots=True, eq=False)
class _Institution:
    """An institution that speaks: its name, its kind, the words for its speakers and where it last spoke."""

    name: str
    kind: str
    heads: list[str] = field(default_factory=list)
    paragraph: int = 0

    @property
    def source(self) -> str:
        """The fullest wording; the bare name where a spokesman and a spokeswoman both speak."""
        return f"{self.name} {self.heads[0]}" if len(self.heads) == 1 else self.name


def sources(document: Document, said: list[Said | None]) -> list[str | None]:
    """The source of each speaker, in the order of the text; None where nobody can be told."""
    reader = _Reader(document)
    found = [reader.read(one) if one else None for one in said]
    return [one.source if isinstance(one, _Institution) else one for one in found]


class _Reader:
    """The institutions of a document as they come to speak."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._organisations = document(_organisations.find)
        self._starts = [organisation.start for organisation in self._organisations]
        self._paragraphs = [paragraph.start for paragraph in document(_paragraphs.find)]
        self._known: dict[str, _Institution] = {}
        self._recent: deque[_Institution] = deque(maxlen=12)
        self._latest: _Institution | str | None = None

    def read(self, said: Said) -> _Institution | str | None:
        """Who a speaker is: a person or a description in words, or an institution."""
        found = said.person or self._institution(said) or self._short(said)
        if isinstance(found, _Institution):
            found.paragraph = self._paragraph(said.start)
            if found not in self._recent:
                self._recent.append(found)
        described = None if said.words.lower() in _BARE else _described(said.words)
        self._latest = found or described
        return self._latest

    @cached_property
    def _behind_articles(self) -> set[str]:
        return {_first_words(found) for found in _BEHIND.findall(self._text)}

    def _paragraph(self, place: int) -> int:
        return bisect_right(self._paragraphs, place)

    def _institution(self, said: Said) -> _Institution | None:
        """An institution that is named: *the Home Office*, *a Home Office spokesperson*."""
        behind, before = _SPOKEN_FOR.search(said.words), _SPOKEN_BY.fullmatch(said.words)
        name, head = said.words, None
        if behind:
            head, name = behind.group(1).lower(), behind.group(2)
        elif before:
            name, head = before.group(1), before.group(2).lower()
        own = self._named(said)
        bare = head or self._takes_article(name) or (own is not None and own.kind != "news")
        name = _ARTICLE.sub("", name, count=1) if bare else name
        if own is None and not (head and name[:1].isupper()):
            return None
        kind = own.kind if own else "other"
        found = self._known.setdefault(_ARTICLE.sub("", name, count=1).casefold(), _Institution(name, kind))
        if head and head not in found.heads:
            found.heads.append(head)
        return found

    def _takes_article(self, name: str) -> bool:
        """Whether the article is no part of a name: *the* Home Office, but *The* Times."""
        article = _ARTICLE.match(name)
        return article is not None and (
            name[0].islower() or _first_words(name[article.end() :]) in self._behind_articles
        )

    def _named(self, said: Said) -> Organisation | None:
        k = bisect_left(self._starts, said.start)
        own = self._organisations[k] if k < len(self._starts) else None
        if own is None or own.end > said.end:
            return None
        spoken_for = any(head in said.words.lower() for head in _HEADS)
        return own if spoken_for or own.end == said.end else None

    def _short(self, said: Said) -> _Institution | None:
        """An institution that spoke before, called in short: *the spokesperson*, *the department*, *it*."""
        words = said.words.lower().split()
        if words == ["it"]:
            return self._going_on(said)
        if len(words) != 2 or words[0] not in ("the", "its", "a"):
            return None
        here = self._paragraph(said.start)
        near = [one for one in self._recent if here - one.paragraph <= _REACH]
        if words[1] in _HEADS:
            near = [one for one in near if words[1] in one.heads] if words[0] == "the" else []
        else:
            near = [one for one in near if one.kind in _SHORT.get(words[1], ())]
        return near[0] if len(near) == 1 else None

    def _going_on(self, said: Said) -> _Institution | None:
        """*It* is the institution that spoke last, in this paragraph or the one before."""
        latest = self._latest
        if not isinstance(latest, _Institution):
            return None
        return latest if self._paragraph(said.start) - latest.paragraph <= 1 else None


def _first_words(name: str) -> str:
    """The first two words of a name, without the marks behind them."""
    return " ".join(name.split()[:2]).rstrip('.,;:!?”"’')


def _described(words: str) -> str:
    """A description in its own words, as within a sentence: *The department* is *the department*."""
    first, _, rest = words.partition(" ")
    small = first.lower() in ("a", "an", "the", "his", "her", "its", "their", "one", "some", "many")
    return f"{first.lower()} {rest}" if small and rest and not rest[0].isupper() else words
