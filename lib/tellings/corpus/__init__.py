"""Articles in: files and tables of text become a corpus that says how each text was read."""

from tellings.corpus._corpus import Corpus
from tellings.corpus._load import load
from tellings.corpus._locate import locate

__all__ = ["Corpus", "load", "locate"]
