"""A corpus of any size as the pages take it: all of it, or a sample to list and a store to count in."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from tellings import compare, read
from tellings.corpus import Corpus, load
from tellings.errors import ParameterError
from tellings.read import Reading
from tellings.scale._contrasts import _events, _frames, _keyness, _people, _sums, _tones
from tellings.scale._contrasts._derive import TABLES
from tellings.scale._contrasts._listed import copies, exceeds, listed
from tellings.scale._contrasts._sample import months
from tellings.scale._contrasts._sample import sample as drawn
from tellings.scale._contrasts._tables import counted
from tellings.scale._contrasts._within import pick_out, reading_of
from tellings.scale._engines import engine as engine_of
from tellings.scale._read import read as read_into
from tellings.scale._stored import Stored

SAMPLE = 300
"""Articles that are listed one by one at the most, unless told otherwise: what is quadratic stays under a minute."""
_TERMS, _ACTORS, _EACH, _PEOPLE, _SPEAKERS = (
    5_000,
    300,
    30,
    500,
    2_000,
)  # what a page's tables hold at the most
_MEMORY = "2GB"  # that DuckDB may use for a page before it writes to disk


@dataclass(frozen=True)
class Opened:
    """A corpus for the pages; :func:`tellings.scale.open` makes one.

    ``reading`` is that of every article, or of a sample where there are more than a page lists; then ``stored`` has
    them all, and the contrasts below are over all of them. Without a store they are those of
    :mod:`tellings.compare`.

    >>> import tellings as tl
    >>> opened = tl.scale.open("seeds")
    >>> opened.whole, len(opened.speakers()) == len(tl.compare.speakers(opened.reading))
    (True, True)
    """

    reading: Reading
    stored: Stored | None
    seed: int

    @property
    def corpus(self) -> Corpus:
        """The articles that are listed."""
        return self.reading.corpus

    @property
    def whole(self) -> bool:
        """Whether every article is listed."""
        return self.stored is None

    @cached_property
    def articles(self) -> pd.DataFrame:
        """Every article, without its text."""
        return self.corpus.articles if self.stored is None else self.stored.articles

    @property
    def outlets(self) -> tuple[str, ...]:
        """Every outlet, in the order in which they first appear."""
        return tuple(dict.fromkeys(self.articles["outlet"]))

    @cached_property
    def duplicates(self) -> pd.DataFrame:
        """Articles that repeat another: exact copies among every article, near ones among those that are listed."""
        found = self.corpus.duplicates
        if self.stored is None:
            return found
        return pd.concat([copies(self.articles), found[found["kind"] != "exact"]], ignore_index=True)

    @property
    def months(self) -> pd.DataFrame:
        """Articles and words by month and outlet: ``month, outlet, articles, words``."""
        found = self.articles.assign(month=months(self.articles)).groupby(["month", "outlet"], sort=True)
        return found.agg(articles=("article", "size"), words=("words", "sum")).reset_index()

    def keyness(self, *, minimum: int = 2, seed: int = 0) -> pd.DataFrame:
        """The distinctive words, over every article (of a store: among its 5,000 most frequent terms)."""
        if self.stored is None:
            return compare.keyness(self.reading, minimum=minimum, seed=seed)
        return _keyness.keyness(self.stored, minimum=minimum, seed=seed, most=_TERMS, memory=_MEMORY)

    def labels(self) -> pd.DataFrame:
        """How each outlet names everybody, over every article (of a store: the 20 most frequent names of the 100 most named)."""
        if self.stored is None:
            return compare.labels(self.reading)
        return _sums.labels(self.stored, most=_ACTORS, each=_EACH, memory=_MEMORY)

    def stance(self, *, resamples: int = 2000, seed: int = 0) -> pd.DataFrame:
        """The tone towards people, over every article (of a store: the 500 people in the most sentences)."""
        if self.stored is None:
            return compare.stance(self.reading, resamples=resamples, seed=seed)
        return _sums.stance(self.stored, resamples=resamples, seed=seed, most=_PEOPLE, memory=_MEMORY)

    def speakers(self) -> pd.DataFrame:
        """Who is quoted, over every article (of a store: the 2,000 rows with the most words)."""
        if self.stored is None:
            return compare.speakers(self.reading)
        return _sums.quote_shares(self.stored, most=_SPEAKERS, memory=_MEMORY)

    def people(self) -> pd.DataFrame:
        """Who is named, over every article (of a store: the 500 people who are mentioned most)."""
        if self.stored is None:
            return compare.people(self.reading)
        return _people.people(self.stored, most=_PEOPLE, memory=_MEMORY)

    def frames(self, codebook: str = "policy") -> pd.DataFrame:
        """The frames of each outlet's sentences, over every article."""
        if self.stored is None:
            return compare.frames(self.reading, codebook=codebook)
        return _frames.frames(self.stored, memory=_MEMORY)

    def frame_differences(self, codebook: str = "policy") -> pd.DataFrame:
        """How far two outlets' shares of a frame lie apart, over every article."""
        if self.stored is None:
            return compare.frame_differences(self.reading, codebook=codebook)
        return _frames.frame_differences(self.stored, memory=_MEMORY)

    def tone(self, *, resamples: int = 2000, seed: int = 0) -> pd.DataFrame:
        """The mean tone of each outlet's sentences by voice, over every article."""
        if self.stored is None:
            return compare.tone(self.reading, resamples=resamples, seed=seed)
        return _tones.tone(self.stored, resamples=resamples, seed=seed, memory=_MEMORY)

    def tone_differences(self, *, resamples: int = 2000, seed: int = 0) -> pd.DataFrame:
        """How far the tone of two outlets lies apart, over every article."""
        if self.stored is None:
            return compare.tone_differences(self.reading, resamples=resamples, seed=seed)
        return _tones.tone_differences(self.stored, resamples=resamples, seed=seed, memory=_MEMORY)

    @cached_property
    def events(self) -> pd.DataFrame:
        """The events of a store (:func:`tellings.scale.events`); none where every article is listed."""
        if self.stored is None:
            return pd.DataFrame({name: pd.Series([], dtype=dtype) for name, dtype in _events.COLUMNS.items()})
        return _events.events(self.stored, memory=_MEMORY)

    def event(self, number: int = 0) -> Reading:
        """The reading of one event's articles; 0 is the first, that of the most outlets. All, where all are listed.

        Raises :class:`tellings.errors.ParameterError` for an event that there is not.
        """
        if self.stored is None or self.events.empty:
            return self.reading
        if not 0 <= number <= len(self.events):
            raise ParameterError(f"event={number}: there are the events 1 to {len(self.events):,}.")
        return reading_of(self.stored, self.events["ids"].iloc[max(number - 1, 0)].split(" "))

    @cached_property
    def lined_up(self) -> tuple[Reading, pd.DataFrame | None]:
        """What the ledger is made of, and the ledger: the first events, with as many articles as a page lists."""
        if self.stored is None:
            return self.reading, None
        some = self.events[self.events["articles"].cumsum() <= max(len(self.corpus), int(_events.LARGEST))]
        ledger = _events.ledger(self.stored, found=some)
        ids = [article for event in some["ids"] for article in event.split(" ")]
        return (reading_of(self.stored, ids) if ids else self.reading), ledger

    def __repr__(self) -> str:
        if self.whole:
            return f"<Opened: {len(self.corpus):,} articles, all of them listed>"
        return f"<Opened: {len(self.articles):,} articles, a sample of {len(self.corpus):,} listed>"


