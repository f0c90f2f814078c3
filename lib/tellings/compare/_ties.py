"""Ties: when two mentions of quantities are one fact, and how their values stand to each other."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from tellings.compare._mentions import Mention
from tellings.compare._precision import Reach, exact, stated

# How alike the words around two mentions must be (cosine of idf-weighted words, from 0 to 1) to make them one fact.
# A value of three telling digits hardly recurs by chance, one of a single digit does all the time; and where values
# differ, words are all that ties them.
_SAME_VALUE = {1: 0.35, 2: 0.15}
_NEAR_VALUE, _OTHER_VALUE = 0.25, 0.62
_NEAR = 1.1  # bounds and roundings within this factor of each other
_FAR = 3.0  # a differing value further off than this is another fact
# What happens to people and is counted once for each: two counts of it in one event are of the same thing.
TOLL = frozenset(["killed", "injured", "missing", "arrested", "convicted", "dismissed"])
_ANYONE = frozenset(["people", "person", "passenger", "victim", "resident", "civilian", "man", "woman"])


def relation(one: Mention, two: Mention) -> str:
    """How two values stand to each other: ``agrees``, ``rounded`` or ``differs``."""
    if one.whole != two.whole:
        return "differs"
    if one.change == two.change and one.value == two.value and one.unit == two.unit:
        return "agrees"
    reach = [_reach(mention, bound=True) for mention in (one, two)]
    if not reach[0].meets(reach[1]):
        return "differs"
    if {one.change, two.change} & {">", "<", "~"} or {"up", "down"} & {one.change, two.change}:
        return "agrees" if _within(one, two, _FAR) else "differs"
    plain = [_reach(mention, bound=False) for mention in (one, two)]
    near = _within(one, two, _NEAR) and (plain[0].holds(_size(two)) or plain[1].holds(_size(one)))
    return "rounded" if near else "differs"


def _reach(mention: Mention, *, bound: bool) -> Reach:
    """The values that a mention can stand for, in the first unit of its dimension."""
    found = (
        stated(mention.value, mention.text, mention.change) if bound else exact(mention.value, mention.text)
    )
    if mention.unit is None:
        return found
    return Reach(mention.unit.of(found.low), mention.unit.of(found.high))


def _size(mention: Mention) -> float:
    return mention.unit.of(mention.value) if mention.unit else mention.value


def _within(one: Mention, two: Mention, factor: float) -> bool:
    small, large = sorted((abs(_size(one)), abs(_size(two))))
    return large <= factor * small


def telling_digits(value: float) -> int:
    """The digits of a number without the noughts at its ends.

    >>> [telling_digits(value) for value in (13856, 150, 5, 1.1, 0.05)]
    [5, 2, 1, 2, 1]
    """
    return max(1, len(f"{value:.10g}".replace(".", "").replace("-", "").strip("0").split("e")[0]))


def alike(one: Mention, two: Mention) -> float:
    """The cosine of the words around two mentions."""
    shared = sum(weight * two.words[stem] for stem, weight in one.words.items() if stem in two.words)
    sizes = [np.sqrt(sum(weight**2 for weight in mention.words.values())) for mention in (one, two)]
    return float(shared / (sizes[0] * sizes[1])) if min(sizes) > 0 else 0.0


def one_fact(one: Mention, two: Mention) -> bool:
    """Whether two mentions tell one fact, as far as their words say."""
    if one.measure != two.measure or one.earlier != two.earlier or one.undone != two.undone:
        return False
    same = relation(one, two) != "differs" and _within(one, two, _NEAR)
    if one.article == two.article and (not same or one.rest != two.rest or _beside(one, two)):
        return False
    if one.measure.startswith("age:"):
        return _one_age(one, two)
    if one.measure == "part":
        return bool(one.counted & two.counted and one.telling & two.telling)
    event = one.events & two.events
    if one.rest != two.rest and not event:
        return False
    if one.value == two.value and one.unit == two.unit:
        return _same_value(one, two, bool(event))
    if same:
        return alike(one, two) >= _NEAR_VALUE or bool(event) or _one_place(one, two)
    return _other_value(one, two)


def _beside(one: Mention, two: Mention) -> bool:
    """Whether one sentence counts two different things: ``40 ships and 40 tugs``."""
    here = one.article == two.article and one.sentence == two.sentence
    return here and bool(one.counted and two.counted) and not one.counted & two.counted


def _one_age(one: Mention, two: Mention) -> bool:
    """Ages are one fact only of one person, whom both name; of nobody named, where event and words agree."""
    if one.person or two.person:
        return one.person == two.person
    return one.value == two.value and bool(one.events & two.events) and alike(one, two) >= _SAME_VALUE[1]


def _same_value(one: Mention, two: Mention, event: bool) -> bool:
    digits = telling_digits(one.value)
    if digits > 1:
        return alike(one, two) >= _SAME_VALUE.get(digits, 0.0) or event
    shared = one.telling & two.telling
    if one.measure == "count" and one.value == 1 and not event:
        return False  # "one question" tells which, not how many
    if one.measure == "count":
        if one.counted & two.counted:
            return bool(shared) if event else len(shared) > 1 and alike(one, two) >= _SAME_VALUE[2]
        return event and len(shared) > 1 and not (one.counted and two.counted)
    return bool(shared) and alike(one, two) >= _SAME_VALUE[1]


def _one_place(one: Mention, two: Mention) -> bool:
    """Whether two distances are told of one named place."""
    return one.unit is not None and one.unit.dimension == "distance" and bool(one.names & two.names)


def _other_value(one: Mention, two: Mention) -> bool:
    """Values that differ: very like words, or one toll of one event with names and words in common."""
    if not _within(one, two, _FAR):
        return False
    if alike(one, two) >= _OTHER_VALUE:
        return True
    if one.measure != "count":
        return _one_place(one, two) and len(one.telling & two.telling) > 1 and _within(one, two, 1.5)
    anyone = (not one.counted or one.counted & _ANYONE) and (not two.counted or two.counted & _ANYONE)
    counted = bool(one.counted & two.counted) or bool(anyone)
    return bool(one.events & two.events & TOLL) and counted and len(one.telling & two.telling) > 2


def grouped(mentions: list[Mention]) -> list[list[Mention]]:
    """The mentions of each fact that is stated more than once, in the order of the corpus.

    The likest are joined first; two values of one article that differ are never joined, unless one speaks of
    the other (``the figure was £2.1m``).
    """
    links = [
        (relation(one, two) != "agrees", -alike(one, two), i, j)
        for (i, one), (j, two) in combinations(enumerate(mentions), 2)
        if one.measure == two.measure and one_fact(one, two)
    ]
    at = {mention.place: number for number, mention in enumerate(mentions)}
    again = [(at[mention.again], i) for i, mention in enumerate(mentions) if mention.again in at]
    groups = {number: [number] for number in range(len(mentions))}
    spoken = {tuple(sorted(pair)) for pair in again}
    for i, j in [*again, *((i, j) for _, _, i, j in sorted(links))]:
        one, two = groups[i], groups[j]
        if one is two or any(
            _clash(mentions[a], mentions[b], (a, b) in spoken or (b, a) in spoken) for a in one for b in two
        ):
            continue
        one.extend(two)
        for number in two:
            groups[number] = one
    found = {id(group): sorted(group) for group in groups.values() if len(group) > 1}
    return [[mentions[number] for number in group] for group in sorted(found.values())]


def _clash(one: Mention, two: Mention, spoken: bool) -> bool:
    """Whether one article tells both, as two different figures."""
    return (
        one.article == two.article and not spoken and (relation(one, two) == "differs" or _beside(one, two))
    )
