"""Why this score: what a fold says can be added up by hand."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

import tellings as tl
from corpora import reading
from tellings.compare._each import each
from tellings.show._why import Why

TEXT = (
    "The rescue was a brilliant success for the whole town.\n\n"
    "The mayor called the lawsuit a “cruel, horrible <b>disaster</b>” that was not good on Monday.\n\n"
    "“It was very good, but nobody died in the fire,” said Ann Lee."
)
_NUMBER = re.compile(r"([+−])\s?(\d+\.\d{3})")


def _said(fold: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", fold)).replace("\xa0", " ")


def test_the_sum_in_every_fold_is_its_score(tmp_path: Path) -> None:
    read = reading(tmp_path, alpha=TEXT)
    tones = tl.compare.sentence_tone(read)
    why = Why(read)
    assert len(tones) == 4
    for row in each(tones):
        told = _said(why.shares(row)).partition("Length")[0]
        total, *parts = [float(f"{sign}{size}".replace("−", "-")) for sign, size in _NUMBER.findall(told)]
        assert total == pytest.approx(row.valence, abs=6e-4)
        assert sum(parts) == pytest.approx(total, abs=6e-4 * (len(parts) + 1))


def test_a_fold_names_what_is_no_word_and_shows_vaders_steps(tmp_path: Path) -> None:
    read = reading(tmp_path, alpha=TEXT)
    quoted = [row for row in each(tl.compare.sentence_tone(read)) if row.voice == "quoted"][-1]
    told = _said(Why(read).shares(quoted))
    assert "what every sentence starts from" in told
    assert "√(10 + 5) = 3.87" in told
    assert "very +0.293; before but ×0.5" in told


def test_a_fold_tells_of_its_own_voice_and_escapes_the_text(tmp_path: Path) -> None:
    read = reading(tmp_path, alpha=TEXT)
    own, said = [row for row in each(tl.compare.sentence_tone(read)) if row.sentence == 1]
    why = Why(read)
    assert "horrible" not in why.shares(own)
    assert "mayor" not in why.shares(said)
    assert "lawsuit" not in why.shares(own).partition("VADER")[0]
    assert "<b>" not in why.sentence(said)
    assert 'class="tl-down"' in why.sentence(said)


def test_a_voice_without_a_score_is_told_by_the_whole_sentence(tmp_path: Path) -> None:
    read = reading(tmp_path, alpha=TEXT)
    row = next(row for row in each(tl.compare.sentence_tone(read)) if row.sentence == 2)
    assert "for the whole sentence" in Why(read).shares(row._replace(voice="outlet"))
