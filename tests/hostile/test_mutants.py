"""What no test noticed when it was changed: cases for the mutants that lived."""

from __future__ import annotations

import tellings as tl


def test_a_word_before_years_ago_has_to_say_how_many() -> None:
    assert list(tl.read.dates("It began several years ago.")["text"]) == ["several years ago"]
    assert tl.read.dates("It was worse in bad years ago.").empty
