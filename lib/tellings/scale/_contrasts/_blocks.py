"""A store's articles some hundred at a time, as readings in which everybody has their name in the whole corpus."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from tellings.compare._descriptions import holders
from tellings.compare._persons import _form, _names
from tellings.corpus import Corpus
from tellings.read import Reading
from tellings.scale import _files, _gather, _versions
from tellings.scale._articles import Batch
from tellings.scale._coverage import part_size
from tellings.scale._loading import text_hash
from tellings.scale._store import Store

if TYPE_CHECKING:
    from tellings.scale._stored import Stored

NAMES = "contrast_names"
_TABLES = ("article", "outlet", "title", "date", "url", "language", "words")


class Names(NamedTuple):
    """The corpus's name for each person as an article names them, and the one holder of each role that has one."""

    names: Mapping[str, str]
    roles: Mapping[str, frozenset[str]]


class Block(NamedTuple):
    """Some articles one after another: their first number, table and texts, and the files that have their rows."""

    store: str
    first: int
    articles: pd.DataFrame
    batch: Batch
    files: tuple[tuple[str, tuple[str, ...]], ...]
    names: str

    def reading(self) -> Reading:
        """Their reading."""
        texts = self.batch.texts()
        named = dict(zip(self.articles["article"].tolist(), texts, strict=True))
        none = pd.DataFrame({"article": pd.Series([], dtype="str"), "other": pd.Series([], dtype="str")})
        corpus = Corpus(self.articles, named, none, none, none)
        store = Store(Path(self.store))
        tables = {
            reader: _gather.table(reader, [Path(path) for path in paths], corpus, store)
            for reader, paths in self.files
        }
        return Reading(corpus, MappingProxyType(named_in(tables, self.known())))

    def known(self) -> Names:
        """Names and roles of the whole corpus."""
        return _opened(self.names)

    def hashes(self) -> list[bytes]:
        """What the texts are known by."""
        return [text_hash(text) for text in self.batch.texts()]


def named_in(tables: Mapping[str, pd.DataFrame], known: Names) -> dict[str, pd.DataFrame]:
    """The tables of a reading, its people under the names that the whole corpus has for them."""
    people = tables.get("people")
    if people is None:
        return dict(tables)
    led = people["person"].map(known.names).fillna(people["person"]).astype(people["person"].dtype)
    return {**tables, "people": people.assign(form=people["person"], person=led)}


def firsts(stored: Stored) -> range:
    """The numbers of the first articles of the blocks."""
    return range(0, len(stored), part_size(len(stored)))


def blocks(stored: Stored, readers: Sequence[str], names: str) -> Iterator[Block]:
    """The articles in order, as tasks that a worker of any engine can do."""
    table, size = stored.articles, part_size(len(stored))
    of = {reader: _by_block(stored, reader, size) for reader in readers}
    for number, first in enumerate(firsts(stored)):
        numbers = range(first, min(first + size, len(table)))
        files = tuple((reader, tuple(found.get(number, ()))) for reader, found in of.items())
        part = table.iloc[numbers.start : numbers.stop][list(_TABLES)].reset_index(drop=True)
        yield Block(str(stored.store.folder), first, part, stored._articles.batch(numbers), files, names)


def _by_block(stored: Stored, reader: str, size: int) -> dict[int, list[str]]:
    """The files that hold rows of each block's texts."""
    block: dict[bytes, set[int]] = {}
    for number, text in enumerate(stored._articles.hashes()):
        block.setdefault(text, set()).add(number // size)
    found: dict[int, list[str]] = {}
    for path in stored.files(reader):
        covered = stored.store.covered(path.name.split("-")[1]) or []
        for number in sorted(set().union(*(block.get(text, set()) for text in covered))):
            found.setdefault(number, []).append(str(path))
    return found


def names_of(stored: Stored) -> str:
    """The file of the corpus's names, made where it is not there; memory grows with the names, not the articles."""
    key = _versions.digest(f"{stored.state} names")
    folder = stored.store.folder / NAMES / key
    found = sorted(folder.glob("part-*.parquet")) if folder.is_dir() else []
    sound = [path for path in found if _files.sound(path)]
    if sound:
        return str(sound[0])
    with stored.connect() as connection:
        forms = connection.sql(
            "SELECT person, count(DISTINCT article) FROM people GROUP BY person ORDER BY person"
        ).fetchall()
        told = connection.sql(
            "SELECT DISTINCT person, role FROM people WHERE role IS NOT NULL ORDER BY ALL"
        ).fetchall()
    names = _names([_form(person, count) for person, count in forms])
    roles = holders((names[person], role) for person, role in told)
    return str(stored.store.put(NAMES, key, _versions.digest(key), _as_table(names, roles)).path)


def _as_table(names: Mapping[str, str], roles: Mapping[str, frozenset[str]]) -> Any:
    import pyarrow as pa

    rows = [("name", *pair) for pair in sorted(names.items())]
    rows += [("role", role, min(people)) for role, people in sorted(roles.items()) if len(people) == 1]
    columns = list(zip(*rows, strict=True)) or [(), (), ()]
    return pa.table(
        {
            name: pa.array(column, pa.string())
            for name, column in zip(("what", "one", "other"), columns, strict=True)
        }
    )


@lru_cache(maxsize=2)
def _opened(path: str) -> Names:
    from pyarrow import parquet

    rows = parquet.read_table(path).to_pylist()
    names = {row["one"]: row["other"] for row in rows if row["what"] == "name"}
    roles = {row["one"]: frozenset([row["other"]]) for row in rows if row["what"] == "role"}
    return Names(names, roles)
