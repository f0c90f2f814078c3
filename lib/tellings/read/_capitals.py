"""The words of a text with what their capitals, their neighbours and their line say of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from tellings.read import _captions
from tellings.read import _name_words as known
from tellings.read._document import Document

# Letters with hyphens and apostrophes inside, or initials with their stops (U.N., J.K.).
_WORD = re.compile(r"(?:[^\W\d_]\.){2,6}|[^\W\d_]+(?:['’‑-][^\W\d_]+)*")
_POSSESSIVE = ("'s", "’s", "'S", "’S")
_OPENING = frozenset('.!?:;“"‘(«\n—–•*[')
# Capitals inside that family names have: McCain, DeVito, O'Neill.
_NAME_CAPITALS = re.compile(
    r"(?:Ma?c|[OD]['’]|D[eiu]|L[aeo]|V[ao]n|Fitz|Ben|Bin|Al|El|St)[A-Z]['’]?[^\W\d_A-Z]*$"
)
_SPACES = (" ", "\u00a0")
# From this share of capitalised words on a line is a headline, and capitals in it tell nothing.
_HEADLINE = 0.8
_HEADLINE_WORDS = 4
_SMALL = 4  # words of up to so many letters may be small in a headline
_LONGEST_HEADLINE = 25
_KEPT = 1 << 15  # distinct words whose forms are remembered
_STOPPED = 6  # the long words of a headline that ends in a full stop


class Word(NamedTuple):
    """A word, without its possessive ending.

    ``form`` is cap, caps, mixed (WikiLeaks), initial or low; ``joined`` when nothing but a space parts it from
    the word before; ``opens`` when it begins a sentence, a line or a quotation, where every word has a
    capital; ``style`` is that of its line: plain, title (Words Like This) or caps.
    """

    start: int
    end: int
    key: str
    form: str
    joined: bool
    opens: bool
    possessive: bool
    style: str


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


class _Read(NamedTuple):
    """What a word says by itself: its length without a possessive ending, and whether it has one."""

    length: int
    key: str
    form: str
    possessive: bool


@lru_cache(_KEPT)
def _read(word: str) -> _Read:
    possessive = word.endswith(_POSSESSIVE) and len(word) > 3
    bare = word[:-2] if possessive else word
    return _Read(len(bare), bare.lower().replace("’", "'"), _form(bare), possessive)


def _bare_possessive(text: str, word: str, end: int) -> bool:
    """Whether an apostrophe alone makes a possessive: the *ministers' plan*."""
    marked = word[-1] in "sz" and text[end : end + 1] in ("'", "’") and text[end + 1 : end + 2] == " "
    return marked and word[0].isupper()


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


def _style(words: list[str], *, stopped: bool) -> str:
    """The style of a line: caps, title or plain. A sentence that ends in a full stop has to have many capitals
    to be a headline, for a short one may happen to hold little but names."""
    long = [word for word in words if len(word) > _SMALL]
    if len(words) < _HEADLINE_WORDS or len(long) < (_STOPPED if stopped else 2):
        return "plain"
    if sum(map(str.isupper, long)) > _HEADLINE * len(long):
        return "caps"
    short = len(words) <= _LONGEST_HEADLINE
    return "title" if short and sum(w[0].isupper() for w in long) > _HEADLINE * len(long) else "plain"


def find(document: Document) -> list[Word]:
    """The words of a document, in order."""
    text = document.text
    seams = sorted({offset for part in document(_captions.find) for offset in (part.start, part.end)})
    found: list[Word] = []
    for start, end in _lines(text):
        # A line in the parts between its seams, so that a caption's last word and ``Credit`` are two.
        within = seams[bisect_right(seams, start) : bisect_left(seams, end)]
        parts = [list(_WORD.finditer(text, *cut)) for cut in pairwise([start, *within, end])]
        words = [match.group() for part in parts for match in part]
        if words:
            style = _style(words, stopped=text[start:end].rstrip().endswith("."))
            for part in parts:
                found += _words(text, part, style)
    return found


def _words(text: str, matches: list[re.Match[str]], style: str) -> Iterator[Word]:
    before: Word | None = None
    for match in matches:
        start, written = match.start(), match.group()
        length, key, form, possessive = _read(written)
        possessive = possessive or _bare_possessive(text, written, match.end())
        gap = text[before.end : start] if before else "\n"
        if before and gap == " ":
            joined, opens = not before.possessive, False
        else:
            joined = before is not None and _beside(text, before, gap, match)
            opens = not joined and not _OPENING.isdisjoint(gap[:40])
        before = Word(start, start + length, key, form, joined, opens, possessive, style)
        yield before


def _beside(text: str, before: Word, gap: str, match: re.Match[str]) -> bool:
    """Whether a word goes on with what the one before it began."""
    if len(gap) > 3:
        return False
    return _joined(before, gap) or _nicknamed(text, before, gap, match.start(), match.end())
