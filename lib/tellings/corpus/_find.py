"""What there is to load under the paths given: texts, tables, metadata, and what cannot be one of them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tellings.corpus._names import printable
from tellings.corpus._types import Problem, Refused
from tellings.errors import InputError

METADATA = "metadata.csv"
TABLES = (".jsonl", ".ndjson", ".csv", ".tsv", ".parquet")
MEANT = (
    ".text",
    ".html",
    ".htm",
    ".md",
    ".pdf",
    ".doc",
    ".docx",
    ".odt",
    ".rtf",
    ".json",
    ".xml",
    ".gz",
    ".zip",
)
"""Endings that an article might have in a folder of texts: such files are listed, others are not."""

_ABOUT_THE_FOLDER = {
    "readme",
    "license",
    "licence",
    "copying",
    "changelog",
    "notes",
    "contributing",
    "method",
}
_TAKES = "A path may be a folder of .txt files, a .txt file, or a .jsonl, .csv or .parquet table."


class File(NamedTuple):
    """A file to read, and its name relative to what was given."""

    path: Path
    name: str


@dataclass
class Found:
    """The files under the paths, by what they are for."""

    texts: list[File] = field(default_factory=list)
    tables: list[File] = field(default_factory=list)
    csvs: list[File] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def find(paths: Sequence[Path]) -> Found:
    """Everything under the paths, in the order of names; a path that is not there is an :class:`InputError`."""
    found, seen = Found(), set()
    modes = [_mode(path) for path in paths]
    base = _base(paths)
    for path, mode in zip(paths, modes, strict=True):
        for file in _files(path, mode, base, found):
            key = os.path.realpath(file.path.parent), file.path.name
            if key in seen:
                found.problems.append(Problem(file.name, "given twice", "Loaded once; give each path once."))
                continue
            seen.add(key)
            _sort_in(file, found, given=file.path == path)
    for files in (found.texts, found.csvs):
        files.sort(key=lambda file: file.name.split("/"))
    _list_meant(found)
    return found


def _base(paths: Sequence[Path]) -> str:
    """The folder that names are relative to, so that they do not depend on where on a machine it lies."""
    try:
        homes = [os.path.abspath(path if path.is_dir() else path.parent) for path in paths]
        return os.path.commonpath(homes)
    except ValueError:  # different drives
        return ""
    except FileNotFoundError:
        raise InputError("The working directory is gone. Change into one that exists.") from None


def _relative(path: Path, base: str) -> str:
    name = os.path.relpath(os.path.abspath(path), base) if base else path.name
    # By its bytes, so that a name is the same under every locale.
    return printable(os.fsencode(name.replace(os.sep, "/")).decode("utf-8", "surrogateescape"))


def _files(path: Path, mode: int, base: str, found: Found) -> Iterator[File]:
    if stat.S_ISDIR(mode):
        yield from _walk(path, base, found)
    elif stat.S_ISREG(mode):
        yield File(path, _relative(path, base))
    else:
        raise InputError(f"{printable(str(path))} is not a file or a folder but {_kind(mode)}. {_TAKES}")


def _mode(path: Path) -> int:
    shown = printable(str(path))
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        if path.is_symlink():
            raise InputError(
                f"{shown} is a link to something that is not there. Mend or remove it."
            ) from None
        raise InputError(f"{shown} does not exist. Check the spelling; you are in {_here()}.") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{shown} cannot be opened: {_said(error)}. {_TAKES}") from None


def _here() -> str:
    try:
        return printable(os.getcwd())
    except FileNotFoundError:
        return "a folder that is gone"


def _walk(top: Path, base: str, found: Found) -> Iterator[File]:
    """Every file below a folder. Links to folders are listed, not followed: they may lead round in a circle."""
    folders = [top]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as entries:
                here = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            reason = f"folder cannot be read: {_said(error)}"
            found.problems.append(Problem(_relative(folder, base), reason, _advice(error)))
            continue
        for entry in here:
            path = Path(entry.path)
            if entry.is_dir(follow_symlinks=False):
                folders += [] if entry.name.startswith(".") else [path]
            if problem := _no_file(entry, path):
                found.problems.append(Problem(_relative(path, base), *problem))
            elif not entry.is_dir(follow_symlinks=False):
                yield File(path, _relative(path, base))


def _no_file(entry: os.DirEntry[str], path: Path) -> tuple[str, str] | None:
    """What is wrong with a folder that bears a text's name, or with a link to a folder."""
    if entry.is_dir(follow_symlinks=False):
        return ("a folder, not a file", "Rename it.") if path.suffix.lower() == ".txt" else None
    if entry.is_symlink() and path.is_dir():
        return "a link to a folder, not followed", "Give the folder it leads to as a path of its own."
    return None


