"""A blind sample of sentences: drawn by a seed, shown without outlet or article."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, get_args

import pandas as pd

from tellings.coding import _blind, _frames, _ids
from tellings.errors import InputError
from tellings.read import frame as machine_frame

if TYPE_CHECKING:
    from tellings.read import Reading

Stratify = Literal["outlet", "frame", "none"]


@dataclass(frozen=True, eq=False)
class Sample:
    """Sentences drawn to be coded: ``sheet`` is what a coder sees, ``key`` where each sentence stands.

    ``sheet`` has ``id, before, sentence, after``, in an order that tells nothing. ``key`` has
    ``id, article, outlet, start, end, sentence`` (its number in the article) and ``text``: keep it
    from the coders until they are done.
    ``frames`` are those that they choose among.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> sample = tl.coding.sample(reading, n=6, seed=1)
    >>> len(sample), list(sample.sheet)
    (6, ['id', 'before', 'sentence', 'after'])
    """

    codebook: str
    seed: int
    available: int
    sheet: pd.DataFrame = field(repr=False)
    key: pd.DataFrame = field(repr=False)

    @property
    def frames(self) -> pd.DataFrame:
        """The frames to choose among: ``frame, definition, example``."""
        return _frames.allowed(self.codebook)

    def __len__(self) -> int:
        return len(self.sheet)

    def __repr__(self) -> str:
        return (
            f"<Sample: {len(self):,} of {self.available:,} sentences, seed {self.seed}. "
            "Next: tl.coding.write_sheet(sample, path) or tl.coding.form(sample, path)>"
        )

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        from tellings.coding._pages import sample_table

        return {**sample_table(self)._repr_mimebundle_(), "text/plain": repr(self)}


def sample(
    reading: Reading, *, n: int, seed: int, codebook: str = "policy", stratify: Stratify = "outlet"
) -> Sample:
    """Draw ``n`` sentences of prose for people to code, blind to outlet and article.

    Captions and furniture are not drawn; quoted sentences are. ``stratify`` is

    - ``"outlet"``: as many from each outlet as it has, up to an equal share, so that each is held to the test;
    - ``"frame"``: the same for each frame that the machine gives, so that rare frames occur often enough to be
      tested (Krippendorff 2004: reliability data must show the distinctions made, not the shares of a
      population). Shares of frames in such a sample say nothing of the corpus;
    - ``"none"``: a simple random sample.

    The same articles and ``seed`` give the same sample, on any machine and in any order of the articles; a larger
    ``n`` adds to the sample of a smaller one. Where there are fewer than ``n`` sentences, all are drawn. An id
    stands for the place in the text and is the same in every sample. Names of the corpus's outlets in what a coder
    sees are masked. Blind means that the sheet does not tell: who knows the articles may know a sentence again.

    Raises :class:`tellings.errors.InputError` where ``n`` is no positive number, ``stratify`` is none of these, the
    articles have no prose or the codebook cannot be read.

    >>> from tellings.corpus import load
    >>> from tellings.read import all
    >>> drawn = sample(all(load("seeds")), n=6, seed=1)
    >>> list(drawn.sheet.columns), drawn.key["outlet"].value_counts().tolist()
    (['id', 'before', 'sentence', 'after'], [3, 3])
    """
    _check(n, stratify)
    _frames.allowed(codebook)
    every = _ids.prose(reading)
    if every.empty:
        raise InputError(
            "There is no sentence of prose to draw: the articles hold none. Look at corpus.problems."
        )
    order = every["id"].map(lambda id_: hashlib.sha256(f"{seed} {id_}".encode()).hexdigest())
    ranked = every.iloc[order.argsort(kind="stable")]
    drawn = ranked[_chosen(_strata(ranked, stratify, codebook), n)].reset_index(drop=True)
    sheet = _blind.seen(drawn, every, reading.corpus.outlets)
    return Sample(codebook, seed, len(every), sheet, drawn)


def _check(n: int, stratify: str) -> None:
    if isinstance(n, bool) or not isinstance(n, int) or n < 1:
        raise InputError(f"n is the number of sentences to draw, from 1 on, not {n!r}.")
    if stratify not in get_args(Stratify):
        raise InputError(f"stratify is one of {', '.join(get_args(Stratify))}, not {stratify!r}.")


def _strata(ranked: pd.DataFrame, stratify: Stratify, codebook: str) -> pd.Series[str]:
    if stratify == "frame":
        frames = [machine_frame(text, book=codebook) for text in ranked["text"]]
        return pd.Series(frames, index=ranked.index)
    return ranked["outlet"] if stratify == "outlet" else pd.Series("", index=ranked.index)


def _chosen(strata: pd.Series[str], n: int) -> pd.Series[bool]:
    """Whether each is drawn: in turn the first of every stratum, the second of every stratum, until there are n."""
    turn = strata.groupby(strata, sort=False).cumcount()
    place = turn.sort_values(kind="stable").index[:n]
    return pd.Series(strata.index.isin(place), index=strata.index)
