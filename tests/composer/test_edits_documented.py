"""The examples of docs/edits.md: each of its rows changes the picture, and no word of it is lost."""

from __future__ import annotations

import functools
import re
from pathlib import Path

import numpy as np
import pytest
from documented_scenes import BACK, MASKED, NEW_SCENES, PLAIN_GROUND, SCENES, WITH_PICTURES
from edits_help import instructed, retouched

from aquatint.engines.composer.edits import compose_with, size_reframed
from aquatint.engines.composer.edits.instruct import size_after
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Scene
from aquatint.imaging.raster import Pixels, Raster
from aquatint.sizes import Size

SIZE = Size(768, 512)
SAID = ("prompt", "instructions")
PAGE = Path(__file__).parents[2] / "docs" / "edits.md"


@functools.cache
def documented() -> dict[str, list[str]]:
    """The examples of the page by its headings."""
    found: dict[str, list[str]] = {}
    heading = ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line[3:]
        row = re.fullmatch(r"\| ([^|]+) \| ([^|]+) \|", line)
        if row is not None and row[1] != "what":
            found.setdefault(heading, []).extend(example.strip() for example in row[2].split(";"))
    return found


COMPOSED, WITH, FOREIGN = (
    documented()[name] for name in ("Pictures that the composer made", "Several input pictures", "Other pictures")
)
TRIED = {said: prompt for prompt, examples in SCENES.items() for said in examples}
TRIED_WITH = {said: prompt for prompt, examples in WITH_PICTURES.items() for said in examples}


def changed(before: Scene, after: Scene) -> bool:
    plans = ({k: v for k, v in scene.to_plan().items() if k not in SAID} for scene in (before, after))
    return next(plans) != next(plans)


def test_every_row_of_the_page_is_tried() -> None:
    assert set(COMPOSED) == TRIED.keys() | set(BACK)
    assert set(WITH) == TRIED_WITH.keys() | set(NEW_SCENES)


@pytest.mark.parametrize("said", [said for said in COMPOSED if said not in BACK])
def test_a_composed_picture_changes_as_the_page_says(said: str) -> None:
    scene = author(TRIED[said], seed=3).scene
    after, reading = instructed(scene, said, SIZE)
    assert changed(scene, after) or size_after(scene, said, SIZE) != SIZE
    assert reading.undrawn == []


@pytest.mark.parametrize("said", BACK)
def test_the_way_back_is_as_the_page_says(said: str) -> None:
    scene = author("a fox and a rabbit in a meadow, a tree behind", seed=3).scene
    for asked in ("make the fox blue", "move the rabbit to the left", "remove the rabbit"):
        scene = instructed(scene, asked, SIZE)[0]
    after, reading = instructed(scene, said, SIZE)
    assert changed(scene, after)
    assert reading.undrawn == []


def a_disc(colour: tuple[int, int, int]) -> Pixels:
    y, x = np.mgrid[:64, :64]
    pixels = np.zeros((64, 64, 4), np.uint8)
    pixels[(x - 32) ** 2 + (y - 32) ** 2 < 28**2] = (*colour, 255)
    return pixels


DISCS = (a_disc((200, 40, 40)), a_disc((30, 110, 60)))


@pytest.mark.parametrize("said", list(TRIED_WITH))
def test_further_pictures_are_used_as_the_page_says(said: str) -> None:
    scene = author(TRIED_WITH[said], seed=3).scene
    if "table" in said:
        scene = author("a dining table in a kitchen", seed=3).scene
    count = 2 if "image 3" in said else 1
    after, reading = instructed(scene, said, SIZE, others=DISCS[:count])
    assert len(after.pictures) == count or after.palette
    assert changed(scene, after)
    assert not [word for word in reading.undrawn if word.startswith("image")]


@pytest.mark.parametrize("said", NEW_SCENES)
def test_new_scenes_are_made_as_the_page_says(said: str) -> None:
    sources = [Raster(disc) for disc in (DISCS if "two" in said else DISCS[:1])]
    made = compose_with(said, sources, seed=3, size=SIZE)
    assert made is not None
    assert len(made.scene.pictures) == len(sources)
    assert made.reading.undrawn == []


@functools.cache
def photo() -> Pixels:
    """Sky, grass, a red disc and noise."""
    random = np.random.default_rng(5).normal(0, 4, (120, 160, 1))
    rows = np.linspace(0, 1, 120)[:, None, None]
    y, x = np.mgrid[:120, :160]
    ground = np.where(rows < 0.5, np.array([110, 170, 226]) + 20 * rows, np.array([80, 130, 60]))
    disc = ((x - 60) ** 2 + (y - 85) ** 2 < 16**2)[..., None]
    return np.clip(np.where(disc, np.array([205, 40, 45]), ground) + random, 0, 255).astype(np.uint8)


def plain() -> Pixels:
    y, x = np.mgrid[:120, :160]
    share = np.clip(40 - np.hypot(x - 80, y - 60) + 0.5, 0, 1)[..., None]
    return (share * np.array([40, 60, 120]) + (1 - share) * 250).astype(np.uint8)


@pytest.mark.parametrize("said", FOREIGN)
def test_another_picture_is_retouched_as_the_page_says(said: str) -> None:
    source = plain() if said in PLAIN_GROUND else photo()
    mask = np.zeros((120, 160), np.bool_)
    mask[65:105, 40:80] = True
    others = DISCS[:1] if "image 2" in said else ()
    size = _size_of(said)
    pixels, notes = retouched(source, said, mask=mask if said in MASKED else None, others=others, size=size)
    assert notes.undrawn == ()
    before = np.dstack([source, np.full(source.shape[:2], 255, np.uint8)])
    assert pixels.shape != before.shape or (pixels != before).any()
    if said in MASKED:
        assert np.array_equal(pixels[~mask], before[~mask])


def _size_of(said: str) -> Size | None:
    """The size that the words ask for, as the engine works it out before it draws."""
    return size_reframed(Size(160, 120), said)
