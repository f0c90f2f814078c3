"""The command line: what is said, and the exit status."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from tellings.cli import main


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "heron.txt").write_text("The council met on Monday. It voted for the bridge by 12 to 3.\n" * 6)
    (folder / "finch.txt").write_text(
        "=Councillors argued for hours. A bridge will be built, they said.\n" * 6
    )
    return folder


def notebook(path: Path, code: str) -> Path:
    parameters = new_code_cell("top: int = 2  # rows", metadata={"tags": ["parameters"]})
    cells = [new_markdown_cell("# Page"), parameters, new_markdown_cell("## Part"), new_code_cell(code)]
    for number, cell in enumerate(cells):
        cell["id"] = f"c{number}"
    nbformat.write(new_notebook(cells=cells), path)
    return path


def report(articles: Path, *more: str | Path) -> list[str]:
    return ["report", "--articles", str(articles), "--out", str(articles.parent / "out"), *map(str, more)]


def test_a_report_prints_its_front_page_and_tells_its_steps(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = notebook(tmp_path / "1-page.ipynb", "print(top)")
    assert main(report(articles, "--notebook", path, "-p", "top", "5")) == 0
    said = capsys.readouterr()
    assert said.out == f"{tmp_path / 'out' / 'index.html'}\n"
    assert "page: Page\npage: Part\n" in said.err
    assert "top = 5" in (tmp_path / "out" / "notebooks" / "1-page.ipynb").read_text()


def test_a_failed_notebook_is_exit_1_and_named(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = notebook(tmp_path / "1-page.ipynb", "1 / 0")
    assert main(report(articles, "--notebook", path, "--quiet")) == 1
    said = capsys.readouterr()
    assert said.err == "page FAILED at “Part”: ZeroDivisionError: division by zero\n"
    assert said.out.endswith("index.html\n")


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("-p", "tpo", "5"), "Did you mean 'top'"),
        (("-p", "top", "five"), "top takes int, not 'five'"),
        (("--jobs", "0"), "jobs"),
        (("--notebook", "nowhere"), "no notebook 'nowhere'"),
    ],
)
def test_what_cannot_be_used_is_exit_2_with_one_line(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, ...], says: str
) -> None:
    path = notebook(tmp_path / "1-page.ipynb", "print(top)")
    assert main(report(articles, "--notebook", path, *more)) == 2
    said = capsys.readouterr()
    assert says in said.err
    assert said.err.startswith("tellings: ")
    assert said.err.count("\n") == 1
    assert said.out == ""
    assert not (tmp_path / "out").exists()


def test_articles_that_are_not_there_are_exit_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = notebook(tmp_path / "1-page.ipynb", "print(top)")
    assert main(report(tmp_path / "none", "--notebook", path)) == 2
    assert "none" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [[], ["report"], ["report", "--jobs", "x"], ["fly"], ["read", "quotes"]]
)
def test_a_wrong_command_is_exit_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage: tellings" in capsys.readouterr().err


@pytest.mark.parametrize("command", [[], ["report"], ["read"], ["check"]])
def test_help_helps(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([*command, "--help"])
    assert stopped.value.code == 0
    assert "usage: tellings" in capsys.readouterr().out


def test_help_loads_none_of_the_libraries_that_take_their_time() -> None:
    code = (
        "import sys\nfrom tellings.cli import main\n"
        "try: main(['report', '--help'])\nexcept SystemExit: pass\n"
        "print([name for name in ('pandas', 'nbconvert', 'papermill', 'matplotlib', 'nltk') if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.splitlines()[-1] == "[]"


def test_read_prints_a_readers_table_as_csv(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "sentences", str(articles)]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["article"] for row in rows} == {"finch", "heron"}
    assert rows[0]["text"].startswith("'=Councillors")
    assert (rows[0]["start"], rows[0]["end"]) == ("0", "30")


def test_read_of_no_reader_names_the_nearest(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "sentence", str(articles)]) == 2
    assert "Did you mean 'sentences'" in capsys.readouterr().err


def test_check_names_the_faults_of_notebooks_and_folders(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notebook(tmp_path / "1-good.ipynb", "print(top)")
    assert main(["check", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "1 notebooks, 0 faults\n"
    bad = notebook(tmp_path / "2-bad.ipynb", "def f(): pass")
    assert main(["check", str(tmp_path)]) == 1
    assert capsys.readouterr().out.startswith(f"{bad}: cell 4: line 1 defines something")


def test_the_command_runs_as_a_module() -> None:
    said = subprocess.run(
        [sys.executable, "-m", "tellings.cli", "--help"], capture_output=True, text=True, check=True
    )
    assert "report" in said.stdout
