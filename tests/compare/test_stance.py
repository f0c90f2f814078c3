from __future__ import annotations

from pathlib import Path

import pytest

import tellings as tl
from corpora import reading

AGAINST = "\n\n".join(
    f"Critics accused Anna Hale of lying about the disastrous scheme number {n}." for n in range(1, 7)
)
FOR = "\n\n".join(
    f"Supporters hailed Anna Hale as a brave and brilliant leader on day {n}." for n in range(1, 7)
)


def test_net_is_the_share_for_less_the_share_against(tmp_path: Path) -> None:
    found = tl.compare.stance(reading(tmp_path, glad=FOR, sad=AGAINST)).set_index("outlet")
    assert (found["person"] == "Anna Hale").all()
    assert found.loc["sad", "net"] < -0.5 < 0.5 < found.loc["glad", "net"]
    counts = found[["negative", "neutral", "positive"]].sum(axis=1)
    assert (counts == found["sentences"]).all()
    net = (found["positive"] - found["negative"]) / found["sentences"]
    assert net.tolist() == pytest.approx(found["net"].tolist())
    assert ((found["low"] <= found["net"]) & (found["net"] <= found["high"])).all()
    assert found["clear"].all()


def test_the_words_of_a_quotation_do_not_touch_the_outlets_own(tmp_path: Path) -> None:
    text = (
        "Anna Hale spoke on Monday. “She is a corrupt, disgraceful liar who betrayed us all,” said Ben Rook."
    )
    plain = "Anna Hale spoke on Monday. “The meeting starts at nine and we will all be there soon,” said Ben Rook."
    found = tl.compare.stances(reading(tmp_path, angry=text, calm=plain))
    own = found[found["voice"] == "outlet"].set_index(["outlet", "person"])
    assert own.loc[("angry", "Ben Rook"), "negative"] == pytest.approx(
        own.loc[("calm", "Ben Rook"), "negative"]
    )


def test_someone_named_in_a_quotation_is_judged_by_its_words_and_counted_apart(tmp_path: Path) -> None:
    said = "“Anna Hale is a corrupt liar who betrayed her voters,” said Ben Rook, a kind and generous man."
    found = tl.compare.stances(reading(tmp_path, alpha=f"The council met in the hall on Monday.\n\n{said}"))
    hale = found[found["person"] == "Anna Hale"]
    assert hale["voice"].tolist() == ["quoted"]
    assert hale["stance"].tolist() == ["negative"]


def test_a_sentence_counts_once_for_a_person_and_captions_not_at_all(tmp_path: Path) -> None:
    caption = "Anna Hale at the horrible, cruel scenes of terror in the bayCredit: Getty"
    text = f"Anna Hale said that Hale would stand, and that Hale would win.\n\n{caption}"
    found = tl.compare.stance(reading(tmp_path, alpha=text))
    assert found["sentences"].tolist() == [1]


def test_fewer_than_six_units_have_no_interval(tmp_path: Path) -> None:
    five = "\n\n".join(AGAINST.split("\n\n")[:5])
    found = tl.compare.stance(reading(tmp_path, alpha=five, beta=AGAINST)).set_index("outlet")
    assert found["units"].to_dict() == {"alpha": 5, "beta": 6}
    assert found["clear"].to_dict() == {"alpha": False, "beta": True}
    assert found["low"].isna().to_dict() == {"alpha": True, "beta": False}


def test_few_sentences_can_be_left_out(tmp_path: Path) -> None:
    read = reading(tmp_path, alpha="Critics accused Anna Hale of lying about the disastrous scheme.")
    found, none = tl.compare.stance(read), tl.compare.stance(read, least=2)
    assert (len(found), len(none)) == (1, 0)
    assert none.dtypes.to_dict() == found.dtypes.to_dict()


def test_nobody_named_makes_empty_tables(tmp_path: Path) -> None:
    read = reading(tmp_path, alpha="The council met on Monday.")
    assert tl.compare.stances(read).empty
    assert tl.compare.stance(read).empty
