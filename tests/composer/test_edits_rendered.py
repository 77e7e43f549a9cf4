"""Edits of composed pictures, seen in the pixels: what was not asked stays equal to the last bit."""

from __future__ import annotations

import math

import numpy as np
import pytest
from edits_help import ANIMALS, an_item, drawn, instructed

from aquatint.engines.composer.edits.instruct import follow_all
from aquatint.engines.composer.edits.where import first_placement, placements
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Scene
from aquatint.engines.composer.staging import item_aspect
from aquatint.engines.composer.styles import registry as styles
from aquatint.imaging.raster import Pixels
from aquatint.sizes import Size

SIZE = Size(320, 320)
SPILL = 0.02
"""How far a drawing may reach beyond its box, in its larger sides: soft edges."""


def box_of(scene: Scene, item_id: str) -> tuple[slice, slice]:
    """The part of the picture that an item's colour can change: its box and the style's reach."""
    placed = first_placement(scene, SIZE, item_id)
    assert placed is not None
    width = placed.height * item_aspect(placed.item)
    reach = SPILL * max(width, placed.height) + styles.find(scene.style).reach * SIZE.width / 1000 + 2
    x, y = placed.foot
    rows = max(0, math.floor(y - placed.height - reach)), math.ceil(y + reach)
    columns = max(0, math.floor(x - width / 2 - reach)), math.ceil(x + width / 2 + reach)
    return slice(*rows), slice(*columns)


def changed(before: Pixels, after: Pixels) -> np.ndarray:
    return np.asarray((before != after).any(axis=2))


@pytest.mark.parametrize("style", ["storybook", "watercolor", "flat"])
def test_a_recolour_stays_within_its_item(style: str) -> None:
    scene = Scene(prompt="", seed=3, style=style, items=ANIMALS.items)
    edited, _ = instructed(scene, "make the cat blue", SIZE)
    difference = changed(drawn(scene, SIZE), drawn(edited, SIZE))
    assert difference.any()
    difference[box_of(scene, "cat-1")] = False
    assert not difference.any()


@pytest.mark.parametrize(
    "instruction",
    [
        "remove the pig", "replace the pig with a dog", "add a moon", "put a rabbit on the left",
        "make the pig bigger", "move the pig to the right", "make it three pigs", "give the pig a hat",
    ],
)  # fmt: skip
def test_the_other_things_stand_still(instruction: str) -> None:
    edited, reading = instructed(ANIMALS, instruction, SIZE)
    assert reading.undrawn == []
    before = {one.item.id: one for one in placements(ANIMALS, SIZE)}
    after = {one.item.id: one for one in placements(edited, SIZE)}
    for name in ("cat-1", "tree-1"):
        assert after[name] == before[name]


def test_ten_edits_do_not_drift() -> None:
    steps = [
        "make the pig blue", "add a moon", "make it night", "add two birds in the sky", "remove the moon",
        "make the pig red", "put a rabbit on the left", "remove the rabbit", "take away the birds", "make it day",
    ]  # fmt: skip
    scene = Scene(prompt="", seed=3, items=[*ANIMALS.items[:1], an_item("pig", "noto:pig", colour="#d62f35")])
    edited = scene
    for step in steps:
        edited, reading = instructed(edited, step, SIZE)
        assert reading.undrawn == [], step
    assert edited.item("pig-1") == instructed(scene, "make the pig red", SIZE)[0].item("pig-1")
    back, _ = instructed(scene, "make the pig red", SIZE)
    assert not changed(drawn(back, SIZE), drawn(edited, SIZE)).any()


def test_an_edited_scene_travels_as_a_plan() -> None:
    edited, _ = instructed(ANIMALS, "remove the cat, move the pig to the left and add a moon", SIZE)
    assert Scene.from_plan(edited.to_plan()) == edited


def test_new_things_go_into_the_mask() -> None:
    mask = np.zeros((320, 320), np.bool_)
    mask[60:160, 200:300] = True
    edited, _ = instructed(ANIMALS, "add a balloon", SIZE, mask=mask)
    placed = first_placement(edited, SIZE, "balloon-1")
    assert placed is not None
    half = placed.height * item_aspect(placed.item) / 2
    assert placed.foot[0] - half >= 200
    assert placed.foot[0] + half <= 300
    assert placed.foot[1] - placed.height >= 60
    assert placed.foot[1] <= 160
    assert max(2 * half, placed.height) > 60


def test_the_words_overrule_the_mask() -> None:
    mask = np.zeros((320, 320), np.bool_)
    mask[60:160, 200:300] = True
    edited, _ = instructed(ANIMALS, "add a rabbit on the left", SIZE, mask=mask)
    placed = first_placement(edited, SIZE, "rabbit-1")
    assert placed is not None
    assert placed.foot[0] < 160


def test_what_edits_moved_stands_on_the_new_ground() -> None:
    moved, _ = instructed(ANIMALS, "move the cat to the left", SIZE)
    there, reading = instructed(moved, "put it in a forest", SIZE)
    assert reading.undrawn == []
    feet = [one.foot[1] for one in placements(there, SIZE) if one.item.id in ("cat-1", "pig-1")]
    assert max(feet) - min(feet) < 0.16 * SIZE.height


def test_the_background_parameter_decides_about_the_place() -> None:
    assert instructed(ANIMALS, "make the cat blue", SIZE, background="transparent")[0].transparent
    clear = Scene(prompt="", seed=3, transparent=True, items=ANIMALS.items)
    assert not instructed(clear, "make the cat blue", SIZE, background="opaque")[0].transparent
    assert instructed(clear, "make the cat blue", SIZE)[0].transparent


def test_a_passage_in_two_parts_replaces_both_parts() -> None:
    scene = author("poster for a jazz night, text 'BLUE NOTE - FRI 9PM'", seed=1).scene
    draft = follow_all(scene, "change the text to 'RED NOTE - SAT 8PM'", Size(1024, 1536))
    assert [text.content for text in draft.scene.texts] == ["RED NOTE", "SAT 8PM"]
