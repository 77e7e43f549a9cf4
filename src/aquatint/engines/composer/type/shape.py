"""Shaping: from characters to placed outlines, with kerning and ligatures."""

from __future__ import annotations

import functools
import itertools
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import skia
import uharfbuzz as hb

from aquatint.engines.composer.type.fonts import Face


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


def missing(text: str, face: Face) -> str:
    """The characters of ``text`` that neither ``face`` nor its fallbacks can draw, each once, in order."""
    drawable = [face.covered, *(other.covered for other in face.fallbacks)]
    lost = (c for c in _composed(text) if not any(ord(c) in covered for covered in drawable))
    return "".join(dict.fromkeys(c for c in lost if not _invisible(c)))


@functools.lru_cache(maxsize=1024)
def shape(text: str, face: Face, tracking: float = 0.0) -> Line:
    """One line of text, set in ``face`` and, character by character, in its fallbacks.

    ``tracking`` is extra space between characters in ems; any opens ligatures. Line breaks count as spaces;
    characters that no face has are left out (`missing` tells which).
    """
    pen = 0.0
    path = skia.Path()
    drawn: list[str] = []
    for font, run in _runs(_composed(text), face):
        pen = _set_run(path, pen, run, font, tracking)
        drawn.append(run)
    # An arc of no length, a degenerate contour, would widen the bounds of an empty path: ask for the tight ones.
    bounds = path.computeTightBounds()
    ink = Ink(bounds.left(), bounds.top(), bounds.right(), bounds.bottom())
    return Line("".join(drawn), max(0.0, pen - tracking), ink, path)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.splitlines()) if "\n" in text else text).replace("\t", " ")


def _invisible(character: str) -> bool:
    """Marks that steer layout and have no shape: joiners, variation selectors, controls."""
    return unicodedata.category(character) in ("Cf", "Cc") or "\ufe00" <= character <= "\ufe0f"


def _runs(text: str, face: Face) -> Iterator[tuple[Face, str]]:
    """Stretches of text with the face that draws them; characters that none has are dropped."""
    if all(ord(c) in face.covered for c in text):
        if text:
            yield face, text
        return
    faces = (face, *face.fallbacks)
    chosen = [(c, next((f for f in faces if ord(c) in f.covered), None)) for c in text]
    kept = ((c, f) for c, f in chosen if f is not None)
    for font, group in itertools.groupby(kept, key=lambda pair: pair[1]):
        yield font, "".join(c for c, _ in group)


def _set_run(path: Any, pen: float, run: str, face: Face, tracking: float) -> float:
    """Add a run's outlines to the path from ``pen`` on; return where the pen is then."""
    buffer = hb.Buffer()
    buffer.add_str(run)
    buffer.guess_segment_properties()
    hb.shape(face.font, buffer, {"kern": True, "liga": not tracking, "clig": not tracking})
    unit = 1 / face.units
    infos, places = buffer.glyph_infos, buffer.glyph_positions
    for i, (info, place) in enumerate(zip(infos, places, strict=True)):
        path.addPath(face.outline(info.codepoint), pen + place.x_offset * unit, -place.y_offset * unit)
        pen += place.x_advance * unit
        if i + 1 == len(infos) or infos[i + 1].cluster != info.cluster:
            pen += tracking
    return pen
