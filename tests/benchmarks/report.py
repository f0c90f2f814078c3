"""A whole report of the seeds, beside papermill's and nbconvert's own commands one after another."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.measure import ROOT

BIN = Path(sys.executable).parent


def main() -> None:
    """Print wall seconds of each way, and the part that passes until the first kernel answers."""
    with tempfile.TemporaryDirectory() as folder:
        plain = _plain(Path(folder))
        rows = [
            (f"tellings report --jobs {jobs}", *_ours(Path(folder) / f"out{jobs}", jobs)) for jobs in (1, 2)
        ]
    print("| | seconds | to the first kernel | ratio |\n|---|---|---|---|")
    print(f"| papermill, then nbconvert, one after another | {plain:.1f} | | 1.0 |")
    for name, seconds, first in rows:
        print(f"| {name} | {seconds:.1f} | {first:.1f} | {seconds / plain:.2f} |", flush=True)


def _plain(folder: Path) -> float:
    began = time.perf_counter()
    for notebook in sorted((ROOT / "notebooks").glob("[1-5]-*.ipynb")):
        out = folder / notebook.name
        _run(str(BIN / "papermill"), str(notebook), str(out), "-p", "articles", str(ROOT / "seeds"))
        _run(str(BIN / "jupyter-nbconvert"), "--to", "html", str(out))
    return time.perf_counter() - began


def _ours(out: Path, jobs: int) -> tuple[float, float]:
    began = time.perf_counter()
    said = _run(
        str(BIN / "tellings"),
        "report",
        "--articles",
        str(ROOT / "seeds"),
        "--out",
        str(out),
        "--jobs",
        str(jobs),
    )
    seconds = time.perf_counter() - began
    found = re.search(r"\(([\d.]+) s of it to the first kernel", said)
    return seconds, float(found.group(1)) if found else float("nan")


def _run(*command: str) -> str:
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    return done.stdout + done.stderr
