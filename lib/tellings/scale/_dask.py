"""The engine for more than one machine: tasks go to the workers of a Dask scheduler."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from tellings.errors import ScaleError

T = TypeVar("T")
R = TypeVar("R")

RETRIES = 3
_CONNECT = 20  # seconds to wait for a scheduler
_MISSING = (
    "The engine dask needs Dask's distributed, which is not installed. Install the extra: "
    "pip install 'tellings[dask]' (or pip install 'dask[distributed]')."
)


class Dask:
    """Tasks on the workers of a scheduler, or of a cluster in processes of this machine where none is named.

    Workers read their own texts from the table on disk and write their own part of the store, so both must lie
    where every worker reaches them under the same path. Tasks and results are lists of names. What a lost
    worker was at is done again by another.
    """

    def __init__(self, *, workers: int | None, scheduler: str | None) -> None:
        try:
            import distributed
        except ImportError:
            raise ScaleError(_MISSING) from None
        self._distributed: Any = distributed
        self._cluster = None if scheduler else _local(distributed, workers or os.cpu_count() or 1)
        self._client = _connect(distributed, self._cluster or scheduler)

    def run(self, work: Callable[[T], R], tasks: Sequence[T]) -> Iterator[R]:
        """Do the tasks on the workers; each result as it is there."""
        futures = [self._client.submit(work, task, pure=False, retries=RETRIES) for task in tasks]
        try:
            for future in self._distributed.as_completed(futures):
                try:
                    result = future.result()
                except self._distributed.KilledWorker as error:
                    raise ScaleError(_killed(error)) from None
                yield result
                future.release()
        finally:
            self._client.cancel(futures)

    def light(self, work: Callable[[T], R], tasks: Sequence[T]) -> Iterator[R]:
        """The same: the files lie with the workers."""
        return self.run(work, tasks)

    def close(self) -> None:
        """Leave the scheduler; a cluster of this machine ends."""
        self._client.close()
        if self._cluster is not None:
            self._cluster.close()


def _local(distributed: Any, workers: int) -> Any:
    # No page of its own for watching, and no word on standard error but ours.
    return distributed.LocalCluster(
        n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    )


def _connect(distributed: Any, where: Any) -> Any:
    try:
        return distributed.Client(where, timeout=_CONNECT)
    except (OSError, ValueError, TimeoutError) as error:
        raise ScaleError(
            f"No Dask scheduler answers at {where!r} ({str(error).partition(chr(10))[0]}). "
            "Give the address that `dask scheduler` prints, such as tcp://host:8786."
        ) from None


def _killed(error: Exception) -> str:
    return (
        f"A task has cost {RETRIES} workers or more their lives, often for want of memory: give the workers more. "
        f"({str(error).partition(chr(10))[0][:200]})"
    )
