"""Events: articles of several outlets that share passages and names within some days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from tellings.compare import ledger as ledger_of
from tellings.compare._ledger import COLUMNS as LEDGER
from tellings.scale._contrasts._groups import Groups
from tellings.scale._contrasts._index import common_of, paired
from tellings.scale._contrasts._tables import connected
from tellings.scale._contrasts._within import reading_of

if TYPE_CHECKING:
    from tellings.scale._stored import Stored

RARE, FEW = 30, 4
"""Articles that may have a name for it to tell an event: one in twenty of all, but from 4 to 30."""
SPAN = 7
"""Days that two articles of one event may lie apart."""
LARGEST = 60
"""Articles of an event at the most."""
_PASSAGE, _LONG, _NAMES = (
    4,
    16,
    3,
)  # shared n-grams of five words: a passage of eight words, of some twenty; names
_AT_ONCE = 300  # articles of events whose ledgers are made at a time
_TOLD = 5  # names of an event that are listed

COLUMNS = {
    "event": "int64", "articles": "int64", "outlets": "int64", "first": "str", "last": "str", "title": "str",
    "names": "str", "passages": "int64", "ids": "str",
}  # fmt: skip

_LINKS = f"""
WITH rare AS (
  SELECT kind, name FROM contrast_named GROUP BY kind, name HAVING count(*) BETWEEN 2 AND $rare
), told AS (SELECT n.number, n.kind, n.name FROM contrast_named n JOIN rare USING (kind, name)),
named AS (
  SELECT o.number AS a, t.number AS b, count(*) AS names, count(*) FILTER (kind = 'person') AS people
  FROM told o JOIN told t USING (kind, name)
  WHERE o.number < t.number GROUP BY ALL
), both_ AS (
  SELECT a, b, coalesce(grams, 0) AS grams, coalesce(names, 0) AS names,
    coalesce(people, 0) AS people
  FROM pairs FULL JOIN named USING (a, b)
)
SELECT a, b, grams FROM both_ JOIN articles x ON x.number = a JOIN articles y ON y.number = b
WHERE x.outlet <> y.outlet
  AND coalesce(abs(try_cast(x.date AS DATE) - try_cast(y.date AS DATE)), 0) <= $span
  AND (grams >= {_LONG} OR (names >= {_NAMES} AND people >= 1) OR (grams >= {_PASSAGE} AND names >= 1))
