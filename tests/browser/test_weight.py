"""Pages of fifty articles stay light enough to open at once. How soon they do is timed in tests/benchmarks/pages.py."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser.looks import page_of
from corpora import many

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BYTES, ELEMENTS = 4_500_000, 60_000


@pytest.fixture(scope="module")
def fifty(program: str, report_of: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return report_of(many(tmp_path_factory.mktemp("kit") / "fifty", 50))


PAGES = ("index", "corpus", "framing", "sentiment", "figures", "side-by-side")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_fifty_articles_is_light(browser: Browser, fifty: Path, name: str) -> None:
    path = fifty / f"{name}.html"
    with page_of(browser, path, width=375) as page:
        assert page.evaluate("document.documentElement.scrollWidth") == 375
        assert page.evaluate("document.querySelectorAll('*').length") < ELEMENTS
    assert path.stat().st_size < BYTES


def test_an_article_in_no_column_is_found_by_its_link(browser: Browser, fifty: Path) -> None:
    """Few of many articles stand side by side; what a table leads to is there and seen all the same."""
    with page_of(browser, fifty / "framing.html") as page:
        links = page.locator("td a[href*='side-by-side.html#']").evaluate_all(
            "(all) => all.map((one) => one.href)"
        )
        articles = {link.split("#")[1][:9]: link for link in links}
        assert len(articles) > 15
        for link in list(articles.values())[::4]:
            page.goto(link)
            assert page.locator(":target").is_visible(), link
