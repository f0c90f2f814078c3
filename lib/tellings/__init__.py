"""Tellings shows how different newsrooms tell the same story: articles in, checkable HTML reports out."""

from tellings.corpus import Corpus, load

__all__ = ["Corpus", "load"]
