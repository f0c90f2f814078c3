"""Terms: the words that outlets are compared by, and the units that they are counted in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from tellings.compare._voice import voiced
from tellings.read._lexicon import tag

if TYPE_CHECKING:
    from tellings.read import Reading


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_WORD = re.compile(r"[^\W\d_](?:[\w'’.-]{0,60}\w)?")

# Penn tags of the words that hold a sentence together and say nothing of what it is about.
_FUNCTION = frozenset(
    ["CC", "DT", "EX", "IN", "MD", "PDT", "POS", "PRP", "PRP$", "RP", "TO", "UH", "WDT", "WP", "WP$", "WRB"]
)
# Those of them that join the words of a phrase.
_JOINING = frozenset(["CC", "DT", "IN", "TO"])
# Brill's lexicon gives forms of these an open class; in news prose they work as function words all the same.
_LIGHT = _words(
    """
    be am is are was were been being have has had having do does did doing not n't also more most very so too
    just as than then there here when where why how if such same other only own both each few some any no
    nor said say says will would can could may might must shall should
    """
)


def is_content(word: str) -> bool:
    """Whether a word, in lower case, says something of the subject: a noun, a verb, an adjective, a name.

    >>> is_content("asylum"), is_content("the"), is_content("would")
    (True, False, False)
    """
    return word not in _LIGHT and tag(word) not in _FUNCTION


def may_join(word: str) -> bool:
    """Whether a function word may stand within a phrase: *right* **of** *asylum*, *men* **and** *women*.

    >>> may_join("of"), may_join("would"), may_join("it")
    (True, False, False)
    """
    return word not in _LIGHT and tag(word) in _JOINING


def terms(
    reading: Reading, *, voices: Sequence[str] = ("outlet", "quoted"), content: bool = True
) -> pd.DataFrame:
    """Every word of the articles, in lower case, with the unit it is counted in.

    Returns rows ``article, outlet, start, end, text, term, paragraph, sentence, voice``. ``voices`` names whose
    words count; captions and furniture do not by default. ``content`` leaves function words out.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> terms = tl.compare.terms(reading)
    >>> set(terms["voice"]) == {"outlet", "quoted"}
    True
    """
    return reading.once(_counted, tuple(voices), content)


def _counted(reading: Reading, voices: tuple[str, ...], content: bool) -> pd.DataFrame:
    tokens = voiced(reading, "tokens")
    tokens = tokens[tokens["voice"].isin(list(voices))]
    codes, names = pd.factorize(tokens["text"])  # each token is looked at once, however often it stands there
    written = pd.Series(names, dtype="str")
    kept = written.str.fullmatch(_WORD).to_numpy(bool)[codes]
    term = written.str.lower().str.replace("’", "'").array
    found = tokens[kept].assign(term=term.take(codes[kept]))
    found = found[~((found["term"] == "cent") & (found["term"].shift() == "per"))]  # a sign in two words
    if content:
        listed = [term for term in found["term"].unique() if len(term) > 1 and is_content(term)]
        found = found[found["term"].isin(listed)]
    return found.assign(paragraph=paragraphs(reading, found))


def written(found: pd.DataFrame) -> pd.Series:
    """Each term as it is most often written; in small letters where that is as frequent as any other.

    >>> written(pd.DataFrame({"term": ["eu", "the", "the"], "text": ["EU", "The", "the"]})).to_dict()
    {'eu': 'EU', 'the': 'the'}
    """
    counted = found.groupby(["term", "text"]).size().reset_index(name="n")
    small = counted["text"] != counted["term"]
    order = counted.assign(small=small).sort_values(
        ["term", "n", "small", "text"], ascending=[True, False, True, True]
    )
    return order.drop_duplicates("term").set_index("term")["text"]


def paragraphs(reading: Reading, found: pd.DataFrame) -> pd.Series:
    """The number of the paragraph of each row, by its article and sentence."""
    sentences = reading.sentences
    codes, articles = pd.factorize(sentences["article"])
    sizes = np.append(np.bincount(codes, minlength=len(articles)), 0)
    here, number = pd.Index(articles).get_indexer(pd.Index(found["article"])), found["sentence"].to_numpy()
    known = (number >= 0) & (number < sizes[here])
    row = np.where(known, (np.cumsum(sizes) - sizes)[here] + number, -1)
    order = np.append(np.argsort(codes, kind="stable"), -1)
    paragraph = np.append(sentences["paragraph"].to_numpy(), 0)[order[row]]
    return pd.Series(paragraph if known.all() else np.where(known, paragraph, np.nan), index=found.index)
