"""A form for JupyterLab: one sentence at a time, every code kept in the sheet at once."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from markupsafe import Markup

from tellings._notebook import attended, controls_box
from tellings.coding._pages import sample_table
from tellings.coding._sample import Sample
from tellings.coding._session import Session, resume
from tellings.show import Published


class Form:
    """The form, shown by JupyterLab; ``session`` is what it keeps.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> sample = tl.coding.sample(reading, n=6, seed=1)
    >>> form = tl.coding.form(sample, "anna.csv", live=True)
    >>> form.session.place
    0
    """

    def __init__(self, session: Session, widgets: Any) -> None:
        self.session = session
        frames = session.sample.frames
        self.sentence, self.says, self.definition = widgets.HTML(), widgets.HTML(), widgets.HTML()
        wide = widgets.Layout(width="auto")
        self.frame = widgets.RadioButtons(options=frames["frame"].tolist(), description="Frame", layout=wide)
        self.note = widgets.Text(description="Note", continuous_update=False, layout=wide)
        self.back, self.next = widgets.Button(description="Back"), widgets.Button(description="Next")
        self.clear = widgets.Button(description="No frame")
        self.definitions = dict(zip(frames["frame"], frames["definition"], strict=True))
        moves = widgets.HBox([self.back, self.next, self.clear])
        parts = [self.says, self.sentence, self.frame, self.definition, self.note, moves]
        self.box = controls_box(widgets, parts)
        self._filling = False
        self._listen()
        self._fill()

    def _listen(self) -> None:
        self.frame.observe(self._given, "value")
        self.note.observe(self._noted, "value")
        self.back.on_click(lambda _: self._move(-1))
        self.next.on_click(lambda _: self._move(1))
        self.clear.on_click(lambda _: self._take_away())

    def _fill(self) -> None:
        """Show the sentence that the session is at; what is filled in here is no answer of the coder's."""
        session, row = self.session, self.session.sample.sheet.iloc[self.session.place]
        self._filling = True
        self.sentence.value = str(
            Markup("<p>{} <mark>{}</mark> {}</p>").format(row["before"], row["sentence"], row["after"])
        )
        primary = session.frames.get(session.id, "").split("; ")[0]
        self.frame.value = primary or None
        self.note.value = session.notes.get(session.id, "")
        self._filling = False
        self._tell()

    def _tell(self) -> None:
        session = self.session
        told = f"Sentence {session.place + 1} of {len(session.sample)}; {session.done} coded, kept in {session.path}"
        self.says.value = str(Markup("<p>{}</p>").format(told))
        self.definition.value = str(Markup("<p>{}</p>").format(self.definitions.get(self.frame.value, "")))

    def _given(self, change: dict[str, Any]) -> None:
        if not self._filling and change["new"]:
            self.session.give(change["new"])
            self._tell()

    def _noted(self, change: dict[str, Any]) -> None:
        if not self._filling:
            self.session.remark(change["new"])

    def _move(self, step: int) -> None:
        self.session.move(step)
        self._fill()

    def _take_away(self) -> None:
        self.session.give("")
        self._fill()

    def __repr__(self) -> str:
        told = (
            f"{self.session.done} of {len(self.session.sample)} sentences coded, kept in {self.session.path}"
        )
        return f"<Form: {told}. Next: show it in JupyterLab>"

    def _repr_mimebundle_(self, **options: Any) -> Any:
        return self.box._repr_mimebundle_(**options)


def form(sample: Sample, path: str | Path, *, live: bool | None = None) -> Form | Published:
    """A form to code a sample in, one sentence at a time; the sheet at ``path`` keeps every code at once.

    Opened again with the same sample and path, it goes on where the coder stopped. ``path`` ends in ``.csv`` and is
    named after the coder; it is written as :func:`tellings.coding.write_sheet` writes it, from the first code on.

    The form needs ipywidgets (the extra ``explore``) and a person: without it, under papermill, ``jupyter execute``
    or the kit's own runner, the sample is shown as a table instead. ``live`` says which, where that cannot be told.

    Raises :class:`tellings.errors.InputError` where the file holds codes of other sentences.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> sample = tl.coding.sample(reading, n=6, seed=1)
    >>> tl.coding.form(sample, "anna.csv", live=False).rows
    6
    """
    wanted = attended() if live is None else live
    widgets = _widgets() if wanted else None
    return Form(resume(sample, path), widgets) if widgets else sample_table(sample)


def _widgets() -> Any:
    try:
        return import_module("ipywidgets")
    except ImportError:
        return None
