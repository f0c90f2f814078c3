"""What a worker does, wherever it runs: read some texts with some readers, and write what they found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, get_type_hints

import numpy as np
import pyarrow as pa

from tellings.errors import ScaleError
from tellings.read._all import READERS, found_in, uncollected
from tellings.read._all import readers as finders
from tellings.read._document import Document
from tellings.scale import _files, _versions
from tellings.scale._arrow import BULK, Rows, from_bulk, in_bulk, schema
from tellings.scale._articles import Batch
from tellings.scale._loading import text_hash
from tellings.scale._store import Store

SHARED = ("paragraphs", "sentences", "tokens", "frames")
"""What other readers are built on: where it is read many texts at once, they take it from there."""
_AT_ONCE = 50  # texts whose rows are Python objects at a time; after that they are columns


class Task(NamedTuple):
    """Texts to read, the name they have together, and the readers with the keys to write under."""

    store: str
    batch: Batch
    cover: str
    keys: tuple[tuple[str, str], ...]
    codebook: str


class Made(NamedTuple):
    """How many texts were read, the name they have together, and the file of each reader's rows."""

    texts: int
    cover: str
    files: tuple[tuple[str, str], ...]


def make(task: Task) -> Made:
    """Read the texts of a task and write a part a reader."""
    _same_kit(task)
    store, texts = Store(Path(task.store)), task.batch.texts()
    hashes = [text_hash(text) for text in texts]
    cover = store.cover(hashes)
    if cover != task.cover:
        raise ScaleError(
            f"The articles in {store.folder} are not what they were: clear the store and read again."
        )
    keys = dict(task.keys)
    found = tables(texts, [each.hex() for each in hashes], list(keys), task.codebook)
    parts = [(reader, store.put(reader, keys[reader], cover, table)) for reader, table in found]
    return Made(len(texts), cover, tuple((reader, str(part.path)) for reader, part in parts))


def tables(
    texts: Sequence[str], hashes: Sequence[str], readers: Sequence[str], codebook: str
) -> Iterator[tuple[str, pa.Table]]:
    """What each reader finds in the texts, in their order."""
    quick = [reader for reader in readers if reader in in_bulk()]
    slow = [reader for reader in readers if reader not in quick]
    known = _bulk(texts, {*quick, *(in_bulk() & set(SHARED) if slow else ())}, codebook)
    yield from ((reader, from_bulk(reader, known[reader], hashes)) for reader in quick)
    made: dict[str, list[pa.Table]] = {reader: [schema(reader).empty_table()] for reader in slow}
    for begin in range(0, len(texts) if slow else 0, _AT_ONCE):
        part = slice(begin, begin + _AT_ONCE)
        with uncollected():
            shared = {reader: _rows(reader, known[reader], begin) for reader in SHARED if reader in known}
            found = _one_by_one(texts[part], slow, shared, codebook)
        for reader, rows in found.items():
            made[reader].append(rows.table(hashes[part]))
    for reader, parts in made.items():
        yield reader, pa.concat_tables(parts).unify_dictionaries()


def check(paths: Sequence[str]) -> list[str]:
    """The files among these that are not what was written."""
    return [path for path in paths if not _files.sound(Path(path))]


def _one_by_one(
    texts: Sequence[str],
    readers: Sequence[str],
    shared: Mapping[str, Mapping[int, list[Any]]],
    codebook: str,
) -> Mapping[str, Rows]:
    known = finders(codebook)
    gathered = {reader: Rows(reader) for reader in readers}
    wanted = {reader: known[reader] for reader in readers}

    def documents() -> Iterator[Document]:
        for number, text in enumerate(texts):
            document = Document(text)
            for reader, found in shared.items():
                document.learn(known[reader].find, found.get(number, []))
            yield document

    for number, made in enumerate(found_in(documents(), wanted)):
        for reader, rows in gathered.items():
            rows.add(number, texts[number], made[reader])
    return gathered


def _bulk(texts: Sequence[str], readers: Iterable[str], codebook: str) -> Mapping[str, pa.Table]:
    """What the readers find that read many texts at once."""
    names = [name for name in READERS if name in readers]
    found: Mapping[str, pa.Table] = (
        import_module(BULK).read(texts, names=names, codebook=codebook) if names else {}
    )
    return found


def _rows(reader: str, found: pa.Table, first: int) -> Mapping[int, list[Any]]:
    """The rows of some texts from the first on, as the readers built on them know them, by text."""
    row: Any = READERS[reader].row
    numbers = found["article"].to_numpy()
    begin, end = np.searchsorted(numbers, [first, first + _AT_ONCE])
    some = found.slice(begin, end - begin)
    made = map(row, *(some[name].to_pylist() for name in get_type_hints(row)))
    by_text: dict[int, list[Any]] = {}
    for number, one in zip((numbers[begin:end] - first).tolist(), made, strict=True):
        by_text.setdefault(number, []).append(one)
    return by_text


def _same_kit(task: Task) -> None:
    """A worker with another version of the kit would write what the key does not say."""
    for reader, key in task.keys:
        if _versions.key(reader, task.codebook) != key:
            raise ScaleError(
                f"A worker has another version of the reader {reader!r}, or of a package it needs, than the process "
                "that asks for it. Install the same versions on both (requirements.lock), or start the workers anew."
            )
