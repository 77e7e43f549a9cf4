"""Colours and their arithmetic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aquatint.engines.composer.drawing.colour import (
    BLACK,
    WHITE,
    Colour,
    contrast,
    from_oklch,
    mix,
    multiply,
    readable_on,
    shift,
    to_oklab,
    to_oklch,
)

channels = st.floats(0, 1)
colours = st.builds(Colour, channels, channels, channels)


@given(colours)
def test_oklch_there_and_back_is_the_same_colour(colour: Colour) -> None:
    assert from_oklch(*to_oklch(colour)) == pytest.approx(colour, abs=2e-3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Reference values of the colour space's author, for the sRGB primaries.
        ("#ff0000", (0.628, 0.225, 0.126)),
        ("#00ff00", (0.866, -0.234, 0.179)),
        ("#0000ff", (0.452, -0.032, -0.312)),
        ("#ffffff", (1.0, 0.0, 0.0)),
    ],
)
def test_oklab_of_known_colours(text: str, expected: tuple[float, float, float]) -> None:
    assert to_oklab(Colour.of(text)) == pytest.approx(expected, abs=1e-3)


def test_hex_there_and_back() -> None:
    assert Colour.of("#1b2c3d").hex() == "#1b2c3d"


@given(colours, colours)
def test_mixing_begins_at_the_first_and_ends_at_the_second(first: Colour, second: Colour) -> None:
    assert mix(first, second, 0.0) == pytest.approx(first, abs=2e-3)
    assert mix(first, second, 1.0) == pytest.approx(second, abs=2e-3)


def test_light_multiplies_and_shift_moves_lightness_alone() -> None:
    assert multiply(WHITE, Colour(0.5, 0.6, 0.7)) == (0.5, 0.6, 0.7)
    before, after = (to_oklch(c) for c in (Colour.of("#806040"), shift(Colour.of("#806040"), lightness=0.1)))
    assert after[0] == pytest.approx(before[0] + 0.1, abs=1e-3)
    assert after[2] == pytest.approx(before[2], abs=0.5)


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast(Colour.of("#767676"), WHITE) == pytest.approx(4.54, abs=0.01)


@given(colours, colours)
def test_what_is_called_readable_is(ground: Colour, wish: Colour) -> None:
    assert contrast(readable_on(ground, wish), ground) >= 4.5
