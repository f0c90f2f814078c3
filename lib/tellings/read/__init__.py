"""Readers: functions from a text to spans."""

from tellings.read._all import Reading, all  # noqa: A004  # the contract: tl.read.all
from tellings.read._captions import captions
from tellings.read._codebook import Codebook, codebook
from tellings.read._dates import dates
from tellings.read._frame import frame, frame_reasons
from tellings.read._frames import frames
from tellings.read._furniture import furniture
from tellings.read._gaps import gaps
from tellings.read._loaded import loaded
from tellings.read._organisations import organisations
from tellings.read._paragraphs import paragraphs
from tellings.read._people import people
from tellings.read._places import places
from tellings.read._quantities import quantities, ranges
from tellings.read._quotes import quotes
from tellings.read._sentences import sentences
from tellings.read._stance import stance, stance_reasons
from tellings.read._tokens import tokens
from tellings.read._vader import vader, vader_words
from tellings.read._valence import valence, valence_words

__all__ = [
    "Codebook",
    "Reading",
    "all",
    "captions",
    "codebook",
    "dates",
    "frame",
    "frame_reasons",
    "frames",
    "furniture",
    "gaps",
    "loaded",
    "organisations",
    "paragraphs",
    "people",
    "places",
    "quantities",
    "quotes",
    "ranges",
    "sentences",
    "stance",
    "stance_reasons",
    "tokens",
    "vader",
    "vader_words",
    "valence",
    "valence_words",
]
