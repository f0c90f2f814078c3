"""Cues: the forms of reporting verbs, and their classes."""

from __future__ import annotations

import pytest

from tellings.read._cues import CLASSES, NEUTRAL, cue, noun_cue


@pytest.mark.parametrize(
    ("word", "verb", "group"),
    [
        ("said", "say", "neutral"),
        ("told", "tell", "neutral"),
        ("added", "add", "continuing"),
        ("slammed", "slam", "attacking"),
        ("denounced", "denounce", "attacking"),
        ("branded", "brand", "attacking"),
        ("claimed", "claim", "doubting"),
        ("insisted", "insist", "doubting"),
        ("admitted", "admit", "conceding"),
        ("acknowledged", "acknowledge", "conceding"),
        ("vowed", "vow", "committing"),
        ("replies", "reply", "neutral"),
        ("denying", "deny", "doubting"),
        ("agreeing", "agree", "neutral"),
        ("putting", "put", "neutral"),
        ("written", "write", "neutral"),
        ("confesses", "confess", "conceding"),
    ],
)
def test_forms_lead_to_their_verb_and_class(word: str, verb: str, group: str) -> None:
    found = cue(word)
    assert found is not None
    assert (found.verb, found.group) == (verb, group)


def test_a_verb_belongs_to_one_class() -> None:
    verbs = [verb for group in CLASSES.values() for verb in group.split()]
    assert len(verbs) == len(set(verbs))


def test_what_takes_a_side_is_not_neutral() -> None:
    assert {"attacking", "doubting", "conceding", "committing"}.isdisjoint(NEUTRAL)
    assert set(CLASSES) > NEUTRAL


def test_words_that_report_nothing() -> None:
    assert cue("walked") is None
    assert noun_cue("made", "cake") is None
    assert noun_cue("ate", "call") is None
