"""One prompt, many pictures: seeds change composition, light and furniture; another hour or weather does not."""

from __future__ import annotations

import numpy as np
import pytest

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.backdrops import pieces
from aquatint.engines.composer.backdrops.clouds import FAMILIES
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.interiors import Interior, interiors
from aquatint.engines.composer.backdrops.interiors.furnishing import windows
from aquatint.engines.composer.backdrops.light import air_of, scripts
from aquatint.engines.composer.backdrops.recipe import step, table
from aquatint.engines.composer.backdrops.scenery.varied import FILES, Varied
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.surface import new_surface, read_pixels
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Scene
from aquatint.imaging.raster import Pixels
from aquatint.sizes import Size

TIMES = ("dawn", "day", "dusk", "night")
COMMON = ["meadow", "park", "forest", "beach", "garden", "mountain", "street", "farm", "desert", "snowfield",
          "river", "lake", "village"]  # fmt: skip
ASKED = [
    "lavender field", "sunflower field", "tulip field", "poppy field", "wheat field", "corn field",
    "pumpkin patch", "rice terraces", "vineyard", "blossom avenue", "autumn path", "bamboo forest",
    "lantern street", "lit garden", "birch forest", "woodland", "roof terrace", "swimming pool",
    "fairground", "harbour", "waterfall", "canyon", "savanna", "lighthouse cliff", "night market",
    "campsite", "runway", "subway station", "airport", "gym", "library", "museum", "laboratory", "office",
    "greenhouse", "ice cave", "castle hall", "bookshop", "bakery", "barbershop", "flower shop", "cinema",
    "arcade", "hotel lobby", "spaceship interior",
]  # fmt: skip
AIRS = [("day", "clear", "spring"), ("night", "clear", "autumn"), ("dusk", "rain", None), ("dawn", "fog", None),
        ("day", "snow", None), ("night", "storm", "summer"), ("dusk", "cloudy", "winter")]  # fmt: skip


def scene_of(name: str, **changes: object) -> Scene:
    return Scene(prompt="", seed=changes.pop("seed", 5), backdrop=name, **changes)  # type: ignore[arg-type]


def painted(scene: Scene, size: Size = Size(64, 64)) -> Pixels:  # noqa: B008
    place = backdrops.find(scene.backdrop)
    stage, surface = place.stage(scene, size), new_surface(size)
    place.paint(surface.getCanvas(), stage, scene, Chance(scene.seed))
    place.paint_front(surface.getCanvas(), stage, scene, Chance(scene.seed))
    return read_pixels(surface)


def composition_of(name: str, seed: int) -> int:
    place = backdrops.find(name)
    assert isinstance(place, Varied)
    chosen = place.chosen(scene_of(name, seed=seed))
    return -1 if chosen is None else place.compositions.index(chosen)


@pytest.mark.parametrize("name", COMMON)
def test_seeds_choose_among_at_least_three_compositions(name: str) -> None:
    assert len({composition_of(name, seed) for seed in range(24)}) >= 3


@pytest.mark.parametrize("name", ["meadow", "forest", "beach", "mountain", "park", "village"])
def test_seeds_move_the_horizon(name: str) -> None:
    place = backdrops.find(name)
    horizons = {place.stage(scene_of(name, seed=seed), Size(100, 100)).horizon for seed in range(24)}
    assert max(horizons) - min(horizons) >= 8


@pytest.mark.parametrize("name", COMMON)
def test_another_hour_or_weather_keeps_the_composition(name: str) -> None:
    place, size = backdrops.find(name), Size(100, 100)
    stages = [
        place.stage(scene_of(name, seed=9, time=time, weather=weather), size)
        for time in TIMES
        for weather in ("clear", "snow")
    ]
    assert {(stage.horizon, stage.ground, stage.water, stage.clear) for stage in stages} == {
        (stages[0].horizon, stages[0].ground, stages[0].water, stages[0].clear)
    }


def test_what_stands_where_is_true_of_every_composition() -> None:
    for file in FILES:
        for name, rows in table(file).items():
            for row in rows:
                horizon, ground = row.get("horizon", 0.5), row.get("ground", (0.7, 0.93))
                assert 0.2 < horizon < ground[0] < ground[1] < 1.0, (name, row["layers"][1])


