"""Rooms, landscapes and cities from data: complete recipes, variety among seeds, right light and weather."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.backdrops import pieces
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.interiors import Interior, interiors
from aquatint.engines.composer.backdrops.interiors.finishes import FLOORS, WALLS
from aquatint.engines.composer.backdrops.recipe import step, table
from aquatint.engines.composer.backdrops.scenery import landscapes
from aquatint.engines.composer.backdrops.scenery.fields import HEADS
from aquatint.engines.composer.backdrops.scenery.layers import PAINTERS
from aquatint.engines.composer.backdrops.scenery.rows import PLANTS
from aquatint.engines.composer.backdrops.scenery.varied import Varied
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.surface import new_surface, read_pixels
from aquatint.engines.composer.scene import Scene
from aquatint.imaging.raster import Pixels
from aquatint.sizes import Size

ROOMS = [room for room in interiors() if room.geometry.floor != "table"]
TABLES = [room for room in interiors() if room.geometry.floor == "table"]
LANDSCAPES = landscapes()
PLACES = [backdrops.find(name) for name in backdrops.names()]


def painted(name: str, *, seed: int = 5, size: Size = Size(96, 96), **changes: object) -> Pixels:  # noqa: B008
    scene = Scene(prompt="", seed=seed, backdrop=name, **changes)  # type: ignore[arg-type]
    place, surface = backdrops.find(name), new_surface(size)
    place.paint(surface.getCanvas(), place.stage(scene, size), scene, Chance(seed))
    return read_pixels(surface)[..., :3].astype(np.int16)  # type: ignore[return-value]


def layers() -> Iterator[tuple[str, str]]:
    for place in LANDSCAPES:
        for lines in (place.row["layers"], *place.row.get("variants", ()), place.row.get("front", ())):
            yield from ((place.name, line) for line in lines)
    for place in PLACES:
        for one in place.compositions if isinstance(place, Varied) else ():
            yield from ((place.name, line) for line in (*one.layers, *(one.front or ())))


def test_all_layers_have_painters_and_things_to_paint() -> None:
    for place, line in layers():
        one = step(line)
        assert one.name in PAINTERS, (place, line)
        known = HEADS if one.name == "field" else PLANTS
        for kind in filter(None, one.text("of").split("|")):
            assert kind in known or pieces.find(kind), (place, line)


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_a_dressing_names_finishes_and_pieces_that_exist(room: Interior) -> None:
    assert set(room.row.get("finish", "paint").split("|")) <= set(WALLS)
    assert set(room.row.get("floor", "boards").split("|")) <= set(FLOORS)
    names = [name for line in room.row["pieces"] for name in step(line).name.split("|")]
    assert [name for name in names if name not in pieces.names()] == []


def test_an_option_without_a_value_is_refused() -> None:
    with pytest.raises(ValueError, match="bookcase at"):
        step("bookcase at")


@pytest.mark.parametrize("name", [place.name for place in (*ROOMS, *LANDSCAPES)])
def test_seeds_vary_a_place(name: str) -> None:
    first, *others = (painted(name, seed=seed, size=Size(64, 64)) for seed in (1, 2, 3))
    assert any(np.abs(first - other).mean() > 2.5 for other in others)


def test_rooms_have_different_shells_among_seeds() -> None:
    kitchen, size = next(room for room in ROOMS if room.name == "kitchen"), Size(96, 96)
    sides = set()
    for seed in range(12):
        scene = Scene(prompt="", seed=seed, backdrop="kitchen")
        easel = Easel(None, kitchen.stage(scene, size), kitchen.air(scene), scene, Chance(seed))
        shell = kitchen.shell(easel, kitchen.row)
        sides.add((shell.has_side(-1), shell.has_side(1)))
    assert sides == {(False, False), (True, False), (False, True)}


@pytest.mark.parametrize("name", ["kitchen", "library", "office", "cafe", "hospital", "bedroom"])
def test_rooms_are_darker_at_night_and_readable(name: str) -> None:
    day, night = (painted(name, time=time).mean() for time in ("day", "night"))
    assert day > night + 6
    assert night > 45


def test_windows_show_the_weather() -> None:
    clear, snow = painted("office"), painted("office", weather="snow")
    assert np.abs(clear - snow).max() > 25


def test_snow_does_not_lie_in_rooms() -> None:
    summer, winter = painted("greenhouse", season="summer"), painted("greenhouse", season="winter")
    assert np.abs(summer[-20:] - winter[-20:]).mean() < 12


@pytest.mark.parametrize("name", ["jungle", "savanna", "tropical beach"])
def test_hot_countries_stay_green_in_winter(name: str) -> None:
    summer, winter = (painted(name, season=season)[-24:].mean() for season in ("summer", "winter"))
    assert abs(summer - winter) < 8


def test_ice_is_white_in_summer() -> None:
    assert painted("arctic ice", season="summer")[-20:-4].mean() > 190


@pytest.mark.parametrize("name", ["old street", "village", "market", "playground"])
def test_winter_whitens_the_ground(name: str) -> None:
    summer, winter = (painted(name, season=season)[-30:-6].mean() for season in ("summer", "winter"))
    assert winter > summer + 25


def test_every_city_has_landmarks_of_its_own() -> None:
    marks = {name: tuple(row["landmarks"]) for name, row in table("cities").items()}
    assert len(set(marks.values())) == len(marks) >= 20
    for lines in marks.values():
        assert all(pieces.find(step(line).name) for line in lines)


def test_landmarks_rise_over_the_roofs() -> None:
    paris, rome = painted("paris"), painted("rome")
    assert np.abs(paris - rome)[10:40].max() > 60


def test_tables_in_rooms_are_for_small_things() -> None:
    scene = Scene(prompt="", seed=1, backdrop="cafe table")
    stage = backdrops.find("cafe table").stage(scene, Size(400, 400))
    assert stage.floor == "table"
    assert stage.metre > 400
    assert {room.name for room in TABLES} == {f"{name} table" for name in table_rooms()}


def table_rooms() -> set[str]:
    return {room.name for room in ROOMS if room.row.get("tables", True)}


def test_cold_neon_signs_glow_at_night() -> None:
    night = painted("neon street", time="night", size=Size(200, 200))
    vivid = night.max(axis=2) - night.min(axis=2) > 110
    assert vivid.mean() > 0.004
