"""Recolouring: the asked hue arrives, outlines and other parts stay."""

import math

import numpy as np
import pytest

from aquatint.engines.composer import art
from aquatint.engines.composer.art.drawing import Box, Look
from aquatint.engines.composer.art.recolour import find_main, recolour, weigh_tones
from aquatint.engines.composer.art.sprite import Sprite
from aquatint.engines.composer.drawing.colour import Colour, to_oklch
from aquatint.engines.composer.drawing.surface import new_surface, read_pixels
from aquatint.engines.composer.layout.stage import Light
from aquatint.sizes import Size

FLAT = Light(shadow_strength=0.0)
RED, BLUE, GREEN = Colour.of("#d63028"), Colour.of("#2d69d7"), Colour.of("#58a53c")
PINK, BLACK, WHITE = Colour.of("#f07aaa"), Colour.of("#2d2d34"), Colour.of("#f5f5f5")


def paint(name: str, colour: Colour | None) -> np.ndarray:
    """(n, 3) float 0..1 colours of every place, with the same places in the same order for every colour."""
    surface = new_surface(Size(96, 96))
    art.find(f"noto:{name}").paint(surface.getCanvas(), Box(0, 0, 96, 96), Look(light=FLAT, colour=colour))
    return read_pixels(surface).reshape(-1, 4).astype(float)


def tones(pixels: np.ndarray) -> np.ndarray:
    """(n, 3) OKLCH."""
    return np.array([to_oklch(Colour(*(pixel[:3] / 255))) for pixel in pixels])


def changed_tones(name: str, colour: Colour) -> np.ndarray:
    before, after = paint(name, None), paint(name, colour)
    moved = (before[:, 3] == 255) & (np.abs(before - after).max(axis=1) > 24)
    assert moved.mean() > 0.08, "nothing to speak of changed"
    return tones(after[moved])


@pytest.mark.parametrize("name", ["cat", "automobile", "elephant", "rabbit", "bear", "t-shirt", "spider", "house"])
@pytest.mark.parametrize("colour", [BLUE, GREEN, PINK])
def test_what_changes_has_the_asked_hue(name: str, colour: Colour) -> None:
    changed = changed_tones(name, colour)
    angles = np.radians(changed[:, 2])
    x, y = (np.cos(angles) * changed[:, 1]).sum(), (np.sin(angles) * changed[:, 1]).sum()
    off = (math.degrees(math.atan2(y, x)) - to_oklch(colour)[2] + 180) % 360 - 180
    assert abs(off) < 14


@pytest.mark.parametrize("name", ["horse", "cat", "rabbit", "elephant", "automobile"])
def test_black_is_dark_and_white_is_light_and_both_are_grey(name: str) -> None:
    black, white = changed_tones(name, BLACK), paint(name, WHITE)
    assert np.median(black[:, 0]) < 0.42
    assert np.median(black[:, 1]) < 0.03
    body = tones(white[white[:, 3] == 255])
    assert np.quantile(body[:, 0], 0.6) > 0.85


@pytest.mark.parametrize("colour", [RED, BLUE, GREEN, PINK])
def test_outlines_and_eyes_stay_black(colour: Colour) -> None:
    before, after = paint("wolf", None), paint("wolf", colour)
    pupils = (before[:, 3] == 255) & (tones(before)[:, 0] < 0.33)
    assert pupils.sum() > 20
    assert np.abs(before - after)[pupils].max() < 12


def test_eyes_show_on_a_black_animal() -> None:
    eyes = tones(paint("bear", None))[:, 0] < 0.26
    black = tones(paint("bear", BLACK))[:, 0]
    body = ~eyes & (paint("bear", None)[:, 3] == 255)
    assert np.median(black[body]) - np.median(black[eyes & (paint("bear", None)[:, 3] == 255)]) > 0.08


@pytest.mark.parametrize("name", ["red-apple", "tangerine", "sunflower", "pineapple"])
def test_leaves_stay_green(name: str) -> None:
    before, after = paint(name, None), paint(name, BLUE)
    tone = tones(before)
    leaf = (before[:, 3] == 255) & (tone[:, 1] > 0.08) & (tone[:, 2] > 116) & (tone[:, 2] < 150)
    assert leaf.sum() > 50
    assert np.abs(before - after)[leaf].mean() < 12


def test_order_from_dark_to_light_stays() -> None:
    before, after = paint("horse", None), paint("horse", BLUE)
    moved = (before[:, 3] == 255) & (np.abs(before - after).max(axis=1) > 24)
    first, second = tones(before[moved])[:, 0], tones(after[moved])[:, 0]
    assert np.corrcoef(first, second)[0, 1] > 0.8


def test_asked_colour_is_met_in_the_middle() -> None:
    changed = changed_tones("automobile", BLUE)
    lightness, chroma, _ = to_oklch(BLUE)
    assert np.median(changed[:, 0]) == pytest.approx(lightness, abs=0.06)
    assert np.median(changed[:, 1]) == pytest.approx(chroma, abs=0.04)


def test_recoloured_source_keeps_its_shapes() -> None:
    cat = art.find("noto:cat")
    assert isinstance(cat, Sprite)
    before, after = cat.svg(), recolour(cat.svg(), BLUE)
    assert before.count("<path") == after.count("<path")
    assert before.count("url(#") == after.count("url(#")


def test_empty_drawing_stays_as_it_is() -> None:
    empty = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"></svg>'
    assert recolour(empty, BLUE) == empty


def test_shapes_without_a_colour_take_part() -> None:
    blot = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3"/></svg>'
    main = find_main(weigh_tones(recolour(blot, RED)))
    assert main is not None
    assert abs(main.hue - to_oklch(RED)[2]) < 10
