"""All readers together, one core: articles a second beside spaCy in the same run, and each reader's share.

``python -m tests.benchmarks readers 3000``; spaCy from another environment with ``TELLINGS_PEERS=/its/bin/python``.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks._contenders import judge_all
from tests.benchmarks.corpus import articles, write
from tests.benchmarks.measure import into_method
from tests.benchmarks.scale import run

from tellings.read._all import readers, uncollected
from tellings.read._document import Document

_PEERS = ("spaCy blank", "spaCy small")
_UNITS = ("articles", "cpu", "wall", "characters")


class Taken(NamedTuple):
    """Seconds of processor by reader."""

    seconds: dict[str, float]

    def read(self, text: str) -> None:
        """Read one article with every reader, and judge the stance towards everybody whom a sentence names."""
        document = Document(text)
        known = readers("policy")
        for name, reader in known.items():
            began = time.process_time()
            document(reader.find)
            self.seconds[name] += time.process_time() - began
        began = time.process_time()
        sentences, people = (
            [(row.start, row.end) for row in document(known[name].find)] for name in ("sentences", "people")
        )
        judge_all(text, sentences, people)
        self.seconds["stance"] += time.process_time() - began


def main(n: int = 3_000) -> None:
    """Print articles a second and the ratio to spaCy's small model, and each reader's share; write them into METHOD.md."""
    took: dict[str, list[dict[str, float]]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "articles.parquet"
        write(articles(n), table, form="parquet")
        peers, sample = os.environ.get("TELLINGS_PEERS", sys.executable), max(n // 20, 20)
        # The peers where a part begins, before the kit and after it: the machine's mood changes.
        for first in (0, n // 500 * 250):
            if took:
                once, again = run("kit readers", table, 0, n)
                took |= {"**kit, first time**": [once], "**kit, words seen before**": [again]}
            for name in _PEERS:
                took[name] += run(name, table, first, first + sample, python=peers) or []
    took = {name: took[name] for name in sorted(took, key=lambda name: name in _PEERS)}
    shown = "\n".join([*_lines(took), "", _note(n, 2 * sample), "", *_shares(n // 6)])
    print(shown)
    into_method("readers", shown)


def _lines(took: dict[str, list[dict[str, float]]]) -> list[str]:
    """The table, a line a contender, with the ratio to spaCy's small model by processor and by clock."""
    summed = {name: {unit: sum(run[unit] for run in runs) for unit in _UNITS} for name, runs in took.items()}
    lines = [
        "| one core | articles/s, processor | articles/s, clock | MB/s | peak MB | ratio, processor | ratio, clock |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, one in summed.items():
        if not took[name]:
            lines.append(f"| {name} | not installed here | | | | | |")
            continue
        cpu, wall = (one["articles"] / one[unit] for unit in ("cpu", "wall"))
        ratios = " | | "
        if small := took["spaCy small"] and summed["spaCy small"]:
            ratios = " | ".join(
                f"{rate * small[unit] / small['articles']:.1f}"
                for rate, unit in ((cpu, "cpu"), (wall, "wall"))
            )
        peak = max(run["peak"] for run in took[name])
        lines.append(
            f"| {name} | {cpu:,.1f} | {wall:,.1f} | {one['characters'] / one['cpu'] / 1e6:.2f} | {peak:,.0f} | {ratios} |"
        )
    return lines


def _note(n: int, sample: int) -> str:
    return (
        f"{n:,} made articles; spaCy on {sample:,} of them, half before the kit and half after. The kit makes every reader's "
        "table as a store takes it, and judges the stance towards each person whom a sentence names; spaCy's small model "
        "tags, parses and finds names."
    )


def _shares(n: int) -> list[str]:
    """What each reader takes of the time, a line a reader."""
    taken = Taken(defaultdict(float))
    with uncollected():  # as tellings.read.all reads
        for article in articles(n):
            taken.read(article.text)
    whole = sum(taken.seconds.values())
    told = [(name, seconds) for name, seconds in taken.seconds.items() if seconds > whole / 200]
    told.sort(key=lambda each: -each[1])
    rest = whole - sum(seconds for _, seconds in told)
    return [
        "| reader | ms an article | share |\n|---|---|---|",
        *(f"| {name} | {1e3 * seconds / n:.2f} | {seconds / whole:.1%} |" for name, seconds in told),
        f"| the others | {1e3 * rest / n:.2f} | {rest / whole:.1%} |",
        f"\n{n:,} of the articles one after another, as `tellings.read.all` reads them: {1e3 * whole / n:.1f} ms an article. "
        "A reader's time holds all that it is the first to ask for: the first that needs tokens or tags pays for them.",
    ]
