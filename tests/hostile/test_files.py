"""Hostile files: each is loaded, or listed with its reason, and what came in is all accounted for."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import tempfile
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

import tellings as tl
from hostile import make
from tellings.corpus import _load
from tellings.corpus._types import Article, Problem
from tellings.errors import InputError

SLOW = bool(os.environ.get("TELLINGS_HOSTILE"))
"""Set for the large ones: 200 MB of text, ten thousand files, a table cut at every byte."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    where = tmp_path_factory.mktemp("hostile") / "files"
    return where, make.files(where)


def test_every_kind_is_loaded_or_listed_with_its_reason(folder: tuple[Path, dict[str, str]]) -> None:
    where, expected = folder
    corpus = tl.load(where, max_bytes=make.LARGEST)
    listed = dict(corpus.problems[["file", "reason"]].itertuples(index=False))
    hidden = {name for name in listed if name.startswith("..")}
    assert listed.keys() - hidden == expected.keys() - hidden
    assert not {
        name: listed[name] for name, reason in expected.items() if not listed[name].startswith(reason)
    }
    assert len(corpus) + len(corpus.problems) == len(list(os.scandir(where)))
    assert corpus.problems["advice"].str.len().min() > 5
    assert len(hidden) == 3
    assert not (where / "tricked").exists()


def test_no_name_leaves_the_tables_on_its_own_line_or_names_a_path(
    folder: tuple[Path, dict[str, str]],
) -> None:
    articles = tl.load(folder[0], max_bytes=make.LARGEST).articles
    assert articles["article"].str.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*").all()
    for column in ("outlet", "path"):
        assert all(name.replace("\u200d", "").isprintable() for name in articles[column])
    assert articles["article"].is_unique
    assert articles["outlet"].is_unique


def test_the_same_file_by_several_ways_is_loaded_once_and_said(tmp_path: Path) -> None:
    here = make.write(tmp_path / "in", {"one": make.GOOD, "two": make.OPENING})
    (tmp_path / "link").symlink_to(here)
    corpus = tl.load([here, here / "one.txt", tmp_path / "link", f"{here}/../in/./two.txt"])
    assert list(corpus) == ["in-one", "in-two"]
    assert corpus.problems["reason"].tolist() == ["given twice"] * 4


def test_a_copy_by_another_name_is_loaded_and_said(tmp_path: Path) -> None:
    here = make.write(tmp_path, {"one": make.GOOD * 9})
    (here / "two.txt").hardlink_to(here / "one.txt")
    (here / "three.txt").symlink_to("one.txt")
    corpus = tl.load(here)
    assert len(corpus) == 3
    assert set(corpus.duplicates["kind"]) == {"exact"}


READ_AS_NOBODY = """
import os, sys
import tellings as tl
tl.load(sys.argv[1])  # what is loaded late is loaded now
os.setgroups([])
os.setgid(65534)
os.setuid(65534)
print(tl.load(sys.argv[1]).problems.to_json(orient="values"))
"""


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="gives up the rights of root, so has to have them"
)
def test_files_and_folders_without_the_right_to_read_are_listed() -> None:
    with tempfile.TemporaryDirectory() as name:
        here = make.write(Path(name) / "in", {"good": make.GOOD, "locked": make.GOOD})
        make.write(here / "shut", {"unseen": make.GOOD})
        for path, mode in ((here.parent, 0o755), (here / "locked.txt", 0), (here / "shut", 0)):
            path.chmod(mode)
        ran = subprocess.run(
            [sys.executable, "-c", READ_AS_NOBODY, here], capture_output=True, text=True, check=False
        )
    assert not ran.stderr
    told = {file: (reason, advice) for file, reason, advice in json.loads(ran.stdout)}
    assert told.keys() == {"locked.txt", "shut"}
    assert all("Permission denied" in reason and "chmod" in advice for reason, advice in told.values())


def test_a_file_far_too_large_is_listed_without_being_read(tmp_path: Path) -> None:
    make.write(tmp_path, {"good": make.GOOD, "huge": make.GOOD})
    with (tmp_path / "huge.txt").open("r+b") as file:
        file.truncate(200_000_000)
    tracemalloc.start()
    try:
        corpus = tl.load(tmp_path, max_bytes=100_000)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert corpus.problems["reason"].tolist() == ["larger than 100,000 bytes"]
    assert peak < 20_000_000


