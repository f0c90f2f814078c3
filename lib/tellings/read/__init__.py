"""Readers: functions from a text to spans."""

from tellings.read._captions import captions
from tellings.read._dates import dates
from tellings.read._furniture import furniture
from tellings.read._paragraphs import paragraphs
from tellings.read._people import people
from tellings.read._quantities import quantities, ranges
from tellings.read._quotes import quotes
from tellings.read._sentences import sentences
from tellings.read._tokens import tokens

__all__ = ["captions", "dates", "furniture", "paragraphs", "people", "quantities", "quotes", "ranges", "sentences", "tokens"]
