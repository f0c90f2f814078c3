"""Every reader over every article, each article read once."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar, cast

import pandas as pd

from tellings import _handover
from tellings._notebook import dressed, plain_table, suggested
from tellings.corpus import Corpus
from tellings.read import (
    _captions,
    _clauses,
    _dates,
    _frame,
    _frames,
    _furniture,
    _gaps,
    _loaded,
    _organisations,
    _paragraphs,
    _people,
    _places,
    _quantities,
    _quotes,
    _sentences,
    _tagger,
    _tokens,
    _vader,
    _valence,
)
from tellings.read._document import Document
from tellings.read._rows import Span, joined

T = TypeVar("T")


class Reader(NamedTuple):
    """A reader's finder and the type of its rows."""

    find: Callable[[Document], list[Any]]
    row: type


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "paragraphs": Reader(_paragraphs.find, Span),
        "sentences": Reader(_sentences.find, _sentences.Sentence),
        "tokens": Reader(_tokens.find, _tokens.Token),
        "captions": Reader(_captions.find, _captions.Caption),
        "furniture": Reader(_furniture.find, _furniture.Furniture),
        "gaps": Reader(_gaps.find, _gaps.Gap),
        "quotes": Reader(_quotes.find, _quotes.Quotation),
        "people": Reader(_people.find, _people.Mention),
        "organisations": Reader(_organisations.find, _organisations.Organisation),
        "places": Reader(_places.find, _places.Place),
        "quantities": Reader(_quantities.find, _quantities.Quantity),
        "ranges": Reader(_quantities.find_ranges, _quantities.Range),
        "dates": Reader(_dates.find, _dates.Date),
        "frames": Reader(_frames.find, _frames.Cue),
        "primary_frames": Reader(_frame.find, _frame.Primary),
        "loaded": Reader(_loaded.find, _loaded.Loaded),
        "valences": Reader(_valence.find, _valence.Valence),
        "valence_words": Reader(_valence.find_words, _valence.Share),
        "vader": Reader(_vader.find, _vader.Score),
        "vader_words": Reader(_vader.find_words, _vader.Share),
    }
)


# What readers ask for that is found quicker in several documents at once.
_AHEAD: Mapping[str, Callable[[Sequence[Document]], None]] = MappingProxyType(
    {"gaps": _tagger.ahead, "loaded": _tagger.ahead, "quotes": _clauses.ahead}
)
_TOGETHER, _CHARACTERS = 50, 500_000  # documents, and characters of long ones, in which it is found at once
_AT_ONCE = 100  # articles whose rows are held before they become tables
_NEXT = ("tl.compare.keyness(reading)", "tl.show.side_by_side(reading)", "tl.explore.concordance(reading)")


@dataclass(frozen=True, repr=False)
class Reading:
    """What the readers found in a corpus: a DataFrame a reader, by the reader's name.

    Each table has the reader's own columns with ``article`` in front, articles in the corpus's order and rows
    in the order of the text, so tables join on ``article, start, end``.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> reading.quotes.columns[:4].tolist()
    ['article', 'start', 'end', 'text']
    >>> "quotes" in dir(reading)
    True
    """

    corpus: Corpus
    tables: Mapping[str, pd.DataFrame]
    _kept: dict[Any, Any] = field(default_factory=dict, init=False, compare=False)

    def once(self, measure: Callable[..., T], *given: Hashable) -> T:
        """``measure(reading, *given)``, made the first time and remembered after that, as long as the reading lasts.

        Pages ask for the same contrast many times. A table that comes from memory can be changed: what remembers
        keeps its own.

        >>> from tellings.corpus import load
        >>> def outlets(reading):
        ...     print("made")
        ...     return reading.corpus.outlets
        >>> reading = all(load("seeds"))
        >>> reading.once(outlets) == reading.once(outlets)
        made
        True
        """
        key = (measure, *given)
        if key not in self._kept:
            self._kept[key] = measure(self, *given)
        made: T = self._kept[key]
        return cast(T, made.copy(deep=False)) if isinstance(made, pd.DataFrame) else made

    def __getattr__(self, name: str) -> pd.DataFrame:
        try:
            return self.tables[name]
        except KeyError:
            raise AttributeError(f"no reader {name!r}; there are: {', '.join(self.tables)}") from None

    def __dir__(self) -> Iterator[str]:
        yield from object.__dir__(self)
        yield from self.tables

    def __repr__(self) -> str:
        rows = ", ".join(f"{name} {len(frame):,}" for name, frame in self.tables.items())
        return f"<Reading of {self._articles()}: {rows}. Next: {' or '.join(_NEXT)}>"

    def _repr_html_(self) -> str:
        rows = [(name, len(frame), ", ".join(frame.columns)) for name, frame in self.tables.items()]
        table = plain_table(f"Reading of {self._articles()}", ["Table", "Rows", "Columns"], rows)
        return dressed(table + suggested(*_NEXT))

    def _articles(self) -> str:
        n = len(self.corpus)
        return f"{n:,} article{'' if n == 1 else 's'}"


