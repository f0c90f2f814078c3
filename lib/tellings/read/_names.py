"""Capitalised names: the words of a text, and the runs of them that may name somebody or something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tellings.read import _name_words as known
from tellings.read._document import Document
from tellings.read._lexicon import _listed

# Letters with hyphens and apostrophes inside, or initials with their stops (U.N., J.K.).
_WORD = re.compile(r"(?:[^\W\d_]\.){2,6}|[^\W\d_]+(?:['’‑-][^\W\d_]+)*")
_POSSESSIVE = ("'s", "’s", "'S", "’S")
_OPENING = frozenset(".!?:;“\"‘(«\n—–•*[")
# Capitals inside that family names have: McCain, DeVito, O'Neill.
_NAME_CAPITALS = re.compile(r"(?:Ma?c|[OD]['’]|D[eiu]|L[aeo]|V[ao]n|Fitz|Ben|Bin|Al|El|St)[A-Z]['’]?[^\W\d_A-Z]*$")
# No name has more words than this; what seems to is a list or a heading in capitals.
_LONGEST = 20
_SPACES = (" ", "\u00a0")
# From this share of capitalised words on a line is a headline, and capitals in it tell nothing.
_HEADLINE = 0.6
_HEADLINE_WORDS = 4
_LONGEST_HEADLINE = 25
# Months that people are called by as well.
_MONTH_NAMES = frozenset(["april", "may", "june", "august"])


class Word(NamedTuple):
    """A word, without its possessive ending.

    ``form`` is cap, caps, mixed (WikiLeaks), initial or low; ``joined`` when nothing but a space parts it from the word before;
    ``opens`` when it begins a sentence, a line or a quotation, where every word has a capital; ``style`` is
    that of its line: plain, title (Words Like This) or caps.
    """

    start: int
    end: int
    key: str
    form: str
    joined: bool
    opens: bool
    possessive: bool
    style: str


class Name(NamedTuple):
    """A run of words that may be a name: ``words[first:last]``, with its titles and roles from ``lead`` on."""

    lead: int
    first: int
    last: int


def _form(word: str) -> str:
    if len(word) == 1:
        return "initial" if word.isupper() else "low"
    if word[1] == "." and word[0].isupper():
        return "initial" if len(word) == 4 else "caps"
    if not word[0].isupper():
        # al-Assad and d'Estaing are names; issuesCredit is two words glued.
        return "cap" if _inner(word) else "low"
    head = word.partition("-")[0].removesuffix("s")  # NGOs, and the party of D-Calif or BN-Tambun
    if word.isupper() or (len(head) > 1 and head.isupper()):
        return "caps"
    return "cap" if word[1:].islower() or "-" in word or _NAME_CAPITALS.match(word) else "mixed"


def _inner(word: str) -> bool:
    head, _, tail = word.replace("’", "-").replace("'", "-").partition("-")
    return len(head) <= 3 and tail[:1].isupper()


def _possessive(text: str, word: str, end: int) -> tuple[str, bool]:
    if word.endswith(_POSSESSIVE) and len(word) > 3:
        return word[:-2], True
    bare = word[-1] in "sz" and text[end : end + 1] in ("'", "’") and text[end + 1 : end + 2] == " "
    return word, bare and word[0].isupper()


def _joined(before: Word, gap: str) -> bool:
    if before.possessive:
        return False
    if gap in _SPACES:
        return True
    stop = before.form == "initial" or before.key in known.ABBREVIATIONS
    return stop and gap in (". ", ".\u00a0", ".", ".\n ")


def _nicknamed(text: str, before: Word, gap: str, start: int, end: int) -> bool:
    """Whether a name goes on through a nickname in quotation marks: Robert C. "Bobby" Scott."""
    if gap in ('" ', "” "):
        return before.joined and text[before.start - 1] in '"“'
    opening = gap in (' "', " “", '. "', ". “") and before.form in ("cap", "initial")
    return opening and text[end : end + 2] in ('" ', "” ") and text[end + 2 : end + 3].isupper()


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _style(matches: list[re.Match[str]]) -> str:
    long = [m.group() for m in matches if len(m.group()) > 3]
    if len(matches) < _HEADLINE_WORDS or not long:
        return "plain"
    if sum(w.isupper() for w in long) > _HEADLINE * len(long):
        return "caps"
    titled = len(matches) <= _LONGEST_HEADLINE and sum(w[0].isupper() for w in long) > _HEADLINE * len(long)
    return "title" if titled else "plain"


def words(document: Document) -> list[Word]:
    """The words of a document, in order."""
    text = document.text
    found: list[Word] = []
    for start, end in _lines(text):
        matches = list(_WORD.finditer(text, start, end))
        style = _style(matches)
        for match in matches:
            found.append(_word(text, match, found[-1] if found and found[-1].start >= start else None, style))
    return found


def _word(text: str, match: re.Match[str], before: Word | None, style: str) -> Word:
    word, possessive = _possessive(text, match.group(), match.end())
    start, end = match.start(), match.start() + len(word)
    gap = text[before.end : start] if before else "\n"
    joined = before is not None and len(gap) <= 3 and (
        _joined(before, gap) or _nicknamed(text, before, gap, start, match.end())
    )
    opens = not joined and not _OPENING.isdisjoint(gap[:40])
    key = word.lower().replace("’", "'")
    return Word(start, end, key, _form(word), joined, opens, possessive, style)


def common(key: str) -> bool:
    """Whether a word in small letters is an ordinary word of English, going by the lexicon."""
    return key in known.FUNCTION or key in known.YOUNG or not listed(key).startswith(("NNP", "FW", "-"))


def wellknown(key: str) -> bool:
    """Whether a word is a first name known to everybody, whatever else it means (``Mark``)."""
    return "+" in known.given().get(key, "")


def first_name(key: str) -> bool:
    """Whether a word is a first name: a well-known one, or any that is not a plain word of English as well."""
    return wellknown(key) or (key in known.given() and not common(key))


def listed(key: str) -> str:
    """The lexicon's tag of a word in small letters; ``-`` where it has none of its own."""
    return _listed().get(key, "-")


