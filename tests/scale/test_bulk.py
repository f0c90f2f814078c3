"""Reading many texts at once gives the readers' own rows, and those of NLTK, to every offset and score."""

from __future__ import annotations

import json
import random
from itertools import chain
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest
from tests.benchmarks._equality import differences
from tests.benchmarks.corpus import texts

from tellings.read._all import READERS
from tellings.read._document import Document
from tellings.read._rows import table
from tellings.scale import _bulk

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold" / "dev"
SENTENCES = 10_000  # of made articles; `python -m tests.benchmarks scale` compares ten times as many
ODD = [
    "“", "”", '"', "'", "‘", "’", "``", "''", "\n", "\n\n", " ", "  ", "\t", "\xa0", "\u2028", "\x1c", ".", ",", "—", "(", ")",
    "£", "%", "Credit:", "Getty Images", "©", "READ MORE: ", "the", "The", "Mr.", "U.S.", "said", "he", "No. 10", "5.", "3.5",
    "p.m.", "cannot", "wanna", "can't", "!!!", "?!", "...", ". . .", '."', ".”", "?”", " ' ", ' " ', " '' ", "a" * 70, "漢字",
    "🎉", "Jane Roe/PA.", "(AP) —", "LEEDS —", "Image:", "left,", "Photo by", "By Ann Roe", "12 May 2024", "\ud800",
    "kind of", "but", "NOT", "very", "never so", "the shit", "least", "VERY good", "fine", "million", "rates", "e.g.", "i.e. The",
]  # fmt: skip
LINES = [
    "Read more: Who are they?", "READ MORE: Who are they?", "Related stories", "Sign up for our newsletter today",
    "Want more news? Sign up here", "Share this", "Follow us on Twitter", "Advertisement", "Story continues below", "Show more",
    "© 2024 The Lantern", "All rights reserved.", "3 comments", "Leave a comment", "Editor’s note: This was mended.",
    "Reporting by Ann Roe; Editing by Bo Lee", "Ann Roe contributed to this report", "— additional reporting by Bo Lee",
    "Last updated: 12 May 2024", "5 minutes ago", "3 min read", "***", "* * *", "By Ann Roe, Political Editor",
    "Ann Roe, Political Editor", "Monday, May 4, 2015 Two men met in Leeds.", "May 4, 2015", "LEEDS (AP) — Two men met.",
    "Leeds, England (AP) — Two men met.", "TWO MEN WHO MET IN LEEDS AND LEFT IT", "FILE PHOTO: Ann Roe in Leeds",
    "From left: Ann Roe and Bo Lee in Leeds", "Ann Roe, left, with Bo Lee in Leeds.", "Ann Roe with Bo Lee, right.",
    "Ann Roe (left) and Bo Lee (right) in Leeds.", "Two men shaking hands.Ann met Bo in LeedsCredit: Getty",
    "Two men shaking hands.Two men who were shaking hands in Leeds.", "A man in Leeds. Jane Roe/AFP via Getty Images",
    "A man in Leeds (Getty Images) waits.", "A man in Leeds (AP)", "He left. Click here to see it. They met (PHOTOS: ten men).",
    "He left.READ MORE: Ten loaves that were baked in Leeds", "Photograph: Jane Roe/PA", "picture alliance/dpa", "reporting by",
]  # fmt: skip


def by_reader(name: str, some: list[str]) -> pd.DataFrame:
    """What the reader of that name gives for each text, one after another."""
    reader = READERS[name]
    made = []
    for number, text in enumerate(some):
        frame = table(text, Document(text)(reader.find), reader.row)
        frame.insert(0, "article", pd.Series([number] * len(frame), dtype="int32"))
        made.append(frame)
    return pd.concat(made, ignore_index=True)


def assert_equal(some: list[str], cache: _bulk.Cache | None = None) -> None:
    found = _bulk.read(some, cache=cache or _bulk.Cache())
    for name in _bulk.NAMES:
        pd.testing.assert_frame_equal(
            found[name].to_pandas(), by_reader(name, some), check_exact=True, obj=name
        )


