"""Pages made from executed notebooks: escaped, self-contained, linked, whole."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd
import pytest

from tellings.corpus import load
from tellings.report._execute import Executed, Failure, inject
from tellings.report._notebooks import open_notebook
from tellings.report._site import site
from tellings.show._publish import finding, publish

from .conftest import Make, write_articles

EVIL = """<script>alert(1)</script> <img src=x onerror=alert(1)> {{ 7 * 7 }} {% raw %} $x$ **bold** =1+1 & "q" 'a'"""


class Page(HTMLParser):
    """The tags of a page, with their attributes, and the text outside of style and script."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self._raw = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._raw = tag if tag in ("style", "script") else ""

    def handle_endtag(self, tag: str) -> None:
        self._raw = ""

    def handle_data(self, data: str) -> None:
        if not self._raw:
            self.text += data

    def all(self, attribute: str) -> list[str]:
        return [attributes[attribute] for _, attributes in self.tags if attribute in attributes]


def output(bundle: Any = None, **data: str) -> Any:
    given = (
        bundle._repr_mimebundle_()
        if bundle
        else {key.replace("_", "/"): value for key, value in data.items()}
    )
    return nbformat.v4.new_output("display_data", data=given)


@pytest.fixture
def run(make: Make) -> Any:
    """A function that makes an executed notebook: its code cells showed what is given, in order."""

    def executed(
        name: str, *shown: list[Any], failure: Failure | None = None, title: str = "# Title"
    ) -> Executed:
        cells = [
            text for number in range(len(shown)) for text in (f"## Part {number + 1}", f"show({number})")
        ]
        notebook = open_notebook(make(name, title, *cells, parameters='articles: str = "seeds"  # where <b>'))
        node = inject(notebook, {})
        code = [cell for cell in node.cells if cell.cell_type == "code"][1:]
        for cell, outputs in zip(code, shown, strict=True):
            cell["outputs"] = outputs
        return Executed(notebook, node, {"articles": "stories"}, failure, 0.0)

    return executed


@pytest.fixture
def make_site(articles: Path, tmp_path: Path) -> Any:
    def made(*runs: Executed, texts: Sequence[str] = ()) -> dict[str, str]:
        folder = write_articles(tmp_path / "told", texts)
        return site(load(folder), runs, folders=(tmp_path,))

    return made


def table(text: str, name: str = "words") -> Any:
    frame = pd.DataFrame({"said": [text], "n": [-1]})
    return output(
        publish(frame, name=name, caption=f"Said {text}", html="<table><tr><td>1</td></tr></table>")
    )


def test_every_file_is_there_and_every_link_leads_somewhere(run: Any, make_site: Any) -> None:
    told = finding("A contrast", sure="clear", note="n = 4", link="#Part-1")
    files = make_site(
        run("1-one", [output(told), table("x")]),
        run("2-two", [table("y")], [output(finding("F", sure="counted"))]),
    )
    assert sorted(files) == [
        "index.html", "notebooks/1-one.ipynb", "notebooks/2-two.ipynb", "one.html", "ro-crate-metadata.json",
        "run.json", "tables/inputs.csv", "tables/words-2.csv", "tables/words.csv", "two.html",
    ]  # fmt: skip
    assert list(files)[-1] == "index.html"
    pages = {name: Page(html) for name, html in files.items() if name.endswith(".html")}
    for name, page in pages.items():
        for href in page.all("href"):
            if not href.startswith("data:"):
                file, _, anchor = href.partition("#")
                assert (file or name) in files
                assert not anchor or anchor in pages[file or name].all("id")


def test_no_page_asks_anything_of_the_network(run: Any, make_site: Any) -> None:
    for name, html in make_site(run("1-one", [output(text_html="<b>x</b>")])).items():
        if name.endswith(".html"):
            page = Page(html)
            assert not [src for src in page.all("src") if not src.startswith("data:")]
            assert not re.search(r"https?://|@import|url\((?!#)", html)
            (policy,) = [one["content"] for tag, one in page.tags if one.get("http-equiv")]
            assert policy.startswith("default-src 'none'")
            assert len([tag for tag, _ in page.tags if tag == "script"]) == 1


