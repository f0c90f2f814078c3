"""Keyness: the words and phrases that set each outlet apart from the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from tellings.compare import _resampling as resampling
from tellings.compare._association import log_likelihood, log_ratio
from tellings.compare._ngrams import LONGEST, phrases, within_longer
from tellings.compare._terms import is_content, terms, written

if TYPE_CHECKING:
    from tellings.read import Reading

Floats = NDArray[np.float64]

COLUMNS = {
    "outlet": "str", "term": "str", "word": "str", "length": "int64", "count": "int64", "others": "int64",
    "per_1000": "float64", "others_per_1000": "float64", "log_odds": "float64", "low": "float64",
    "high": "float64", "z": "float64", "floor": "float64", "p": "float64", "q": "float64", "clear": "bool",
    "log_likelihood": "float64", "log_ratio": "float64", "spread": "float64", "others_spread": "float64",
    "units": "int64", "unit": "str", "split_unit": "str",
}  # fmt: skip


class _Compared(NamedTuple):
    """What is set side by side: content words and occurrences of terms, the terms, the outlets; the prior's
    words, and its counts of each term as a column."""

    content: pd.DataFrame
    found: pd.DataFrame
    terms: pd.Index
    outlets: list[str]
    prior: float
    background: Floats

    def within(self, block: slice) -> _Compared:
        """The same for a block of the terms."""
        return self._replace(terms=self.terms[block], background=self.background[block])


def keyness(
    reading: Reading,
    *,
    voices: Sequence[str] = ("outlet", "quoted"),
    minimum: int = 2,
    longest: int = LONGEST,
    prior: float = 500.0,
    resamples: int = 2000,
    splits: int = 2000,
    confidence: float = 0.95,
    seed: int = 0,
) -> pd.DataFrame:
    """The distinctive words and phrases of each outlet against all the others together.

    The measure is the weighted log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi & Quinn
    2008): the words of the whole corpus, scaled to ``prior`` words, are added to both sides, so that a rare word
    cannot look distinctive by accident. The interval is a percentile bootstrap (Efron 1979) over units: articles,
    or paragraphs where an outlet has a single article (``unit`` says which). Paragraphs of one article are
    not independent, so such an interval speaks of this article and not of the outlet.

    What chance alone would give is learnt by dealing the units out to the outlets at random, ``splits`` times,
    each outlet keeping its number of units: articles where every outlet has several, else paragraphs
    (``split_unit``). ``floor`` is the largest ``z`` of any term, in either direction, that ``confidence`` of the
    splits stay below.

    A term is a word or a phrase of up to ``longest`` words (at most three). Phrases stay within a
    sentence and neither begin nor end with a function word. A term that every outlet says only within one
    longer term is left to the longer one.

    Returns a row an outlet and term said at least ``minimum`` times in the corpus, sorted by outlet and ``z``:

    - ``term``, in small letters; ``word``, as it is most often written; ``length``, its number of words;
    - ``count`` and ``others``, times; ``per_1000`` and ``others_per_1000``, per thousand content words;
    - ``log_odds``, natural logarithm, above 0 where the outlet says it more; ``low`` and ``high``, its interval;
      ``z``, log-odds by its standard error;
    - ``p``, the share of random splits in which the term's own ``z`` is as large either way, never below
      1 / (splits + 1); ``q``, the same with the false discovery rate over the outlet's terms controlled
      (Benjamini & Hochberg 1995); ``floor``, above;
    - ``clear``: the interval leaves out 0 and ``z`` is beyond the floor (a word that the others never say has
      a bootstrap interval that is too narrow, and among many words the largest ``z`` is large by chance);
    - ``log_likelihood``, G² (Rayson & Garside 2000, after Dunning 1993), evidence without direction;
      ``log_ratio``, size: each point doubles (Hardie 2014); both without the prior;
    - ``spread`` and ``others_spread``, the share of the split units that hold the term, from 0 to 1: a term that
      is frequent in one unit only is about that unit;
    - ``units`` and ``unit``, what the outlet was resampled by; ``split_unit``.

    Empty where there are fewer than two outlets.

    >>> from tellings.corpus import load
    >>> from tellings.read import all as read_all
    >>> keyness(read_all(load("seeds"))).groupby("outlet")["unit"].first().unique().tolist()
    ['paragraph']
    """
    return contrasted(
        terms(reading, voices=voices, content=False), reading.corpus.outlets, minimum=minimum, longest=longest,
        prior=prior, resamples=resamples, splits=splits, confidence=confidence, seed=seed,
    )  # fmt: skip


def contrasted(
    words: pd.DataFrame, outlets: Sequence[str], *, minimum: int, longest: int = LONGEST, prior: float = 500.0,
    resamples: int = 2000, splits: int = 2000, confidence: float = 0.95, seed: int = 0,
) -> pd.DataFrame:  # fmt: skip
    """The table of :func:`keyness` from a table of all words (:func:`terms` with ``content=False``)."""
    compared = _compared(words, outlets, minimum, longest, prior)
    if len(compared.outlets) < 2 or compared.terms.empty:
        return pd.DataFrame({name: pd.Series([], dtype=dtype) for name, dtype in COLUMNS.items()})
    split_unit, counts, sizes, labels = _all_units(compared)
    told = np.stack([counts[:, labels == k].sum(axis=1).A1 for k in range(len(compared.outlets))]).astype(
        float
    )
    totals = np.array([sizes[labels == k].sum() for k in range(len(compared.outlets))])
    low, high, units = _intervals(compared, resamples, confidence, np.random.default_rng(seed))
    odds, z = zip(*(_scores(list(told[:, :, None]), totals[:, None], k, compared) for k in range(len(told))),
                  strict=True)  # fmt: skip
    chances = _chance(
        compared, (counts, sizes, labels), np.concatenate(z, axis=1).T, splits, confidence, seed
    )
    held = np.stack([(counts[:, labels == k] > 0).sum(axis=1).A1 for k in range(len(told))])
    parts = [
        _one(k, compared, told, totals, held, np.bincount(labels)).assign(
            log_odds=odds[k][:, 0], z=z[k][:, 0], low=low[k], high=high[k], floor=chances[1][k],
            p=chances[0][k], units=units[k][1], unit=units[k][0], split_unit=split_unit,
        )
        for k in range(len(told))
    ]  # fmt: skip
    return _table(parts, written(compared.found))


def first_terms(found: pd.DataFrame, n: int) -> list[str]:
    """The first ``n`` terms of each outlet in a table of :func:`keyness` that it says more than the others.

    >>> first_terms(pd.DataFrame({"outlet": ["A"], "term": ["tax"], "log_odds": [0.4]}), 3)
    ['tax']
    """
    more = found[found["log_odds"] > 0]
    return list(dict.fromkeys(more.groupby("outlet", sort=False).head(n)["term"]))


def _compared(
    words: pd.DataFrame, outlets: Sequence[str], minimum: int, longest: int, prior: float
) -> _Compared:
    known = {term: len(term) > 1 and is_content(term) for term in words["term"].unique()}
    content = words[words["term"].map(known).astype(bool)]
    present = set(content["outlet"].unique())
    found = phrases(words, longest=longest, minimum=minimum)
    counts = found.groupby(["term", "outlet"]).size().unstack(fill_value=0)
    hidden = within_longer([str(term) for term in counts.index], counts.to_numpy(dtype=float))
    kept = pd.Index(sorted(set(counts.index) - hidden), dtype=object)
    background = prior * counts.sum(axis=1).reindex(kept).to_numpy(dtype=float) / max(len(content), 1)
    return _Compared(
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


def _all_units(compared: _Compared) -> tuple[str, Any, Floats, NDArray[np.uint8]]:
    """Every outlet's units of one common kind: the kind, their counts, their sizes, whose they are."""
    articles = compared.content.groupby("outlet")["article"].nunique()
    keys = ["outlet", "article"] + (["paragraph"] if articles.min() == 1 else [])
    counts, sizes = _matrix(compared.found, compared.content, compared.terms, keys)
    number = {outlet: k for k, outlet in enumerate(compared.outlets)}
    labels = np.array([number[name] for name in sizes.index.get_level_values("outlet")], dtype=np.uint8)
    return keys[-1], counts, sizes.to_numpy(dtype=float), labels


