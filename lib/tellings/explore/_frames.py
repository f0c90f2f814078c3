"""Frame cues in their sentences, by codebook, frame and outlet."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pandas as pd
from markupsafe import Markup

from tellings import compare
from tellings.errors import InputError
from tellings.explore._explorer import Explorer, is_live, labelled, outlet_control, without_controls
from tellings.read import codebook as read_codebook
from tellings.read import frames as read_frames
from tellings.read._codebook import shipped
from tellings.show import Published
from tellings.show._evidence import found
from tellings.show._words import count, listed

if TYPE_CHECKING:
    from tellings.read import Reading

_ROWS = 200


def frames(
    reading: Reading, frame: str = "", *, codebook: str = "policy", live: bool | None = None
) -> Explorer | Published:
    """The cues of a frame in their sentences: choose the codebook, the frame and the outlet.

    ``codebook`` is the one the reading was read with (as in :func:`tellings.compare.frames`), one of the kit's or
    the path of your own; the kit's others can be chosen beside it, and are read when they are. ``frame`` is the one to
    begin with, else the one with the most cues. A cue is a trace of a frame, not the frame.

    The controls need ipywidgets (the extra ``explore``) and somebody at a notebook; elsewhere this is the table of
    ``frame``, with the choices named (``live`` says which, where that cannot be told). Raises
    :class:`tellings.errors.InputError` for a codebook or a frame that is not there, and where controls are wanted and
    ipywidgets is missing.

    >>> import tellings as tl
    >>> shown = tl.explore.frames(tl.read.all(tl.load("seeds")), "economic", live=False)
    >>> shown.caption.partition(":")[0]
    'Cues of the frame “economic”'
    """
    cues = _Cues(reading, codebook)
    first = frame or cues.commonest(codebook)
    cues.check(codebook, first)
    if not is_live(live):
        return _still(cues, codebook, first)
    controls = {
        "codebook": labelled("Dropdown", "Codebook", options=_books(codebook), value=codebook),
        "frame": labelled("Dropdown", "Frame", options=cues.choice(codebook), value=first),
        "outlet": outlet_control(reading),
    }
    controls["codebook"].observe(lambda change: _rechoose(controls["frame"], cues, change["new"]), "value")
    return Explorer(controls, lambda **given: _answer(cues, **given))


class _Cues:
    """The cues of each codebook in a reading, read when first asked for."""

    def __init__(self, reading: Reading, own: str) -> None:
        self.reading, self.own = reading, own
        self.of = cache(self._of)

    def _of(self, codebook: str) -> tuple[Reading, pd.DataFrame]:
        """The reading with this codebook's cues, and these with sentence, outlet and voice."""
        reading = self.reading if codebook == self.own else _with(self.reading, codebook)
        return reading, compare.voiced(reading, "frames")

    def counts(self, codebook: str) -> dict[str, int]:
        """How many cues each frame has, in the codebook's order."""
        found = self.of(codebook)[1]["frame"].value_counts()
        return {frame.name: int(found.get(frame.name, 0)) for frame in read_codebook(codebook).frames}

    def choice(self, codebook: str) -> list[tuple[str, str]]:
        """The frames to choose among, with how many cues each has."""
        return [(f"{name} ({n:,})", name) for name, n in self.counts(codebook).items()]

    def commonest(self, codebook: str) -> str:
        counts = self.counts(codebook)
        return max(counts, key=counts.__getitem__)

    def check(self, codebook: str, frame: str) -> None:
        if frame not in self.counts(codebook):
            there = ", ".join(self.counts(codebook))
            raise InputError(f"The codebook {codebook} has no frame {frame!r}. There are: {there}.")

    def table(self, codebook: str, frame: str, outlet: str = "") -> Published:
        reading, cues = self.of(codebook)
        rows = cues[(cues["frame"] == frame) & ((cues["outlet"] == outlet) if outlet else True)]
        by = rows.groupby("outlet", sort=False).size()
        told = listed([f"{name} {n:,}" for name, n in by.items()])
        caption = f"Cues of the frame “{frame}”: {count(len(rows), 'place')}{f' ({told})' if told else ''}"
        return found(reading, "frames", rows=rows, published="explore-frames", caption=caption,
                     columns={"text": "Cue", "voice": "Voice"}, limit=_ROWS)  # fmt: skip


def _with(reading: Reading, codebook: str) -> Reading:
    """The reading with the cues of another codebook in place of its own."""
    parts = []
    for article in reading.corpus:
        part = read_frames(reading.corpus.text(article), book=codebook)
        part.insert(0, "article", pd.Series([article] * len(part), dtype="str"))
        parts.append(part)
    cues = pd.concat(parts, ignore_index=True) if parts else reading.tables["frames"]
    return replace(reading, tables={**reading.tables, "frames": cues})


def _books(own: str) -> list[str]:
    return list(dict.fromkeys([own, *shipped()]))


def _rechoose(control: Any, cues: _Cues, codebook: str) -> None:
    """Another codebook has other frames: begin with the one that has the most cues."""
    control.options = cues.choice(codebook)
    control.value = cues.commonest(codebook)


def _answer(cues: _Cues, *, codebook: str, frame: str | None, outlet: str) -> str:
    known = {one.name: one for one in read_codebook(codebook).frames}
    if frame not in known:
        return ""  # between two codebooks, before the frame is chosen anew
    definition = Markup("<p><strong>{}</strong>: {}</p>").format(frame, known[frame].definition)
    return str(definition + Markup(cues.table(codebook, frame, outlet).html))


def _still(cues: _Cues, codebook: str, frame: str) -> Published:
    others = listed([name for name in cues.counts(codebook) if name != frame])
    books = listed([book for book in _books(codebook) if book != codebook])
    note = f"In JupyterLab: choose another frame of the codebook {codebook} ({others}), or another codebook ({books})."
    return without_controls(cues.table(codebook, frame), note)
