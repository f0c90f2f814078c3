"""What the executed notebooks hand over beside their pages: tables as CSV, findings for the front page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tellings.report._execute import Executed
from tellings.show._publish import FINDING_MIME, SURE, TABLE_MIME

# The runner's own list of what came in; a notebook's table of that name gets a number behind it.
INPUTS = "inputs"

Place = tuple[str, int, int]  # a page, the number of a cell, the number of an output


@dataclass(frozen=True)
class Table:
    """A table to take away: ``tables/NAME.csv``."""

    page: str
    name: str
    caption: str
    rows: int
    csv: str

    @property
    def file(self) -> str:
        return f"tables/{self.name}.csv"

    @property
    def anchor(self) -> str:
        return f"table-{self.name}"


@dataclass(frozen=True)
class Told:
    """A finding and where the front page leads for it."""

    page: str
    text: str
    mark: str
    word: str
    sure: str
    note: str
    href: str
    anchor: str
    beware: bool = False
    differs: bool = False


def tables(runs: Sequence[Executed]) -> dict[Place, Table]:
    """The published tables, by their place. Two of one name: the later gets a number, none is lost."""
    found: dict[Place, Table] = {}
    taken = {INPUTS}
    for place, bundle in _bundles(runs, TABLE_MIME):
        name = _free(str(bundle["name"]), taken)
        taken.add(name)
        found[place] = Table(place[0], name, bundle["caption"], int(bundle["rows"]), bundle["csv"])
    return found


def findings(runs: Sequence[Executed]) -> dict[Place, Told]:
    """The findings, by their place, in the order of the pages."""
    found: dict[Place, Told] = {}
    for place, bundle in _bundles(runs, FINDING_MIME):
        page, anchor = place[0], f"finding-{len(found) + 1}"
        link = str(bundle["link"]) or f"#{anchor}"
        mark, word = SURE[bundle["sure"]]
        href = f"{page}.html{link}" if link.startswith("#") else link
        sure = bundle["sure"].replace(" ", "-")
        found[place] = Told(
            page, bundle["text"], mark, word, sure, bundle["note"], href, anchor,
            beware=bool(bundle.get("beware")), differs=bool(bundle.get("differs")),
        )  # fmt: skip
    return found


def _bundles(runs: Sequence[Executed], mime: str) -> Iterator[tuple[Place, Any]]:
    for run in runs:
        for number, cell in enumerate(run.node.cells):
            for place, output in enumerate(cell.get("outputs", ())):
                if mime in output.get("data", ()):
                    yield (run.notebook.page, number, place), output["data"][mime]


def _free(wanted: str, taken: set[str]) -> str:
    number, name = 1, wanted
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name