def _scores(told: list[Floats], totals: Floats, place: int, compared: _Compared) -> tuple[Floats, Floats]:
    """Log-odds and ``z`` of one outlet against the rest: ``told`` an outlet's counts, terms by samples."""
    background, prior = compared.background, compared.prior
    own, other = told[place] + background, np.sum(told, axis=0) - told[place] + background
    size, other_size = totals[place] + prior, totals.sum(axis=0) - totals[place] + prior
    odds = np.log(own / (size - own)) - np.log(other / (other_size - other))
    return odds, odds / np.sqrt(1 / own + 1 / other)


def _intervals(
    compared: _Compared, samples: int, confidence: float, rng: np.random.Generator
) -> tuple[Floats, Floats, list[tuple[str, int]]]:
    """The bootstrap interval of each outlet's log-odds, outlets by terms, and what was resampled."""
    parts, units = [], []
    for outlet in compared.outlets:
        content = compared.content[compared.content["outlet"] == outlet]
        unit = "article" if content["article"].nunique() > 1 else "paragraph"
        keys = ["article"] + (["paragraph"] if unit == "paragraph" else [])
        found = compared.found[compared.found["outlet"] == outlet]
        counts, sizes = _matrix(found, content, compared.terms, keys)
        drawn = resampling.bootstrap(len(sizes), samples, rng)
        parts.append(resampling.drawn_part(counts, sizes.to_numpy(dtype=float), drawn))
        units.append((unit, len(sizes)))
    tails = ((1 - confidence) / 2, (1 + confidence) / 2)
    limits = np.empty((2, len(parts), len(compared.terms)))
    totals = resampling.sizes(parts, samples)
    for block, told in resampling.sums(parts, samples):
        within = compared.within(block)
        for k in range(len(parts)):
            limits[:, k, block] = np.quantile(_scores(told, totals, k, within)[0], tails, axis=1)
    return limits[0], limits[1], units


