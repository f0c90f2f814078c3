"""White-space chunks, each kept once: what a chunk may be the sign of is found out when it is first met.

News repeats its chunks: after some thousand articles nine in ten of them have been seen. A number stands for each,
and what the readers ask of it lies in columns by that number.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from tellings.read import _agencies, _punkt, _seams
from tellings.scale._openings import openings

Numbers = npt.NDArray[np.int32]
Places = npt.NDArray[np.int64]

MOST = 1 << 20
"""Chunks held at once: some 300 MB with all that is known of them. After that all are forgotten."""

# What a chunk is a sign of, one bit each. STOP: a sentence may end in it. PLAIN: it would, whatever follows. ODD:
# no sentence begins with it as others do. SEAM: its paragraph needs the reader.
STOP, PLAIN, ODD, SEAM = 1, 2, 4, 8
# APART: its paragraph may hold a caption, a credit or a link; FIRST: so may one that it opens; LAST: or closes.
APART, FIRST, LAST, ROLE = 16, 32, 64, 128
LOWER, CUE, MISSED, ABBREVIATED, ASKED = 256, 512, 1024, 2048, 4096
OPENS, CLOSERS = 8192, 16384

_STOPS = re.compile(r"[.?!]")
_LOWER = re.compile(r"[a-zà-ÿ]")
_PLAIN = re.compile(r"([^\W\d_]{3,})([.?!][”\"’)]?)")
_MISSED = re.compile(r"(?:(?:[A-Z]\.){2,5}|[ap]\.m\.|etc\.|Inc\.|Corp\.|Ltd\.|Jr\.|Sr\.)[”’\"')]{0,2}$")
_STARTS = re.compile(
    r"[“‘\"]?(?:The|He|She|It|They|But|This|That|These|Those|We|You|When|While|After|Before|However|There|If|His"
    r"|Her|Its|Their|And|Although|Meanwhile)(?:[,’']|$)"
)
# Signs of a credit, of a link among the sentences, of a caption that says where people stand.
_APART = re.compile(
    r"[(\[/©]|Photo|PHOTO|Pic|PIC|Image|IMAGE|Illustration|Screengrab|Credit|CREDIT|Courtesy|READ|CLICK|SIGN"
)
_APART_WORD = re.compile(r"via$|(?:Read|Click|Subscribe|Sign)|(?:left|right|cent(?:re|er)),")
_LAST = re.compile(r"(?:left|right|cent(?:re|er))\.?")
_FIRST = re.compile(
    r"FILE|File|Image|Media|Caption|PHOTO|Photo|IMAGE|Pictured|From$|Clockwise|Left$|L-R|\d|By$|BY$|by$|Written$"
    r"|Words$|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec"
    r"|[A-ZÀ-Þ][A-ZÀ-Þ.'’`-]"
)
_ROLE = re.compile(
    r"editor|correspondent|reporter|writer|columnist|journalist|producer|contributor|chief|commentator|press"
    r"|reuters|news|staff|agency|agencies"
)
_WORD = re.compile(r"[^\W\d_]{2,}")


class Opened(NamedTuple):
    """What is compiled from other readers' lists, once."""

    first: tuple[str, ...]
    anywhere: re.Pattern[str]
    cue: re.Pattern[str]


@cache
def _opened() -> Opened:
    first, within = openings()
    pictures = {name.split()[0] for name in _agencies._names()["pictures"]}
    either = "|".join(map(re.escape, sorted(pictures | within)))
    return Opened(first, re.compile(f"{_APART.pattern}|{either}"), re.compile(_punkt._CUES))


class Chunks(dict[str, int]):
    """The number of each chunk, given when it is first met.

    >>> chunks = Chunks()
    >>> chunks["council,"], chunks["left."], chunks["council,"], chunks.strings
    (0, 1, 0, ['council,', 'left.'])
    """

    def __init__(self) -> None:
        self.strings: list[str] = []
        self._flags: list[int] = []
        self._made: npt.NDArray[np.uint16] = np.zeros(0, np.uint16)

    def __missing__(self, chunk: str) -> int:
        self[chunk] = number = len(self.strings)
        self.strings.append(chunk)
        self._flags.append(flags(chunk))
        return number

    @property
    def flags(self) -> npt.NDArray[np.uint16]:
        """What every chunk is a sign of, by its number."""
        new = len(self.strings) - len(self._made)
        if new:
            self._made = np.concatenate([self._made, np.array(self._flags[-new:], np.uint16)])
        return self._made

    def numbers(self, chunks: list[str]) -> Numbers:
        """The numbers of chunks."""
        return np.fromiter(map(self.__getitem__, chunks), np.int32, len(chunks))


def flags(chunk: str) -> int:
    """What a chunk may be a sign of. A bit too many costs time; a bit too few would cost rows.

    >>> flags("council") == LOWER | ODD, bool(flags("1.Men") & SEAM), bool(flags("(AP") & APART)
    (True, True, True)
    """
    found = LOWER if _LOWER.search(chunk) else 0
    if chunk.isalpha():
        return found | _word_flags(chunk)
    if _STOPS.search(chunk):
        found |= STOP | _stop_flags(chunk)
    if chunk[0] in "\"')]}’”«»" and (not chunk.strip("\"')]}’”«»") or chunk.lstrip("\"')]}’”«»")[:2] == "--"):
        found |= CLOSERS
    if len(chunk) > 48 or not any(map(str.isalnum, chunk)):
        found |= ODD | FIRST
    rest = chunk.lstrip(_punkt._OPENING)
    if rest[:1].islower():
        found |= ODD
    if chunk in ('"', ".") or _seams._SEAM.search(f"a {chunk} "):
        found |= SEAM
    return found | _word_flags(chunk)


def _word_flags(chunk: str) -> int:
    found, lists = 0, _opened()
    if chunk[0].islower():
        found |= ODD
    elif _STARTS.match(chunk):
        found |= OPENS
    if lists.anywhere.search(chunk) or _APART_WORD.match(chunk):
        found |= APART
    if _may_open(chunk, lists.first):
        found |= FIRST
    if _LAST.match(chunk):
        found |= LAST
    if _ROLE.search(chunk.lower()):
        found |= ROLE
    if lists.cue.match(chunk):
        found |= CUE
    return found


def _may_open(chunk: str, first: tuple[str, ...]) -> bool:
    """Whether a line may begin with it that is no prose; a shouted line may begin with any word."""
    if _FIRST.match(chunk) or chunk.startswith(first):
        return True
    word = _WORD.match(chunk)
    return bool(word and word.group().isupper())


def _stop_flags(chunk: str) -> int:
    found = 0
    if (plain := _PLAIN.fullmatch(chunk)) and _is_plain(plain[1]):
        found |= PLAIN
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
    named = small in _punkt._TITLES | _punkt._COUNTED | _punkt._FIRMS
    return named or (word[0].isupper() and (len(small) == 1 or "." in small))


@cache
def _special() -> frozenset[str]:
    """Words of which Punkt knows more than that a full stop after them ends a sentence."""
    known: Any = _punkt._model().params
    joined = {first for first, _ in known.collocations}
    return frozenset(joined | set(known.abbrev_types)) | _punkt._TITLES | _punkt._COUNTED | _punkt._FIRMS


def _is_plain(word: str) -> bool:
    known: Any = _punkt._model().params
    small = word.lower()
    return small not in _special() and not known.is_abbrev(small) and not known.is_numeric_abbrev(small)
