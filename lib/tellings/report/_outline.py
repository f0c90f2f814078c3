"""The headings of a notebook: what progress names, what the contents list holds, what links point to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_LINE = re.compile(r" {0,3}(#{1,6})[ \t]+(.*)")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_TRAILING = re.compile(r"[ \t]#{1,8}[ \t]*$")
_MARKS = re.compile(r"[*`]|\[|\]\([^()\s]{0,200}\)|\b_|_\b")


class Heading(NamedTuple):
    """A heading: ``level`` 1 to 6, its plain text, its id on the page, the number of its cell."""

    level: int
    text: str
    id: str
    cell: int


def headings(cells: Sequence[str]) -> list[Heading]:
    """The headings of the markdown cells (others as empty strings), with an id each that no other has.

    >>> [(heading.text, heading.id) for heading in headings(["# A *title*", "", "## n > 2\\n\\n## N 2"])]
    [('A title', 'A-title'), ('n > 2', 'n-2'), ('N 2', 'N-2')]
    """
    found: list[Heading] = []
    taken: set[str] = set()
    for number, source in enumerate(cells):
        for level, text in _lines(source):
            id_ = _free(slug(text), taken)
            taken.add(id_)
            found.append(Heading(level, text, id_, number))
    return found


def slug(text: str) -> str:
    """A heading's id: its letters and digits, joined by hyphens, in the case JupyterLab's own ids have.

    >>> slug("What “far right” means: a naïve look")
    'What-far-right-means-a-naive-look'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[A-Za-z0-9]+", plain)) or "section"


def _free(wanted: str, taken: set[str]) -> str:
    number, id_ = 1, wanted
    while id_ in taken:
        number += 1
        id_ = f"{wanted}-{number}"
    return id_


def _lines(source: str) -> Iterator[tuple[int, str]]:
    fenced = False
    for line in source.split("\n"):
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced and (heading := _LINE.match(line)):
            text = _MARKS.sub("", _TRAILING.sub("", heading[2])).strip()
            yield len(heading[1]), text