def _splits(words_: list[Word], run: list[int]) -> Iterator[list[int]]:
    """The run without the words that cannot stand in a name, cut where they stood."""
    part: list[int] = []
    for place, i in enumerate(run):
        after = words_[run[place + 1]] if place + 1 < len(run) else None
        if _foreign(words_[i], after, [words_[j] for j in part[-2:]]):
            yield part
            part = []
        else:
            part.append(i)
    yield part


def _foreign(word: Word, after: Word | None, part: list[Word]) -> bool:
    """Whether a capitalised word stands outside any name: a day, a sentence opener, a word of a headline."""
    key = word.key
    if key in known.FUNCTION or key in known.DAYS:
        return not (key in known.QUARTERS and after)
    named = after is not None and after.form == "cap" and key in known.given() and after.key in known.families()
    if key in known.MONTHS:
        return not (part or named or key in _MONTH_NAMES)
    if named or word.form == "initial" or not common(key) or not (word.opens or word.style == "title"):
        return False
    if key in known.HONORIFICS or key in known.OFFICES or key in known.DEMONYMS or key in known.given():
        return False
    if after is not None and (after.key in known.OFFICES or (word.opens and _attribute(key, word.style))):
        return False
    return not _member(key, part)


def _attribute(key: str, style: str) -> bool:
    """Whether a word at the start of a sentence can belong to what follows: not where all words have capitals."""
    return style != "title" and listed(key).startswith(("NN", "JJ"))


def _member(key: str, part: list[Word]) -> bool:
    """Whether a plain word ends the name begun before it: ``Marine Le Pen``, ``George Bush`` in a headline."""
    if not part or listed(key).startswith("VB"):
        return False
    if part[-1].key in known.PARTICLES or key in known.SUFFIXES:
        return True
    return key in known.families() and (first_name(part[0].key) or not common(part[0].key))


def runs(document: Document) -> list[list[int]]:
    """The runs of capitalised words that only spaces part, as places in :func:`words`."""
    found = document(words)
    chunks: list[list[int]] = []
    run: list[int] = []
    for i, word in enumerate(found):
        if run and (not word.joined or len(run) == _LONGEST):
            chunks.append(run)
            run = []
        if _capital(word) or (run and _particle(found, i)):
            run.append(i)
        elif run:
            chunks.append(run)
            run = []
    chunks.append(run)
    return [part for chunk in chunks for part in _splits(found, chunk) if part]


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
    whole = " ".join(found[i].key for i in run)
    if whole in known.places() or whole in known.MORE_BODIES:
        return Name(run[0], run[0], run[-1] + 1)
    first = 0
    for place, i in enumerate(run[:-1]):
        adjective = place == first and found[i].key in known.DEMONYMS and not _body(found, run)
        if adjective or _title(found, run, place):
            first = place + 1
    return Name(run[0], run[first + _ahead(found, run[first:])], run[-1] + 1)


def _title(found: list[Word], run: list[int], place: int) -> bool:
    key, before = found[run[place]].key, found[run[place - 1]].key if place else ""
    if key not in known.HONORIFICS and key not in known.OFFICES and not key.startswith("ex-"):
        return False
    # King, Bishop and Major are family names as well: after a first name they are the person's own.
    own = before in known.given() and before not in known.places() and key in known.families()
    return not own and found[run[place]].form != "initial"


def _body(found: list[Word], run: list[int]) -> bool:
    return any(found[i].key in known.BODIES or found[i].key in known.THINGS for i in run[1:])


def _ahead(found: list[Word], run: list[int]) -> int:
    """How many words stand before the first name, where plain words, bodies or capitals lead up to it:
    ``State Mike Pompeo`` of *Secretary of State Mike Pompeo*, ``AFP Nigel Farage`` of a glued credit."""
    for place, i in enumerate(run[:-1]):
        key = found[i].key
        leads = key in known.places() and place + 2 < len(run) and wellknown(found[run[place + 1]].key)
        if key in known.given() and not leads:
            return 0 if _body(found, run[place:]) or not first_name(key) else place
        plain = leads or common(key) or key in known.BODIES or (found[i].form == "caps" and len(run) > 2)
        if not plain or found[i].form == "initial" or key in known.PARTICLES:
            return 0
    known_alone = found[run[-1]].key in known.NOTABLE and _body(found, [run[0], *run[:-1]])
    return len(run) - 1 if known_alone else 0


def find(document: Document) -> list[Name]:
    """The names of a document, of whatever kind."""
    found = document(words)
    return [trimmed(found, run) for run in document(runs)]
