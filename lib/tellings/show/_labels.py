"""How each outlet names and describes the actors of the story."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pandas as pd

from tellings import compare
from tellings.show._evidence import found
from tellings.show._publish import Finding, Published, finding
from tellings.show._table import table
from tellings.show._words import listed

if TYPE_CHECKING:
    from tellings.read import Reading

_ACTORS = ("person", "party", "organisation", "group")
# What a row of labels tells, in the words of the page.
RELATIONS = {
    "name": "is called", "described": "is called", "apposition": "is called", "epithet": "is called", "title": "is called",
    "doer": "does", "target": "is done to", "cue": "speaks: verbs",
}  # fmt: skip


def labels_opening(labels: pd.DataFrame) -> list[Finding]:
    """The actors that outlets describe in other words, the most mentioned first.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> opening = tl.show.labels_opening(tl.compare.labels(reading))
    >>> all(one.text.endswith(".") for one in opening)
    True
    """
    return list(_described(labels))


def _described(labels: pd.DataFrame) -> Iterator[Finding]:
    called = labels[
        labels["relation"].isin(["described", "apposition", "epithet"]) & labels["kind"].isin(_ACTORS)
    ]
    told = called.groupby("actor").filter(lambda part: _differs(part))
    weight = (
        told.assign(weight=told["count"] + 10 * told["loaded"].fillna("").ne(""))
        .groupby("actor")["weight"]
        .sum()
    )
    for actor in weight.sort_values(ascending=False, kind="stable").index[:2]:
        said = [
            f"{outlet} {listed(list(dict.fromkeys(part['label']))[:3], quoted=True)}"
            for outlet, part in told[told["actor"] == actor].groupby("outlet", sort=False)
        ]
        # “team” or “migrants” need not be one actor throughout: what stands there is told, not who is meant.
        of = f"The word “{actor}” stands in" if str(actor).islower() else f"{actor} is described as"
        yield finding(
            f"{of}: {'; '.join(said)}.", sure="found", link="#How-each-outlet-names-them", differs=True
        )


def _differs(part: pd.DataFrame) -> bool:
    """Whether two outlets describe an actor, and in no common words."""
    said = [
        {_beside(label, actor) for label, actor in zip(rows["label"], rows["actor"], strict=True)}
        for _, rows in part.groupby("outlet")
    ]
    return len(said) > 1 and not set.intersection(*said)


def _beside(label: str, actor: str) -> str:
    """What a label says besides the name: “Special Counsel Robert Mueller” and “special counsel” are no contrast."""
    name = {word.casefold() for word in actor.split()}
    return " ".join(word for word in label.casefold().split() if word not in name)


def labels_table(labels: pd.DataFrame, *, outlets: tuple[str, ...], top: int = 20) -> Published:
    """Label by outlet, an actor and a relation a row; words of feeling, by VADER's lexicon, have an asterisk.

    >>> import tellings as tl
    >>> corpus = tl.load("seeds")
    >>> reading = tl.read.all(corpus)
    >>> labels = tl.compare.labels(reading)
    >>> tl.show.labels_table(labels, outlets=corpus.outlets).name
    'labels'
    """
    told = labels.assign(
        how=labels["relation"].map(RELATIONS).fillna(labels["relation"]), shown=_shown(labels)
    )
    every = told.groupby("actor")["count"].transform("sum")
    order = told.assign(every=every).sort_values(["every", "actor"], ascending=[False, True], kind="stable")
    actors = list(dict.fromkeys(order["actor"]))[:top]
    first = order[order["actor"].isin(actors)]
    wide = (
        first.groupby(["actor", "how", "outlet"], sort=False)["shown"]
        .agg(", ".join)
        .unstack("outlet")
        .reset_index()
    )
    place = {actor: number for number, actor in enumerate(actors)}
    wide = wide.sort_values("actor", key=lambda column: column.map(place), kind="stable").reindex(
        columns=["actor", "how", *outlets]
    )
    columns = {"actor": "Who or what", "how": "", **{outlet: outlet for outlet in outlets[:6]}}
    columns["how"] = "Relation"
    return table(wide, name="labels", caption="How each outlet names and describes the actors; * a word of feeling",
                 columns=columns, stack=True)  # fmt: skip


def _shown(labels: pd.DataFrame) -> pd.Series:
    mark = labels["loaded"].fillna("").ne("").map({True: "*", False: ""})
    voice = labels["voice"].map({"quoted": " (quoted)"}).fillna("")
    times = labels["count"].map(lambda n: f" ×{n}" if n > 1 else "")
    return labels["label"] + mark + times + voice


def label_places(reading: Reading) -> Published:
    """Every label in its sentence.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.label_places(reading).name
    'label-places'
    """
    rows = compare.label_places(reading)
    columns = {"actor": "Who or what", "relation": "Relation", "label": "Label", "voice": "Voice"}
    return found(reading, "people", rows=rows, published="label-places", caption="Labels in their sentences",
                 columns=columns, limit=60)  # fmt: skip