@pytest.mark.parametrize("name", ASKED)
def test_a_place_is_drawn_at_any_time_in_any_weather(name: str) -> None:
    pictures = [
        painted(scene_of(name, time=time, weather=weather, season=season), Size(40, 40))
        for time, weather, season in AIRS
    ]
    assert all(picture[..., 3].min() == 255 for picture in pictures)
    assert all(not np.array_equal(pictures[0], other) for other in pictures[1:])


def test_colour_scripts_are_complete() -> None:
    for time in TIMES:
        names = [row["name"] for row in scripts(time)]
        assert len(set(names)) == len(names) >= 4
        for row in scripts(time):
            assert set(row["clouds"]) <= set(FAMILIES)
            assert 0 <= row["x"][0] <= row["x"][1] <= 1


def test_seeds_change_the_sky_and_a_seed_keeps_it() -> None:
    skies = {air_of(scene_of("meadow", seed=seed)).sky for seed in range(40)}
    assert len(skies) == len(scripts("day"))
    assert len({air_of(scene_of(name, seed=3)).sky for name in COMMON}) >= 4
    assert air_of(scene_of("meadow", seed=3)) is air_of(scene_of("meadow", seed=3))


def test_a_mood_chooses_the_light_that_goes_with_it() -> None:
    dramatic = {air_of(scene_of("meadow", seed=seed, time="dusk", mood="dramatic")).sky for seed in range(12)}
    assert len(dramatic) == 1


@pytest.mark.parametrize(
    "prompt", ["a sunny day at the beach", "a kite against a blue sky", "sunshine over a farm"]
)
def test_sunshine_that_is_asked_for_is_shown(prompt: str) -> None:
    for seed in range(12):
        air = air_of(author(prompt, seed=seed).scene)
        assert air.disc
        zenith = air.sky[0]
        assert zenith.blue > zenith.red + 0.25


def test_the_sun_is_not_always_in_the_picture() -> None:
    shown = [air_of(scene_of("meadow", seed=seed)).disc for seed in range(60)]
    assert 10 < sum(shown) < 45


@pytest.mark.parametrize("family", FAMILIES)
def test_clouds_of_a_family_are_the_same_every_time(family: str) -> None:
    size, scene = Size(96, 96), scene_of("sea")
    place = backdrops.find("sea")
    looks = []
    for _ in range(2):
        surface = new_surface(size)
        easel = Easel(surface.getCanvas(), place.stage(scene, size), air_of(scene), scene, Chance(4))
        FAMILIES[family](easel, 1.0)
        looks.append(read_pixels(surface))
    assert np.array_equal(*looks)
    assert bool(looks[0][..., 3].any()) == (family != "none")


def test_lamps_light_the_ground_in_the_dark() -> None:
    assert pieces.find("lamppost").lights > 0
    size, warmth = Size(160, 160), {}
    for time in ("day", "night"):
        scene = scene_of("street", time=time)
        place, surface = backdrops.find("street"), new_surface(size)
        easel = Easel(surface.getCanvas(), place.stage(scene, size), air_of(scene), scene, Chance(4))
        surface.getCanvas().clear(0xFF202838)
        pieces.draw(easel, "lamppost", (80.0, 120.0), 0.3)
        look = read_pixels(surface).astype(int)
        warmth[time] = int(look[122:126, 100:110, 0].mean() - 0x20)
    assert warmth["night"] > warmth["day"] + 15


ROOMS = {room.name: room for room in interiors() if room.geometry.floor != "table"}


def dressings(room: Interior, key: str) -> set[str]:
    return {str(room.dressing(scene_of(room.name, seed=seed)).get(key)) for seed in range(24)}


@pytest.mark.parametrize("name", ["room", "living room", "bedroom", "kitchen", "office", "cafe", "library"])
def test_rooms_are_furnished_and_coloured_differently(name: str) -> None:
    assert len(dressings(ROOMS[name], "pieces")) >= 3
    assert len(dressings(ROOMS[name], "roles")) >= (1 if name in ("library",) else 5)


def test_arrangements_are_of_rooms_that_exist_and_of_pieces_that_exist() -> None:
    for name, rows in table("arrangements").items():
        assert name in ROOMS
        for row in rows:
            kinds = [kind for line in row["pieces"] for kind in step(line).name.split("|")]
            assert [kind for kind in kinds if kind not in pieces.names()] == []


def test_daylight_falls_on_the_floor_before_the_windows() -> None:
    steps = [step("tall_window at=0.4 up=90"), step("bed at=-0.5"), step("wide_window wall=side at=0.2")]
    assert windows(steps, mirror=False) == [0.4]
    assert windows(steps, mirror=True) == [-0.4]
