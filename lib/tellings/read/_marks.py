"""Quotation marks paired: straight, curly, single, double, backtick-style and mixed; apostrophes left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tellings.read import _paragraphs
from tellings.read._document import Document

_MARK = re.compile(r"``|''|[“”„‟«»\"″‘’‚‛'`´′]")
_DOUBLE = frozenset(("“", "”", "„", "‟", "«", "»", '"', "″", "``", "''"))
_OPENS = frozenset(("“", "„", "«", "``", "‘", "‚", "`"))
_CLOSES = frozenset(("”", "»", "’", "´"))
_BEFORE_OPENING = frozenset("([{-–—―/:,;>|…“„«\"‘'`’”")  # what may touch an opening mark on its left
# Words that begin with an apostrophe: 'twas the '90s, rock 'n' roll, tell 'em, and a genitive whose name was lost.
_ELIDED = re.compile(
    r"(?:s|t|d|m|re|ve|ll|em|tis|twas|twere|til|till|cause|bout|round|n|un|nuff|\d0s|\d\d)\b", re.I
)
_REACH = 4  # paragraphs over which a mark that is not opened anew may still be closed


class Pair(NamedTuple):
    """A stretch between quotation marks, the marks included.

    ``inner`` lies between the marks. ``depth`` is 0 for an outermost pair. ``closed`` is False where the closing
    mark is missing: then the stretch ends with its paragraph. ``paragraph`` is the one it starts in.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    paragraph: int
    depth: int
    single: bool
    closed: bool


class _Mark(NamedTuple):
    start: int
    end: int
    double: bool
    opens: bool
    closes: bool
    sign: str


def find(document: Document) -> list[Pair]:
    """The pairs of a document in the order of the text, outer before inner."""
    found: list[Pair] = []
    waiting: int | None = None  # which of those found a later paragraph may still close
    for number, paragraph in enumerate(document(_paragraphs.find)):
        marks = _read_marks(document.text, paragraph.start, paragraph.end)
        pairs, orphans = _pair(document.text, marks, paragraph.start, paragraph.end, number)
        first = min((pair.start for pair in pairs if not pair.single), default=paragraph.end)
        if waiting is not None and orphans and orphans[0].start < first:
            closing = orphans[0]
            found[waiting] = found[waiting]._replace(end=closing.end, inner_end=closing.start, closed=True)
            waiting = None
        elif waiting is not None and (first < paragraph.end or number - found[waiting].paragraph >= _REACH):
            waiting = None
        found.extend(pairs)
        if pairs and not pairs[-1].closed:
            waiting = len(found) - 1
    return _nested(found)


def _read_marks(text: str, start: int, end: int) -> list[_Mark]:
    marks = []
    for match in _MARK.finditer(text, start, end):
        a, b = match.span()
        before = text[a - 1] if a > start else " "
        after = text[b] if b < end else " "
        marks.append(_mark(text, match.group(), a, b, before, after))
    return [mark for mark in marks if mark.opens or mark.closes]


def _mark(text: str, sign: str, a: int, b: int, before: str, after: str) -> _Mark:
    """Which way a mark may turn, by its shape and by what touches it."""
    if before == "=":  # an attribute of mark-up
        return _Mark(a, b, True, False, False, sign)
    opens = not after.isspace() and after not in ",;:!?)" and (before.isspace() or before in _BEFORE_OPENING)
    opens = opens and (after != "." or text[b : b + 3] == "...")
    closes = not before.isspace() and before not in "([{"
    if sign in _DOUBLE:
        return _double(sign, a, b, before, after, opens, closes)
    closes = closes and not after.isalnum()
    opens = opens and sign not in "´′" and not _ELIDED.match(text, b) and (sign != "’" or before.isspace())
    return _Mark(
        a,
        b,
        False,
        opens and not (sign in _CLOSES and closes),
        closes and not (sign in _OPENS and opens),
        sign,
    )


def _double(sign: str, a: int, b: int, before: str, after: str, opens: bool, closes: bool) -> _Mark:
    if before.isdigit() and sign in '"″' and after.isspace():  # inches, unless something is open
        return _Mark(a, b, True, False, closes, sign)
    if before.isspace() and after.isspace():  # a mark that stands free turns the way its shape says
        return _Mark(a, b, True, sign in _OPENS, sign not in _OPENS, sign)
    if sign in _OPENS and (opens or not closes):
        return _Mark(a, b, True, True, False, sign)
    if sign in _CLOSES and (closes or not opens):
        return _Mark(a, b, True, not closes, closes, sign)
    return _Mark(a, b, True, opens, closes, sign)


def _pair(
    text: str, marks: list[_Mark], begin: int, limit: int, number: int
) -> tuple[list[Pair], list[_Mark]]:
    doubles = [mark for mark in marks if mark.double]
    singles = [mark for mark in marks if not mark.double]
    pairs, orphans = _pair_doubles(text, doubles, begin, limit, number)
    mixed, orphans = _single_closed_by_double(singles, orphans, limit, number, pairs)
    used = {pair.start for pair in mixed}
    rest = [mark for mark in singles if mark.start not in used]
    within = list(_pair_singles(text, rest, pairs, begin, limit, number))
    return within + mixed + pairs, orphans


