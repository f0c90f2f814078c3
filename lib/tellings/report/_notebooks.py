"""Notebooks as files: where the kit's own are, what each is called, what its cells are."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from tellings.errors import ReportError
from tellings.report._outline import Heading, headings

_ORDER = re.compile(r"^\d+[-_ ]+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Cell:
    """A cell as the file has it: ``kind`` (``code``, ``markdown``, ``raw``), source, tags, output or not."""

    kind: str
    source: str
    tags: tuple[str, ...]
    id: str | None
    ran: bool

    @property
    def is_code(self) -> bool:
        return self.kind == "code"


@dataclass(frozen=True)
class Notebook:
    """A notebook as its file has it.

    >>> import tellings as tl
    >>> notebook = tl.report.open_notebook("notebooks/2-framing.ipynb")
    >>> notebook.page, notebook.label
    ('framing', 'Framing')
    """

    path: Path
    text: str
    cells: tuple[Cell, ...]

    def __repr__(self) -> str:
        return f"<Notebook {self.name}: {self.title}; {len(self.cells)} cells. Next: tl.report.parameters(notebook)>"

    @property
    def name(self) -> str:
        """The file's name without its ending: ``2-framing``."""
        return self.path.stem

    @property
    def page(self) -> str:
        """The name of its page, which is also a file's name and part of a link."""
        return _NOT_SLUG.sub("-", _ORDER.sub("", self.name).lower()).strip("-") or "notebook"

    @property
    def label(self) -> str:
        """What links call its page: ``Side by side``."""
        return self.page.replace("-", " ").capitalize()

    @cached_property
    def title(self) -> str:
        """The text of its first heading of the first level; its page's name where it has none."""
        ones = [heading.text for heading in self.outline if heading.level == 1]
        return ones[0] if ones else self.label

    @cached_property
    def outline(self) -> tuple[Heading, ...]:
        """Its headings, each with the number of the cell it stands in."""
        return tuple(headings([cell.source if cell.kind == "markdown" else "" for cell in self.cells]))

    def heading(self, cell: int) -> Heading:
        """The last heading above a cell, or the title."""
        above = [heading for heading in self.outline if heading.cell <= cell]
        return above[-1] if above else Heading(1, self.title, "", 0)


def home() -> Path:
    """The folder of the kit's own notebooks: of the checkout, or of the installed package."""
    package = Path(__file__).resolve().parents[1]
    checkout = package.parents[1] / "notebooks"
    return checkout if any(checkout.glob("*.ipynb")) else package / "notebooks"


def own() -> list[Path]:
    """The kit's notebooks that make a page, in their order: those whose name starts with a number from 1."""
    return sorted(home().glob("[1-9]*.ipynb"))


def usual() -> list[Path]:
    """Those of the kit's notebooks that a run makes unasked, from 1 to 5: the others need more than articles."""
    return [path for path in own() if path.name[0] in "12345"]


def choose(names: Sequence[str | Path]) -> list[Notebook]:
    """The notebooks of these names, or the usual ones; a name is ``2-framing``, ``framing`` or a path.

    Raises :class:`tellings.errors.ReportError` for a name that is none, for two notebooks of one page, and
    for one that would take the place of ``index.html``.
    """
    paths = [_find(str(name)) for name in names] if names else usual()
    if not paths:
        raise ReportError(f"There are no notebooks in {home()}. Name one of your own with --notebook PATH.")
    chosen = [open_notebook(path) for path in dict.fromkeys(paths)]
    pages = [notebook.page for notebook in chosen]
    for page in pages:
        if page == "index" or pages.count(page) > 1:
            raise ReportError(f"Two pages would be called {page}.html. Rename one of the notebooks.")
    return chosen


def open_notebook(path: Path | str) -> Notebook:
    """The notebook in a file; :class:`tellings.errors.ReportError` where there is none of format 4.

    >>> import tellings as tl
    >>> tl.report.open_notebook("notebooks/1-corpus.ipynb").title
    'The corpus: what was loaded and how it was read'
    """
    where = Path(path)
    try:
        text = where.read_text(encoding="utf-8")
        cells = tuple(_cell(cell) for cell in json.loads(text)["cells"])
    except OSError as error:
        raise ReportError(f"Cannot read the notebook {where}: {error.strerror}.") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise ReportError(f"{where} is not a Jupyter notebook of format 4.") from None
    return Notebook(where, text, cells)


def _cell(cell: dict[str, Any]) -> Cell:
    source = cell["source"]
    return Cell(
        kind=str(cell["cell_type"]),
        source=source if isinstance(source, str) else "".join(source),
        tags=tuple(cell.get("metadata", {}).get("tags", ())),
        id=cell.get("id"),
        ran=bool(cell.get("outputs") or cell.get("execution_count")),
    )


def _find(name: str) -> Path:
    for path in own():
        if name in (path.stem, path.name, _ORDER.sub("", path.stem)):
            return path
    if Path(name).is_file():
        return Path(name).resolve()
    there = ", ".join(path.stem for path in own()) or "none"
    raise ReportError(
        f"There is no notebook {name!r}. The kit's own: {there}; else give a path to an .ipynb file."
    )
