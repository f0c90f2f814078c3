"""The text itself: a span in its sentence, and a whole article with what was found marked in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup

from tellings.show._words import shortened


class Mark(NamedTuple):
    """A stretch of text to be marked: the layer it belongs to and what to say of it.

    >>> import tellings as tl
    >>> mark = tl.show.Mark(0, 4, "tone", "a warm word")
    >>> mark.layer, mark.says
    ('tone', 'a warm word')
    """

    start: int
    end: int
    layer: str
    says: str


HOLE = "▢"


def in_context(
    text: str, start: int, end: int, *, within: tuple[int, int], width: int = 200, holes: Sequence[int] = ()
) -> Markup:
    """A span marked in its sentence; a place without width, and every other hole there, is shown as one.

    ``within`` is the sentence; of a longer one ``width`` characters on either side are kept, and of a longer span its
    beginning. ``holes`` are offsets where words were lost, in order, so that damage does not read as the outlet's own
    bad English.

    >>> in_context("He met in , who spoke.", 10, 10, within=(0, 22))
    Markup('He met in <mark class="tl-gap">▢</mark>, who spoke.')
    """
    left, right = max(within[0], start - width), min(within[1], end + width)
    lost = sorted({*holes[bisect_left(holes, left) : bisect_right(holes, right)]} - {start})
    here = Markup("<mark>{}</mark>").format(shortened(text[start:end])) if text[start:end].strip() else _LOST
    before = _with_holes(text, left, start, lost)
    after = _with_holes(text, end, right, lost)
    return Markup("{}{}{}{}{}").format(
        "…" if left > within[0] else "", before, here, after, "…" if right < within[1] else ""
    )


_LOST = Markup('<mark class="tl-gap">{}</mark>').format(HOLE)


def _with_holes(text: str, start: int, end: int, lost: Sequence[int]) -> Markup:
    cuts = [start, *(place for place in lost if start <= place < end), end]
    pieces = [Markup("{}").format(text[left:right]) for left, right in pairwise(cuts)]
    return _LOST.join(pieces)


def marked(text: str, start: int, end: int, found: Iterable[Mark]) -> Markup:
    """A stretch of a text with its marks: every character once, in order, whatever overlaps.

    Where marks overlap, the stretch is cut at their ends and each piece carries all of its layers; what each
    mark says is the piece's title, so nothing hides below anything else.

    >>> marked("He said so.", 0, 11, [Mark(3, 7, "cue", "neutral")])
    Markup('He <mark class="tl-cue" title="neutral">said</mark> so.')
    """
    here = [
        mark
        for mark in found
        if (mark.start < end and mark.end > start) or start <= mark.start == mark.end < end
    ]
    holes = {mark.start: mark for mark in here if mark.start == mark.end}
    spans = [mark for mark in here if mark.start < mark.end]
    cuts = sorted(
        {start, end, *holes, *(min(max(place, start), end) for m in spans for place in (m.start, m.end))}
    )
    opened = _open_at(cuts, spans)
    pieces = [
        _hole(holes.get(left)) + _piece(text[left:right], over)
        for left, right, over in zip(cuts, cuts[1:], opened, strict=False)
    ]
    return Markup("").join(pieces)


def _open_at(cuts: Sequence[int], spans: Sequence[Mark]) -> list[list[Mark]]:
    """The marks over each piece, by a sweep: the work grows with the marks, not with marks times pieces."""
    place = {cut: number for number, cut in enumerate(cuts)}
    over: list[list[Mark]] = [[] for _ in cuts]
    for mark in spans:
        first = place.get(mark.start, 0)
        for number in range(first, place.get(mark.end, len(cuts) - 1)):
            over[number].append(mark)
    return over


def _piece(text: str, over: Sequence[Mark]) -> Markup:
    if not over:
        return Markup("{}").format(text)
    layers = " ".join(dict.fromkeys(f"tl-{mark.layer}" for mark in over))
    says = "; ".join(dict.fromkeys(mark.says for mark in over if mark.says))
    return Markup('<mark class="{}" title="{}">{}</mark>').format(layers, says, text)


def _hole(mark: Mark | None) -> Markup:
    if mark is None:
        return Markup()
    return Markup('<mark class="tl-gap" title="{}">{}</mark>').format(mark.says, HOLE)
