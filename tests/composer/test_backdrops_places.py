"""Every place: complete, deterministic, at any size, in any light."""

from __future__ import annotations

import numpy as np
import pytest

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.backdrops.light import air_of, nature_of
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.surface import new_surface, read_pixels
from aquatint.engines.composer.scene import Item, Scene
from aquatint.imaging.raster import Pixels
from aquatint.sizes import Size

OUTDOORS = [
    "meadow", "forest", "city", "sea", "beach", "mountain", "street", "desert", "snowfield", "garden", "river",
    "farm", "sky", "market", "harbour", "park", "village", "old street", "canal", "lake", "vineyard", "paris",
]  # fmt: skip


SAMPLE = ["meadow", "forest", "table", "sea", "space", "underwater", "garden", "kitchen", "church", "cafe table",
          "market", "canal", "jungle", "paris", "abstract"]  # fmt: skip
"""One of each way of making a place, for what would take long with all of them."""


def scene_of(name: str, **changes: object) -> Scene:
    return Scene(prompt="", seed=changes.pop("seed", 5), backdrop=name, **changes)  # type: ignore[arg-type]


def painted(scene: Scene, size: Size = Size(128, 96), *, front: bool = True) -> Pixels:  # noqa: B008
    backdrop = backdrops.find(scene.backdrop)
    stage, surface = backdrop.stage(scene, size), new_surface(size)
    backdrop.paint(surface.getCanvas(), stage, scene, Chance(scene.seed))
    if front:
        backdrop.paint_front(surface.getCanvas(), stage, scene, Chance(scene.seed))
    return read_pixels(surface)


def lightness(pixels: Pixels) -> float:
    return float(pixels[..., :3].mean())


def test_the_promised_places_are_there() -> None:
    assert set(backdrops.names()) >= {*OUTDOORS, *SAMPLE, "room", "studio", "moon", "london", "cave"}


def test_an_unknown_place_is_a_key_error_that_names_it() -> None:
    with pytest.raises(backdrops.UnknownBackdrop, match="atlantis") as caught:
        backdrops.find("atlantis")
    assert isinstance(caught.value, KeyError)


@pytest.mark.parametrize("name", backdrops.names())
def test_a_place_covers_the_canvas_the_same_every_time(name: str) -> None:
    scene = scene_of(name, time="dusk", weather="snow")
    first = painted(scene, Size(72, 72))
    assert first[..., 3].min() == 255
    assert np.array_equal(first, painted(scene, Size(72, 72)))


@pytest.mark.parametrize("name", SAMPLE)
def test_a_place_covers_wide_and_tall_canvases(name: str) -> None:
    for size in (Size(144, 48), Size(48, 144)):
        assert painted(scene_of(name), size)[..., 3].min() == 255


@pytest.mark.parametrize("name", SAMPLE)
def test_items_do_not_change_the_place(name: str) -> None:
    empty = scene_of(name)
    full = scene_of(name, items=[Item(id="fox-1", noun="fox", word="fox", art="animal:fox")])
    assert np.array_equal(painted(empty), painted(full))


@pytest.mark.parametrize("name", SAMPLE)
def test_a_larger_size_keeps_the_composition(name: str) -> None:
    small = painted(scene_of(name), Size(128, 128), front=False)[..., :3].astype(float)
    large = painted(scene_of(name), Size(384, 384), front=False)[..., :3].astype(float)
    shrunk = large.reshape(128, 3, 128, 3, 3).mean(axis=(1, 3))
    assert np.abs(shrunk - small).mean() < 9


@pytest.mark.parametrize("name", OUTDOORS)
def test_night_is_darker_than_dusk_and_dusk_than_day(name: str) -> None:
    day, dusk, night = (
        np.mean([lightness(painted(scene_of(name, time=time, seed=seed), front=False)) for seed in range(4)])
        for time in ("day", "dusk", "night")
    )
    assert day > dusk + 10
    assert dusk > night + 10


@pytest.mark.parametrize(
    "name", ["meadow", "forest", "mountain", "garden", "river", "farm", "lake", "village", "orchard", "cemetery"]
)
def test_snow_lies_on_the_ground(name: str) -> None:
    green, white = (painted(scene_of(name, season=season), front=False)[-30:-8] for season in ("summer", "winter"))
    saturation = [float((p[..., :3].max(axis=2) - p[..., :3].min(axis=2)).mean()) for p in (green, white)]
    assert saturation[1] < saturation[0] * 0.75
    assert lightness(white) > lightness(green) + 20


def test_autumn_reddens_leaves() -> None:
    summer, autumn = nature_of("summer"), nature_of("autumn")
    assert all(leaf.red > leaf.green for leaf in autumn.leaves)
    assert all(leaf.green > leaf.red for leaf in summer.leaves)


def test_falling_weather_is_in_front() -> None:
    for weather in ("rain", "snow", "fog", "storm"):
        scene = scene_of("sea", weather=weather)
        assert not np.array_equal(painted(scene, front=True), painted(scene, front=False))


def test_the_stage_scales_with_the_picture() -> None:
    for name in backdrops.names():
        small = backdrops.find(name).stage(scene_of(name), Size(400, 300))
        large = backdrops.find(name).stage(scene_of(name), Size(1600, 1200))
        assert large.horizon == pytest.approx(4 * small.horizon)
        assert large.ground == pytest.approx([4 * edge for edge in small.ground])
        assert large.metre == pytest.approx(4 * small.metre)
        assert 0 < small.ground[0] < small.ground[1] < 300


def test_cameras_move_horizon_and_scale() -> None:
    eye, low, aerial = (
        backdrops.find("meadow").stage(scene_of("meadow", camera=camera), Size(400, 400))
        for camera in ("eye", "low", "aerial")
    )
    assert low.horizon > eye.horizon > aerial.horizon
    assert eye.metre > aerial.metre


def test_low_sun_throws_longer_darker_shadows_than_overcast() -> None:
    dusk, day = air_of(scene_of("meadow", time="dusk")).light, air_of(scene_of("meadow")).light
    rain = air_of(scene_of("meadow", weather="rain")).light
    assert dusk.height < day.height
    assert rain.shadow_strength < day.shadow_strength


def test_the_light_is_the_same_for_a_seed_and_a_place_and_comes_from_both_sides_among_seeds() -> None:
    sides = {np.sign(air_of(scene_of("meadow", seed=seed)).light.x) for seed in range(30)}
    assert sides == {-1.0, 1.0}
    assert air_of(scene_of("sea", seed=9)).light == air_of(scene_of("sea", seed=9, season="spring")).light


def test_windows_are_lit_at_night() -> None:
    night = painted(scene_of("city", time="night"), Size(200, 200))[..., :3].astype(int)
    yellow = (night[..., 0] > 170) & (night[..., 0] > night[..., 2] + 40)
    assert yellow.sum() > 40


def test_the_studio_takes_up_an_asked_colour() -> None:
    plain = painted(scene_of("studio", palette=["#2060e0"]))[..., :3].mean(axis=(0, 1))
    assert plain[2] > plain[0] + 5
