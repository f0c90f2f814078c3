"""What stands around a target in its sentence: the zones its words fall in, and the cues of its role."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import starmap
from typing import NamedTuple

from tellings.read import _lexica, _lexicon
from tellings.read._lexica import Word

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
NAME, TARGET = "NAME", "TARGET"
# A word's zones by what is true of it: it stands after the target, in the other voice, nearer to another name, in the
# target's clause, attached to the target.
_AFTER, _VOICE, _THEIRS, _CLAUSE, _LED = 1, 2, 4, 8, 16
_OWN = (ZONES.index("own"),)


def _zones(true: int) -> tuple[int, ...]:
    after = bool(true & _AFTER)
    within = {
        "sentence": True, "before": not after, "after": after, "voice": true & _VOICE, "theirs": true & _THEIRS,
        "clause": true & _CLAUSE, "led in": true & _LED and not after, "led out": true & _LED and after,
    }  # fmt: skip
    return tuple(row for row, zone in enumerate(ZONES) if within.get(zone))


_ZONES_OF = tuple(map(_zones, range(32)))
Slot = tuple[int, int, str]
"""A word or mark, or a whole name, beside the target: start, end and key."""


class Cue(NamedTuple):
    """A sign of how the target is spoken of, and where it stands; as a reason it reads ``name``."""

    start: int
    end: int
    name: str


class _Sentence(NamedTuple):
    """The words of a sentence, where they start and end, and whether each is a name or a person's pronoun."""

    words: tuple[Word, ...]
    starts: list[int]
    ends: list[int]
    people: list[bool]


@lru_cache(_SENTENCES)
def _sentence(text: str) -> _Sentence:
    found = _lexica.words(text)
    people = [word.name or word.key in _PEOPLE for word in found]
    return _Sentence(found, [word.start for word in found], [word.end for word in found], people)


class Context:
    """A sentence with a target in it."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        found, starts, ends, people = _sentence(text)
        first, last = bisect_right(ends, start), bisect_left(starts, end)
        self.own = found[first:last]
        near = found[first if first < last else max(first - 1, 0)] if found else None
        clause, quoted = (near.clause, near.quoted) if near else (0, False)
        self.target = Word(start, end, TARGET, False, False, False, quoted, clause)
        self.words, self.at = [*found[:first], self.target, *found[last:]], first
        self._people = [*people[:first], False, *people[last:]]

    def zones(self) -> Iterator[tuple[str, Word]]:
        """The words that count, with each zone they fall in."""
        return ((ZONES[zone], word) for word, zones in self.placed() for zone in zones)

    def placed(self) -> list[tuple[Word, tuple[int, ...]]]:
        """The words that count, each with the numbers of its zones."""
        found, target = [], self.target
        for distance, (word, another) in enumerate(zip(self.words, self._another(), strict=True), -self.at):
            if word.counts:
                after = distance > 0
                true = _AFTER * after + _VOICE * (word.quoted != target.quoted)
                true += _CLAUSE * (word.clause == target.clause) + _THEIRS * (another < abs(distance))
                true += _LED * (-_LEAD_IN <= distance <= _LEAD_OUT)
                found.append((word, _ZONES_OF[true]))
        small = [word for word in self.own if word.counts and self.text[word.start].islower()]
        return found + [(word, _OWN) for word in small]

    def _another(self) -> list[int]:
        """How far each word stands from the nearest name or person's pronoun besides the target."""
        people = self._people
        if True not in people:
            return [2 * len(people)] * len(people)
        near, last = [], -len(people)
        for place, person in enumerate(people):
            last = place if person else last
            near.append(place - last)
        last = 2 * len(people)
        for place in range(len(people) - 1, -1, -1):
            last = place if people[place] else last
            near[place] = min(near[place], last - place)
        return near

    def cues(self) -> Iterator[Cue]:
        """The cues of the target's role, form and surroundings."""
        yield from starmap(Cue, self._beside())
        yield from self._form()
        yield from self._doer()
        yield from self._object()
        for name in self._sentence():
            yield Cue(self.start, self.end, name)

    def _slots(self) -> tuple[list[Slot], int]:
        """The words and marks with names run together, and the place of the target."""
        slots: list[Slot] = [(0, 0, _STARTS)]
        at, named = 0, False
        for place, word in enumerate(self.words):
            if place == self.at:
                at = len(slots)
            if not word.name:
                slots.append(word[:3])
            elif named:
                slots[-1] = (slots[-1][0], word.end, NAME)
            else:
                slots.append((word.start, word.end, NAME))
            named = word.name
        end = len(self.text)
        return [*slots, (end, end, _STOPS)], at

    def _beside(self) -> Iterator[Slot]:
        slots, at = self._slots()
        for distance in range(1, 5):
            if distance <= at:
                start, end, key = slots[at - distance]
                yield start, end, f"{distance} before: {key}"
            if at + distance < len(slots):
                start, end, key = slots[at + distance]
                yield start, end, f"{distance} after: {key}"
        for first, last, side in (
            (at - 2, at, "before"),
            (at - 3, at, "before"),
            (at + 1, at + 3, "after"),
            (at + 1, at + 4, "after"),
        ):
            if first >= 0 and last <= len(slots):
                run = slots[first:last]
                yield run[0][0], run[-1][1], f"{side}: {' '.join([slot[2] for slot in run])}"
        (start, _, before), (_, end, after) = slots[at - 1], slots[at + 1]
        yield start, end, f"around: {before} … {after}"

    def _form(self) -> Iterator[Cue]:
        written = self.text[self.start : self.end]
        key = written.lower()
        kinds = {
            "pronoun": key in _PRONOUNS,
            "pronoun as subject": key in _SUBJECTS,
            "pronoun as owner": key in _OWNERS,
            "named": written[:1].isupper() and key not in _PRONOUNS,
            "described": not written[:1].isupper() and key not in _PRONOUNS,
            "owner": key.endswith(("'s", "’s", "'", "’"))
            or self.text[self.end : self.end + 2] in ("'s", "’s"),
        }
        return (Cue(self.start, self.end, f"target: {kind}") for kind, true in kinds.items() if true)

    def _doer(self) -> Iterator[Cue]:
        """The verb that the target is the subject of, passive or not."""
        passive = False
        for word in self.words[self.at + 1 : self.at + 6]:
            if not word.key[0].isalpha():
                return
            passive = passive or word.key in _BE
            if not word.name and _is_verb(word.key):
                yield Cue(word.start, word.end, f"{'undergoer' if passive else 'doer'}: {word.key}")
                yield Cue(word.start, word.end, "undergoer" if passive else "doer")
                return

    def _object(self) -> Iterator[Cue]:
        """The verb and the small words that lead to the target."""
        for word in reversed(self.words[max(0, self.at - 4) : self.at]):
            if not word.key[0].isalpha():
                return
            if word.key in _LINKS and not word.name:
                yield Cue(word.start, word.end, f"linked by: {word.key}")
            elif not word.name and _is_verb(word.key):
                yield Cue(word.start, word.end, f"object: {word.key}")
                return

    def _sentence(self) -> Iterator[str]:
        yield f"quarter of the sentence: {min(3, 4 * self.at // len(self.words)) + 1}"
        yield "inside quotation marks" if self.target.quoted else "outside quotation marks"
        marks = {"sentence quotes": '“"', "sentence asks": "?", "sentence exclaims": "!"}
        for name, signs in marks.items():
            if signs[0] in self.text or signs[-1] in self.text:
                yield name


def _is_verb(key: str) -> bool:
    return key not in _AUXILIARIES and (_lexicon.tag(key) or "").startswith("VB")
