"""A small corpus of two outlets that name one another, and a sample of it."""

from __future__ import annotations

from pathlib import Path

import pytest

import tellings as tl
from corpora import reading as read

HERON = (
    "The Heron Gazette has learned that the judge sent two smugglers to prison.\n\n"
    "“The tax will ruin our firms,” a baker told Finch on Monday. Nobody at Finch could be reached. "
    "The minister denied it before the election.\n\nA finch sang all the while."
)
FINCH = (
    "Police arrested a man at the harbour.\n\n=HYPERLINK is how his message to the Heron Gazette began; “so what”, it "
    "went on. The hospital was full. Voters went to the polls.\n\nA man on a bench on Monday, Image: Jane Roe/PA"
)


@pytest.fixture(scope="session")
def reading(tmp_path_factory: pytest.TempPathFactory) -> tl.read.Reading:
    return read(tmp_path_factory.mktemp("stories"), **{"heron-gazette": HERON, "finch": FINCH})


@pytest.fixture
def sample(reading: tl.read.Reading) -> tl.coding.Sample:
    """Every sentence of prose."""
    return tl.coding.sample(reading, n=100, seed=4)


@pytest.fixture
def sheet(sample: tl.coding.Sample, tmp_path: Path) -> Path:
    """The sheet as it is given out."""
    return tl.coding.write_sheet(sample, tmp_path / "anna.csv")[0]
