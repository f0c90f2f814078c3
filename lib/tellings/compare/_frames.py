"""Frames by outlet: the share of sentences that hold a cue."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from tellings.compare._intervals import bootstrap_means, joint_tails, wilson
from tellings.compare._terms import paragraphs
from tellings.compare._voice import voiced
from tellings.read import codebook as read_codebook

if TYPE_CHECKING:
    from tellings.read import Reading


COLUMNS = ["outlet", "frame", "sentences", "n", "share", "low", "high", "with_cue", "cue_share", "cues"]


def frames(reading: Reading, *, codebook: str = "policy") -> pd.DataFrame:
    """An outlet's frame profile: the share of its sentences whose primary frame is each of a codebook's.

    Sentences of prose count, quoted ones too; captions and furniture do not. The primary frame of a sentence is the
    one with the most cues (:func:`tellings.read.frame`); a sentence without a cue is ``other``. A sentence can also
    hold cues of further frames: ``with_cue`` counts those. The interval is Wilson's (1927) at 95%; it takes
    sentences for independent, which sentences of one article are not, so it is rather too narrow than too wide.

    Returns a row an outlet and frame, frames in the codebook's order, ``other`` last: ``outlet, frame``; ``sentences``
    of that primary frame; ``n``, all; ``share, low, high`` (from 0 to 1); ``with_cue`` and ``cue_share``, sentences with
    at least one cue of the frame; ``cues``, how many in all.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> shares = tl.compare.frames(reading).groupby("outlet")["share"].sum()
    >>> shares.round(6).tolist()
    [1.0, 1.0]
    """
    cues, primary = _prose(reading, "frames"), _prose(reading, "primary_frames")
    names = [*(frame.name for frame in read_codebook(codebook).frames), "other"]
    rows = [
        _row(outlet, name, primary[primary["outlet"] == outlet], cues[cues["outlet"] == outlet])
        for outlet in reading.corpus.outlets
        for name in names
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _row(outlet: str, name: str, primary: pd.DataFrame, cues: pd.DataFrame) -> tuple[object, ...]:
    n, sentences = len(primary), int((primary["frame"] == name).sum())
    found = cues[cues["frame"] == name]
    with_cue = len(found[["article", "sentence"]].drop_duplicates())
    low, high = wilson(sentences, n)
    return (
        outlet, name, sentences, n, sentences / n if n else 0.0, low, high, with_cue, with_cue / n if n else 0.0, len(found)
    )  # fmt: skip


def frame_differences(
    reading: Reading, *, codebook: str = "policy", resamples: int = 2000, seed: int = 0
) -> pd.DataFrame:
    """How far the share of each frame differs between two outlets, for every frame and pair.

    Bootstrap over whole articles, or over paragraphs where an outlet has one article. So many comparisons make chance
    findings likely, so the intervals are widened until all of them hold together with 95% (Bonferroni), and ``clear``
    means that the widened interval leaves out 0.

    Returns ``frame, outlet, other``; ``difference`` of the shares (from -1 to 1); ``low, high``; ``clear``;
    ``comparisons``, how many the widening allows for. The widest difference first.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> apart = tl.compare.frame_differences(reading, resamples=200)
    >>> bool(apart["difference"].abs().is_monotonic_decreasing)
    True
    """
    primary = _prose(reading, "primary_frames")
    primary["paragraph"] = paragraphs(reading, primary)
    names = [frame.name for frame in read_codebook(codebook).frames if (primary["frame"] == frame.name).any()]
    outlets = [outlet for outlet in reading.corpus.outlets if (primary["outlet"] == outlet).any()]
    comparisons = max(1, len(names) * len(outlets) * (len(outlets) - 1) // 2)
    tails = joint_tails(0.95, comparisons)
    rows = []
    for name in names:
        shares, samples = {}, {}
        for number, outlet in enumerate(outlets):
            part = primary[primary["outlet"] == outlet]
            is_it = (part["frame"] == name).astype(float)
            unit = "article" if part["article"].nunique() > 1 else "paragraph"
            shares[outlet] = is_it.mean()
            samples[outlet] = bootstrap_means(is_it, part[unit], resamples=resamples, seed=seed + number)
        for one, two in combinations(outlets, 2):
            low, high = np.quantile(samples[one] - samples[two], tails)
            rows.append(
                (name, one, two, shares[one] - shares[two], low, high, bool(low > 0 or high < 0), comparisons)
            )
    columns = ["frame", "outlet", "other", "difference", "low", "high", "clear", "comparisons"]
    made = pd.DataFrame(rows, columns=columns)
    return made.sort_values("difference", key=lambda column: -column.abs(), kind="stable").reset_index(
        drop=True
    )


def cues(reading: Reading) -> pd.DataFrame:
    """How often each cue stands in each outlet, its own prose and its quotations apart.

    Returns ``frame, word`` (in small letters), ``outlet, voice`` (``outlet`` or ``quoted``), ``count``; the
    commonest first within a frame.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.compare.cues(reading).columns.tolist()
    ['frame', 'word', 'outlet', 'voice', 'count']
    """
    found = _prose(reading, "frames").assign(word=lambda rows: rows["text"].str.lower())
    counted = found.groupby(["frame", "word", "outlet", "voice"], sort=False).size().reset_index(name="count")
    return counted.sort_values(
        ["frame", "count", "word", "outlet", "voice"], ascending=[True, False, True, True, True]
    ).reset_index(drop=True)


def _prose(reading: Reading, name: str) -> pd.DataFrame:
    found = voiced(reading, name)
    return found[found["voice"].isin(["outlet", "quoted"])]