def test_a_large_article_is_loaded_whole_where_it_is_wanted(tmp_path: Path) -> None:
    size = 200_000_000 if SLOW else 2_000_000
    text = make.GOOD * (size // len(make.GOOD.encode()))
    make.write(tmp_path, {"large": text})
    tracemalloc.start()
    try:
        corpus = tl.load(tmp_path, max_bytes=size)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert corpus.text("large") == text
    assert peak < 60 * size


def test_very_many_small_files_are_all_there(tmp_path: Path) -> None:
    count = 10_000 if SLOW else 400
    make.write(
        tmp_path,
        {f"story-{number}": f"{make.GOOD}Number {number}.{' x' * (number % 9)}" for number in range(count)},
    )
    for number in range(0, count, 50):
        (tmp_path / f"story-{number}.txt").write_bytes(b"")
    corpus = tl.load(tmp_path)
    assert (len(corpus), len(corpus.problems)) == (count - count // 50, count // 50)


ROWS = [
    {"id": f"r{number}", "text": f"{make.GOOD.strip()} Row “{number}”, the end.", "n": str(number)}
    for number in range(6)
]


def as_csv() -> bytes:
    out = io.StringIO()
    table = csv.DictWriter(out, ["id", "text", "n"], quoting=csv.QUOTE_ALL, lineterminator="\n")
    table.writeheader()
    table.writerows(ROWS)
    return out.getvalue().encode()


def as_jsonl() -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS).encode()


def as_parquet() -> bytes:
    out = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(ROWS), out, row_group_size=2)
    return out.getvalue()


TABLES = {"csv": as_csv(), "jsonl": as_jsonl(), "parquet": as_parquet()}


def cuts(data: bytes) -> Iterator[bytes]:
    for at in range(0, len(data), 1 if SLOW else 41):
        yield data[:at]


@pytest.mark.parametrize("ending", TABLES)
def test_a_table_cut_short_anywhere_lets_no_half_row_in_and_keeps_those_before(
    tmp_path: Path, ending: str
) -> None:
    good = make.write(tmp_path / "good", {"good": make.OPENING})
    whole, told = {row["text"] for row in ROWS}, {f"t.{ending}"}
    for data in cuts(TABLES[ending]):
        path = tmp_path / f"t.{ending}"
        path.write_bytes(data)
        try:
            corpus = tl.load([good, path])
        except InputError as refused:
            told.add(str(refused).partition(" ")[0])
            continue
        texts = {corpus.text(name) for name in corpus} - {corpus.text("good-good")}
        assert texts <= whole
        assert len(texts) >= data.count(b"\n") - 1 if ending != "parquet" else True
        assert texts or not corpus.problems.empty
    assert told == {f"t.{ending}"}


KINDS = ("5", "true", "null", "NaN", "1e999999", "[]", "{}", '""', '"fine"')
TROUBLES = {
    "no-header.csv": "\n".join(f"{row['id']},{row['text']!r}" for row in ROWS),
    "no-rows.csv": "id,text\n",
    "open-quote.csv": f'id,text\n1,"{make.GOOD.strip()}"\n2,"never closed\n3,x\n4,y\n',
    "ragged.csv": f"id,text\n1,{make.OPENING.split(',')[0]}\n2\n3,a,b,c\n",
    "twice.csv": "text,text\nThe one.,The other.\n",
    "marked.csv": "\ufeffid,text\n1,The one.\n",
    "hollow.csv": "id,text\n,\n1,The one.\n\n,\n ,\n,\n\n",
    "hollow-only.csv": "id,text\n,\n",
    "nul.csv": "id,text\n1,The\0one.\n2,The other.\n",
    "ids.csv": "id,text\na,The one.\na,The other.\n,The third.\nA,The fourth.\n",
    "kinds.jsonl": "\n".join(f'{{"text": {value}}}' for value in KINDS),
    "rows.jsonl": "\n".join(["5", '"x"', "[]", "null", "{", '{"text": "fine"}', '{"text": "a", "text": "b"}', "[" * 99_999]),
    "digits.jsonl": '{"text": "fine", "id": ' + "9" * 10_000 + ', "date": 1e999999}',
    "marked.jsonl": '\ufeff{"text": "fine"}\n',
    "halves.jsonl": '{"text": "half \\ud83d and \\udea2\\ud83d", "outlet": "\\ud800", "title": "\\udfff"}',
}  # fmt: skip
LOADED = {
    "no-header.csv": 0, "no-rows.csv": 0, "open-quote.csv": 3, "ragged.csv": 1, "twice.csv": 1, "marked.csv": 1, "nul.csv": 2,
    "hollow.csv": 1, "hollow-only.csv": 0,
    "ids.csv": 4, "kinds.jsonl": 1, "rows.jsonl": 1, "digits.jsonl": 1, "marked.jsonl": 1, "halves.jsonl": 1,
}  # fmt: skip
LISTED = {
    "no-rows.csv": 1,
    "open-quote.csv": 1,
    "ragged.csv": 2,
    "twice.csv": 1,
    "hollow.csv": 2,
    "hollow-only.csv": 1,
    "kinds.jsonl": 8,
    "rows.jsonl": 7,
}


