"""The articles side by side, with what was found marked in the text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pandas as pd
from markupsafe import Markup

from tellings.compare._each import each
from tellings.show._links import LONGEST, on_page, reach
from tellings.show._publish import Finding, Published, finding
from tellings.show._side_controls import Page, panel, rules
from tellings.show._side_layers import LAYERS, SHARED, counted, sources
from tellings.show._side_notes import Notes
from tellings.show._side_shared import shared, shared_counts
from tellings.show._side_spots import Speakers, Spot, called, speakers, spots
from tellings.show._side_text import Writer
from tellings.show._table import table
from tellings.show._words import count

if TYPE_CHECKING:
    from tellings.read import Reading

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


@dataclass(frozen=True)
class SideBySide:
    """The articles in columns, ready for a page.

    >>> import tellings as tl
    >>> corpus = tl.load("seeds")
    >>> reading = tl.read.all(corpus)
    >>> side = tl.show.side_by_side(reading)
    >>> side.articles == tuple(corpus)
    True
    """

    html: str
    articles: tuple[str, ...]

    def __repr__(self) -> str:
        return (
            f"<SideBySide: {', '.join(self.articles)}. Next: show it in JupyterLab, or .html is the markup>"
        )

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": "Side by side: " + ", ".join(self.articles)}


def side_by_side(reading: Reading, *, articles: Sequence[str] = (), layers: Sequence[str] = ()) -> SideBySide:
    """The articles next to each other, every span a mark that explains itself and that links lead to.

    ``articles`` names the articles that stand in columns at first (where none is named, those of :func:`chosen`);
    others, up to 120 in all, are chosen on the page, or come up when a link leads to them. ``layers`` names the kinds
    of mark (``shared``, ``quote``, ``told``, ``person``, ``number``, ``date``, ``frame``, ``loaded``, ``tone``, ``gap``,
    ``caption``; all where none is named). Boxes, lists and popovers of the browser's own do it all, without any script.

    A mark has the id ``ARTICLE-LAYER-START-END`` (``sun-quote-120-180``), a sentence ``ARTICLE-sNUMBER`` (from 0), an
    article ``ARTICLE-text``. Two articles that share a passage or an utterance link to each other's, word for word (``=``)
    told from nearly so (``≈``), trimmed (``−``) from fuller (``+``).

    Raises KeyError for an unknown layer.

    >>> from tellings import load, read
    >>> made = side_by_side(read.all(load("seeds")), layers=["quote"])
    >>> made.articles
    ('daily-kestrel', 'morning-sextant')
    """
    shown = {name: LAYERS[name] for name in layers or LAYERS}
    shown = {name: layer for name, layer in shown.items() if name == SHARED or sources(reading, layer)}
    named = tuple(dict.fromkeys(articles)) or chosen(reading)
    page = _page(reading, named)
    who = speakers(reading)
    notes = Notes(" ".join([*page.names, *shown]))
    columns = Markup("\n").join(_columns(reading, page, _marks(reading, shown, who, named), notes))
    style = Markup((files("tellings.show") / "side.css").read_text(encoding="utf-8"))
    end = f"{notes.prefix}-end"
    html = Markup(
        '<style>{}\n{}</style><div class="tl-side">{}<a class="tl-skip" href="#{}">Skip the texts</a>'
        '<div class="tl-columns">{}</div>{}<p class="tl-end" id="{}"><a href="#{}">Back to the marks</a></p></div>'
    ).format(
        style, rules(page, who.names), panel(page, shown, who.names, id_=f"{notes.prefix}-panel"), end, columns,
        notes.html(), end, f"{notes.prefix}-panel",
    )  # fmt: skip
    return SideBySide(str(html), named)


def _page(reading: Reading, named: tuple[str, ...]) -> Page:
    """The articles of the page: those named and the first of the corpus, in its order, with what each is called."""
    held = on_page(reading.corpus) | set(named)
    names = {article: name for article, name in called(reading).items() if article in held}
    return Page(names, named, len(reading.corpus))


def _marks(
    reading: Reading, layers: Mapping[str, Any], who: Speakers, named: Sequence[str]
) -> dict[str, list[Spot]]:
    found = spots(reading, dict(layers), who)
    if SHARED in layers:
        for article, more in shared(reading, first=named).spots.items():
            found.setdefault(article, []).extend(more)
    return found


def _columns(reading: Reading, page: Page, marks: Mapping[str, list[Spot]], notes: Notes) -> list[Markup]:
    rows = reading.corpus.articles.set_index("article")
    parts = dict(iter(reading.sentences.groupby("article", sort=False)))
    ends = reach(reading.corpus)
    return [
        _column(number, name, rows.loc[article],
                Writer(reading.corpus.text(article)[: ends.get(article, LONGEST)], article, notes),
                parts.get(article, reading.sentences[:0]), marks.get(article, []))
        for number, (article, name) in enumerate(page.names.items())
    ]  # fmt: skip


def _column(
    number: int, name: str, row: Any, writer: Writer, sentences: pd.DataFrame, marks: Sequence[Spot]
) -> Markup:
    title = (
        Markup("<p class='tl-headline'>{}</p>").format(row["title"]) if pd.notna(row["title"]) else Markup()
    )
    date = Markup("<span>{}</span>").format(row["date"]) if pd.notna(row["date"]) else Markup()
    shown, chars = len(writer.text), int(row["chars"])
    if shown < chars:
        sentences = sentences[sentences["start"] < shown]
        marks = [spot._replace(end=min(spot.end, shown)) for spot in marks if spot.start < shown]
    language = row["language"] if _LANGUAGE.fullmatch(str(row["language"])) else "en"
    return Markup(
        '<article class="tl-column" id="{0}-text" data-n="{1}" aria-label="{2}"><h3>{2} {3}</h3>'
        '<a class="tl-skip" href="#{0}-end">Skip this text</a><div lang="{4}" dir="auto">{5}{6}</div>{7}'
        '<p class="tl-end" id="{0}-end"></p></article>'
    ).format(writer.article, number, name, date, language, title, writer.paragraphs(sentences, marks),
             _cut(shown, chars))  # fmt: skip


def _cut(shown: int, chars: int) -> Markup:
    """What is said below a text of which only the beginning is shown."""
    if shown >= chars:
        return Markup()
    said = f"The page shows the first {shown:,} of the {chars:,} characters of this text."
    return Markup('<p class="tl-note">{}</p>').format(f"{said} The tables have what was found in the rest.")


def chosen(reading: Reading, names: str = "", *, most: int = 3) -> tuple[str, ...]:
    """The articles to show: those named, separated by commas; else the first of each outlet, at most ``most``.

    Raises :class:`tellings.errors.InputError` for an article that the corpus does not have.

    >>> import tellings as tl
    >>> corpus = tl.load("seeds")
    >>> reading = tl.read.all(corpus)
    >>> tl.show.chosen(reading) == tuple(corpus)
    True
    """
    asked = tuple(name.strip() for name in names.split(",") if name.strip())
    for name in asked:
        reading.corpus.text(name)
    rows = reading.corpus.articles
    held = rows[rows["article"].isin(on_page(reading.corpus))]
    first = held.drop_duplicates("outlet")["article"].head(most)
    return asked or tuple(first)


def layers_table(reading: Reading) -> Published:
    """How many marks of each kind each article has.

    >>> import tellings as tl
    >>> corpus = tl.load("seeds")
    >>> reading = tl.read.all(corpus)
    >>> tl.show.layers_table(reading).csv.splitlines()[0].split(",")[1:] == list(corpus)
    True
    """
    rows = [{"layer": layer.title, **_counted(reading, name)} for name, layer in LAYERS.items()]
    made = pd.DataFrame(rows, columns=["layer", *reading.corpus]).fillna(0)
    made = made.astype(dict.fromkeys(reading.corpus, "int64"))
    outlets = reading.corpus.articles.set_index("article")["outlet"]
    twice = outlets.duplicated(keep=False)
    headings = {
        name: f"{outlets[name]} ({name})" if twice[name] else outlets[name] for name in reading.corpus
    }
    shown = {"layer": "Marks", **dict(list(headings.items())[:8])}
    return table(made, name="layers", caption="Marks in the text, by article", columns=shown)


def _counted(reading: Reading, name: str) -> dict[str, int]:
    if name == SHARED:
        return shared_counts(reading)
    return counted(reading, LAYERS[name])


def side_opening(reading: Reading) -> list[Finding]:
    """How much of what was found the page shows.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.side_opening(reading)[0].sure
    'found'
    """
    marks = sum(sum(_counted(reading, name).values()) for name in LAYERS)
    shown, every, held = len(chosen(reading)), len(reading.corpus), len(on_page(reading.corpus))
    part = (
        f" {count(shown, 'article')} stand side by side at first; choose others below."
        if shown < every
        else ""
    )
    ends = reach(reading.corpus)
    cut = sum(int(row.chars) > ends.get(row.article, int(row.chars)) for row in each(reading.corpus.articles))
    long = f" Of {count(cut, 'very long text')} it shows the beginning." if cut else ""
    past = f" The page holds the first {held}." if held < every else ""
    return [finding(f"{count(marks, 'mark')} in {count(every, 'article')}, captions included.{part}{past}{long}",
                    sure="found", link="#The-texts")]  # fmt: skip
