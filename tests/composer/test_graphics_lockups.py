"""Lockups of logos: the words exact, legible and on the page; the logo in few colours, and readable when tiny."""

from __future__ import annotations

import numpy as np
import pytest
from graphics_help import item, paint, scene, watched

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.surface import new_surface, read_pixels
from aquatint.engines.composer.graphics import logo
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.graphics.palette import choose_palette
from aquatint.sizes import Size

LOCKUPS = [lockup for lockup, _ in logo.NAMED] + list(dict.fromkeys(logo.FREE))
NAMES = {
    "one word": ("Ember",),
    "two lines": ("North Harbor Brewing", "Since the flood"),
    "long": ("The Society for Slow Walks and Quiet Evenings",),
}


def _page(canvas: object, *texts: str, seed: int = 2) -> Page:
    made = scene("logo", *texts, seed=seed, items=[item("red apple")])
    return Page(canvas, made, Size(480, 480), Chance(seed), choose_palette(made, Chance(seed)))


@pytest.mark.parametrize("texts", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("lockup", LOCKUPS, ids=lambda each: each.__name__)
def test_words_are_exact_legible_and_on_the_page(lockup: logo.Lockup, texts: tuple[str, ...]) -> None:
    surface = new_surface(Size(480, 480))
    with watched(surface) as watch:
        page = _page(surface.getCanvas(), *texts)
        page.paint_ground(page.palette.paper)
        lockup(page, logo.look_of(page, page.palette.paper))
    drawn = " ".join(line.text for line in watch.lines).split()
    wanted = " ".join(texts).split()
    assert sorted(word for word in drawn if word in wanted) == sorted(wanted)
    for line in watch.lines:
        x, y, width, height = line.box
        assert min(x, y, 480 - x - width, 480 - y - height) >= 12, line.text
        assert np.percentile(line.contrasts(), 4) >= 4.5, line.text


@pytest.mark.parametrize("lockup", LOCKUPS, ids=lambda each: each.__name__)
def test_a_logo_has_few_colours(lockup: logo.Lockup) -> None:
    surface = new_surface(Size(480, 480))
    page = _page(surface.getCanvas(), "Ember")
    page.paint_ground(page.palette.paper)
    lockup(page, logo.look_of(page, page.palette.paper))
    colours, counts = np.unique(read_pixels(surface)[..., :3].reshape(-1, 3), axis=0, return_counts=True)
    assert 2 <= (counts > counts.sum() * 0.004).sum() <= 8
    assert counts.max() / counts.sum() > 0.2
    assert len(colours) > 8


@pytest.mark.parametrize(
    ("words", "name"),
    [("monogram", "monogram"), ("crest of a club", "crest"), ("round badge", "badge"), ("postage stamp", "stamp")],
)
def test_the_words_choose_the_lockup(words: str, name: str) -> None:
    surface = new_surface(Size(64, 64))
    made = scene("logo", "Ember", prompt=f"logo, {words}")
    page = Page(surface.getCanvas(), made, Size(64, 64), Chance(1), choose_palette(made, Chance(1)))
    assert logo.choose(page).__name__ == name


def test_free_logos_differ_by_seed() -> None:
    pictures = [paint(scene("logo", "Ember", seed=seed, prompt="logo"), Size(96, 96))[0] for seed in range(8)]
    assert len({picture.tobytes() for picture in pictures}) >= 5
