"""Articles for the tests of the scale: made ones, odd ones, and the tables of a reading compared."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
from pyarrow import parquet

import tellings as tl

OUTLETS = ("The Daily Kestrel", "Harbour Post", "The Quill")
_LINES = (
    "“We will not close the {0} bridge,” said Ann Lee, the mayor of {0}, on Monday.",
    "It cost £{1}m in 2019, some {1}% more than planned; critics called it a disgrace.",
    "According to the council, about {1},400 people cross it every day.",
    "Photograph: {0} Council/PA",
    "Nobody knew why the ferry was late, and the minister refused to say.",
)


def text(number: int) -> str:
    """An article of its own: five paragraphs about a town."""
    town = f"{'ABCDEFGHIJ'[number % 10]}{'lmnorst'[number % 7]}{'aeiou'[number % 5]}ford"
    return "\n\n".join(line.format(town, number + 3) for line in _LINES)


def row(number: int) -> dict[str, Any]:
    """A row of a table of articles."""
    return {
        "file": f"story-{number}.txt",
        "outlet": OUTLETS[number % 3],
        "title": f"A bridge, part {number}",
        "date": f"2025-03-{number % 28 + 1:02}",
        "text": text(number),
    }


# What a scraper leaves behind: nothing, white space, mojibake, broken lines, a repeated id, a repeated text.
ODD: list[dict[str, Any]] = [
    {**row(1), "text": None},
    {**row(2), "text": " \n\t "},
    {**row(3), "text": "Itâ€™s late, and the cafÃ© is shut.\r\nNobody came.\0"},
    {**row(4), "file": "story-0.txt"},
    {**row(5), "file": "copy.txt", "text": text(0)},
    {**row(6), "outlet": None, "date": "3/4/2025"},
    {**row(7), "outlet": "", "title": None, "date": None},
    {**row(8), "text": "Kurz: das ist kein Englisch, und niemand hat es bemerkt. " * 9},
]


def rows(count: int, *, odd: bool = False) -> list[dict[str, Any]]:
    """Rows of so many articles, with the odd ones spread among them where wanted."""
    made = [row(number) for number in range(count)]
    for number, one in enumerate(ODD if odd else []):
        made.insert(number * 7 % (count + 1) + 1, one)
    return made


def as_parquet(path: Path, made: list[dict[str, Any]], *, group: int | None = None) -> Path:
    """The rows as a Parquet table."""
    parquet.write_table(pa.Table.from_pylist(made), path, row_group_size=group)
    return path


def as_jsonl(path: Path, made: list[dict[str, Any]]) -> Path:
    """The rows as lines of JSON."""
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in made), encoding="utf-8")
    return path


def corpus(tmp_path: Path, count: int) -> tl.Corpus:
    """So many articles, loaded."""
    return tl.load(as_jsonl(tmp_path / "made.jsonl", rows(count)))


def same(found: tl.read.Reading, wanted: tl.read.Reading) -> None:
    """The readings are equal, in every row, column and dtype, and so are their corpora."""
    assert list(found.tables) == list(wanted.tables)
    for name, table in wanted.tables.items():
        pd.testing.assert_frame_equal(found.tables[name], table, check_exact=True, obj=name)
    same_corpus(found.corpus, wanted.corpus)


def same_corpus(found: tl.Corpus, wanted: tl.Corpus) -> None:
    """The corpora have the same articles, texts, problems, warnings and duplicates."""
    for name in ("articles", "problems", "warnings", "duplicates"):
        pd.testing.assert_frame_equal(getattr(found, name), getattr(wanted, name), check_exact=True, obj=name)
    assert [found.text(article) for article in found] == [wanted.text(article) for article in wanted]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
