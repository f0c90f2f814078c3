"""The articles side by side, with what was found marked in the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd
from markupsafe import Markup

from tellings.compare._each import each
from tellings.show._links import anchor, on_page
from tellings.show._publish import Finding, Published, finding
from tellings.show._table import table
from tellings.show._text import Mark, marked
from tellings.show._words import count, figure

if TYPE_CHECKING:
    from tellings.read import Reading


class Layer(NamedTuple):
    """A kind of mark: its reader, its name on the page, what a row says of itself, and which rows belong to it."""

    reader: str
    title: str
    says: Callable[[Any], str]
    rows: Callable[[pd.DataFrame], pd.DataFrame] = lambda found: found


def _known(value: Any) -> str:
    return "" if pd.isna(value) else str(value)


def _quotation(row: Any) -> str:
    speaker = _known(row.person) or _known(row.speaker)
    said = f"said by {speaker}" if speaker else "speaker not told"
    how = {"direct": "Quotation", "indirect": "Reported speech"}.get(row.kind)
    return f"{how}, {said}" if how else f"{row.kind.capitalize()} quotation"


def _in_marks(found: pd.DataFrame) -> pd.DataFrame:
    """Quotations as they stand between their marks: a joined one is left to its pieces."""
    return found[(found["kind"] != "indirect") & (found["level"] != "joined")]


LAYERS: dict[str, Layer] = {
    "quote": Layer("quotes", "Quotations", _quotation, _in_marks),
    "told": Layer("quotes", "Reported speech", _quotation, lambda found: found[found["kind"] == "indirect"]),
    "person": Layer("people", "People", lambda row: f"Person: {row.person}"),
    "number": Layer(
        "quantities",
        "Numbers",
        lambda row: f"Number: {figure(row.value)} {_known(row.unit).strip('-')}".strip(),
    ),
    "frame": Layer("frames", "Frame cues", lambda row: f"Frame cue: {row.frame}"),
    "tone": Layer("vader_words", "Tone words", lambda row: f"Tone word: {row.share:+.1f} in VADER"),
    "gap": Layer("gaps", "Gaps", lambda row: f"Gap: {row.reason}"),
    "caption": Layer("captions", "Captions", lambda row: f"Picture {row.kind}"),
}


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

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": "Side by side: " + ", ".join(self.articles)}


def side_by_side(reading: Reading, *, articles: Sequence[str] = (), layers: Sequence[str] = ()) -> SideBySide:
    """The articles next to each other, every span a mark that says what it is.

    ``articles`` names the articles to stand in columns (all where none is named); the others follow folded, up to 120
    in all. ``layers`` names the kinds of mark
    (``quote``, ``told``, ``person``, ``number``, ``frame``, ``tone``, ``gap``, ``caption``; all where none is named). Each
    layer has a box that switches it off without any script. Every sentence carries an id that tables link to.
    Raises KeyError for an unknown layer.

    >>> import tellings as tl
    >>> corpus = tl.load("seeds")
    >>> reading = tl.read.all(corpus)
    >>> side = tl.show.side_by_side(reading, layers=["quote", "number"])
    >>> side.articles == tuple(corpus)
    True
    """
    shown = {name: LAYERS[name] for name in layers or LAYERS if LAYERS[name].reader in reading.tables}
    named = tuple(articles) or tuple(reading.corpus)
    columns = Markup("\n").join(_column(reading, article, shown) for article in named)
    style = Markup((files("tellings.show") / "side.css").read_text(encoding="utf-8"))
    html = Markup('<style>{}</style><div class="tl-side">{}<div class="tl-columns">{}</div>{}</div>').format(
        style, _boxes(shown), columns, _others(reading, named, shown)
    )
    return SideBySide(str(html), named)


def _others(reading: Reading, named: Sequence[str], shown: dict[str, Layer]) -> Markup:
    """The articles that stand in no column, folded, so that every link of every page has a place to lead to."""
    page = on_page(reading.corpus)
    rest = [article for article in reading.corpus if article in page and article not in named]
    outlets = reading.corpus.articles.set_index("article")["outlet"]
    folded = Markup("\n").join(
        Markup("<details><summary>{}, {}</summary>{}</details>").format(
            outlets[article], article, _column(reading, article, shown)
        )
        for article in rest
    )
    return (
        Markup('<div class="tl-others"><p>{}</p>{}</div>').format(
            f"{count(len(rest), 'more article')}, each to be opened:", folded
        )
        if rest
        else Markup()
    )


def _boxes(shown: dict[str, Layer]) -> Markup:
    boxes = Markup("\n").join(
        Markup(
            '<label class="tl-box tl-{0}"><input type="checkbox" checked data-layer="{0}"> {1}</label>'
        ).format(name, layer.title)
        for name, layer in shown.items()
    )
    return Markup('<fieldset class="tl-layers"><legend>Marks in the text</legend>{}</fieldset>').format(boxes)


def _column(reading: Reading, article: str, shown: dict[str, Layer]) -> Markup:
    row = reading.corpus.articles.set_index("article").loc[article]
    text = reading.corpus.text(article)
    marks = sorted(
        Mark(int(span.start), int(span.end), name, layer.says(span))
        for name, layer in shown.items()
        for span in each(layer.rows(_of(reading.tables[layer.reader], article)))
    )
    body = _paragraphs(text, article, _of(reading.sentences, article), marks)
    title = (
        Markup("<p class='tl-headline'>{}</p>").format(row["title"]) if pd.notna(row["title"]) else Markup()
    )
    heading = Markup("<h3>{}</h3>").format(row["outlet"])
    language = row["language"] if _LANGUAGE.fullmatch(str(row["language"])) else "en"
    return Markup(
        '<article class="tl-column" id="{}" lang="{}" dir="auto" aria-label="{}">{}{}{}</article>'
    ).format(article, language, row["outlet"], heading, title, body)


def _of(frame: pd.DataFrame, article: str) -> pd.DataFrame:
    return frame[frame["article"] == article]


def _paragraphs(text: str, article: str, sentences: pd.DataFrame, marks: Sequence[Mark]) -> Markup:
    """Every paragraph with its sentences; marks are handed on in order, so each is looked at a few times."""
    parts: list[Markup] = []
    waiting = list(marks)[::-1]
    for _, here in sentences.reset_index(drop=True).groupby("paragraph", sort=False):
        parts.append(Markup("<p>{}</p>").format(_sentences(text, article, here, waiting)))
    return Markup("\n").join(parts)


def _sentences(text: str, article: str, here: pd.DataFrame, waiting: list[Mark]) -> Markup:
    made: list[Markup] = []
    done = int(here["start"].iloc[0])
    for number, sentence in zip(here.index, each(here), strict=True):
        start, end = int(sentence.start), int(sentence.end)
        over = _within(waiting, end)
        made.append(Markup("{}").format(text[done:start]))
        made.append(
            Markup('<span class="tl-sentence" id="{}">{}</span>').format(
                anchor(article, number), marked(text, start, end, over)
            )
        )
        done = end
    return Markup("").join(made)


def _within(waiting: list[Mark], end: int) -> list[Mark]:
    """The marks that begin before ``end``; those that reach beyond wait for the next sentence as well."""
    here: list[Mark] = []
    while waiting and waiting[-1].start < end:
        here.append(waiting.pop())
    waiting.extend(mark for mark in reversed(here) if mark.end > end)
    return here


def chosen(reading: Reading, names: str = "", *, most: int = 6) -> tuple[str, ...]:
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
    first = reading.corpus.articles.drop_duplicates("outlet")["article"].head(most)
    return asked or tuple(first)


def layers_table(reading: Reading) -> Published:
    """How many marks of each kind each article has.

    >>> import tellings as tl
    >>> corpus = tl.load("seeds")
    >>> reading = tl.read.all(corpus)
    >>> tl.show.layers_table(reading).csv.splitlines()[0].split(",")[1:] == list(corpus)
    True
    """
    rows = [
        {"layer": layer.title, **layer.rows(reading.tables[layer.reader]).groupby("article").size().to_dict()}
        for layer in LAYERS.values()
        if layer.reader in reading.tables
    ]
    counted = pd.DataFrame(rows, columns=["layer", *reading.corpus]).fillna(0)
    counted = counted.astype(dict.fromkeys(reading.corpus, "int64"))
    outlets = reading.corpus.articles.set_index("article")["outlet"]
    twice = outlets.duplicated(keep=False)
    headings = {
        name: f"{outlets[name]} ({name})" if twice[name] else outlets[name] for name in reading.corpus
    }
    shown = {"layer": "Marks", **dict(list(headings.items())[:8])}
    return table(counted, name="layers", caption="Marks in the text, by article", columns=shown)


def side_opening(reading: Reading) -> list[Finding]:
    """How much of what was found the page shows.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.side_opening(reading)[0].sure
    'found'
    """
    marks = sum(
        len(layer.rows(reading.tables[layer.reader]))
        for layer in LAYERS.values()
        if layer.reader in reading.tables
    )
    shown, every = len(chosen(reading)), len(reading.corpus)
    part = (
        ""
        if shown == every
        else f" {count(shown, 'article')} stand in columns, the first of each outlet; the others follow folded."
    )
    return [finding(f"{count(marks, 'mark')} in {count(every, 'article')}, captions included.{part}",
                    sure="found", link="#The-texts")]  # fmt: skip
