// The contents list follows the reader, tables can be sorted; the page is whole without this.
(() => {
  const links = new Map([...document.querySelectorAll(".contents a")].map((a) => [a.hash.slice(1), a]));
  const heads = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  const fold = document.querySelector(".contents details");
  if (fold && matchMedia("(max-width: 68rem)").matches) fold.open = false;
  const mark = () => {
    const above = heads.filter((head) => head.getBoundingClientRect().top < innerHeight / 3);
    const here = above.length ? above[above.length - 1].id : "";
    links.forEach((a, id) => (id === here ? a.setAttribute("aria-current", "true") : a.removeAttribute("aria-current")));
  };
  if (heads.length) {
    new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px", threshold: [0, 1] }).observe(heads[0]);
    addEventListener("scroll", () => requestAnimationFrame(mark), { passive: true });
    mark();
  }

  // A heading's button sorts up, then down, then back to the order of the page; what is missing stays last.
  const number = (text) => {
    const found = text.replace(/,/g, "").replace(/\u2212/g, "-").match(/-?\d+(\.\d+)?/);
    return found ? +found[0] : NaN;
  };
  const words = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  const sort = (body, rows, place, numeric, way) => {
    const key = (row) => row.cells[place].textContent.trim();
    const keyed = rows.map((row) => [numeric ? number(key(row)) : key(row), row]);
    const none = ([value]) => (numeric ? isNaN(value) : value === "" || value === "\u2013");
    const order = (a, b) => none(a) - none(b) || (none(a) ? 0 : way * (numeric ? a[0] - b[0] : words.compare(a[0], b[0])));
    body.append(...(way ? keyed.sort(order).map((one) => one[1]) : rows));
  };
  const buttons = [];
  document.querySelectorAll(".tl-table > table").forEach((table) => {
    const body = table.tBodies[0], rows = [...body.rows], ths = [...table.tHead.rows[0].cells];
    if (rows.length < 3 || rows.some((row) => row.cells.length !== ths.length)) return;
    ths.forEach((th, place) => {
      const numeric = th.classList.contains("tl-number") || rows.every((row) => /^(\d[\d,.]*|\u2013)?$/.test(row.cells[place].textContent.trim()));
      const button = document.createElement("button");
      button.type = "button";
      button.append(...th.childNodes);
      if (!button.textContent.trim()) return;
      th.append(button);
      buttons.push([th, button]);
      button.addEventListener("click", () => {
        const now = th.getAttribute("aria-sort");
        const next = now === "ascending" ? "descending" : now ? "" : "ascending";
        ths.forEach((one) => one.removeAttribute("aria-sort"));
        if (next) th.setAttribute("aria-sort", next);
        sort(body, rows, place, numeric, { ascending: 1, descending: -1 }[next] || 0);
      });
    });
  });

  // Paper has no buttons, and a heading that holds one is not repeated on the next sheet.
  const folds = new Map();
  addEventListener("beforeprint", () => {
    document.querySelectorAll("details.code, details.key").forEach((one) => {
      folds.set(one, one.open);
      one.open = one.matches(".key");
    });
    buttons.forEach(([th, button]) => (th.append(...button.childNodes), button.remove()));
  });
  addEventListener("afterprint", () => {
    folds.forEach((open, one) => (one.open = open));
    buttons.forEach(([th, button]) => (button.append(...th.childNodes), th.append(button)));
  });
})();
