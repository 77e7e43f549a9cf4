"""Walls, ceiling and floor of a room, in its light."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import skia

from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.interiors.finishes import FLOORS, WALLS
from aquatint.engines.composer.backdrops.interiors.shell import Shell
from aquatint.engines.composer.drawing.brush import fill, polygon
from aquatint.engines.composer.drawing.colour import Colour, from_oklch, mix, shift, to_oklch

Row = Mapping[str, Any]


def paint_room(easel: Easel, shell: Shell, row: Row, roles: dict[str, str]) -> None:
    """Everything that the room is made of, without its furniture. Adds the wall's colour to ``roles``."""
    chance = easel.fork("surfaces").chance
    said = easel.scene.ground
    wall = roles.setdefault("wall", wall_paint(said) if said else chance.choice(row["walls"].split("|")))
    finish = chance.choice(row.get("finish", "paint").split("|"))
    tone, floor_tone = Colour.of(wall), Colour.of(chance.choice(row.get("floor_tone", "#b98a5e").split("|")))
    _back_wall(easel.fork("wall"), shell, tone, finish)
    _floor(easel.fork("floor"), shell, floor_tone, chance.choice(row.get("floor", "boards").split("|")))
    if shell.top > 0:
        _ceiling(easel.fork("ceiling"), shell, tone, row)
    for side in (-1, 1):
        if shell.has_side(side):
            _side_wall(easel.fork("side", side), shell, tone, row.get("side_finish", finish), side)
    _wall_light(easel, shell, tone)
    if row.get("skirting", True):
        _skirting(easel, shell, easel.lit(mix(tone, Colour.of("#f6f0e4"), 0.7)))


def wall_paint(code: str) -> str:
    """The paint that a wall of that colour has: less shrill than a thing of it, so that things stand out."""
    lightness, chroma, hue = to_oklch(Colour.of(code))
    return from_oklch(0.88 * lightness + 0.09, 0.7 * chroma, hue).hex()


def _back_wall(easel: Easel, shell: Shell, colour: Colour, finish: str) -> None:
    tone, canvas = easel.lit(colour), easel.canvas
    easel.band(0, shell.edge, (0, shift(tone, lightness=-0.06), 1.0), (1, tone, 1.0))
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(shell.left, 0, shell.right, shell.edge), True)
    canvas.translate(shell.middle, shell.edge)
    canvas.scale(shell.scale, -shell.scale)
    reach = shell.half / shell.scale
    WALLS[finish](easel, (-reach, 0.0, reach, shell.edge / shell.scale), tone)
    canvas.restore()


def _side_wall(easel: Easel, shell: Shell, colour: Colour, finish: str, side: int) -> None:
    """A wall that comes toward the viewer: darker on the side the light comes from, lit on the other."""
    canvas, outline = easel.canvas, polygon(shell.side_outline(side))
    toward = (easel.toward < 0) == (side < 0)
    tone = easel.lit(shift(colour, lightness=-0.075 if toward else -0.005))
    canvas.save()
    canvas.clipPath(outline, True)
    canvas.drawPath(outline, fill(tone))
    canvas.concat(shell.side_matrix(side))
    WALLS[finish](easel, (0.0, 0.0, shell.side_length(side), shell.tall), tone)
    canvas.restore()
    corner = shell.left if side < 0 else shell.right
    shade, reach = easel.stage.light.shadow, 0.12 * 1000 * easel.unit
    near = corner + side * reach
    easel.shade(outline, easel.fade((corner, 0), (near, 0), (0, shade, 0.2), (1, shade, 0.0)))


def _ceiling(easel: Easel, shell: Shell, colour: Colour, row: Row) -> None:
    """The ceiling above the walls, with beams or lamps where the dressing has them."""
    base = Colour.of(row["ceiling_tone"]) if "ceiling_tone" in row else mix(colour, Colour.of("#fbf7ee"), 0.55)
    tone, canvas = easel.lit(base), easel.canvas
    easel.band(0, shell.top, (0, shift(tone, lightness=-0.07), 1.0), (1, shift(tone, lightness=-0.02), 1.0))
    if not (kind := row.get("overhead", "")):
        return
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(0, 0, shell.width, shell.top), True)
    canvas.concat(shell.ceiling_matrix())
    reach = shell.width / shell.scale
    for i in range(6):
        if kind == "beams":
            beam = skia.Rect.MakeXYWH(-reach, 60 + i * 95, 2 * reach, 24)
            canvas.drawRect(beam, fill(easel.lit(Colour.of("#6b4a33"))))
        else:
            lamp = skia.Rect.MakeXYWH(-60, 60 + i * 150, 120, 60)
            canvas.drawRect(lamp, fill(mix(tone, Colour.of("#fffdf2"), 0.85)))
    canvas.restore()


