"""Sentences, tokens, VADER's scores and frame cues of many texts at once: the readers' tables, made by arrays.

Each table holds, row for row, what the reader of its name gives for each text; a test compares them.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import numpy as np
import pyarrow as pa

from tellings.read._codebook import Codebook
from tellings.read._codebook import codebook as codebook_of
from tellings.scale import _cuts
from tellings.scale._chunks import MOST, Chunks
from tellings.scale._cues import Cues
from tellings.scale._lines import Lines, lay
from tellings.scale._stops import Stops
from tellings.scale._strings import Strings
from tellings.scale._tone import Tone
from tellings.scale._words import Words

NAMES = ("paragraphs", "sentences", "tokens", "frames", "vader")
"""The readers whose tables are made here."""


class Cache:
    """What has been learnt of chunks; give the same one for every part. It makes reading quicker, never different."""

    def __init__(self) -> None:
        self.renew()

    def renew(self) -> None:
        """Forget everything."""
        self.chunks = Chunks()
        self.stops = Stops(self.chunks)
        self.strings = Strings()
        self.words = Words(self.chunks, self.strings)
        self.tone = Tone(self.chunks)
        self._cues: dict[Codebook, Cues] = {}
        self.alnum: list[bool] = []

    @property
    def full(self) -> bool:
        """Whether more is held than should be."""
        pairs = (len(self.stops), *(len(cues.pairs) for cues in self._cues.values()))
        return max(len(self.chunks.strings), *pairs) > MOST

    def cues(self, book: Codebook) -> Cues:
        """The cues of a codebook: by what it says, not its name, so that an edited one is read as it is."""
        if book not in self._cues:
            self._cues[book] = Cues(self.chunks, book)
        return self._cues[book]


@functools.cache
def _own() -> Cache:
    return Cache()


class _Part:
    """Some texts, laid out and cut, and the tables made of them."""

    def __init__(self, texts: Sequence[str], cache: Cache, codebook: str) -> None:
        self.cache = cache
        self.codebook = codebook
        self.lines: Lines = lay(texts, cache.chunks)
        self.cuts = _cuts.cut(self.lines, cache.chunks, cache.stops)
        self.pieces = _cuts.pieces(self.lines, self.cuts, cache.chunks)
        count = len(texts)
        self.opening = np.searchsorted(self.cuts.article, np.arange(count))

    def sentence(self, numbers: Any) -> Any:
        """Sentences' numbers within their own texts."""
        return numbers - self.opening[self.cuts.article[numbers]]

    def table(self, starts: Any, ends: Any, article: Any, text: Any, **columns: Any) -> pa.Table:
        """Rows by their places in all texts, with ``columns`` after those that every table has."""
        base = self.lines.begins[article]
        return pa.table(
            {
                "article": pa.array(article.astype(np.int32)),
                "start": pa.array(starts - base),
                "end": pa.array(ends - base),
                "text": text,
                **columns,
            }
        )

    def written(self, starts: Any, ends: Any) -> Any:
        """What stands at these places."""
        whole = self.lines.whole
        return pa.array(
            [whole[a:b] for a, b in zip(starts.tolist(), ends.tolist(), strict=True)], pa.string()
        )


def _paragraphs(part: _Part) -> pa.Table:
    first = part.lines.first
    starts, ends = part.lines.starts[first[:-1]], part.lines.ends[first[1:] - 1]
    return part.table(starts, ends, part.lines.article, part.written(starts, ends))


def _sentences(part: _Part) -> pa.Table:
    cuts = part.cuts
    parts = pa.DictionaryArray.from_arrays(pa.array(cuts.part), pa.array(_cuts.PARTS)).cast(pa.string())
    text = part.written(cuts.starts, cuts.ends)
    return part.table(
        cuts.starts, cuts.ends, cuts.article, text, paragraph=pa.array(cuts.paragraph), part=parts
    )


def _tokens(part: _Part) -> pa.Table:
    found, cache = part.cache.words.read(part.lines, part.pieces), part.cache
    cache.alnum += [any(map(str.isalnum, string)) for string in cache.strings.list[len(cache.alnum) :]]
    return part.table(
        found.starts,
        found.ends,
        part.cuts.article[found.sentence],
        cache.strings.take(found.written),
        sentence=pa.array(part.sentence(found.sentence)),
        token=cache.strings.take(found.token),
        word=pa.array(np.array(cache.alnum, np.bool_)[found.token]),
    )


def _vader(part: _Part) -> pa.Table:
    cuts, scores = part.cuts, part.cache.tone.read(part.lines, part.cuts, part.pieces)
    number = np.arange(len(cuts.starts))
    return part.table(
        cuts.starts,
        cuts.ends,
        cuts.article,
        part.written(cuts.starts, cuts.ends),
        sentence=pa.array(part.sentence(number)),
        **{name: pa.array(column) for name, column in scores._asdict().items()},
    )


def _frames(part: _Part) -> pa.Table:
    cues = part.cache.cues(codebook_of(part.codebook))
    found, index = cues.read(part.pieces), cues.book.index
    text = part.written(found.starts, found.ends)
    return part.table(
        found.starts,
        found.ends,
        part.cuts.article[found.sentence],
        text,
        frame=pa.array(index.names, pa.string()).take(pa.array(found.frame)),
        cue=pa.array(index.cues, pa.string()).take(pa.array(found.cue)),
        sentence=pa.array(part.sentence(found.sentence)),
    )


_MADE: Mapping[str, Callable[[_Part], pa.Table]] = MappingProxyType(
    {
        "paragraphs": _paragraphs,
        "sentences": _sentences,
        "tokens": _tokens,
        "frames": _frames,
        "vader": _vader,
    }
)


def read(
    texts: Sequence[str],
    *,
    names: Sequence[str] = NAMES,
    cache: Cache | None = None,
    codebook: str = "policy",
) -> dict[str, pa.Table]:
    """Read some texts, best a few hundred at a time.

    Returns an Arrow table for each of ``names``: the columns of that reader's table with ``article``, the text's
    place in ``texts`` (from 0, int32), in front; offsets are those in each text; texts in their order and rows in
    the order of the text. ``cache`` remembers chunks from one call to the next; without one, this process's own is
    used. Results are the same with any cache, new or old.

    >>> found = read(["Two men met. It was not bad!", "", "Nobody left."])
    >>> found["sentences"].select(["article", "start", "text"]).to_pylist()[2]
    {'article': 2, 'start': 0, 'text': 'Nobody left.'}
    >>> found["vader"]["compound"].to_pylist()
    [0.0, 0.484, 0.0]
    """
    cache = cache or _own()
    if cache.full:
        cache.renew()
    part = _Part(texts, cache, codebook)
    return {name: _MADE[name](part) for name in names}
