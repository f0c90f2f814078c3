"""Contrasts: span tables in, outlet tables out, each with its uncertainty and its n."""

from tellings.compare._audit import audit
from tellings.compare._collocations import collocations
from tellings.compare._concordance import concordance
from tellings.compare._course import course, course_lines, course_turns
from tellings.compare._dates import dates
from tellings.compare._differences import differences
from tellings.compare._dispersion import dispersion, dispersion_places
from tellings.compare._frames import cues, frame_differences, frames
from tellings.compare._gap_suggestions import gap_suggestions
from tellings.compare._genealogy import genealogy
from tellings.compare._intervals import bootstrap_means, wilson
from tellings.compare._keyness import first_terms, keyness
from tellings.compare._labels import label_places, labels
from tellings.compare._ledger import ledger, ledger_by_outlet
from tellings.compare._loaded import loaded, loaded_rates
from tellings.compare._next import leading as _leading
from tellings.compare._omissions import omissions
from tellings.compare._passages import passages
from tellings.compare._people import UNTOLD, named, people, speakers
from tellings.compare._persons import canonical
from tellings.compare._quantities import shared_quantities, stated
from tellings.compare._quotation_warnings import quotation_warnings
from tellings.compare._readability import readability, syllables
from tellings.compare._robustness import robustness, robustness_orders, robustness_pairs, robustness_summary
from tellings.compare._scorers import SCORERS
from tellings.compare._sentiment import placed_sentences, sentence_tone, tone, tone_differences, tone_shares
from tellings.compare._stance import stance, stances
from tellings.compare._terms import is_content, terms
from tellings.compare._triangulation import coverage, triangulation
from tellings.compare._voice import VOICES, placed, voiced
from tellings.compare._voices import voices

__all__ = [
    "SCORERS",
    "UNTOLD",
    "VOICES",
    "audit",
    "bootstrap_means",
    "canonical",
    "collocations",
    "concordance",
    "course",
    "course_lines",
    "course_turns",
    "coverage",
    "cues",
    "dates",
    "differences",
    "dispersion",
    "dispersion_places",
    "first_terms",
    "frame_differences",
    "frames",
    "gap_suggestions",
    "genealogy",
    "is_content",
    "keyness",
    "label_places",
    "labels",
    "ledger",
    "ledger_by_outlet",
    "loaded",
    "loaded_rates",
    "named",
    "omissions",
    "passages",
    "people",
    "placed",
    "placed_sentences",
    "quotation_warnings",
    "readability",
    "robustness",
    "robustness_orders",
    "robustness_pairs",
    "robustness_summary",
    "sentence_tone",
    "shared_quantities",
    "speakers",
    "stance",
    "stances",
    "stated",
    "syllables",
    "terms",
    "tone",
    "tone_differences",
    "tone_shares",
    "triangulation",
    "voiced",
    "voices",
    "wilson",
]

_leading(globals(), __name__)
