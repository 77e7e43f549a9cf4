"""Where something lies in a file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Our record in an encoded picture: bytes ``start`` to ``end`` of the file, which hold ``body``."""

    start: int
    end: int
    body: bytes
