"""White-space chunks, each kept once: what a chunk may be the sign of is found out when it is first met.

News repeats its chunks: after some thousand articles nine in ten of them have been seen. A number stands for each,
and what the readers ask of it lies in columns by that number.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tellings.read import _agencies, _chunk_tokens, _punkt, _seams
from tellings.read._chunk_tokens import LONG
from tellings.scale._openings import openings

Numbers = npt.NDArray[np.int32]
Places = npt.NDArray[np.int64]

MOST = 1 << 19
"""Chunks held at once, and pairs of them: some 400 MB with all that is known of them. After that all are forgotten."""

# What a chunk is a sign of, one bit each. Of boundaries: a sentence may end in it (STOP), and would whatever follows
# (PLAIN); none begins with it as others do (ODD), or with it of all words (OPENS); it is an abbreviation (ABBREVIATED),
# one that sentences end with as well (MISSED), a question or a cry in marks (ASKED); a verb of speech (CUE); marks
# that close what is before them (CLOSERS); its paragraph needs the reader (SEAM).
STOP, PLAIN, ODD, OPENS, ABBREVIATED, MISSED, ASKED, CUE, CLOSERS, SEAM = (1 << bit for bit in range(10))
# Of what is no prose: a picture's label, an agency, or where people stand (PICTURE); a bracket (BRACKET); a prompt
# among sentences (PROMPT); as its paragraph's first chunk, a caption (CAPTION), a line of furniture (LINE), a dateline
# or a date (FILED); as its last, where people stand (LAST); a reporter's role (ROLE); a small letter (LOWER).
PICTURE, BRACKET, PROMPT, CAPTION, LINE, FILED, LAST, ROLE, LOWER = (1 << bit for bit in range(10, 19))

_LOWER = re.compile(r"[a-zà-ÿ]")
_MISSED = re.compile(r"(?:(?:[A-Z]\.){2,5}|[ap]\.m\.|etc\.|Inc\.|Corp\.|Ltd\.|Jr\.|Sr\.)[”’\"')]{0,2}$")
_STARTS = re.compile(
    r"[“‘\"]?(?:The|He|She|It|They|But|This|That|These|Those|We|You|When|While|After|Before|However|There|If|His"
    r"|Her|Its|Their|And|Although|Meanwhile)(?:[,’']|$)"
)
_SEAM = re.compile(r"[.!?…,][”’\"'»)]{0,2}[“‘\"]?[A-ZÀ-Þ“‘]")
_PICTURE = re.compile(
    r"Photo|PHOTO|Pic|PIC|Image|IMAGE|Illustration|Screengrab|Credit|CREDIT|Courtesy|[©/]|via$|left,|right,|centre,|center,"
)
_PROMPT = re.compile(r"READ|CLICK|SIGN|Read|Click|Subscribe|Sign|\((?:PHOTOS|VIDEO|GALLERY|RELATED|$)")
_LAST = re.compile(r"(?:left|right|cent(?:re|er))\.?$")
_CAPTION = re.compile(r"FILE|File|Image|Media|Caption|PHOTO|Photo|IMAGE|Pictured|From$|Clockwise|Left$|L-R")
_FILED = re.compile(
    r"\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec"
    r"|[A-ZÀ-Þ][A-ZÀ-Þ.'’`-]"
)
_BYLINE = re.compile(
    r"(?:By|BY|by|Written|Words)$|\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Ju|Aug|Sep|Oct|Nov"
    r"|Dec"
)
_ROLE = re.compile(
    r"editor|correspondent|reporter|writer|columnist|journalist|producer|contributor|chief|commentator|press"
    r"|reuters|news|staff|agency|agencies"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
# How words with one capital begin that may be a sign of what is no prose.
_TITLES = (
    "Photo|Pic|Image|Illustration|Screengrab|Credit|Courtesy|Read|Click|Sign|Subscribe|File|Media|Caption|Pictured|From"
    "|Clockwise|Left|By|Written|Words|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
)


class Lists(NamedTuple):
    """What is taken from other readers' lists, once: first letters of lines, words within, and what small words tell."""

    first: tuple[str, ...]
    within: re.Pattern[str]
    cue: re.Pattern[str]
    small: re.Pattern[str]
    titles: frozenset[str]


@cache
def _lists() -> Lists:
    first, within = openings()
    words = sorted({name.split()[0] for name in _agencies._names()["pictures"]} | within)
    small = [word for word in (*words, *first) if word.islower()]
    telling = f"by$|{_ROLE.pattern}|via$|left|right|cent|{_punkt._CUES}|{'|'.join(map(re.escape, small))}"
    titles = {
        each[:length]
        for each in (*first, *words, *_TITLES.split("|"))
        for length in (2, 3)
        if len(each) >= length
    }
    short = {title for title in titles if len(title) == 3 or title in {*first, *_TITLES.split("|")}}
    anywhere = re.compile("|".join(map(re.escape, words)))
    return Lists(first, anywhere, re.compile(_punkt._CUES), re.compile(telling), frozenset(short))


