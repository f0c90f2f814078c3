"""A kernel of this very interpreter, reached through sockets in a private folder."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager

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
}
_ARGUMENTS = (
    "--InteractiveShellApp.ignore_cwd=True",
    "--HistoryManager.enabled=False",
    "--TerminalIPythonApp.display_banner=False",
)
_SOCKET_PATH = 90  # a Unix socket's name holds 104 bytes or more; the longest here adds a few


@asynccontextmanager
async def kernel(folder: Path, *, cwd: Path, environment: Mapping[str, str]) -> AsyncIterator[Any]:
    """A started kernel's manager; the kernel is killed at the end, however that comes.

    ``folder`` is a private one that holds the connection file, the sockets and what the process wrote to its
    standard error (``stderr``). No port is opened where the system has Unix sockets.
    """
    manager = _manager(folder)
    with (folder / "stderr").open("wb") as stderr:
        await manager.start_kernel(
            cwd=str(cwd),
            env={**os.environ, **SAME_EVERYWHERE, "IPYTHONDIR": str(folder / "ipython"), **environment},
            extra_arguments=list(_ARGUMENTS),
            stdout=asyncio.subprocess.DEVNULL,
            stderr=stderr,
        )
    try:
        yield manager
    finally:
        await asyncio.shield(_stop(manager))


def _manager(folder: Path) -> Any:
    manager = AsyncKernelManager(kernel_name="python3", connection_file=str(folder / "kernel.json"))
    # The interpreter that runs this is the one that has the package, whatever kernels are installed.
    manager._kernel_spec = KernelSpec(
        argv=[sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
        display_name="Python 3",
        language="python",
    )
    if sys.platform != "win32" and len(os.fsencode(folder)) < _SOCKET_PATH:
        manager.transport = "ipc"
        manager.ip = str(folder / "s")
    return manager


async def _stop(manager: Any) -> None:
    if manager.has_kernel:
        await manager.shutdown_kernel(now=True)
    manager.cleanup_connection_file()
