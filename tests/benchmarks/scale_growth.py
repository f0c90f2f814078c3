"""The same reading of a hundredth, a tenth and all of the articles (a number): an article's time must stay flat."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.benchmarks.corpus import articles, write
from tests.benchmarks.measure import into_method
from tests.benchmarks.scale import run


def main(n: int = 100_000) -> None:
    """Print the table for a hundredth, a tenth and all of the articles, and write it into METHOD.md."""
    lines = [
        "| articles | ms of processor an article, first time | words seen before | articles/s by the clock | peak MB |",
        "|---|---|---|---|---|",
    ]
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "articles.parquet"
        write(articles(n), table, form="parquet")
        for size in (n // 100, n // 10, n):
            first, again = run("kit", table, 0, size)
            each = [1e3 * took["cpu"] / took["articles"] for took in (first, again)]
            lines.append(
                f"| {size:,} | {each[0]:.2f} | {each[1]:.2f} | {first['articles'] / first['wall']:,.0f} "
                f"| {again['peak']:,.0f} |"
            )
    shown = "\n".join(lines)
    print(shown)
    into_method("scale_growth", shown)
