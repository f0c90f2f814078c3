"""The kit's charts. Each draws one table and says in words what it drew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import fill
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.ticker import MaxNLocator

from tellings.show._figure import Figure, canvas, finish
from tellings.show._style import FAINT, INK, PAPER, Mark, marks, style

_ROW = 0.3  # inches a row
_BARS = 40  # more articles are drawn by outlet
_ROWS = 60  # rows of intervals; what comes after stands in the table below
_PANELS = 3  # outlets that stand in a panel each
_PARTS = {"outlet_words": "own words", "quoted_words": "quoted", "caption_words": "captions"}
_SHADES = {"outlet_words": INK, "quoted_words": "#2a7ab8", "caption_words": FAINT}


def lengths(frame: pd.DataFrame, *, name: str = "lengths") -> Figure:
    """How many words of each article are the outlet's own, quoted, in captions: one bar an article.

    More than forty articles are drawn by outlet.

    ``frame`` has ``article``, ``outlet`` and a column of words a voice (:func:`tellings.compare.voices`).

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> figure = tl.show.lengths(tl.compare.voices(reading))
    >>> "The Morning Sextant" in figure.alt
    True
    """
    parts = [column for column in _PARTS if column in frame]
    every = "article" if len(frame) <= _BARS else "outlet"
    if every == "outlet":
        frame = frame.groupby("outlet", sort=False)[parts].sum().reset_index()
    with style():
        drawn, axes = canvas(0.9 + 0.42 * len(frame))
        places = np.arange(len(frame))[::-1]
        left = np.zeros(len(frame))
        for part in parts:
            values = frame[part].to_numpy(float)
            axes.barh(places, values, left=left, color=_SHADES[part], height=0.62)
            _name_part(axes, part, left, values, len(frame))
            left += values
        axes.set_yticks(places, [_short(outlet) for outlet in frame["outlet"]])
        axes.set_ylim(-0.6, len(frame) - 0.05)
        axes.set_xlabel("words")
    told = [
        f"{row['outlet']}: " + ", ".join(f"{int(row[part])} {_PARTS[part]}" for part in parts)
        for _, row in frame.iterrows()
    ]
    data = frame[[column for column in ("article", "outlet", *parts) if column in frame]]
    return finish(drawn, name=name, alt=f"Words of each {every}. {'; '.join(told)}.", data=data,
                  caption=f"Words of each {every}, by whose words they are.")  # fmt: skip


def _name_part(axes: Any, part: str, left: Any, values: Any, n: int) -> None:
    """The part's name over the first bar that has it enough to tell; quoted words end where captions begin."""
    if not values.any():
        return
    row = 0 if values[0] else int(values.argmax())
    end = part == "quoted_words"
    place = left[row] + values[row] if end else left[row]
    axes.annotate(_PARTS[part], (place, n - 1 - row + 0.36), (-4 if end else 1, 1), textcoords="offset points", fontsize=9,
                  ha="right" if end else "left", bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 0.8})  # fmt: skip


