"""An executed notebook without anything that the time, the folder or the machine put into it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tellings.report._execute import Executed, plain

_ADDRESS = re.compile(r"\b0x[0-9a-f]{6,16}\b")
_CELL_FILE = re.compile(r"(?:/[^\s:\"'/]{1,80}){0,12}/ipykernel_\d+/\d+\.py")
_KEPT = ("tags", "jupyter", "slideshow")
_LANGUAGE = {
    "name": "python",
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "pygments_lexer": "ipython3",
}
_KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def clean(executed: Executed, places: re.Pattern[str]) -> Any:
    """The notebook's node, cleaned in place: what stays is what another run would give again.

    Gone are timings, papermill's notes, the versions of the machine, addresses of objects, and each folder of
    ``places`` where an output names it (``/home/me/news/seeds`` becomes ``seeds``).
    """
    node = executed.node
    node.metadata.clear()
    node.metadata.update(kernelspec=dict(_KERNEL), language_info=dict(_LANGUAGE))
    node["nbformat"], node["nbformat_minor"] = 4, 5
    for cell in node.cells:
        cell["metadata"] = {key: value for key, value in cell.metadata.items() if key in _KEPT and value}
        for output in cell.get("outputs", ()):
            _clean_output(output, places)
    return node


def places_of(folders: Iterable[Path]) -> re.Pattern[str]:
    """What finds the folders in a text: the longest first, and no folder whose name only begins like one.

    >>> scrub("/a/b/c /a/b /a/bc", places_of([Path("/a/b")]))
    'c . /a/bc'
    """
    names = sorted({str(folder.resolve()) for folder in folders} - {"/"}, key=len, reverse=True)
    either = "|".join(re.escape(name) for name in names) or "(?!)"
    return re.compile(rf"(?:{either})(/|(?![\w.-]))")


def scrub(text: str, places: re.Pattern[str]) -> str:
    """A text of an output without what differs from run to run.

    >>> scrub("<a at 0x7f3a2c41d0> in /x/seeds/a.txt", places_of([Path("/x")]))
    '<a at 0x…> in seeds/a.txt'
    """
    text = _ADDRESS.sub("0x…", _CELL_FILE.sub("cell", plain(text)))
    return places.sub(lambda found: "" if found[1] else ".", text)


def _clean_output(output: Any, places: re.Pattern[str]) -> None:
    output.pop("transient", None)
    match output.output_type:
        case "stream":
            output["text"] = scrub(output.text, places)
        case "error":
            output["evalue"] = scrub(output.evalue, places)
            output["traceback"] = [scrub(line, places) for line in output.traceback]
        case _ if "text/plain" in output.data:
            output.data["text/plain"] = scrub(output.data["text/plain"], places)
