from __future__ import annotations

from pathlib import Path

import tellings as tl
from corpora import reading

GOOD = "“We are late,” Ada Brook said. “Very late,” she added. The “fast” train was full."
LOST = (
    "It was late” said one. It rained” said two.\n\nHe had “no idea.\n\n"
    "It snowed.\n\nShe “left early. The “bus was full."
)
UNTOLD = (
    "“We are leaving the town today.”\n\nIt rained.\n\n“Nobody will ever come back here.”\n\nIt snowed.\n\n"
)


def test_articles_read_well_give_no_warning(tmp_path: Path) -> None:
    found = tl.compare.quotation_warnings(reading(tmp_path, alpha=GOOD, beta="Nobody spoke."))
    assert found.empty
    assert list(found.columns) == ["article", "kind", "message"]


def test_marks_without_a_partner(tmp_path: Path) -> None:
    found = tl.compare.quotation_warnings(reading(tmp_path, alpha=GOOD, beta=LOST))
    assert found["kind"].tolist() == ["unpaired marks"]
    assert found["article"].iloc[0].startswith("beta")
    assert "of 5 quotation marks" in found["message"].iloc[0]


def test_one_mark_too_few_is_no_warning(tmp_path: Path) -> None:
    assert tl.compare.quotation_warnings(reading(tmp_path, alpha=GOOD + " A “mark too few.")).empty


def test_quotations_that_nobody_is_told_to_say(tmp_path: Path) -> None:
    found = tl.compare.quotation_warnings(reading(tmp_path, alpha=UNTOLD * 3))
    assert found["kind"].tolist() == ["untold speakers"]
    assert "6 of 6 quotations" in found["message"].iloc[0]
