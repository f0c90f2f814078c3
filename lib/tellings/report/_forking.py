"""A process that has the readers ready and forks a kernel whenever it is asked for one.

What a kernel does before its first cell (import pandas, read the lexicons) is most of its time, and the same
for every notebook of a run: here it is done once. ``python -m tellings.report._forking`` is that process; it
answers a line of JSON on its standard input with the id of a new process that has become an IPython kernel.
It ends when its standard input does, and the kernels end with it.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import signal
import sys
from typing import Any, NoReturn

_SENTENCE = "“We met Ann Lee of the BBC on 3 May,” said the minister, 41, who paid £2m more."


def main() -> None:
    """Get ready, then fork as often as asked."""
    warm()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the kernels: the system clears them away
    gc.freeze()
    for line in sys.stdin.buffer:
        request = json.loads(line)
        process = os.fork()
        if not process:
            become_kernel(request)
        sys.stdout.buffer.write(b"%d\n" % process)
        sys.stdout.buffer.flush()


def warm() -> None:
    """Import what notebooks import and let the readers read their tables."""
    import ipykernel.ipkernel
    import ipykernel.kernelapp  # noqa: F401

    # What goes wrong here goes wrong again in the notebook, which can say so.
    with contextlib.suppress(Exception):
        import tellings.compare
        import tellings.show  # noqa: F401
        from tellings.read._all import READERS
        from tellings.read._document import Document

        document = Document(_SENTENCE)
        for reader in READERS.values():
            document(reader.find)


def become_kernel(request: dict[str, Any]) -> NoReturn:
    """Take on the place, the environment and the arguments asked for, and be a kernel until the end."""
    status = 1
    try:
        parent = os.getppid()
        os.setsid()
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.chdir(request["cwd"])
        os.environ.clear()
        os.environ.update(request["env"])
        _redirect(request["stderr"])
        from ipykernel.kernelapp import IPKernelApp

        _close_off()
        IPKernelApp.launch_instance(argv=[*request["argv"], f"--IPKernelApp.parent_handle={parent}"])
        status = 0
    except SystemExit as end:
        status = int(end.code or 0) if isinstance(end.code, int | None) else 1
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        os._exit(status)


def _close_off() -> None:
    """Open no port: the kernel's own, on the loopback, is for what its children print, and no notebook has any."""
    from ipykernel.iostream import IOPubThread

    def no_pipe(thread: Any) -> None:
        thread._pipe_flag = False

    setattr(IOPubThread, "_setup_pipe_in", no_pipe)  # noqa: B010


def _redirect(stderr: str) -> None:
    """Let go of the nursery's own pipes."""
    nothing = os.open(os.devnull, os.O_RDWR)
    told = os.open(stderr, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for number, handle in ((0, nothing), (1, nothing), (2, told)):
        os.dup2(handle, number)


if __name__ == "__main__":
    main()
