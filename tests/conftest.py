"""What tests of several folders share: reports, each made once in a session."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

import tellings as tl

# A machine that is busy makes no reader wrong: no test has a limit of time.
settings.register_profile("tellings", deadline=None)
settings.load_profile("tellings")


@pytest.fixture(scope="session")
def report_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """A function from a folder of articles to the folder of its report."""

    @cache
    def made(articles: Path) -> Path:
        out = tmp_path_factory.mktemp("report")
        report = tl.report.run(articles=articles, out=out)
        assert not report.failures
        return out

    return made
