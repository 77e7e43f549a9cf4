"""Our own drawings: clean SVG, trimmed, and painted like the packed ones."""

from __future__ import annotations

import re

import numpy as np
import pytest

from aquatint.engines.composer.art.drawing import Box, Look
from aquatint.engines.composer.art.library import find
from aquatint.engines.composer.art.shelf import OWN, own_aspect, own_names, read_source
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.drawing.surface import new_surface, read_pixels
from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.lexicon.tables import table
from aquatint.sizes import Size

FORBIDDEN = re.compile(r"<(text|image|script|filter|foreignObject|use)\b|href|https?://(?!www\.w3\.org)")


@pytest.mark.parametrize("name", own_names())
def test_a_drawing_is_plain_svg(name: str) -> None:
    source = read_source(f"{OWN}{name}.svg")
    assert FORBIDDEN.search(source) is None
    assert len(source) < 20_000


def test_every_drawing_is_asked_for_by_a_noun() -> None:
    used = {noun.art.removeprefix("own:") for noun in nouns().values() if noun.art.startswith("own:")}
    used |= {art.removeprefix("own:") for noun in nouns().values() for art in noun.views.values()}
    used |= {art.removeprefix("own:") for art in table("words/postures")["hung"]["art"].values()}
    used |= {row["art"].removeprefix("own:") for row in table("words/anatomy")["sections"].values()}
    # Furniture that stands for a place is set up by the backdrops.
    assert set(own_names()) - used == set()


@pytest.mark.parametrize("name", own_names())
def test_a_drawing_fills_its_box(name: str) -> None:
    drawing = find(f"own:{name}")
    height = min(100.0, 160 / drawing.aspect)
    surface = new_surface(Size(200, 120))
    drawing.paint(surface.getCanvas(), Box(10, 10, height * drawing.aspect, height), Look())
    painted = read_pixels(surface)[..., 3] > 40
    rows, columns = np.flatnonzero(painted.any(axis=1)), np.flatnonzero(painted.any(axis=0))
    assert abs(rows[0] - 10) <= 6
    assert abs(rows[-1] + 1 - (10 + height)) <= 6
    assert abs(columns[0] - 10) <= 6
    assert abs(columns[-1] + 1 - (10 + height * drawing.aspect)) <= 6


def test_a_sofa_takes_a_colour() -> None:
    def mean(colour: Colour | None) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        surface = new_surface(Size(200, 200))
        drawing = find("own:sofa")
        drawing.paint(surface.getCanvas(), Box(0, 50, 200, 200 / drawing.aspect), Look(colour=colour))
        pixels = read_pixels(surface)
        return np.asarray(pixels[pixels[..., 3] > 200][:, :3].mean(axis=0))

    green = mean(Colour.of("#2e9a4b"))
    assert green[1] > green[0]
    assert green[1] > green[2]
    assert not np.allclose(green, mean(None), atol=5)


def test_an_unknown_drawing_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        own_aspect("no such thing")
    with pytest.raises(KeyError):
        find("own:no such thing")
