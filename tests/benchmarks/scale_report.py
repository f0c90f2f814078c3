"""A table of many articles to the finished report, stage by stage: processor time and memory of all its processes."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

import psutil
from tests.benchmarks.corpus import articles, write

EVERY = 0.5  # seconds between two looks at the processes
PAGES = "runner: pages written"
_STAGES = {"loaded": "loading the table", "read": "reading", "counted": "counting"}


def main(n: int = 1_000) -> None:
    """Print processor seconds, those an article, and the peak of all processes' memory, for each stage."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "articles.parquet"
        write(articles(n), table, form="parquet")
        took, peaks, wall = measured(table, Path(folder) / "out", Path(folder) / "store")
    print(f"{n:,} articles, one notebook at a time, {wall:,.0f} s by the clock\n")
    print("| stage | processor s | ms an article | peak MB, all processes |\n|---|---|---|---|")
    for stage, seconds in took.items():
        print(f"| {stage} | {seconds:,.0f} | {1e3 * seconds / n:.1f} | {peaks[stage]:,.0f} |")
    print(
        f"| all | {sum(took.values()):,.0f} | {1e3 * sum(took.values()) / n:.1f} | {max(peaks.values()):,.0f} |"
    )


def measured(table: Path, out: Path, store: Path) -> tuple[dict[str, float], dict[str, float], float]:
    """Processor seconds and peak MB by stage, and the time by the clock, of one report."""
    command = [sys.executable, "-m", "tellings.cli", "report", "--articles", str(table), "--out", str(out),
               "--store", str(store), "--jobs", "1", "--timeout", "7200"]  # fmt: skip
    began, stage = time.perf_counter(), ["starting"]
    run = psutil.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    threading.Thread(target=_follow, args=(run.stderr, stage), daemon=True).start()
    took: dict[str, float] = {}
    peaks: dict[str, float] = {}
    seen: dict[int, float] = {}
    while run.poll() is None:
        own, others, memory = _look(run, seen)
        pages = PAGES if stage[0].startswith("notebook") else stage[0]  # a kernel's work is not the runner's
        for name, seconds in ((stage[0], others), (pages, own)):
            took[name] = took.get(name, 0.0) + seconds
        peaks[stage[0]] = max(peaks.get(stage[0], 0.0), memory)
        peaks[pages] = max(peaks.get(pages, 0.0), memory)
        time.sleep(EVERY)
    if run.returncode:
        raise RuntimeError(f"the report ended with status {run.returncode}")
    return took, peaks, time.perf_counter() - began


def _follow(lines: IO[str], stage: list[str]) -> None:
    """Keep up with what the run says it is at."""
    for line in lines:
        head, _, told = line.strip().partition(": ")
        if head == "articles":
            stage[0] = _STAGES.get(told.rpartition(" ")[2], "reading")
        elif told:
            stage[0] = f"notebook {head}"


def _look(run: psutil.Process, seen: dict[int, float]) -> tuple[float, float, float]:
    """Processor seconds since the last look, of a process and of those below it, and the megabytes of all now."""
    more = [0.0, 0.0]
    memory = 0.0
    with suppress(psutil.Error):
        for process in (run, *run.children(recursive=True)):
            with suppress(psutil.Error, OSError):
                times = process.cpu_times()
                more[process.pid != run.pid] += times.user + times.system - seen.get(process.pid, 0.0)
                seen[process.pid] = times.user + times.system
                memory += process.memory_full_info().pss / 1e6
    return more[0], more[1], memory
