"""What the pages say and show where a corpus is too large to list: what is over all articles and what a sample."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from tellings.show._figure import Figure, canvas, finish
from tellings.show._publish import Finding, Published, finding
from tellings.show._style import marks, style
from tellings.show._table import table
from tellings.show._words import count

_EVENTS = 200  # events that a page lists
_MONTHS = 24  # months that are named below the figure's axis, at the most


def scale_opening(opened: Any) -> list[Finding]:
    """What of a page is over all articles and what over a sample; nothing where all are listed.

    ``opened`` is what ``tl.scale.open`` returns.

    >>> import tellings as tl
    >>> tl.show.scale_opening(tl.scale.open("seeds"))
    []
    """
    if opened.whole:
        return []
    articles, listed = len(opened.articles), len(opened.corpus)
    return [
        finding(
            f"{count(articles, 'article')}. Counted over all of them: months, exact copies, distinctive words, frames and "
            f"tone by outlet, stance, the names for actors, who is named and who is quoted. The ledger is that of the "
            f"events told by the most outlets.", sure="counted",
        ),
        finding(
            f"Counted over a sample of {listed:,}, drawn by outlet and month (seed {opened.seed}): everything else, such "
            f"as captions, gaps, loaded words, shared passages, facts left out, the strongest sentences, and every list "
            f"of sentences and table with a row an article.", sure="counted", beware=True,
        ),
    ]  # fmt: skip


def months(opened: Any) -> list[Figure | Published]:
    """The corpus by outlet and month, as a figure and a table; nothing where all articles are listed.

    >>> import tellings as tl
    >>> tl.show.months(tl.scale.open("seeds"))
    []
    """
    if opened.whole:
        return []
    found = opened.months
    columns = {"month": "Month", "outlet": "Outlet", "articles": "Articles", "words": "Words"}
    return [
        _drawn(found, opened.outlets),
        table(found, name="months", caption="The corpus by outlet and month", columns=columns),
    ]


def _drawn(found: pd.DataFrame, outlets: tuple[str, ...]) -> Figure:
    """Articles a month, a line an outlet."""
    wide = found.pivot(index="month", columns="outlet", values="articles").fillna(0)
    shown = list(wide.sum().sort_values(ascending=False, kind="stable").index[:8])
    known = marks(outlets)
    with style():
        drawn, axes = canvas(3.2)
        at = np.arange(len(wide))
        for outlet in shown:
            axes.plot(
                at, wide[outlet], label=outlet, color=known[outlet].colour, marker=known[outlet].marker, markersize=3.5
            )  # fmt: skip
        step = -(-len(wide) // _MONTHS) or 1
        axes.set_xticks(at[::step], list(wide.index[::step]), rotation=60, ha="right")
        axes.set_ylim(bottom=0)
        axes.set_ylabel("articles")
        axes.legend(fontsize=7, ncols=2)
    told = "; ".join(f"{outlet} {int(wide[outlet].sum()):,}" for outlet in shown)
    span = f"{wide.index[0]} to {wide.index[-1]}" if len(wide) else "no month"
    return finish(
        drawn, name="months", alt=f"Articles of each outlet by month, {span}. In all: {told}.",
        caption="Articles of each outlet by month" + (", the eight largest." if len(wide.columns) > 8 else "."),
    )  # fmt: skip


def events_table(opened: Any) -> list[Published]:
    """The events that articles tell, as a finder; nothing where all articles are listed.

    >>> import tellings as tl
    >>> tl.show.events_table(tl.scale.open("seeds"))
    []
    """
    if opened.whole:
        return []
    found = opened.events
    columns = {
        "event": "Event", "outlets": "Outlets", "articles": "Articles", "first": "First", "last": "Last",
        "names": "Names", "passages": "Pairs that share a passage", "title": "First headline",
    }  # fmt: skip
    caption = "Events: articles that share passages and names within some days"
    return [
        table(found, name="events", caption=caption, columns=columns, limit=_EVENTS, formats={"event": "d"})
    ]


def event_opening(opened: Any, number: int) -> list[Finding]:
    """Which event stands side by side; nothing where all articles are listed.

    >>> import tellings as tl
    >>> tl.show.event_opening(tl.scale.open("seeds"), 0)
    []
    """
    if opened.whole:
        return []
    if opened.events.empty:
        text = "No two articles were found to tell one event; the columns show articles of the sample."
        return [finding(text, sure="found")]
    row = opened.events.iloc[max(number - 1, 0)]
    names = f", which name {row['names']}" if isinstance(row["names"], str) and row["names"] else ""
    return [
        finding(
            f"Event {row['event']:,} of {len(opened.events):,} stands below: {count(int(row['articles']), 'article')} "
            f"by {count(int(row['outlets']), 'outlet')}{names}. Give another as the parameter event.", sure="found",
        )
    ]  # fmt: skip