def test_a_page_has_one_h1_a_language_landmarks_and_headings_in_order(run: Any, make_site: Any) -> None:
    for name, html in make_site(run("1-one", [table("x")]), run("2-two", title="## Untitled")).items():
        if name.endswith(".html"):
            tags = Page(html).tags
            levels = [int(tag[1]) for tag, _ in tags if re.fullmatch("h[1-6]", tag)]
            assert levels.count(1) == 1
            assert all(after <= before + 1 for before, after in pairwise(levels))
            assert dict(tags)["html"] == {"lang": "en"}
            assert {"main", "header", "footer", "nav"} <= {tag for tag, _ in tags}
            ids = Page(html).all("id")
            assert len(set(ids)) == len(ids)


def test_what_texts_hold_is_shown_as_it_is(run: Any, make_site: Any) -> None:
    failure = Failure("two", "error", EVIL, "", 4, EVIL, EVIL, (EVIL,))
    told = finding(EVIL, sure="unclear", note=EVIL)
    stream = nbformat.v4.new_output("stream", name="stderr", text=EVIL)
    shown = [output(told), table(EVIL), stream, output(text_plain=EVIL), output(text_markdown=EVIL)]
    files = make_site(run("1-one", shown), run("2-two", [], failure=failure))
    for name in ("index.html", "one.html", "two.html"):
        page = Page(files[name])
        assert not [one for _, one in page.tags if "onerror" in one]
        assert len([tag for tag, _ in page.tags if tag == "script"]) == 1
        assert "<script>alert(1)</script> <img src=x onerror=alert(1)> {{ 7 * 7 }}" in page.text
    (cell,) = [row[0] for row in csv.reader(io.StringIO(files["tables/words.csv"]))][1:]
    assert cell == EVIL


def test_a_markdown_output_makes_no_harmful_link(run: Any, make_site: Any) -> None:
    html = make_site(run("1-one", [output(text_markdown="[a](javascript:alert(1)) *b*")]))["one.html"]
    assert "javascript:" not in html
    assert "<em>b</em>" in html


def test_a_failed_page_stops_where_it_failed_and_says_so_everywhere(run: Any, make_site: Any) -> None:
    failure = Failure(
        "one", "error", "Part 1", "Part-1", 3, "show(0)", "ValueError: no", ("line 1", "ValueError: no")
    )
    files = make_site(run("1-one", [], [output(text_plain="never")], failure=failure), run("2-two", []))
    page = Page(files["one.html"]).text
    assert "FAILED" in page
    assert "ValueError: no" in page
    assert "Part 2" not in page
    assert "never" not in page
    assert "FAILED: 1 of 2 pages is not complete" in Page(files["index.html"]).text
    assert "FAILED" in Page(files["two.html"]).text
    assert json.loads(files["run.json"])["failed"] == ["one"]


def test_articles_in_are_articles_reported_and_articles_listed(run: Any, make_site: Any) -> None:
    files = make_site(run("1-one", []), texts=["One more article. " * 30])
    index = Page(files["index.html"]).text
    assert "4 texts came in: 3 are reported" in index
    assert "empty.txt" in index
    rows = list(csv.DictReader(io.StringIO(files["tables/inputs.csv"])))
    assert [row["status"] for row in rows] == ["reported"] * 3 + ["listed"]
    assert rows[-1]["path"] == "empty.txt"
    assert rows[-1]["reason"]
    for row in rows[:3]:
        assert row["sha256"] in files["one.html"]


def test_warnings_stand_apart_from_findings_and_each_contrast_leads(run: Any, make_site: Any) -> None:
    told = [
        finding("Words are missing.", sure="found", beware=True), finding("Found by rule.", sure="found"),
        finding("No difference.", sure="unclear"), finding("A difference.", sure="clear"), finding("More.", sure="found"),
        finding("Rest.", sure="found"),
    ]  # fmt: skip
    index = make_site(run("1-one", [output(one) for one in told]))["index.html"]
    lead = index[index.index("lead-findings") : index.index("Before you quote it")]
    assert lead.index("A difference.") < lead.index("Found by rule.")
    assert "missing" not in lead
    assert "Words are missing." in index[index.index("Before you quote it") : index.index("How sure is sure")]
    assert "Rest." in index[index.index("Page by page") :]


