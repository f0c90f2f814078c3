"""Quotation marks paired: straight, curly, single, double, backtick-style and mixed; apostrophes left alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tellings.read import _free_marks, _paragraphs
from tellings.read._document import Document
from tellings.read._mark_shapes import OPENS, Mark, read_marks

_REACH = 4  # paragraphs over which a mark that is not opened anew may still be closed
_FREE_REACH = 12  # the same where marks stand free: such texts often have a sentence a line


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


def find(document: Document) -> list[Pair]:
    """The pairs of a document in the order of the text, outer before inner."""
    found: list[Pair] = []
    waiting: int | None = None  # which of those found a later paragraph may still close
    paragraphs = document(_paragraphs.find)
    read = [read_marks(document.text, paragraph.start, paragraph.end) for paragraph in paragraphs]
    turned = _free_marks.turned(document.text, paragraphs, read)
    for number, (paragraph, marks) in enumerate(zip(paragraphs, turned, strict=True)):
        if not marks and waiting is None:
            continue
        pairs, orphans = _pair(document.text, marks, paragraph.start, paragraph.end, number)
        reach = _FREE_REACH if _is_free(document.text, found, waiting) else _REACH
        first = min((pair.start for pair in pairs if not pair.single), default=paragraph.end)
        if waiting is not None and orphans and orphans[0].start < first:
            closing = orphans[0]
            found[waiting] = found[waiting]._replace(end=closing.end, inner_end=closing.start, closed=True)
            waiting = None
        elif waiting is not None and (first < paragraph.end or number - found[waiting].paragraph >= reach):
            waiting = None
        found.extend(pairs)
        if pairs and not pairs[-1].closed:
            waiting = len(found) - 1
    return _nested(found)


def doubles(text: str) -> int:
    """How many double quotation marks a text holds, inches and mark-up left out.

    >>> doubles("She said “no” twice.")
    2
    """
    return len(_doubles(Document(text)))


def _doubles(document: Document) -> set[int]:
    paragraphs = document(_paragraphs.find)
    read = (mark for p in paragraphs for mark in read_marks(document.text, p.start, p.end))
    return {mark.start for mark in read if mark.double}


def unpaired(text: str) -> int:
    """How many double quotation marks of a text are no pair's: a sign that its quotations are read badly.

    A mark left open counts unless the next paragraph opens the quotation anew, as newspapers do.

    >>> unpaired("She said “no” twice, and “yes once.")
    1
    """
    document = Document(text)
    marks, pairs = _doubles(document), document(find)
    lines = document(_paragraphs.find)
    begun = {pair.start for pair in pairs}
    for pair in pairs:
        anew = pair.paragraph + 1 < len(lines) and lines[pair.paragraph + 1].start in begun
        if pair.closed or anew:
            marks -= {pair.start, pair.inner_end}
    return sum(not text[max(0, start - 1)].isdigit() for start in marks)  # behind a digit: inches


def _is_free(text: str, found: list[Pair], waiting: int | None) -> bool:
    """Whether the quotation that waits for its end was opened by a mark with a space behind it."""
    return waiting is not None and text[found[waiting].inner_start].isspace()


def _pair(text: str, marks: list[Mark], begin: int, limit: int, number: int) -> tuple[list[Pair], list[Mark]]:
    if not marks:
        return [], []
    doubles = [mark for mark in marks if mark.double]
    singles = [mark for mark in marks if not mark.double]
    pairs, orphans = _pair_doubles(text, doubles, begin, limit, number)
    mixed, orphans = _single_closed_by_double(singles, orphans, limit, number, pairs)
    used = {pair.start for pair in mixed}
    rest = [mark for mark in singles if mark.start not in used]
    within = list(_pair_singles(text, rest, pairs, begin, limit, number))
    return within + mixed + pairs, orphans


def _pair_doubles(
    text: str, marks: list[Mark], begin: int, limit: int, number: int
) -> tuple[list[Pair], list[Mark]]:
    pairs: list[Pair] = []
    orphans: list[Mark] = []
    stack: list[Mark] = []
    for k, mark in enumerate(marks):
        if stack and mark.closes and not (mark.opens and mark.sign in OPENS):
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


def _nests(marks: list[Mark], k: int) -> bool:
    """Whether a mark that opens within an open pair is a quotation within it: then two closing marks follow."""
    following = marks[k + 1 : k + 3]
    return len(following) == 2 and all(
        (mark.closes and not mark.opens) or mark.sign == '"' for mark in following
    )


def _closed(opening: Mark, closing: Mark, number: int, *, single: bool) -> Pair:
    return Pair(opening.start, closing.end, opening.end, closing.start, number, 0, single, True)


def _open_ended(text: str, opening: Mark, limit: int, number: int, *, single: bool) -> Pair:
    while limit > opening.end and text[limit - 1].isspace():
        limit -= 1
    return Pair(opening.start, limit, opening.end, limit, number, 0, single, False)


def _single_closed_by_double(
    singles: list[Mark], orphans: list[Mark], limit: int, number: int, pairs: list[Pair]
) -> tuple[list[Pair], list[Mark]]:
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
    text: str, marks: list[Mark], doubles: list[Pair], begin: int, limit: int, number: int
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


def _likeliest(text: str, candidates: list[Mark]) -> Mark | None:
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
        result.append(pair._replace(depth=len(ends)) if ends else pair)
        ends.append(pair.end)
    return result
