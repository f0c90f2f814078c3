"""Readings of some articles of a store, in which everybody has the name that the whole corpus has for them.

The rows of many articles, such as a sample, lie in files of many parts. They are picked out once, into one file a
reader, so that the next who asks for the same articles opens no others.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import pyarrow as pa

from tellings.read import Reading
from tellings.scale import _files, _gather, _versions
from tellings.scale._arrow import KEY
from tellings.scale._contrasts import _blocks
from tellings.scale._engines import Engine
from tellings.scale._loading import text_hash
from tellings.scale._store import Store

if TYPE_CHECKING:
    from tellings.scale._stored import Stored

PICKED = "picked_"
_MANY = 100
"""Articles from which on what is picked out is kept."""


class Pick(NamedTuple):
    """A reader's files, and the texts whose rows are wanted, in order, as a file of their own."""

    store: str
    reader: str
    key: str
    files: tuple[str, ...]
    hashes: tuple[bytes, ...]


def reading_of(stored: Stored, articles: Sequence[str], readers: Sequence[str] | None = None) -> Reading:
    """The reading of these articles out of the files that have them, people under their names in the corpus."""
    corpus = stored.corpus(articles)
    hashes = tuple(dict.fromkeys(text_hash(corpus.text(article)) for article in corpus))
    tables = {}
    for reader in readers or stored.readers:
        pick = _pick(stored, reader, hashes)
        files = [_picked(pick)] if len(hashes) >= _MANY else [Path(path) for path in pick.files]
        tables[reader] = _gather.table(reader, files, corpus, stored.store)
    if "people" in tables:
        tables = _blocks.named_in(tables, _blocks._opened(_blocks.names_of(stored)))
    return Reading(corpus, MappingProxyType(tables))


def pick_out(stored: Stored, articles: Sequence[str], engine: Engine) -> None:
    """Have the rows of these articles picked out, every reader's."""
    hash_of = dict(zip(stored.articles["article"], stored.articles["text_sha256"], strict=True))
    hashes = tuple(dict.fromkeys(bytes.fromhex(hash_of[article]) for article in articles))
    if len(hashes) >= _MANY:
        for _ in engine.run(_picked, [_pick(stored, reader, hashes) for reader in stored.readers]):
            pass


def _pick(stored: Stored, reader: str, hashes: tuple[bytes, ...]) -> Pick:
    wanted = set(hashes)
    files = [
        str(path)
        for path in stored.files(reader)
        if not wanted.isdisjoint(stored.store.covered(path.name.split("-")[1]) or wanted)
    ]
    return Pick(str(stored.store.folder), reader, stored.keys[reader], tuple(files), hashes)


def _picked(pick: Pick) -> Path:
    """The file that has just the rows of these texts, made where there is none."""
    store, cover = Store(Path(pick.store)), _versions.digest(b"".join(pick.hashes))
    parts = store.parts(f"{PICKED}{pick.reader}", pick.key)
    sound = [part.path for part in parts if part.cover == cover and _files.sound(part.path)]
    if sound:
        return sound[0]
    wanted = {each.hex() for each in pick.hashes}
    rows = _gather._rows(pick.reader, [Path(path) for path in pick.files], wanted)
    named = rows.set_column(0, KEY, _own(rows[KEY])) if len(rows) else rows
    return store.put(f"{PICKED}{pick.reader}", pick.key, cover, named).path


def _own(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """The hashes with a dictionary of those alone that stand there."""
    return column.cast(pa.string()).dictionary_encode()
