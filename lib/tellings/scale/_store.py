"""The store: a folder of Parquet files, each whole or not there, each known by its name to be what was written.

    STORE/tellings-store.json                        the mark of a store
    STORE/covers/COVER                               the texts of a part: their SHA-256 one after another
    STORE/READER/KEY/part-COVER-DIGEST.parquet       what a reader found in those texts
    STORE/READER/KEY/key.json                        what the key stands for
    STORE/contrast_NAME/KEY/part-….parquet           what is counted in a block of articles
    STORE/picked_READER/KEY/part-….parquet           the rows of a sample's articles, out of all parts
    STORE/articles/SOURCE/…                          the articles of a table on disk, as loaded

The digest of a file's bytes is in its name, so that a file cut short or spoilt is noticed, and two processes
that write the same part write the same file.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from tellings._handover import STORE
from tellings.errors import ScaleError
from tellings.scale import _files
from tellings.scale._versions import digest

MARK = "tellings-store.json"
COVERS, ARTICLES = "covers", "articles"
HASH = 32  # bytes of a SHA-256
_GROUP = 1 << 14  # rows of a row group: some articles can be had without the rest of their part
_HEX = "[0-9a-f]{20}"
_PART = re.compile(rf"part-({_HEX})-{_HEX}\.parquet")
_OWN = re.compile(
    rf"{re.escape(MARK)}|{COVERS}/{_HEX}|{ARTICLES}/{_HEX}/[a-z]+(?:-\d+)?-{_HEX}\.(?:parquet|json)"
    rf"|[a-z_]+/{_HEX}/(?:part-{_HEX}-{_HEX}\.parquet|key\.json)"
    rf"|(?:[a-z_]+/(?:{_HEX}/)?)?{re.escape(_files.TEMPORARY)}\w+"
)
_SAYS = {"what": "tables of what Tellings' readers found in articles; made anew where missing"}


@dataclass(frozen=True)
class Part:
    """A file of a reader's rows, and the name of the texts that it covers."""

    path: Path
    cover: str


@dataclass(frozen=True, repr=False)
class Store:
    """A folder in which what readers found is kept; :func:`open_store` opens or makes one.

    >>> import tempfile, tellings as tl
    >>> folder = tempfile.TemporaryDirectory()
    >>> store = tl.scale.open_store(folder.name)
    >>> store.parts("quotes", "any")
    []
    """

    folder: Path

    @property
    def size(self) -> int:
        """Bytes of everything in it."""
        return sum(_size(path) for path in self.own())

    def parts(self, reader: str, key: str) -> list[Part]:
        """The parts there are of a reader's tables under a key, by name."""
        folder = self.folder / reader / key
        names = sorted(os.listdir(folder)) if folder.is_dir() else []
        matches = [_PART.fullmatch(name) for name in names]
        return [Part(folder / match[0], match[1]) for match in matches if match]

    def covered(self, cover: str) -> list[bytes] | None:
        """The hashes of the texts of a cover, in order; None where that file is gone or spoilt."""
        try:
            data = (self.folder / COVERS / cover).read_bytes()
        except OSError:
            return None
        if digest(data) != cover:
            return None
        return [data[begin : begin + HASH] for begin in range(0, len(data), HASH)]

    def cover(self, hashes: Sequence[bytes]) -> str:
        """The name of these texts together; which they are is written down under it."""
        data = b"".join(hashes)
        name = digest(data)
        if self.covered(name) is None:
            _files.write(self.folder / COVERS / name, data)
        return name

    def put(self, reader: str, key: str, cover: str, table: pa.Table) -> Part:
        """Write what a reader found in the texts of a cover."""
        folder = self.folder / reader / key
        return Part(
            _files.write_named(folder, f"part-{cover}", ".parquet", _files.as_parquet(table, group=_GROUP)),
            cover,
        )

    def explain(self, reader: str, key: str, depends: Mapping[str, str]) -> None:
        """Write down, for people, what a key stands for."""
        path = self.folder / reader / key / "key.json"
        if not path.is_file():
            _files.write(path, _json(depends))

    def own(self) -> Iterator[Path]:
        """The files it knows as its own."""
        for folder, _, names in os.walk(self.folder):
            for name in names:
                path = Path(folder, name)
                if _OWN.fullmatch(path.relative_to(self.folder).as_posix()):
                    yield path

    def tables(self) -> dict[str, tuple[int, int]]:
        """Files and bytes of each folder of the store: of each reader's tables, and of the articles."""
        found: dict[str, tuple[int, int]] = {}
        for path in self.own():
            name = path.relative_to(self.folder).parts[0]
            files, size = found.get(name, (0, 0))
            found[name] = files + 1, size + _size(path)
        return dict(sorted(found.items()))

    def said(self) -> str:
        """What it holds, for people: a line a folder, and its size."""
        rows = [
            f"{name:<22} {files:>8,} files {readable(size):>12}"
            for name, (files, size) in self.tables().items()
        ]
        return "\n".join([*rows, f"{readable(self.size)} in {self.folder}"])

    def cleared(self) -> str:
        """Empty it, and say what that has freed."""
        return f"{readable(self.clear())} freed in {self.folder}"

    def clear(self) -> int:
        """Remove the files it knows as its own, but its mark, and no others; the bytes that this has freed."""
        freed = 0
        for path in [path for path in self.own() if path != self.folder / MARK]:
            freed += _size(path)
            path.unlink(missing_ok=True)
        for folder, _, _ in os.walk(self.folder, topdown=False):
            if not os.listdir(folder) and Path(folder) != self.folder:
                os.rmdir(folder)
        return freed

    def __repr__(self) -> str:
        return f"<Store {self.folder}: {readable(self.size)}>"


