"""What holds of every reader on any text.

Paragraphs that change places move their spans with them in the readers that look at one paragraph at a time. The others
read a text as a whole, and there the property has no meaning or another one: people and referents take a full name from
anywhere in the text; quotations left open run on into the next paragraph, and speakers carry over; furniture and captions
depend on whether the article has begun; places and organisations on what is a person elsewhere; dates on the
year last named; quantities on spans of all these; loaded words, frames and tone on means over the text. Of all of
them holds instead that a paragraph's spans do not change with white space around the text.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import pandas as pd
from hypothesis import HealthCheck, given, settings

import tellings as tl
from hostile.texts import paragraphs, texts
from tellings.read._all import READERS
from tellings.read._document import Document

BOUNDED = settings(
    max_examples=20, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck), database=None
)
LOCAL = ("paragraphs", "sentences", "tokens")


def rows(text: str) -> dict[str, list[Any]]:
    document = Document(text)
    return {name: document(reader.find) for name, reader in READERS.items()}


def stances(text: str) -> list[Any]:
    return [tl.read.stance_reasons(text, *row[:2]) for row in Document(text)(READERS["people"].find)[:3]]


def corpus(*texts: str) -> tl.Corpus:
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            (Path(folder) / f"paper-{number}.txt").write_text(text, encoding="utf-8")
        return tl.load(folder)


@BOUNDED
@given(texts())
def test_places_lie_in_the_text_in_order_and_say_its_words(text: str) -> None:
    for name, found in rows(text).items():
        places = [(row[0], row[1]) for row in found]
        assert all(0 <= start <= end <= len(text) for start, end in places), name
        assert [start for start, _ in places] == sorted(start for start, _ in places), name
    for reader in (tl.read.quotes, tl.read.people, tl.read.quantities, tl.read.sentences):
        frame = reader(text)
        assert all(text[row.start : row.end] == row.text for row in frame.itertuples())


@BOUNDED
@given(texts())
def test_reading_twice_gives_the_same(text: str) -> None:
    assert repr(rows(text)) == repr(rows(text))
    for one, two in zip(stances(text), stances(text), strict=True):
        pd.testing.assert_frame_equal(one, two)


@BOUNDED
@given(texts())
def test_reasons_of_a_stance_lie_in_the_text(text: str) -> None:
    for reasons in stances(text):
        assert ((reasons["start"] >= 0) & (reasons["end"] <= len(text))).all()
        assert reasons["text"].tolist() == [text[row.start : row.end] for row in reasons.itertuples()]


@BOUNDED
@given(texts())
def test_space_around_a_text_moves_the_reasons_of_a_stance_and_changes_none(text: str) -> None:
    if not (people := Document(text)(READERS["people"].find)):
        return
    start, end = people[0][:2]
    moved = tl.read.stance_reasons(f"\n\n{text}\n", start + 2, end + 2)
    moved = moved.assign(start=moved["start"] - 2, end=moved["end"] - 2)
    pd.testing.assert_frame_equal(tl.read.stance_reasons(text, start, end), moved)


@settings(BOUNDED, max_examples=6)
@given(paragraphs())
def test_an_articles_stances_stand_in_it_in_order_whatever_stands_beside_it(parts: list[str]) -> None:
    """The other article names nobody: a name that it told in full would be one for both."""
    text = "\n\n".join(parts)
    found = [tl.compare.stances(tl.read.all(corpus(text, *more))) for more in ((), ("It rained all day.",))]
    alone, both = (rows[rows["article"].str.endswith("0")].reset_index(drop=True) for rows in found)
    pd.testing.assert_frame_equal(alone, both, check_dtype=len(alone) > 0)
    if len(alone):
        whole = corpus(text).text(alone["article"][0])
        assert alone["text"].tolist() == [whole[row.start : row.end] for row in alone.itertuples()]
        assert alone["start"].is_monotonic_increasing


@settings(BOUNDED, max_examples=5)
@given(paragraphs(), paragraphs())
def test_an_article_reads_the_same_alone_and_beside_another(one: list[str], other: list[str]) -> None:
    alone, both = corpus("\n\n".join(one)), corpus("\n\n".join(one), "\n\n".join(other))
    first = next((article for article in both if article.endswith("0")), None)
    if first is None or not len(alone):
        return
    text = both.text(first)
    assert text == alone.text(next(iter(alone)))
    reading, single = tl.read.all(both), tl.read.all(alone)
    for name, table in single.tables.items():
        here = reading.tables[name]
        here = here[here["article"] == first].drop(columns="article").reset_index(drop=True)
        pd.testing.assert_frame_equal(here, table.drop(columns="article"), check_dtype=len(table) > 0)


@BOUNDED
@given(paragraphs())
def test_paragraphs_moved_move_their_spans(parts: list[str]) -> None:
    text, moved = "\n\n".join(parts), "\n\n".join(parts[::-1])
    before, after = rows(text), rows(moved)
    for name in LOCAL:
        assert Counter(text[row[0] : row[1]] for row in before[name]) == Counter(
            moved[row[0] : row[1]] for row in after[name]
        ), name


@BOUNDED
@given(paragraphs())
def test_space_before_a_text_moves_its_spans_and_changes_none(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    before, after = rows(text), rows("\n\n\n" + text)
    for name, found in before.items():
        assert [(row[0] + 3, row[1] + 3) for row in found] == [row[:2] for row in after[name]], name


READ = """
import sys
sys.path[:0] = [{tests!r}]
from benchmarks.measure import articles
from hostile.test_properties import rows
import hashlib
print(hashlib.sha256("".join(repr(rows(text)) for text in articles(2, seed=3)).encode()).hexdigest())
"""


def test_other_processes_with_other_hash_seeds_find_the_same() -> None:
    script = READ.format(tests=str(Path(__file__).parents[1]))
    found = [
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "77")
    ]
    assert found[0] == found[1]
    assert len(found[0].strip()) == 64
