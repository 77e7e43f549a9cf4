"""A drum to show one thing on, in a studio: of plaster, marble, wood or stone, with a lower one beside it."""

from __future__ import annotations

import math
from dataclasses import replace

import skia

from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.place import Geometry
from aquatint.engines.composer.backdrops.places.studio import Studio
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix, multiply, shift
from aquatint.engines.composer.layout.stage import Stage
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

TONES = {"podium": "", "marble podium": "#eeebe7", "wooden podium": "#c2905c", "stone podium": "#a39d96"}
"""What each podium is made of; "" is the colour of the studio."""
TOP, FOOT = 0.72, 0.9
"""The middle of its upper side and of its foot, in heights of the picture."""
HALF, FLAT = 0.35, 0.16
"""Half its width in shorter sides, and how flat its ellipse is."""


class Podium(Studio):
    """A studio with a podium."""

    geometry = Geometry(
        horizon=0.62,
        ground=(0.712, 0.732),
        sky=(0.08, 0.4),
        floor="table",
        metre=1.5,
        clear=(0.27, 0.73),
        tilts=False,
    )

    def __init__(self, name: str) -> None:
        """One of `TONES`."""
        self.name = name

    def stage(self, scene: Scene, size: Size) -> Stage:
        """No ground but the top, however the camera is."""
        stage = super().stage(scene, size)
        far, near = self.geometry.ground
        return replace(stage, ground=(far * size.height, near * size.height))

    def back(self, easel: Easel) -> None:
        """The studio, then the lower drum and the podium before it."""
        super().back(easel)
        code = TONES[self.name]
        plaster = Colour.of(easel.scene.ground) if easel.scene.ground else self._ground(easel)
        tone = multiply(Colour.of(code), easel.stage.light.ambient) if code else shift(plaster, lightness=0.03)
        half, middle = HALF * 1000 * easel.unit, easel.width / 2
        side = easel.fork("side").chance.choice((-1, 1))
        low = middle + side * half * 1.02, 0.835 * easel.height, half * 0.55
        self._drum(easel.fork("low"), low, 0.885 * easel.height, tone)
        self._drum(easel.fork("high"), (middle, TOP * easel.height, half), FOOT * easel.height, tone)

    def _drum(self, easel: Easel, top: tuple[float, float, float], foot: float, tone: Colour) -> None:
        """A cylinder: its shadow, its wall, its upper side and their grain."""
        (x, y, half), canvas = top, easel.canvas
        rise = half * FLAT
        shade = easel.stage.light.shadow
        fall = skia.Rect.MakeLTRB(x - half * 1.06, foot - rise * 1.1, x + half * 1.06, foot + rise * 1.3)
        fall.offset(-easel.toward * half * 0.18, 0)
        canvas.drawOval(fall, fill(shade, 0.32, blur=half * 0.07))
        wall = skia.Path()
        wall.moveTo(x - half, y)
        wall.lineTo(x - half, foot)
        wall.arcTo(skia.Rect.MakeLTRB(x - half, foot - rise, x + half, foot + rise), 180, -180, False)
        wall.lineTo(x + half, y)
        wall.close()
        bright, dull = shift(tone, lightness=0.01), shift(tone, lightness=-0.16)
        start, end = (x + easel.toward * half, 0), (x - easel.toward * half, 0)
        stops = (0, shift(tone, lightness=-0.05), 1.0), (0.25, bright, 1.0), (0.7, mix(bright, dull, 0.6), 1.0)
        easel.shade(wall, easel.fade(start, end, *stops, (1, dull, 1.0)))
        upper = skia.Path()
        upper.addOval(skia.Rect.MakeLTRB(x - half, y - rise, x + half, y + rise))
        lit = mix(shift(tone, lightness=0.04), WHITE, 0.2)
        easel.shade(upper, easel.fade(start, end, (0, lit, 1.0), (1, shift(tone, lightness=-0.02), 1.0)))
        for area, flat in ((wall, False), (upper, True)):
            canvas.save()
            canvas.clipPath(area, True)
            self._grain(easel.fork("grain", int(flat)), top, foot, tone, flat=flat)
            canvas.restore()
        easel.line(upper, mix(lit, WHITE, 0.5), 2 * easel.unit, 0.5)

    def _grain(
        self, easel: Easel, top: tuple[float, float, float], foot: float, tone: Colour, *, flat: bool
    ) -> None:
        """What tells marble, wood and stone apart: veins, rings or staves, specks."""
        (x, y, half), dark = top, shift(tone, lightness=-0.1)
        if self.name == "marble podium":
            for i in range(5):
                chance = easel.chance.fork(i)
                at, down = (
                    x + chance.uniform(-1, 1) * half,
                    y + (0 if flat else chance.uniform(0, 0.8) * (foot - y)),
                )
                vein = skia.Path()
                vein.moveTo(at, down)
                for _ in range(5):
                    at, down = at + chance.uniform(0.06, 0.3) * half, down + chance.uniform(-0.06, 0.12) * half
                    vein.lineTo(at, down)
                easel.line(vein, shift(tone, lightness=-0.2), chance.uniform(1, 3) * easel.unit, 0.35)
        elif self.name == "wooden podium":
            for i in range(1, 8):
                ring = half * i / 8
                if flat:
                    oval = skia.Path()
                    oval.addOval(skia.Rect.MakeLTRB(x - ring, y - ring * FLAT, x + ring, y + ring * FLAT))
                    easel.line(oval, dark, 1.6 * easel.unit, 0.45)
                    continue
                at = x - half * math.cos(math.pi * i / 8)
                easel.canvas.drawRect(
                    skia.Rect.MakeLTRB(at - easel.unit, y, at + easel.unit, foot + half * FLAT), fill(dark, 0.5)
                )
        elif self.name == "stone podium":
            for i in range(130):
                chance = easel.chance.fork(i)
                spot = x + chance.uniform(-1, 1) * half, chance.uniform(y - half * FLAT, foot + half * FLAT)
                easel.canvas.drawCircle(*spot, chance.uniform(1, 3) * easel.unit, fill(dark, 0.4))


def podiums() -> list[Podium]:
    """One of each material."""
    return [Podium(name) for name in TONES]
