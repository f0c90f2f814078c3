"""What keyness is made of: outlets' units side by side, their scores, and what resampling makes of these."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from tellings.compare import _resampling as resampling
from tellings.compare._ngrams import phrases, within_longer
from tellings.compare._terms import is_content

Floats = NDArray[np.float64]
Labels = NDArray[np.unsignedinteger]


class Compared(NamedTuple):
    """What is set side by side: content words and occurrences of terms, the terms, the outlets; the prior's
    words, and its counts of each term as a column."""

    content: pd.DataFrame
    found: pd.DataFrame
    terms: pd.Index
    outlets: list[str]
    prior: float
    background: Floats

    def within(self, block: slice) -> Compared:
        """The same for a block of the terms."""
        return self._replace(terms=self.terms[block], background=self.background[block])


def gathered(
    words: pd.DataFrame, outlets: Sequence[str], minimum: int, longest: int, prior: float
) -> Compared:
    """The terms said often enough, longer ones in place of those only said within them, and who says them."""
    known = {term: len(term) > 1 and is_content(term) for term in words["term"].unique()}
    content = words[words["term"].map(known).astype(bool)]
    present = set(content["outlet"].unique())
    found = phrases(words, longest=longest, minimum=minimum)
    counts = found.groupby(["term", "outlet"]).size().unstack(fill_value=0)
    hidden = within_longer([str(term) for term in counts.index], counts.to_numpy(dtype=float))
    kept = pd.Index(sorted(set(counts.index) - hidden), dtype=object)
    background = prior * counts.sum(axis=1).reindex(kept).to_numpy(dtype=float) / max(len(content), 1)
    return Compared(
        content, found[~found["term"].isin(hidden)], kept, [name for name in outlets if name in present], prior,
        background[:, None],
    )  # fmt: skip


def _matrix(
    found: pd.DataFrame, content: pd.DataFrame, vocabulary: pd.Index, keys: list[str]
) -> tuple[Any, pd.Series]:
    """Counts, terms by units, as a sparse matrix; and the number of content words in each unit."""
    from scipy.sparse import csr_matrix  # here, since it takes longer to import than a report's other modules

    sizes = content.groupby(keys, sort=True).size()
    placed = pd.MultiIndex.from_frame(found[keys]) if len(keys) > 1 else pd.Index(found[keys[0]])
    columns = sizes.index.get_indexer(placed)
    place = vocabulary.get_indexer(pd.Index(found["term"].to_numpy(dtype=object)))
    counts = csr_matrix(
        (np.ones(len(found), dtype=np.float32), (place, columns)), shape=(len(vocabulary), len(sizes))
    )
    return counts, sizes


def all_units(compared: Compared) -> tuple[str, Any, Floats, Labels]:
    """Every outlet's units of one common kind: the kind, their counts, their sizes, whose they are."""
    articles = compared.content.groupby("outlet")["article"].nunique()
    keys = ["outlet", "article"] + (["paragraph"] if articles.min() == 1 else [])
    counts, sizes = _matrix(compared.found, compared.content, compared.terms, keys)
    number = {outlet: k for k, outlet in enumerate(compared.outlets)}
    whose = [number[name] for name in sizes.index.get_level_values("outlet")]
    labels = np.array(whose, dtype=np.min_scalar_type(len(number)))
    return keys[-1], counts, sizes.to_numpy(dtype=float), labels


def scores(told: list[Floats], totals: Floats, place: int, compared: Compared) -> tuple[Floats, Floats]:
    """Log-odds and ``z`` of one outlet against the rest: ``told`` an outlet's counts, terms by samples."""
    background, prior = compared.background, compared.prior
    own, other = told[place] + background, np.sum(told, axis=0) - told[place] + background
    size, other_size = totals[place] + prior, totals.sum(axis=0) - totals[place] + prior
    odds = np.log(own / (size - own)) - np.log(other / (other_size - other))
    return odds, odds / np.sqrt(1 / own + 1 / other)


def intervals(
    compared: Compared, samples: int, confidence: float, rng: np.random.Generator
) -> tuple[Floats, Floats, list[tuple[str, int]]]:
    """The bootstrap interval of each outlet's log-odds, outlets by terms, and what was resampled."""
    made = [_resampled(compared, outlet, samples, rng) for outlet in compared.outlets]
    low, high = limits(compared, [part for part, _ in made], samples, confidence)
    return low, high, [unit for _, unit in made]


def limits(
    compared: Compared, parts: Sequence[resampling.Part], samples: int, confidence: float
) -> tuple[Floats, Floats]:
    """The percentile limits of each outlet's log-odds, outlets by terms, from the outlets' resampled units."""
    tails = ((1 - confidence) / 2, (1 + confidence) / 2)
    found = np.empty((2, len(parts), len(compared.terms)))
    totals = resampling.sizes(parts, samples)
    for block, told in resampling.sums(parts, samples):
        within = compared.within(block)
        for k in range(len(parts)):
            found[:, k, block] = np.quantile(scores(told, totals, k, within)[0], tails, axis=1)
    return found[0], found[1]


def _resampled(
    compared: Compared, outlet: str, samples: int, rng: np.random.Generator
) -> tuple[resampling.Part, tuple[str, int]]:
    """An outlet's units with the times that each bootstrap sample has them; what they are, and how many."""
    content = compared.content[compared.content["outlet"] == outlet]
    unit = "article" if content["article"].nunique() > 1 else "paragraph"
    keys = ["article"] + (["paragraph"] if unit == "paragraph" else [])
    found = compared.found[compared.found["outlet"] == outlet]
    counts, sizes = _matrix(found, content, compared.terms, keys)
    drawn = resampling.bootstrap(len(sizes), samples, rng)
    return resampling.drawn_part(counts, sizes.to_numpy(dtype=float), drawn), (unit, len(sizes))


def chance(
    compared: Compared, units: tuple[Any, Floats, Labels], z: Floats, samples: int, confidence: float,
    seed: int,
) -> tuple[Floats, Floats]:  # fmt: skip
    """How often random splits give each ``z``, outlets by terms, and the floor of each outlet."""
    counts, sizes, labels = units
    dealt = resampling.shuffled(labels, samples, np.random.default_rng([seed, 1]))
    parts = [resampling.dealt_part(counts, sizes, dealt, k) for k in range(len(compared.outlets))]
    totals = resampling.sizes(parts, samples)
    hits, largest = np.zeros(z.shape), np.zeros((len(parts), samples))
    for block, told in resampling.sums(parts, samples):
        within = compared.within(block)
        for k in range(len(parts)):
            found = np.abs(scores(told, totals, k, within)[1])
            hits[k, block] = (found >= np.abs(z[k, block])[:, None] - 1e-9).sum(axis=1)
            largest[k] = np.maximum(largest[k], found.max(axis=0))
    return (1 + hits) / (1 + samples), np.quantile(largest, confidence, axis=1)
