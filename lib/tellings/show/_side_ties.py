"""What ties stretches of two articles together: a passage both have, or an utterance both quote, and what differs there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd
from markupsafe import Markup

from tellings import compare
from tellings.compare._each import each
from tellings.show._links import mark_anchor, reach
from tellings.show._side_layers import SHARED
from tellings.show._side_spots import Span, called
from tellings.show._words import count, percent

if TYPE_CHECKING:
    from tellings.read import Reading

_QUOTED = 160  # characters of a counterpart that an explanation quotes
_EDITED = 360  # characters of what differs that an explanation shows; the table has all

# A sign for each relation, as seen from this version and from the fuller one: = the same, ≈ nearly, − less, + more,
# ~ in other words. Letters would be read as the article's own.
_SIGNS = {
    "verbatim": ("=", "="), "trimmed": ("−", "+"), "extended": ("≈", "≈"), "reworded": ("≈", "≈"), "joined": ("−", "+"),
    "unquoted": ("≈", "≈"), "paraphrased": ("~", "~"),
}  # fmt: skip
_WORDS = {
    "verbatim": "{here} quotes the same words as {there}.",
    "trimmed": "{here} trims what {there} quotes in full.",
    "extended": "{here} leaves out some of what {there} quotes, and goes on where that ends.",
    "reworded": "{here} quotes it in other words than {there}.",
    "joined": "{here} gives in pieces what {there} quotes in one.",
    "unquoted": "{here} has without quotation marks what {there} quotes.",
    "paraphrased": "{here} may say in other words what {there} quotes.",
}
_EDIT = re.compile(r"(\[-|-\]|\{\+|\+\})")
_OPEN = {"[-": "del", "{+": "ins"}
_CLOSE = {"[-": "-]", "{+": "+}"}


class Tie(NamedTuple):
    """One counterpart of a spot: its id, its outlet's name, the sign of what they have in common, and what that is.

    Ties of the same ``kind`` are told once: the same words, to the same effect.
    """

    to: str
    name: str
    sign: str
    kind: tuple[Any, ...]
    words: Callable[[], Markup]


class Tied(NamedTuple):
    """The ties of each span to others, and the span that holds each span of the two tables."""

    ties: dict[Span, dict[Span, Tie]]
    holders: dict[Span, Span]


def tied(reading: Reading) -> Tied:
    """Every tie between articles of the page, and what holds each span that is tied."""
    rows = [_kept(reading, frame) for frame in (compare.genealogy(reading), compare.passages(reading))]
    holders = _holders(rows)
    ties: dict[Span, dict[Span, Tie]] = defaultdict(dict)
    for make, frame in zip((_utterance, _passage), rows, strict=True):
        for row in each(frame):
            here, there = holders[_here(row)], holders[_there(row)]
            if here != there:
                one, two = make(row, name_of(here), name_of(there))
                ties[here].setdefault(there, one)
                ties[there].setdefault(here, two)
    return Tied(dict(ties), holders)


def _kept(reading: Reading, frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of which both sides stand on the page: none of an article or a part of it that is left out."""
    shown = reach(reading.corpus)
    held = [
        row.start < shown.get(row.article, 0) and row.other_start < shown.get(row.other_article, 0)
        for row in each(frame)
    ]
    return _named(reading, frame[pd.Series(held, index=frame.index, dtype=bool)])


def _named(reading: Reading, frame: pd.DataFrame) -> pd.DataFrame:
    """The rows with what each side is called."""
    names = called(reading)
    return frame.assign(name=frame["article"].map(names), other_name=frame["other_article"].map(names))


def _here(row: Any) -> Span:
    return str(row.article), int(row.start), int(row.end)


def _there(row: Any) -> Span:
    return str(row.other_article), int(row.other_start), int(row.other_end)


def name_of(span: Span) -> str:
    """The id of a span's mark."""
    return mark_anchor(span[0], SHARED, span[1], span[2])


