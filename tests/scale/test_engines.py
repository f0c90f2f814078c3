"""Three engines, the same bytes; what goes wrong in a worker."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

import tellings as tl
from made import as_jsonl, as_parquet, contents, rows, same
from tasks import die, die_once, heeds_interrupts, refuse, twice
from tellings.errors import ScaleError
from tellings.scale._engines import Processes, Serial, engine

READERS = ["gaps", "quotes", "sentences", "vader"]


def test_serial_keeps_the_order() -> None:
    assert list(Serial().run(twice, [1, 2, 3])) == [2, 4, 6]


def test_processes_do_every_task_once() -> None:
    assert sorted(Processes(2).run(twice, range(20))) == list(range(0, 40, 2))
    assert list(Processes(2).run(twice, [])) == []


def test_a_killed_process_costs_its_task_a_second_go_and_no_more(tmp_path: Path) -> None:
    mark = str(tmp_path / "mark")
    found = list(Processes(2).run(die_once, [(number, mark) for number in range(9)]))
    assert sorted(found) == list(range(9))


def test_a_task_that_kills_every_process_is_given_up_with_advice() -> None:
    with pytest.raises(ScaleError, match="want of memory: try --workers 1"):
        list(Processes(1).run(die, [1]))


def test_an_error_in_a_worker_is_the_caller_s() -> None:
    for power in (Serial(), Processes(2)):
        with pytest.raises(ScaleError, match="no 7"):
            list(power.run(refuse, [7]))


def test_dask_without_its_package_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ScaleError, match=r"pip install 'tellings\[dask\]'"):
        engine("dask")


def test_a_scheduler_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    from tellings.scale import _dask

    monkeypatch.setattr(_dask, "_CONNECT", 1)
    with pytest.raises(ScaleError, match=r"'tcp://127.0.0.1:9'.*dask scheduler"):
        engine("dask", scheduler="tcp://127.0.0.1:9")


def test_serial_and_processes_write_the_same_bytes(tmp_path: Path) -> None:
    table = as_parquet(tmp_path / "a.parquet", rows(120, odd=True))
    written = []
    for name, workers in (("serial", None), ("processes", 2), ("processes", 3)):
        store = tmp_path / f"{name}-{workers}"
        stored = tl.scale.read(table, store=store, engine=name, workers=workers, readers=READERS)
        written.append(contents(store))
        assert [path.relative_to(store) for path in stored.files("vader")] == [
            Path(name) for name in _in_order(written[0], stored, store)
        ]
    assert written[0] == written[1] == written[2]


def _in_order(written: dict[str, bytes], stored: tl.scale.Stored, store: Path) -> Sequence[str]:
    return [
        str(path.relative_to(store))
        for path in stored.files("vader")
        if str(path.relative_to(store)) in written
    ]


CODE = """
import sys, tellings as tl
if __name__ == "__main__":
    tl.scale.read(sys.argv[1], store=sys.argv[2], engine=sys.argv[3], workers=2, readers={readers})
"""


@pytest.mark.parametrize("how", ["serial", "processes"])
@pytest.mark.parametrize("told", [signal.SIGKILL, signal.SIGINT])
def test_a_run_that_is_stopped_goes_on_where_it_was(tmp_path: Path, how: str, told: signal.Signals) -> None:
    table, store = as_jsonl(tmp_path / "a.jsonl", rows(400)), tmp_path / "store"
    script = tmp_path / "script.py"
    script.write_text(CODE.format(readers=READERS))
    running = subprocess.Popen(
        [sys.executable, script, table, store, how],
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=heeds_interrupts,
    )
    wait_for(lambda: len(sound(store)) >= 2, running)
    group = os.getpgid(running.pid)
    os.kill(running.pid, told)
    running.wait(timeout=60)
    left = sound(store)
    assert 2 <= len(left) < 16
    wait_for(lambda: not alive(group), running)
    seen: list[int] = []
    stored = tl.scale.read(
        table, store=store, readers=READERS, progress=lambda _, done, total: seen.append(total)
    )
    assert seen[-1] <= 400 - 25 * len(left)
    same(stored.reading(["story-1", "story-399"]), _alone(tmp_path, stored))
    whole = tmp_path / "whole"
    tl.scale.read(table, store=whole, readers=READERS)
    ours = {name: data for name, data in contents(store).items() if ".writing-" not in name}
    assert ours == contents(whole)


def _alone(tmp_path: Path, stored: tl.scale.Stored) -> tl.read.Reading:
    corpus = stored.corpus(["story-1", "story-399"])
    return tl.scale.read(corpus, store=tmp_path / "alone", readers=READERS).reading()


def sound(store: Path) -> set[str]:
    """The covers that every reader's part has been written for."""
    covers = [
        {path.name.split("-")[1] for path in (store / name).rglob("part-*.parquet")} for name in READERS
    ]
    return set.intersection(*covers)


def alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except (ProcessLookupError, PermissionError):
        return False
    return True


def wait_for(true: object, running: subprocess.Popen[bytes], seconds: float = 240) -> None:
    until = time.monotonic() + seconds
    while not true():  # type: ignore[operator]
        assert time.monotonic() < until, "it has not come about"
        assert running.poll() is None or running.returncode != 0, "it ended before"
        time.sleep(0.02)
