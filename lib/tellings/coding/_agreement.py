"""Agreement between coders, and between each coder and the machine, over all frames and for each."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from tellings.coding import _alpha
from tellings.coding._read import MACHINE

COLUMNS = {
    "between": "str", "frame": "str", "n": "int64", "given": "int64", "agreed": "float64", "alpha": "float64",
    "low": "float64", "high": "float64", "reads": "str",
}  # fmt: skip
ALL, CODERS = "all", "coders"
RELIABLE, TENTATIVE = 0.8, 0.667  # Krippendorff (2004), p. 241
FEWEST, FEWEST_GIVEN = 20, 10  # sentences, and codes of a frame, below which an interval says little


def agreement(
    codes: pd.DataFrame, *, resamples: int = 2_000, seed: int = 0, confidence: float = 0.95
) -> pd.DataFrame:
    """Krippendorff's alpha between the coders, and between each coder and the machine.

    ``codes`` is the table of :func:`tellings.coding.read_sheets`; ``id, coder, frame`` and, for the machine,
    ``machine`` are enough. Alpha (Krippendorff 2011, nominal) is 1 where codes agree in full and 0 where they agree
    as often as chance would have them; it takes any number of coders and sentences that some did not code. With
    ``frame`` other than ``all`` the question is whether a sentence has that frame or another.

    Returns a row a pair and frame: ``between`` (``coders``, all of them; ``NAME and machine``); ``frame``, ``all``
    first and then those that were given, the commonest first; ``n``, the sentences with two codes or more; ``given``,
    how many of their codes are that frame; ``agreed``, the share of pairs of codes that agree (0 to 1, chance not
    taken off); ``alpha``, at most 1; ``low`` and ``high``, its percentile bootstrap interval over sentences (samples
    whose codes are all the same have no alpha and are left out); and ``reads``, in plain words after Krippendorff
    (2004): ``reliable`` from .8 on, ``tentative`` from .667 on, ``not reliable`` below, ``unclear`` where the
    interval holds .667, ``too few`` below 20 sentences, below 10 codes of the frame, or where all codes are the same.

    The interval takes sentences for independent, and has no width where all agree. Agreement with the machine says
    how far it can stand in for that coder; it cannot be expected to be higher than agreement between the coders.

    >>> codes = pd.DataFrame({"id": list("aabbcc"), "coder": ["ann", "ben"] * 3, "frame": list("xxyyxy")})
    >>> agreement(codes)[["between", "frame", "n", "alpha"]].round(2).values.tolist()[0]
    ['coders', 'all', 3, 0.44]
    """
    rows = [
        row
        for between, frames, counts in _pairs(codes)
        for row in _rows(between, frames, counts, _Bootstrap(resamples, seed, confidence))
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


class _Bootstrap(NamedTuple):
    resamples: int
    seed: int
    confidence: float


def _pairs(codes: pd.DataFrame) -> Iterator[tuple[str, Sequence[str], _alpha.Counts]]:
    """Who is set against whom: the frames given and how often each sentence has each of them."""
    coders = list(dict.fromkeys(codes["coder"]))
    if len(coders) > 1:
        yield CODERS, *_counted(codes[["id", "frame"]])
    for coder in coders if "machine" in codes else ():
        own = codes[codes["coder"] == coder]
        machine = own[["id", "machine"]].rename(columns={"machine": "frame"})
        yield f"{coder} and {MACHINE}", *_counted(pd.concat([own[["id", "frame"]], machine]))


def _counted(codes: pd.DataFrame) -> tuple[Sequence[str], _alpha.Counts]:
    counts = pd.crosstab(codes["id"], codes["frame"])
    counts = counts[counts.sum(axis=1) >= 2]
    given = counts.sum()
    frames = sorted(given[given > 0].index, key=lambda frame: (-given[frame], frame))
    return frames, counts[frames].to_numpy(np.int64)


def _rows(
    between: str, frames: Sequence[str], counts: _alpha.Counts, how: _Bootstrap
) -> Iterator[tuple[object, ...]]:
    """Over all frames, then each frame against the others; one set of bootstrap samples serves them all."""
    made = _alpha.bootstrap(counts, resamples=how.resamples, seed=how.seed)
    each = [np.column_stack([own, counts.sum(axis=1) - own]) for own in counts.T]
    for frame, table, alphas in zip([ALL, *frames], [counts, *each], made.T, strict=True):
        low, high = _interval(alphas, how.confidence)
        given = int(table.sum() if frame == ALL else table[:, 0].sum())
        reads = _reads(len(table), given, low, high)
        yield between, frame, len(table), given, _alpha.agreed(table), _alpha.alpha(table), low, high, reads


def _interval(alphas: _alpha.Floats, confidence: float) -> tuple[float, float]:
    known = alphas[~np.isnan(alphas)]
    if not len(known):
        return math.nan, math.nan
    tail = (1 - confidence) / 2
    low, high = np.quantile(known, [tail, 1 - tail])
    return float(low), float(high)


def _reads(n: int, given: int, low: float, high: float) -> str:
    """What the interval allows to be said.

    >>> _reads(99, 99, 0.81, 0.95), _reads(99, 99, 0.5, 0.7), _reads(99, 99, 0.1, 0.4), _reads(9, 18, 0.9, 1.0)
    ('reliable', 'unclear', 'not reliable', 'too few')
    """
    if n < FEWEST or given < FEWEST_GIVEN or math.isnan(low):
        return "too few"
    if high < TENTATIVE:
        return "not reliable"
    if low < TENTATIVE:
        return "unclear"
    return "reliable" if low >= RELIABLE else "tentative"
