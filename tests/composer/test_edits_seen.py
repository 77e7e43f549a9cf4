"""Places are those of the picture as it is shown: cropped, the other way round, and under a mask."""

from __future__ import annotations

import functools

import numpy as np
import pytest
from edits_help import drawn, instructed

from aquatint.engines.composer.edits.where import first_placement
from aquatint.engines.composer.engine import Composer
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Scene
from aquatint.engines.contract import Picture, Task
from aquatint.imaging.frame import Mask, make_frame
from aquatint.imaging.raster import Raster
from aquatint.sizes import Size, SizeRule
from aquatint.types import ImageRequest

SIZE = Size(512, 512)
FARM = author("a farm with a barn, two cows, a tractor and a farmer", seed=7).scene
MEADOW = author("a fox and a rabbit in a meadow, a tree behind", seed=7).scene


def foot(scene: Scene, name: str) -> float:
    found = first_placement(scene, SIZE, name)
    assert found is not None
    return found.foot[0] / SIZE.width


def test_left_is_left_of_what_is_shown_after_a_crop() -> None:
    cropped, _ = instructed(FARM, "crop to the tractor", SIZE)
    moved, _ = instructed(cropped, "move the tractor to the left", SIZE)
    assert cropped.view is not None
    left, _, right, _ = cropped.view.box
    assert left < foot(moved, "tractor-1") < (left + right) / 2


def test_new_things_come_into_what_is_shown() -> None:
    cropped, _ = instructed(FARM, "crop the right half", SIZE)
    after, _ = instructed(cropped, "add a dog", SIZE)
    assert cropped.view is not None
    assert cropped.view.box[0] < foot(after, "dog-1") < cropped.view.box[2]


def test_left_is_left_of_a_flipped_picture() -> None:
    flipped, _ = instructed(MEADOW, "flip the picture", SIZE)
    left, _ = instructed(flipped, "move the fox to the left", SIZE)
    nudged, _ = instructed(flipped, "move the fox a bit to the right", SIZE)
    assert 1 - foot(left, "fox-1") < 0.5
    assert 1 - foot(nudged, "fox-1") > 1 - foot(flipped, "fox-1")


def test_the_left_one_of_a_flipped_picture() -> None:
    flipped, _ = instructed(FARM, "flip the picture", SIZE)
    plain, _ = instructed(FARM, "make the left cow brown", SIZE)
    turned, _ = instructed(flipped, "make the left cow brown", SIZE)
    brown = [[one.instance for one in item.singles] for each in (plain, turned) if (item := each.item("cow-1"))]
    assert len(brown) == 2
    assert brown[0] != brown[1]


@functools.cache
def base() -> Raster:
    return Raster(drawn(FARM, SIZE), FARM.to_plan())


def edited(instruction: str, mask: Mask) -> Picture:
    rule = SizeRule()
    request = ImageRequest(operation="edit", prompt=instruction, quality="high", size_rule=rule, seed=7, size=SIZE)
    *_, last = Composer().draw(Task(request, SIZE, (base(),), make_frame(base(), mask, SIZE)))
    assert isinstance(last, Picture)
    return last


def over(scene: Scene, name: str) -> Mask:
    one = first_placement(scene, SIZE, name)
    assert one is not None
    mask = np.zeros((SIZE.height, SIZE.width), np.bool_)
    x, y, high = int(one.foot[0]), int(one.foot[1]), int(one.height)
    mask[max(0, y - int(1.2 * high)) : y + 10, max(0, x - high) : x + high] = True
    return mask


def test_it_is_what_the_mask_covers() -> None:
    without = edited("remove it", over(FARM, "tractor-1"))
    assert without.notes.plan is not None
    removed = [item["id"] for item in without.notes.plan["items"] if "removed" in item["attributes"]]
    assert removed == ["tractor-1"]
    assert without.notes.undrawn == ()


@pytest.mark.parametrize("words", ["fill it with grass", "make it blurry"])
def test_what_the_plan_cannot_do_under_a_mask_is_done_to_the_pixels(words: str) -> None:
    mask = np.zeros((SIZE.height, SIZE.width), np.bool_)
    mask[60:140, 300:420] = True
    after = edited(words, mask)
    assert after.notes.undrawn == ()
    assert after.notes.plan is None
    assert np.array_equal(after.pixels[~mask], base().pixels[~mask])
    assert (after.pixels[mask] != base().pixels[mask]).any()


def test_what_nobody_can_do_keeps_the_plan() -> None:
    mask = np.zeros((SIZE.height, SIZE.width), np.bool_)
    mask[60:140, 300:420] = True
    after = edited("translate it into French", mask)
    assert after.notes.plan is not None
    assert after.notes.undrawn
