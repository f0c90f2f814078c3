"""Real runs: kernels started, notebooks executed, files written."""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tellings.errors import InputError, ParameterError, ReportError
from tellings.read._all import READERS
from tellings.report import Report, run

from .conftest import Make, write_articles, writer

PARAMETERS = 'articles: str = "seeds"  # a folder\ntop: int = 2  # rows'
PUBLISH = (
    "import pandas as pd\nfrom tellings.show import publish, finding\n"
    "frame = pd.DataFrame({'word': list(words), 'top': top})\n"
    "display(finding(f'{len(words)} words', sure='counted'))\n"
    "publish(frame, name='words', caption='Words', html=frame.to_html())"
)
LOAD = (
    "import tellings as tl\ncorpus = tl.load(articles)\n"
    "words = {word for name in corpus for word in corpus.text(name).split()}"
)


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> tuple[Report, list[tuple[str, str]]]:
    """One run of notebooks: one that works, one that fails, one that dies, one that asks, one that tells."""
    folder = tmp_path_factory.mktemp("run")
    steps: list[tuple[str, str]] = []
    write = writer(folder)
    paths = [
        write("1-works", "# Works", LOAD, "## Words", PUBLISH, parameters=PARAMETERS),
        write("2-fails", "# Fails", "print('before')", "## Dividing", "1 / 0", "## After", "print('after')"),
        write("3-dies", "# Dies", "import os, sys\nos.write(2, b'last words')\nos._exit(9)"),
        write("5-asks", "# Asks", "input('name?')"),
        write(
            "6-where",
            "# Where",
            "import sys, os, json\nprint(sys.executable, json.__name__, os.environ['TZ'])",
        ),
    ]
    articles = write_articles(folder / "stories")
    (folder / "json.py").write_text("raise SystemExit('a file beside the articles was imported')")
    report = run(
        articles=articles, out=folder / "out", notebooks=paths, parameters={"top": "7"}, jobs=3,
        progress=lambda page, heading: steps.append((page, heading)),
    )  # fmt: skip
    return report, steps


def test_all_is_written_and_the_failures_are_told_apart(ran: tuple[Report, object]) -> None:
    report, _ = ran
    assert {failure.page: failure.kind for failure in report.failures} == {
        "fails": "error", "dies": "dead", "asks": "error",
    }  # fmt: skip
    assert all(path.is_file() for path in report.files)
    assert sorted(path.name for path in report.index.parent.glob("*.html")) == [
        "asks.html", "dies.html", "fails.html", "index.html", "where.html", "works.html",
    ]  # fmt: skip


def test_a_failure_says_where_and_why(ran: tuple[Report, object]) -> None:
    report, _ = ran
    told = {failure.page: failure for failure in report.failures}
    assert (told["fails"].heading, told["fails"].source) == ("Dividing", "1 / 0")
    assert told["fails"].lines[-1] == "ZeroDivisionError: division by zero"
    assert "died" in told["dies"].message
    assert "last words" in "\n".join(told["dies"].lines)
    page = (report.index.parent / "fails.html").read_text()
    assert "before" in page
    assert "FAILED" in page
    assert "\x1b" not in page


def test_a_cell_that_never_ends_is_stopped_with_a_clear_word(
    make: Make, articles: Path, tmp_path: Path
) -> None:
    path = make("4-hangs", "# Hangs", "import time", "## Sleeping", "time.sleep(600)")
    report = run(articles=articles, out=tmp_path / "out", notebooks=[path], timeout=2)
    (failure,) = report.failures
    assert (failure.kind, failure.heading) == ("timeout", "Sleeping")
    assert failure.message == "This cell ran for more than 2 seconds and was stopped; --timeout allows more."


def test_parameters_go_in_and_tables_and_findings_come_out(ran: tuple[Report, object]) -> None:
    out = ran[0].index.parent
    assert "bridge,7\n" in (out / "tables" / "words.csv").read_text()
    assert re.search(r"Counted</span> \d+ words ", (out / "index.html").read_text())
    cells = json.loads((out / "notebooks" / "1-works.ipynb").read_text())["cells"]
    (injected,) = [cell for cell in cells if cell["id"] == "injected-parameters"]
    assert "".join(injected["source"]) == '# Parameters\narticles = "stories"\ntop = 7\n'


def test_progress_names_each_heading_in_its_turn(ran: tuple[Report, list[tuple[str, str]]]) -> None:
    steps = [heading for page, heading in ran[1] if page == "works"]
    assert list(dict.fromkeys(steps)) == ["Works", "Words"]
    assert ("fails", "After") not in ran[1]


def test_the_kernel_is_this_interpreter_and_imports_nothing_from_where_it_stands(
    ran: tuple[Report, object],
) -> None:
    page = json.loads((ran[0].index.parent / "notebooks" / "6-where.ipynb").read_text())
    (told,) = page["cells"][1]["outputs"]
    assert Path("".join(told["text"]).split()[0]).name == Path(sys.executable).name
    assert "".join(told["text"]).split()[1:] == ["json", "UTC"]


def test_nothing_of_the_folder_is_in_any_file(ran: tuple[Report, object]) -> None:
    folder = str(ran[0].index.parent.parent).encode()
    for path in ran[0].files:
        assert folder not in path.read_bytes(), path


def test_no_process_outlives_its_run(ran: tuple[Report, object]) -> None:
    if not Path("/proc").exists():
        pytest.skip("needs /proc")
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            assert str(ran[0].index.parent.parent).encode() not in process.read_bytes()
        except OSError:
            continue


