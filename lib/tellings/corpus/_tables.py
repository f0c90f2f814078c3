"""Tables of articles: JSONL, CSV and Parquet rows to sources."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Any

from tellings.corpus import _decode
from tellings.corpus._columns import FIELDS, columns
from tellings.corpus._find import File
from tellings.corpus._names import printable
from tellings.corpus._rows import Row, csv_rows, jsonl_rows
from tellings.corpus._types import Note, Problem, Refused, Source
from tellings.errors import InputError

BATCH = 256
LONGEST_CELL = 2_000
"""Characters kept of a title, an address or an outlet's name."""
_ADVICE = "Mend the row, or leave it out."


def sources(file: File) -> Iterator[Source | Problem]:
    """The articles of a table; :class:`InputError` where no column holds text, a Problem where it is no table."""
    try:
        names, rows = _rows(file)
        taken = columns(names)
        if "text" not in taken:
            raise _no_text(file, names, rows)
        empty = True
        for row in rows:
            empty = False
            yield _source(file, row, taken)
        if empty:
            yield no_rows(file)
    except Refused as refused:
        yield Problem(file.name, refused.reason, refused.advice)


def no_rows(file: File) -> Problem:
    """How a table that names its columns and has no row is listed."""
    return Problem(file.name, "no row below its header", "Export the table again, or leave it out.")


def _rows(file: File) -> tuple[list[str], Iterable[Row | Problem]]:
    ending = file.path.suffix.lower()
    if ending == ".parquet":
        return _parquet_rows(file)
    if ending in (".csv", ".tsv"):
        return csv_rows(file)
    rows = jsonl_rows(file)
    return list(dict.fromkeys(name for row in rows if isinstance(row, Row) for name in row.cells)), rows


def _parquet_rows(file: File) -> tuple[list[str], Iterator[Row | Problem]]:
    from pyarrow import parquet

    try:
        table = parquet.ParquetFile(file.path)
        names = list(table.schema_arrow.names)
    except _broken_table() as error:
        advice = "Copy or export the table again."
        raise Refused(f"not a Parquet table, or cut short ({_first_line(error)})", advice) from None
    return names, _batches(file, table, list(columns(names).values()))


def _batches(file: File, table: Any, wanted: list[str]) -> Iterator[Row | Problem]:
    """The rows of each row group; a group that is spoilt is listed from where it fails, and the next goes on."""
    begin = 0
    for group in range(table.num_row_groups):
        number, end = begin, begin + table.metadata.row_group(group).num_rows
        try:
            for batch in table.iter_batches(batch_size=BATCH, row_groups=[group], columns=wanted):
                for cells in _cells(batch):
                    number += 1
                    yield Row(number, cells)
        except _broken_table() as error:
            where = f"{file.name}, rows {number + 1} to {end}"
            yield Problem(where, f"cannot be read ({_first_line(error)})", "Copy or export the table again.")
        begin = end


def _cells(batch: Any) -> list[dict[str, Any]]:
    """Rows of a batch; text that is not the UTF-8 it should be is left as bytes, to be decoded by itself."""
    import pyarrow

    try:
        return list(batch.to_pylist())
    except UnicodeDecodeError:
        columns = [
            column.cast(pyarrow.binary()) if pyarrow.types.is_string(column.type) else column
            for column in batch.columns
        ]
        return list(pyarrow.RecordBatch.from_arrays(columns, names=batch.schema.names).to_pylist())


def _broken_table() -> tuple[type[Exception], ...]:
    import pyarrow

    return pyarrow.ArrowException, OSError, ValueError, OverflowError


def _first_line(error: Exception) -> str:
    return printable(str(error).partition("\n")[0][:120])


def _no_text(file: File, names: list[str], rows: Iterable[Row | Problem]) -> InputError:
    broken = [row for row in rows if isinstance(row, Problem)]
    has = ", ".join(repr(printable(name[:40])) for name in names[:12]) or "none that can be read"
    also = f" {len(broken)} rows are broken, the first: {broken[0].reason}." if broken else ""
    return InputError(
        f"{file.name} has no column for the text of the articles; its columns are {has}.{also} "
        f"Name one of them 'text' in the table's first line (also taken: {', '.join(FIELDS['text'][1:6])})."
    )


def _source(file: File, row: Row | Problem, taken: dict[str, str]) -> Source | Problem:
    if isinstance(row, Problem):
        return row
    where = f"{file.name}, row {row.number}"
    try:
        raw, encoding, notes = _text(row.cells.get(taken["text"]))
    except Refused as refused:
        return Problem(where, refused.reason, refused.advice)
    cells = {field: cell(row.cells.get(name)) for field, name in taken.items() if field != "text"}
    fields = {field: said for field, said in cells.items() if said}
    if taken["text"] != "text":
        notes = (Note("column", f"text taken from column {printable(taken['text'])!r}"), *notes)
    return Source(file.name, raw, row.number, fields, notes, encoding)


def _text(found: object) -> tuple[str, str, tuple[Note, ...]]:
    """A cell's text, with the encoding of its bytes where they were not UTF-8."""
    if found is None or (isinstance(found, float) and math.isnan(found)):
        raise Refused("no text", _ADVICE)
    if isinstance(found, bytes):
        decoded = _decode.decode(found)
        return decoded.text, decoded.encoding, decoded.notes
    if isinstance(found, str):
        return found, "utf-8", ()
    raise Refused(f"its text is of the kind {type(found).__name__}, not text", _ADVICE)


def cell(found: object) -> str:
    """A cell as one line of text; empty where there is nothing in it, or what is no single value."""
    if found is None or isinstance(found, (list, dict)) or (isinstance(found, float) and math.isnan(found)):
        return ""
    if isinstance(found, bytes):
        found = _decode.mend(found.decode("utf-8", "surrogateescape"))
    if isinstance(found, float) and found.is_integer():
        found = int(found)
    return printable(" ".join(str(found).replace("\0", "").split()))[:LONGEST_CELL]
