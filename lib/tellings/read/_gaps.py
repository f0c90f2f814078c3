"""Gaps: places where words are missing, as they are when a scraper lost the text of a link."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pandas as pd

from tellings.read import _captions, _gap_rules, _gap_seams
from tellings.read._document import Document
from tellings.read._gap_rules import Rule
from tellings.read._gap_seams import NONE, POSSESSIVES, Seam
from tellings.read._rows import table

_CONTEXT = 40


class Gap(NamedTuple):
    """A place where words are missing, the ``kind`` of sign, the ``reason`` in words, and the text around it."""

    start: int
    end: int
    kind: str
    reason: str
    before: str
    after: str


def find(document: Document) -> list[Gap]:
    """The gaps of a document outside its pictures' words, in the order of the text."""
    pictures = [(caption.start, caption.end) for caption in document(_captions.find)]
    return [gap for gap in _found(document) if not _within(gap.start, pictures)]


def gaps(text: str) -> pd.DataFrame:
    """The places of a text where words are missing.

    A scraper that drops links with their text leaves holes: a preposition before a comma, a possessive without
    an owner, a verb without a subject, a paragraph that opens in small letters. Each is found by a rule of
    English grammar or spelling that the hole breaks. A stray space alone, as in ``The Herald , she said``, is no
    gap. Names lost before a noun they described (``in ▢ waters``) leave no trace and are not found; about
    half of the names taken out of a text are of that kind or read on as if complete.

    Returns a DataFrame with a row a gap, in the order of the text: ``start`` and ``end``, character offsets,
    equal, since nothing stands there, and ``text``, empty; ``kind`` (``mark``, ``opening``, ``possessive``,
    ``empty``, ``determiner``, ``title``, ``preposition``, ``subject``, ``object`` or ``speaker``); ``reason``,
    why it is a gap, in words; ``before`` and ``after``, up to 40 characters of the same paragraph around it.

    >>> found = gaps("The mayor met her deputy after ’s talk. She has since joined the .")
    >>> list(zip(found["start"], found["kind"], found["reason"]))
    [(31, 'possessive', '“’s” has no owner before it'), (65, 'mark', '“the” needs a word after it, not “.”')]
    """
    return table(text, Document(text)(find), Gap)


def _found(document: Document) -> Iterator[Gap]:
    cuts, paragraphs = _gap_seams.find(document)
    for paragraph, at, possible in _gap_rules.possible(cuts, paragraphs):
        seam = paragraph.seam(at)
        rule = next((rule for rule in possible if rule.holds(seam)), None)
        if rule:
            yield _gap(document.text, seam, rule)


def _gap(text: str, seam: Seam, rule: Rule) -> Gap:
    left, right = seam.left, seam.right
    # What followed a name without a space stays with it; a word that followed it had a space before.
    beside = left is NONE or not right.text[:1].isalnum() or right.text in POSSESSIVES
    place = right.start if beside else left.end
    start, end = seam.paragraph.span
    first, last = max(start, place - _CONTEXT), min(end, place + _CONTEXT)
    reason = rule.reason.format(left=left.text, right=right.text)
    return Gap(place, place, rule.kind, reason, text[first:place], text[place:last])


def _within(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(spans, (place, len(spans) and spans[-1][1] + 1)) - 1
    return at >= 0 and place < spans[at][1]
