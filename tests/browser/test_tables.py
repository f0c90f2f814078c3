"""Tables that a heading's button sorts, figures whose numbers are one click away, the same on paper."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import pytest

import tellings as tl
from browser.chromium import wait_until
from browser.looks import page_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SCRIPT = (files("tellings.report") / "template" / "page.js").read_text(encoding="utf-8")
ROWS = pd.DataFrame(
    {
        "word": ["owl", "Ant", "boat 10", "boat 9", "", "ant"],
        "share": [-0.5, None, 12.0, -1250.0, 12.0, None],
    }
)
WORDS = "(table) => [...table.tBodies[0].rows].map((row) => row.cells[0].textContent.trim())"
SORTED = "(table) => [...table.tHead.rows[0].cells].map((th) => th.getAttribute('aria-sort'))"


@pytest.fixture
def page(browser: Browser) -> Page:
    """A page of one table, as the kit writes it, with the script of its pages."""
    made = tl.show.table(ROWS, name="t", caption="Words.", columns={"word": "Word", "share": "Share"},
                         formats={"share": "+,.1f"})  # fmt: skip
    page = browser.new_page()
    page.set_content(f"<main>{made.html}</main>")
    page.evaluate(SCRIPT)
    return page


def _heading(page: Page, name: str) -> None:
    page.get_by_role("columnheader", name=name).get_by_role("button").click()


@pytest.mark.parametrize(
    ("heading", "up", "down"),
    [
        # What is missing comes last either way; what is equal stays in the order of the page.
        ("Share", [3, 0, 2, 4, 1, 5], [2, 4, 0, 3, 1, 5]),
        # Words as a reader orders them: without regard to capitals, 9 before 10.
        ("Word", [1, 5, 3, 2, 0, 4], [0, 2, 3, 1, 5, 4]),
    ],
)
def test_a_heading_sorts_up_and_down_and_back(
    page: Page, heading: str, up: list[int], down: list[int]
) -> None:
    table, words = page.locator("table"), list(ROWS["word"])
    place = ["Word", "Share"].index(heading)
    ways = {"ascending": up, "descending": down, None: list(range(6))}
    for way, order in ways.items():
        _heading(page, heading)
        assert table.evaluate(WORDS) == [words[row] for row in order]
        states = table.evaluate(SORTED)
        assert states[place] == way
        assert states[1 - place] is None


def test_only_the_heading_that_sorts_says_so(page: Page) -> None:
    for heading, states in (("Share", [None, "ascending"]), ("Word", ["ascending", None])):
        _heading(page, heading)
        assert page.locator("table").evaluate(SORTED) == states


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_keyboard_sorts_and_keeps_its_place(page: Page, key: str) -> None:
    page.get_by_role("button", name="Share").focus()
    page.keyboard.press(key)
    assert page.locator("table").evaluate(SORTED) == [None, "ascending"]
    assert page.evaluate("document.activeElement.textContent") == "Share"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press(key)
    assert page.locator("table").evaluate(SORTED) == ["ascending", None]


def test_every_table_of_numbers_sorts_by_them(browser: Browser, pages: list[Path]) -> None:
    """What each cell of the column shows, read as a number, never falls; the third press brings the page's order back."""
    tables = 0
    for path in pages:
        with page_of(browser, path) as page:
            page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
            for shown in page.evaluate(BY_EACH_NUMBER):
                values = [number for text in shown["up"] if (number := _number(text)) is not None]
                assert values == sorted(values), (path.stem, shown["caption"])
                assert shown["back"], (path.stem, shown["caption"])
                assert [_number(text) for text in shown["up"]][len(values) :] == [None] * (
                    len(shown["up"]) - len(values)
                )
                tables += 1
    assert tables > 10


BY_EACH_NUMBER = """() => [...document.querySelectorAll(".tl-table > table")].flatMap((table) => {
  const place = [...table.tHead.rows[0].cells].findIndex((th) => th.matches(".tl-number") && th.querySelector("button"));
  if (place < 0) return [];
  const rows = [...table.tBodies[0].rows], press = () => table.tHead.rows[0].cells[place].querySelector("button").click();
  press();
  const up = [...table.tBodies[0].rows].map((row) => row.cells[place].textContent.trim());
  press(), press();
  return [{ caption: table.caption.textContent, up, back: rows.every((row, n) => row === table.tBodies[0].rows[n]) }];
})"""


def _number(text: str) -> float | None:
    found = re.search(r"-?\d+(\.\d+)?", text.replace(",", "").replace("−", "-"))
    return float(found[0]) if found else None


def test_paper_has_no_buttons_and_the_screen_has_them_again(browser: Browser, pages: list[Path]) -> None:
    path = next(path for path in pages if path.stem == "figures")
    with page_of(browser, path) as page:
        before = page.evaluate(HEADINGS)
        page.locator("details.code > summary").click()
        page.evaluate(
            f"window.papers = []; addEventListener('beforeprint', () => papers.push(({HEADINGS})()))"
        )
        page.pdf(format="A4")
        after = page.evaluate(HEADINGS)
        paper = page.evaluate("papers[0]")
        assert before["buttons"] > 10
        assert paper == {**before, "buttons": 0, "code": False}
        assert after == {**before, "code": True}
        page.locator("thead button:visible").first.click()
        assert page.locator("[aria-sort=ascending]").count() == 1


HEADINGS = """() => ({
  buttons: document.querySelectorAll("thead button").length,
  code: document.querySelector("details.code").open,
  headings: [...document.querySelectorAll("thead th")].map((th) => th.textContent),
})"""


def test_the_numbers_of_a_figure_are_one_click_away(browser: Browser, pages: list[Path]) -> None:
    figures = 0
    for path in pages:
        with page_of(browser, path) as page:
            for figure in page.locator(".tl-figure").all():
                table = figure.locator("table")
                assert not table.is_visible()
                figure.locator("summary").click()
                assert table.is_visible()
                assert table.locator("tbody tr").count() >= 1
                link = figure.locator("xpath=following::a[@download][1]").get_attribute("href")
                assert str(link).startswith("tables/figure-")
                assert (path.parent / str(link)).is_file()
                figures += 1
    assert figures >= 5


def test_the_words_of_a_figure_can_be_read_on_a_telephone(browser: Browser, pages: list[Path]) -> None:
    """The figure scrolls, by keyboard as well, rather than to shrink its words below ten pixels."""
    for path in pages:
        with page_of(browser, path, width=375) as page:
            small = page.evaluate(
                """() => [...document.querySelectorAll(".tl-figure svg text")].filter((text) => {
                  const scale = text.getScreenCTM().a;
                  return parseFloat(getComputedStyle(text).fontSize) * Math.abs(scale || text.getScreenCTM().b) < 10;
                }).map((text) => text.textContent)"""
            )
            assert small == [], path.stem
            for box in page.locator(".tl-picture").all()[:1]:
                box.focus()
                page.keyboard.press("ArrowRight")
                wait_until(page, "document.activeElement.scrollLeft > 0")


def test_the_front_page_tells_its_story_in_one_screen(browser: Browser, pages: list[Path]) -> None:
    path = next(path for path in pages if path.stem == "index")
    with page_of(browser, path) as page:
        ends = {what: page.locator(what).last.bounding_box() for what in STORY}
    below = {what: box for what, box in ends.items() if not box or box["y"] + box["height"] > 900}
    assert below == {}


STORY = ("h1", ".card", ".lead-findings > li", ".notes .warnings > li")
