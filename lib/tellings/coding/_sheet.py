"""The coding sheet: a CSV file that a spreadsheet opens as it is."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pandas as pd

from tellings.coding._sample import Sample
from tellings.errors import InputError
from tellings.show import csv_text

COLUMNS = ("id", "before", "sentence", "after", "frame", "note")


def sheet(sample: Sample) -> pd.DataFrame:
    """The sheet as it goes to a coder: ``id, before, sentence, after, frame, note``, the last two empty."""
    return sample.sheet.assign(frame="", note="")[list(COLUMNS)]


def write_sheet(sample: Sample, path: str | Path) -> tuple[Path, Path]:
    """Write the sheet for a coder to fill in, and beside it the frames to choose among.

    ``path`` ends in ``.csv``. The sheet has a row a sentence: ``id``; ``before``, ``sentence`` (the one to code)
    and ``after``; ``frame``, to be filled in with the primary frame; ``note``, for whatever the coder wants to say.
    The frames with their definitions are written to ``NAME-frames.csv``. Each coder gets a copy named after them:
    the file's name is the coder's. Both are UTF-8 with a byte order mark, without which Excel misreads every quotation
    mark; a text that a spreadsheet would take for a formula has an apostrophe in front.

    Returns the paths of both. Raises :class:`tellings.errors.InputError` where a file of that name is there with
    anything else in it, since it may hold someone's codes, or where none can be written.

    >>> from tellings.coding import sample
    >>> from tellings.corpus import load
    >>> from tellings.read import all
    >>> drawn = sample(all(load("seeds")), n=6, seed=1)
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [path.name for path in write_sheet(drawn, Path(folder) / "anna.csv")]
    ['anna.csv', 'anna-frames.csv']
    """
    where = csv_path(path)
    beside = where.with_name(f"{where.stem}-frames.csv")
    files = {where: file_text(sheet(sample)), beside: file_text(sample.frames)}
    for file, text in files.items():
        if file.exists() and _content(file) != text.encode("utf-8"):
            raise InputError(
                f"There is a file {file} already, and it may hold codes. Give another name, or move it away."
            )
    for file, text in files.items():
        write(file, text)
    return where, beside


def csv_path(path: str | Path) -> Path:
    """The path, where it is one of a CSV file."""
    where = Path(path)
    if where.suffix.lower() != ".csv":
        raise InputError(
            f"A coding sheet is a .csv file, not {str(path)!r}. Name it after its coder: anna.csv."
        )
    return where


def file_text(frame: pd.DataFrame) -> str:
    """The frame as the text of a CSV file for a spreadsheet, byte order mark and all."""
    return "\ufeff" + csv_text(frame).replace("\n", "\r\n")


def write(path: Path, text: str) -> None:
    """Write the file whole or not at all, so that a coder's work is never half gone."""
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(text.encode("utf-8"))
        part.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink()
        raise InputError(
            f"Cannot write {path}: {error.strerror}. Give a folder that you may write to."
        ) from None


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""
