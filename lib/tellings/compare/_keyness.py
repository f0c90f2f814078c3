"""Keyness: the words that set each outlet apart from the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from tellings.compare._terms import terms, written

if TYPE_CHECKING:
    from tellings.read import Reading

Counts = NDArray[np.float64]

COLUMNS = {
    "outlet": "str", "term": "str", "word": "str", "count": "int64", "others": "int64", "per_1000": "float64",
    "others_per_1000": "float64", "log_odds": "float64", "low": "float64", "high": "float64", "z": "float64",
    "clear": "bool", "units": "int64", "unit": "str",
}  # fmt: skip


def keyness(
    reading: Reading,
    *,
    voices: Sequence[str] = ("outlet", "quoted"),
    minimum: int = 2,
    prior: float = 500.0,
    resamples: int = 2000,
    confidence: float = 0.95,
    seed: int = 0,
) -> pd.DataFrame:
    """The distinctive words of each outlet against all the others together.

    The measure is the weighted log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi & Quinn
    2008): the words of the whole corpus, scaled to ``prior`` words, are added to both sides, so that a rare word
    cannot look distinctive by accident. The interval is a percentile bootstrap over units: articles, or
    paragraphs where an outlet has a single article (``unit`` says which). Paragraphs of one article are not
    independent, so such an interval speaks of this article and not of the outlet.

    Returns a row an outlet and word said at least ``minimum`` times in the corpus: ``term``, in small
    letters; ``word``, as it is most often written; ``count`` and ``others``,
    times; ``per_1000`` and ``others_per_1000``, rates per thousand content words; ``log_odds``, natural
    logarithm, above 0 where the outlet says it more; ``low`` and ``high``, its interval; ``z``, log-odds by its
    standard error; ``clear``, whether the interval leaves out 0 and ``z`` is beyond ±1.96 (a word that the
    others never say has a bootstrap interval that is too narrow); ``units``, the outlet's. Sorted by outlet and
    ``z``. Empty where there are fewer than two outlets.

    >>> from tellings.corpus import load
    >>> from tellings.read import all as read_all
    >>> keyness(read_all(load("seeds"))).groupby("outlet")["unit"].first().unique().tolist()
    ['paragraph']
    """
    words = terms(reading, voices=voices)
    outlets = [outlet for outlet in reading.corpus.outlets if (words["outlet"] == outlet).any()]
    totals = words["term"].value_counts()
    vocabulary = pd.Index(sorted(totals[totals >= minimum].index))
    if len(outlets) < 2 or vocabulary.empty:
        return pd.DataFrame({name: pd.Series([], dtype=dtype) for name, dtype in COLUMNS.items()})
    background = prior * totals.reindex(vocabulary).to_numpy(dtype=float) / len(words)
    units = [_units(words[words["outlet"] == outlet], vocabulary) for outlet in outlets]
    rng = np.random.default_rng(seed)
    tails = ((1 - confidence) / 2, (1 + confidence) / 2)
    drawn = [_resampled(counts, sizes, resamples, rng) for _, counts, sizes in units]
    parts = [
        _one(place, outlets, vocabulary, units, drawn, background, prior, tails)
        for place in range(len(outlets))
    ]
    found = pd.concat(parts, ignore_index=True)
    return found.assign(word=found["term"].map(written(words)))[list(COLUMNS)].astype(COLUMNS)


def first_terms(found: pd.DataFrame, n: int) -> list[str]:
    """The first ``n`` words of each outlet in a table of :func:`keyness` that it says more than the others.

    >>> first_terms(pd.DataFrame({"outlet": ["A"], "term": ["tax"], "log_odds": [0.4]}), 3)
    ['tax']
    """
    more = found[found["log_odds"] > 0]
    return list(dict.fromkeys(more.groupby("outlet", sort=False).head(n)["term"]))


def _units(words: pd.DataFrame, vocabulary: pd.Index) -> tuple[str, Counts, Counts]:
    """An outlet's counts, unit by term, and the number of words in each unit."""
    unit = "article" if words["article"].nunique() > 1 else "paragraph"
    sizes = words.groupby(unit, sort=True).size()
    table = pd.crosstab(words[unit], words["term"]).reindex(
        index=sizes.index, columns=vocabulary, fill_value=0
    )
    return unit, table.to_numpy(dtype=float), sizes.to_numpy(dtype=float)


def _resampled(
    counts: Counts, sizes: Counts, resamples: int, rng: np.random.Generator
) -> tuple[Counts, Counts]:
    """Counts and sizes of an outlet in each bootstrap sample of its units."""
    n = len(sizes)
    weights = rng.multinomial(n, np.full(n, 1 / n), size=resamples).astype(float)
    return weights @ counts, weights @ sizes


def _log_odds(
    own: Counts, size: Counts, other: Counts, other_size: Counts, background: Counts, prior: float
) -> Counts:
    a, b = own + background, other + background
    size_a, size_b = np.asarray(size)[..., None] + prior, np.asarray(other_size)[..., None] + prior
    return np.asarray(np.log(a / (size_a - a)) - np.log(b / (size_b - b)))


def _one(
    place: int,
    outlets: list[str],
    vocabulary: pd.Index,
    units: list[tuple[str, Counts, Counts]],
    drawn: list[tuple[Counts, Counts]],
    background: Counts,
    prior: float,
    tails: tuple[float, float],
) -> pd.DataFrame:
    unit, counts, sizes = units[place]
    rest = [other for number, other in enumerate(units) if number != place]
    own, size = counts.sum(axis=0), sizes.sum()
    other = np.sum([block.sum(axis=0) for _, block, _ in rest], axis=0)
    other_size = np.sum([block.sum() for _, _, block in rest])
    odds = _log_odds(own, size, other, other_size, background, prior)
    boot_rest = [sample for number, sample in enumerate(drawn) if number != place]
    boot = _log_odds(
        drawn[place][0], drawn[place][1],
        np.sum([c for c, _ in boot_rest], axis=0), np.sum([s for _, s in boot_rest], axis=0), background, prior,
    )  # fmt: skip
    low, high = np.quantile(boot, tails, axis=0)
    z = odds / np.sqrt(1 / (own + background) + 1 / (other + background))
    found = pd.DataFrame({
        "outlet": outlets[place], "term": vocabulary, "count": own, "others": other,
        "per_1000": 1000 * own / size, "others_per_1000": 1000 * other / other_size,
        "log_odds": odds, "low": low, "high": high, "z": z,
        "clear": ((low > 0) | (high < 0)) & (np.abs(z) > 1.96), "units": len(sizes), "unit": unit,
    })  # fmt: skip
    return found.sort_values(["z", "term"], ascending=[False, True])
