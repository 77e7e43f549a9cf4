"""Patterns, which drawings do not have: "red and white striped", "blue with white dots". The ground stays."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.edits.chunks import Chunk
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.grammar import words


def without_patterns(draft: Draft, parts: Sequence[Chunk]) -> list[Chunk]:
    """The parts without patterns and the colours of their marks, which are told as not drawn.

    Of "red and white striped" the first colour is that of the ground; of "blue with white dots" the one before
    "with".
    """
    at = next((i for i, part in enumerate(parts) if part.tags[-1].folded in words("patterns")), -1)
    if at < 0:
        return list(parts)
    start = at
    while start and (_is_colour(parts[start - 1]) or parts[start - 1].word in ("and", ",", "with")):
        start -= 1
    run = parts[start:at]
    lead = next((i for i, part in enumerate(run) if part.word == "with"), -1)
    kept = run[:lead] if lead >= 0 else [part for part in run if _is_colour(part)][:1]
    for part in (*run, parts[at]):
        if part not in kept:
            draft.note(part, "undrawn")
    return [*parts[:start], *kept, *without_patterns(draft, parts[at + 1 :])]


def _is_colour(part: Chunk) -> bool:
    return part.kind == "quality" and part.sense is not None and part.sense.category == "colour"
