"""What a coder sees of a sentence: its words and those around it, with no outlet's name in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

MASK = "[outlet]"
_LONGEST, _AROUND = 2_000, 400  # characters shown of the sentence and on either side of it
_SHORT = 3
# A capital or a figure opens a name, with or without the article before it.
_BEFORE = r"(?<!\w)(?:the\s{1,4})?(?=(?-i:[^\Wa-zà-ÿ]))"
_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)


def seen(rows: pd.DataFrame, every: pd.DataFrame, outlets: Sequence[str]) -> pd.DataFrame:
    """The rows as a coder sees them: ``id, before, sentence, after``.

    ``rows`` are some of ``every``, the sentences of prose (:func:`tellings.coding._ids.prose`). What stands before
    and after is the nearest sentence of prose of the same article. A long one is cut.
    """
    article = every["article"]
    neighbours = every.assign(
        before=every["text"].shift(1).where(article == article.shift(1), ""),
        after=every["text"].shift(-1).where(article == article.shift(-1), ""),
    ).set_index("id")
    hide = Names(outlets)
    here = neighbours.loc[list(rows["id"])]
    made = {
        "id": list(rows["id"]),
        "before": [_end(hide(text)) for text in here["before"]],
        "sentence": [_head(hide(text), _LONGEST) for text in here["text"]],
        "after": [_head(hide(text), _AROUND) for text in here["after"]],
    }
    return pd.DataFrame(made, dtype="str")


class Names:
    """Hides the names of the outlets in a text, whichever of them wrote it; a name in small letters is a word.

    >>> Names(["The Heron", "finch"])("He told Finch, not the Heron, that a finch sang.")
    'He told [outlet], not [outlet], that a finch sang.'
    """

    def __init__(self, outlets: Sequence[str]) -> None:
        names = {_ARTICLE.sub("", outlet.strip(), count=1) for outlet in outlets}
        parts = [
            _pattern(name) for name in sorted(names, key=lambda name: (-len(name), name)) if len(name) > 1
        ]
        self._any = bool(parts)
        self._find = re.compile(_BEFORE + "(?:" + "|".join(parts) + r")(?!\w)", re.IGNORECASE)

    def __call__(self, text: str) -> str:
        hidden = self._find.sub(MASK, text) if self._any else text
        return " ".join(hidden.split())


def _pattern(name: str) -> str:
    """A name as a text may have it; one of two or three letters only in capitals, since *it* is a word."""
    words = [re.escape(word) for word in re.split(r"[\s_-]+", name) if word]
    return f"(?-i:{re.escape(name.upper())})" if len(name) <= _SHORT else r"[\s-]{1,4}".join(words)


def _head(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _end(text: str) -> str:
    return text if len(text) <= _AROUND else "…" + text[1 - _AROUND :].lstrip()
