"""Where a relative path leads: the working directory first, then the kit's own folder."""

from __future__ import annotations

from pathlib import Path

_PROJECT = Path(__file__).resolve().parents[3]


def locate(path: str) -> str:
    """The path as given where something is there; else the same path under the kit's checkout, if it is there.

    A notebook names its articles relative to wherever it is run from. In JupyterLab that is the folder
    ``notebooks/``, where the default, the kit's own ``seeds``, is not; this finds it all the same. Returns the
    path as given where neither place has it, so that the error names what the user wrote.

    >>> Path(locate("seeds")).name
    'seeds'
    """
    under = _PROJECT / path
    return path if Path(path).exists() or not under.exists() else str(under)