def _floor(easel: Easel, shell: Shell, colour: Colour, kind: str) -> None:
    tone, canvas = easel.lit(colour), easel.canvas
    far, near = shift(tone, lightness=0.03), shift(tone, lightness=-0.05)
    easel.band(shell.edge, shell.height, (0, far, 1.0), (1, near, 1.0))
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(0, shell.edge, shell.width, shell.height), True)
    canvas.concat(shell.floor_matrix())
    reach = min(shell.width / shell.scale, 1400.0)
    FLOORS[kind](easel, (-reach, 0.0, reach, shell.depth + 10), tone)
    canvas.restore()
    shade = easel.stage.light.shadow
    easel.band(shell.edge, shell.edge + 26 * easel.unit, (0, shade, 0.26), (1, shade, 0.0))


def _wall_light(easel: Easel, shell: Shell, colour: Colour) -> None:
    """Brighter toward the light, darker in the far upper corner; a pool of light on the floor."""
    light, tone = easel.stage.light, easel.lit(colour)
    reach = max(shell.width, shell.edge)
    bright = (shell.width * (0.5 + 0.5 * easel.toward), shell.edge * 0.4)
    easel.glow(bright, 0.9 * reach, mix(tone, light.key, 0.7), 0.34)
    dark = easel.air.light.darkness
    for side in (-1, 1):
        strength = 0.3 * dark + (0.22 if side == -easel.toward else 0.0)
        easel.glow((shell.width * (0.5 + 0.6 * side), 0.0), 0.9 * reach, light.shadow, strength)
    pool = (shell.width * (0.5 + 0.12 * easel.toward), shell.height * 0.86)
    easel.glow(pool, 0.4 * reach, light.key, 0.16, add=True)


def _skirting(easel: Easel, shell: Shell, white: Colour) -> None:
    tall = 13 * shell.scale
    area = skia.Rect.MakeLTRB(shell.left, shell.edge - tall, shell.right, shell.edge)
    easel.canvas.drawRect(area, fill(shift(white, lightness=-0.02)))
    for side in (-1, 1):
        if shell.has_side(side):
            easel.canvas.save()
            easel.canvas.concat(shell.side_matrix(side))
            strip = skia.Rect.MakeXYWH(0, 0, shell.side_length(side), 13)
            easel.canvas.drawRect(strip, fill(shift(white, lightness=-0.07)))
            easel.canvas.restore()


def sun_on_floor(easel: Easel, shell: Shell, row: Row, windows: Sequence[float]) -> None:
    """Panes of daylight on the floor before the windows (-1..1 across the wall), when there is sun or a moon; in
    the evening the light of lamps instead."""
    air = easel.air
    power = 0.36 * (1 - air.cover) * (1 - 0.8 * air.light.darkness) * (1 - row.get("dim", 0.0))
    if power < 0.05 or not row.get("sun", True):
        return
    canvas, lean = easel.canvas, -easel.toward * (0.45 + 0.5 * (1 - air.light.height))
    reach = 190.0 if air.light.height > 0.4 else 300.0
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(0, shell.edge, shell.width, shell.height))
    canvas.concat(shell.floor_matrix())
    panes = skia.Path()
    for at in windows or (easel.toward * 0.25,):
        middle = at * shell.half / shell.scale
        for left, near, far in ((-58, 50, 118), (4, 50, 118), (-58, 124, reach), (4, 124, reach)):
            corners = ((left, near), (left + 54, near), (left + 54, far), (left, far))
            panes.addPath(polygon([(middle + x + lean * y, y) for x, y in corners]))
    colour = mix(air.light.key, air.sun, 0.5)
    canvas.drawPath(panes, fill(colour, power, blur=2.5, blend=skia.BlendMode.kScreen))
    canvas.restore()
