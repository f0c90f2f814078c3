"""The front page: the story of a run in one screen, from what its pages found and what its articles are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from tellings.corpus import Corpus
from tellings.report._tables import Place, Table, Told

_CARDS, _PROBLEMS = 24, 100


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
        "warnings": _warnings(corpus),
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
    return {**page, "findings": [told for told in findings.values() if told.page == page["page"]]}


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


def _warnings(corpus: Corpus) -> list[str]:
    """The warnings about the whole corpus; an article's own stand on its card."""
    said = corpus.warnings
    return said.loc[said["article"] == "", "message"].tolist()


def _count(n: int, what: str) -> str:
    return f"{n:,} {what}" if n == 1 else f"{n:,} {what}s"


def _are(n: int) -> str:
    return "is" if n == 1 else "are"
