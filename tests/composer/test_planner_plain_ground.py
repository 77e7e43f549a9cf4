"""Backgrounds of one colour: what asks for them, and that nothing else is tinted by it."""

from __future__ import annotations

import numpy as np
import pytest
from edits_help import drawn, instructed

from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.planner.author import author
from aquatint.sizes import Size

SIZE = Size(512, 512)


@pytest.mark.parametrize(
    ("prompt", "ground"),
    [
        ("a red fox on a pure white background", "#ffffff"),
        ("a red fox on a white background", "#f5f4f0"),
        ("a corgi on a plain yellow background", "#f4c92f"),
        ("a vase of tulips, blue background", "#2f6fc0"),
        ("a teapot against a teal backdrop", "#1f7f80"),
        ("a cat isolated on red", "#d62f35"),
        ("portrait of a man, purple background", "#7e4aa8"),
        ("a fox in a forest, in blue and gold", ""),
        ("a fox in a snowy forest with a blue background", ""),
        ("a logo for a bakery on a black background", ""),
    ],
)
def test_a_plain_background_is_a_studio_of_its_colour(prompt: str, ground: str) -> None:
    scene = author(prompt, seed=7).scene
    assert scene.ground == ground
    assert (scene.backdrop == "studio" and not scene.palette) or not ground


@pytest.mark.parametrize("prompt", ["a red apple, blue background", "portrait of a man, blue background"])
def test_the_background_has_the_colour_that_was_asked(prompt: str) -> None:
    pixels = drawn(author(prompt, seed=7).scene, SIZE)
    corner = pixels[10:40, 240:270, :3].reshape(-1, 3).mean(0) / 255
    blue = Colour.of("#2f6fc0")
    assert np.abs(corner - np.array([blue.red, blue.green, blue.blue])).max() < 0.1


def test_an_edit_paints_the_background_and_leaves_the_thing() -> None:
    before = author("a red apple on a table", seed=7).scene
    after, told = instructed(before, "make the background white", SIZE)
    assert (after.backdrop, after.ground != "") == ("studio", True)
    assert [item.colour for item in after.items] == [item.colour for item in before.items]
    assert told.undrawn == []


def test_a_list_of_colours_goes_on_over_black_and_white() -> None:
    authored = author("a geometric abstract in red, black and white", seed=7)
    assert authored.scene.palette == ["#d62f35", "#26262a", "#f5f4f0"]
    assert (authored.scene.tones, authored.reading.undrawn) == ([], [])
    assert author("a cat, black and white", seed=7).scene.tones == ["black and white"]


@pytest.mark.parametrize(
    ("prompt", "ground", "colour"),
    [
        ("a skull, white on black", "#26262a", "#f5f4f0"),
        ("a DNA double helix, glowing blue on black", "#26262a", "#2f6fc0"),
        ("headphones, dramatic background", "#2b2a35", ""),
        ("a jellyfish, purple on a dramatic background", "#2b2a35", "#7e4aa8"),
    ],
)
def test_thing_and_background_have_a_colour_each(prompt: str, ground: str, colour: str) -> None:
    scene = author(prompt, seed=1).scene
    assert (scene.ground, scene.items[0].colour, scene.palette) == (ground, colour, [])


def test_a_pastel_background_is_no_style() -> None:
    scene = author("white sneakers on a pastel background", seed=1).scene
    assert scene.style == "storybook"
    assert scene.ground


def test_what_glows_lights_a_dark_background() -> None:
    plain, lit = (
        drawn(author(f"{word} jellyfish on black", seed=1).scene, Size(256, 256)) for word in ("a", "a glowing")
    )
    assert lit[..., :3].mean() > 1.2 * plain[..., :3].mean()
