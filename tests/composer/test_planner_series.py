"""Series: prompts that ask for cells, and what each cell shows."""

from __future__ import annotations

import pytest

from aquatint.engines.composer.graphics.panels.variation import cells_of, sheet_items
from aquatint.engines.composer.honesty import admit
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.planner.series import read_series
from aquatint.engines.composer.scene import Scene


def _scene(prompt: str) -> Scene:
    return author(prompt, seed=5).scene


NUMBERS = [
    ("four seasons of the same tree", 4),
    ("the same tree in spring, summer, autumn and winter", 4),
    ("a house in summer and the same house in winter", 1),
    ("the same cabin in rain, fog and snow", 3),
    ("a lighthouse at dawn, noon, dusk and night", 4),
    ("a grid of nine cats", 9),
    ("a 2x3 grid of different birds", 6),
    ("a 3x3 grid of fruit", 9),
    ("expression sheet of a red haired boy", 6),
    ("emoji set of a cat: happy, sad, angry, sleepy", 4),
    ("sprite sheet of a knight", 6),
    ("a wizard in nine different poses", 9),
    ("evolution stages of a dragon: egg, baby, adult", 3),
    ("three versions of a teapot: red, blue and gold", 3),
    ("before: a dry desert, after: a green meadow", 2),
    ("a triptych of mountains", 3),
    ("pop art grid of a sunflower in nine colors", 9),
    ("life stages of a butterfly: egg, caterpillar, butterfly", 3),
    ("the seasons of a mountain village", 4),
    ("a mountain lake in all four seasons", 4),
    ("2x2 grid of a dog in different moods", 4),
    ("Andy Warhol style repeated banana", 4),
]


@pytest.mark.parametrize(("prompt", "number"), NUMBERS)
def test_a_series_has_as_many_cells_as_asked(prompt: str, number: int) -> None:
    scene = _scene(prompt)
    if number == 1:
        assert scene.kind == "scene"
    else:
        assert scene.kind == "series"
        assert len(cells_of(scene)) == number


@pytest.mark.parametrize(
    "prompt",
    [
        "a city grid seen from above",
        "flowers in different colors",
        "a summer day by the sea",
        "a clown before the show and after it",
        "a festival with three stages",
        "two different cats on a sofa",
        "a flower in three colors",
        "a city with different moods",
        "a rainbow with seven colors",
    ],
)
def test_one_picture_is_no_series(prompt: str) -> None:
    assert _scene(prompt).kind == "scene"


def test_each_cell_has_its_season_and_its_tree() -> None:
    cells = cells_of(_scene("the same tree in spring, summer, autumn and winter"))
    assert [cell.scene.season for cell in cells] == ["spring", "summer", "autumn", "winter"]
    assert len({(cell.scene.items[0].art, cell.scene.items[0].colour) for cell in cells}) == 4
    assert len({cell.scene.items[0].id for cell in cells}) == 1


def test_a_tree_of_a_named_colour_keeps_it() -> None:
    cells = cells_of(_scene("the same red tree in spring, summer and autumn"))
    assert len({cell.scene.items[0].colour for cell in cells}) == 1


def test_what_is_listed_is_said_of_the_subject() -> None:
    cells = cells_of(_scene("emoji set of a cat: happy, sad, angry"))
    assert [cell.scene.items[0].attributes["mood"] for cell in cells] == ["happy", "sad", "angry"]
    colours = [
        cell.scene.items[0].colour for cell in cells_of(_scene("three versions of a teapot: red, blue, black"))
    ]
    assert len(set(colours)) == 3


def test_one_face_shows_all_moods() -> None:
    cells = cells_of(_scene("expression sheet of a red haired boy"))
    assert len({cell.scene.items[0].attributes["mood"] for cell in cells}) == len(cells)
    assert {cell.scene.items[0].id for cell in cells} == {"boy-1"}
    assert len({cell.scene.items[0].attributes["hair"] for cell in cells}) == 1


def test_many_of_a_kind_are_individuals() -> None:
    items = [cell.scene.items[0] for cell in cells_of(_scene("a grid of nine cats"))]
    assert len({item.id for item in items}) == 9
    assert len({item.colour for item in items}) > 4


def test_different_things_of_a_subject_differ() -> None:
    nouns = [cell.scene.items[0].noun for cell in cells_of(_scene("a 2x3 grid of different birds"))]
    assert len(set(nouns)) == 6


def test_stickers_of_a_sheet_are_as_told() -> None:
    items = sheet_items(_scene("sticker pack of a corgi: happy, sad, angry"))
    assert [item.attributes["mood"] for item in items] == ["happy", "sad", "angry"]


def test_words_of_single_cells_are_drawn() -> None:
    scene, reading = author("a lighthouse at dawn, noon, dusk and night", seed=1)
    admit(scene, reading)
    assert {"dawn", "noon", "dusk", "night"} <= set(reading.drawn)
    assert reading.undrawn == []


def test_the_rest_of_the_prompt_is_said_of_all_cells() -> None:
    series = read_series("a red barn in spring, summer and winter with a cow")
    assert series.cells[1] == "a red barn in summer with a cow"


def test_portraits_in_a_grid_are_faces_of_different_people() -> None:
    cells = cells_of(_scene("a 3 by 3 grid of portraits of different people"))
    assert {cell.manner for cell in cells} == {"face"}
    assert len({cell.scene.items[0].id for cell in cells}) == 9


def test_hats_come_in_several_colours_unless_one_is_said() -> None:
    assert len({cell.scene.items[0].colour for cell in cells_of(_scene("a grid of six hats"))}) == 6
    assert len({cell.scene.items[0].colour for cell in cells_of(_scene("a grid of six red hats"))}) == 1


def test_different_stickers_keep_their_colours() -> None:
    items = sheet_items(_scene("sticker sheet with a cactus, a taco, a hat and a guitar"))
    assert not any(item.colour for item in items)
