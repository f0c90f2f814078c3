"""What a name names: readable evidence, weighed, over all the places of a text where the name stands."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import NamedTuple

from tellings.read import _name_words as known
from tellings.read import _names
from tellings.read._document import Document
from tellings.read._names import Name, Word

# What each piece of evidence is worth towards a person; a name whose sum is above zero names one.
WEIGHTS = {
    "bias": -1.0,
    # the name itself
    "one word": -2.5,
    "first name": 2.0,
    "first name, a plain word too": 0.7,
    "family name": 1.0,
    "initial inside": 2.5,
    "particle inside": 1.0,
    "suffix": 2.5,
    "unknown words": 0.7,
    "plain word at the end": -1.5,
    "plain word at the start": -1.5,
    "country": -6.0,
    "country at the end": -2.5,
    "month": -4.0,
    "place": -3.0,
    "place word": -2.5,
    "body word": -4.0,
    "known body": -5.0,
    "thing word": -4.0,
    "demonym": -4.0,
    "titles only": -9.0,
    "capitals": -2.5,
    # elsewhere in the text
    "last word alone elsewhere": 2.0,
    "in small letters elsewhere": -2.0,
    # around it
    "title": 4.0,
    "role before": 2.5,
    "says": 2.0,
    "verb after": 0.7,
    "said before": 2.0,
    "who": 2.0,
    "age": 3.0,
    "apposition": 0.8,
    "party after": 3.0,
    "possessive": 0.3,
    "follower": 3.0,
    "the before": -3.0,
    "in before": -2.0,
    "number after": -3.0,
    "state after a comma": -3.0,
    "dateline": -4.0,
}
# Evidence around a name adds up over its places, up to this many times its weight.
_MOST = 1.5
_PREPOSITIONS = frozenset("in at from near into across throughout outside inside around".split())
_APPOSED = frozenset("a an the his her their once himself herself".split())
_PARTY = re.compile(r" ?\([A-Z]{1,5}[-–][A-Z]")
_AGE = re.compile(r",? (?:\(?\d\d\)?[,.) ]|aged \d)")
_DATELINE = re.compile(r"(?:, [A-Z][\w.]{1,15})? ?(?:\([A-Z][\w. ]{1,20}\) ?)?(?:--?|–|—|\([A-Z]{2,}\))")


class Kind(NamedTuple):
    """A name with what it names (person, place, organisation, other), the score towards a person, the evidence
    for it in the whole text, and the evidence of this place alone."""

    name: Name
    kind: str
    score: float
    evidence: tuple[str, ...]
    here: tuple[str, ...]


def key(found: list[Word], name: Name) -> str:
    """The name in small letters, one space between words."""
    return " ".join(word.key for word in found[name.first : name.last])


def inside(found: list[Word], name: Name) -> set[str]:
    """The evidence of the name's own words."""
    words = found[name.first : name.last]
    first, last = words[0].key, words[-1].key
    plain_first, plain_last = _names.common(first), _names.common(last)
    seen = {"bias"} if len(words) > 1 else {"bias", "one word"}
    if first in known.given():
        seen.add("first name, a plain word too" if plain_first else "first name")
    elif plain_first:
        seen.add("plain word at the start")
    if last in known.families():
        seen |= {"family name"} - ({"family name"} if plain_last and len(words) == 1 else set())
    elif plain_last:
        seen.add("plain word at the end")
    if not plain_first and not plain_last and len(last) > 1:
        seen.add("unknown words")
    return seen | _shapes(words) | _kinds(words)


def _shapes(words: list[Word]) -> set[str]:
    seen = set()
    if len(words) > 1 and any(w.form == "initial" for w in words[:-1]) and words[-1].form == "cap":
        seen.add("initial inside")
    if any(w.form == "low" and w.key in known.PARTICLES for w in words):
        seen.add("particle inside")
    if words[-1].key in known.SUFFIXES and len(words) > 1:
        seen.add("suffix")
    if words[-1].form == "caps" or any(w.form == "caps" and w.key not in known.SUFFIXES for w in words[1:]):
        seen.add("capitals")
    return seen


def _kinds(words: list[Word]) -> set[str]:
    full = " ".join(w.key for w in words)
    # Bill, Mark and Chelsea begin names; House, Banks and Hill end them.
    begun = len(words) > 1 and words[0].key in known.given()
    keys = [w.key for w in (words[1:] if begun else words)]
    if len(words) == 2 and begun and not _names.common(words[0].key) and keys[0] in known.families():
        keys = []
    seen = set()
    where = known.places().get(full)
    if where:
        seen.add("country" if where in ("country", "continent") else "place")
    if not known.SPOTS.isdisjoint(keys) or words[0].key in known.QUARTERS or _initialled(words):
        seen.add("place word")
    if not known.BODIES.isdisjoint(keys):
        seen.add("body word")
    if not begun and len(words) > 1 and known.places().get(words[-1].key) == "country":
        seen.add("country at the end")
    if full in known.MONTHS:
        seen.add("month")
    if full in known.MORE_BODIES:
        seen.add("known body")
    if not known.THINGS.isdisjoint(keys):
        seen.add("thing word")
    if not known.DEMONYMS.isdisjoint(keys):
        seen.add("demonym")
    if all(w.key in known.HONORIFICS or w.key in known.OFFICES for w in words):
        seen.add("titles only")
    return seen


