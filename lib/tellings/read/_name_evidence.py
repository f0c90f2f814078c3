"""Evidence that a name is a person's, or a place's or a body's: each piece a few words that can be read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tellings.read import _name_lists as lists
from tellings.read import _name_words as known
from tellings.read._capitals import Word
from tellings.read._names import Name
from tellings.read._remembered import Remembered

_KEPT = 1 << 14  # distinct names whose evidence is remembered
_TITLES = known.HONORIFICS | known.OFFICES
_NONE: frozenset[str] = frozenset()
_TAILS = frozenset(
    [
        "trained",
        "based",
        "led",
        "backed",
        "born",
        "winner",
        "winning",
        "style",
        "speaking",
        "controlled",
        "held",
        "owned",
        "listed",
        "era",
        "friendly",
        "linked",
        "run",
        "funded",
        "area",
        "wide",
        "bound",
        "occupied",
        "made",
        "elect",
        "turned",
    ]
)
_PREPOSITIONS = known.words("""
    in at near into across throughout outside inside around
""")
_APPOSED = known.words("""
    a an the his her their once himself herself
""")
_PARTY = re.compile(r" ?\([A-Z]{1,5}[-–][A-Z]")
_AGE = re.compile(r"(?:, \d\d[,.)]|,? \(\d\d\)|,? aged \d)")
_VERBS = ("VBD", "VBZ", "MD")
# How family names of many languages begin and end.
_FAMILY_SHAPE = re.compile(
    r"^(?:mc|mac|o'|fitz)..|(?:son|sen|sson|ski|sky|ska|ov|ova|ev|eva|enko|vich|vic|vić|ić|ez|berg|stein|mann|witz"
    r"|dze|shvili|oglu|akis|poulos|ian|yan|escu|eanu|ollah|ullah|etti|elli|ini|ino|ardi|ucci|mans|stra|quist|qvist"
    r"|gaard|ley|ton|man|ner|ler|eau|eux|ault)$"
)
_SHORT = 5  # letters of a name of one or two syllables
_DOCTRINE = re.compile(r"(?:ology|ism|ocracy|ation)$")
_DATELINE = re.compile(r"(?:, [A-Z][\w.]{1,15})? ?(?:\([A-Z][\w. ]{1,20}\) ?)?(?:--?|–|—|\([A-Z]{2,}\))")


class Part(NamedTuple):
    """A word of a name: what it says by itself."""

    key: str
    form: str


def inside(found: list[Word], name: Name) -> frozenset[str]:
    """The evidence of the name's own words."""
    return _inside(tuple(Part(word.key, word.form) for word in found[name.first : name.last]))


@lru_cache(_KEPT)
def _inside(words: tuple[Part, ...]) -> frozenset[str]:
    first, last = words[0].key, words[-1].key
    plain_first, plain_last = lists.common(first), lists.common(last)
    if len(words) == 1:
        seen = _single(first, plain=plain_first)
    else:
        seen = {"bias"} | _first(first, last, plain_first, plain_last)
        seen |= _last(last, plain=plain_last, begun="first name" in seen)
    if _DOCTRINE.search(last) and last not in lists.families():
        seen.add("a doctrine")
    if not plain_first and not plain_last and len(last) > 1:
        seen.add("unknown words")
    return frozenset(seen | _shapes(words) | _kinds(words))


def _single(word: str, *, plain: bool) -> set[str]:
    """The evidence of a word that is the whole name."""
    seen = {"bias", "one word"}
    if not plain:
        seen |= {"first name"} if lists.first_name(word) else set()
        return seen | ({"family name"} if word in lists.families() else set())
    if word in known.NOTABLE:
        return seen
    borne = word in lists.families() or word in lists.given()
    return seen | {"plain word at the start"} | (set() if borne else {"plain word alone"})


def _first(first: str, last: str, plain_first: bool, plain_last: bool) -> set[str]:
    """The evidence of the first of several words."""
    if lists.first_name(first):
        return {"first name"}
    if first in lists.given() and last in lists.families() and not plain_last:
        return {"first name, perhaps"}
    if plain_first:
        return set() if first in known.NOTABLE else {"plain word at the start"}
    short = first in lists.families() and len(first) <= _SHORT and first not in lists.places()
    return {"family name first"} if short and not plain_last else set()


