"""The front page: the story of a run in one screen, from what its pages found and what its articles are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from tellings.corpus import Corpus
from tellings.report._tables import Place, Table, Told
from tellings.show._style import OUTLINES, marks

_CARDS, _PROBLEMS, _FINDINGS, _WARNINGS = 12, 100, 3, 12
_SHOWN = ["article", "outlet", "title", "date", "words", "path"]
_SINGLE = 6  # articles that have a card each; more are told by outlet
_LEAD, _OF_PAGE, _LONG = 6, 3, 240  # findings in front, of one page at most, characters of each
_RANK = {"clear": 0, "counted": 2, "unclear": 3, "found": 3, "too-few": 4}
_DIFFERS = (
    1  # tellings set against each other in their words come behind clear contrasts, before what was counted
)
_LAST = ("corpus", "side-by-side")  # what came in is told by the cards


def view(
    corpus: Corpus,
    pages: Sequence[Mapping[str, Any]],
    tables: Mapping[Place, Table],
    findings: Mapping[Place, Told],
) -> dict[str, Any]:
    """What the template of the front page shows beside what it shares with the other pages."""
    found = _once([told for told in findings.values() if not told.beware])
    lead = _lead(found)
    return {
        "title": _title(corpus),
        "account": account(corpus),
        "lead": lead,
        "told": [told for page in pages if (told := _told(page, found, lead))["findings"]],
        **_cards(corpus),
        **_warnings(corpus),
        "beware": _once([told for told in findings.values() if told.beware]),
        "problems": corpus.problems.head(_PROBLEMS).to_dict("records"),
        "more_problems": max(0, len(corpus.problems) - _PROBLEMS),
        "shelf": [
            {**page, "tables": [t for t in tables.values() if t.page == page["page"]]} for page in pages
        ],
    }


def account(corpus: Corpus) -> str:
    """What came in and what became of it: articles in = articles reported + articles listed."""
    reported, listed = len(corpus.articles), len(corpus.problems)
    words = int(corpus.articles["words"].sum())
    if not listed:
        return f"{_count(reported, 'article')} of {words:,} words in all; every one is reported."
    came = f"{_count(reported + listed, 'text')} came in: {reported:,} {_are(reported)} reported"
    return f"{came} ({words:,} words in all), {listed:,} {_are(listed)} listed below with the reason."


def _title(corpus: Corpus) -> str:
    outlets = corpus.outlets
    if len(outlets) == 1:
        return f"How {outlets[0]} tells it"
    if len(outlets) <= 3:
        return f"How {', '.join(outlets[:-1])} and {outlets[-1]} tell it"
    return f"How {len(outlets):,} outlets tell it"


def _lead(told: Sequence[Told]) -> list[Told]:
    """The few findings in front: of each page its telling contrasts and its first other findings, the surest first."""
    chosen: list[Told] = []
    for page in dict.fromkeys(one.page for one in told):
        ranked = sorted((one for one in told if one.page == page), key=_rank)
        contrasts = [one for one in ranked if one.differs or one.sure in ("clear", "unclear")]
        others = [one for one in ranked if one not in contrasts]
        telling = max(1, sum(_rank(one) <= _DIFFERS for one in contrasts))
        chosen += [*contrasts[:telling], *others, *contrasts[telling:]][:_OF_PAGE]
    first = sorted(chosen, key=lambda one: (one.page in _LAST, _rank(one)))[:_LEAD]
    return [replace(one, text=_short(one.text)) for one in first]


def _once(told: Sequence[Told]) -> list[Told]:
    """What several pages open with, where the first of them says it."""
    kept: dict[str, Told] = {}
    for one in told:
        kept.setdefault(one.text, one)
    return list(kept.values())


def _rank(told: Told) -> int:
    known = _RANK.get(told.sure, 3)
    return min(known, _DIFFERS) if told.differs else known


def _short(text: str) -> str:
    """A finding as the front page has room for it; whole on its own page."""
    return text if len(text) <= _LONG else f"{text[:_LONG].rsplit(' ', 1)[0].rstrip(',;:')} …"


def _told(page: Mapping[str, Any], found: Sequence[Told], lead: Sequence[Told]) -> dict[str, Any]:
    """The next findings of a page, clear contrasts before all else, in the page's own order."""
    before = {one.anchor for one in lead}
    every = [one for one in found if one.page == page["page"]]
    told = [replace(one, text=_short(one.text)) for one in every if one.anchor not in before]
    chosen = sorted(told, key=lambda one: one.sure != "clear")[:_FINDINGS]
    return {**page, "findings": [one for one in told if one in chosen], "more": max(0, len(told) - _FINDINGS)}


def _cards(corpus: Corpus) -> dict[str, Any]:
    """A card an article where there are few, an outlet otherwise; each outlet in its colour and with its marker."""
    look = {
        name: {"colour": m.colour, "outline": OUTLINES[m.marker]} for name, m in marks(corpus.outlets).items()
    }
    articles, said = corpus.articles, corpus.warnings
    single = [_card(row, said) for row in articles[_SHOWN].head(_SINGLE).to_dict("records")]
    rows = single if len(articles) <= _SINGLE else _by_outlet(articles)
    cards = [{**row, **look[row["outlet"]]} for row in rows[:_CARDS]]
    return {"cards": cards, "more_cards": max(0, len(rows) - _CARDS), "summed": len(articles) > _SINGLE}


def _card(row: Mapping[Any, Any], said: pd.DataFrame) -> dict[str, Any]:
    whole = {str(key): None if pd.isna(value) else value for key, value in row.items()}
    return {**whole, "warnings": said.loc[said["article"] == row["article"], "message"].tolist()}


def _by_outlet(articles: pd.DataFrame) -> list[dict[str, Any]]:
    """The outlets: how many articles and words, from when to when; those with most articles first."""
    rows = []
    for outlet, part in articles.groupby("outlet", sort=False):
        dates = sorted({str(date) for date in part["date"].dropna()} - {""})
        span = " to ".join(dict.fromkeys([dates[0], dates[-1]])) if dates else None
        rows.append(
            {"outlet": outlet, "articles": len(part), "words": int(part["words"].sum()), "date": span}
        )
    return sorted(rows, key=lambda row: -row["articles"])


def _warnings(corpus: Corpus) -> dict[str, Any]:
    """The warnings that stand on no card: those about the whole corpus, and those of articles without a card."""
    said = corpus.warnings
    carded = said["article"].isin(corpus.articles["article"]) & (len(corpus.articles) <= _SINGLE)
    rest = said[~carded].to_dict("records")
    words = [f"{row['article']}: {row['message']}" if row["article"] else row["message"] for row in rest]
    return {"warnings": words[:_WARNINGS], "more_warnings": max(0, len(words) - _WARNINGS)}


def _count(n: int, what: str) -> str:
    return f"{n:,} {what}" if n == 1 else f"{n:,} {what}s"


def _are(n: int) -> str:
    return "is" if n == 1 else "are"
