"""Chromium, as Debian and others ship it, driven by Playwright: no browser of Playwright's own is needed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

VARIABLE = "TELLINGS_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome")
WITHOUT = f"no Chromium here: install it (apt-get install chromium) or name it in {VARIABLE}"
# Nothing but this machine can be reached, whatever a page or the browser itself should ask for.
_ARGUMENTS = (
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--disable-background-networking",
    "--disable-gpu",
)


def find() -> str | None:
    """The program that the variable names; without one, the first that is on the path."""
    named = os.environ.get(VARIABLE)
    return next((path for name in ([named] if named else NAMES) if (path := shutil.which(name))), None)


@contextmanager
def opened(program: str) -> Iterator[Browser]:
    """A headless browser, closed at the end."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(_ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


def wait_until(page: Page, expression: str, seconds: float = 30) -> None:
    """Wait for an expression to hold. Playwright's own way evaluates it within the page, which the page forbids."""
    for _ in range(int(seconds * 20)):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never came about: {expression}")
