"""An article that tries to be more than text shows as its own characters and does nothing, wherever it is opened."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
import pytest
from nbformat.sign import NotebookNotary

from browser import lab, wicked
from browser.looks import page_of, watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# What the template and the readers write; none of it is there because an article asked for it.
TAGS = (
    "a abbr article aside b bdi br button caption code col colgroup dd del details div dl dt em fieldset figcaption figure "
    "footer form h1 h2 h3 h4 head header html body i img input ins label legend li link main mark meta nav ol option p pre "
    "q s section select small span strong style script sub summary sup svg table tbody td tfoot th thead time title tr ul"
)
DID = "() => window.tricked !== undefined || document.querySelector('#tricked, [onload], [onerror], [onclick]') !== null"
ODD = """() => [...document.querySelectorAll("*")].flatMap((one) => [
  ...("TAGS".split(" ").includes(one.localName) || one.closest("svg") ? [] : [`<${one.localName}>`]),
  ...[...one.attributes].filter(({ name, value }) => name.startsWith("on")
    || (["src", "href", "action", "formaction", "xlink:href"].includes(name) && !FINE.test(value)))
    .map(({ name, value }) => `${one.localName} ${name}=${value.slice(0, 80)}`)])"""
# Links stay within the report.
FINE = r"/^(#|data:|[a-z0-9-]+\.(html|json)|[a-z-]+\.json|tables\/|spans\/|notebooks\/)/"


@pytest.fixture(scope="module")
def hostile(
    program: str, report_of: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The report of the hostile articles, from a folder whose own name is one of them."""
    return report_of(wicked.articles(tmp_path_factory.mktemp("kit") / 'it\'s "{{7*7}}" =1+1'))


def _odd(page: Page) -> list[str]:
    known = ODD.replace("TAGS", TAGS).replace("FINE", FINE)
    odd: list[str] = page.evaluate(known)
    return sorted(set(odd))


def test_nothing_in_an_article_becomes_part_of_a_page(browser: Browser, hostile: Path) -> None:
    """Without the policy of the page, which would keep a script from running that should not be there at all."""
    with watched(browser, bypass_csp=True) as (page, seen):
        for path in sorted(hostile.glob("*.html")):
            page.goto(path.as_uri(), wait_until="networkidle")
            page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
            assert not page.evaluate(DID), path.stem
            assert _odd(page) == [], path.stem
            assert page.locator("script").count() == 1
            assert "16807" not in page.content(), f"{path.stem}: a template ran what an article says"
    assert [one for one in seen if not one.startswith(("asks for file:", "asks for data:"))] == []
    assert not list(hostile.rglob("tricked*"))


def test_an_article_shows_as_its_own_characters(browser: Browser, hostile: Path) -> None:
    with page_of(browser, hostile / "side-by-side.html") as page:
        # The words of the articles alone: what explains a mark stands in a button or away from the text.
        shown = page.evaluate(
            """() => [...document.querySelectorAll("main article article")].map((one) => {
              const copy = one.cloneNode(true);
              copy.querySelectorAll("button, [class*=badge], [popover], [aria-hidden]").forEach((more) => more.remove());
              return copy.textContent.replace(/\\s+/g, " ");
            })"""
        )
    assert len(shown) == 3
    for text in shown:
        missing = [trick for trick in (*wicked.TRICKS, wicked.SHOWN_ANSI) if trick not in text]
        assert missing == []


def test_what_turns_the_order_of_words_stays_in_its_place(browser: Browser, hostile: Path) -> None:
    """A mark that is never closed would else turn around what the page says next to it."""
    for path in sorted(hostile.glob("*.html")):
        with page_of(browser, path) as page:
            loose = page.evaluate(
                """() => {
                  const apart = (one) => getComputedStyle(one).display !== "inline"
                    || getComputedStyle(one).unicodeBidi.includes("isolate") ? one : apart(one.parentElement);
                  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), loose = [];
                  while (walk.nextNode()) {
                    const node = walk.currentNode;
                    if (/[\\u202a-\\u202e]/.test(node.data) && !node.parentElement.closest("script, style")) {
                      const around = apart(node.parentElement);
                      if (!around || around.matches("main, article, section, ul, table")) loose.push(node.data.slice(0, 80));
                    }
                  }
                  return loose;
                }"""
            )
        assert loose == [], path.stem


def test_no_cell_of_a_table_starts_a_formula(hostile: Path) -> None:
    """Numbers may: a spreadsheet takes ``-0.5`` for what it is."""
    seen = 0
    for path in sorted((hostile / "tables").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                seen += sum("tricked.invalid" in cell for cell in row)
                formulas = [cell for cell in row if re.match(r"\s*[=+\-@\t\r]", cell) and not _number(cell)]
                assert formulas == [], path.name
    assert seen > 20


def _number(cell: str) -> bool:
    return re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?|-?inf", cell) is not None


def test_executed_notebooks_do_nothing_in_jupyterlab(browser: Browser, hostile: Path, tmp_path: Path) -> None:
    """Trusted, as after *Run All*: JupyterLab shows their HTML as it is, with nothing taken out."""
    home, kit = tmp_path / "home", tmp_path / "kit"
    shutil.copytree(hostile / "notebooks", kit)
    (home / "data").mkdir(parents=True)
    notary = NotebookNotary(data_dir=str(home / "data"))
    for path in kit.iterdir():
        notary.sign(nbformat.read(path, 4))
    notary.store.close()
    with lab.started(kit, home) as served:
        for path in (
            kit / "2-framing.ipynb",
            kit / "5-side-by-side.ipynb",
        ):  # tables and findings, and the texts
            with watched(browser) as (page, seen):
                lab.open_notebook(page, served, path.name, kernel=False)
                assert lab.trusted(page), path.stem
                outputs = page.locator(".jp-NotebookPanel:visible .jp-RenderedHTML")
                outputs.first.wait_for(state="attached")
                for output in outputs.all()[-3:]:
                    output.scroll_into_view_if_needed()
                page.wait_for_timeout(200)
                assert not page.evaluate(DID), path.stem
            assert [one for one in seen if "tricked" in one or one.startswith(("dialog", "opens"))] == []
    assert not list(tmp_path.rglob("tricked*"))
