"""Files that are whole or not there, in a folder that one run at a time writes to."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tellings.errors import ReportError

RECORD = "run.json"
# The names a run gives; nothing else in the folder is ever written over or taken away.
_OURS = re.compile(
    r"(?:[a-z0-9-]+\.html|tables/[a-z0-9-]+\.csv|spans/[a-z-]+\.parquet|notebooks/[^/\\\x00]+\.ipynb|run\.json|ro-crate-metadata\.json)"
)
_TEMPORARY = ".tellings-"


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """The folder, made if need be and held for this run alone.

    Raises :class:`tellings.errors.ReportError` where it cannot be made or written to, or where another run
    holds it. A run that is killed lets go of it.
    """
    with _as_report_error(out):
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=out, prefix=_TEMPORARY):
            pass
    with _lock(out):
        yield


def write(out: Path, files: Mapping[str, str | bytes]) -> list[Path]:
    """Write the files into the folder, each whole or not at all, and take away what an earlier run left.

    A file of an earlier run that this one does not make goes, unless its bytes have changed since: then it is
    somebody's. ``run.json`` is the record by which the next run knows; ``index.html`` comes last of all.
    """
    data = encoded(files)
    before = _record(out)
    with _as_report_error(out):
        for stray in [*out.glob(f"{_TEMPORARY}*"), *out.glob(f"*/{_TEMPORARY}*")]:
            stray.unlink(missing_ok=True)
        for name, content in data.items():
            _replace(out / name, content)
        _remove_stale(out, {name: digest for name, digest in before.items() if name not in files})
    return [out / name for name in files]


def encoded(files: Mapping[str, str | bytes]) -> dict[str, bytes]:
    """The bytes of each file as they will be written."""
    return {
        name: given if isinstance(given, bytes) else given.encode("utf-8", "replace")
        for name, given in files.items()
    }


def digests(files: Mapping[str, str | bytes]) -> dict[str, str]:
    """The SHA-256 of each file as it will be written."""
    return {name: hashlib.sha256(data).hexdigest() for name, data in encoded(files).items()}


def _replace(path: Path, data: bytes) -> None:
    """Write beside, then rename over: a reader of the path sees the old file or the new one."""
    path.parent.mkdir(exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=_TEMPORARY)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(beside, 0o666 & ~_umask())
        os.replace(beside, path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _record(out: Path) -> dict[str, str]:
    try:
        outputs = json.loads((out / RECORD).read_text(encoding="utf-8"))["outputs"]
        return {str(name): str(digest) for name, digest in outputs.items() if _OURS.fullmatch(str(name))}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _remove_stale(out: Path, stale: Mapping[str, str]) -> None:
    for name, digest in stale.items():
        path = out / name
        if (
            path.is_file()
            and not path.is_symlink()
            and hashlib.sha256(path.read_bytes()).hexdigest() == digest
        ):
            path.unlink()


@contextmanager
def _as_report_error(out: Path) -> Iterator[None]:
    try:
        yield
    except (FileExistsError, NotADirectoryError):
        raise ReportError(f"{out} is not a folder. Give a folder for the reports with --out.") from None
    except OSError as error:
        raise ReportError(
            f"Cannot write to {out}: {error.strerror}. Give another folder with --out."
        ) from None


@contextmanager
def _lock(out: Path) -> Iterator[None]:
    """Hold the folder itself, so that no lock file is left behind; where a system cannot, go on without."""
    try:
        import fcntl

        handle = os.open(out, os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        with contextlib.suppress(OSError):
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise ReportError(
                    f"Another run is writing to {out}. Wait for it, or give another --out."
                ) from None
        yield
    finally:
        os.close(handle)