def _pair_doubles(
    text: str, marks: list[_Mark], begin: int, limit: int, number: int
) -> tuple[list[Pair], list[_Mark]]:
    pairs: list[Pair] = []
    orphans: list[_Mark] = []
    stack: list[_Mark] = []
    for k, mark in enumerate(marks):
        if stack and mark.closes and not (mark.opens and mark.sign in _OPENS):
            pairs.append(_closed(stack.pop(), mark, number, single=False))
        elif mark.opens:
            leads = bool(stack) and len(stack) == 1 and stack[0].start == begin
            if stack and stack[-1].sign == mark.sign and not leads and not _nests(marks, k):
                pairs.append(_open_ended(text, stack.pop(), mark.start, number, single=False))
            stack.append(mark)
        elif not stack:
            orphans.append(mark)
    pairs.extend(_open_ended(text, mark, limit, number, single=False) for mark in reversed(stack))
    return pairs, orphans


def _nests(marks: list[_Mark], k: int) -> bool:
    """Whether a mark that opens within an open pair is a quotation within it: then two closing marks follow."""
    following = marks[k + 1 : k + 3]
    return len(following) == 2 and all(
        (mark.closes and not mark.opens) or mark.sign == '"' for mark in following
    )


def _closed(opening: _Mark, closing: _Mark, number: int, *, single: bool) -> Pair:
    return Pair(opening.start, closing.end, opening.end, closing.start, number, 0, single, True)


def _open_ended(text: str, opening: _Mark, limit: int, number: int, *, single: bool) -> Pair:
    while limit > opening.end and text[limit - 1].isspace():
        limit -= 1
    return Pair(opening.start, limit, opening.end, limit, number, 0, single, False)


def _single_closed_by_double(
    singles: list[_Mark], orphans: list[_Mark], limit: int, number: int, pairs: list[Pair]
) -> tuple[list[Pair], list[_Mark]]:
    """Mixed marks: a single mark that opens the paragraph's first quotation and a double one that closes it."""
    opening = next((mark for mark in singles if mark.opens), None)
    if opening is None or not orphans or orphans[0].start < opening.end:
        return [], orphans
    if any(pair.start < orphans[0].start for pair in pairs):
        return [], orphans
    if any(
        mark.closes and not mark.opens and opening.end < mark.start < orphans[0].start for mark in singles
    ):
        return [], orphans
    return [_closed(opening, orphans[0], number, single=False)], orphans[1:]


def _pair_singles(
    text: str, marks: list[_Mark], doubles: list[Pair], begin: int, limit: int, number: int
) -> Iterator[Pair]:
    """Each opening mark with the likeliest of the closing marks before the next opening one."""
    bounds = sorted((pair.start, pair.end) for pair in doubles)
    openings = [k for k, mark in enumerate(marks) if mark.opens]
    done = cursor = 0
    for k, following in zip(openings, [*openings[1:], len(marks)], strict=False):
        opening = marks[k]
        while cursor < len(bounds) and bounds[cursor][1] <= opening.start:
            cursor += 1
        inside = cursor < len(bounds) and bounds[cursor][0] < opening.start
        reach = bounds[cursor][1] if inside else limit
        closing = _likeliest(
            text, [mark for mark in marks[k + 1 : following] if mark.closes and mark.start < reach]
        )
        if opening.start >= done and closing:
            done = closing.end
            yield _closed(opening, closing, number, single=True)
        elif opening.start >= done and (opening.start == begin or text[max(0, opening.start - 2)] in ":,"):
            yield _open_ended(text, opening, limit, number, single=True)


def _likeliest(text: str, candidates: list[_Mark]) -> _Mark | None:
    """The first mark that is no plural's genitive (*smugglers'*); failing that the first of those."""
    plain = (
        mark
        for mark in candidates
        if text[mark.start - 1] not in "sS" or text[mark.end : mark.end + 1] in ".,;:"
    )
    return next(plain, candidates[0] if candidates else None)


def _nested(pairs: list[Pair]) -> list[Pair]:
    """The pairs in the order of the text, each with the number of pairs around it.

    A single mark that closes beyond the double ones around it, or across them, was an apostrophe: it is dropped.
    """
    kept: list[Pair | None] = []
    around: list[int] = []
    for pair in sorted(pairs, key=lambda pair: (pair.start, -pair.end)):
        while (
            around and (outer := kept[around[-1]]) and not outer.start <= pair.start < pair.end <= outer.end
        ):
            if pair.start < outer.end:
                if pair.single:
                    break
                kept[around[-1]] = None
            around.pop()
        else:
            kept.append(pair)
            around.append(len(kept) - 1)
    return _with_depth([pair for pair in kept if pair is not None])


def _with_depth(pairs: list[Pair]) -> list[Pair]:
    result = []
    ends: list[int] = []
    for pair in pairs:
        while ends and ends[-1] <= pair.start:
            ends.pop()
        result.append(pair._replace(depth=len(ends)))
        ends.append(pair.end)
    return result
