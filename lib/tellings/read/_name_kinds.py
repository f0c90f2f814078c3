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
    "first name, perhaps": 0.3,
    "family name": 1.0,
    "like a family name": 1.0,
    "initial inside": 2.5,
    "particle inside": 1.0,
    "suffix": 2.5,
    "unknown words": 0.7,
    "plain word at the end": -1.5,
    "plain word after a first name": -1.0,
    "plain word at the start": -1.5,
    "plain words inside": -1.5,
    "plural at the end": -2.0,
    "compound": -4.0,
    "notable": 3.0,
    "country": -12.0,
    "country at the end": -2.5,
    "month": -4.0,
    "place": -3.0,
    "place word": -2.5,
    "body word": -4.0,
    "known body": -5.0,
    "thing word": -4.0,
    "a doctrine": -3.0,
    "demonym": -4.0,
    "titles only": -9.0,
    "capitals": -2.5,
    "capital inside": -2.5,
    # elsewhere in the text
    "last word alone elsewhere": 2.0,
    "plain last word alone elsewhere": 1.0,
    "in small letters elsewhere": -2.0,
    "begins a body elsewhere": -2.0,
    "beside a person": 1.2,
    "beside a place": -1.0,
    # around it
    "mr or mrs": 8.0,
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
    "from before": -0.5,
    "number after": -3.0,
    "state after a comma": -3.0,
    "dateline": -4.0,
}
# Evidence around a name adds up over its places, up to this many times its weight.
_MOST = 1.5
# Evidence in one place of eight counts in full.
_OFTEN = 8
# Names that score no further than this from the border are told by those they are listed with.
_UNSURE = 1.2
_TAILS = frozenset(
    "trained based led backed born winner winning style speaking controlled held owned listed era friendly linked"
    " run funded area wide bound occupied made elect turned".split()
)
# Evidence that one place is enough for, however often the name stands elsewhere without it.
_DECISIVE = frozenset(["mr or mrs", "title", "age", "party after"])
_PREPOSITIONS = frozenset("in at near into across throughout outside inside around".split())
_APPOSED = frozenset("a an the his her their once himself herself".split())
_PARTY = re.compile(r" ?\([A-Z]{1,5}[-–][A-Z]")
_AGE = re.compile(r"(?:, \d\d[,.)]|,? \(\d\d\)|,? aged \d)")
# How family names of many languages begin and end.
_FAMILY_SHAPE = re.compile(
    r"^(?:mc|mac|o'|fitz)..|(?:son|sen|sson|ski|sky|ska|ov|ova|ev|eva|enko|vich|vic|vić|ić|ez|berg|stein|mann|witz"
    r"|dze|shvili|oglu|akis|poulos|ian|yan|escu|eanu|ollah|ullah|etti|elli|ini|ino|ardi|ucci|mans|stra|quist|qvist"
    r"|gaard|ley|ton|man|ner|ler|eau|eux|ault)$"
)
_DOCTRINE = re.compile(r"(?:ology|ism|ology|ocracy|ation)$")
_DATELINE = re.compile(r"(?:, [A-Z][\w.]{1,15})? ?(?:\([A-Z][\w. ]{1,20}\) ?)?(?:--?|–|—|\([A-Z]{2,}\))")


class _Weighed(NamedTuple):
    """What a name names, the score towards a person, and the evidence in the whole text."""

    kind: str
    score: float
    evidence: tuple[str, ...]


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
    if _names.first_name(first) and not (plain_first and len(words) == 1):
        seen.add("first name")
    elif first in known.given() and last in known.families() and not plain_last:
        seen.add("first name, perhaps")
    elif plain_first:
        seen.add("plain word at the start")
    if last in known.families() and not (plain_last and len(words) == 1):
        seen.add("family name")
    elif plain_last and len(words) > 1:
        seen.add("plain word after a first name" if "first name" in seen else "plain word at the end")
        seen |= {"plural at the end"} if _names.listed(last) == "NNS" else set()
    elif len(words) > 1 and _FAMILY_SHAPE.search(last):
        seen.add("like a family name")
    if _DOCTRINE.search(last) and last not in known.families():
        seen.add("a doctrine")
    if not plain_first and not plain_last and len(last) > 1:
        seen.add("unknown words")
    return seen | _shapes(words) | _kinds(words)