def _holders(frames: list[pd.DataFrame]) -> dict[Span, Span]:
    """The span that holds each: spans that share half of the longer one's characters are one."""
    spans = sorted({side(row) for frame in frames for row in each(frame) for side in (_here, _there)})
    groups: list[list[Span]] = []
    near: list[int] = []
    for span in spans:
        near = [n for n in near if groups[n][0][0] == span[0] and groups[n][0][2] > span[1]][-8:]
        home = next((n for n in near if _alike(groups[n][0], span)), None)
        if home is None:
            near.append(len(groups))
            groups.append([span])
        else:
            groups[home].append(span)
    return {
        span: (group[0][0], min(one[1] for one in group), max(one[2] for one in group))
        for group in groups
        for span in group
    }


def _alike(one: Span, two: Span) -> bool:
    both = min(one[2], two[2]) - max(one[1], two[1])
    return 2 * both >= max(one[2] - one[1], two[2] - two[1])


def _passage(row: Any, here: str, there: str) -> tuple[Tie, Tie]:
    sign = "=" if row.similarity >= 1 else "≈"
    return _ties(row, (here, there), (sign, sign), _of_passage, (row.similarity,))


def _of_passage(row: Any) -> Markup:
    same = row.similarity >= 1
    part = ", word for word." if same else f"; {percent(row.similarity)} of both wordings are the same."
    return Markup("{} and {} share {}{}").format(
        row.name, row.other_name, count(int(row.words), "word"), part
    )


def _utterance(row: Any, here: str, there: str) -> tuple[Tie, Tie]:
    who = (row.speaker, row.other_speaker) if row.reattributed else ()
    kind = (row.relation, row.dropped, row.added, row.lost, who)
    return _ties(row, (here, there), _SIGNS[row.relation], _of_utterance, kind)


def _of_utterance(row: Any) -> Markup:
    said = _WORDS[row.relation].format(here=row.name, there=row.other_name)
    notes = [
        f"It drops “{row.dropped}”." if row.dropped else "",
        f"It adds “{row.added}”." if row.added else "",
        f"Lost in a hole on one side: “{row.lost}”." if row.lost else "",
        f"Said by {row.speaker} in one, by {row.other_speaker} in the other." if row.reattributed else "",
    ]
    return Markup("{}").format(" ".join([said, *filter(None, notes)]))


def _ties(
    row: Any, ids: tuple[str, str], signs: tuple[str, str], of: Callable[[Any], Markup], kind: tuple[Any, ...]
) -> tuple[Tie, Tie]:
    """The tie as each side tells it: what the other has is quoted unless it is the same."""
    one, two = (
        (*kind, sign, side, *(() if sign == "=" else (text, row.differences)))
        for sign, side, text in ((signs[0], 0, row.other_text), (signs[1], 1, row.text))
    )
    ours = partial(_told, row, of, signs[0], row.other_name, row.other_text)
    theirs = partial(_told, row, of, signs[1], row.name, row.text)
    return Tie(ids[1], row.other_name, signs[0], one, ours), Tie(ids[0], row.name, signs[1], two, theirs)


def _told(row: Any, of: Callable[[Any], Markup], sign: str, name: str, text: str) -> Markup:
    told = of(row)
    if sign == "=":
        return told
    # The table of utterances writes what it differs in from the other version to this one.
    sides = (row.other_name, row.name) if of is _of_utterance else (row.name, row.other_name)
    edits = differences(row.differences, *sides) if of is _of_utterance or row.similarity < 1 else Markup()
    return told + Markup("<br>{}: <q>{}</q>").format(name, _flat(text)) + edits


def _flat(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _QUOTED else f"{flat[:_QUOTED].rsplit(' ', 1)[0]} …"


def differences(written: str, one: str, two: str) -> Markup:
    """What ``[-one has-]{+the other has+}`` says, struck out and underlined; a sign of the article's own stays text."""
    parts, open_ = [Markup()], ""
    for piece in _EDIT.split(written if len(written) <= _EDITED else f"{written[:_EDITED]} …"):
        if not open_ and piece in _OPEN:
            open_ = piece
            parts.append(Markup("<{}>").format(_OPEN[piece]))
        elif open_ and piece == _CLOSE[open_]:
            parts.append(Markup("</{}>").format(_OPEN[open_]))
            open_ = ""
        else:
            parts.append(Markup("{}").format(piece))
    parts.append(Markup("</{}>").format(_OPEN[open_]) if open_ else Markup())
    edited = len(parts) > 3
    shown = Markup('<br><span class="tl-diff">From {} to {}: {}</span>')
    return shown.format(one, two, Markup().join(parts)) if edited else Markup()
