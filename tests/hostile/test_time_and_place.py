"""Runs that are killed, have no room, no right, no home or no end: nothing half done stays, and the next run finishes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from hostile import make
from tellings.errors import ReportError
from tellings.report import _write

SLOW = bool(os.environ.get("TELLINGS_HOSTILE"))
"""Set to make whole runs, one of them killed at a dozen of the files that it writes."""
KILLS = 12

whole_runs = pytest.mark.skipif(not SLOW, reason="whole runs, some of them many: set TELLINGS_HOSTILE=1")

PARAMETERS = 'articles: str = "seeds"  # a folder\ntop: int = 1  # rows'
READ = "import tellings as tl\nreading = tl.read.all(tl.load(articles))"
SHOW = "tl.show.table(reading.sentences.head(top), name='sentences', caption='Sentences')"

# The command, killed (or out of room) when it is about to give a file its name for the so-many-th time.
KILLED = """
import os, signal, sys
real, left = os.replace, [int(sys.argv[1])]
def replace(*given):
    left[0] -= 1
    if left[0] < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*given)
os.replace = replace
from tellings.cli import main
status = main(sys.argv[2:])
print("named", int(sys.argv[1]) - left[0])
sys.exit(status)
"""
NOWHERE = """
import pwd, sys
def nobody(*_): raise KeyError("no such user")
pwd.getpwuid = pwd.getpwnam = nobody
from tellings.cli import main
sys.exit(main(sys.argv[1:]))
"""


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles, a notebook that reads them and one that hangs, and an undisturbed run in ``whole``."""
    where = tmp_path_factory.mktemp("place")
    make.write(
        where / "stories", {"heron": make.OPENING * 9 + make.CLOSING, "finch": make.GOOD * 9, "empty": ""}
    )
    _notebook(where / "1-reads.ipynb", "# Reads", READ, "## Shown", SHOW)
    _notebook(
        where / "2-hangs.ipynb", "# Hangs", "import time\nopen('started', 'w').close()\ntime.sleep(600)"
    )
    ran = run(where, "whole")
    assert (ran.returncode, ran.stderr) == (0, "")
    return where


def _notebook(path: Path, *cells: str) -> None:
    parts = [new_markdown_cell(cell) if cell.startswith("#") else new_code_cell(cell) for cell in cells]
    parts.insert(1, new_code_cell(PARAMETERS, metadata={"tags": ["parameters"]}))
    for number, part in enumerate(parts):
        part["id"] = f"c{number}"
    nbformat.write(new_notebook(cells=parts), path)


def arguments(place: Path, out: str, *more: str) -> list[str]:
    return [
        "report",
        "--articles",
        "stories",
        "--out",
        str(place / out),
        "--notebook",
        "1-reads.ipynb",
        "--quiet",
        *more,
    ]


def run(
    place: Path, out: str, *more: str, script: str = "", point: int | None = None, **setting: object
) -> subprocess.CompletedProcess[str]:
    program = ["-c", script] if script else ["-m", "tellings.cli"]
    given = [*([] if point is None else [str(point)]), *arguments(place, out), *more]
    return subprocess.run(
        [sys.executable, *program, *given], cwd=place, capture_output=True, text=True, check=False, **setting
    )  # type: ignore[call-overload, no-any-return]


def points(count: int) -> list[int]:
    """The first, the last and some between, evenly."""
    return sorted({round(step * (count - 1) / (KILLS - 1)) for step in range(KILLS)})


@whole_runs
@pytest.mark.parametrize("stored", [False, True])
def test_killed_at_any_file_the_same_command_finishes_with_the_same_bytes(place: Path, stored: bool) -> None:
    out = f"killed-{stored}"
    more = ["--store", str(place / out / "store"), "--engine", "serial"] if stored else []
    whole = contents(place / "whole")
    whole_run = run(place, f"{out}/counted", point=999, script=_with(KILLED, more))
    named = int(whole_run.stdout.split()[-1])
    assert contents(place / out / "counted") == whole
    shutil.rmtree(place / out)
    for point in points(named):
        shutil.rmtree(place / out / "store", ignore_errors=True)  # what is there is not named again
        ran = run(place, f"{out}/out", point=point, script=_with(KILLED, more))
        assert ran.returncode == -signal.SIGKILL
        half = {
            name: data for name, data in contents(place / out / "out").items() if ".tellings-" not in name
        }
        assert half.items() <= whole.items()
        assert "index.html" not in half
    finished = run(place, f"{out}/out", *more)
    assert (finished.returncode, finished.stderr) == (0, "")
    assert contents(place / out / "out") == whole


def _with(script: str, more: list[str]) -> str:
    return script.replace("sys.argv[2:]", f"[*sys.argv[2:], *{more!r}]")


FILES = {"tables/a.csv": "a\n1\n", "page.html": "<p>new", "run.json": "{}", "index.html": "<p>new index"}
CALLS = ("open", "fdopen", "chmod", "replace")


@pytest.mark.parametrize("call", CALLS)
def test_no_room_at_any_call_leaves_whole_files_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    old = {name: data.replace("new", "old").replace("1", "0") for name, data in FILES.items()}
    after = _contents_of(tmp_path / "whole", FILES)
    for point in range(len(FILES)):
        out = tmp_path / f"{call}-{point}"
        before = _contents_of(out, old)
        with monkeypatch.context() as patched:
            patched.setattr(os, call, _full_after(point, getattr(os, call)))
            with pytest.raises(ReportError, match="No space left on device"):
                _write.write(out, FILES)
        found = contents(out)
        assert found.keys() == before.keys()
        assert all(data in (before[name], after[name]) for name, data in found.items())
        assert found["index.html"] == before["index.html"]
        _write.write(out, FILES)
        assert contents(out) == after


