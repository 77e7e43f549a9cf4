"""A garden: lawn and path between flower beds, a hedge, a white fence, an arch of roses."""

from __future__ import annotations

import math

import skia

from aquatint.engines.composer.backdrops import framing, grounds, open_sky, trees
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.place import Geometry, Place
from aquatint.engines.composer.drawing.brush import fill, polygon, stroke
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix, shift

BLOOMS = ("#e8506a", "#f5a3b8", "#ffd24d", "#b77be0", "#ffffff", "#f2803f")


class Garden(Place):
    """A kept garden in bloom."""

    name = "garden"
    geometry = Geometry(horizon=0.5, ground=(0.7, 0.92), sky=(0.06, 0.3), clear=(0.14, 0.86))

    def back(self, easel: Easel) -> None:
        """Sky, trees over the hedge, fence, arch, lawn, path, beds."""
        open_sky.paint_sky(easel.fork("sky"))
        line, tall = easel.horizon, easel.height
        count = round(6 * (0.4 + 0.6 * easel.span))
        for i in range(count):
            one = easel.fork("tree", i)
            x = (i + one.chance.uniform(0.2, 0.8)) / count * easel.width
            trees.broadleaf(one, (x, line + 0.05 * tall), one.chance.uniform(200, 330) * easel.unit, 0.45)
        self._hedge(easel.fork("hedge"), line + 0.085 * tall)
        self._fence(easel.fork("fence"), line + 0.105 * tall)
        grounds.meadow_ground(easel.fork("lawn"), line + 0.1 * tall, calm=True)
        self._path(easel, line + 0.1 * tall)
        self._arch(easel.fork("arch"), line + 0.112 * tall)
        for side in (-1, 1):
            self._bed(easel.fork("bed", side), side, line + 0.13 * tall)

    def _hedge(self, easel: Easel, foot: float) -> None:
        size = 62 * easel.unit
        leaf = easel.air.nature.bush
        for row, (up, far) in enumerate(((0.75, 0.34), (0.0, 0.26))):
            x, index = -size, 0
            while x < easel.width + size:
                one = easel.fork("bush", row, index)
                trees.bush(one, (x, foot - up * size), size * one.chance.uniform(0.9, 1.15), far, colour=leaf)
                x += size * 0.95
                index += 1

    def _fence(self, easel: Easel, foot: float) -> None:
        """White pickets."""
        white = easel.lit(Colour.of("#f4f1ea"), 0.08)
        step, tall = 30 * easel.unit, 66 * easel.unit
        pickets = skia.Path()
        for i in range(int(easel.width / step) + 2):
            x = (i - 0.5) * step
            pickets.addPath(
                polygon(
                    [
                        (x - step * 0.27, foot),
                        (x - step * 0.27, foot - tall * 0.82),
                        (x, foot - tall),
                        (x + step * 0.27, foot - tall * 0.82),
                        (x + step * 0.27, foot),
                    ]
                )
            )
        for up in (0.24, 0.62):
            easel.band(
                foot - tall * (up + 0.1),
                foot - tall * up,
                (0, shift(white, lightness=-0.07), 1.0),
                (1, shift(white, lightness=-0.12), 1.0),
            )
        easel.paint(pickets, white)

    def _path(self, easel: Easel, top: float) -> None:
        """Gravel that narrows toward the arch."""
        middle, bottom, width = easel.width * 0.5, float(easel.height), min(easel.width, 1300 * easel.unit)
        gravel = easel.air.nature.grass_far if easel.air.snow else Colour.of("#dcc9a6")
        far, near = easel.lit(gravel, 0.18), easel.lit(shift(gravel, lightness=-0.08))
        path = skia.Path()
        path.moveTo(middle - width * 0.06, top)
        path.cubicTo(
            middle - width * 0.09,
            top + 0.3 * (bottom - top),
            middle - width * 0.2,
            top + 0.6 * (bottom - top),
            middle - width * 0.3,
            bottom,
        )
        path.lineTo(middle + width * 0.3, bottom)
        path.cubicTo(
            middle + width * 0.2,
            top + 0.6 * (bottom - top),
            middle + width * 0.09,
            top + 0.3 * (bottom - top),
            middle + width * 0.06,
            top,
        )
        path.close()
        easel.shade(path, easel.fade((0, top), (0, bottom), (0, far, 1.0), (1, near, 1.0)))
        easel.canvas.drawPath(path, stroke(shift(near, lightness=-0.1), 4 * easel.unit, 0.4))
        easel.canvas.save()
        easel.canvas.clipPath(path, True)
        grains = skia.Path()
        for x, y, scale in grounds.scattered(
            easel, top, bottom, int(150 * easel.span), easel.chance.fork("gravel")
        ):
            grains.addOval(framing.oval(x, y, 4 * scale * easel.unit, 2 * scale * easel.unit))
        easel.paint(grains, shift(near, lightness=-0.1), 0.5)
        easel.canvas.restore()

    def _arch(self, easel: Easel, foot: float) -> None:
        """A white arch over the path, overgrown with roses."""
        middle, wide, tall = easel.width * 0.5, 84 * easel.unit, 230 * easel.unit
        white = easel.lit(WHITE, 0.06)
        arch = skia.Path()
        arch.moveTo(middle - wide, foot)
        arch.lineTo(middle - wide, foot - tall + wide)
        arch.arcTo(
            skia.Rect.MakeLTRB(middle - wide, foot - tall, middle + wide, foot - tall + 2 * wide), 180, 180, False
        )
        arch.lineTo(middle + wide, foot)
        easel.line(arch, shift(white, lightness=-0.14), 13 * easel.unit)
        easel.line(arch, white, 8 * easel.unit)
        if easel.air.season == "winter":
            return
        chance = easel.chance
        for i in range(26):
            part = i / 25
            x, y = _on_arch(part, middle, wide, foot, tall)
            one = easel.fork("leaf", i)
            size = one.chance.uniform(15, 25) * easel.unit
            easel.paint(
                trees.scallop((x, y), size, size * 0.85, 8, one.chance),
                easel.lit(shift(easel.air.nature.bush, lightness=one.chance.uniform(-0.08, 0.04)), 0.08),
            )
        for _ in range(24):
            x, y = _on_arch(chance.random(), middle, wide, foot, tall)
            spot = (x + chance.gauss(0, 9) * easel.unit, y + chance.gauss(0, 9) * easel.unit)
            easel.canvas.drawCircle(
                *spot, 6.5 * easel.unit, fill(easel.lit(Colour.of(chance.choice(("#e8506a", "#f5a3b8")))))
            )

    def _bed(self, easel: Easel, side: int, top: float) -> None:
        """Flowers in rows on one side of the path, larger toward the viewer."""
        middle, width = easel.width * 0.5, min(easel.width, 1300 * easel.unit)
        chance, bottom = easel.chance, easel.height * 1.02
        soil = easel.lit(shift(easel.air.nature.soil, lightness=-0.06))
        corner = float(easel.width) if side > 0 else 0.0
        bed = [
            (middle + side * width * 0.1, top),
            (corner, top),
            (corner, bottom),
            (middle + side * width * 0.36, bottom),
        ]
        easel.paint(polygon(bed), easel.air.snow_colour if easel.air.snow else soil, 0.55)
        y, row = top, 0
        while y < bottom + 30 * easel.unit:
            part = (y - top) / (bottom - top)
            size = 40 * (0.25 + 0.75 * part) * easel.unit
            inner = middle + side * width * (0.1 + 0.24 * part)
            count = max(2, int(abs(corner - inner) / (size * 1.15)))
            step = (corner - inner) / count
            places = [inner + step * (k + chance.uniform(-0.3, 0.3)) for k in range(count + 1)]
            self._row(easel, y, size, places, row)
            y += size * 1.25
            row += 1

    def _row(self, easel: Easel, y: float, size: float, places: list[float], row: int) -> None:
        """One row of plants: leaves in two greens, blooms in two colours, hearts; under snow only mounds."""
        chance = easel.chance
        leaves, petals, hearts, mounds = (
            (skia.Path(), skia.Path()),
            (skia.Path(), skia.Path()),
            skia.Path(),
            skia.Path(),
        )
        for x in places:
            foot = y + chance.uniform(-0.25, 0.25) * size
            which = chance.randrange(2)
            leaves[which].addOval(framing.oval(x, foot - size * 0.3, size * 0.72, size * 0.5))
            mounds.addOval(framing.oval(x, foot - size * 0.5, size * 0.6, size * 0.3))
            for _ in range(3):
                spot = (x + chance.uniform(-0.55, 0.55) * size, foot - chance.uniform(0.3, 0.95) * size)
                if not easel.lacks("flowers"):
                    _bloom(petals[which], hearts, spot, size * 0.2)
        for tone, path in zip((-0.08, -0.02), leaves, strict=True):
            easel.paint(path, easel.lit(shift(easel.air.nature.bush, lightness=tone)))
        if easel.air.season == "winter":
            easel.paint(mounds, easel.air.snow_colour)
            return
        for i, path in enumerate(petals):
            colour = Colour.of(BLOOMS[(row * 2 + i) % len(BLOOMS)])
            faded = mix(colour, Colour.of("#b5652f"), 0.45 if easel.air.season == "autumn" else 0.0)
            easel.paint(path, easel.lit(faded))
        easel.paint(hearts, easel.lit(Colour.of("#f7d36a")))

    def front(self, easel: Easel) -> None:
        """A leafy branch above, dark corners below."""
        framing.vignette(easel, 0.25)
        framing.leafy_branch(easel, side=1 if easel.toward < 0 else -1, colour=easel.air.nature.leaves[0])


def _bloom(petals: skia.Path, hearts: skia.Path, spot: tuple[float, float], radius: float) -> None:
    """Add a flower of five petals to two paths."""
    x, y = spot
    for i in range(5):
        angle = i * math.tau / 5
        reach = radius * 0.7
        petals.addCircle(x + math.cos(angle) * reach, y + math.sin(angle) * reach, radius * 0.58)
    hearts.addCircle(x, y, radius * 0.42)


def _on_arch(part: float, middle: float, wide: float, foot: float, tall: float) -> tuple[float, float]:
    """A point of the arch, from its left foot (0) to its right foot (1)."""
    straight = tall - wide
    length = 2 * straight + math.pi * wide
    run = part * length
    if run < straight:
        return middle - wide, foot - run
    if run > length - straight:
        return middle + wide, foot - (length - run)
    angle = math.pi - (run - straight) / wide
    return middle + math.cos(angle) * wide, foot - straight - math.sin(angle) * wide