def _sort_in(file: File, found: Found, *, given: bool) -> None:
    ending = file.path.suffix.lower()
    if ending == ".txt":
        if file.path.name.startswith(".") and not given:
            advice = "Rename the file so that it does not begin with a dot."
            found.problems.append(Problem(file.name, "a hidden file", advice))
        else:
            found.texts.append(file)
    elif given and ending in TABLES and file.path.name.lower() != METADATA:
        found.tables.append(file)
    elif ending in (".csv", ".tsv") and not file.path.name.startswith("."):
        found.csvs.append(file)
    elif given:
        raise InputError(f"{file.name} is not of a kind that can be loaded. {_TAKES}")
    else:
        found.problems.extend(_meant(file))


def _meant(file: File) -> Iterator[Problem]:
    ending = file.path.suffix.lower()
    if file.path.name.startswith(".") or file.path.stem.lower() in _ABOUT_THE_FOLDER:
        return
    if ending in TABLES:
        yield in_folder(file)
    elif ending in MEANT:
        advice = "Save the article as plain text with the ending .txt, or move the file elsewhere."
        yield Problem(file.name, f"not a .txt file ({ending})", advice)


def in_folder(file: File) -> Problem:
    """How a table that lies in a folder of texts is listed."""
    return Problem(file.name, "a table inside a folder of texts", "To load it, give its own path.")


def _list_meant(found: Found) -> None:
    """Leaves out what was only kept beside a text: ``a.html`` where there is ``a.txt``."""
    texts = {file.name.rpartition(".")[0] for file in found.texts}
    found.problems = [
        problem
        for problem in found.problems
        if not (problem.reason.startswith("not a .txt file") and problem.file.rpartition(".")[0] in texts)
    ]


def read_bytes(path: Path, *, max_bytes: int | None) -> bytes:
    """The bytes of a file; :class:`Refused` where it is no file, cannot be read or is larger than that.

    Opened without waiting, so that a pipe that nobody writes to does not hang the load.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        if not stat.S_ISREG(mode := path.stat().st_mode):
            raise Refused(f"not a file but {_kind(mode)}", "Remove it from the folder.")
        with os.fdopen(os.open(path, flags), "rb") as handle:
            data = handle.read() if max_bytes is None else handle.read(max_bytes + 1)
    except (OSError, ValueError) as error:
        raise Refused(f"cannot be read: {_said(error)}", _advice(error)) from None
    if max_bytes is not None and len(data) > max_bytes:
        advice = "Check that it is one article; max_bytes= of tellings.load allows more."
        raise Refused(f"larger than {max_bytes:,} bytes", advice)
    return data


def _said(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def _advice(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "Give yourself the right to read it (chmod u+r)."
    return "Mend or remove it."


def _kind(mode: int) -> str:
    kinds = {
        stat.S_IFDIR: "a folder",
        stat.S_IFIFO: "a pipe",
        stat.S_IFSOCK: "a socket",
        stat.S_IFCHR: "a device",
        stat.S_IFBLK: "a device",
    }
    return kinds.get(stat.S_IFMT(mode), "something else")