@pytest.mark.parametrize("name", TROUBLES)
def test_a_troubled_table_costs_its_bad_rows_only(tmp_path: Path, name: str) -> None:
    good = make.write(tmp_path / "good", {"good": make.OPENING})
    path = tmp_path / name
    path.write_text(TROUBLES[name], encoding="utf-8")
    if name == "no-header.csv":
        with pytest.raises(InputError, match=r"no-header\.csv has no column for the text"):
            tl.load([good, path])
        return
    corpus = tl.load([good, path])
    assert (len(corpus) - 1, len(corpus.problems)) == (LOADED[name], LISTED.get(name, 0))
    assert corpus.problems["file"].str.startswith(name).all()
    assert corpus.problems["reason"].str.len().gt(3).all()
    assert corpus.articles["article"].is_unique


def test_a_parquet_of_mixed_kinds_lists_what_is_no_text(tmp_path: Path) -> None:
    tables = {
        "numbers": pa.table({"text": [1, 2]}),
        "lists": pa.table({"text": [["a"], None]}),
        "none": pa.table({"text": pa.nulls(2)}),
        "bytes": pa.table({"text": [b"It was fine.", b"\xff\x00\xfe"]}),
        "norows": pa.table({"text": pa.array([], pa.string())}),
    }
    good = make.write(tmp_path / "good", {"good": make.OPENING})
    for name, table in tables.items():
        parquet.write_table(table, tmp_path / f"{name}.parquet")
    corpus = tl.load([good, *(tmp_path / f"{name}.parquet" for name in tables)])
    counted = Counter(file.partition(".")[0] for file in corpus.problems["file"])
    assert counted == {"numbers": 2, "lists": 2, "none": 2, "norows": 1, "bytes": counted["bytes"]}
    assert counted["bytes"] + len(corpus) - 1 == 2


@pytest.mark.parametrize(
    "name", [r"C:\archive\one.txt", r"..\..\one.txt", "/etc/one.txt", r"\\server\share\one.txt"]
)
def test_windows_paths_in_metadata_name_the_file_and_lead_nowhere_else(tmp_path: Path, name: str) -> None:
    make.write(tmp_path, {"one": make.GOOD})
    with (tmp_path / "metadata.csv").open("w", newline="") as file:
        csv.writer(file).writerows([["file", "outlet"], [name, "The Post"]])
    corpus = tl.load(tmp_path)
    assert len(corpus) == 1
    assert corpus.outlets in {("The Post",), ("one",)}
    assert corpus.outlets == ("The Post",) or not corpus.warnings.empty
    assert "etc" not in "".join(corpus.articles["path"])


@pytest.mark.parametrize("lose", ["article", "problem", "outcome"])
def test_an_article_lost_on_the_way_is_a_loud_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lose: str
) -> None:
    make.write(tmp_path, {"one": make.GOOD, "two": make.OPENING, "empty": ""})
    real_read, real_assemble = _load._read_all, _load.assemble

    def read(*given: object) -> list[Article | Problem]:
        return [
            item for item in real_read(*given) if isinstance(item, Problem) or item.source.path != "two.txt"
        ]  # type: ignore[arg-type]

    def assemble(articles: list[Article], problems: list[Problem], *more: object) -> tl.Corpus:
        return real_assemble(articles[lose == "article" :], problems[lose == "problem" :], *more)  # type: ignore[arg-type]

    if lose == "outcome":
        monkeypatch.setattr(_load, "_read_all", read)
    else:
        monkeypatch.setattr(_load, "assemble", assemble)
    with pytest.raises(RuntimeError, match="A fault of Tellings"):
        tl.load(tmp_path)
