"""How near the camera comes in a panel: the whole place, those who act in it, or one face."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

import msgspec

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.art.anchors import ArtAnchors
from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.art.library import find
from aquatint.engines.composer.art.place import aspect_of
from aquatint.engines.composer.deliberation import score
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.layout.groups import LIVING, group_of
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.lexicon.nouns import role
from aquatint.engines.composer.scene import Scene
from aquatint.engines.composer.staging import place_items
from aquatint.sizes import Size

View = Literal["whole", "group", "close"]
NEAREST: dict[View, float] = {"whole": 1.0, "group": 2.1, "close": 3.4}
"""How many times larger than in the whole picture things become at most."""
FILLED: dict[View, tuple[float, float]] = {"whole": (1.0, 1.0), "group": (0.84, 0.74), "close": (0.62, 0.7)}
"""Shares of the panel's width and height that what is shown takes."""
FACE = 3.0
"""Side of the square around a face, in lengths from the eyes to the throat."""
UPPER = 0.62
"""What a close view shows of a being whose face is not known, from the top, in heights."""
DETAIL = 0.66
"""What it shows of a thing, in widths and heights."""
BALLOONS = 0.3
"""Share of the height that words over the things take."""


TRIES = 4
"""Arrangements that are weighed for a panel in which several things have to find room."""


class Shot(NamedTuple):
    """What a panel shows of its scene."""

    view: View = "whole"
    item: str = ""
    """The id of what a close view is of."""


class Frame(NamedTuple):
    """A part of the picture of a scene: how many times larger it is shown, and its corner in pixels."""

    scale: float = 1.0
    left: float = 0.0
    top: float = 0.0

    def seen(self, placement: Placement) -> Placement:
        """Where a placed thing is in the frame."""
        x, y = placement.foot
        foot = (x - self.left) * self.scale, (y - self.top) * self.scale
        return replace(placement, foot=foot, height=placement.height * self.scale)


def frame_of(
    placements: Sequence[Placement], size: Size, shot: Shot, chance: Chance, *, spoken: bool = False
) -> Frame:
    """The part of the picture for a shot. ``spoken``: whether balloons need room above.

    ``chance`` is that of the picture, from which its drawings fork theirs.
    """
    box = _subject(placements, shot, chance)
    if shot.view == "whole" or box is None:
        return Frame()
    wide, high = FILLED[shot.view]
    above = BALLOONS if spoken else 0.0
    room = high * (1 - above)
    scale = min(wide * size.width / box.width, room * size.height / box.height, NEAREST[shot.view])
    scale = max(1.0, scale)
    width, height = size.width / scale, size.height / scale
    left = box.x + box.width / 2 - width / 2
    # Feet stand a little above the lower edge; a face sits in the middle of what the words leave free.
    share = 0.9 if shot.view == "group" else above + (1 - above) * 0.52 + box.height / height / 2
    top = box.y + box.height - height * share
    return Frame(scale, _within(left, size.width - width), _within(top, size.height - height))


def composed(scene: Scene, size: Size, chance: Chance) -> Scene:
    """The scene in the first of a few arrangements in which things stand least in each other's way."""
    free = [item for item in scene.items if not item.relation and not item.spread and role(item) != "sky"]
    if len(free) < 2 or scene.backdrop not in backdrops.names():
        return scene
    stage = backdrops.find(scene.backdrop).stage(scene, size)
    ways = [msgspec.structs.replace(scene, arrangement=(scene.arrangement + step) % 64) for step in range(TRIES)]
    return max(ways, key=lambda way: round(score(place_items(way, stage, chance), stage), 2))


def _within(start: float, most: float) -> float:
    return max(0.0, min(most, start))


def _subject(placements: Sequence[Placement], shot: Shot, chance: Chance) -> Box | None:
    """The box around what the shot is of; None where that is nothing in particular."""
    boxes = [
        _close_box(one, chance) if shot.view == "close" else _whole_box(one)
        for one in placements
        if not one.item.spread and role(one.item) != "sky" and shot.item in ("", one.item.id)
    ]
    if shot.view == "close":
        boxes = boxes[-1:]
    if not boxes:
        return None
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, low = max(box.x + box.width for box in boxes), max(box.y + box.height for box in boxes)
    return Box(left, top, max(1.0, right - left), max(1.0, low - top))


def _whole_box(one: Placement) -> Box:
    width = one.height * aspect_of(find(one.item.art), one.item)
    return Box(one.foot[0] - width / 2, one.foot[1] - one.height, width, one.height)


def _close_box(one: Placement, chance: Chance) -> Box:
    """The head of somebody, the middle of a thing, all of what lies."""
    whole = _whole_box(one)
    if one.item.attributes.get("pose") in ("sleeping", "lying"):
        return whole
    if group_of(one.item) in LIVING:
        return face_of(one, chance) or whole._replace(height=whole.height * UPPER)
    wide = whole.width * DETAIL
    return Box(one.foot[0] - wide / 2, whole.y, wide, whole.height * DETAIL)


def face_of(one: Placement, chance: Chance) -> Box | None:
    """The square around the face of a placed being; None where nothing is known of it."""
    anchors = ArtAnchors(chance)
    eyes, neck = anchors.part(one, "eyes"), anchors.part(one, "neck")
    if eyes is None or neck is None:
        return None
    side = FACE * math.hypot(eyes.x - neck.x, eyes.y - neck.y)
    return Box(eyes.x - side / 2, eyes.y - side * 0.45, side, side)
