"""Files that are whole or not there: written under another name, flushed to the disk, renamed."""

from __future__ import annotations

import contextlib
import os
import tempfile
import time
from functools import lru_cache
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from tellings.errors import ScaleError
from tellings.scale._versions import digest

LEVEL = 3  # of zstd: higher is slower to write and hardly smaller
TEMPORARY = ".writing-"
_KNOWN = 1 << 16  # files that a process remembers having looked at
STALE = 24 * 3600  # seconds after which nobody writes a file any more


def write(path: Path, data: bytes) -> Path:
    """Write a file, whole or not at all, also when the power fails; whether its name is there then is the system's."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(prefix=TEMPORARY, dir=path.parent)
        try:
            with os.fdopen(number, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, path)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(name)
            raise
    except OSError as error:
        raise ScaleError(f"{path.parent} cannot be written: {error.strerror or error}. {_ADVICE}") from None
    return path


_ADVICE = "Make room there, or give another folder for the store."


def write_named(folder: Path, stem: str, ending: str, data: bytes) -> Path:
    """Write a file that bears the digest of its bytes in its name."""
    return write(folder / f"{stem}-{digest(data)}{ending}", data)


def as_parquet(table: pa.Table, *, group: int | None = None) -> bytes:
    """A table as the bytes of a Parquet file; the same table gives the same bytes."""
    sink = pa.BufferOutputStream()
    parquet.write_table(table, sink, row_group_size=group, compression="zstd", compression_level=LEVEL)
    return bytes(sink.getvalue())


def sound(path: Path) -> bool:
    """Whether a file is what was written under its name: the digest in it is that of its bytes.

    A process looks at a file once, and again when its size or its time has changed.
    """
    try:
        now = path.stat()
        return _sound(str(path), now.st_size, now.st_mtime_ns)
    except OSError:
        return False


@lru_cache(_KNOWN)
def _sound(path: str, size: int, changed: int) -> bool:
    file = Path(path)
    return file.stem.rpartition("-")[2] == digest(file.read_bytes())


def sweep(folder: Path) -> None:
    """Remove what was being written when a process was killed, a day ago or more."""
    for path in folder.rglob(f"{TEMPORARY}*"):
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > STALE:
                path.unlink()
