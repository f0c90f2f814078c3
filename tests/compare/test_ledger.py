from __future__ import annotations

from pathlib import Path

import pytest

import tellings as tl
from corpora import reading
from pairs import Pair, each_pair
from tellings.compare._precision import exact, half_step, stated


def facts(folder: Path, **texts: str) -> list[tuple[str, tuple[str, ...]]]:
    found = tl.compare.ledger(reading(folder, **texts))
    return [(part["verdict"].iloc[0], tuple(part["text"])) for _, part in found.groupby("fact")]


def test_the_same_number_in_other_words_agrees(tmp_path: Path) -> None:
    alpha, beta = (
        "Police say 153 migrants were sent back in May.",
        "More than 150 people have been deported since the deal.",
    )
    assert facts(tmp_path, alpha=alpha, beta=beta) == [("agrees", ("153", "150"))]


def test_a_rounded_number_is_called_rounded(tmp_path: Path) -> None:
    alpha, beta = (
        "The flood killed 1,187 people in the valley.",
        "The flood killed 1,200 people in the valley.",
    )
    assert facts(tmp_path, alpha=alpha, beta=beta) == [("rounded", ("1,187", "1,200"))]


def test_a_differing_number_of_the_same_thing_differs(tmp_path: Path) -> None:
    alpha, beta = (
        "The flood in Varn killed 48 villagers on Friday.",
        "The flood in Varn killed 61 villagers on Friday.",
    )
    assert facts(tmp_path, alpha=alpha, beta=beta) == [("differs", ("48", "61"))]


@pytest.mark.parametrize(
    ("alpha", "beta"),
    [
        ("He was jailed for five years.", "The bridge took five years to build."),
        ("The flood killed 48 villagers.", "The school has 61 pupils."),
        ("The fee is £20.", "The fee is €20."),
        ("Some 60 per cent agreed.", "Some 60 people agreed."),
    ],
)
def test_other_things_are_other_facts(tmp_path: Path, alpha: str, beta: str) -> None:
    assert facts(tmp_path, alpha=alpha, beta=beta) == []


HARBOUR = "The storm sank the trawler Maren off Aldby on Monday. "


@pytest.mark.parametrize(
    ("alpha", "beta", "expected"),
    [
        (HARBOUR + "Four sailors of the Maren were killed near Aldby when the storm broke.",
         "At least four sailors of the Maren were killed when the storm reached Aldby.", ("agrees", ("Four", "four"))),
        ("Four people died and 31 were hurt when the trawler Maren sank off Aldby on Monday.",
         "Six people are feared dead and more than 40 were hurt as the trawler Maren sank off Aldby.",
         ("differs", ("31", "40"))),
        ("The Maren sank about 10 miles (16km) off Aldby.", "The Maren sank 16 kilometres from Aldby.",
         ("agrees", ("10 miles", "16km", "16 kilometres"))),
        ("The trawler had failed two of its last five checks.", "The trawler failed three of five checks.",
         ("differs", ("two of its last five", "three of five"))),
        ("The trawler had failed two of its last five checks.", "The trawler failed two of its last five checks.",
         ("agrees", ("two of its last five", "two of its last five"))),
        ("The owner spent £3.4m on repairs last year.",
         "“We spent £3.4m on repairs,” the owner said. Accounts show that the figure was £2.7m.",
         ("differs", ("£3.4m", "£3.4m", "£2.7m"))),
        ("Ann Berg, 34, a cook, was rescued.", "The cook, Ann Berg, 35, was rescued.", ("differs", ("34", "35"))),
    ],
)  # fmt: skip
def test_what_lines_up_across_outlets(
    tmp_path: Path, alpha: str, beta: str, expected: tuple[str, tuple[str, ...]]
) -> None:
    assert expected in facts(tmp_path, alpha=alpha, beta=beta)


