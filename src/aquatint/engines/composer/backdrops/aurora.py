"""Northern lights."""

from __future__ import annotations

import math

import skia

from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.drawing.brush import fill, polygon
from aquatint.engines.composer.drawing.colour import Colour


def northern_lights(easel: Easel) -> None:
    """Curtains of green and violet light that hang in the sky."""
    tall = easel.horizon
    for i, (colour, y) in enumerate((("#7c5cff", 0.3), ("#3fe0a0", 0.5), ("#58f0c0", 0.66))):
        chance = easel.chance.fork(i)
        phase, speed = chance.uniform(0, math.tau), chance.uniform(1.0, 1.7) * easel.span
        steps = 70
        for k in range(steps):
            at = k / steps
            foot = tall * (
                y + 0.09 * math.sin(speed * math.tau * at + phase) + 0.03 * math.sin(3.1 * speed * math.tau * at)
            )
            height = tall * (0.34 + 0.12 * math.sin(7 * at + phase)) * chance.uniform(0.85, 1.1)
            power = 0.62 * (0.55 + 0.45 * math.sin(5.3 * at * easel.span + phase)) * chance.uniform(0.7, 1.0)
            left, right = easel.width * at - 1, easel.width * (at + 1 / steps) + 1
            path = polygon([(left, foot - height), (right, foot - height), (right, foot), (left, foot)])
            tone = Colour.of(colour)
            shader = easel.fade(
                (0, foot - height),
                (0, foot),
                (0, tone, 0.0),
                (0.75, tone, power * 0.6),
                (0.93, tone, power),
                (1, tone, 0.0),
            )
            easel.canvas.drawPath(path, fill(shader=shader, blend=skia.BlendMode.kScreen))
