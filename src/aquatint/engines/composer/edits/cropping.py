"""Showing a part of the picture: "crop to the cat", "crop the left half", "zoom in on her face"."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.edits import faces
from aquatint.engines.composer.edits.chunks import chunks
from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.grammar import longest
from aquatint.engines.composer.edits.operations import replaced
from aquatint.engines.composer.edits.shaping import (
    is_filler,
    note_clause,
    shown_size,
    speaks_of_things,
    table,
    take_shape,
    whole_size,
)
from aquatint.engines.composer.edits.where import Area, group_box
from aquatint.engines.composer.scene import Item, View

AIR = 0.16
"""Room around a thing that a picture is cropped to, in its own larger side."""
LEAST = 0.2
"""Least share of either side that cropping leaves."""


def zoom(draft: Draft, clause: Clause) -> None:
    """ "zoom in": a nearer camera; "zoom in on the cat": the part around it, as large as the picture was."""
    camera = table()["zooms"].get(clause.verb)
    face = any(faces.is_face(part) for part in chunks(clause.tokens))
    if (face or speaks_of_things(draft, clause)) and camera == "close":
        crop(draft, clause)
        return
    draft.scene = replaced(draft.scene, camera=camera)
    note_clause(draft, clause)


def crop(draft: Draft, clause: Clause) -> None:
    """ "crop to the cat", "crop the left half", "crop it to a square"."""
    area = _area_said(draft, clause)
    if area is None or draft.scene.kind != "scene":
        note_clause(draft, clause, done=False)
        return
    draft.close = clause.verb in table()["closeups"]["words"]
    if draft.close:
        area = _in_shape(area)
    draft.scene = replaced(draft.scene, view=_viewed(draft, area))
    note_clause(draft, clause)


def _in_shape(area: Area) -> Area:
    """An area widened to the shape of the picture, as far as that goes: shares of both sides alike."""
    side = min(1.0, max(LEAST, area.right - area.left, area.bottom - area.top))
    left = min(1.0 - side, max(0.0, (area.left + area.right - side) / 2))
    top = min(1.0 - side, max(0.0, (area.top + area.bottom - side) / 2))
    return Area(left, top, left + side, top + side)


def _area_said(draft: Draft, clause: Clause) -> Area | None:
    """What is to be left, as shares of what is shown now."""
    parts = chunks(clause.tokens)
    named = ("thing", "group", "pronoun") if any(faces.is_face(part) for part in parts) else ("thing", "group")
    items = [item for part in parts if part.kind in named for item in draft.refer(part)]
    if items and "pronoun" in named and (face := faces.face_of(draft, items[0])) is not None:
        return _within(draft, face)
    if items:
        return _around(draft, items)
    for at in range(len(clause.tokens)):
        phrase, length = longest(clause.tokens, at, table()["parts"])
        if length:
            return Area(*table()["parts"][phrase])
        view = draft.scene.view
        if take_shape(draft, clause, at) and draft.frame is not None:
            (width, height), draft.frame = draft.frame, None
            draft.scene = replaced(draft.scene, view=view)
            return _middle(draft, width / height)
    return Area(*table()["parts"]["tighter"]) if is_filler(clause.tokens) else None


def _around(draft: Draft, items: Sequence[Item]) -> Area | None:
    boxes = [box for item in items if (box := group_box(draft.scene, whole_size(draft), item.id)) is not None]
    if not boxes:
        return None
    width, height = whole_size(draft).width, whole_size(draft).height
    left, right = min(box.left for box in boxes) * width, max(box.right for box in boxes) * width
    top, bottom = min(box.top for box in boxes) * height, max(box.bottom for box in boxes) * height
    air = AIR * max(right - left, bottom - top)
    if draft.scene.mirrored:
        left, right = width - right, width - left
    box = Area((left - air) / width, (top - air) / height, (right + air) / width, (bottom + air) / height)
    return _within(draft, box)


def _within(draft: Draft, box: Area) -> Area:
    """A box of the whole picture as shares of what is shown of it."""
    left, top, right, bottom = (0.0, 0.0, 1.0, 1.0) if draft.scene.view is None else draft.scene.view.box
    wide, high = right - left, bottom - top
    return Area(
        (box.left - left) / wide, (box.top - top) / high, (box.right - left) / wide, (box.bottom - top) / high
    )


def _middle(draft: Draft, ratio: float) -> Area:
    """The largest area of a shape in the middle."""
    width, height = shown_size(draft)
    wide, high = min(1.0, ratio * height / width), min(1.0, width / ratio / height)
    return Area(0.5 - wide / 2, 0.5 - high / 2, 0.5 + wide / 2, 0.5 + high / 2)


def _viewed(draft: Draft, area: Area) -> View:
    """The view that shows an area (shares of what is shown now) and nothing else."""
    view = draft.scene.view or View(
        frame=(whole_size(draft).width, whole_size(draft).height), box=(0.0, 0.0, 1.0, 1.0)
    )
    left, top, right, bottom = view.box
    wide, high = right - left, bottom - top
    across, down = _at_least(area.left, area.right), _at_least(area.top, area.bottom)
    box = left + across[0] * wide, top + down[0] * high, left + across[1] * wide, top + down[1] * high
    return View(frame=view.frame, box=box)


def _at_least(low: float, high: float) -> tuple[float, float]:
    """A span within 0..1 that is not too short to be seen."""
    low, high = max(0.0, low), min(1.0, high)
    lack = max(0.0, LEAST - (high - low))
    low = max(0.0, min(low - lack / 2, 1.0 - LEAST))
    return low, min(1.0, max(high, low + LEAST))
