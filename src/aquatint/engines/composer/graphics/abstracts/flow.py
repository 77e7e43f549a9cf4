"""Flow: thousands of lines follow a smooth field of directions, thick and thin, in bands of the palette."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import starmap

import numpy as np
import numpy.typing as npt
import skia

from aquatint.engines.composer.drawing.brush import stroke
from aquatint.engines.composer.drawing.colour import mix
from aquatint.engines.composer.graphics.page import Page

LINES = 1500
STEPS = 20


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """Ground, then the lines in three layers."""
    palette = page.palette
    dark = page.chance.fork("ground").random() < 0.5
    ground = palette.ink if dark else palette.paper
    page.paint_gradient([(0, mix(ground, palette.field, 0.12), 1), (1, ground, 1)])
    yield 0.15, "ground"
    tracks = _tracks(page)
    colours = [palette.main, palette.second, palette.soft, palette.field, palette.accent]
    layers = 3
    for layer in range(layers):
        part = tracks[layer::layers]
        for index, track in enumerate(part):
            # Neighbours in the field share a colour: bands, not noise.
            band = int(5 * (0.5 + 0.5 * np.sin(track[0, 0] * 5.1 + track[0, 1] * 7.3)))
            colour = colours[min(4, band)]
            width = page.unit * (1.2 + 5.5 * ((index * 0.618) % 1) ** 3) * (1.3 - 0.3 * layer)
            page.path(_line(track, page), stroke(colour, width, 0.82))
        yield 0.15 + 0.85 * (layer + 1) / layers, "lines"


def _tracks(page: Page) -> npt.NDArray[np.float64]:
    """(lines, steps, 2) points in units of the shorter side."""
    random = page.chance.fork("field").array()
    span = np.array([page.width / page.short, page.height / page.short])
    waves = random.normal(0, 1.6, (5, 2))
    phases = random.uniform(0, 2 * np.pi, 5)
    weights = random.uniform(0.5, 1.1, 5)
    base = random.uniform(0, 2 * np.pi)
    at = _spread(LINES, span, random)
    points = [at]
    for _ in range(STEPS):
        angle = base + np.sum(weights * np.sin(at @ waves.T * 2.2 + phases), axis=1)
        at = at + 0.0195 * np.stack([np.cos(angle), np.sin(angle)], axis=1)
        points.append(at)
    return np.stack(points, axis=1)


def _spread(count: int, span: npt.NDArray[np.float64], random: np.random.Generator) -> npt.NDArray[np.float64]:
    """Evenly strewn starting points (a golden-ratio sequence), a little beyond the edges."""
    index = np.arange(count)
    even = np.stack([(index * 0.7548776662) % 1, (index * 0.5698402910) % 1], axis=1)
    return (even * 1.2 - 0.1 + random.normal(0, 0.004, (count, 2))) * span


def _line(track: npt.NDArray[np.float64], page: Page) -> skia.Path:
    path = skia.Path()
    path.addPoly(list(starmap(skia.Point, (track * page.short).tolist())), False)
    return path
