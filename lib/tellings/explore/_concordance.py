"""Words in their context, by a term typed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
from markupsafe import Markup

from tellings import compare
from tellings.compare._concordance import SORTS
from tellings.explore._explorer import (
    Explorer,
    follows_keys,
    is_live,
    labelled,
    outlet_control,
    without_controls,
)
from tellings.show import Published
from tellings.show._table import table
from tellings.show._words import count, listed

if TYPE_CHECKING:
    from tellings.read import Reading

_ROWS = 200
_COLUMNS = {"outlet": "Outlet", "left": "Before", "match": "Match", "right": "After", "voice": "Voice"}


def concordance(reading: Reading, term: str = "", *, live: bool | None = None) -> Explorer | Published:
    """Every place of a word or phrase in context, while you type it: by outlet, sorted as you choose.

    ``term`` is what to begin with, else the commonest content word. ``*`` ends a word openly and a regular
    expression can be had instead (:func:`tellings.compare.concordance` has both). What cannot be looked up is said
    in place of the lines. The first 200 lines are shown. In a corpus of more than two million characters the lines
    follow Enter, not every key.

    The controls need ipywidgets (the extra ``explore``) and somebody at a notebook. Under papermill, ``jupyter execute``
    and the kit's own runner this is the table for ``term``, with the choices named; ``live`` says which, where
    that cannot be told. Raises :class:`tellings.errors.InputError` where controls are wanted and ipywidgets is missing.

    >>> import tellings as tl
    >>> tl.explore.concordance(tl.read.all(tl.load("seeds")), "smokescreen", live=False).rows
    2
    """
    first = term or _commonest(reading)
    if not is_live(live):
        return _still(reading, first)
    controls = {
        "term": labelled("Text", "Term", value=first, continuous_update=follows_keys(reading.corpus)),
        "sort": labelled("Dropdown", "Sort by", options=SORTS),
        "outlet": outlet_control(reading),
        "regex": labelled("Checkbox", "Regular expression", value=False, indent=False),
    }
    return Explorer(controls, lambda **given: _answer(reading, **given))


def _commonest(reading: Reading) -> str:
    words = compare.terms(reading)["term"].value_counts()
    return str(words.index[0]) if len(words) else ""


def _answer(reading: Reading, *, term: str, sort: str, outlet: str, regex: bool) -> str:
    if not term.strip():
        return str(
            Markup(
                "<p>Type a word or a phrase; <code>*</code> at its end stands for any further letters.</p>"
            )
        )
    rows = _lines(reading, term, sort=sort, outlet=outlet, regex=regex)
    if rows.empty:
        where = outlet or "the articles"
        return str(Markup("<p>“{}” stands nowhere in {}. <code>*</code> at its end finds its other forms.</p>").format(
            term, where))  # fmt: skip
    return _table(rows, term).html


def _lines(reading: Reading, term: str, *, sort: str, outlet: str, regex: bool) -> pd.DataFrame:
    rows = compare.concordance(reading.corpus, term, sort=sort, regex=regex)
    if outlet:
        rows = rows[rows["outlet"] == outlet].reset_index(drop=True)
    return compare.placed(reading, rows)


def _table(rows: pd.DataFrame, term: str) -> Published:
    by = rows.groupby("outlet", sort=False).size()
    told = listed([f"{outlet} {n:,}" for outlet, n in by.items()])
    caption = f"“{term}”: {count(len(rows), 'place')}{f' ({told})' if told else ''}"
    return table(rows, name="explore-concordance", caption=caption, columns=_COLUMNS, limit=_ROWS)


def _still(reading: Reading, term: str) -> Published:
    rows = _lines(reading, term, sort="text", outlet="", regex=False)
    note = (
        "In JupyterLab: type another term, sort by "
        f"{listed([sort for sort in SORTS if sort != 'text'])}, choose among {count(len(reading.corpus.outlets), 'outlet')}."
    )
    return without_controls(_table(rows, term), note)
