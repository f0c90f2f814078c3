"""Blind samples: who draws them, from what, and what they do not tell."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

import tellings as tl
from corpora import reading as read
from tellings.coding._blind import MASK, Names
from tellings.errors import InputError


def test_prose_is_drawn_and_captions_are_not(reading: tl.read.Reading, sample: tl.coding.Sample) -> None:
    parts = reading.sentences.merge(sample.key, on=["article", "start", "end"])["part"]
    assert set(parts) == {"prose"}
    assert len(sample) == sample.available == (reading.sentences["part"] == "prose").sum()
    assert (reading.sentences["part"] == "caption").any()
    assert not sample.sheet["sentence"].str.contains("bench").any()


def test_every_id_leads_to_its_sentence(reading: tl.read.Reading, sample: tl.coding.Sample) -> None:
    assert sample.key["id"].tolist() == sample.sheet["id"].tolist()
    assert sample.key["id"].is_unique
    for row in sample.key.itertuples():
        assert reading.corpus.text(row.article)[row.start : row.end] == row.text
        here = reading.sentences[reading.sentences["article"] == row.article].iloc[row.sentence]
        assert here["text"] == row.text


def test_the_sheet_tells_neither_outlet_nor_article(sample: tl.coding.Sample, sheet: Path) -> None:
    outlets = set(sample.key["outlet"])
    assert len(outlets) == 2
    told = [path.read_text("utf-8-sig") for path in sheet.parent.iterdir()]
    told += [repr(sample), *map(str, sample._repr_mimebundle_().values())]
    for text in told:
        assert "Finch" not in text
        assert "heron" not in text.lower()
        assert not any(outlet in text for outlet in outlets if outlet != "finch")
    assert sum(text.count(MASK) for text in told[:2]) > 3
    assert "A finch sang" in "".join(told)  # a bird is no outlet


def test_the_machine_and_the_key_keep_the_words_that_the_sheet_masks(sample: tl.coding.Sample) -> None:
    masked = sample.sheet["sentence"].str.contains(MASK, regex=False)
    assert masked.any()
    assert not sample.key["text"].str.contains(MASK, regex=False).any()


@pytest.mark.parametrize(
    ("outlet", "text", "seen"),
    [
        ("The Morning Sextant", "as the MORNING SEXTANT said", "as [outlet] said"),
        ("morning-sextant", "told Morning Sextant’s man", "told [outlet]’s man"),
        ("Heron", "Herons fly", "Herons fly"),
        ("ap", "AP said an ap was Ap", "[outlet] said an ap was Ap"),
        ("a", "A man", "A man"),
        ("what? (no)*", "the What? (no)* said", "[outlet] said"),
        ("", "The end", "The end"),
    ],
)
def test_names_of_outlets_are_masked(outlet: str, text: str, seen: str) -> None:
    assert Names([outlet])(text) == seen


def test_the_same_seed_draws_the_same_in_any_folder_and_order(
    reading: tl.read.Reading, tmp_path: Path
) -> None:
    texts = {name: reading.corpus.text(name) for name in reading.corpus}
    again = read(tmp_path, **{f"z{9 - place}": texts[name] for place, name in enumerate(texts)})
    one, other = (tl.coding.sample(each, n=4, seed=2).key for each in (reading, again))
    assert one["id"].tolist() == other["id"].tolist()
    assert one["text"].tolist() == other["text"].tolist()
    assert tl.coding.sample(reading, n=4, seed=3).key["id"].tolist() != one["id"].tolist()


def test_a_larger_sample_holds_the_smaller(reading: tl.read.Reading) -> None:
    for stratify in ("outlet", "frame", "none"):
        sizes = [
            set(tl.coding.sample(reading, n=n, seed=0, stratify=stratify).key["id"]) for n in range(1, 9)
        ]
        assert [len(ids) for ids in sizes] == list(range(1, 9))
        assert all(small < large for small, large in itertools.pairwise(sizes))


def test_strata_have_equal_shares_as_far_as_they_reach(tmp_path: Path) -> None:
    many = " ".join(f"The judge heard witness {n}." for n in range(40))
    uneven = read(tmp_path, much=many, little="The court sat. The vaccine came late. It rained.")
    by_outlet = tl.coding.sample(uneven, n=10, seed=0).key["outlet"].value_counts()
    assert by_outlet.to_dict() == {"much": 7, "little": 3}
    by_frame = tl.coding.sample(uneven, n=3, seed=0, stratify="frame").key["text"]
    assert {tl.read.frame(text) for text in by_frame} == {"legality_crime", "health", "other"}


def test_articles_of_the_same_text_have_ids_of_their_own(tmp_path: Path) -> None:
    copied = read(tmp_path, one="Rain fell on Leeds all day.", two="Rain fell on Leeds all day.")
    assert len(tl.coding.sample(copied, n=9, seed=0).key) == len(copied.corpus)


def test_context_is_the_neighbours_of_the_same_article(
    reading: tl.read.Reading, sample: tl.coding.Sample
) -> None:
    seen = sample.sheet.set_index(sample.key["text"])
    first = next(text for text in seen.index if text.startswith("Police"))
    last = next(text for text in seen.index if text.startswith("Voters"))
    assert seen.loc[first, "before"] == ""
    assert seen.loc[last, "before"] == "The hospital was full."
    assert seen.loc[last, "after"] == ""


@pytest.mark.parametrize(
    "wrong", [{"n": 0}, {"n": -3}, {"n": True}, {"stratify": "author"}, {"codebook": "no.toml"}]
)
def test_what_cannot_be_drawn_is_said(reading: tl.read.Reading, wrong: dict[str, object]) -> None:
    with pytest.raises(InputError):
        tl.coding.sample(reading, **{"n": 3, "seed": 0, **wrong})  # type: ignore[arg-type]


def test_long_sentences_are_cut_for_the_sheet_alone(tmp_path: Path) -> None:
    long = "The court heard " + "and heard " * 5_000 + "and rose."
    drawn = tl.coding.sample(read(tmp_path, one=f"{long} It rained."), n=2, seed=0)
    assert drawn.sheet[["before", "sentence", "after"]].map(len).to_numpy().max() <= 2_000
    assert drawn.key["text"].str.len().max() == len(long)
