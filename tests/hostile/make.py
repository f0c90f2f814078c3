"""The corpus of hostile files, as the script that makes it: ``python tests/hostile/make.py FOLDER``.

Two sets. :func:`files` makes what a scraper, an archive or a stranger may put where an article should be, each with
what the loader must say of it. :func:`texts` gives articles that are loaded and must not disturb any reader or page.
"""

from __future__ import annotations

import json
import os
import socket
import sys
import unicodedata
from collections.abc import Mapping
from pathlib import Path

GOOD = "The harbour board met on Tuesday. It voted 12 to 3 for the bridge, and the mayor said it “will cost £4m”.\n"
OPENING = "The council met on Monday to talk about the ferry, and nobody left before the vote at noon.\n\n"
CLOSING = (
    "\n\nMayor Ann Holt said the fare would rise by 5% in May. “It is a fair price,” she told the board."
)
LARGEST = 4_000
"""What :func:`files` means by too large: its test loads with this limit."""

# Files that hold no article, and how the loader's reason begins.
REFUSED: Mapping[str, tuple[bytes, str]] = {
    "empty": (b"", "empty"),
    "white": (b" \t\r\n\x0c ", "only white space"),
    "marked": (b"\xef\xbb\xbf", "only white space"),
    "wide-space": ("\u3000\u2003\u00a0\n".encode(), "only white space"),
    "unseen": ("\u200b\u2060\ufeff".encode(), "only white space"),
    "zeros": (bytes(3_000), "binary data"),
    "noise": (bytes(i * 7919 % 256 for i in range(3_000)), "binary data"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not text but"),
    "program": (b"\x7fELF\x02\x01\x01" + bytes(300), ""),
    "packed": (b"PK\x03\x04" + bytes(range(200)), "not text but"),
    "squeezed": (b"\x1f\x8b\x08" + bytes(range(256)), ""),
    "large": (b"word " * 1_000, "larger than 4,000 bytes"),
}

# Files that hold an article all the same.
TAKEN: Mapping[str, bytes] = {
    "one-byte": b"a",
    "one-mark": b".",
    "no-line-end": GOOD.strip().encode(),
    "old-line-ends": (GOOD * 2).replace("\n", "\r").encode(),
    "with-mark": b"\xef\xbb\xbf" + GOOD.encode(),
    "wide": GOOD.encode("utf-16"),
    "wide-unmarked": GOOD.encode("utf-16-le"),
    "western": GOOD.encode("cp1252"),
    "cut-in-a-character": GOOD.encode() + "”".encode()[:2],
    "half-and-half": GOOD.encode() + GOOD.encode("cp1252"),
}

NAMES = (
    "two words", "it's \"quoted\"", "new\nline", "-rf", "--help", "..", "..; cd ..", "a" * 251, "%2e%2e%2fetc",
    "..\\..\\up", "C:\\Users\\ann\\story", "con", "{{ name }}", "$(touch tricked)", "`touch tricked`", "=1+1", "\u202egnp",
    "'; DROP TABLE",
    "<script>alert(1)", "&amp;", "*", "?", "~", "tab\there", "bell\x07", "\x1b[31mred", "👩‍🚒", "新闻", "ﬁle", "İstanbul",
    unicodedata.normalize("NFC", "café"), unicodedata.normalize("NFD", "café"), "Upper", "upper",
)  # fmt: skip
"""Stems of file names; ``..`` makes ``...txt``, which is hidden and listed."""


def files(folder: Path) -> dict[str, str]:
    """Fill a folder with all kinds; gives the files that must be listed, each with how its reason begins."""
    folder.mkdir(parents=True)
    for number, (name, data) in enumerate(TAKEN.items()):
        (folder / f"taken-{number}-{name}.txt").write_bytes(data)
    for number, name in enumerate(NAMES):
        (folder / f"{name}.txt").write_text(f"{GOOD}It was seen {number + 20} times.\n", encoding="utf-8")
    undecodable = os.fsdecode(os.fsencode(folder) + b"/\xff\xfe.txt")
    Path(undecodable).write_text(GOOD + "Nobody saw it.", encoding="utf-8")
    for name, (data, _) in REFUSED.items():
        (folder / f"refused-{name}.txt").write_bytes(data)
    listed = {f"refused-{name}.txt": reason for name, (_, reason) in REFUSED.items()}
    return listed | {"...txt": "a hidden file"} | _places(folder)


def _places(folder: Path) -> dict[str, str]:
    """What stands in the place of a file and is none."""
    (folder / "folder.txt").mkdir()
    (folder / "broken.txt").symlink_to("gone")
    (folder / "round.txt").symlink_to("round.txt")
    (folder / "there.txt").symlink_to("back.txt")
    (folder / "back.txt").symlink_to("there.txt")
    (folder / "up").symlink_to("..", target_is_directory=True)
    (folder / "device.txt").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe.txt")
    _socket(folder / "socket.txt")
    (folder / "page.html").write_text("<p>An article that was saved as a page.</p>")
    (folder / "rows.jsonl").write_text(json.dumps({"text": GOOD}))
    links = dict.fromkeys(("broken.txt", "round.txt", "there.txt", "back.txt"), "cannot be read")
    return {
        **links, "folder.txt": "a folder, not a file", "up": "a link to a folder", "device.txt": "not a file but a device",
        "pipe.txt": "not a file but a pipe", "socket.txt": "not a file but a socket", "page.html": "not a .txt file",
        "rows.jsonl": "a table inside a folder",
    }  # fmt: skip


def _socket(path: Path) -> None:
    """Bound by a short name: a socket's whole path may hold a hundred bytes only."""
    before = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(path.name)
    finally:
        os.chdir(before)


def texts(size: int = 1_000_000) -> dict[str, str]:
    """Articles of every hostile kind, the long ones of about ``size`` characters."""
    tenth = size // 100
    return {
        name: OPENING + text + CLOSING
        for name, text in {**_characters(), **_code(), **_long(size, tenth)}.items()
    }


def _characters() -> dict[str, str]:
    """Kinds of character."""
    controls = "".join(map(chr, [*range(1, 9), *range(14, 32), *range(127, 160)]))
    return {
        "nul": "The bridge\0 was\0\0 shut.",
        "lone-surrogates": "Half \ud83d and half \udea2 and \udc00\ud800 turned round.",
        "controls": f"The bridge {controls} was shut. \x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029 It opened.",
        "bidirectional": "The \u202eegdirb\u202c was \u2066shut\u2069, \u202bnever closed \u061c\u200e\u200f.",
        "zero-width": "The br\u200bid\u200dge \u2060was\ufeff sh\u00adut.\u200c " * 40,
        "stacks": "The bri" + "\u0301\u0316\u0489" * 400 + "dge was shut. " + "e\u0302\u0327" * 900,
        "emoji": "👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿🇬🇧🇬 👍🏽 said 🎉“🎉”🎉. " * 60,
        "arabic": "قال رئيس البلدية «الجسر مغلق» يوم الاثنين، وأضاف ٤٥٪ من الناس. " * 40,
        "chinese": "市长说：“大桥已经关闭。”他还说，百分之四十五的人反对！" * 60,
        "odd-digits": "It cost £٣٫٥m, ４５ people, ²³½⅞ of ⅻ, and 𝟗𝟗 per cent rose by ௧௨. Ⅷ ㊿ ௲ " * 20,
        "private": "\ue000\uf8ff\U000f0000\U0010ffff\ufffe\uffff\ufdd0 said “\ue000”. " * 40,
        "case": "İ ı ß ŉ ǰ ΐ ﬀ ﬃ ſ K Å Σς said “İİİ”. " * 60,
        "mojibake": "Itâ€™s â€œfineâ€\x9d, he said. Ã©tÃ© Ã‚Â£5m. " * 40,
    }


def _code() -> dict[str, str]:
    """What is code somewhere else."""
    return {
        "html": "<script>window.tricked=1</script><img src=x onerror=alert(1)></style></textarea><!-- ]]>&lt;&#x3c;"
        * 20,
        "markdown": "# Heading\n\n```\ncode\n\n| a | b |\n|---|---|\n[x](javascript:alert(1)) ![i](x) **b** <b>\n---\n"
        * 10,
        "latex": r"$$\input{/etc/passwd}\href{javascript:x}{y}$$ \(x\) \begin{b} \write18{touch tricked} "
        * 20,
        "jinja": "{{ 7*7 }} {% for x in y %} {# no #} ${7*7} #{7*7} %(name)s {0.__class__} {% raw %}" * 20,
        "magics": "%%bash\ntouch tricked\n\n!touch tricked\n\n%system touch tricked\n\n?print\n\n%%javascript\nalert(1)\n\n"
        * 5,
        "formulas": "=HYPERLINK(\"http://x.invalid\")\n\n@SUM(A1)\n\n+cmd|' /C calc'!A0\n\n-2+3\n\n\t=1+1\n\n"
        * 5,
        "ansi": "\x1b[31mred\x1b[0m \x1b]8;;http://x.invalid\x07link\x1b]8;;\x07 \x1b[2J\x9b31m " * 20,
        "parameters": '# Parameters\narticles = "/etc"\ntop: int = 9\nimport os; os.system("touch tricked")\n"""\n\'\'\'\n\\'
        * 5,
        "sql": "'; DROP TABLE articles; -- \" OR 1=1 $$ ; COPY (SELECT 1) TO 'tricked'; " * 20,
        "addresses": "http://x.invalid/"
        + "a/" * 900
        + " www."
        + "a." * 900
        + " ann@"
        + "x." * 900
        + "invalid",
        "format": "%s %n %d {} {0} {x!r} %(x)s \\x00 \\u0000 \\N{BULLET} \\1 \\g<0> $1 " * 40,
    }


def _long(size: int, tenth: int) -> dict[str, str]:
    """What is long: quadratic work, deep recursion and numbers too large show here."""
    digits = "9" * tenth
    return {
        "one-sentence": "the board met and " * (size // 18),
        "one-word": "a" * size,
        "one-capital-word": "A" * size,
        "hyphens": "well-" * (size // 5),
        "marks": "“" * tenth + '"' * tenth + "'" * tenth + "”" * tenth + "’ “" * (tenth // 3),
        "open-marks": "“He said " * (tenth // 3),
        "brackets": "([{<«‹" * (tenth // 6) + "fare" + "›»>}])" * (tenth // 6),
        "digits": f"The fare rose by {digits} pounds to £{digits}, or {digits}%, in {digits}, and -{digits}.{digits}.",
        "grouped-digits": "It cost £" + "999," * (tenth // 4) + "999m and 1" + " 000" * (tenth // 4) + ".",
        "number-words": "twenty-" * (tenth // 7) + "two million thousand hundred " * (tenth // 28),
        "exponents": "It rose by 1e999999, 1e-999999, 1E+309, NaN, nan%, inf, -Infinity, 0x7f, 1_000 and 9e9e9. £NaN "
        * 20,
        "dots": "." * tenth + " ... " + "…" * tenth + "!?" * tenth + " A. B. " * (tenth // 7),
        "commas": ", , ,;: — – - " * (tenth // 14) + " said , who" * (tenth // 10),
        "spaces": "The " + " " * size + " bridge" + "\t" * tenth + "\u00a0" * tenth + ".",
        "lines": "\n" * (size // 2) + "Bridge" + "\r\n \n" * (size // 10),
        "short-lines": "Shut.\n\n" * (tenth),
        "names": "Ann Holt of Leeds " * (tenth // 18) + "Mc" * tenth + " Sir Mr Dr Lord " * (tenth // 16),
        "said": "said " * (tenth // 5) + "he said she said that " * (tenth // 20),
        "cues": "crisis illegal immigrants tax " * (tenth // 30) + "not very " * (tenth // 9),
        "dates": "Monday 3 May 2020 last week on 31/02/2020 " * (tenth // 40) + "1/" * tenth,
        "captions": "Image: Getty/PA/Reuters\n\nRead more: x\n\nShare this\n\n" * (tenth // 50),
    }


def write(folder: Path, articles: Mapping[str, str]) -> Path:
    """Articles as files, one each; halves of characters as the bytes that some programs write."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in articles.items():
        (folder / f"{name}.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
    return folder


if __name__ == "__main__":
    to = Path(sys.argv[1])
    files(to / "files")
    write(to / "texts", texts())
