"""The bar on standard error: what is done, how quickly, and how long the rest will take."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

Told = Callable[[str, int, int], None]


class Bar:
    """A bar a stage, drawn where somebody looks on or asked for it; or a function that is told instead.

    ``progress`` is None (where standard error is a terminal), True or False, or a function that is called with
    the stage, what is done and how much there is.
    """

    def __init__(self, progress: bool | Told | None = None) -> None:
        self._tell = progress if callable(progress) else None
        self._draw = progress is True or (progress is None and sys.stderr is not None and sys.stderr.isatty())
        self._bar: Any = None
        self._stage, self._done, self._total = "", 0, 0

    @contextmanager
    def stage(self, name: str, total: int, unit: str) -> Iterator[None]:
        """Begin a bar for so many things of a kind; where there are none, there is no bar."""
        self._stage, self._done, self._total = name, 0, total
        if self._draw and total:
            from tqdm import tqdm

            self._bar = tqdm(total=total, desc=name, unit=f" {unit}", file=sys.stderr, dynamic_ncols=True)
        try:
            yield
        finally:
            if self._bar is not None:
                self._bar.close()
                self._bar = None

    def update(self, more: int) -> None:
        """So many more are done."""
        self._done += more
        if self._bar is not None:
            self._bar.update(more)
        if self._tell:
            self._tell(self._stage, self._done, self._total)
