"""The front page: the story of a run in one screen, from what its pages found and what its articles are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from tellings.corpus import Corpus
from tellings.report._tables import Place, Table, Told

_CARDS, _PROBLEMS, _FINDINGS, _WARNINGS = 12, 100, 3, 12


def view(
    corpus: Corpus,
    pages: Sequence[Mapping[str, Any]],
    tables: Mapping[Place, Table],
    findings: Mapping[Place, Told],
) -> dict[str, Any]:
    """What the template of the front page shows beside what it shares with the other pages."""
    return {
        "title": _title(corpus),
        "account": account(corpus),
        "told": [told for page in pages if (told := _told(page, findings))["findings"]],
        "cards": _cards(corpus),
        "more_cards": max(0, len(corpus.articles) - _CARDS),
        **_warnings(corpus),
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


def _told(page: Mapping[str, Any], findings: Mapping[Place, Told]) -> dict[str, Any]:
    """The first findings of a page, clear contrasts before all else, in the page's own order."""
    told = [told for told in findings.values() if told.page == page["page"]]
    chosen = sorted(told, key=lambda one: one.sure != "clear")[:_FINDINGS]
    return {**page, "findings": [one for one in told if one in chosen], "more": max(0, len(told) - _FINDINGS)}


def _cards(corpus: Corpus) -> list[dict[str, Any]]:
    shown = corpus.articles.head(_CARDS)
    said = corpus.warnings
    return [
        {
            **{str(key): None if pd.isna(value) else value for key, value in row.items()},
            "warnings": said.loc[said["article"] == row["article"], "message"].tolist(),
        }
        for row in shown[["article", "outlet", "title", "date", "words", "path"]].to_dict("records")
    ]


def _warnings(corpus: Corpus) -> dict[str, Any]:
    """The warnings that stand on no card: those about the whole corpus, and those of the articles after."""
    said = corpus.warnings
    carded = said["article"].isin(corpus.articles["article"].head(_CARDS))
    rest = said[~carded].to_dict("records")
    words = [f"{row['article']}: {row['message']}" if row["article"] else row["message"] for row in rest]
    return {"warnings": words[:_WARNINGS], "more_warnings": max(0, len(words) - _WARNINGS)}


def _count(n: int, what: str) -> str:
    return f"{n:,} {what}" if n == 1 else f"{n:,} {what}s"


def _are(n: int) -> str:
    return "is" if n == 1 else "are"
