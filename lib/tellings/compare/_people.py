"""Public figures by outlet: who is named, how often, and who gets to speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from tellings.compare._terms import terms
from tellings.compare._voice import voiced

if TYPE_CHECKING:
    from tellings.read import Reading

UNTOLD = "not told"


def people(reading: Reading) -> pd.DataFrame:
    """How often each outlet names each person.

    Mentions by name count; pronouns and roles without a name do not. Captions are counted apart.

    Returns a row an outlet and person: ``outlet, person``; ``mentions`` in prose; ``share`` of all the outlet's
    mentions of people in prose, from 0 to 1; ``captions``, mentions in captions; ``titles``, the titles and roles
    that stand with the name, the commonest first; ``first``, the number of the sentence of the first mention in
    the outlet's first article that names them, and that ``article``. Most mentioned first.
    """
    found = voiced(reading, "people")
    rows = [
        _person(outlet, person, part)
        for (outlet, person), part in found.groupby(["outlet", "person"], sort=False)
    ]
    columns = ["outlet", "person", "mentions", "captions", "titles", "article", "first"]
    made = pd.DataFrame(rows, columns=columns)
    total = made.groupby("outlet")["mentions"].transform("sum")
    made.insert(3, "share", made["mentions"] / total.where(total > 0))
    every = made.groupby("person")["mentions"].transform("sum")
    order = made.assign(every=every).sort_values(
        ["every", "person", "mentions", "outlet"], ascending=[False, True, False, True]
    )
    return order.drop(columns="every").reset_index(drop=True)


def _person(outlet: str, person: str, part: pd.DataFrame) -> tuple[object, ...]:
    titles = pd.concat([part["title"], part["role"]]).dropna().value_counts(sort=True)
    first = part.iloc[0]
    prose = part["voice"].isin(["outlet", "quoted"])
    return (
        outlet, person, int(prose.sum()), int((part["voice"] == "caption").sum()), ", ".join(titles.index),
        first["article"], int(first["sentence"]),
    )  # fmt: skip


def speakers(reading: Reading) -> pd.DataFrame:
    """Who is quoted directly, with how many words, by outlet.

    A speaker that the text does not tell is ``not told``. Scare quotes, titles and words in captions are not
    speech and do not count.

    Returns a row an outlet and speaker: ``outlet, speaker, quotations, words, share`` (of the outlet's quoted
    words, from 0 to 1), ``cues`` (the reporting verbs, the commonest first). Most words first.
    """
    quotes = voiced(reading, "quotes")
    said = quotes[quotes["kind"] == "direct"]
    named = said["person"].fillna(said["speaker"]).fillna(UNTOLD)
    said = said.assign(speaker=named, words=_words_within(reading, said))
    rows = [
        (
            outlet,
            speaker,
            len(part),
            int(part["words"].sum()),
            ", ".join(part["cue"].dropna().value_counts().index),
        )
        for (outlet, speaker), part in said.groupby(["outlet", "speaker"], sort=False)
    ]
    made = pd.DataFrame(rows, columns=["outlet", "speaker", "quotations", "words", "cues"])
    total = made.groupby("outlet")["words"].transform("sum")
    made.insert(4, "share", made["words"] / total.where(total > 0))
    return made.sort_values(["words", "speaker", "outlet"], ascending=[False, True, True]).reset_index(
        drop=True
    )


def _words_within(reading: Reading, spans: pd.DataFrame) -> list[int]:
    words = terms(reading, voices=("outlet", "quoted", "caption", "furniture"), content=False)
    starts = {article: part["start"].to_numpy() for article, part in words.groupby("article")}
    return [
        int(starts[row.article].searchsorted(row.end) - starts[row.article].searchsorted(row.start))
        if row.article in starts
        else 0
        for row in spans.itertuples()
    ]
