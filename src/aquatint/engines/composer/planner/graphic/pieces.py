"""Pieces of a prompt that know where they stand, so that words that are set can be told from the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

QUOTES = "\"'“”„«»‘’`"
_EDGES = " \t\r\n,;.:·•*|" + "–—"


class Piece(NamedTuple):
    """``text`` stands at ``start`` of the prompt."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends in the prompt."""
        return self.start + len(self.text)

    def cut(self, start: int, end: int | None = None) -> Piece:
        """A part of it, by places in its text."""
        stop = len(self.text) if end is None else end
        return Piece(self.text[start:stop], self.start + start)

    def strip(self, characters: str = _EDGES) -> Piece:
        """Without blanks and marks at its ends, and without quotation marks around it."""
        left = len(self.text) - len(self.text.lstrip(characters))
        text = self.text.strip(characters)
        piece = Piece(text, self.start + left)
        if len(text) > 2 and text[0] in QUOTES and text[-1] in QUOTES:
            return piece.cut(1, len(text) - 1).strip(characters)
        if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
            return piece.cut(1, len(text) - 1).strip(characters)
        return piece

    def split(self, pattern: re.Pattern[str]) -> list[Piece]:
        """The parts between the matches, stripped, no empty ones. Matches inside quotes or brackets do not cut."""
        parts, at = [], 0
        for found in pattern.finditer(self.text):
            if found.start() >= at and not _inside(self.text[at : found.start()]):
                parts.append(self.cut(at, found.start()))
                at = found.end()
        parts.append(self.cut(at))
        return [part for part in (each.strip() for each in parts) if part.text]

    def search(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first match in its text."""
        return pattern.search(self.text)


def _inside(text: str) -> bool:
    """Whether a place after ``text`` is within brackets or double quotes that ``text`` opens."""
    return text.count("(") > text.count(")") or text.count('"') % 2 == 1 or text.count("“") > text.count("”")


def lines_of(piece: Piece) -> Iterator[Piece]:
    """Its lines."""
    yield from piece.split(re.compile(r"\n+"))
