"""What to try next, below a table of a contrast in a notebook."""

from __future__ import annotations

from typing import Any

import pandas as pd

from tellings._notebook import dressed, suggested
from tellings.compare._next import KEY
from tellings.errors import InputError


def hints(on: bool = True) -> None:
    """From now on a table of ``tl.compare`` says below itself, in a notebook, which function shows it well.

    The line is the one in the table's ``attrs`` (``keyness.attrs["next"]``), so it is there without this too. Tables
    from elsewhere stay as they are, and ``hints(False)`` takes the line away again.

    Raises :class:`tellings.errors.InputError` outside IPython and Jupyter.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.compare.voices(reading).attrs["next"]
    'tl.show.lengths(voices)'
    """
    shell = _shell()
    if shell is None:
        raise InputError(
            "Hints stand below tables in a notebook: call tl.explore.hints() in JupyterLab or IPython."
        )
    html, plain = (shell.display_formatter.formatters[kind] for kind in ("text/html", "text/plain"))
    for formatter, shown in ((html, _html), (plain, _plain)):
        formatter.type_printers.pop(pd.DataFrame, None)
        if on:
            formatter.for_type(pd.DataFrame, shown)


def _shell() -> Any:
    try:
        from IPython.core.getipython import get_ipython
    except ImportError:
        return None
    return get_ipython()


def _html(frame: pd.DataFrame) -> str | None:
    table: str | None = frame._repr_html_()  # type: ignore[operator]
    step = frame.attrs.get(KEY)
    return f"{table}{dressed(suggested(step))}" if table and isinstance(step, str) else table


def _plain(frame: pd.DataFrame, printer: Any, cycle: bool) -> None:
    step = frame.attrs.get(KEY)
    printer.text(f"{frame!r}\nNext: {step}" if isinstance(step, str) else repr(frame))
