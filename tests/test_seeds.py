"""The seeds tell what the published pair tells, in words of their own, with the same damage."""

from __future__ import annotations

import csv
import re
import unicodedata

import pytest

from pairs import REPORT, SEEDS, TABLOID, Pair, each_article, each_pair, paragraphs


def listed(items: str) -> list[str]:
    return items.split(" | ")


FIGURES = (
    listed(
        "2022 | 153 | 141 | 13,856 | 1.1 per cent | 80 per cent | 98 per cent | 150 | "
        "€100,000 (£84,000) | five years | four year | two terms | No 10 | one-in-one-out | "
        "one-in one-out"
    ),
    listed("one-in-one-out | Article 8 | Article 3"),
)
LABELS = (
    listed(
        "French rightwing party | far-right politicians | patriot | illegal migrants | slammed | "
        "crackdown | fake jobs ruse | embezzling | meagre | dwarfed | dinghies | "
        "magnet for illegal migration | Tory Rwanda scheme | scrapped | branded | central pillar"
    ),
    listed(
        "far-right National Rally | denounced | presidential frontrunner | illegal migration | rehash | "
        "homegrown legislation | pushback | neighbour"
    ),
)
UTTERANCES = (
    listed(
        "patriot | total overhaul | systematic expulsion of foreign offenders and criminals | "
        "will be abolished | national priority | My ambition | "
        "least attractive country for mass immigration in | no one left in Calais | smokescreen | "
        "stringent security and eligibility checks | safe and legal route | "
        "We are scaling up the pilot | no right to be here | landmark agreement | "
        "More than 150 small boat migrants | scheduled in the coming weeks | "
        "we have taken 141 migrants | return hub | no effective deterrent | limited capacity | "
        "really important innovation"
    ),
    listed(
        "smokescreen | systematic expulsion of foreign offenders and criminals | assistance | "
        "least attractive country for mass immigration in Europe | pushbacks | Franco-British patrols | "
        "forces that seek to divide us | modernisation"
    ),
)
CREDITS = ["X", "Getty", "Shutterstock Editorial", "PA", "AFP", "Splash"]

SHOWN = [
    "Joining the leader for a lunch in , National Rally's",
    "once 's two terms come to an end",
    "began formal talks",
    "The Telegraph , Bardella",
    "shake hands.Immigration issues were",
    "LondonCredit: X",
]


def prose(pair: Pair, article: int) -> str:
    """The text without its caption paragraphs."""
    text = pair.texts[article]
    return "\n\n".join(text[slice(*at)] for at in paragraphs(text) if at not in pair.captions[article])


# What both pairs tell


