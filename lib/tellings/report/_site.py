"""All files of a report, made from the executed notebooks: pages, tables, notebooks, the record."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import nbformat

from tellings.corpus import Corpus
from tellings.report import _crate, _export, _index, _provenance, _tables, _write
from tellings.report._clean import clean, places_of, scrub
from tellings.report._execute import Executed, Failure
from tellings.show._publish import csv_text


def site(
    corpus: Corpus,
    runs: Sequence[Executed],
    *,
    folders: Iterable[Path],
    spans: Mapping[str, bytes] = MappingProxyType({}),
) -> dict[str, str | bytes]:
    """Every file by its name in the output folder; the record and ``index.html`` come last."""
    places = places_of(folders)
    failures = {run.notebook.page: _scrubbed(run.failure, places) for run in runs if run.failure}
    for run in runs:
        clean(run, places)
    tables, findings = _tables.tables(runs), _tables.findings(runs)
    pages = [_entry(run, failures) for run in runs]
    shared = {
        "pages": pages,
        "inputs": _provenance.inputs(corpus),
        "versions": _provenance.versions(),
        "tables": tables,
        "findings": findings,
    }
    files: dict[str, str | bytes] = {table.file: table.csv for table in tables.values()}
    files[f"tables/{_tables.INPUTS}.csv"] = csv_text(_provenance.inputs_table(corpus))
    files |= spans
    for number, run in enumerate(runs):
        files[pages[number]["notebook"]] = _json(run.node)
        view = _view(run, pages, number) | {"failure": failures.get(run.notebook.page)}
        files[f"{run.notebook.page}.html"] = _export.page(run.node, shared | view)
    front = _index.view(corpus, pages, tables, findings)
    told = {"page": "index", "failures": list(failures.values()), "spans": list(spans)}
    index = _export.index(shared | front | told)
    made = _made(pages, tables.values(), failures)
    files[_crate.FILE] = _crate.crate(corpus, runs, made, _write.encoded({**files, "index.html": index}))
    files[_write.RECORD] = _record(corpus, runs, {**files, "index.html": index})
    return files | {"index.html": index}


def _made(
    pages: Sequence[Mapping[str, Any]], tables: Iterable[_tables.Table], failures: Mapping[str, Failure]
) -> list[_crate.Made]:
    """What each notebook made, for the description of the run."""
    own: dict[str, list[str]] = {one["page"]: [one["notebook"], f"{one['page']}.html"] for one in pages}
    for table in tables:
        own[table.page].append(table.file)
    return [
        _crate.Made(one["notebook"], own[one["page"]], failures[one["page"]].message if one["failed"] else "")
        for one in pages
    ]


def _json(node: Any) -> str:
    written: str = nbformat.writes(node)  # type: ignore[no-untyped-call]
    return written.rstrip("\n") + "\n"


def _entry(run: Executed, failures: Mapping[str, Failure]) -> dict[str, Any]:
    notebook = run.notebook
    return {
        "page": notebook.page,
        "title": notebook.title,
        "label": notebook.label,
        "notebook": f"notebooks/{notebook.path.name}",
        "failed": notebook.page in failures,
    }


def _view(run: Executed, pages: Sequence[Mapping[str, Any]], number: int) -> dict[str, Any]:
    """What the template knows of one page beside what all share."""
    return {
        **pages[number],
        "titled": any(heading.level == 1 for heading in run.notebook.outline),
        "previous": pages[number - 1] if number else {"page": "index", "label": "Front page"},
        "next": pages[number + 1] if number + 1 < len(pages) else None,
        "parameters": _provenance.values(run),
    }


def _scrubbed(failure: Failure, places: re.Pattern[str]) -> Failure:
    lines = tuple(scrub(line, places) for line in failure.lines)
    return replace(failure, message=scrub(failure.message, places), lines=lines)


def _record(corpus: Corpus, runs: Sequence[Executed], files: Mapping[str, str | bytes]) -> str:
    """``run.json``: inputs, parameters, versions, and the SHA-256 of every file written."""
    articles = corpus.articles
    record = {
        "articles": dict(zip(articles["article"], articles["sha256"], strict=True)),
        "failed": [run.notebook.page for run in runs if run.failure],
        "parameters": {
            run.notebook.page: {one.name: one.value for one in _provenance.values(run)} for run in runs
        },
        "versions": _provenance.versions(),
        "outputs": _write.digests(files),
    }
    return json.dumps(record, indent=1, ensure_ascii=False) + "\n"
