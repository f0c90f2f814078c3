"""One notebook, run: papermill puts the parameters in, nbclient runs the cells, what went wrong is kept."""

from __future__ import annotations

import logging
import math
import re
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from papermill.iorw import load_notebook_node
from papermill.parameterize import parameterize_notebook

from tellings.report._kernel import kernel
from tellings.report._notebooks import Notebook
from tellings.report._nursery import Nursery

Kind = Literal["error", "timeout", "dead"]
Progress = Callable[[str, str], None]

_ANSI = re.compile(r"\x1b(?:\[[0-?]{0,32}[ -/]{0,8}[@-~]|\][^\x07\x1b]{0,4096}(?:\x07|\x1b\\)|[@-_])")
_LINES = 12
# What nbclient would log is what the page says.
_SILENT = logging.getLogger("tellings.nbclient")
_SILENT.addHandler(logging.NullHandler())
_SILENT.propagate = False
INJECTED = "injected-parameters"


@dataclass(frozen=True)
class Failure:
    """Why a notebook could not be finished, and where: its page, the heading above, the cell's number."""

    page: str
    kind: Kind
    heading: str
    anchor: str
    cell: int
    source: str
    message: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Executed:
    """A notebook after its run, as far as it came; ``answered`` is the clock when its kernel was there."""

    notebook: Notebook
    node: Any
    given: Mapping[str, Any]
    failure: Failure | None
    answered: float = field(compare=False)


@dataclass(frozen=True, kw_only=True)
class Setting:
    """What all notebooks of a run share."""

    cwd: Path
    environment: Mapping[str, str]
    timeout: int
    progress: Progress
    nursery: Nursery | None


async def execute(notebook: Notebook, given: Mapping[str, Any], folder: Path, setting: Setting) -> Executed:
    """The notebook run with the given parameters, its kernel in a private ``folder``."""
    node = inject(notebook, given)
    answered, failure, cell = math.inf, None, 0
    try:
        async with _client(node, folder, setting) as client:
            answered = time.monotonic()
            for cell in range(len(node.cells)):
                _tell(setting.progress, notebook, node, cell)
                await client.async_execute_cell(node.cells[cell], cell, _count(client, node, cell))
    except (CellExecutionError, CellTimeoutError, DeadKernelError, RuntimeError) as error:
        failure = _failure(notebook, node, cell, error, folder, setting.timeout)
    return Executed(notebook, node, dict(given), failure, answered)


@asynccontextmanager
async def _client(node: Any, folder: Path, setting: Setting) -> AsyncIterator[Any]:
    """nbclient at work on a notebook, with a kernel that answers."""
    client = NotebookClient(node, timeout=setting.timeout, startup_timeout=60, record_timing=False)
    client.coalesce_streams = True
    client.log = _SILENT
    async with kernel(
        folder, cwd=setting.cwd, environment=setting.environment, nursery=setting.nursery
    ) as client.km:
        kc = await client.async_start_new_kernel_client()
        try:
            yield client
        finally:
            kc.stop_channels()


def inject(notebook: Notebook, given: Mapping[str, Any]) -> Any:
    """The notebook as nbformat has it, with papermill's cell of parameters, and ids that never differ."""
    node: Any = nbformat.reads(notebook.text, as_version=4)  # type: ignore[no-untyped-call]
    for number, (cell, source) in enumerate(zip(node.cells, notebook.cells, strict=True)):
        cell["id"] = source.id or f"cell-{number + 1}"
        if cell.cell_type == "code":
            cell["outputs"], cell["execution_count"] = [], None
    if given:
        node = parameterize_notebook(
            load_notebook_node(node), dict(given), kernel_name="python3", language="python"
        )
        next(cell for cell in node.cells if INJECTED in cell.metadata.get("tags", ()))["id"] = INJECTED
    return node


def plain(text: str) -> str:
    """A text without the escape codes of a terminal.

    >>> plain("\\x1b[0;31mValueError\\x1b[0m: no")
    'ValueError: no'
    """
    return _ANSI.sub("", text)


def _count(client: Any, node: Any, cell: int) -> int | None:
    return client.code_cells_executed + 1 if node.cells[cell].cell_type == "code" else None


def _tell(progress: Progress, notebook: Notebook, node: Any, cell: int) -> None:
    if node.cells[cell].cell_type == "code":
        progress(notebook.page, notebook.heading(_place(notebook, node, cell)).text)


def _place(notebook: Notebook, node: Any, cell: int) -> int:
    """The number of a cell in the file, where papermill's own cell is not."""
    more = [number for number, one in enumerate(node.cells) if one["id"] == INJECTED]
    return min(cell - sum(number <= cell for number in more), len(notebook.cells) - 1)


def _failure(
    notebook: Notebook, node: Any, cell: int, error: Exception, folder: Path, timeout: int
) -> Failure:
    kind, message, lines = _words(node, cell, error, folder, timeout)
    heading = notebook.heading(_place(notebook, node, cell))
    source = node.cells[cell].source if node.cells else ""
    return Failure(notebook.page, kind, heading.text, heading.id, cell, source, message, lines)


def _words(
    node: Any, cell: int, error: Exception, folder: Path, timeout: int
) -> tuple[Kind, str, tuple[str, ...]]:
    if isinstance(error, CellTimeoutError):
        return (
            "timeout",
            f"This cell ran for more than {timeout} seconds and was stopped; --timeout allows more.",
            (),
        )
    if not isinstance(error, CellExecutionError):
        told = (folder / "stderr").read_text(encoding="utf-8", errors="replace").splitlines()
        said = "The kernel died: its process ended or was ended, often for want of memory."
        return "dead", said, tuple(plain(line) for line in told[-_LINES:])
    message = plain(f"{error.ename}: {error.evalue}" if error.evalue else str(error.ename))
    errors = [output for output in node.cells[cell].outputs if output.output_type == "error"]
    lines = plain("\n".join(errors[-1].traceback)).splitlines() if errors else []
    return "error", message, tuple(line.rstrip() for line in lines[-_LINES:])
