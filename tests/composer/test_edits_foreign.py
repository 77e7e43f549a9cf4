"""Retouching pictures without a plan: what changes, what does not, and what is told."""

from __future__ import annotations

import functools

import numpy as np
import pytest
from edits_help import ANIMALS, a_task, drawn, events_of, retouched

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.edits.foreign.canvas import Canvas
from aquatint.engines.composer.edits.foreign.completing import complete
from aquatint.engines.composer.edits.foreign.pyramids import filled
from aquatint.engines.contract import Picture, Preview, Progress
from aquatint.imaging.frame import Mask
from aquatint.imaging.raster import Pixels
from aquatint.sizes import Size

SIDE = 160


@functools.cache
def photo() -> Pixels:
    """A picture that nobody drew: sky over grass with texture, and a red disc."""
    noise = np.random.default_rng(5).normal(0, 6, (SIDE, SIDE, 1))
    rows = np.linspace(0, 1, SIDE)[:, None, None]
    sky = np.array([110, 160, 230]) + 40 * rows
    grass = np.array([70, 130, 50]) + 3 * noise
    pixels = np.where(rows < 0.5, sky, grass) + noise
    y, x = np.mgrid[:SIDE, :SIDE]
    pixels[(x - 60) ** 2 + (y - 100) ** 2 < 20**2] = (205, 40, 45)
    return np.clip(pixels, 0, 255).astype(np.uint8)


@functools.cache
def cut_out() -> Pixels:
    """A square of magenta with a clear border."""
    pixels = np.zeros((40, 40, 4), np.uint8)
    pixels[8:32, 8:32] = (220, 20, 200, 255)
    return pixels


def a_mask(top: int, bottom: int, left: int, right: int) -> Mask:
    mask = np.zeros((SIDE, SIDE), np.bool_)
    mask[top:bottom, left:right] = True
    return mask


def differs(pixels: Pixels, instruction_source: Pixels | None = None) -> np.ndarray:
    source = photo() if instruction_source is None else instruction_source
    return np.asarray((pixels[..., :3] != source[..., :3]).any(axis=2))


@pytest.mark.parametrize(
    ("instruction", "drawn_words", "approximated"),
    [
        ("make it sepia", ("sepia",), ()),
        ("make it black and white", ("black and white",), ()),
        ("warmer, with more contrast", ("warmer", "more contrast"), ()),
        ("brighten it", (), ()),
        ("in watercolor style", ("watercolor",), ()),
        ("make it night", (), ("night",)),
        ("add the text 'SALE' at the top", ("SALE",), ()),
        ("add a caption saying hello there", ("hello there",), ()),
        ("make the red car blue", ("red", "car", "blue"), ()),
        ("change red to purple", ("red", "purple"), ()),
        ("add a cat on the right", ("cat",), ()),
        ("put two birds in the top left corner", ("two", "birds"), ()),
        ("more blue", ("blue",), ()),
        ("flip it horizontally", ("flip", "horizontally"), ()),
    ],
)
def test_what_can_be_done_is_done(
    instruction: str, drawn_words: tuple[str, ...], approximated: tuple[str, ...]
) -> None:
    pixels, notes = retouched(photo(), instruction)
    assert pixels.shape == (SIDE, SIDE, 4)
    assert differs(pixels).any()
    assert notes.undrawn == ()
    assert set(drawn_words) <= set(notes.drawn)
    assert notes.approximated == approximated
    assert notes.plan is None


@pytest.mark.parametrize(
    ("instruction", "undrawn"),
    [
        ("make him smile", ("smile",)),
        ("remove the ball", ("ball",)),
        ("replace the ball with a dog", ("ball", "dog")),
        ("make the purple ball yellow", ("purple", "ball", "yellow")),
        ("rotate it by 45 degrees", ("rotate", "45", "degrees")),
        ("remove the background", ("background",)),
        ("put it on a beach", ("beach",)),
        ("make the ball bigger", ("ball", "bigger")),
    ],
)
def test_what_cannot_be_done_is_left_and_told(instruction: str, undrawn: tuple[str, ...]) -> None:
    pixels, notes = retouched(photo(), instruction)
    assert not differs(pixels).any()
    assert notes.undrawn == undrawn
    assert notes.drawn == ()


def test_black_and_white_has_no_colour_and_keeps_light() -> None:
    pixels, _ = retouched(photo(), "black and white")
    spread = np.ptp(pixels[..., :3].astype(int), axis=2)
    assert spread.max() <= 2
    assert abs(pixels[..., :3].mean() - photo().mean()) < 15


