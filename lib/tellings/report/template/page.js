// The contents list follows the reader; the page is whole without this.
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
  const code = document.getElementById("code");
  if (code) addEventListener("beforeprint", () => (code.open = false));
})();
