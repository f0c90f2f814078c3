"""The kit's charts. Each draws one table and says in words what it drew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.ticker import MaxNLocator

from tellings.show._figure import Figure, canvas, finish
from tellings.show._style import FAINT, INK, Mark, marks, style

_ROW = 0.3  # inches a row


def lengths(frame: pd.DataFrame, *, name: str = "lengths") -> Figure:
    """How many words of each article are the outlet's own, quoted, in captions: one bar an article.

    ``frame`` has ``article``, ``outlet`` and a column of words a voice (:func:`tellings.compare.voices`).

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> figure = tl.show.lengths(tl.compare.voices(reading))
    >>> "The Morning Sextant" in figure.alt
    True
    """
    parts = [column for column in ("outlet_words", "quoted_words", "caption_words") if column in frame]
    labels = {"outlet_words": "own words", "quoted_words": "quoted", "caption_words": "captions"}
    shades = {"outlet_words": INK, "quoted_words": "#2a7ab8", "caption_words": FAINT}
    with style():
        drawn, axes = canvas(0.9 + 0.42 * len(frame))
        left = np.zeros(len(frame))
        places = np.arange(len(frame))[::-1]
        for part in parts:
            values = frame[part].to_numpy(float)
            axes.barh(places, values, left=left, color=shades[part], height=0.62, label=labels[part])
            left += values
        axes.set_yticks(places, [_short(outlet) for outlet in frame["outlet"]])
        axes.set_xlabel("words")
        axes.figure.legend(loc="outside upper left", ncols=len(parts))
    told = [
        f"{row['outlet']}: " + ", ".join(f"{int(row[part])} {labels[part]}" for part in parts)
        for _, row in frame.iterrows()
    ]
    return finish(drawn, name=name, alt="Words an article. " + "; ".join(told) + ".",
                  caption="Words of each article, by whose words they are.")  # fmt: skip


def intervals(
    frame: pd.DataFrame, *, label: str, value: str, name: str, xlabel: str, caption: str,
    outlets: Sequence[str], number: str = ".2f", zero: bool = True,
) -> Figure:  # fmt: skip
    """A dot and its interval a row, in the colour and with the marker of the row's outlet.

    ``frame`` has ``outlet``, the ``label`` and ``value`` columns, ``low`` and ``high``. Rows that are ``clear``
    (without such a column: whose interval leaves out 0) are drawn full, the others hollow: it shows without colour.

    >>> import tellings as tl
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"word": ["tax"], "outlet": ["The Owl"], "x": [0.5], "low": [0.1], "high": [0.9]})
    >>> figure = tl.show.intervals(frame, label="word", value="x", outlets=["The Owl"], name="x", xlabel="x", caption="Words.")
    >>> "tax" in figure.alt
    True
    """
    look = marks(outlets)
    with style():
        drawn, axes = canvas(1.0 + _ROW * max(len(frame), 1))
        for place, row in zip(range(len(frame))[::-1], frame.to_dict("records"), strict=True):
            _interval(axes, place, row, value, look[str(row["outlet"])], zero)
        if zero:
            axes.axvline(0, color=INK, linewidth=0.8)
        axes.set_yticks(range(len(frame))[::-1], frame[label])
        axes.set_ylim(-0.7, max(len(frame), 1) - 0.3)
        axes.set_xlabel(xlabel)
        key(axes, {outlet: look[outlet] for outlet in outlets if (frame["outlet"] == outlet).any()})
    told = "; ".join(
        f"{row[label]} ({row['outlet']}) {row[value]:{number}}, interval {row['low']:{number}} to {row['high']:{number}}"
        for row in frame.to_dict("records")
    )
    return finish(drawn, name=name, alt=f"{caption} {told}.", caption=caption)


def _interval(axes: Any, place: int, row: Mapping[Any, Any], value: str, look: Mark, zero: bool) -> None:
    sure = bool(row["clear"]) if "clear" in row else not zero or row["low"] > 0 or row["high"] < 0
    axes.plot([row["low"], row["high"]], [place, place], color=look.colour, linewidth=1.6)
    axes.plot(row[value], place, marker=look.marker, color=look.colour, markersize=7.5,
              markerfacecolor=look.colour if sure else "none", markeredgewidth=1.6, linestyle="none")  # fmt: skip


def key(axes: Any, look: Mapping[str, Mark]) -> None:
    """The outlets' colours and markers, above the figure."""
    if not look:
        return
    for outlet, mark in look.items():
        axes.plot([], [], color=mark.colour, marker=mark.marker, linestyle="none", label=outlet)
    # The figure's own legend: one that hangs on the axes is cut off where names are long.
    axes.figure.legend(loc="outside upper left", ncols=2, handletextpad=0.2)


def course(lines: pd.DataFrame, *, outlets: Sequence[str], name: str = "course") -> Figure:
    """The score of every sentence along each outlet's articles, with the smoothed line of its own words.

    ``lines`` is what :func:`tellings.compare.course_lines` returns.
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
                  "smoothed course of the outlet’s own words.")  # fmt: skip


def _panels(n: int) -> tuple[Any, Any]:
    from matplotlib.figure import Figure as Canvas

    from tellings.show._figure import WIDTH

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


def counts(
    frame: pd.DataFrame,
    *,
    label: str,
    value: str,
    outlets: Sequence[str],
    name: str,
    xlabel: str,
    caption: str,
) -> Figure:
    """A row a label, and each outlet's count on it: who has more, and by how much.

    >>> import tellings as tl
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"who": ["Quill"], "outlet": ["The Owl"], "n": [3]})
    >>> figure = tl.show.counts(frame, label="who", value="n", outlets=["The Owl"], name="n", xlabel="times", caption="Names.")
    >>> "Quill" in figure.alt
    True
    """
    wide = frame.pivot_table(
        index=label, columns="outlet", values=value, aggfunc="sum", fill_value=0, sort=False
    )
    wide = wide.reindex(columns=[outlet for outlet in outlets if outlet in wide])
    look = marks(outlets)
    with style():
        drawn, axes = canvas(1.0 + _ROW * max(len(wide), 1))
        places = np.arange(len(wide))[::-1]
        axes.hlines(places, wide.min(axis=1), wide.max(axis=1), color=FAINT, linewidth=2.4)
        for shift, outlet in zip(_spread(wide.shape[1]), wide.columns, strict=True):
            axes.plot(
                wide[outlet], places + shift, look[outlet].marker, color=look[outlet].colour, markersize=7.5
            )
        axes.set_yticks(places, [_short(str(one)) for one in wide.index])
        axes.set_ylim(-0.7, max(len(wide), 1) - 0.3)
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        axes.set_xlim(left=-0.02 * max(1.0, float(wide.to_numpy().max(initial=1))))
        axes.set_xlabel(xlabel)
        key(axes, {outlet: look[outlet] for outlet in wide.columns})
    told = "; ".join(
        f"{one}: " + ", ".join(f"{outlet} {wide.loc[one, outlet]:g}" for outlet in wide.columns)
        for one in wide.index
    )
    return finish(drawn, name=name, alt=f"{caption} {told}.", caption=caption)


def _spread(n: int) -> list[float]:
    """Small shifts that keep markers of the same value apart.

    >>> _spread(2)
    [0.1, -0.1]
    """
    return [round(0.1 * (n - 1 - 2 * place), 3) for place in range(n)]


def _short(label: str, most: int = 28) -> str:
    return label if len(label) <= most else label[: most - 1].rstrip() + "…"
