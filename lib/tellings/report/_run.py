"""A run: everything checked, the notebooks executed side by side, the files written whole."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tellings._handover import SAMPLE, Once
from tellings._pages import PAGES
from tellings.errors import ParameterError, ReportError
from tellings.report import _notebooks, _parameters, _write
from tellings.report._notebooks import Notebook
from tellings.report._nursery import Nursery, nursery
from tellings.report._types import takes_path

if TYPE_CHECKING:
    from tellings.corpus import Corpus
    from tellings.report._execute import Executed, Failure

ARTICLES = "articles"


@dataclass(frozen=True)
class Report:
    """What a run wrote: the front page, all files in the order they were written, what failed.

    ``seconds`` is the wall time until the first kernel answered, and that of the whole run.

    >>> import tellings as tl
    >>> report = tl.report.run(articles="seeds", out="outputs")  # doctest: +SKIP
    >>> report.index, report.failures  # doctest: +SKIP
    """

    index: Path
    files: tuple[Path, ...]
    failures: tuple[Failure, ...]
    seconds: tuple[float, float]

    def __repr__(self) -> str:
        failed = f", {len(self.failures)} FAILED" if self.failures else ""
        return f"<Report: {len(self.files)} files{failed}. Open {self.index}>"


def run(
    *,
    articles: str | Path,
    out: str | Path,
    notebooks: Sequence[str | Path] = (),
    parameters: Mapping[str, Any] | None = None,
    jobs: int | None = None,
    timeout: int = 600,
    progress: Callable[[str, str], None] | None = None,
    store: str | Path | None = None,
    engine: str | None = None,
    workers: int | None = None,
    scheduler: str | None = None,
) -> Report:
    """Run the notebooks over the articles and write the pages, tables and executed notebooks into ``out``.

    ``articles`` is what :func:`tellings.load` takes as a path. ``notebooks`` are names (``framing``,
    ``2-framing``) or paths; none means the kit's first five. ``parameters`` go to each notebook that knows them.
    At most ``jobs`` notebooks run at a time (default: as many as there are processors); a cell may take
    ``timeout`` seconds. ``progress`` is called with a page's name and the heading it has come to.

    A dozen articles or more are read once, for all notebooks: into ``store``, from which the next run takes them,
    or into a folder for this run only. ``engine``, ``workers`` and ``scheduler`` say how, as in
    :func:`tellings.scale.read` (default: ``processes``). The pages are the same with and without.

    Everything is checked before a kernel starts: :class:`tellings.errors.InputError` for articles that cannot
    be loaded, :class:`tellings.errors.ParameterError` for a name that no notebook knows or a value of the
    wrong type, :class:`tellings.errors.ReportError` for a notebook that is not there or a folder that cannot
    be written. A notebook that fails raises nothing: its page says so and ``failures`` of the returned
    :class:`Report` holds why.

    >>> import tellings as tl
    >>> tl.report.run(articles="seeds", out="outputs", notebooks=["framing"], parameters={"top": 5})  # doctest: +SKIP
    """
    began = time.monotonic()
    chosen = _notebooks.choose(notebooks)
    given = _given(chosen, Path(articles), parameters or {})
    if jobs is not None and jobs < 1:
        raise ReportError(f"jobs is the number of notebooks that run at a time, from 1 on, not {jobs}.")
    _lean()
    _at_home()
    with nursery() as kernels:
        once = Once(store=store, engine=engine, workers=workers, scheduler=scheduler, sample=_sample(given))
        found = once.load(Path(articles))
        where = Path(out).absolute()
        _sensible(found, Path(articles), where, parameters or {})
        with _write.locked(where):
            jobs = jobs or os.cpu_count() or 1
            tell = progress or _silent
            codebook = str((parameters or {}).get("codebook", "policy"))
            with once.read(found, codebook, tell) as (corpus, handed):
                plan = _Plan(Path(articles).resolve(), jobs, timeout, tell, kernels, handed)
                runs = _await(lambda: _execute_all(chosen, given, plan))
                tables = _spans(corpus, handed, codebook)
            written = _write.write(where, _files(corpus, runs, plan, tables))
    failures = tuple(run.failure for run in runs if run.failure)
    seconds = min(run.answered for run in runs) - began, time.monotonic() - began
    return Report(Path(out) / "index.html", tuple(written), failures, seconds)


def _sample(given: Mapping[str, Mapping[str, Any]]) -> int:
    """The most articles that a page lists one by one."""
    return min((int(values["sample"]) for values in given.values() if "sample" in values), default=SAMPLE)


def _sensible(corpus: Corpus | Path, articles: Path, out: Path, parameters: Mapping[str, Any]) -> None:
    """What can be known to fail before a kernel starts: the kit's own parameters that name things."""
    if out.resolve() == articles.resolve():
        raise ReportError(
            f"{out} holds the articles: give another folder with --out, so that nothing is mixed up."
        )
    if "codebook" in parameters:
        from tellings.read import codebook

        codebook(str(parameters["codebook"]))
    for name in str(parameters.get("columns", "")).split(","):
        if name.strip() and not isinstance(corpus, Path):
            corpus.text(name.strip())


