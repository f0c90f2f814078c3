"""What may have stood in a gap: the words of a parallel passage elsewhere, as a suggestion with its source."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from tellings.compare._shared_words import Words, shared_words

if TYPE_CHECKING:
    from tellings.read import Reading

_KEY = 2  # words beside a gap by which parallel passages are found
_CONTEXT = 12  # words on either side that are compared
_ONE_SIDE, _BOTH_SIDES = 4, 4  # like words needed where only one side runs parallel, and where both do
_TELLING = 2  # how many of them must be content words
_LONGEST = 5  # words a gap may have lost: it was a link's text, mostly a name
_SOURCES = 200  # parallel places of a key that are looked at; a commoner key says nothing
_TITLES = frozenset(("mr", "mrs", "ms", "dr", "sir", "lord", "st"))  # what a name goes on after
_HOLE = "▢"
_SHOWN = 4  # words beside the gap in a trace
_STOP = re.compile(r"[.,;:!?()\[\]“”\"«»\n–—…]|[’'](?=\s|$)")

COLUMNS = {
    "article": "str", "outlet": "str", "start": "int64", "end": "int64", "kind": "str", "trace": "str",
    "suggestion": "str", "other_article": "str", "other_outlet": "str", "other_start": "int64",
    "other_end": "int64", "other_trace": "str", "before": "int64", "after": "int64", "sources": "int64",
    "rivals": "int64",
}  # fmt: skip


class _Gap(NamedTuple):
    """A gap between words ``before - 1`` and ``before`` of all the words, and what follows it in the text."""

    row: int
    article: int
    at: int
    next_mark: str
    opens: bool


class _Found(NamedTuple):
    """Words ``first`` up to ``stop`` of another article that may fill a gap; like words on each side."""

    row: int
    first: int
    stop: int
    before: int
    after: int


_Way = Callable[[Words, _Gap, int, tuple[int, int]], Iterator[_Found]]


def gap_suggestions(reading: Reading) -> pd.DataFrame:
    """Words that may have stood in the gaps, where another article has a parallel passage.

    A suggestion is what stands between the same words elsewhere, at most five words: either the words on both
    sides of the gap run parallel (four or more together), or four or more on one side, and the other article has
    a mark, a quotation's end or a sentence's edge where the gap's own text has one, and the words are a name.
    It is never put into the text, and it is no proof: outlets may differ in just these words.

    Returns a row a gap, wording and source: ``article, outlet, start, end, kind`` of the gap; ``trace``, the words
    around it with ``▢`` in its place; ``suggestion``; ``other_article, other_outlet, other_start, other_end``,
    where the suggested words stand; ``other_trace``, the words around them; ``before`` and ``after``, how many
    words run parallel on each side; ``sources``, how many articles suggest these words; ``rivals``, how many
    other wordings are suggested for the gap. In the order of the gaps, the best supported first. Time grows with
    the words of the corpus.

    >>> from tellings import load, read
    >>> gap_suggestions(read.all(load("seeds")))[["trace", "suggestion"]].values.tolist()
    [['for mass immigration in ▢.', 'Europe']]
    """
    words = shared_words(reading)
    gaps = _gaps(reading, words)
    holes = {gap.at for gap in gaps}  # what stands beside another gap is itself not known
    found = {
        hit
        for hit in _parallels(words, gaps)
        if _fills(words, hit) and holes.isdisjoint(range(hit.first, hit.stop + 1))
    }
    table = _table(reading, words, sorted(found), {gap.row: gap for gap in gaps})
    order = ["row", "support", "other_article", "other_start"]
    table = table.sort_values(order, ascending=[True, False, True, True]).drop_duplicates(
        ["row", "suggestion", "other_article"]
    )
    return table.reset_index(drop=True)[list(COLUMNS)].astype(COLUMNS)


def _gaps(reading: Reading, words: Words) -> list[_Gap]:
    number = {article: place for place, article in enumerate(words.articles)}
    found = []
    for row, (article, start, end) in enumerate(reading.gaps[["article", "start", "end"]].values.tolist()):
        text = words.texts[number[article]]
        at = words.within(number[article], int(end), len(text))[0]
        opens = text[: int(start)].rstrip(" ‘“\"'")[-1:] in ("", "\n", ".", "!", "?")
        found.append(_Gap(row, number[article], at, text[int(end) :].lstrip(" ")[:1], opens))
    return found


def _parallels(words: Words, gaps: list[_Gap]) -> Iterator[_Found]:
    """Places of other articles that have the words beside a gap."""
    after = _keyed(words, ((gap, gap.at) for gap in gaps))
    before = _keyed(words, ((gap, gap.at - _KEY) for gap in gaps))
    wanted = {key for keys in (before, after) for key in keys}
    for key, places in _places(words, wanted).items():
        for place in places:
            for gap in before.get(key, []):
                yield from _filled(words, gap, place + _KEY, _from_left)
            for gap in after.get(key, []):
                yield from _filled(words, gap, place, _from_right)


def _keyed(words: Words, places: Iterator[tuple[_Gap, int]]) -> dict[tuple[int, ...], list[_Gap]]:
    found: dict[tuple[int, ...], list[_Gap]] = defaultdict(list)
    for gap, place in places:
        if words.bounds[gap.article] <= place and place + _KEY <= words.bounds[gap.article + 1]:
            found[tuple(words.keys[place : place + _KEY].tolist())].append(gap)
    return found


def _places(words: Words, wanted: set[tuple[int, ...]]) -> dict[tuple[int, ...], list[int]]:
    found: dict[tuple[int, ...], list[int]] = defaultdict(list)
    keys = words.keys.tolist()
    for place, key in enumerate(zip(*(keys[step:] for step in range(_KEY)), strict=False)):
        if key in wanted and words.of[place] == words.of[place + _KEY - 1]:
            found[key].append(place)
    return {key: places for key, places in found.items() if len(places) <= _SOURCES}


def _filled(words: Words, gap: _Gap, place: int, how: _Way) -> Iterator[_Found]:
    article = int(words.of[place - 1 if how is _from_left else place])
    if article != gap.article:
        limits = int(words.bounds[article]), int(words.bounds[article + 1])
        yield from how(words, gap, place, limits)


def _from_left(words: Words, gap: _Gap, place: int, limits: tuple[int, int]) -> Iterator[_Found]:
    """The words before the gap end at ``place``: what follows, up to where the words after the gap go on."""
    before = _alike(words, gap.at - 1, place - 1, limits[0], -1, gap.article)
    text = words.texts[int(words.of[place - 1])]
    for stop in range(place + 1, min(place + _LONGEST, limits[1]) + 1):
        if _broken(words, place - 1, stop):
            return
        after = _alike(words, gap.at, stop, limits[1], 1, gap.article)
        if after and before + after >= _BOTH_SIDES and _enough(words, gap, before, after):
            yield _Found(gap.row, place, stop, before, after)
            return
        mark = text[int(words.ends[stop - 1]) :].lstrip(" ")[:1]
        if before >= _ONE_SIDE and _STOP.match(mark) and _STOP.match(gap.next_mark):
            if _enough(words, gap, before, 0):
                yield _Found(gap.row, place, stop, before, after)
            return


def _from_right(words: Words, gap: _Gap, place: int, limits: tuple[int, int]) -> Iterator[_Found]:
    """The words after the gap begin at ``place``: what stands before them, from where its sentence begins."""
    after = _alike(words, gap.at, place, limits[1], 1, gap.article)
    if not gap.opens or after < _ONE_SIDE or not _enough(words, gap, 0, after):
        return
    text = words.texts[int(words.of[place])]
    for first in range(place - 1, max(place - _LONGEST, limits[0]) - 1, -1):
        if _broken(words, first, place):
            return
        if text[: int(words.starts[first])].rstrip(" ‘“\"'")[-1:] in ("", "\n", ".", "!", "?"):
            yield _Found(gap.row, first, place, 0, after)
            return


def _fills(words: Words, hit: _Found) -> bool:
    """Whether words can be what a link's text was: they end in a content word; from one side alone, a name."""
    if not words.content[hit.stop - 1] or words.word(hit.stop - 1) in _TITLES:
        return False
    text = words.texts[int(words.of[hit.first])]
    telling = [place for place in range(hit.first, hit.stop) if words.content[place]]
    names = all(not text[int(words.starts[place])].islower() for place in telling)
    return names or (hit.before >= _KEY and hit.after >= _KEY)