ORDER BY grams + 5 * names DESC, a, b
"""

# Of the names that several of an event's articles have, those first that hardly any other article has.
_TOP = """
WITH every AS (SELECT name, count(DISTINCT number) AS n FROM contrast_named GROUP BY name),
told AS (
  SELECT g.event, n.name, count(DISTINCT g.number) AS n FROM contrast_named n JOIN grouped g USING (number)
  GROUP BY g.event, n.name HAVING count(DISTINCT g.number) > 1
)
SELECT event, string_agg(name, ', ' ORDER BY place) AS names FROM (
  SELECT event, name, row_number() OVER (PARTITION BY event ORDER BY t.n * t.n / e.n DESC, t.n DESC, name) AS place
  FROM told t JOIN every e USING (name)
) WHERE place <= $told GROUP BY event ORDER BY event
"""


def events(
    stored: Stored, *, span: int = SPAN, memory: str | None = None, threads: int | None = None
) -> pd.DataFrame:
    """Groups of articles that tell one event, as far as shared passages, names and dates say.

    Two articles of different outlets, at most ``span`` days apart (a missing date parts nothing), belong together
    where they share some twenty words word for word (16 n-grams of five words), or a passage of eight words (4
    n-grams) and a rare name, or three rare names, a person's among them. A name is rare that one in twenty of all
    articles has at the most, but in any case up to 4 may and no more than 30; an n-gram in more than 100 articles,
    and in more than one of a hundred, does not count. Those that share the most are joined first, and no event grows
    beyond 60 articles. What belongs to no other article is in no event.

    Returns a row an event, that of the most outlets first: ``event``, its number from 1; ``articles`` and
    ``outlets``, how many; ``first`` and ``last``, its dates; ``title``, of its first article; ``names``, those that
    the most of its articles have; ``passages``, pairs of its articles that share a passage; ``ids``, its articles.

    >>> import tempfile, tellings as tl
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     stored = tl.scale.read(tl.load("seeds"), store=folder)
    ...     tl.scale.events(stored)[["event", "articles", "outlets"]].values.tolist()
    [[1, 2, 2]]
    """
    with connected(stored, ("contrast_grams", "contrast_named"), memory=memory, threads=threads) as sql:
        paired(sql, common=common_of(len(stored)), same_outlet=False)
        links = sql.execute(
            _LINKS, {"span": span, "rare": min(RARE, max(FEW, len(stored) // 20))}
        ).fetchnumpy()
        groups = Groups(len(stored), LARGEST)
        for one, two in zip(links["a"].tolist(), links["b"].tolist(), strict=True):
            groups.join(one, two)
        members = _members(stored, groups.several())
        sql.register("grouped", members[["event", "number"]])
        names = dict(sql.execute(_TOP, {"told": _TOLD}).fetchall())
    return _table(members, links, names)


def _members(stored: Stored, groups: list[list[int]]) -> pd.DataFrame:
    """The articles of the events, the events in their order."""
    articles = stored.articles[["article", "outlet", "title", "date"]]
    rows = [(group, number) for group, numbers in enumerate(groups) for number in numbers]
    found = pd.DataFrame(rows, columns=["group", "number"]).astype("int64")
    found = found.join(articles, on="number")
    heads = found.groupby("group").agg(
        outlets=("outlet", "nunique"),
        articles=("number", "size"),
        first=("date", "min"),
        at=("number", "first"),
    )
    order = heads.sort_values(
        ["outlets", "articles", "first", "at"], ascending=[False, False, True, True], na_position="last"
    ).index
    number = {group: event for event, group in enumerate(order, start=1)}
    return found.assign(event=found["group"].map(number).astype("int64")).sort_values(["event", "number"])


def _table(members: pd.DataFrame, links: Any, names: dict[int, str]) -> pd.DataFrame:
    of = dict(zip(members["number"].tolist(), members["event"].tolist(), strict=True))
    passages: dict[int, int] = {}
    for a, b, grams in zip(links["a"].tolist(), links["b"].tolist(), links["grams"].tolist(), strict=True):
        if grams >= _PASSAGE and of.get(a) == of.get(b) is not None:
            passages[of[a]] = passages.get(of[a], 0) + 1
    made = members.groupby("event", sort=True).agg(
        articles=("article", "size"), outlets=("outlet", "nunique"), first=("date", "min"), last=("date", "max"),
        title=("title", "first"), ids=("article", " ".join),
    ).reset_index()  # fmt: skip
    made["names"] = made["event"].map(names)
    made["passages"] = made["event"].map(passages).fillna(0)
    return made[list(COLUMNS)].astype(COLUMNS)


def ledger(
    stored: Stored,
    *,
    most: int | None = None,
    found: pd.DataFrame | None = None,
    memory: str | None = None,
    threads: int | None = None,
) -> pd.DataFrame:
    """Quantities that are stated more than once within an event, lined up as by :func:`tellings.compare.ledger`.

    The same number in two unrelated stories is no fact, so each event (:func:`events`; ``found`` is its table) has
    a ledger of its own, and an article that belongs to none has none. The columns are those of the ledger, facts
    numbered through. Where a corpus is one event, the table is the same; else words are weighed within the event
    instead of within the whole corpus. ``most`` keeps the first events.

    >>> import tempfile, tellings as tl
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     stored = tl.scale.read(tl.load("seeds"), store=folder)
    ...     tl.scale.ledger(stored).equals(tl.compare.ledger(stored.reading()))
    True
    """
    told = events(stored, memory=memory, threads=threads) if found is None else found
    ids = [row.split(" ") for row in told["ids"].head(len(told) if most is None else most)]
    parts: list[pd.DataFrame] = []
    facts = 0
    for some in _batches(ids):
        whole = reading_of(stored, [article for event in some for article in event])
        for event in some:
            one = ledger_of(part_of(whole, event))
            parts.append(one.assign(fact=one["fact"] + facts))
            facts += int(one["fact"].nunique())
    if not parts:
        return pd.DataFrame({name: pd.Series([], dtype=dtype) for name, dtype in LEDGER.items()})
    return pd.concat(parts, ignore_index=True).astype(LEDGER)


def _batches(events: list[list[str]]) -> list[list[list[str]]]:
    batches: list[list[list[str]]] = []
    held = _AT_ONCE
    for event in events:
        if held + len(event) > _AT_ONCE:
            batches.append([])
            held = 0
        batches[-1].append(event)
        held += len(event)
    return batches


def part_of(reading: Any, articles: list[str]) -> Any:
    """The reading of some of the articles of another."""
    from types import MappingProxyType

    from tellings.read import Reading
    from tellings.scale._articles import part_of as corpus_of

    wanted = set(articles)
    tables = {
        name: table[table["article"].isin(wanted)].reset_index(drop=True)
        for name, table in reading.tables.items()
    }
    return Reading(corpus_of(reading.corpus, articles), MappingProxyType(tables))