def _chance(
    compared: _Compared, units: tuple[Any, Floats, NDArray[np.uint8]], z: Floats, samples: int, confidence: float,
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
            found = np.abs(_scores(told, totals, k, within)[1])
            hits[k, block] = (found >= np.abs(z[k, block])[:, None] - 1e-9).sum(axis=1)
            largest[k] = np.maximum(largest[k], found.max(axis=0))
    return (1 + hits) / (1 + samples), np.quantile(largest, confidence, axis=1)


def _one(
    place: int, compared: _Compared, told: Floats, totals: Floats, held: Floats, units: NDArray[np.int64]
) -> pd.DataFrame:
    own, size = told[place], totals[place]
    other, other_size = told.sum(axis=0) - own, totals.sum() - size
    return pd.DataFrame({
        "outlet": compared.outlets[place], "term": compared.terms, "count": own, "others": other,
        "length": [len(str(term).split(" ")) for term in compared.terms],
        "per_1000": 1000 * own / size, "others_per_1000": 1000 * other / other_size,
        "log_likelihood": log_likelihood(own, other, size, other_size),
        "log_ratio": log_ratio(own, other, size, other_size),
        "spread": held[place] / units[place],
        "others_spread": (held.sum(axis=0) - held[place]) / (units.sum() - units[place]),
    })  # fmt: skip


def _table(parts: list[pd.DataFrame], forms: pd.Series) -> pd.DataFrame:
    from scipy.stats import false_discovery_control  # here: it takes longer to import than all the rest

    ordered = [
        part.assign(q=false_discovery_control(part["p"].to_numpy())).sort_values(
            ["z", "term"], ascending=[False, True]
        )
        for part in parts
    ]
    found = pd.concat(ordered, ignore_index=True)
    apart = (found["low"] > 0) | (found["high"] < 0)
    clear = apart & (found["z"].abs() > found["floor"] + 1e-9)
    return found.assign(word=found["term"].map(forms), clear=clear)[list(COLUMNS)].astype(COLUMNS)
