"""Which column of a table holds what, by the names that scrapers and archives give them."""

from __future__ import annotations

import re
from collections.abc import Iterable

FIELDS: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "content", "article_text", "full_text", "fulltext", "maintext", "main_text",
        "article_body", "articlebody", "article_content", "body_text", "clean_text", "raw_text", "story", "article",
    ),
    "file": ("file", "filename", "file_name", "article_id", "id", "article", "path", "uuid"),
    "outlet": (
        "outlet", "source", "newspaper", "publication", "publisher", "source_name", "media", "site_name", "site",
        "domain", "source_domain",
    ),
    "title": ("title", "headline", "head", "heading"),
    "date": (
        "date", "published", "publish_date", "date_publish", "publication_date", "published_at", "published_date",
        "pub_date", "pubdate", "date_published", "datetime", "timestamp",
    ),
    "url": ("url", "link", "uri", "href", "source_url"),
    "language": ("language", "lang"),
}  # fmt: skip
"""The names taken for each field, the surest first."""


def columns(names: Iterable[str]) -> dict[str, str]:
    """For each field the column that holds it; no column serves twice.

    >>> columns(["Headline", "Body", "Published At"])
    {'text': 'Body', 'title': 'Headline', 'date': 'Published At'}
    """
    known: dict[str, str] = {}
    for name in names:
        known.setdefault(_plain(name), name)
    found: dict[str, str] = {}
    for field, aliases in FIELDS.items():
        alias = next((a for a in aliases if a in known and known[a] not in found.values()), None)
        if alias:
            found[field] = known[alias]
    return found


def _plain(name: str) -> str:
    return re.sub(r"[\s\-.]+", "_", name.strip().lstrip("\ufeff").lower())
