"""A browser, and the reports that it opens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser import chromium
from pairs import SEEDS

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests of this folder carry the mark, so that ``-m "not browser"`` leaves them out."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def program() -> str:
    """Where Chromium is; without it a test is skipped, before any report is made for it."""
    pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: make setup")
    return chromium.find() or pytest.skip(chromium.WITHOUT)


@pytest.fixture(scope="session")
def pages(program: str, report_of: Callable[[Path], Path]) -> list[Path]:
    """Every page of the seeds' report."""
    return sorted(report_of(SEEDS.folder).glob("*.html"))


# Of a module, not of the session: while Playwright runs, its event loop is the thread's, and other tests have theirs.
@pytest.fixture(scope="module")
def browser(program: str) -> Iterator[Browser]:
    with chromium.opened(program) as browser:
        yield browser