@dataclass(frozen=True)
class _Plan:
    articles: Path
    jobs: int
    timeout: int
    progress: Callable[[str, str], None]
    nursery: Nursery | None
    handed: Mapping[str, str]

    @property
    def cwd(self) -> Path:
        """Where the kernels stand: beside the articles, so that the name injected holds no folder."""
        return self.articles.parent


def _given(
    chosen: Sequence[Notebook], articles: Path, parameters: Mapping[str, Any]
) -> dict[str, dict[str, Any]]:
    if ARTICLES in parameters:
        raise ParameterError("The articles are not a parameter of the run: give them with --articles.")
    given = _parameters.check_all(chosen, parameters)
    for notebook in chosen:
        known = _parameters.parameters(notebook)
        here = given[notebook.page]
        for name in here:
            if takes_path(known[name].annotation) or "path" in known[name].description.lower():
                here[name] = _reachable(here[name], articles.resolve().parent)
        if ARTICLES in known:
            given[notebook.page] = {ARTICLES: articles.resolve().name or ".", **here}
    return given


def _reachable(value: Any, cwd: Path) -> Any:
    """A path given from where the user stands, as a kernel reaches it; what names no file stays as it is."""
    if isinstance(value, list):
        return [_reachable(item, cwd) for item in value]
    if not isinstance(value, str) or not os.path.isfile(value):
        return value
    return Path(os.path.relpath(Path(value).resolve(), cwd)).as_posix()


async def _execute_all(
    chosen: Sequence[Notebook], given: Mapping[str, Mapping[str, Any]], plan: _Plan
) -> list[Executed]:
    from tellings.report import _execute

    pages = [notebook.page for notebook in chosen]
    environment = {PAGES: " ".join(pages) if "side-by-side" in pages else "", **plan.handed}
    setting = _execute.Setting(
        cwd=plan.cwd,
        environment=environment,
        timeout=plan.timeout,
        progress=plan.progress,
        nursery=plan.nursery,
    )
    _stop_when_told()
    gate = asyncio.Semaphore(plan.jobs)
    with tempfile.TemporaryDirectory(prefix="tellings-", ignore_cleanup_errors=True) as folder:

        async def one(number: int, notebook: Notebook) -> Executed:
            own = Path(folder) / str(number)
            own.mkdir()
            async with gate:
                return await _execute.execute(notebook, given[notebook.page], own, setting)

        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(one(number, notebook)) for number, notebook in enumerate(chosen)]
            group.create_task(_warm())
    return [task.result() for task in tasks]


async def _warm() -> None:
    """Have the exporter ready by the time the kernels are done."""
    await asyncio.sleep(0.05)
    await asyncio.to_thread(__import__, "tellings.report._export")


def _spans(corpus: Corpus, handed: Mapping[str, str], codebook: str) -> dict[str, bytes]:
    """Every reader's table as a file, while the store of the run is there."""
    from tellings.report._spans import spans

    return spans(corpus, handed, codebook)


def _files(
    corpus: Corpus, runs: Sequence[Executed], plan: _Plan, tables: Mapping[str, bytes]
) -> dict[str, str | bytes]:
    """Every file of the report by its name, the front page last."""
    from tellings.report._site import site

    package = Path(__file__).parents[2]
    return site(
        corpus,
        runs,
        spans=tables,
        folders=(plan.cwd, package, Path(tempfile.gettempdir()), Path(os.path.expanduser("~"))),
    )


def _await(make: Callable[[], Any]) -> Any:
    """Run to the end, also where an event loop runs already, as it does in a notebook."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        try:
            return asyncio.run(make())
        except asyncio.CancelledError:
            raise KeyboardInterrupt from None
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(make())).result()


def _stop_when_told() -> None:
    """Let SIGTERM end a run as Ctrl-C does: kernels ended, nothing half written, no folder left behind."""
    task = asyncio.current_task()
    assert task
    with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)


def _lean() -> None:
    """Keep jsonschema from a grammar of international addresses: 1.5 s for a check never made here."""
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


def _at_home() -> None:
    """Where a user has no home at all, as in some containers, Jupyter's own packages fail to import without one."""
    try:
        Path.home()
    except RuntimeError:
        os.environ["HOME"] = tempfile.gettempdir()


def _silent(page: str, heading: str) -> None:
    """Say nothing."""
