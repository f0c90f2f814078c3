"""Frames, their cues and loaded words, on the page on framing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from tellings import compare
from tellings.read import codebook as read_codebook
from tellings.show._charts import intervals
from tellings.show._evidence import found
from tellings.show._figure import Figure
from tellings.show._publish import Published
from tellings.show._table import Format, table

if TYPE_CHECKING:
    from tellings.read import Reading

FRAMES = {
    "outlet": "Outlet", "frame": "Frame", "sentences": "Sentences", "n": "of", "share": "Share",
    "low": "95% from", "high": "to", "with_cue": "With a cue", "cues": "Cues",
}  # fmt: skip
OTHER = "other"


def plain(frame: str) -> str:
    """A frame's name as a reader would write it."""
    return frame.replace("_", " and ") if frame == "legality_crime" else frame.replace("_", " ")


def frames_figure(frames: pd.DataFrame, *, outlets: Sequence[str]) -> Figure:
    """The share of each outlet's sentences by their primary frame, the commonest first, without the unframed.

    >>> import tellings as tl
    >>> corpus = tl.load("seeds")
    >>> reading = tl.read.all(corpus)
    >>> figure = tl.show.frames_figure(tl.compare.frames(reading), outlets=corpus.outlets)
    >>> "political" in figure.alt
    True
    """
    seen = frames[(frames["frame"] != OTHER) & (frames.groupby("frame")["sentences"].transform("sum") > 0)]
    most = seen.groupby("frame")["share"].transform("max")
    order = seen.assign(most=most).sort_values(["most", "frame"], ascending=[False, True], kind="stable")
    return intervals(
        order.assign(label=order["frame"].map(plain)), label="label", value="share", name="frames", outlets=outlets,
        zero=False, xlabel="share of sentences", number=".0%",
        caption="Share of sentences, captions apart, by their primary frame, with 95% intervals.",
    )  # fmt: skip


def frames_table(frames: pd.DataFrame) -> Published:
    """The shares behind the figure.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.frames_table(tl.compare.frames(reading)).caption
    'Sentences by primary frame and outlet'
    """
    formats: dict[str, Format] = {"share": ".0%", "low": ".0%", "high": ".0%", "frame": plain}
    return table(
        frames,
        name="frames",
        caption="Sentences by primary frame and outlet",
        columns=FRAMES,
        formats=formats,
    )


def cues_table(reading: Reading) -> Published:
    """Every cue in its sentence.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.cues_table(reading).caption
    'Frame cues in their sentences'
    """
    rows = compare.voiced(reading, "frames")
    rows = rows[rows["voice"].isin(["outlet", "quoted"])].sort_values(
        ["frame", "cue", "article", "start"], kind="stable"
    )
    columns = {"frame": "Frame", "text": "Cue", "voice": "Voice"}
    return found(reading, "frames", rows=rows, published="frame-cues", caption="Frame cues in their sentences",
                 columns=columns, formats={"frame": plain}, limit=200)  # fmt: skip


def loaded_table(reading: Reading) -> Published:
    """Every loaded word in its sentence, the strongest first.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.loaded_table(reading).caption
    'Loaded words in their sentences'
    """
    rows = compare.loaded(reading).sort_values(["valence", "article", "start"], kind="stable")
    columns = {"text": "Word", "kind": "Kind", "plainer": "Plainer", "voice": "Voice"}
    return found(reading, "loaded", rows=rows, published="loaded-words", caption="Loaded words in their sentences",
                 columns=columns, limit=120)  # fmt: skip


def loaded_rates_table(reading: Reading) -> Published:
    """How many loaded words, by outlet and voice.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.loaded_rates_table(reading).caption
    'Loaded words by outlet and voice'
    """
    columns = {
        "outlet": "Outlet",
        "voice": "Voice",
        "loaded": "Loaded",
        "words": "of words",
        "per_1000": "Per 1,000",
    }
    return table(compare.loaded_rates(reading), name="loaded-rates", caption="Loaded words by outlet and voice",
                 columns=columns, formats={"per_1000": ".1f"})  # fmt: skip


def codebook_table(codebook: str) -> Published:
    """The frames of a codebook with their definitions and cues.

    >>> import tellings as tl
    >>> tl.show.codebook_table("policy").rows == len(tl.read.codebook("policy").frames)
    True
    """
    book = read_codebook(codebook)
    rows = pd.DataFrame(
        [(plain(frame.name), frame.definition, ", ".join(frame.cues)) for frame in book.frames],
        columns=["frame", "definition", "cues"],
    )
    return table(rows, name="codebook", caption=f"{book.title}: frames and their cues")
