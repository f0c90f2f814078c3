"""One name per person across articles."""

from __future__ import annotations

import pandas as pd
import pytest

from tellings.compare._persons import canonical


def led(*mentions: tuple[str, str]) -> list[str]:
    return canonical(pd.DataFrame(mentions, columns=["article", "person"]))["person"].tolist()


def test_a_bare_family_name_goes_to_the_one_who_bears_it() -> None:
    assert led(("a", "Ruth Abbot"), ("b", "Abbot")) == ["Ruth Abbot", "Ruth Abbot"]


def test_a_double_family_name_goes_to_its_bearer() -> None:
    assert led(("a", "Marine Le Pen"), ("b", "Le Pen")) == ["Marine Le Pen", "Marine Le Pen"]


def test_of_two_bearers_neither_is_guessed() -> None:
    assert led(("a", "Ruth Abbot"), ("b", "Paul Abbot"), ("c", "Abbot"))[2] == "Abbot"


def test_of_two_bearers_the_one_clearly_more_in_the_news_is_meant() -> None:
    mentions = [("a", "Ruth Abbot"), ("b", "Ruth Abbot"), ("c", "Paul Abbot"), ("d", "Abbot")]
    assert led(*mentions)[3] == "Ruth Abbot"


def test_initials_accents_and_capitals_do_not_part_a_person() -> None:
    names = led(("a", "Ruth M. Abbót"), ("b", "Ruth Abbot"), ("c", "Ruth Abbot"), ("d", "RUTH Abbot"))
    assert set(names) == {"Ruth Abbot"}


def test_father_and_son_stay_two() -> None:
    assert len(set(led(("a", "Henry Voss Sr."), ("b", "Henry Voss Jr.")))) == 2


def test_the_form_most_articles_use_wins() -> None:
    names = led(("a", "Ruth Mary Abbot"), ("b", "Ruth Abbot"), ("c", "Ruth Abbot"))
    assert names == ["Ruth Abbot"] * 3


def test_spans_and_the_articles_own_name_stay() -> None:
    people = pd.DataFrame({"article": ["a", "b"], "start": [5, 9], "person": ["Ruth Abbot", "Abbot"]})
    found = canonical(people)
    assert found["start"].tolist() == [5, 9]
    assert found["form"].tolist() == ["Ruth Abbot", "Abbot"]
    assert people["person"].tolist() == ["Ruth Abbot", "Abbot"]


def test_no_mentions_give_no_mentions() -> None:
    people = pd.DataFrame({"article": pd.Series(dtype="str"), "person": pd.Series(dtype="str")})
    assert canonical(people).columns.tolist() == ["article", "person", "form"]


def test_a_missing_column_is_named() -> None:
    with pytest.raises(KeyError, match="missing: person"):
        canonical(pd.DataFrame({"article": ["a"]}))
