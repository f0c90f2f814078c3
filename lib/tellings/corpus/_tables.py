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
_ADVICE = "Mend the row, or leave it out."


def sources(file: File) -> Iterator[Source | Problem]:
    """The articles of a table; :class:`InputError` where no column holds text, a Problem where it is no table."""
    try:
        names, rows = _rows(file)
        taken = columns(names)
        if "text" not in taken:
            raise _no_text(file, names, rows)
        yield from (_source(file, row, taken) for row in rows)
    except Refused as refused:
        yield Problem(file.name, refused.reason, refused.advice)


def _rows(file: File) -> tuple[list[str], Iterable[Row | Problem]]:
    ending = file.path.suffix.lower()
    if ending == ".parquet":
        return _parquet_rows(file)
    if ending in (".csv", ".tsv"):
        return csv_rows(file)
    rows = jsonl_rows(file)
    return list(dict.fromkeys(name for row in rows if isinstance(row, Row) for name in row.cells)), rows


def _parquet_rows(file: File) -> tuple[list[str], Iterator[Row | Problem]]:
    import pyarrow
    from pyarrow import parquet

    try:
        table = parquet.ParquetFile(file.path)
        names = list(table.schema_arrow.names)
    except (pyarrow.ArrowException, OSError) as error:
        advice = "Copy or export the table again."
        raise Refused(f"not a Parquet table, or cut short ({_first_line(error)})", advice) from None
    return names, _batches(file, table, list(columns(names).values()))


def _batches(file: File, table: Any, wanted: list[str]) -> Iterator[Row | Problem]:
    import pyarrow

    number = 0
    try:
        for batch in table.iter_batches(batch_size=BATCH, columns=wanted):
            for cells in batch.to_pylist():
                number += 1
                yield Row(number, cells)
    except (pyarrow.ArrowException, OSError) as error:
        where = f"{file.name}, rows {number + 1} to {table.metadata.num_rows}"
        yield Problem(where, f"cannot be read ({_first_line(error)})", "Copy or export the table again.")


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
    fields = {field: said for field, name in taken.items() if (said := cell(row.cells.get(name)))}
    fields.pop("text", None)
    if taken["text"] != "text":
        notes = (Note("column", f"text taken from column {printable(taken['text'])!r}"), *notes)
    return Source(file.name, raw, row.number, fields, notes, encoding)


def _text(found: object) -> tuple[str, str, tuple[Note, ...]]:
    """A cell's text, with the encoding of its bytes where they were not UTF-8."""
    if found is None or (isinstance(found, float) and math.isnan(found)):
        raise Refused("no text", _ADVICE)
    if isinstance(found, str) and any("\udc80" <= char <= "\udcff" for char in found):
        found = found.encode("utf-8", "surrogateescape") if _only_escapes(found) else found
    if isinstance(found, bytes):
        decoded = _decode.decode(found)
        return decoded.text, decoded.encoding, decoded.notes
    if isinstance(found, str):
        return found, "utf-8", ()
    raise Refused(f"its text is of the kind {type(found).__name__}, not text", _ADVICE)


def _only_escapes(text: str) -> bool:
    """Whether all surrogates stand for bytes; others come from JSON's own escapes and are dealt with later."""
    return not any("\ud800" <= char <= "\udc7f" or "\udd00" <= char <= "\udfff" for char in text)


def cell(found: object) -> str:
    """A cell as one line of text; empty where there is nothing in it, or what is no single value."""
    if (
        found is None
        or isinstance(found, (list, dict, bytes))
        or (isinstance(found, float) and math.isnan(found))
    ):
        return ""
    text = _decode.mend(str(found)) if not isinstance(found, float) or found % 1 else str(int(found))
    return printable(" ".join(text.replace("\0", "").split()))
