"""Packed drawings: found by name, trimmed, sharp at every size, under a light."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import skia

from aquatint.engines.composer import art
from aquatint.engines.composer.art import glow, sprite
from aquatint.engines.composer.art.drawing import Box, Look
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.drawing.surface import new_surface, read_pixels
from aquatint.engines.composer.layout.stage import Light
from aquatint.imaging.raster import Pixels
from aquatint.sizes import Size

BOX, ROOM = Box(20, 30, 160, 160), Size(200, 220)
FLAT = Light(shadow_strength=0.0)


def paint(name: str, look: Look, box: Box = BOX, size: Size = ROOM) -> Pixels:
    surface = new_surface(size)
    art.find(name).paint(surface.getCanvas(), box, look)
    return read_pixels(surface)


def ink_box(pixels: Pixels) -> tuple[int, int, int, int]:
    alpha = pixels[..., 3] > 20
    columns, rows = np.flatnonzero(alpha.any(axis=0)), np.flatnonzero(alpha.any(axis=1))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def test_unknown_drawing_is_named() -> None:
    for name in ("noto:no-such-thing", "nowhere:cat", "cat", ""):
        with pytest.raises(art.UnknownArt) as caught:
            art.find(name)
        assert caught.value.art == name
        assert isinstance(caught.value, KeyError)
        assert repr(name) in str(caught.value)


def test_other_names_find_the_same_drawing() -> None:
    assert art.find("noto:adult") is art.find("noto:person")
    assert {"noto:adult", "noto:person", "noto:red-apple"} <= art.names()


@pytest.mark.parametrize("name", ["noto:cat", "noto:automobile", "noto:giraffe", "noto:pencil", "noto:tulip"])
@pytest.mark.parametrize("height", [24, 160, 611])
def test_drawing_touches_all_sides_of_its_box(name: str, height: int) -> None:
    width = height * art.find(name).aspect
    room = Size(round(width) + 40, height + 40)
    left, top, right, bottom = ink_box(paint(name, Look(), Box(20, 20, width, height), room))
    slack = 1.5 + height * 0.012
    assert (left, top) == pytest.approx((20, 20), abs=slack)
    assert (right, bottom) == pytest.approx((20 + width, 20 + height), abs=slack)
    assert left >= 19
    assert top >= 19


def test_flip_mirrors() -> None:
    box, size = Box(0, 0, 160, 160), Size(160, 160)
    as_is = paint("noto:cat", Look(light=FLAT), box, size).astype(int)
    flipped = paint("noto:cat", Look(light=FLAT, flip=True), box, size).astype(int)
    assert np.abs(as_is[:, ::-1] - flipped).mean() < 2
    assert np.abs(as_is - flipped).mean() > 20


def test_light_stays_where_it_is_when_the_drawing_is_flipped() -> None:
    light = Light(x=-0.9, height=0.2)
    for flip in (False, True):
        lit = paint("noto:balloon", Look(light=light, flip=flip)).astype(int)
        flat = paint("noto:balloon", Look(light=FLAT, flip=flip)).astype(int)
        gain = (lit - flat)[..., :3].sum(axis=2) * (flat[..., 3] == 255)
        assert gain[:, :100].sum() > gain[:, 100:].sum() + 10_000


def test_shading_leaves_the_silhouette_alone() -> None:
    lit, flat = paint("noto:horse", Look()), paint("noto:horse", Look(light=FLAT))
    assert np.abs(lit[..., 3].astype(int) - flat[..., 3]).max() <= 1
    assert not np.array_equal(lit, flat)


def test_ambient_tints() -> None:
    night = Light(ambient=Colour(0.4, 0.45, 0.8), shadow_strength=0.0)
    flat = paint("noto:snowman", Look(light=FLAT)).astype(float)
    dark = paint("noto:snowman", Look(light=night)).astype(float)
    solid = flat[..., 3] == 255
    ratio = dark[solid].mean(axis=0)[:3] / flat[solid].mean(axis=0)[:3]
    assert ratio == pytest.approx((0.4, 0.45, 0.8), abs=0.02)


def test_what_shines_is_not_dimmed_by_night() -> None:
    night = Light(ambient=Colour(0.3, 0.3, 0.5), darkness=0.9)
    fire, car = (paint(name, Look(light=night))[..., :3].max() for name in ("noto:fire", "noto:teapot"))
    assert fire > 230
    assert car < 200


def test_what_shines_exists() -> None:
    assert set(glow.glowing()) <= art.names()


def test_halo_shows_by_night_only() -> None:
    def halo(darkness: float) -> int:
        surface = new_surface(Size(100, 100))
        glow.paint_halo(surface.getCanvas(), Box(40, 40, 20, 20), Colour(1, 0.8, 0.4), Light(darkness=darkness))
        return int(read_pixels(surface)[..., 3].max())

    assert halo(0.0) == 0
    assert halo(0.9) > halo(0.5) > 20


def test_close_sizes_share_a_rendering(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sprite, "_renderings", sprite._Renderings(10**9))
    for height in (100, 101, 102, 103):
        paint("noto:frog", Look(), Box(0, 0, height, height))
    assert len(sprite._renderings.images) <= 2


def test_rendering_has_the_pixels_of_a_scaled_canvas() -> None:
    surface = new_surface(Size(800, 800))
    canvas = surface.getCanvas()
    canvas.scale(4, 4)
    wanted = sprite._pixels(canvas, Box(0, 0, 100, 50))
    assert wanted[0] >= 400
    assert wanted[0] / wanted[1] == pytest.approx(2, rel=0.01)


def test_cache_forgets_the_oldest_beyond_its_limit() -> None:
    renderings = sprite._Renderings(3 * 10 * 10 * 4)
    images: list[Any] = [skia.Surface(10, 10).makeImageSnapshot() for _ in range(4)]
    for i, image in enumerate(images):
        renderings.put(i, image)
        assert renderings.get(0) is images[0]
    assert renderings.get(1) is None
    assert renderings.held == 3 * 400


def test_source_is_vector_with_the_asked_colour() -> None:
    heart = art.find("noto:red-heart")
    assert isinstance(heart, sprite.Sprite)
    assert heart.svg().startswith("<svg ")
    assert heart.svg(Colour.of("#2d69d7")) != heart.svg()


def test_same_look_same_pixels() -> None:
    look = replace(Look(), colour=Colour.of("#58a53c"))
    assert np.array_equal(paint("noto:cat", look), paint("noto:cat", look))
