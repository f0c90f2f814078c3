"""What passes through the loader: a source as found, an article as read, and what is said about either."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Problem(NamedTuple):
    """A file or row that was meant as an article and could not become one."""

    file: str
    reason: str
    advice: str


class Warned(NamedTuple):
    """Something a reader of the reports should know about an article (or, with ``""``, about the corpus)."""

    article: str
    kind: str
    message: str


class Duplicate(NamedTuple):
    """Two articles that hold the same text, or nearly."""

    article: str
    other: str
    kind: str
    similarity: float


class Note(NamedTuple):
    """One thing that was decided or changed while a text was read; ``kind`` is also its warning's kind."""

    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Source:
    """An article as it was found: the bytes of a file, or one row's text, with the fields that came with it."""

    path: str
    raw: bytes | str
    row: int | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    encoding: str | None = None

    @property
    def label(self) -> str:
        """How a listing names this source."""
        return self.path if self.row is None else f"{self.path}, row {self.row}"


@dataclass(frozen=True, slots=True)
class Article:
    """An article as read: its text in its final form, and what was decided on the way."""

    source: Source
    text: str
    sha256: str
    encoding: str
    notes: tuple[Note, ...]


class Refused(Exception):  # noqa: N818 - not an error of the program: a source that becomes a Problem
    """Why a source cannot become an article, and what its owner can do about it."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.advice = advice
