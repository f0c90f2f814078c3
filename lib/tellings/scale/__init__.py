"""The same readers over many articles: engines, and the store of what they found."""

from tellings.scale._read import read
from tellings.scale._store import Store, open_store
from tellings.scale._stored import Stored

__all__ = ["Store", "Stored", "open_store", "read"]
