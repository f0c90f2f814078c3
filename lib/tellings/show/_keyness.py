"""Distinctive words, and words in their sentences, on the page on framing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from tellings import compare
from tellings.show._charts import intervals
from tellings.show._evidence import places
from tellings.show._figure import Figure
from tellings.show._publish import Published
from tellings.show._table import table

if TYPE_CHECKING:
    from tellings.read import Reading

KEYNESS = {
    "outlet": "Outlet", "term": "Word", "count": "Times", "others": "Others", "per_1000": "Per 1,000 content words",
    "others_per_1000": "Others, per 1,000", "log_odds": "Log-odds", "low": "95% from", "high": "to", "clear": "Clear",
}  # fmt: skip
KEYNESS_FORMATS = dict.fromkeys(("log_odds", "low", "high"), ".2f") | {
    "per_1000": ".1f",
    "others_per_1000": ".1f",
}


def keyness_figure(keyness: pd.DataFrame, *, outlets: Sequence[str], top: int = 10) -> Figure:
    """The first words of each outlet with their intervals.

    >>> import tellings as tl
    >>> corpus = tl.load("seeds")
    >>> reading = tl.read.all(corpus)
    >>> keyness = tl.compare.keyness(reading, resamples=200)
    >>> figure = tl.show.keyness_figure(keyness, outlets=corpus.outlets)
    >>> "The Daily Kestrel" in figure.alt
    True
    """
    first = keyness[keyness["log_odds"] > 0].groupby("outlet", sort=False).head(top)
    return intervals(
        first, label="word", value="log_odds", name="keyness", outlets=outlets,
        xlabel="weighted log-odds against the others (0: no difference)",
        caption="Distinctive words of each outlet with 95% intervals; filled where that is clear.",
    )  # fmt: skip


def keyness_table(keyness: pd.DataFrame) -> Published:
    """Every word compared; the page shows those that an outlet says more than the others.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> keyness = tl.compare.keyness(reading, resamples=200)
    >>> tl.show.keyness_table(keyness).rows == len(keyness)
    True
    """
    first = keyness[keyness["log_odds"] > 0].groupby("outlet", sort=False).head(25)
    rows = keyness.loc[[*first.index, *keyness.index.difference(first.index, sort=False)]]
    return table(rows, name="keyness", caption="Distinctive words, by outlet and strength",
                 columns=KEYNESS, formats=KEYNESS_FORMATS, limit=len(first))  # fmt: skip


def concordance(reading: Reading, words: Sequence[str], *, width: int = 60) -> Published:
    """Every place of each word, with its context, in one table.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.concordance(reading, ["smokescreen"]).rows
    2
    """
    parts = [
        compare.concordance(reading.corpus, word, width=width).assign(term=word)
        for word in dict.fromkeys(words)
    ]
    columns = ["term", "outlet", "article", "start", "end", "left", "match", "right"]
    rows = pd.concat(parts, ignore_index=True)[columns] if parts else pd.DataFrame(columns=columns)
    placed = compare.placed(reading, rows) if len(rows) else rows.assign(sentence=0, voice="")
    shown = {
        "term": "Word",
        "outlet": "Outlet",
        "left": "Before",
        "match": "Match",
        "right": "After",
        "voice": "Voice",
        "place": "Sentence",
    }
    return table(
        placed,
        name="concordance",
        caption="Words in context",
        columns=shown,
        html={"place": places(reading, placed)},
    )
