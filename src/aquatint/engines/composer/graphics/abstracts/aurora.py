"""Aurora: a mesh of soft colour, curtains of light over it, a fine grain against banding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import skia

from aquatint.engines.composer.drawing.brush import curve, fill, linear, radial
from aquatint.engines.composer.drawing.colour import Colour, from_oklch, mix, to_oklch
from aquatint.engines.composer.drawing.surface import as_image
from aquatint.engines.composer.drawing.vector import vector_of
from aquatint.engines.composer.graphics.page import Page
from aquatint.sizes import Size

KNOTS = 4
"""Colours along each side of the mesh."""
SMOOTH = 600
"""Pixels of the shorter side at which all but the grain is painted, before it fills the page."""
TILE = 256
"""Pixels of the grain that is repeated."""
MESH = 96
"""Pixels along each side at which the mesh is mixed."""


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """The mesh, the curtains, the grain."""
    small = page if vector_of(page.canvas) is not None else _smaller(page)
    _paint_mesh(small)
    _enlarge(small, page)
    yield 0.5, "mesh"
    if page.chance.fork("curtains").random() < 0.6:
        _paint_curtains(small)
        _enlarge(small, page)
    yield 0.8, "curtains"
    _paint_grain(page)
    yield 1.0, "grain"


def _smaller(page: Page) -> Page:
    """A page of the same shape to paint soft things on."""
    scale = min(1.0, SMOOTH / page.short)
    size = Size(max(1, round(page.width * scale)), max(1, round(page.height * scale)))
    return Page(skia.Surface(size.width, size.height).getCanvas(), page.scene, size, page.chance, page.palette)


def _enlarge(small: Page, page: Page) -> None:
    if small is page:
        return
    area = skia.Rect.MakeWH(page.width, page.height)
    image = small.canvas.getSurface().makeImageSnapshot()
    page.canvas.drawImageRect(image, area, skia.SamplingOptions(skia.FilterMode.kLinear))


def _tones(page: Page) -> list[Colour]:
    """The palette with its chroma lifted, so that mixes stay clear."""
    tones = []
    for colour in (*page.palette.lively, page.palette.field):
        lightness, chroma, hue = to_oklch(colour)
        tones.append(from_oklch(lightness, min(0.2, chroma * 1.25), hue))
    return tones


def _paint_mesh(page: Page) -> None:
    """Random colours on a grid of knots, mixed smoothly between them."""
    chance = page.chance.fork("mesh")
    tones = _tones(page)
    if vector_of(page.canvas) is not None:
        _paint_mesh_on_vector(page, [[chance.choice(tones) for _ in range(KNOTS)] for _ in range(KNOTS)])
        return
    knots = np.array([[chance.choice(tones) for _ in range(KNOTS)] for _ in range(KNOTS)])
    weights = _weights()
    smooth = np.einsum("yk,klc,xl->yxc", weights, knots, weights)
    pixels = (np.clip(smooth, 0, 1) * 255).astype(np.uint8)
    cubic = skia.SamplingOptions(skia.CubicResampler.Mitchell())
    page.canvas.drawImageRect(as_image(pixels), skia.Rect.MakeWH(page.width, page.height), cubic)


def _paint_mesh_on_vector(page: Page, knots: Sequence[Sequence[Colour]]) -> None:
    """The same from soft discs, one for each knot."""
    page.paint_ground(knots[KNOTS // 2][KNOTS // 2])
    reach = 0.62 * max(page.width, page.height) / (KNOTS - 1) * 2
    for row, tones in enumerate(knots):
        for column, tone in enumerate(tones):
            middle = page.width * column / (KNOTS - 1), page.height * row / (KNOTS - 1)
            stops = [(0.0, tone, 0.95), (0.5, tone, 0.5), (1.0, tone, 0.0)]
            page.circle(*middle, reach, fill(shader=radial(middle, reach, stops)))


def _weights() -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """How much each knot counts at each place: soft bells that sum to one."""
    places = np.linspace(0, 1, MESH)[:, None]
    bells = np.exp(-(((places - np.linspace(0, 1, KNOTS)[None, :]) / 0.2) ** 2))
    shares: np.ndarray[tuple[int, int], np.dtype[np.float64]] = bells / bells.sum(axis=1, keepdims=True)
    return shares


def _paint_curtains(page: Page) -> None:
    """Hanging folds of light."""
    chance = page.chance.fork("folds")
    for index in range(5):
        tone = mix(page.palette.paper, page.palette.accent, chance.uniform(0.0, 0.5))
        base = page.height * chance.uniform(0.35, 0.95)
        tall = page.height * chance.uniform(0.3, 0.6)
        sway = 0.09 * page.height
        points = [(page.width * (-0.1 + 0.24 * knot), base + chance.uniform(-sway, sway)) for knot in range(6)]
        fold = curve(points)
        fold.lineTo(page.width * 1.15, base - tall)
        fold.lineTo(page.width * -0.15, base - tall)
        fold.close()
        strength = 0.16 + 0.05 * (index % 3)
        stops = [(0.0, tone, 0.0), (0.8, tone, strength), (1.0, tone, strength * 1.6)]
        shade = linear((0, base - tall), (0, base), stops)
        page.path(fold, fill(shader=shade, blend=skia.BlendMode.kScreen))


def _paint_grain(page: Page) -> None:
    if vector_of(page.canvas) is not None:
        return
    noise = skia.PerlinNoiseShader.MakeFractalNoise(0.9, 0.9, 1, 5.0, None)
    grey = skia.ColorFilters.Matrix([0, 0, 0, 0, 0.5, 0, 0, 0, 0, 0.5, 0, 0, 0, 0, 0.5, 1.6, 0, 0, 0, -0.5])
    tile = skia.Surface(TILE, TILE)
    tile.getCanvas().drawPaint(skia.Paint(Shader=noise, ColorFilter=grey))
    mirror = skia.TileMode.kMirror
    repeated = tile.makeImageSnapshot().makeShader(mirror, mirror, skia.SamplingOptions())
    page.canvas.drawPaint(skia.Paint(Shader=repeated, Alphaf=0.10, BlendMode=skia.BlendMode.kSoftLight))
