"""Pieces: every one of the data files can be painted, in any light."""

from __future__ import annotations

import numpy as np
import pytest

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.backdrops import pieces
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.light import air_of
from aquatint.engines.composer.backdrops.pieces.shapes import VERBS, parse
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.surface import new_surface, read_pixels
from aquatint.engines.composer.scene import Scene
from aquatint.imaging.raster import Pixels
from aquatint.sizes import Size

SIZE = Size(120, 120)


def drawn(name: str, *, seed: int = 3, flip: bool = False, **changes: object) -> Pixels:
    scene = Scene(prompt="", seed=seed, backdrop="meadow", **changes)  # type: ignore[arg-type]
    surface = new_surface(SIZE)
    stage = backdrops.find("meadow").stage(scene, SIZE)
    easel = Easel(surface.getCanvas(), stage, air_of(scene), scene, Chance(seed))
    pieces.draw(easel, name, (60.0, 110.0), 0.3, flip=flip)
    return read_pixels(surface)


@pytest.mark.parametrize("name", pieces.names())
def test_a_piece_is_painted_the_same_every_time(name: str) -> None:
    first = drawn(name, time="night", season="winter")
    assert first[..., 3].any() or pieces.find(name).width < 60
    assert np.array_equal(first, drawn(name, time="night", season="winter"))


def test_an_unknown_piece_is_a_key_error_that_names_it() -> None:
    with pytest.raises(pieces.UnknownPiece, match="hovercraft"):
        pieces.find("hovercraft")


@pytest.mark.parametrize("line", ["circle 1 2 3 #ffffff", "if:rect 0 0 1 1 #ffffff"])
def test_a_line_of_no_sense_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=line.split()[0]):
        parse(line)


def test_all_verbs_are_told_of_and_used() -> None:
    used = {shape.verb for name in pieces.names() for shape in pieces.find(name).shapes}
    assert used == set(VERBS)


def test_lamps_glow_in_the_dark() -> None:
    day, night = (drawn("floor_lamp", time=time)[..., :3].astype(int) for time in ("day", "night"))
    yellow = [((p[..., 0] > 180) & (p[..., 0] > p[..., 2] + 60)).sum() for p in (day, night)]
    assert yellow[1] > yellow[0] + 20


def test_snow_lies_on_roofs() -> None:
    summer, winter = drawn("cottage", season="summer"), drawn("cottage", season="winter")
    roof = (slice(0, 60), slice(40, 80))
    assert winter[roof][..., 2].astype(float).mean() > summer[roof][..., 2].astype(float).mean() + 30


def test_cherry_trees_redden_in_autumn() -> None:
    spring, autumn = (drawn("cherry_tree", season=season)[30:80].astype(int) for season in ("spring", "autumn"))
    leaves = [p[p[..., 3] > 200] for p in (spring, autumn)]
    assert leaves[0][:, 2].mean() > leaves[1][:, 2].mean() + 30


def test_a_mirrored_piece_is_its_mirror_image_in_outline() -> None:
    plain, mirrored = (drawn("throne", flip=flip)[..., 3] > 128 for flip in (False, True))
    assert (plain ^ mirrored[:, ::-1]).mean() < 0.02


def test_seeds_choose_among_colours() -> None:
    walls = {tuple(drawn("cottage", seed=seed)[95, 50]) for seed in range(12)}
    assert len(walls) >= 3
