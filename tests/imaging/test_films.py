"""GIF files: every frame kept, colours near, clear places clear, the record in the comment."""

from __future__ import annotations

import io
import json

import numpy as np
import pytest
from PIL import Image

from aquatint.imaging.films import encode_film
from aquatint.imaging.raster import Pixels


def frame(shift: int, alpha: int | None = None) -> Pixels:
    down, across = np.mgrid[0:48, 0:64]
    layers = [across * 4, down * 5, np.full_like(across, 40 + shift)]
    if alpha is not None:
        layers.append(np.where(across < 20, alpha, 255))
    return np.ascontiguousarray(np.stack(layers, axis=-1).astype(np.uint8))


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def shown(data: bytes, mode: str = "RGB") -> list[Pixels]:
    image, frames = opened(data), []
    for number in range(getattr(image, "n_frames", 1)):
        image.seek(number)
        frames.append(np.array(image.convert(mode)))
    return frames


def test_frames_come_back_near_their_colours() -> None:
    frames = [frame(0), frame(60), frame(120)]
    for made, wanted in zip(shown(encode_film(frames, 100, {})), frames, strict=True):
        assert np.abs(made.astype(int) - wanted.astype(int)).mean() < 14


def test_equal_frames_are_all_kept() -> None:
    data = encode_film([frame(0), frame(0), frame(90), frame(90)], 70, {})
    assert len(shown(data)) == 4
    assert (opened(data).info["duration"], opened(data).info["loop"]) == (70, 0)


def test_what_does_not_move_stays_equal() -> None:
    moving = frame(0)
    moving[10:20, 10:20] = (250, 10, 10)
    first, second = shown(encode_film([frame(0), moving], 100, {}))
    outside = np.ones((48, 64), bool)
    outside[10:20, 10:20] = False
    assert (first == second)[outside].all()
    assert not (first == second)[~outside].all()


@pytest.mark.parametrize(("alpha", "clear"), [(0, True), (100, True), (140, False)])
def test_below_half_opacity_pixels_are_clear(alpha: int, clear: bool) -> None:
    frames = shown(encode_film([frame(0, alpha), frame(50, alpha)], 100, {}), "RGBA")
    for made in frames:
        assert (made[:, :20, 3] == (0 if clear else 255)).all()
        assert (made[:, 20:, 3] == 255).all()


def test_the_record_is_in_the_comment() -> None:
    record = {"seed": 7, "plan": {"kind": "scene", "prompt": "é <"}}
    assert json.loads(opened(encode_film([frame(0)], 100, record)).info["comment"]) == record
    large = {"seed": 7, "plan": {"prompt": "x" * 70_000}}
    assert json.loads(opened(encode_film([frame(0)], 100, large)).info["comment"]) == {"seed": 7, "plan": None}


def test_a_film_of_nothing_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="at least one frame"):
        encode_film([], 100, {})
