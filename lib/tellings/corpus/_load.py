"""The front door: paths in, a corpus out."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pandas as pd

from tellings.corpus import _metadata, _tables
from tellings.corpus._account import balanced
from tellings.corpus._assemble import assemble
from tellings.corpus._clean import clean
from tellings.corpus._corpus import Corpus
from tellings.corpus._decode import decode
from tellings.corpus._find import File, Found, find, read_bytes
from tellings.corpus._metadata import Metadata
from tellings.corpus._names import printable
from tellings.corpus._types import Article, Problem, Refused, Source
from tellings.errors import InputError

MAX_BYTES = 10_000_000
"""The largest article taken unless told otherwise: ten million bytes, some twenty novels."""

AnyPath = str | os.PathLike[str]


def load(
    paths: AnyPath | Iterable[AnyPath],
    *,
    metadata: AnyPath | pd.DataFrame | None = None,
    max_bytes: int = MAX_BYTES,
) -> Corpus:
    """Loads articles, each in one form, with what was decided, doubted and refused on the way.

    ``paths`` is a folder of ``.txt`` files (nested too), a ``.txt`` file, a ``.jsonl``, ``.csv`` or ``.parquet``
    table with a column for the text (``text``, ``body``, ``content``, ``article``, ``maintext`` …), or several
    of these. ``metadata`` says of each file what is known of it: a CSV or a DataFrame with the columns ``file,
    outlet, title, date, url, language``, all but the first optional; without it ``metadata.csv`` in the folder
    is taken, or the folder's only CSV with a column ``file``. A table's own columns serve in the same way. A
    file or row of which no outlet is known is its own outlet, under the shortest clear name. Articles of more
    than ``max_bytes`` are refused.

    Texts are decoded (UTF-8, UTF-16, Windows-1252, others by charset-normalizer's finding), mojibake is
    repaired, new lines become ``"\\n"``, Unicode NFC, control characters ``�``, and lines that were broken at a
    column are joined. All offsets anywhere point into the text after that. What was done is in
    ``corpus.articles["notes"]``; what deserves doubt is in ``corpus.warnings``; a file that could not be loaded
    is in ``corpus.problems``. Nothing is dropped silently.

    Raises :class:`tellings.errors.InputError` for a path that is not there, an empty folder, a table without a
    column for the text, and where no article at all could be loaded.

    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = pathlib.Path(folder, "the-sun.txt").write_bytes("He said “no”.".encode("cp1252"))
    ...     corpus = load(folder)
    >>> corpus
    <Corpus: 1 article, 1 outlet, 2 warnings. Next: tl.read.all(corpus)>
    >>> corpus.text("the-sun")
    'He said “no”.'
    >>> corpus.articles.loc[0, ["outlet", "encoding"]].tolist()
    ['the-sun', 'windows-1252']
    """
    if not isinstance(max_bytes, int) or max_bytes < 1:
        raise InputError(f"max_bytes is a number of bytes from 1 on, not {max_bytes!r}.")
    given = _paths(paths)
    found = find(given)
    described = _described(metadata, found)
    read = list(_read_all(found, max_bytes))
    articles = [item for item in read if isinstance(item, Article)]
    problems = [*found.problems, *(item for item in read if isinstance(item, Problem))]
    problems.sort(key=lambda problem: problem.file.partition(", row")[0])
    if not articles:
        raise InputError(_nothing(given, problems))
    return balanced(assemble(articles, problems, described), found, read)


def _paths(paths: AnyPath | Iterable[AnyPath]) -> list[Path]:
    several = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths) if _is_list(paths) else None
    if several is None or not all(isinstance(path, (str, os.PathLike)) and str(path) for path in several):
        raise InputError(f"Articles are given as a path or a list of paths, not as {type(paths).__name__}.")
    if not several:
        raise InputError(
            "No path was given. Give a folder of .txt files, or a .jsonl, .csv or .parquet table."
        )
    return [_home(Path(path)) for path in several]


def _home(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError:  # no home known; then ~ is a name like any other
        return path


def _is_list(paths: object) -> bool:
    return isinstance(paths, Iterable) and not isinstance(paths, (bytes, dict))


def _described(metadata: AnyPath | pd.DataFrame | None, found: Found) -> Metadata:
    """The metadata given, or else what lies beside the texts."""
    names = [file.name for file in found.texts]
    if isinstance(metadata, pd.DataFrame):
        return _metadata.given(metadata, names)
    if metadata is not None:
        path = _paths(metadata)[0]
        if not path.is_file():
            raise InputError(f"The metadata {printable(str(path))} is not a file that exists.")
        return _metadata.given(File(path, printable(path.name)), names)
    return _metadata.beside(found)


def _read_all(found: Found, max_bytes: int) -> Iterator[Article | Problem]:
    for file in found.texts:
        yield _read_file(file, max_bytes)
    for table in found.tables:
        for source in _tables.sources(table):
            yield source if isinstance(source, Problem) else _read(source, max_bytes)


def _read_file(file: File, max_bytes: int) -> Article | Problem:
    try:
        return _read(Source(file.name, read_bytes(file.path, max_bytes=max_bytes)), max_bytes)
    except Refused as refused:
        return Problem(file.name, refused.reason, refused.advice)


def _read(source: Source, max_bytes: int) -> Article | Problem:
    try:
        return _article(source, max_bytes)
    except Refused as refused:
        return Problem(source.label, refused.reason, refused.advice)


def _article(source: Source, max_bytes: int) -> Article:
    if isinstance(source.raw, bytes):
        raw = source.raw
        text, encoding, notes = decode(raw) if raw else ("", "", ())
    else:
        raw = source.raw.encode("utf-8", "surrogatepass")
        text, encoding, notes = source.raw, source.encoding or "utf-8", source.notes
    if len(raw) > max_bytes:
        raise Refused(f"larger than {max_bytes:,} bytes", "Check that it is one article, or raise max_bytes.")
    text, changes = clean(text)
    if not text.strip():
        what = "only white space" if raw else "empty"
        raise Refused(what, "Put the article's text into it, or remove it.")
    return Article(source, text, hashlib.sha256(raw).hexdigest(), encoding, (*notes, *changes))


def _nothing(given: list[Path], problems: list[Problem]) -> str:
    shown = printable(", ".join(map(str, given)))
    if not problems:
        return (
            f"There is no .txt file in {shown}. Put the articles there, one .txt file each, or name a table."
        )
    listed = "".join(f"\n  {problem.file}: {problem.reason}. {problem.advice}" for problem in problems[:10])
    more = f"\n  … and {len(problems) - 10} more" if len(problems) > 10 else ""
    return f"No article could be loaded from {shown}:{listed}{more}"
