"""The near end of the process that kernels are forked from, and the environment that all of them share."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

# A run says the same wherever and whenever it is made, on one core or on sixty-four.
SAME_EVERYWHERE: Mapping[str, str] = {
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
    "TZ": "UTC",
    "LC_ALL": "C.UTF-8",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    # A json.py beside the articles is not the module that the kernel asks for.
    "PYTHONSAFEPATH": "1",
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    "MATPLOTLIBRC": str(Path(__file__).with_name("matplotlibrc")),
    "SOURCE_DATE_EPOCH": "0",
}


def own_environment() -> dict[str, str]:
    """The user's environment, with what makes a difference to a report taken out of it."""
    return {**os.environ, **SAME_EVERYWHERE}


class Nursery:
    """The warm process from which kernels are forked; see :mod:`tellings.report._forking`."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tellings.report._forking"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=own_environment(),
            start_new_session=True,
        )

    async def fork(self, argv: Sequence[str], *, cwd: str, env: Mapping[str, str], stderr: str) -> int | None:
        """The id of a new kernel's process; None where there is no nursery to fork it any more."""
        request = {"argv": list(argv), "cwd": cwd, "env": dict(env), "stderr": stderr}
        return await asyncio.to_thread(self._ask, json.dumps(request).encode() + b"\n")

    def close(self) -> None:
        """End the process; its kernels end with it."""
        self._process.kill()
        self._process.communicate()

    def _ask(self, line: bytes) -> int | None:
        assert self._process.stdin
        assert self._process.stdout
        with self._lock:
            try:
                self._process.stdin.write(line)
                self._process.stdin.flush()
                return int(self._process.stdout.readline())
            except (OSError, ValueError):
                return None


@contextmanager
def nursery() -> Iterator[Nursery | None]:
    """A nursery for the time of a run; None where a process cannot safely be forked (all but Linux)."""
    if sys.platform != "linux":
        yield None
        return
    opened = Nursery()
    try:
        yield opened
    finally:
        opened.close()
