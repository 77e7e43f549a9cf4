"""Fonts of thousands of characters, which stay in the slices that the web gets: each a font of its own.

A slice keeps outlines and widths only; its characters stand alone, without kerning or ligatures.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

from packer import fonts
from packer.modules import Module

COVERAGE = "fonts/coverage.json"
KEPT_TABLES = frozenset({"head", "hhea", "maxp", "OS/2", "hmtx", "cmap", "loca", "glyf", "name", "post"})
LEAST_SHARE = 0.3
"""Of a slice's characters, that belong to the national standard."""


def families() -> dict[str, dict[str, Any]]:
    """The sliced families: {"noto-sans-jp": {"standard": "shift_jis", "styles": [...]}}."""
    found: dict[str, dict[str, Any]] = fonts.table()["sliced"]
    return found


def count(modules: dict[str, Module]) -> int:
    """How many slices there are to look at."""
    return sum(
        len(_files(modules, family, style)) for family, entry in families().items() for style in entry["styles"]
    )


def _files(modules: dict[str, Module], family: str, style: str) -> list[Path]:
    folder = modules[f"@fontsource/{family}"].folder / "files"
    return sorted(folder.glob(f"{family}-[0-9]*-{style}.woff2"))


def slices(modules: dict[str, Module]) -> Iterator[tuple[str, bytes]]:
    """Member name and TrueType data of each slice that is kept, the table of their characters last."""
    coverage: dict[str, dict[str, str]] = {}
    for family, entry in families().items():
        for style in entry["styles"]:
            for path in _files(modules, family, style):
                name = path.name.removeprefix(f"{family}-").removesuffix(f"-{style}.woff2")
                characters, data = read_slice(path, f"{family} {name} {style}")
                if share_of(characters, entry["standard"]) >= LEAST_SHARE:
                    coverage.setdefault(family, {})[name] = characters
                    yield f"fonts/{family}-{style.removesuffix('-normal')}/{name}.ttf", data
    yield COVERAGE, json.dumps(coverage, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def read_slice(path: Path, source: str) -> tuple[str, bytes]:
    """The characters of a slice in order, and the slice as plain TrueType."""
    font = TTFont(path, recalcTimestamp=False)
    font.flavor = None
    for table in set(font.keys()) - KEPT_TABLES - {"GlyphOrder"}:
        del font[table]
    fonts.rename(font, f"Packed from {source}")
    fonts.undate(font)
    data = io.BytesIO()
    font.save(data)
    return "".join(chr(code) for code in sorted(font.getBestCmap())), data.getvalue()


def share_of(characters: str, standard: str) -> float:
    """The share of characters that an encoding knows."""
    return sum(_knows(standard, character) for character in characters) / max(1, len(characters))


def _knows(standard: str, character: str) -> bool:
    try:
        character.encode(standard)
    except UnicodeEncodeError:
        return False
    return True
