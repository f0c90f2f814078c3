"""Who bears a name: the people a text names in full, and which of them a shorter form means."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import NamedTuple

from tellings.read import _name_lists as lists
from tellings.read import _name_words as known

_APART = ("jr", "sr")
_MEN = known.words("""
    mr sir lord monsieur herr father brother king prince
""")
_WOMEN = frozenset(
    [
        "mrs",
        "ms",
        "miss",
        "dame",
        "lady",
        "baroness",
        "mme",
        "madame",
        "mlle",
        "sister",
        "mother",
        "queen",
        "princess",
    ]
)


class Full(NamedTuple):
    """A mention in full: its words in small letters, the name as written, its offset and its paragraph."""

    words: tuple[str, ...]
    written: str
    start: int
    paragraph: int


class Person:
    """A person of the text: every form in which they are named in full, and where."""

    __slots__ = ("forms", "mentions", "shapes")

    def __init__(self) -> None:
        self.forms: Counter[str] = Counter()
        self.shapes: set[tuple[str, ...]] = set()
        self.mentions: list[Full] = []

    def add(self, mention: Full) -> None:
        self.forms[mention.written] += 1
        self.shapes.add(mention.words)
        self.mentions.append(mention)

    @property
    def name(self) -> str:
        """The longest form, of several the most common, of several the first in the alphabet."""
        return max(self.forms, key=lambda form: (len(form.split()), self.forms[form], form))

    @property
    def first(self) -> str:
        return self.mentions[0].words[0]


def stem(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without Jr, III or a degree at its end."""
    while len(words) > 1 and words[-1] in known.SUFFIXES:
        words = words[:-1]
    return words


class Bearers:
    """The people of a text by every form that can mean them."""

    def __init__(self, mentions: list[Full]) -> None:
        self._people: dict[tuple[str, ...], Person] = {}
        self._endings: dict[tuple[str, ...], list[Person]] = defaultdict(list)
        self._firsts: dict[str, list[Person]] = defaultdict(list)
        whole: dict[tuple[str, ...], Person] = {}
        for mention in sorted(mentions, key=lambda m: (-len(m.words), m.start)):
            person = whole.get(mention.words) or self._placed(mention.words)
            person.add(mention)
            whole[mention.words] = person
        for person in self.people:
            person.mentions.sort(key=lambda m: m.start)

    @property
    def people(self) -> list[Person]:
        return list({id(p): p for p in self._people.values()}.values())

    def _placed(self, words: tuple[str, ...]) -> Person:
        """The person these words name: one known by a longer form of the name, or a new one."""
        bare = stem(words)
        suffix = words[len(bare) :]
        identity = (bare[0], bare[-1], *(s for s in suffix if s in _APART))
        if identity in self._people:
            return self._people[identity]
        longer = self._endings.get(bare)
        person = longer[0] if longer and len(longer) == 1 and not suffix else Person()
        self._people[identity] = person
        if person.mentions:
            return person
        for i in range(1, min(len(bare), 5)):
            self._endings[bare[-i:]].append(person)
        self._firsts[bare[0]].append(person)
        return person

    def whole(self, words: tuple[str, ...]) -> Person | None:
        """The person named in full by these words, or by all of them but the first names."""
        bare = stem(words)
        suffix = tuple(s for s in words[len(bare) :] if s in _APART)
        found = self._people.get((bare[0], bare[-1], *suffix))
        if found:
            return found
        ending = self._endings.get(bare, [])
        return ending[0] if len(ending) == 1 else None

    def family(self, word: str) -> list[Person]:
        """The people whose family name a word is."""
        return self._endings.get((word,), [])

    def given(self, word: str) -> list[Person]:
        """The people whose first name a word is (or, as in Chinese names, the family name that stands first)."""
        return self._firsts.get(word, [])

    def chosen(self, word: str, *, titles: tuple[str, ...], paragraph: int, start: int) -> Person | None:
        """The one person whom a single word means.

        A family name counts before a first name. Of several bearers, Mr and Mrs leave those whose first name
        allows it; then the only one named in full earlier in the same paragraph is meant, else the one
        named in full most often, else the one named first.
        """
        bearers = self.family(word) or self.given(word)
        if len(bearers) > 1:
            bearers = _of_sex(bearers, titles)
        if len(bearers) > 1:
            near = [b for b in bearers if _near(b, paragraph, start)]
            bearers = near if len(near) == 1 else bearers
        return min(bearers, key=lambda b: (-len(b.mentions), b.mentions[0].start), default=None)


def _near(person: Person, paragraph: int, start: int) -> bool:
    return any(m.paragraph == paragraph and m.start < start for m in person.mentions)


def _of_sex(bearers: list[Person], titles: tuple[str, ...]) -> list[Person]:
    sex = "m" if _MEN.intersection(titles) else "f" if _WOMEN.intersection(titles) else ""
    if not sex:
        return bearers
    return [b for b in bearers if sex in lists.given().get(b.first, sex)] or bearers
