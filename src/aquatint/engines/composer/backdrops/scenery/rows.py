"""Layers of things that stand: rows of trees or pieces, single ones, crops in perspective, avenues."""

from __future__ import annotations

from collections.abc import Callable

from aquatint.engines.composer.backdrops import pieces, trees
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.places.desert import cactus
from aquatint.engines.composer.backdrops.recipe import Step
from aquatint.engines.composer.backdrops.scenery.measures import Roles, across, level, short, tone_of
from aquatint.engines.composer.drawing.brush import Point

Plant = Callable[[Easel, Point, float, float], None]


def _palm(easel: Easel, foot: Point, tall: float, far: float) -> None:
    lean = easel.fork("lean").chance.uniform(-0.2, 0.2)
    trees.palm(easel, foot, tall, far, lean=lean)


PLANTS: dict[str, Plant] = {
    "conifer": trees.conifer,
    "broadleaf": trees.broadleaf,
    "bare": trees.bare_tree,
    "bush": trees.bush,
    "palm": _palm,
    "cactus": cactus,
}
TINTED: dict[str, Callable[..., None]] = {
    "conifer": trees.conifer, "broadleaf": trees.broadleaf, "bush": trees.bush,
}  # fmt: skip


def _stand(easel: Easel, name: str, foot: Point, size: float, one: Step, roles: Roles) -> None:
    """One plant of ``size`` pixels, or one piece of ``size`` pixels per 100 centimetres."""
    far = one.number("far", 0.1)
    if "tone" in one.options and name in TINTED and not easel.air.snow:
        colour = tone_of(one.text("tone"), easel, easel.fork("tone").chance)
        TINTED[name](easel, foot, size, far, colour=colour)
    elif name in PLANTS:
        PLANTS[name](easel, foot, size, far)
    else:
        flip = easel.fork("flip").chance.random() < 0.5 if one.text("flip", "yes") == "yes" else False
        pieces.draw(easel, name, foot, size / 100, far=far, flip=flip, roles=roles)


def row(easel: Easel, one: Step, roles: Roles) -> None:
    """``count`` things ``of`` some kinds in a row at ``y``, free by ``gap`` on each side of the middle."""
    number = max(1, round(one.number("count", 6) * (0.35 + 0.65 * easel.span)))
    gap, kinds = one.number("gap"), one.text("of", "broadleaf").split("|")
    spread = one.number("spread", 0.35)
    order = sorted(range(number), key=lambda i: easel.chance.fork("depth", i).random())
    for rank, i in enumerate(order):
        part = easel.fork("one", i)
        x = (i + 0.5 + part.chance.uniform(-spread, spread)) / number
        if abs(x - 0.5) < gap:
            x = x - gap * 0.9 if x < 0.5 else x + gap * 0.9
        size = short(easel, part.chance.uniform(*one.pair("size", "0.15..0.25")))
        y = level(easel, one.number("y", 0.05) + one.number("sink", 0.012) * rank / number)
        _stand(part, part.chance.choice(kinds), (x * easel.width, y), size, one, roles)


def put(easel: Easel, one: Step, roles: Roles) -> None:
    """Things in their places ``at``."""
    kinds = one.text("of").split("|")
    for i, at in enumerate(one.numbers("at", "0")):
        part = easel.fork("one", i)
        size = short(easel, part.chance.uniform(*one.pair("size", "0.15")))
        jitter = part.chance.uniform(-1, 1) * one.number("jitter", 0.04)
        foot = (across(easel, at + jitter, roles), level(easel, one.number("y", 0.08)))
        _stand(part, part.chance.choice(kinds), foot, size, one, roles)


def crops(easel: Easel, one: Step, roles: Roles) -> None:
    """Rows of plants that run to one point on the horizon, left and right of a free strip in the middle."""
    top, bottom = level(easel, one.number("y", 0.06)), float(easel.height) * 1.04
    kinds, count = one.text("of", "bush").split("|"), int(one.number("rows", 4))
    depth = int(one.number("deep", 8))
    focus = easel.width * 0.5
    for j in range(depth):
        part = ((j + 0.4) / depth) ** 1.7
        y = top + (bottom - top) * part
        scale = 0.1 + 0.9 * part
        for side in (-1, 1):
            for i in range(int(count * (0.5 + 0.5 * easel.span)) + 1):
                off = (one.number("free", 0.3) + i * one.number("apart", 0.26)) * 1000 * easel.unit * scale * 1.6
                x = focus + side * off
                if not -0.1 * easel.width < x < 1.1 * easel.width:
                    continue
                plant = easel.fork("plant", j, side, i)
                size = short(easel, plant.chance.uniform(*one.pair("size", "0.2"))) * scale
                _stand(plant, plant.chance.choice(kinds), (x, y), size, one, roles)


def aside(easel: Easel, one: Step, roles: Roles) -> None:
    """Things along both sides that grow toward the viewer: lamps, stalls, trees of an avenue."""
    top, kinds = level(easel, one.number("y", 0.04)), one.text("of").split("|")
    near, steps = one.number("near", 0.4), int(one.number("count", 4))
    for side in (-1, 1):
        for j in range(steps):
            part = ((j + 0.5) / steps) ** 1.5
            thing = easel.fork("aside", side, j)
            scale = 0.16 + 0.84 * part
            x = easel.width * 0.5 + side * short(easel, one.number("out", 0.62)) * scale
            x += side * max(0.0, (easel.width * 0.5 - short(easel, 0.5)) * scale * one.number("widen", 0.8))
            y = top + (easel.height - top) * part * near
            size = short(easel, thing.chance.uniform(*one.pair("size", "0.3"))) * scale
            name = thing.chance.choice(kinds)
            if name in PLANTS:
                _stand(thing, name, (x, y), size, one, roles)
            else:
                pieces.draw(
                    thing, name, (x, y), size / 100, far=one.number("far", 0.05), flip=side > 0, roles=roles
                )
