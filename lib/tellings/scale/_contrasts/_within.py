"""Readings of some articles of a store, in which everybody has the name that the whole corpus has for them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from tellings.read import Reading
from tellings.scale import _gather, _versions
from tellings.scale._contrasts import _blocks
from tellings.scale._loading import text_hash

if TYPE_CHECKING:
    from tellings.scale._stored import Stored


def reading_of(stored: Stored, articles: Sequence[str], readers: Sequence[str] | None = None) -> Reading:
    """The reading of these articles out of the files that have them, people under their names in the corpus."""
    corpus = stored.corpus(articles)
    wanted = {text_hash(corpus.text(article)) for article in corpus}
    tables = {
        reader: _gather.table(reader, _holding(stored, reader, wanted), corpus, stored.store)
        for reader in readers or stored.readers
    }
    if "people" in tables:
        key = _versions.digest(f"{_blocks.state(stored)} names")
        tables = _blocks.named_in(tables, _blocks._opened(_blocks.names_of(stored, key)))
    return Reading(corpus, MappingProxyType(tables))


def _holding(stored: Stored, reader: str, wanted: set[bytes]) -> list[Path]:
    return [
        path
        for path in stored.files(reader)
        if not wanted.isdisjoint(stored.store.covered(path.name.split("-")[1]) or wanted)
    ]
