"""Which face draws which character: the face itself, its relatives, then the faces of the world's scripts.

Scripts of a few hundred shapes have one file per weight. Chinese, Japanese and Korean have thousands: their faces
lie in the pack as slices, and only the slices that a text needs are read.
"""

from __future__ import annotations

import functools
import json
import unicodedata
from collections.abc import Iterator

from aquatint import pack
from aquatint.engines.composer.type.fonts import Face, load_face, sheet

COVERAGE = "fonts/coverage.json"
JAPANESE, KOREAN, CHINESE = "noto-sans-jp", "noto-sans-kr", "noto-sans-sc"


def faces_of(text: str, face: Face) -> list[Face | None]:
    """The face for each character, or None where no packed face has it. Marks stay with their letter."""
    chosen: list[Face | None] = []
    families = _order(text)
    for character in text:
        last = chosen[-1] if chosen else None
        if last is not None and _clings(character) and ord(character) in last.covered:
            chosen.append(last)
        else:
            chosen.append(_face_for(character, face, families))
    return chosen


def _clings(character: str) -> bool:
    """Combining marks and joiners, which take their shape together with what stands before them."""
    return unicodedata.category(character) in ("Mn", "Mc", "Me") or character in "\u200c\u200d"


def _face_for(character: str, face: Face, families: tuple[str, ...]) -> Face | None:
    if ord(character) in face.covered:
        return face
    return next(
        (lender for lender in _lenders(character, face, families) if ord(character) in lender.covered), None
    )


def _lenders(character: str, face: Face, families: tuple[str, ...]) -> Iterator[Face]:
    yield from face.fallbacks
    weight = sheet()["scripts"]["heavy" if face.stout else "light"]
    for family in sheet()["scripts"]["families"]:
        yield load_face(f"{family}-{weight}")
    for family in families:
        if character in _slices(family):
            yield load_face(f"{family}-{weight}/{_slices(family)[character]}")


def _order(text: str) -> tuple[str, ...]:
    """Chinese characters look a little different in each country: the other letters of the text tell which."""
    if any("\u3040" <= c <= "\u30ff" for c in text):
        return JAPANESE, CHINESE, KOREAN
    if any("\uac00" <= c <= "\ud7a3" or "\u1100" <= c <= "\u11ff" for c in text):
        return KOREAN, JAPANESE, CHINESE
    return CHINESE, JAPANESE, KOREAN


@functools.cache
def _slices(family: str) -> dict[str, str]:
    """The slice of each character of a family."""
    coverage: dict[str, str] = _coverage().get(family, {})
    return {character: name for name, characters in coverage.items() for character in characters}


@functools.cache
def _coverage() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads(pack.read(COVERAGE))
    return found
