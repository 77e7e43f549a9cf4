"""The mask is a promise: where its alpha is not 0, the PNG that comes back equals the source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import numpy as np
import pytest
from PIL import Image

from contract.proofs import proves
from live.calls import EDITS, EDITS_FORM, EDITS_JSON, file_part, made, order, streamed
from live.pictures import Pixels, array, data_url, decoded, encoded, gradient, mask_png, pictures_of
from live.rude_engine import ADDRESS
from live.server import Server, serving

on_edits = pytest.mark.parametrize("place", EDITS)
HOLE = (40, 60, 200, 180)


def edited(http: httpx.Client, place: str, source: Pixels, mask: bytes, **values: Any) -> Image.Image:
    """The first picture of an edit."""
    file = encoded(source)
    if place == EDITS_JSON:
        values |= {"images": [{"image_url": data_url(file)}], "mask": {"image_url": data_url(mask)}}
        return pictures_of(made(order(http, place, **values)))[0]
    files = [file_part("image", file), file_part("mask", mask)]
    return pictures_of(made(order(http, place, files=files, **values)))[0]


def outside(height: int, width: int) -> Any:
    """(height, width): True outside the hole."""
    kept = np.ones((height, width), np.bool_)
    left, top, right, bottom = HOLE
    kept[top:bottom, left:right] = False
    return kept


@proves(EDITS, "mask", "honoured", "alpha 0 marks what may change")
@proves(
    EDITS,
    "mask",
    "differs",
    "it is exact, where the real models take it as a hint: everything else comes back "
    "bit for bit, alpha included, in PNG and in WebP at compression 100, when the picture has the source's size "
    "(JPEG and other WebP lose a little everywhere)",
)
@on_edits
@pytest.mark.parametrize("output_format", ["png", "webp"])
@pytest.mark.parametrize("channels", [3, 4])
def test_what_the_mask_keeps_is_kept(http: httpx.Client, place: str, channels: int, output_format: str) -> None:
    source = gradient(320, 240, channels)
    if channels == 4:
        source[100:140, :, 3] = 128
    image = edited(http, place, source, mask_png(320, 240, hole=HOLE), size="auto", output_format=output_format)
    kept = outside(240, 320)
    mode = "RGBA" if channels == 4 else "RGB"
    assert image.mode == mode
    assert np.array_equal(array(image, mode)[kept], source[kept])
    assert not np.array_equal(array(image, mode)[~kept], source[~kept])


@proves(
    EDITS,
    "mask",
    "decided",
    "at another size than the source's, the source is scaled to fit and centred; what "
    "the mask keeps is that scaled source, the same whatever is drawn beside it",
)
@on_edits
def test_a_mask_at_another_size(http: httpx.Client, place: str) -> None:
    source = gradient(512, 320)
    mask = mask_png(512, 320, hole=(0, 0, 256, 320))
    first, second = (
        array(edited(http, place, source, mask, size="1024x640", prompt=prompt))
        for prompt in ("a red fox", "a blue whale")
    )
    assert np.array_equal(first[:, 512:], second[:, 512:])
    assert (first[:, :512] != second[:, :512]).any(axis=2).all()
    # The sizes are 1:2, so a block of four pixels is about the pixel it came from; ramps jump at 255.
    block = first.reshape(320, 2, 512, 2, 3).mean(axis=(1, 3))[:, 257:]
    assert np.median(np.abs(block - source[:, 257:])) < 2


@on_edits
def test_a_soft_edge_is_kept(http: httpx.Client, place: str) -> None:
    alpha = np.full((240, 320, 4), 255, np.uint8)
    alpha[:, :160, 3] = 1
    alpha[:, :80, 3] = 0
    source = gradient(320, 240)
    result = array(edited(http, place, source, encoded(alpha), size="auto"))
    assert np.array_equal(result[:, 80:], source[:, 80:])
    assert (result[:, :80] != source[:, :80]).any(axis=2).mean() > 0.99


@on_edits
def test_without_a_mask_everything_may_change(http: httpx.Client, place: str) -> None:
    pixels = array(pictures_of(made(order(http, place, size="auto")))[0])
    assert (pixels == pixels[0, 0]).all()


@proves(EDITS, "mask", "decided", "a mask without a clear pixel lets nothing change: the source comes back")
@on_edits
def test_a_mask_that_keeps_everything(http: httpx.Client, place: str) -> None:
    source = gradient(320, 240)
    result = edited(http, place, source, mask_png(320, 240, hole=(0, 0, 0, 0)), size="auto")
    assert np.array_equal(array(result), source)


@on_edits
def test_the_mask_is_for_the_first_picture(http: httpx.Client, place: str) -> None:
    first, mask = gradient(320, 240), mask_png(320, 240, hole=HOLE)
    other = encoded(gradient(640, 480))
    if place == EDITS_JSON:
        urls = [{"image_url": data_url(picture)} for picture in (encoded(first), other)]
        reply = order(http, place, images=urls, mask={"image_url": data_url(mask)}, size="auto")
    else:
        pictures = [file_part("image[]", picture) for picture in (encoded(first), other)]
        reply = order(http, place, files=[*pictures, file_part("mask", mask)], size="auto")
    kept = outside(240, 320)
    assert np.array_equal(array(pictures_of(made(reply))[0])[kept], first[kept])


@pytest.fixture(scope="module")
def rude_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose engine does not care for masks."""
    with serving(tmp_path_factory.mktemp("rude"), "--engine", ADDRESS, "--workers", "1") as server:
        yield server


@on_edits
def test_the_promise_is_kept_for_every_engine(rude_server: Server, place: str) -> None:
    source, kept = gradient(320, 240), outside(240, 320)
    result = array(edited(rude_server.http, place, source, mask_png(320, 240, hole=HOLE), size="auto"))
    assert np.array_equal(result[kept], source[kept])
    assert (result[~kept] == (255, 0, 0)).all()


def test_previews_keep_the_promise_too(rude_server: Server) -> None:
    source, kept = gradient(320, 240), outside(240, 320)
    files = [file_part("image", encoded(source)), file_part("mask", mask_png(320, 240, hole=HOLE))]
    partial, _ = streamed(
        order(rude_server.http, EDITS_FORM, files=files, size="auto", stream=True, partial_images=1)
    )
    assert np.array_equal(array(decoded(partial.data["b64_json"]))[kept], source[kept])
