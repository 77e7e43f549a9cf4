"""A city: three rows of towers over a river quay or square from which one looks at them."""

from __future__ import annotations

import skia

from aquatint.engines.composer.backdrops import buildings, floors, framing, sky, trees
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.place import Geometry, Place
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.colour import Colour, mix, shift


class City(Place):
    """A skyline seen from a paved terrace."""

    name = "city"
    geometry = Geometry(horizon=0.66, ground=(0.8, 0.94), sky=(0.06, 0.5), metre=0.24)

    def back(self, easel: Easel) -> None:
        """Sky, far, middle and near towers, the glow between them, a parapet and paving."""
        sky.paint_sky(easel.fork("sky"))
        line, short, dark = easel.horizon, 1000 * easel.unit, easel.stage.light.darkness
        cool, warm = Colour.of("#7488a8"), Colour.of("#6a6580")
        foot = line + 0.05 * easel.height
        glow = mix(easel.air.sky[3], buildings.LAMP, 0.5 * dark)
        buildings.skyline(easel.fork("far"), foot, 0.34 * short, cool, 0.68, windows=False)
        easel.band(line - 0.2 * short, foot, (0, glow, 0.0), (1, glow, 0.3 + 0.2 * dark))
        buildings.skyline(easel.fork("middle"), foot, 0.4 * short, mix(cool, warm, 0.5), 0.4, gap=0.3)
        easel.band(line - 0.12 * short, foot, (0, glow, 0.0), (1, glow, 0.28 + 0.2 * dark))
        buildings.skyline(
            easel.fork("near"),
            foot + 0.012 * easel.height,
            0.3 * short,
            shift(warm, lightness=-0.12),
            0.12,
            gap=0.75,
        )
        self._terrace(easel.fork("terrace"), foot)

    def _terrace(self, easel: Easel, top: float) -> None:
        """Bushes, a stone parapet, paving."""
        for i in range(round(11 * easel.span)):
            one = easel.fork("bush", i)
            x = (i + one.chance.uniform(0.2, 0.8)) / round(11 * easel.span) * easel.width
            trees.bush(one, (x, top + 0.028 * easel.height), one.chance.uniform(34, 58) * easel.unit, 0.12)
        stone = Colour.of("#b9b2a6")
        pave = top + 0.075 * easel.height
        floors.slabs(easel.fork("paving"), pave, stone)
        wall_top = top + 0.02 * easel.height
        lit, shade = easel.lit(shift(stone, lightness=0.02), 0.08), easel.lit(shift(stone, lightness=-0.12), 0.05)
        easel.band(wall_top, pave, (0, lit, 1.0), (1, shade, 1.0))
        cap = 9 * easel.unit
        easel.band(
            wall_top - cap, wall_top, (0, easel.lit(shift(stone, lightness=0.08)), 1.0), (1, easel.lit(stone), 1.0)
        )
        easel.band(
            pave,
            pave + 0.02 * easel.height,
            (0, easel.stage.light.shadow, 0.25),
            (1, easel.stage.light.shadow, 0.0),
        )
        joints = skia.Path()
        step = 120 * easel.unit
        for i in range(int(easel.width / step) + 1):
            joints.addRect(skia.Rect.MakeXYWH(i * step, wall_top, 2 * easel.unit, pave - wall_top))
        easel.canvas.drawPath(joints, fill(shade, 0.8))
        if easel.air.snow:
            snow = easel.air.snow_colour
            easel.band(wall_top - cap * 1.7, wall_top - cap * 0.3, (0, snow, 1.0), (1, snow, 0.9))

    def front(self, easel: Easel) -> None:
        """Dark corners below."""
        framing.vignette(easel, 0.35)
