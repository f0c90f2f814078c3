"""What a test asks of an open page, in the page's own language."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDTHS = (1280, 375)
SCHEMES = ("light", "dark")


@contextmanager
def page_of(browser: Browser, path: Path, *, width: int = 1280, **options: Any) -> Iterator[Page]:
    """A page opened from its file, in a context of its own; it moves at once to where it is told to."""
    size = {"width": width, "height": 900}
    with browser.new_context(viewport=size, reduced_motion="reduce", **options) as context:
        page = context.new_page()
        page.goto(path.as_uri())
        yield page


@contextmanager
def watched(browser: Browser, **options: Any) -> Iterator[tuple[Page, list[str]]]:
    """A page, and the list of what it does that a page of words should not: requests, errors, dialogs, new windows."""
    with browser.new_context(viewport={"width": 1280, "height": 900}, **options) as context:
        seen: list[str] = []
        page = context.new_page()
        page.on("request", lambda asked: seen.append(f"asks for {asked.url[:200]}"))
        page.on("console", lambda said: seen.append(f"console: {said.text}") if said.type in _BAD else None)
        page.on("pageerror", lambda error: seen.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (seen.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        context.on("page", lambda other: seen.append(f"opens {other.url}") if other is not page else None)
        yield page, seen


_BAD = {"error", "warning"}

# Text as a reader gets it, a line each, without what only works the page.
LINES = """() => {
  document.querySelectorAll("button, select, input").forEach((control) => control.remove());
  return document.body.innerText.split("\\n").map((line) => line.replace(/\\s+/g, " ").trim()).filter(Boolean);
}"""

# What stands wider than the page, the outermost of each.
WIDER = """() => {
  const inside = (box) => box.right <= document.documentElement.clientWidth + 1;
  const scrolls = (one) => one && (getComputedStyle(one).overflowX !== "visible" || scrolls(one.parentElement));
  return [...document.body.querySelectorAll("*")].filter((one) => !inside(one.getBoundingClientRect())
    && !scrolls(one.parentElement)).map((one) => one.outerHTML.slice(0, 120));
}"""

# Boxes of which paper would show only a part.
CUT = """() => [...document.body.querySelectorAll("*")].filter((one) => one.querySelector("table, pre, img")
    && getComputedStyle(one).overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1)
  .map((one) => `${one.getAttribute("aria-label") || one.className}: ${one.scrollWidth} in ${one.clientWidth}`)"""

# One element of each look: colours follow from the names and classes of an element and of all around it, and a table
# of a thousand rows has a handful of them. (All of them would be a minute a page.)
LOOKS = """() => {
  const looks = new Map(), known = new Map();
  const chain = (one) => {
    if (!one || one === document.documentElement) return "";
    if (!known.has(one)) known.set(one, chain(one.parentElement) + ">" + own(one));
    return known.get(one);
  };
  const own = (one) => [one.tagName, one.className, one.getAttribute("style"), one.getAttribute("href") !== null,
    one.getAttribute("aria-current"), one.getAttribute("aria-sort"), one.previousElementSibling === null,
    one.tagName === "TR" && one.rowIndex % 2].join("|");
  for (const one of document.body.querySelectorAll("*"))
    if ([...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) && one.getClientRects().length)
      looks.has(chain(one)) || looks.set(chain(one), one);
  return [...looks.values()];
}"""

# Every rule on the whole page; contrast, which is slow, on one element of each look.
AXE = f"""async () => {{
  const short = (result) => ({{ passes: result.passes.length, violations: result.violations }});
  const some = {{ resultTypes: ["violations"] }};
  const rules = {{ "color-contrast": {{ enabled: false }}, "target-size": {{ enabled: true }} }};
  const all = await axe.run({{ ...some, rules }});
  const colours = await axe.run({{ include: ({LOOKS})() }}, {{ ...some, runOnly: ["color-contrast"] }});
  return [short(all), short(colours)];
}}"""

# The rules that ask for a colour: with the other theme nothing else of a page is another.
AXE_COLOURS = f"""async () => {{
  const runOnly = ["color-contrast", "link-in-text-block"];
  const result = await axe.run({{ include: ({LOOKS})() }}, {{ resultTypes: ["violations"], runOnly }});
  return [{{ passes: result.passes.length, violations: result.violations }}];
}}"""

# Every stop of the keyboard: where it stands in the page, how it looks with and without focus, whether it is in sight.
FOCUS_LOG = """() => {
  const stops = [];
  const places = new Map([...document.querySelectorAll("*")].map((one, i) => [one, i]));
  const how = (style) => [style.outlineStyle === "none" ? "" : style.outlineWidth + style.outlineColor, style.boxShadow,
    style.backgroundColor, style.borderColor, style.textDecoration].join();
  const look = (one) => [one, one.parentElement].map((each) => how(getComputedStyle(each))).join()
    + how(getComputedStyle(one, "::before")) + how(getComputedStyle(one, "::after"));
  const seen = (one) => [...one.getClientRects()].some((box) => {
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    const hit = left <= right && top <= bottom && document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return hit && (one.contains(hit) || hit.contains(one) || hit.matches("[popover], [popover] *"));
  });
  document.addEventListener("focusin", ({ target }) => {
    const html = target.outerHTML.slice(0, 120);
    const stop = { target, place: places.get(target), html, focused: look(target), hidden: false };
    stops.push(stop);
    requestAnimationFrame(() => { if (document.activeElement === target) stop.hidden = !seen(target); });
  });
  // How each looks without focus is read when none has it any more: in between, that depends on the moment.
  window.toldStops = () => {
    document.activeElement.blur();
    return stops.map(({ target, ...stop }) => ({ ...stop, blurred: look(target) }));
  };
}"""

# Where every element is, whether it shows, and what is said of it.
BOXES = """() => [...document.body.querySelectorAll("*")].map((one) => {
  const box = one.getBoundingClientRect(), style = getComputedStyle(one);
  return [one.localName, box.x, box.y, box.width, box.height, style.visibility, style.textDecorationLine].join();
}).join("\\n")"""

# How every element of the articles looks.
MARKS = """() => [...document.querySelectorAll("main article article *")].map((one) => {
  const how = (pseudo) => {
    const style = getComputedStyle(one, pseudo);
    return [style.display, style.visibility, style.color, style.backgroundColor, style.fontWeight, style.fontStyle,
      style.textDecoration, style.borderBottom, style.boxShadow, style.outline, style.content].join();
  };
  return how() + how("::before") + how("::after");
}).join("\\n")"""
