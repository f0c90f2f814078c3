"""Readers on 1, 10 and 100 times the text, and on hostile text: time per character must stay flat."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.benchmarks.measure import articles, seconds

from tellings import read

READERS: dict[str, Callable[[str], Any]] = {
    "sentences": read.sentences,
    "tokens": read.tokens,
    "captions": read.captions,
    "gaps": read.gaps,
    "quotes": read.quotes,
    "people": read.people,
    "quantities": read.quantities,
    "dates": read.dates,
    "frames": read.frames,
    "vader": read.vader,
}
HOSTILE = {"quotation marks": "“ ", "digits": "7", "one word": "a", "brackets": "([{ ", "capitals": "Ab "}


def main() -> None:
    """Print microseconds a character at each length."""
    unit = articles(1)[0]
    print(
        f"| reader | {len(unit):,} characters | ×10 | ×100 | "
        + " | ".join(f"{name}, ×10 / ×1" for name in HOSTILE)
        + " |"
    )
    print("|---|---|---|---|" + "---|" * len(HOSTILE))
    for name, reader in READERS.items():
        reader(unit)
        times = [
            1e6 * seconds(lambda r=reader, n=n: r((unit + "\n\n") * n), repeats=2) / (n * len(unit))
            for n in (1, 10, 100)
        ]
        ratios = [_growth(reader, piece) for piece in HOSTILE.values()]
        shown = [f"{each:.2f} µs" for each in times] + [f"{ratio:.1f}" for ratio in ratios]
        print(f"| {name} | " + " | ".join(shown) + " |", flush=True)


def _growth(reader: Callable[[str], Any], piece: str) -> float:
    small, large = (piece * (n // len(piece)) for n in (10_000, 100_000))
    return seconds(lambda: reader(large), repeats=1) / seconds(lambda: reader(small), repeats=1)
