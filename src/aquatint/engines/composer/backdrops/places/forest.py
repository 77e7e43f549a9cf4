"""A forest: trunks behind trunks in mist, firs and leaf trees about a clearing."""

from __future__ import annotations

from aquatint.engines.composer.backdrops import framing, grounds, light_shafts, open_sky, ridges, trees
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.place import Geometry, Place
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.colour import Colour, mix, shift


class Forest(Place):
    """A clearing in a mixed wood; conifers alone when snow lies."""

    name = "forest"
    turfed = True
    geometry = Geometry(horizon=0.6, ground=(0.72, 0.92), sky=(0.05, 0.36), clear=(0.16, 0.84))

    def back(self, easel: Easel) -> None:
        """Sky through the gap, woods in four depths, the forest floor."""
        open_sky.paint_sky(easel.fork("sky"), clouds=0.4)
        line, tall, nature = easel.horizon, easel.height, easel.air.nature
        far_tone = mix(nature.conifer, Colour.of("#6f8fb0"), 0.35)
        for i, (rise, size, far) in enumerate(((0.1, 130, 0.78), (0.04, 190, 0.6))):
            one = easel.fork("far", i)
            ground = ridges.rolling(
                easel.width, line + 0.01 * tall - rise * 0.3 * tall, rise * tall, one.chance, waves=0.8
            )
            ridges.far_wood(one, ground, size * easel.unit, far_tone, far)
        floor = line + 0.045 * tall
        self._stand(easel.fork("back"), floor - 0.015 * tall, 270, 0.55, 12, 0.05)
        self._stand(easel.fork("middle"), floor, 350, 0.36, 9, 0.15)
        light_shafts.from_sky(easel.fork("shafts"), floor)
        self._floor(easel.fork("ground"), line + 0.04 * tall)
        self._stand(easel.fork("near"), line + 0.115 * tall, 520, 0.12, 6, 0.3)

    def _stand(self, easel: Easel, foot: float, size: float, far: float, count: int, gap: float) -> None:
        """A row of trees that leaves the middle free by ``gap`` (share of the width on each side of it)."""
        number = round(count * (0.35 + 0.65 * easel.span))
        for i in range(number):
            one = easel.fork("tree", i)
            x = (i + 0.5 + one.chance.uniform(-0.35, 0.35)) / number
            if abs(x - 0.5) < gap:
                x = x - gap * 0.9 if x < 0.5 else x + gap * 0.9
            edge = abs(x - 0.5) * 2
            place = (
                x * easel.width,
                foot + one.chance.uniform(-0.008, 0.012) * easel.height + 0.02 * edge * easel.height,
            )
            grand = size * one.chance.uniform(0.72, 1.08) * (0.75 + 0.4 * edge) * easel.unit
            if easel.air.snow or one.chance.random() < 0.62:
                trees.conifer(one, place, grand, far)
            else:
                trees.broadleaf(one, place, grand * 0.9, far)

    def _floor(self, easel: Easel, top: float) -> None:
        """Mossy ground with fallen leaves, ferns at the sides, or snow."""
        grounds.meadow_ground(easel, top)
        if easel.air.snow:
            return
        moss = easel.lit(shift(mix(easel.air.nature.grass_near, easel.air.nature.soil, 0.45), lightness=-0.08))
        easel.band(top + 0.02 * easel.height, easel.height, (0, moss, 0.0), (0.3, moss, 0.55), (1, moss, 0.8))
        grounds.blades(easel.fork("ferns"), top, easel.lit(easel.air.nature.grass), moss)
        if easel.air.season == "autumn":
            self._fallen_leaves(easel.fork("fallen"), top)

    def _fallen_leaves(self, easel: Easel, top: float) -> None:
        for i, colour in enumerate(easel.air.nature.leaves):
            one = easel.fork(i)
            for x, y, scale in grounds.scattered(
                easel, top + 0.04 * easel.height, easel.height, int(26 * easel.span), one.chance
            ):
                easel.canvas.drawOval(
                    framing.oval(x, y, 7 * scale * easel.unit, 3.4 * scale * easel.unit),
                    fill(easel.lit(colour), 0.85),
                )

    def front(self, easel: Easel) -> None:
        """Boughs in the upper corners, growth in the lower ones."""
        framing.vignette(easel, 0.4)
        for side in (-1, 1):
            if easel.air.snow or easel.fork("frame", side).chance.random() < 0.5:
                framing.pine_branch(easel, side=side)
            else:
                framing.leafy_branch(easel, side=side, colour=easel.air.nature.leaves[0])
        framing.grass_frame(easel, size=95)
