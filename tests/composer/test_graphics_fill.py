"""Pages are filled: no bare rectangle takes more than about a third, in any shape and with little to tell."""

from __future__ import annotations

import numpy as np
import pytest
from graphics_help import paint

from aquatint.engines.composer.edits.instruct import follow_all
from aquatint.engines.composer.planner.author import author
from aquatint.imaging.raster import Pixels
from aquatint.sizes import Size

SIZES = [Size(512, 512), Size(768, 512), Size(512, 768), Size(768, 256), Size(256, 768)]
GRID = 30
PROMPTS = [
    "Timeline of space: 1957 Sputnik, 1961 Gagarin, 1969 Moon landing, 1998 ISS",
    'Slide titled "Our Mission" with three bullets: Clean water, Fair work, Open data',
    "Menu for Taqueria Sol: Tacos al pastor $4, Quesadilla $6, Churros $3, Horchata $2",
    "Checklist: Buy milk, Call mom, Pay rent",
    "Agenda: 9:00 Welcome, 10:00 Talk, 12:00 Lunch",
    "Flow chart: Order, Pay, Pack, Ship, Deliver",
    "Comparison of cats and dogs: Cats: quiet, clean; Dogs: loyal, loud",
    "Infographic with 3 steps: Plan, Build, Launch",
    "Bar chart of sales: January 120, February 150, March 90, April 210",
    "Cycle diagram: Plan, Do, Check, Act",
    "Venn diagram: Fast, Cheap, Good",
    "Mind map about holidays: Beach, Mountains, City",
    'Social banner "Spring Collection" with tulips',
    'Typographic poster "Keep calm and read on"',
]


def largest_bare(pixels: Pixels) -> float:
    """Share of the page that the largest rectangle of nothing but the commonest colour takes."""
    flat = pixels[..., :3].astype(int)
    colours, counts = np.unique(flat[::4, ::4].reshape(-1, 3) // 8, axis=0, return_counts=True)
    ground = colours[counts.argmax()] * 8 + 4
    drawn = np.abs(flat - ground).max(axis=2) > 10
    rows, columns = np.array(drawn.shape) // 12
    cells = drawn[: rows * 12, : columns * 12].reshape(rows, 12, columns, 12).mean(axis=(1, 3)) > 0.01
    best, heights = 0, np.zeros(columns, int)
    for row in cells:
        heights = np.where(row, 0, heights + 1)
        for left in range(columns):
            low = np.minimum.accumulate(heights[left:])
            best = max(best, int((low * np.arange(1, len(low) + 1)).max()))
    return best / (rows * columns)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("prompt", PROMPTS)
def test_no_large_part_of_a_page_is_bare(prompt: str, size: Size) -> None:
    bare = [largest_bare(paint(author(prompt, seed=seed).scene, size)[0]) for seed in (1, 2, 3)]
    assert np.median(bare) < 0.36
    assert max(bare) < 0.42


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_lists_on_plates_stay_on_the_page(size: Size) -> None:
    for rows in (1, 2, 3, 5):
        prompt = f"Checklist: {', '.join(['Milk', 'Bread', 'Sugar', 'Honey', 'Flour'][:rows])}, Tea"
        for seed in range(1, 7):
            pixels, _, watch = paint(author(prompt, seed=seed).scene, size)
            assert len(watch.lines) == rows + 2
            # Beside the panel of a heading, the lowest line of pixels is bare ground.
            foot = pixels[-3, int(size.width * 0.45) :, :3]
            assert len(np.unique(foot, axis=0)) == 1


@pytest.mark.parametrize(
    ("prompt", "colour"),
    [
        ('Logo for a bakery called "Crumb" on a black background', (10, 10, 11)),
        ('Logo "Fox & Co" with a fox on white', (255, 255, 255)),
        ('Poster "OPEN AIR CINEMA" on a black background', (10, 10, 11)),
        ("Timeline on a dark green background: 1990 A, 2000 B, 2010 C", (34, 89, 58)),
        ("Seamless pattern of lemons on a navy background", (30, 44, 86)),
        ('Sticker of an avocado "HELLO" on a black background', (10, 10, 11)),
        ("Icon set of weather icons on a navy background", (30, 44, 86)),
    ],
)
def test_the_ground_that_a_prompt_names_is_the_ground(prompt: str, colour: tuple[int, int, int]) -> None:
    for seed in (1, 2, 3, 4):
        pixels, _, _ = paint(author(prompt, seed=seed).scene, Size(256, 256))
        near = np.abs(pixels[..., :3].astype(int) - colour).max(axis=2) <= 2
        assert near.mean() > 0.15, seed


@pytest.mark.parametrize(
    ("instruction", "colour"),
    [("make the background white", (255, 255, 255)), ("change the background to navy", (30, 44, 86))],
)
def test_an_edit_may_change_the_ground(instruction: str, colour: tuple[int, int, int]) -> None:
    before = author('Logo for a bakery called "Crumb" on a black background', seed=1).scene
    pixels, _, _ = paint(follow_all(before, instruction, Size(256, 256)).scene, Size(256, 256))
    assert np.abs(pixels[2, 2, :3].astype(int) - colour).max() <= 2


def test_a_word_in_quotation_marks_names_no_ground() -> None:
    made = author('Poster "Live on a black background" with a lemon', seed=1).scene
    assert made.palette == []
