"""Instructions about the picture as a whole: crops keep their pixels, shapes are new, tones and flips exact."""

from __future__ import annotations

import numpy as np
import pytest

from aquatint.engines.composer.edits.plans import scene_of
from aquatint.engines.composer.engine import Composer
from aquatint.engines.contract import Picture, Task
from aquatint.imaging.frame import make_frame
from aquatint.imaging.raster import Pixels, Raster
from aquatint.sizes import Size, SizeRule
from aquatint.types import ImageRequest, Notes

SIZE = Size(640, 480)
PROMPT = "a cat to the left of a blue car, a tree behind"
COMPOSER = Composer()


def request(operation: str, prompt: str) -> ImageRequest:
    return ImageRequest(
        operation=operation,
        prompt=prompt,
        quality="high",
        size_rule=SizeRule(),
        seed=7,  # type: ignore[arg-type]
    )


def drawn(prompt: str = PROMPT) -> Raster:
    *_, last = COMPOSER.draw(Task(request=request("generate", prompt), size=SIZE))
    assert isinstance(last, Picture)
    return Raster(last.pixels, last.notes.plan)


def edited(source: Raster, instruction: str, size: Size | None = None) -> tuple[Raster, Notes]:
    order = request("edit", instruction)
    size = size or COMPOSER.choose_size(order, (source,))
    *_, last = COMPOSER.draw(
        Task(request=order, size=size, sources=(source,), frame=make_frame(source, None, size))
    )
    assert isinstance(last, Picture)
    return Raster(last.pixels, last.notes.plan), last.notes


@pytest.fixture(scope="module")
def base() -> Raster:
    return drawn()


def found_in(part: Pixels, whole: Pixels) -> bool:
    """Whether a part is somewhere in the whole, bit for bit."""
    height, width = part.shape[:2]
    rows = np.lib.stride_tricks.sliding_window_view(whole[..., 0], (1, width))[..., 0, :]
    for top, left in zip(*np.nonzero((rows == part[0, :, 0]).all(axis=-1)), strict=True):
        if np.array_equal(whole[top : top + height, left : left + width], part):
            return True
    return False


@pytest.mark.parametrize(
    "instruction",
    ["crop to the cat", "crop to the car", "crop the left half", "crop it to a square", "trim it"],
)
def test_a_crop_keeps_its_pixels(base: Raster, instruction: str) -> None:
    cropped, notes = edited(base, instruction)
    assert notes.undrawn == ()
    assert cropped.size.pixels < SIZE.pixels
    assert found_in(cropped.pixels, base.pixels)


def test_crops_and_other_edits_go_together(base: Raster) -> None:
    cropped, _ = edited(base, "crop to the car")
    yellow, notes = edited(cropped, "make the car yellow")
    assert yellow.size == cropped.size
    assert notes.undrawn == ()
    direct, _ = edited(base, "make the car yellow")
    assert found_in(yellow.pixels, direct.pixels)
    tighter, _ = edited(yellow, "crop it tighter")
    assert found_in(tighter.pixels, yellow.pixels)


def test_a_crop_at_another_size_is_enlarged(base: Raster) -> None:
    cropped, _ = edited(base, "crop the left half", Size(640, 960))
    assert cropped.size == Size(640, 960)


@pytest.mark.parametrize(
    ("instruction", "ratio"),
    [
        ("make it 16:9", 16 / 9),
        ("make it square", 1),
        ("change it to portrait format", 2 / 3),
        ("make it wider", 1.35 * 4 / 3),
        ("extend the picture to the left", 2),
        ("extend it upwards by 25%", 4 / 3 / 1.25),
        ("make it a panorama", 2.5),
        ("make it 9:1", 3),
    ],
)
def test_shapes(base: Raster, instruction: str, ratio: float) -> None:
    shaped, notes = edited(base, instruction)
    assert shaped.size.width / shaped.size.height == pytest.approx(ratio, rel=0.05)
    assert notes.undrawn == ()
    assert scene_of(shaped) is not None


def test_flipping_twice_changes_nothing(base: Raster) -> None:
    flipped, notes = edited(base, "flip the picture")
    assert notes.drawn == ("flip",)
    assert not np.array_equal(flipped.pixels, base.pixels)
    again, _ = edited(flipped, "mirror it")
    assert np.array_equal(again.pixels, base.pixels)


@pytest.mark.parametrize("instruction", ["undo that", "flip the picture upside down", "make the sky darker"])
def test_what_cannot_be_done_is_said(base: Raster, instruction: str) -> None:
    same, notes = edited(base, instruction)
    assert notes.undrawn
    assert np.array_equal(same.pixels, base.pixels)


def test_tones(base: Raster) -> None:
    grey, _ = edited(base, "make it black and white")
    assert (grey.pixels[..., :3].max(axis=2) - grey.pixels[..., :3].min(axis=2)).max() <= 2
    darker, _ = edited(base, "make the picture darker")
    assert darker.pixels[..., :3].mean() < base.pixels[..., :3].mean() - 8
    pastel, notes = edited(base, "use a pastel palette")
    assert notes.drawn == ("pastel palette",)
    assert pastel.pixels[..., :3].std() < base.pixels[..., :3].std()


def test_a_tone_and_a_thing_in_one_sentence(base: Raster) -> None:
    both, notes = edited(base, "make the picture warmer and make the cat purple")
    assert set(notes.drawn) == {"warmer", "cat", "purple"}
    scene = scene_of(both)
    assert scene is not None
    assert (scene.tones, scene.items[0].colour != "") == (["warmer"], True)


@pytest.mark.parametrize(
    "changes",
    [
        {"tones": ["glittering"]},
        {"view": {"frame": [8000, 8000], "box": [0, 0, 1, 1]}},
        {"view": {"frame": [640, 480], "box": [0.5, 0, 0.5, 1]}},
        {"view": {"frame": [640, 480], "box": [0, 0, 2, 1]}},
        {"view": {"frame": [0, 480], "box": [0, 0, 1, 1]}},
    ],
)
def test_plans_that_nobody_wrote_are_foreign(base: Raster, changes: dict[str, object]) -> None:
    assert base.plan is not None
    assert scene_of(Raster(base.pixels, base.plan)) is not None
    assert scene_of(Raster(base.pixels, {**base.plan, **changes})) is None
