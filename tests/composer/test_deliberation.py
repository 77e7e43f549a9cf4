"""Complexity: more arrangements are weighed, the chosen one is no worse, and it stays in the plan."""

from __future__ import annotations

import pytest

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.deliberation import CANDIDATES, deliberate, score
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Scene
from aquatint.engines.composer.staging import place_items
from aquatint.sizes import Size

SIZE = Size(1024, 1024)
PROMPTS = (
    "three cats, two dogs and a red car in a street",
    "a horse, a cow and two sheep on a farm",
    "five penguins on the ice",
    "a man, a woman and a child in a park",
)


def composed(scene: Scene) -> float:
    stage = backdrops.find(scene.backdrop).stage(scene, SIZE)
    return score(place_items(scene, stage), stage)


@pytest.mark.parametrize("prompt", PROMPTS)
def test_more_thought_is_never_worse(prompt: str) -> None:
    scene = author(prompt, seed=7).scene
    low, medium, high = (composed(deliberate(scene, SIZE, level)) for level in CANDIDATES)
    assert low <= medium <= high


def test_it_is_better_somewhere() -> None:
    scenes = [author(prompt, seed=seed).scene for prompt in PROMPTS for seed in (1, 2, 3)]
    gains = [composed(deliberate(scene, SIZE, "high")) - composed(scene) for scene in scenes]
    assert any(gain > 0.01 for gain in gains)


def test_none_and_low_keep_the_first_arrangement() -> None:
    scene = author(PROMPTS[0], seed=7).scene
    assert deliberate(scene, SIZE, None) is scene
    assert deliberate(scene, SIZE, "low") is scene


def test_the_choice_is_in_the_plan() -> None:
    scenes = [deliberate(author(prompt, seed=7).scene, SIZE, "high") for prompt in PROMPTS]
    assert any(scene.arrangement for scene in scenes)
    for scene in scenes:
        again = Scene.from_plan(scene.to_plan())
        assert composed(again) == composed(scene)
