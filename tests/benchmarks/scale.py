"""Sentences, words with offsets, VADER and frames of many articles: the kit beside NLTK and others, in one run.

``python -m tests.benchmarks scale 10000``; peers from another environment with ``TELLINGS_PEERS=/its/bin/python``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

from tests.benchmarks._equality import differences, equal
from tests.benchmarks.corpus import articles, texts, write
from tests.benchmarks.measure import ROOT, into_method

# What others read, and what NLTK's time for it is taken for.
_PEERS = {
    "vaderSentiment": ("VADER", "VADER"),
    "spaCy blank": ("sentences, words", "sentences, words"),
    "spaCy small": ("sentences, words, tags, parses, names", "all four"),
    "scikit-learn": ("counts of words", "sentences, words"),
}


class Row(NamedTuple):
    """A line of the table."""

    name: str
    reads: str
    took: dict[str, float]

    def line(self, nltk: dict[str, float], equality: str = "") -> str:
        """As Markdown, with the ratio to NLTK's time for the same articles, by processor and by clock."""
        took, articles_ = self.took, self.took["articles"]
        cpu, wall = (nltk[unit] / nltk["articles"] * articles_ / took[unit] for unit in ("cpu", "wall"))
        return (
            f"| {self.name} | {self.reads} | {articles_ / took['cpu']:,.0f} | {articles_ / took['wall']:,.0f} "
            f"| {took['characters'] / took['cpu'] / 1e6:.2f} | {took['peak']:,.0f} | {equality} "
            f"| {cpu:.1f} | {wall:.1f} |"
        )


def run(name: str, table: Path, first: int, last: int, *, python: str = sys.executable) -> Any:
    """What a contender took, in a process of its own; None where it is not installed."""
    command = [python, "-m", "tests.benchmarks._contenders", name, str(table), str(first), str(last)]
    paths = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"PYTHONPATH": paths}, capture_output=True, text=True, check=False
    )
    if done.returncode and "ModuleNotFoundError" not in done.stderr and "StopIteration" not in done.stderr:
        raise RuntimeError(done.stderr)
    return None if done.returncode else json.loads(done.stdout)


def main(n: int = 10_000) -> None:
    """Print the table, and write it into METHOD.md."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "articles.parquet"
        write(articles(n), table, form="parquet")
        shown = "\n".join(_lines(table, n))
    print(shown, flush=True)
    into_method("scale", shown)
    equality = equal(10 * n)
    print(f"\n{equality}")
    into_method("scale", f"{shown}\n\n{equality}")


def _lines(table: Path, n: int) -> list[str]:
    sample = min(max(n // 30, 100), 500)
    rest = n // 3
    nltk = [run("NLTK", table, 0, sample)]
    first, again = run("kit", table, 0, n)
    nltk.append(run("NLTK", table, rest // 250 * 250, rest // 250 * 250 + sample))
    two = run("kit in processes", table, 0, n)
    words = run("kit words", table, 0, n)[0]
    nltk.append(run("NLTK", table, 2 * rest // 250 * 250, 2 * rest // 250 * 250 + sample))
    stages = {stage: _sum([each[stage] for each in nltk]) for stage in nltk[0]}
    all_ = _sum([stages[stage] for stage in ("words", "scores", "frames", "sentences")], articles_of=0)
    rows = [
        Row("NLTK", "sentences, words", _sum([stages["sentences"], stages["words"]], articles_of=0)),
        Row("NLTK", "VADER", stages["scores"]),
        Row("regular expressions", "frames", stages["frames"]),
        Row("**NLTK, all of it**", "all four", all_),
        Row("kit, first time", "sentences, words", words),
        Row("**kit, first time**", "all four", first),
        Row("**kit, words seen before**", "all four", again),
        Row("**kit, two processes, first time**", "all four", two),
    ]
    _, wrong = differences(texts(100, seed=12))
    mark = {row.name: "no" if wrong else "yes" for row in rows if "kit" in row.name}
    made = [
        "| one core unless said | reads | articles/s, processor | articles/s, clock | MB/s | peak MB | equal to NLTK "
        "| ratio, processor | ratio, clock |",
        "|---|---|---|---|---|---|---|---|---|",
        *(row.line(_nltk(row.reads, rows), mark.get(row.name, "")) for row in rows),
    ]
    return [*made, *_peers(table, sample, rows), "", _note(n, sample)]


def _nltk(reads: str, rows: list[Row]) -> dict[str, float]:
    """NLTK's time for this; its rows come first."""
    return next(row.took for row in rows if row.reads == reads)


def _peers(table: Path, sample: int, rows: list[Row]) -> list[str]:
    lines = []
    for name, (reads, like) in _PEERS.items():
        python = (
            sys.executable if name == "vaderSentiment" else os.environ.get("TELLINGS_PEERS", sys.executable)
        )
        took = run(name, table, 0, sample // 4 if name == "spaCy small" else 3 * sample, python=python)
        lines.append(
            Row(name, reads, took[0]).line(_nltk(like, rows))
            if took
            else f"| {name} | not installed here |" + " |" * 7
        )
    return lines


def _sum(some: list[dict[str, float]], *, articles_of: int | None = None) -> dict[str, float]:
    """Times added up, and articles too unless they are the same ones (then those of the one named)."""
    made = {unit: sum(each[unit] for each in some) for unit in ("cpu", "wall", "articles", "characters")}
    if articles_of is not None:
        made |= {unit: some[articles_of][unit] for unit in ("articles", "characters")}
    return made | {"peak": max(each["peak"] for each in some)}


def _note(n: int, sample: int) -> str:
    return (
        f"{n:,} made articles from a Parquet table (`tests/benchmarks/corpus.py`); NLTK on {3 * sample:,} of them, in three "
        f"runs between the kit's; spaCy's model on {sample // 4:,}. Ratios are to NLTK's time for all four, in the rows that "
        "read less to its time for the same. The first time nothing is known of any chunk; every process learns for itself."
    )
