from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import tellings as tl
from corpora import reading
from pairs import REPORT, TABLOID, Pair, each_pair


def of(found: pd.DataFrame, actor: str, *relations: str) -> set[str]:
    """The labels of an actor in some relations."""
    return set(found[(found["actor"] == actor) & found["relation"].isin(relations)]["label"])


def places(folder: Path, text: str) -> pd.DataFrame:
    return tl.compare.label_places(reading(folder, alpha=text))


# The pairs: what each outlet calls the same people


@pytest.fixture(scope="module")
def read_pairs() -> dict[str, pd.DataFrame]:
    return {}


def labels_of(pair: Pair, kept: dict[str, pd.DataFrame]) -> list[pd.DataFrame]:
    """The labels of each of the two articles, in the order of the files."""
    if pair.name not in kept:
        kept[pair.name] = tl.compare.labels(tl.read.all(tl.load(str(pair.folder))))
    found = kept[pair.name]
    articles = sorted(found["article"].unique())
    return [found[found["article"] == article] for article in articles]


@each_pair
def test_one_partys_labels_in_both(pair: Pair, read_pairs: dict[str, pd.DataFrame]) -> None:
    tabloid, report = labels_of(pair, read_pairs)
    assert "French rightwing party" in of(tabloid, "National Rally", "described")
    assert "far-right National Rally party" in of(report, "National Rally", "described")


@each_pair
def test_a_label_that_a_rule_gave_its_actor_says_so(pair: Pair, read_pairs: dict[str, pd.DataFrame]) -> None:
    tabloid, report = labels_of(pair, read_pairs)
    party = tabloid[tabloid["label"] == "French rightwing party"].iloc[0]
    named = report[report["label"] == "far-right National Rally party"].iloc[0]
    assert (party["likely"], named["likely"]) == (1, 0)


@each_pair
def test_migrants_are_illegal_in_one(pair: Pair, read_pairs: dict[str, pd.DataFrame]) -> None:
    tabloid, report = labels_of(pair, read_pairs)
    assert "illegal migrants" in of(tabloid, "migrant", "described")
    assert "migrants" in of(tabloid, "migrant", "name")
    assert "illegal migrants" not in of(report, "migrant", "described")
    illegal = tabloid[tabloid["label"] == "illegal migrants"].iloc[0]
    assert illegal["loaded"] == "illegal"
    assert illegal["valence"] < 0


def test_boats_with_what_they_carry(read_pairs: dict[str, pd.DataFrame]) -> None:
    from pairs import ORIGINALS

    if ORIGINALS is None:
        pytest.skip("the published pair is not here")
    report = labels_of(ORIGINALS, read_pairs)[REPORT]
    assert "small boats carrying migrants" in of(report, "boat", "longer")


@each_pair
def test_who_is_called_a_patriot_and_by_whom(pair: Pair, read_pairs: dict[str, pd.DataFrame]) -> None:
    called = labels_of(pair, read_pairs)[TABLOID].query("relation == 'called'").set_index("label")
    assert called.loc["patriot", ["actor", "voice"]].tolist() == ["Nigel Farage", "quoted"]


@each_pair
def test_cues_differ_by_outlet(pair: Pair, read_pairs: dict[str, pd.DataFrame]) -> None:
    tabloid, report = labels_of(pair, read_pairs)
    assert "slam" in of(tabloid, "Jordan Bardella", "cue", "doer")
    assert "denounce" in of(report, "Jordan Bardella", "cue", "doer")
    assert "denounce" not in of(tabloid, "Jordan Bardella", "cue", "doer")


@each_pair
def test_every_place_leads_back_to_the_label(pair: Pair) -> None:
    read = tl.read.all(tl.load(str(pair.folder)))
    found = tl.compare.label_places(read)
    said = found[~found["relation"].isin(["doer", "target", "cue"])]
    for row in said.itertuples():
        text = " ".join(read.corpus.text(str(row.article))[row.start : row.end].split())  # type: ignore[misc]
        assert str(row.label) in text
    assert len(found) == tl.compare.labels(read)["count"].sum()


# Phrases


@pytest.mark.parametrize(
    ("text", "actor", "label"),
    [
        ("The hated tax collectors left.", "collector", "hated tax collectors"),
        ("A bitter, costly feud began.", "feud", "bitter, costly feud"),
        ("They closed 14 rural clinics.", "clinic", "rural clinics"),
        ("The mayor’s pet project failed.", "project", "mayor’s pet project"),
        ("A deeply unpopular levy went.", "levy", "deeply unpopular levy"),
        ("She praised the so-called “green” levy.", "levy", "so-called “green” levy"),
    ],
)
def test_heads_with_their_modifiers(tmp_path: Path, text: str, actor: str, label: str) -> None:
    assert label in of(places(tmp_path, text), actor, "described")