def open_store(folder: str | os.PathLike[str] | None = None, *, make: bool = True) -> Store:
    """The store in a folder, made if need be; without a folder the one of :func:`default`.

    Raises :class:`tellings.errors.ScaleError` for a folder that holds other things, or cannot be written.

    >>> import tempfile, tellings as tl
    >>> folder = tempfile.TemporaryDirectory()
    >>> tl.scale.open_store(folder.name).size > 0
    True
    """
    path = Path(os.path.abspath(folder)) if folder else default()
    if not _marked(path):
        if not make:
            raise ScaleError(
                f"There is no store in {path}. `tellings read all PATH --store {path}` makes one."
            )
        _make(path)
    _files.sweep(path)
    return Store(path)


def _marked(path: Path) -> bool:
    try:
        return (path / MARK).is_file()
    except (OSError, ValueError) as error:  # a name too long, or with a NUL in it
        said = getattr(error, "strerror", None) or error
        raise ScaleError(f"{str(path)[:200]!r} cannot be a store: {said}. Give another folder.") from None


def default() -> Path:
    """Where a store lies unless told otherwise: ``TELLINGS_STORE``, or the user's folder for caches.

    Where there is no home, it is a folder of the user's own among the temporary files.
    """
    if os.environ.get(STORE):
        return Path(os.path.abspath(os.environ[STORE]))
    try:
        return _caches() / "tellings"
    except RuntimeError:
        return Path(tempfile.gettempdir(), f"tellings-{os.getuid() if hasattr(os, 'getuid') else 'store'}")


def readable(size: int) -> str:
    """A number of bytes as people read it.

    >>> readable(0), readable(1_234_567)
    ('0 bytes', '1.2 MB')
    """
    if size < 1000:
        return f"{size} bytes"
    value = float(size)
    for unit in ("kB", "MB", "GB"):
        value /= 1000
        if value < 999.95:
            return f"{value:.1f} {unit}"
    return f"{value / 1000:.1f} TB"


def _caches() -> Path:
    if sys.platform == "win32" and os.environ.get("LOCALAPPDATA"):
        return Path(os.environ["LOCALAPPDATA"])
    if os.path.isabs(os.environ.get("XDG_CACHE_HOME", "")):
        return Path(os.environ["XDG_CACHE_HOME"])
    home = Path.home()
    if not home.is_dir():
        raise RuntimeError("no home")
    return home / ("Library/Caches" if sys.platform == "darwin" else ".cache")


def _make(path: Path) -> None:
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        others = [
            name for name in os.listdir(path) if not _OWN.fullmatch(name) and name not in (COVERS, ARTICLES)
        ]
    except OSError as error:
        raise ScaleError(f"No store can be made at {path}: {error.strerror or error}.") from None
    if others:
        raise ScaleError(
            f"{path} is not a store, and holds other things ({others[0]}). Give an empty folder, or a new one."
        )
    _files.write(path / MARK, _json(_SAYS))


def _json(found: Mapping[str, str]) -> bytes:
    return (json.dumps(found, indent=1, sort_keys=True) + "\n").encode()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
