"""Articles that try to be more than text: in what they say, in their titles, outlets and file names."""

from __future__ import annotations

import csv
from pathlib import Path

# Each stands in an article as it is here, and must be read on the page as it is here.
TRICKS = (
    '<img src="http://tricked.invalid/a.png" onerror="window.tricked=1">',
    "<script>window.tricked=2;alert(2)</script>",
    "</script></style></title></textarea><svg onload=window.tricked=3><iframe src=http://tricked.invalid></iframe>",
    '" onmouseover="window.tricked=4" autofocus onfocus="window.tricked=4" x="',
    "' onclick='window.tricked=5' --> <!-- ]]>",
    "<b id=tricked>&lt;b&gt; &amp;amp; &#x3c;i&#x3e;</b><base href=http://tricked.invalid><meta http-equiv=refresh content=0>",
    "[press](javascript:window.tricked=6) ![i](http://tricked.invalid/i.png) **bold** `code` # no heading",
    r"$$\require{html}\href{javascript:window.tricked=7}{x}$$ and \(x^2\) and $\unicode{x41}$ \begin{b}",
    "{{ 7*7*7*7*7 }} {% for x in y %} ${7*7*7*7*7} #{7*7*7*7*7} %(name)s {0.__class__}",
    '=HYPERLINK("http://tricked.invalid","y") and =1+1 and @SUM(A1) and +cmd|x and -2+3',
    "!touch tricked.txt ; %%javascript window.tricked=8 ; %system touch tricked.txt ; ?print",
    "'; DROP TABLE articles; -- \"\"\" + open('tricked.txt', 'w').write('x') + \"\"\"",
    "🎉 👩‍👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿 émoji",
    "שלום עולם ומה שלומך, مرحبا بالعالم",
    "\u202eexe.gnp\u202c and \u2066apart\u2069 and \u202bnever closed",
)
ANSI = "\x1b[31mred\x1b[0m \x1b]8;;http://tricked.invalid\x07link\x1b]8;;\x07"
SHOWN_ANSI = "\ufffd[31mred\ufffd[0m"
_NEWS = (
    "The minister denied the {n}% tax on Monday, and {trick} was all that he said about immigration and crime.",
    "“{trick} will ruin {n},000 firms,” said Ann {trick} Holt, the mayor of Leeds.",
    "{trick} is how police began, and Jane Roe of {trick} called it a disgrace in , who knew.",
)
_LONG = " They met at the harbour on Tuesday and agreed that nobody should pay more than £{n} for a ferry to Calais."
_NAMES = ("=1+1<img src=x onerror=alert(1)>.txt", "{{7*7}}' onclick='x, \"and\" more.txt", "-heron.txt")
_OUTLETS = (
    "=Post <b id=tricked>{{ 7*7*7 }}</b>",
    "@Sun <script>alert(3)</script> [x](javascript:alert(4))",
    "+Heron \u202egnp",
)


def text(turn: int) -> str:
    """An article of all tricks, each in another sentence than in the article of the next turn."""
    lines = [
        _NEWS[(number + turn) % 3].format(trick=trick, n=number + 3) + _LONG.format(n=number * 7 + 1)
        for number, trick in enumerate(TRICKS)
    ]
    starts = [trick for trick in TRICKS if trick.startswith(("=", "!", "{{", "<script"))]
    return "\n\n".join([*starts, *lines, ANSI + " ended it." + _LONG.format(n=9), "Image: <u>Jane</u>/PA"])


def articles(folder: Path) -> Path:
    """A folder of three such articles, whose metadata is of the same kind."""
    folder.mkdir(parents=True)
    with (folder / "metadata.csv").open("w", encoding="utf-8", newline="") as listed:
        rows = csv.writer(listed)
        rows.writerow(("file", "outlet", "title", "date", "url"))
        for turn, (name, outlet) in enumerate(zip(_NAMES, _OUTLETS, strict=True)):
            (folder / name).write_text(text(turn), encoding="utf-8")
            rows.writerow(
                (name, outlet, f"{TRICKS[9 - turn]} {TRICKS[turn]}", "2025-11-20", "javascript:alert(5)")
            )
    return folder