@pytest.mark.parametrize(
    ("text", "actor", "label"),
    [
        ("The leader of the striking miners resigned.", "leader", "leader of the striking miners"),
        ("Lorries carrying livestock were stopped.", "lorry", "Lorries carrying livestock"),
        ("A plan drafted by farmers was dropped.", "plan", "plan drafted by farmers"),
        ("The head of the council of elders spoke.", "head", "head of the council of elders"),
    ],
)
def test_heads_with_what_follows(tmp_path: Path, text: str, actor: str, label: str) -> None:
    assert label in of(places(tmp_path, text), actor, "longer")


@pytest.mark.parametrize(
    "text",
    [
        'He praised the "calm and heroic" response.',
        "He praised the “calm and heroic” response.",
    ],
)
def test_a_label_begins_behind_a_quotation_that_ends_within_it(tmp_path: Path, text: str) -> None:
    found = places(tmp_path, text)
    told = found[found["actor"] == "response"]
    assert set(told["label"]) - {"praise"} == {"response"}
    assert all(
        text[row.start : row.end] == "response" for row in told[told["label"] == "response"].itertuples()
    )


def test_what_belongs_to_the_verb_is_not_taken(tmp_path: Path) -> None:
    found = places(tmp_path, "Police moved the protesters to a square. Ships arrived last week.")
    assert of(found, "protester", "longer") == set()
    assert "week" not in set(found["actor"])
    stripped = places(tmp_path, "The council stripped Crossline of its contract.")
    assert of(stripped, "Crossline", "longer") == set()


def test_people_are_grouped_by_one_name_with_what_stands_before_it(tmp_path: Path) -> None:
    text = "Firebrand senator Ada Brook won. Ms Brook smiled. Ada Brook, the party’s rising star, left."
    found = places(tmp_path, text)
    assert of(found, "Ada Brook", "name") == {"Ms Brook", "Ada Brook"}
    assert of(found, "Ada Brook", "described") == {"Firebrand senator Ada Brook"}
    assert of(found, "Ada Brook", "apposition") == {"party’s rising star"}


def test_the_newspaper_is_the_one_just_named_and_of_two_neither(tmp_path: Path) -> None:
    one = places(tmp_path, "The Guardian asked ministers. The newspaper got no answer.")
    assert of(one, "Guardian", "described", "name") >= {"newspaper"}
    assert one.loc[one["label"] == "newspaper", "link"].tolist() == ["likely"]
    two = places(tmp_path, "The Guardian and The Daily Telegraph asked. The newspaper got no answer.")
    assert "newspaper" in of(two, "newspaper", "name")


# Deeds


@pytest.mark.parametrize(
    ("text", "actor", "relation", "verb"),
    [
        ("Rebels burned the bridge.", "rebel", "doer", "burn"),
        ("Rebels burned the bridge.", "bridge", "target", "burn"),
        ("The bridge was quickly burned by rebels.", "bridge", "target", "burn"),
        ("The bridge was quickly burned by rebels.", "rebel", "doer", "burn"),
        ("Farmers have never forgiven the minister.", "farmer", "doer", "forgive"),
        ("Goods seized from smugglers will be sold.", "goods", "target", "seize"),
    ],
)
def test_deeds_beside_their_doers_and_targets(
    tmp_path: Path, text: str, actor: str, relation: str, verb: str
) -> None:
    assert verb in of(places(tmp_path, text), actor, relation)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The leader of the rebels burned the bridge.", "rebel"),
        ("Critics denounced the mayor’s plan.", "mayor"),
        ("She says the bridge has gone.", "bridge"),
        ("“Nobody told us anything,” said Ann Lee, 34, a nurse.", "Ann Lee"),
    ],
)
def test_deeds_that_are_somebody_elses(tmp_path: Path, text: str, actor: str) -> None:
    found = places(tmp_path, text)
    verbs = found[found["relation"].isin(["doer", "target"]) & (found["actor"] == actor)]["label"]
    assert not set(verbs) & {"burn", "denounce", "say"}


# Callings


