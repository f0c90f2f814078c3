"""Frames by outlet: the share of sentences that hold a cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from tellings.compare._intervals import wilson
from tellings.compare._voice import voiced
from tellings.read import codebook as read_codebook

if TYPE_CHECKING:
    from tellings.read import Reading


def frames(reading: Reading, *, codebook: str = "policy") -> pd.DataFrame:
    """The share of an outlet's sentences that hold at least one cue of each frame.

    Sentences of prose count, quoted ones too; captions and furniture do not. A sentence can hold cues of several
    frames. The interval is Wilson's (1927) at 95%; it takes sentences for independent, which sentences of one
    article are not, so it is rather too narrow than too wide.

    Returns a row an outlet and frame, frames in the codebook's order: ``outlet, frame, sentences`` (with a cue),
    ``n`` (all), ``share, low, high`` (from 0 to 1), ``cues`` (how many in all).
    """
    cues = _prose(reading, "frames")
    every = _prose(reading, "sentences").groupby("outlet").size()
    rows = []
    for outlet in reading.corpus.outlets:
        here, n = cues[cues["outlet"] == outlet], int(every.get(outlet, 0))
        for frame in read_codebook(codebook).frames:
            found = here[here["frame"] == frame.name]
            sentences = len(found[["article", "sentence"]].drop_duplicates())
            low, high = wilson(sentences, n)
            rows.append(
                (outlet, frame.name, sentences, n, sentences / n if n else 0.0, low, high, len(found))
            )
    columns = ["outlet", "frame", "sentences", "n", "share", "low", "high", "cues"]
    return pd.DataFrame(rows, columns=columns)


def cues(reading: Reading) -> pd.DataFrame:
    """How often each cue stands in each outlet, its own prose and its quotations apart.

    Returns ``frame, word`` (in small letters), ``outlet, voice`` (``outlet`` or ``quoted``), ``count``; the
    commonest first within a frame.
    """
    found = _prose(reading, "frames").assign(word=lambda rows: rows["text"].str.lower())
    counted = found.groupby(["frame", "word", "outlet", "voice"], sort=False).size().reset_index(name="count")
    return counted.sort_values(
        ["frame", "count", "word", "outlet", "voice"], ascending=[True, False, True, True, True]
    ).reset_index(drop=True)


def _prose(reading: Reading, name: str) -> pd.DataFrame:
    found = voiced(reading, name)
    return found[found["voice"].isin(["outlet", "quoted"])]
