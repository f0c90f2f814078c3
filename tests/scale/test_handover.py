"""Reading once for all notebooks: what the runner tells its kernels, and what that changes (nothing)."""

from __future__ import annotations

from pathlib import Path

import pytest

import tellings as tl
from made import as_parquet, corpus, rows, same
from tellings import _handover
from tellings._handover import STORE, Once
from tellings._pages import PAGES
from tellings.errors import ScaleError


def told(page: str, heading: str) -> None:
    """Listen to nothing."""


def test_read_all_takes_what_the_named_store_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = corpus(tmp_path, 4)
    plain = tl.read.all(loaded)
    monkeypatch.setenv(STORE, str(tmp_path / "store"))
    same(tl.read.all(loaded), plain)
    from tellings.scale import _work

    monkeypatch.setattr(_work, "tables", None)
    same(tl.read.all(loaded), plain)
    monkeypatch.setenv(STORE, "")
    same(tl.read.all(loaded), plain)


def test_few_articles_are_not_worth_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(STORE, raising=False)
    with Once().read(corpus(tmp_path, _handover.ONCE - 1), "policy", told) as (_, handed):
        assert handed == {STORE: ""}


def test_many_are_read_into_a_folder_that_goes_with_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(STORE, raising=False)
    loaded = corpus(tmp_path, _handover.ONCE)
    with Once(engine="serial").read(loaded, "policy", told) as (_, handed):
        folder = Path(handed[STORE])
        monkeypatch.setenv(STORE, str(folder))
        assert len(list(folder.glob("quotes/*/part-*"))) == 1
        same(tl.read.all(loaded), tl.scale.read(loaded, store=tmp_path / "other").reading())
    assert not folder.exists()


def test_a_store_that_is_named_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said: list[str] = []
    with Once(store="kept", engine="serial").read(
        corpus(tmp_path, 3), "immigration", lambda page, heading: said.append(f"{page}: {heading}")
    ) as (_, handed):
        assert handed == {STORE: str(tmp_path / "kept")}
    assert said == ["articles: 3 of 3 read"]
    assert (tmp_path / "kept" / "frames").is_dir()


def test_where_nobody_asked_for_it_a_store_that_fails_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_more: object) -> None:
        raise ScaleError("full")

    monkeypatch.delenv(STORE, raising=False)
    monkeypatch.setattr("tellings.scale._contrasts._open.read_into", fail)
    loaded = corpus(tmp_path, _handover.ONCE)
    with Once().read(loaded, "policy", told) as (_, handed):
        assert handed == {STORE: ""}
    with pytest.raises(ScaleError, match="full"), Once(engine="serial").read(loaded, "policy", told):
        pass


def test_a_table_too_large_to_list_is_never_loaded_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = as_parquet(tmp_path / "made.parquet", rows(8))
    once = Once(store=tmp_path / "store", engine="serial", sample=5)
    assert once.load(table) == table
    assert isinstance(Once(sample=8).load(table), tl.Corpus)
    said: list[str] = []
    with once.read(table, "policy", lambda page, heading: said.append(heading)) as (found, handed):
        assert handed == {STORE: str(tmp_path / "store"), PAGES: ""}
        monkeypatch.setenv(STORE, handed[STORE])
        opened = tl.scale.open(table, sample=5)
    assert said[-1] == "8 of 8 counted"
    assert len(opened.corpus) == 5
    whole = tl.load(table)
    assert list(found) == list(whole)
    assert found.text(list(whole)[6]) == whole.text(list(whole)[6])
    assert found.articles.equals(whole.articles)
    assert found.warnings.equals(whole.warnings[whole.warnings["kind"] != "near duplicate"])


def test_a_store_that_cannot_be_used_is_warned_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = corpus(tmp_path, 2)
    plain = tl.read.all(loaded)
    monkeypatch.setenv(STORE, str(tmp_path))
    with pytest.warns(
        UserWarning, match=r"TELLINGS_STORE: .* is not a store, and holds other things .*made.jsonl"
    ):
        same(tl.read.all(loaded), plain)
