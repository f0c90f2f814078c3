"""Engines: one interface to run the same work on many tasks, here, on all processors, or on a cluster."""

from __future__ import annotations

import difflib
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, ThreadPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from tellings.errors import ScaleError

T = TypeVar("T")
R = TypeVar("R")

NAMES = ("serial", "processes", "dask")
ATTEMPTS = 3
"""How often a task is tried before its worker's death is taken for its own fault."""
_THREADS = 4  # that check files at a time: hashing lets others run meanwhile


class Engine(Protocol):
    """Something that does tasks; what it gives back comes in any order."""

    def run(self, work: Callable[[T], R], tasks: Sequence[T]) -> Iterator[R]:
        """Do the work on every task and give each result as it is there."""

    def light(self, work: Callable[[T], R], tasks: Sequence[T]) -> Iterator[R]:
        """The same for work that is hardly more than reading files: where these lie."""

    def close(self) -> None:
        """Let go of what was started."""


def engine(name: str, *, workers: int | None = None, scheduler: str | None = None) -> Engine:
    """The engine of a name; :class:`tellings.errors.ScaleError` for one that cannot be had so."""
    if name not in NAMES:
        near = difflib.get_close_matches(str(name), NAMES, n=1)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        raise ScaleError(f"There is no engine {name!r}.{hint} There are: {', '.join(NAMES)}.")
    if workers is not None and (not isinstance(workers, int) or workers < 1):
        raise ScaleError(f"workers is the number of processes that read, from 1 on, not {workers!r}.")
    if scheduler is not None and name != "dask":
        raise ScaleError("Only the engine dask has a scheduler: give --engine dask as well.")
    if name == "dask":
        from tellings.scale._dask import Dask

        return Dask(workers=workers, scheduler=scheduler)
    return Serial() if name == "serial" else Processes(workers or os.cpu_count() or 1)


class _Here:
    """Light work in threads of this process."""

    def light(self, work: Callable[[T], R], tasks: Sequence[T]) -> Iterator[R]:
        """Do light work in threads."""
        if len(tasks) < 2:
            yield from map(work, tasks)
            return
        with ThreadPoolExecutor(_THREADS) as pool:
            yield from pool.map(work, tasks)

    def close(self) -> None:
        """Nothing outlives a run."""


class Serial(_Here):
    """One task after another, in this process."""

    def run(self, work: Callable[[T], R], tasks: Sequence[T]) -> Iterator[R]:
        """Do the tasks in their order."""
        return map(work, tasks)


@dataclass(frozen=True)
class Processes(_Here):
    """Tasks in several processes of this machine, by ``concurrent.futures``.

    A process that dies takes only its own task with it, which is done again by another. When this process is
    killed the others end with it.
    """

    workers: int

    def run(self, work: Callable[[T], R], tasks: Sequence[T]) -> Iterator[R]:
        """Do the tasks side by side."""
        waiting = deque(tasks)
        failures = 0
        while waiting:
            try:
                for result in _pooled(work, waiting, min(self.workers, len(waiting))):
                    failures = 0
                    yield result
            except BrokenProcessPool:
                failures += 1
                if failures == ATTEMPTS:
                    raise ScaleError(_DIED) from None


_DIED = (
    f"A process that reads articles has died {ATTEMPTS} times in a row, often for want of memory: try --workers 1. "
    "In a script of your own, call tellings.scale.read under `if __name__ == '__main__':`."
)


def _pooled(work: Callable[[T], R], waiting: deque[T], workers: int) -> Iterator[R]:
    """Results from a pool of processes; a task leaves ``waiting`` when its result is there."""
    pool = ProcessPoolExecutor(workers, mp_context=_context(), initializer=_start)
    running: dict[Future[R], T] = {}
    try:
        while waiting or running:
            while waiting and len(running) < 2 * workers:
                task = waiting.popleft()
                running[pool.submit(work, task)] = task
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                result = future.result()
                del running[future]
                yield result
        pool.shutdown()
    except BaseException:
        waiting.extendleft(reversed(running.values()))
        _end(pool)
        raise


def _context() -> Any:
    """Processes that share no threads with this one: forked from a clean one where that can be, else started anew."""
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tellings.scale._work", "tellings.scale._loading"])
    return context


def _start() -> None:
    """Leave Ctrl-C to the process that asked, and end when that one does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asker = multiprocessing.parent_process()
    if asker is not None:
        threading.Thread(target=_end_with, args=(asker,), daemon=True).start()


def _end_with(asker: Any) -> None:
    asker.join()
    os._exit(1)


def _end(pool: ProcessPoolExecutor) -> None:
    """Stop at once: what the processes are at is not wanted, or will be done again."""
    processes = list((pool._processes or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        with suppress(ValueError):
            process.kill()
    for process in processes:
        with suppress(ValueError):
            process.join()


def batched(found: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of so many, the last shorter.

    >>> list(batched("abcde", 2))
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    some: list[T] = []
    for one in found:
        some.append(one)
        if len(some) == size:
            yield some
            some = []
    if some:
        yield some
