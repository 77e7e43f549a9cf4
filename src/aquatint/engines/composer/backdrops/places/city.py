"""A city: rows of towers over a quay or square from which one looks at them; landmarks where it has a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import skia

from aquatint.engines.composer.backdrops import (
    buildings,
    floors,
    framing,
    grounds,
    open_sky,
    pieces,
    ridges,
    trees,
    water,
)
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.place import Geometry, Place
from aquatint.engines.composer.backdrops.recipe import step, table
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.colour import Colour, mix, shift


class City(Place):
    """A skyline seen from a paved terrace."""

    name = "city"
    geometry = Geometry(horizon=0.66, ground=(0.8, 0.94), sky=(0.06, 0.5), metre=0.24)

    def back(self, easel: Easel) -> None:
        """Sky, far, middle and near towers, the glow between them, a parapet and paving."""
        open_sky.paint_sky(easel.fork("sky"))
        line, short, dark = easel.horizon, 1000 * easel.unit, easel.stage.light.darkness
        cool, warm = Colour.of("#7488a8"), Colour.of("#6a6580")
        foot = line + 0.05 * easel.height
        glow = mix(easel.air.sky[3], buildings.LAMP, 0.5 * dark)
        buildings.skyline(easel.fork("far"), foot, 0.34 * short, cool, 0.68, windows=False)
        easel.band(line - 0.24 * short, foot, (0, glow, 0.0), (1, glow, 0.5 + 0.2 * dark))
        buildings.skyline(easel.fork("middle"), foot, 0.4 * short, mix(cool, warm, 0.5), 0.48, gap=0.3)
        easel.band(line - 0.18 * short, foot, (0, glow, 0.0), (1, glow, 0.46 + 0.2 * dark))
        buildings.skyline(
            easel.fork("near"),
            foot + 0.012 * easel.height,
            0.3 * short,
            shift(warm, lightness=-0.12),
            0.12,
            gap=0.75,
        )
        self._terrace(easel.fork("terrace"), foot)

    def _terrace(self, easel: Easel, top: float, *, bushes: bool = True) -> None:
        """Bushes, a stone parapet, paving."""
        for i in range(round(11 * easel.span) if bushes else 0):
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


class NamedCity(City):
    """A city that one knows by its landmarks: they stand on the far shore or square, above its roofs."""

    geometry = Geometry(horizon=0.6, ground=(0.8, 0.94), sky=(0.05, 0.34), metre=0.24)

    def __init__(self, name: str, row: Mapping[str, Any]) -> None:
        """The city of that name, as its ``row`` of data says."""
        self.name, self.row = name, row
        if "water" in row:
            self.geometry = replace(self.geometry, water=(0.7, 0.75))

    def back(self, easel: Easel) -> None:
        """Sky, far roofs, landmarks, near roofs, water, the quay or ground."""
        open_sky.paint_sky(easel.fork("sky"), clouds=0.7)
        foot, short = easel.horizon + 0.04 * easel.height, 1000 * easel.unit
        tone = Colour.of(easel.fork("tone").chance.choice(self.row["tone"].split("|")))
        tall, row = self.row["towers"] * short, self.row
        wide = 2.2 if row["towers"] < 0.15 else 1.0
        if row.get("hills"):
            blue = mix(easel.air.nature.grass_far, Colour.of("#6f8fc0"), 0.6)
            ridges.hills(easel.fork("hills"), foot - 0.05 * short, 0.14 * short, blue, 0.6)
        if tall:
            buildings.skyline(easel.fork("far"), foot, tall, tone, 0.62, windows=False, wide=wide)
        self._mist(easel, foot, short)
        self._landmarks(easel, foot, short)
        if tall:
            low = 0.075 * short
            near = shift(tone, lightness=-0.05)
            buildings.skyline(easel.fork("near"), foot + 0.004 * easel.height, low, near, 0.2, wide=2.2)
        self._trees(easel.fork("trees"), foot, short)
        self._foreground(easel, foot)

    def _mist(self, easel: Easel, foot: float, short: float) -> None:
        glow = mix(easel.air.sky[3], buildings.LAMP, 0.5 * easel.stage.light.darkness)
        easel.band(foot - 0.14 * short, foot, (0, glow, 0.0), (1, glow, 0.4))

    def _landmarks(self, easel: Easel, foot: float, short: float) -> None:
        """Each in its place, which the seed shifts a little, or mirrors all of them."""
        chance = easel.fork("landmarks").chance
        mirror = -1 if chance.random() < 0.5 else 1
        for index, line in enumerate(self.row["landmarks"]):
            one = step(line)
            x = easel.width * (0.5 + 0.5 * (mirror * one.number("at") + chance.uniform(-0.05, 0.05)))
            scale = one.number("size") * short / 100
            y = foot + (0.005 + one.number("y")) * easel.height
            part = easel.fork("landmark", index)
            shine = 0.5 * easel.stage.light.darkness if one.number("far", 0.2) < 0.5 else 0.0
            easel.glow((x, y - 60 * scale), 190 * scale, buildings.LAMP, shine, add=True)
            pieces.draw_plain(part, one.name, (x, y), scale, far=one.number("far", 0.2))

    def _trees(self, easel: Easel, foot: float, short: float) -> None:
        """Palms or cypresses on the far shore, where the city has them; bushes elsewhere."""
        count = round(9 * easel.span)
        for i in range(count):
            one = easel.fork(i)
            spot = ((i + one.chance.uniform(0.1, 0.9)) / count * easel.width, foot + 0.012 * easel.height)
            if self.row.get("palms"):
                trees.palm(
                    one, spot, 0.1 * short * one.chance.uniform(0.8, 1.2), 0.2, lean=one.chance.uniform(-0.2, 0.2)
                )
            elif self.row.get("cypresses"):
                pieces.draw_plain(
                    one, "cypress", spot, 0.026 * short / 100 * one.chance.uniform(0.8, 1.2), far=0.2
                )
            else:
                trees.bush(one, spot, one.chance.uniform(18, 30) * easel.unit, 0.25)

    def _foreground(self, easel: Easel, foot: float) -> None:
        if self.row.get("ground") == "sand":
            grounds.sand(easel.fork("sand"), foot + 0.01 * easel.height, Colour.of("#e3c48f"))
            return
        if "water" not in self.row:
            self._terrace(easel.fork("terrace"), foot)
            return
        deep, shore = Colour.of(self.row["water"]), foot + 0.012 * easel.height
        water.sheet(easel.fork("water"), shore, shore + 0.16 * easel.height, deep=deep)
        water.reflection(
            easel.fork("water"), shore, 0.07 * easel.height, mix(easel.lit(deep), easel.stage.light.shadow, 0.2)
        )
        self._terrace(easel.fork("terrace"), shore + 0.1 * easel.height, bushes=False)


def cities() -> list[NamedCity]:
    """All cities with landmarks."""
    return [NamedCity(name, row) for name, row in table("cities").items()]
