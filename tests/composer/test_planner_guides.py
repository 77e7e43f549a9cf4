"""Guides and sets: steps of processes that everybody knows, as many as asked, and pages of sets."""

from __future__ import annotations

import pytest

from aquatint.engines.composer.planner.author import Authored, author


def _made(prompt: str) -> Authored:
    return author(prompt, seed=1)


@pytest.mark.parametrize(
    ("prompt", "first", "number"),
    [
        ("Infographic: how to plant a tree in 5 steps", "Dig a hole", 5),
        ("step by step guide to brushing your teeth", "Wet the brush", 6),
        ("Guide to changing a tyre", "Stop safely", 6),
        ("infographic: 4 steps to start a business", "Find an idea", 4),
        ("How to knit a scarf in 5 steps, infographic", "Choose the yarn", 5),
        ("Infographic: how to recycle, 4 steps", "Collect", 4),
        ("infographic: how to fly a kite, in 5 steps", "Wait for wind", 5),
        ("life cycle of a butterfly", "Egg", 4),
        ("water cycle diagram with arrows", "Evaporation", 4),
    ],
)
def test_known_processes_have_as_many_steps_as_asked(prompt: str, first: str, number: int) -> None:
    made = _made(prompt)
    assert made.scene.kind == "infographic"
    assert (made.scene.steps[0].label, len(made.scene.steps)) == (first, number)
    assert made.reading.undrawn == []


def test_a_guide_is_headed_by_its_promise() -> None:
    titles = [text.content for text in _made("Infographic on how to make pancakes in six steps").scene.texts]
    assert titles == ["How to Make Pancakes"]


def test_what_is_known_only_roughly_is_told() -> None:
    assert "infographic" in _made("How to knit a scarf in 5 steps, infographic").reading.approximated
    unknown = _made("how to fold a fitted sheet in 6 steps")
    assert [step.label for step in unknown.scene.steps] == [""] * 6
    assert "in 6 steps" in unknown.reading.approximated


def test_a_number_that_does_not_hold_is_told() -> None:
    assert "10 steps" in _made("10 steps to a happy life").reading.undrawn


@pytest.mark.parametrize(
    ("prompt", "number", "label"),
    [
        ("solar system with all eight planets in order", 9, "Saturn"),
        ("phases of the moon", 8, "First quarter"),
        ("alphabet poster", 26, "Q"),
        ("poster of the colors of the rainbow with names", 7, "Indigo"),
        ("5 tips for better sleep infographic", 5, "Dark room"),
    ],
)
def test_sets_are_complete(prompt: str, number: int, label: str) -> None:
    scene = _made(prompt).scene
    assert scene.kind == "lineup"
    assert scene.sheet is not None
    assert len(scene.sheet.entries) == number
    assert label in [entry.label for entry in scene.sheet.entries]


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("phases of the moon above a lake", "scene"),
        ("alphabet soup in a bowl", "scene"),
        ("how to train your dragon", "scene"),
        ("poster of fruits", "poster"),
        ("a mountain lake in all four seasons", "series"),
        ("recycling cycle: collect, sort, melt, make", "cycle"),
        ("infographic about coffee: 60% espresso, 40% filter", "chart"),
    ],
)
def test_other_pictures_stay_what_they_are(prompt: str, kind: str) -> None:
    assert _made(prompt).scene.kind == kind


@pytest.mark.parametrize(
    "prompt",
    [
        "a robot reading a guide to gardening",
        "the inside of a house",
        "a man with labels on his shirt",
        "steps to the beach at sunset",
        "a teacher explaining the water cycle to children",
    ],
)
def test_scenes_that_only_speak_of_guides_stay_scenes(prompt: str) -> None:
    assert _made(prompt).scene.kind == "scene"
