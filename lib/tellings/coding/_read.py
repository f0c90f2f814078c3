"""Coded sheets read back: who gave which sentence which frame, and what the machine gives it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from tellings.coding import _cells, _frames, _ids
from tellings.coding._sample import Sample
from tellings.corpus import locate
from tellings.errors import InputError
from tellings.read import frame as machine_frame

if TYPE_CHECKING:
    from tellings.read import Reading

COLUMNS = {
    "id": "str", "coder": "str", "frame": "str", "also": "str", "note": "str", "machine": "str", "article": "str",
    "outlet": "str", "start": "int64", "end": "int64", "sentence": "int64", "text": "str", "file": "str",
    "line": "int64",
}  # fmt: skip
MACHINE = "machine"
_SHOWN = 8  # faults told at a time


class _Code(NamedTuple):
    id: str
    coder: str
    frame: str
    also: str
    note: str
    file: str
    line: int


def read_sheets(
    paths: str | Path | Sequence[str | Path], of: Sample | Reading, *, codebook: str | None = None
) -> pd.DataFrame:
    """Read coded sheets back and set the machine's frame beside each code.

    ``paths`` are the sheets, in a list or separated by commas, one a coder; a sheet's name is its coder's. ``of`` is
    the sample they were drawn from, or the reading of the same articles: an id leads to its sentence either way.
    ``codebook`` is the sample's, else ``policy``.

    A cell without a frame is a sentence not coded; so is a row that was deleted. A sentence has one primary frame:
    where a coder names several (``;``, ``,``, ``/``, ``|`` or ``+`` between them) the first counts and the others
    are kept in ``also``. Case, blanks and hyphens make no difference. Sheets may be saved with commas, semicolons or
    tabs, in UTF-8, UTF-16 or Windows-1252, as Excel and LibreOffice do.

    Returns a row a code, coder after coder, in the order of the sheets: ``id, coder, frame, also, note``;
    ``machine``, the frame that :func:`tellings.read.frame` gives; where the sentence stands (``article, outlet,
    start, end, sentence, text``); and where the code stands (``file, line``).

    Raises :class:`tellings.errors.InputError`, which names file and line and what to do: a frame that the codebook
    does not have (with the nearest it has), a code without an id, an id twice in a sheet or of no sentence here,
    two sheets of one coder, a file that is no sheet.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> codes = tl.coding.read_sheets([], reading)
    >>> list(codes)[:3], len(codes)
    (['id', 'coder', 'frame'], 0)
    """
    book = codebook or (of.codebook if isinstance(of, Sample) else "policy")
    frames = _frames.allowed(book)["frame"].tolist()
    places = (of.key if isinstance(of, Sample) else _ids.prose(of)).set_index("id")
    codes: list[_Code] = []
    for coder, path in _coders(paths).items():
        codes += _codes(coder, path, frames, places.index)
    return _table(codes, places, book)


def _coders(paths: str | Path | Sequence[str | Path]) -> dict[str, Path]:
    given = paths.split(",") if isinstance(paths, str) else [paths] if isinstance(paths, Path) else paths
    found: dict[str, Path] = {}
    for path in (Path(locate(str(one).strip())) for one in given if str(one).strip()):
        coder = path.stem
        if coder in found:
            raise InputError(
                f"Two sheets are of the coder {coder!r}: {found[coder]} and {path}. "
                "A sheet's name is its coder's: rename one."
            )
        if coder.casefold() == MACHINE:
            raise InputError(
                f"{path}: no coder can be called {coder!r}, which is the kit's own. Rename the sheet."
            )
        found[coder] = path
    return found


def _codes(coder: str, path: Path, frames: Sequence[str], known: Iterable[str]) -> list[_Code]:
    """The codes of one sheet, or all that is wrong with it at once."""
    ids, lines, faults = frozenset(known), dict[str, int](), list[str]()
    codes: list[_Code] = []
    for row in _cells.rows(path):
        fault = _fault(row, ids, lines)
        lines.setdefault(row.id.casefold(), row.line)
        try:
            named = _frames.meant(row.frame, frames) if not fault else []
        except ValueError as unknown:
            fault = str(unknown)
        if fault:
            faults.append(f"line {row.line}: {fault}")
        elif named:
            also = "; ".join(named[1:])
            codes.append(_Code(row.id.casefold(), coder, named[0], also, row.note, path.name, row.line))
    if faults:
        more = [f"and {len(faults) - _SHOWN} more"] if len(faults) > _SHOWN else []
        raise InputError(f"The coding sheet {path} cannot be used:\n  " + "\n  ".join(faults[:_SHOWN] + more))
    return codes


def _fault(row: _cells.Coded, ids: frozenset[str], lines: dict[str, int]) -> str:
    id_ = row.id.casefold()
    if not id_:
        return "a frame stands here without an id. Copy the id from the sheet as it was given out."
    if id_ in lines:
        return f"the id {row.id[:40]!r} stands on line {lines[id_]} already. Keep one of the two."
    if id_ not in ids:
        return (
            f"the id {row.id[:40]!r} is of no sentence here. Give the articles that the sheet was drawn from, "
            "unchanged, or mend the id."
        )
    return ""


def _table(codes: list[_Code], places: pd.DataFrame, book: str) -> pd.DataFrame:
    made = pd.DataFrame(codes, columns=list(_Code._fields))
    texts = places["text"]
    frames = {id_: machine_frame(texts[id_], book=book) for id_ in dict.fromkeys(made["id"])}
    placed = made.join(places, on="id").assign(machine=made["id"].map(frames))
    return placed[list(COLUMNS)].astype(COLUMNS)