def all(corpus: Corpus, *, codebook: str = "policy") -> Reading:  # noqa: A001  # the contract's own name: tl.read.all(corpus)
    """Read every article of a corpus with every reader.

    Returns a :class:`Reading`: ``reading.quotes``, ``reading.people`` and so on, each the table that the reader
    of that name gives for one text, with ``article`` in front. The rows of an article are the same whether it
    stands alone or among others. ``codebook`` is the one whose cues ``reading.frames`` holds.

    >>> from tellings.corpus import load
    >>> reading = all(load("seeds"))
    >>> list(reading.sentences.columns)
    ['article', 'start', 'end', 'text', 'paragraph', 'part']
    """
    if (kept := _handover.stored(corpus, codebook)) is not None:
        return cast(Reading, kept)
    known = readers(codebook)
    made: dict[str, list[pd.DataFrame]] = {name: [] for name in known}
    with uncollected():
        for part in _parts(list(corpus.articles["article"])):
            read = [(article, corpus.text(article)) for article in part]
            found = list(found_in((Document(text) for _, text in read), known))
            for name, reader in known.items():
                rows = [(*place, rows[name]) for place, rows in zip(read, found, strict=True)]
                made[name].append(joined(rows, reader.row))
    return Reading(corpus, MappingProxyType({name: _together(parts) for name, parts in made.items()}))


def found_in(documents: Iterable[Document], known: Mapping[str, Reader]) -> Iterator[dict[str, list[Any]]]:
    """The rows of each document, by reader; what is found quicker in several of them at once is found first."""
    asked = dict.fromkeys(_AHEAD[name] for name in known if name in _AHEAD)
    for some in _some(documents):
        for ahead in asked:
            ahead(some)
        while some:  # what was found in a document is let go once its rows are given
            document = some.popleft()
            yield {name: document(reader.find) for name, reader in known.items()}


def _some(documents: Iterable[Document]) -> Iterator[deque[Document]]:
    """A few documents at a time, and fewer long ones: what is found in them waits in memory."""
    some: deque[Document] = deque()
    characters = 0
    for document in documents:
        some.append(document)
        characters += len(document.text)
        if len(some) == _TOGETHER or characters > _CHARACTERS:
            yield some
            some, characters = deque(), 0
    if some:
        yield some


def _parts(articles: list[str]) -> list[list[str]]:
    """The articles a part, so that what is found in all of them does not wait in memory; one part at least."""
    return [articles[first : first + _AT_ONCE] for first in range(0, len(articles) or 1, _AT_ONCE)]


def _together(parts: list[pd.DataFrame]) -> pd.DataFrame:
    return parts[0] if len(parts) == 1 else pd.concat(parts, ignore_index=True)


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for cycles among the rows, which hold none: it takes a tenth of the time."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def readers(codebook: str) -> Mapping[str, Reader]:
    """Every reader, with the cues of a codebook."""
    return {
        **READERS,
        "frames": Reader(_frames.finder(codebook), _frames.Cue),
        "primary_frames": Reader(_frame.finder(codebook), _frame.Primary),
    }
