"""Tellings shows how different newsrooms tell the same story: articles in, checkable HTML reports out."""

from tellings import compare, read, show
from tellings.corpus import Corpus, load, locate

__all__ = ["Corpus", "compare", "load", "locate", "read", "show"]
