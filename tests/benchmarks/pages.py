"""How soon a page can be read: bytes, elements and milliseconds to the first paint, of two articles and of fifty."""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.measure import ROOT

import tellings as tl

sys.path.insert(0, str(ROOT / "tests"))

from browser import chromium
from corpora import many

if TYPE_CHECKING:
    from playwright.sync_api import Browser

REPEATS = 5
_TIMES = """() => {
  const [loaded] = performance.getEntriesByType("navigation");
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  return [paint ? paint.startTime : NaN, loaded.domContentLoadedEventEnd, document.querySelectorAll("*").length];
}"""


def main() -> None:
    """Print a row a page, the median of some openings, each in a browser context of its own."""
    program = chromium.find()
    if not program:
        print(chromium.WITHOUT)
        return
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder)
        for articles in (ROOT / "seeds", many(made / "fifty", 50)):
            tl.report.run(articles=articles, out=made / "out" / articles.name)
        print(
            "| page | articles | MB | elements | first paint, ms | document ready, ms |\n|---|---|---|---|---|---|"
        )
        with chromium.opened(program) as browser:
            for path in sorted(
                (made / "out").glob("*/*.html"), key=lambda path: (path.parent.name != "seeds", path)
            ):
                print(
                    f"| {path.stem} | {'2' if path.parent.name == 'seeds' else '50'} | {_row(browser, path)} |",
                    flush=True,
                )


def _row(browser: Browser, path: Path) -> str:
    times = [_opened(browser, path) for _ in range(REPEATS)]
    paint, ready, elements = (statistics.median(column) for column in zip(*times, strict=True))
    return f"{path.stat().st_size / 1e6:.2f} | {elements:,.0f} | {paint:.0f} | {ready:.0f}"


def _opened(browser: Browser, path: Path) -> tuple[float, float, float]:
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(path.as_uri())
        chromium.wait_until(page, "performance.getEntriesByName('first-contentful-paint').length")
        paint, ready, elements = page.evaluate(_TIMES)
        return paint, ready, elements


if __name__ == "__main__":
    main()