def _shapes(words: list[Word]) -> set[str]:
    seen = set()
    middle = [w.key for w in words[1:-1] if w.form == "cap"]
    if any(_names.common(m) and m not in known.families() and m not in known.given() for m in middle):
        seen.add("plain words inside")
    if any(w.key.partition("-")[2] in _TAILS for w in words):
        seen.add("compound")
    if any(w.form == "mixed" for w in words):
        seen.add("capital inside")
    if words[-1].key in known.NOTABLE:
        seen.add("notable")
    initials = any(w.form == "initial" and w.key not in known.places() for w in words[:-1])
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


def _kinds(words: list[Word]) -> set[str]:
    full = " ".join(w.key for w in words)
    # Bill, Mark and Chelsea begin names; House, Banks and Hill end them.
    begun = len(words) > 1 and words[0].key in known.given()
    keys = [w.key for w in (words[1:] if begun else words)]
    borne = len(words) == 2 and _names.first_name(words[0].key) and keys[0] in known.families()
    seen = set()
    where = known.places().get(full) or _in_state(words)
    if where:
        seen.add("country" if where in ("country", "continent") else "place")
    if not known.SPOTS.isdisjoint(keys) or words[0].key in known.QUARTERS or _initialled(words):
        seen.add("place word")
    if not borne and not known.BODIES.isdisjoint(keys):
        seen.add("body word")
    if not begun and len(words) > 1 and known.places().get(words[-1].key) == "country":
        seen.add("country at the end")
    if full in known.MONTHS:
        seen.add("month")
    if full in known.MORE_BODIES:
        seen.add("known body")
    if not borne and not known.THINGS.isdisjoint(keys):
        seen.add("thing word")
    if not _names.first_name(words[0].key) and not known.DEMONYMS.isdisjoint(keys):
        seen.add("demonym")
    if all(w.key in known.HONORIFICS or w.key in known.OFFICES for w in words):
        seen.add("titles only")
    return seen


def _in_state(words: list[Word]) -> str:
    """``Washington D.C.``: a place and the state it is in."""
    both = len(words) == 2 and words[0].key in known.places()
    return "city" if both and known.places().get(words[1].key) == "state" else ""


def _initialled(words: list[Word]) -> bool:
    return len(words) == 2 and words[0].form == "initial" and words[1].key in known.places()


def around(text: str, found: list[Word], name: Name) -> set[str]:
    """The evidence of the place where the name stands."""
    seen = set()
    titles = known.HONORIFICS | known.OFFICES
    lead = {w.key for w in found[name.lead : name.first]}
    if lead & titles:
        seen.add("mr or mrs" if lead & known.SURE else "title")
    elif name.lead:
        seen |= _before(text, found[name.lead - 1], found[name.lead])
    last = found[name.last - 1]
    if last.possessive:
        seen.add("possessive")
    if not name.lead or "\n" in text[found[name.lead - 1].end : found[name.lead].start]:
        placed = last.form == "caps" or known.places().get(last.key)
        if placed and not last.possessive and _DATELINE.match(text, last.end):
            seen.add("dateline")
    seen |= _after(text, last, found[name.last : name.last + 6])
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
    if last in ("the", "a", "an"):
        return {"the before"}
    if last == "from":
        return {"from before"}
    if last in _PREPOSITIONS:
        return {"in before"}
    if last in known.SAYING:
        return {"said before"}
    return {"role before"} if last in known.ROLES else set()


def _after(text: str, last: Word, following: list[Word]) -> set[str]:
    if last.possessive or not following:
        return set()
    end, after = last.end, following[0]
    rest = text[end : end + 10]
    seen = set()
    if rest[:1] == " " and rest[1:2].isdigit():
        seen.add("number after")
    if _AGE.match(text, end):
        seen.add("age")
    if _PARTY.match(text, end):
        seen.add("party after")
    if rest.startswith((", who", " who ")):
        seen.add("who")
    gap = text[end : after.start] if after.start - end < 3 else ""
    if gap == ", ":
        seen |= _set_off(following)
    if gap == " " and after.form == "low":
        seen |= _verb(after.key)
    return seen


