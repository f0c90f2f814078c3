"""Tables on disk, cut into units: the same articles as when they are loaded whole."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

import tellings as tl
from made import as_jsonl, as_parquet, row, rows, same_corpus
from tellings.errors import InputError
from tellings.scale import _loading, _units


@pytest.fixture(autouse=True)
def small_units(monkeypatch: pytest.MonkeyPatch) -> None:
    """Units of four rows, batches of two, so that small tables have many."""
    from tellings.corpus import _tables

    monkeypatch.setattr(_tables, "BATCH", 2)
    monkeypatch.setattr(_units, "BATCH", 2)
    monkeypatch.setattr(_units, "FEWEST", 4)
    monkeypatch.setattr(_units, "LARGEST", 4)
    monkeypatch.setattr(_loading, "_GROUP", 3)


def stored(source: Path | list[Path], tmp_path: Path) -> tl.scale.Stored:
    return tl.scale.read(source, store=tmp_path / "store", readers=["gaps"])


@pytest.mark.parametrize("group", [None, 1, 5, 9])
def test_parquet_with_odd_rows_is_as_loaded(tmp_path: Path, group: int | None) -> None:
    table = as_parquet(tmp_path / "a.parquet", rows(20, odd=True), group=group)
    same_corpus(stored(table, tmp_path).corpus(), tl.load(table))


def test_jsonl_with_odd_and_broken_lines_is_as_loaded(tmp_path: Path) -> None:
    table = as_jsonl(tmp_path / "a.jsonl", rows(20, odd=True))
    lines = table.read_bytes().split(b"\n")
    lines[3:3] = [
        b"{broken",
        b"",
        b"[1, 2]",
        b'{"text": "caf\xe9 \x93quoted\x94 one", "file": "latin"}',
        b"  ",
    ]
    lines[9:9] = [json.dumps({"body": "no text here", "file": "x"}).encode()]
    table.write_bytes(b"\r\n".join(lines))
    found = stored(table, tmp_path)
    same_corpus(found.corpus(), tl.load(table))
    read, listed = len(found), len(found.problems)
    assert read + listed == sum(bool(line.strip()) for line in lines)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_jsonl_in_other_encodings_is_as_loaded(tmp_path: Path, encoding: str) -> None:
    table = tmp_path / "a.jsonl"
    table.write_text(as_jsonl(tmp_path / "b.jsonl", rows(9)).read_text("utf-8"), encoding=encoding)
    same_corpus(stored(table, tmp_path).corpus(), tl.load(table))


def test_several_tables_and_a_folder_of_them(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    paths = [
        as_parquet(folder / "a.parquet", rows(7)),
        as_jsonl(folder / "b.jsonl", [row(30), row(2), row(31)]),
    ]
    wanted = tl.load(paths)
    same_corpus(stored(paths, tmp_path).corpus(), wanted)
    same_corpus(stored(folder, tmp_path).corpus(), wanted)


def test_rows_without_an_outlet_get_names_that_are_unique_over_all_units(tmp_path: Path) -> None:
    bare = [
        {"text": one["text"], "id": f"2025-01-0{number % 3}/x{number}"} for number, one in enumerate(rows(13))
    ]
    table = as_parquet(tmp_path / "a.parquet", bare)
    same_corpus(stored(table, tmp_path).corpus(), tl.load(table))


def test_bytes_that_are_no_utf8_in_parquet(tmp_path: Path) -> None:
    raw = [
        b"He said \x93no\x94 to the caf\xe9 again and again.",
        "It was late, “again”.".encode(),
        b"\xff\xfe",
    ]
    made = pa.table({"text": pa.array(raw, pa.binary()), "id": ["a", "b", "c"]})
    parquet.write_table(made, tmp_path / "a.parquet")
    same_corpus(stored(tmp_path / "a.parquet", tmp_path).corpus(), tl.load(tmp_path / "a.parquet"))


@pytest.mark.parametrize("hit", [0.1, 0.4, 0.6])
def test_a_spoilt_row_group_is_listed_and_the_rest_is_read(tmp_path: Path, hit: float) -> None:
    table = tmp_path / "a.parquet"
    made = pa.Table.from_pylist([{"text": f"{number} " * 400, "file": f"f{number}"} for number in range(30)])
    parquet.write_table(
        made,
        table,
        row_group_size=10,
        compression="none",
        use_dictionary=False,
        data_page_size=2000,
        write_page_checksum=True,
    )
    data = bytearray(table.read_bytes())
    begin = int(len(data) * hit)
    data[begin : begin + 3000] = b"\xff" * 3000
    table.write_bytes(data)
    wanted, found = tl.load(table), stored(table, tmp_path)
    same_corpus(found.corpus(), wanted)
    assert len(wanted.problems) == 1
    assert 0 < len(wanted) < 30


def test_what_is_no_table_at_all_is_listed(tmp_path: Path) -> None:
    good = as_parquet(tmp_path / "a.parquet", rows(3))
    bad = tmp_path / "b.parquet"
    bad.write_bytes(good.read_bytes()[:200])
    zipped = tmp_path / "c.jsonl"
    zipped.write_bytes(b"PK\x03\x04 and more")
    found = stored([good, bad, zipped], tmp_path)
    same_corpus(found.corpus(), tl.load([good, bad, zipped]))
    assert found.problems["file"].tolist() == ["b.parquet", "c.jsonl"]


@pytest.mark.parametrize(
    ("made", "said"),
    [
        ([{"titel": "x"}], "no column for the text"),
        ([{"text": " "}, {"text": None}], "No article could be loaded"),
    ],
)
def test_a_table_without_articles_is_an_error(tmp_path: Path, made: list[dict[str, str]], said: str) -> None:
    for path in (as_parquet(tmp_path / "a.parquet", made), as_jsonl(tmp_path / "a.jsonl", made)):
        with pytest.raises(InputError, match=said):
            stored(path, tmp_path)


def test_a_changed_table_is_loaded_again_and_an_unchanged_one_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = as_parquet(tmp_path / "a.parquet", rows(5))
    stored(table, tmp_path)
    monkeypatch.setattr(_loading, "_articles", None)
    assert len(stored(table, tmp_path)) == 5
    monkeypatch.undo()
    as_parquet(table, rows(6))
    assert len(stored(table, tmp_path)) == 6


def test_units_that_are_spoilt_are_loaded_again(tmp_path: Path) -> None:
    table = as_parquet(tmp_path / "a.parquet", rows(9))
    first = stored(table, tmp_path)
    for path in [*first._articles.files[1:], first._articles.catalogue]:  # type: ignore[attr-defined]
        path.write_bytes(path.read_bytes()[:-40])
    same_corpus(stored(table, tmp_path).corpus(), tl.load(table))


def _dropping(rows_of: Callable[[_units.Unit], Iterator[Any]]) -> Callable[[_units.Unit], Iterator[Any]]:
    """A reader of units that forgets the second row of each."""
    return lambda unit: (row for number, row in enumerate(rows_of(unit)) if number != 1)


@pytest.mark.parametrize("form", [as_parquet, as_jsonl])
def test_a_row_dropped_in_silence_is_a_fault(
    form: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = form(tmp_path / f"a.{form.__name__.removeprefix('as_')}", rows(10))
    monkeypatch.setattr(_units, "rows", _dropping(_units.rows))
    with pytest.raises(RuntimeError, match="are loaded or listed"):
        stored(table, tmp_path)


def test_copies_letter_for_letter_are_listed_over_all_articles(tmp_path: Path) -> None:
    some = rows(12)
    some[9]["text"] = some[2]["text"]
    opened = tl.scale.open(as_parquet(tmp_path / "a.parquet", some), store=tmp_path / "store", sample=3)
    assert not opened.whole
    exact = opened.duplicates[opened.duplicates["kind"] == "exact"]
    names = opened.articles["article"].tolist()
    assert exact[["article", "other"]].values.tolist() == [[names[9], names[2]]]
