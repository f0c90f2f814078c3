"""Tables and figures for the page: what contrasts look like, with alternative texts from the same data."""

from tellings.show._charts import counts, intervals, lengths
from tellings.show._corpus import articles, captions, corpus_opening, furniture, gaps, warnings_table
from tellings.show._course import course
from tellings.show._figure import Figure
from tellings.show._figures import figures_opening
from tellings.show._frames import (
    codebook_table,
    cues_table,
    frames_figure,
    frames_table,
    loaded_rates_table,
    loaded_table,
)
from tellings.show._framing import framing_opening
from tellings.show._keyness import concordance, keyness_figure, keyness_table
from tellings.show._labels import (
    label_places,
    labels_opening,
    labels_table,
)
from tellings.show._links import anchor, link
from tellings.show._people import (
    named_table,
    people_figure,
    people_table,
    quotations,
    speakers_figure,
    speakers_table,
)
from tellings.show._places import collocations_table, dispersion_figure
from tellings.show._publish import FINDING_MIME, TABLE_MIME, Finding, Published, csv_text, finding, publish
from tellings.show._quantities import (
    audit_table,
    dates,
    ledger_places,
    ledger_table,
    quantities,
    ranges_table,
    shared_quantities,
)
from tellings.show._scale import event_opening, events_table, months, scale_opening
from tellings.show._sentiment import (
    differences_table,
    sentiment_opening,
    strongest,
    tone_figure,
    tone_table,
    tone_words,
)
from tellings.show._shared import (
    coverage_table,
    facts_table,
    genealogy_table,
    omissions_table,
    passages_table,
    shared_opening,
    suggestions_table,
)
from tellings.show._side import SideBySide, chosen, layers_table, side_by_side, side_opening
from tellings.show._style import marks
from tellings.show._table import table
from tellings.show._text import Mark, in_context, marked
from tellings.show._tone import (
    course_table,
    robustness_table,
    stance_figure,
    stance_opening,
    stance_table,
    stances_table,
    turns_table,
)

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
    "collocations_table",
    "concordance",
    "corpus_opening",
    "counts",
    "course",
    "course_table",
    "coverage_table",
    "csv_text",
    "cues_table",
    "dates",
    "differences_table",
    "dispersion_figure",
    "event_opening",
    "events_table",
    "facts_table",
    "figures_opening",
    "finding",
    "frames_figure",
    "frames_table",
    "framing_opening",
    "furniture",
    "gaps",
    "genealogy_table",
    "in_context",
    "intervals",
    "keyness_figure",
    "keyness_table",
    "label_places",
    "labels_opening",
    "labels_table",
    "layers_table",
    "ledger_places",
    "ledger_table",
    "lengths",
    "link",
    "loaded_rates_table",
    "loaded_table",
    "marked",
    "marks",
    "months",
    "named_table",
    "omissions_table",
    "passages_table",
    "people_figure",
    "people_table",
    "publish",
    "quantities",
    "quotations",
    "ranges_table",
    "robustness_table",
    "scale_opening",
    "sentiment_opening",
    "shared_opening",
    "shared_quantities",
    "side_by_side",
    "side_opening",
    "speakers_figure",
    "speakers_table",
    "stance_figure",
    "stance_opening",
    "stance_table",
    "stances_table",
    "strongest",
    "suggestions_table",
    "table",
    "tone_figure",
    "tone_table",
    "tone_words",
    "turns_table",
    "warnings_table",
]
