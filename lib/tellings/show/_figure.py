"""A figure that says what it shows: an SVG with its text as text, an alternative text, a caption."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup
from matplotlib.figure import Figure as Canvas

from tellings._notebook import dressed
from tellings.show._style import VARIABLES, style

WIDTH = 5.6  # inches; a page shows it at up to 720 px and a telephone at 343 px, still readable
_SIZE = re.compile(r'<svg [^>]*?width="[^"]*"[^>]*>')
_HEAD = re.compile(r"^.*?(?=<svg )", re.DOTALL)
_METADATA = re.compile(r"<metadata>.*?</metadata>\s*", re.DOTALL)
_IDS = re.compile(r'(?<=id=")|(?<=href="#)|(?<=url\(#)')


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A drawn figure: ``svg``, ``alt`` (what it shows, in words, from the same data) and ``caption``.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> figure = tl.show.lengths(tl.compare.voices(reading))
    >>> figure.svg[:4], "The Daily Kestrel" in figure.alt
    ('<svg', True)
    """

    svg: str
    alt: str
    caption: str

    def __repr__(self) -> str:
        return f"<Figure: {self.caption} Next: .alt says it in words, .svg is the drawing>"

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return {"text/html": dressed(self.html), "text/plain": f"{self.caption}\n{self.alt}"}

    @property
    def html(self) -> str:
        """The figure as a page shows it."""
        picture = Markup(self.svg).replace(
            "<svg ", Markup('<svg role="img" aria-label="{}" ').format(self.alt), 1
        )
        caption = Markup("<figcaption>{}</figcaption>").format(self.caption)
        return str(Markup('<figure class="tl-figure">{}{}</figure>').format(picture, caption))


def canvas(height: float, *, panels: int = 1, **options: Any) -> tuple[Canvas, Any]:
    """An empty figure of the kit's width and of ``height`` inches, and its axes."""
    drawn = Canvas(figsize=(WIDTH, height))
    return drawn, drawn.subplots(1, panels, **options)


def finish(drawn: Canvas, *, name: str, alt: str, caption: str) -> Figure:
    """The figure as SVG. ``name`` is unique on its page; it keeps the ids of two figures apart."""
    written = io.StringIO()
    with style():  # matplotlib asks for fonts and ids when it writes, not when it draws
        drawn.savefig(written, format="svg", metadata={"Date": None, "Creator": None})
    svg = _METADATA.sub("", _HEAD.sub("", written.getvalue(), count=1))
    svg = _SIZE.sub(lambda found: re.sub(r'\s(?:width|height)="[^"]*"', "", found.group()), svg, count=1)
    for colour, variable in VARIABLES.items():
        svg = svg.replace(colour, variable)
    return Figure(svg=_IDS.sub(f"{name}-", svg).strip(), alt=alt, caption=caption)