def intervals(
    frame: pd.DataFrame, *, label: str, value: str, name: str, xlabel: str, caption: str,
    outlets: Sequence[str], number: str = ".2f", zero: bool = True,
) -> Figure:  # fmt: skip
    """A dot and its interval a row, in the colour and with the marker of the row's outlet, which is named beside it.

    ``frame`` has ``outlet``, the ``label`` and ``value`` columns, ``low`` and ``high``. Rows that are ``clear``
    (without such a column: whose interval leaves out 0) are drawn full, the others hollow: it shows without colour.
    Rows of one label, or else of one outlet, stand together; of very many the first labels are drawn.

    >>> import tellings as tl
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"word": ["tax"], "outlet": ["The Owl"], "x": [0.5], "low": [0.1], "high": [0.9]})
    >>> figure = tl.show.intervals(frame, label="word", value="x", outlets=["The Owl"], name="x", xlabel="x", caption="Words.")
    >>> "tax" in figure.alt
    True
    """
    drawn_rows = _first_labels(frame, label)
    look, groups = marks(outlets), _groups(drawn_rows, label)
    with style():
        drawn, axes = canvas(0.8 + _ROW * (max(len(drawn_rows), 1) + 0.6 * len(set(groups))))
        places = [-row - 0.6 * group for row, group in enumerate(groups)]
        for place, row in zip(places, drawn_rows.to_dict("records"), strict=True):
            _interval(axes, place, row, value, look[str(row["outlet"])], zero)
        if zero:
            axes.axvline(0, color=INK, linewidth=0.8)
        _name_rows(axes, drawn_rows, label, places)
        axes.set_ylim(min(places, default=0) - 0.7, 0.7)
        drawn.supxlabel(
            fill(xlabel, 58), fontsize=11
        )  # the axes' own label is cut where it is wider than they are
        if number.endswith("%"):
            axes.xaxis.set_major_formatter(lambda at, _: f"{at:.0%}")
    told = "; ".join(
        f"{row[label]} ({row['outlet']}) {row[value]:{number}}, {_ends(row, number)}"
        for row in drawn_rows.to_dict("records")
    )
    left = "" if len(drawn_rows) == len(frame) else " The first are drawn; the table has all."
    columns = {label: label.capitalize(), "outlet": "Outlet", value: f"{xlabel[:1].upper()}{xlabel[1:]}",
               "low": "95% from", "high": "to", **({"clear": "Clear"} if "clear" in frame else {})}  # fmt: skip
    return finish(drawn, name=name, alt=f"{caption} {told}.", caption=caption + left, columns=columns,
                  data=frame.reindex(columns=list(columns)), formats=dict.fromkeys((value, "low", "high"), number))  # fmt: skip


def _ends(row: Mapping[Any, Any], number: str) -> str:
    if pd.isna(row["low"]) or pd.isna(row["high"]):
        return "too few for an interval"
    return f"interval {row['low']:{number}} to {row['high']:{number}}"


def _first_labels(frame: pd.DataFrame, label: str) -> pd.DataFrame:
    """The rows of as many whole labels as a figure holds."""
    if len(frame) <= _ROWS:
        return frame
    last = frame[label].iloc[_ROWS]
    return frame.iloc[: int((frame[label] == last).to_numpy().argmax()) or _ROWS]


def _groups(frame: pd.DataFrame, label: str) -> list[int]:
    """The number of each row's group: rows of one label where labels come again, rows of one outlet otherwise."""
    by = frame[label] if frame[label].duplicated().any() else frame["outlet"]
    return [int(n) for n in by.ne(by.shift()).cumsum() - 1]


def _name_rows(axes: Any, frame: pd.DataFrame, label: str, places: Sequence[float]) -> None:
    """Each label once, on the left; on the right the outlet, unless the label already begins with it."""
    names, outlets = [str(one) for one in frame[label]], [str(one) for one in frame["outlet"]]
    firsts = ["" if n and names[n - 1] == one else _short(one, 34) for n, one in enumerate(names)]
    axes.set_yticks(places, firsts)
    if all(one.startswith(outlet) for one, outlet in zip(names, outlets, strict=True)):
        return
    for n, (place, outlet) in enumerate(zip(places, outlets, strict=True)):
        if not n or outlets[n - 1] != outlet:
            axes.text(
                1.02, place, _short(outlet, 22), transform=axes.get_yaxis_transform(), va="center", fontsize=9
            )


def _interval(axes: Any, place: float, row: Mapping[Any, Any], value: str, look: Mark, zero: bool) -> None:
    sure = bool(row["clear"]) if "clear" in row else not zero or row["low"] > 0 or row["high"] < 0
    axes.plot([row["low"], row["high"]], [place, place], color=look.colour, linewidth=1.6)
    axes.plot(row[value], place, marker=look.marker, color=look.colour, markersize=7.5,
              markerfacecolor=look.colour if sure else "none", markeredgewidth=1.6, linestyle="none")  # fmt: skip


def key(axes: Any, look: Mapping[str, Mark]) -> None:
    """The outlets' colours and markers, above the figure: where there are too many to name each in its place."""
    if not look:
        return
    for outlet, mark in look.items():
        axes.plot([], [], color=mark.colour, marker=mark.marker, linestyle="none", label=_short(outlet))
    # The figure's own legend: one that hangs on the axes is cut off where names are long.
    axes.figure.legend(loc="outside upper left", ncols=2, handletextpad=0.2)


