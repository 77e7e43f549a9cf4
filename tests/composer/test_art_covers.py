"""What hides parts of drawings: rims, openings, water, grass; in pixels."""

from __future__ import annotations

import numpy as np
import skia

from aquatint.engines.composer.art.covers import clip_to
from aquatint.engines.composer.art.library import find
from aquatint.engines.composer.art.place import paint_placed
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.layout.stage import Hole, Hoop, Light, Opening, Placement, Rim, Stage, Turf
from aquatint.engines.composer.scene import Item
from aquatint.imaging.raster import Pixels
from aquatint.sizes import Size

APPLE = Item(id="apple-1", noun="apple", word="apple", art="noto:red-apple")
SIZE = Size(400, 400)


def stage(**changes: object) -> Stage:
    light = Light(shadow_strength=0.3)
    return Stage(size=SIZE, light=light, horizon=150, ground=(200, 390), **changes)  # type: ignore[arg-type]


def placed(**changes: object) -> Placement:
    given = {"foot": (200.0, 300.0), "height": 200.0, "depth": 1.0, "shadow": False, **changes}
    return Placement(APPLE, 0, **given)  # type: ignore[arg-type]


def painted(one: Placement, on: Stage) -> Pixels:
    surface = skia.Surface(SIZE.width, SIZE.height)
    paint_placed(surface.getCanvas(), find(one.item.art), one, on, Chance(1))
    return surface.toarray(colorType=skia.ColorType.kRGBA_8888_ColorType)  # type: ignore[no-any-return]


def test_a_rim_hides_what_is_below_its_arc_and_nothing_beside_it() -> None:
    whole = painted(placed(), stage())[..., 3]
    cut = painted(placed(cover=Rim(150, 250, 200, 20)), stage())[..., 3]
    assert np.array_equal(whole[:195], cut[:195])
    assert not cut[230:, 152:248].any()
    assert np.array_equal(whole[:, :148], cut[:, :148])


def test_an_opening_shows_only_what_is_inside() -> None:
    cut = painted(placed(cover=Opening(160, 160, 240, 240)), stage())[..., 3]
    assert cut[200, 200] == 255
    outside = np.ones_like(cut, bool)
    outside[159:241, 159:241] = False
    assert not cut[outside].any()


def test_clipping_without_cover_changes_nothing() -> None:
    surface = skia.Surface(10, 10)
    canvas = surface.getCanvas()
    clip_to(canvas, placed())
    canvas.drawColor(skia.ColorWHITE)
    assert surface.toarray()[..., 3].all()


def test_water_hides_the_lower_part_and_mirrors_the_upper_one() -> None:
    whole = painted(placed(), stage())
    wet = painted(placed(waterline=240.0), stage(floor="water"))
    assert np.array_equal(whole[:235], wet[:235])
    below = wet[246:300, 150:250, 3]
    assert below.any()
    assert below.max() < 200


def test_grass_comes_up_over_the_feet_and_hangs_on_names() -> None:
    green = Turf(Colour(0.1, 0.8, 0.1), Colour(0.1, 0.8, 0.1))
    bare, grown = (painted(placed(shadow=True), stage(turf=turf)) for turf in (None, green))
    rows = np.flatnonzero((bare != grown).any(axis=(1, 2)))
    assert len(rows)
    assert rows.min() > 270
    assert np.array_equal(grown, painted(placed(shadow=True), stage(turf=green)))


def test_what_rests_on_another_thing_leaves_only_a_contact_shadow() -> None:
    resting, standing = painted(placed(ledge=True), stage())[..., 3], painted(placed(shadow=True), stage())[..., 3]
    assert (resting > 0).sum() < (standing > 0).sum()
    assert (resting > 0).sum() > (painted(placed(), stage())[..., 3] > 0).sum()


def test_in_a_hole_what_is_behind_is_seen() -> None:
    whole = painted(placed(), stage())[..., 3]
    cut = painted(placed(cover=Hole(180, 180, 220, 240)), stage())[..., 3]
    assert whole[210, 200] > 200
    assert cut[210, 200] == 0
    assert np.array_equal(whole[:, :170], cut[:, :170])


def test_only_the_near_half_of_a_hoop_is_before_what_goes_through() -> None:
    whole = painted(placed(), stage())[..., 3]
    for near_left, hidden, seen in ((True, 165, 235), (False, 235, 165)):
        cut = painted(placed(cover=Hoop(150, 150, 250, 250, 30, near_left)), stage())[..., 3]
        assert whole[200, hidden] > 200
        assert cut[200, hidden] == 0
        assert cut[200, seen] == whole[200, seen] > 200