def test_a_named_colour_is_changed_and_nothing_else() -> None:
    pixels, _ = retouched(photo(), "make the red ball blue")
    y, x = np.mgrid[:SIDE, :SIDE]
    inside = (x - 60) ** 2 + (y - 100) ** 2 < 18**2
    outside = (x - 60) ** 2 + (y - 100) ** 2 > 22**2
    assert (pixels[..., 2][inside].astype(int) - pixels[..., 0][inside]).min() > 60
    assert not differs(pixels)[outside].any()


def test_text_at_the_bottom_leaves_the_top_alone() -> None:
    pixels, notes = retouched(photo(), "write 'HELLO' at the bottom")
    changed = differs(pixels)
    assert not changed[: SIDE // 2].any()
    assert changed[SIDE // 2 :].any()
    assert notes.drawn == ("HELLO",)


@pytest.mark.parametrize(
    "instruction", ["make it sepia", "as an oil painting", "add a cat", "write 'HI'", "remove it"]
)
def test_a_mask_bounds_every_change(instruction: str) -> None:
    mask = a_mask(60, 120, 30, 90)
    pixels, notes = retouched(photo(), instruction, mask=mask)
    changed = differs(pixels)
    assert changed[mask].any()
    assert not changed[~mask].any()
    assert notes.undrawn == ()


@pytest.mark.parametrize("instruction", ["", "remove the ball", "edit the masked area"])
def test_a_mask_is_filled_from_its_surroundings(instruction: str) -> None:
    mask = a_mask(76, 124, 36, 84)
    pixels, notes = retouched(photo(), instruction, mask=mask)
    filled_in = pixels[76:124, 36:84, :3].reshape(-1, 3).astype(int)
    assert (filled_in[:, 0] < 190).all(), "the red disc is gone"
    # What fills the hole has the colours and the grain of the grass around it.
    grass = photo()[90:150, 100:150].reshape(-1, 3).astype(int)
    lower = pixels[90:120, 40:80, :3].reshape(-1, 3).astype(int)
    assert np.abs(lower.mean(axis=0) - grass.mean(axis=0)).max() < 14
    assert lower[:, 1].std() > 0.5 * grass[:, 1].std()
    assert notes.undrawn == ()


def test_a_mask_can_be_filled_with_a_material() -> None:
    mask = a_mask(76, 124, 36, 84)
    pixels, notes = retouched(photo(), "fill with snow", mask=mask)
    assert pixels[mask][:, :3].min() > 200
    assert notes.drawn == ("snow",)


def test_clear_holes_in_the_mask_are_filled() -> None:
    mask = a_mask(76, 124, 36, 84)
    holed = np.dstack([photo(), np.where(mask, 0, 255).astype(np.uint8)])
    holed[mask, :3] = 0
    pixels, _ = retouched(holed, "", mask=mask)
    assert (pixels[..., 3] == 255).all()
    assert pixels[mask][:, 1].mean() > 90


def test_things_in_a_mask_fit_it() -> None:
    mask = a_mask(20, 70, 100, 150)
    pixels, notes = retouched(photo(), "a red balloon", mask=mask)
    assert notes.drawn == ("red", "balloon")
    rows, columns = np.nonzero(differs(pixels))
    assert np.ptp(rows) > 35
    assert columns.min() >= 100


@pytest.mark.parametrize("size", [Size(240, 160), Size(160, 240), Size(320, 240)])
def test_a_larger_picture_is_continued(size: Size) -> None:
    pixels, notes = retouched(photo(), "extend the picture", size=size)
    assert pixels.shape == (size.height, size.width, 4)
    assert (pixels[..., 3] == 255).all()
    assert "extend" in notes.drawn
    # Sky above and grass below go on in their own colours.
    corner, foot = pixels[:8, :8, :3].reshape(-1, 3).mean(axis=0), pixels[-8:, :8, :3].reshape(-1, 3).mean(axis=0)
    assert corner[2] > corner[1] > corner[0]
    assert foot[1] > foot[2]


def test_a_cut_out_lies_where_it_was_put() -> None:
    pixels, notes = retouched(photo(), "put image 2 in the top left corner", others=(cut_out(),))
    rows, columns = np.nonzero(differs(pixels))
    assert rows.max() < 80 > columns.max()
    assert "image 2" in notes.drawn
    magenta = (pixels[..., 0] > 190) & (pixels[..., 1] < 60) & (pixels[..., 2] > 170)
    assert 0.2 < magenta.sum() / max(1, np.ptp(rows) * np.ptp(columns)) <= 1.1


def test_pictures_nobody_speaks_of_are_not_used() -> None:
    pixels, notes = retouched(photo(), "make it sepia", others=(cut_out(), photo()))
    assert notes.undrawn == ("image 2", "image 3")
    assert np.array_equal(pixels, retouched(photo(), "make it sepia")[0])


def plain() -> Pixels:
    """A dark disc with a soft edge on a white ground."""
    y, x = np.mgrid[:SIDE, :SIDE]
    share = np.clip(50 - np.hypot(x - 80, y - 80) + 0.5, 0, 1)[..., None]
    return (share * np.array([40, 60, 120]) + (1 - share) * 250).astype(np.uint8)


@pytest.mark.parametrize(
    "more", [{"instruction": "remove the background"}, {"instruction": "", "background": "transparent"}]
)
def test_a_plain_ground_is_cleared(more: dict[str, str]) -> None:
    instruction = more.pop("instruction")
    pixels, notes = retouched(plain(), instruction, **more)
    assert notes.undrawn == ()
    assert pixels[0, 0, 3] == 0
    assert (pixels[40:120, 70:90, 3] == 255).all()
    edge = (pixels[..., 3] > 60) & (pixels[..., 3] < 200)
    assert edge.any()
    assert pixels[edge][:, :3].mean() < 150, "no white fringe"


def test_a_busy_ground_stays_and_is_told() -> None:
    pixels, notes = retouched(photo(), "", background="transparent")
    assert (pixels[..., 3] == 255).all()
    assert notes.undrawn == ("transparent background",)


def test_a_subject_on_a_plain_ground_goes_elsewhere() -> None:
    pixels, notes = retouched(plain(), "put it in a forest")
    assert notes.drawn == ("forest",)
    assert (pixels[..., 3] == 255).all()
    assert np.abs(pixels[:10, :, :3].astype(int) - 250).max() > 60
    assert np.array_equal(pixels[60:100, 60:100, :3], plain()[60:100, 60:100])


def test_previews_are_moments_of_the_work() -> None:
    events = events_of(a_task(photo(), "make it sepia, write 'HELLO', as a watercolor", partial_images=2))
    previews = [event.pixels for event in events if isinstance(event, Preview)]
    last = events[-1]
    assert isinstance(last, Picture)
    assert len(previews) == 2
    assert all(not np.array_equal(preview, last.pixels) for preview in previews)
    assert not np.array_equal(previews[0], previews[1])
    steps = [event.step for event in events if isinstance(event, Progress)]
    assert steps == sorted(steps)
    assert isinstance(events[0], Progress)


def test_the_same_request_gives_the_same_bytes() -> None:
    for instruction in ("as a watercolor", "add two cats", ""):
        mask = a_mask(76, 124, 36, 84) if not instruction else None
        first, second = (retouched(photo(), instruction, mask=mask)[0] for _ in range(2))
        assert np.array_equal(first, second)


def test_a_composed_picture_without_its_plan_is_foreign() -> None:
    picture = drawn(ANIMALS, Size(SIDE, SIDE))
    pixels, notes = retouched(picture, "make the cat blue")
    assert not differs(pixels, picture).any()
    assert notes.undrawn == ("cat", "blue")


def test_filling_continues_a_pattern() -> None:
    stripes = np.zeros((96, 96, 4), np.uint8)
    stripes[..., 3] = 255
    stripes[:, (np.arange(96) // 8) % 2 == 0, :3] = 255
    hole = np.zeros((96, 96), np.bool_)
    hole[32:64, 32:64] = True
    canvas = Canvas(stripes.copy(), np.ones((96, 96), np.bool_), False, Chance(1))
    canvas.pixels[hole] = 90
    assert list(complete(canvas, hole))[-1] == 1.0
    assert np.abs(canvas.pixels[..., :3].astype(int) - stripes[..., :3]).mean() < 2


def test_nothing_known_leaves_a_hole_as_it_is() -> None:
    canvas = Canvas(np.full((16, 16, 4), 7, np.uint8), np.ones((16, 16), np.bool_), False, Chance(1))
    assert list(complete(canvas, np.ones((16, 16), np.bool_))) == []
    assert (canvas.pixels == 7).all()


def test_pyramids_fill_between_what_is_known() -> None:
    planes = np.zeros((1, 32, 32), np.float32)
    known = np.zeros((32, 32), np.float32)
    planes[0, :, -1], known[:, 0], known[:, -1] = 1.0, 1.0, 1.0
    result = filled(planes, known)
    assert (result[0, :, 0] == 0).all()
    assert (result[0, :, -1] == 1).all()
    assert 0.3 < result[0, 16, 16] < 0.7
    assert (np.diff(result[0, 16]) > -0.05).all()
