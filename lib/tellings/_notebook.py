"""Where a notebook runs, and how what it shows is dressed there: shared by every stage that shows something."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from tellings._pages import PAGES


def attended() -> bool:
    """Whether someone looks at the notebook: JupyterLab says which cell it runs, nbclient and papermill do not."""
    if PAGES in os.environ:
        return False
    try:
        from IPython.core.getipython import get_ipython
    except ImportError:
        return False
    kernel: Any = getattr(get_ipython(), "kernel", None)
    parent = kernel.get_parent("shell") if hasattr(kernel, "get_parent") else {}
    return "cellId" in parent.get("metadata", {})


# JupyterLab takes arrows and letters for its own commands (an `a` adds a cell) while a list or a button has the
# focus; lumino leaves an element alone that says so. Set when it gets the focus: widgets come and go.
_KEYS = """
if (!window.tellingsKeys) {
  window.tellingsKeys = true;
  document.addEventListener("focusin", event => {
    if (event.target.closest?.(".tl-controls")) event.target.setAttribute("data-lm-suppress-shortcuts", "true");
  });
}
"""


def controls_box(widgets: Any, children: Sequence[Any]) -> Any:
    """Controls of ipywidgets as one box, in which every key does what it does in a form, in JupyterLab too."""
    script = {"output_type": "display_data", "data": {"application/javascript": _KEYS}, "metadata": {}}
    keys = widgets.Output(outputs=(script,), layout=widgets.Layout(display="none"))
    box = widgets.VBox([*children, keys])
    box.add_class("tl-controls")
    return box


def dressed(html: str) -> str:
    """Markup of the kit's own with the style it needs where no page is around it.

    A page of the kit's runner has the style once, for all; there the markup stays as it is. Every other output
    carries its own, so that it stands whichever cell is cleared or run again, in light and dark alike.
    """
    if PAGES in os.environ:
        return str(html)
    return f'<div class="tl-out"><style>{_style()}</style>\n{html}</div>'


def suggested(*steps: str) -> Markup:
    """The line that says what to try next.

    >>> suggested("tl.read.all(corpus)")
    Markup('<p class="tl-next">Next: <code>tl.read.all(corpus)</code></p>')
    """
    codes = [Markup("<code>{}</code>").format(step) for step in steps]
    return Markup('<p class="tl-next">Next: {}</p>').format(Markup(" or ").join(codes))


def plain_table(caption: str, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> Markup:
    """A table of texts and numbers, every text escaped, numbers to the right.

    >>> "<td>&lt;b&gt;</td>" in plain_table("Words", ["Word"], [["<b>"]])
    True
    """
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(heading) for heading in headings)
    body = Markup("\n").join(
        Markup("<tr>{}</tr>").format(Markup("").join(_cell(value) for value in row)) for row in rows
    )
    return Markup(
        '<div class="tl-table" role="region" tabindex="0" aria-label="{0}"><table><caption>{0}</caption>'
        "<thead><tr>{1}</tr></thead><tbody>\n{2}\n</tbody></table></div>"
    ).format(caption, head, body)


def _cell(value: object) -> Markup:
    if isinstance(value, int):
        return Markup('<td class="tl-number">{:,}</td>').format(value)
    return Markup("<td>{}</td>").format(value)


@cache
def _style() -> str:
    written = (files("tellings") / "_notebook.css").read_text(encoding="utf-8")
    return "\n".join(line.strip() for line in written.partition("*/")[2].strip().splitlines())
