"""Kernels forked from one warm process, as jupyter_client sees them."""

from __future__ import annotations

import contextlib
import os
import signal
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

from jupyter_client.provisioning.factory import KernelProvisionerFactory
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

NAME = "tellings-forked"


class ForkedProvisioner(LocalProvisioner):
    """Launches a kernel by forking it from its manager's ``nursery``, or as usual where that cannot be done."""

    parent: Any
    process: Any

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> Any:
        """Launch a kernel; ``cmd`` is the whole command line, of which a forked one needs the arguments."""
        process = await self._fork(cmd, **kwargs) if self.parent.nursery else None
        if process is None:
            return await super().launch_kernel(cmd, **kwargs)
        self.process = _Process(process)
        self.pid = self.pgid = process
        self.cwd = Path(kwargs["cwd"])
        return self.connection_info

    async def _fork(self, cmd: list[str], **kwargs: Any) -> int | None:
        started: int | None = await self.parent.nursery.fork(
            cmd[cmd.index("-f") :], cwd=kwargs["cwd"], env=kwargs["env"], stderr=kwargs["stderr"].name
        )
        return started


class _Process:
    """As much of Popen as the provisioner uses, for a process that is not this one's child."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        self.pid = pid

    def poll(self) -> int | None:
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return 1
        return None

    def wait(self) -> int | None:
        return self.poll()

    def send_signal(self, number: int) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)


def register() -> None:
    """Make the provisioner known to jupyter_client, for this process alone."""
    entry = EntryPoint(NAME, f"{__name__}:{ForkedProvisioner.__name__}", KernelProvisionerFactory.GROUP_NAME)
    KernelProvisionerFactory.instance().provisioners[NAME] = entry
