"""One coder at work on a sample: where they are, what they gave, and the file that keeps it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tellings.coding import _cells, _frames, _sheet
from tellings.coding._sample import Sample
from tellings.errors import InputError


@dataclass
class Session:
    """The codes of one coder; every change is written to ``path`` at once."""

    sample: Sample
    path: Path
    place: int = 0
    frames: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The sentence in front of the coder."""
        return str(self.sample.sheet["id"].iloc[self.place])

    @property
    def done(self) -> int:
        """How many sentences have a frame."""
        return sum(bool(frame) for frame in self.frames.values())

    def move(self, step: int) -> None:
        """Go on or back, as far as there are sentences."""
        self.place = min(max(self.place + step, 0), len(self.sample) - 1)

    def give(self, frame: str) -> None:
        """Give the sentence a frame, or take its frame away with an empty one."""
        self.frames[self.id] = frame
        self.save()

    def remark(self, note: str) -> None:
        """Note something about the sentence."""
        self.notes[self.id] = note
        self.save()

    def save(self) -> None:
        """Write the sheet with the codes so far."""
        ids = self.sample.sheet["id"]
        filled = _sheet.sheet(self.sample).assign(
            frame=[self.frames.get(id_, "") for id_ in ids], note=[self.notes.get(id_, "") for id_ in ids]
        )
        _sheet.write(self.path, _sheet.file_text(filled))


def resume(sample: Sample, path: str | Path) -> Session:
    """A session that takes up what the file holds, at the first sentence without a frame.

    Raises :class:`tellings.errors.InputError` where the file holds codes of other sentences or frames that the
    codebook does not have, rather than write over it.
    """
    session = Session(sample, _sheet.csv_path(path))
    if session.path.exists():
        _take_up(session)
    waiting = [place for place, id_ in enumerate(sample.sheet["id"]) if not session.frames.get(id_)]
    session.place = waiting[0] if waiting else 0
    return session


def _take_up(session: Session) -> None:
    known, frames = set(session.sample.sheet["id"]), session.sample.frames["frame"].tolist()
    for row in _cells.rows(session.path):
        if row.id not in known:
            raise InputError(
                f"{session.path}, line {row.line}: the id {row.id[:40]!r} is not of this sample. "
                "Give the form another file, so that the codes in this one are kept."
            )
        try:
            session.frames[row.id] = "; ".join(_frames.meant(row.frame, frames))
        except ValueError as unknown:
            raise InputError(f"{session.path}, line {row.line}: {unknown}") from None
        session.notes[row.id] = row.note
