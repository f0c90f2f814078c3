"""Pages: nbconvert's exporter with the kit's own template, which asks nothing of the network."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from mistune.renderers.html import HTMLRenderer
from nbconvert.exporters.html import HTMLExporter
from nbconvert.exporters.templateexporter import TemplateExporter
from nbconvert.filters.highlight import Highlight2HTML
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from tellings.report._outline import headings

TEMPLATE = Path(__file__).parent / "template"
# A saved picture or a style may stand in an output; nothing in a page may fetch, post or run beyond the
# template's own few lines, which the policy knows by their hash.
_POLICY = (
    "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; "
    "script-src 'sha256-{}'; base-uri 'none'; form-action 'none'"
)


class PageExporter(HTMLExporter):
    """nbconvert's HTML exporter: every text escaped by default, the page not parsed a second time."""

    def __init__(self) -> None:
        super().__init__(  # type: ignore[no-untyped-call]
            template_name=TEMPLATE.name,
            extra_template_basedirs=[str(TEMPLATE.parent)],
            template_file="page.html.j2",
        )

    def _create_environment(self) -> Environment:
        environment: Environment = super()._create_environment()  # type: ignore[no-untyped-call]
        environment.autoescape = True
        environment.trim_blocks = environment.lstrip_blocks = True
        environment.globals.update(style=asset("style.css"), script=asset("page.js"), policy=policy())
        environment.filters["safely"] = safely
        environment.filters["coloured"] = coloured
        environment.filters["base64"] = lambda text: base64.b64encode(text.encode()).decode()
        return environment

    def from_notebook_node(self, nb: Any, resources: Any = None, **more: Any) -> tuple[Any, dict[str, Any]]:
        """The page of a notebook; ``resources["tellings"]`` holds what the template needs beside it."""
        made: tuple[Any, dict[str, Any]] = TemplateExporter.from_notebook_node(self, nb, resources, **more)
        return made

    @cached_property
    def front(self) -> Any:
        """The template of the front page."""
        return self.environment.get_template("index.html.j2")


@cache
def exporter() -> PageExporter:
    """The one exporter of a run: templates are read once."""
    return PageExporter()


def page(node: Any, view: Mapping[str, Any]) -> str:
    """The page of an executed notebook, to the cell that failed; ``view`` is what it shows of the run."""
    shown = view["failure"].cell + 1 if view["failure"] else len(node.cells)
    sources = [cell.source if cell.cell_type == "markdown" else "" for cell in node.cells[:shown]]
    contents = [heading for heading in headings(sources) if heading.level in (2, 3)]
    known = {**view, "shown": shown, "prose": prose(sources), "contents": contents}
    return str(exporter().from_notebook_node(node, {"tellings": known})[0]).strip() + "\n"


def index(view: Mapping[str, Any]) -> str:
    """The front page."""
    written: str = exporter().front.render(tellings=view)
    return written.strip() + "\n"


def prose(sources: Sequence[str]) -> list[Markup]:
    """The markdown cells as HTML, each heading with its id; other cells (empty sources) as nothing.

    >>> prose(["## Two words"])
    [Markup('<h2 id="Two-words">Two words</h2>\\n')]
    """
    ids = iter([heading.id for heading in headings(sources)])

    class Renderer(IPythonRenderer):
        def heading(self, text: str, level: int, **_: Any) -> str:
            return f'<h{level} id="{next(ids, "")}">{text}</h{level}>\n'

        def block_code(self, code: str, info: str | None = None) -> str:
            return HTMLRenderer.block_code(self, code, info)

    renderer = Renderer(escape=False, exclude_anchor_links=True)
    return [Markup(MarkdownWithMath(renderer=renderer).render(source)) for source in sources]


def coloured(source: str) -> Markup:
    """Python source with its words marked up for the page's own colours."""
    return Markup(Highlight2HTML(pygments_lexer="python3")(source))  # type: ignore[no-untyped-call]


def safely(source: str) -> Markup:
    """The markdown of an output as HTML: any HTML in it is text, a link is a link only where it is harmless.

    >>> safely("*so* <b>")
    Markup('<p><em>so</em> &lt;b&gt;</p>\\n')
    """
    renderer = HTMLRenderer(escape=True)
    return Markup(MarkdownWithMath(renderer=renderer, plugins=[]).render(source))


@cache
def asset(name: str) -> Markup:
    """A file of the template, as it goes into every page."""
    return Markup((TEMPLATE / name).read_text(encoding="utf-8").strip())


@cache
def policy() -> str:
    """The page's content security policy."""
    digest = hashlib.sha256(f"\n{asset('page.js')}\n".encode()).digest()
    return _POLICY.format(base64.b64encode(digest).decode())
