"""What a run says while it runs: one line that changes on a terminal, one line a step elsewhere."""

from __future__ import annotations

import shutil
import sys
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from tellings.report._run import Report


class Progress:
    """Called with a page and the heading it has come to; says each once, on standard error."""

    def __init__(self, *, quiet: bool = False, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._quiet = quiet
        self._terminal = self._stream.isatty()
        self._at: dict[str, str] = {}

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._clear()

    def __call__(self, page: str, heading: str) -> None:
        if self._quiet or self._at.get(page) == heading:
            return
        self._at[page] = heading
        if self._terminal:
            self._redraw()
        else:
            print(f"{page}: {heading}", file=self._stream, flush=True)

    def done(self, report: Report) -> None:
        """Say what failed, and how long it took."""
        self._clear()
        for failure in report.failures:
            print(f"{failure.page} FAILED at “{failure.heading}”: {failure.message}", file=self._stream)
        if not self._quiet:
            first, whole = report.seconds
            print(
                f"{len(report.files)} files in {whole:.1f} s ({first:.1f} s of it to the first kernel)",
                file=self._stream,
            )

    def _redraw(self) -> None:
        line = " · ".join(f"{page}: {heading}" for page, heading in self._at.items())
        width = shutil.get_terminal_size().columns - 1
        self._stream.write(f"\r\x1b[K{line if len(line) <= width else '…' + line[1 - width :]}")
        self._stream.flush()

    def _clear(self) -> None:
        if self._terminal and self._at:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