def open(  # noqa: A001  # the public name: tl.scale.open(articles)
    articles: str | os.PathLike[str] | Corpus,
    *,
    store: str | os.PathLike[str] = "",
    sample: int = SAMPLE,
    seed: int = 0,
    codebook: str = "policy",
    progress: bool | Callable[[str, int, int], None] | None = False,
) -> Opened:
    """A corpus of any size for the pages: read whole, or, with more than ``sample`` articles, into a store.

    Up to ``sample`` articles the reading is that of :func:`tellings.read.all`. With more, the articles are read
    into ``store`` (without one as in :func:`tellings.scale.read`), and the reading is that of ``sample`` of them,
    drawn by outlet and month.

    >>> import tellings as tl
    >>> tl.scale.open("seeds")
    <Opened: 2 articles, all of them listed>
    """
    if sample < 1:
        raise ParameterError(f"sample={sample}: a page lists at least 1 article.")
    source: Corpus | Path = articles if isinstance(articles, Corpus) else Path(articles)
    if isinstance(source, Path) and not exceeds(source, sample):
        source = load(source)
    if isinstance(source, Corpus) and len(source) <= sample:
        return Opened(read.all(source, codebook=codebook), None, seed)
    stored = read_into(source, store=store or None, codebook=codebook, progress=progress)
    if len(stored) <= sample:
        return Opened(stored.reading(), None, seed)
    return Opened(reading_of(stored, drawn(stored.articles, n=sample, seed=seed)), stored, seed)


def taken(source: Corpus | Path, *, sample: int = SAMPLE, **asked: Any) -> Corpus:
    """What a run hands on: the articles read into a store and, where there are many, counted; as a corpus.

    ``asked`` is what :func:`tellings.scale.read` takes.
    """
    stored = read_into(source, **asked)
    if len(stored) > sample:
        how = {name: asked[name] for name in ("engine", "workers", "scheduler") if name in asked}
        counted(stored, tuple(TABLES), progress=asked.get("progress"), **how)
        power = engine_of(how.pop("engine", "serial"), **how)
        try:
            pick_out(stored, drawn(stored.articles, n=sample), power)
        finally:
            power.close()
    return source if isinstance(source, Corpus) else listed(stored)
