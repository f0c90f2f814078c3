"""Time and texts that the benchmarks share."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def seconds(work: Callable[[], object], *, repeats: int = 3) -> float:
    """The quickest of some runs: what the work takes when nothing else gets in its way."""
    taken = []
    for _ in range(repeats):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return min(taken)


def articles(n: int, *, seed: int = 0) -> list[str]:
    """Articles of some 500 words, varied: the seeds' sentences with their words exchanged among one another.

    Nearly every sentence is its own, so that nothing is quick for having been seen before.
    """
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    lines = [line for text in texts for line in text.splitlines() if line.strip()]
    words = sorted(
        {
            word
            for line in lines
            for word in line.split()
            if word.isalpha() and word.islower() and len(word) > 4
        }
    )
    rng = random.Random(seed)
    return ["\n\n".join(_varied(rng.choice(lines), words, rng) for _ in range(18)) for _ in range(n)]


def _varied(line: str, words: list[str], rng: random.Random) -> str:
    return " ".join(
        rng.choice(words) if word in words and rng.random() < 0.4 else word for word in line.split()
    )


def into_method(name: str, shown: str) -> None:
    """Write a table into METHOD.md, between the marks of this name."""
    path = ROOT / "METHOD.md"
    text = path.read_text(encoding="utf-8")
    begin, end = f"<!-- benchmark {name} -->\n", f"<!-- end of benchmark {name} -->"
    if begin not in text or end not in text:
        raise LookupError(f"METHOD.md has no marks for the benchmark {name!r}")
    before, _, rest = text.partition(begin)
    after = rest.partition(end)[2]
    path.write_text(f"{before}{begin}\n{shown}\n\n{end}{after}", encoding="utf-8")
