"""What a notebook hands to the report beside what it shows: tables to take away, findings for the front page.

A cell ends with ``publish(...)`` or ``finding(...)``. JupyterLab shows the HTML; the runner also reads the
second form of the same output, under a media type of the kit's own, and needs nothing else from the kernel.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import Any, Literal, get_args

import pandas as pd

from tellings._notebook import dressed

TABLE_MIME = "application/vnd.tellings.table+json"
FINDING_MIME = "application/vnd.tellings.finding+json"

Sure = Literal["counted", "found", "clear", "unclear", "too few"]

# The mark differs by shape, so that the colour is never its only carrier.
SURE: dict[Sure, tuple[str, str]] = {
    "counted": ("■", "Counted"),
    "found": ("▣", "Found by rule"),
    "clear": ("●", "Clear"),
    "unclear": ("◐", "Unclear"),
    "too few": ("○", "Too few to tell"),
}

# What a spreadsheet takes for a formula, also in full width and behind white space.
_FORMULA = re.compile(r"[\t\r\n]|\s{0,8}[=+\-@＝＋－＠]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_NEW_LINE = re.compile(r"\r\n?")  # csv leaves a lone carriage return unquoted before Python 3.13
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, kw_only=True)
class Published:
    """A table as shown and as taken away: what :func:`publish` returns.

    >>> import tellings as tl
    >>> corpus = tl.load("seeds")
    >>> tl.show.articles(corpus)
    <Table: Articles as loaded; 2 rows. Next: .csv is the whole of it as text>
    """

    name: str
    caption: str
    rows: int
    csv: str
    html: str

    def __repr__(self) -> str:
        rows = f"{self.rows:,} {'row' if self.rows == 1 else 'rows'}"
        return f"<Table: {self.caption}; {rows}. Next: .csv is the whole of it as text>"

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return {"text/html": dressed(self.html), "text/plain": self.caption, TABLE_MIME: self.taken}

    @property
    def taken(self) -> dict[str, Any]:
        """What the runner takes of it."""
        return {"name": self.name, "caption": self.caption, "rows": self.rows, "csv": self.csv}


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A sentence for the front page and how sure it is: what :func:`finding` returns.

    >>> import tellings as tl
    >>> tl.show.finding("Both say “far right”.", sure="counted")
    <Finding: ■ Counted: Both say “far right”.>
    """

    text: str
    sure: Sure
    note: str
    link: str
    beware: bool = False
    differs: bool = False

    def __repr__(self) -> str:
        mark, word = SURE[self.sure]
        note = f" ({self.note})" if self.note else ""
        return f"<Finding: {mark} {word}: {self.text}{note}>"

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        mark, word = SURE[self.sure]
        badge = f'<span class="tl-sure"><span aria-hidden="true">{mark}</span> {word}</span>'
        note = f' <span class="tl-note">{_html(self.note)}</span>' if self.note else ""
        told = {"text": self.text, "sure": self.sure, "note": self.note, "link": self.link,
                "beware": self.beware, "differs": self.differs}  # fmt: skip
        return {
            "text/html": dressed(f'<p class="tl-finding">{badge} {_html(self.text)}{note}</p>'),
            "text/plain": f"{mark} {word}: {self.text}",
            FINDING_MIME: told,
        }


def publish(frame: pd.DataFrame, *, name: str, caption: str, html: str) -> Published:
    """A table that the page shows as ``html`` and the report also writes to ``tables/NAME.csv``.

    ``name`` is lower-case words joined by hyphens, ``caption`` plain text. ``html`` is put into the page as
    it is: the caller has escaped every text in it. Raises ValueError for a name that could not be a file's.

    >>> frame = pd.DataFrame({"word": ["tax"], "n": [3]})
    >>> publish(frame, name="words", caption="One word", html="<table></table>").csv
    'word,n\\ntax,3\\n'
    """
    if not _NAME.fullmatch(name):
        raise ValueError(f"a table's name is lower-case words joined by hyphens, not {name!r}")
    return Published(name=name, caption=caption, rows=len(frame), csv=csv_text(frame), html=html)


