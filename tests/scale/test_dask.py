"""The engine for several machines, on a cluster of this one: the same bytes, also when a worker is lost."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import pytest

import tellings as tl
from made import as_parquet, contents, rows
from tellings.errors import ScaleError
from tellings.scale._dask import Dask

distributed = pytest.importorskip("distributed")
READERS = ["gaps", "quotes", "sentences", "vader"]


def test_a_lost_worker_s_part_is_done_again_and_the_bytes_are_those_of_serial(tmp_path: Path) -> None:
    table = as_parquet(tmp_path / "a.parquet", rows(200))
    alone, store = tmp_path / "alone", tmp_path / "store"
    tl.scale.read(table, store=alone, readers=READERS)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
    ) as cluster:
        killed: list[int] = []
        thread = threading.Thread(target=kill_one, args=(cluster, store, killed))
        thread.start()
        stored = tl.scale.read(
            table, store=store, engine="dask", scheduler=cluster.scheduler_address, readers=READERS
        )
        thread.join()
    assert killed, "no worker was killed while there was work to do"
    written = {name: data for name, data in contents(store).items() if ".writing-" not in name}
    assert written == contents(alone)
    assert len(stored) == 200


def kill_one(cluster: object, store: Path, killed: list[int]) -> None:
    """Kill a worker after the first part is there, and before the last is."""
    until = time.monotonic() + 120
    while time.monotonic() < until:
        done = len(list((store / "vader").rglob("part-*")))
        if done >= 8:
            return
        if done >= 1:
            pid = next(iter(cluster.workers.values())).pid  # type: ignore[attr-defined]
            os.kill(pid, signal.SIGKILL)
            killed.append(pid)
            return
        time.sleep(0.01)


def test_workers_with_another_version_of_a_reader_write_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tellings.scale import _versions

    monkeypatch.setattr(_versions, "key", lambda reader, codebook="policy": "0" * 20)
    table = as_parquet(tmp_path / "a.parquet", rows(3))
    with pytest.raises(ScaleError, match="another version of the reader 'gaps'"):
        tl.scale.read(table, store=tmp_path / "store", engine="dask", workers=1, readers=["gaps"])
    assert not list((tmp_path / "store").rglob("part-*"))


def test_what_travels_is_small(tmp_path: Path) -> None:
    """A task names where its texts lie, and what comes back names files."""
    import pickle

    from tellings.scale import _coverage, _engines, _read

    seen: list[int] = []

    class Watching(_engines.Serial):
        def run(self, work, tasks):  # type: ignore[no-untyped-def]
            for task in tasks:
                found = work(task)
                seen.extend((len(pickle.dumps(task)), len(pickle.dumps(found))))
                yield found

    table = as_parquet(tmp_path / "a.parquet", rows(300))
    _read.engine_of, before = lambda *_args, **_more: Watching(), _read.engine_of  # type: ignore[assignment]
    try:
        tl.scale.read(table, store=tmp_path / "store", readers=READERS)
    finally:
        _read.engine_of = before
    assert len(seen) > 2 * 300 // _coverage.part_size(300)
    assert max(seen) < 2_000


def test_a_cluster_of_its_own_ends_with_the_run() -> None:
    power = Dask(workers=1, scheduler=None)
    pids = [worker.pid for worker in power._cluster.workers.values()]
    assert list(power.run(abs, [-1])) == [1]
    power.close()
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
