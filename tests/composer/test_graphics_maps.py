"""Maps: what the labels name, where they stand, and that they read."""

from __future__ import annotations

import numpy as np
import pytest
from graphics_help import paint

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.graphics.maps.land import make_land, spots
from aquatint.engines.composer.graphics.maps.places import split_texts, symbol_of
from aquatint.engines.composer.planner.author import author
from aquatint.sizes import Size

REALM = 'Fantasy map titled "Aldor" with "Misty Mountains", "Elder Forest", "Black Castle" and "Silver Lake"'


@pytest.mark.parametrize(
    ("words", "symbol"),
    [("Misty Mountains", "mountain"), ("Elder Forest", "forest"), ("Silver Lake", "water"), ("Bob's Place", "")],
)
def test_names_say_what_stands_there(words: str, symbol: str) -> None:
    assert symbol_of(words) == symbol


def test_the_title_is_the_one_that_is_called_so() -> None:
    title, places = split_texts(author(REALM, seed=1).scene)
    assert [text.content for text in title] == ["Aldor"]
    assert [place.symbol for place in places] == ["mountain", "forest", "castle", "water"]


def test_places_are_on_land_and_apart() -> None:
    land = make_land(Box(100, 100, 800, 700), Chance(5))
    points = spots(land, 8, 40, Chance(6))
    assert all(land.path.contains(*point) for point in points)
    gaps = [np.hypot(a[0] - b[0], a[1] - b[1]) for i, a in enumerate(points) for b in points[i + 1 :]]
    assert min(gaps) > 60


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("prompt", [REALM, 'City map of a town with "Town Hall", "Green Park" and "Library"'])
def test_labels_read_and_do_not_cover_each_other(prompt: str, seed: int) -> None:
    _, _, watch = paint(author(prompt, seed=seed).scene, Size(800, 800))
    for line in watch.lines:
        assert np.percentile(line.contrasts(), 4) >= 4.5, line.text
    for index, one in enumerate(watch.lines):
        for other in watch.lines[index + 1 :]:
            wide = min(one.box.x + one.box.width, other.box.x + other.box.width) - max(one.box.x, other.box.x)
            tall = min(one.box.y + one.box.height, other.box.y + other.box.height) - max(one.box.y, other.box.y)
            assert wide <= 0 or tall <= 0, (one.text, other.text)