TELL = "import time\nprint(time.tzname, hash('a'))"
SVG = (
    "import io, matplotlib.pyplot as plt\nplt.plot([1, 2])\ndrawn = io.StringIO()\n"
    "plt.savefig(drawn, format='svg')\nprint(drawn.getvalue())"
)
RUN = (
    "import sys\nfrom tellings.report import run\n"
    "run(articles=sys.argv[1], out=sys.argv[2], notebooks=sys.argv[3:], jobs=2, parameters={'top': '7'})"
)


def test_two_runs_in_other_folders_zones_and_hash_seeds_give_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name, zone, seed in (("a", "Asia/Tokyo", "1"), ("b/c d", "America/Lima", "2")):
        folder = tmp_path / name
        folder.mkdir(parents=True)
        write = writer(folder)
        write("1-works", "# Works", LOAD, "## Words", PUBLISH, TELL, "object()", SVG,
              parameters=PARAMETERS)  # fmt: skip
        write(
            "2-fails",
            "# Fails",
            "import warnings\nwarnings.warn('w')",
            "## B",
            "import os\nopen(os.getcwd() + '/none')",
        )
        write_articles(folder / "stories")
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "HOME": str(folder)}
        given = ["stories", "out"] if seed == "1" else [str(folder / "stories"), str(folder / "out")]
        subprocess.run(
            [sys.executable, "-c", RUN, *given, "1-works.ipynb", "2-fails.ipynb"],
            cwd=folder, env=environment, check=True, timeout=300,
        )  # fmt: skip
        out = folder / "out"
        made.append(
            {str(p.relative_to(out)): hashlib.sha256(p.read_bytes()).hexdigest() for p in out.rglob("*.*")}
        )
    readers = len(READERS)
    assert (
        len(made[0]) == 9 + readers
    )  # two pages, the front, two notebooks, two tables, two records; the spans
    assert made[0].items() ^ made[1].items() == set()


def test_a_run_works_where_an_event_loop_runs_already(make: Make, articles: Path, tmp_path: Path) -> None:
    path = make("1-plain", "# Plain", "print(1)")

    async def inside() -> Report:
        return run(articles=articles, out=tmp_path / "out", notebooks=[path])

    assert not asyncio.run(inside()).failures


def test_everything_is_checked_before_a_kernel_starts(
    make: Make, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tellings.report import _run

    monkeypatch.setattr(_run, "_execute_all", lambda *_: pytest.fail("a kernel was started"))
    path = make("1-plain", "# Plain", parameters="top: int = 1  # rows")
    good = {"articles": articles, "out": tmp_path / "out", "notebooks": [path]}
    with pytest.raises(ParameterError, match="Did you mean 'top'"):
        run(**good, parameters={"tpo": 5})
    with pytest.raises(ParameterError, match="takes int"):
        run(**good, parameters={"top": "x"})
    with pytest.raises(ParameterError, match="--articles"):
        run(**good, parameters={"articles": "x"})
    with pytest.raises(InputError):
        run(**{**good, "articles": tmp_path / "none"})
    with pytest.raises(ReportError, match="no notebook 'fram'"):
        run(**{**good, "notebooks": ["fram"]})
    with pytest.raises(ReportError, match="not a folder"):
        run(**{**good, "out": path})
    with pytest.raises(ReportError, match="jobs"):
        run(**good, jobs=0)
    with pytest.raises(ReportError, match=r"Two pages would be called plain\.html"):
        run(**{**good, "notebooks": [path, make("2-plain", "# Plain")]})
    with pytest.raises(ReportError, match=r"index\.html"):
        run(**{**good, "notebooks": [make("index", "# Plain")]})
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"cells": 5}', '{"cells": [{}]}', "\ufffd"])
def test_what_is_no_notebook_is_refused(articles: Path, tmp_path: Path, text: str) -> None:
    path = tmp_path / "1-bad.ipynb"
    path.write_text(text)
    with pytest.raises(ReportError, match="not a Jupyter notebook"):
        run(articles=articles, out=tmp_path / "out", notebooks=[path])


def test_a_path_given_from_here_is_found_by_a_kernel_that_stands_elsewhere(
    make: Make, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "mine.toml").write_text("found = true")
    monkeypatch.chdir(tmp_path / "here")
    path = make(
        "1-book",
        "# Book",
        "print(open(book).read())",
        parameters="book: 'str | Path' = 'policy'  # a codebook",
    )
    report = run(articles=articles, out="out", notebooks=[path], parameters={"book": "mine.toml"})
    assert not report.failures
    assert "found = true" in Path("out/book.html").read_text()
    assert "here/mine.toml" in Path("out/book.html").read_text()


def test_a_second_run_takes_away_the_pages_it_does_not_make(
    make: Make, articles: Path, tmp_path: Path
) -> None:
    one, two = make("1-one", "# One"), make("2-two", "# Two")
    run(articles=articles, out=tmp_path / "out", notebooks=[one, two])
    run(articles=articles, out=tmp_path / "out", notebooks=[two])
    assert sorted(path.name for path in (tmp_path / "out").glob("*.html")) == ["index.html", "two.html"]
    assert [path.name for path in (tmp_path / "out" / "notebooks").iterdir()] == ["2-two.ipynb"]


def test_only_the_first_five_of_the_kits_notebooks_run_unasked() -> None:
    from tellings.report._notebooks import choose

    pages = [notebook.page for notebook in choose([])]
    assert pages == ["corpus", "framing", "sentiment", "figures", "side-by-side"]
    for name in ("6-codebook", "codebook", "6-codebook.ipynb"):
        assert [notebook.page for notebook in choose([name])] == ["codebook"]
