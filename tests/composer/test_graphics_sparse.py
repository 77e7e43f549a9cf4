"""Documents of few entries on tall pages: the content grows and stands well, and full ones stay as they are."""

from __future__ import annotations

import numpy as np
import pytest
from graphics_help import paint

from aquatint.engines.composer.planner.author import author
from aquatint.sizes import Size

TALL, SQUARE = Size(400, 600), Size(400, 400)


def ink_rows(prompt: str, size: Size) -> np.ndarray:
    """Shares of the height at which something other than the ground is seen."""
    pixels, _, _ = paint(author(prompt, seed=7).scene, size)
    differs = np.abs(pixels[..., :3].astype(int) - pixels[3, -3, :3]).sum(axis=2) > 24
    rows: np.ndarray = np.flatnonzero(differs.any(axis=1)) / size.height
    return rows


def largest_type(prompt: str, size: Size) -> float:
    """Of the rows, without the heading: the median height of all lines that are drawn."""
    _, _, watch = paint(author(prompt, seed=7).scene, size)
    return float(np.median([line.box.height for line in watch.lines]))


@pytest.mark.parametrize(
    "prompt",
    [
        "menu: Soup 5, Pasta 12, Cake 6",
        "menu: Zorb 5, Flib 12",
        "recipe for pancakes: flour, milk, eggs",
        "checklist: tent, map, water",
        "agenda: 9:00 Welcome, 10:00 Talks, 12:00 Lunch",
    ],
)
def test_a_few_rows_reach_down_a_tall_page(prompt: str) -> None:
    assert ink_rows(prompt, TALL).max() > 0.6


@pytest.mark.parametrize("prompt", ["menu: Soup 5, Pasta 12, Cake 6", "checklist: tent, map, water"])
def test_type_of_a_few_rows_grows_on_a_tall_page(prompt: str) -> None:
    assert largest_type(prompt, TALL) > 1.15 * largest_type(prompt, SQUARE)


def test_a_full_menu_keeps_its_type() -> None:
    few = "menu: Soup 5, Pasta 12, Cake 6"
    full = few + ", Tea 2, Pie 7, Rice 4, Stew 9, Fish 11, Bread 1, Salad 6"
    assert largest_type(full, TALL) < largest_type(few, TALL)


@pytest.mark.parametrize("prompt", ['quote card "Less is more"', "quote 'Be kind' by Ana Li"])
def test_a_short_quote_is_large_and_near_the_middle(prompt: str) -> None:
    rows = ink_rows(prompt, TALL)
    assert rows.max() - rows.min() > 0.25
    assert 0.35 < (rows.max() + rows.min()) / 2 < 0.6
