"""How light lies on open ground: soft pools of it, shadows of clouds, long shadows from beside the picture."""

from __future__ import annotations

import skia

from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.drawing.brush import Point, fill, radial
from aquatint.engines.composer.drawing.colour import Colour, mix

LOW = 0.4
"""Height of the light below which shadows are long."""


def fall_on(easel: Easel, top: float) -> None:
    """Light and shade on the ground from ``top`` down, as far as the clouds let light through."""
    open_sky = 1 - easel.air.cover
    if open_sky < 0.2 or easel.air.weather == "fog":
        return
    _pools(easel.fork("pools"), top, open_sky)
    if easel.stage.light.height < LOW and easel.air.time != "night":
        long_shadows(easel.fork("long"), top, open_sky)


def _pools(easel: Easel, top: float, power: float) -> None:
    """One wide pool of light toward the light's side, the shadow of a cloud on the other."""
    light, chance = easel.stage.light, easel.chance
    tall, side = easel.height - top, easel.toward
    night = easel.air.time == "night"
    bright = mix(light.key, easel.air.sky[3], 0.4) if night else mix(light.key, easel.air.sun, 0.5)
    middle = easel.width * (0.5 + (0.4 * light.x if night else side * chance.uniform(0.1, 0.3)))
    soft_oval(
        easel, (middle, top + tall * chance.uniform(0.26, 0.4)), (0.52 * easel.width, 0.24 * tall), bright,
        0.3 if night else 0.26 * power, add=True,
    )  # fmt: skip
    shade = (easel.width * (0.5 - side * chance.uniform(0.3, 0.5)), top + tall * chance.uniform(0.3, 0.7))
    soft_oval(easel, shade, (0.55 * easel.width, 0.2 * tall), light.shadow, 0.2 * power)
    near = (easel.width * (0.5 + side * 0.3), float(easel.height))
    soft_oval(easel, near, (0.9 * easel.width, 0.26 * tall), light.shadow, 0.16)


def soft_oval(
    easel: Easel, centre: Point, reach: tuple[float, float], colour: Colour, alpha: float, *, add: bool = False
) -> None:
    """A soft spot of light or darkness, ``reach`` wide and tall from its middle to where it ends."""
    wide, tall = reach
    canvas = easel.canvas
    canvas.save()
    canvas.translate(*centre)
    canvas.scale(1.0, tall / wide)
    stops = [(0.0, colour, alpha), (0.4, colour, alpha * 0.66), (0.72, colour, alpha * 0.2), (1.0, colour, 0.0)]
    blend = skia.BlendMode.kScreen if add else None
    paint = fill(shader=radial((0, 0), wide, stops), blend=blend)
    paint.setDither(True)
    canvas.drawCircle(0, 0, wide, paint)
    canvas.restore()


def long_shadows(easel: Easel, top: float, power: float) -> None:
    """Shadows of trees that stand beside the picture, laid across the ground, away from the light."""
    light, chance = easel.stage.light, easel.chance
    side, tall = easel.toward, easel.height - top
    edge = easel.width * (0.5 + 0.5 * side)
    y = top + tall * chance.uniform(0.1, 0.2)
    path = skia.Path()
    for _ in range(5):
        part = (y - top) / tall
        thick = tall * (0.012 + 0.075 * part) * chance.uniform(0.7, 1.3)
        length = easel.width * chance.uniform(0.5, 0.95)
        _shadow(path, (edge + side * 10, y), (-side * length, tall * (0.02 + 0.07 * part)), thick)
        y += tall * (0.08 + 0.16 * part) * chance.uniform(0.8, 1.5) + thick
        if y > easel.height:
            break
    strength = 0.3 * power * (0.5 + light.shadow_strength)
    fades = ((0, light.shadow, strength), (0.6, light.shadow, strength * 0.5), (1, light.shadow, 0.0))
    easel.shade(path, easel.fade((edge, 0), (edge - side * easel.width * 0.9, 0), *fades))


def _shadow(path: skia.Path, root: Point, reach: Point, thick: float) -> None:
    """Add a stem that swells into a crown."""
    (x, y), (dx, dy) = root, reach
    path.moveTo(x, y - thick * 0.2)
    path.lineTo(x + dx * 0.4, y + dy * 0.4 - thick * 0.22)
    path.cubicTo(x + dx * 0.5, y + dy * 0.4 - thick * 0.9, x + dx * 0.9, y + dy - thick, x + dx, y + dy)
    path.cubicTo(
        x + dx * 0.9,
        y + dy + thick * 0.9,
        x + dx * 0.5,
        y + dy * 0.6 + thick,
        x + dx * 0.4,
        y + dy * 0.4 + thick * 0.3,
    )
    path.lineTo(x, y + thick * 0.35)
    path.close()
