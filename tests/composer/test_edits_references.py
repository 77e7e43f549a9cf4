"""Further input pictures: as things of a composed picture, as a palette, and as the things of a new scene."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from edits_help import ANIMALS, a_task, drawn, instructed

from aquatint.engines.composer.art import pictured
from aquatint.engines.composer.edits import apply_instruction, compose_with, points_out, scene_of
from aquatint.engines.composer.edits.references import inset_of, named, palette_of
from aquatint.engines.composer.edits.where import group_box
from aquatint.engines.composer.engine import Composer
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Inset, Scene
from aquatint.engines.contract import Picture
from aquatint.imaging.metadata import embed, extract
from aquatint.imaging.raster import Pixels, Raster
from aquatint.sizes import Size

SIZE = Size(320, 320)


def a_cut_out(colour: tuple[int, int, int] = (200, 40, 40)) -> Pixels:
    """A disc with a clear ground."""
    y, x = np.mgrid[0:300, 0:240]
    inside = (x - 120) ** 2 + (y - 150) ** 2 < 90**2
    return np.dstack([np.broadcast_to(np.uint8(colour), (300, 240, 3)), np.where(inside, 255, 0).astype(np.uint8)])


def a_photo() -> Pixels:
    y, x = np.mgrid[0:200, 0:300]
    return np.dstack(
        [(x * 0.8).astype(np.uint8), (y * 1.2).astype(np.uint8), np.full_like(x, 90).astype(np.uint8)]
    )


def a_product() -> Pixels:
    """A dark square on white."""
    pixels = np.full((200, 200, 3), 255, np.uint8)
    pixels[60:160, 50:150] = (20, 60, 120)
    return pixels


DISC, PHOTO = a_cut_out(), a_photo()


@pytest.mark.parametrize(
    ("instruction", "rewritten"),
    [
        ("add the second image", "add image 2"),
        ("add photo 3 and the 2nd picture", "add image 3 and the 2nd picture"),
        ("put the logo on the car", "put image 2 on the car"),
        ("add the cat from the second image to the left", "add image 2 to the left"),
        ("add these images", "add image 2 and image 3"),
        ("use the colours of image 2", "use the colours of image 2"),
        ("make the cat blue", "make the cat blue"),
    ],
)
def test_how_pictures_are_named(instruction: str, rewritten: str) -> None:
    assert named(instruction, [2, 3]) == rewritten


def test_a_picture_stands_where_the_words_say() -> None:
    scene, reading = instructed(ANIMALS, "add the second image to the left", SIZE, others=(DISC,))
    assert (reading.drawn, reading.undrawn) == (["image 2"], [])
    box = group_box(scene, SIZE, "picture-1")
    assert box is not None
    assert (box.left + box.right) / 2 < 0.4
    before, after = drawn(ANIMALS, SIZE).astype(int), drawn(scene, SIZE).astype(int)
    middle = round((box.top + box.bottom) / 2 * SIZE.height), round((box.left + box.right) / 2 * SIZE.width)
    assert after[middle][0] > after[middle][1] + 60
    changed = (before != after).any(axis=2)
    assert changed.any()
    assert not changed[:, 200:].any()


def test_each_picture_of_which_nothing_is_said_is_told() -> None:
    _, reading = instructed(ANIMALS, "add image 3", SIZE, others=(DISC, a_cut_out((0, 90, 0))))
    assert (reading.drawn, reading.undrawn) == (["image 3"], ["image 2"])
    _, reading = instructed(ANIMALS, "add image 9", SIZE, others=(DISC,))
    assert "image 9" in reading.undrawn


def test_a_picture_takes_the_place_of_a_thing() -> None:
    scene, reading = instructed(ANIMALS, "replace the pig with image 2", SIZE, others=(DISC,))
    assert reading.undrawn == []
    assert [item.noun for item in scene.items if item.noun == "picture"] == ["picture"]


def test_what_is_said_to_be_there_and_is_not_is_in_the_picture() -> None:
    scene, reading = instructed(ANIMALS, "add the dog on the right", SIZE, others=(DISC,))
    assert reading.undrawn == []
    assert [item.noun for item in scene.items] == ["cat", "pig", "tree", "picture"]


def test_the_plan_draws_the_same_again() -> None:
    scene, _ = instructed(ANIMALS, "add image 2 and image 3", SIZE, others=(DISC, PHOTO))
    plan = scene.to_plan()
    pictured._shelf.clear()
    again = scene_of(Raster(drawn(ANIMALS, SIZE), plan))
    assert again == scene
    assert np.array_equal(drawn(again, SIZE), drawn(scene, SIZE))


def test_sixteen_large_pictures_fit_in_a_file() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (15, 700, 600, 3), np.uint8)
    words = "add " + " and ".join(f"image {number}" for number in range(2, 17))
    scene, _ = instructed(ANIMALS, words, SIZE, others=tuple(noise))
    assert len(scene.pictures) == 15
    assert sum(len(each.data) for each in scene.pictures) <= pictured.TOTAL
    from aquatint.imaging.png import encode_png

    data = embed(encode_png(drawn(ANIMALS, SIZE)), "png", scene.to_plan())
    assert extract(data, "png") == scene.to_plan()


def _with_data(data: str, name: str | None = None) -> dict[str, object]:
    inset = Inset(id=name or pictured._id(data), data=data)
    return Scene(prompt="", seed=1, pictures=[inset]).to_plan()


def test_plans_with_broken_pictures_are_foreign() -> None:
    good = inset_of(Raster(DISC), budget=100_000)
    assert good is not None
    assert scene_of(Raster(DISC, _with_data(good.data))) is not None
    large = pictured.base64.b64encode(_webp(600)).decode()
    for plan in (
        _with_data("not base64"), _with_data("AAAA"), _with_data(large), _with_data(good.data, "picture:other"),
        {**_with_data(good.data), "items": [{"id": "a", "noun": "picture", "word": "a", "art": "picture:none"}]},
    ):  # fmt: skip
        assert scene_of(Raster(DISC, plan)) is None


def _webp(side: int) -> bytes:
    import io

    from PIL import Image

    file = io.BytesIO()
    Image.new("RGB", (side, side)).save(file, "WEBP")
    return file.getvalue()


def test_what_is_cut_out_and_what_is_framed() -> None:
    insets = [inset_of(Raster(pixels), budget=200_000) for pixels in (DISC, a_product(), PHOTO)]
    assert [inset.framed for inset in insets if inset is not None] == [False, False, True]


def test_the_colours_of_a_picture() -> None:
    bands = np.repeat(np.uint8([[[10, 20, 40]], [[200, 30, 30]], [[240, 230, 200]]]), 30, axis=0)
    found = palette_of(np.ascontiguousarray(np.repeat(bands, 60, axis=1)))
    assert [found[0], found[-1]] == ["#0a1428", "#f0e6c8"]
    scene, reading = instructed(ANIMALS, "use the palette of the second image", SIZE, others=(a_photo(),))
    assert reading.undrawn == []
    assert 3 <= len(scene.palette) <= 5


@pytest.mark.parametrize(
    ("prompt", "kind", "backdrop", "pictures"),
    [
        ("these two objects on a wooden table", "scene", "table", 2),
        ("put image 1 in a forest with a fox", "scene", "forest", 1),
        ("this mug on a beach at sunset", "scene", "beach", 1),
        ("put this logo on a poster that says OPEN", "poster", None, 1),
    ],
)
def test_new_scenes_of_pictures(prompt: str, kind: str, backdrop: str | None, pictures: int) -> None:
    made = compose_with(prompt, [Raster(DISC), Raster(a_product())][: max(1, pictures)], seed=1, size=SIZE)
    assert made is not None
    assert made.scene.kind == kind
    assert backdrop in (None, made.scene.backdrop)
    assert len(made.scene.pictures) == pictures
    assert made.reading.drawn[:pictures] == [f"image {n + 1}" for n in range(pictures)]
    if kind == "poster":
        assert [text.content for text in made.scene.texts] == ["OPEN"]


@pytest.mark.parametrize(
    "prompt",
    [
        "make it warmer", "put image 2 in the corner", "as a watercolour", "add a cat on the left",
        "remove the background",
        "change the sky to sunset", "turn this photo into a drawing", "", "add the text SALE at the top",
    ],
)  # fmt: skip
def test_retouching_stays_retouching(prompt: str) -> None:
    assert compose_with(prompt, [Raster(PHOTO), Raster(DISC)], seed=1) is None


def test_the_engine_composes_and_goes_on_from_there() -> None:
    engine = Composer()
    task = a_task(a_product(), "this box on a table", size=Size(320, 320))
    *_, made = engine.draw(task)
    assert isinstance(made, Picture)
    assert made.notes.plan is not None
    scene = scene_of(Raster(made.pixels, made.notes.plan))
    assert scene is not None
    after, reading = instructed(scene, "make it night and add an apple", Size(320, 320))
    assert reading.undrawn == []
    assert len(after.pictures) == 1


def composed(prompt: str) -> Raster:
    """A picture with its plan, as the composer gives it; its pixels do not matter."""
    return Raster(np.zeros((96, 96, 3), np.uint8), plan=author(prompt, seed=3).scene.to_plan())


def test_a_composed_picture_lends_its_thing() -> None:
    room = author("a living room with a sofa", seed=3).scene
    task = a_task(np.zeros((96, 96, 3), np.uint8), "put the bear from image 2 on the sofa")
    task = replace(task, sources=(task.sources[0], composed("a brown bear in a forest")))
    scene, reading = apply_instruction(room, task)
    assert [(item.noun, item.relation) for item in scene.items] == [("sofa", ""), ("bear", "on")]
    assert reading.undrawn == []
    assert instructed(scene, "make the bear bigger", Size(96, 96))[1].undrawn == []


def test_the_room_is_the_room_that_is_there() -> None:
    room = author("a living room with a sofa", seed=3).scene
    task = a_task(np.zeros((96, 96, 3), np.uint8), "put the man from image 2 into the room")
    task = replace(task, sources=(task.sources[0], composed("a man in a park")))
    assert apply_instruction(room, task)[0].backdrop == room.backdrop


def test_composed_things_go_into_new_scenes() -> None:
    made = compose_with("these two on a wooden table", [composed("a red mug"), composed("a teddy bear")], seed=3)
    assert made is not None
    assert {item.noun for item in made.scene.items} >= {"mug", "teddy bear"}
    assert points_out("this mug on a beach at sunset")
    assert not points_out("this picture in winter")


def test_styles_are_not_taken_from_pictures() -> None:
    scene = author("a cat and a dog", seed=3).scene
    blank = np.zeros((96, 96, 4), np.uint8)
    after, reading = instructed(scene, "in the style of image 2", Size(96, 96), others=(blank,))
    assert after.pictures == []
    assert "image 2" in reading.undrawn
