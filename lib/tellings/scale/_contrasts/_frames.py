"""Frames over a store, summed by DuckDB."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from tellings.compare._frames import COLUMNS as FRAMES
from tellings.compare._intervals import joint_tails, wilson
from tellings.read import codebook as read_codebook
from tellings.scale._contrasts._sums import _means
from tellings.scale._contrasts._tables import connected

if TYPE_CHECKING:
    from tellings.scale._stored import Stored

_FRAMES = """
SELECT a.outlet, f.frame, sum(f.sentences)::BIGINT AS sentences, sum(f.with_cue)::BIGINT AS with_cue,
  sum(f.cues)::BIGINT AS cues
FROM contrast_frames f JOIN articles a USING (number) GROUP BY a.outlet, f.frame
"""

# A unit is an article; a paragraph where an outlet has one article. It has its sentences of each frame.
_UNITS = """
WITH found AS (
  SELECT f.*, a.outlet, a.article FROM contrast_frames f JOIN articles a USING (number) WHERE f.sentences > 0
), alone AS (
  SELECT outlet, count(DISTINCT number) = 1 AS single, min(number) AS first FROM found GROUP BY outlet
)
SELECT outlet, article, CASE WHEN single THEN paragraph ELSE 0 END AS part, frame, sum(sentences)::BIGINT AS n
FROM found JOIN alone USING (outlet)
GROUP BY outlet, article, first, part, frame ORDER BY first, outlet, article, part, frame
"""
_APART = {
    "frame": "str", "outlet": "str", "other": "str", "difference": "float64", "low": "float64", "high": "float64",
    "clear": "bool", "comparisons": "int64",
}  # fmt: skip


def frames(stored: Stored, *, memory: str | None = None, threads: int | None = None) -> pd.DataFrame:
    """An outlet's frame profile, as :func:`tellings.compare.frames`, over all of a store.

    The codebook is the one that the store was read with.

    >>> import tempfile, tellings as tl
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     stored = tl.scale.read(tl.load("seeds"), store=folder)
    ...     tl.scale.frames(stored).equals(tl.compare.frames(stored.reading()))
    True
    """
    with connected(stored, ("contrast_frames",), memory=memory, threads=threads) as sql:
        rows = sql.execute(_FRAMES).fetchall()
    told = {(outlet, frame): numbers for outlet, frame, *numbers in rows}
    names = [*(frame.name for frame in read_codebook(stored.codebook).frames), "other"]
    made = []
    for outlet in dict.fromkeys(stored.articles["outlet"].tolist()):
        n = sum(sentences for (whose, _), (sentences, *_) in told.items() if whose == outlet)
        made += [_frame(outlet, name, n, *told.get((outlet, name), (0, 0, 0))) for name in names]
    return pd.DataFrame(made, columns=FRAMES)


def _frame(outlet: str, name: str, n: int, sentences: int, with_cue: int, cues: int) -> tuple[object, ...]:
    share, cue_share = (sentences / n, with_cue / n) if n else (0.0, 0.0)
    return outlet, name, sentences, n, share, *wilson(sentences, n), with_cue, cue_share, cues


def frame_differences(
    stored: Stored,
    *,
    resamples: int = 2000,
    seed: int = 0,
    memory: str | None = None,
    threads: int | None = None,
) -> pd.DataFrame:
    """How far the share of each frame differs between two outlets, as :func:`tellings.compare.frame_differences`.

    The table is the same; an outlet of more than 5,000 articles is resampled by bundles of them.

    >>> import tempfile, tellings as tl
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     stored = tl.scale.read(tl.load("seeds"), store=folder)
    ...     tl.scale.frame_differences(stored, resamples=50)["comparisons"].nunique()
    1
    """
    with connected(stored, ("contrast_frames",), memory=memory, threads=threads) as sql:
        found = sql.execute(_UNITS).df()
    names = [one.name for one in read_codebook(stored.codebook).frames if (found["frame"] == one.name).any()]
    held = dict(iter(found.groupby("outlet", sort=False)))
    comparisons = max(1, len(names) * len(held) * (len(held) - 1) // 2)
    tails = joint_tails(0.95, comparisons)
    drawn = [_drawn(part, names, resamples, seed + number) for number, part in enumerate(held.values())]
    rows = []
    for k, name in enumerate(names):
        for (one, (share, means)), (two, (other, others)) in combinations(zip(held, drawn, strict=True), 2):
            low, high = np.quantile(means[k] - others[k], tails)
            clear = bool(low > 0 or high < 0)
            rows.append((name, one, two, share[k] - other[k], low, high, clear, comparisons))
    made = pd.DataFrame(rows, columns=list(_APART)).astype(_APART)
    order = made.sort_values("difference", key=lambda column: -column.abs(), kind="stable")
    return order.reset_index(drop=True)


def _drawn(part: pd.DataFrame, names: list[str], resamples: int, seed: int) -> tuple[Any, list[Any]]:
    """The share of each frame, and what it is in every resample of an outlet's units."""
    wide = part.pivot_table(
        index=["article", "part"], columns="frame", values="n", fill_value=0, aggfunc="sum"
    )
    sizes = wide.sum(axis=1).to_numpy(float)
    told = wide.reindex(columns=names, fill_value=0).to_numpy(float).T
    return told.sum(axis=1) / sizes.sum(), [_means(sums, sizes, resamples, seed) for sums in told]
