"""The store as DuckDB sees it: a view a reader, joined to the articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyarrow import parquet

from tellings.errors import ParameterError
from tellings.scale._arrow import KEY, schema
from tellings.scale._on_disk import listed

if TYPE_CHECKING:
    from tellings.scale._stored import Stored

SPILLED = "queries"


def connection(stored: Stored, views: Mapping[str, Any], *, memory: str | None, threads: int | None) -> Any:
    """A connection of its own with the views; nothing of it outlives it but what DuckDB clears away."""
    import duckdb

    try:
        connection = duckdb.connect(":memory:", config=_config(stored, memory, threads))
        # In a notebook DuckDB draws a bar for what takes long, which would stand on the page.
        connection.execute("SET enable_progress_bar = false")
        _add(connection, stored, views)
    except duckdb.Error as error:
        raise ParameterError(f"DuckDB does not take that: {error}") from None
    return connection


def rows(files: Sequence[Path]) -> int:
    """Rows in all of the files."""
    return sum(parquet.read_metadata(path).num_rows for path in files)


def _config(stored: Stored, memory: str | None, threads: int | None) -> dict[str, Any]:
    config: dict[str, Any] = {
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "temp_directory": str(stored.store.folder / SPILLED),
    }
    return {
        **config,
        **({"memory_limit": memory} if memory else {}),
        **({"threads": str(threads)} if threads else {}),
    }


def _add(connection: Any, stored: Stored, views: Mapping[str, Any]) -> None:
    for name, source in views.items():
        if isinstance(source, str):
            connection.execute(f"CREATE VIEW {name} AS {source}")
        else:
            connection.register(name, source)
    for reader in stored.readers:
        connection.execute(f"CREATE VIEW {reader} AS {_joined(reader, stored.files(reader))}")


def _joined(reader: str, files: Sequence[Path]) -> str:
    columns = ", ".join(f'r."{name}"' for name in schema(reader).names if name != KEY)
    return (
        f"SELECT a.article, a.outlet, a.date, {columns} FROM read_parquet({listed(files)}) r "
        f"JOIN articles a ON a.text_sha256 = r.{KEY}"
    )