def _last(last: str, *, plain: bool, begun: bool) -> set[str]:
    """The evidence of the last of several words."""
    if last in lists.families():
        return {"family name"}
    if plain:
        plural = {"plural at the end"} if lists.tagged(last) == "NNS" else set()
        return plural | {"plain word after a first name" if begun else "plain word at the end"}
    if _FAMILY_SHAPE.search(last):
        return {"like a family name"}
    return {"hyphenated first name"} if _hyphenated(last) else set()


def _hyphenated(word: str) -> bool:
    """Whether a word looks like the first names of Korea and Taiwan: Jae-in, Ying-jeou."""
    head, hyphen, tail = word.partition("-")
    return bool(hyphen) and 1 < len(head) <= _SHORT and 1 < len(tail) <= _SHORT and not lists.common(head)


def _shapes(words: Sequence[Part]) -> set[str]:
    seen = set()
    middle = [w.key for w in words[1:-1] if w.form == "cap"]
    if any(lists.common(m) and m not in lists.families() and m not in lists.given() for m in middle):
        seen.add("plain words inside")
    if any(w.key.partition("-")[2] in _TAILS for w in words):
        seen.add("compound")
    if any(w.form == "mixed" for w in words):
        seen.add("capital inside")
    if any(w.key in known.NOTABLE for w in words[-2:]) and (
        len(words) == 1 or words[-1].key in known.SUFFIXES | known.NOTABLE
    ):
        seen.add("notable")
    initials = any(w.form == "initial" and w.key not in lists.places() for w in words[:-1])
    if len(words) > 1 and initials and words[-1].form == "cap":
        seen.add("initial inside")
    if any(w.key in known.PARTICLES for w in words[1:-1]):
        seen.add("particle inside")
    if words[-1].key in known.SUFFIXES and len(words) > 1:
        seen.add("suffix")
    if words[-1].form == "caps" or any(w.form == "caps" and w.key not in known.SUFFIXES for w in words[1:]):
        seen.add("capitals")
    if any(w.form == "caps" and "-" in w.key for w in words):
        seen.add("capitals")
    return seen


def _kinds(words: Sequence[Part]) -> set[str]:
    full = " ".join(w.key for w in words)
    # Bill, Mark and Chelsea begin names; House, Banks and Hill end them.
    begun = len(words) > 1 and words[0].key in lists.given()
    keys = [w.key for w in (words[1:] if begun else words)]
    borne = len(words) == 2 and lists.first_name(words[0].key) and keys[0] in lists.families()
    seen = set()
    where = lists.places().get(full) or _in_state(words)
    if where:
        seen.add("country" if where in ("country", "continent") else "place")
    if not known.SPOTS.isdisjoint(keys) or words[0].key in known.QUARTERS or _initialled(words):
        seen.add("place word")
    if not borne and not known.BODIES.isdisjoint(keys):
        seen.add("body word")
    if not begun and len(words) > 1 and lists.places().get(words[-1].key) == "country":
        seen.add("country at the end")
    if full in known.MONTHS:
        seen.add("month")
    if full in lists.MORE_BODIES:
        seen.add("known body")
    if not borne and not known.THINGS.isdisjoint(keys):
        seen.add("thing word")
    named = len(words) > 1 and lists.first_name(words[0].key)
    if not named and not known.DEMONYMS.isdisjoint(keys):
        seen.add("demonym")
    if all(w.key in known.HONORIFICS or w.key in known.OFFICES for w in words):
        seen.add("titles only")
    elif words[-1].key in known.OFFICES and not lists.first_name(words[0].key):
        seen.add("title at the end")
    return seen


def _in_state(words: Sequence[Part]) -> str:
    """``Washington D.C.``: a place and the state it is in."""
    both = len(words) == 2 and words[0].key in lists.places()
    return "city" if both and lists.places().get(words[1].key) == "state" else ""


def _initialled(words: Sequence[Part]) -> bool:
    return len(words) == 2 and words[0].form == "initial" and words[1].key in lists.places()


