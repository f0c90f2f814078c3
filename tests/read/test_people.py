"""People: who is named where, under one name each, and nobody invented."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tellings.read as read

ORIGINALS = Path(__file__).parents[3] / "shared" / "seeds"
OWN = Path(__file__).parents[2] / "seeds"
# What the two published articles name: offsets and people, read by hand.
TABLOID = [
    (0, 12, "Nigel Farage"), (196, 211, "Jordan Bardella"), (258, 273, "Jordan Bardella"),
    (278, 290, "Nigel Farage"), (305, 320, "Jordan Bardella"), (325, 337, "Nigel Farage"),
    (420, 433, "Marine Le Pen"), (438, 453, "Jordan Bardella"), (490, 503, "Marine Le Pen"),
    (508, 523, "Jordan Bardella"), (546, 554, "Jordan Bardella"), (562, 568, "Nigel Farage"),
    (734, 742, "Jordan Bardella"), (1311, 1317, "Emmanuel Macron"), (1407, 1413, "Marine Le Pen"),
    (2563, 2578, "Emmanuel Macron"), (2598, 2610, "Keir Starmer"), (2671, 2686, "Emmanuel Macron"),
    (2706, 2718, "Keir Starmer"), (4684, 4696, "Keir Starmer"), (4777, 4783, "Emmanuel Macron"),
    (5319, 5323, "Keir Starmer"), (5945, 5957, "Nigel Farage"), (6000, 6008, "Jordan Bardella"),
    (6016, 6022, "Nigel Farage"),
]  # fmt: skip
BROADSHEET = [
    (143, 158, "Emmanuel Macron"), (173, 188, "Jordan Bardella"), (259, 271, "Keir Starmer"),
    (345, 357, "Nigel Farage"), (503, 511, "Jordan Bardella"), (1220, 1228, "Jordan Bardella"),
    (1618, 1630, "Keir Starmer"), (1875, 1892, "Mette Frederiksen"),
]  # fmt: skip


def named(text: str) -> list[tuple[str, str]]:
    found = read.people(text)
    return list(zip(found["text"], found["person"], strict=True))


def persons(text: str) -> list[str]:
    return read.people(text)["person"].tolist()


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the published articles are not here")
@pytest.mark.parametrize(
    ("file", "expected"),
    [("000_1494e3d9e1e90c1f.txt", TABLOID), ("001_6ccd7ed6ba2a2fa3.txt", BROADSHEET)],
)
def test_every_person_of_the_published_articles_and_nobody_else(
    file: str, expected: list[tuple[int, int, str]]
) -> None:
    found = read.people((ORIGINALS / file).read_text(encoding="utf-8"))
    assert list(zip(found["start"], found["end"], found["person"], strict=True)) == expected


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the published articles are not here")
def test_titles_and_roles_of_the_published_articles() -> None:
    found = read.people((ORIGINALS / "000_1494e3d9e1e90c1f.txt").read_text(encoding="utf-8")).set_index(
        "start"
    )
    assert found.loc[2563, "role"] == "French President"
    assert found.loc[2706, "role"] == "Prime Minister"
    assert found.loc[4684, "title"] == "Sir"
    assert bool(found.loc[4684, "possessive"])
    assert found.index[found["caption"]].tolist() == [
        258, 278, 305, 325, 420, 438, 490, 508, 2563, 2598, 2671, 2706, 5945, 6000, 6016,
    ]  # fmt: skip


@pytest.mark.parametrize("file", sorted(OWN.glob("*.txt")), ids=lambda file: file.stem)
def test_the_seeds_name_the_people_of_the_story(file: Path) -> None:
    assert set(persons(file.read_text(encoding="utf-8"))) <= {
        "Nigel Farage", "Jordan Bardella", "Marine Le Pen", "Emmanuel Macron", "Keir Starmer", "Mette Frederiksen",
    }  # fmt: skip


def test_empty_text_has_every_column() -> None:
    found = read.people("")
    assert found.columns.tolist() == [
        "start", "end", "text", "lead", "person", "title", "role", "apposition", "possessive", "caption",
    ]  # fmt: skip
    assert found.empty
    assert found["start"].dtype == "int64"
    assert found["possessive"].dtype == "bool"


def test_shorter_forms_lead_to_the_person_named_in_full() -> None:
    text = (
        "Mr Okafor resigned. Chidi Okafor had led the union. Okafor said so; CHIDI OKAFOR it was, or Chidi."
    )
    assert [person for _, person in named(text)] == ["Chidi Okafor"] * 4 + ["Chidi Okafor"]


def test_capitals_at_the_start_are_tamed() -> None:
    assert persons("HILDA Marsh resigned on Friday.") == ["Hilda Marsh"]


def test_initials_and_suffixes_keep_their_stops() -> None:
    text = "Robert J. Dunn Jr. spoke. Dunn left."
    assert named(text) == [("Robert J. Dunn Jr.", "Robert J. Dunn Jr."), ("Dunn", "Robert J. Dunn Jr.")]


def test_a_nickname_in_quotation_marks_stays_inside() -> None:
    assert persons('Rep. Thomas "Tip" Halloran voted no.') == ['Thomas "Tip" Halloran']


def test_particles_belong_to_the_name() -> None:
    text = "Anneke van der Meer met Luis de la Torre. Van der Meer left."
    assert persons(text) == ["Anneke van der Meer", "Luis de la Torre", "Anneke van der Meer"]


@pytest.mark.parametrize(
    ("text", "title", "role"),
    [
        ("Dame Ruth Abbot left.", "Dame", None),
        ("Prime Minister Sir Ian Coyle left.", "Sir", "Prime Minister"),
        ("The Leeds Crown Court Judge Ann Farrell agreed.", None, "Leeds Crown Court Judge"),
        ("It was the former party leader Ruth Abbot.", None, "former party leader"),
        ("The Danish Secretary of State Ruth Abbot left.", None, "Danish Secretary of State"),
        ("The Speaker of the House Ruth Abbot left.", None, "Speaker of the House"),
        ("South Korean President Choi Min-su left.", None, "South Korean President"),
    ],
)
def test_title_and_role_before_the_name(text: str, title: str | None, role: str | None) -> None:
    found = read.people(text)
    assert len(found) == 1
    assert (None if pd.isna(found.loc[0, "title"]) else found.loc[0, "title"]) == title
    assert (None if pd.isna(found.loc[0, "role"]) else found.loc[0, "role"]) == role
    assert text[found.loc[0, "lead"] :].startswith(role or title or found.loc[0, "text"])


def test_apposition_is_what_explains_the_name() -> None:
    found = read.people("Ruth Abbot, the leader of the far-left Red Dawn party, resigned, a friend said.")
    assert found["apposition"].tolist() == ["the leader of the far-left Red Dawn party"]


def test_a_clause_behind_a_comma_is_no_apposition() -> None:
    assert read.people("Ruth Abbot, which surprised nobody, resigned.")["apposition"].isna().all()


@pytest.mark.parametrize("mark", ["'", "’"])
def test_possessives_are_outside_the_span(mark: str) -> None:
    found = read.people(f"It was Ruth Abbot{mark}s plan. It was Paul Rogers{mark} plan.")
    assert found["text"].tolist() == ["Ruth Abbot", "Paul Rogers"]
    assert found["possessive"].tolist() == [True, True]


def test_glued_captions_are_cut() -> None:
    text = (
        "Two leaders shaking hands.Ruth Abbot and Paul Rogers in LeedsCredit: AFP "
        "Tom Baker at a rally.Baker in YorkCredit: PA"
    )
    found = read.people(text)
    assert found["text"].tolist() == ["Ruth Abbot", "Paul Rogers", "Tom Baker", "Baker"]
    assert found["caption"].all()


def test_two_of_one_family_stay_two() -> None:
    text = (
        "Hillary Clinton won. Clinton thanked them.\n\n"
        "Her husband, Bill Clinton, was there. Clinton waved.\n\n"
        "Later Hillary Clinton left. Mrs Clinton was tired, Mr Clinton was not."
    )
    assert persons(text) == [
        "Hillary Clinton", "Hillary Clinton", "Bill Clinton", "Bill Clinton",
        "Hillary Clinton", "Hillary Clinton", "Bill Clinton",
    ]  # fmt: skip


def test_father_and_son_stay_two() -> None:
    assert persons("Henry Voss Sr. founded it. Henry Voss Jr. sold it.") == [
        "Henry Voss Sr.",
        "Henry Voss Jr.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Telegraph reported it, and The Times agreed.",
        "National Rally and Reform UK are ahead.",
        "They were deported to North Macedonia from Dover, Kent.",
        "Border Force and the Home Office are at No 10 Downing Street.",
        "Article 8 of the European Convention on Human Rights protects it.",
        "The Supreme Court of South Korea ruled on Monday.",
        "In April the Bank of England met in Lake Geneva.",
        "Victoria Street and King Charles Hospital were closed.",
        "The Clinton Foundation and Trump Tower are in New York City.",
        "MOSCOW (AP) – The talks went on.",
        "British Airways flew Americans, Democrats and Muslims to Washington, D.C.",
        "Brexit, Christmas and the World Cup came up. Migrants cheered.",
        "NEWS OF THE DAY BY JOHN SMITH AND CO",
        "WikiLeaks, YouTube and PolitiFact said so.",
    ],
)
def test_what_is_nobody(text: str) -> None:
    assert persons(text) == []


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("The envoy, Zdenka Hrubešová, said nothing.", "Zdenka Hrubešová"),
        ("The teacher Oyelaran Adeyemi was suspended.", "Oyelaran Adeyemi"),
        ("“No,” said Qadir Mozaffar.", "Qadir Mozaffar"),
        ("Tunde Oparaji, 43, was arrested.", "Tunde Oparaji"),
        ("Sen. Lisa Quarles (R-Ohio) agreed.", "Lisa Quarles"),
        ("Pope Leo spoke.", "Pope Leo"),
        ("The Obama administration knew.", "Obama"),
        ("Mr Wells was late.", "Wells"),
        ("Secretary of State Mary Tolland flew in.", "Mary Tolland"),
        ("It was Jean-Luc Peyrac who won.", "Jean-Luc Peyrac"),
    ],
)
def test_evidence_around_a_name(text: str, person: str) -> None:
    assert persons(text) == [person]


def test_a_country_is_not_the_person_called_so() -> None:
    text = "Jordan Blythe spoke in Amman. Jordan is a kingdom. Blythe left Jordan."
    assert named(text) == [("Jordan Blythe", "Jordan Blythe"), ("Blythe", "Jordan Blythe")]


def test_a_month_is_not_the_prime_minister() -> None:
    text = "Theresa May called it in May. May resigned."
    assert named(text) == [("Theresa May", "Theresa May"), ("May", "Theresa May")]


def test_evidence_of_one_place_serves_the_others() -> None:
    text = "Krzyż was there. A crowd saw it. The chairman, Mr Krzyż, left."
    assert persons(text) == ["Krzyż", "Krzyż"]


def test_names_in_headlines_stop_before_the_verb() -> None:
    text = "Ruth Abbot Attacks Rivals Over Missing Millions\n\nAbbot spoke on Friday."
    assert named(text) == [("Ruth Abbot", "Ruth Abbot"), ("Abbot", "Ruth Abbot")]


def test_people_do_not_depend_on_one_another_across_texts() -> None:
    first = read.people("Ruth Abbot left.")
    read.people("Ruth Abbot is a street in Leeds. Paul Abbot left.")
    pd.testing.assert_frame_equal(first, read.people("Ruth Abbot left."))


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "Abc ",
        "ABC ",
        "A. ",
        "A.",
        '"',
        "“",
        "Ann's ",
        "Al-",
        "Mr ",
        "John Smith and ",
        "Bank of ",
        "de la ",
        'Bob "X" ',
    ],
)
def test_hostile_texts_are_read_to_the_end(piece: str) -> None:
    text = piece * (50_000 // len(piece)) + "\nMr Wells was late."
    assert read.people(text)["person"].tolist()[-1:] == ["Wells"]


_PIECES = (
    "Ruth", "Abbot", "ABBOT", "Mr", "Mrs.", "J.", "U.N.", "de", "al-Assad", "King", "May", "Paris", "Street", "Bank",
    "of", "the", "said", "in", "’s", "'s", "“", "”", '"', ", ", ". ", " ", " ", " ", "\n", "–", "(R-Ohio)", "44", "Jr.",
    "The", "Credit: AFP", "Trump", "administration", "Polish", "O’Neill", "Prime Minister", "\u00a0",
)  # fmt: skip


@settings(deadline=None)  # the first text waits for the lists to load
@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
def test_any_text_gives_ordered_spans_of_its_own(text: str) -> None:
    found = read.people(text)
    assert found["text"].tolist() == [text[a:b] for a, b in zip(found["start"], found["end"], strict=True)]
    assert (found["lead"] <= found["start"]).all()
    assert (found["start"] < found["end"]).all()
    assert (found["end"].to_numpy()[:-1] <= found["start"].to_numpy()[1:]).all()
    assert found["person"].str.len().gt(0).all()
    read.organisations(text)
    read.places(text)
