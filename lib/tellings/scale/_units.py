"""Tables of articles on disk, cut into units of rows that each can be read without the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from pathlib import Path
from typing import Any, NamedTuple

from tellings.corpus import _decode, _rows, _tables
from tellings.corpus._columns import columns
from tellings.corpus._find import File
from tellings.corpus._rows import Row, jsonl_rows
from tellings.corpus._tables import BATCH
from tellings.corpus._types import Problem, Refused

LARGEST = 40 * BATCH
"""Rows of a unit at most: some ten thousand. A long row group is run through from its start for each of its units."""
FEWEST = 2 * BATCH
_OF_A_TABLE = 16  # units that a table is cut into, where neither limit is met
_BUFFER = 1 << 22


class Unit(NamedTuple):
    """Rows of one table: of a Parquet row group from ``begin`` to ``end``, or the bytes of a JSONL file so.

    ``first`` is the number of the row or line before the first; ``taken`` says which column serves as what. A
    ``group`` of -1 is a JSONL file in bytes, of -2 one that is read whole.
    """

    path: str
    name: str
    group: int
    begin: int
    end: int
    first: int
    taken: tuple[tuple[str, str], ...]

    @property
    def file(self) -> File:
        """The table as the loader names it."""
        return File(Path(self.path), self.name)


BYTES, WHOLE = -1, -2


class Table(NamedTuple):
    """A table cut up: how many rows it has, its units, and what is wrong with it as a whole."""

    rows: int
    units: list[Unit]
    problems: list[Problem]


def cut(file: File) -> Table:
    """The units of a table; :class:`tellings.errors.InputError` where no column holds text."""
    try:
        return _cut_parquet(file) if file.path.suffix.lower() == ".parquet" else _cut_jsonl(file)
    except Refused as refused:
        return Table(0, [], [Problem(file.name, refused.reason, refused.advice)])


def rows(unit: Unit) -> Iterator[Row | Problem]:
    """The rows of a unit, as :func:`tellings.load` would come by them."""
    if unit.group == WHOLE:
        return iter(jsonl_rows(unit.file))
    return _jsonl_rows(unit) if unit.group == BYTES else _parquet_rows(unit)


def _cut_parquet(file: File) -> Table:
    names, _ = _tables._parquet_rows(file)
    taken = _taken(file, names, ())
    groups = open_parquet(file.path).metadata
    sizes = [groups.row_group(number).num_rows for number in range(groups.num_row_groups)]
    step = _step(sum(sizes))
    units, first = [], 0
    for group, size in enumerate(sizes):
        units += [
            Unit(str(file.path), file.name, group, begin, min(begin + step, size), first + begin, taken)
            for begin in range(0, size, step)
        ]
        first += size
    return Table(sum(sizes), units, [] if units else [_tables.no_rows(file)])


def _step(size: int) -> int:
    """Rows of a unit: whole batches, so that a unit ends where the loader's own batches do."""
    return min(LARGEST, max(FEWEST, -(-size // (_OF_A_TABLE * BATCH)) * BATCH))


def open_parquet(path: Path | str) -> Any:
    """A Parquet file that is read as a stream, however long its row groups are."""
    from pyarrow import parquet

    return parquet.ParquetFile(path, buffer_size=_BUFFER)


def _parquet_rows(unit: Unit) -> Iterator[Row | Problem]:
    """Rows from ``begin`` on; a group that is spoilt is listed by the unit in which it fails."""
    number, start = unit.first - unit.begin, unit.first
    last = start + unit.end - unit.begin
    wanted = [name for _, name in unit.taken]
    try:
        table = open_parquet(unit.path)
        for batch in table.iter_batches(batch_size=BATCH, row_groups=[unit.group], columns=wanted):
            if number + len(batch) <= start:
                number += len(batch)
                continue
            for cells in _tables._cells(batch):
                number += 1
                yield Row(number, cells)
            if number >= last:
                return
    except _tables._broken_table() as error:
        if number >= start:
            yield _spoilt(unit, number, error)


def _spoilt(unit: Unit, number: int, error: Exception) -> Problem:
    group = open_parquet(unit.path).metadata.row_group(unit.group)
    end = unit.first - unit.begin + group.num_rows
    where = f"{unit.name}, rows {number + 1} to {end}"
    reason = f"cannot be read ({_tables._first_line(error)})"
    return Problem(where, reason, "Copy or export the table again.")


def _cut_jsonl(file: File) -> Table:
    with _opened(file) as stream:
        head = stream.read(1 << 16)
    if (
        _decode.marked_codec(head)
        or _decode.wide_codec(head)
        or head.startswith((b"PAR1", b"PK\x03\x04", b"\x1f\x8b\x08"))
    ):
        found = jsonl_rows(file)
        names = dict.fromkeys(chain.from_iterable(row.cells for row in found if isinstance(row, Row)))
        taken = _taken(file, list(names), found)
        return Table(len(found), [Unit(str(file.path), file.name, WHOLE, 0, 0, 0, taken)], [])
    return _cut_lines(file)


def _cut_lines(file: File) -> Table:
    """One pass over the lines: which columns there are, and where every so many lines begin."""
    names: dict[str, None] = {}
    broken: list[Row | Problem] = []
    marks, at, number = [(0, 0)], 0, 0
    with _opened(file) as stream:
        for number, line in enumerate(stream, 1):
            at += len(line)
            found = _line(file, number, line)
            names |= dict.fromkeys(found.cells if isinstance(found, Row) else ())
            broken += [found] if isinstance(found, Problem) else []
            if number % BATCH == 0:
                marks.append((at, number))
    taken = _taken(file, list(names), broken)
    marks = [*marks[:: _step(number) // BATCH], (at, number)]
    units = [
        Unit(str(file.path), file.name, BYTES, begin, end, first, taken)
        for (begin, first), (end, _) in pairwise(marks)
        if end > begin
    ]
    return Table(number, units, [])


def _jsonl_rows(unit: Unit) -> Iterator[Row | Problem]:
    with _opened(unit.file) as stream:
        stream.seek(unit.begin)
        at, number = unit.begin, unit.first
        while at < unit.end:
            line = stream.readline()
            at, number = at + len(line), number + 1
            if found := _line(unit.file, number, line):
                yield found


def data(unit: Unit) -> bytes:
    """The bytes of a unit of a JSONL file."""
    with _opened(unit.file) as stream:
        stream.seek(unit.begin)
        found: bytes = stream.read(unit.end - unit.begin)
    return found


def _line(file: File, number: int, line: bytes) -> Row | Problem | None:
    text = line.removesuffix(b"\n").decode("utf-8", "surrogateescape")
    return _rows._object(file, number, text) if text.strip() else None


def _opened(file: File) -> Any:
    try:
        return file.path.open("rb")
    except OSError as error:
        raise Refused(f"cannot be read: {error.strerror or error}", "Mend or remove it.") from None


def _taken(file: File, names: Sequence[str], found: Iterable[Row | Problem]) -> tuple[tuple[str, str], ...]:
    taken = columns(names)
    if "text" not in taken:
        raise _tables._no_text(file, list(names), found)
    return tuple(taken.items())
