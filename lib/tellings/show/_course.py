"""The course of the tone along the articles, a strip an outlet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from tellings.show._figure import WIDTH, Figure, canvas, finish
from tellings.show._style import INK, Mark, marks, style

_DATA = ["article", "outlet", "voice", "sentence", "position", "score", "smoothed"]


def course(lines: pd.DataFrame, *, outlets: Sequence[str], name: str = "course") -> Figure:
    """The score of every sentence along each outlet's articles, with the smoothed line of its own words.

    ``lines`` is what :func:`tellings.compare.course_lines` returns.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> figure = tl.show.course(tl.compare.course_lines(reading), outlets=reading.corpus.outlets)
    >>> "Valence of every sentence" in figure.alt
    True
    """
    look = marks(outlets)
    shown = [outlet for outlet in outlets if (lines["outlet"] == outlet).any()]
    reach = 1.1 * max(1.0, float(lines["score"].abs().max())) if len(lines) else 1.1
    with style():
        drawn, axes = canvas(0.5 + 1.25 * len(shown), sharex=True) if len(shown) == 1 else _panels(len(shown))
        for panel, outlet in zip(np.atleast_1d(axes), shown, strict=True):
            _strip(panel, lines[lines["outlet"] == outlet], look[outlet], outlet)
            panel.set_ylim(-reach, reach)
        np.atleast_1d(axes)[-1].set_xlabel("place in the article, from opening (0%) to end (100%)")
    told = "; ".join(_course_told(outlet, lines[lines["outlet"] == outlet]) for outlet in shown)
    return finish(drawn, name=name, alt=f"Valence of every sentence along the article. {told}.",
                  caption="Valence of every sentence, in the order of the text; hollow: quoted speech. The line is the "
                  "smoothed course of the outlet’s own words.",
                  data=lines[lines["voice"] != "all"].reindex(columns=_DATA))  # fmt: skip


def _panels(n: int) -> tuple[Any, Any]:
    from matplotlib.figure import Figure as Canvas

    drawn = Canvas(figsize=(WIDTH, 0.5 + 1.35 * n))
    return drawn, drawn.subplots(n, 1, sharex=True)


def _strip(axes: Any, lines: pd.DataFrame, look: Mark, outlet: str) -> None:
    for voice, filled in (("outlet", True), ("quoted", False)):
        here = lines[lines["voice"] == voice]
        axes.vlines(100 * here["position"], 0, here["score"], color=look.colour, linewidth=1.3)
        axes.plot(100 * here["position"], here["score"], look.marker, color=look.colour, markersize=5,
                  markerfacecolor=look.colour if filled else "none")  # fmt: skip
    for _, line in lines[lines["voice"] == "outlet"].groupby("article", sort=False):
        axes.plot(100 * line["position"], line["smoothed"], color=INK, linewidth=1.6)
    axes.axhline(0, color=INK, linewidth=0.8)
    axes.set_yticks([-1, 0, 1])
    axes.set_title(outlet)


def _course_told(outlet: str, lines: pd.DataFrame) -> str:
    own = lines[lines["voice"] == "outlet"]
    told = f"{outlet}: {len(lines[lines['voice'] != 'all'])} scores"
    if own.empty:
        return told
    return (
        f"{told} from {own['score'].min():.2f} to {own['score'].max():.2f} in its own words, whose line begins at "
        f"{own['smoothed'].iloc[0]:.2f} and ends at {own['smoothed'].iloc[-1]:.2f}"
    )
