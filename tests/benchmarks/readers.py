"""All readers together, one core: articles a second and each reader's share, beside spaCy in the same run.

``python -m tests.benchmarks readers 600``; spaCy from another environment with ``TELLINGS_PEERS=/its/bin/python``.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from bisect import bisect_right
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.corpus import articles, write
from tests.benchmarks.scale import run

from tellings.read._all import readers, uncollected
from tellings.read._document import Document
from tellings.read._stance import judge

_PEERS = ("spaCy blank", "spaCy small")
_PARTS = 6  # the articles are read in so many parts, with the peers between them: the machine's mood changes


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
        sentences, people = document(known["sentences"].find), document(known["people"].find)
        starts = [sentence.start for sentence in sentences]
        for person in people:
            sentence = sentences[bisect_right(starts, person.start) - 1]
            if person.end <= sentence.end:
                within = text[sentence.start : sentence.end]
                judge(within, person.start - sentence.start, person.end - sentence.start)
        self.seconds["stance"] += time.process_time() - began


def main(n: int = 600) -> None:
    """Print articles a second of processor, the ratio to spaCy's small model, and the readers' shares."""
    made = list(articles(n))
    taken, peers = Taken(defaultdict(float)), dict.fromkeys(_PEERS, (0.0, 0.0))
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "articles.parquet"
        write(made[: max(n // _PARTS // 3, 10)], table, form="parquet")
        for part in range(_PARTS):
            with uncollected():  # as tellings.read.all reads
                for article in made[part::_PARTS]:
                    taken.read(article.text)
            for name in _PEERS:
                took = run(name, table, 0, n, python=os.environ.get("TELLINGS_PEERS", sys.executable))
                cpu, read = peers[name]
                peers[name] = (cpu + took[0]["cpu"], read + took[0]["articles"]) if took else (cpu, read)
    kit = n / sum(taken.seconds.values())
    print("| one core | articles a second of processor | the kit's ratio |\n|---|---|---|")
    print(f"| **the kit, all {len(taken.seconds)} readers** | {kit:,.1f} | |")
    for name, (cpu, read) in peers.items():
        print(
            f"| {name} | {read / cpu:,.1f} | {kit * cpu / read:.1f} |"
            if cpu
            else f"| {name} | not installed here | |"
        )
    _shares(taken, n)


def _shares(taken: Taken, n: int) -> None:
    print("\n| reader | ms an article | share |\n|---|---|---|")
    for name, seconds in sorted(taken.seconds.items(), key=lambda each: -each[1]):
        print(f"| {name} | {1000 * seconds / n:.2f} | {seconds / sum(taken.seconds.values()):.1%} |")
    print(f"\n{n:,} made articles, each read once. A reader's time holds all that it is the first to ask for: the first "
          "that needs tokens or tags pays for them.")  # fmt: skip
