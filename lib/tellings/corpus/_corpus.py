"""The corpus: the articles as loaded, and all that was said about them on the way."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pandas as pd
from markupsafe import Markup

from tellings._notebook import dressed, plain_table, suggested
from tellings.errors import InputError

SHOWN = 20
"""Articles shown where a notebook displays a corpus."""

_COLUMNS = ["article", "outlet", "title", "date", "words"]


@dataclass(frozen=True, eq=False)
class Corpus:
    """Articles in the form every reader sees them, with what was decided, warned of and refused at load.

    Iterating gives article ids, in the order of ``articles``; ``len`` counts them; ``text(article)`` is the
    text that all offsets point into. The tables are handed out as copies, so nothing done to them changes the
    corpus. :func:`tellings.load` makes one.

    >>> import tellings as tl
    >>> corpus = tl.load("seeds")
    >>> corpus
    <Corpus: 2 articles, 2 outlets. Next: tl.read.all(corpus)>
    >>> list(corpus)
    ['daily-kestrel', 'morning-sextant']
    >>> corpus.outlets
    ('The Daily Kestrel', 'The Morning Sextant')
    """

    _articles: pd.DataFrame
    _texts: Mapping[str, str] = field(repr=False)
    _problems: pd.DataFrame
    _warnings: pd.DataFrame
    _duplicates: pd.DataFrame

    @property
    def articles(self) -> pd.DataFrame:
        """One row an article, in the order of their paths.

        ``article`` id: lower-case ASCII letters, digits, hyphens; ``outlet``; ``title`` as given, or missing;
        ``date`` as ``YYYY-MM-DD``, or as given where it could be read in two ways; ``url``; ``language`` as
        given, or as detected, or missing where the text is too short to tell; ``path`` relative to what was
        loaded; ``row`` of a table (the line it begins on; in Parquet its number from 1), missing for a file;
        ``sha256`` of the file's bytes, or of a row's text in UTF-8 before anything was repaired; ``chars`` and
        ``words`` of the text as loaded; ``encoding`` it was read with; ``notes``, what was decided and changed,
        joined by ``"; "``.
        """
        return self._articles.copy(deep=False)

    @property
    def problems(self) -> pd.DataFrame:
        """What was meant as an article and could not be loaded: ``file``, ``reason``, ``advice``."""
        return self._problems.copy(deep=False)

    @property
    def warnings(self) -> pd.DataFrame:
        """What a reader of the reports should know: ``article`` (empty: the corpus), ``kind``, ``message``.

        Kinds: ``short`` (under 50 words), ``not prose`` (a cookie wall, a list), ``language`` (not English, or
        not to be told), ``exact duplicate``, ``near duplicate``, ``encoding`` (not plain UTF-8), ``mojibake``
        (repaired), ``characters`` (shown as �), ``direction`` (marks that turn the order of text around),
        ``date``, ``url``, ``id``, ``metadata`` (rows without a file, files without a row). They come in the
        order of the articles, those of the corpus first.
        """
        return self._warnings.copy(deep=False)

    @property
    def duplicates(self) -> pd.DataFrame:
        """Articles that repeat another: ``article``, ``other`` (the earlier one), ``kind``, ``similarity``.

        ``kind`` is ``exact`` (the same words and marks; white space aside) or ``near``. ``similarity`` is the
        Jaccard similarity of the two texts' three-word shingles, from 0 to 1 (Broder 1997); pairs from .5 on
        are listed. A text that differs in one word of ten, evenly spread, comes to about .57.
        """
        return self._duplicates.copy(deep=False)

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets, in the order in which they first appear."""
        return tuple(dict.fromkeys(self._articles["outlet"]))

    def text(self, article: str) -> str:
        """The text of an article as loaded; :class:`tellings.errors.InputError` for an id it does not have."""
        try:
            return self._texts[article]
        except KeyError:
            near = difflib.get_close_matches(str(article), self._texts, n=1) or list(self._texts)[:1]
            raise InputError(f"No article has the id {article!r}. Did you mean {near[0]!r}?") from None

    def __len__(self) -> int:
        return len(self._texts)

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __contains__(self, article: object) -> bool:
        return article in self._texts

    def __repr__(self) -> str:
        return f"<Corpus: {self._held()}. Next: {self._next()}>"

    def _repr_html_(self) -> str:
        shown = self._articles[_COLUMNS].head(SHOWN).astype(object).fillna("–")
        rest = Markup('<p class="tl-note">{:,} more in <code>corpus.articles</code>.</p>').format(
            len(self) - SHOWN
        )
        headings = [name.capitalize() for name in _COLUMNS]
        table = plain_table(f"Corpus: {self._held()}", headings, shown.to_numpy().tolist())
        return dressed(table + (rest if len(self) > SHOWN else Markup()) + suggested(self._next()))

    def _held(self) -> str:
        said = [(len(self._problems), "problem"), (len(self._warnings), "warning")]
        more = "".join(f", {_count(n, what)}" for n, what in said if n)
        return f"{_count(len(self), 'article')}, {_count(len(self.outlets), 'outlet')}{more}"

    def _next(self) -> str:
        return "tl.read.all(corpus)" if len(self) else "corpus.problems"


def _count(n: int, what: str) -> str:
    return f"{n:,} {what}" if n == 1 else f"{n:,} {what}s"