def _alike(words: Words, ours: int, theirs: int, limit: int, way: int, article: int) -> int:
    """How many words run parallel from two places on, away from the gap."""
    edge = int(words.bounds[article + 1] if way > 0 else words.bounds[article])
    room = min(way * (edge - ours), way * (limit - theirs)) + (way < 0)
    for step in range(min(_CONTEXT, room)):
        if words.keys[ours + way * step] != words.keys[theirs + way * step]:
            return step
    return max(0, min(_CONTEXT, room))


def _broken(words: Words, first: int, stop: int) -> bool:
    """Whether a mark parts the words; what a link's text lost has none within it."""
    text = words.texts[int(words.of[first])]
    return any(
        _STOP.search(text, int(words.ends[place]), int(words.starts[place + 1])) is not None
        for place in range(first, stop - 1)
    )


def _enough(words: Words, gap: _Gap, before: int, after: int) -> bool:
    return int(words.content[gap.at - before : gap.at + after].sum()) >= _TELLING


def _table(reading: Reading, words: Words, found: list[_Found], gaps: dict[int, _Gap]) -> pd.DataFrame:
    outlet = reading.corpus.articles["outlet"].tolist()
    of = [int(words.of[hit.first]) for hit in found]
    rows = reading.gaps.iloc[[hit.row for hit in found]].reset_index(drop=True)
    table = rows[["article", "start", "end", "kind"]].assign(
        row=[hit.row for hit in found],
        outlet=[outlet[gaps[hit.row].article] for hit in found],
        trace=[_trace(words, rows, place, gaps[hit.row]) for place, hit in enumerate(found)],
        suggestion=[words.written(hit.first, hit.stop) for hit in found],
        other_article=[words.articles[place] for place in of],
        other_outlet=[outlet[place] for place in of],
        other_start=[int(words.starts[hit.first]) for hit in found],
        other_end=[int(words.ends[hit.stop - 1]) for hit in found],
        other_trace=[_around(words, hit.first, hit.stop) for hit in found],
        before=[hit.before for hit in found],
        after=[hit.after for hit in found],
        support=[hit.before + hit.after for hit in found],
    )
    return _counted(table)


