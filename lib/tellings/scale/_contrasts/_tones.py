"""Tone over a store, summed by DuckDB."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from tellings.compare._intervals import FEWEST
from tellings.compare._sentiment import _VOICES as VOICES
from tellings.compare._sentiment import Drawn, pairs_of
from tellings.scale._contrasts._sums import _means
from tellings.scale._contrasts._tables import connected

if TYPE_CHECKING:
    from tellings.scale._stored import Stored

# A unit is an article; a paragraph where one article is all that an outlet has in a voice.
_TONES = """
WITH found AS (SELECT t.*, a.outlet, a.article FROM contrast_tones t JOIN articles a USING (number)),
alone AS (SELECT outlet, voice, count(DISTINCT number) = 1 AS single, min(number) AS first FROM found GROUP BY ALL)
SELECT outlet, voice, article, single, first, CASE WHEN single THEN paragraph ELSE 0 END AS part,
  sum(sentences)::BIGINT AS sentences, sum(total) AS total, sum(positive)::BIGINT AS positive,
  sum(negative)::BIGINT AS negative
FROM found JOIN alone USING (outlet, voice)
GROUP BY outlet, voice, article, single, first, part ORDER BY outlet, voice, article, part
"""
_TONE = {
    "outlet": "str", "voice": "str", "sentences": "int64", "mean": "float64", "low": "float64", "high": "float64",
    "positive": "float64", "negative": "float64", "units": "int64", "unit": "str",
}  # fmt: skip
_APART = {
    "outlet": "str", "other": "str", "difference": "float64", "low": "float64", "high": "float64", "clear": "bool",
    "units": "int64", "unit": "str", "other_units": "int64", "other_unit": "str",
    "comparisons": "int64",
}  # fmt: skip


def tone(
    stored: Stored,
    *,
    resamples: int = 2000,
    confidence: float = 0.95,
    seed: int = 0,
    memory: str | None = None,
    threads: int | None = None,
) -> pd.DataFrame:
    """The mean valence of an outlet's sentences by voice, as :func:`tellings.compare.tone`, over all of a store.

    The table is the same; an outlet of more than 5,000 articles is resampled by bundles of them.

    >>> import tempfile, tellings as tl
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     stored = tl.scale.read(tl.load("seeds"), store=folder)
    ...     tl.scale.tone(stored, resamples=50)["voice"].unique().tolist()
    ['outlet', 'quoted', 'caption', 'all']
    """
    tails = [(1 - confidence) / 2, (1 + confidence) / 2]
    rows = []
    for (outlet, voice), part in _units(stored, memory, threads).groupby(["outlet", "voice"], sort=True):
        drawn = _drawn(part, resamples, seed)
        n = int(part["sentences"].sum())
        low, high = np.quantile(drawn.means, tails)
        positive, negative = (int(part[name].sum()) / n for name in ("positive", "negative"))
        rows.append((outlet, voice, n, drawn.mean, low, high, positive, negative, drawn.units, drawn.unit))
    found = pd.DataFrame(rows, columns=list(_TONE))
    order = found.assign(rank=found["voice"].map(VOICES)).sort_values(["outlet", "rank"], kind="stable")
    return order[list(_TONE)].astype(_TONE).reset_index(drop=True)


def tone_differences(
    stored: Stored,
    *,
    voice: str = "outlet",
    resamples: int = 2000,
    confidence: float = 0.95,
    seed: int = 0,
    memory: str | None = None,
    threads: int | None = None,
) -> pd.DataFrame:
    """How far the mean tone of two outlets differs, as :func:`tellings.compare.tone_differences`, over a store.

    >>> import tempfile, tellings as tl
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     stored = tl.scale.read(tl.load("seeds"), store=folder)
    ...     tl.scale.tone_differences(stored, resamples=50)[["outlet", "other"]].values.tolist()
    [['The Daily Kestrel', 'The Morning Sextant']]
    """
    units = _units(stored, memory, threads)
    chosen = units[units["voice"] == voice].sort_values(["first", "article", "part"], kind="stable")
    held = {str(outlet): part for outlet, part in chosen.groupby("outlet", sort=False)}
    drawn = {outlet: _drawn(part, resamples, seed + n) for n, (outlet, part) in enumerate(held.items())}
    return pairs_of(drawn, confidence).astype(_APART)


def _units(stored: Stored, memory: str | None, threads: int | None) -> pd.DataFrame:
    with connected(stored, ("contrast_tones",), memory=memory, threads=threads) as sql:
        found: pd.DataFrame = sql.execute(_TONES).df()
    return found


def _drawn(part: pd.DataFrame, resamples: int, seed: int) -> Drawn:
    sums, sizes = part["total"].to_numpy(float), part["sentences"].to_numpy(float)
    unit = "paragraph" if part["single"].iloc[0] else "article"
    few = len(part) < FEWEST
    means = np.full(resamples, np.nan) if few else _means(sums, sizes, resamples, seed)
    return Drawn(float(sums.sum() / sizes.sum()), means, len(part), unit)
