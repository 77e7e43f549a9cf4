"""Series and sheets as pictures: cells, faces, the colours of a figure."""

from __future__ import annotations

import numpy as np
import pytest
from graphics_help import paint

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, to_oklch
from aquatint.engines.composer.drawing.surface import new_surface, read_pixels
from aquatint.engines.composer.graphics.panels.faces import colours_of, paint_face
from aquatint.engines.composer.graphics.picture import actors
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Item
from aquatint.sizes import Size


def _actor(noun: str, art: str) -> object:
    return actors([Item(id=f"{noun}-1", noun=noun, word=noun, art=art)])[0]


@pytest.mark.parametrize(
    "prompt",
    [
        "the same tree in spring, summer, autumn and winter",
        "emoji set of a cat: happy, sad, angry",
        "sprite sheet of a knight",
        "a triptych of mountains",
        "Andy Warhol style banana",
        'a grid of nine cats, titled "Cats"',
    ],
)
@pytest.mark.parametrize("size", [Size(320, 320), Size(480, 160), Size(160, 480)])
def test_every_series_is_drawn_in_any_shape(prompt: str, size: Size) -> None:
    pixels, stages, _ = paint(author(prompt, seed=2).scene, size)
    assert stages[-1][0] == pytest.approx(1.0)
    assert len(np.unique(pixels[..., :3].reshape(-1, 3), axis=0)) > 50


def test_cells_differ_in_what_was_asked() -> None:
    pixels, _, _ = paint(author("a tree in all four seasons", seed=2).scene, Size(400, 400))
    upper, lower = pixels[40:190], pixels[210:360]
    cells = [
        half[:, side : side + 150, :3].astype(float).mean(axis=(0, 1))
        for half in (upper, lower)
        for side in (40, 210)
    ]
    assert all(np.abs(one - other).max() > 3 for i, one in enumerate(cells) for other in cells[i + 1 :])


def test_a_face_fills_its_box() -> None:
    surface = new_surface(Size(200, 200))
    surface.getCanvas().drawPaint(fill(Colour(1, 1, 1)))
    paint_face(surface.getCanvas(), _actor("fox", "animal:fox"), Box(0, 0, 200, 200), Chance(1))  # type: ignore[arg-type]
    middle = read_pixels(surface)[70:130, 70:130, :3]
    assert (middle.min(axis=-1) < 250).mean() > 0.6


def test_the_colours_of_a_fox_are_those_of_a_fox() -> None:
    found = colours_of(_actor("fox", "animal:fox"), Chance(1), 5)  # type: ignore[arg-type]
    light, chroma, hue = to_oklch(found[0])
    assert 2 <= len(found) <= 5
    assert 20 < hue < 75
    assert chroma > 0.1
    assert 0.4 < light < 0.8
