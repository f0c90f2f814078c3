"""Which way a quotation mark may turn, by its shape and by what touches it."""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile(r"[“”„‟«»\"″‘’‚‛'`´′](?:(?<=`)`|(?<=')')?")
_DOUBLE = frozenset(("“", "”", "„", "‟", "«", "»", '"', "″", "``", "''"))
OPENS = frozenset(("“", "„", "«", "``", "‘", "‚", "`"))
_CLOSES = frozenset(("”", "»", "’", "´"))
_BEFORE_OPENING = frozenset("([{-–—―/:,;>|…“„«\"‘'`’”")  # what may touch an opening mark on its left
# Words that begin with an apostrophe: 'twas the '90s, rock 'n' roll, tell 'em, and a genitive whose name was lost.
_ELIDED = re.compile(
    r"(?:s|t|d|m|re|ve|ll|em|tis|twas|twere|til|till|cause|bout|round|n|un|nuff|\d0s|\d\d)\b", re.I
)
STRAIGHT = frozenset(('"', "″", "''"))
FREE = "free"  # the sign of a mark that stands between spaces and whose shape tells nothing


class Mark(NamedTuple):
    """A mark that may open a quotation, close one, or either."""

    start: int
    end: int
    double: bool
    opens: bool
    closes: bool
    sign: str


def read_marks(text: str, start: int, end: int) -> list[Mark]:
    """The marks of a paragraph, apostrophes and inches left out where they show as such."""
    marks = []
    for match in _MARK.finditer(text, start, end):
        a, b = match.span()
        before = text[a - 1] if a > start else " "
        after = text[b] if b < end else " "
        sign = match.group()
        if before.isalnum() and after.isalnum() and sign not in _DOUBLE:
            continue  # an apostrophe within a word
        mark = _mark(text, sign, a, b, before, after)
        if mark.opens or mark.closes:
            marks.append(mark)
    return marks


def _mark(text: str, sign: str, a: int, b: int, before: str, after: str) -> Mark:
    """Which way a mark may turn, by its shape and by what touches it."""
    if before == "=":  # an attribute of mark-up
        return Mark(a, b, True, False, False, sign)
    opens = not after.isspace() and after not in ",;:!?)" and (before.isspace() or before in _BEFORE_OPENING)
    opens = opens and (after != "." or text[b : b + 3] == "...")
    closes = not before.isspace() and before not in "([{"
    if sign in _DOUBLE:
        return _double(sign, a, b, before, after, opens, closes)
    if before.isspace() and after.isspace() and sign in "'‘’":
        return Mark(a, b, False, sign != "’", sign != "‘", FREE if sign == "'" else sign)
    closes = closes and not after.isalnum()
    opens = opens and sign not in "´′" and not _ELIDED.match(text, b) and (sign != "’" or before.isspace())
    return Mark(
        a,
        b,
        False,
        opens and not (sign in _CLOSES and closes),
        closes and not (sign in OPENS and opens),
        sign,
    )


def _double(sign: str, a: int, b: int, before: str, after: str, opens: bool, closes: bool) -> Mark:
    if before.isdigit() and sign in '"″' and after.isspace():  # inches, unless something is open
        return Mark(a, b, True, False, closes, sign)
    if before.isspace() and after.isspace():  # a mark that stands free turns the way its shape says
        ambiguous = sign in STRAIGHT
        return Mark(a, b, True, ambiguous or sign in OPENS, sign not in OPENS, FREE if ambiguous else sign)
    if before.isspace() and after in ",.;:?!)" and not opens and sign not in OPENS:
        return Mark(a, b, True, False, True, sign)  # *" like this ", she said*
    if sign in OPENS and (opens or not closes):
        return Mark(a, b, True, True, False, sign)
    if sign in _CLOSES and (closes or not opens):
        return Mark(a, b, True, not closes, closes, sign)
    return Mark(a, b, True, opens, closes, sign)
