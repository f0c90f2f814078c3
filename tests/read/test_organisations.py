"""Organisations: bodies of every kind, told from people, places and laws."""

from __future__ import annotations

from pathlib import Path

import pytest

import tellings.read as read

ORIGINALS = Path(__file__).parents[3] / "shared" / "seeds"


def named(text: str) -> list[tuple[str, str]]:
    found = read.organisations(text)
    return list(zip(found["name"], found["kind"], strict=True))


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the published articles are not here")
def test_the_organisations_of_the_published_broadsheet() -> None:
    found = read.organisations((ORIGINALS / "001_6ccd7ed6ba2a2fa3.txt").read_text(encoding="utf-8"))
    assert list(zip(found["start"], found["name"], found["kind"], strict=True)) == [
        (218, "National Rally", "party"),
        (368, "Reform UK", "party"),
        (1238, "Telegraph", "news"),
        (1268, "UK Border Force", "force"),
        (2076, "Government", "government"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Members of the Green Party met.", [("Green Party", "party")]),
        ("They asked the Ministry of Defence about it.", [("Ministry of Defence", "government")]),
        ("Leeds Crown Court Judge Ann Farrell agreed.", [("Leeds Crown Court", "court")]),
        ("It was The Guardian that asked NATO.", [("Guardian", "news"), ("NATO", "body")]),
        ("The firm, Harrow Holdings Ltd, closed.", [("Harrow Holdings Ltd", "company")]),
        ("Police arrested him.", []),
        ("A union official spoke on TV about GDP.", []),
        ("She cited the European Convention on Human Rights (ECHR).", []),
        ("It cost EUR 300 in France.", []),
    ],
)
def test_bodies_by_kind(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


def test_a_person_is_no_organisation() -> None:
    assert named("Ruth Church met Paul Bank. Church left.") == []


def test_empty_text_has_every_column() -> None:
    assert read.organisations("").columns.tolist() == ["start", "end", "text", "name", "kind"]
