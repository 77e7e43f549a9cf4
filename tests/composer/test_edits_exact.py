"""Exactness: what an edit does not speak of stays equal to the last bit, in every style, and nothing drifts."""

from __future__ import annotations

import dataclasses
import functools
import math

import numpy as np
import pytest
from edits_help import a_task, an_item, drawn, instructed
from PIL import Image, ImageFilter

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.surface import new_surface, read_pixels
from aquatint.engines.composer.edits import scene_of
from aquatint.engines.composer.edits.operations import replaced
from aquatint.engines.composer.edits.where import placements
from aquatint.engines.composer.engine import Composer
from aquatint.engines.composer.layout.room import box_of
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.render import compose
from aquatint.engines.composer.scene import Scene
from aquatint.engines.composer.staging import item_aspect
from aquatint.engines.composer.styles import registry as styles
from aquatint.engines.contract import Picture
from aquatint.imaging.finish import finish
from aquatint.imaging.frame import Mask
from aquatint.imaging.raster import Pixels, Raster
from aquatint.sizes import Size

SIZE = Size(288, 288)
SCENE = Scene(
    prompt="",
    seed=3,
    items=[an_item("cat", "animal:cat"), an_item("pig", "noto:pig"), an_item("tree", "noto:deciduous-tree")],
)
EDITS = ("make the pig blue", "add a moon", "remove the pig", "move the pig a bit to the right")


@functools.cache
def plain(name: str) -> Pixels:
    """The scene before its style, after an edit."""
    surface = new_surface(SIZE)
    for _ in compose(surface.getCanvas(), edited(name), SIZE, Chance(SCENE.seed)):
        pass
    return read_pixels(surface)


@functools.cache
def edited(name: str) -> Scene:
    return SCENE if not name else instructed(SCENE, name, SIZE)[0]


def changed(before: Pixels, after: Pixels) -> Mask:
    return np.asarray((before != after).any(axis=2))


