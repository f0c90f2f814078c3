from __future__ import annotations

from pathlib import Path

import pytest

import tellings as tl
from corpora import reading
from pairs import TABLOID, Pair, each_pair


def audited(folder: Path, text: str) -> list[tuple[str, str, str]]:
    found = tl.compare.audit(reading(folder, alpha=text))
    return list(zip(found["text"], found["check"], found["verdict"], strict=True))


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (
            "Of these 30 of 120 boats, or 25 per cent, were turned back.",
            ("25 per cent", "percentage", "holds"),
        ),
        (
            "Of these 30 of 120 boats, or 20 per cent, were turned back.",
            ("20 per cent", "percentage", "does not follow"),
        ),
        ("Prices fell by 20 per cent, from £100 to £80.", ("20 per cent", "change", "holds")),
        (
            "Arrivals rose 50 per cent, from 200 to 250, officials said.",
            ("50 per cent", "change", "does not follow"),
        ),
        ("The count rose by 50, from 200 to 250.", ("50", "difference", "holds")),
        ("The count rose by 40, from 200 to 250.", ("40", "difference", "does not follow")),
        ("There were 12 ferries and 9 tugs, a total of 21 vessels.", ("21", "total", "holds")),
        ("The port saw 40 ships, twice the 20 of last year.", ("40", "multiple", "holds")),
        ("The port saw 45 ships, twice the 20 of last year.", ("45", "multiple", "does not follow")),
        (
            "Of 24,000 of 110,000 homes, or 22 per cent, we know little.",
            ("22 per cent", "percentage", "holds"),
        ),
    ],
)
def test_what_follows_and_what_does_not(tmp_path: Path, text: str, result: tuple[str, str, str]) -> None:
    assert result in audited(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("The port spent £3m on repairs, up from £2m in 2023, an increase of 50%.", ("50%", "change", "holds")),
        ("The port spent £3.1m on repairs, up from £2.1m in 2023, an increase of 60%.", ("60%", "change", "does not follow")),
        ("Staff numbers have fallen from 40 to 30, a cut of 20%.", ("20%", "change", "does not follow")),
        ("Its profit rose by 9 per cent to £38m last year; in 2023 it was £35m.", ("9 per cent", "change", "holds")),
        ("Its profit rose by 19% to £38m, a year earlier it had been some £35m.", ("19%", "change", "does not follow")),
        ("It carried 96 people, 80 passengers and 16 crew.", ("96", "total", "holds")),
        ("It had 96 people on board: 80 passengers and 16 crew.", ("96", "total", "holds")),
        ("Of the 96 people aboard, 80 swam and 12 rowed. The other four are missing.", ("96", "total", "holds")),
        ("It lies about 10 miles (16km) off Aldby.", ("16km", "conversion", "holds")),
        ("It lies 10 miles (26km) off Aldby.", ("26km", "conversion", "does not follow")),
        ("It weighs 2 stone (13kg).", ("13kg", "conversion", "holds")),
    ],
)  # fmt: skip
def test_in_whatever_order_the_text_tells_it(tmp_path: Path, text: str, result: tuple[str, str, str]) -> None:
    assert result in audited(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "Its shares fell 12%, and staff numbers fell from 40 to 28.",
        "Fares rose 9%. Trains went from 40 to 50 and ferries from 20 to 30, a rise of 40%.",
        "It carried 96 people, 80 cars and 20 lorries.",
    ],
)
def test_a_share_of_something_else_is_not_blamed(tmp_path: Path, text: str) -> None:
    assert "does not follow" not in {row[2] for row in audited(tmp_path, text)}


def test_who_states_a_figure_is_named(tmp_path: Path) -> None:
    text = '"Staff numbers fell from 40 to 30, a cut of 20%," said Ann Berg, a union official.'
    row = tl.compare.audit(reading(tmp_path, alpha=text)).iloc[0]
    assert (row["verdict"], row["speaker"], row["arithmetic"]) == (
        "does not follow", "Ann Berg", "(30 − 40) / 40 = −25%",
    )  # fmt: skip


def test_rounding_is_named_where_it_explains_the_difference(tmp_path: Path) -> None:
    """5,000 may stand for 4,500 to 5,500, so that a share of 26 per cent is possible, and exact it is not."""
    text = "Of these 5,000 of 20,000 homes, or 26 per cent, were damp."
    assert ("26 per cent", "percentage", "holds if rounded") in audited(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "Some 40 people came. The mayor won 31 per cent of the vote, 12 points ahead.",
        "There were 12 ferries and 9 tugs. The port has 35 cranes.",
        "It takes 5 hours by road and 50 per cent longer by rail.",
    ],
)
def test_what_the_text_does_not_tie_is_no_finding(tmp_path: Path, text: str) -> None:
    assert audited(tmp_path, text) == []


def test_two_rates_in_one_article_are_flagged(tmp_path: Path) -> None:
    text = "The fine was €100,000 (£84,000). The fee was €50,000 (£51,000)."
    assert [row[2] for row in audited(tmp_path, text)] == ["implied rate", "differs"]


def test_the_arithmetic_and_its_sources_are_shown(tmp_path: Path) -> None:
    read = reading(tmp_path, alpha="Of these 30 of 120 boats, or 25 per cent, were turned back.")
    row = tl.compare.audit(read).iloc[0]
    assert row["arithmetic"] == "30 / 120 = 25%"
    text = read.corpus.text("alpha")
    assert [text[int(start) :].split()[0] for start in row["from_starts"].split()] == ["30", "120"]
    assert 0 < row["by_chance"] < 0.05


@each_pair
def test_the_deportation_rate_of_both_pairs_holds(pair: Pair) -> None:
    found = tl.compare.audit(tl.read.all(tl.load(str(pair.folder))))
    assert found["verdict"].tolist() == ["holds", "implied rate"]
    rate = found.iloc[0]
    assert rate["article"] == tl.load(str(pair.folder)).articles["article"][TABLOID]
    assert rate["arithmetic"] == "153 / 13,856 = 1.104%"
