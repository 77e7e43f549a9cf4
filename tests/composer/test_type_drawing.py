"""Drawing: ink where it was asked, in as many coats as asked."""

import itertools
from typing import Any

import numpy as np
import pytest

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, linear, stroke
from aquatint.engines.composer.drawing.colour import BLACK, Colour
from aquatint.engines.composer.drawing.surface import new_surface, read_pixels
from aquatint.engines.composer.type import Layer, as_path, draw_block, draw_line, face, fit_block, load_face, shape
from aquatint.engines.composer.type.draw import Align
from aquatint.sizes import Size

SIZE = Size(600, 200)


def ink_of(pixels: Any) -> Box:
    alpha = pixels[..., 3] > 60
    columns, rows = np.flatnonzero(alpha.any(axis=0)), np.flatnonzero(alpha.any(axis=1))
    return Box(columns[0], rows[0], columns[-1] + 1 - columns[0], rows[-1] + 1 - rows[0])


def draw(text: str, x: float, align: Align, paint: Any = None, name: str = "inter-700") -> tuple[Box, Any]:
    surface = new_surface(SIZE)
    box = draw_line(surface.getCanvas(), text, load_face(name), 60, x, 120, paint or fill(BLACK), align)
    return box, read_pixels(surface)


@pytest.mark.parametrize("name", ["inter-700", "pacifico-400", "limelight-400"])
def test_returned_box_is_the_ink(name: str) -> None:
    box, pixels = draw("Hágy 24", 300, "center", name=name)
    assert tuple(ink_of(pixels)) == pytest.approx(tuple(box), abs=2)


@pytest.mark.parametrize(("align", "place"), [("left", 0.0), ("center", 0.5), ("right", 1.0)])
def test_ink_stands_where_align_says(align: Align, place: float) -> None:
    _, pixels = draw("HOH", 300, align)
    ink = ink_of(pixels)
    assert ink.x + place * ink.width == pytest.approx(300, abs=1.5)


def test_light_marks_hang_out_of_the_middle() -> None:
    bare, _ = draw("Hello", 300, "center")
    dotted, _ = draw("Hello.", 300, "center")
    quoted, _ = draw("“Hello”", 300, "center")
    assert dotted.x + dotted.width / 2 > 301
    assert quoted.x + quoted.width / 2 == pytest.approx(bare.x + bare.width / 2, abs=0.5)


def test_baseline_is_y() -> None:
    box, _ = draw("HHH", 300, "center")
    assert box.y + box.height == pytest.approx(120, abs=0.5)


def test_coats_are_painted_in_order_with_their_offsets() -> None:
    coats = [
        Layer(fill(Colour(1, 0, 0)), 10, 10),
        Layer(stroke(Colour(0, 0, 1), 8)),
        Layer(fill(Colour(0, 1, 0))),
    ]
    plain, _ = draw("I", 300, "center")
    box, pixels = draw("I", 300, "center", coats)
    assert box == plain
    middle = pixels[round(box.y + box.height / 2), round(box.x + box.width / 2)]
    assert tuple(middle) == (0, 255, 0, 255)
    ink = ink_of(pixels)
    assert ink.x == pytest.approx(box.x - 4, abs=1.5)
    assert ink.y + ink.height == pytest.approx(box.y + box.height + 10, abs=1.5)


def test_shaders_lie_in_the_picture() -> None:
    ramp = linear((0, 0), (600, 0), [(0, Colour(1, 0, 0), 1), (1, Colour(0, 0, 1), 1)])
    box, pixels = draw("HHHHHHHH", 300, "center", fill(shader=ramp))
    row = pixels[round(box.y + box.height / 2)]
    solid = row[row[:, 3] == 255]
    assert solid[0][0] > solid[-1][0] + 60
    assert solid[-1][2] > solid[0][2] + 60


def test_block_lines_lie_below_each_other_from_its_top() -> None:
    font = face("text", "modern")
    block = fit_block("one two three four five six seven eight", font, (200, 150), 40)
    surface = new_surface(SIZE)
    boxes = draw_block(surface.getCanvas(), block, font, 300, 20, fill(BLACK))
    assert len(boxes) == len(block.lines) > 1
    ink = ink_of(read_pixels(surface))
    assert ink.y == pytest.approx(20, abs=1.5)
    assert ink.height == pytest.approx(block.height, abs=2)
    assert all(first.y < second.y for first, second in itertools.pairwise(boxes))


def test_outlines_are_those_that_are_drawn() -> None:
    box, _ = draw("Aq", 300, "center")
    bounds = as_path("Aq", load_face("inter-700"), 60, 300, 120).computeTightBounds()
    assert (bounds.left(), bounds.top(), bounds.width(), bounds.height()) == pytest.approx(tuple(box))


def test_drawing_leaves_the_shaped_line_alone() -> None:
    font = load_face("inter-700")
    before = shape("Hello", font).path.computeTightBounds()
    as_path("Hello", font, 60, 300, 120)
    after = shape("Hello", font).path.computeTightBounds()
    assert before == after


def test_tracked_line_is_wider() -> None:
    surface = new_surface(SIZE)
    font = load_face("bebas-neue-400")
    tight = draw_line(surface.getCanvas(), "JAZZ", font, 60, 300, 120, fill(BLACK))
    loose = draw_line(surface.getCanvas(), "JAZZ", font, 60, 300, 120, fill(BLACK), tracking=0.25)
    assert loose.width == pytest.approx(tight.width + 3 * 0.25 * 60, abs=0.5)
    assert loose.x + loose.width / 2 == pytest.approx(300, abs=0.5)
