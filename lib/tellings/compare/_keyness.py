"""Keyness: the words and phrases that set each outlet apart from the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from tellings.compare._association import log_likelihood, log_ratio
from tellings.compare._keyness_units import Compared, Floats, all_units, chance, gathered, intervals, scores
from tellings.compare._ngrams import LONGEST
from tellings.compare._terms import terms, written

if TYPE_CHECKING:
    from tellings.read import Reading


COLUMNS = {
    "outlet": "str", "term": "str", "word": "str", "length": "int64", "count": "int64", "others": "int64",
    "per_1000": "float64", "others_per_1000": "float64", "log_odds": "float64", "low": "float64",
    "high": "float64", "z": "float64", "floor": "float64", "p": "float64", "q": "float64", "clear": "bool",
    "log_likelihood": "float64", "log_ratio": "float64", "spread": "float64", "others_spread": "float64",
    "units": "int64", "unit": "str", "split_unit": "str",
}  # fmt: skip


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
    compared = gathered(words, outlets, minimum, longest, prior)
    if len(compared.outlets) < 2 or compared.terms.empty:
        return pd.DataFrame({name: pd.Series([], dtype=dtype) for name, dtype in COLUMNS.items()})
    split_unit, counts, sizes, labels = all_units(compared)
    own = [labels == k for k in range(len(compared.outlets))]
    told = np.stack([counts[:, mine].sum(axis=1).A1.astype(float) for mine in own])
    held = np.stack([(counts[:, mine] > 0).sum(axis=1).A1 for mine in own])
    totals = np.array([sizes[mine].sum() for mine in own])
    scored = [scores(list(told[:, :, None]), totals[:, None], k, compared) for k in range(len(own))]
    z = np.stack([made[:, 0] for _, made in scored])
    low, high, units = intervals(compared, resamples, confidence, np.random.default_rng(seed))
    p, floor = chance(compared, (counts, sizes, labels), z, splits, confidence, seed)
    parts = [
        _one(k, compared, told, totals, held, np.bincount(labels)).assign(
            log_odds=scored[k][0][:, 0], z=z[k], low=low[k], high=high[k], floor=floor[k], p=p[k],
            units=units[k][1], unit=units[k][0], split_unit=split_unit,
        )
        for k in range(len(own))
    ]  # fmt: skip
    return _table(parts, written(compared.found))


def first_terms(found: pd.DataFrame, n: int) -> list[str]:
    """The first ``n`` terms of each outlet in a table of :func:`keyness` that it says more than the others.

    >>> first_terms(pd.DataFrame({"outlet": ["A"], "term": ["tax"], "log_odds": [0.4]}), 3)
    ['tax']
    """
    more = found[found["log_odds"] > 0]
    return list(dict.fromkeys(more.groupby("outlet", sort=False).head(n)["term"]))


def _one(
    place: int, compared: Compared, told: Floats, totals: Floats, held: Floats, units: NDArray[np.int64]
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
