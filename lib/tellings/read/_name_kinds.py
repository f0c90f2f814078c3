"""What a name names: readable evidence, weighed, over all the places of a text where the name stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from math import fsum
from typing import NamedTuple

from tellings.read import _capitals, _name_evidence, _names
from tellings.read import _name_lists as lists
from tellings.read import _name_words as known
from tellings.read._capitals import Word
from tellings.read._document import Document
from tellings.read._names import Name

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
    "plain word alone": -2.5,
    "title at the end": -3.0,
    "hyphenated first name": 1.5,
    "family name first": 0.6,
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
    "a before": -1.5,
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
# Names with these are told well enough.
_TELLING = frozenset(["place word", "body word", "thing word", "place", "country", "known body", "demonym"])
# Evidence that one place is enough for, however often the name stands elsewhere without it.
_DECISIVE = frozenset(["mr or mrs", "title", "age", "party after"])


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


def find(document: Document) -> list[Kind]:
    """The names of a document with what they name."""
    found, names, text = document(_capitals.find), document(_names.find), document.text
    here = [_name_evidence.around(text, found, name) for name in names]
    keys = [key(found, name) for name in names]
    for name, seen in zip(names, here, strict=True):
        if name.last < len(found) and found[name.last].joined and found[name.last].key in known.FOLLOWERS:
            seen.add("follower")
    places: dict[str, dict[str, int]] = defaultdict(dict)
    for full, seen in zip(keys, here, strict=True):
        told = places[full]
        for each in seen:
            told[each] = told.get(each, 0) + 1
    counts, own = Counter(keys), _own(found, names, keys, document(_capitals.small))
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
            unsure = abs(kinds[full].score) < _UNSURE and _TELLING.isdisjoint(kinds[full].evidence)
            if " " in full and unsure and kinds[other].kind in ("person", "place"):
                seen[full].add(f"beside a {kinds[other].kind}")
    return seen


def _own(found: list[Word], names: list[Name], keys: list[str], small: set[str]) -> dict[str, frozenset[str]]:
    """The evidence of each name's own words, and of how they stand elsewhere in the text, where ``small`` are
    the words in small letters."""
    alone = {found[n.first].key for n in names if n.last == n.first + 1}
    bodies = {
        found[n.first].key
        for n in names
        if n.last > n.first + 1 and any(w.key in known.BODIES for w in found[n.first + 1 : n.last])
    }
    own: dict[str, frozenset[str]] = {}
    for name, full in zip(names, keys, strict=True):
        if full in own:
            continue
        last, more = found[name.last - 1].key, []
        several = name.last > name.first + 1
        if several and last in alone and last not in lists.places():
            plain = "plain " if lists.common(last) else ""
            more.append(f"{plain}last word alone elsewhere")
        if not several and last in small:
            more.append("in small letters elsewhere")
        if not several and last in bodies:
            more.append("begins a body elsewhere")
        own[full] = _name_evidence.inside(found, name).union(more)
    return own


def _kind(own: frozenset[str], places: Mapping[str, int], count: int) -> _Weighed:
    """The sum of the evidence: against a person by the share of places that show it, for one by their number,
    and less where most places lack it."""
    parts = [WEIGHTS[each] for each in own]
    for each, times in places.items():
        weight = WEIGHTS[each]
        often = 1.0 if each in _DECISIVE else min(1.0, _OFTEN * times / count)
        more = min(_MOST, 0.75 + 0.25 * times) * often
        parts.append(weight * (times / count if weight < 0 else more))
    score = fsum(parts)  # the same in any order: sets keep none
    seen = own.union(places)
    return _Weighed("person" if score > 0 else _other(seen), round(score, 3), tuple(sorted(seen)))


def _other(seen: frozenset[str]) -> str:
    if seen & {"country", "place"} and "known body" not in seen:
        return "place"
    if seen & {"known body", "body word"}:
        return "organisation"
    return "place" if "place word" in seen and "thing word" not in seen else "other"
