"""One thing in its place, painted: its model's parts in their colours, who sits on it, the name on its sign."""

from __future__ import annotations

import functools

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.graphics.isometric.models import Model, catalogue, coat_of
from aquatint.engines.composer.graphics.isometric.naming import is_snowy
from aquatint.engines.composer.graphics.isometric.order import back_to_front
from aquatint.engines.composer.graphics.isometric.parts import Part, read, shifted, turned
from aquatint.engines.composer.graphics.isometric.solids import Coat, paint
from aquatint.engines.composer.graphics.isometric.space import Space
from aquatint.engines.composer.graphics.isometric.stands import Stand, Want
from aquatint.engines.composer.graphics.lettering import Manner, put_inside
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.graphics.picture import SOFT, paint_actor
from aquatint.engines.composer.scene import Text

SPILL = 2.2
"""How much further a lamp lights what is around than it glows."""
SITTING_BACK = 0.08
"""How far in front of the back edge of a seat somebody sits, in metres."""


def paint_stand(space: Space, page: Page, stand: Stand, sign: str) -> None:
    """Paint a model where there is one, else the drawing itself upright on its place."""
    model = stand.want.model
    if model is None:
        _paint_sprite(space, page, stand)
        return
    here = space.moved(stand.x, stand.y, stand.z)
    coat = _coat(page, stand.want)
    if stand.rider is None:
        for part in model.parts(stand.quarter):
            paint(here, part, coat)
    else:
        rider = _coat(page, stand.rider)
        for part, sits in _seated(model, stand.quarter):
            paint(here, part, rider if sits else coat)
    if sign and "sign" in model.entry and stand.want.asked and stand.quarter == 0:
        _paint_sign(here, page, model, sign)


def shine(space: Space, page: Page, stand: Stand) -> None:
    """The light of its lamps on all around it."""
    if stand.want.model is None:
        return
    here, coat = space.moved(stand.x, stand.y, stand.z), _coat(page, stand.want)
    for part in stand.want.model.parts(stand.quarter):
        if part.kind == "glow":
            colour, _ = coat.colour(part.role, here)
            middle = tuple((a + b) / 2 for a, b in zip(part.low, part.high, strict=True))
            here.glow((middle[0], middle[1], middle[2] - 0.4), part.radii[0] * SPILL, colour, 0.2)


def _coat(page: Page, want: Want) -> Coat:
    assert want.model is not None
    scene, suite = page.scene, want.model.entry.get("suite", "")
    alike = want.model.at in ("wall", "seat", "rank", "hang") or want.model.top is not None
    name = (suite,) if suite else (want.item.id, 0 if alike else want.actor.instance)
    chance = page.chance.fork(*name)
    snow, autumn = is_snowy(scene), scene.season == "autumn"
    return coat_of(want.model, want.item, chance, autumn=autumn, snow=snow)


@functools.cache
def _seated(model: Model, quarter: int) -> tuple[tuple[Part, bool], ...]:
    """The parts of a seat and of a person on it, from back to front; whether each is of the person."""
    person = catalogue()["seated"]
    x = (model.width - person.width) / 2
    above = [shifted(part, x, SITTING_BACK, model.entry["seat"]) for part in read(person.entry["rows"])]
    both = [(part, False) for part in read(model.entry["rows"])] + [(part, True) for part in above]
    turn = [(turned(part, quarter, model.width, model.depth), sits) for part, sits in both]
    if quarter in (2, 3):
        turn.reverse()
    return tuple(turn[i] for i in back_to_front([(part.low, part.high) for part, _ in turn]))


def _paint_sprite(space: Space, page: Page, stand: Stand) -> None:
    """A drawing that has no model stands upright, its foot in the middle of its place."""
    width, depth = stand.want.footprint()
    px, py = space.at(stand.x + width / 2, stand.y + depth / 2, stand.z)
    space.disc((stand.x + width / 2, stand.y + depth / 2, stand.z), width * 0.4, Colour(0.05, 0.1, 0.12), 0.16)
    side = space.cell * stand.want.height
    box = Box(px - side * 0.75, py - side + space.cell * 0.12, side * 1.5, side)
    paint_actor(space.canvas, stand.want.actor, box, page.chance, SOFT)


def _paint_sign(space: Space, page: Page, model: Model, words: str) -> None:
    """The name, foreshortened as the front is on which it stands."""
    _, x, y, z, width, height = model.entry["sign"]
    px, py = space.at(x, y, z + height)
    canvas = space.canvas
    canvas.save()
    matrix = skia.Matrix()
    matrix.setAll(ACROSS_FRONT, 0, px, DOWN_FRONT, 1, py, 0, 0, 1)
    canvas.concat(matrix)
    ink = Colour.of("#fff6e0") if model.flag("building") else Colour.of("#3a2a20")
    manner = Manner("modern", ink, ink, ink, ink)
    room = Box(0, 0, width * space.cell, height * space.cell)
    put_inside(canvas, [Text(role="title", content=words)], room, manner)
    canvas.restore()


ACROSS_FRONT, DOWN_FRONT = 0.8660254, 0.5
"""Where a step to the right on a front goes on the page."""
