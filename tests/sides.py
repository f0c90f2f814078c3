"""What a side-by-side page holds, taken apart by Python's own parser."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"input", "br", "meta"}
APART = {"tl-badge", "tl-hole"}  # what is written between the article's words


class Side(HTMLParser):
    """The tags, ids, links and popovers of a page, and the words of each sentence."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.targets: list[str] = []
        self.notes: dict[str, str] = {}
        self.names: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.sentences: dict[str, str] = {}
        self.marked: dict[str, str] = {}
        self.feed(html)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        if tag not in VOID:
            self.open.append((tag, given))
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag == "a" and given.get("href"):
            self.hrefs.append(str(given["href"]))
        if "popovertarget" in given:
            self.targets.append(str(given["popovertarget"]))
            self.names.append(str(given["aria-label"]))
        if "popover" in given:
            self.notes[str(given["id"])] = ""

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        kinds = [str(given.get("class") or "").split() for _, given in self.open]
        note = next((str(given["id"]) for _, given in self.open if "popover" in given), "")
        if note:
            self.notes[note] += data
        if any(tag == "button" for tag, _ in self.open) or any(APART & set(kind) for kind in kinds):
            return
        for (_, given), kind in zip(self.open, kinds, strict=True):
            id_ = str(given.get("id") or "")
            if "tl-sentence" in kind:
                self.sentences[id_] = self.sentences.get(id_, "") + data
            elif id_ and any(name.startswith("tl-") for name in kind):
                self.marked[id_] = self.marked.get(id_, "") + data
