"""Differences: two wordings laid side by side, word by word."""

from __future__ import annotations

import pandas as pd

from tellings.compare._shared_chains import differences as steps

COLUMNS = {
    "op": "str", "start": "int64", "end": "int64", "text": "str", "other_start": "int64", "other_end": "int64",
    "other_text": "str",
}  # fmt: skip


def differences(text: str, other: str) -> pd.DataFrame:
    """Two wordings word by word: what is equal, replaced, left out (``delete``) and put in (``insert``).

    The fewest words change (Levenshtein 1966, without exchanges); case, marks and hyphens make no difference. For
    the two texts of a row of :func:`tellings.compare.passages` or :func:`tellings.compare.genealogy`; time grows
    with the product of their words, a few thousand each take a moment.

    Returns a row a step, in order: ``op``; ``start, end, text`` in the first; ``other_start, other_end, other_text``
    in the second. Offsets count from the beginning of each text given.

    >>> differences("the broad plan", "A plan to leave")[["op", "text", "other_text"]].values.tolist()
    [['replace', 'the broad', 'A'], ['equal', 'plan', 'plan'], ['insert', '', 'to leave']]
    """
    return pd.DataFrame(steps(text, other), columns=list(COLUMNS)).astype(COLUMNS)
