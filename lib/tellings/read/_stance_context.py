"""What stands around a target in its sentence: the zones its words fall in, and the cues of its role."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache
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
_STARTS, _STOPS = "<", ">"
_SENTENCES = 64  # whose words are remembered: one sentence often names several
NAME, TARGET = "NAME", "TARGET"


class Cue(NamedTuple):
    """A sign of how the target is spoken of, and where it stands; as a reason it reads ``name``."""

    start: int
    end: int
    name: str


class _Slot(NamedTuple):
    """A word or mark, or a whole name, beside the target."""

    start: int
    end: int
    key: str


@lru_cache(_SENTENCES)
def _words(text: str) -> tuple[Word, ...]:
    return tuple(_lexica.words(text))


class Context:
    """A sentence with a target in it."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        found = _words(text)
        self.own = [w for w in found if w.start < end and w.end > start]
        before = [w for w in found if w.end <= start]
        after = [w for w in found if w.start >= end]
        near = self.own[0] if self.own else (before[-1] if before else after[0] if after else None)
        clause, quoted = (near.clause, near.quoted) if near else (0, False)
        self.target = Word(start, end, TARGET, False, False, False, quoted, clause)
        self.words, self.at = [*before, self.target, *after], len(before)

    def zones(self) -> Iterator[tuple[str, Word]]:
        """The words that count, with each zone they fall in."""
        for place, (word, another) in enumerate(zip(self.words, self._another(), strict=True)):
            if word.counts:
                for zone in self._zones(place - self.at, word):
                    yield zone, word
                if another < abs(place - self.at):
                    yield "theirs", word
        for word in self.own:
            if word.counts and self.text[word.start].islower():
                yield "own", word

    def _another(self) -> list[int]:
        """How far each word stands from the nearest name or person's pronoun besides the target."""
        people = [word.name or word.key in _PEOPLE for word in self.words]
        near, last = [], -len(people)
        for place, person in enumerate(people):
            last = place if person else last
            near.append(place - last)
        last = 2 * len(people)
        for place in range(len(people) - 1, -1, -1):
            last = place if people[place] else last
            near[place] = min(near[place], last - place)
        return near

    def _zones(self, distance: int, word: Word) -> Iterator[str]:
        yield "sentence"
        yield "before" if distance < 0 else "after"
        if word.quoted != self.target.quoted:
            yield "voice"
        if word.clause == self.target.clause:
            yield "clause"
        if -_LEAD_IN <= distance < 0:
            yield "led in"
        if 0 < distance <= _LEAD_OUT:
            yield "led out"

    def cues(self) -> Iterator[Cue]:
        """The cues of the target's role, form and surroundings."""
        yield from self._beside()
        yield from self._form()
        yield from self._doer()
        yield from self._object()
        for name in self._sentence():
            yield Cue(self.start, self.end, name)

    @cached_property
    def _slots(self) -> tuple[list[_Slot], int]:
        """The words and marks with names run together, and the place of the target."""
        slots, at = [_Slot(0, 0, _STARTS)], 0
        for place, word in enumerate(self.words):
            if place == self.at:
                at = len(slots)
            if word.name and slots[-1].key == NAME:
                slots[-1] = slots[-1]._replace(end=word.end)
            else:
                slots.append(_Slot(word.start, word.end, NAME if word.name else word.key))
        end = len(self.text)
        return [*slots, _Slot(end, end, _STOPS)], at

    def _beside(self) -> Iterator[Cue]:
        slots, at = self._slots
        for distance in range(1, 5):
            for step, side in ((-distance, "before"), (distance, "after")):
                if 0 <= at + step < len(slots):
                    slot = slots[at + step]
                    yield Cue(slot.start, slot.end, f"{distance} {side}: {slot.key}")
        for first, last, side in (
            (at - 2, at, "before"),
            (at - 3, at, "before"),
            (at + 1, at + 3, "after"),
            (at + 1, at + 4, "after"),
        ):
            if first >= 0 and last <= len(slots):
                run = slots[first:last]
                yield Cue(run[0].start, run[-1].end, f"{side}: {' '.join(slot.key for slot in run)}")
        yield Cue(
            slots[at - 1].start, slots[at + 1].end, f"around: {slots[at - 1].key} … {slots[at + 1].key}"
        )

    def _form(self) -> Iterator[Cue]:
        written = self.text[self.start : self.end]
        key = written.lower()
        kinds = {
            "pronoun": key in _SUBJECTS | _OBJECTS | _OWNERS,
            "pronoun as subject": key in _SUBJECTS,
            "pronoun as owner": key in _OWNERS,
            "named": written[:1].isupper() and key not in _SUBJECTS | _OBJECTS | _OWNERS,
            "described": not written[:1].isupper() and key not in _SUBJECTS | _OBJECTS | _OWNERS,
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
        yield from (name for name, signs in marks.items() if any(sign in self.text for sign in signs))


def _is_verb(key: str) -> bool:
    return key not in _AUXILIARIES and (_lexicon.tag(key) or "").startswith("VB")
