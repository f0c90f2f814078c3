"""Where words stand: along the articles, and beside which others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from tellings import compare
from tellings.show._charts import key, named_panels
from tellings.show._figure import Figure, finish
from tellings.show._publish import Published
from tellings.show._style import FAINT, marks, style
from tellings.show._table import table

if TYPE_CHECKING:
    from tellings.read import Reading

_ROW = 0.3  # inches a word
_PANELS = 3  # outlets that stand in a panel each
_DRAWN = 5_000  # marks of a figure; a word may stand a hundred thousand times in one text
_STEPS = 1_000  # along an article, finer than a page can show


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
    outlets = [outlet for outlet in reading.corpus.outlets if (found["outlet"] == outlet).any()]
    drawn_places = _told_apart(found)
    with style():
        drawn, axes = _rows_of(sought, outlets)
        for number, outlet in enumerate(outlets):
            mark, part = marks(reading.corpus.outlets)[outlet], drawn_places[drawn_places["outlet"] == outlet]
            places = part["term"].map({word: n for n, word in enumerate(reversed(sought))})
            axes[number % len(axes)].plot(100 * part["position"], places, mark.marker, color=mark.colour, markersize=6.5,
                      markerfacecolor="none", markeredgewidth=1.4)  # fmt: skip
        if len(axes) < len(outlets):
            key(axes[0], {outlet: marks(reading.corpus.outlets)[outlet] for outlet in outlets})
    told = "; ".join(
        f"{word}: {', '.join(f'{outlet} {n}' for outlet, n in part.groupby('outlet', sort=False).size().items())}"
        for word, part in found.groupby("term", sort=False)
    )
    return finish(drawn, name="dispersion", alt=f"Places of words along the articles. {told}.",
                  caption="Every place of each word along the articles; captions left out.",
                  data=found[["term", "outlet", "article", "sentence", "position"]],
                  columns={"term": "Word", "outlet": "Outlet", "article": "Article", "position": "Place in the article"},
                  formats={"position": ".0%"})  # fmt: skip


def _told_apart(found: pd.DataFrame) -> pd.DataFrame:
    """The places to draw: all, or of very many one where several would lie upon each other."""
    steps, places = _STEPS, found
    while len(places) > _DRAWN and steps > 1:
        at = (found["position"] * steps).round()
        places = found.assign(position=at / steps).drop_duplicates(["term", "outlet", "position"])
        steps //= 2
    return places


def _rows_of(words: Sequence[str], outlets: Sequence[str]) -> tuple[Any, list[Any]]:
    """A row a word over the length of the articles: in a panel an outlet where there are few, in one where many."""
    height = 1.2 + _ROW * max(len(words), 1)
    drawn, axes = named_panels(height, outlets if len(outlets) <= _PANELS else [""])
    for panel in axes:
        panel.hlines(range(len(words)), 0, 100, color=FAINT, linewidth=0.6)
        panel.set_xticks([0, 50, 100], ["0%", "50%", "100%"])
        panel.grid(visible=False)
    axes[0].set_yticks(range(len(words)), list(reversed(words)))
    axes[0].set_ylim(-0.7, max(len(words), 1) - 0.3)
    axes[0].set_xlim(-6, 106)
    drawn.supxlabel("place in the article, from opening (0%) to end (100%)", fontsize=11)
    return drawn, axes


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
