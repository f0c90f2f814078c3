"""The same readers over many articles: engines, the store of what they found, and contrasts over all of it."""

from tellings.scale._contrasts._events import events, ledger
from tellings.scale._contrasts._frames import frame_differences, frames
from tellings.scale._contrasts._index import passages
from tellings.scale._contrasts._keyness import keyness
from tellings.scale._contrasts._open import Opened, open  # noqa: A004  # tl.scale.open
from tellings.scale._contrasts._people import people
from tellings.scale._contrasts._sample import sample
from tellings.scale._contrasts._sums import labels, quote_shares, stance
from tellings.scale._contrasts._tones import tone, tone_differences
from tellings.scale._read import read
from tellings.scale._store import Store, open_store
from tellings.scale._stored import Stored

__all__ = [
    "Opened",
    "Store",
    "Stored",
    "events",
    "frame_differences",
    "frames",
    "keyness",
    "labels",
    "ledger",
    "open",
    "open_store",
    "passages",
    "people",
    "quote_shares",
    "read",
    "sample",
    "stance",
    "tone",
    "tone_differences",
]
