"""Files that are no fit pictures: a clear refusal, nothing left behind, the server untouched."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from PIL import Image

from contract.proofs import proves
from live.calls import EDITS, EDITS_JSON, INVALID, SOURCE, USER_ERROR, file_part, made, order, refused, told
from live.pictures import bomb_png, data_url, encoded, gradient

on_edits = pytest.mark.parametrize("place", EDITS)
pytestmark = pytest.mark.usefixtures("spool_stays_clean", "still_healthy")


@pytest.fixture
def still_healthy(http: httpx.Client) -> Iterator[None]:
    """After the test the server still makes pictures with the workers that it had."""
    before = http.get("/metrics").text
    yield
    made(order(http, "generations"))
    restarts = [
        [line for line in text.splitlines() if line.startswith('aquatint_runtime{what="restarts"}')]
        for text in (before, http.get("/metrics").text)
    ]
    assert restarts[0] == restarts[1]


def edit(http: httpx.Client, place: str, *pictures: bytes) -> httpx.Response:
    """An edit of these files, whatever they are."""
    if place == EDITS_JSON:
        return order(http, place, images=[{"image_url": data_url(picture)} for picture in pictures])
    return order(http, place, files=[file_part("image[]", picture) for picture in pictures])


def animation(kind: str) -> bytes:
    """Two frames."""
    frames = [Image.fromarray(gradient(64, 64)), Image.new("RGB", (64, 64), "red")]
    file = io.BytesIO()
    frames[0].save(file, kind, save_all=True, append_images=frames[1:], duration=100)
    return file.getvalue()


BAD: dict[str, bytes] = {
    "empty": b"",
    "text": b"this is not a picture at all",
    "html": b"<!doctype html><html><body>404</body></html>",
    "gif": encoded(gradient(64, 64), "GIF"),
    "bmp": encoded(gradient(64, 64), "BMP"),
    "tiff": encoded(gradient(64, 64), "TIFF"),
    "cut png": encoded(gradient(320, 240))[:2000],
    "cut jpeg": encoded(gradient(320, 240), "JPEG")[:2000],
    "cut webp": encoded(gradient(320, 240), "WEBP")[:2000],
    "png head only": SOURCE[:12],
    "png with a wrong checksum": SOURCE[:60] + bytes(20) + SOURCE[80:],
    "animated webp": animation("WEBP"),
    "animated png": animation("PNG"),
}


@proves(
    "Bad input",
    "a file that is no still PNG, JPEG or WebP",
    "refused",
    "cut, empty, another format under a false name, animated: 400 `invalid_image_file`, naming the picture",
)
@on_edits
@pytest.mark.parametrize("name", list(BAD))
def test_a_file_that_is_no_picture(http: httpx.Client, place: str, name: str) -> None:
    error = refused(edit(http, place, SOURCE, SOURCE, BAD[name]))
    assert error["message"] == "Invalid image file or mode for image 3, please check your image file."
    assert told(error) == (USER_ERROR, "image", "invalid_image_file")


@proves(
    "Bad input",
    "a decompression bomb",
    "refused",
    "more than 64 megapixels: 400 `invalid_image_file`, before anything is unpacked",
)
@on_edits
@pytest.mark.parametrize("shape", [(50_000, 50_000), (9_000, 9_000), (2_000_000, 40)])
def test_bombs(http: httpx.Client, place: str, shape: tuple[int, int]) -> None:
    error = refused(edit(http, place, bomb_png(*shape)))
    assert told(error) == (USER_ERROR, "image", "invalid_image_file")


@proves(
    "Bad input",
    "a bomb of several pictures",
    "refused",
    "more than 256 megapixels together: 400 `invalid_image_file`",
)
def test_many_large_pictures(http: httpx.Client) -> None:
    large = io.BytesIO()
    Image.new("1", (7_900, 7_900)).save(large, "PNG")
    error = refused(edit(http, EDITS_JSON, *[large.getvalue()] * 5))
    assert told(error) == (USER_ERROR, "image", "invalid_image_file")


@proves(
    "Bad input",
    "a picture or mask of 50 MB or more",
    "refused",
    "400 `image_file_too_large`, while it still arrives",
)
@pytest.mark.parametrize("name", ["image", "mask"])
def test_a_part_of_51_megabytes(http: httpx.Client, name: str) -> None:
    files = [file_part("image", SOURCE)] if name == "mask" else []
    error = refused(order(http, "edits, multipart", files=[*files, file_part(name, bytes(51_000_000))]))
    assert told(error) == (USER_ERROR, name, "image_file_too_large")


@proves("Bad input", "a data URL over 20,971,520 characters", "refused", "400 `string_above_max_length`")
def test_an_endless_data_url(http: httpx.Client) -> None:
    url = "data:image/png;base64," + "A" * 20_971_520
    error = refused(order(http, EDITS_JSON, images=[{"image_url": url}]))
    assert told(error) == (INVALID, "images[0].image_url", "string_above_max_length")


@proves("Bad input", "a data URL that is none", "refused", "400 `invalid_base64_image` or `invalid_image_url`")
@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("data:image/png;base64,####", "invalid_base64_image"),
        ("data:image/png;base64,QQ=Q", "invalid_base64_image"),
        ("data:image/gif;base64,R0lGODlh", "invalid_image_url"),
        ("data:text/html,<p>", "invalid_image_url"),
        ("data:", "invalid_image_url"),
    ],
)
def test_data_urls_that_are_none(http: httpx.Client, url: str, code: str) -> None:
    error = refused(order(http, EDITS_JSON, images=[{"image_url": url}]))
    assert told(error) == (USER_ERROR, "images[0].image_url", code)


def test_many_bad_and_good_requests_together(http: httpx.Client) -> None:
    statuses: list[int] = []
    for bad in list(BAD.values())[:6]:
        replies: list[Any] = [edit(http, "edits, multipart", bad), edit(http, "edits, multipart", SOURCE)]
        statuses += [reply.status_code for reply in replies]
    assert statuses == [400, 200] * 6
