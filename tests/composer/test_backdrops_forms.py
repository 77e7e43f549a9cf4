"""Ground that is a form: what is said to be on a hill, a cliff or a pier stands on it."""

from __future__ import annotations

import numpy as np
import pytest

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.surface import new_surface, read_pixels
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

SIZE = Size(256, 256)


@pytest.mark.parametrize(
    ("prompt", "backdrop"),
    [
        ("a castle on a hill", "hilltop"),
        ("a lighthouse on a rocky cliff", "cliff top"),
        ("a castle on a floating island", "floating island"),
        ("a girl on a wooden pier", "pier"),
        ("three pumpkins on a porch", "porch"),
        ("people waiting on a train platform", "train platform"),
        ("a steam train at a railway station", "railway"),
        ("a couple on a balcony", "balcony"),
        ("a climber on the summit", "summit"),
    ],
)
def test_words_for_forms(prompt: str, backdrop: str) -> None:
    made = author(prompt, seed=1)
    assert made.scene.backdrop == backdrop
    assert made.reading.undrawn == []


@pytest.mark.parametrize("name", ["hilltop", "cliff top", "floating island", "rock ledge", "pier"])
def test_ground_lies_within_the_form(name: str) -> None:
    """Below where things stand is another colour than beside the form at the same height."""
    for seed in range(3):
        scene = Scene(prompt="", seed=seed, backdrop=name)
        place = backdrops.find(name)
        stage_ = place.stage(scene, SIZE)
        surface = new_surface(SIZE)
        place.paint(surface.getCanvas(), stage_, scene, Chance(seed))
        row = read_pixels(surface)[int(sum(stage_.ground) / 2), :, :3].astype(int)
        low, high = (int(share * SIZE.width) for share in stage_.clear)
        inside = row[low + 30 : high - 30].mean(axis=0)
        edges = [row[:12].mean(axis=0), row[-12:].mean(axis=0)]
        assert max(np.abs(inside - edge).sum() for edge in edges) > 24, seed
