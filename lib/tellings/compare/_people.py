"""Public figures by outlet: who is named, how often, and who gets to speak."""

from __future__ import annotations

from collections import Counter
from itertools import permutations
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from tellings.compare._persons import canonical
from tellings.compare._terms import terms
from tellings.compare._voice import placed, voiced

if TYPE_CHECKING:
    from tellings.read import Reading

UNTOLD = "not told"


COLUMNS = (
    "outlet", "person", "mentions", "share", "captions", "words_quoted", "titles", "epithets", "cues", "named_with",
    "article", "first",
)  # fmt: skip


def people(reading: Reading) -> pd.DataFrame:
    """How often each outlet names each person, how it introduces them, and how much it lets them speak.

    Mentions by name count; pronouns and roles without a name do not. Captions are counted apart. A person has one
    name within the corpus (:func:`canonical`), also where an article gives the family name only.

    Returns a row an outlet and person: ``outlet, person``; ``mentions`` in prose; ``share`` of all the outlet's
    mentions of people in prose, from 0 to 1; ``captions``, mentions in captions; ``words_quoted``, words quoted
    directly from them; ``titles``, the titles and roles that stand with the name, and ``epithets``, the appositions
    (``the leader of the far-right party``), the commonest first, joined by ``"; "``; ``cues``, the reporting verbs
    given to them; ``named_with``, who else is named in the same sentences, the most often first; ``article`` and
    ``first``, the first article that names them and the number of the sentence. Most mentioned first.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.compare.people(reading).columns[:3].tolist()
    ['outlet', 'person', 'mentions']
    """
    found = placed(reading, canonical(reading.people))
    said = speakers(reading).set_index(["outlet", "speaker"])
    together = _together(found)
    rows = [
        _person(str(outlet), str(person), part, said, together)
        for (outlet, person), part in found.groupby(["outlet", "person"], sort=False)
    ]
    made = pd.DataFrame(rows, columns=[column for column in COLUMNS if column != "share"])
    total = made.groupby("outlet")["mentions"].transform("sum")
    made["share"] = made["mentions"] / total.where(total > 0)
    every = made.groupby("person")["mentions"].transform("sum")
    order = made.assign(every=every).sort_values(
        ["every", "person", "mentions", "outlet"], ascending=[False, True, False, True]
    )
    return order[list(COLUMNS)].reset_index(drop=True)


def _person(
    outlet: str,
    person: str,
    part: pd.DataFrame,
    said: pd.DataFrame,
    together: dict[tuple[str, str], list[str]],
) -> tuple[object, ...]:
    first = part.iloc[0]
    prose = part["voice"].isin(["outlet", "quoted"])
    spoke = (outlet, person) in said.index
    words, cues = (int(said["words"][outlet, person]), said["cues"][outlet, person]) if spoke else (0, "")
    return (
        outlet, person, int(prose.sum()), int((part["voice"] == "caption").sum()), words,
        _commonest(part["title"], part["role"]), _commonest(part["apposition"]), cues,
        ", ".join(together.get((outlet, person), [])[:5]), first["article"], int(part["sentence"].iloc[0]),
    )  # fmt: skip


def _commonest(*columns: pd.Series) -> str:
    counted = pd.concat(columns).dropna().value_counts(sort=False)
    order = sorted(counted.items(), key=lambda item: -item[1])
    return "; ".join(str(text) for text, _ in order)


def _together(found: pd.DataFrame) -> dict[tuple[str, str], list[str]]:
    """Who is named in the same sentences of prose as whom, the most often first."""
    prose = found[found["voice"].isin(["outlet", "quoted"])]
    counted: dict[tuple[str, str], Counter[str]] = {}
    for (outlet, _, _), part in prose.groupby(["outlet", "article", "sentence"], sort=False):
        for one, two in permutations(dict.fromkeys(part["person"]), 2):
            counted.setdefault((str(outlet), one), Counter())[two] += 1
    return {key: [name for name, _ in counter.most_common()] for key, counter in counted.items()}