def around(text: str, found: list[Word], name: Name) -> set[str]:
    """The evidence of the place where the name stands."""
    seen: set[str] = set()
    lead = {w.key for w in found[name.lead : name.first]} if name.lead < name.first else _NONE
    if not lead.isdisjoint(_TITLES):
        seen.add("title" if lead.isdisjoint(known.SURE) else "mr or mrs")
    elif lead and office(found, name.lead) < name.lead and lists.first_name(found[name.first].key):
        seen.add("title")
    elif name.lead:
        seen |= _before(text, found[name.lead - 1], found[name.lead])
    last = found[name.last - 1]
    if last.possessive:
        seen.add("possessive")
    elif name.last < len(found):
        seen |= _after(text, last, found, name.last)
    if not name.lead or "\n" in text[found[name.lead - 1].end : found[name.lead].start]:
        placed = last.form == "caps" or lists.places().get(last.key)
        if placed and not last.possessive and _DATELINE.match(text, last.end):
            seen.add("dateline")
    # In "he said France was ready" the name is not the one who says.
    return seen - {"said before"} if seen & {"says", "verb after"} else seen


def office(found: list[Word], lead: int) -> int:
    """Where an office begins whose last words lead up to a name: the Secretary of *State Ann Lee*."""
    of = lead - 2 if lead > 1 and found[lead - 1].key == "the" else lead - 1
    return of - 1 if of > 0 and found[of].key == "of" and found[of - 1].key in known.OFFICES else lead


def _before(text: str, before: Word, word: Word) -> frozenset[str]:
    gap, last = text[before.end : word.start][:3], before.key
    if before.possessive:
        return _NONE
    if gap == ", " and last in known.ROLES and before.form == "low":
        return frozenset(["role before"])
    return _leads[last] if gap in (" ", "\u00a0") else _NONE


def _lead(word: str) -> frozenset[str]:
    """The evidence of a word straight before a name."""
    if word in ("the", "a", "an"):
        return frozenset(["the before" if word == "the" else "a before"])
    if word == "from":
        return frozenset(["from before"])
    if word in _PREPOSITIONS:
        return frozenset(["in before"])
    if word in known.SAYING:
        return frozenset(["said before"])
    return frozenset(["role before"]) if word in known.ROLES else _NONE


_leads = Remembered(_lead)


def _after(text: str, last: Word, found: list[Word], place: int) -> set[str]:
    """The evidence of what follows a name, from the word at a place on."""
    end, after = last.end, found[place]
    rest = text[end : end + 10]
    seen: set[str] = set()
    if not rest.startswith((" ", ",", "(")):
        return seen
    if rest[0] == " " and rest[1:2].isdigit():
        seen.add("number after")
    if rest.startswith((",", " (", " a")) and _AGE.match(text, end):
        seen.add("age")
    if "(" in rest[:2] and _PARTY.match(text, end):
        seen.add("party after")
    if rest.startswith((", who", " who ")):
        seen.add("who")
    gap = text[end : after.start] if after.start - end < 3 else ""
    if gap == ", ":
        seen |= _set_off(found[place : place + 6])
    if gap == " " and after.form == "low":
        seen |= _verbs[after.key]
    return seen


def _set_off(following: list[Word]) -> set[str]:
    """The evidence of what stands behind a comma: what the person is, or the state that a town is in."""
    phrase = [following[0]]
    for word in following[1:]:
        if not word.joined or word.form != "low" or lists.tagged(word.key) in _VERBS:
            break
        phrase.append(word)
    if any(w.key in known.ROLES for w in phrase):
        return {"apposition", "role before"} if phrase[0].key not in _APPOSED else {"apposition"}
    if phrase[0].form == "low":
        return {"apposition"} if phrase[0].key in _APPOSED else set()
    return {"state after a comma"} if lists.places().get(phrase[0].key) in ("state", "country") else set()


def _verb(key: str) -> frozenset[str]:
    """The evidence of a word in small letters straight behind a name."""
    if key in known.SPEECH:
        return frozenset(["says"])
    return frozenset(["verb after"]) if lists.tagged(key) in _VERBS else _NONE


_verbs = Remembered(_verb)
