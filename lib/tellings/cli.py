"""The command line: ``tellings report|read|store|check``. Arguments are parsed here, and nothing else."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tellings.errors import ParameterError, TellingsError

WRONG, FAILED, STOPPED = 2, 1, 130

_EPILOG = """\
exit status: 0 all went well; 1 a notebook failed (its page says where) or a check found something;
2 something given cannot be used, and nothing was run; 130 stopped from the keyboard."""


_REPORT = """\
Runs the notebooks over the articles and writes linked HTML pages, tables as CSV and the executed
notebooks. Prints the path of the front page."""

_EXAMPLES = """\
examples:
  tellings report --articles seeds --out outputs
  tellings report --articles seeds --out outputs --notebook framing -p top 30"""

_READ = """\
Prints the table of one reader as CSV: a row a span, with the article it is from. With `all`, every
reader reads the articles into a store of Parquet files, each text once: what the store has already is
not read again, and a run that was stopped goes on where it was."""

_READ_EXAMPLES = """\
examples:
  tellings read quotes seeds
  tellings read all articles.parquet --store readings --engine processes
  tellings read all articles.parquet --store /shared/readings --scheduler tcp://head:8786"""

_NOTEBOOK = "a notebook by name (framing) or by path; repeat for more (default: the kit's first five)"
_PARAMETER = "a parameter, for every notebook that knows it; repeat for more"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command of the kit and return its exit status."""
    given = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = given.command
    try:
        return command(given)
    except TellingsError as error:
        print(f"tellings: {error}", file=sys.stderr)
        return WRONG
    except KeyboardInterrupt:
        print("tellings: stopped", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        sys.stderr.close()
        return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tellings",
        description="Shows how different newsrooms tell the same story: articles in, reports out.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_report(commands)
    _add_read(commands)
    _add_store(commands)
    _add_check(commands)
    return parser


def _add_report(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    report = commands.add_parser(
        "report",
        help="run the notebooks over a folder of articles and write the pages",
        description=_REPORT,
        epilog=f"{_EXAMPLES}\n\n{_EPILOG}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = report.add_argument
    add("--articles", required=True, metavar="PATH", help="a folder of .txt, or a .csv, .jsonl, .parquet")
    add("--out", required=True, metavar="DIR", help="the folder for the reports; made if need be")
    add("--notebook", action="append", default=[], metavar="NAME", help=_NOTEBOOK)
    add("-p", "--parameter", action="append", default=[], nargs=2, metavar=("NAME", "VALUE"), help=_PARAMETER)
    add("--jobs", type=int, metavar="N", help="notebooks at a time (default: the processors there are)")
    add("--timeout", type=int, default=600, metavar="S", help="seconds a cell may take (default: 600)")
    add("--quiet", action="store_true", help="show no progress")
    _add_scale(report, "keep what is read in DIR, for the next run (default: nowhere)")
    report.set_defaults(command=_report)


def _add_read(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    read = commands.add_parser(
        "read",
        help="print what one reader finds in articles, as CSV; or read all into a store",
        description=_READ,
        epilog=_READ_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    read.add_argument("reader", metavar="READER", help="a reader: sentences, quotes, people, …; or all")
    read.add_argument("path", metavar="PATH", help="a text, a folder of texts, or a table of articles")
    _add_scale(read, "with all: the folder to keep it in (default: the user's folder for caches)")
    read.add_argument(
        "--codebook", metavar="NAME", help="with all: a codebook by name or path (default: policy)"
    )
    read.add_argument("--quiet", action="store_true", help="show no progress")
    read.set_defaults(command=_read)


def _add_scale(parser: argparse.ArgumentParser, store: str) -> None:
    parser.add_argument("--store", metavar="DIR", help=store)
    parser.add_argument("--engine", metavar="NAME", help="serial, processes or dask (default: processes)")
    parser.add_argument(
        "--workers", type=int, metavar="N", help="processes that read (default: the processors)"
    )
    parser.add_argument(
        "--scheduler", metavar="ADDRESS", help="of Dask, such as tcp://host:8786 (extra: dask)"
    )


def _add_store(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    store = commands.add_parser(
        "store",
        help="show what a store of readings holds, or empty it",
        description="Shows a store of readings: where it lies, its size, and that of each reader's tables.",
    )
    store.add_argument(
        "path", nargs="?", metavar="DIR", help="the store (default: that of `tellings read all`)"
    )
    store.add_argument("--clear", action="store_true", help="remove its files, and no others")
    store.set_defaults(command=_store)


def _add_check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    check = commands.add_parser(
        "check",
        help="check that notebooks keep the kit's rules",
        description="Checks notebooks: one cell of typed parameters, no outputs, thin cells, enough prose.",
    )
    check.add_argument("notebooks", nargs="+", metavar="NOTEBOOK", help="notebooks, or folders of them")
    check.set_defaults(command=_check)


def _report(given: argparse.Namespace) -> int:
    from tellings.report import run
    from tellings.report._progress import Progress

    with Progress(quiet=given.quiet) as progress:
        report = run(
            articles=given.articles,
            out=given.out,
            notebooks=given.notebook,
            parameters=dict(given.parameter),
            jobs=given.jobs,
            timeout=given.timeout,
            progress=progress,
            store=given.store,
            engine=given.engine,
            workers=given.workers,
            scheduler=given.scheduler,
        )
        progress.done(report)
    print(report.index)
    return FAILED if report.failures else 0


def _read(given: argparse.Namespace) -> int:
    if given.reader == "all":
        return _read_all(given)
    for name in ("store", "engine", "workers", "scheduler", "codebook"):
        if getattr(given, name) is not None:
            raise ParameterError(f"--{name} goes with `tellings read all`, not with one reader.")
    from tellings.report._reading import reading_csv

    sys.stdout.write(reading_csv(given.reader, Path(given.path)))
    return 0


def _read_all(given: argparse.Namespace) -> int:
    from tellings import scale

    stored = scale.read(
        given.path,
        store=given.store,
        engine=given.engine or ("dask" if given.scheduler else "processes"),
        workers=given.workers,
        scheduler=given.scheduler,
        codebook=given.codebook or "policy",
        progress=False if given.quiet else None,
    )
    print(stored.said())
    return 0


def _store(given: argparse.Namespace) -> int:
    from tellings.scale import open_store

    store = open_store(given.path, make=False)
    print(store.cleared() if given.clear else store.said())
    return 0


def _check(given: argparse.Namespace) -> int:
    from tellings.report import hygiene

    named = [Path(name) for name in given.notebooks]
    paths = [path for name in named for path in (sorted(name.glob("*.ipynb")) if name.is_dir() else [name])]
    faults = [f"{path}: {fault}" for path in paths for fault in hygiene(path)]
    print("\n".join([*faults, f"{len(paths)} notebooks, {len(faults)} faults"]))
    return FAILED if faults else 0


if __name__ == "__main__":
    sys.exit(main())
