"""Readability: how long the sentences and the words of an article are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from tellings.compare._terms import terms

if TYPE_CHECKING:
    from tellings.read import Reading

_VOWELS = re.compile(r"[aeiouyà-öø-ÿ]+")
# Endings whose vowels are not heard, and pairs of vowels that are heard as two.
_SILENT = re.compile(r"(?:[^laeiouyscxzgh]es|[^dt]ed|[^l]e|[^aeiouy]led|[^aeiouyl]les)$")
_TWO = re.compile(r"i[ao](?!u)|(?<!p)eo|ua(?!r)|[^gq]u[ao]|ying|ism$|[aeiou][^aeiou]{1,4}ea$|[aeiou]ing$")
_SOFT = re.compile(r"[ct]i[aou]|gion|sion|geo|[ly]lion|ement(?!a)")


def syllables(word: str) -> int:
    """An estimate of the syllables of an English word, at least 1; from spelling, since no dictionary ships.

    >>> [syllables(word) for word in ("crossed", "boats", "people", "migration", "immigrants", "area")]
    [1, 1, 2, 3, 3, 3]
    """
    word = word.lower()
    heard = len(_VOWELS.findall(word))
    heard -= bool(_SILENT.search(word)) and heard > 1
    heard += len(_TWO.findall(word)) - len(_SOFT.findall(word))
    return max(1, heard)


def readability(reading: Reading) -> pd.DataFrame:
    """How long each article is and how hard it is to read, captions and furniture left out.

    Flesch reading ease (Flesch 1948) is ``206.835 - 1.015 * words per sentence - 84.6 * syllables per word``:
    about 100 is very easy, 60 to 70 plain, below 30 very hard. Syllables are estimated from spelling
    (METHOD.md has the error), so differences of a few points mean nothing. LIX (Björnsson 1968) needs no
    syllables: words per sentence plus the percentage of words over six letters; above 50 is hard. Neither
    knows whether a text is clear.

    Returns a row an article: ``article, outlet, words, sentences, paragraphs, words_per_sentence,
    reading_ease, lix``; quoted words count, since a reader reads them. An article without prose has 0 words
    and missing measures.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.compare.readability(reading).columns[:4].tolist()
    ['article', 'outlet', 'words', 'sentences']
    """
    words = terms(reading, content=False)
    counted = words.assign(
        syllables=words["term"].map({term: syllables(term) for term in words["term"].unique()})
    )
    grouped = counted.groupby("article", sort=False)
    prose = reading.sentences[reading.sentences["part"] == "prose"].groupby("article", sort=False)
    lengths = pd.DataFrame({
        "words": grouped.size(), "sentences": prose.size(), "paragraphs": prose["paragraph"].nunique(),
        "syllables": grouped["syllables"].sum(), "long": grouped["term"].agg(lambda terms: (terms.str.len() > 6).sum()),
    })  # fmt: skip
    articles = reading.corpus.articles[["article", "outlet"]]
    found = articles.merge(lengths, how="left", left_on="article", right_index=True)
    found[["words", "sentences", "paragraphs"]] = (
        found[["words", "sentences", "paragraphs"]].fillna(0).astype("int64")
    )
    found["words_per_sentence"] = found["words"] / found["sentences"].where(found["sentences"] > 0)
    found["reading_ease"] = (
        206.835 - 1.015 * found["words_per_sentence"] - 84.6 * found["syllables"] / found["words"]
    )
    found["lix"] = found["words_per_sentence"] + 100 * found["long"] / found["words"]
    return found.drop(columns=["syllables", "long"]).reset_index(drop=True)
