"""The words of a text with what their capitals, their neighbours and their line say of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

from tellings.read import _captions
from tellings.read import _name_words as known
from tellings.read._document import Document

# Letters with hyphens and apostrophes inside, or initials with their stops (U.N., J.K.).
_WORD = re.compile(r"([^\W\d_](?:\.(?:[^\W\d_]\.){1,5}|[^\W\d_]*(?:['’‑-][^\W\d_]+)*))")
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


_row = partial(tuple.__new__, Word)  # a row of eight values, without a look at their names


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


@lru_cache(_KEPT)
def _read(word: str) -> tuple[int, str, str, bool, bool]:
    """What a word says by itself: its length without a possessive ending, its key, its form, whether it has such
    an ending, and whether an apostrophe alone would make a possessive of it."""
    possessive = word.endswith(_POSSESSIVE) and len(word) > 3
    bare = word[:-2] if possessive else word
    key = bare.lower().replace("’", "'")
    return len(bare), key, _form(bare), possessive, word[-1] in "sz" and word[0].isupper()


def _bare_possessive(text: str, end: int) -> bool:
    """Whether an apostrophe alone makes a possessive: the *ministers' plan*."""
    return text[end : end + 1] in ("'", "’") and text[end + 1 : end + 2] == " "


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
    if len(words) < _HEADLINE_WORDS or _mostly_small(words):
        return "plain"
    long = [word for word in words if len(word) > _SMALL]
    if len(long) < (_STOPPED if stopped else 2):
        return "plain"
    if sum(map(str.isupper, long)) > _HEADLINE * len(long):
        return "caps"
    short = len(words) <= _LONGEST_HEADLINE
    return "title" if short and sum(w[0].isupper() for w in long) > _HEADLINE * len(long) else "plain"


def _mostly_small(words: list[str]) -> bool:
    """Whether so many words are in small letters that too few of the long ones can have a capital."""
    long = sum(map(_SMALL.__lt__, map(len, words)))
    return len(words) - sum(map(str.islower, words)) <= _HEADLINE * long


def find(document: Document) -> list[Word]:
    """The words of a document, in order."""
    text = document.text
    seams = sorted({offset for part in document(_captions.find) for offset in (part.start, part.end)})
    found: list[Word] = []
    for start, end in _lines(text):
        # A line in the parts between its seams, so that a caption's last word and ``Credit`` are two.
        within = seams[bisect_right(seams, start) : bisect_left(seams, end)]
        cuts = [start, *within, end]
        parts = [_WORD.split(text[first:last]) for first, last in pairwise(cuts)]
        words = [word for part in parts for word in part[1::2]]
        if words:
            style = _style(words, stopped=text[start:end].rstrip().endswith("."))
            for first, part in zip(cuts, parts, strict=False):
                found += _words(text, first, part, style)
    return found


def _words(text: str, place: int, pieces: list[str], style: str) -> list[Word]:
    """The words of a stretch that is cut at them: what stands before the first, it, what stands behind it …"""
    words: list[Word] = []
    free = False  # whether a word that is no possessive stands before
    for gap, written in zip(pieces[::2], pieces[1::2], strict=False):
        place += len(gap)
        length, key, form, possessive, marked = _read(written)
        end = place + len(written)
        possessive = possessive or (marked and _bare_possessive(text, end))
        if free and gap == " ":
            joined, opens = True, False
        else:
            joined, opens = _placed(text, words[-1] if words else None, place, end)
        words.append(_row((place, place + length, key, form, joined, opens, possessive, style)))
        place, free = end, not possessive
    return words


def _placed(text: str, before: Word | None, start: int, end: int) -> tuple[bool, bool]:
    """Whether a word goes on with what the one before it began, and whether it opens."""
    if before is None:
        return False, True
    gap = text[before.end : start]
    joined = len(gap) <= 3 and (_joined(before, gap) or _nicknamed(text, before, gap, start, end))
    return joined, not joined and not _OPENING.isdisjoint(gap[:40])
