"""Evidence: a row's sentence beside it, with the span marked and a link to its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd
from markupsafe import Markup

from tellings.compare import voiced
from tellings.compare._each import each
from tellings.show._links import link, reach
from tellings.show._publish import Published
from tellings.show._side_spots import anchors
from tellings.show._table import table
from tellings.show._text import in_context

if TYPE_CHECKING:
    from tellings.read import Reading


def sentences(reading: Reading, rows: pd.DataFrame) -> list[Markup]:
    """The sentence of each row, the row's span marked in it, holes shown. Rows have ``article, start, end, sentence``."""
    every = {
        article: list(zip(part["start"], part["end"], strict=True))
        for article, part in reading.sentences.groupby("article", sort=False)
    }
    holes = {article: list(part["start"]) for article, part in reading.gaps.groupby("article", sort=False)}
    return [
        _sentence(reading, row, every.get(row.article, []), holes.get(row.article, [])) for row in each(rows)
    ]


def _sentence(reading: Reading, row: Any, every: list[tuple[int, int]], holes: list[int]) -> Markup:
    text = reading.corpus.text(row.article)
    within = every[row.sentence] if 0 <= row.sentence < len(every) else (row.start, row.end)
    within = (min(within[0], row.start), max(within[1], row.end))
    return in_context(text, int(row.start), int(row.end), within=within, holes=holes)


def places(
    reading: Reading, rows: pd.DataFrame, *, reader: str = "", marks: Mapping[tuple[str, int, int], str] | None = None
) -> list[Markup]:  # fmt: skip
    """A link to each row's place on the side-by-side page, by its sentence's number from 1; the number alone off the page.

    It leads to the row's own mark, one of ``reader``'s kind first; to its sentence where nothing is marked there.
    A place that the page leaves out of a very long text is not linked. ``marks`` gives the marks' ids by article,
    start and end, where they are no reader's.
    """
    shown = reach(reading.corpus)
    spans = list(zip(rows["article"], rows["start"], rows["end"], strict=True))
    ids = anchors(reading, rows, reader=reader) if marks is None else [marks.get(span) for span in spans]
    return [
        link(row.article, row.sentence, str(row.sentence + 1), mark=id_)
        if row.start < shown.get(row.article, 0)
        else Markup(row.sentence + 1)
        for row, id_ in zip(each(rows), ids, strict=True)
    ]


def found(
    reading: Reading, name: str, *, caption: str, columns: dict[str, str], published: str | None = None,
    rows: pd.DataFrame | None = None, **options: Any,
) -> Published:  # fmt: skip
    """A reader's rows, each in its sentence: ``columns`` are the reader's own, with their headings.

    Where an outlet has several articles the article is named too. The CSV has every column of the reader's table,
    ``outlet``, ``sentence`` and ``voice``.
    """
    here = voiced(reading, name) if rows is None else rows
    several = reading.corpus.articles["outlet"].duplicated().any()
    where = {"outlet": "Outlet", **({"article": "Article"} if several else {})}
    headings = {**where, **columns, "context": "In its sentence", "place": "Sentence"}
    shown = here.head(options.get("limit", 500))
    html = {"context": sentences(reading, shown), "place": places(reading, shown, reader=name)}
    return table(
        here, name=published or name, caption=caption, columns=headings, html=html, stack=True, **options
    )
