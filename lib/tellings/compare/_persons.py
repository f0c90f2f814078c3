"""One name per person across articles: what each text calls a person, led to the corpus's name for them."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from typing import NamedTuple

import pandas as pd

_APART = ("jr", "sr")
_SUFFIXES = (*_APART, "ii", "iii", "iv")
# A bare family name goes to the person named in full in this many times as many articles as any other bearer.
_CLEARLY = 2


class _Form(NamedTuple):
    """A name as some article gives it: folded words without suffix, the suffix, and where it is used."""

    words: tuple[str, ...]
    suffix: str
    name: str
    articles: int


def canonical(people: pd.DataFrame) -> pd.DataFrame:
    """The mentions of people in many articles, each led to one name per person within the corpus.

    A reader names a person by the longest form in its own article: one outlet's *Keir Starmer* may be another's
    *Starmer*. Names are one person's where the first and the last word agree, initials, accents and capitals
    apart (*Donald J. Trump*, *Donald Trump*; *Recep Erdoğan*, *Recep Erdogan*), Jr and Sr kept apart. A name
    that only ends another (*Starmer*, *Le Pen*), or is its first word (*Keir*), goes to the one person of the
    corpus who is so named in full; of several to the one named in full in at least twice as many articles as
    the next; else it stays as it is. The name given is the full form used in the most articles, of
    several the longest.

    ``people`` has a row a mention with at least ``article`` and ``person``, as ``tl.read.all(corpus).people``.
    Returns the same rows in the same order with the corpus's name in ``person`` and the article's own in
    ``form``. Offsets are untouched: another article in the corpus may change the name a mention leads to,
    never the mention.

    Rows that have a column ``form`` already are led to their names, and are returned as they are.

    Raises KeyError if a column is missing.

    >>> import pandas as pd
    >>> mentions = pd.DataFrame({
    ...     "article": ["a", "a", "b", "b"],
    ...     "person": ["Ada Lowe", "Ben Rook", "Lowe", "Ada M. Lowe"],
    ... })
    >>> canonical(mentions)["person"].tolist()
    ['Ada M. Lowe', 'Ben Rook', 'Ada M. Lowe', 'Ada M. Lowe']
    """
    missing = {"article", "person"} - set(people.columns)
    if missing:
        raise KeyError(
            f"canonical needs the columns article and person; missing: {', '.join(sorted(missing))}"
        )
    if "form" in people.columns:
        return people
    articles = people.groupby("person")["article"].nunique()
    forms = [_form(str(name), int(count)) for name, count in articles.items()]
    names = _names(forms)
    return people.assign(
        form=people["person"], person=people["person"].map(names).astype(people["person"].dtype)
    )


def _form(name: str, articles: int) -> _Form:
    words = tuple(_folded(word) for word in name.split())
    suffix = words[-1] if len(words) > 1 and words[-1] in _SUFFIXES else ""
    bare = words[:-1] if suffix else words
    return _Form(bare, suffix if suffix in _APART else "", name, articles)


def _folded(word: str) -> str:
    """A word without accents, capitals and full stops."""
    letters = unicodedata.normalize("NFKD", word)
    return "".join(c for c in letters if not unicodedata.combining(c)).casefold().strip(".,")


def _names(forms: list[_Form]) -> dict[str, str]:
    """The corpus's name for each name of an article."""
    people: dict[tuple[str, str, str], list[_Form]] = defaultdict(list)
    for form in forms:
        if len(form.words) > 1:
            people[form.words[0], form.words[-1], form.suffix].append(form)
    endings = _endings(people)
    names = {form.name: _best(group) for group in people.values() for form in group}
    for form in forms:
        longer = [group for group in endings.get(form.words, []) if form not in group]
        group = _clear(longer)
        if group and (len(form.words) == 1 or len(people[form.words[0], form.words[-1], form.suffix]) == 1):
            names[form.name] = _best(group)
    return {form.name: names.get(form.name, form.name) for form in forms}


def _endings(people: dict[tuple[str, str, str], list[_Form]]) -> dict[tuple[str, ...], list[list[_Form]]]:
    """The people by what a shorter form of their names may be: the last words, or the first word alone."""
    found: dict[tuple[str, ...], list[list[_Form]]] = defaultdict(list)
    for group in people.values():
        short = {form.words[i:] for form in group for i in range(1, len(form.words))}
        for words in sorted(short | {form.words[:1] for form in group}):
            found[words].append(group)
    return found


def _clear(groups: list[list[_Form]]) -> list[_Form] | None:
    """The one person meant, if there is only one or one is in the news far more than the others."""
    ranked = sorted(groups, key=lambda group: -_articles(group))
    if len(ranked) > 1 and _articles(ranked[0]) < _CLEARLY * _articles(ranked[1]):
        return None
    return ranked[0] if ranked else None


def _articles(group: list[_Form]) -> int:
    return sum(form.articles for form in group)


def _best(group: list[_Form]) -> str:
    return max(group, key=lambda form: (form.articles, len(form.words), form.name)).name
