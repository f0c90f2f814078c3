"""The cells of a coded sheet, as spreadsheets save them: commas, semicolons or tabs; UTF-8, UTF-16 or Windows-1252."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from pathlib import Path
from typing import NamedTuple

from tellings.corpus._decode import decode
from tellings.corpus._types import Refused
from tellings.errors import InputError

LARGEST = 50_000_000  # bytes; a sheet of ten thousand sentences has a tenth of that
_DELIMITERS = ",;\t"
_SEPARATOR = re.compile(r"sep=(.)\n")  # what Excel writes and reads as a first line
_GUARD = re.compile(r"'(?=[\t\r\n]|\s{0,8}[=+\-@＝＋－＠])")
_SAVE_AS = "Save it from the spreadsheet as “CSV UTF-8” and give that file."


class Coded(NamedTuple):
    """A row of a sheet that has an id or a code: the line it begins on, and what it says."""

    line: int
    id: str
    frame: str
    note: str


def rows(path: Path) -> list[Coded]:
    """The rows of a sheet that say anything; :class:`tellings.errors.InputError` where it is none."""
    text = _text(path)
    delimiter, skipped = _delimiter(text)
    records = _records(path, text, delimiter)[skipped:]
    if not records:
        raise InputError(f"{path} is empty. Give the sheet that was coded.")
    header = {_name(cell): place for place, cell in reversed(list(enumerate(records[0][1])))}
    for needed in ("id", "frame"):
        if needed not in header:
            has = ", ".join(repr(name[:40]) for name in list(header)[:12] if name) or "nothing"
            raise InputError(
                f"{path}, line {records[0][0]}: there is no column {needed!r}; the first line has {has}. "
                "Keep the sheet's first line as tl.coding.write_sheet wrote it."
            )
    places = [header.get(name, -1) for name in ("id", "frame", "note")]
    made = [Coded(line, *(_cell(cells, place) for place in places)) for line, cells in records[1:]]
    return [row for row in made if row.id or row.frame]


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(f"{path} is larger than {LARGEST:,} bytes, too large for a coding sheet.")
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"Cannot read the coding sheet {path}: {error.strerror}.") from None
    try:
        return decode(data).text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    except Refused as refused:
        raise InputError(f"{path} is {refused.reason}. {_SAVE_AS}") from None


def _delimiter(text: str) -> tuple[str, int]:
    """What parts the cells, and how many lines stand before the header for saying so."""
    said = _SEPARATOR.match(text)
    if said:
        return said[1], 1
    first = next((line for line in text.split("\n", 20)[:20] if line.strip()), "")
    return max(_DELIMITERS, key=first.count), 0


def _records(path: Path, text: str, delimiter: str) -> list[tuple[int, list[str]]]:
    """Each record that is not blank, with the number of the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found: list[tuple[int, list[str]]] = []
    line = 1
    limit = csv.field_size_limit(LARGEST)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as wrong:
        raise InputError(
            f"{path}, line {line}: the quotation marks around the cells do not match ({wrong}). "
            "Mend that line, or save the sheet anew from the spreadsheet."
        ) from None
    finally:
        csv.field_size_limit(limit)
    return found


def _name(cell: str) -> str:
    return "".join(char for char in cell.strip().casefold() if char.isprintable())


def _cell(cells: list[str], place: int) -> str:
    """A cell as its coder wrote it: without the apostrophe that keeps it from being a formula."""
    if not 0 <= place < len(cells):
        return ""
    return _GUARD.sub("", unicodedata.normalize("NFC", cells[place]), count=1).strip()
