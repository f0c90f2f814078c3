"""What the pages open with: sentences made from data, true of it, without cutting ties."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import tellings as tl
from corpora import reading
from pairs import Pair, each_pair
from tellings.show._figures import _leaders
from tellings.show._framing import _distinctive
from tellings.show._tone import _towards


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([5, 3, 2, 1], [5, 3, 2]),
        ([5, 2, 2, 2], [5, 2, 2, 2]),
        ([5, 1, 1, 1, 1, 1, 1], [5]),
        ([2, 2], [2, 2]),
        ([1] * 9, []),
    ],
)
def test_ties_are_shown_whole_or_not_at_all(counts: list[int], shown: list[int]) -> None:
    rows = pd.DataFrame({"outlet": "A", "person": [f"P{n}" for n in range(len(counts))], "mentions": counts})
    assert _leaders(rows, "mentions", 3)["mentions"].tolist() == shown


def openings(found: tl.read.Reading) -> dict[str, list[str]]:
    keyness, frames = tl.compare.keyness(found), tl.compare.frames(found)
    people, speakers = tl.compare.people(found), tl.compare.speakers(found)
    tone, apart = tl.compare.tone(found), tl.compare.tone_differences(found)
    made = {
        "corpus": tl.show.corpus_opening(found),
        "framing": tl.show.framing_opening(found, keyness, frames),
        "sentiment": tl.show.sentiment_opening(found, tone, apart),
        "figures": tl.show.figures_opening(found, people, speakers),
        "side": tl.show.side_opening(found),
    }
    return {name: [one.text for one in findings] for name, findings in made.items()}


@each_pair
def test_the_pairs_open_with_what_matters(pair: Pair) -> None:
    said = openings(tl.read.all(tl.load(str(pair.folder))))
    assert "14 places" in said["corpus"][0]
    assert any("153" in text and "13,856" in text for text in said["figures"][:2])
    assert any("single article" in text for text in said["framing"])
    assert all(said.values())


def test_one_empty_handed_article_still_opens(tmp_path: Path) -> None:
    """No quotation, nobody named, no number, no feeling, one outlet: every page still has something true to say."""
    said = openings(reading(tmp_path, alpha="The council met and then it rose again."))
    assert said["framing"] == ["There is one outlet, so nothing can be set against another."]
    assert any("8 words of prose" in text for text in said["corpus"])


def test_hostile_names_are_text(tmp_path: Path) -> None:
    (tmp_path / "metadata.csv").write_text('file,outlet\na.txt,"<script>alert(1)</script>"\nb.txt,=cmd()\n')
    found = reading(tmp_path, a="“We go,” said Ann Lee on Monday.", b="Ann Lee goes on Monday.")
    for findings in (tl.show.corpus_opening(found), tl.show.side_opening(found)):
        assert all("<script>" not in one._repr_mimebundle_()["text/html"] for one in findings)
    assert "<script>" not in tl.show.side_by_side(found).html


def test_the_version_that_lacks_a_qualifier_is_said_to_leave_it_out(tmp_path: Path) -> None:
    told = tl.show.shared_opening(
        reading(
            tmp_path,
            Full="Rosa Lind said: “The harbour may never reopen to the old ferry lines this winter.” Boats waited outside.",
            Cut="Rosa Lind said: “The harbour reopen to the old ferry lines this winter.” Nobody came.",
        )
    )
    assert any(one.text.startswith("Cut leaves out “may, never” where Full has") for one in told)


def test_the_interval_of_a_difference_told_as_more_has_its_sign(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        Calm="The sea was blue.\n\n" * 8 + "The court jailed him.\n\n" * 2,
        Stern="The court jailed him for the crime.\n\n" * 9 + "The sea was blue.",
    )
    frames = tl.compare.frames(found)
    told = tl.show.framing_opening(found, tl.compare.keyness(found, resamples=200), frames)
    one = next(one for one in told if "comes first in more of Stern’s" in one.text)
    low, high = one.note.removesuffix(" points").rsplit(": ", 1)[1].replace("−", "-").split(" to ")
    assert float(low) < 70 < float(high)


def test_a_lean_is_told_only_of_whom_it_is_clear(tmp_path: Path) -> None:
    rows = [("A", 9, 3, 0, -0.75, True), ("B", 1, 11, 0, -0.08, False), ("C", 4, 0, 0, -1.0, True)]
    columns = ["outlet", "negative", "neutral", "positive", "net", "clear"]
    stance = pd.DataFrame(rows, columns=columns).assign(person="Rosa Lind", voice="outlet")
    stance["sentences"] = stance[["negative", "neutral", "positive"]].sum(axis=1)
    ways = tl.compare.robustness(
        reading(tmp_path, one="The sea was blue and calm.", two="The sea was grey and wild."), resamples=20
    )
    one, *_ = tl.show.stance_opening(stance, ways)
    assert one.text.startswith("A writes of Rosa Lind more often negatively than positively: A 9 negative")
    assert one.sure == "clear"


@pytest.mark.parametrize(
    ("outlets", "start"), [(6, "All 6 outlets that name Rosa Lind do so"), (2, "A and B write of")]
)
def test_many_outlets_that_do_the_same_are_counted(outlets: int, start: str) -> None:
    stance = pd.DataFrame(
        {"outlet": list("ABCDEF")[:outlets], "net": -0.7, "clear": True, "negative": 9, "neutral": 3}
    )
    stance = stance.assign(person="Rosa Lind", voice="outlet", sentences=12, positive=0)
    (one,) = _towards(stance)
    assert one.text.startswith(start)


@pytest.mark.parametrize(("difference", "low", "high"), [(0.7, 0.1, 1.5), (-0.7, -1.5, -0.1)])
def test_a_clear_difference_and_its_interval_go_the_same_way(
    difference: float, low: float, high: float
) -> None:
    found = tl.read.all(tl.load("seeds"))
    tone = tl.compare.tone(found, resamples=100)
    apart = tl.compare.tone_differences(found, resamples=100).head(1)
    apart = apart.assign(outlet="A", other="B", difference=difference, low=low, high=high, clear=True)
    told = next(one for one in tl.show.sentiment_opening(found, tone, apart) if one.sure == "clear")
    assert told.note == "95% +0.10 to +1.50"
    assert ("A scores higher than B" in told.text) == (difference > 0)


@pytest.mark.parametrize(
    ("own", "others", "told"),
    [(12.04, 3.0, "(12.0 to 3.0)"), (0.06, 0.03, "(0.06 to 0.03)"), (0.0002, 0.0, "(0.0002 to 0.0000)")],
)
def test_rates_are_told_in_as_many_places_as_part_them(own: float, others: float, told: str) -> None:
    row = {"outlet": "The Heron", "word": "span", "term": "span", "log_odds": 1.0, "clear": True}
    keyness = pd.DataFrame([{**row, "per_1000": own, "others_per_1000": others}])
    (one,) = _distinctive(keyness)
    assert f"“span” {told}" in one.text
