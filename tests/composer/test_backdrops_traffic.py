"""A street where nothing drives is paved all over, and small things are seen from near by."""

from __future__ import annotations

import pytest

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.backdrops.traffic import has_roadway
from aquatint.engines.composer.focus import softness
from aquatint.engines.composer.planner.author import author
from aquatint.sizes import Size


@pytest.mark.parametrize(
    ("prompt", "roadway"),
    [
        ("a bench on a street", False), ("a man walking down the street", False), ("a red car on a street", True),
        ("an empty street", True), ("a snail on a road", True), ("a bicycle in the street", False),
    ],
)  # fmt: skip
def test_people_and_benches_do_not_stand_in_the_traffic(prompt: str, roadway: bool) -> None:
    assert has_roadway(author(prompt, seed=7).scene) == roadway


@pytest.mark.parametrize(
    ("prompt", "soft"),
    [
        ("an ice cream cone on the pavement", True), ("a key in the forest", True),
        ("a beetle in the garden", True),
        ("a giant strawberry in a meadow", False), ("a cat in the garden", False), ("a vase on a stool", False),
        ("a key and a boy in the forest", False),
    ],
)  # fmt: skip
def test_the_place_behind_small_things_is_near_and_soft(prompt: str, soft: bool) -> None:
    scene = author(prompt, seed=7).scene
    place = backdrops.find(scene.backdrop)
    stage = place.stage(scene, Size(400, 400))
    assert bool(softness(scene, stage, inside=getattr(place, "inside", False))) == soft
