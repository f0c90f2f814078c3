"""What switches the side-by-side reader: which articles stand in columns, which marks show, whose quotations. No script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from tellings.show._side_layers import Layer
from tellings.show._words import count

_SLOTS = 3
_NAMES = ("First", "Second", "Third")


class Page(NamedTuple):
    """What the controls speak of: the articles of the page with their names, those chosen at first, and all there are."""

    names: Mapping[str, str]
    chosen: tuple[str, ...]
    every: int


def panel(page: Page, layers: Mapping[str, Layer], speakers: Sequence[str], *, id_: str) -> Markup:
    """The form above the texts. Sending it does nothing; its reset button brings the first state back."""
    return Markup(
        '<form class="tl-panel" id="{}" method="dialog" autocomplete="off" aria-label="What the texts show">{}{}</form>'
    ).format(id_, _columns(page), _layers(layers, speakers))


def rules(page: Page, speakers: Sequence[str]) -> Markup:
    """The style rules that follow the choice of articles and of a speaker."""
    columns = [
        f'.tl-panel:has([data-slot="{slot}"] [value="{number}"]:checked)~.tl-columns>[data-n="{number}"]'
        f"{{display:block;order:{slot}}}"
        for slot in range(1, _slots(page) + 1)
        for number in range(len(page.names))
    ]
    voices = [
        f'.tl-panel:has([data-speaker] [value="{number}"]:checked)~.tl-columns '
        f':is(.tl-quote,.tl-told,.tl-b-quote,.tl-b-told):not([data-who="{number}"])'
        "{background:none;border-color:transparent;--badge:none}"
        for number in range(len(speakers))
    ]
    return Markup("\n".join(columns + voices))


def _slots(page: Page) -> int:
    return 0 if len(page.names) < 2 else max(min(_SLOTS, len(page.names)), len(page.chosen))


def _columns(page: Page) -> Markup:
    slots = [_slot(page, slot) for slot in range(_slots(page))]
    more = page.every - len(page.names)
    note = f"The page holds the first {count(len(page.names), 'article')}; the tables hold the other {more:,} as well."
    told = Markup('<p class="tl-held">{}</p>').format(note) if more > 0 else Markup()
    if not slots:
        return told
    return Markup('<fieldset class="tl-choose"><legend>Side by side</legend>{}{}</fieldset>').format(
        Markup("\n").join(slots), told
    )


def _slot(page: Page, slot: int) -> Markup:
    chosen = page.chosen[slot] if slot < len(page.chosen) else None
    none = Markup('<option value=""{}>none</option>').format(Markup() if chosen else Markup(" selected"))
    options = Markup().join(
        Markup('<option value="{}"{}>{}</option>').format(
            number, Markup(" selected") if article == chosen else Markup(), name
        )
        for number, (article, name) in enumerate(page.names.items())
    )
    title = f"{_NAMES[slot] if slot < len(_NAMES) else f'{slot + 1}th'} column"
    return Markup('<label>{} <select data-slot="{}">{}{}</select></label>').format(
        title, slot + 1, none, options
    )


def _layers(layers: Mapping[str, Layer], speakers: Sequence[str]) -> Markup:
    boxes = Markup("\n").join(
        Markup(
            '<label class="tl-box"><input type="checkbox" data-layer="{0}"{1}> <span class="tl-{0}">{2}</span></label>'
        ).format(name, Markup(" checked") if layer.on else Markup(), layer.title)
        for name, layer in layers.items()
    )
    return Markup(
        '<fieldset class="tl-layers"><legend>Marks in the text</legend>{}\n{}'
        '<button type="reset">As at first</button></fieldset>'
    ).format(boxes, _speaker(speakers) if {"quote", "told"} & set(layers) else Markup())


def _speaker(speakers: Sequence[str]) -> Markup:
    options = Markup().join(
        Markup('<option value="{}">{}</option>').format(number, name) for number, name in enumerate(speakers)
    )
    return (
        Markup(
            '<label>Quotations of <select data-speaker><option value="">everyone</option>{}</select></label>\n'
        ).format(options)
        if speakers
        else Markup()
    )
