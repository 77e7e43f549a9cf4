"""Shaping: from characters to placed outlines, with kerning and ligatures, in both directions."""

from __future__ import annotations

import functools
import itertools
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import skia
import uharfbuzz as hb

from aquatint.engines.composer.type import bidi
from aquatint.engines.composer.type.fonts import Face
from aquatint.engines.composer.type.lending import faces_of


class Ink(NamedTuple):
    """Where a line's ink lies, in ems from its origin on the baseline, y down."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A shaped line at type size 1. All lengths are in ems."""

    text: str
    """What is drawn, in composed form (NFC), without the characters that no face has."""
    advance: float
    """From the origin to where the next character would begin; no tracking after the last."""
    ink: Ink
    path: Any
    """The outlines: a skia.Path, y down, baseline at 0."""

    @property
    def width(self) -> float:
        """Room that the line needs: its advance, or its ink where swashes reach further."""
        return max(self.advance, self.ink.right) - min(0.0, self.ink.left)


class Run(NamedTuple):
    """A stretch of text in one face and one direction."""

    face: Face
    text: str
    leftwards: bool


def missing(text: str, face: Face) -> str:
    """The characters of ``text`` that no packed face can draw, each once, in order. ``face`` is asked first."""
    composed = _composed(text)
    if all(ord(c) in face.covered for c in composed):
        return ""
    lost = (c for c, found in zip(composed, faces_of(composed, face), strict=True) if found is None)
    return "".join(dict.fromkeys(c for c in lost if not _invisible(c)))


@functools.lru_cache(maxsize=1024)
def shape(text: str, face: Face, tracking: float = 0.0) -> Line:
    """One line of text, set in ``face`` and, character by character, in the faces that lend it what it lacks.

    ``tracking`` is extra space between characters in ems; any opens ligatures. It is not given to scripts whose
    letters join. Line breaks count as spaces; characters that no face has are left out (`missing` tells which).
    """
    pen = 0.0
    path = skia.Path()
    kept, runs = _runs(_composed(text), face)
    for run in runs:
        pen = _set_run(path, pen, run, 0.0 if run.face.joined else tracking)
    # An arc of no length, a degenerate contour, would widen the bounds of an empty path: ask for the tight ones.
    bounds = path.computeTightBounds()
    ink = Ink(bounds.left(), bounds.top(), bounds.right(), bounds.bottom())
    return Line(kept, max(0.0, pen - tracking), ink, path)


def glyphs(text: str, face: Face) -> list[tuple[str, int]]:
    """The glyphs of a line from left to right: (name of the face, number of the glyph)."""
    _, runs = _runs(_composed(text), face)
    return [(run.face.name, info.codepoint) for run in runs for info in _shaped(run, 0.0).glyph_infos]


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.splitlines()) if "\n" in text else text).replace("\t", " ")


def _invisible(character: str) -> bool:
    """Marks that steer layout and have no shape: joiners, variation selectors, controls."""
    return unicodedata.category(character) in ("Cf", "Cc") or "\ufe00" <= character <= "\ufe0f"


def _runs(text: str, face: Face) -> tuple[str, list[Run]]:
    """The text that faces have, and its runs from left to right."""
    leftwards = bidi.has_right_to_left(text)
    if not leftwards and all(ord(c) in face.covered for c in text):
        return text, [Run(face, text, False)] if text else []
    kept = list(_kept(text, face, bidi.levels(text) if leftwards else [0] * len(text)))
    stretches = [
        (level, Run(font, "".join(c for c, _, _ in group), bool(level % 2)))
        for (level, font), group in itertools.groupby(kept, key=lambda each: (each[2], each[1]))
    ]
    return "".join(c for c, _, _ in kept), [run for _, run in bidi.in_visual_order(stretches)]


def _kept(text: str, face: Face, levels: list[int]) -> Iterator[tuple[str, Face, int]]:
    for character, font, level in zip(text, faces_of(text, face), levels, strict=True):
        if font is not None:
            yield character, font, level


def _shaped(run: Run, tracking: float) -> Any:
    buffer = hb.Buffer()
    buffer.add_str(run.text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if run.leftwards else "ltr"
    hb.shape(run.face.font, buffer, {"kern": True, "liga": not tracking, "clig": not tracking})
    return buffer


def _set_run(path: Any, pen: float, run: Run, tracking: float) -> float:
    """Add a run's outlines to the path from ``pen`` on; return where the pen is then."""
    buffer = _shaped(run, tracking)
    unit = 1 / run.face.units
    infos, places = buffer.glyph_infos, buffer.glyph_positions
    for i, (info, place) in enumerate(zip(infos, places, strict=True)):
        path.addPath(run.face.outline(info.codepoint), pen + place.x_offset * unit, -place.y_offset * unit)
        pen += place.x_advance * unit
        if i + 1 == len(infos) or infos[i + 1].cluster != info.cluster:
            pen += tracking
    return pen