def _set_off(following: list[Word]) -> set[str]:
    """The evidence of what stands behind a comma: what the person is, or the state that a town is in."""
    phrase = [following[0]]
    for word in following[1:]:
        if not word.joined:
            break
        phrase.append(word)
    if any(w.key in known.ROLES for w in phrase):
        return {"apposition", "role before"} if phrase[0].key not in _APPOSED else {"apposition"}
    if phrase[0].form == "low":
        return {"apposition"} if phrase[0].key in _APPOSED else set()
    return {"state after a comma"} if known.places().get(phrase[0].key) in ("state", "country") else set()


def _verb(key: str) -> set[str]:
    if key in known.SPEECH:
        return {"says"}
    return {"verb after"} if _names.listed(key) in ("VBD", "VBZ", "MD") else set()


def find(document: Document) -> list[Kind]:
    """The names of a document with what they name."""
    found, names, text = document(_names.words), document(_names.find), document.text
    here = [around(text, found, name) for name in names]
    keys = [key(found, name) for name in names]
    for name, seen in zip(names, here, strict=True):
        if name.last < len(found) and found[name.last].joined and found[name.last].key in known.FOLLOWERS:
            seen.add("follower")
    places: dict[str, Counter[str]] = defaultdict(Counter)
    for full, seen in zip(keys, here, strict=True):
        places[full].update(seen)
    counts, own = Counter(keys), _own(found, names)
    kinds = {full: _kind(own[full], places[full], counts[full]) for full in counts}
    for full, seen in _neighbours(text, found, names, keys, kinds).items():
        kinds[full] = _kind(own[full] | seen, places[full], counts[full])
    return [
        Kind(name, *kinds[full], tuple(sorted(seen)))
        for name, full, seen in zip(names, keys, here, strict=True)
    ]


def _neighbours(
    text: str, found: list[Word], names: list[Name], keys: list[str], kinds: dict[str, _Weighed]
) -> dict[str, set[str]]:
    """The evidence of lists, for names of several words that are told by nothing else: what is listed with
    people is a person."""
    seen: dict[str, set[str]] = defaultdict(set)
    for i in range(len(names) - 1):
        gap = text[found[names[i].last - 1].end : found[names[i + 1].lead].start][:8]
        if gap not in (", ", " and ", ", and ", " or "):
            continue
        for full, other in ((keys[i], keys[i + 1]), (keys[i + 1], keys[i])):
            if " " in full and abs(kinds[full].score) < _UNSURE and kinds[other].kind in ("person", "place"):
                seen[full].add(f"beside a {kinds[other].kind}")
    return seen


def _own(found: list[Word], names: list[Name]) -> dict[str, set[str]]:
    """The evidence of each name's own words, and of how they stand elsewhere in the text."""
    small = {w.key for w in found if w.form == "low"}
    alone = {found[n.first].key for n in names if n.last == n.first + 1}
    bodies = {
        found[n.first].key
        for n in names
        if n.last > n.first + 1 and any(w.key in known.BODIES for w in found[n.first + 1 : n.last])
    }
    own: dict[str, set[str]] = {}
    for name in names:
        full, last = key(found, name), found[name.last - 1].key
        if full in own:
            continue
        own[full] = inside(found, name)
        several = name.last > name.first + 1
        if several and last in alone and last not in known.places():
            plain = "plain " if _names.common(last) else ""
            own[full].add(f"{plain}last word alone elsewhere")
        if not several and last in small:
            own[full].add("in small letters elsewhere")
        if not several and last in bodies:
            own[full].add("begins a body elsewhere")
    return own


def _kind(own: set[str], places: Counter[str], count: int) -> _Weighed:
    """The sum of the evidence: against a person by the share of places that show it, for one by their number,
    and less where most places lack it."""
    score = sum(WEIGHTS[each] for each in own)
    for each, times in places.items():
        weight = WEIGHTS[each]
        often = 1.0 if each in _DECISIVE else min(1.0, _OFTEN * times / count)
        more = min(_MOST, 0.75 + 0.25 * times) * often
        score += weight * (times / count if weight < 0 else more)
    seen = own | set(places)
    return _Weighed("person" if score > 0 else _other(seen), round(score, 3), tuple(sorted(seen)))


def _other(seen: set[str]) -> str:
    if seen & {"country", "place"} and "known body" not in seen:
        return "place"
    if seen & {"known body", "body word"}:
        return "organisation"
    return "place" if "place word" in seen and "thing word" not in seen else "other"
