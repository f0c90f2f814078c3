"""Ids of sentences that tell a coder nothing and lead whoever holds the articles back to the place."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from tellings.corpus import Corpus
    from tellings.read import Reading

# Consonants alone: no digit that a spreadsheet takes for a number or a date, and no word.
_LETTERS = "bcdfghjkmnpqrstvwxyz"
_GROUPS, _GROUP = 3, 4  # 51 bits: among a million sentences two share an id once in four thousand corpora
COLUMNS = {
    "id": "str", "article": "str", "outlet": "str", "start": "int64", "end": "int64", "sentence": "int64",
    "text": "str",
}  # fmt: skip


def identity(text_sha256: str, start: int, end: int) -> str:
    """The id of a place in a text: the same wherever the file lies and whatever it is called.

    >>> identity("", 0, 12)
    'vqry-ctgk-fpvd'
    """
    number = int.from_bytes(hashlib.sha256(f"{text_sha256} {start} {end}".encode()).digest(), "big")
    letters = []
    for _ in range(_GROUPS * _GROUP):
        number, place = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[place])
    made = "".join(letters)
    return "-".join(made[place : place + _GROUP] for place in range(0, len(made), _GROUP))


def prose(reading: Reading) -> pd.DataFrame:
    """Every sentence of prose with its id: ``id, article, outlet, start, end, sentence, text``.

    ``sentence`` is its number in the article, captions and furniture counted. Of articles with the same text the
    second and any further have ids of their own.
    """
    number = reading.sentences.groupby("article", sort=False).cumcount()
    found = reading.sentences.assign(sentence=number)
    found = found[found["part"] == "prose"]
    outlets = reading.corpus.articles.set_index("article")["outlet"]
    texts = _texts(reading.corpus)
    ids = [
        identity(texts[article], start, end)
        for article, start, end in zip(found["article"], found["start"], found["end"], strict=True)
    ]
    found = found.assign(id=ids, outlet=found["article"].map(outlets))
    return found[list(COLUMNS)].astype(COLUMNS).drop_duplicates("id").reset_index(drop=True)


def _texts(corpus: Corpus) -> dict[str, str]:
    """What stands for the text of each article: its hash, and which of the articles with that text it is."""
    seen: dict[str, int] = {}
    made: dict[str, str] = {}
    for article in corpus:
        digest = hashlib.sha256(corpus.text(article).encode("utf-8", "surrogatepass")).hexdigest()
        seen[digest] = seen.get(digest, 0) + 1
        made[article] = f"{digest} {seen[digest]}"
    return made