def _contents_of(folder: Path, files: dict[str, str]) -> dict[str, bytes]:
    folder.mkdir()
    _write.write(folder, files)
    return contents(folder)


def _full_after(point: int, real: object) -> object:
    counted: Iterator[int] = iter(range(10_000))

    def full(*given: object, **named: object) -> object:
        if next(counted) == point:
            raise OSError(28, "No space left on device")
        return real(*given, **named)  # type: ignore[operator]

    return full


def _can_mount() -> bool:
    unshare = shutil.which("unshare")
    tried = [unshare or "", "-m", "sh", "-c", "mount -t tmpfs none /mnt"]
    return bool(unshare) and subprocess.run(tried, capture_output=True, check=False).returncode == 0


mounts = pytest.mark.skipif(
    not _can_mount(), reason="takes a file system of its own, which this system does not give"
)


def in_mount(place: Path, options: str, script: str, out: str) -> subprocess.CompletedProcess[str]:
    """Run a script of the shell where ``out`` is a small file system; ``$RUN`` is the command."""
    (place / out).mkdir()
    command = f'"{sys.executable}" -m tellings.cli {" ".join(arguments(place, out))}'
    given = [
        "unshare",
        "-m",
        "sh",
        "-c",
        f"mount -t tmpfs -o {options} none {place / out}; {script.replace('$RUN', command)}",
    ]
    return subprocess.run(given, cwd=place, capture_output=True, text=True, check=False)


@mounts
@whole_runs
def test_a_full_disk_is_said_and_with_room_the_same_command_finishes(place: Path) -> None:
    script = "$RUN; echo $?; cp -r full first; mount -o remount,size=90m none full; $RUN; echo $?; cp -r full second"
    ran = in_mount(place, "size=48k", script, "full")
    assert [line for line in ran.stdout.split() if line.isdigit()] == ["2", "0"]
    assert ran.stderr.count("\n") == 1
    assert "Cannot write to" in ran.stderr
    assert "No space left on device" in ran.stderr
    whole = contents(place / "whole")
    assert contents(place / "first").items() <= whole.items()
    assert contents(place / "second") == whole


@mounts
def test_a_folder_that_is_read_only_is_said_before_anything_is_run(place: Path) -> None:
    ran = in_mount(place, "ro", "$RUN", "readonly")
    assert ran.returncode == 2
    assert ran.stderr.count("\n") == 1
    assert "Read-only file system. Give another folder with --out." in ran.stderr


@mounts
@whole_runs
def test_no_room_for_temporary_files_is_said(place: Path) -> None:
    script = "mkdir full-tmp/tmp; TMPDIR=$PWD/full-tmp/tmp; export TMPDIR; head -c 60k /dev/zero >full-tmp/tmp/filler; $RUN"
    ran = in_mount(place, "size=64k", script, "full-tmp")
    assert "Traceback" not in ran.stderr


@whole_runs
def test_a_folder_that_goes_away_while_a_run_is_on_is_said(place: Path) -> None:
    _notebook(place / "1-reads.gone.ipynb", "# Gone", "import shutil\nshutil.rmtree('gone')")
    ran = run(place, "gone", "--notebook", "1-reads.gone.ipynb")
    assert (ran.returncode, ran.stderr.count("\n")) == (2, 1)
    assert "Give another folder with --out." in ran.stderr


def test_a_file_where_the_folder_should_be_is_said(place: Path) -> None:
    (place / "taken").write_text("mine")
    ran = run(place, "taken")
    assert (ran.returncode, ran.stderr.count("\n")) == (2, 1)
    assert "is not a folder. Give a folder for the reports with --out." in ran.stderr
    assert (place / "taken").read_text() == "mine"


@whole_runs
def test_of_two_runs_into_one_folder_one_is_made_and_the_other_told(place: Path) -> None:
    one, two = (
        subprocess.Popen(
            [sys.executable, "-m", "tellings.cli", *arguments(place, "both")],
            cwd=place,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    )
    said = [process.communicate()[1] for process in (one, two)]
    assert sorted([one.returncode, two.returncode]) in ([0, 2], [0, 0])
    assert all(text == "" or "Another run is writing to" in text for text in said)
    assert contents(place / "both") == contents(place / "whole")


@whole_runs
def test_a_cell_without_end_is_ended_and_the_rest_is_reported(place: Path) -> None:
    ran = run(place, "ended", "--notebook", "2-hangs.ipynb", "--timeout", "5")
    assert ran.returncode == 1
    assert ran.stderr.count("\n") == 1
    assert "ran for more than 5 seconds and was stopped" in ran.stderr
    assert "sentences" in (place / "ended" / "reads.html").read_text(encoding="utf-8")


@whole_runs
def test_without_a_home_a_locale_or_a_name_for_the_user_the_bytes_are_the_same(place: Path) -> None:
    bare = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    ran = run(place, "bare", script=NOWHERE, env=bare)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert contents(place / "bare") == contents(place / "whole")