def named_panels(height: float, outlets: Sequence[str]) -> tuple[Any, list[Any]]:
    """A panel an outlet, side by side over the same rows, with the outlet's name over it."""
    drawn, made = canvas(height, panels=max(len(outlets), 1), sharex=True, sharey=True, squeeze=False)
    for axes, outlet in zip(made[0], outlets, strict=False):
        axes.set_title(fill(_short(outlet, 40), {1: 40, 2: 16, 3: 15}.get(len(outlets), 12)))
    return drawn, list(made[0])


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
    with style():
        drawn = (_bars if wide.shape[1] <= _PANELS else _dots)(wide, marks(outlets), xlabel)
    told = "; ".join(
        f"{one}: " + ", ".join(f"{outlet} {wide.loc[one, outlet]:g}" for outlet in wide.columns)
        for one in wide.index
    )
    long = wide.reset_index().melt(label, var_name="outlet", value_name=value)
    columns = {label: label.capitalize(), "outlet": "Outlet", value: f"{xlabel[:1].upper()}{xlabel[1:]}"}
    return finish(drawn, name=name, alt=f"{caption} {told}.", caption=caption, data=long, columns=columns)


def _bars(wide: pd.DataFrame, look: Mapping[str, Mark], xlabel: str) -> Any:
    """A panel an outlet: a line to its marker, and the number beside it."""
    drawn, panels = named_panels(1.1 + _ROW * max(len(wide), 1), list(wide.columns))
    places = np.arange(len(wide))[::-1]
    for axes, outlet in zip(panels, wide.columns, strict=False):
        mark, values = look[outlet], wide[outlet].to_numpy(float)
        some = values > 0
        axes.hlines(places[some], 0, values[some], color=mark.colour, linewidth=2)
        axes.plot(values[some], places[some], mark.marker, color=mark.colour, markersize=7.5, clip_on=False)
        for place, number in zip(places, values, strict=True):
            axes.annotate(f"{number:,.0f}", (number, place), (8 if number else 2, 0), textcoords="offset points",
                          va="center", fontsize=9)  # fmt: skip
        axes.set_xlim(0, 1.3 * max(1.0, float(wide.to_numpy().max(initial=1))))
        axes.xaxis.set_visible(False)
        axes.spines["bottom"].set_visible(False)
        axes.axvline(0, color=FAINT, linewidth=1)
    panels[0].set_yticks(places, [_short(str(one), 24) for one in wide.index])
    panels[0].set_ylim(-0.7, max(len(wide), 1) - 0.3)
    drawn.supxlabel(xlabel, fontsize=11)
    return drawn


def _dots(wide: pd.DataFrame, look: Mapping[str, Mark], xlabel: str) -> Any:
    """All outlets on one line a row: for more of them than panels have room."""
    drawn, axes = canvas(1.0 + _ROW * max(len(wide), 1) + 0.12 * wide.shape[1])
    places = np.arange(len(wide))[::-1]
    axes.hlines(places, wide.min(axis=1), wide.max(axis=1), color=FAINT, linewidth=2.4)
    for shift, outlet in zip(_spread(wide.shape[1]), wide.columns, strict=True):
        some = (wide[outlet] > 0).to_numpy()
        axes.plot(wide[outlet][some], (places + shift)[some], look[outlet].marker, color=look[outlet].colour, markersize=7,
                  markerfacecolor="none", markeredgewidth=1.5)  # fmt: skip
    axes.set_yticks(places, [_short(str(one)) for one in wide.index])
    axes.set_ylim(-0.7, max(len(wide), 1) - 0.3)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_xlim(left=-0.02 * max(1.0, float(wide.to_numpy().max(initial=1))))
    axes.set_xlabel(xlabel)
    key(axes, {outlet: look[outlet] for outlet in wide.columns})
    return drawn


def _spread(n: int) -> list[float]:
    """Small shifts that keep markers of the same value apart, within their row.

    >>> _spread(3)
    [0.12, 0.0, -0.12]
    """
    step = min(0.12, 0.6 / max(n - 1, 1))
    return [round(step * (n - 1) / 2 - step * place, 3) for place in range(n)]


def _short(label: str, most: int = 28) -> str:
    return label if len(label) <= most else label[: most - 1].rstrip() + "…"
