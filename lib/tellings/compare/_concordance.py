"""Concordance: every place of a term, with what stands left and right of it (KWIC)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pandas as pd

from tellings.errors import ParameterError

if TYPE_CHECKING:
    from tellings.corpus import Corpus

SORTS = ("text", "left", "right", "match", "outlet")
COLUMNS = ["article", "outlet", "start", "end", "left", "match", "right"]
_WORD = re.compile(r"\w+")
_MEMORY = 8 << 20  # bytes that a compiled expression may take


def concordance(
    corpus: Corpus, term: str, *, width: int = 60, regex: bool = False, sort: str = "text"
) -> pd.DataFrame:
    """Every place where a word or phrase stands, in context (key word in context; Luhn 1960).

    ``term`` is plain text: upper and lower case are the same, any white space matches any other, curly and
    straight apostrophes match each other, ``*`` within or at the end of a word stands for any further letters
    and alone for any one word. With ``regex`` it is a regular expression in RE2's syntax (Cox 2010), matched
    without regard to case in time that grows linearly with the text, whatever the expression: there are no
    references back to a group and no looking around. ``width`` is the number of characters of context on each
    side; the context stays within the paragraph.

    ``sort``: ``text``, the order of the corpus; ``left``, by the words before, the nearest first; ``right``, by the
    words after; ``match``, by the words found; ``outlet``, by outlet. Ties keep the order of the corpus.

    Returns a row a place: ``article, outlet, start, end, left, match, right``. Matches of nothing are left out.

    Raises ParameterError for an unknown ``sort`` and for an expression that RE2 does not take.

    >>> from tellings.corpus import load
    >>> concordance(load("seeds"), "smokescreen")["match"].tolist()
    ['smokescreen', 'smokescreen']
    >>> concordance(load("seeds"), r"\\bvisas?\\b", regex=True, sort="right")["match"].tolist()
    ['visa', 'visas']
    """
    if sort not in SORTS:
        raise ParameterError(f"sort is {sort!r}; a concordance can be sorted by: {', '.join(SORTS)}")
    pattern = _expression(term) if regex else _pattern(term)
    outlets = corpus.articles.set_index("article")["outlet"]
    rows = [
        (article, outlets[article], *_context(corpus.text(article), start, end, width))
        for article in corpus.articles["article"]
        for start, end in _places(pattern, corpus.text(article))
    ]
    return _sorted(pd.DataFrame(rows, columns=COLUMNS).astype({"start": "int64", "end": "int64"}), sort)


def _pattern(term: str) -> re.Pattern[str] | None:
    words = term.split()
    if not words:
        return None
    body = r"\s{1,3}".join(_word(word) for word in words)
    return re.compile(rf"(?<!\w){body}(?!\w)", re.IGNORECASE)


def _word(word: str) -> str:
    if word == "*":
        return r"\w[\w'’-]{0,60}"
    # At most three stars in a word: each may stand for sixty letters, and they multiply.
    stars = re.sub(r"\*{2,}", "*", word).replace("*", "\0", 3)
    return re.sub(r"['’]", "['’]", re.escape(stars)).replace(re.escape("\0"), r"[^\W_]{0,60}")


def _expression(term: str) -> Any:
    import re2  # type: ignore[import-untyped,unused-ignore]  # here: needed for regular expressions alone

    options = re2.Options()
    options.case_sensitive, options.log_errors, options.max_mem = False, False, _MEMORY
    try:
        return re2.compile(term, options)
    except re2.error as error:
        reason = error.args[0].decode() if isinstance(error.args[0], bytes) else str(error)
        raise ParameterError(
            f"the regular expression {term!r} cannot be used: {reason}. RE2's syntax has no references back and no "
            "looking around"
        ) from None


def _places(pattern: Any, text: str) -> Iterator[tuple[int, int]]:
    if pattern is not None:
        yield from (found.span() for found in pattern.finditer(text) if found.end() > found.start())


def _context(text: str, start: int, end: int, width: int) -> tuple[int, int, str, str, str]:
    left = text[max(0, start - width) : start].rpartition("\n")[2]
    right = text[end : end + width].partition("\n")[0]
    return start, end, left, text[start:end], right


def _sorted(found: pd.DataFrame, sort: str) -> pd.DataFrame:
    if sort == "text" or found.empty:
        return found
    if sort == "outlet":
        return found.sort_values("outlet", kind="stable", ignore_index=True)
    words = [_WORD.findall(text.casefold()) for text in found[sort].tolist()]
    keys = [tuple(reversed(each)) if sort == "left" else tuple(each) for each in words]
    order = sorted(range(len(found)), key=keys.__getitem__)
    return found.iloc[order].reset_index(drop=True)
