"""VADER's rules: what the words around it make of a word, and what the words of a sentence add up to.

The arithmetic is that of NLTK 3.10's ``SentimentIntensityAnalyzer``, step by step and in its order, since floating
point sums depend on it; so are its oddities. A word that stands twice takes the context of its first place; the
"never so" rule asks for small letters; idioms are looked for only where three words stand before.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import fabs, sqrt
from typing import NamedTuple

from tellings.read._vader_lexicon import (
    BOOST,
    CAPITALS,
    DAMPENING_PAIRS,
    IDIOMS,
    IN_PHRASES,
    NEGATED,
    Chunks,
    Word,
)

ALPHA = 15  # the greatest sum of valences that VADER's authors expect, about
BEFORE_BUT, AFTER_BUT = 0.5, 1.5
_FADING = (1.0, 0.95, 0.9)  # of a booster, by the words between
_STRESSED = ("so", "this")

chunks = Chunks()


class Effect(NamedTuple):
    """A step from a word's valence to its share: ``number`` is added (``+``), multiplied (``×``) or set (``=``)."""

    cause: str
    sign: str
    number: float

    def __str__(self) -> str:
        size = f"{abs(self.number):.6g}"
        if self.sign == "+":
            return f"{self.cause} {'−' if self.number < 0 else '+'}{size}"
        return f"{self.cause} {self.sign}{'−' if self.number < 0 else ''}{size}"


class Part(NamedTuple):
    """A word that counts: its place among the sentence's words, its share, and how that came about.

    ``first`` is the place of the same word's first occurrence, whose context NLTK takes.
    """

    place: int
    word: Word
    share: float
    effects: tuple[Effect, ...]
    first: int


class Context:
    """The words of a sentence, and whether some but not all of them are in capitals (asked for seldom)."""

    __slots__ = ("_mixed", "kept", "words")

    def __init__(self, sentence: str) -> None:
        self.kept = [chunk for chunk in sentence.split() if len(chunk) > 1]
        self.words: list[Word | None] = list(map(chunks.__getitem__, self.kept))
        self._mixed: bool | None = None

    @property
    def mixed(self) -> bool:
        if self._mixed is None:
            self._mixed = 0 < sum(map(str.isupper, self.kept)) < len(self.kept)
        return self._mixed

    def before(self, place: int, distance: int) -> str:
        """The word so many places before, or nothing where no rule knows it."""
        word = self.words[place - distance]
        return word.word if word else ""


def parts(context: Context) -> list[Part]:
    """The words of a sentence that have a share in its score, in order."""
    known = [(place, word) for place, word in enumerate(context.words) if word is not None]
    hot = [(place, word) for place, word in known if word[2]]
    if not hot:
        return []
    but = next((place for place, word in known if word.lower == "but" and not word.valence), -1)
    seen: dict[str, tuple[int, float, list[Effect]]] = {}
    found = []
    for place, word in hot:
        if word.word not in seen:
            seen[word.word] = (place, *_valence(context, place, word))
        first, share, effects = seen[word.word]
        if but >= 0:
            share, effects = _after_but(share, effects, place, but)
        if share:
            found.append(Part(place, word, share, tuple(effects), first))
    return found


def _after_but(share: float, effects: list[Effect], place: int, but: int) -> tuple[float, list[Effect]]:
    factor, where = (BEFORE_BUT, "before but") if place < but else (AFTER_BUT, "after but")
    return share * factor, [*effects, Effect(where, "×", factor)]


def _valence(context: Context, place: int, word: Word) -> tuple[float, list[Effect]]:
    """The word's valence in its context, and the steps to it."""
    words, valence = context.words, word.valence
    effects: list[Effect] = []
    if not (word.capitals or word.lower in IN_PHRASES or any(words[max(place - 3, 0) : place])):
        return valence, effects  # as most are: nothing around it is known to any rule
    if (
        word.lower == "kind"
        and place + 1 < len(words)
        and (after := words[place + 1])
        and after.lower == "of"
    ):
        return 0.0, effects
    if word.capitals and context.mixed:
        valence = _loud(valence, effects)
    for distance in range(1, min(place, 3) + 1):
        near = words[place - distance]
        if near is None or not near.known:
            if near is not None and near.boost:
                valence = _boosted(valence, near, distance, context, effects)
            if near is not None or distance == 3:
                valence = _negated(valence, near, place, distance, context, effects)
            if distance == 3 and (word.word in IN_PHRASES or any(words[place - 3 : place])):
                valence = _idioms(valence, place, context, effects)
    return _least(valence, place, words, effects), effects


def _loud(valence: float, effects: list[Effect]) -> float:
    effects.append(Effect("capitals", "+", CAPITALS if valence > 0 else -CAPITALS))
    return valence + CAPITALS if valence > 0 else valence - CAPITALS


