"""Explanations: what a mark says when it is pointed at, focused or touched, each kept once."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from markupsafe import Markup

from tellings.show._side_spots import Spot
from tellings.show._words import shortened


class Notes:
    """The explanations of a page, as native popovers: no script, closed by Escape, each text once.

    Many marks say the same and share one popover, which opens beside whichever was asked.
    """

    def __init__(self, name: str) -> None:
        self.prefix = f"t{hashlib.blake2s(name.encode(), digest_size=2).hexdigest()}"
        self._ids: dict[Markup, str] = {}

    def of(self, spots: Sequence[Spot], text: str) -> str:
        """The id of the explanation of spots that stand together in a text."""
        whole = min(spot.start for spot in spots), max(spot.end for spot in spots)
        lines = Markup().join(
            _line(spot, "" if (spot.start, spot.end) == whole else text[spot.start : spot.end])
            for spot in spots
        )
        return self._ids.setdefault(lines, f"{self.prefix}-{len(self._ids)}")

    def attributes(self, note: str, says: str) -> Markup:
        """What makes a button open an explanation: by touch and key, and where a browser can by pointing or focus."""
        return Markup(' popovertarget={0} popovertargetaction=show interestfor={0} aria-label="{1}"').format(
            note, says
        )

    def html(self) -> Markup:
        """All explanations."""
        made = (
            Markup('<div popover id="{}" class="tl-note-of">{}</div>').format(id_, lines)
            for lines, id_ in self._ids.items()
        )
        return Markup('<div class="tl-notes">{}</div>').format(Markup("\n").join(made))


def _line(spot: Spot, text: str) -> Markup:
    words = Markup("<q>{}</q> ").format(" ".join(shortened(text).split())) if text.strip() else Markup()
    kind, colon, said = spot.says.partition(": ")
    more = Markup("<br>{}").format(spot.more) if spot.more else Markup()
    return Markup("<p>{}<b>{}{}</b> {}{}</p>").format(words, kind, colon.strip(), said, more)
