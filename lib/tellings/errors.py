"""The errors a user can meet. Each message names the thing at fault and says what to do next.

TellingsError
├── InputError          what was given cannot be read: a path, a folder, a table
├── ParameterError      a notebook parameter is unknown or of the wrong type
├── ReportError         a run cannot start or write where it was told to
└── ScaleError          a store or an engine for many articles cannot be used
"""

from __future__ import annotations


class TellingsError(Exception):
    """Base of every error that a user's input can cause.

    >>> import tellings as tl
    >>> try:
    ...     tl.load("no such folder")
    ... except tl.errors.TellingsError as error:
    ...     print(type(error).__name__)
    InputError
    """


class InputError(TellingsError):
    """Articles or metadata that cannot be read at all; single bad files are listed instead.

    >>> import tellings as tl
    >>> tl.load("seeds").text("daily-kestrl")
    Traceback (most recent call last):
        ...
    tellings.errors.InputError: No article has the id 'daily-kestrl'. Did you mean 'daily-kestrel'?
    """


class ParameterError(TellingsError):
    """A notebook parameter that the notebook does not have, or of a type it does not take.

    >>> import tellings as tl
    >>> tl.compare.concordance(tl.load("seeds"), "tax", sort="length")
    Traceback (most recent call last):
        ...
    tellings.errors.ParameterError: sort is 'length'; a concordance can be sorted by: text, left, right, match, outlet
    """


class ReportError(TellingsError):
    """A report that cannot be run or written.

    >>> import tellings as tl
    >>> tl.report.open_notebook("no.ipynb")
    Traceback (most recent call last):
        ...
    tellings.errors.ReportError: Cannot read the notebook no.ipynb: No such file or directory.
    """


class ScaleError(TellingsError):
    """A store or an engine for many articles that is not there, or cannot be used as it was told to.

    >>> import tellings as tl
    >>> tl.scale.open_store("nowhere", make=False)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    tellings.errors.ScaleError: There is no store in ...nowhere. `tellings read all PATH --store ... makes one.
    """
