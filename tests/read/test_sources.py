"""One name a source: institutions under several wordings, people, and pronouns that tell nobody."""

from __future__ import annotations

import pytest

from tellings.read import quotes

TREASURY = "A spokeswoman for the Treasury said: “The fee stays.”"


def sources(text: str) -> list[str | None]:
    found = quotes(text)
    said = found[found["kind"].eq("direct") & (found["level"] != "piece")]["source"].astype(object)
    return list(said.where(said.notna(), None))


@pytest.mark.parametrize(
    "second",
    [
        "“It is fair,” the spokeswoman added.",
        "“It is fair,” the department said.",
        "“It is fair,” it added.",
        "“It is fair,” a Treasury spokeswoman told the Herald.",
        "“It is fair,” the Treasury insisted.",
    ],
)
def test_an_institution_in_several_wordings_is_one_source(second: str) -> None:
    assert sources(f"{TREASURY}\n\n{second}") == ["Treasury spokeswoman"] * 2


def test_two_institutions_leave_a_short_wording_as_it_is() -> None:
    text = f"{TREASURY} The Home Office said: “So does ours.”\n\n“It is fair,” the department said."
    assert sources(text) == ["Treasury spokeswoman", "Home Office", "the department"]


def test_an_institution_of_another_kind_is_not_meant() -> None:
    text = "“The fee stays,” the Labour Party said. “It is fair,” the newspaper wrote."
    assert sources(text) == ["Labour Party", "the newspaper"]


def test_an_institution_that_spoke_long_ago_is_not_meant() -> None:
    text = f"{TREASURY}\n\n" + "It rained.\n\n" * 5 + "“It is fair,” the department said."
    assert sources(text) == ["Treasury spokeswoman", "the department"]


def test_a_spokesman_and_a_spokeswoman_are_two_and_their_office_is_neither() -> None:
    text = f"{TREASURY} “Nobody knows,” a Treasury spokesman said."
    assert set(sources(text)) == {"Treasury"}


def test_a_person_is_their_name() -> None:
    assert sources("“We go,” said Ada Brook. “Now,” Ms Brook added. “Soon,” she said.") == ["Ada Brook"] * 3


def test_bare_pronouns_tell_nobody_and_descriptions_stay() -> None:
    text = (
        "“We go,” he said.\n\n“We stay,” they said.\n\n“It is late,” his lawyer said. “Very,” said A teacher."
    )
    assert sources(text)[:3] == [None, None, "his lawyer"]


def test_it_after_a_person_tells_nobody() -> None:
    assert sources(f"{TREASURY} “We go,” said Ada Brook.\n\n“It is fair,” it said.")[-1] is None


def test_an_article_that_belongs_to_the_name_stays() -> None:
    assert sources("“It is over,” The Times wrote.") == ["The Times"]
    assert sources("“It is over,” the Home Office wrote.") == ["Home Office"]
