"""Pieces of a dressing in their places: on the back wall, on side walls, on the floor, from the ceiling.

Options of a step: ``at`` (-1..1 across the back wall, several with commas) or ``run=-1..0.5`` (side by side);
``up`` centimetres above the floor; ``depth`` centimetres before the wall; ``hang`` (depth of what hangs from the
ceiling); ``wall=side`` (``at`` and ``run`` are then 0..1 from the corner to the viewer); ``odds`` 0..1; ``scale``;
``flip=yes`` turns it round.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from aquatint.engines.composer.backdrops import pieces
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.interiors.shell import Shell
from aquatint.engines.composer.backdrops.pieces.palette import Roles
from aquatint.engines.composer.backdrops.recipe import Step
from aquatint.engines.composer.drawing.brush import fill, polygon


def furnish(easel: Easel, shell: Shell, steps: Sequence[Step], roles: Roles, *, mirror: bool) -> None:
    """Paint all pieces, each with its own stream of chance: what hangs last, else in the order of the steps."""
    for index, one in enumerate(steps):
        part = easel.fork("piece", index)
        if part.chance.random() >= one.number("odds", 1.0):
            continue
        if one.text("wall") == "side":
            _on_sides(part, shell, one, roles)
        else:
            _across(part, shell, one, roles, mirror=mirror)


def windows(steps: Sequence[Step], *, mirror: bool) -> list[float]:
    """Where daylight comes in through the back wall, -1..1 across it."""
    found = [one for one in steps if _lets_light_in(one) and one.text("wall") != "side"]
    return [-at if mirror else at for one in found for at in one.numbers("at", "0")][:3]


def _lets_light_in(one: Step) -> bool:
    return any(word in one.name for word in ("window", "garden_door"))


def _spots(one: Step, width: float, half: float) -> Iterator[float]:
    """The places of a step across its wall, -1..1 (0..1 on a side wall): listed, or side by side."""
    if "run" not in one.options:
        yield from one.numbers("at", "0")
        return
    start, end = one.pair("run", "-1..1")
    count = max(1, math.ceil((end - start) * half / width - 0.2))
    yield from (start + (end - start) * (i + 0.5) / count for i in range(count))


def _across(easel: Easel, shell: Shell, one: Step, roles: Roles, *, mirror: bool) -> None:
    half, scale = shell.half / shell.scale, one.number("scale", 1.0)
    kinds, flip = one.name.split("|"), mirror != (one.text("flip") == "yes")
    first = easel.chance.choice(kinds)
    for index, at in enumerate(_spots(one, pieces.find(kinds[0]).width * scale, half)):
        part = easel.fork("spot", index)
        name = first if one.text("mixed") != "yes" else part.chance.choice(kinds)
        where, size = _where(shell, one, -at if mirror else at)
        if (depth := one.number("depth")) > 0 or ("up" not in one.options and "hang" not in one.options):
            pieces.draw(part, name, where, size * scale, flip=flip, roles=roles, far=max(0.0, 0.1 - depth / 1500))
        else:
            pieces.draw_plain(part, name, where, size * scale, flip=flip, roles=roles)


def _where(shell: Shell, one: Step, at: float) -> tuple[tuple[float, float], float]:
    if "hang" in one.options:
        return shell.on_ceiling(at, one.number("hang"))
    (x, y), size = shell.on_floor(at, one.number("depth"))
    return (x, y - one.number("up") * size), size


def _on_sides(easel: Easel, shell: Shell, one: Step, roles: Roles) -> None:
    """Pieces on every side wall there is, drawn flat and laid along it."""
    scale, kinds = one.number("scale", 1.0), one.name.split("|")
    for side in (-1, 1):
        if not shell.has_side(side):
            continue
        length = shell.side_length(side)
        spots = sorted(_spots(one, pieces.find(kinds[0]).width * scale, length))
        for index, at in enumerate(spots):
            part = easel.fork("side", side, index)
            part.canvas.save()
            part.canvas.concat(shell.side_matrix(side))
            # Flat in centimetres with y up: the painter's own turn of the canvas is undone.
            part.canvas.translate(at * length, one.number("up"))
            part.canvas.scale(1, -1)
            pieces.draw_plain(part, part.chance.choice(kinds), (0.0, 0.0), scale, flip=side > 0, roles=roles)
            part.canvas.restore()
        if (easel.toward < 0) == (side < 0):
            easel.canvas.drawPath(polygon(shell.side_outline(side)), fill(easel.stage.light.shadow, 0.08))
