"""Frames, tone and people of some hundred articles, as tables that DuckDB sums."""

from __future__ import annotations

import numpy as np
import pandas as pd

from tellings.compare._frames import _prose
from tellings.compare._persons import canonical
from tellings.compare._sentiment import TELLING, placed_sentences, sentence_tone
from tellings.compare._terms import paragraphs
from tellings.compare._voice import placed
from tellings.read import Reading
from tellings.scale._contrasts._blocks import Names


def frames(reading: Reading, known: Names) -> pd.DataFrame:
    """Sentences by article, paragraph and primary frame, those that hold a cue of a frame, and its cues."""
    cues, primary = _prose(reading, "frames"), _prose(reading, "primary_frames")
    cues, primary = (rows.assign(paragraph=paragraphs(reading, rows)) for rows in (cues, primary))
    holding = cues.drop_duplicates(["article", "sentence", "frame"])
    parts = {
        name: rows.groupby(["article", "paragraph", "frame"], sort=True, observed=True).size()
        for name, rows in (("sentences", primary), ("with_cue", holding), ("cues", cues))
    }
    found = pd.DataFrame(parts).fillna(0).astype("int64").reset_index()
    return found.astype({"article": "str", "paragraph": "int64", "frame": "str"})


def tones(reading: Reading, known: Names) -> pd.DataFrame:
    """Sentences by article, paragraph and voice: how many, the sum of their valence, how many of a telling one."""
    columns = ["article", "voice", "paragraph", "valence"]
    each = pd.concat(
        [sentence_tone(reading)[columns], placed_sentences(reading).assign(voice="all")[columns]]
    )
    each = each.assign(positive=each["valence"] >= TELLING, negative=each["valence"] <= -TELLING)
    return (
        each.groupby(["article", "voice", "paragraph"], sort=True, observed=True)
        .agg(sentences=("valence", "size"), total=("valence", "sum"), positive=("positive", "sum"),
             negative=("negative", "sum"))
        .reset_index()
    )  # fmt: skip


def people(reading: Reading, known: Names) -> pd.DataFrame:
    """Each mention of a person, in the order of the text, with its voice, its sentence and what stands with it."""
    found = placed(reading, canonical(reading.people))
    columns = ["article", "person", "voice", "sentence", "title", "role", "apposition"]
    return found[columns].assign(place=np.arange(len(found))).reset_index(drop=True)
