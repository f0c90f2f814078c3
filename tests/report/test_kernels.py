"""Kernels: warm where they can be forked, as usual where not, gone when the run is gone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tasks import heeds_interrupts
from tellings.report import run
from tellings.report._nursery import Nursery

from .conftest import Make

DRAW = "import matplotlib.pyplot as plt\nplt.plot([1, 2])"


async def no_fork(*_: object, **__: object) -> None:
    return None


@pytest.mark.parametrize("forked", [True, False])
def test_a_kernel_is_the_same_forked_or_not(
    make: Make, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forked: bool
) -> None:
    if not forked:
        monkeypatch.setattr(Nursery, "fork", no_fork)
    told = "import os, subprocess, sys\nprint(os.getcwd(), sys.stdin.read(), os.environ['PYTHONHASHSEED'])"
    child = "print(subprocess.run(['true']).returncode, sys.path[0] == '')"
    path = make("1-same", "# Same", told, child, "## Drawn", DRAW)
    report = run(articles=articles, out=tmp_path / "out", notebooks=[path])
    assert not report.failures
    page = (tmp_path / "out" / "same.html").read_text()
    assert "<pre>.  0\n</pre>" in page
    assert "<pre>0 False\n</pre>" in page
    assert 'src="data:image/png;base64,' in page


HANG = "import os, pathlib, time\npathlib.Path('pid').write_text(str(os.getpid()))\ntime.sleep(600)"
RUN = (
    "import sys\nfrom tellings.cli import main\n"
    "sys.exit(main(['report', '--articles', 'stories', '--out', 'out', '--notebook', sys.argv[1]]))"
)


@pytest.mark.skipif(sys.platform != "linux", reason="signals as Linux sends them")
@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGTERM, 130), (signal.SIGINT, 130), (signal.SIGKILL, -9)]
)
def test_a_run_that_is_ended_takes_its_kernels_along_and_leaves_no_half(
    make: Make, articles: Path, tmp_path: Path, number: signal.Signals, status: int
) -> None:
    path = make("1-hangs", "# Hangs", HANG)
    runner = subprocess.Popen(
        [sys.executable, "-c", RUN, str(path)],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        preexec_fn=heeds_interrupts,
    )
    kernel = int(_wait_for(tmp_path / "pid", runner))
    runner.send_signal(number)
    assert runner.wait(60) == status
    assert b"Traceback" not in runner.stderr.read() if runner.stderr else False
    _wait_until_gone(kernel)
    assert not list((tmp_path / "out").iterdir())


def _wait_for(path: Path, runner: subprocess.Popen[bytes]) -> str:
    while not path.exists() or not path.read_text():
        assert runner.poll() is None
        time.sleep(0.1)
    return path.read_text()


def _wait_until_gone(process: int) -> None:
    for _ in range(300):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    pytest.fail("the kernel outlived its run")
