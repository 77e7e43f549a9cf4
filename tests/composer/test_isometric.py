"""Isometric pictures: models as data, rooms and plots in which everything has its place, the order of painting."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from edits_help import instructed
from graphics_help import paint

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import WHITE, Colour
from aquatint.engines.composer.drawing.surface import new_surface, read_pixels
from aquatint.engines.composer.graphics.isometric import furnishing, view
from aquatint.engines.composer.graphics.isometric.floor import SEATS_AT
from aquatint.engines.composer.graphics.isometric.models import Model, catalogue, coat_of, find_model
from aquatint.engines.composer.graphics.isometric.order import back_to_front
from aquatint.engines.composer.graphics.isometric.parts import BadRow, read, turned
from aquatint.engines.composer.graphics.isometric.reading import shown
from aquatint.engines.composer.graphics.isometric.sight import hides
from aquatint.engines.composer.graphics.isometric.solids import paint as paint_part
from aquatint.engines.composer.graphics.isometric.space import Space
from aquatint.engines.composer.graphics.isometric.stands import Stand
from aquatint.engines.composer.honesty import admit
from aquatint.engines.composer.planner.author import Authored, author
from aquatint.engines.composer.scene import NATURAL_COLOUR, Item, Scene
from aquatint.sizes import Size

MODELS = list(catalogue().values())
OVERHANG = 1.0
"""Metres that sails and smoke may reach out of a footprint."""
PROMPTS = (
    "an isometric bedroom with a bed, a desk and a lamp",
    "isometric office with four people at desks",
    "isometric kitchen with a fridge, a stove and a sink",
    "isometric classroom with six desks and a teacher",
    "isometric living room with a blue sofa, a tv, a fireplace, a cat, a clock and two plants",
    "isometric farm with a red barn, a tractor and three cows",
    "isometric harbor with boats and a lighthouse",
    "isometric street with cars, a bus and a traffic light",
    "isometric city with a hospital and two taxis",
    "isometric room with twelve bookshelves, nine chairs and a piano",
    "isometric meadow with a dragon and thirty sheep",
)


def _read(prompt: str) -> Authored:
    authored = author(prompt, seed=7)
    admit(authored.scene, authored.reading)
    return authored


def _scene(prompt: str) -> Scene:
    return _read(prompt).scene


def _layout(prompt: str) -> view.Layout:
    return view.arrange(_scene(prompt), Chance(7))


def _names(layout: view.Layout) -> list[str]:
    return [stand.want.model.name for stand in layout.stands if stand.want.model is not None]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.name)
def test_each_model_stays_on_its_footprint_and_stands_on_the_ground(model: Model) -> None:
    for quarter in range(4):
        width, depth = model.footprint(quarter)
        parts = [part for part in model.parts(quarter) if part.kind not in ("glow", "fronds")]
        assert min(part.low[0] for part in parts) >= -OVERHANG
        assert min(part.low[1] for part in parts) >= -OVERHANG
        assert max(part.high[0] for part in parts) <= width + OVERHANG
        assert max(part.high[1] for part in parts) <= depth + OVERHANG
        if model.at != "hang" and model.name != "seated":
            assert min(part.low[2] for part in parts) == pytest.approx(0.0, abs=0.25)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.name)
def test_each_model_is_seen_from_all_sides_in_the_colour_asked(model: Model) -> None:
    for quarter in range(4):
        surface = new_surface(Size(96, 96))
        reach = 40 / max(model.width, model.depth, model.height, 0.4)
        space = Space(surface.getCanvas(), (48.0, 48.0), reach, WHITE)
        coat = coat_of(
            model,
            Item(id="a", noun="box", word="a", art="a", colour="#d02020"),
            Chance(1),
            autumn=False,
            snow=False,
        )
        for part in model.parts(quarter):
            paint_part(space, part, coat)
        assert (read_pixels(surface)[..., 3] > 0).mean() > 0.004
        assert coat.own["main"] == Colour.of("#d02020")


def test_there_are_many_models_and_each_noun_has_one() -> None:
    assert len(MODELS) >= 100
    assert find_model("bed") is not find_model("bunk bed")
    assert find_model("convenience store", "supermarket") is find_model("supermarket")
    assert find_model("dragon") is None


def test_turning_a_part_four_ways_keeps_its_size() -> None:
    part = read(["box 0 0.2 0 1 0.5 2 wood", "pane front 0.1 0.1 0.4 0.4 white"])[0]
    away = turned(part, 2, 2.0, 1.0)
    assert away.low == pytest.approx((1.0, 0.3, 0.0))
    assert away.decals[0].side == "back"
    assert turned(away, 2, 2.0, 1.0).low == pytest.approx(part.low)
    side = turned(part, 1, 2.0, 1.0)
    assert (side.low, side.decals[0].side) == ((0.2, 0.0, 0.0), "right")


def test_a_row_that_names_no_part_is_refused() -> None:
    with pytest.raises(BadRow):
        read(["sphere 0 0 0 1 wood"])


def test_what_is_behind_is_painted_first() -> None:
    back, front, above = ((0, 0, 0), (1, 1, 1)), ((1, 0, 0), (2, 1, 1)), ((0, 0, 1), (1, 1, 2))
    for boxes in itertools.permutations((back, front, above)):
        order = [boxes[i] for i in back_to_front(boxes)]
        assert order.index(back) < order.index(front)
        assert order.index(back) < order.index(above)


@pytest.mark.parametrize("prompt", PROMPTS)
def test_all_that_is_asked_has_a_place_and_none_stands_in_another(prompt: str) -> None:
    scene = _scene(prompt)
    stands = view.arrange(scene, Chance(7)).stands
    held = [stand.want.item.id for stand in stands] + [s.rider.item.id for s in stands if s.rider is not None]
    for item in scene.items:
        assert held.count(item.id) == item.count
    on_floor = [s for s in stands if s.z == 0 and s.want.at not in ("hang", "floor")]
    for one, other in itertools.combinations(on_floor, 2):
        assert not _overlap(one, other), (one.want.item.word, other.want.item.word)


def _overlap(one: Stand, other: Stand) -> bool:
    (a, b, _), (c, d, _) = one.bounds
    (p, q, _), (s, t, _) = other.bounds
    return min(c, s) - max(a, p) > 0.01 and min(d, t) - max(b, q) > 0.01


@pytest.mark.parametrize("prompt", [prompt for prompt in PROMPTS if "room" in prompt or "kitchen" in prompt])
def test_furniture_of_the_walls_stands_at_one_and_faces_the_room(prompt: str) -> None:
    for stand in _layout(prompt).stands:
        if stand.want.at == "wall" and stand.z == 0 and stand.want.model and "desk" not in stand.want.model.name:
            assert (stand.y if stand.quarter == 0 else stand.x) < 0.1
            assert stand.quarter in (0, 1)


def test_each_desk_has_a_chair_that_faces_it_and_people_sit_on_chairs() -> None:
    layout = _layout("isometric office with four people at desks")
    desks = [stand for stand in layout.stands if stand.want.model and stand.want.model.name == "desk"]
    seated = [stand for stand in layout.stands if stand.rider is not None]
    assert len(desks) == len(seated) == 4
    assert {stand.quarter for stand in seated} <= {2, 3}
    assert "desk" in SEATS_AT


def test_small_things_are_on_what_they_are_said_to_be_on() -> None:
    layout = _layout("isometric bedroom with a cat on the bed")
    bed = next(stand for stand in layout.stands if stand.want.item.noun == "bed")
    cat = next(stand for stand in layout.stands if stand.want.item.noun == "cat")
    assert cat.z == pytest.approx(0.62)
    assert bed.bounds[0][0] <= cat.x <= bed.bounds[1][0]


def test_a_room_has_what_makes_it_one_and_not_what_is_refused() -> None:
    assert {"stove", "sink", "counter"} <= set(_names(_layout("isometric kitchen")))
    assert "rug" not in _names(_layout("isometric bedroom without a rug"))
    assert "bed" not in _names(_layout("isometric bedroom with a bunk bed"))


def test_a_shop_is_a_building_and_cut_open_a_room() -> None:
    assert "shop" in _names(_layout("isometric view of a small coffee shop"))
    inside = _layout("isometric coffee shop cutaway")
    assert inside.room is not None
    assert "shop" not in _names(inside)
    assert "shop-counter" in _names(inside)


def test_buildings_without_a_drawing_are_models_and_told_so() -> None:
    read = _read("isometric chicken coop with chickens")
    assert "cabin" in _names(view.arrange(read.scene, Chance(7)))
    assert not read.reading.undrawn
    assert shown(_scene("isometric airport with two planes"))["airport"] == "approximated"


def test_a_single_thing_stands_on_a_plinth_in_the_colour_that_is_said() -> None:
    scene = _scene("isometric red car")
    assert _layout("isometric red car").land is not None
    assert _names(_layout("isometric red car")) == ["car"]
    red = paint(scene, Size(300, 300))[0][..., :3].astype(int)
    assert ((red[..., 0] > 150) & (red[..., 1] < 90)).mean() > 0.02


def test_boats_are_on_water_and_cars_on_the_road() -> None:
    layout = _layout("isometric street with cars, a bus and a traffic light")
    assert layout.land is not None
    for stand in layout.stands:
        if stand.want.model is not None and stand.want.model.name in ("car", "bus"):
            along = stand.x if layout.land.mirrored else stand.y
            assert layout.land.ground(0, along) == "road"
    island = _layout("isometric island with a lighthouse and two sailboats").land
    assert island is not None
    ground = {s.want.item.noun: island.ground(*s.bounds[0][:2]) for s in island.stands if s.want.asked}
    assert ground == {"lighthouse": "land", "sailboat": "sea"}


@pytest.mark.parametrize("size", [Size(600, 600), Size(900, 300), Size(300, 900)])
@pytest.mark.parametrize(
    "prompt", ["isometric bedroom with a bed", "isometric castle island", "isometric skyscraper"]
)
def test_the_picture_fills_the_page_either_way_and_stays_on_it(prompt: str, size: Size) -> None:
    scene = _scene(prompt)
    scene.transparent = True
    alpha = paint(scene, size)[0][..., 3] > 8
    rows, columns = np.flatnonzero(alpha.any(1)), np.flatnonzero(alpha.any(0))
    share = max(len(rows) / size.height, len(columns) / size.width)
    assert 0.72 < share < 0.98


def test_the_name_that_is_given_is_on_the_building_and_no_other_word() -> None:
    scene = _scene('isometric pizza restaurant with a sign "LUIGI\'S"')
    _, _, watch = paint(scene, Size(700, 700))
    assert {line.text for line in watch.lines} == {"LUIGI'S"}


def test_the_same_prompt_gives_the_same_picture() -> None:
    scene = _scene("isometric farm with a red barn and three cows")
    assert np.array_equal(paint(scene, Size(300, 300))[0], paint(scene, Size(300, 300))[0])


def test_a_crowded_room_grows_until_all_fits() -> None:
    scene = _scene("isometric room with twelve bookshelves, nine chairs and a piano")
    layout = view.arrange(scene, Chance(7))
    assert layout.room is not None
    assert layout.room.width > furnishing.LEAST


def test_ships_alone_are_at_sea_and_a_field_of_flowers_is_full_of_them() -> None:
    sea = _layout("isometric pirate ship on the sea").land
    assert sea is not None
    assert sea.kind == "sea"
    names = _names(_layout("isometric field of tulips with a windmill"))
    assert names.count("flowers") > 8
    assert "crops" not in names


def test_nothing_that_is_asked_stands_behind_a_building() -> None:
    layout = _layout("isometric farm with a red barn, a tractor, three cows and a farmer")
    barn = next(stand for stand in layout.stands if stand.want.item.noun == "barn")
    (a, b, _), (c, d, top) = barn.bounds
    for stand in layout.stands:
        if stand.want.asked and stand is not barn:
            (p, q, _), (s, t, _) = stand.bounds
            assert not hides((a, b, c, d), top, (p, q, s, t), stand.want.height)


def test_a_house_cut_open_is_a_room_and_told_as_near() -> None:
    reading = _read("isometric house cross section").reading
    assert "house" in reading.approximated
    assert "house" not in reading.drawn
    assert not reading.undrawn
    assert "bookshelf" in _read("isometric room with a bookshelf and a chair").reading.drawn


def test_an_item_of_the_prompt_keeps_its_place_in_a_longer_name() -> None:
    layout = _layout("isometric tiny house in autumn")
    assert [stand.want.item.id for stand in layout.stands if stand.want.asked] == ["house-1"]


def test_a_colour_that_a_drawing_has_by_nature_is_known_to_the_model() -> None:
    scene, _ = instructed(_scene("isometric coffee shop"), "add a red car in front of the shop", Size(512, 512))
    added = next(item for item in scene.items if item.noun == "car")
    assert (added.colour, added.attributes[NATURAL_COLOUR]) == ("", "#d62f35")
    model = find_model(added.noun, added.word)
    assert model is not None
    coat = coat_of(model, added, Chance(7), autumn=False, snow=False)
    assert coat.own["main"] == Colour.of("#d62f35")