class Chunks(dict[str, int]):
    """The number of each chunk, given when it is first met.

    >>> chunks = Chunks()
    >>> chunks["council,"], chunks["left."], chunks["council,"], chunks.strings
    (0, 1, 0, ['council,', 'left.'])
    """

    def __init__(self) -> None:
        self.strings: list[str] = []
        self.cores: list[str] = []
        self._flags: list[int] = []
        self._made: npt.NDArray[np.uint32] = np.zeros(0, np.uint32)

    def __missing__(self, chunk: str) -> int:
        self[chunk] = number = len(self.strings)
        self.strings.append(chunk)
        self.cores.append(_chunk_tokens.core(chunk))
        self._flags.append(flags(chunk))
        return number

    @property
    def flags(self) -> npt.NDArray[np.uint32]:
        """What every chunk is a sign of, by its number."""
        new = len(self.strings) - len(self._made)
        if new:
            self._made = np.concatenate([self._made, np.array(self._flags[-new:], np.uint32)])
        return self._made

    def numbers(self, chunks: list[str]) -> Numbers:
        """The numbers of chunks."""
        return np.fromiter(map(self.__getitem__, chunks), np.int32, len(chunks))


def flags(chunk: str) -> int:
    """What a chunk may be a sign of. A bit too many costs time; a bit too few would cost rows.

    >>> flags("council") == LOWER | ODD, bool(flags("1.Men") & SEAM), bool(flags("(AP") & BRACKET)
    (True, False, True)
    """
    core = _chunk_tokens.core(chunk)
    if core and core.isascii() and len(chunk) <= LONG and _is_plain_case(chunk, core):
        found = LOWER | (ODD if core[0].islower() else OPENS if _STARTS.match(chunk) else 0)
    else:
        found = _letters(chunk) | (0 if core else _marks(chunk))
    if "." in chunk or "?" in chunk or "!" in chunk:
        found |= STOP | _stops(chunk)
    if core and len(chunk) <= LONG:
        return found
    if len(chunk) > LONG or not any(map(str.isalnum, chunk)):
        found |= ODD | LINE
    if chunk.lstrip(_punkt._OPENING)[:1].islower():
        found |= ODD
    return found


def _is_plain_case(chunk: str, core: str) -> bool:
    """Whether a word, in small letters or with one capital, begins and holds nothing that tells anything."""
    lists = _lists()
    if core.islower():
        return not lists.small.search(chunk)
    if len(core) < 2 or not core[1:].islower() or core[:3] in lists.titles or core[:2] in lists.titles:
        return False
    return not lists.small.search(chunk.lower())


def _marks(chunk: str) -> int:
    """What the marks in a chunk are signs of."""
    found = BRACKET if "(" in chunk or "[" in chunk else 0
    if chunk[0] in "\"')]}’”«»":
        rest = chunk.lstrip("\"')]}’”«»")
        found |= CLOSERS if not rest or rest[:2] == "--" else 0
    if chunk in ('"', ".") or (_SEAM.search(chunk) and _seams._SEAM.search(f"a {chunk} ")):
        found |= SEAM
    return found


def _letters(chunk: str) -> int:
    """What the letters of a chunk are signs of."""
    lists = _lists()
    found = LOWER if _LOWER.search(chunk) else 0
    if chunk[0].islower():
        found |= ODD
    elif _STARTS.match(chunk):
        found |= OPENS
    if _PICTURE.search(chunk) or lists.within.search(chunk):
        found |= PICTURE | (LINE if "contributed" in chunk else 0)
    if _PROMPT.search(chunk):
        found |= PROMPT
    if _LAST.match(chunk):
        found |= LAST
    if _ROLE.search(chunk.lower()):
        found |= ROLE
    if lists.cue.match(chunk):
        found |= CUE
    return found | _openers(chunk, lists.first)


def _openers(chunk: str, first: tuple[str, ...]) -> int:
    """What a paragraph may be that begins with a chunk; a shouted line may begin with any word."""
    found = CAPTION if _CAPTION.match(chunk) else 0
    if _FILED.match(chunk):
        found |= FILED
    word = _WORD.match(chunk)
    if (word and word.group().isupper()) or chunk.startswith(first) or _BYLINE.match(chunk):
        found |= LINE
    return found


def _stops(chunk: str) -> int:
    """What the stop in a chunk is a sign of."""
    found = PLAIN if (plain := _punkt._PLAIN.fullmatch(chunk)) and _punkt.is_plain(plain[1]) else 0
    if found and chunk[-1] == ".":
        return found
    if _MISSED.search(chunk):
        found |= MISSED
    last = _punkt._LAST_WORD.search(chunk)
    if last and _may_abbreviate(last.group(1)):
        found |= ABBREVIATED
    closed = chunk.rstrip("”’\"'")
    if closed != chunk and closed[-1:] in ("?", "!"):
        found |= ASKED
    return found


def _may_abbreviate(word: str) -> bool:
    small = word[:-1].lower()
    named = small in _punkt._TITLES or small in _punkt._COUNTED or small in _punkt._FIRMS
    return named or (word[0].isupper() and (len(small) == 1 or "." in small))
