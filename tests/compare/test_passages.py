from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tellings as tl
from corpora import reading
from pairs import Pair, each_pair
from tellings.compare._shared_chains import differences

COPY = (
    "The harbour authority said two ferries collided in thick fog near the northern pier at dawn and that divers "
    "were searching the wreck for a missing engineer"
)


def found(folder: Path, *, minimum: int = 6, **texts: str) -> pd.DataFrame:
    return tl.compare.passages(reading(folder, **texts), minimum=minimum)


def test_what_is_shared_is_found_with_its_places_in_both(tmp_path: Path) -> None:
    texts = {
        "alpha": f"Bad news today. {COPY}. Nobody else was hurt.",
        "beta": f"{COPY}, a spokesman told us.",
    }
    row = found(tmp_path, **texts).iloc[0]
    assert (row["article"], row["other_article"], row["words"], row["similarity"]) == (
        "alpha",
        "beta",
        27,
        1.0,
    )
    assert texts["alpha"][row["start"] : row["end"]] == row["text"] == COPY
    assert texts["beta"][row["other_start"] : row["other_end"]] == row["other_text"] == COPY
    assert row["differences"] == ""


def test_differences_are_shown_word_by_word(tmp_path: Path) -> None:
    beta = (
        COPY.replace("two ferries", "two small boats")
        .replace("northern ", "")
        .replace("wreck for", "old hull for")
    )
    rows = found(tmp_path, alpha=f"{COPY}.", beta=f"{beta}.")
    assert len(rows) == 1
    assert rows["differences"].iloc[0] == "[-ferries-]{+small boats+} … [-northern-] … [-wreck-]{+old hull+}"
    assert rows["similarity"].iloc[0] == pytest.approx(2 * 24 / (27 + 28))


def test_case_hyphens_and_apostrophes_make_no_difference(tmp_path: Path) -> None:
    rows = found(
        tmp_path,
        alpha="The minister’s one-in, one-out border swap deal failed.",
        beta="THE MINISTER'S one in one out BORDER swap deal failed!",
    )
    assert rows["words"].tolist() == [10]


@pytest.mark.parametrize(("minimum", "count"), [(5, 1), (6, 0)])
def test_the_minimum_counts_shared_words(tmp_path: Path, minimum: int, count: int) -> None:
    alpha, beta = (
        "Anna saw the burnt bakery van yesterday.",
        "A thief drove off: Anna saw the burnt bakery shop later.",
    )
    assert len(found(tmp_path, minimum=minimum, alpha=alpha, beta=beta)) == count


def test_function_words_alone_are_no_passage(tmp_path: Path) -> None:
    assert found(
        tmp_path, alpha="It was as if there were to be a no.", beta="Is it as if there were to be a yes?"
    ).empty


def test_who_quotes_and_who_does_not(tmp_path: Path) -> None:
    rows = found(
        tmp_path,
        alpha='The mayor said: "We never promised free parking behind the old market hall."',
        beta="The council, it turns out, never promised free parking behind the old market hall.",
    )
    assert rows[["quoted", "other_quoted"]].values.tolist() == [[True, False]]


def test_captions_are_flagged(tmp_path: Path) -> None:
    rows = found(
        tmp_path,
        alpha="Rescue boats searching the wreck by night.Rescue boats search the wreck of the ferry off VarnCredit: PA",
        beta="Crews of rescue boats search the wreck of the ferry off Varn.",
    )
    assert rows["caption"].tolist() == [True]
    assert rows["other_caption"].tolist() == [False]


def test_agency_copy_is_one_passage_of_many_articles(tmp_path: Path) -> None:
    names = [f"paper{n:02d}" for n in range(30)]
    rows = found(tmp_path, **{name: f"{name.title()} reports. {COPY}. So ends {name}." for name in names})
    assert set(rows["passage"]) == {0}
    assert set(rows["articles"]) == {30}
    assert set(rows["article"]) | set(rows["other_article"]) == set(names)
    assert len(rows) == 29  # with the first of them, not each with each


def test_common_ngrams_are_cut_off_and_counted(tmp_path: Path) -> None:
    read = reading(tmp_path, **{f"paper{n}": f"{COPY}. Number {n}." for n in range(4)})
    rows = tl.compare.passages(read, common=3)
    assert rows.empty
    assert rows.attrs["ngrams_cut"] > 0
    assert not tl.compare.passages(read, common=4).empty


def test_one_outlet_is_compared_with_itself_only_where_asked(tmp_path: Path) -> None:
    lines = [{"article": f"a{n}", "outlet": "Alpha", "text": f"{COPY}. Part {n}."} for n in range(2)]
    (tmp_path / "all.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    read = tl.read.all(tl.load(tmp_path / "all.jsonl"))
    assert tl.compare.passages(read).empty
    assert len(tl.compare.passages(read, same_outlet=True)) == 1


def test_nothing_shared_gives_the_full_columns(tmp_path: Path) -> None:
    rows = found(tmp_path, alpha="Rain fell.", beta="Snow melted slowly.")
    full = found(tmp_path, alpha=f"{COPY}.", beta=f"{COPY}.")
    assert rows.empty
    assert rows.dtypes.to_dict() == full.dtypes.to_dict()


def test_a_passage_of_one_word_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least 2"):
        found(tmp_path, minimum=1, alpha="One.", beta="Two.")


def test_texts_that_repeat_themselves_end(tmp_path: Path) -> None:
    rows = found(tmp_path, alpha="black cat " * 3_000, beta="black cat " * 3_000 + "white dog")
    assert 0 < len(rows) < 50


@each_pair
def test_the_shared_utterances_of_the_pair(pair: Pair) -> None:
    rows = tl.compare.passages(tl.read.all(tl.load(pair.folder)))
    assert sorted(text.removeprefix("the ") for text in rows["text"]) == [
        "least attractive country for mass immigration in",
        "systematic expulsion of foreign offenders and criminals",
    ]
    assert rows["quoted"].all()
    assert rows["other_quoted"].all()


@given(
    st.lists(st.sampled_from(["red", "fox", "runs", "far", "away"])),
    st.lists(st.sampled_from(["red", "fox", "sits", "far", "off"])),
)
def test_differences_cover_both_texts(ours: list[str], theirs: list[str]) -> None:
    one, two = " ".join(ours), " ".join(theirs)
    steps = differences(one, two)
    assert " ".join(step.text for step in steps if step.text) == one
    assert " ".join(step.other_text for step in steps if step.other_text) == two
    assert all(step.text == step.other_text for step in steps if step.op == "equal")
    assert all(before.op != "equal" or after.op != "equal" for before, after in pairwise(steps))
