"""Names: the runs of capitalised words of a text that may name somebody or something."""

from __future__ import annotations

from itertools import zip_longest
from typing import NamedTuple

from tellings.read import _capitals
from tellings.read import _name_lists as lists
from tellings.read import _name_words as known
from tellings.read._capitals import Word
from tellings.read._document import Document

# No name has more words than this; what seems to is a list or a heading in capitals.
_LONGEST = 20
# Months that people are called by as well.
_MONTH_NAMES = frozenset(["april", "may", "june", "august"])


class Name(NamedTuple):
    """A run of words that may be a name: ``words[first:last]``, with its titles and roles from ``lead`` on."""

    lead: int
    first: int
    last: int


def _splits(words: list[Word], run: list[int]) -> list[list[int]]:
    """The run without the words that cannot stand in a name, cut where they stood."""
    if len(run) == 1:
        return [] if _foreign(words[run[0]], None, words, []) else [run]
    parts: list[list[int]] = [[]]
    for i, after in zip_longest(run, run[1:]):
        if _foreign(words[i], None if after is None else words[after], words, parts[-1]):
            parts.append([])
        else:
            parts[-1].append(i)
    return [part for part in parts if part]


def _foreign(word: Word, after: Word | None, words: list[Word], part: list[int]) -> bool:
    """Whether a capitalised word stands outside any name: a day, a sentence opener, a word of a headline."""
    key = word.key
    if word.form == "initial" and part and after is not None:
        return False  # the I of Sergei I. Orlov
    if key in known.QUARTERS and after is not None:
        return False
    if key in known.FUNCTION or key in known.DAYS:
        return True
    named = (
        after is not None and after.form == "cap" and key in lists.given() and after.key in lists.families()
    )
    if key in known.MONTHS:
        return not (part or named or key in _MONTH_NAMES)
    if named or word.form == "initial" or not lists.common(key) or not (word.opens or word.style == "title"):
        return False
    if key in known.HONORIFICS or key in known.OFFICES or key in known.DEMONYMS or key in lists.given():
        return False
    if part and (key in known.BODIES or key in known.SPOTS):
        return False
    if after is None and key in lists.families():
        return False
    if after is not None and (after.key in known.OFFICES or (word.opens and _attribute(key, word.style))):
        return False
    return not _member(key, [words[i] for i in part[-2:]])


def _attribute(key: str, style: str) -> bool:
    """Whether a word at the start of a sentence can belong to what follows: not where all words have capitals."""
    return style != "title" and lists.tagged(key).startswith(("NN", "JJ"))


def _member(key: str, part: list[Word]) -> bool:
    """Whether a plain word ends the name begun before it: ``Marine Le Pen``, ``George Bush`` in a headline."""
    if not part or lists.tagged(key).startswith("VB"):
        return False
    if part[-1].key in known.PARTICLES or key in known.SUFFIXES:
        return True
    return key in lists.families() and (lists.first_name(part[0].key) or not lists.common(part[0].key))


def runs(document: Document) -> list[list[int]]:
    """The runs of capitalised words that only spaces part, as places in the document's words."""
    found = document(_capitals.find)
    capitals = [i for i in document(_capitals.capitals) if found[i].style != "caps"]
    chunks: list[list[int]] = []
    last = -1
    for i in capitals:
        if i > last:
            last = _reach(found, i)
            chunks.append([*range(i, last + 1)])
    return [part for chunk in chunks for part in _splits(found, chunk)]


def _reach(found: list[Word], first: int) -> int:
    """The last word of the run that a capitalised word begins."""
    last = first
    for i in range(first + 1, min(first + _LONGEST, len(found))):
        word = found[i]
        if not word.joined or (word.form == "low" and word.key not in known.PARTICLES):
            break
        if not (_capital(word) or _particle(found, i)):
            break
        last = i
    return last


def _capital(word: Word) -> bool:
    return word.form != "low" and word.style != "caps"


def _particle(found: list[Word], i: int) -> bool:
    """Whether word i is a particle (de, van, bin) with a capitalised word after it, at most one more between."""
    if found[i].key not in known.PARTICLES or found[i].possessive:
        return False
    after = found[i + 1 : i + 3]
    if not after or not after[0].joined:
        return False
    second = len(after) > 1 and after[1].joined and after[0].key in known.PARTICLES and _capital(after[1])
    return _capital(after[0]) or second


def trimmed(found: list[Word], run: list[int]) -> Name:
    """The run with its titles and roles told from the name itself."""
    if len(run) == 1:
        return Name(run[0], run[0], run[0] + 1)
    whole = " ".join(found[i].key for i in run)
    if whole in lists.places() or whole in lists.MORE_BODIES or _closed(found[run[-1]].key):
        return Name(run[0], run[0], run[-1] + 1)
    first = 0
    for place, i in enumerate(run[:-1]):
        adjective = place == first and found[i].key in known.DEMONYMS and not _body(found, run)
        if adjective or _title(found, run, place):
            first = place + 1
    last = len(run)
    while last > first + 2 and found[run[last - 1]].key in known.LETTERS:
        last -= 1
    run = run[:last]
    first = last - 1 if _alone(found, run[first:]) else first + _ahead(found, run[first:])
    return Name(run[0], run[first], run[-1] + 1)


def _closed(key: str) -> bool:
    """Whether the last word makes a body of all that stands before it: King Charles Hospital."""
    return (key in known.BODIES or key in known.SPOTS) and key not in lists.families()


def _title(found: list[Word], run: list[int], place: int) -> bool:
    key, before = found[run[place]].key, found[run[place - 1]].key if place else ""
    if key not in known.HONORIFICS and key not in known.OFFICES and not key.startswith("ex-"):
        return False
    # King, Bishop and Major are family names as well: after a first name they are the person's own.
    own = before in lists.given() and before not in lists.places() and key in lists.families()
    return not own and found[run[place]].form != "initial"


def _body(found: list[Word], run: list[int]) -> bool:
    return any(found[i].key in known.BODIES or found[i].key in known.THINGS for i in run[1:])


def _ahead(found: list[Word], run: list[int]) -> int:
    """How many words stand before the first name, where plain words, bodies or capitals lead up to it:
    ``State Mike Pompeo`` of *Secretary of State Mike Pompeo*, ``AFP Nigel Farage`` of a glued credit."""
    if found[run[0]].key in known.QUARTERS:
        return 0
    for place, i in enumerate(run[:-1]):
        key = found[i].key
        leads = key in lists.places() and place + 2 < len(run) and lists.wellknown(found[run[place + 1]].key)
        if key in lists.given() and not leads:
            return 0 if _body(found, run[place:]) or not lists.first_name(key) else place
        plain = (
            leads or lists.common(key) or key in known.BODIES or (found[i].form == "caps" and len(run) > 2)
        )
        if not plain or found[i].form == "initial" or key in known.PARTICLES:
            return 0
    return 0


def _alone(found: list[Word], run: list[int]) -> bool:
    """Whether only the last word of a run is the name: ``Trump`` in ``Washington Post Trump``."""
    if len(run) < 2 or found[run[-1]].key not in known.NOTABLE:
        return False
    first = found[run[0]]
    if any(found[i].key in lists.given() for i in run[:-1]):
        return False
    return _body(found, [run[0], *run[:-1]]) or (
        len(run) == 2 and first.opens and first.key.endswith(("ing", "ed"))
    )


def find(document: Document) -> list[Name]:
    """The names of a document, of whatever kind."""
    found = document(_capitals.find)
    return [trimmed(found, run) for run in document(runs)]
