"""Stripes, dots and checks on garments."""

from __future__ import annotations

import math

from aquatint.engines.composer.art.figures.geometry import oval, stroke_line, union
from aquatint.engines.composer.art.figures.people.joints import Joints, Point
from aquatint.engines.composer.art.figures.people.traits import Traits
from aquatint.engines.composer.art.figures.sketch import Group
from aquatint.engines.composer.drawing.colour import WHITE, Colour, luminance, mix, shift

STEP = 0.034
"""Distance of stripes, in heights of an adult."""


def pattern_colour(main: Colour) -> Colour:
    """What stands out on a cloth of that colour without leaving its family."""
    return mix(main, WHITE, 0.62) if luminance(main) < 0.62 else shift(main, lightness=-0.34)


def trunk_pattern(group: Group, joints: Joints, traits: Traits, low: float) -> None:
    """The pattern over the trunk's garment down to y = ``low``; it stays inside what the group has painted."""
    if not traits.pattern:
        return
    top = joints.trunk(0, 0.93)
    wide = 0.3 * joints.body
    colour = pattern_colour(traits.main)
    rows = int((low - top[1]) / STEP) + 1
    if traits.pattern == "dots":
        dots = [
            oval(top[0] + (i + (0.5 if row % 2 else 0.0)) * 1.1 * STEP, top[1] + row * 0.9 * STEP, 0.0085)
            for row in range(int(rows / 0.9) + 1)
            for i in range(-7, 8)
        ]
        group.mark(union(dots), colour, 0.9)
        return
    lean = math.tan(math.radians(joints.lean))
    for row in range(rows):
        y = top[1] + row * STEP
        drift = -(y - top[1]) * -lean
        group.line(
            stroke_line([(top[0] - wide + drift, y), (top[0] + drift, y + 0.008), (top[0] + wide + drift, y)]),
            colour,
            0.013 if traits.pattern == "stripes" else 0.006,
            0.9 if traits.pattern == "stripes" else 0.6,
        )
    if traits.pattern == "plaid":
        for i in range(-6, 7):
            x = top[0] + i * STEP
            group.line(stroke_line([(x, top[1] - 0.05), (x - (low - top[1]) * -lean, low)]), colour, 0.006, 0.6)


def sleeve_pattern(group: Group, start: Point, end: Point, traits: Traits, k: float) -> None:
    """The pattern along a sleeve's bone."""
    if not traits.pattern:
        return
    colour = pattern_colour(traits.main)
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy) or 1.0
    nx, ny = -dy / length * 0.045 * k, dx / length * 0.045 * k
    count = max(1, int(length / STEP))
    for i in range(count):
        share = (i + 0.5) / count
        x, y = start[0] + dx * share, start[1] + dy * share
        if traits.pattern == "dots":
            side = 0.4 if i % 2 else -0.4
            group.mark(oval(x + nx * side, y + ny * side, 0.0085), colour, 0.9)
        else:
            wide = 0.013 if traits.pattern == "stripes" else 0.006
            group.line(stroke_line([(x - nx, y - ny), (x + nx, y + ny)]), colour, wide, 0.9)
