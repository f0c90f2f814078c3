"""The whole numbers that the kit's own notebooks can work with, looked at before a kernel starts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tellings.errors import ParameterError
from tellings.report._notebooks import Notebook, home

RANGES: Mapping[str, tuple[int, int]] = {
    "event": (0, 10**9),
    "minimum": (1, 10**9),
    "resamples": (1, 100_000),
    "sample": (1, 10**9),
    "sample_size": (1, 10**9),
    "seed": (0, 2**63 - 1),
    "top": (1, 10**6),
}
"""For each parameter the least and the most: beyond, nothing is drawn, or more than a machine holds."""


def within(notebook: Notebook, given: Mapping[str, Any]) -> None:
    """Raise :class:`tellings.errors.ParameterError` for a number out of range, where the notebook is the kit's."""
    if notebook.path.resolve().parent != home():
        return
    for name, value in given.items():
        least, most = RANGES.get(name, (None, None))
        if least is not None and most is not None and not least <= value <= most:
            said = str(value) if abs(value) < 10**20 else f"a number of {value.bit_length()} bits"
            raise ParameterError(f"{name} goes from {least} to {most:,}, so it cannot be {said}.")
