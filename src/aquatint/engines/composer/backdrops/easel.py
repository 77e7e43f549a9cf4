"""The easel: canvas, stage, air and chance together, with the few measures and strokes that all pieces share."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import skia

from aquatint.engines.composer.backdrops.light import Air
from aquatint.engines.composer.drawing.brush import Point, Stop, fill, linear, radial, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix, multiply
from aquatint.engines.composer.drawing.vector import vector_of
from aquatint.engines.composer.layout.stage import Stage
from aquatint.engines.composer.scene import Scene


@dataclass(frozen=True, slots=True)
class Easel:
    """What a piece of a backdrop needs to paint itself. Lengths are pixels unless a name says otherwise."""

    canvas: Any
    stage: Stage
    air: Air
    scene: Scene
    chance: Chance

    @property
    def width(self) -> int:
        """Width of the picture."""
        return self.stage.size.width

    @property
    def height(self) -> int:
        """Height of the picture."""
        return self.stage.size.height

    @property
    def unit(self) -> float:
        """A thousandth of the shorter side."""
        return self.stage.unit

    @property
    def span(self) -> float:
        """Width of the picture in shorter sides, 1..3: how many things fit side by side."""
        return self.width / min(self.width, self.height)

    @property
    def horizon(self) -> float:
        """y of the horizon."""
        return self.stage.horizon

    def lacks(self, name: str) -> bool:
        """Whether the picture is to be without "trees", "clouds" or the like."""
        return name in self.scene.absent

    def wave(self, offset: float) -> float:
        """A swing that starts at 0 and is back there after one loop of an animation; always 0 in a still picture.

        ``offset`` (in loops) says where in its swing it starts; it reaches up to 2 to one side.
        """
        phase = self.stage.phase
        return 0.0 if phase is None else math.sin(math.tau * (phase + offset)) - math.sin(math.tau * offset)

    @property
    def toward(self) -> float:
        """-1 when the key light comes from the left, 1 from the right."""
        return -1.0 if self.stage.light.x < 0 else 1.0

    def fork(self, *name: str | int) -> Easel:
        """The same easel with the stream of chance of that name."""
        return replace(self, chance=self.chance.fork(*name))

    def lit(self, colour: Colour, far: float = 0.0) -> Colour:
        """A surface of ``colour`` under the stage's light, seen through ``far`` (0..1) of the air before it."""
        light = self.stage.light
        seen = multiply(colour, light.ambient)
        if far <= 0:
            return seen
        return mix(seen, light.haze, 1 - (1 - min(far, 1.0)) ** self.air.thickness)

    def paint(self, path: Any, colour: Colour, alpha: float = 1.0) -> None:
        """Fill a path with one colour."""
        self.canvas.drawPath(path, fill(colour, alpha))

    def shade(self, path: Any, shader: Any) -> None:
        """Fill a path with a gradient, dithered against bands."""
        self.canvas.drawPath(path, _dithered(shader))

    def band(self, top: float, bottom: float, *stops: Stop) -> None:
        """Fill the picture from ``top`` to ``bottom`` with a vertical gradient."""
        paint = _dithered(linear((0, top), (0, bottom), stops))
        self.canvas.drawRect(skia.Rect.MakeLTRB(0, top, self.width, bottom), paint)

    def glow(self, centre: Point, radius: float, colour: Colour, alpha: float, *, add: bool = False) -> None:
        """A soft round light (or darkness) that fades to nothing at ``radius``."""
        if alpha <= 0 or radius <= 0:
            return
        stops = [
            (0.0, colour, alpha),
            (0.25, colour, alpha * 0.62),
            (0.55, colour, alpha * 0.2),
            (1.0, colour, 0.0),
        ]
        paint = _dithered(radial(centre, radius, stops))
        if add:
            paint.setBlendMode(skia.BlendMode.kScreen)
        self.canvas.drawCircle(*centre, radius, paint)

    def line(self, path: Any, colour: Colour, width: float, alpha: float = 1.0) -> None:
        """Draw along a path with a round pen."""
        self.canvas.drawPath(path, stroke(colour, width, alpha))

    def fade(self, start: Point, end: Point, *stops: Stop) -> Any:
        """A gradient shader along a line."""
        return linear(start, end, stops)


def _dithered(shader: Any) -> Any:
    paint = fill(shader=shader)
    paint.setDither(True)
    return paint


def lens(x: float, y: float, length: float, thickness: float) -> Any:
    """A flat stroke that tapers at both ends, centred: ripples, streaks of cloud, blades of shadow."""
    half, rise = length / 2, thickness / 2
    path = skia.Path()
    path.moveTo(x - half, y)
    path.cubicTo(x - half * 0.4, y - rise * 1.2, x + half * 0.4, y - rise * 1.2, x + half, y)
    path.cubicTo(x + half * 0.4, y + rise * 1.2, x - half * 0.4, y + rise * 1.2, x - half, y)
    path.close()
    return path


def out_of_focus(easel: Easel, sigma: float, draw: Callable[[Easel], None]) -> None:
    """What ``draw`` paints, blurred by ``sigma`` pixels, over the whole picture. Works at a reduced size."""
    vector = vector_of(easel.canvas)
    if vector is not None:
        with vector.effect(vector.soft(sigma)):
            draw(easel)
        return
    shrink = max(1.0, sigma / 2)
    wide, tall = math.ceil(easel.width / shrink), math.ceil(easel.height / shrink)
    surface = skia.Surface(wide, tall)
    canvas = surface.getCanvas()
    canvas.scale(wide / easel.width, tall / easel.height)
    draw(replace(easel, canvas=canvas))
    small = skia.Surface(wide, tall)
    small.getCanvas().drawImage(
        surface.makeImageSnapshot(), 0, 0, skia.SamplingOptions(skia.FilterMode.kLinear),
        skia.Paint(ImageFilter=skia.ImageFilters.Blur(sigma / shrink, sigma / shrink, skia.TileMode.kClamp)),
    )  # fmt: skip
    # Cubic to a third and linear from there looks like cubic all the way, in a fraction of its time.
    part = skia.Surface(math.ceil(easel.width / 3), math.ceil(easel.height / 3))
    cubic = skia.SamplingOptions(skia.CubicResampler.Mitchell())
    part.getCanvas().drawImageRect(small.makeImageSnapshot(), skia.Rect.MakeWH(part.width(), part.height()), cubic)
    whole = skia.Rect.MakeWH(easel.width, easel.height)
    linear = skia.SamplingOptions(skia.FilterMode.kLinear)
    easel.canvas.drawImageRect(part.makeImageSnapshot(), whole, linear)
