"""The kit's own list of loaded words: the kind of judgement and the plainer word, in every form of the word."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import ahocorasick

from tellings.read._cue_index import Condition, CueIndex, plain

_NO_KINDS = ("plain", "irregular")  # tables of the file that hold no loaded words
_VOWELS = "aeiou"
# One syllable, one vowel, one consonant at the end: slam, slammed.
_DOUBLES = re.compile(r"[^aeiou]*(?:qu)?[aeiou][bdfglmnprt]")


class Entry(NamedTuple):
    """A form of a loaded word. ``always``: reported wherever it stands; ``verb``: loaded as a verb only."""

    form: str
    kind: str
    plainer: str | None
    valence: float
    always: bool
    verb: bool


class Forms(NamedTuple):
    """A verb's forms: base, third person, past, participle, ``-ing``."""

    base: str
    third: str
    past: str
    participle: str
    ing: str


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(
        files("tellings.read").joinpath("data/loaded_words.toml").read_text(encoding="utf-8")
    )


@cache
def entries() -> tuple[Entry, ...]:
    """Every form of every word of the list, once each: where two kinds list a form, the first counts."""
    found: dict[tuple[str, bool], Entry] = {}
    for kind, group in _file().items():
        if kind not in _NO_KINDS:
            for entry in _group(kind, group):
                found.setdefault((entry.form, entry.verb), entry)
    return tuple(found.values())


def _group(kind: str, group: dict[str, Any]) -> Iterator[Entry]:
    always, valence = set(group["always"]), float(group["valence"])
    for verb, plainer in group.get("verbs", {}).items():
        plainer_forms = forms(plainer) if plainer else [None] * len(Forms._fields)
        for form, plain_form in zip(forms(verb), plainer_forms, strict=True):
            yield Entry(form, kind, plain_form, valence, verb in always, True)
    for word, plainer in group.get("words", {}).items():
        yield Entry(word, kind, plainer or None, valence, word in always or " " in word, False)
        if _countable(word):
            more = _plural(plainer) if plainer and _countable(plainer) else plainer
            yield Entry(_plural(word), kind, more or None, valence, word in always or " " in word, False)


def forms(verb: str) -> Forms:
    """The forms of an English verb; of a phrase, those of its first word with the rest behind.

    >>> forms("slam")
    Forms(base='slam', third='slams', past='slammed', participle='slammed', ing='slamming')
    >>> forms("make up").past, forms("deny").third, forms("lie").ing
    ('made up', 'denies', 'lying')
    """
    head, space, tail = verb.partition(" ")
    past, participle = _file()["irregular"].get(head, (_past(head),) * 2)
    return Forms(*(f"{form}{space}{tail}" for form in (head, _plural(head), past, participle, _ing(head))))


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return _stem(verb) + "ed"


def _ing(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    return _stem(verb) + "ing"


def _stem(verb: str) -> str:
    return verb + verb[-1] if _DOUBLES.fullmatch(verb) else verb


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


# Endings of words that take no plural: a form nobody writes does no harm, but it is no word.
_NO_PLURAL = (
    "ly", "ing", "ed", "ous", "ic", "al", "ful", "less", "able", "ible", "ish", "ive", "ism", "ness", "ity", "men", "s",
)  # fmt: skip
_ONLY_LETTERS = re.compile(r"[a-z]*")


def _countable(word: str) -> bool:
    return bool(_ONLY_LETTERS.fullmatch(word)) and not word.endswith(_NO_PLURAL)


class Listed(NamedTuple):
    """The list ready to be searched for, and the entry of each number it gives; higher ones are plain phrases.

    Each of its cues holds one of the ``anchors``: where there is none, nothing need be searched.
    """

    search: CueIndex
    entries: tuple[Entry, ...]
    anchors: ahocorasick.Automaton


@cache
def listed() -> Listed:
    """The forms that are reported wherever they stand, and phrases in which loaded words judge nothing.

    Who claims asylum is not doubted.
    """
    found = tuple(entry for entry in entries() if entry.always)
    cues = [*(entry.form for entry in found), *_file()["plain"]["phrases"]]
    anchors = ahocorasick.Automaton(ahocorasick.STORE_LENGTH)
    for cue in cues:
        words = [plain(word).rstrip("*") for word in cue.replace("-", " ").split()]
        anchors.add_word(max(words, key=len))
    anchors.make_automaton()
    return Listed(CueIndex([Condition(cue, (), ()) for cue in cues]), found, anchors)


@cache
def kinds() -> tuple[str, ...]:
    """The kinds of judgement, in the list's order."""
    return tuple(kind for kind in _file() if kind not in _NO_KINDS)


@cache
def by_form() -> dict[str, Entry]:
    """The one-word entries by their form as cues are compared (small letters)."""
    found: dict[str, Entry] = {}
    for entry in entries():
        found.setdefault(plain(entry.form), entry)
    return found
