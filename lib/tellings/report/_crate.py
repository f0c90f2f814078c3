"""``ro-crate-metadata.json``: a run described for machines, as a Process Run Crate.

RO-Crate 1.1 (Soiland-Reyes et al., 2022) is how research data packs say what they hold, what it was made from
and by what. Here: every file with its SHA-256 and size, every article that came in with its own (of more than a
thousand, one over all), and one action a notebook that leads from the articles and the parameters to the page and its
tables. Nothing in it depends on the clock: where the standard asks for a date of publication, the newest article's
stands.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import quote

import pandas as pd

from tellings.corpus import Corpus
from tellings.report import _provenance
from tellings.report._execute import Executed
from tellings.report._tables import INPUTS
from tellings.report._write import RECORD

FILE = "ro-crate-metadata.json"
# Where no article has a date, the year of the standard's version used here: a date must stand, and a clock may not.
_UNDATED = "2021-10-04"
# A description of each article is worth its bytes as long as somebody may read them; past that a table holds them.
_DESCRIBED = 1_000
_FORMATS = {
    "html": "text/html",
    "csv": "text/csv",
    "ipynb": "application/x-ipynb+json",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
}
_CRATE = "https://w3id.org/ro/crate/1.1"
_KIT = "urn:x-tellings:kit"
_PROFILE = "https://w3id.org/ro/wfrun/process/0.5"

Entity = dict[str, Any]


class Made(NamedTuple):
    """What one notebook made: its executed copy, its page and tables, and why it stopped where it failed."""

    notebook: str
    files: Sequence[str]
    failure: str


def crate(corpus: Corpus, runs: Sequence[Executed], made: Sequence[Made], files: Mapping[str, bytes]) -> str:
    """The metadata file's text: one JSON-LD graph over the files, which are given by name with their bytes.

    ``run.json`` is named without its hash, since it holds the hash of this file.
    """
    articles = list(_articles(corpus))
    parameters = [_parameters(run) for run in runs]
    data = [_file(name, content) for name, content in files.items()]
    actions = [
        _action(run, one, articles, given, number=len(corpus.articles))
        for run, one, given in zip(runs, made, parameters, strict=True)
    ]
    graph = [
        _descriptor(),
        _root(corpus, [*files, RECORD], actions, articles),
        {"@id": _PROFILE, "@type": "CreativeWork", "name": "Process Run Crate", "version": "0.5"},
        _rights(),
        _kit(),
        *_software(),
        *data,
        {"@id": RECORD, "@type": "File", "name": "The record of the run", "encodingFormat": _FORMATS["json"]},
        *articles,
        *(one for given in parameters for one in given),
        *actions,
    ]
    return json.dumps({"@context": f"{_CRATE}/context", "@graph": graph}, indent=1, ensure_ascii=False) + "\n"


def _refer(entities: Sequence[Entity]) -> list[dict[str, str]]:
    return [{"@id": entity["@id"]} for entity in entities]


def _named(names: Sequence[str]) -> list[dict[str, str]]:
    return [{"@id": _uri(name)} for name in names]


def _uri(name: str) -> str:
    return quote(name, safe="/")


def _descriptor() -> Entity:
    return {
        "@id": FILE,
        "@type": "CreativeWork",
        "conformsTo": {"@id": _CRATE},
        "about": {"@id": "./"},
    }


def _root(
    corpus: Corpus, names: Sequence[str], actions: Sequence[Entity], articles: Sequence[Entity]
) -> Entity:
    table = corpus.articles
    outlets = ", ".join(sorted(set(table["outlet"]))[:20])
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": f"How {table['outlet'].nunique():,} newsrooms tell one story: a report over {len(table):,} articles",
        "description": f"Pages, tables and executed notebooks that compare articles of: {outlets}. "
        "Every figure leads to the characters of the article that it rests on.",
        "datePublished": _published(table),
        "license": {"@id": "#rights"},
        "conformsTo": {"@id": _PROFILE},
        "hasPart": _named(names),
        "mentions": _refer([*actions, *articles]),
    }


def _published(articles: pd.DataFrame) -> str:
    dates = pd.to_datetime(articles["date"], errors="coerce", utc=True).dropna()
    return f"{dates.max():%Y-%m-%d}" if len(dates) else _UNDATED


def _rights() -> Entity:
    return {
        "@id": "#rights",
        "@type": "CreativeWork",
        "name": "The articles belong to their publishers",
        "description": "The report quotes the articles that were given to it. Their rights stay with those who "
        "published them; whoever shares the report has to hold the right to share them.",
    }


def _kit() -> Entity:
    found = _provenance.versions()
    return {
        "@id": _KIT,
        "@type": "SoftwareApplication",
        "name": "Tellings",
        "softwareVersion": found.get("tellings", "0"),
        "softwareRequirements": [
            {"@id": _package(name, number)} for name, number in found.items() if name != "tellings"
        ],
    }


def _package(name: str, number: str) -> str:
    """A package's URL as ECMA-427 (purl) writes it; Python itself is no package of its index."""
    return f"pkg:generic/{name}@{number}" if name == "python" else f"pkg:pypi/{name.lower()}@{number}"


