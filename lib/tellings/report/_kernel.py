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

from tellings.report._forked import NAME, register
from tellings.report._nursery import Nursery, own_environment

_ARGUMENTS = (
    "--InteractiveShellApp.ignore_cwd=True",
    "--HistoryManager.enabled=False",
    "--TerminalIPythonApp.display_banner=False",
)
_SOCKET_PATH = 90  # a Unix socket's name holds 104 bytes or more; the longest here adds a few


@asynccontextmanager
async def kernel(
    folder: Path, *, cwd: Path, environment: Mapping[str, str], nursery: Nursery | None
) -> AsyncIterator[Any]:
    """A started kernel's manager; the kernel is killed at the end, however that comes.

    ``folder`` is a private one that holds the connection file, the sockets and what the process wrote to its
    standard error (``stderr``). No port is opened where the system has Unix sockets.
    """
    manager = _manager(folder, nursery)
    with (folder / "stderr").open("wb") as stderr:
        await manager.start_kernel(
            cwd=str(cwd),
            env={**own_environment(), "IPYTHONDIR": str(folder / "ipython"), **environment},
            extra_arguments=list(_ARGUMENTS),
            stdout=asyncio.subprocess.DEVNULL,
            stderr=stderr,
        )
    try:
        yield manager
    finally:
        await asyncio.shield(_stop(manager))


class _Manager(AsyncKernelManager):
    """A kernel manager that knows the nursery its kernel may be forked from."""

    nursery: Nursery | None = None


def _manager(folder: Path, nursery: Nursery | None) -> Any:
    register()
    manager = _Manager(kernel_name="python3", connection_file=str(folder / "kernel.json"))
    manager.nursery = nursery
    # The interpreter that runs this is the one that has the package, whatever kernels are installed.
    manager._kernel_spec = KernelSpec(
        argv=[sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
        display_name="Python 3",
        language="python",
        metadata={"kernel_provisioner": {"provisioner_name": NAME}},
    )
    if sys.platform != "win32" and len(os.fsencode(folder)) < _SOCKET_PATH:
        manager.transport = "ipc"
        manager.ip = str(folder / "s")
    return manager


async def _stop(manager: Any) -> None:
    if manager.has_kernel:
        await manager.shutdown_kernel(now=True)
    manager.cleanup_connection_file()
