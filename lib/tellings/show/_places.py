"""Where words stand: along the articles, and beside which others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from tellings import compare
from tellings.show._charts import key
from tellings.show._figure import Figure, canvas, finish
from tellings.show._publish import Published
from tellings.show._style import marks, style
from tellings.show._table import table

if TYPE_CHECKING:
    from tellings.read import Reading

_ROW = 0.3  # inches a word


def dispersion_figure(reading: Reading, words: Sequence[str]) -> Figure:
    """A dispersion plot: every place of each word along the articles, from the opening (0%) to the end (100%).

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> figure = tl.show.dispersion_figure(reading, ["asylum", "smokescreen"])
    >>> "smokescreen" in figure.alt
    True
    """
    sought = list(dict.fromkeys(word for word in words if word.strip()))
    found = compare.dispersion_places(reading, sought)
    look = marks(reading.corpus.outlets)
    place = {word: number for number, word in enumerate(reversed(sought))}
    with style():
        drawn, axes = canvas(1.0 + _ROW * max(len(sought), 1))
        for outlet, part in found.groupby("outlet", sort=False):
            mark = look[str(outlet)]
            axes.plot(100 * part["position"], part["term"].map(place), mark.marker, color=mark.colour, markersize=6.5,
                      markerfacecolor="none", markeredgewidth=1.4)  # fmt: skip
        axes.set_yticks(range(len(sought)), list(reversed(sought)))
        axes.set_ylim(-0.7, max(len(sought), 1) - 0.3)
        axes.set_xlim(-3, 103)
        axes.set_xlabel("place in the article, from opening (0%) to end (100%)")
        key(
            axes,
            {outlet: look[outlet] for outlet in reading.corpus.outlets if (found["outlet"] == outlet).any()},
        )
    told = "; ".join(
        f"{word}: {', '.join(f'{outlet} {n}' for outlet, n in part.groupby('outlet', sort=False).size().items())}"
        for word, part in found.groupby("term", sort=False)
    )
    return finish(drawn, name="dispersion", alt=f"Places of words along the articles. {told}.",
                  caption="Every place of each word along the articles; captions left out.")  # fmt: skip


def collocations_table(reading: Reading, words: Sequence[str]) -> Published:
    """The words that stand beside each word more often than chance would have it, the closest first.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.collocations_table(reading, ["asylum"]).name
    'collocations'
    """
    parts = [compare.collocations(reading, word) for word in dict.fromkeys(words) if word.strip()]
    rows = pd.concat(parts, ignore_index=True) if parts else compare.collocations(reading, "")
    columns = {
        "node": "Word", "outlet": "Outlet", "word": "Beside it", "count": "Times", "left": "Left", "right": "Right",
        "expected": "Expected", "log_dice": "logDice", "log_likelihood": "G²",
    }  # fmt: skip
    formats = {"expected": ".1f", "log_dice": ".1f", "log_likelihood": ".1f"}
    return table(rows, name="collocations", caption="Words beside the words, within five of them", columns=columns,
                 formats=formats, limit=60)  # fmt: skip
