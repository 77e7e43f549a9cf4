"""Fonts: the web subsets of a face joined into one TrueType file each."""

from __future__ import annotations

import functools
import io
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

from packer.modules import Module

FACES = Path(__file__).with_name("faces.toml")
SUBSETS = ("latin", "latin-ext", "vietnamese", "cyrillic", "greek")
SCREEN_TABLES = ("fpgm", "prep", "cvt ", "gasp", "DSIG", "STAT", "meta", "hdmx", "VDMX", "LTSH")
"""Hints and notes for small screens. Nothing here hints, and hints of different subsets cannot be joined."""
NAMES_SHOWN = (1, 3, 4, 6, 16, 18, 21, 25)
"""Name records with the family's name. Some licences reserve the name for unchanged fonts, so ours is another."""


def faces() -> list[tuple[str, str]]:
    """(family, style) of each face: ("playfair-display", "400-italic")."""
    whole = [(family, style) for family, styles in table()["families"].items() for style in styles]
    return whole + [(family, style) for family, each in table()["scripts"].items() for style in each["styles"]]


@functools.cache
def table() -> dict[str, Any]:
    """What goes into the pack, by kind of family."""
    return tomllib.loads(FACES.read_text(encoding="utf-8"))


def member_name(family: str, style: str) -> str:
    """Where a face lies in the pack: "fonts/playfair-display-400-italic.ttf"."""
    return f"fonts/{family}-{style.removesuffix('-normal')}.ttf"


def fonts(modules: dict[str, Module]) -> Iterator[tuple[str, bytes]]:
    """Member name and TrueType data of each face."""
    for family, style in faces():
        folder = modules[f"@fontsource/{family}"].folder / "files"
        script = table()["scripts"].get(family)
        wanted = (script["subset"],) if script else SUBSETS
        subsets = [folder / f"{family}-{subset}-{style}.woff2" for subset in wanted]
        yield member_name(family, style), join([path for path in subsets if path.exists()], f"{family} {style}")


def join(subsets: list[Path], source: str) -> bytes:
    """One TrueType font with the glyphs, kerning and ligatures of all subsets; the first wins where two differ."""
    with tempfile.TemporaryDirectory() as folder:
        taken: set[int] = set()
        plain = [_unpack(path, Path(folder) / f"{i}.ttf", taken) for i, path in enumerate(subsets)]
        font = Merger().merge([str(path) for path in plain]) if len(plain) > 1 else TTFont(plain[0])
        rename(font, f"Packed from {source}")
        undate(font)
        data = io.BytesIO()
        font.save(data)
    return data.getvalue()


def _unpack(subset: Path, target: Path, taken: set[int]) -> Path:
    """Write a subset as plain TrueType, without the characters that are ``taken``, and take those it has.

    Subsets repeat a few letters, "A" for one. Joined as they are, the merger would have the last one's "A" replace
    the first one's by a feature, and with it go the kerning pairs of the first.
    """
    font = TTFont(subset, recalcTimestamp=False)
    font.flavor = None
    for mapping in font["cmap"].tables:
        for character in taken & mapping.cmap.keys():
            del mapping.cmap[character]
    taken.update(font.getBestCmap())
    for screen_table in SCREEN_TABLES:
        if screen_table in font:
            del font[screen_table]
    font.save(target)
    return target


def undate(font: TTFont) -> None:
    """No dates: the same subsets always join into the same bytes."""
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = 0


def rename(font: TTFont, name: str) -> None:
    """Give the font another name, as reserved names demand."""
    names = font["name"]
    for record in list(names.names):
        if record.nameID in NAMES_SHOWN:
            names.removeNames(record.nameID, record.platformID, record.platEncID, record.langID)
    for shown in (1, 3, 4):
        names.setName(name, shown, 3, 1, 0x409)
    names.setName(name.replace(" ", ""), 6, 3, 1, 0x409)
