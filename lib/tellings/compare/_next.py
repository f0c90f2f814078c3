"""What to try next: each table of the public contrasts says which call shows it well.

The line stands in the table's ``attrs`` and at the end of the function's documentation. A table stays a plain
DataFrame: pandas carries ``attrs`` along through selections, and neither a CSV nor a comparison sees them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from types import MappingProxyType
from typing import Any

import pandas as pd

KEY = "next"

_PLAIN = 'tl.show.table({0}, name="{1}", caption="…")'

# By the function's name; a table is called there as its function is. The others are shown by `tl.show.table`.
STEPS: Mapping[str, str] = MappingProxyType(
    {
        "audit": "tl.show.audit_table(reading)",
        "concordance": "tl.explore.concordance(reading)",
        "course": "tl.show.course_table(reading)",
        "course_lines": "tl.show.course(course_lines, outlets=corpus.outlets)",
        "course_turns": "tl.show.turns_table(reading)",
        "coverage": "tl.show.coverage_table(reading)",
        "cues": "tl.explore.frames(reading)",
        "dates": "tl.show.dates(reading)",
        "dispersion": "tl.show.dispersion_figure(reading, dispersion['term'])",
        "dispersion_places": "tl.show.dispersion_figure(reading, dispersion_places['term'])",
        "frames": "tl.show.frames_figure(frames, outlets=corpus.outlets)",
        "gap_suggestions": "tl.show.suggestions_table(reading)",
        "genealogy": "tl.show.genealogy_table(reading)",
        "keyness": "tl.show.keyness_figure(keyness, outlets=corpus.outlets)",
        "label_places": "tl.show.label_places(reading)",
        "labels": "tl.show.labels_table(labels, outlets=corpus.outlets)",
        "ledger": "tl.compare.ledger_by_outlet(reading, ledger)",
        "ledger_by_outlet": "tl.show.ledger_table(reading)",
        "loaded": "tl.show.loaded_table(reading)",
        "loaded_rates": "tl.show.loaded_rates_table(reading)",
        "named": "tl.show.named_table(reading, 'places')",
        "omissions": "tl.show.omissions_table(reading)",
        "passages": "tl.show.passages_table(reading)",
        "people": "tl.show.people_figure(people, outlets=corpus.outlets)",
        "placed": _PLAIN.format("placed", "spans"),
        "placed_sentences": "tl.compare.sentence_tone(reading)",
        "quotation_warnings": "tl.show.warnings_table(reading)",
        "readability": _PLAIN.format("readability", "reading-ease"),
        "robustness": "tl.show.robustness_table(robustness)",
        "sentence_tone": "tl.show.strongest(reading)",
        "shared_quantities": "tl.show.shared_quantities(reading)",
        "speakers": "tl.show.speakers_figure(speakers, outlets=corpus.outlets)",
        "stance": "tl.show.stance_figure(stance, outlets=corpus.outlets)",
        "stances": "tl.show.stances_table(reading)",
        "stated": "tl.show.quantities(reading)",
        "terms": "tl.compare.keyness(reading)",
        "tone": "tl.show.tone_figure(tone, outlets=corpus.outlets)",
        "tone_differences": "tl.show.differences_table(tone_differences)",
        "triangulation": "tl.show.facts_table(reading)",
        "voiced": _PLAIN.format("voiced", "spans"),
        "voices": "tl.show.lengths(voices)",
    }
)


def leading(public: dict[str, Any], module: str) -> None:
    """Let each public contrast of a module say what to try next, in its tables and in its documentation."""
    for name in public["__all__"]:
        if getattr(public[name], "__annotations__", {}).get("return") == "pd.DataFrame":
            step = STEPS.get(name, _PLAIN.format(name, name.replace("_", "-")))
            public[name] = _leads(public[name], step, module)


def _leads(function: Callable[..., pd.DataFrame], step: str, module: str) -> Callable[..., pd.DataFrame]:
    @wraps(function)
    def made(*given: Any, **options: Any) -> pd.DataFrame:
        frame = function(*given, **options).copy(deep=False)  # its own attrs, whatever it is a view of
        frame.attrs[KEY] = step
        return frame

    made.__doc__ = f"{(function.__doc__ or '').rstrip()}\n\n    Next: ``{step}``\n    "
    made.__module__, made.__qualname__ = module, function.__name__  # where a pickle finds it again
    return made
