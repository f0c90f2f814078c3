"""The errors a user can meet. Each message names the thing at fault and says what to do next.

TellingsError
├── InputError          what was given cannot be read: a path, a folder, a table
├── ParameterError      a notebook parameter is unknown or of the wrong type
└── ReportError         a run cannot start or write where it was told to
"""

from __future__ import annotations


class TellingsError(Exception):
    """Base of every error that a user's input can cause."""


class InputError(TellingsError):
    """Articles or metadata that cannot be read at all; single bad files are listed instead."""


class ParameterError(TellingsError):
    """A notebook parameter that the notebook does not have, or of a type it does not take."""


class ReportError(TellingsError):
    """A report that cannot be run or written."""