def test_made_articles_are_read_as_the_readers_and_nltk_read_them() -> None:
    compared, wrong = differences(texts(SENTENCES // 23, seed=11))
    assert compared >= SENTENCES
    assert wrong == []


@pytest.mark.parametrize("seed", range(6))
def test_garbled_news_is_read_alike(seed: int) -> None:
    rng = random.Random(seed)
    made = []
    for article in texts(40, seed=100 + seed):
        place = rng.randrange(len(article))
        text = article[place : place + rng.randint(0, 1500)]
        for _ in range(rng.randint(0, 12)):
            cut = rng.randrange(len(text) + 1)
            text = text[:cut] + rng.choice(("", " ")) + rng.choice(ODD) + rng.choice(("", " ")) + text[cut:]
        made.append(text.replace("\ud800", ""))
    assert_equal(made)


@pytest.mark.parametrize("seed", range(3))
def test_odd_pieces_in_a_row_are_read_alike(seed: int) -> None:
    rng = random.Random(seed)
    pieces = [odd for odd in ODD if odd != "\ud800"]
    assert_equal(
        ["".join(rng.choice((piece, piece + " ")) for piece in rng.choices(pieces, k=12)) for _ in range(150)]
    )


def test_captions_and_furniture_stand_apart_alike() -> None:
    prose = "Two men met in Leeds on Monday. They left at once, and nobody saw them."
    alone = [f"{prose}\n\n{line}\n\n{prose}" for line in LINES]
    first = [f"{line}\n{prose}" for line in LINES]
    assert_equal([*alone, *first, "\n".join(LINES), *LINES])


@pytest.mark.skipif(not GOLD.exists(), reason="the annotated articles are not here")
@pytest.mark.parametrize("name", ["structure", "quotes", "people", "gaps", "labels"])
def test_annotated_news_is_read_alike(name: str) -> None:
    lines = (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    found = chain.from_iterable(each.values() for each in map(json.loads, lines))
    assert_equal([text for text in found if isinstance(text, str) and len(text) > 40])


def test_a_text_has_the_same_rows_whatever_was_read_before() -> None:
    cache = _bulk.Cache()
    one, two = texts(20, seed=1), texts(20, seed=2)
    _bulk.read(one, cache=cache)
    again = _bulk.read(two, cache=cache)
    assert all(again[name].equals(table) for name, table in _bulk.read(two, cache=_bulk.Cache()).items())


def test_a_full_memory_is_emptied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_bulk, "MOST", 100)
    cache = _bulk.Cache()
    some = texts(4, seed=3)
    found = [_bulk.read(some, cache=cache) for _ in range(2)]
    assert len(cache.chunks.strings) < 2000
    assert all(found[0][name].equals(found[1][name]) for name in _bulk.NAMES)


@pytest.mark.parametrize("some", [[], [""], ["", " \n ", ""], ["\n\n"]])
def test_nothing_gives_empty_tables_with_every_column(some: list[str]) -> None:
    full = _bulk.read(["It was good. A tax, “he said”."])
    for name, found in _bulk.read(some).items():
        assert len(found) == 0
        assert found.schema == full[name].schema, name


def test_the_other_codebook_is_looked_for_alike() -> None:
    from tellings.read import frames

    text = texts(1, seed=9)[0]
    found = _bulk.read([text], names=["frames"], codebook="immigration")["frames"].to_pandas()
    pd.testing.assert_frame_equal(found.drop(columns="article"), frames(text, book="immigration"))


def test_an_edited_codebook_is_read_as_it_is(tmp_path: Path) -> None:
    book, cache, found = tmp_path / "own.toml", _bulk.Cache(), []
    for cue in ("tax", "fish"):
        book.write_text(f'[[frames]]\nname = "own"\ncues = ["{cue}"]\n', encoding="utf-8")
        made = _bulk.read(["A tax on fish."], names=["frames"], cache=cache, codebook=str(book))
        found.append(made["frames"]["text"].to_pylist())
    assert found == [["tax"], ["fish"]]


def test_columns_are_those_of_the_readers() -> None:
    found = _bulk.read(["It was good."])["tokens"]
    assert found.schema.field("start").type == pa.int64()
    assert found.column_names == ["article", "start", "end", "text", "sentence", "token", "word"]
