"""Seams: places where a scraper joined two texts without a space (``a crowd.Marine Le Pen``)."""

from __future__ import annotations

import re

# A word of two letters or more, a number, or a closing mark; the stop; a capital that begins a word.
_SEAM = re.compile(
    r"(?:[^\W\d_][a-zà-ÿ]|\d\d|[\w)%][”’\"'»)])[.!?…][”’\"»)]{0,2}"
    r"(?=[“‘\"]?[A-ZÀ-Þ](?:[a-zà-ÿ’'.]|[ \t]|[A-Z]))"
    r"|[a-zà-ÿ0-9][ ][.!?](?=[A-ZÀ-Þ][a-zà-ÿ])"
    r"|[a-zà-ÿ0-9][,.!?][”’\"»)]{1,2}(?=[A-ZÀ-Þ“‘][a-zà-ÿ])"
)
# What every seam has: without it a paragraph is not searched at each of its letters.
_HINT = re.compile(r"[.!?…,][”’\"»)]{0,2}[“‘\"]?[A-ZÀ-Þ“‘]")
# What follows the stop in an address, a file or a trade name, and what stands before it in an abbreviation.
_ADDRESS_ENDS = frozenset(
    ("ai", "app", "ca", "co", "com", "edu", "eu", "fr", "gov", "info", "io", "js", "me", "net", "org", "py",
     "tv", "uk", "us", "xyz")
)  # fmt: skip
_ABBREVIATIONS = frozenset(
    ("capt", "col", "cpl", "dr", "feat", "fig", "gen", "gov", "hon", "jr", "lt", "maj", "messrs", "mr", "mrs",
     "ms", "mt", "no", "nos", "op", "pres", "prof", "rep", "rev", "sen", "sgt", "sr", "st", "vs", "vol")
)  # fmt: skip
_WORD_BEFORE = re.compile(r"[^\W_]+$")
_TOKEN = re.compile(r"\S{0,60}")
_WORD_AFTER = re.compile(r"[^\W_]*")


def find(text: str, start: int, end: int) -> list[int]:
    """The offsets at which a second text begins, within ``text[start:end]``.

    >>> find("Two men shaking hands.Two men met in Leeds. On amazon.Com J.K.Rowling sells.", 0, 76)
    [22]
    """
    if not _HINT.search(text, start, end):
        return []
    places = (m.end() for m in _SEAM.finditer(text, start, end))
    return [place for place in places if place < end and _joins(text, start, place)]


def _joins(text: str, start: int, place: int) -> bool:
    stop = place
    while stop > start and not text[stop - 1].isalnum():
        stop -= 1
    before = _WORD_BEFORE.search(text[max(start, stop - 40) : stop])
    after = _WORD_AFTER.match(text, place)
    head, tail = before.group() if before else "", after.group() if after else ""
    if tail.lower() in _ADDRESS_ENDS or head.lower() in _ABBREVIATIONS or head == "www":
        return False
    rest = _TOKEN.match(text, place)
    token = text[max(start, place - 60) : place].rsplit(None, 1)[-1] + (rest.group() if rest else "")
    return not any(mark in token for mark in ("@", "://", "www.", "_"))
