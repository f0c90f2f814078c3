"""The store from the command line: read into, shown, emptied."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyarrow import parquet

import tellings as tl
from made import as_parquet, rows
from tellings.cli import main


def test_read_all_store_and_clear(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table, store = as_parquet(tmp_path / "a.parquet", rows(9, odd=True)), tmp_path / "store"
    assert main(["read", "all", str(table), "--store", str(store), "--engine", "serial", "--quiet"]) == 0
    said = capsys.readouterr()
    stored = tl.scale.read(table, store=store)
    assert said.err == ""
    lines = said.out.splitlines()
    assert lines[0] == "15 articles read, 2 that could not be"
    assert lines[1].startswith("  a.parquet, row 2: no text. ")
    quotes = sum(parquet.read_metadata(path).num_rows for path in stored.files("quotes"))
    assert f"quotes {quotes:>23} rows" in lines
    assert 0 < quotes < len(stored.reading().quotes)  # a text that two articles share is in the store once
    assert lines[-1].endswith(f" in {store}")
    assert main(["store", str(store)]) == 0
    assert capsys.readouterr().out == stored.store.said() + "\n"
    assert main(["store", str(store), "--clear"]) == 0
    assert capsys.readouterr().out.endswith(f" freed in {store}\n")
    assert not list(store.rglob("*.parquet"))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["read", "all", "nowhere.parquet"], "nowhere.parquet does not exist"),
        (["read", "all", "{folder}", "--engine", "serail"], "Did you mean 'serial'"),
        (
            ["read", "all", "{folder}", "--store", "{folder}"],
            "is not a store, and holds other things (a.parquet)",
        ),
        (["read", "quotes", "{folder}", "--workers", "2"], "--workers goes with `tellings read all`"),
        (["store", "{folder}"], "There is no store in"),
        (
            ["report", "--articles", "{folder}/a.parquet", "--out", "{folder}/out", "--engine", "dusk"],
            "Did you mean 'dask'",
        ),
    ],
)
def test_a_mistake_is_exit_2_and_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], given: list[str], said: str
) -> None:
    as_parquet(tmp_path / "a.parquet", rows(2))
    assert main([word.format(folder=tmp_path) for word in given]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert "Traceback" not in told


def test_a_bar_is_drawn_where_it_is_asked_for_and_nowhere_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = as_parquet(tmp_path / "a.parquet", rows(9))
    tl.scale.read(table, store=tmp_path / "one", readers=["gaps"])
    assert capsys.readouterr().err == ""
    tl.scale.read(table, store=tmp_path / "two", readers=["gaps"], progress=True)
    said = capsys.readouterr().err
    assert "reading: 100%" in said
    assert "9/9" in said
    assert "articles/s" in said
    tl.scale.read(table, store=tmp_path / "two", readers=["gaps"], progress=True)
    assert capsys.readouterr().err == ""
