"""Where coders and machine part: each such sentence with the cues that the machine went by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from tellings.compare._each import each
from tellings.read import frame_reasons

if TYPE_CHECKING:
    from tellings.read import Reading

COLUMNS = {
    "id": "str", "who": "str", "coded": "str", "machine": "str", "cues": "str", "notes": "str", "article": "str",
    "outlet": "str", "start": "int64", "end": "int64", "sentence": "int64", "text": "str", "before": "str",
    "after": "str",
}  # fmt: skip
MACHINE, CODERS, BOTH = "the machine", "the coders", "all"
_ORDER = {MACHINE: 0, BOTH: 1, CODERS: 2}


def disagreements(codes: pd.DataFrame, reading: Reading, *, codebook: str = "policy") -> pd.DataFrame:
    """Every sentence whose codes differ, with its neighbours and the machine's cues.

    ``codes`` is the table of :func:`tellings.coding.read_sheets`. Returns a row a sentence: ``id``; ``who`` parts from
    whom: ``the machine`` (the coders are of one mind and it is not: here the cues can be improved), ``the coders``
    (they differ and it sides with one of them: here the codebook's definitions can), ``all`` (they differ and it
    sides with none); ``coded``, who gave what; ``machine``; ``cues``, each with its frame and weight
    (:func:`tellings.read.frame_reasons`), empty where no cue stands; ``notes`` of the coders; ``article, outlet,
    start, end, sentence, text``; and the sentences of prose ``before`` and ``after``. The machine's come first, by
    the frame that the coders gave.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> codes = tl.coding.read_sheets([], reading)
    >>> len(tl.coding.disagreements(codes, reading))
    0
    """
    around = _around(reading)
    rows = []
    for _, here in codes.groupby("id", sort=False):
        first = here.iloc[0]
        who = _who(list(here["frame"]), first["machine"])
        if not who:
            continue
        rows.append({
            **{name: first[name] for name in COLUMNS if name in here},
            "who": who,
            "coded": "; ".join(f"{row.coder}: {_named(row)}" for row in each(here)),
            "cues": _cues(first["text"], codebook),
            "notes": "; ".join(f"{row.coder}: {row.note}" for row in each(here) if row.note),
            **around.get((first["article"], first["sentence"]), {"before": "", "after": ""}),
            "_order": (_ORDER[who], first["frame"], first["machine"], first["article"], first["start"]),
        })  # fmt: skip
    rows.sort(key=lambda row: row["_order"])
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def _who(frames: list[str], machine: str) -> str:
    """Who parts from whom; nothing where all agree.

    >>> _who(["a", "a"], "b"), _who(["a", "b"], "b"), _who(["a", "b"], "c"), _who(["a"], "a")
    ('the machine', 'the coders', 'all', '')
    """
    if len(set(frames)) == 1:
        return "" if frames[0] == machine else MACHINE
    return CODERS if machine in frames else BOTH


def _named(row: Any) -> str:
    return f"{row.frame} (also {row.also})" if row.also else str(row.frame)


def _cues(text: str, codebook: str) -> str:
    reasons = frame_reasons(text, book=codebook)
    return "; ".join(f"{row.text} → {row.frame} ({row.weight:g})" for row in each(reasons))


def _around(reading: Reading) -> dict[tuple[str, int], dict[str, str]]:
    sentences = reading.sentences
    number = sentences.groupby("article", sort=False).cumcount()
    prose = sentences.assign(sentence=number)[sentences["part"] == "prose"]
    by_article = prose.groupby("article", sort=False)["text"]
    before, after = by_article.shift(1).fillna(""), by_article.shift(-1).fillna("")
    keys = zip(prose["article"], prose["sentence"], strict=True)
    return {key: {"before": one, "after": other} for key, one, other in zip(keys, before, after, strict=True)}
