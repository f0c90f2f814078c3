"""A report is made with the network cut off, and nobody can reach it while it is made."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

SEEDS = Path(__file__).parents[2] / "seeds"

# Read by every Python process of a run, kernels too: what reaches for the network is written down and refused.
GUARD = """
import os, socket, sys

def guard(event, given):
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"):
        told = given[0]
    elif event in ("socket.connect", "socket.bind", "socket.sendto") and given[0].family != socket.AF_UNIX:
        told = given[1]
        if (event, told) == ("socket.bind", ("::1", 0)):
            return  # urllib3, when imported, looks whether there is IPv6, and closes it again
    else:
        return
    with open(os.environ["GUARDED"], "a") as log:
        log.write(f"{event} {told}\\n")
    raise OSError("the network is cut off")

sys.addaudithook(guard)
"""


def command(out: Path, *more: str | Path) -> list[str]:
    given = ["report", "--articles", str(SEEDS), "--out", str(out), "--quiet", *map(str, more)]
    return [sys.executable, "-m", "tellings.cli", *given]


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _can_cut_off() -> bool:
    unshare = shutil.which("unshare")
    return (
        bool(unshare)
        and subprocess.run([unshare, "-n", "true"], capture_output=True, check=False).returncode == 0
    )


@pytest.mark.skipif("TELLINGS_HOSTILE" not in os.environ, reason="a whole run more: set TELLINGS_HOSTILE=1")
@pytest.mark.skipif(not _can_cut_off(), reason="this system lets no network be taken away from a process")
def test_without_any_network_the_bytes_are_the_same(
    report_of: Callable[[Path], Path], tmp_path: Path
) -> None:
    """Not even the loopback is there in a new namespace of networks."""
    cut_off = [
        "unshare",
        "-n",
        *command(tmp_path / "out", "--store", tmp_path / "store", "--engine", "serial"),
    ]
    ran = subprocess.run(cut_off, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert contents(tmp_path / "out") == contents(report_of(SEEDS))


def test_nothing_asks_for_an_address_connects_or_listens(tmp_path: Path) -> None:
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(GUARD)
    log = tmp_path / "log"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "guard"), "GUARDED": str(log)}
    runner = subprocess.Popen(
        command(tmp_path / "out", "--notebook", "corpus"), env=environment, stderr=subprocess.PIPE
    )
    seen, most = set(), 0
    while runner.poll() is None:
        family = _family(runner.pid)
        most = max(most, len(family))
        seen |= {name for process in family for name in _sockets(process)}
        time.sleep(0.1)
    assert runner.stderr
    assert (runner.returncode, runner.stderr.read()) == (0, b"")
    assert most >= 3  # the command, the process that kernels are forked from, a kernel
    assert not seen
    assert not (log.exists() and log.read_text())


def test_the_guard_sees_what_it_is_for(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(GUARD)
    log = tmp_path / "log"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "GUARDED": str(log)}
    reach = "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')"
    ran = subprocess.run([sys.executable, "-c", reach], env=environment, capture_output=True, check=False)
    assert ran.returncode == 1
    assert "urllib.Request" in log.read_text()


def _family(number: int) -> list[psutil.Process]:
    try:
        process = psutil.Process(number)
        return [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def _sockets(process: psutil.Process) -> set[str]:
    """The sockets of a process that are not files: of the internet's families, whatever they do."""
    try:
        return {
            f"{process.name()} {found.status} {found.laddr}" for found in process.net_connections(kind="inet")
        }
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return set()
