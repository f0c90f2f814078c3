"""What articles share, marked and linked both ways: the same told from nearly the same, trimmed from fuller."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import tellings as tl
from corpora import reading
from sides import Side
from tellings.show._side_shared import shared, shared_counts
from tellings.show._side_ties import differences

SAME = "The harbour of Lindow was closed at dawn after the storm had broken its northern wall."
NEAR = "The harbour of Lindow was shut at dawn after the storm had broken its northern wall."
FULL = "“We shall never again close the harbour of Lindow without asking its fishermen,” said Ann Lowe."
CUT = "“We shall close the harbour of Lindow without asking its fishermen,” said Ann Lowe."


def pair(tmp_path: Path, alpha: str, beta: str) -> tl.read.Reading:
    return reading(tmp_path, alpha=f"Rain fell on Tuesday.\n\n{alpha}", beta=f"{beta}\n\nNobody was hurt.")


def test_the_same_words_are_linked_there_and_back(tmp_path: Path) -> None:
    found = shared(pair(tmp_path, SAME, SAME)).spots
    one, two = found["alpha"][0], found["beta"][0]
    assert (one.badge, two.badge) == ("=", "=")
    assert one.links == ((two.id, "beta"),)
    assert two.links == ((one.id, "alpha"),)
    assert one.says == "Shared: word for word in beta"


def test_nearly_the_same_is_told_from_the_same(tmp_path: Path) -> None:
    one = shared(pair(tmp_path, SAME, NEAR)).spots["alpha"][0]
    assert (one.badge, one.form) == ("≈", "near")
    assert "<del>closed</del>" in one.more
    assert "<ins>shut</ins>" in one.more
    assert "From alpha to beta" in one.more


def test_a_trimmed_utterance_says_who_trimmed_what(tmp_path: Path) -> None:
    found = shared(pair(tmp_path, CUT, FULL)).spots
    cut, full = found["alpha"][0], found["beta"][0]
    assert (cut.badge, full.badge) in {("−", "+"), ("≈", "≈")}
    assert "never again" in cut.more
    assert "never" in re.sub(r"<q>.*?</q>", "", full.more)


def test_many_counterparts_are_counted_and_the_columns_come_first(tmp_path: Path) -> None:
    papers = {name: f"{SAME}\n\nFrom {name}." for name in ("alpha", "beta", "gamma", "delta")}
    found = reading(tmp_path, **papers)
    spot = shared(found, first=("gamma",)).spots["alpha"][0]
    assert spot.badge == "=3"
    assert [name for _, name in spot.links] == ["gamma"]
    assert spot.says == "Shared: word for word in gamma and 2 more articles"


def test_every_passage_and_utterance_leads_to_a_mark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELLINGS_PAGES", "framing side-by-side")
    found = pair(tmp_path, f"{SAME}\n\n{FULL}", f"{NEAR}\n\n{CUT}")
    ids = set(Side(tl.show.side_by_side(found).html).ids)
    for made in (tl.show._shared.passages_table(found), tl.show._shared.genealogy_table(found)):
        hrefs = re.findall(r'href="side-by-side\.html#([^"]+)"', made.html)
        assert len(hrefs) >= 2
        assert set(hrefs) <= ids
        assert all("-shared-" in href for href in hrefs)


def test_nothing_shared_is_no_mark(tmp_path: Path) -> None:
    assert shared(reading(tmp_path, alpha="Rain fell on Tuesday.")).spots == {}


@pytest.mark.parametrize("written", ["[-a-] b {+<i>+}", "[-never closed", "-] {+ [-x-]", "a -] b +} {+c+}"])
def test_signs_of_an_article_never_unbalance_the_page(written: str) -> None:
    made = str(differences(written, "<one>", "two"))
    Side(f"<p>{made}</p>")
    assert "<i>" not in made
    assert "<one>" not in made


def test_no_difference_shows_none() -> None:
    assert differences("the same words", "one", "two") == ""


def test_what_several_have_in_the_same_words_is_told_once(tmp_path: Path) -> None:
    papers = {name: f"{NEAR}\n\nFrom {name}." for name in ("beta", "delta", "epsilon", "gamma", "zeta")}
    more = str(shared(reading(tmp_path, alpha=SAME, **papers)).spots["alpha"][0].more)
    assert more.count("<del>closed</del>") == 1
    assert re.findall(r">To (\w+)</a>", more) == ["beta", "delta", "epsilon"]
    assert "And in 2 more articles" in more


def test_of_many_wordings_the_first_is_told_and_the_rest_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELLINGS_PAGES", "framing side-by-side")
    words = {"beta": "shut", "delta": "sealed", "gamma": "emptied"}
    papers = {name: SAME.replace("closed", word) for name, word in words.items()}
    found = reading(tmp_path, alpha=SAME, **papers)
    more = str(shared(found, first=("gamma",)).spots["alpha"][0].more)
    assert "<ins>emptied</ins>" in more
    assert "shut" not in more
    assert 'And in 2 more articles; <a href="framing.html#Passages-that-articles-share">' in more


def test_each_article_is_counted_with_the_marks_it_has(tmp_path: Path) -> None:
    found = pair(tmp_path, f"{SAME}\n\n{FULL}", f"{NEAR}\n\n{CUT}")
    marks = {article: len(spots) for article, spots in shared(found).spots.items()}
    assert marks == shared_counts(found)
    assert min(marks.values()) >= 2