def finding(
    text: str, *, sure: Sure, note: str = "", link: str = "", beware: bool = False, differs: bool = False
) -> Finding:
    """A sentence that the front page repeats as one of the run's findings, with how sure it is.

    ``sure`` is ``"counted"`` (it stands in the texts, nothing is inferred), ``"found"`` (read out of the texts by
    rules that can err; METHOD.md says how often), ``"clear"`` (a contrast whose
    interval leaves out no difference), ``"unclear"`` (an interval that holds it) or ``"too few"`` (too few
    articles or mentions to tell). ``note`` says how much it rests on (``"n = 41, 95% 1.2 to 3.4"``). ``link``
    is the place that shows it: ``"#heading"`` in the notebook's own page or ``"figures.html#heading"``;
    without one the front page links to the heading the finding stands under. ``beware`` puts it among the front
    page's warnings: it says what a reader should know before quoting anything else. ``differs`` says that the sentence
    sets one telling against another word by word, or a number against its sum; the front page puts such a sentence
    before what was only counted. All are plain text, escaped
    wherever they are shown. Raises ValueError for any other ``sure``.

    >>> finding("Both say “far right”.", sure="counted")._repr_mimebundle_()["text/plain"]
    '■ Counted: Both say “far right”.'
    """
    if sure not in get_args(Sure):
        raise ValueError(f"sure is one of {', '.join(get_args(Sure))}, not {sure!r}")
    return Finding(text=text, sure=sure, note=note, link=link, beware=beware, differs=differs)


def csv_text(frame: pd.DataFrame) -> str:
    """The frame as CSV (RFC 4180 quoting, ``\\n`` line ends, a header), safe to open in a spreadsheet.

    A text that a spreadsheet would take for a formula gets an apostrophe in front, in cells and header alike;
    numbers stay numbers, negative ones too. The index is written where it has a name. Lone surrogates, which
    no UTF-8 file can hold, become U+FFFD; new lines in a cell are ``\\n``. Missing values are empty cells.

    >>> csv_text(pd.DataFrame({"said": ["=1+1", "plain"], "n": [-2, 3]}))
    "said,n\\n'=1+1,-2\\nplain,3\\n"
    """
    named = any(name is not None for name in frame.index.names)
    flat = frame.reset_index() if named else frame
    columns = [_column(flat.iloc[:, place]) for place in range(flat.shape[1])]
    safe = pd.concat(columns, axis=1) if columns else flat
    header = [_cell(_heading(name)) for name in flat.columns]
    written: str = safe.to_csv(index=False, header=header, lineterminator="\n")
    return written


def _column(column: pd.Series[Any]) -> pd.Series[Any]:
    if pd.api.types.is_numeric_dtype(column.dtype):
        return column
    return column.astype(object).map(_cell, na_action="ignore")


def _cell(value: Any) -> Any:
    """A value that is safe in a spreadsheet: numbers as they are, all else as text.

    >>> _cell("@SUM(A1)"), _cell(-3), _cell(("a", "b"))
    ("'@SUM(A1)", -3, "('a', 'b')")
    """
    if isinstance(value, int | float):
        return value
    text = _NEW_LINE.sub("\n", _SURROGATE.sub("\ufffd", str(value)))
    return f"'{text}" if _FORMULA.match(text) else text


def _heading(name: Any) -> str:
    """A column's name; the levels of a two-storey header joined.

    >>> _heading(("score", "low")), _heading("n")
    ('score low', 'n')
    """
    return " ".join(str(level) for level in name if level != "") if isinstance(name, tuple) else str(name)


def _html(text: str) -> str:
    return escape(_SURROGATE.sub("\ufffd", text))
