"""Faces: found by role and mood, loaded from the pack, with their measures.

Outlines come from HarfBuzz and are filled as paths, not through the fonts of the operating system, so the same
words look the same on every machine.
"""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass, field
from importlib import resources
from typing import Any, Literal

import skia
import uharfbuzz as hb

from aquatint import pack

Role = Literal["display", "title", "text", "strong"]
DEFAULT_MOOD = "modern"
_WHOLE_FACE = re.compile(r"fonts/([^/]+)\.ttf")
USUAL_HEIGHT = {"H": 0.72, "x": 0.54}
"""Of capitals and small letters, in ems."""


class UnknownFace(KeyError):
    """The pack has no face of that name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        return f"There is no face named {self.name!r}"


@dataclass(frozen=True, eq=False)
class Face:
    """One loaded face. There is one object per name, so faces compare by identity. Measures are in ems."""

    name: str
    """As in the pack: "playfair-display-400-italic"."""
    font: Any = field(repr=False)
    """HarfBuzz font."""
    units: int
    """Font units per em."""
    covered: frozenset[int] = field(repr=False)
    """Code points that it can draw."""
    ascent: float
    descent: float
    """Positive: how far letters reach below the baseline."""
    cap_height: float
    x_height: float
    outlines: dict[int, Any] = field(default_factory=dict, repr=False)
    """Paths of the glyphs drawn so far, in ems, y down."""

    def outline(self, glyph: int) -> Any:
        """The path of a glyph in ems, y down, its origin at (0, 0)."""
        if glyph not in self.outlines:
            self.outlines[glyph] = _trace(self.font, glyph, 1 / self.units)
        return self.outlines[glyph]

    @property
    def fallbacks(self) -> tuple[Face, ...]:
        """The faces that lend the characters that this one lacks, in order."""
        table = sheet()["fallback"]
        kind = next((kind for kind in table["kind"] if self.name.startswith(kind)), None)
        lenders = table["kind"][kind] if kind else table["heavy" if self.heavy else "light"]
        return tuple(load_face(name) for name in lenders if name != self.name)

    @property
    def heavy(self) -> bool:
        """Whether its strokes are those of a semibold or bolder."""
        return any(part.isdecimal() and int(part) >= 600 for part in self.name.split("-"))

    @property
    def stout(self) -> bool:
        """Whether letters of another script beside its own are best bold: it is heavy, or a display face."""
        return self.heavy or self.name.startswith(tuple(sheet()["scripts"]["stout"]))

    @property
    def joined(self) -> bool:
        """Whether its letters join, so that no space may open between them."""
        return self.name.startswith(tuple(sheet()["scripts"]["joined"]))


def face(role: Role, mood: str = "") -> Face:
    """The face that plays ``role`` in a mood; an unknown mood is taken for the plain one.

    ``mood`` is a mood's own name or one of its words, "deco" or "art deco".
    """
    key = mood.strip().lower()
    name = key if key in sheet()["moods"] else _mood_words().get(key, DEFAULT_MOOD)
    return load_face(sheet()["moods"][name][role])


def css_attributes(face: Face) -> str:
    """How an SVG names the face: family (with a plain one to fall back on), weight and slope."""
    parts = face.name.split("-")
    numbers = [index for index, part in enumerate(parts) if part.isdecimal() and len(part) == 3]
    cut = numbers[0] if numbers else len(parts)
    family = " ".join(part.capitalize() for part in parts[:cut])
    weight = parts[cut] if numbers else "400"
    slope = ' font-style="italic"' if "italic" in parts[cut:] else ""
    return f'font-family="\'{family}\', sans-serif" font-weight="{weight}"{slope}'


def moods() -> tuple[str, ...]:
    """The names of all moods."""
    return tuple(sheet()["moods"])


def mood_of(word: str) -> str | None:
    """The mood that a word (or two) stands for, or None."""
    key = word.strip().lower()
    if key in sheet()["moods"]:
        return key
    return _mood_words().get(key)


@functools.cache
def face_names() -> frozenset[str]:
    """The names that `load_face` knows."""
    return frozenset(found.group(1) for found in map(_WHOLE_FACE.fullmatch, pack.names()) if found)


@functools.cache
def load_face(name: str) -> Face:
    """The face of that name. Raises `UnknownFace`."""
    try:
        data = pack.read(f"fonts/{name}.ttf")
    except KeyError:
        raise UnknownFace(name) from None
    source = hb.Face(hb.Blob(data))
    font = hb.Font(source)
    extents = font.get_font_extents("ltr")
    units = source.upem
    return Face(
        name=name,
        font=font,
        units=units,
        covered=frozenset(source.unicodes),
        ascent=extents.ascender / units,
        descent=-extents.descender / units,
        cap_height=_top(font, "H", units),
        x_height=_top(font, "x", units),
    )


def _top(font: Any, letter: str, units: int) -> float:
    """Height of a letter in ems; of a script without capitals, that of the usual ones."""
    glyph = font.get_nominal_glyph(ord(letter))
    return font.get_glyph_extents(glyph).y_bearing / units if glyph else USUAL_HEIGHT[letter]


@functools.cache
def sheet() -> dict[str, Any]:
    """The table of faces and their roles."""
    return tomllib.loads(resources.files(__package__).joinpath("faces.toml").read_text(encoding="utf-8"))


@functools.cache
def _mood_words() -> dict[str, str]:
    return {word: mood for mood, entry in sheet()["moods"].items() for word in entry["words"]}


def _trace(font: Any, glyph: int, scale: float) -> Any:
    path = skia.Path()
    font.draw_glyph(glyph, _pens(), (path, scale))
    return path


@functools.cache
def _pens() -> Any:
    """HarfBuzz's callbacks; the data they get is the path and the length of a font unit in ems."""
    pens = hb.DrawFuncs()
    pens.set_move_to_func(lambda x, y, to: to[0].moveTo(x * to[1], -y * to[1]))
    pens.set_line_to_func(lambda x, y, to: to[0].lineTo(x * to[1], -y * to[1]))
    pens.set_quadratic_to_func(
        lambda cx, cy, x, y, to: to[0].quadTo(cx * to[1], -cy * to[1], x * to[1], -y * to[1])
    )  # fmt: skip
    pens.set_cubic_to_func(
        lambda ax, ay, bx, by, x, y, to: to[0].cubicTo(*(n * to[1] for n in (ax, -ay, bx, -by, x, -y)))
    )
    pens.set_close_path_func(lambda to: to[0].close())
    return pens
