"""Other frames: the arrangement is kept, what hangs on things goes along, a closer view is drawn anew."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from edits_help import a_task, drawn, instructed

from aquatint.engines.composer.edits import apply_instruction, size_after
from aquatint.engines.composer.edits.where import first_placement, placements
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.render import render
from aquatint.engines.composer.scene import Scene
from aquatint.imaging.resize import resize
from aquatint.sizes import Size

SIZE = Size(640, 640)
FARM = author("a farm with a barn, two cows, a tractor and a farmer", seed=7).scene
VASE = author("three apples and a vase of flowers on a wooden table", seed=7).scene
SAILING = author("a sailing boat on the sea at sunset with seagulls", seed=7).scene
PETS = author("a dog and a cat playing with a ball in a garden", seed=7).scene


def reframed(scene: Scene, instruction: str) -> tuple[Scene, Size]:
    size = size_after(scene, instruction, SIZE)
    blank = np.zeros((SIZE.height, SIZE.width, 4), np.uint8)
    return apply_instruction(scene, a_task(blank, instruction, size=size))[0], size


@pytest.mark.parametrize("scene", [FARM, SAILING, PETS])
@pytest.mark.parametrize("words", ["make it wider", "extend it to the left", "16:9", "extend it at the top"])
def test_things_stand_to_each_other_as_before(scene: Scene, words: str) -> None:
    after, size = reframed(scene, words)
    assert size != SIZE
    before, now = placements(scene, SIZE), placements(after, size)
    own = {(one.item.id, one.instance): one for one in now}
    scale = min(size.width / SIZE.width, size.height / SIZE.height)
    assert len(before) == len(now)
    for one, other in itertools.pairwise(before):
        first, second = own[one.item.id, one.instance], own[other.item.id, other.instance]
        gap, gap_now = other.foot[0] - one.foot[0], second.foot[0] - first.foot[0]
        # A landmark that the frame cut comes in.
        assert abs(gap_now - scale * gap) < 0.07 * size.width
        assert abs(first.height / (scale * one.height) - 1) < 0.06


@pytest.mark.parametrize(
    ("words", "side"), [("extend it to the left", 1.0), ("extend it to the right", 0.0), ("extend it", 0.5)]
)
def test_the_new_room_is_where_it_was_asked(words: str, side: float) -> None:
    after, size = reframed(PETS, words)
    before, now = first_placement(PETS, SIZE, "dog-1"), first_placement(after, size, "dog-1")
    assert before is not None
    assert now is not None
    assert abs(now.foot[0] - before.foot[0] - side * (size.width - SIZE.width)) < 3


@pytest.mark.parametrize("words", ["more sky", "add more space on the left", "some more room at the top"])
def test_more_room_is_another_frame_and_no_other_place(words: str) -> None:
    after, size = reframed(FARM, words)
    assert after.backdrop == FARM.backdrop
    assert len(after.items) == len(FARM.items)
    assert size.pixels > SIZE.pixels


@pytest.mark.parametrize("words", ["make the vase half as big", "make the vase bigger"])
def test_flowers_stay_in_a_vase_of_another_size(words: str) -> None:
    after, _ = instructed(VASE, words, SIZE)
    vase, was = first_placement(after, SIZE, "vase-1"), first_placement(VASE, SIZE, "vase-1")
    assert vase is not None
    assert was is not None
    ratio = vase.height / was.height
    flowers = {one.instance: one for one in placements(VASE, SIZE) if one.item.id == "flower-1"}
    for one in placements(after, SIZE):
        if one.item.id == "flower-1":
            old = flowers[one.instance]
            assert abs((vase.foot[1] - one.foot[1]) - ratio * (was.foot[1] - old.foot[1])) < 1
            assert abs(one.height - ratio * old.height) < 1


def test_a_hat_and_a_balloon_go_along_with_a_smaller_girl() -> None:
    scene = author("a girl holding a balloon and wearing a hat in a park", seed=7).scene
    after, _ = instructed(scene, "make the girl half as big", SIZE)
    old, now = first_placement(scene, SIZE, "hat-1"), first_placement(after, SIZE, "hat-1")
    girl = first_placement(after, SIZE, "girl-1")
    assert old is not None
    assert now is not None
    assert girl is not None
    assert now.height < 0.6 * old.height
    assert girl.foot[1] - 1.15 * girl.height < now.foot[1] < girl.foot[1] - 0.6 * girl.height


def test_zooming_in_keeps_the_size_and_draws_anew() -> None:
    after, size = reframed(FARM, "zoom in on the farmer")
    assert size == SIZE
    assert after.view is not None
    close = drawn(after, size)
    left, top, right, bottom = (round(share * SIZE.width) for share in after.view.box)
    blown_up = resize(np.ascontiguousarray(drawn(FARM, SIZE)[top:bottom, left:right]), size)
    difference = np.abs(close[..., :3].astype(int) - blown_up[..., :3]).mean()
    assert 0.2 < difference < 14  # The same view, in sharper lines.
    assert _sharpness(close) > 1.3 * _sharpness(blown_up)


def _sharpness(pixels: np.ndarray) -> float:
    return float(np.abs(np.diff(pixels[..., :3].astype(float), axis=1)).max(axis=2).mean())


def test_partial_states_end_in_the_same_picture() -> None:
    after, size = reframed(FARM, "zoom in on the farmer")
    *_, last = render(after, size, partials=2)
    assert np.array_equal(last.look(), drawn(after, size))


def test_an_edit_of_a_close_view_keeps_it() -> None:
    after, size = reframed(FARM, "zoom in on the tractor")
    assert size_after(after, "make the tractor red", size) == size
    again, _ = instructed(after, "make the tractor red", size)
    assert again.view == after.view


@pytest.mark.parametrize("words", ["upside down", "turn the picture 90 degrees", "turn it upside down"])
def test_a_composed_picture_is_not_turned(words: str) -> None:
    after, reading = instructed(FARM, words, SIZE)
    assert after.items == FARM.items
    assert reading.undrawn
