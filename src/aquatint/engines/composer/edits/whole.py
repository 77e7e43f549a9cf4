"""Instructions about the picture as a whole: crop it, change its shape, flip it, zoom, grade its tones."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import replace as copied

from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.cropping import crop, zoom
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.grammar import longest
from aquatint.engines.composer.edits.operations import replaced
from aquatint.engines.composer.edits.shaping import (
    is_filler,
    note_clause,
    note_words,
    shown_size,
    speaks_of_things,
    table,
    take_shape,
)
from aquatint.engines.composer.planner.tokens import Token
from aquatint.engines.composer.styles.grading import tones
from aquatint.sizes import Size

TONE_LIMIT = 12
STEP = 16
"""New sizes are multiples of this, as those of new pictures are."""
_PERCENT = re.compile(r"(\d{1,3}) ?(?:%|percent)")
_ACROSS = frozenset({"vertically", "upside", "180"})


def follow_whole(draft: Draft, clause: Clause) -> Clause | None:
    """Follow what a clause says of the picture as a whole; gives the rest of it, None when nothing is left."""
    handler = _HANDLERS.get(clause.operation)
    if handler is not None:
        handler(draft, clause)
        return None
    if clause.operation in ("change", "") and _is_unturned(clause):
        note_clause(draft, clause, done=False)
        return None
    if clause.operation not in ("change", "") or speaks_of_things(draft, clause):
        return clause
    rest = _take_words(draft, clause)
    return None if not rest or is_filler(rest) else copied(clause, tokens=tuple(rest))


def _is_unturned(clause: Clause) -> bool:
    """Whether a composed picture would have to stand on its head or its side."""
    found = (
        longest(clause.tokens, at, frozenset(table()["unturned"]["words"]))[1] for at in range(len(clause.tokens))
    )
    return any(found)


# -- tones and shapes, wherever they stand in a clause


def _take_words(draft: Draft, clause: Clause) -> list[Token]:
    """Follow tones and shapes; gives the other words."""
    rest: list[Token] = []
    at = 0
    while at < len(clause.tokens):
        length = _tone(draft, clause, at) or take_shape(draft, clause, at)
        if not length:
            rest.append(clause.tokens[at])
        at += length or 1
    return rest


def _tone(draft: Draft, clause: Clause, at: int) -> int:
    name, length = longest(clause.tokens, at, tones())
    if not length or len(draft.scene.tones) >= TONE_LIMIT:
        return 0
    draft.scene = replaced(draft.scene, tones=[*draft.scene.tones, name])
    note_words(draft, clause.tokens[at : at + length], clause.source, near=bool(tones()[name].get("near")))
    return length


# -- operations


def _extend(draft: Draft, clause: Clause) -> None:
    """ "extend the picture to the left by 50 %": the same scene in a larger frame."""
    said = [token.folded for token in clause.tokens]
    sides = {word for word in said if word in table()["sides"]} or {"sideways"}
    percent = _PERCENT.search(clause.source[clause.start :])
    enlarge_frame(draft, sides, min(200, int(percent[1])) / 100 if percent else 0.5)
    note_clause(draft, clause)


def enlarge_frame(draft: Draft, sides: Collection[str], share: float) -> None:
    """Make the frame larger by a share of it, at sides that the table of ``sides`` names."""
    axes = {table()["sides"][side] for side in sides}
    if ("left" in sides) != ("right" in sides):
        draft.anchor = 1.0 if "left" in sides else 0.0
    width, height = shown_size(draft)
    factor = 1 + share
    draft.frame = width * (factor if "across" in axes else 1), height * (factor if "down" in axes else 1)
    draft.scene = replaced(draft.scene, view=None)


def _flip(draft: Draft, clause: Clause) -> None:
    """ "flip the picture": left becomes right."""
    said = {token.folded for token in clause.tokens}
    whole = not speaks_of_things(draft, clause) and not said & _ACROSS and clause.verb in ("flip", "mirror")
    if whole and draft.scene.kind == "scene":
        draft.scene = replaced(draft.scene, mirrored=not draft.scene.mirrored)
        note_clause(draft, clause)
    else:
        note_clause(draft, clause, done=False)


_HANDLERS: dict[str, Callable[[Draft, Clause], None]] = {
    "crop": crop,
    "extend": _extend,
    "flip": _flip,
    "zoom": zoom,
}


def size_wanted(draft: Draft, shown: Size) -> Size:
    """The size that the picture has after the instruction, when the caller leaves it open: ``shown`` before it."""
    if draft.frame is not None:
        return Size(*(max(1, round(side / STEP)) * STEP for side in draft.frame))
    if draft.scene.view is not None and draft.close:
        return shown
    if draft.scene.view is not None:
        (width, height), (left, top, right, bottom) = draft.scene.view.frame, draft.scene.view.box
        return Size(
            max(1, round(right * width) - round(left * width)),
            max(1, round(bottom * height) - round(top * height)),
        )
    return shown
