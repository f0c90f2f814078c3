"""Labels: how each outlet names and describes each person, group and thing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import pandas as pd

from tellings.compare._descriptions import holders
from tellings.compare._label_rows import TRIM, key, label_rows
from tellings.compare._persons import canonical
from tellings.compare._voice import placed
from tellings.read import _vader

if TYPE_CHECKING:
    from tellings.read import Reading

RELATIONS = ("name", "described", "longer", "apposition", "called", "is", "doer", "target", "cue")

PLACES = {
    "article": "str", "start": "int64", "end": "int64", "actor": "str", "kind": "str", "relation": "str",
    "label": "str", "link": "str", "loaded": "str", "valence": "float64", "outlet": "str", "sentence": "int64",
    "voice": "str",
}  # fmt: skip
COLUMNS = {
    "actor": "str", "kind": "str", "relation": "str", "label": "str", "outlet": "str", "voice": "str",
    "count": "int64", "likely": "int64", "loaded": "str", "valence": "float64", "article": "str",
    "start": "int64", "end": "int64", "places": "str",
}  # fmt: skip


def label_places(reading: Reading, *, voices: Sequence[str] = ("outlet", "quoted")) -> pd.DataFrame:
    """Every place where an actor is named, described, called something, or does or suffers a deed.

    Returns a row a place, in the order of the text: ``article, start, end``, of the label; ``actor``, a person's
    name in the corpus, an organisation's or a place's name, or the singular of a head noun; ``kind`` (person,
    organisation, place, name, group, thing); ``relation`` and ``label``, as in :func:`labels`; ``link``: ``named``
    where the words themselves name the actor, ``likely`` where a rule leads a description to it (*the newspaper*);
    ``loaded``, its words that VADER's lexicon gives a feeling, and ``valence``, the sum of theirs; ``outlet``,
    ``sentence`` and ``voice`` (:func:`tellings.compare.placed`).

    >>> from tellings.corpus import load
    >>> from tellings.read import all as read_all
    >>> found = label_places(read_all(load("seeds")))
    >>> found.loc[found["label"] == "patriot", ["actor", "relation", "voice"]].values.tolist()
    [['Nigel Farage', 'called', 'quoted']]
    """
    named = canonical(reading.people)
    roles = holders(zip(named["person"], named["role"], strict=True))
    found = placed(reading, label_rows(reading, named, roles))
    found = found[found["voice"].isin(list(voices))]
    marked = [_loaded(label) for label in found["label"].tolist()]
    found = found.assign(loaded=[words for words, _ in marked], valence=[valence for _, valence in marked])
    return found[list(PLACES)].astype(PLACES).reset_index(drop=True)


def labels(
    reading: Reading, *, relations: Sequence[str] = RELATIONS, voices: Sequence[str] = ("outlet", "quoted"),
    minimum: int = 1,
) -> pd.DataFrame:  # fmt: skip
    """How each outlet names and describes each actor: a row an actor, label, outlet and voice.

    ``relation`` says how the label goes with the actor:

    - ``name``: a name as it is used (*Sir Keir*), or a head noun alone (*migrants*);
    - ``described``: with what stands before it (*far-right National Rally party*, *illegal migrants*);
    - ``longer``: with what follows too (*small boats carrying migrants*, *leader of the party*);
    - ``apposition``: set off by a comma; ``called``: by a verb of naming (*called him a patriot*, *slammed the deal as
      a smokescreen*); ``is``: by *is* or *became*;
    - ``doer`` and ``target``: the verbs of which the actor is plainly the subject or the object, in their base
      form; ``cue``: the verbs by which the newsroom reports their words.

    People go by one name in the corpus, organisations and places by name, all else by the singular of the
    head noun, as group (people) or thing. Numbers and determiners before a label are left out. The words are chosen
    by their parts of speech and their neighbours, without a parser: a deed is counted only where verb and phrase
    stand side by side, so verbs are fewer than there are. Loaded words are those of VADER's lexicon (Hutto &
    Gilbert 2014), which knows feeling and not newsrooms: *party* has a cheerful figure there and is left out, and
    *regime* has none.

    Returns ``actor, kind, relation, label``, as most often written; ``outlet, voice``; ``count``, places;
    ``likely``, those of them that a rule led to the actor and no name; ``loaded`` and ``valence``, from about -4 a
    word to 4; ``article, start, end``, the first place; ``places``, all of them as ``article:start-end``. Sorted by the
    actor's number of places, actor, relation, outlet and count. Actors with fewer than ``minimum`` are left out.

    >>> from tellings.corpus import load
    >>> from tellings.read import all as read_all
    >>> found = labels(read_all(load("seeds")), relations=["described"])
    >>> found.loc[found["actor"] == "National Rally", "label"].tolist()[:2]
    ['French rightwing party', 'far-right National Rally party']
    """
    found = label_places(reading, voices=voices)
    found = found[found["relation"].isin(list(relations))]
    if found.empty:
        return pd.DataFrame({name: pd.Series([], dtype=dtype) for name, dtype in COLUMNS.items()})
    every = found.groupby("actor")["actor"].transform("size")
    found = found.assign(key=found["label"].map(key), every=every)[every >= minimum]
    order = {name: number for number, name in enumerate(RELATIONS)}
    made = _summed(found).assign(rank=lambda table: table["relation"].map(order))
    made = made.sort_values(
        ["every", "actor", "kind", "rank", "outlet", "count", "key", "voice"],
        ascending=[False, True, True, True, True, False, True, True], kind="stable",
    )  # fmt: skip
    return made[list(COLUMNS)].astype(COLUMNS).reset_index(drop=True)


def _summed(found: pd.DataFrame) -> pd.DataFrame:
    """A row an actor, label, outlet and voice, with what its places have in common and all of them."""
    keys = ["every", "actor", "kind", "relation", "outlet", "voice", "key"]
    told = found["article"] + ":" + found["start"].astype("str") + "-" + found["end"].astype("str")
    found = found.assign(places=told, likely=found["link"] == "likely")
    firsts = {name: (name, "first") for name in ("loaded", "valence", "article", "start", "end")}
    made = found.groupby(keys, sort=True).agg(
        count=("label", "size"), likely=("likely", "sum"), places=("places", " ".join), **firsts
    )
    written = found.groupby([*keys, "label"]).size().rename("n").reset_index()
    written = written.sort_values([*keys, "n", "label"], ascending=[*([True] * len(keys)), False, True])
    labels = written.drop_duplicates(keys).set_index(keys)["label"]
    return made.assign(label=labels.reindex(made.index)).reset_index()


@cache
def _feeling(word: str) -> float:
    return float(_vader.analyzer().lexicon.get(word, 0.0)) if word not in _NEUTRAL else 0.0


# Words of politics that the lexicon knows from parties, playgrounds and card games.
_NEUTRAL = frozenset(
    ["party", "parties", "united", "security", "interest", "interests", "please", "like", "play", "share", "shares",
     "court", "grand", "number", "top", "chance", "value", "values", "natural", "energy", "demand"]
)  # fmt: skip


def _loaded(label: str) -> tuple[str, float]:
    """The words of a label with a figure in the lexicon, names apart, and the sum of their figures."""
    words = [word.strip(TRIM + ".,") for part in label.split() for word in part.split("-")]
    found = [word for word in words if word.islower() and _feeling(word)]
    return ", ".join(found), round(sum(_feeling(word) for word in found), 2)
