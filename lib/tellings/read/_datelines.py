"""Datelines and bylines: where, when and by whom a story was filed."""

from __future__ import annotations

import re

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.|April|Apr\.|May|June|July|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE = rf"(?:{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?)"
_WHOLE_DATE = rf"(?:{_DAY},? )?(?:{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}})"
_BARE_DATE = re.compile(rf"{_WHOLE_DATE}\.?(?=\Z|[ ](?=[A-Z“\"‘]))")
# A place in capitals, or one in small letters with an agency after it, and a dash.
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’`-]{1,20}(?:[ -][A-ZÀ-Þ][A-ZÀ-Þ.'’`-]{1,20}){0,3}"
_WORDS = r"[A-ZÀ-Þ][\w.'’-]{1,20}(?: [A-ZÀ-Þ][\w.'’-]{1,20}){0,2}"
_REGION = rf"(?:, {_WORDS}){{0,2}}"
# Not the party and state of a politician: Ann Roe (R-Ohio).
_AGENCY = r"\( ?(?![A-Z]-)[A-Z][\w. /-]{1,30} ?\)"
_DASH = r" ?(?:--?|[—–])(?=\s|\Z)"
_DATELINE = re.compile(
    rf"(?:{_CAPITALS}{_REGION}(?:, {_DATE})?(?: {_AGENCY})?|{_WORDS}{_REGION}(?:,? {_DATE})? {_AGENCY}"
    rf"|{_DATE} {_AGENCY}){_DASH}"
)
# A few words in capitals and a dash, and nothing else, may as well be a heading that runs into its paragraph.
_HEADING = re.compile(r"[^,(\d]+ ?(?:--?|[—–])")
_NO_PLACES = re.compile(
    r"(?:EXCLUSIVE|UPDATED?|BREAKING|WATCH|OPINION|ANALYSIS|VIDEO|NEW|LIVE|REVEALED|EDITORIAL)\b(?! [A-Z])"
)
_LONG_PLACES = (
    "LOS ",
    "NEW ",
    "SAN ",
    "SANTA ",
    "ST. ",
    "SALT ",
    "RIO ",
    "PORT ",
    "UNITED ",
    "EAST ",
    "WEST ",
)
_NAME = r"[A-ZÀ-Þ][\w’'.-]{0,20}(?: (?:(?:de|da|van|von|der|bin|al|el) )?[A-ZÀ-Þ][\w’'.-]{0,20}){1,3}"
_NAMES = rf"{_NAME}(?:(?:,? and|,| &) {_NAME}){{0,4}}"
_ROLE = (
    r"(?:[A-Za-z&’'-]{2,20} ){0,4}(?i:editor|correspondent|reporter|writer|columnist|journalist|producer"
    r"|contributor|bureau chief|commentator|associated press|reuters|news|staff|agency|agencies)"
)
_BYLINE = re.compile(
    rf"(?:(?:By|BY|by|Written by|Words by) {_NAMES}(?:(?:,| \||,? in| for| at| [–-]) ?[^.!?\n“\"]{{2,80}})?"
    rf"|{_NAMES}(?:,| \|| [–-]) {_ROLE}(?:,? in {_WORDS})?)"
)
_MOST_CHARS = 160


def dateline(text: str, start: int, end: int, *, filed: bool = False) -> int:
    """Where the dateline at the head of this paragraph ends; ``start`` where there is none.

    ``filed`` says that the article has had its dateline, after which a bare place is no longer one.

    >>> dateline("LEEDS, England (AP) — Two men met.", 0, 34), dateline("WHAT TO KNOW — Two men met.", 0, 27)
    (21, 0)
    """
    match = _DATELINE.match(text, start, end)
    if not match or _NO_PLACES.match(match.group()):
        return start
    bare = _HEADING.fullmatch(match.group())
    if bare and (filed or (len(bare.group().split()) > 3 and not bare.group().startswith(_LONG_PLACES))):
        return start
    return match.end()


def date(text: str, start: int, end: int) -> int:
    """Where a bare date that opens this paragraph ends: ``Monday, May 4, 2015 Two men met.``"""
    match = _BARE_DATE.match(text, start, end)
    return match.end() if match else start


def is_byline(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is a byline and nothing else.

    >>> is_byline("By Ann Roe, Political Editor", 0, 28), is_byline("By Monday Ann Roe had left", 0, 26)
    (True, False)
    """
    return end - start <= _MOST_CHARS and bool(_BYLINE.fullmatch(text, start, end))
