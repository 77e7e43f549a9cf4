"""Signs of light: their words are written on them, and shine."""

from __future__ import annotations

import numpy as np

from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.render import render
from aquatint.imaging.raster import Pixels
from aquatint.sizes import Size

SIZE = Size(384, 384)


def drawn(prompt: str) -> Pixels:
    """The finished picture."""
    *_, last = render(author(prompt, seed=2).scene, SIZE)
    return last.look()


def test_a_neon_sign_shines_at_night_and_bears_its_words() -> None:
    scene = author('a neon sign that says "OPEN"', seed=2).scene
    assert [(item.noun, scene.time) for item in scene.items] == [("neon sign", "night")]
    lit, bare = drawn('a neon sign that says "OPEN"'), drawn("a neon sign")
    lettered = (lit != bare).any(axis=2)
    rows, columns = np.nonzero(lettered)
    assert np.ptp(columns) > 1.5 * np.ptp(rows) > 0
    assert lit[lettered][:, :3].mean() > bare[lettered][:, :3].mean() + 20


def test_a_street_of_neon_signs_has_them_already() -> None:
    scene = author("a cyberpunk city street at night with neon signs", seed=2).scene
    assert scene.backdrop == "neon street"
    assert scene.items == []
