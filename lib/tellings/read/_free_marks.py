"""Quotation marks that stand free (*" like this, " she said*): which of them open and which close.

Nothing touches such a mark, so its own place tells little. The marks of a text are read together: a mark opens,
the next one closes, and what stands beside each (a colon, *she said,* or the paragraph's edge) counts for or
against. The cheapest reading of the whole text is taken (Viterbi, A. J. (1967). Error bounds for convolutional codes.
*IEEE Transactions on Information Theory* 13(2)): where one mark is missing, what stands beside the others puts
the alternation right again. A quotation may stay open over paragraphs.
"""

from __future__ import annotations

from tellings.read._cues import cue
from tellings.read._mark_shapes import FREE, STRAIGHT, Mark
from tellings.read._rows import Span

_CLOSED, _OPEN, _CARRIED = range(3)  # CARRIED: open since an earlier paragraph
_MISSING = 2.5  # what it costs to take a mark for missing
_CARRY, _KEEP, _DROP = (
    1.0,
    0.3,
    2.0,
)  # a quotation that stays open at a paragraph's end, and over one; that does not
_TOLD = STRAIGHT | {FREE, "``"}  # curly marks tell by their shape, and stand within straight ones
_NEAR = 40  # characters beside a mark that are looked at

_Costs = list[float]
_Path = tuple[int, ...]  # where each state came from


def turned(text: str, paragraphs: list[Span], marks: list[list[Mark]]) -> list[list[Mark]]:
    """The marks of each paragraph, each free one turned one way."""
    if not any(mark.sign == FREE for row in marks for mark in row):
        return marks
    opening = _openings(text, paragraphs, marks)
    return [_singles(text, [_turn(mark, opens=mark.start in opening) for mark in row]) for row in marks]


def _turn(mark: Mark, *, opens: bool) -> Mark:
    return mark._replace(opens=opens, closes=not opens) if mark.double and mark.sign == FREE else mark


def _openings(text: str, paragraphs: list[Span], marks: list[list[Mark]]) -> set[int]:
    """The straight double marks that open in the cheapest reading of the text."""
    costs: _Costs = [0.0, _MISSING, _MISSING]
    steps: list[tuple[int, _Path]] = []  # a mark's place (-1: a paragraph's end), and the states before it
    for paragraph, row in zip(paragraphs, marks, strict=True):
        for mark in row:
            if mark.double and mark.sign in _TOLD:
                costs, path = _at_mark(costs, mark, _leaning(text, paragraph, mark))
                steps.append((mark.start, path))
        costs, path = _at_end(costs)
        steps.append((-1, path))
    return _traced(costs, steps)


def _at_mark(costs: _Costs, mark: Mark, leaning: float) -> tuple[_Costs, _Path]:
    """The costs behind a mark: it opens (state OPEN) or closes (state CLOSED)."""
    opening = [costs[_CLOSED], costs[_OPEN] + _MISSING, costs[_CARRIED]]
    closing = [costs[_CLOSED] + _MISSING, costs[_OPEN], costs[_CARRIED]]
    a, b = closing.index(min(closing)), opening.index(min(opening))
    never = 1e6  # the mark's own shape stands against it
    return (
        [
            closing[a] + (max(leaning, 0) if mark.closes else never),
            opening[b] + (max(-leaning, 0) if mark.opens else never),
            2 * never + min(costs),
        ],
        (a, b, _CARRIED),
    )


def _at_end(costs: _Costs) -> tuple[_Costs, _Path]:
    """The costs behind a paragraph's end: what is open goes on, or was never closed."""
    closed = [costs[_CLOSED], costs[_OPEN] + _DROP, costs[_CARRIED] + _DROP]
    carried = [costs[_CLOSED] + 2 * _MISSING, costs[_OPEN] + _CARRY, costs[_CARRIED] + _KEEP]
    a, c = closed.index(min(closed)), carried.index(min(carried))
    return [closed[a], carried[c] + 2 * _MISSING, carried[c]], (a, c, c)


def _traced(costs: _Costs, steps: list[tuple[int, _Path]]) -> set[int]:
    state = costs.index(min(costs))
    opening = set()
    for place, path in reversed(steps):
        if place >= 0 and state == _OPEN:
            opening.add(place)
        state = path[state]
    return opening


def _leaning(text: str, paragraph: Span, mark: Mark) -> float:
    """How much what stands beside a mark speaks for opening (above 0) or closing (below 0)."""
    if mark.sign != FREE:
        return 0.0
    before = text[max(paragraph.start, mark.start - _NEAR) : mark.start].rstrip()
    after = text[mark.end : min(paragraph.end, mark.end + _NEAR)].lstrip()
    if not before or not after:
        return 3.0 * bool(after) - 3.0 * bool(before)
    return _by_left(before, after) + _by_right(after)


def _by_left(before: str, after: str) -> float:
    if before[-1] in ":([":
        return 2.0
    if before[-1] == ",":
        words = before[:-1].split()
        return 1.0 if words and cue(words[-1].lower()) else -1.0
    if before[-1] in ".?!…":
        return -2.0 if after[0].islower() else -0.5
    return 0.5


def _by_right(after: str) -> float:
    if after[0] in ",.;:?!)":
        return -2.0
    return 0.5 if after[0].isupper() else 0.0


def _singles(text: str, marks: list[Mark]) -> list[Mark]:
    """Free single marks by alternation within a paragraph; behind a plural's *s* they are genitives."""
    result, inside = [], False
    left = sum(not mark.double and mark.sign == FREE for mark in marks)
    for mark in marks:
        if not mark.double and mark.sign == FREE:
            left -= 1
            genitive = _genitive(text, mark) and not (inside and left == 0)
            mark = mark._replace(opens=not inside and not genitive, closes=inside and not genitive)
        if not mark.double and (mark.opens or mark.closes):
            inside = mark.opens
        result.append(mark)
    return [mark for mark in result if mark.opens or mark.closes]


def _genitive(text: str, mark: Mark) -> bool:
    return text[max(0, mark.start - 2) : mark.start] == "s " and text[mark.end + 1 : mark.end + 2].islower()
