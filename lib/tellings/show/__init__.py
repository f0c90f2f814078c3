"""Tables and figures for the page: what contrasts look like, with alternative texts from the same data."""

from tellings.show._charts import counts, course, intervals, lengths
from tellings.show._figure import Figure
from tellings.show._links import anchor, link
from tellings.show._publish import FINDING_MIME, TABLE_MIME, Finding, Published, csv_text, finding, publish
from tellings.show._style import marks
from tellings.show._table import table
from tellings.show._text import Mark, in_context, marked

__all__ = [
    "FINDING_MIME",
    "TABLE_MIME",
    "Figure",
    "Finding",
    "Mark",
    "Published",
    "anchor",
    "counts",
    "course",
    "csv_text",
    "finding",
    "in_context",
    "intervals",
    "lengths",
    "link",
    "marked",
    "marks",
    "publish",
    "table",
]
