"""What is counted: the noun phrase after a number, or the one before it that rises, falls or is."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from tellings.read import _numerals
from tellings.read._figure_words import listed
from tellings.read._lexemes import Lexemes
from tellings.read._lexicon import tag
from tellings.read._units import singular

_POSSESSED = re.compile("['’]s?$")
_CONTRACTED = re.compile("n['’]t$|['’](?:re|ve|ll|d|m)$|^(?:he|she|it|that|who|there)['’]s$")
_KEPT = 1 << 15  # distinct words whose answers are remembered
REACH = 8  # lexemes between a number and the noun before it
_PLACED = {"in", "for", "from", "across", "among", "at"}
# Adjectives of the lexicon that are nouns after a number: "a £500 fine".
_NOUNS_HERE = {"fine", "fines", "minimum", "maximum"}
# A number is not told of a noun beyond one of these.
_CLAUSE = {"a", "an", "the", "which", "that", "who", "and", "or", "he", "she", "it", "they", "we", "you", "i"}
_SIGNS = {"£", "$", "€"}
LONGEST = 6  # lexemes in a noun phrase, as far as it is followed
_INSIDE = {"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "CD"}
_NOUNS = {"NN", "NNS", "NNP", "NNPS"}


_BEING = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "stood",
        "stands",
        "reached",
        "reaches",
        "hit",
        "totalled",
        "totaled",
    ]
)


@cache
def _joins_count() -> frozenset[str]:
    """Verbs whose subject a number without a noun counts: ``arrivals reached 900``."""
    return _BEING | listed("up") | listed("down") - listed("gain_a_share") - listed("lose_a_measure")


class Phrase(NamedTuple):
    """The lexemes ``first`` to ``last`` (left out) and the unit they make."""

    first: int
    last: int
    unit: str


def plural(words: Lexemes, place: int) -> bool:
    """Whether the word at a place is a noun in the plural."""
    return _plural(words.at(place).text)


@lru_cache(_KEPT)
def _plural(text: str) -> bool:
    low = text.lower()
    if low in listed("plurals"):
        return True
    if low.endswith(("’s", "'s")):
        return False
    known = tag(text) or ""
    if known in {"NNS", "NNPS"}:
        return True
    told = known in {"", "NN", "VBZ"} and not low.endswith(("ss", "us", "is"))
    return low.endswith("s") and len(low) > 3 and told


def _inside(words: Lexemes, place: int, like: int) -> bool:
    """Whether the word at a place can be part of a noun phrase that is under way."""
    word = words.at(place, like=like)
    if not _fits(word.text):
        return False
    # A verb: "a pack of 20 costs £5".
    costs = word.low.endswith("s") and (words.at(place + 1).number or words.low(place + 1) in _SIGNS)
    return not costs


@lru_cache(_KEPT)
def _fits(text: str) -> bool:
    """Whether a word can be part of a noun phrase by itself."""
    low = text.lower()
    if not text[0].isalpha() or low in listed("end_a_noun_phrase") or _CONTRACTED.search(low):
        return False
    known = tag(text) or ("NNP" if text[0].isupper() else "NN")
    return known in _INSIDE or _plural(text)


def after(words: Lexemes, place: int, *, like: int, one: bool = False) -> Phrase | None:
    """The noun phrase that starts at a place: modifiers up to the first plural noun, or the last noun."""
    place += words.low(place) in {"more", "most", "further", "fewer"}
    at, head = place, -1
    while at < place + LONGEST and _inside(words, at, like):
        known = "NN" if words.low(at) in _NOUNS_HERE else tag(words[at].text) or "NN"
        compound = at > place and words.low(at - 1) == "-" and _inside(words, at + 1, like)
        verb = known.startswith("VB") and not (known == "VBG" and plural(words, at + 1))
        if head >= place and verb and not compound:
            break
        if plural(words, at) and not one and not compound and not _name_in_front(words, at, like):
            return _phrase(words, place, at + 1 + _plural_beside(words, at + 1, like))
        if known in _NOUNS and (one or head < place or words[at].capital):
            head = at
        at += 1
        at += words.low(at) == "-" and words.at(at).glued and words.at(at + 1).glued
        if words.low(at) in {"and", "&"} and words.at(at - 1).capital and words.at(at + 1).capital:
            at += 1
        if words.at(at).number and words.at(at + 1).capital and not words.at(at).glued and at > place:
            at += 1
    if head >= place and not one:
        return _coordinated(words, place, head, like) or _phrase(words, place, head + 1)
    return _phrase(words, place, head + 1) if head >= place else None


def _coordinated(words: Lexemes, place: int, head: int, like: int) -> Phrase | None:
    """A phrase whose first noun shares its plural with a second: ``22 bank and tax fraud charges``."""
    if words.low(head + 1) not in {"and", "or"} or words[head].capital or words.at(head + 2).number:
        return None
    if not _inside(words, head + 2, like) or _numerals.at(words, head + 2) is not None:
        return None
    for at in range(head + 2, min(place + LONGEST, len(words))):
        if not _inside(words, at, like):
            return None
        if plural(words, at):
            return _phrase(words, place, at + 1 + _plural_beside(words, at + 1, like))
    return None


def _name_in_front(words: Lexemes, place: int, like: int) -> bool:
    """Whether a plural is a name before what is counted: ``five United States military sites``."""
    if not words.at(place).capital or not _inside(words, place + 1, like) or words.at(place + 1).capital:
        return False
    return any(_inside(words, step, like) and plural(words, step) for step in (place + 1, place + 2))


def _plural_beside(words: Lexemes, place: int, like: int) -> bool:
    """Whether a plural is only the first part of a name for what is counted: ``sales jobs``."""
    return _inside(words, place, like) and plural(words, place) and tag(words[place].text) != "VBZ"


def _phrase(words: Lexemes, first: int, last: int) -> Phrase:
    texts = [
        _POSSESSED.sub("", word.text) for word in words[first:last] if word.low not in {"and", "or", "&"}
    ]
    texts[-1] = singular(texts[-1]) if texts[-1].islower() else _named_singular(texts[-1])
    return Phrase(first, last, " ".join(texts).replace(" - ", "-"))


def _named_singular(noun: str) -> str:
    low = singular(noun.lower())
    return noun[: len(low)] if noun.lower().startswith(low) else low


def beside(words: Lexemes, place: int, *, like: int) -> Phrase | None:
    """The noun phrase right after a sum or a share: ``£500 fine``, but not ``5% supported abortion``."""
    return None if (tag(words.low(place)) or "").startswith("VB") else after(words, place, like=like)


def of_what(words: Lexemes, place: int, *, share: bool = False) -> Phrase | None:
    """The noun phrase after ``of`` at a place: ``98 per cent of Eritreans``; of a share, past a number too."""
    half = share and words.low(place) in listed("owners")
    if words.low(place) != "of" and not half:
        return None
    start = place + (not half)
    while start < place + 4 and (words.low(start) in listed("owners") or (share and words.at(start).number)):
        start += 1
    if _numerals.at(words, start) is not None:
        return None  # what is counted stands with that number: "six of the eleven"
    phrase = after(words, start, like=place)
    if phrase and words.low(phrase.last - 1).endswith(("’s", "'s")) and words.at(phrase.last).number:
        return after(words, phrase.last + 1, like=place)
    return phrase


def before(words: Lexemes, place: int, *, count: bool = False) -> Phrase | None:
    """The noun phrase that a verb or ``at``, ``to``, ``of`` joins to the number at a place: ``X rose to N``.

    To a ``count`` only verbs of being and of movement join one: what kills three is not what is counted.
    """
    last = _joined_noun(words, place, count=count)
    if last is None:
        return None
    first = _first(words, last)
    if words.at(first - 1).number or (first > 0 and _numerals.at(words, first - 1)):
        return None  # it belongs to another number
    # "The rate in Britain is 5 per cent" counts the rate.
    inner = first - 1 - (words.low(first - 1) in listed("owners"))
    if words.low(inner) in _PLACED and inner > 0 and _noun(words, inner - 1):
        first, last = _first(words, inner - 1), inner - 1
    return _phrase(words, first, last + 1)


def _joined_noun(words: Lexemes, place: int, *, count: bool) -> int | None:
    """The place of the nearest noun before a number, if a verb or preposition joins them in one clause."""
    joined = False
    for last in range(place - 1, max(-1, place - REACH - 2), -1):
        word = words.at(last, like=place - 1)
        if _noun(words, last) and word.word:
            return last if joined else None
        if not word.word or word.low in _CLAUSE:
            return None
        known = tag(word.text) or ""
        if word.low == "to" and last + 1 < place and (tag(words.low(last + 1)) or "").startswith("VB"):
            return None
        verb = word.low in _joins_count() if count else known.startswith(("VB", "MD"))
        joined = joined or verb or word.low in {"at", "of", "to"}
    return None


def _first(words: Lexemes, last: int) -> int:
    """Where the noun phrase starts that ends with the noun at a place."""
    first = last
    while (
        first > 0
        and last - first < LONGEST
        and _inside(words, first - 1, last)
        and _modifies(words, first - 1)
    ):
        first -= 1
    return first


def _noun(words: Lexemes, place: int) -> bool:
    word = words.at(place)
    return word.word and word.low not in listed("end_a_noun_phrase") and (tag(word.text) or "NNP") in _NOUNS


def _modifies(words: Lexemes, place: int) -> bool:
    return _numerals.at(words, place) is None and (tag(words.at(place).text) or "NNP") in _NOUNS | {"JJ"}
