"""Promises that every style keeps."""

from __future__ import annotations

import numpy as np
import pytest

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.styles.registry import DEFAULT, find, names
from aquatint.imaging.raster import Pixels

ALL = names()
PAINTED = [name for name in ALL if name != "flat"]


def picture(height: int = 110, width: int = 140) -> Pixels:
    """A sky over a hill with a red disc and a dark post: gradient, edges, flat colour."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    rgb = np.stack([90 + y * 0.5, 120 + y * 0.4, 230 - y * 0.3], axis=-1)
    rgb[y > height * 0.6 + 8 * np.sin(x / 30)] = (70, 140, 60)
    rgb[(x - width * 0.3) ** 2 + (y - height * 0.45) ** 2 < (height * 0.16) ** 2] = (210, 50, 40)
    rgb[(np.abs(x - width * 0.7) < 8) & (y > height * 0.3)] = (50, 40, 35)
    alpha = np.full((height, width, 1), 255)
    return np.concatenate([rgb, alpha], axis=-1).astype(np.uint8)


def final(name: str, pixels: Pixels, seed: int = 5, unit: float | None = None) -> Pixels:
    """The finished picture."""
    per_mille = min(pixels.shape[:2]) / 1000 if unit is None else unit
    *_, last = find(name).apply(pixels, chance=Chance(seed), unit=per_mille)
    return last


def test_the_default_comes_first_and_unknown_names_are_refused() -> None:
    assert ALL[0] == DEFAULT
    assert all(find(name).name == name for name in ALL)
    with pytest.raises(KeyError):
        find("photograph")


@pytest.mark.parametrize("name", ALL)
def test_states_keep_shape_and_alpha_and_differ(name: str) -> None:
    pixels = picture()
    pixels[:20, :, 3] = 0
    pixels[20:24, :, 3] = 120
    states = list(find(name).apply(pixels, chance=Chance(5), unit=0.11))
    for state in states:
        assert state.shape == pixels.shape
        assert state.dtype == np.uint8
        assert np.array_equal(state[..., 3], pixels[..., 3])
    assert len(states) == 1 or not np.array_equal(states[0], states[-1])


@pytest.mark.parametrize("name", ALL)
def test_opaque_rgb_comes_back_as_rgb_and_equal_to_rgba(name: str) -> None:
    pixels = picture()
    without = final(name, np.ascontiguousarray(pixels[..., :3]))
    assert without.shape == (110, 140, 3)
    assert np.array_equal(without, final(name, pixels)[..., :3])


@pytest.mark.parametrize("name", ALL)
def test_same_seed_same_bytes_and_input_untouched(name: str) -> None:
    pixels = picture()
    kept = pixels.copy()
    assert np.array_equal(final(name, pixels), final(name, pixels))
    assert np.array_equal(pixels, kept)


@pytest.mark.parametrize("name", [n for n in PAINTED if n not in {"pixel"}])
def test_another_seed_is_another_hand(name: str) -> None:
    pixels = picture()
    assert not np.array_equal(final(name, pixels, seed=5), final(name, pixels, seed=6))


@pytest.mark.parametrize("name", PAINTED)
def test_a_style_changes_the_picture(name: str) -> None:
    pixels = picture()
    assert not np.array_equal(final(name, pixels)[..., :3], pixels[..., :3])


@pytest.mark.parametrize("name", ALL)
def test_without_previews_only_the_same_final_state_comes(name: str) -> None:
    pixels = picture()
    states = list(find(name).apply(pixels, chance=Chance(5), unit=0.11, previews=False))
    assert len(states) == 1
    assert np.array_equal(states[0], final(name, pixels))


@pytest.mark.parametrize("name", ALL)
def test_pixels_beyond_reach_of_a_change_stay_equal_to_the_last_bit(name: str) -> None:
    unit = 0.4
    before = picture(300, 400)
    after = before.copy()
    after[100:130, 20:60, :3] = (250, 240, 30)
    changed = (final(name, before, unit=unit) != final(name, after, unit=unit)).any(axis=-1)
    reach = int(np.ceil(find(name).reach * unit))
    near = np.zeros_like(changed)
    near[max(0, 100 - reach) : 130 + reach, max(0, 20 - reach) : 60 + reach] = True
    assert changed.any()
    assert not (changed & ~near).any()


@pytest.mark.parametrize("name", ALL)
def test_tiny_pictures_work(name: str) -> None:
    for shape in ((16, 16), (17, 48), (48, 17)):
        pixels = picture(*shape)
        assert final(name, pixels).shape == pixels.shape


@pytest.mark.parametrize("name", ["storybook", "watercolor", "oil"])
def test_a_transparent_picture_works(name: str) -> None:
    assert not final(name, np.zeros((32, 32, 4), np.uint8))[..., 3].any()
