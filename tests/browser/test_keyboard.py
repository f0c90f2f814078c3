"""The pages without a mouse: one stop after another, each seen; marks that say what they are; links that arrive."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browser.looks import FOCUS_LOG, MARKS, page_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def _side(pages: list[Path]) -> Path:
    return next(path for path in pages if path.stem == "side-by-side")


def _walk(page: Page, most: int) -> list[dict[str, Any]]:
    page.evaluate(FOCUS_LOG)
    for _ in range(most):
        page.keyboard.press("Tab")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30)))")
    stops: list[dict[str, Any]] = page.evaluate("toldStops()")
    again = next((i for i, stop in enumerate(stops[1:], 1) if stop["place"] == stops[0]["place"]), len(stops))
    return stops[:again]


@pytest.mark.parametrize(("width", "most"), [(1280, 150), (375, 60)])
def test_tab_goes_down_the_page_and_shows_where_it_is(
    browser: Browser, pages: list[Path], width: int, most: int
) -> None:
    for path in pages:
        with page_of(browser, path, width=width) as page:
            assert page.locator("[tabindex]:not([tabindex='0']):not([tabindex='-1'])").count() == 0
            stops = _walk(page, most)
        assert len(stops) > 10
        assert all(before["place"] < after["place"] for before, after in pairwise(stops)), path.stem
        assert [stop["html"] for stop in stops if stop["focused"] == stop["blurred"]] == [], path.stem
        assert [stop["html"] for stop in stops if stop["hidden"]] == [], path.stem


def test_the_first_stop_leads_to_the_content(browser: Browser, pages: list[Path]) -> None:
    for path in pages:
        with page_of(browser, path) as page:
            page.keyboard.press("Tab")
            assert page.locator("a:focus").bounding_box()
            target = page.evaluate("document.activeElement.hash")
            page.keyboard.press("Enter")
            assert page.evaluate("`#${document.activeElement.id}`") == target
            assert page.evaluate("document.activeElement.matches('main')"), path.stem
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.closest('main') !== null"), path.stem


def test_every_layer_is_switched_by_the_keyboard(browser: Browser, pages: list[Path]) -> None:
    with page_of(browser, _side(pages)) as page:
        boxes = page.get_by_role("main").get_by_role("checkbox").all()
        assert len(boxes) >= 8
        boxes[0].focus()
        for box in boxes:
            name = box.evaluate("(one) => one.labels[0].innerText")
            assert name.strip()
            while not box.evaluate("(one) => one === document.activeElement"):
                page.keyboard.press("Tab")
                assert page.evaluate("document.activeElement.closest('fieldset') !== null"), name
            before, state = page.evaluate(MARKS), box.is_checked()
            page.keyboard.press("Space")
            assert box.is_checked() is not state
            assert page.evaluate(MARKS) != before, f"nothing changes with {name}"
            page.keyboard.press("Space")
            assert page.evaluate(MARKS) == before, name


def test_a_mark_says_what_it_is_when_focused(browser: Browser, pages: list[Path]) -> None:
    """By focus alone where the browser knows how, and by Enter everywhere; Escape closes it."""
    with page_of(browser, _side(pages)) as page:
        buttons = page.locator("main article [popovertarget]:visible").all()
        assert len(buttons) > 20
        for button in buttons[:: len(buttons) // 6]:
            says = button.get_attribute("aria-label") or button.inner_text()
            page.keyboard.press("Shift")  # the last thing used is the keyboard
            button.focus()
            page.wait_for_selector(":popover-open")
            shown = page.locator(":popover-open").inner_text()
            assert set(_words(shown)) & set(_words(says)), (says, shown)
            page.keyboard.press("Escape")
            page.wait_for_selector(":popover-open", state="detached")
            page.keyboard.press("Enter")
            assert page.locator(":popover-open").is_visible()
            page.keyboard.press("Escape")


def test_every_mark_has_a_name_and_an_explanation(browser: Browser, pages: list[Path]) -> None:
    with page_of(browser, _side(pages)) as page:
        silent = page.evaluate(
            """() => [...document.querySelectorAll("main article [popovertarget]")].filter((one) =>
              !(one.getAttribute("aria-label") || one.innerText).trim() ||
              !document.getElementById(one.getAttribute("popovertarget"))?.textContent.trim())
              .map((one) => one.outerHTML)"""
        )
    assert silent == []


def test_a_row_of_a_table_leads_to_its_place(browser: Browser, pages: list[Path]) -> None:
    """The place is on the screen, and not below anything, when the link has been followed."""
    followed = 0
    for path in pages:
        with page_of(browser, path) as page:
            links = page.locator("td a[href*='side-by-side.html#']")
            every = list(dict.fromkeys(links.evaluate_all("(all) => all.map((one) => one.href)")))
            for link in every[:: max(1, len(every) // 4)]:
                page.goto(link)
                assert page.evaluate(IN_SIGHT), link
                followed += 1
    assert followed > 10


# Of a sentence that runs over lines, any line will do; the button that explains a mark may lie on it.
IN_SIGHT = """() => {
  const target = document.querySelector(":target");
  return [...target.getClientRects()].some((box) => {
    const hit = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height, innerHeight) / 2);
    return hit && (target.contains(hit) || hit.matches("button") && hit.parentElement.contains(target));
  });
}"""


def _words(text: str) -> list[str]:
    return re.findall(r"\w{3,}", text.casefold())