def _boosted(valence: float, near: Word, distance: int, context: Context, effects: list[Effect]) -> float:
    boost = -near.boost if valence < 0 else near.boost
    if near.capitals and context.mixed:
        boost = boost + CAPITALS if valence > 0 else boost - CAPITALS
    boost = boost * _FADING[distance - 1] if distance > 1 else boost
    effects.append(Effect(near.word, "+", boost))
    return valence + boost


def _negated(
    valence: float, near: Word | None, place: int, distance: int, context: Context, effects: list[Effect]
) -> float:
    stressed = _stressed(place, distance, context)
    if stressed:
        effects.append(stressed)
        return valence * stressed.number
    if near is not None and near.negates:
        effects.append(Effect(near.word, "×", NEGATED))
        return valence * NEGATED
    return valence


def _stressed(place: int, distance: int, context: Context) -> Effect | None:
    """ "Never so good": praise. Three words back, NLTK's rule asks for "so" or "this" before the word alone."""
    if distance == 1:
        return None
    last = context.before(place, 1)
    if distance == 2:
        never = context.before(place, 2) == "never" and last in _STRESSED
        return Effect(f"never {last}", "×", 1.5) if never else None
    if last in _STRESSED:
        return Effect(last, "×", 1.25)
    middle = context.before(place, 2)
    if context.before(place, 3) == "never" and middle in _STRESSED:
        return Effect(f"never {middle}", "×", 1.25)
    return None


def _idioms(valence: float, place: int, context: Context, effects: list[Effect]) -> float:
    three, two, one, here = (context.before(place, distance) for distance in (3, 2, 1, 0))
    for idiom in (
        f"{one} {here}",
        f"{two} {one} {here}",
        f"{two} {one}",
        f"{three} {two} {one}",
        f"{three} {two}",
    ):
        if idiom in IDIOMS:
            valence = _set(idiom, effects)
            break
    following = [word.word if word else "" for word in context.words[place + 1 : place + 3]]
    for count in range(1, len(following) + 1):
        idiom = " ".join([here, *following[:count]])
        if idiom in IDIOMS:
            valence = _set(idiom, effects)
    for pair in (f"{three} {two}", f"{two} {one}"):
        if pair in DAMPENING_PAIRS:
            effects.append(Effect(pair, "+", -BOOST))
            return valence - BOOST
    return valence


def _set(idiom: str, effects: list[Effect]) -> float:
    effects.append(Effect(idiom, "=", IDIOMS[idiom]))
    return IDIOMS[idiom]


def _least(valence: float, place: int, words: list[Word | None], effects: list[Effect]) -> float:
    last = words[place - 1] if place else None
    if last is None or last.lower != "least" or last.known:
        return valence
    before = words[place - 2] if place > 1 else None
    if before is not None and before.lower in ("at", "very"):
        return valence
    effects.append(Effect(last.word, "×", NEGATED))
    return valence * NEGATED


def emphasis(sentence: str) -> float:
    """What question and exclamation marks add to the size of the sum."""
    asked = sentence.count("?")
    return min(sentence.count("!"), 4) * 0.292 + (0 if asked < 2 else asked * 0.18 if asked < 4 else 0.96)


def polarity(shares: list[float], words: int, sentence: str) -> dict[str, float]:
    """NLTK's four scores, from the shares of the words that have one and the number of all words."""
    if not shares:
        return {"neg": 0.0, "neu": 1.0 if words else 0.0, "pos": 0.0, "compound": 0.0}
    stress = emphasis(sentence)
    total = float(sum(shares))
    total += stress if total > 0 else -stress if total < 0 else 0.0
    good, bad = 0.0, 0.0
    for share in shares:
        if share > 0:
            good += share + 1
        else:
            bad += share - 1
    if good > -bad:
        good += stress
    elif good < -bad:
        bad -= stress
    size = good - bad + (words - len(shares))
    return {
        "neg": round(fabs(bad / size), 3),
        "neu": round((words - len(shares)) / size, 3),
        "pos": round(good / size, 3),
        "compound": round(total / sqrt(total * total + ALPHA), 4),
    }


def located(sentence: str, found: list[Part]) -> Iterator[tuple[int, int]]:
    """The offsets of the words of these parts, in order."""
    after, number = 0, -1
    wanted = iter(found)
    part = next(wanted, None)
    for chunk in sentence.split():
        if part is None:
            return
        start = sentence.index(chunk, after)
        after = start + len(chunk)
        number += len(chunk) > 1
        if len(chunk) > 1 and number == part.place:
            yield span(start, chunk, part.word.word)
            part = next(wanted, None)


def span(start: int, chunk: str, word: str) -> tuple[int, int]:
    """Where a word stands that is a chunk without the mark at its end or beginning."""
    start += 0 if chunk.startswith(word) else len(chunk) - len(word)
    return start, start + len(word)
