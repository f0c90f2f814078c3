"""Tables and figures for the page: what contrasts look like, with alternative texts from the same data."""

from tellings.show._charts import counts, course, intervals, lengths
from tellings.show._corpus import articles, captions, corpus_opening, furniture, gaps
from tellings.show._figure import Figure
from tellings.show._figures import (
    audit_table,
    dates,
    figures_opening,
    ledger_places,
    ledger_table,
    named_table,
    people_figure,
    people_table,
    quantities,
    quotations,
    shared_quantities,
    speakers_figure,
    speakers_table,
)
from tellings.show._framing import (
    codebook_table,
    concordance,
    cues_table,
    frames_figure,
    frames_table,
    framing_opening,
    keyness_figure,
    keyness_table,
)
from tellings.show._links import anchor, link
from tellings.show._publish import FINDING_MIME, TABLE_MIME, Finding, Published, csv_text, finding, publish
from tellings.show._sentiment import (
    differences_table,
    sentiment_opening,
    strongest,
    tone_figure,
    tone_table,
    tone_words,
)
from tellings.show._side import SideBySide, chosen, layers_table, side_by_side, side_opening
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
    "SideBySide",
    "anchor",
    "articles",
    "audit_table",
    "captions",
    "chosen",
    "codebook_table",
    "concordance",
    "corpus_opening",
    "counts",
    "course",
    "csv_text",
    "cues_table",
    "dates",
    "differences_table",
    "figures_opening",
    "finding",
    "frames_figure",
    "frames_table",
    "framing_opening",
    "furniture",
    "gaps",
    "in_context",
    "intervals",
    "keyness_figure",
    "keyness_table",
    "layers_table",
    "ledger_places",
    "ledger_table",
    "lengths",
    "link",
    "marked",
    "marks",
    "named_table",
    "people_figure",
    "people_table",
    "publish",
    "quantities",
    "quotations",
    "sentiment_opening",
    "shared_quantities",
    "side_by_side",
    "side_opening",
    "speakers_figure",
    "speakers_table",
    "strongest",
    "table",
    "tone_figure",
    "tone_table",
    "tone_words",
]
