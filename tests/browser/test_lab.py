"""Every notebook opened in JupyterLab, by a browser, and run as a user would: *Run*, *Run All Cells*."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser import lab
from browser.looks import watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
RICH = {"text/html", "image/svg+xml", "image/png", "application/vnd.jupyter.widget-view+json"}


@pytest.fixture(scope="module")
def served(program: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[lab.Lab]:
    """JupyterLab on a copy of the notebooks, with the seeds beside them."""
    folder = tmp_path_factory.mktemp("kit")
    shutil.copytree(ROOT / "notebooks", folder / "notebooks", ignore=shutil.ignore_patterns(".*", "*.csv"))
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    with lab.started(folder / "notebooks", tmp_path_factory.mktemp("home")) as running:
        yield running


def test_there_are_notebooks() -> None:
    assert len(NOTEBOOKS) >= 6


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_run_all_works(served: lab.Lab, browser: Browser, notebook: Path) -> None:
    with watched(browser) as (page, seen):
        lab.open_notebook(page, served, notebook.name)
        lab.run_all(page)
        code = [cell for cell in lab.cells(page) if cell["cell_type"] == "code"]
        outputs = [output for cell in code for output in cell["outputs"]]
        wrong = [
            output for output in outputs if output["output_type"] == "error" or output.get("name") == "stderr"
        ]
        assert wrong == []
        rich = [output for output in outputs if RICH & set(output.get("data", ()))]
        assert rich
        shown = page.locator(".jp-NotebookPanel:visible .jp-OutputArea-output :is(table, svg, img, p)")
        shown.first.scroll_into_view_if_needed()
        assert shown.first.is_visible()
    own = (
        f"asks for {served.address}/",
        f"asks for ws://{served.address[7:]}/",
        "asks for data:",
        "asks for blob:",
    )
    assert [one for one in seen if one.startswith("asks for") and not one.startswith(own)] == []
    assert [one for one in seen if one.startswith(("dialog", "opens"))] == []
