"""Rows of CSV and JSONL files: a broken row becomes a Problem and the others go on."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from tellings.corpus import _decode
from tellings.corpus._columns import columns
from tellings.corpus._find import File, read_bytes
from tellings.corpus._names import printable
from tellings.corpus._types import Problem, Refused

DELIMITERS = ",;\t|"
LONGEST_CELL = 2**31 - 1
FEWEST_FITTING = 0.8
MOST_READINGS = 10
"""How often a table's lines are read over again to find where rows begin anew; the rest is given up after that."""
_BROKEN = re.compile("[\udc80-\udcff]")
_MOST_DIGITS = 600  # of a number; Python refuses to read one of some thousands
_ADVICE = "Mend the row, or export the table again."


class Row(NamedTuple):
    """One row: the number of the line it begins on, and its cells by column."""

    number: int
    cells: dict[str, Any]


class _Record(NamedTuple):
    line: int
    cells: list[str]


class _Segment(NamedTuple):
    """Records one after another that can be read, after the lines from ``broken`` to ``last`` that cannot.

    ``hollow`` are the lines of records that have cells and nothing in them; a line without any cell is no record.
    """

    broken: int | None
    last: int | None
    records: list[_Record]
    hollow: list[int]


def text_of(path: Path) -> str:
    """A table's text. Bytes that are not UTF-8 are kept as surrogate escapes, to be read cell by cell."""
    data = read_bytes(path, max_bytes=None)
    if marked := _decode.marked_codec(data):
        mark, codec, _ = marked
        return data[len(mark) :].decode(codec, "surrogateescape" if codec == "utf-8" else "replace")
    if wide := _decode.wide_codec(data):
        return data.decode(wide, "replace")
    if data.startswith((b"PAR1", b"PK\x03\x04", b"\x1f\x8b\x08")):
        raise Refused("binary data, not a table in text", "Check the file's ending, or unpack it.")
    return data.decode("utf-8", "surrogateescape")


def jsonl_rows(file: File) -> list[Row | Problem]:
    """The objects of a JSONL file, a line each."""
    lines = enumerate(text_of(file.path).split("\n"), 1)
    return [_object(file, number, line) for number, line in lines if line.strip()]


def _object(file: File, number: int, line: str) -> Row | Problem:
    where = f"{file.name}, row {number}"
    try:
        found = json.loads(_decode.mend(line), object_pairs_hook=_each_once, parse_int=_number)
    except _Twice as twice:
        return Problem(where, f"its field {printable(str(twice)[:40])!r} is given twice", _ADVICE)
    except (ValueError, RecursionError) as error:
        said = error.msg if isinstance(error, json.JSONDecodeError) else type(error).__name__
        return Problem(where, f"not valid JSON ({said})", _ADVICE)
    if not isinstance(found, dict):
        return Problem(where, "not a JSON object with named fields", _ADVICE)
    return Row(number, found)


def _number(digits: str) -> int | float:
    """A whole number; one of more digits than Python makes one of is a number still, and never a text."""
    return int(digits) if len(digits) <= _MOST_DIGITS else float(digits)


class _Twice(ValueError):  # noqa: N818 - no error of the program: a row that becomes a Problem
    """A name that an object gives twice: which of its values is meant cannot be known."""


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _Twice(Counter(name for name, _ in pairs).most_common(1)[0][0])
    return found


def csv_rows(file: File) -> tuple[list[str], list[Row | Problem]]:
    """The header of a CSV file and the rows under it; a row's number is that of the line it begins on."""
    # Not splitlines(): a cell may hold what Unicode counts as a line's end and CSV does not.
    text = text_of(file.path).replace("\r\n", "\n").replace("\r", "\n")
    lines = [line + "\n" for line in text.removesuffix("\n").split("\n")]
    with _long_cells():
        delimiter = max(DELIMITERS, key=lambda mark: _header_fit(lines, mark))
        segments = _segments(lines, delimiter)
    first, *rest = segments
    if not first.records:
        return [], []
    header, twice = _told_apart([_decode.mend(name).strip() for name in first.records[0].cells])
    rows = [_shadowed(file, first.records[0].line, name) for name in twice]
    rows += [_row(file, record, header) for record in first.records[1:]]
    for segment in rest:
        rows.extend(_after_break(file, segment, header))
    hollow = [line for segment in segments for line in segment.hollow]
    return header, [*rows, *([_nothing_in(file, hollow)] if hollow else [])]


