from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

import tellings as tl
from corpora import reading
from tellings.compare import _scorers

GLAD = "\n\n".join(f"It was a wonderful, happy and great day {n} for us all." for n in range(1, 9))
SAD = "\n\n".join(f"It was a terrible, awful and horrible day {n} for us all." for n in range(1, 9))
VADER = ("vader", "outlet", "sentence", "mean")
FLAT = "\n\n".join(f"The council of the town met in hall {n} on Monday." for n in range(1, 9))


def test_a_great_difference_holds_in_every_way(tmp_path: Path) -> None:
    ways = tl.compare.robustness(reading(tmp_path, sad=SAD, glad=GLAD))
    assert len(ways) == 4 * 2 * 2 * 2
    assert set(zip(ways["outlet"], ways["other"], strict=True)) == {("glad", "sad")}
    assert ways["verdict"].eq("holds").all()
    assert ways["baseline"].sum() == 1
    assert "glad > sad holds in 32 of 32 ways" in tl.compare.robustness_summary(ways)
    means = ways[ways["statistic"] == "mean"]
    assert (means["low"] > 0).all()
    assert (means["low"] <= means["difference"] + 1e-9).all()
    assert ways.loc[ways["statistic"] == "median", "low"].isna().all()


def test_the_baseline_is_the_difference_of_the_tone_table(tmp_path: Path) -> None:
    read = reading(
        tmp_path, glad=GLAD + "\n\n“A cruel, horrible disaster,” said Ann Lee on Monday in town.", flat=FLAT
    )
    ways = tl.compare.robustness(read)
    base = ways[ways["baseline"]].iloc[0]
    assert base["difference"] == pytest.approx(abs(tl.compare.tone_differences(read)["difference"].iloc[0]))


def test_quotations_can_turn_the_order_round(tmp_path: Path) -> None:
    said = "\n\n".join(
        f"“It is a horrible, cruel disaster {n},” the mayor of the town said." for n in range(9)
    )
    own = "\n\n".join(f"It was a slightly nice day {n} for the people of the town." for n in range(9))
    ways = tl.compare.robustness(
        reading(tmp_path, quoter=said + "\n\n" + own, flat=FLAT), scorers=["vader"], baseline=VADER
    )
    verdict = ways.set_index(["voice", "unit", "statistic"])["verdict"]
    assert verdict["outlet", "sentence", "mean"] == "holds"
    assert verdict["all", "sentence", "mean"] == "reversed"
    pair = tl.compare.robustness_pairs(ways).iloc[0]
    assert pair["holds"] + pair["tied"] + pair["reversed"] == pair["ways"] == 8
    assert pair["says"] == f"quoter above flat holds in {(verdict == 'holds').sum()} of 8 ways"


def test_one_sentence_among_many_is_a_tie_of_medians(tmp_path: Path) -> None:
    read = reading(tmp_path, one=FLAT + "\n\nIt was a happy day for us.", two=FLAT)
    ways = tl.compare.robustness(read, scorers=["vader"], baseline=VADER)
    told = ways.groupby("statistic")["verdict"].agg(set)
    assert told["median"] == {"tied"}
    assert told["mean"] == {"holds"}
    assert "level in 4" in tl.compare.robustness_summary(ways)


def test_three_outlets_have_an_order_and_a_tau(tmp_path: Path) -> None:
    ways = tl.compare.robustness(reading(tmp_path, flat=FLAT, glad=GLAD, sad=SAD))
    orders = tl.compare.robustness_orders(ways)
    assert len(ways) == 3 * len(orders)
    best = orders[orders["order"] == "glad > flat > sad"]
    assert best["holds"].all()
    assert best["tau"].eq(1).all()
    assert orders.loc[orders["baseline"], "order"].tolist() == ["glad > flat > sad"]
    assert "on average" in tl.compare.robustness_summary(ways)


def test_tau_is_kendalls(tmp_path: Path) -> None:
    from scipy.stats import kendalltau

    mixed = GLAD + "\n\n" + SAD + "\n\n" + GLAD.replace("us all", "the team")
    read = reading(tmp_path, flat=FLAT, glad=GLAD, sad=SAD, mixed=mixed)
    ways = tl.compare.robustness(read)
    orders = tl.compare.robustness_orders(ways)
    base = orders.loc[orders["baseline"], "order"].iloc[0].split(" > ")
    strict = orders[~orders["order"].str.contains(" = ")]
    assert len(strict) > 5
    for row in strict.itertuples():
        found = row.order.split(" > ")
        wanted = kendalltau(
            [base.index(name) for name in base], [found.index(name) for name in base]
        ).statistic
        assert row.tau == pytest.approx(wanted)
    assert len(tl.compare.robustness_pairs(ways)) == len(list(combinations(base, 2)))


def test_levels_have_no_order_that_could_hold(tmp_path: Path) -> None:
    ways = tl.compare.robustness(reading(tmp_path, one=FLAT, two=FLAT), scorers=["vader"], baseline=VADER)
    assert ways["verdict"].eq("tied").all()
    assert "no order" in tl.compare.robustness_summary(ways)


def test_one_outlet_has_nothing_to_compare(tmp_path: Path) -> None:
    ways = tl.compare.robustness(reading(tmp_path, one=FLAT))
    assert ways.empty
    assert tl.compare.robustness_pairs(ways).empty
    assert "not two outlets" in tl.compare.robustness_summary(ways)


def test_a_baseline_that_is_no_way_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="baseline"):
        tl.compare.robustness(
            reading(tmp_path, one=FLAT, two=GLAD), baseline=("vader", "outlet", "chapter", "mean")
        )


def test_the_same_twice(tmp_path: Path) -> None:
    read = reading(tmp_path, sad=SAD, glad=GLAD)
    assert tl.compare.robustness(read).equals(tl.compare.robustness(read))


@pytest.mark.parametrize("name", list(tl.compare.SCORERS))
def test_every_scorer_tells_good_from_bad(name: str) -> None:
    score = tl.compare.SCORERS[name]
    assert score("It was a wonderful, happy day.") > score("It was a terrible, cruel day.")
    assert isinstance(score(""), float)


def test_negation_turns_a_polarity_round() -> None:
    assert _scorers.pattern("The plan is not good") == pytest.approx(
        -0.5 * _scorers.pattern("The plan is good")
    )
    assert _scorers.pattern("They did not say that the plan is good") > 0  # out of reach
    assert _scorers.counts("not good") == _scorers.counts("very good") == 0.5


def test_an_outlet_without_a_sentence_of_its_own_is_in_no_order(tmp_path: Path) -> None:
    read = reading(tmp_path, one="The council voted.", two=FLAT, three=GLAD)
    ways = tl.compare.robustness(read, resamples=50)
    assert "one" not in {*ways["outlet"], *ways["other"]}
    assert "two" in {*ways["outlet"], *ways["other"]}
    (tmp_path / "alone").mkdir()
    alone = tl.compare.robustness(reading(tmp_path / "alone", one="The council voted.", two="It argued."))
    assert alone.empty
    assert tl.compare.robustness_summary(alone) == "There are not two outlets to compare."
