"""A crowd before a stage is seen from behind, and does not stand on it."""

from __future__ import annotations

import pytest

from aquatint.engines.composer.backdrops.audience import has_audience
from aquatint.engines.composer.planner.author import author


@pytest.mark.parametrize("prompt", ["crowd at a rock concert", "a magician performing for a crowd in a theatre"])
def test_the_crowd_is_before_the_stage(prompt: str) -> None:
    authored = author(prompt, seed=7)
    assert has_audience(authored.scene)
    assert authored.scene.items
    assert all(item.word != "crowd" for item in authored.scene.items)
    assert "crowd" in authored.reading.drawn


def test_a_crowd_elsewhere_is_people() -> None:
    scene = author("a crowd in a city square", seed=7).scene
    assert not has_audience(scene)
    assert sum(item.count for item in scene.items) > 7