@pytest.mark.parametrize(
    ("text", "actor", "label"),
    [
        ("Voters called the levy a robbery.", "levy", "robbery"),
        ("The levy was branded a robbery.", "levy", "robbery"),
        ("Farmers denounced the levy, calling it a robbery.", "levy", "robbery"),
        ("Farmers dismissed the levy as a robbery.", "levy", "robbery"),
        ("The levy, which farmers called a robbery, was dropped.", "levy", "robbery"),
        ("The levy has been described as a robbery.", "levy", "robbery"),
    ],
)
def test_what_something_is_called(tmp_path: Path, text: str, actor: str, label: str) -> None:
    found = places(tmp_path, text)
    assert of(found, actor, "called") == {label}
    assert label not in set(found[found["relation"].isin(["name", "described"])]["label"])


def test_what_something_is_said_to_be(tmp_path: Path) -> None:
    found = places(tmp_path, "The levy is a tax on bread. The levy has a friend.")
    assert of(found, "levy", "is") == {"tax"}


def test_him_and_her_are_nobody_here(tmp_path: Path) -> None:
    assert (
        places(tmp_path, "The levy passed and farmers called him a robber.")
        .query("relation == 'called'")
        .empty
    )


# The table


def test_rows_by_outlet_and_voice(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        alpha="Greedy landlords left. “Greedy landlords must pay,” said Ada Brook.",
        beta="Private landlords left. Private landlords returned.",
    )
    found = tl.compare.labels(read, relations=["described"])
    rows = found[found["actor"] == "landlord"][["outlet", "voice", "count"]]
    assert rows.values.tolist() == [["alpha", "outlet", 1], ["alpha", "quoted", 1], ["beta", "outlet", 2]]
    assert found[found["outlet"] == "beta"]["places"].tolist() == ["beta:0-17 beta:24-41"]
    own = tl.compare.labels(read, relations=["described"], voices=["outlet"])
    assert set(own["voice"]) == {"outlet"}


def test_rare_actors_can_be_left_out(tmp_path: Path) -> None:
    read = reading(tmp_path, alpha="Landlords left. Landlords returned. Tenants wept.")
    assert set(tl.compare.labels(read, relations=["name"], minimum=2)["actor"]) == {"landlord"}


def test_names_are_not_loaded_and_plain_words_have_no_feeling(tmp_path: Path) -> None:
    found = places(tmp_path, "Grand Bank lost a cruel fight. The party met.")
    assert found.loc[found["label"] == "cruel fight", "loaded"].tolist() == ["cruel, fight"]
    assert set(found.loc[found["label"].isin(["party", "Grand Bank"]), "loaded"]) == {""}


def test_captions_do_not_count_unless_asked_for(tmp_path: Path) -> None:
    text = "Landlords left.\n\nAngry tenants in the rain on MondayCredit: Getty"
    assert "tenant" not in set(places(tmp_path, text)["actor"])
    read = reading(tmp_path, alpha=text)
    assert "tenant" in set(tl.compare.label_places(read, voices=["caption"])["actor"])


def test_a_text_without_nouns_gives_an_empty_table(tmp_path: Path) -> None:
    read = reading(tmp_path, alpha="They did.")
    assert tl.compare.label_places(read).empty
    found = tl.compare.labels(read)
    assert found.empty
    assert found.dtypes["count"] == "int64"


@pytest.mark.parametrize(
    "text",
    ["a " * 5000, "Ab " * 5000, "“" * 3000, "of the of the " * 2000, "x" * 20000, "it called a " * 3000],
)
def test_odd_texts_do_no_harm(tmp_path: Path, text: str) -> None:
    found = places(tmp_path, "Landlords left.\n\n" + text)
    assert "landlord" in set(found["actor"])


def test_an_office_is_its_holder_where_only_one_has_it(tmp_path: Path) -> None:
    one = places(
        tmp_path, "President Ada Brook spoke. Critics booed the president. The president of Norland has left."
    )
    assert one.loc[one["label"] == "president", ["actor", "link"]].values.tolist()[0] == [
        "Ada Brook",
        "likely",
    ]
    assert "president of Norland" in of(one, "president", "longer")
    two = places(tmp_path, "President Ada Brook met President Ben Rook. Critics booed the president.")
    assert of(two, "president", "name") == {"president"}


def test_a_name_behind_a_noun_that_is_no_role_stands_alone(tmp_path: Path) -> None:
    found = places(tmp_path, "These are the questions Ms Brook wants answered by mission chief Ben Rook.")
    assert of(found, "Ada Brook", "described") == set()
    assert "questions" in of(found, "question", "name")
    assert of(found, "Ben Rook", "described") == {"mission chief Ben Rook"}
