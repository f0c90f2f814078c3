"""Two articles side by side, chosen while you read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from tellings.errors import InputError, ParameterError
from tellings.explore._explorer import Explorer, is_live, labelled
from tellings.show import SideBySide, chosen
from tellings.show import side_by_side as shown_side_by_side
from tellings.show._words import count

if TYPE_CHECKING:
    from tellings.read import Reading


def side_by_side(
    reading: Reading, articles: Sequence[str] = (), *, layers: Sequence[str] = (), live: bool | None = None
) -> Explorer | SideBySide:
    """Two articles next to each other with what was found marked in them: choose either while you read.

    ``articles`` names the two to begin with, else the first of two outlets. ``layers`` names the kinds of mark
    (:func:`tellings.show.side_by_side`; all where none is named); the boxes above the texts switch them on and off.
    Only the two articles are laid out, however many the corpus has.

    The controls need ipywidgets (the extra ``explore``) and somebody at a notebook; elsewhere this is the two articles,
    with the choice named (``live`` says which, where that cannot be told). Raises
    :class:`tellings.errors.InputError` for an article that the corpus does not have, for more than two, and where
    controls are wanted and ipywidgets is missing. A corpus of one article shows that one.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.explore.side_by_side(reading, live=False).articles == tuple(reading.corpus)
    True
    """
    two = _two(reading, articles)
    if not is_live(live) or len(two) < 2:
        return _still(reading, two, layers)
    choice = _choice(reading)
    controls = {
        "left": labelled("Dropdown", "Left", options=choice, value=two[0]),
        "right": labelled("Dropdown", "Right", options=choice, value=two[1]),
    }
    return Explorer(controls, lambda left, right: _shown(reading, (left, right), layers).html)


def _two(reading: Reading, articles: Sequence[str]) -> tuple[str, ...]:
    """The articles named, or the first of two outlets, or the first two; the one there is where there is one."""
    for article in articles:
        reading.corpus.text(article)
    if len(articles) > 2:
        raise InputError(f"Two articles stand side by side, not {len(articles)}: name two of them.")
    return tuple(dict.fromkeys([*articles, *chosen(reading), *reading.corpus]))[:2]


def _choice(reading: Reading) -> list[tuple[str, str]]:
    """The articles to choose among, by outlet and id."""
    rows = reading.corpus.articles
    return [
        (f"{outlet}: {article}", article)
        for outlet, article in zip(rows["outlet"], rows["article"], strict=True)
    ]


def _shown(reading: Reading, articles: tuple[str, ...], layers: Sequence[str]) -> SideBySide:
    if len(set(articles)) < len(articles):
        raise ParameterError("An article beside itself tells nothing. Choose another on one side.")
    return shown_side_by_side(_only(reading, articles), articles=articles, layers=layers)


def _only(reading: Reading, articles: tuple[str, ...]) -> Reading:
    """The reading of these articles alone, so that a large corpus is not laid out at each choice."""
    corpus, rows = reading.corpus, reading.corpus.articles
    small = replace(
        corpus,
        _articles=rows[rows["article"].isin(articles)].reset_index(drop=True),
        _texts={article: corpus.text(article) for article in corpus if article in articles},
    )
    tables = {
        name: table[table["article"].isin(articles)].reset_index(drop=True)
        for name, table in reading.tables.items()
    }
    return replace(reading, corpus=small, tables=tables)


def _still(reading: Reading, articles: tuple[str, ...], layers: Sequence[str]) -> SideBySide:
    shown = _shown(reading, articles, layers)
    note = f"In JupyterLab: choose either side among {count(len(reading.corpus), 'article')}."
    return replace(shown, html=str(Markup('<p class="tl-note">{}</p>\n').format(note)) + shown.html)
