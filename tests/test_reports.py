"""The main job on real articles: every page, every table, every link, from the seeds and from the published pair."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import nbformat
import pandas as pd
import pytest

import tellings as tl
from pairs import ORIGINALS, SEEDS, Pair

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("[1-9]-*.ipynb"))
UNASKED = [path.name for path in NOTEBOOKS if path.name[0] in "12345"]
PAGES = ("index", "corpus", "framing", "sentiment", "figures", "side-by-side")
PAIRS = [pair for pair in (SEEDS, ORIGINALS) if pair is not None]


class Page(HTMLParser):
    """The ids, links and headings of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.headings: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids += [found["id"]] if found.get("id") else []
        self.links += [found["href"] or ""] if tag == "a" and "href" in found else []
        self.headings += [tag] if re.fullmatch(r"h[1-6]", tag) else []
        if tag != "a":
            self.fetched += [
                value or "" for name, value in attrs if name in {"src", "href", "srcset", "action"}
            ]


@pytest.fixture(scope="module", params=PAIRS, ids=lambda pair: pair.name)
def made(request: pytest.FixtureRequest, report_of: Callable[[Path], Path]) -> tuple[Pair, Path]:
    """The report of a pair, made once."""
    return request.param, report_of(request.param.folder)


def test_every_page_is_there_and_none_failed(made: tuple[Pair, Path]) -> None:
    for name in PAGES:
        assert "FAILED" not in (made[1] / f"{name}.html").read_text(encoding="utf-8")
    assert {path.name for path in (made[1] / "notebooks").iterdir()} == set(UNASKED)


def test_no_page_asks_for_anything(made: tuple[Pair, Path]) -> None:
    for name in PAGES:
        outside = [
            link for link in Page(made[1] / f"{name}.html").fetched if not link.startswith(("#", "data:"))
        ]
        assert outside == []


def test_every_link_leads_somewhere(made: tuple[Pair, Path]) -> None:
    pages = {name: Page(made[1] / f"{name}.html") for name in PAGES}
    for name, page in pages.items():
        for link in page.links:
            target, _, anchor = link.partition("#")
            target = target or f"{name}.html"
            assert (made[1] / target).is_file(), link
            if anchor:
                assert anchor in pages[target.removesuffix(".html")].ids, f"{name}: {link}"


def test_ids_are_unique_and_headings_in_order(made: tuple[Pair, Path]) -> None:
    for name in PAGES:
        page = Page(made[1] / f"{name}.html")
        assert len(page.ids) == len(set(page.ids)), name
        levels = [int(heading[1]) for heading in page.headings]
        assert levels.count(1) == 1, name
        assert all(after <= before + 1 for before, after in pairwise(levels)), name


def test_rows_of_every_table_are_the_words_of_the_text(made: tuple[Pair, Path]) -> None:
    corpus = tl.load(str(made[0].folder))
    checked = 0
    for path in sorted((made[1] / "tables").glob("*.csv")):
        frame = pd.read_csv(path, dtype={"text": "str", "article": "str"}, keep_default_na=False)
        if {"article", "start", "end", "text"} <= set(frame.columns):
            for row in frame.itertuples():
                shown = re.sub(r"^'(?=\s{0,8}[=+\-@])", "", str(row.text))
                assert shown == corpus.text(str(row.article))[int(row.start) : int(row.end)], path.name
                checked += 1
    assert checked > 200


def test_the_readme_explains_every_column(made: tuple[Pair, Path]) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    book = readme[readme.index("## Codebook") : readme.index("## Changes")]
    rows = re.findall(r"^\| `([a-z-]+)` \|(.*)$", book, re.M)
    explained = {name: set(re.findall(r"`([a-z_0-9]+)`", row)) for name, row in rows}
    common = set(re.findall(r"^- `([a-z_0-9]+)`", book, re.M))
    for path in sorted((made[1] / "tables").glob("*.csv")):
        header = set(next(csv.reader(path.open(encoding="utf-8"))))
        header -= set(tl.load(str(made[0].folder))) | set(
            tl.load(str(made[0].folder)).outlets
        )  # a column each
        assert header <= explained[path.stem] | common, (
            f"{path.stem}: {header - explained[path.stem] - common}"
        )


def test_the_original_gaps_and_captions_are_on_the_page(made: tuple[Pair, Path]) -> None:
    gaps = pd.read_csv(made[1] / "tables" / "gaps.csv")
    assert 12 <= len(gaps) <= 15
    captions = pd.read_csv(made[1] / "tables" / "captions.csv")
    assert set(captions["kind"]) == {"alt", "caption", "credit"}


def test_two_runs_give_the_same_bytes(made: tuple[Pair, Path], tmp_path: Path) -> None:
    """Other folders, older files, another time zone and hash seed, ASCII alone, one notebook at a time."""
    pair, out = made
    elsewhere = tmp_path / "else where" / pair.folder.name
    shutil.copytree(pair.folder, elsewhere, copy_function=shutil.copyfile)
    for path in elsewhere.iterdir():
        os.utime(path, (1e9, 1e9))
    plain = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    environment = {**os.environ, **plain, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    command = [
        sys.executable,
        "-m",
        "tellings.cli",
        "report",
        "--articles",
        str(elsewhere),
        "--out",
        "again",
        "--jobs",
        "1",
    ]
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    files = {path.relative_to(out) for path in out.rglob("*") if path.is_file()}
    assert files == {
        path.relative_to(tmp_path / "again") for path in (tmp_path / "again").rglob("*") if path.is_file()
    }
    different = [
        str(name)
        for name in sorted(files)
        if (out / name).read_bytes() != (tmp_path / "again" / name).read_bytes()
    ]
    assert different == []


def test_plain_papermill_runs_a_notebook_from_anywhere(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "papermill",
        str(ROOT / "notebooks/4-figures.ipynb"),
        "out.ipynb",
        "-p",
        "articles",
        "seeds",
    ]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    outputs = [
        output
        for cell in nbformat.read(tmp_path / "out.ipynb", 4).cells
        for output in cell.get("outputs", [])
    ]
    assert outputs
    assert not [output for output in outputs if output.output_type == "error"]


def test_jupyter_executes_a_notebook_as_it_is(tmp_path: Path) -> None:
    command = [str(Path(sys.executable).parent / "jupyter-execute"), str(ROOT / "notebooks/1-corpus.ipynb")]
    subprocess.run(
        [*command, "--output", str(tmp_path / "out.ipynb")], cwd=tmp_path, check=True, capture_output=True
    )
    outputs = [
        output
        for cell in nbformat.read(tmp_path / "out.ipynb", 4).cells
        for output in cell.get("outputs", [])
    ]
    assert len(outputs) > 10
    assert not [output for output in outputs if output.output_type == "error"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebooks_are_clean(path: Path) -> None:
    assert tl.report.hygiene(path) == []
