"""What stands around a target in its sentence: the zones its words fall in, and the cues of its role."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise, starmap
from operator import itemgetter
from typing import NamedTuple

from tellings.read import _lexica, _lexicon
from tellings.read._lexica import Word
from tellings.read._remembered import Remembered

# Zones, from the widest to the tightest. A word has a weight in each zone that it falls in.
ZONES = ("sentence", "before", "after", "voice", "theirs", "clause", "led in", "led out", "own")
# How a reason names a word's place: by the tightest zone it falls in.
PLACES = {
    "own": "own",
    "led in": "attached",
    "led out": "attached",
    "clause": "clause",
    "voice": "other voice",
}
_LEAD_IN, _LEAD_OUT = 3, 5  # words before and after the target that count as attached to it
_SUBJECTS = _lexica.word_set("he she they i we it")
_OBJECTS = _lexica.word_set("him them me us her")
_OWNERS = _lexica.word_set("his their my our its her")
_PEOPLE = _lexica.word_set("he she they him them")
_BE = _lexica.word_set("is are was were be been being")
_AUXILIARIES = _BE | _lexica.word_set("has have had will would can could may might must should do does did")
_LINKS = _lexica.word_set("by against for with of from to about on at like than")
_PRONOUNS = _SUBJECTS | _OBJECTS | _OWNERS
_STARTS, _STOPS = "<", ">"
_SENTENCES = 64  # whose words are remembered: one sentence often names several
_BESIDE = 4  # words on either side that are cues
_MARKS = (("sentence quotes", '“"'), ("sentence asks", "?"), ("sentence exclaims", "!"))
NAME = "NAME"
_SENTENCE, _BEFORE, _AFTER, _VOICE, _THEIRS, _CLAUSE, _LED_IN, _LED_OUT, OWN = range(len(ZONES))
Slot = tuple[int, int, str]
"""A word or mark, or a whole name, beside the target: start, end and key."""
Stretch = tuple[int, int, int]
"""A zone's number, and the places of a sentence's words from the first up to the last that lie in it."""


class Cue(NamedTuple):
    """A sign of how the target is spoken of, and where it stands; as a reason it reads ``name``."""

    start: int
    end: int
    name: str


class _Sentence(NamedTuple):
    """The words of a sentence, and the places of its names, and of these and the pronouns of persons."""

    words: _lexica.Sentence
    names: frozenset[int]
    people: list[int]


@lru_cache(_SENTENCES)
def _sentence(text: str) -> _Sentence:
    found = _lexica.sentence(text)
    pronouns = [place for place, key in enumerate(found.keys) if key in _PEOPLE]
    return _Sentence(found, frozenset(found.names), sorted({*found.names, *pronouns}))


class Context:
    """A sentence with a target in it: the words from place ``first`` up to ``last``, or none."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.words, self._names, self._people = _sentence(text)
        items = self._items = self.words.items
        self.first = bisect_right(items, start, key=itemgetter(1))
        self.last = bisect_left(items, (end,))
        # Where no word is the target, it lies where the word before it does.
        self._near = self.first if self.first < self.last else max(self.first - 1, 0)
        self.quoted = bool(items) and self.words.quoted(self._near)

    def zones(self) -> Iterator[tuple[str, Word]]:
        """The words that count, with each zone they fall in."""
        return ((ZONES[zone], self.words.word(place)) for place, zones in self.placed() for zone in zones)

    def placed(self) -> list[tuple[int, tuple[int, ...]]]:
        """The places of the words that count, each with the numbers of its zones; the target's own come last."""
        zones: list[list[int]] = [[] for _ in self._items]
        for zone, begin, end in sorted(self.stretches()):
            for place in range(begin, end):
                zones[place].append(zone)
        silent = set(self.words.silent)
        found = [(place, tuple(made)) for place, made in enumerate(zones) if made and place not in silent]
        return found + [(place, (OWN,)) for place in self.own()]

    def own(self) -> list[int]:
        """The places of the target's own words that count: no names."""
        inside = range(self.first, self.last)
        small = [place for place in inside if self.text[self._items[place][0]].islower()]
        return list(filter(self.words.counts, small))

    def stretches(self) -> list[Stretch]:
        """The zones around the target; the words and marks that do not count lie in them too."""
        first, last, end = self.first, self.last, len(self._items)
        found = [(_SENTENCE, 0, first), (_SENTENCE, last, end), (_BEFORE, 0, first), (_AFTER, last, end)]
        turns = self.words.turns
        if turns:
            voices = enumerate(pairwise([0, *turns, end]))
            for begin, stop in [voice for number, voice in voices if (number % 2 == 1) != self.quoted]:
                found += [(_VOICE, begin, min(stop, first)), (_VOICE, max(begin, last), stop)]
        found += self._theirs()
        clauses = self.words.clauses
        number = bisect_right(clauses, self._near)
        begin = clauses[number - 1] if number else 0
        stop = clauses[number] if number < len(clauses) else end
        found += [
            (_CLAUSE, begin, min(stop, first)),
            (_CLAUSE, max(begin, last), stop),
            (_LED_IN, max(first - _LEAD_IN, 0), first),
            (_LED_OUT, last, min(last + _LEAD_OUT, end)),
        ]
        return [stretch for stretch in found if stretch[1] < stretch[2]]

    def _theirs(self) -> Iterator[Stretch]:
        """The words nearer to another name or pronoun: from half way to the nearest on either side."""
        first, last, people = self.first, self.last, self._people
        before, after = bisect_left(people, first), bisect_left(people, last)
        if before:
            yield _THEIRS, 0, (first + people[before - 1] + 1) // 2
        if after < len(people):
            yield _THEIRS, last + (people[after] - last + 1) // 2, len(self._items)

    def cues(self) -> Iterator[Cue]:
        """The cues of the target's role, form and surroundings."""
        return starmap(Cue, self.signs())

    def signs(self) -> list[Slot]:
        """The cues as plain tuples."""
        at, length = self.first, len(self._items) - (self.last - self.first) + 1
        voice = "inside quotation marks" if self.quoted else "outside quotation marks"
        about = [f"quarter of the sentence: {min(3, 4 * at // length) + 1}", voice]
        about += [name for name, signs in _MARKS if signs[0] in self.text or signs[-1] in self.text]
        return [
            *self._beside(),
            *[(self.start, self.end, name) for name in self._form()],
            *self._doer(),
            *self._object(),
            *[(self.start, self.end, name) for name in about],
        ]

    def _slots(self, place: int, step: int) -> list[Slot]:
        """The four words or marks on one side of the target, the nearest first; names are run together."""
        slots: list[Slot] = []
        while 0 <= place < len(self._items):
            if len(slots) == _BESIDE:
                return slots
            start, end, key, _ = self._items[place]
            if place in self._names:
                while place + step in self._names:
                    place += step
                key, start, end = NAME, min(start, self._items[place][0]), max(end, self._items[place][1])
            slots.append((start, end, key))
            place += step
        edge = 0 if step < 0 else len(self.text)
        return [*slots, (edge, edge, _STARTS if step < 0 else _STOPS)][:_BESIDE]

    def _beside(self) -> list[Slot]:
        before, after = self._slots(self.first - 1, -1), self._slots(self.last, 1)
        found: list[Slot] = []
        for distance in range(_BESIDE):
            for side, slots in (("before", before), ("after", after)):
                if distance < len(slots):
                    start, end, key = slots[distance]
                    found.append((start, end, f"{distance + 1} {side}: {key}"))
        for side, slots in (("before", before[::-1]), ("after", after)):
            for count in (2, 3):
                if count <= len(slots):
                    run = slots[-count:] if side == "before" else slots[:count]
                    found.append((run[0][0], run[-1][1], f"{side}: {' '.join([slot[2] for slot in run])}"))
        (start, _, last), (_, end, following) = before[0], after[0]
        return [*found, (start, end, f"around: {last} … {following}")]

    def _form(self) -> list[str]:
        written = self.text[self.start : self.end]
        key = written.lower()
        pronoun, upper = key in _PRONOUNS, written[:1].isupper()
        owner = key.endswith(("'s", "’s", "'", "’")) or self.text[self.end : self.end + 2] in ("'s", "’s")
        kinds = (
            ("pronoun", pronoun),
            ("pronoun as subject", pronoun and key in _SUBJECTS),
            ("pronoun as owner", pronoun and key in _OWNERS),
            ("named", upper and not pronoun),
            ("described", not upper and not pronoun),
            ("owner", owner),
        )
        return [f"target: {kind}" for kind, true in kinds if true]

    def _doer(self) -> list[Slot]:
        """The verb that the target is the subject of, passive or not."""
        role = "doer"
        for place in range(self.last, min(self.last + 5, len(self._items))):
            start, end, key, _ = self._items[place]
            if not key[0].isalpha():
                return []
            if key in _BE:
                role = "undergoer"
            if place not in self._names and _is_verb[key]:
                return [(start, end, f"{role}: {key}"), (start, end, role)]
        return []

    def _object(self) -> list[Slot]:
        """The verb and the small words that lead to the target."""
        found: list[Slot] = []
        for place in range(self.first - 1, max(self.first - 5, -1), -1):
            start, end, key, _ = self._items[place]
            if not key[0].isalpha():
                break
            if place in self._names:
                continue
            if key in _LINKS:
                found.append((start, end, f"linked by: {key}"))
            elif _is_verb[key]:
                return [*found, (start, end, f"object: {key}")]
        return found


_is_verb = Remembered(lambda key: key not in _AUXILIARIES and (_lexicon.tag(key) or "").startswith("VB"))
