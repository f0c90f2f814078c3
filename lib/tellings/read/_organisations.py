"""Organisations: parties, papers, firms, ministries, courts and other bodies that a text names."""

from __future__ import annotations

import re
from typing import NamedTuple

import pandas as pd

from tellings.read import _capitals, _name_kinds, _people
from tellings.read import _name_lists as lists
from tellings.read import _name_words as known
from tellings.read._capitals import Word
from tellings.read._document import Document
from tellings.read._name_kinds import Kind
from tellings.read._rows import table

# Which words of a name say what kind of body it is, asked in this order.
_KINDS = {
    "party": known.words(
        "party democrats republicans conservatives liberals socialists greens tories rally caucus"
    ),
    "news": known.words("""news times post telegraph guardian herald tribune journal gazette mail mirror independent observer
        express star sun standard press magazine review weekly daily chronicle radio television tv"""),
    "court": known.words("court tribunal"),
    "force": known.words("police force forces army navy guard corps brigade legion command squadron"),
    "education": known.words("university college school academy"),
    "government": known.words("""government ministry department office treasury parliament assembly congress senate house
        administration agency cabinet council secretariat registrar registry authority border"""),
    "company": known.words("""inc corp corporation ltd llc plc co company companies group holdings bhd gmbh airlines airways
        airline motors systems technologies software industries bank insurance securities capital energy oil
        petroleum telecom investments properties enterprises ventures brothers bros sons hotel resort inn
        studios records pictures entertainment"""),
    "body": known.words(
        "union association federation confederation organization organisation nations committee commission"
    ),
}
_LINK = re.compile(r" (?:of|for|on|of the|for the|on the) ")
# Initials that name no body.
_NO_BODY = known.words("""
    tv ceo cfo pm am gdp hiv aids dna dvd cd pc id vip faq phd ok uk us usa ufo rip iq it ai vat nhs
    gmt est edt pst pdt bst cet utc mr mrs ii iii iv vi vii viii ix mp mps msp mep rt diy suv lgbt
    lgbtq covid bc ad
""")
_SHORTEST, _LONGEST = 2, 6
# Initials in brackets stand within so many characters of what they are short for.
_NEAR = 60
_TITLES = known.OFFICES | known.HONORIFICS


class Organisation(NamedTuple):
    """A mention of an organisation: its ``name`` without an article, and what ``kind`` of body it is."""

    start: int
    end: int
    name: str
    kind: str


def find(document: Document) -> list[Organisation]:
    """The organisations of a document."""
    words, text = document(_capitals.find), document.text
    taken = {mention.end for mention in document(_people.find)}
    rows: list[Organisation] = []
    kinds = document(_name_kinds.find)
    skipped = -1
    for i, kind in enumerate(kinds):
        rows += _before_title(text, words, kind)
        person = words[kind.name.last - 1].end in taken
        if person or kind.name.first < skipped or not _body(words, kind):
            continue
        skipped = _linked(text, words, kind, kinds[i + 1] if i + 1 < len(kinds) else None)
        own = words[kind.name.lead : skipped]
        thing = any(w.key in known.THINGS and w.key not in known.BODIES for w in own)
        if not thing and not _bracketed(text, words, kinds[max(0, i - 2) : i], kind):
            rows.append(_row(text, own))
    return rows


def _before_title(text: str, words: list[Word], kind: Kind) -> list[Organisation]:
    """The body whose office somebody holds: Leeds Crown Court in *Leeds Crown Court Judge Ann Lee*."""
    last = kind.name.first
    while last > kind.name.lead and words[last - 1].key in _TITLES:
        last -= 1
    lead = words[kind.name.lead : last]
    return [_row(text, lead)] if len(lead) > 1 and lead[-1].key in known.BODIES else []


def _bracketed(text: str, words: list[Word], before: list[Kind], kind: Kind) -> bool:
    """Whether initials stand in brackets behind what they are short for, and that is a law or an event."""
    start = words[kind.name.first].start
    if text[start - 1 : start] != "(":
        return False
    near = [w for k in before for w in words[k.name.first : k.name.last] if start - w.end < _NEAR]
    return any(w.key in known.THINGS for w in near)


def _body(words: list[Word], kind: Kind) -> bool:
    own = words[kind.name.first : kind.name.last]
    if kind.kind == "organisation":
        alone = own[0].key not in _NO_BODY and (not own[0].opens or "known body" in kind.evidence)
        return len(own) > 1 or alone
    amount = "number after" in kind.here  # RM 20, EUR 5
    return kind.kind == "other" and len(own) == 1 and not amount and _initials(own[0])


def _initials(word: Word) -> bool:
    """Whether a word in capitals is a body's initials."""
    letters = word.key.replace(".", "")
    capitals = (word.form == "caps" and not word.key.endswith("s")) or (
        word.form == "initial" and len(letters) > 1
    )
    return (
        capitals and _SHORTEST <= len(letters) <= _LONGEST and letters not in _NO_BODY and letters.isalpha()
    )


def _linked(text: str, words: list[Word], kind: Kind, after: Kind | None) -> int:
    """Where the name ends, with what a small word links to it: the Bank of England."""
    last = kind.name.last
    if after is None or after.name.lead < last or words[last - 1].possessive:
        return last
    gap = text[words[last - 1].end : words[after.name.lead].start][:9]
    return after.name.last if _LINK.fullmatch(gap) and after.kind != "person" else last


def _row(text: str, own: list[Word]) -> Organisation:
    start, end = own[0].start, own[-1].end
    name = " ".join(text[start:end].split())
    return Organisation(start, end, name, _kind(own, name))


def _kind(own: list[Word], name: str) -> str:
    listed = lists.MORE_BODIES.get(name.lower())
    if listed:
        return listed
    keys = {w.key for w in own}
    return next((kind for kind, words in _KINDS.items() if keys & words), "other")


def organisations(text: str) -> pd.DataFrame:
    """The organisations a text names: parties, papers, agencies, firms, ministries, courts, forces.

    They are told from people and places by the words in them (Council, Party, Ltd), by a list of bodies known by
    a single word (Reuters, Labour), and by their being initials; a brand or a band that has none of these is
    missed. Laws, treaties and events are not organisations.

    Returns a DataFrame with a row a mention, in the order of the text: ``start`` and ``end``, character
    offsets; ``text``; ``name``, as written; ``kind``: one of party, news, court, force, education, government,
    company, body, agency, group, other.

    >>> found = organisations("The Home Office told The Guardian that the Bank of England had agreed.")
    >>> list(zip(found["name"], found["kind"]))
    [('Home Office', 'body'), ('Guardian', 'news'), ('Bank of England', 'company')]
    """
    return table(text, Document(text)(find), Organisation)
