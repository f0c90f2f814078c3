"""A figure that says what it shows: an SVG with its text as text, an alternative text, a caption."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from markupsafe import Markup
from matplotlib.figure import Figure as Canvas

from tellings._notebook import dressed
from tellings.show._publish import TABLE_MIME, Published
from tellings.show._style import VARIABLES, style
from tellings.show._table import Format, table
from tellings.show._words import figure as printed

WIDTH = 5.6  # inches; a page shows it at up to 720 px, a telephone at 510 px or more, which it scrolls
_SHOWN = 100  # rows of a figure's numbers on the page; all are in the CSV
_BEHIND = '<details class="tl-behind"><summary>The numbers behind this figure</summary>{}</details>'
_SIZE = re.compile(r'<svg [^>]*?width="[^"]*"[^>]*>')
_HEAD = re.compile(r"^.*?(?=<svg )", re.DOTALL)
_METADATA = re.compile(r"<metadata>.*?</metadata>\s*", re.DOTALL)
_IDS = re.compile(r'(?<=id=")|(?<=href="#)|(?<=url\(#)')


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A drawn figure: ``svg``, ``alt`` (what it shows, in words, from the same data), ``caption``, ``numbers`` (a table).

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> figure = tl.show.lengths(tl.compare.voices(reading))
    >>> figure.svg[:4], "The Daily Kestrel" in figure.alt
    ('<svg', True)
    """

    svg: str
    alt: str
    caption: str
    numbers: Published | None = None

    def __repr__(self) -> str:
        return f"<Figure: {self.caption} Next: .alt says it in words, .svg is the drawing>"

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        bundle = {"text/html": dressed(self.html), "text/plain": f"{self.caption}\n{self.alt}"}
        return bundle | ({TABLE_MIME: self.numbers.taken} if self.numbers else {})

    @property
    def html(self) -> str:
        """The figure as a page shows it, the numbers behind it one click below."""
        picture = Markup(self.svg).replace(
            "<svg ", Markup('<svg role="img" aria-label="{}" ').format(self.alt), 1
        )
        # A narrow screen scrolls it, by keyboard too: shrunk to fit, its words could not be read.
        picture = Markup('<div class="tl-picture" role="group" tabindex="0" aria-label="{}">{}</div>').format(
            f"Figure: {self.caption}", picture
        )
        caption = Markup("<figcaption>{}</figcaption>").format(self.caption)
        behind = Markup(_BEHIND).format(Markup(self.numbers.html)) if self.numbers else Markup()
        return str(Markup('<figure class="tl-figure">{}{}{}</figure>').format(picture, caption, behind))


def canvas(height: float, *, panels: int = 1, **options: Any) -> tuple[Canvas, Any]:
    """An empty figure of the kit's width and of ``height`` inches, and its axes."""
    drawn = Canvas(figsize=(WIDTH, height))
    return drawn, drawn.subplots(1, panels, **options)


def finish(
    drawn: Canvas, *, name: str, alt: str, caption: str, data: pd.DataFrame | None = None,
    columns: Mapping[str, str] | None = None, formats: Mapping[str, Format] | None = None,
) -> Figure:  # fmt: skip
    """The figure as SVG. ``name`` is unique on its page; it keeps the ids of two figures apart.

    ``data`` is what was drawn: the page shows it as a table under the figure, and the report writes it to
    ``tables/figure-NAME.csv``; ``columns`` and ``formats`` are those of :func:`tellings.show.table`.
    """
    written = io.StringIO()
    with style():  # matplotlib asks for fonts and ids when it writes, not when it draws
        drawn.savefig(written, format="svg", metadata={"Date": None, "Creator": None})
    svg = _METADATA.sub("", _HEAD.sub("", written.getvalue(), count=1))
    svg = _SIZE.sub(lambda found: re.sub(r'\s(?:width|height)="[^"]*"', "", found.group()), svg, count=1)
    for colour, variable in VARIABLES.items():
        svg = svg.replace(colour, variable)
    numbers = None if data is None else _numbers(data, name, columns, formats or {})
    return Figure(svg=_IDS.sub(f"{name}-", svg).strip(), alt=alt, caption=caption, numbers=numbers)


def _numbers(
    data: pd.DataFrame, name: str, columns: Mapping[str, str] | None, formats: Mapping[str, Format]
) -> Published:
    """The table behind a figure; numbers without a format of their own as print has them."""
    plain: dict[str, Format] = {str(key): printed for key in data.select_dtypes("float")}
    return table(data, name=f"figure-{name}", caption="The numbers drawn above", columns=columns,
                 formats=plain | dict(formats), limit=_SHOWN)  # fmt: skip
