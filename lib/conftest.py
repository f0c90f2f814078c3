"""Doctests run as a reader of the README would: in the project's folder, where ``seeds`` lies."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def in_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parent.parent)
