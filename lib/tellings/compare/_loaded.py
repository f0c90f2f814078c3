"""Loaded language by outlet: words that judge, the plainer word, and whether the outlet or a speaker uses them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from tellings.compare._terms import terms
from tellings.compare._voice import voiced

if TYPE_CHECKING:
    from tellings.read import Reading


def loaded(reading: Reading) -> pd.DataFrame:
    """Every loaded word of the prose, with its outlet and voice.

    Returns the rows of ``reading.loaded`` that are no caption and no furniture, with ``outlet``, ``sentence`` and
    ``voice`` (``outlet``: the newsroom's own choice; ``quoted``: a speaker's).

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> {"outlet", "voice", "plainer"} <= set(tl.compare.loaded(reading))
    True
    """
    found = voiced(reading, "loaded")
    return found[found["voice"].isin(["outlet", "quoted"])]


def loaded_rates(reading: Reading) -> pd.DataFrame:
    """How many loaded words each outlet uses itself and quotes, per thousand words of that voice.

    Returns ``outlet, voice, loaded, words, per_1000``. Two articles of different length can be compared by the rate,
    but a rate on a few hundred words is a handful of words: read them.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.compare.loaded_rates(reading)["voice"].unique().tolist()
    ['outlet', 'quoted']
    """
    words = terms(reading, content=False).groupby(["outlet", "voice"]).size()
    counted = loaded(reading).groupby(["outlet", "voice"]).size()
    rows = [
        (outlet, voice, int(counted.get((outlet, voice), 0)), int(words[outlet, voice]))
        for outlet in reading.corpus.outlets
        for voice in ("outlet", "quoted")
        if (outlet, voice) in words.index
    ]
    made = pd.DataFrame(rows, columns=["outlet", "voice", "loaded", "words"])
    return made.assign(per_1000=1000 * made["loaded"] / made["words"])