def test_what_two_outlets_say_differently_comes_before_what_was_counted(run: Any, make_site: Any) -> None:
    told = [
        finding("So many words.", sure="counted"), finding("One says hall, one says palace.", sure="found", differs=True),
        finding("A clear difference.", sure="clear"),
    ]  # fmt: skip
    index = make_site(run("1-one", [output(one) for one in told]))["index.html"]
    lead = index[index.index("lead-findings") :]
    places = [lead.index(words) for words in ("A clear difference.", "One says hall", "So many words.")]
    assert places == sorted(places)


def test_what_every_page_opens_with_is_told_once_in_front(run: Any, make_site: Any) -> None:
    said = [
        finding("A sample of 300.", sure="counted", beware=True),
        finding("Counted over all.", sure="counted"),
    ]
    pages = [run(name, [output(one) for one in said]) for name in ("1-one", "2-two", "3-three")]
    index = make_site(*pages)["index.html"]
    assert Page(index).text.count("A sample of 300.") == Page(index).text.count("Counted over all.") == 1


def test_a_long_finding_is_shortened_in_front_and_whole_on_its_page(run: Any, make_site: Any) -> None:
    files = make_site(run("1-one", [output(finding("word " * 100 + "end.", sure="clear"))]))
    assert "end." not in Page(files["index.html"]).text
    assert "end." in Page(files["one.html"]).text


def test_few_articles_have_a_card_each_with_the_outlets_colour(run: Any, make_site: Any) -> None:
    index = make_site(run("1-one", []))["index.html"]
    assert index.count('class="card"') == 2
    colours = re.findall(r'class="card" style="border-top-color: (#[0-9a-f]{6})"', index)
    assert len(set(colours)) == 2


def test_many_articles_are_counted_where_they_are_not_shown(run: Any, make_site: Any) -> None:
    texts = [f"Article number {number} tells of a bridge over river {number}. " * 20 for number in range(120)]
    files = make_site(run("1-one", []), texts=texts)
    assert files["index.html"].count('class="card"') == 12
    assert "And 110 more" in Page(files["index.html"]).text
    assert "And 22 more" in Page(files["one.html"]).text
    assert len(list(csv.DictReader(io.StringIO(files["tables/inputs.csv"])))) == 123


def test_the_front_page_puts_clear_contrasts_first_and_counts_the_rest(run: Any, make_site: Any) -> None:
    told = [finding(f"Counted {number}.", sure="counted") for number in range(4)]
    index = make_site(run("1-one", [output(one) for one in [*told, finding("A contrast.", sure="clear")]]))[
        "index.html"
    ]
    text = Page(index).text
    told_in_order = sorted(("Counted 0.", "Counted 1.", "Counted 2.", "A contrast."), key=text.index)
    assert told_in_order[0] == "A contrast."
    assert text.count("Counted 0.") == 1


def test_all_the_code_is_behind_one_fold(run: Any, make_site: Any) -> None:
    html = make_site(run("1-one", [], []))["one.html"]
    page = Page(html)
    folds = [one for tag, one in page.tags if tag == "details" and one.get("id") == "code"]
    assert len(folds) == 1
    assert "open" not in folds[0]
    behind = Page(html[html.index('id="code"') :]).text
    assert re.search(r"articles.*show\(0\).*show\(1\)", behind, re.DOTALL)


def test_pictures_have_their_alternative_text(run: Any, make_site: Any) -> None:
    picture = output(image_png="iVBORw0KGgo=\n", text_plain="<Figure>")
    picture["metadata"] = {"image/png": {"alt": 'A "chart"'}}
    page = Page(make_site(run("1-one", [picture, output(image_png="aaaa", text_plain="Bars")]))["one.html"])
    assert page.all("alt") == ['A "chart"', "Bars"]
    assert page.all("src")[0] == "data:image/png;base64,iVBORw0KGgo="


def test_the_executed_notebooks_are_valid_and_hold_what_was_shown(run: Any, make_site: Any) -> None:
    files = make_site(run("1-one", [output(text_plain="<a at 0x7f3a2c41d0>")]))
    node = nbformat.reads(files["notebooks/1-one.ipynb"], as_version=4)
    nbformat.validate(node)
    assert node.cells[-1].outputs[0].data["text/plain"] == "<a at 0x…>"
    assert set(node.metadata) == {"kernelspec", "language_info"}
    assert "version" not in node.metadata.language_info