@each_pair
@each_article
@pytest.mark.parametrize("kind", [FIGURES, LABELS], ids=["figures", "labels"])
def test_tells_the_facts_and_chooses_the_labels(
    pair: Pair, article: int, kind: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    text = pair.texts[article].casefold()
    assert [item for item in kind[article] if item.casefold() not in text] == []


@each_pair
@each_article
def test_carries_the_words_each_speaker_used(pair: Pair, article: int) -> None:
    said = [re.sub(r"\s+", " ", quotation).casefold() for quotation in pair.quotations[article]]
    assert [u for u in UTTERANCES[article] if not any(u.casefold() in quotation for quotation in said)] == []


@each_pair
@each_article
def test_every_quotation_has_a_speaker_on_record(pair: Pair, article: int) -> None:
    assert len(pair.speakers[article]) == len(pair.quotations[article])


@each_pair
def test_outlets_choose_different_words_for_the_same_thing(pair: Pair) -> None:
    tabloid, report = prose(pair, TABLOID), prose(pair, REPORT)
    assert "rightwing" in tabloid
    assert "far-right" not in tabloid
    assert "far-right" in report
    assert "rightwing" not in report
    assert "slammed" in tabloid
    assert "slammed" not in report
    assert "denounced" in report
    assert "denounced" not in tabloid


# The damage both pairs carry


@each_pair
def test_fourteen_holes_in_the_tabloid_none_in_the_report(pair: Pair) -> None:
    assert [len(places) for places in pair.holes] == [14, 0]


@each_pair
def test_holes_leave_single_spaces_as_a_scraper_does(pair: Pair) -> None:
    text = pair.texts[TABLOID]
    assert all(place == 0 or text[place - 1].isspace() for place in pair.holes[TABLOID])
    assert "  " not in text.strip()


@each_pair
def test_captions_are_glued_to_alt_texts_and_credits(pair: Pair) -> None:
    text = pair.texts[TABLOID]
    blocks = [text[start:end] for start, end in pair.captions[TABLOID]]
    assert pair.captions[REPORT] == []
    assert [block.count("Credit: ") for block in blocks] == [2, 2, 2]
    assert [len(re.findall(r"[a-z0]\.[A-Z]", block)) for block in blocks] == [2, 2, 2]
    credited = re.findall(r"\wCredit: (X|PA|AFP|[A-Z][a-z]+(?: Editorial)?)", " ".join(blocks))
    assert credited == CREDITS
    assert re.search(r"[a-z]\.[A-Z]", prose(pair, TABLOID)) is None


@each_pair
def test_caption_paragraphs_stand_at_the_same_places(pair: Pair) -> None:
    all_paragraphs = paragraphs(pair.texts[TABLOID])
    at = [all_paragraphs.index(block) for block in pair.captions[TABLOID]]
    assert at[0] == 2
    assert "98 per cent" in pair.texts[TABLOID][slice(*all_paragraphs[at[1] + 1])]
    assert at[2] == len(all_paragraphs) - 1


@each_pair
def test_one_quotation_lacks_its_second_opening_mark(pair: Pair) -> None:
    over = [quotation for quotation in pair.quotations[TABLOID] if "\n\n" in quotation]
    unmarked = [quotation for quotation in over if re.search(r"\n\n[^“]", quotation)]
    assert ["national priority.\n\nMy ambition" in quotation for quotation in unmarked] == [True]
    assert len(over) == 2, "the Home Office is quoted over paragraphs with every opening mark"


@each_pair
def test_last_word_of_the_shared_utterance_is_lost_in_the_tabloid(pair: Pair) -> None:
    place = pair.texts[TABLOID].index("least attractive country for mass immigration in ")
    assert place + len("least attractive country for mass immigration in ") in pair.holes[TABLOID]
    assert "least attractive country for mass immigration in Europe" in pair.texts[REPORT]


@each_pair
def test_stray_space_and_mixed_marks(pair: Pair) -> None:
    tabloid = pair.texts[TABLOID]
    assert tabloid.count("The Telegraph , ") == 1
    assert tabloid.index("The Telegraph , ") + len("The Telegraph ") not in pair.holes[TABLOID]
    assert tabloid.count("'") == 1
    assert "’" in tabloid
    assert "‘patriot’" in tabloid


# The folder as the kit loads it


def test_metadata_has_a_row_for_every_article() -> None:
    with (SEEDS.folder / "metadata.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["file", "outlet", "title", "date", "url", "language"]
    assert [row["file"] for row in rows] == [path.name for path in SEEDS.paths]
    assert len({row["outlet"] for row in rows}) == len(rows)
    assert all(row["title"] and row["language"] == "en" for row in rows)
    assert {row["date"] + row["url"] for row in rows} == {""}, "neither is known"


def test_texts_are_clean_utf_8() -> None:
    for path in SEEDS.paths:
        data = path.read_bytes()
        text = data.decode("utf-8")
        assert b"\r" not in data
        assert not data.startswith(b"\xef\xbb\xbf")
        assert text == unicodedata.normalize("NFC", text)
        assert {unicodedata.category(c) for c in text if c != "\n"}.isdisjoint({"Cc", "Cf", "Co", "Cn"})


def test_readme_shows_what_stands_in_the_articles() -> None:
    readme = (SEEDS.folder / "README.md").read_text("utf-8")
    assert all(f"`{path.name}`" in readme for path in SEEDS.paths)
    together = re.sub(r"[‘’]", "'", " ".join(SEEDS.texts))
    for words in SHOWN:
        assert words in re.sub(r"\s+", " ", readme)
        assert words in together
