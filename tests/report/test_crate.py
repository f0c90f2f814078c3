"""The run described for machines, read by a reader that is not ours."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path

import pytest
from rocrate.rocrate import ROCrate

from tellings.report import run

from .conftest import write_articles, writer

PARAMETERS = 'articles: str = "seeds"  # a folder\ntop: int = 2  # how many'
TABLE = (
    "import pandas as pd\nfrom tellings.show import publish\n"
    "publish(pd.DataFrame({'top': [top]}), name='words', caption='Words', html='<p>2</p>')"
)
SELF = {"ro-crate-metadata.json", "run.json"}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of one notebook that works and one that fails, over articles with names that an address must quote."""
    folder = tmp_path_factory.mktemp("crate")
    articles = write_articles(folder / "stories")
    (articles / "ü #1?.txt").write_text("A bridge, again.\n\nNobody asked for it.\n" * 9, encoding="utf-8")
    (articles / "metadata.csv").write_text("file,outlet,date\nheron.txt,The Heron,2026-03-04\n")
    write = writer(folder)
    paths = [
        write("1-works now", "# Works", TABLE, parameters=PARAMETERS),
        write("2-fails", "# Fails", "1 / 0"),
    ]
    run(articles=articles, out=folder / "out", notebooks=paths)
    return folder / "out"


def test_an_independent_reader_finds_every_file_whole(out: Path) -> None:
    crate = ROCrate(out)
    files = {entity.id: entity for entity in crate.data_entities}
    written = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert {str(entity.source.relative_to(out)) for entity in files.values()} == written - {
        "ro-crate-metadata.json"
    }
    for entity in files.values():
        data = Path(entity.source).read_bytes()
        if entity.source.name not in SELF:
            assert entity["sha256"] == hashlib.sha256(data).hexdigest()
            assert entity["contentSize"] == str(len(data))


def test_articles_parameters_and_outputs_hang_together(out: Path) -> None:
    crate = ROCrate(out)
    works, fails = (crate.dereference(f"#run/{page}") for page in ("works-now", "fails"))
    record = json.loads((out / "run.json").read_text())
    hashes = {entity.get("identifier") for entity in works["object"]} - {None}
    assert hashes == {f"sha256:{digest}" for digest in record["articles"].values()}
    values = {entity["name"]: entity["value"] for entity in works["object"] if entity.type == "PropertyValue"}
    assert values == {"articles": "'stories'", "top": "2"}
    assert {entity.id for entity in works["result"]} == {
        "notebooks/1-works%20now.ipynb",
        "works-now.html",
        "tables/words.csv",
    }
    assert "division by zero" in fails["error"]
    assert "error" not in works.properties()


def test_no_reference_leads_nowhere_and_no_clock_shows(out: Path) -> None:
    graph = json.loads((out / "ro-crate-metadata.json").read_text())["@graph"]
    known = {entity["@id"] for entity in graph}
    outside = "http"
    for entity in graph:
        for value in entity.values():
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, dict) and not one["@id"].startswith(outside):
                    assert one["@id"] in known
    assert len(known) == len(graph)
    root = next(entity for entity in graph if entity["@id"] == "./")
    assert root["datePublished"] == "2026-03-04"


def test_of_many_articles_one_hash_and_a_table_stand_for_all(tmp_path: Path) -> None:
    rows = [
        {"id": f"a{n}", "outlet": "The Heron", "text": f"Bridge {n} opened on a day. " * 9}
        for n in range(1001)
    ]
    (tmp_path / "many.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    notebook = writer(tmp_path)("1-works now", "# Works", TABLE, parameters=PARAMETERS)
    run(articles=tmp_path / "many.jsonl", out=tmp_path / "out", notebooks=[notebook])
    crate = ROCrate(tmp_path / "out")
    (articles,) = (one for one in crate.contextual_entities if one.type == "Collection")
    with (tmp_path / "out" / articles["subjectOf"].id).open(encoding="utf-8", newline="") as table:
        hashes = [row["sha256"] for row in csv.DictReader(table)]
    assert articles["collectionSize"] == len(hashes) == 1001
    assert articles["identifier"] == f"sha256:{hashlib.sha256(chr(10).join(hashes).encode()).hexdigest()}"
    action = crate.dereference("#run/works-now")
    assert articles in action["object"]
    assert "1,001 articles" in action["description"]