def _initialled(words: list[Word]) -> bool:
    return len(words) == 2 and words[0].form == "initial" and words[1].key in known.places()


def around(text: str, found: list[Word], name: Name) -> set[str]:
    """The evidence of the place where the name stands."""
    seen = set()
    titles = known.HONORIFICS | known.OFFICES
    if any(w.key in titles for w in found[name.lead : name.first]):
        seen.add("title")
    elif name.lead:
        seen |= _before(text, found[name.lead - 1], found[name.lead])
    last = found[name.last - 1]
    if last.possessive:
        seen.add("possessive")
    if not name.lead or "\n" in text[found[name.lead - 1].end : found[name.lead].start]:
        if _DATELINE.match(text, last.end) and not last.possessive:
            seen.add("dateline")
    after = found[name.last] if name.last < len(found) else None
    seen |= _after(text, last, after)
    # In "he said France was ready" the name is not the one who says.
    return seen - {"said before"} if seen & {"says", "verb after"} else seen


def _before(text: str, before: Word, word: Word) -> set[str]:
    gap, last = text[before.end : word.start][:3], before.key
    if before.possessive:
        return set()
    if gap == ", " and last in known.ROLES and before.form == "low":
        return {"role before"}
    if gap not in (" ", "\u00a0"):
        return set()
    if last == "the":
        return {"the before"}
    if last in _PREPOSITIONS:
        return {"in before"}
    if last in known.SAYING:
        return {"said before"}
    return {"role before"} if last in known.ROLES else set()


def _after(text: str, last: Word, after: Word | None) -> set[str]:
    end = last.end
    rest = text[end : end + 10]
    if last.possessive or after is None:
        return set()
    seen = set()
    if rest[:1] == " " and rest[1:2].isdigit():
        seen.add("number after")
    if _AGE.match(text, end):
        seen.add("age")
    if _PARTY.match(text, end):
        seen.add("party after")
    if rest.startswith((", who", " who ")):
        seen.add("who")
    low = after.form == "low"
    gap = text[end : after.start] if after.start - end < 3 else ""
    if gap == ", " and low and (after.key in _APPOSED or after.key in known.ROLES):
        seen.add("apposition")
    if gap == ", " and not low and known.places().get(after.key) in ("state", "country"):
        seen.add("state after a comma")
    if gap == " " and low:
        seen |= _verb(after.key)
    return seen


def _verb(key: str) -> set[str]:
    if key in known.SPEECH:
        return {"says"}
    return {"verb after"} if _names.listed(key) in ("VBD", "VBZ", "MD") else set()


def find(document: Document) -> list[Kind]:
    """The names of a document with what they name."""
    found, names, text = document(_names.words), document(_names.find), document.text
    here = [around(text, found, name) for name in names]
    for name, seen in zip(names, here, strict=True):
        if name.last < len(found) and found[name.last].joined and found[name.last].key in known.FOLLOWERS:
            seen.add("follower")
    places: dict[str, Counter[str]] = defaultdict(Counter)
    counts: Counter[str] = Counter()
    for name, seen in zip(names, here, strict=True):
        counts[key(found, name)] += 1
        places[key(found, name)].update(seen)
    own = _own(found, names)
    return [
        _kind(name, own[full], places[full], counts[full], tuple(sorted(seen)))
        for name, seen in zip(names, here, strict=True)
        if (full := key(found, name))
    ]


def _own(found: list[Word], names: list[Name]) -> dict[str, set[str]]:
    """The evidence of each name's own words, and of how they stand elsewhere in the text."""
    small = {w.key for w in found if w.form == "low"}
    alone = {found[n.first].key for n in names if n.last == n.first + 1}
    own: dict[str, set[str]] = {}
    for name in names:
        full, last = key(found, name), found[name.last - 1].key
        if full in own:
            continue
        own[full] = inside(found, name)
        several = name.last > name.first + 1
        if several and last in alone and last not in known.places() and not _names.common(last):
            own[full].add("last word alone elsewhere")
        if not several and last in small:
            own[full].add("in small letters elsewhere")
    return own


def _kind(name: Name, own: set[str], places: Counter[str], count: int, here: tuple[str, ...]) -> Kind:
    """The sum of the evidence: against a person by the share of places that show it, for one by their number."""
    score = sum(WEIGHTS[each] for each in own)
    for each, times in places.items():
        weight = WEIGHTS[each]
        score += weight * (times / count if weight < 0 else min(_MOST, 0.75 + 0.25 * times))
    seen = own | set(places)
    return Kind(name, "person" if score > 0 else _other(seen), round(score, 3), tuple(sorted(seen)), here)


def _other(seen: set[str]) -> str:
    if seen & {"known body", "body word"}:
        return "organisation"
    return "place" if seen & {"country", "place", "place word"} else "other"