def within(mask: Mask, radius: int) -> Mask:
    """The mask and all that is no farther from it than ``radius`` pixels (a square)."""
    picture = Image.fromarray(mask.astype(np.uint8) * np.uint8(255))
    for step in [4] * (radius // 4) + [radius % 4]:
        picture = picture.filter(ImageFilter.MaxFilter(2 * step + 1)) if step else picture
    return np.asarray(picture) > 0


@pytest.mark.slow
@pytest.mark.parametrize("style", styles.names())
def test_an_edit_is_local_in_every_style(style: str) -> None:
    """Pixels farther from what changed than the style reaches are equal to the last bit."""
    reach = math.ceil(styles.find(style).reach * SIZE.width / 1000) + 1
    before = drawn(replaced(SCENE, style=style), SIZE)
    for name in EDITS:
        touched = changed(plain(""), plain(name))
        difference = changed(before, drawn(replaced(edited(name), style=style), SIZE))
        assert touched.any()
        assert difference.any()
        assert not (difference & ~within(touched, reach)).any(), name


POSTER = Scene(
    prompt="a poster",
    seed=5,
    kind="poster",
    style="flat",
    backdrop="studio",
    items=[an_item("car", "noto:automobile"), an_item("cat", "noto:cat")],
    texts=[],
)


@pytest.mark.slow
@pytest.mark.parametrize("style", ["flat", "risograph", "watercolor", "woodcut"])
def test_recolouring_a_thing_of_a_poster_is_local(style: str) -> None:
    before = replaced(POSTER, style=style)
    after, reading = instructed(before, "make the car green", SIZE)
    assert reading.undrawn == []
    flat = [drawn(replaced(scene, style="flat"), SIZE) for scene in (before, after)]
    # The layout may depend on the style, so that the flat picture tells how much changes, and its own how far.
    difference = changed(drawn(before, SIZE), drawn(after, SIZE))
    assert difference.any()
    assert difference.mean() < 0.5
    if style == "flat":
        assert not (difference & ~within(changed(*flat), 1)).any()


CHAIN = (
    ("make the cat blue", "make the cat white"), ("make it night", "make it day"),
    ("make the pig bigger", None), ("add a moon", "remove the moon"), ("in winter", "in summer"),
    ("make it foggy", "make it sunny"), ("as a watercolour", "in storybook style"),
    ("make it three pigs", "make it one pig"), ("give the pig a hat", "remove the hat"),
    ("put the tree on the left", None),
)  # fmt: skip


def test_a_chain_of_twenty_edits_and_back_gives_the_same_bits() -> None:
    """The way back ends at the same plan as the edits alone that were not taken back, and at its very pixels."""
    start, _ = instructed(SCENE, "make the cat white, in summer", SIZE)
    there = start
    steps = (
        [forth for forth, _ in CHAIN]
        + [back for _, back in reversed(CHAIN) if back]
        + ["make it dusk", "make it day"]
    )
    assert len(steps) == 20
    for step in steps:
        there, reading = instructed(there, step, SIZE)
        assert reading.undrawn == [], step
    kept = start
    for step in (forth for forth, back in CHAIN if back is None):
        kept, _ = instructed(kept, step, SIZE)
    assert not changed(drawn(kept, SIZE), drawn(there, SIZE)).any()


def test_the_plan_of_the_twentieth_file_draws_the_same_bytes() -> None:
    scene = SCENE
    picture = Raster(drawn(scene, SIZE), scene.to_plan())
    for number in range(20):
        found = scene_of(picture)
        assert found is not None
        scene, _ = instructed(found, CHAIN[number % len(CHAIN)][0], SIZE)
        picture = Raster(drawn(scene, SIZE), scene.to_plan())
    again = scene_of(picture)
    assert again is not None
    assert drawn(again, SIZE).tobytes() == picture.pixels.tobytes()


def blobs(mask: Mask) -> int:
    """Connected parts of a mask (eight neighbours)."""
    labels = np.where(mask, np.arange(1, mask.size + 1).reshape(mask.shape), 0)
    while True:
        padded = np.pad(labels, 1)
        height, width = labels.shape
        around = [padded[y : y + height, x : x + width] for y in range(3) for x in range(3)]
        spread = np.where(mask, np.maximum.reduce(around), 0)
        if np.array_equal(spread, labels):
            return len(np.unique(labels)) - 1
        labels = spread


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("backdrop", ["meadow", "studio", "table"])
def test_as_many_things_as_the_plan_says(backdrop: str, seed: int) -> None:
    """1 to 12 things, each where its placement says: red at its middle, and as many red parts as things."""
    told_apart = 0
    for count in (1, 2, 3, 5, 8, 12):
        item = an_item("heart", "noto:red-heart", count=count)
        whole = Scene(prompt="", seed=seed, backdrop=backdrop, style="flat", transparent=True, items=[item])
        # Things of a group may overlap; smaller ones on the same spots do not.
        scene, _ = instructed(whole, "make the hearts half the size", SIZE)
        scene, _ = instructed(scene, "make the hearts half the size", SIZE)
        found = placements(scene, SIZE)
        pixels = drawn(scene, SIZE).astype(int)
        red = (pixels[..., 3] > 200) & (pixels[..., 0] > pixels[..., 1] + 60)
        assert len(found) == count
        for one in found:
            x, y = round(one.foot[0]), round(one.foot[1] - one.height / 2)
            assert red[y, x]
        if separate(found):
            assert blobs(red) == count
            told_apart += 1
    assert told_apart >= 5


def separate(found: list[Placement]) -> bool:
    """Whether no two placements overlap."""
    boxes = [box_of(one, item_aspect(one.item)) for one in found]
    return not any(
        a.left < b.right + 2 and b.left < a.right + 2 and a.top < b.bottom + 2 and b.top < a.bottom + 2
        for i, a in enumerate(boxes)
        for b in boxes[i + 1 :]
    )


@pytest.mark.slow
@pytest.mark.parametrize("style", styles.names())
def test_a_mask_keeps_everything_outside_bit_for_bit(style: str) -> None:
    scene = replaced(SCENE, style=style)
    before = drawn(scene, SIZE)
    mask = np.zeros((SIZE.height, SIZE.width), np.bool_)
    mask[40:150, 150:260] = True
    task = a_task(before, "add a balloon", mask=mask)
    task = dataclasses.replace(task, sources=(Raster(before, scene.to_plan()),))
    *_, made = Composer().draw(task)
    assert isinstance(made, Picture)
    kept = finish(made.pixels, size=SIZE, frame=task.frame, background="auto")
    assert np.array_equal(kept[~mask][..., :3], before[~mask][..., :3])
    assert not np.array_equal(kept[mask][..., :3], before[mask][..., :3])


@pytest.mark.parametrize(("instruction", "planned"), [("add a balloon", True), ("make it night", False)])
def test_a_plan_that_the_mask_overrules_is_not_kept(instruction: str, planned: bool) -> None:
    """Else the next edit would bring to light what the mask kept away."""
    before = drawn(SCENE, SIZE)
    mask = np.zeros((SIZE.height, SIZE.width), np.bool_)
    mask[40:150, 150:260] = True
    task = a_task(before, instruction, mask=mask)
    task = dataclasses.replace(task, sources=(Raster(before, SCENE.to_plan()),))
    *_, made = Composer().draw(task)
    assert isinstance(made, Picture)
    assert (made.notes.plan is not None) == planned
