"""Quantities: values, units, bounds, what is counted, and the numbers that count nothing."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings import read
from tellings.read._bounds import sign as bounds_sign

SHARED = Path(__file__).resolve().parents[3] / "shared" / "seeds"
SEEDS = Path(__file__).resolve().parents[2] / "seeds"
LONG, SHORT = "000_1494e3d9e1e90c1f.txt", "001_6ccd7ed6ba2a2fa3.txt"


def told(text: str) -> list[tuple[float, str, str]]:
    """Value, unit and change of each quantity."""
    found = read.quantities(text)
    return list(zip(found["value"], found["unit"], found["change"], strict=True))


def counted(text: str) -> list[str | None]:
    found = read.quantities(text)["counted"]
    return [None if pd.isna(phrase) else phrase for phrase in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry carried 1,250 passengers.", [(1250.0, "passenger", "=")]),
        ("The club has sold 14 midfield players.", [(14.0, "midfield player", "=")]),
        ("Turnout fell by 3.5 per cent.", [(3.5, "percentage", "down")]),
        ("Rents rose 8%, wages 2 percentage points.", [(8.0, "percentage", "up"), (2.0, "percentage point", "=")]),
        ("The bridge cost £1.2bn.", [(1.2e9, "pound sterling", "=")]),
        ("It cost $3 million and A$5m.", [(3e6, "dollar", "="), (5e6, "australian dollar", "=")]),
        ("It cost 7€ and EUR 8.", [(7.0, "euro", "="), (8.0, "euro", "=")]),
        ("Oil rose to $82 a barrel.", [(82.0, "dollar per barrel", "=")]),
        ("She works 40 hours a week.", [(40.0, "hour per week", "=")]),
        ("A flat of 90 square metres, 3 miles from the sea.", [(90.0, "square metre", "="), (3.0, "mile", "=")]),
        ("Winds of 70mph and minus 5C.", [(70.0, "mile per hour", "="), (-5.0, "celsius", "=")]),
        ("He got an eight year sentence.", [(8.0, "year", "=")]),
        ("She waited two and a half hours.", [(2.5, "hour", "=")]),
        ("A 15-year-old and Ann Lee, 44, drowned.", [(15.0, "year of age", "="), (44.0, "year of age", "=")]),
        ("Two dozen boats and a hundred swans.", [(24.0, "boat", "="), (100.0, "swan", "=")]),
        ("Twenty-five thousand three hundred and six votes.", [(25306.0, "vote", "=")]),
        ("Half the crew left, and a third of the cooks.", [(0.5, "-", "="), (1 / 3, "-", "=")]),
        ("One in five drivers and three out of four cyclists agreed.", [(0.2, "-", "="), (0.75, "-", "=")]),
        ("Sales fell by a third to 900, less than half.", [(1 / 3, "-", "down"), (900.0, "-", "="), (0.5, "-", "<")]),
        ("A 6ft 2in plank.", [(6.0, "foot", "="), (2.0, "inch", "=")]),
        ("Three quarters of a million voters stayed away.", [(750_000.0, "voter", "=")]),
        ("The farm exports 1.4m tonnes; the pool is 50m long.", [(1.4e6, "tonne", "="), (50.0, "metre", "=")]),
        ("It weighs 12 pounds; the fine was 500 pounds.", [(12.0, "pound-mass", "="), (5e2, "pound sterling", "=")]),
        ("The mine yielded Rs 500 crore.", [(5e9, "indian rupee", "=")]),
    ],
)  # fmt: skip
def test_values_and_units(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("phrase", "change"),
    [
        ("around 300 homes", "~"), ("nearly 300 homes", "~"), ("some 300 homes", "~"), ("300 or so homes", "~"),
        ("more than 300 homes", ">"), ("at least 300 homes", ">"), ("no fewer than 300 homes", ">"),
        ("well over 300 homes", ">"), ("300-plus homes", ">"), ("300+ homes", ">"),
        ("up to 300 homes", "<"), ("fewer than 300 homes", "<"), ("as many as 300 homes", "<"),
        ("just under 300 homes", "<"), ("no more than 300 homes", "<"),
        ("just 300 homes", "="), ("only 300 homes", "="), ("300 homes", "="),
    ],
)  # fmt: skip
def test_bounds(phrase: str, change: str) -> None:
    assert [row[2] for row in told(f"They built {phrase} there.")] == [change]


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Sales rose by 20 per cent to £9m.", ["up", "="]),
        ("The index was down 30 points, or 0.4%.", ["down", "down"]),
        ("The Bank cut its rate by 25 basis points.", ["down"]),
        ("The Bank announced a cut of 25 basis points.", ["="]),
        ("The party signed up 5,000 members.", ["="]),
        ("Output grew by more than 3%.", [">"]),
        ("Output was 3% higher.", ["up"]),
        ("It would cost £4bn over ten years, over two weeks late.", ["=", "=", ">"]),
    ],
)
def test_direction(text: str, changes: list[str]) -> None:
    assert [row[2] for row in told(text)] == changes


@pytest.mark.parametrize(
    "text",
    [
        "Aides at No 10 and No. 11 cited Article 50, Section 21 and Channel 4.",
        "In 2019, on 4 May 2021 at 9pm, in the 1990s and in 2018-19.",
        "Call 020 7946 0958, +44 20 7946 0958 or 555-1234.",
        "1. Flour\n2) Butter",
        "The one-in one-out rule, one of many, is a one-off; no one minds one another.",
        "It is one of several plans.",
        "Rovers won 3-1 and drew 0 – 0.",
        "The FTSE 100, the S&P 500, BBC One, Formula One and the Six Nations.",
        "The iPhone 15 Pro, a V-12 and the A40, in 3D over 5G, for the 21st time.",
        "She came first, he was the third man, at three o'clock.",
        "9" * 40,
        "",
    ],
)  # fmt: skip
def test_counts_nothing(text: str) -> None:
    assert told(text) == []


def test_member_of_a_group_is_kept_apart() -> None:
    found = read.quantities("One of the pupils left.")
    assert found[["value", "unit", "kind"]].values.tolist() == [[1.0, "pupil", "member"]]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Around 60 per cent of older voters agreed.", ["older voters"]),
        ("The tax rate is 20 per cent.", ["tax rate"]),
        ("The rate in Wales is 20 per cent.", ["rate"]),
        ("Attendance rose to 5,000.", ["Attendance"]),
        ("It led to a £500 fine.", ["fine"]),
        ("Of the 12 dark blue boats, three sank.", ["dark blue boats", None]),
        ("Four U.S. envoys and five United States army bases.", ["U.S. envoys", "United States army bases"]),
        ("Oil rose 45 cents to $82.", ["Oil", "Oil"]),
        ("A box of 20 costs £5.", ["box", None]),
        ("Five per cent supported it.", [None]),
        ("A tenth of the 90 guests fell ill.", ["guests", "guests"]),
    ],
)
def test_what_is_counted(text: str, phrases: list[str | None]) -> None:
    assert counted(text) == phrases


@pytest.mark.parametrize(
    ("phrase", "bound", "sign"),
    [
        ("at least 300 homes", "at least", "≥"), ("more than 300 homes", "more than", ">"),
        ("300 or more homes", "or more", "≥"), ("300+ homes", "+", "≥"), ("up to 300 homes", "up to", "≤"),
        ("fewer than 300 homes", "fewer than", "<"), ("About 300 homes", "About", "~"), ("300 homes", None, ""),
        ("no more than 300 homes", "no more than", "≤"), ("well over 300 homes", "well over", ">"),
    ],
)  # fmt: skip
def test_bounds_keep_their_words(phrase: str, bound: str | None, sign: str) -> None:
    row = read.quantities(f"{phrase} stood there.").iloc[0]
    said = None if pd.isna(row["bound"]) else row["bound"]
    assert (said, bounds_sign(row["change"], said)) == (bound, sign)


def test_a_range_keeps_the_words_of_its_bound() -> None:
    assert read.ranges("It took about five to seven years.")["bound"].tolist() == ["about"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Storm kills three off Varn.", [(3.0, "-", None)]),
        ("The lift had failed two of its last five tests.", [(2.0, "test", "tests"), (5.0, "test", "tests")]),
        ("Three of the eleven islands voted.", [(3.0, "island", "islands"), (11.0, "island", "islands")]),
        (
            "The court dropped the 22 theft and arson charges.",
            [(22.0, "theft arson charge", "theft and arson charges")],
        ),
        ("She met a 31 - year - old cook.", [(31.0, "year of age", None)]),
        ("They went on a 100 - mile walk.", [(100.0, "mile", None)]),
        ("Her sons, aged 9 and 4, fled.", [(9.0, "year of age", None), (4.0, "year of age", None)]),
        ("The roof is spread over 40 poles.", [(40.0, "pole", "poles")]),
    ],
)
def test_what_a_number_is_told_of(text: str, rows: list[tuple[float, str, str | None]]) -> None:
    found = list(
        zip((row[0] for row in told(text)), (row[1] for row in told(text)), counted(text), strict=True)
    )
    assert found == rows
    assert {row[2] for row in told(text)} == {"="}


def test_a_part_is_linked_to_its_whole() -> None:
    found = read.quantities("The lift failed two of its last five tests, and six of the 30 doors.")
    starts = found["start"].tolist()
    assert found["out_of"].fillna(-1).tolist() == [starts[1], -1, starts[3], -1]


def test_counted_offsets_hold_the_phrase() -> None:
    text = "Police stopped 30 fishing boats."
    row = read.quantities(text).iloc[0]
    assert text[row["counted_start"] : row["counted_end"]] == row["counted"] == "fishing boats"


def test_money_given_again_is_linked() -> None:
    found = read.quantities("She paid about €900 (£760) for 7 miles (11 km) of rope.")
    first = found["start"].tolist()
    assert found["restates"].fillna(-1).tolist() == [-1, first[0], -1, first[2]]
    assert found["change"].tolist() == ["~", "~", "=", "="]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Growth of between 5 and 7 per cent.", (5.0, 7.0, "percentage")),
        ("It takes three or four years.", (3.0, 4.0, "year")),
        ("Fares of $2 to $3 million.", (2e6, 3e6, "dollar")),
        ("Fares from £200 to £3 million.", (200.0, 3e6, "pound sterling")),
        ("Speeds of 15-22 miles per hour.", (15.0, 22.0, "mile per hour")),
        ("Dozens of people came.", (12.0, 120.0, "people")),
        ("Tens of thousands of pounds.", (1e4, 1e5, "pound sterling")),
        ("Men aged between 19 and 45.", (19.0, 45.0, "year of age")),
        ("Women aged 25 to 54.", (25.0, 54.0, "year of age")),
    ],
)
def test_ranges(text: str, ends: tuple[float, float, str]) -> None:
    found = read.ranges(text)
    assert found[["value", "to", "unit"]].values.tolist() == [list(ends)]
    assert read.quantities(text).empty


def test_two_figures_are_no_range() -> None:
    assert read.ranges("Prices rose 7% to $2bn, from £3 to 20 people, and 5 went to 6 towns.").empty


def test_empty_tables_have_their_columns() -> None:
    full, empty = read.quantities("Six eggs."), read.quantities("")
    assert empty.dtypes.equals(full.dtypes)
    assert list(read.ranges("").columns)[:5] == ["start", "end", "text", "value", "to"]


@given(st.text(alphabet="0123456789.,-–/$£€% \n’'()abkmn", max_size=60))
def test_any_text_gives_rows_in_order(text: str) -> None:
    found = read.quantities(text)
    assert all(0 <= a < b <= len(text) for a, b in zip(found["start"], found["end"], strict=True))
    assert found["start"].is_monotonic_increasing
    assert (found["end"].shift().fillna(0) <= found["start"]).all()


HOSTILE = [
    "1",
    "1 ",
    "123,",
    "one ",
    "a million ",
    "-1",
    "one of the ",
    "$",
    "a",
    "1 to ",
    "per day ",
    "5 m/",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_is_read_to_its_end(unit: str) -> None:
    text = "5 m " + unit * 10_000 + "\nThen 12 ships sank."
    assert told(text)[-1] == (12.0, "ship", "=")


def article(folder: Path, name: str) -> str:
    path = folder / name
    if not path.exists():
        pytest.skip(f"{name} is not here")
    return path.read_text(encoding="utf-8")


def test_every_number_of_the_long_original() -> None:
    found = read.quantities(article(SHARED, LONG))
    columns = ["start", "end", "value", "unit", "change"]
    assert found[columns].values.tolist() == [
        [685, 688, 2.0, "term", "="],
        [1544, 1554, 5.0, "year", "="],
        [1638, 1647, 4.0, "year", "="],
        [1671, 1679, 100_000.0, "euro", "="],
        [1681, 1688, 84_000.0, "pound sterling", "="],
        [1735, 1738, 153.0, "arrival", "="],
        [1868, 1871, 141.0, "-", "="],
        [1941, 1947, 13_856.0, "migrant", "="],
        [2035, 2047, 1.1, "percentage", "="],
        [2254, 2265, 80.0, "percentage", ">"],
        [2411, 2421, 5.0, "year", "="],
        [3042, 3053, 98.0, "percentage", "~"],
        [3598, 3601, 150.0, "small boat migrant", ">"],
        [3726, 3729, 141.0, "migrant", "="],
    ]
    assert found["restates"].dropna().tolist() == [1671]
    assert found["counted"].dropna().tolist() == [
        "terms", "fine", "fine", "arrivals", "migrants", "deportation rate", "asylum grant rate", "Eritreans",
        "small boat migrants", "migrants",
    ]  # fmt: skip


def test_every_number_of_the_short_original() -> None:
    found = read.quantities(article(SHARED, SHORT))
    assert found[["start", "value", "unit"]].values.tolist() == [[437, 2.0, "man"]]


@pytest.mark.parametrize("name", [LONG, SHORT])
def test_the_originals_have_no_ranges(name: str) -> None:
    assert read.ranges(article(SHARED, name)).empty


def test_every_number_of_the_first_seed() -> None:
    found = read.quantities(article(SEEDS, "daily-kestrel.txt"))
    assert list(zip(found["value"], found["unit"], found["change"], strict=True)) == [
        (2.0, "term", "="), (5.0, "year", "="), (4.0, "year", "="), (1e5, "euro", "="),
        (84_000.0, "pound sterling", "="), (153.0, "arrival", "="), (141.0, "people", "="),
        (13_856.0, "migrant", "="), (1.1, "percentage", "="), (80.0, "percentage", ">"), (5.0, "year", "="),
        (98.0, "percentage", "~"), (150.0, "small boat migrant", ">"), (141.0, "migrant", "="),
    ]  # fmt: skip