def _nothing_in(file: File, lines: Sequence[int]) -> Problem:
    """One problem for all of them: what a spreadsheet has exported below its last row may be thousands."""
    more = f" and {len(lines) - 1:,} more rows" if len(lines) > 1 else ""
    return Problem(
        f"{file.name}, row {lines[0]}{more}",
        "nothing in any cell",
        "Nothing to do, unless an article is missed.",
    )


def _told_apart(names: Sequence[str]) -> tuple[list[str], list[str]]:
    """The names of the columns, no two the same, and those in use that a later column bears too."""
    counted: Counter[str] = Counter()
    header = []
    for name in names:
        counted[name] += 1
        header.append(name if counted[name] == 1 else f"{name}\0{counted[name]}")
    taken = columns(header).values()
    return header, [name for name in taken if counted[name] > 1]


def _shadowed(file: File, line: int, name: str) -> Row | Problem:
    reason = f"more than one column is called {printable(name[:40])!r}; only the first was read"
    return Problem(f"{file.name}, row {line}", reason, "Rename the others, if they are wanted.")


def _header_fit(lines: Sequence[str], delimiter: str) -> tuple[int, int]:
    """How much of a header the first record is, if cells end at this mark."""
    try:
        cells = next(csv.reader(iter(lines[:50]), delimiter=delimiter, strict=True), [])
    except csv.Error:
        return 0, 0
    return len(columns(cells)), len(cells)


def _segments(lines: Sequence[str], delimiter: str) -> list[_Segment]:
    """The records up to the first that cannot be read, then from the line after it on, and so forth."""
    segments = [_Segment(None, None, [], [])]
    begin = read = 0
    while begin < len(lines):
        reader = csv.reader((lines[i] for i in range(begin, len(lines))), delimiter=delimiter, strict=True)
        at = begin
        try:
            for cells in reader:
                if any(cells):
                    segments[-1].records.append(_Record(at + 1, cells))
                elif cells:
                    segments[-1].hollow.append(at + 1)
                at = begin + reader.line_num
            return segments
        except csv.Error:
            read += reader.line_num
            begin = at + 1 if read <= MOST_READINGS * len(lines) else len(lines)
            segments.append(_Segment(at + 1, begin, [], []))
    return segments


def _row(file: File, record: _Record, header: list[str]) -> Row | Problem:
    if len(record.cells) != len(header):
        reason = f"{len(record.cells)} cells where the header has {len(header)}"
        return Problem(f"{file.name}, row {record.line}", reason, _ADVICE)
    return Row(record.line, dict(zip(header, map(_bytes_if_broken, record.cells), strict=True)))


def _bytes_if_broken(cell: str) -> str | bytes:
    """A cell that is not UTF-8 as the bytes it was, to be decoded by itself."""
    return cell.encode("utf-8", "surrogateescape") if _BROKEN.search(cell) else cell


def _after_break(file: File, segment: _Segment, header: list[str]) -> Iterator[Row | Problem]:
    """Rows after an open quote, unless they are the rest of its cell: prose fits no header, but by chance."""
    fit = [i for i, record in enumerate(segment.records) if _fits(record, header)]
    go_on = len(header) > 1 and len(fit) >= FEWEST_FITTING * len(segment.records) > 0
    lost, kept = (fit[0], segment.records[fit[0] :]) if go_on else (len(segment.records), [])
    last = segment.records[lost - 1].line if lost else segment.last
    lines = f"row {segment.broken}" + (f" to line {last}" if last != segment.broken else "")
    yield Problem(f"{file.name}, {lines}", "a quotation mark that is not closed, or out of place", _ADVICE)
    yield from (_row(file, record, header) for record in kept)


def _fits(record: _Record, header: list[str]) -> bool:
    # A comma of prose has a space after it, one between cells has none.
    return len(record.cells) == len(header) and not any(cell.startswith(" ") for cell in record.cells[1:])


@contextmanager
def _long_cells() -> Iterator[None]:
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(before)
