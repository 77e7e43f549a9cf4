"""A farm: striped fields, a red barn with its silo, a fence, bales of straw."""

from __future__ import annotations

import skia

from aquatint.engines.composer.backdrops import buildings, framing, grounds, open_sky, ridges, trees
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.pieces import is_said
from aquatint.engines.composer.backdrops.place import Geometry, Place
from aquatint.engines.composer.drawing.brush import Point, fill, stroke
from aquatint.engines.composer.drawing.colour import Colour, mix, shift


class Farm(Place):
    """A farmyard's edge with fields behind."""

    name = "farm"
    turfed = True
    geometry = Geometry(horizon=0.52, ground=(0.7, 0.93), sky=(0.06, 0.36))

    def back(self, easel: Easel) -> None:
        """Sky, hills with fields, the barn, a fence, the yard."""
        open_sky.paint_sky(easel.fork("sky"))
        line, tall, nature = easel.horizon, easel.height, easel.air.nature
        blue = mix(nature.grass_far, Colour.of("#6f8fc0"), 0.6)
        ridges.hills(easel.fork("hills"), line, 0.09 * tall, blue, 0.6, waves=1.2)
        for i, (y, rise, far) in enumerate(((0.03, 0.06, 0.4), (0.075, 0.05, 0.22))):
            self._field(
                easel.fork("field", i), line + y * tall, rise * tall, nature.crop[i % len(nature.crop)], far
            )
        side = -1 if easel.fork("side").chance.random() < 0.5 else 1
        at = easel.width * (0.5 + 0.33 * side)
        if not is_said(easel.scene, "barn"):
            buildings.barn(easel.fork("barn"), (at, line + 0.105 * tall), 0.2 * 1000 * easel.unit, 0.16)
        for i, off in enumerate((-0.14, 0.2)):
            one = easel.fork("tree", i)
            trees.broadleaf(
                one, (at + off * 1000 * easel.unit, line + 0.1 * tall), (0.16 - 0.04 * i) * 1000 * easel.unit, 0.2
            )
        grounds.meadow_ground(easel.fork("ground"), line + 0.1 * tall)
        grounds.flowers(easel.fork("flowers"), line + 0.16 * tall, tall, 40)
        self._fence(easel.fork("fence"), line + 0.155 * tall)
        for i, (x, y) in enumerate(((0.5 - 0.38 * side, 0.215), (0.5 - 0.29 * side, 0.2))):
            _bale(easel.fork("bale", i), (x * easel.width, line + y * tall), 46 * easel.unit)

    def _field(self, easel: Easel, y: float, rise: float, colour: Colour, far: float) -> None:
        """A hill ploughed in rows that fan out from a far point."""
        shape = ridges.hills(easel, y, rise, colour, far)
        body = ridges.under(shape, y + 0.12 * easel.height)
        canvas = easel.canvas
        canvas.save()
        canvas.clipPath(body, True)
        rows, focus = skia.Path(), (easel.width * easel.chance.uniform(0.3, 0.7), y - rise * 3.5)
        count = int(26 * easel.span)
        for i in range(count):
            x = (i / (count - 1) * 3.4 - 1.2) * easel.width
            rows.moveTo(*focus)
            rows.lineTo(x, y + 0.16 * easel.height)
        canvas.drawPath(rows, stroke(easel.lit(shift(colour, lightness=-0.09), far), 5 * easel.unit, 0.55))
        canvas.restore()

    def _fence(self, easel: Easel, y: float) -> None:
        """Two rails on posts across the picture, following the ground a little."""
        white = easel.lit(Colour.of("#e9e2d4"), 0.04)
        shape = ridges.rolling(easel.width, y, 0.012 * easel.height, easel.chance, waves=0.9)
        tall = 52 * easel.unit
        for up in (0.42, 0.82):
            rail = skia.Path()
            rail.addPoly([skia.Point(x, py - tall * up) for x, py in shape], False)
            easel.line(rail, shift(white, lightness=-0.09), 7 * easel.unit)
            easel.line(rail, white, 4.4 * easel.unit)
        step = 105 * easel.unit
        for i in range(int(easel.width / step) + 2):
            x = i * step - step * 0.3
            foot = ridges.height_on(shape, min(max(x, 0.0), float(easel.width)))
            post = skia.Rect.MakeLTRB(x - 5 * easel.unit, foot - tall, x + 5 * easel.unit, foot + 4 * easel.unit)
            easel.canvas.drawRect(post, fill(white))
            shade = skia.Rect.MakeLTRB(
                post.left() if easel.toward > 0 else x + 1 * easel.unit,
                post.top(),
                x - 1 * easel.unit if easel.toward > 0 else post.right(),
                post.bottom(),
            )
            easel.canvas.drawRect(shade, fill(shift(white, lightness=-0.12)))
            if easel.air.snow:
                easel.canvas.drawOval(
                    framing.oval(x, foot - tall, 8 * easel.unit, 5 * easel.unit), fill(easel.air.snow_colour)
                )

    def front(self, easel: Easel) -> None:
        """Grass in the corners."""
        framing.vignette(easel, 0.24)
        framing.grass_frame(easel)


def _bale(easel: Easel, foot: Point, size: float) -> None:
    """A round bale of straw seen a little from the side."""
    x, y = foot
    straw = easel.lit(Colour.of("#dcb65a"), 0.08)
    side = easel.toward
    body = skia.Rect.MakeLTRB(x - size * 0.9, y - size * 1.25, x + size * 0.9, y)
    easel.canvas.drawRRect(
        skia.RRect.MakeRectXY(body, size * 0.5, size * 0.62), fill(shift(straw, lightness=-0.1))
    )
    face = (x + side * size * 0.45, y - size * 0.625)
    for k in range(4):
        share = 1 - 0.24 * k
        easel.canvas.drawOval(
            framing.oval(*face, size * 0.5 * share, size * 0.62 * share),
            fill(shift(straw, lightness=0.04 if k % 2 == 0 else -0.05)),
        )
    if easel.air.snow:
        easel.canvas.drawOval(
            framing.oval(x, y - size * 1.22, size * 0.7, size * 0.12), fill(easel.air.snow_colour)
        )
