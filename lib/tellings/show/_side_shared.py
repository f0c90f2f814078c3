"""What articles share, as marks: passages and utterances, each with its counterparts and what differs there."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup

from tellings._pages import PAGES
from tellings.show._side_layers import SHARED
from tellings.show._side_spots import Span, Spot
from tellings.show._side_ties import Tie, name_of, tied
from tellings.show._words import count

if TYPE_CHECKING:
    from tellings.read import Reading

_TOLD = 2  # wordings that an explanation tells of one by one; where there are more, the first alone
_LISTED = 3  # counterparts of one wording that an explanation links to
_LINKED = 2  # counterparts that a mark links to beside the text

_FORMS = {"=": "same", "~": "loose"}


class Shared(NamedTuple):
    """The spots of each article, and the id of the spot that holds each span of the two tables."""

    spots: dict[str, list[Spot]]
    ids: dict[Span, str]


def shared(reading: Reading, *, first: Collection[str] = ()) -> Shared:
    """The passages and utterances that articles of the page share, as spots that link to one another.

    Of several counterparts those in the articles ``first`` are told and linked before others.
    """
    ties, holders = reading.once(tied)
    return Shared(
        _spots(ties, first), {span: name_of(holder) for span, holder in holders.items() if holder in ties}
    )


def shared_counts(reading: Reading) -> dict[str, int]:
    """How many such spots each article has; articles without one are left out."""
    return dict(Counter(article for article, _, _ in reading.once(tied).ties))


def _spots(ties: dict[Span, dict[Span, Tie]], first: Collection[str]) -> dict[str, list[Spot]]:
    found: dict[str, list[Spot]] = defaultdict(list)
    for span in sorted(ties):
        order = sorted(ties[span].items(), key=lambda item: item[0][0] not in first)
        found[span[0]].append(_spot(span, [tie for _, tie in order]))
    return found


def _spot(span: Span, ties: list[Tie]) -> Spot:
    names = list(dict.fromkeys(tie.name for tie in ties))
    shown = names[: _LINKED if len(names) <= _LINKED else 1]
    more = len(names) - len(shown)
    also = f"{shown[0]} and {count(more, 'more article')}" if more else " and ".join(shown)
    to = {tie.name: tie.to for tie in reversed(ties)}
    sign = ties[0].sign
    return Spot(
        span[1], span[2], SHARED, name_of(span), f"{_SAYS[sign]} {also}", Markup("<br>").join(_lines(ties)),
        f"{sign}{len(names)}" if more else sign, form=_FORMS.get(sign, "near"), links=tuple((to[name], name) for name in shown),
    )  # fmt: skip


_SAYS = {
    "=": "Shared: word for word in", "≈": "Shared: nearly the same in", "−": "Shared: trimmed here, fuller in",
    "+": "Shared: fuller here, trimmed in", "~": "Shared: perhaps in other words in",
}  # fmt: skip


def _lines(ties: list[Tie]) -> Iterator[Markup]:
    """What the counterparts have, each wording once, with links to those that have it; how many more there are."""
    kinds: dict[tuple[Any, ...], list[Tie]] = defaultdict(list)
    for tie in ties:
        kinds[tie.kind].append(tie)
    listed: set[str] = set()
    for alike in list(kinds.values())[: 1 if len(kinds) > _TOLD else _TOLD]:
        shown = list({tie.name: tie for tie in reversed(alike)}.values())[::-1][:_LISTED]
        listed.update(tie.name for tie in shown)
        also = Markup("; the same: ").join(
            Markup(", ").join(_link(tie) for tie in part) for part in (shown[:1], shown[1:]) if part
        )
        yield Markup("{} {}").format(shown[0].words(), also)
    if more := len({tie.name for tie in ties} - listed):
        yield Markup("And in {}; {}.").format(count(more, "more article"), _all())


def _link(tie: Tie) -> Markup:
    return Markup('<a href="#{}">To {}</a>').format(tie.to, tie.name)


def _all() -> Markup:
    """Where all of them are: the table, as a link where the run makes its page."""
    said = "the table of passages has all"
    if "framing" not in os.environ.get(PAGES, "").split():
        return Markup("{}").format(said)
    return Markup('<a href="framing.html#Passages-that-articles-share">{}</a>').format(said)
