"""Nothing of the time, the folder or the machine stays in an executed notebook."""

from __future__ import annotations

from pathlib import Path

from tellings.report._clean import places_of, scrub
from tellings.report._execute import plain


def test_folders_addresses_colours_and_the_files_of_cells_are_rubbed_out(tmp_path: Path) -> None:
    places = places_of([tmp_path, tmp_path / "lib", Path("/tmp")])
    text = (
        f"\x1b[31m{tmp_path}/lib/tellings/a.py\x1b[0m read {tmp_path}/seeds and {tmp_path}: "
        f"<x at 0x7f3a2c41d0> {tmp_path}x\n"
        "/tmp/ipykernel_991/31.py:2: note\nC:/ipykernel_7/8.py"
    )
    assert (
        scrub(text, places)
        == f"tellings/a.py read seeds and .: <x at 0x…> {str(tmp_path)[5:]}x\ncell:2: note\nC:cell"
    )


def test_plain_takes_out_every_kind_of_terminal_code() -> None:
    assert plain("\x1b[1;31mred\x1b[0m \x1b]0;title\x07x \x1b]8;;http://a\x1b\\link\x1bM") == "red x link"


def test_a_number_in_hex_is_not_an_address() -> None:
    assert scrub("0xff and colour 0x12", places_of([])) == "0xff and colour 0x12"


def test_the_root_is_never_a_place() -> None:
    assert scrub("/a/b and /", places_of([Path("/")])) == "/a/b and /"
