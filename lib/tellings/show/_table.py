"""Tables: a caption, headed columns, figures that line up, and the CSV to take away."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
from markupsafe import Markup

from tellings.show._publish import Published, publish
from tellings.show._words import shortened

NOTHING = "–"  # a missing value is shown, not left as a hole
_ROWS = 500

Format = str | Callable[[Any], Any]


def table(
    frame: pd.DataFrame,
    *,
    name: str,
    caption: str,
    columns: Mapping[str, str] | Sequence[str] | None = None,
    formats: Mapping[str, Format] | None = None,
    html: Mapping[str, Sequence[Any]] | None = None,
    limit: int = _ROWS,
    stack: bool = False,
) -> Published:
    """A table for the page, which the report also writes as ``tables/NAME.csv`` with every row and column.

    ``columns`` picks the columns shown, with their headings where it is a mapping. ``formats`` gives a column a
    format specification (``".1f"``) or a function. ``html`` replaces what is shown of a column by markup made
    by this package (``markupsafe.Markup``); every other text is escaped. The page shows the first ``limit`` rows, and of
    a long text its beginning, and says how much more there is; the CSV holds all. The first column heads its rows;
    ``low`` and ``high`` side by side are shown as one interval. A page's script lets a reader sort the rows. ``stack``
    lets a narrow screen show each row as a card.

    >>> table(pd.DataFrame({"word": ["<b>"], "n": [1200]}), name="words", caption="Words").csv
    'word,n\\n<b>,1200\\n'
    """
    headings = (
        dict(columns)
        if isinstance(columns, Mapping)
        else {key: _words(key) for key in columns or frame.columns}
    )
    shown = frame.head(limit)
    numeric = {key for key in headings if key in shown and pd.api.types.is_numeric_dtype(shown[key].dtype)}
    cells = {key: _cells(shown, key, formats or {}, html or {}) for key in headings}
    headings, cells = _with_interval(headings, cells)
    first = next(iter(headings), "")
    head = Markup("").join(_head(key, headings[key], key in numeric) for key in headings)
    rows = Markup("\n").join(
        Markup("<tr>{}</tr>").format(
            Markup("").join(
                _cell(cells[key][row], headings[key], key in numeric, head=key == first) for key in headings
            )
        )
        for row in range(len(shown))
    )
    body = rows if len(shown) else Markup('<tr><td colspan="{}">None found.</td></tr>').format(len(headings))
    more = len(frame) - len(shown)
    note = (
        Markup('<p class="tl-note">{:,} more rows are in the CSV.</p>').format(more) if more > 0 else Markup()
    )
    made = Markup(
        '<div class="tl-table{4}" role="region" tabindex="0" aria-label="{0}"><table><caption>{0}</caption>'
        "<thead><tr>{1}</tr></thead><tbody>\n{2}\n</tbody></table></div>{3}"
    ).format(caption, head, body, note, " tl-stack" if stack else "")
    return publish(frame, name=name, caption=caption, html=str(made))


def _words(key: str) -> str:
    """A column's name as a heading.

    >>> _words("per_1000")
    'Per 1000'
    """
    return key.replace("_", " ").capitalize()


def _head(key: str, heading: str, numeric: bool) -> Markup:
    kind = Markup(' class="tl-number"') if numeric else Markup()
    return Markup('<th scope="col"{}>{}</th>').format(kind, heading)


def _cell(value: Any, heading: str, numeric: bool, *, head: bool = False) -> Markup:
    kind = Markup(' class="tl-number"') if numeric else Markup()
    if head:
        return Markup('<th scope="row" data-label="{}"{}>{}</th>').format(heading, kind, value)
    return Markup('<td data-label="{}"{}>{}</td>').format(heading, kind, value)


def _with_interval(
    headings: dict[str, str], cells: dict[str, list[Any]]
) -> tuple[dict[str, str], dict[str, list[Any]]]:
    """The two ends of an interval as one column: ``−0.2 to 0.4`` under ``95% interval``."""
    if headings.get("low") != "95% from" or list(headings)[list(headings).index("low") + 1 :][:1] != ["high"]:
        return headings, cells
    both = [
        NOTHING if NOTHING in (low, high) else f"{low} to {high}"
        for low, high in zip(cells["low"], cells["high"], strict=True)
    ]
    named = {key: "95% interval" if key == "low" else name for key, name in headings.items() if key != "high"}
    return named, cells | {"low": both}


def _cells(
    shown: pd.DataFrame, key: str, formats: Mapping[str, Format], html: Mapping[str, Sequence[Any]]
) -> list[Any]:
    if key in html:
        return list(html[key])[: len(shown)]
    return [_formatted(value, formats.get(key)) for value in shown[key]]


def _formatted(value: Any, how: Format | None) -> Any:
    if callable(how):
        return how(value)
    if pd.isna(value):
        return NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    if how:
        return format(value, how).replace("-", "−")
    if isinstance(value, str):
        return shortened(value)
    return f"{value:,}" if isinstance(value, int) else value
