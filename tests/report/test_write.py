"""Files whole or not there, and nobody else's touched."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tellings.errors import ReportError
from tellings.report import _write


def record(files: dict[str, str]) -> dict[str, str]:
    return {**files, "run.json": json.dumps({"outputs": _write.digests(files)})}


def test_files_are_written_with_their_folders(tmp_path: Path) -> None:
    written = _write.write(tmp_path, {"tables/a.csv": "é\n", "index.html": "x"})
    assert written == [tmp_path / "tables/a.csv", tmp_path / "index.html"]
    assert (tmp_path / "tables/a.csv").read_bytes() == "é\n".encode()
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.csv", "index.html", "tables"]


def test_what_an_earlier_run_left_goes_but_nothing_else(tmp_path: Path) -> None:
    _write.write(
        tmp_path, record({"old.html": "old", "changed.html": "c", "tables/old.csv": "o", "index.html": "1"})
    )
    (tmp_path / "changed.html").write_text("my notes")
    (tmp_path / "mine.html").write_text("mine")
    _write.write(tmp_path, record({"new.html": "new", "index.html": "2"}))
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == [
        "changed.html", "index.html", "mine.html", "new.html", "run.json",
    ]  # fmt: skip
    assert not list((tmp_path / "tables").iterdir())


@pytest.mark.parametrize("name", ["../outside.html", "/etc/passwd", "tables/../../outside.html", "notes.txt"])
def test_a_record_cannot_name_what_is_not_the_kits(tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (tmp_path / "outside.html").write_text("keep")
    (out / "notes.txt").write_text("keep")
    digests = _write.digests({name: "keep"})
    (out / "run.json").write_text(json.dumps({"outputs": digests}))
    _write.write(out, {"index.html": "x"})
    assert (tmp_path / "outside.html").exists()
    assert (out / "notes.txt").exists()


@pytest.mark.parametrize("text", ["", "[]", "{", '{"outputs": 5}', '{"outputs": {"a.html": null}}'])
def test_a_broken_record_is_no_record(tmp_path: Path, text: str) -> None:
    (tmp_path / "run.json").write_text(text)
    (tmp_path / "a.html").write_text("x")
    _write.write(tmp_path, {"index.html": "x"})
    assert (tmp_path / "a.html").exists()


def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write.write(tmp_path, {"index.html": "old"})

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(ReportError, match="No space left"):
        _write.write(tmp_path, {"index.html": "new"})
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]
    assert (tmp_path / "index.html").read_text() == "old"


def test_what_a_killed_run_left_half_written_is_swept_up(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / ".tellings-abc").write_text("half")
    (tmp_path / "tables" / ".tellings-def").write_text("half")
    _write.write(tmp_path, {"index.html": "x"})
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["index.html", "tables"]


def test_lone_surrogates_do_not_stop_a_page(tmp_path: Path) -> None:
    _write.write(tmp_path, {"index.html": "a\ud800b"})
    assert (tmp_path / "index.html").read_text() == "a?b"


def test_a_file_in_the_place_of_the_folder_is_an_error_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    with pytest.raises(ReportError, match=r"is not a folder.*--out"), _write.locked(tmp_path / "out"):
        pass
    with (
        pytest.raises(ReportError, match=r"is not a folder.*--out"),
        _write.locked(tmp_path / "out" / "deeper"),
    ):
        pass


@pytest.mark.skipif(os.name == "nt", reason="folders are locked where the system can lock them")
def test_two_runs_do_not_write_into_one_folder_at_once(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with _write.locked(out), pytest.raises(ReportError, match="Another run"), _write.locked(out):
        pass
    with _write.locked(tmp_path / "out"):
        assert not list((tmp_path / "out").iterdir())
