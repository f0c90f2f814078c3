"""Articles read into a store and taken from it again: the same rows, and nothing read twice."""

from __future__ import annotations

from pathlib import Path

import pytest

import tellings as tl
from made import ODD, as_jsonl, as_parquet, corpus, row, rows, same, same_corpus, text
from tellings.errors import InputError, ParameterError, ScaleError
from tellings.scale import _work


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, tuple[str, ...]]]:
    """How many texts are read, and by which readers, task by task."""
    seen: list[tuple[int, tuple[str, ...]]] = []
    tables = _work.tables

    def count(texts: list[str], hashes: list[str], readers: list[str], codebook: str) -> object:
        seen.append((len(texts), tuple(readers)))
        return tables(texts, hashes, readers, codebook)

    monkeypatch.setattr(_work, "tables", count)
    return seen


def test_a_reading_from_the_store_is_that_of_read_all(tmp_path: Path) -> None:
    loaded = corpus(tmp_path, 30)
    same(tl.scale.read(loaded, store=tmp_path / "store").reading(), tl.read.all(loaded))


def test_the_articles_that_come_with_the_kit_too(tmp_path: Path) -> None:
    loaded = tl.load("seeds")
    stored = tl.scale.read("seeds", store=tmp_path / "store", codebook="immigration")
    same(stored.reading(), tl.read.all(loaded, codebook="immigration"))


def test_chosen_articles_come_in_the_corpus_s_order(tmp_path: Path) -> None:
    stored = tl.scale.read(as_parquet(tmp_path / "a.parquet", rows(40)), store=tmp_path / "store")
    some = stored.reading(["story-31", "story-2", "story-30"])
    assert list(some.corpus) == ["story-2", "story-30", "story-31"]
    alone = tl.load(as_jsonl(tmp_path / "b.jsonl", [row(2), row(30), row(31)]))
    for name, table in tl.read.all(alone).tables.items():
        assert some.tables[name].equals(table), name


def test_a_text_that_two_articles_share_is_read_once_and_counts_for_both(
    tmp_path: Path, counted: list[tuple[int, tuple[str, ...]]]
) -> None:
    twice = [row(0), row(1), {**row(2), "text": text(0)}]
    loaded = tl.load(as_jsonl(tmp_path / "a.jsonl", twice))
    stored = tl.scale.read(loaded, store=tmp_path / "store")
    assert [texts for texts, _ in counted] == [2]
    same(stored.reading(), tl.read.all(loaded))
    found = (
        stored.connect().sql("SELECT article, count(*) FROM sentences GROUP BY ALL ORDER BY ALL").fetchall()
    )
    assert found[0][1] == found[2][1] > 0


def test_what_is_there_is_not_read_again(tmp_path: Path, counted: list[tuple[int, tuple[str, ...]]]) -> None:
    store = tmp_path / "store"
    tl.scale.read(as_jsonl(tmp_path / "a.jsonl", rows(30)), store=store)
    counted.clear()
    more = [row(99), *rows(30)]
    stored = tl.scale.read(as_parquet(tmp_path / "b.parquet", more), store=store)
    assert [texts for texts, _ in counted] == [1]
    same(stored.reading(), tl.read.all(tl.load(tmp_path / "b.parquet")))


def test_a_changed_reader_reads_again_and_the_others_do_not(
    tmp_path: Path, counted: list[tuple[int, tuple[str, ...]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    from tellings.scale import _versions

    loaded = corpus(tmp_path, 30)
    tl.scale.read(loaded, store=tmp_path / "store")
    counted.clear()
    key = _versions.key
    monkeypatch.setattr(
        _versions,
        "key",
        lambda reader, book="policy": key(reader, book)[::-1] if reader == "gaps" else key(reader, book),
    )
    stored = tl.scale.read(loaded, store=tmp_path / "store")
    assert counted == [(25, ("gaps",)), (5, ("gaps",))]
    same(stored.reading(), tl.read.all(loaded))


def test_another_codebook_is_another_table_of_the_two_readers_that_use_it(
    tmp_path: Path, counted: list[tuple[int, tuple[str, ...]]]
) -> None:
    loaded = corpus(tmp_path, 3)
    tl.scale.read(loaded, store=tmp_path / "store")
    counted.clear()
    stored = tl.scale.read(loaded, store=tmp_path / "store", codebook="immigration")
    assert counted == [(3, ("frames", "primary_frames"))]
    same(stored.reading(), tl.read.all(loaded, codebook="immigration"))


def test_some_readers_only(tmp_path: Path) -> None:
    stored = tl.scale.read(corpus(tmp_path, 3), store=tmp_path / "store", readers=["vader", "quotes"])
    assert stored.readers == ("quotes", "vader")
    assert list(stored.reading().tables) == ["quotes", "vader"]
    with pytest.raises(ParameterError, match=r"'gaps' has no tables here. There are: quotes, vader"):
        stored.files("gaps")


@pytest.mark.parametrize(
    ("given", "error", "said"),
    [
        ({"readers": ["quote"]}, ParameterError, "Did you mean 'quotes'"),
        ({"readers": []}, ParameterError, "No reader was named"),
        ({"engine": "process"}, ScaleError, "Did you mean 'processes'"),
        ({"engine": "processes", "workers": 0}, ScaleError, "from 1 on, not 0"),
        ({"scheduler": "tcp://here:1"}, ScaleError, "--engine dask"),
        ({"codebook": "polcy"}, InputError, "no codebook 'polcy'"),
    ],
)
def test_what_cannot_be_is_said_before_anything_is_read(
    tmp_path: Path, given: dict[str, object], error: type[Exception], said: str
) -> None:
    with pytest.raises(error, match=said):
        tl.scale.read(corpus(tmp_path, 2), store=tmp_path / "store", **given)  # type: ignore[arg-type]


def test_an_id_that_is_not_there_is_named(tmp_path: Path) -> None:
    on_disk = tl.scale.read(as_parquet(tmp_path / "a.parquet", rows(3)), store=tmp_path / "store")
    in_memory = tl.scale.read(corpus(tmp_path, 3), store=tmp_path / "store")
    for stored in (on_disk, in_memory):
        with pytest.raises(InputError, match="'story-9'"):
            stored.reading(["story-1", "story-9"])
        with pytest.raises(InputError, match="No article was named"):
            stored.reading([])


def test_a_part_of_a_corpus_keeps_what_was_said_of_it(tmp_path: Path) -> None:
    loaded = tl.load(as_jsonl(tmp_path / "a.jsonl", rows(4, odd=True)))
    stored = tl.scale.read(loaded, store=tmp_path / "store", readers=["gaps"])
    part = stored.corpus(["story-3", "story-0"])
    assert list(part) == ["story-0", "story-3"]
    assert set(part.warnings["article"]) == {"story-3"}
    assert len(part.duplicates) == 0
    same_corpus(stored.corpus(), loaded)
    assert len(ODD) == 8


def test_it_says_what_it_is(tmp_path: Path) -> None:
    stored = tl.scale.read(corpus(tmp_path, 3), store=tmp_path / "store", readers=["gaps", "quotes"])
    assert repr(stored).startswith("<Stored: 3 articles, 2 readers, ")
    quotes = len(stored.reading().quotes)
    assert quotes > 0
    assert f"<th scope='row'>quotes</th><td>1</td><td>{quotes}</td>" in stored._repr_html_()
    assert len(stored) == 3
    assert 0 < stored.size < stored.store.size
    assert stored.files("quotes")[0].parent == stored.path("quotes")
