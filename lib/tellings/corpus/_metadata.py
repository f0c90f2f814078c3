"""Metadata: a CSV that says of each file which outlet printed it, under what title, when and where."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from tellings.corpus._columns import columns
from tellings.corpus._find import METADATA, File, Found, in_folder
from tellings.corpus._names import printable
from tellings.corpus._rows import Row, csv_rows
from tellings.corpus._tables import cell
from tellings.corpus._types import Note, Problem, Refused
from tellings.errors import InputError

WITHOUT_TEXT = ("file", "outlet", "title", "date", "url", "language")
_FILE_COLUMNS = {"file", "filename", "file_name"}


@dataclass
class Metadata:
    """The fields of each file by its name, and what was odd about the table they came from."""

    fields: dict[str, dict[str, str]] = field(default_factory=dict)
    oddities: list[Note] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)


def beside(found: Found) -> Metadata:
    """What the CSVs in the folders given say: ``metadata.csv``, or a folder's only one with a column ``file``."""
    metadata = Metadata()
    folders: dict[str, list[tuple[File, list[str], list[Row | Problem]]]] = {}
    for file in found.csvs:
        folder = file.name.rpartition("/")[0]
        try:
            folders.setdefault(folder, []).append((file, *csv_rows(file)))
        except Refused as refused:
            metadata.oddities.append(Note("metadata", f"{file.name}: {refused.reason}. {refused.advice}"))
    for folder, tables in folders.items():
        chosen = _chosen(tables, found, metadata)
        if chosen:
            file, header, rows = chosen
            inside = [
                text.name for text in found.texts if text.name.startswith(folder + "/" if folder else "")
            ]
            metadata.sources.append(file.name)
            _add(metadata, file.name, folder, _described(header, rows, file.name, metadata), inside)
    return metadata


def _chosen(
    tables: Sequence[tuple[File, list[str], list[Row | Problem]]], found: Found, metadata: Metadata
) -> tuple[File, list[str], list[Row | Problem]] | None:
    """The table of a folder that describes its texts; tables of articles among them are listed."""
    fit = []
    for table in tables:
        file, header, _ = table
        if "text" in columns(name for name in header if name.lower() != "article"):
            found.problems.append(in_folder(file))
        elif _FILE_COLUMNS & {name.lower() for name in header}:
            fit.append(table)
        elif file.path.name.lower() == METADATA:
            metadata.oddities.append(Note("metadata", f"{file.name} has no column 'file' and was not used"))
    named = [table for table in fit if table[0].path.name.lower() == METADATA]
    if len(fit) > 1 and not named:
        names = ", ".join(table[0].name for table in fit)
        metadata.oddities.append(
            Note("metadata", f"{names} all have a column 'file'; none was used: name one {METADATA}")
        )
    return named[0] if named else fit[0] if len(fit) == 1 else None


def given(source: File | pd.DataFrame, names: Sequence[str]) -> Metadata:
    """What the metadata handed to ``load`` says; :class:`InputError` where it has no column for the file."""
    metadata = Metadata()
    if isinstance(source, pd.DataFrame):
        label, header = "metadata", [str(name) for name in source.columns]
        cells = source.astype(object).where(source.notna(), None).to_numpy().tolist()
        rows: list[Row | Problem] = [
            Row(i, dict(zip(header, row, strict=True))) for i, row in enumerate(cells, 1)
        ]
    else:
        label = source.name
        try:
            header, rows = csv_rows(source)
        except Refused as refused:
            raise InputError(f"{label} cannot be read: {refused.reason}. {refused.advice}") from None
    if "file" not in columns(header):
        raise InputError(
            f"{label} has no column 'file' to say which article a row is about; its columns are "
            f"{', '.join(map(repr, header[:12])) or 'none'}. Columns it may have: {', '.join(WITHOUT_TEXT)}."
        )
    metadata.sources.append(label)
    _add(metadata, label, "", _described(header, rows, label, metadata), names)
    return metadata


def _described(
    header: Iterable[str], rows: Iterable[Row | Problem], label: str, metadata: Metadata
) -> list[tuple[int, dict[str, str]]]:
    taken = columns(header)
    described = []
    for row in rows:
        if isinstance(row, Problem):
            metadata.oddities.append(Note("metadata", f"{row.file}: {row.reason}"))
        else:
            fields = {name: cell(row.cells.get(column)) for name, column in taken.items()}
            described.append((row.number, {name: said for name, said in fields.items() if said}))
    return described


def _add(
    metadata: Metadata,
    label: str,
    folder: str,
    described: Sequence[tuple[int, dict[str, str]]],
    names: Sequence[str],
) -> None:
    index = _index(names, folder)
    for number, fields in described:
        where, wanted = f"{label}, row {number}", fields.pop("file", "")
        matches = _matches(index, wanted) if wanted else []
        if len(matches) != 1:
            what = "names no file" if not wanted else f"names {printable(wanted)}, which "
            what += "" if not wanted else "is not there" if not matches else "is the name of several files"
            metadata.oddities.append(Note("metadata", f"{where} {what}; the row was not used"))
        elif matches[0] in metadata.fields:
            metadata.oddities.append(
                Note("metadata", f"{where} names {matches[0]} again; the first row counts")
            )
        else:
            metadata.fields[matches[0]] = fields


def _index(names: Sequence[str], folder: str) -> Mapping[str, list[str]]:
    """The files by every name a row may call them: path, bare name, with and without ending, in any case."""
    index: dict[str, list[str]] = {}
    for name in names:
        local = name.removeprefix(folder + "/") if folder else name
        bare = local.rpartition("/")[2]
        called = {form for each in (local, bare) for form in (each, each.rpartition(".")[0])}
        for form in {*called, *(_plain(form) for form in called)}:
            index.setdefault(form, []).append(name)
    return index


def _matches(index: Mapping[str, list[str]], wanted: str) -> list[str]:
    """The files a row means: by its whole path first, then by ever shorter ends of it, as on another machine."""
    parts = [part for part in wanted.replace("\\", "/").split("/") if part not in ("", ".")]
    for i in range(len(parts)):
        tail = "/".join(parts[i:])
        for form in (tail, _plain(tail)):
            if form in index:
                return list(dict.fromkeys(index[form]))
    return []


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
