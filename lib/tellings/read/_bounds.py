"""What a text says of a number beside its value: about it, above it, below it, up by it, down by it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tellings.read._figure_words import listed
from tellings.read._lexemes import Lexemes

# Two words and three, the last right before the number.
_PHRASES = {
    "more than": ">", "over than": ">", "greater than": ">", "higher than": ">", "longer than": ">",
    "better than": ">", "bigger than": ">", "larger than": ">", "older than": ">", "at least": ">",
    "upwards of": ">", "upward of": ">", "north of": ">", "in excess of": ">", "excess of": ">",
    "minimum of": ">", "no fewer than": ">", "no less than": ">", "not less than": ">", "less than": "<",
    "fewer than": "<", "lower than": "<", "smaller than": "<", "younger than": "<", "shorter than": "<",
    "up to": "<", "at most": "<", "maximum of": "<", "as much as": "<", "as many as": "<", "no more than": "<",
    "not more than": "<", "no greater than": "<", "just under": "<", "just over": ">", "just shy of": "<",
    "shy of": "<", "short of": "<", "south of": "<", "close to": "~", "closer to": "~",
    "estimate of": "~", "in the region of": "~", "region of": "~", "order of": "~",
    "something like": "~", "well over": ">", "well under": "<",
}  # fmt: skip
_PHRASES_END = frozenset(phrase.rpartition(" ")[2] for phrase in _PHRASES)
_SIGNS = (("~", "about"), (">", "above"), ("<", "below"))
_AFTER = {
    "or more": ">", "or above": ">", "or over": ">", "and over": ">", "and above": ">", "and older": ">",
    "or older": ">", "plus": ">", "and more": ">", "or higher": ">", "at least": ">", "or less": "<",
    "or fewer": "<", "or under": "<", "and under": "<", "or below": "<", "or younger": "<", "at most": "<",
    "or so": "~", "or thereabouts": "~", "odd": "~", "- odd": "~", "- plus": ">", "ish": "~",
}  # fmt: skip


@cache
def _signs() -> dict[str, str]:
    """The signs of words that bound by themselves; what is in two lists has the first."""
    return {word: sign for sign, name in reversed(_SIGNS) for word in listed(name)}


class Bound(NamedTuple):
    """How a number is bounded: ``~ > <``, and the lexemes ``first`` to ``last`` (left out) that say so."""

    change: str
    first: int
    last: int


# Bounds that take in the number itself, by the words as written.
_AT_LEAST = frozenset(
    [
        "at least", "minimum of", "minimum", "no fewer than", "no less than", "not less than", "or more", "or above",
        "or over", "or older", "or higher", "and over", "and above", "and older", "and more", "plus", "-plus",
        "- plus", "+", "≥",
    ]
)  # fmt: skip
_AT_MOST = frozenset(
    [
        "at most", "maximum of", "maximum", "up to", "as many as", "as much as", "no more than", "not more than",
        "no greater than", "or less", "or fewer", "or under", "or below", "or younger", "and under", "≤",
    ]
)  # fmt: skip


def sign(change: str, bound: object) -> str:
    """The sign that a bound is shown by: ``≥ > ≤ < ~``, and nothing for an exact number or a movement.

    >>> sign(">", "at least"), sign(">", "more than"), sign("<", "up to"), sign("=", None)
    ('≥', '>', '≤', '')
    """
    said = bound.lower() if isinstance(bound, str) else ""
    if change == ">":
        return "≥" if said in _AT_LEAST else ">"
    if change == "<":
        return "≤" if said in _AT_MOST else "<"
    return "~" if change == "~" else ""


def past(words: Lexemes, last: int) -> int:
    """The place after what bounds a number between it and its unit: ``15-plus years``, ``50+ people``."""
    if words.low(last) == "+" and words.at(last).glued:
        return last + 1
    if words.low(last) == "or" and words.low(last + 1) in {"more", "so", "fewer"} and words.at(last + 2).word:
        return last + 2
    return last + 2 if words.low(last) == "-" and words.low(last + 1) in {"plus", "odd"} else last


def change(words: Lexemes, first: int, number: int, last: int, *, kind: str) -> str:
    """How a number is qualified: ``= ~ > <``, or ``up`` and ``down``.

    The amount is the lexemes ``first`` to ``last`` (left out), its number ends before ``number``.
    """
    found = bound(words, first, number, last, kind=kind)
    return found.change if found else direction(words, first, kind=kind)


def bound(words: Lexemes, first: int, number: int, last: int, *, kind: str) -> Bound | None:
    """The bound of a number, before it or after it, if it has one."""
    before = _bound(words, first)
    if kind == "duration" and words.low(first - 1) == "over" and _spread(words, first - 1):
        before = None
    return before or _bound_after(words, number) or _bound_after(words, last)


def _bound(words: Lexemes, first: int) -> Bound | None:
    """The bound before a number, over the few words that may stand between."""
    for place in range(first - 1, first - 5, -1):
        word = words.low(place)
        for length in (4, 3, 2) if word in _PHRASES_END else ():
            phrase = " ".join(words.low(place - length + step) for step in range(1, length + 1))
            if phrase in _PHRASES and not (phrase == "up to" and _rises_to(words, place)):
                return Bound(_PHRASES[phrase], place - length + 1, place + 1)
        found = _signs().get(word, "")
        if found and not _means_other(words, place):
            return Bound(found, place, place + 1)
        if word not in listed("between_bound_and_number"):
            break
    return None


def _spread(words: Lexemes, place: int) -> bool:
    """Whether ``over`` spreads an amount over time: ``$84 billion over 10 years``."""
    for step in range(place - 1, place - 9, -1):
        word = words.at(step, like=place)
        if word.number or word.text == ",":
            return word.number
    return False


def _rises_to(words: Lexemes, place: int) -> bool:
    """Whether ``up to`` is the end of a movement, not a bound: ``shares were up to``, ``moved up to``."""
    return words.low(place - 2) in {"is", "was", "were", "are", "went", "moved", "go", "goes"}


def _means_other(words: Lexemes, place: int) -> bool:
    """Whether a preposition is one of place or time: ``over the last``, ``over two years``, ``under Article``."""
    word = words.low(place)
    if word == "over":
        if words.low(place - 1 - (words.low(place - 1) == "out")) in listed("spread"):
            return True
        return words.low(place + 1) in {"the", "a", "an"} and words.low(place - 1) not in {"just", "well"}
    return word == "under" and words.low(place + 1) in {"a", "an", "the"} and words.low(place + 2) != "age"


def _bound_after(words: Lexemes, last: int) -> Bound | None:
    one = words.low(last)
    if words.low(last) == "+" and words.at(last).glued:
        return Bound(">", last, last + 1)
    two = f"{one} {words.low(last + 1)}"
    if two in _AFTER:
        return Bound(_AFTER[two], last, last + 2)
    return Bound(_AFTER[one], last, last + 1) if one in _AFTER else None


def direction(words: Lexemes, first: int, *, kind: str) -> str:
    """``up`` or ``down`` by a verb or an adverb before a number; else ``=``."""
    return _direction(words, first, kind=kind) or "="


def _direction(words: Lexemes, first: int, *, kind: str) -> str:
    """A verb or adverb of movement right before the number, `by` and articles between them aside."""
    place = first - 1
    if kind == "count" and words.low(place) == "the":
        return ""  # who drops the 22 charges does not fall by 22
    for _ in range(4):
        word = words.low(place)
        found = "up" if word in listed("up") else "down" if word in listed("down") else ""
        if found:
            noun = words.low(place - 1) in listed("make_it_a_noun") or words.low(place + 1) == "of"
            of_thing = word in listed("lose_a_measure") and kind not in {"percent", "money", "measure"}
            of_thing = of_thing or (word in listed("gain_a_share") and kind != "percent")
            if (
                kind == "count"
                and word in {"up", "down"}
                and words.low(place - 1) not in listed("before_up_and_down")
            ):
                return ""
            return "" if noun or (of_thing and words.low(place + 1) != "by") else found
        if word not in listed("between_verb_and_number"):
            return _moved_by(words, place) if words.low(place + 1) == "by" else ""
        place -= 1
    return ""


def _moved_by(words: Lexemes, place: int) -> str:
    """The movement before what is moved: ``cut its rates by``."""
    for step in range(place, place - 4, -1):
        for found in ("up", "down"):
            if words.low(step) in listed(found) and words.low(step - 1) not in listed("make_it_a_noun"):
                return found
    return ""


def direction_after(words: Lexemes, last: int) -> str:
    """``5% higher``, ``3% lower``, where nothing is compared with ``than``."""
    if words.low(last + 1) == "than":
        return ""
    return {"higher": "up", "lower": "down"}.get(words.low(last), "")
