"""The store: whole files only, spoilt ones noticed, other people's left alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import tellings as tl
from made import as_jsonl, contents, corpus, rows, same
from tellings.errors import ScaleError
from tellings.scale import _files, _store, open_store

READERS = ["gaps", "quotes", "vader"]


@pytest.fixture
def loaded(tmp_path: Path) -> tl.Corpus:
    return corpus(tmp_path, 60)


def parts(store: Path, reader: str = "quotes") -> list[Path]:
    return sorted((store / reader).rglob("part-*.parquet"))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: b"",
        lambda data: data[:200] + bytes([data[200] ^ 1]) + data[201:],
        lambda data: data + b"\0",
    ],
)
def test_a_spoilt_part_is_noticed_and_made_anew(tmp_path: Path, loaded: tl.Corpus, spoil: object) -> None:
    store = tmp_path / "store"
    wanted = tl.scale.read(loaded, store=store, readers=READERS).reading()
    before = contents(store)
    path = parts(store)[1]
    path.write_bytes(spoil(path.read_bytes()))  # type: ignore[operator]
    assert contents(store) != before
    same(tl.scale.read(loaded, store=store, readers=READERS).reading(), wanted)
    assert contents(store) == before


def test_a_lost_part_and_a_spoilt_cover_are_made_anew(tmp_path: Path, loaded: tl.Corpus) -> None:
    store = tmp_path / "store"
    wanted = tl.scale.read(loaded, store=store, readers=READERS).reading()
    before = contents(store)
    parts(store)[0].unlink()
    cover = sorted((store / "covers").iterdir())[1]
    cover.write_bytes(cover.read_bytes()[:-32])
    same(tl.scale.read(loaded, store=store, readers=READERS).reading(), wanted)
    assert contents(store) == before


def test_a_part_that_goes_while_it_is_used_is_said(tmp_path: Path, loaded: tl.Corpus) -> None:
    stored = tl.scale.read(loaded, store=tmp_path / "store", readers=READERS)
    parts(tmp_path / "store")[0].unlink()
    with pytest.raises(ScaleError, match="Read again"):
        stored.reading()


def test_texts_in_two_parts_count_once(tmp_path: Path, loaded: tl.Corpus) -> None:
    """As two processes leave it that read overlapping articles at the same time."""
    here, there = tmp_path / "here", tmp_path / "there"
    wanted = tl.scale.read(loaded, store=here, readers=READERS).reading()
    some = tl.load(as_jsonl(tmp_path / "some.jsonl", rows(60)[20:30]))
    tl.scale.read(some, store=there, readers=READERS)
    for name, data in contents(there).items():
        _files.write(here / name, data)
    stored = tl.scale.read(loaded, store=here, readers=READERS)
    same(stored.reading(), wanted)
    assert len(stored.connect().sql("SELECT * FROM quotes")) == len(wanted.quotes)
    same(
        tl.scale.read(some, store=here, readers=READERS).reading(),
        tl.scale.read(some, store=there, readers=READERS).reading(),
    )


def test_two_processes_at_once_leave_one_sound_store(tmp_path: Path) -> None:
    table, store = as_jsonl(tmp_path / "made.jsonl", rows(60)), tmp_path / "store"
    code = f"import tellings as tl; tl.scale.read({str(table)!r}, store={str(store)!r}, readers={READERS})"
    running = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(2)]
    assert [one.wait(timeout=300) for one in running] == [0, 0]
    alone = tmp_path / "alone"
    tl.scale.read(table, store=alone, readers=READERS)
    assert contents(store) == contents(alone)


def test_nothing_half_written_is_left_where_writing_fails(
    tmp_path: Path, loaded: tl.Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "store"
    tl.scale.read(loaded, store=store, readers=["gaps"])
    before = contents(store)

    def full(_source: object, _target: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(_files.os, "replace", full)
    with pytest.raises(ScaleError, match="No space left on device"):
        tl.scale.read(loaded, store=store, readers=["gaps", "vader"])
    assert contents(store) == before


def test_what_was_left_by_a_killed_process_goes_after_a_day(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    fresh, old = (store.folder / f"{_files.TEMPORARY}{name}" for name in ("fresh", "old"))
    for path in (fresh, old):
        path.write_bytes(b"half")
    _files.os.utime(old, (0, 0))
    assert open_store(store.folder).size > 0
    assert (fresh.exists(), old.exists()) == (True, False)


def test_clear_removes_its_own_files_and_no_others(tmp_path: Path, loaded: tl.Corpus) -> None:
    folder = tmp_path / "store"
    stored = tl.scale.read(as_jsonl(tmp_path / "a.jsonl", rows(5)), store=folder, readers=READERS)
    mine = [
        folder / "notes.txt",
        folder / "quotes" / "mine.parquet",
        stored.path("quotes") / "part-x.parquet",
    ]
    for path in mine:
        path.write_text("mine")
    size = stored.store.size
    mark = (folder / _store.MARK).stat().st_size
    assert stored.store.clear() == size - mark
    assert sorted(path for path in folder.rglob("*") if path.is_file()) == sorted(
        [*mine, folder / _store.MARK]
    )
    assert open_store(folder).tables() == {_store.MARK: (1, mark)}


def test_a_folder_that_holds_other_things_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("years of work")
    with pytest.raises(ScaleError, match=r"is not a store, and holds other things \(thesis.docx\)"):
        open_store(tmp_path)
    file = tmp_path / "thesis.docx"
    with pytest.raises(ScaleError, match="No store can be made"):
        open_store(file)
    with pytest.raises(ScaleError, match="There is no store in"):
        open_store(tmp_path / "nowhere", make=False)
    assert not (tmp_path / "nowhere").exists()


def test_where_a_store_lies_unless_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TELLINGS_STORE", raising=False)
    monkeypatch.setattr(_store.sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert _store.default() == tmp_path / "tellings"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert _store.default() == tmp_path / ".cache" / "tellings"
    monkeypatch.setenv("HOME", str(tmp_path / "gone"))
    assert _store.default().parent == Path(_store.tempfile.gettempdir())
    monkeypatch.setenv("TELLINGS_STORE", "here")
    assert _store.default() == Path.cwd() / "here"


def test_its_size_and_its_folders_are_shown(tmp_path: Path, loaded: tl.Corpus) -> None:
    store = tl.scale.read(loaded, store=tmp_path / "store", readers=READERS).store
    said = store.said().splitlines()
    assert [line.split()[0] for line in said[:-1]] == [
        "covers",
        "gaps",
        "quotes",
        "tellings-store.json",
        "vader",
    ]
    assert said[-1].endswith(f" in {tmp_path / 'store'}")
    assert repr(store) == f"<Store {store.folder}: {_store.readable(store.size)}>"
