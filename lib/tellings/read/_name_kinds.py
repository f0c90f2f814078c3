"""What a name names: readable evidence, weighed, over all the places of a text where the name stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import NamedTuple

from tellings.read import _name_words as known
from tellings.read import _names
from tellings.read._document import Document
from tellings.read._names import Name, Word

# What each kind of evidence is worth towards a person; a name whose sum is above zero is one.
# Evidence from the name itself counts once, evidence from its places counts once however often it is met.
WEIGHTS = {
    "several words": 0.0,
    "one word": -2.5,
    "title": 4.0,
    "first name": 2.0,
    "first name, rare or a plain word": 0.7,
    "family name": 1.0,
    "initial inside": 2.0,
    "particle inside": 1.0,
    "suffix": 2.0,
    "unknown words": 0.5,
    "plain word at the end": -1.5,
    "plain word at the start": -1.5,
    "role before": 2.5,
    "says": 1.5,
    "said before": 2.0,
    "who": 2.0,
    "age": 3.0,
    "apposition": 1.0,
    "possessive": 0.3,
    "last word alone later": 2.0,
    "the before": -3.0,
    "in before": -2.0,
    "place": -3.5,
    "place word": -2.5,
    "body word": -4.0,
    "known body": -5.0,
    "thing word": -4.0,
    "demonym": -3.0,
    "capitals": -2.5,
    "number after": -3.0,
    "in small letters elsewhere": -2.0,
    "bias": -0.6,
}
_PREPOSITIONS = frozenset("in at from near into across throughout outside inside around".split())
_APPOSED = frozenset("a an the his her their who whose whom now then once himself herself".split())
_CHUNK = 60


class Kind(NamedTuple):
    """A name with what it names (person, place, organisation, other), the person's score and its evidence."""

    name: Name
    kind: str
    score: float
    evidence: tuple[str, ...]


def key(found: list[Word], name: Name) -> str:
    """The name in small letters, one space between words."""
    return " ".join(word.key for word in found[name.first : name.last])


def inside(found: list[Word], name: Name) -> set[str]:
    """The evidence of the name's own words."""
    words = found[name.first : name.last]
    full = key(found, name)
    first, last = words[0].key, words[-1].key
    given, families = known.given(), known.families()
    several = len(words) > 1
    plain_first, plain_last = _names.common(first), _names.common(last)
    seen = {"bias", "several words" if several else "one word"}
    if first in given:
        seen.add("first name, rare or a plain word" if plain_first else "first name")
    if last in families and not (plain_last and not several):
        seen.add("family name")
    if plain_first and first not in given:
        seen.add("plain word at the start")
    if plain_last and last not in families:
        seen.add("plain word at the end")
    if not plain_first and not plain_last:
        seen.add("unknown words")
    if any(w.form == "initial" for w in words[:-1]) and several and len(words[-1].key) > 1:
        seen.add("initial inside")
    if any(w.form == "low" and w.key in known.PARTICLES for w in words):
        seen.add("particle inside")
    if last in known.SUFFIXES:
        seen.add("suffix")
    return seen | _kinds(words, full)


def _kinds(words: list[Word], full: str) -> set[str]:
    keys = {w.key for w in words}
    seen = set()
    if full in known.places():
        seen.add("place")
    if keys & known.SPOTS or words[0].key in known.QUARTERS:
        seen.add("place word")
    if keys & known.BODIES:
        seen.add("body word")
    if full in known.MORE_BODIES:
        seen.add("known body")
    if keys & known.THINGS:
        seen.add("thing word")
    if keys & known.DEMONYMS:
        seen.add("demonym")
    if all(w.form in ("caps", "initial") for w in words) or any(w.form == "caps" for w in words[1:]):
        seen.add("capitals")
    return seen


def around(text: str, found: list[Word], name: Name) -> set[str]:
    """The evidence of the place where the name stands."""
    seen = set()
    if name.first > name.lead and found[name.first - 1].key in known.HONORIFICS | known.OFFICES:
        seen.add("title")
    elif name.lead:
        seen |= _before(text, found[max(0, name.lead - 3) : name.lead], found[name.lead])
    end = found[name.last - 1].end
    if found[name.last - 1].possessive:
        seen.add("possessive")
    return seen | _after(text[end : end + _CHUNK], found[name.last : name.last + 3])


def _before(text: str, before: list[Word], word: Word) -> set[str]:
    if not before:
        return set()
    gap = text[before[-1].end : word.start]
    last = before[-1].key
    seen = set()
    if gap == " ":
        if last == "the":
            seen.add("the before")
        if last in _PREPOSITIONS:
            seen.add("in before")
        if last in known.SAYING:
            seen.add("said before")
        if last in known.ROLES:
            seen.add("role before")
    elif gap == ", " and last in known.ROLES:
        seen.add("role before")
    return seen


def _after(rest: str, after: list[Word]) -> set[str]:
    if not after:
        return set()
    seen = set()
    if rest.startswith(" ") and not rest[1:2].isalpha() and rest[1:2].isdigit():
        seen.add("number after")
    if rest[:2] == ", " and rest[2:4].isdigit() and rest[4:5] in ",":
        seen.add("age")
    if rest.startswith((", who ", ", whose ", " who ", ", who’s ", ", who's ")):
        seen.add("who")
    if rest[:2] == ", " and (after[0].key in _APPOSED or after[0].key in known.ROLES) and after[0].form == "low":
        seen.add("apposition")
    if rest[:1] == " " and rest[1:2].isalpha() and after[0].form == "low" and after[0].key in known.SPEECH:
        seen.add("says")
    return seen


def _alone(found: list[Word], names: list[Name]) -> Counter[str]:
    """How often each word stands as a name by itself."""
    return Counter(found[n.first].key for n in names if n.last == n.first + 1)


def find(document: Document) -> list[Kind]:
    """The names of a document with what they name."""
    found, names, text = document(_names.words), document(_names.find), document.text
    small = {w.key for w in found if w.form == "low"}
    alone = _alone(found, names)
    seen: dict[str, set[str]] = defaultdict(set)
    for name in names:
        full = key(found, name)
        if full not in seen:
            seen[full] |= inside(found, name)
        seen[full] |= around(text, found, name)
        last = found[name.last - 1].key
        if name.last > name.first + 1 and alone[last] and last not in known.places():
            seen[full].add("last word alone later")
        if name.last == name.first + 1 and last in small:
            seen[full].add("in small letters elsewhere")
    return [_kind(found, name, seen[key(found, name)]) for name in names]


def _kind(found: list[Word], name: Name, seen: set[str]) -> Kind:
    score = sum(WEIGHTS[each] for each in seen)
    kind = "person" if score > 0 else _other(seen)
    return Kind(name, kind, round(score, 3), tuple(sorted(seen)))


def _other(seen: set[str]) -> str:
    if "known body" in seen or "body word" in seen:
        return "organisation"
    if "place" in seen or "place word" in seen:
        return "place"
    return "other"
