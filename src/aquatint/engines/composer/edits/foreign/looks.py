"""Requests about the whole picture: styles, times of day, fog, a clear ground, another place behind it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.drawing.surface import new_surface, read_pixels
from aquatint.engines.composer.edits.chunks import Chunk
from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.foreign.canvas import Canvas, Work
from aquatint.engines.composer.edits.foreign.ground import clear_ground, plain_ground
from aquatint.engines.composer.edits.foreign.tones import adjust, tables
from aquatint.engines.composer.edits.setting import SKY, leads_there
from aquatint.engines.composer.edits.where import IN_THE_SKY
from aquatint.engines.composer.planner.ledger import Fate
from aquatint.engines.composer.scene import Scene
from aquatint.engines.composer.styles import registry as styles
from aquatint.sizes import Size

if TYPE_CHECKING:
    from aquatint.engines.composer.edits.foreign.requests import Requests

_MOVING = frozenset({"move", "change"})
CLEAR = 0.02
"""Share of the picture that must be clear to show what lies behind it."""


def take_looks(requests: Requests, clause: Clause, parts: Sequence[Chunk]) -> list[Chunk]:
    """Take every part about the whole picture; gives the others."""
    rest: list[Chunk] = []
    ground = any(part.kind == "ground" for part in parts)
    if ground and clause.operation == "remove":
        _note_grounds(requests, parts, "drawn" if wants_clear(requests) else "undrawn")
        return []
    for at, part in enumerate(parts):
        category = part.sense.category if part.sense is not None else ""
        if category == "transparent":
            if wants_clear(requests):
                requests.draft.note(part)
        elif category in ("style", "time", "weather") and clause.operation not in ("remove", "fill"):
            _take(requests, part)
        elif (
            category == "place"
            and clause.operation == "add"
            and part.sense is not None
            and part.sense.value == SKY
        ):
            requests.draft.ledger.note(part.tags[0].tokens[0].start, part.word, "silent")
            rest.append(Chunk("spot", part.tags, spot=IN_THE_SKY))
        elif category == "place" and (ground or (clause.operation in _MOVING and leads_there(parts, at))):
            _place(requests, part)
        else:
            rest.append(part)
    return rest


def _note_grounds(requests: Requests, parts: Sequence[Chunk], fate: Fate) -> None:
    for part in parts:
        if part.kind == "ground":
            requests.draft.ledger.note(part.tags[0].tokens[0].start, part.word, fate)


def _take(requests: Requests, part: Chunk) -> None:
    assert part.sense is not None
    value, fate = part.sense.value, "approximated" if part.sense.near else "drawn"
    if part.sense.category == "style" and value in styles.names():
        requests.add(value, partial(stylised, style=value))
        requests.draft.note(part, "approximated" if fate == "approximated" else "drawn")
        return
    row = tables()["times" if part.sense.category == "time" else "weathers"].get(value)
    if row is not None:
        requests.add(value, partial(adjust, tone=row))
        near: Fate = "approximated"
        requests.draft.note(part, near)


def stylised(canvas: Canvas, style: str) -> Work:
    """The editable part in a style of the styles room."""
    before = canvas.pixels.copy()
    states = styles.find(style).apply(before, chance=canvas.chance.fork("style", style), unit=canvas.unit)
    for number, state in enumerate(states, 1):
        np.copyto(canvas.pixels, state, where=canvas.editable[..., np.newaxis])
        yield 1 - 0.6**number
    yield 1.0


def wants_clear(requests: Requests) -> bool:
    """Ask for a clear ground; False if the ground is not plain."""
    if is_clear(requests.canvas):
        return True
    found = plain_ground(requests.canvas)
    if found is None:
        return False
    if not requests.clearing:
        requests.add("ground", partial(clear_ground, ground=found))
        requests.clearing = True
    return True


def is_clear(canvas: Canvas) -> bool:
    """Whether the picture has a ground that can be seen through."""
    return bool((canvas.pixels[..., 3] < 128).mean() > CLEAR)


def _place(requests: Requests, part: Chunk) -> None:
    """Another place behind the subject, if its ground is clear or can be cleared."""
    assert part.sense is not None
    if part.sense.value not in backdrops.names() or not wants_clear(requests):
        return
    requests.add(part.sense.value, partial(set_in, place=part.sense.value))
    requests.draft.note(part, "approximated" if part.sense.near else "drawn")


def set_in(canvas: Canvas, place: str) -> Work:
    """Paint a place behind the picture, to be seen where it is clear."""
    height, width = canvas.editable.shape
    scene = Scene(prompt="", seed=canvas.chance.fork("place").root % 2**32, backdrop=place)
    backdrop = backdrops.find(place)
    surface = new_surface(Size(width, height))
    stage = backdrop.stage(scene, Size(width, height))
    backdrop.paint(surface.getCanvas(), stage, scene, canvas.chance.fork("backdrop", place))
    yield 0.5
    behind = read_pixels(surface).astype(np.float32)
    alpha = canvas.pixels[..., 3:].astype(np.float32) / np.float32(255)
    mixed = canvas.pixels[..., :3] * alpha + behind[..., :3] * (np.float32(1) - alpha)
    result = np.dstack([(mixed + np.float32(0.5)).astype(np.uint8), np.full((height, width), 255, np.uint8)])
    np.copyto(canvas.pixels, result, where=canvas.editable[..., np.newaxis])
    yield 1.0
