"""Words over a finished style."""

from __future__ import annotations

from unittest import mock

import numpy as np
import pytest
import skia

from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import BLACK, Colour
from aquatint.engines.composer.graphics.lettering import put_line
from aquatint.engines.composer.graphics.overprint import Held, held_back, overprint
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.render import compose, render
from aquatint.engines.composer.scene import Scene, Text
from aquatint.engines.composer.type import Layer, as_path, load_face
from aquatint.sizes import Size

SIZE = Size(320, 200)


def _held(colour: Colour) -> Held:
    return Held(as_path("HOLD", load_face("inter-700"), 80, 160, 130), (Layer(fill(colour)),))


def _ground(low: int, high: int) -> np.ndarray:
    """Noise between two greys."""
    pixels = np.full((SIZE.height, SIZE.width, 4), 255, np.uint8)
    noise = np.random.default_rng(1).integers(low, high, (SIZE.height, SIZE.width))
    pixels[..., :3] = noise[..., None]
    return pixels


def test_words_wait_and_are_placed_as_they_were_set() -> None:
    surface = skia.Surface(SIZE.width, SIZE.height)
    canvas = surface.getCanvas()
    with held_back("woodcut") as words:
        canvas.save()
        canvas.translate(10, 20)
        box = put_line(canvas, "HOLD", load_face("inter-700"), 60, (100, 100), fill(BLACK))
        canvas.restore()
    assert not surface.toarray().any()
    bounds = words[0].path.computeTightBounds()
    assert bounds.left() == pytest.approx(box.x + 10, abs=0.01)
    assert bounds.top() == pytest.approx(box.y + 20, abs=0.01)


def test_styles_that_spare_letters_get_them_at_once() -> None:
    surface = skia.Surface(SIZE.width, SIZE.height)
    with held_back("flat") as words:
        put_line(surface.getCanvas(), "HOLD", load_face("inter-700"), 60, (100, 100), fill(BLACK))
    assert words == []
    assert surface.toarray().any()


def test_a_colour_that_reads_stays() -> None:
    navy = Colour.of("#102040")
    after = overprint(_ground(225, 250), [_held(navy)])
    assert (np.abs(after[..., :3].astype(int) - [16, 32, 64]).sum(axis=2) < 4).sum() > 2000


@pytest.mark.parametrize(("low", "high"), [(20, 60), (90, 160), (40, 220)])
def test_on_any_ground_letters_end_darker_or_lighter_by_far(low: int, high: int) -> None:
    grey = Colour.of("#777777")
    after = overprint(_ground(low, high), [_held(grey)]).astype(float)[..., 0]
    mask = overprint(np.full((SIZE.height, SIZE.width, 4), 255, np.uint8), [_held(BLACK)])[..., 0] < 20
    letters = np.median(after[mask])
    rim = np.zeros_like(mask)
    for dy, dx in ((4, 0), (-4, 0), (0, 4), (0, -4)):
        rim |= np.roll(mask, (dy, dx), (0, 1))
    around = np.median(after[rim & ~np.roll(mask, 0) & (np.abs(after - letters) > 30)])
    light, dark = max(letters, around) / 255, min(letters, around) / 255
    assert (light**2.2 + 0.05) / (dark**2.2 + 0.05) > 4.0


def test_carving_styles_leave_letters_whole() -> None:
    scene = Scene(prompt="x", seed=2, kind="poster", style="mosaic", texts=[Text(role="title", content="WHOLE")])
    *_, last = render(scene, Size(400, 400))
    pixels = last.look()[..., :3].reshape(-1, 3)
    _, counts = np.unique(pixels, axis=0, return_counts=True)
    assert counts.max() > 1500  # tiles vary everywhere: only letters are of one colour


TOLD = (
    "menu: Soup 5, Pasta 12, Cake 6", "recipe for pancakes: flour, milk, eggs", "bar chart: apples 5, pears 7",
    "timeline of flight: 1903 Wright brothers, 1969 Moon landing", "venn diagram: cats, dogs, both: pets",
    "table showing fruit and price: apple 2, pear 3", "calendar page for May 2026", "comparison: tea vs coffee",
    "flow chart: start, work, end", "mind map: food, sport, art", 'ticket "JAZZ NIGHT"', "checklist: tent, map",
    'receipt for milk 2, bread 3', 'business card "Ana Li"', "agenda: 9:00 start, 10:00 talk", 'slide "Results"',
)  # fmt: skip


@pytest.mark.parametrize("prompt", TOLD)
def test_all_words_of_information_wait_for_the_style(prompt: str) -> None:
    scene = author(prompt, seed=7).scene
    canvas = skia.Surface(SIZE.width, SIZE.height).getCanvas()
    with held_back("oil painting") as words, mock.patch("aquatint.engines.composer.type.draw_line") as drawn:
        for _ in compose(canvas, scene, SIZE, Chance(7)):
            pass
    assert words
    drawn.assert_not_called()


def test_leaders_wait_with_the_words() -> None:
    scene = author("menu: Soup 5, Pasta 12, Cake 6", seed=7).scene
    with held_back("oil painting") as words:
        for _ in compose(skia.Surface(SIZE.width, SIZE.height).getCanvas(), scene, SIZE, Chance(7)):
            pass
    wide = [line for line in words if line.path.getBounds().width() > 20 * line.path.getBounds().height()]
    assert len(wide) == 3
