"""The account of tables loaded in units, made up when they are loaded: every row is an article or is listed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tellings.corpus._account import _FAULT
from tellings.corpus._types import Problem
from tellings.scale._units import BYTES, Unit

_SPOILT = re.compile(r", rows (\d+) to (\d+)")


def check(units: Sequence[Unit], outcomes: Sequence[tuple[int, Sequence[Problem]]]) -> None:
    """See that the articles and problems of the units of each Parquet row group are as many as its rows.

    ``outcomes`` has the articles and the problems of each unit. Rows that cannot be read are listed together, by
    the unit in which they begin. Anything else is a RuntimeError that says which rows were dropped in silence.
    """
    due: Counter[tuple[str, int]] = Counter()
    came: Counter[tuple[str, int]] = Counter()
    for unit, (articles, problems) in zip(units, outcomes, strict=True):
        if unit.group >= 0:
            due[unit.name, unit.group] += unit.end - unit.begin
            came[unit.name, unit.group] += articles + sum(_rows(unit.name, problem) for problem in problems)
    for (name, group), rows in due.items():
        if came[name, group] != rows:
            told = (
                f"of {rows:,} rows of {name}, row group {group}, {came[name, group]:,} are loaded or listed"
            )
            raise RuntimeError(_FAULT.format(told))


def check_lines(unit: Unit, data: bytes, outcomes: int) -> None:
    """See that the articles and problems of a unit of a JSONL file are as many as its lines that are not blank."""
    lines = sum(1 for line in data.split(b"\n") if line.decode("utf-8", "replace").strip())
    if unit.group == BYTES and lines != outcomes:
        told = (
            f"of {lines:,} lines of {unit.name} behind line {unit.first:,}, {outcomes:,} are loaded or listed"
        )
        raise RuntimeError(_FAULT.format(told))


def _rows(name: str, problem: Problem) -> int:
    """How many rows a problem stands for."""
    spoilt = _SPOILT.fullmatch(problem.file.removeprefix(name))
    return int(spoilt[2]) - int(spoilt[1]) + 1 if spoilt else 1
