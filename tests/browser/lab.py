"""JupyterLab on a folder, apart from everything of the user's: its own settings, its own kernels' files, no network."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote
from urllib.request import urlopen

if TYPE_CHECKING:
    from playwright.sync_api import Page

TOKEN = "tellings"
# What JupyterLab would ask its user on the first start: whether it may fetch news.
_SETTINGS = {"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}}
_OPTIONS = (
    "--no-browser",
    "--ServerApp.ip=127.0.0.1",
    "--ServerApp.port_retries=0",
    f"--IdentityProvider.token={TOKEN}",
    "--LabApp.expose_app_in_browser=True",
    "--ServerApp.allow_root=True",
)


class Lab(NamedTuple):
    """A JupyterLab that runs: where, and the folder it shows."""

    address: str
    folder: Path


@contextmanager
def started(folder: Path, home: Path) -> Iterator[Lab]:
    """JupyterLab on a folder; all that Jupyter and IPython write goes below ``home``."""
    (home / "config" / "labconfig").mkdir(parents=True)
    (home / "config" / "labconfig" / "page_config.json").write_text(json.dumps(_SETTINGS))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        f"--ServerApp.port={port}",
        *_OPTIONS,
        f"--notebook-dir={folder}",
    ]
    with (home / "log").open("wb") as log:
        server = subprocess.Popen(
            command, env=_environment(home), cwd=folder, stdout=log, stderr=log, start_new_session=True
        )
        try:
            lab = Lab(f"http://127.0.0.1:{port}", folder)
            _await(lab, server, home / "log")
            yield lab
        finally:
            _stop(server)


def _stop(server: subprocess.Popen[bytes]) -> None:
    """Asked first, since it ends its kernels itself; a kernel that has lost its server ends as well."""
    server.terminate()
    try:
        server.wait(60)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def _environment(home: Path) -> dict[str, str]:
    own = {
        "HOME": home,
        "JUPYTER_CONFIG_DIR": home / "config",
        "JUPYTER_DATA_DIR": home / "data",
        "JUPYTER_RUNTIME_DIR": home / "runtime",
        "JUPYTERLAB_SETTINGS_DIR": home / "settings",
        "JUPYTERLAB_WORKSPACES_DIR": home / "workspaces",
        "IPYTHONDIR": home / "ipython",
    }
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "JPY_"))}
    return {**kept, **{name: str(path) for name, path in own.items()}}


def _await(lab: Lab, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(600):
        assert server.poll() is None, log.read_text(encoding="utf-8", errors="replace")[-2000:]
        try:
            with urlopen(f"{lab.address}/api/status?token={TOKEN}"):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(log.read_text(encoding="utf-8", errors="replace")[-2000:])


def open_notebook(page: Page, lab: Lab, name: str, *, kernel: bool = True) -> None:
    """A notebook of the folder, opened in a JupyterLab without any memory, up to the ``kernel``'s first word."""
    page.goto(f"{lab.address}/lab/tree/{quote(name)}?token={TOKEN}&reset")
    page.locator(".jp-NotebookPanel:visible .jp-Cell").first.wait_for(timeout=120_000)
    idle = f"() => {_PANEL}?.sessionContext.session?.kernel?.status === 'idle'"
    page.wait_for_function(
        idle if kernel else f"() => {_PANEL}?.content?.model?.cells.length", timeout=120_000
    )


def run_all(page: Page) -> None:
    """*Run All Cells*, from the menu, to the end."""
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    page.wait_for_function(_DONE, timeout=300_000)


def cells(page: Page) -> list[dict[str, Any]]:
    """The notebook's cells as JupyterLab holds them, with all that they put out."""
    found: list[dict[str, Any]] = page.evaluate(f"() => {_PANEL}.content.model.sharedModel.toJSON().cells")
    return found


def trusted(page: Page) -> bool:
    """Whether JupyterLab shows the outputs as they are."""
    return bool(page.evaluate(f"() => {_PANEL}.content.widgets.filter((cell) => cell.model.type === 'code')"
                              ".every((cell) => cell.model.trusted)"))  # fmt: skip


_PANEL = "window.jupyterapp?.shell?.currentWidget"
# A cell that was run has a number; one that failed stops the run, and is as much of an end.
_DONE = f"""() => {{
  const panel = {_PANEL}, cells = panel.content.model.sharedModel.toJSON().cells;
  const code = cells.filter((cell) => cell.cell_type === "code" && cell.source.trim());
  const failed = code.some((cell) => cell.outputs.some((output) => output.output_type === "error"));
  return panel.sessionContext.session.kernel.status === "idle"
    && (failed || code.every((cell) => cell.execution_count));
}}"""
