"""The words of a text with what their capitals, their neighbours and their line say of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import partial
from itertools import accumulate, compress, count, pairwise
from operator import add
from typing import NamedTuple

from tellings.read import _captions
from tellings.read import _name_words as known
from tellings.read._document import Document
from tellings.read._remembered import Remembered

# Letters with hyphens and apostrophes inside, or initials with their stops (U.N., J.K.).
_WORD = re.compile(r"([^\W\d_](?:\.(?:[^\W\d_]\.){1,5}|[^\W\d_]*(?:['’‑-][^\W\d_]+)*))")
_POSSESSIVE = ("'s", "’s", "'S", "’S")
_OPENING = frozenset('.!?:;“"‘(«\n—–•*[')
# Capitals inside that family names have: McCain, DeVito, O'Neill.
_NAME_CAPITALS = re.compile(
    r"(?:Ma?c|[OD]['’]|D[eiu]|L[aeo]|V[ao]n|Fitz|Ben|Bin|Al|El|St)[A-Z]['’]?[^\W\d_A-Z]*$"
)
# What may stand between two words of a name: behind an initial or an abbreviation, and about a nickname.
_SPACES = (" ", "\u00a0")
_STOPS = (". ", ".\u00a0", ".", ".\n ")
_NICKNAME_BEGINS = (' "', " “", '. "', ". “")
_NICKNAME_ENDS = ('" ', "” ")
_JOINS = frozenset([*_SPACES, *_STOPS, *_NICKNAME_BEGINS, *_NICKNAME_ENDS])
# From this share of capitalised words on a line is a headline, and capitals in it tell nothing.
_HEADLINE = 0.8
_HEADLINE_WORDS = 4
_SMALL = 4  # words of up to so many letters may be small in a headline
_LONGEST_HEADLINE = 25
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


def _reading(word: str) -> tuple[int, str, str, bool, bool]:
    """What a word says by itself: its length without a possessive ending, its key, its form, whether it has such
    an ending, and whether an apostrophe alone would make a possessive of it."""
    possessive = word.endswith(_POSSESSIVE) and len(word) > 3
    bare = word[:-2] if possessive else word
    key = bare.lower().replace("’", "'")
    return len(bare), key, _form(bare), possessive, word[-1] in "sz" and word[0].isupper()


_read = Remembered(_reading)
# Of what stands between two words: whether the second opens, if it does not go on, and whether it may go on.
_gaps = Remembered(lambda gap: (not _OPENING.isdisjoint(gap[:40]), gap in _JOINS))


def _bare_possessive(text: str, end: int) -> bool:
    """Whether an apostrophe alone makes a possessive: the *ministers' plan*."""
    return text[end : end + 1] in ("'", "’") and text[end + 1 : end + 2] == " "


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


class _Columns:
    """The words of a text, column by column, as :class:`Word` names them: most stand between plain blanks, and
    only the others are looked at one by one."""

    def __init__(self, text: str, seams: list[int]) -> None:
        """Cut a text at its words; what is glued at one of ``seams`` is two words."""
        self.text = text
        self.written: list[str] = []
        self.start: list[int] = []
        gaps: list[str] = []
        self._parts: set[int] = set()  # the first words of what stands between two seams
        for first, last in pairwise([0, *seams, len(text)]):
            self._parts.add(len(gaps))
            pieces = _WORD.split(text[first:last])
            self.start += [*accumulate(map(len, pieces), initial=first)][1:-1:2]
            self.written += pieces[1::2]
            gaps += pieces[:-1:2]
        said = [*zip(*map(_read.__getitem__, self.written), strict=True)] if gaps else [()] * 5
        self.key: tuple[str, ...]
        self.form: tuple[str, ...]
        length, self.key, self.form, possessive, marked = said
        self.possessive: list[bool] = [*possessive]
        for i in compress(count(), marked):
            end = self.start[i] + len(self.written[i])
            self.possessive[i] = self.possessive[i] or _bare_possessive(text, end)
        self.end = [*map(add, self.start, length)]
        self.style: list[str] = []
        self._place(gaps, self._lines())

    def _lines(self) -> set[int]:
        """Set the style of every word, and tell the first words of lines."""
        firsts: set[int] = set()
        start = first = 0
        for line in self.text.split("\n"):
            end = start + len(line)
            last = bisect_left(self.start, end, first)
            if first < last:
                stopped = line.rstrip().endswith(".")
                self.style += [_style(self.written[first:last], stopped=stopped)] * (last - first)
                firsts.add(first)
            start, first = end + 1, last
        return firsts

    def _place(self, gaps: list[str], lines: set[int]) -> None:
        """Set of every word whether it goes on with what the one before it began, and whether it opens."""
        size = len(gaps)
        self.joined, self.opens = [True] * size, [False] * size
        fresh = self._parts | lines
        parted = {i for i, gap in enumerate(gaps) if gap != " "}
        parted.update(compress(count(1), self.possessive))
        for i in sorted(parted | fresh):
            if i in fresh and i < size:
                self.joined[i], self.opens[i] = False, True
            elif i < size:
                gap = self.text[self.end[i - 1] : self.start[i]]
                opening, may_join = _gaps[gap]
                joined = may_join and (self._goes_on(i - 1, gap) or self._nicknamed(i, gap))
                self.joined[i], self.opens[i] = joined, opening and not joined

    def _goes_on(self, before: int, gap: str) -> bool:
        if self.possessive[before]:
            return False
        if gap in _SPACES:
            return True
        stop = self.form[before] == "initial" or self.key[before] in known.ABBREVIATIONS
        return stop and gap in _STOPS

    def _nicknamed(self, i: int, gap: str) -> bool:
        """Whether a name goes on through a nickname in quotation marks: Robert C. "Bobby" Scott."""
        text, end = self.text, self.start[i] + len(self.written[i])
        if gap in _NICKNAME_ENDS:
            return self.joined[i - 1] and text[self.start[i - 1] - 1] in '"“'
        opening = gap in _NICKNAME_BEGINS and self.form[i - 1] in ("cap", "initial")
        return opening and text[end : end + 2] in _NICKNAME_ENDS and text[end + 2 : end + 3].isupper()


def _columns(document: Document) -> _Columns:
    # A caption's last word and ``Credit`` are two.
    seams = sorted({offset for part in document(_captions.find) for offset in (part.start, part.end)})
    return _Columns(document.text, seams)


def capitals(document: Document) -> list[int]:
    """The places of the words that are not in small letters."""
    return [i for i, form in enumerate(document(_columns).form) if form != "low"]


def small(document: Document) -> set[str]:
    """The keys of the words in small letters."""
    at = document(_columns)
    return {key for key, form in zip(at.key, at.form, strict=True) if form == "low"}


def find(document: Document) -> list[Word]:
    """The words of a document, in order."""
    at = document(_columns)
    rows = zip(at.start, at.end, at.key, at.form, at.joined, at.opens, at.possessive, at.style, strict=True)
    return list(map(_row, rows))
