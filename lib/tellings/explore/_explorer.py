"""What the explorers share: controls and what they show in JupyterLab, a fragment where nobody is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from tellings._notebook import attended, controls_box, dressed
from tellings.errors import InputError, TellingsError

if TYPE_CHECKING:
    from tellings.corpus import Corpus
    from tellings.read import Reading
    from tellings.show import Published

LIVE_CHARACTERS = 2_000_000
"""Characters of a corpus up to which an answer follows every key; beyond, it waits for Enter."""


class Explorer:
    """Controls above what they show, for JupyterLab; the controls stand by name in ``controls``.

    Every change asks ``answer`` anew; what a user got wrong is said in place of an answer. ``box`` is the whole,
    ``html`` what stands below the controls now.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> explorer = tl.explore.concordance(reading, "visa*", live=True)
    >>> explorer.controls["term"].value = "tax*"
    >>> explorer
    <Explorer: Term 'tax*', Sort by 'text', Outlet '', Regular expression False. Next: show it in JupyterLab>
    """

    def __init__(self, controls: Mapping[str, Any], answer: Callable[..., str], *, rows: int = 1) -> None:
        widgets = widgets_module()
        self.controls = dict(controls)
        self._answer = answer
        self._shown = widgets.HTML()
        boxes = [
            widgets.HBox(part, layout=widgets.Layout(flex_flow="row wrap"))
            for part in _parts(list(self.controls.values()), rows)
        ]
        self.box = controls_box(widgets, [*boxes, self._shown])
        for control in self.controls.values():
            control.observe(self._changed, "value")
        self._changed()

    @property
    def html(self) -> str:
        """What stands below the controls."""
        return str(self._shown.value)

    def _changed(self, change: object = None) -> None:
        given = {name: control.value for name, control in self.controls.items()}
        try:
            shown = self._answer(**given)
        except TellingsError as error:
            shown = Markup('<p class="tl-error" role="alert">{}</p>').format(f"{error}")
        self._shown.value = dressed(f'<div aria-live="polite">{shown}</div>')

    def __repr__(self) -> str:
        told = ", ".join(f"{one.description} {one.value!r}" for one in self.controls.values())
        return f"<Explorer: {told}. Next: show it in JupyterLab>"

    def _repr_mimebundle_(self, **options: Any) -> Any:
        return self.box._repr_mimebundle_(**options)


def _parts(controls: list[Any], rows: int) -> list[list[Any]]:
    each = -(-len(controls) // rows)
    return [controls[start : start + each] for start in range(0, len(controls), each)]


def is_live(live: bool | None) -> bool:
    """Whether to show controls: as asked, else where somebody is there. Says what to install where they cannot."""
    wanted = attended() if live is None else live
    if wanted:
        widgets_module()
    return wanted


def widgets_module() -> Any:
    """ipywidgets; :class:`tellings.errors.InputError` names the extra where it is missing."""
    try:
        return import_module("ipywidgets")
    except ImportError:
        raise InputError(
            "The explorers need ipywidgets, which is not installed. Install the extra `explore` "
            "(pip install 'tellings[explore]', in a checkout pip install -e '.[explore]') and restart the kernel; "
            "or give live=False for what they show without controls."
        ) from None


def labelled(kind: str, description: str, **options: Any) -> Any:
    """A control with its whole label beside it."""
    widgets = widgets_module()
    made = getattr(widgets, kind)
    return made(description=description, style={"description_width": "initial"}, **options)


def follows_keys(corpus: Corpus) -> bool:
    """Whether the corpus is small enough for an answer to every key."""
    return sum(len(corpus.text(article)) for article in corpus) <= LIVE_CHARACTERS


def without_controls(shown: Published, note: str) -> Published:
    """A table with what an explorer would let choose said above it."""
    return replace(shown, html=str(Markup('<p class="tl-note">{}</p>\n').format(note)) + shown.html)


def outlets(reading: Reading) -> list[tuple[str, str]]:
    """The choice of an outlet: all, or one."""
    return [("All outlets", ""), *((outlet, outlet) for outlet in reading.corpus.outlets)]


def outlet_control(reading: Reading) -> Any:
    """The control that chooses an outlet."""
    return labelled("Dropdown", "Outlet", options=outlets(reading), value="")
