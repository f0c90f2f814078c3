"""Work for the engines to do, where their processes can import it."""

from __future__ import annotations

import os
import signal

from tellings.errors import ScaleError


def twice(number: int) -> int:
    return 2 * number


def die_once(task: tuple[int, str]) -> int:
    """The first that meets number 3 kills its process."""
    number, mark = task
    if number == 3:
        try:
            os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            return number
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def die(number: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return number


def refuse(number: int) -> int:
    raise ScaleError(f"no {number}")


def heeds_interrupts() -> None:
    """For a new process that is to be interrupted: what starts the tests in the background may have it ignore that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