def _counted(table: pd.DataFrame) -> pd.DataFrame:
    """How many articles suggest the same words for a gap, and how many other wordings there are."""
    low = pd.Series([text.lower() for text in table["suggestion"]], index=table.index, dtype="str")
    found = table.assign(low=low)
    sources = found.groupby(["row", "low"])["other_article"].transform("nunique")
    return table.assign(sources=sources, rivals=found.groupby("row")["low"].transform("nunique") - 1)


def _trace(words: Words, rows: pd.DataFrame, place: int, gap: _Gap) -> str:
    low, high = int(words.bounds[gap.article]), int(words.bounds[gap.article + 1])
    start, end = int(rows["start"][place]), int(rows["end"][place])
    text = words.texts[gap.article]
    left = int(words.starts[max(low, gap.at - _SHOWN)]) if gap.at > low else 0
    right = int(words.ends[min(high, gap.at + _SHOWN) - 1]) if gap.at < high else len(text)
    before, after = text[left:start].rpartition("\n")[2], text[end:right].partition("\n")[0]
    stop = _STOP.search(after)
    return before + _HOLE + (after[: stop.end()] if stop and stop.start() == 0 else after)


def _around(words: Words, first: int, stop: int) -> str:
    article = int(words.of[first])
    low, high = int(words.bounds[article]), int(words.bounds[article + 1])
    text = words.texts[article]
    start, end = int(words.starts[first]), int(words.ends[stop - 1])
    left = int(words.starts[max(low, first - _SHOWN)])
    right = int(words.ends[min(high, stop + _SHOWN) - 1])
    after = text[end:right].partition("\n")[0]
    return text[left:start].rpartition("\n")[2] + text[start:end] + after
