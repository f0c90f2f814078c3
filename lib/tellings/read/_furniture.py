"""Furniture: what a news page carries around an article, and a scraper takes for its text."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import pandas as pd

from tellings.read import _captions, _datelines, _paragraphs
from tellings.read._document import Document
from tellings.read._rows import Span, table

# Links and prompts within a paragraph: in capitals, glued or after a sentence; in words, a sentence.
_INLINE = re.compile(
    r"(?<=[a-z0-9.!?…”’\"')])[ \t]?(?:READ (?:MORE|ALSO|NEXT)|CLICK HERE|SIGN UP (?:FOR|TO))\b[^\n]{0,200}"
    r"|\([ \t]?(?:PHOTOS|VIDEO|GALLERY|RELATED|READ MORE):[^()\n]{0,120}\)"
    r"|(?<=[.!?…”’\"')][ \t])(?:Read more(?: here\b|:)|Click here (?:to|for)\b|Subscribe to our\b"
    r"|Sign up (?:to|for) (?:our|the|my)\b(?=[^.\n]{0,80}newsletter))[^.!?\n]{0,160}[.!?]?"
)
# One of these every such link has: a text without them is not searched at each of its letters.
_INLINE_HINTS = (
    "READ ", "CLICK HERE", "SIGN UP ", "PHOTOS:", "VIDEO:", "GALLERY:", "RELATED:", "Read more", "Click here ",
    "Subscribe to our", "Sign up ",
)  # fmt: skip
# A run of whole words in capitals, and a title up to the next sentence.
_RUN = re.compile(r"(?:[^\sa-zà-ÿ]{1,40}(?=\s|$)\s?){1,30}")
_TITLE = re.compile(r"[^\n]{8,200}?[.!?](?=[ \t][A-ZÀ-Þ“‘\"])")
_CAPITALS = re.compile(r"[^a-zà-ÿ\n]{12,160}")
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 5


class Furniture(NamedTuple):
    """A stretch that belongs to the page, and what it is there for."""

    start: int
    end: int
    kind: str


@cache
def _lines() -> list[tuple[str, int, re.Pattern[str], re.Pattern[str]]]:
    """Each sort of line: kind, greatest length, its pattern, and the same for lines in capitals."""
    rules = tomllib.loads(files("tellings.read").joinpath("data/furniture.toml").read_text(encoding="utf-8"))
    compiled = []
    for rule in rules["line"]:
        pattern = "|".join(f"(?:{opening})" for opening in rule["opens"])
        pattern = pattern.replace(" ", "[ \t\xa0]").replace("’", "[’']")
        compiled.append(
            (rule["kind"], rule["longest"], re.compile(pattern), re.compile(pattern, re.IGNORECASE))
        )
    return compiled


@cache
def _any_line() -> tuple[re.Pattern[str], re.Pattern[str], int]:
    """What a line of any sort opens with, the same for lines in capitals, and the greatest length of any."""
    lines = _lines()
    pattern = "|".join(f"(?:{line.pattern})" for _, _, line, _ in lines)
    return re.compile(pattern), re.compile(pattern, re.IGNORECASE), max(longest for _, longest, _, _ in lines)


def find(document: Document) -> list[Furniture]:
    """The furniture of a document, in the order of the text, apart from its captions."""
    text, taken = document.text, {row.start for row in document(_captions.find)}
    rows: list[Furniture] = []
    begun = filed = False
    linked = any(hint in text for hint in _INLINE_HINTS)
    for paragraph in document(_paragraphs.find):
        kind = "" if paragraph.start in taken else _kind(text, paragraph, begun)
        rows += [Furniture(*paragraph, kind)] if kind else _within(text, paragraph, filed, linked=linked)
        filed = filed or any(row.kind == "dateline" for row in rows[-2:])
        begun = begun or not (kind or _is_capitals(text, paragraph))
    return _outside(rows, document(_captions.find))


def furniture(text: str) -> pd.DataFrame:
    """What belongs to the page and not to the article: links, prompts, bylines, datelines, notices.

    Returns a DataFrame with a row a stretch, in the order of the text: ``start`` and ``end``, character
    offsets; ``text``; and ``kind``: ``link`` (to other articles), ``newsletter``, ``share``, ``comments``,
    ``advertisement``, ``continues`` (``Story continues below``), ``byline``, ``dateline`` (place, date and
    agency at the head of a paragraph whose sentence goes on after it), ``date`` or ``time`` (of publication),
    ``copyright``, ``note`` (the editors') and ``rule`` (a line of marks).

    A line is taken by how it opens and how short it is, so a prompt in unusual words is missed; a subheading
    is not furniture.

    >>> found = furniture("LEEDS (AP) — Two men met.\\nREAD MORE: Who are they?\\nBy Ann Roe")
    >>> list(zip(found["kind"], found["text"]))
    [('dateline', 'LEEDS (AP) —'), ('link', 'READ MORE: Who are they?'), ('byline', 'By Ann Roe')]
    """
    return table(text, Document(text)(find), Furniture)


def _kind(text: str, paragraph: Span, begun: bool) -> str:
    """What kind of furniture a whole paragraph is, or nothing."""
    start, end = paragraph
    if kind := _line(text, start, end):
        return kind
    if _datelines.is_byline(text, start, end):
        return "byline"
    if _datelines.date(text, start, end) == end:
        return "date"
    # A line of capitals between paragraphs of prose is a link to another story; short ones are subheadings.
    words = _WORD.findall(text, start, end) if begun and _is_capitals(text, paragraph) else []
    return "link" if len(words) >= _FEWEST_WORDS and text[end - 1] not in ".”\"’'" else ""


def _line(text: str, start: int, end: int) -> str:
    """The sort of line that a paragraph is by how it opens."""
    exact, any_case, most = _any_line()
    if end - start > most:
        return ""
    opens = None if text[start + 1 : start + 2].islower() else _WORD.match(text, start, end)
    shouted = opens is not None and len(opens.group()) > 1 and opens.group().isupper()
    if (any_case if shouted else exact).match(text, start, end):
        for kind, longest, pattern, pattern_any in _lines():
            if end - start <= longest and (pattern_any if shouted else pattern).match(text, start, end):
                return kind
    return ""


def _is_capitals(text: str, paragraph: Span) -> bool:
    return bool(_CAPITALS.fullmatch(text, *paragraph))


def _within(text: str, paragraph: Span, filed: bool, *, linked: bool = True) -> list[Furniture]:
    """The dateline or date that a paragraph opens with, and the links that stand among its sentences."""
    start, end = paragraph
    rows: list[Furniture] = []
    for kind, close in (
        ("dateline", _datelines.dateline(text, start, end, filed=filed)),
        ("date", _datelines.date(text, start, end)),
    ):
        if close > start and not rows:
            rows.append(Furniture(start, close, kind))
    while linked and (match := _INLINE.search(text, start, end)):
        first = match.start() + len(match.group()) - len(match.group().lstrip())
        start = first + _link_length(match.group().strip())
        rows.append(Furniture(first, start, "link"))
    return rows


def _link_length(words: str) -> int:
    """How far a link goes: to its bracket, over its capitals, or to the end of the title after its label."""
    if words[0] == "(":
        return len(words)
    capitals = _RUN.match(words)
    if capitals and len(capitals.group().split()) >= _FEWEST_WORDS:
        return len(capitals.group().rstrip())
    title = _TITLE.match(words)
    return len(title.group()) if title else len(words)


def _outside(rows: list[Furniture], captions: list[_captions.Caption]) -> list[Furniture]:
    """The rows that no caption overlaps."""
    ends = [caption.end for caption in captions]
    after = [bisect_right(ends, row.start) for row in rows]
    return [
        row for row, k in zip(rows, after, strict=True) if k == len(captions) or captions[k].start >= row.end
    ]
