"""Every page of a report, opened from its file in a real browser."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser.looks import AXE, AXE_COLOURS, BOXES, CUT, LINES, SCHEMES, WIDER, WIDTHS, page_of, watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAPER = 718  # CSS pixels between the margins of A4


def test_no_page_asks_for_anything_or_complains(browser: Browser, pages: list[Path]) -> None:
    assert len(pages) >= 6
    with watched(browser) as (page, seen):
        for path in pages:
            page.goto(path.as_uri(), wait_until="networkidle")
            page.mouse.wheel(0, 20_000)
            page.wait_for_timeout(50)
    own = {f"asks for {path.as_uri()}" for path in pages}
    assert [one for one in seen if one not in own and not one.startswith("asks for data:")] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(browser: Browser, pages: list[Path], width: int) -> None:
    """Every rule in the light; in the dark those that a colour can break: the themes differ in nothing else."""
    axe = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for path in pages:
        with page_of(browser, path, width=width, color_scheme="light") as page:
            page.evaluate(axe)
            results = page.evaluate(AXE)
            page.emulate_media(color_scheme="dark")
            results += page.evaluate(AXE_COLOURS)
        assert results[0]["passes"] > 20
        assert all(one["passes"] >= 1 for one in results)
        for one in (one for result in results for one in result["violations"]):
            found[f"{path.stem}: {one['id']}"] = [node["html"][:160] for node in one["nodes"][:3]]
    assert found == {}


def test_themes_differ_in_colours_alone(browser: Browser, pages: list[Path]) -> None:
    for path in pages:
        with page_of(browser, path, color_scheme="light") as page:
            light = page.evaluate(BOXES)
            page.emulate_media(color_scheme="dark")
            assert page.evaluate(BOXES) == light, path.stem


@pytest.mark.parametrize("scheme", SCHEMES)
def test_pages_follow_the_readers_light_or_dark(browser: Browser, pages: list[Path], scheme: str) -> None:
    for path in pages:
        with page_of(browser, path, color_scheme=scheme) as page:
            colours = page.evaluate(
                "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
            )
        paper, ink = (sum(map(int, re.findall(r"\d+", colour)[:3])) for colour in colours)
        assert (paper > ink) is (scheme == "light"), path.stem


def test_nothing_scrolls_sideways_on_a_telephone(browser: Browser, pages: list[Path]) -> None:
    wide = {}
    for path in pages:
        with page_of(browser, path, width=375) as page:
            page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
            if page.evaluate("document.documentElement.scrollWidth") > 375:
                wide[path.stem] = page.evaluate(WIDER)[:3]
    assert wide == {}


def test_a_page_says_the_same_without_script(browser: Browser, pages: list[Path]) -> None:
    for path in pages:
        with page_of(browser, path) as page:
            scripted = page.evaluate(LINES)
        with page_of(browser, path, java_script_enabled=False) as page:
            plain = page.evaluate(LINES)
        assert len(plain) > 20
        assert Counter(scripted) - Counter(plain) == Counter(), path.stem


def test_a_page_prints_whole(browser: Browser, pages: list[Path]) -> None:
    """On paper nothing can be scrolled: no table, picture or line of code may reach beyond its box."""
    cut = {}
    for path in pages:
        with page_of(browser, path, width=PAPER) as page:
            page.emulate_media(media="print")
            cut[path.stem] = page.evaluate(WIDER)[:3] + page.evaluate(CUT)[:5]
            height = page.evaluate("document.documentElement.scrollHeight")
            paper = page.pdf(format="A4")
        sheets = len(re.findall(rb"/Type\s*/Page\b", paper))
        assert height / 1100 * 0.5 < sheets < height / 1000 * 1.7 + 2, f"{path.stem}: {sheets} sheets"
    assert {name: what for name, what in cut.items() if what} == {}


def test_a_page_of_the_seeds_is_light(pages: list[Path]) -> None:
    for path in pages:
        page = path.read_text(encoding="utf-8")
        assert len(page.encode()) < 1_000_000, path.stem
        assert len(re.findall(r"<[a-z]", page)) < 15_000, path.stem