@pytest.mark.parametrize(
    ("alpha", "beta"),
    [
        ("Ann Berg, 34, a cook, was rescued.", "Eva Lund, 34, a cook, was rescued."),
        ("The judge put one question to the witness.", "The minister took one question from the press."),
        ("The two countries signed a fishing treaty.", "The river parts the two countries."),
        ("Some 150 walkers crossed the pass.", "Roughly another 150 walkers have yet to cross the pass."),
        ("The trawler failed two of its last five checks.", "The bakery won two of its last five prizes."),
    ],
)
def test_what_is_not_one_fact(tmp_path: Path, alpha: str, beta: str) -> None:
    assert facts(tmp_path, alpha=alpha, beta=beta) == []


def test_an_earlier_state_is_another_fact(tmp_path: Path) -> None:
    alpha, beta = "The port spent £3.4m on repairs, up from £2.6m.", "The port spent £3.4m on repairs."
    assert facts(tmp_path, alpha=alpha, beta=beta) == [("agrees", ("£3.4m", "£3.4m"))]


def test_one_sentence_can_count_two_things_alike(tmp_path: Path) -> None:
    alpha, beta = "The fleet has 5,400 nets and 5,400 lamps.", "The fleet has 5,400 nets, an inspector said."
    assert facts(tmp_path, alpha=alpha, beta=beta) == [("agrees", ("5,400", "5,400"))]


def test_what_a_fact_is_about_is_not_which_of_them_it_is(tmp_path: Path) -> None:
    one = "Unions said the closure was the fourth in 18 months."
    two = "Three were hurt. It is the fifth closure in 18 months."
    found = tl.compare.ledger(reading(tmp_path, alpha=one, beta=two))
    assert found["about"].unique().tolist() == ["closure"]


def test_what_a_fact_is_about_is_never_a_unit(tmp_path: Path) -> None:
    text = "The port spent £3.4m on sea walls, and a report is due within six months. It lies 16km off Aldby."
    found = tl.compare.ledger(reading(tmp_path, alpha=text, beta=text))
    assert found.drop_duplicates("fact")["about"].tolist() == ["sea walls", "report", "distance off Aldby"]


def test_bounds_are_shown_as_written(tmp_path: Path) -> None:
    read = reading(
        tmp_path, a="At least 48 villagers died in Varn.", b="More than 45 villagers died in Varn."
    )
    wide = tl.compare.ledger_by_outlet(read, tl.compare.ledger(read))
    assert wide[["a", "b"]].iloc[0].tolist() == ["≥ 48", "> 45"]


def test_the_silent_outlet_is_named(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        a="Police sent back 153 migrants.",
        b="Police returned 153 migrants.",
        c="Police said nothing.",
    )
    wide = tl.compare.ledger_by_outlet(read, tl.compare.ledger(read))
    assert wide[["a", "b", "c"]].iloc[0].tolist() == ["153", "153", "silent"]


def test_an_empty_ledger_has_its_columns(tmp_path: Path) -> None:
    read = reading(tmp_path, alpha="No number here.")
    found = tl.compare.ledger(read)
    assert found.empty
    assert found.dtypes["value"] == "float64"
    assert list(tl.compare.ledger_by_outlet(read, found)) == ["fact", "about", "verdict", "alpha"]


@each_pair
def test_the_ledger_of_both_pairs(pair: Pair) -> None:
    found = tl.compare.ledger(tl.read.all(tl.load(str(pair.folder))))
    rows = [
        (part["verdict"].iloc[0], tuple(part["text"]), tuple(part["change"]))
        for _, part in found.groupby("fact")
    ]
    assert rows == [("agrees", ("153", "150"), ("=", ">")), ("agrees", ("141", "141"), ("=", "="))]


@pytest.mark.parametrize(
    ("value", "text", "half"),
    [(1.1, "1.1 per cent", 0.05), (150, "150", 5), (153, "153", 0.5), (1.2e9, "£1.2bn", 5e7), (0, "zero", 0.05),
     (13856, "13,856", 0.5), (2.5e6, "2.5 million", 5e4)],
)  # fmt: skip
def test_how_exact_a_number_is(value: float, text: str, half: float) -> None:
    assert half_step(value, text) == pytest.approx(half)
    assert exact(value, text).holds(value)


def test_bounds_are_open() -> None:
    assert stated(150, "150", ">").holds(1e9)
    assert not stated(150, "150", ">").holds(149)
    assert stated(150, "150", "<").holds(-1)
