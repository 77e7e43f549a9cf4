"""Drawings on a stage: shadows obey the light, haze the depth, feet the ground."""

from typing import Any

import numpy as np
import pytest
import skia

from aquatint.engines.composer import art
from aquatint.engines.composer.art.drawing import Box, Look
from aquatint.engines.composer.art.place import box_of, haze_before, look_of, paint_placed
from aquatint.engines.composer.art.shadows import cast, shadow_reach
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.drawing.surface import new_surface, read_pixels
from aquatint.engines.composer.layout.stage import Floor, Light, Placement, Stage
from aquatint.engines.composer.scene import Item
from aquatint.sizes import Size

SIZE = Size(400, 300)
BOX = Box(150, 100, 100, 140)


def shadow(light: Light, floor: Floor = "ground") -> Any:
    """Alpha 0..255 of what a tree leaves on the floor."""
    surface = new_surface(SIZE)
    cast(surface.getCanvas(), art.find("noto:evergreen-tree"), BOX, Look(light=light), floor)
    return read_pixels(surface)[..., 3].astype(float)


def middle(alpha: Any) -> float:
    return float((alpha.sum(axis=0) * np.arange(alpha.shape[1])).sum() / alpha.sum())


def test_shadow_falls_away_from_the_light() -> None:
    foot = BOX.x + BOX.width / 2
    assert middle(shadow(Light(x=-0.9))) > foot + 10
    assert middle(shadow(Light(x=0.9))) < foot - 10
    assert middle(shadow(Light(x=0.0))) == pytest.approx(foot, abs=4)


def test_low_light_makes_long_shadows_up_to_a_limit() -> None:
    lengths = [abs(shadow_reach(Light(x=-1, height=height))[0]) for height in (1.0, 0.6, 0.2, 0.0)]
    assert lengths == sorted(lengths)
    assert lengths[0] < 0.5
    assert lengths[-1] <= 1.7


def test_shadow_has_its_colour_and_strength() -> None:
    weak, strong = shadow(Light(shadow_strength=0.1)).max(), shadow(Light(shadow_strength=0.4)).max()
    assert 0 < weak < strong / 2
    assert strong <= 255 * 0.9
    assert shadow(Light(shadow_strength=0.0)).max() == 0


def test_it_is_darkest_under_the_feet() -> None:
    alpha = shadow(Light(x=-0.8))
    row, column = np.unravel_index(alpha.argmax(), alpha.shape)
    assert abs(row - (BOX.y + BOX.height)) < 10
    assert abs(column - (BOX.x + BOX.width / 2)) < 20


def test_nothing_falls_in_the_air() -> None:
    assert shadow(Light(), "air").max() == 0


def test_water_mirrors_below_the_foot() -> None:
    alpha = shadow(Light(), "water")
    assert alpha[: round(BOX.y + BOX.height * 0.95)].max() == 0
    assert alpha[round(BOX.y + BOX.height) :].sum() > 0


def placed(**changes: Any) -> Placement:
    item = Item(id="bear-1", noun="bear", word="bear", art="noto:teddy-bear", colour=changes.pop("colour", ""))
    facts: dict[str, Any] = {"foot": (200.0, 250.0), "height": 150.0, "depth": 1.0, "shadow": False}
    return Placement(item, 0, **(facts | changes))


def stage(light: Light = Light()) -> Stage:
    return Stage(SIZE, light, horizon=120, ground=(150, 280))


def paint(placement: Placement, light: Light = Light()) -> Any:
    surface = new_surface(SIZE)
    paint_placed(surface.getCanvas(), art.find(placement.item.art), placement, stage(light), Chance(7))
    return read_pixels(surface)


def test_it_stands_on_its_foot() -> None:
    bear = art.find("noto:teddy-bear")
    box = box_of(bear, placed())
    assert (box.x + box.width / 2, box.y + box.height) == pytest.approx((200, 250))
    rows = np.flatnonzero((paint(placed())[..., 3] > 20).any(axis=1))
    assert rows[0] == pytest.approx(100, abs=3)
    assert rows[-1] == pytest.approx(249, abs=3)


def test_haze_grows_with_distance_and_spares_the_near() -> None:
    assert haze_before(1.0) == haze_before(0.7) == 0
    amounts = [haze_before(depth) for depth in (0.6, 0.4, 0.2, 0.0)]
    assert amounts == sorted(amounts)
    assert amounts[-1] <= 0.6


def test_far_things_move_towards_the_haze() -> None:
    light = Light(haze=Colour(0.2, 0.4, 0.9))
    near, far = paint(placed(depth=1.0), light), paint(placed(depth=0.0, behind_front=True), light)
    within_reach = paint(placed(depth=0.0), light)
    solid = near[..., 3] == 255
    goal = np.array([51, 102, 230])
    distance = [np.abs(pixels[solid][:, :3] - goal.astype(float)).mean() for pixels in (near, far, within_reach)]
    assert distance[1] < 0.7 * distance[0]
    assert distance[1] < distance[2] < distance[0]
    assert np.abs(near[..., 3].astype(int) - far[..., 3]).max() <= 2


def test_rotation_turns_about_the_middle() -> None:
    turned = paint(placed(rotation=90.0))[..., 3] > 20
    columns = np.flatnonzero(turned.any(axis=0))
    assert columns[-1] - columns[0] == pytest.approx(150, abs=5)
    assert (columns[0] + columns[-1]) / 2 == pytest.approx(200, abs=3)


def test_look_carries_colour_flip_and_its_own_chance() -> None:
    look = look_of(placed(colour="#2d69d7", flip=True), Light(), Chance(7))
    assert look.colour == Colour.of("#2d69d7")
    assert look.flip
    assert look.chance.root == Chance(7).fork("bear-1", 0).root
    assert look_of(placed(), Light(), Chance(7)).colour is None


def test_shadow_and_drawing_are_the_same_every_time() -> None:
    assert np.array_equal(paint(placed(shadow=True, rotation=20.0)), paint(placed(shadow=True, rotation=20.0)))


def test_shadow_of_what_shines_is_light() -> None:
    item = Item(id="fire-1", noun="fire", word="fire", art="noto:fire")
    placement = Placement(item, 0, foot=(200, 250), height=100, depth=1)
    surface = skia.Surface(SIZE.width, SIZE.height)
    surface.getCanvas().clear(skia.Color(20, 20, 40))
    paint_placed(surface.getCanvas(), art.find("noto:fire"), placement, stage(Light(darkness=0.8)), Chance(7))
    beside = read_pixels(surface)[245, 280]
    assert beside[0] > 30
