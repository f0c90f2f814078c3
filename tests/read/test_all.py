from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import tellings as tl
from corpora import corpus, reading
from pairs import Pair, each_pair
from tellings.read._all import READERS

BOATS = "Ministers met in Dover on Monday. “We need 20 boats,” said Ann Lee, who joined the ."
FERRY = "Nothing happened at all.\n\nA ferry left.A ferry leaves the harbour at noonCredit: Getty"


def of(found: tl.read.Reading, name: str, article: str) -> pd.DataFrame:
    frame = found.tables[name]
    return frame[frame["article"] == article].drop(columns="article").reset_index(drop=True)


@pytest.mark.parametrize("name", list(READERS))
def test_an_article_reads_the_same_alone_and_among_others(tmp_path: Path, name: str) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    alone = reading(tmp_path / "one", boats=BOATS)
    among = reading(tmp_path / "two", a=FERRY, boats=BOATS, c=FERRY + "\n\n" + BOATS)
    pd.testing.assert_frame_equal(of(alone, name, "boats"), of(among, name, "boats"))


@pytest.mark.parametrize("name", [name for name in READERS if hasattr(tl.read, name)])
def test_one_text_reads_as_it_does_in_a_corpus(tmp_path: Path, name: str) -> None:
    found = reading(tmp_path, boats=BOATS)
    pd.testing.assert_frame_equal(
        of(found, name, "boats"), getattr(tl.read, name)(found.corpus.text("boats"))
    )


@each_pair
@pytest.mark.parametrize("name", list(READERS))
def test_every_span_is_its_text_and_in_order(pair: Pair, name: str) -> None:
    loaded = tl.load(str(pair.folder))
    for article in loaded:
        rows = of(tl.read.all(loaded), name, article)
        text = loaded.text(article)
        assert all(text[row.start : row.end] == row.text for row in rows.itertuples())
        assert rows["start"].is_monotonic_increasing
        assert ((rows["start"] >= 0) & (rows["end"] <= len(text)) & (rows["start"] <= rows["end"])).all()


def test_a_reading_names_its_tables(tmp_path: Path) -> None:
    found = reading(tmp_path, boats=BOATS)
    assert set(READERS) <= set(dir(found))
    assert "tl.compare" in repr(found)
    with pytest.raises(AttributeError, match=r"no reader 'quote'.*quotes"):
        _ = found.quote


def test_another_codebook_gives_other_cues(tmp_path: Path) -> None:
    book = tmp_path / "own.toml"
    book.write_text(
        'title = "Own"\nsources = []\n[[frames]]\nname = "sea"\ndefinition = "Boats."\ncues = ["boat*"]\n'
    )
    (tmp_path / "texts").mkdir()
    found = tl.read.all(corpus(tmp_path / "texts", boats=BOATS), codebook=str(book))
    assert found.frames[["text", "frame"]].values.tolist() == [["boats", "sea"]]


def test_a_measure_is_made_once_a_reading_and_arguments_and_given_out_unharmed() -> None:
    made: list[tuple[object, ...]] = []

    def lengths(reading: tl.read.Reading, *given: int) -> pd.DataFrame:
        made.append(given)
        return pd.DataFrame({"n": [len(reading.corpus), *given]})

    reading = tl.read.all(tl.load("seeds"))
    first = reading.once(lengths, 7)
    first["n"] = 0
    assert reading.once(lengths, 7)["n"].tolist() == [len(reading.corpus), 7]
    assert reading.once(lengths, 8)["n"].tolist()[1:] == [8]
    assert tl.read.all(tl.load("seeds")).once(lengths, 7)["n"].tolist()[1:] == [7]
    assert made == [(7,), (8,), (7,)]
