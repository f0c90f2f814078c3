"""People and machine code the same sentences: blind samples, coding sheets, agreement, disagreements."""

from tellings.coding._agreement import agreement
from tellings.coding._disagreements import disagreements
from tellings.coding._form import Form, form
from tellings.coding._pages import (
    agreement_figure,
    agreement_table,
    codes_table,
    disagreements_table,
    frames_table,
    opening,
    sample_table,
)
from tellings.coding._read import read_sheets
from tellings.coding._sample import Sample, sample
from tellings.coding._sheet import write_sheet

__all__ = [
    "Form",
    "Sample",
    "agreement",
    "agreement_figure",
    "agreement_table",
    "codes_table",
    "disagreements",
    "disagreements_table",
    "form",
    "frames_table",
    "opening",
    "read_sheets",
    "sample",
    "sample_table",
    "write_sheet",
]