def _software() -> Iterator[Entity]:
    for name, number in _provenance.versions().items():
        if name != "tellings":
            yield {
                "@id": _package(name, number),
                "@type": "SoftwareApplication",
                "name": name,
                "softwareVersion": number,
            }


def _file(name: str, content: bytes) -> Entity:
    code = {"version": _provenance.versions().get("tellings", "0")} if name.endswith(".ipynb") else {}
    return {
        "@id": _uri(name),
        "@type": ["File", "SoftwareSourceCode"] if code else "File",
        "name": name,
        "encodingFormat": _FORMATS[name.rpartition(".")[2]],
        "contentSize": str(len(content)),
        "sha256": hashlib.sha256(content).hexdigest(),
        **code,
    }


def _articles(corpus: Corpus) -> Iterator[Entity]:
    """The articles that came in. They do not lie in the folder, so they are described, not listed as its parts."""
    if len(corpus.articles) > _DESCRIBED:
        yield _collection(corpus)
        return
    columns = ["article", "outlet", "title", "date", "language", "path", "sha256"]
    for row in corpus.articles[columns].itertuples(index=False):
        entity = {
            "@id": f"#article/{quote(str(row.article), safe='')}",
            "@type": "CreativeWork",
            "name": _known(row.title) or str(row.article),
            "alternateName": str(row.path),
            "identifier": f"sha256:{row.sha256}",
            "publisher": str(row.outlet),
            "inLanguage": _known(row.language),
            "datePublished": _known(row.date)[:10],
        }
        yield {key: value for key, value in entity.items() if value}


def _collection(corpus: Corpus) -> Entity:
    """Many articles as one, with a hash over the hashes of all, and the table that lists them."""
    return {
        "@id": "#articles",
        "@type": "Collection",
        "name": f"The {len(corpus.articles):,} articles",
        "description": "The table of what came in lists each with its outlet, path and SHA-256. The identifier is the "
        "SHA-256 of theirs, in that order, each on a line.",
        "collectionSize": len(corpus.articles),
        "identifier": f"sha256:{_provenance.inputs(corpus).digest}",
        "subjectOf": {"@id": _uri(f"tables/{INPUTS}.csv")},
    }


def _known(value: Any) -> str:
    return "" if pd.isna(value) else str(value)


def _parameters(run: Executed) -> list[Entity]:
    return [
        {
            "@id": f"#parameter/{run.notebook.page}/{one.name}",
            "@type": "PropertyValue",
            "name": one.name,
            "value": one.value,
            "description": one.description,
        }
        for one in _provenance.values(run)
    ]


def _action(
    run: Executed, made: Made, articles: Sequence[Entity], parameters: Sequence[Entity], *, number: int
) -> Entity:
    status = {"@id": "http://schema.org/FailedActionStatus"}
    failed = {"actionStatus": status, "error": made.failure} if made.failure else {}
    return {
        "@id": f"#run/{run.notebook.page}",
        "@type": "CreateAction",
        "name": f"Run of {run.notebook.path.name}",
        "description": f"The notebook read {number:,} articles and made {len(made.files):,} files.",
        "instrument": [{"@id": _KIT}, {"@id": _uri(made.notebook)}],
        "object": _refer([*articles, *parameters]),
        "result": _named(made.files),
        **failed,
    }