def named(reading: Reading, what: str) -> pd.DataFrame:
    """How often each outlet names each organisation or place: ``what`` is ``organisations`` or ``places``.

    Returns ``name, kind, outlet, mentions`` (in prose), ``captions`` (mentions there); the most named first.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.compare.named(reading, "places").columns[:3].tolist()
    ['name', 'kind', 'outlet']
    """
    found = voiced(reading, what)
    prose = found["voice"].isin(["outlet", "quoted"])
    counted = (
        found.assign(mentions=prose, captions=found["voice"] == "caption")
        .groupby(["name", "kind", "outlet"], sort=False)[["mentions", "captions"]]
        .sum()
        .astype("int64")
        .reset_index()
    )
    every = counted.groupby(["name", "kind"])["mentions"].transform("sum")
    order = counted.assign(every=every).sort_values(
        ["every", "name", "kind", "mentions", "outlet"], ascending=[False, True, True, False, True]
    )
    return order.drop(columns="every").reset_index(drop=True)


def speakers(reading: Reading) -> pd.DataFrame:
    """Who is quoted directly, with how many words, by outlet.

    A person has one name within the corpus, an institution one within each article (``source`` of
    :func:`tellings.read.quotes`). A speaker that the text does not tell, or tells by a pronoun only, is ``not
    told``. Scare quotes, titles and words in captions are not
    speech and do not count.

    Returns a row an outlet and speaker: ``outlet, speaker, quotations, words, share`` (of the outlet's quoted
    words, from 0 to 1), ``cues`` (the reporting verbs, the commonest first). Most words first.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.compare.speakers(reading).columns[:3].tolist()
    ['outlet', 'speaker', 'quotations']
    """
    said = quoted(reading, voiced(reading, "quotes"))
    rows = [
        (outlet, speaker, int(part["whole"].sum()), int(part["words"].sum()), _verbs(part[part["whole"]]))
        for (outlet, speaker), part in said.groupby(["outlet", "speaker"], sort=False)
    ]
    made = pd.DataFrame(rows, columns=["outlet", "speaker", "quotations", "words", "cues"])
    total = made.groupby("outlet")["words"].transform("sum")
    made.insert(4, "share", made["words"] / total.where(total > 0))
    return made.sort_values(["words", "speaker", "outlet"], ascending=[False, True, True]).reset_index(
        drop=True
    )


def quoted(reading: Reading, quotes: pd.DataFrame) -> pd.DataFrame:
    """The direct quotations with ``speaker``, ``words`` and ``whole``, whether the row counts as a quotation."""
    said = quotes[(quotes["kind"] == "direct") & (quotes["level"] != "nested")]
    named = _corpus_names(reading, said).fillna(said["source"]).fillna(UNTOLD)
    # The pieces of an interrupted quotation hold its words, the whole is what counts as one quotation.
    words = pd.Series(_words_within(reading, said), index=said.index).where(said["level"] != "joined", 0)
    return said.assign(speaker=named, words=words, whole=said["level"] != "piece")


def _verbs(part: pd.DataFrame) -> str:
    return ", ".join(part["cue"].dropna().value_counts().index)


def _corpus_names(reading: Reading, said: pd.DataFrame) -> pd.Series:
    """Each speaker's name within the corpus, where the article's own name for them is shorter."""
    known = canonical(reading.people)
    names = {(row.article, row.form): row.person for row in known.itertuples()}
    named = [names.get((row.article, row.person), row.person) for row in said.itertuples()]
    return pd.Series(named, index=said.index, dtype="str")


def _words_within(reading: Reading, spans: pd.DataFrame) -> list[int]:
    words = terms(reading, voices=("outlet", "quoted", "caption", "furniture"), content=False)
    starts = {str(article): part["start"].to_numpy() for article, part in words.groupby("article")}
    return [
        int(np.subtract(*starts[article].searchsorted([end, start]))) if article in starts else 0
        for article, start, end in zip(spans["article"], spans["start"], spans["end"], strict=True)
    ]
