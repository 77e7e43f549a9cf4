"""output_format, output_compression, background: the file that comes back."""

from __future__ import annotations

import base64

import httpx
import numpy as np
import pytest

from contract.proofs import proves
from live.calls import ALL, INVALID, USER_ERROR, made, order, refused, told
from live.pictures import array, pictures_of

everywhere = pytest.mark.parametrize("place", ALL)


@proves(ALL, "output_format", "honoured", "png (the default), jpeg, webp: the file really is one")
@everywhere
@pytest.mark.parametrize("output_format", ["png", "jpeg", "webp"])
def test_the_file_is_of_the_format(http: httpx.Client, place: str, output_format: str) -> None:
    body = made(order(http, place, output_format=output_format))
    assert body["output_format"] == output_format
    assert pictures_of(body)[0].format == output_format.upper()


@everywhere
def test_png_is_the_default(http: httpx.Client, place: str) -> None:
    body = made(order(http, place))
    assert (body["output_format"], pictures_of(body)[0].format) == ("png", "PNG")


@proves(ALL, "output_format", "refused", "any other: `invalid_value`")
@everywhere
@pytest.mark.parametrize("output_format", ["bmp", "PNG", "jpg"])
def test_unknown_formats(http: httpx.Client, place: str, output_format: str) -> None:
    error = refused(order(http, place, output_format=output_format))
    supported = "Supported values are: 'png', 'jpeg', and 'webp'."
    assert error["message"] == f"Invalid value: '{output_format}'. {supported}"
    assert told(error) == (INVALID, "output_format", "invalid_value")


@proves(ALL, "output_compression", "honoured", "0 to 100 for jpeg and webp: the encoder's quality")
@everywhere
@pytest.mark.parametrize("output_format", ["jpeg", "webp"])
def test_compression_changes_the_file(http: httpx.Client, place: str, output_format: str) -> None:
    # The source is kept where the mask of an edit says so; here the flat picture must do: compare the bytes.
    files = [
        base64.b64decode(made(reply)["data"][0]["b64_json"])
        for reply in (
            order(http, place, output_format=output_format, output_compression=quality, seed=3)
            for quality in (0, 60, 100)
        )
    ]
    assert len(set(files)) == 3


@proves(ALL, "output_compression", "refused", "below 100 with png: `invalid_png_output_compression`, param null")
@everywhere
def test_png_is_not_compressed_with_loss(http: httpx.Client, place: str) -> None:
    made(order(http, place, output_compression=100))
    error = refused(order(http, place, output_compression=99))
    assert error["message"] == "Compression less than 100 is not supported for PNG output format"
    assert told(error) == (USER_ERROR, None, "invalid_png_output_compression")


@proves(
    ALL, "output_compression", "refused", "beyond 0..100: `integer_below_min_value`, `integer_above_max_value`"
)
@everywhere
@pytest.mark.parametrize(("value", "code"), [(-1, "integer_below_min_value"), (101, "integer_above_max_value")])
def test_compression_out_of_bounds(http: httpx.Client, place: str, value: int, code: str) -> None:
    error = refused(order(http, place, output_format="jpeg", output_compression=value))
    assert told(error) == (INVALID, "output_compression", code)


@proves(ALL, "background", "honoured", "`opaque` has no alpha; `auto` has alpha only if something is clear")
@everywhere
@pytest.mark.parametrize("background", ["opaque", "auto"])
def test_opaque(http: httpx.Client, place: str, background: str) -> None:
    body = made(order(http, place, background=background))
    assert body["background"] == "opaque"
    assert pictures_of(body)[0].mode == "RGB"


@proves(
    ALL,
    "background",
    "differs",
    "`transparent` is served on every profile, with real alpha; the real gpt-image-2 has answered it with 400",
)
@everywhere
@pytest.mark.parametrize("output_format", ["png", "webp"])
def test_transparent_has_real_alpha(http: httpx.Client, place: str, output_format: str) -> None:
    body = made(order(http, place, background="transparent", output_format=output_format))
    (image,) = pictures_of(body)
    assert (body["background"], image.mode) == ("transparent", "RGBA")
    alpha = array(image, "RGBA")[..., 3]
    if place == "generations":
        assert set(np.unique(alpha)) == {0, 255}
        assert alpha[0, 0] == 0


@proves(ALL, "background", "refused", "`transparent` with jpeg: `invalid_value`")
@everywhere
def test_jpeg_has_no_alpha(http: httpx.Client, place: str) -> None:
    error = refused(order(http, place, background="transparent", output_format="jpeg"))
    assert error["message"] == "Transparent background is not supported for JPEG output format"
    assert told(error) == (USER_ERROR, "background", "invalid_value")


@proves(ALL, "background", "refused", "any other value: `invalid_value`")
@everywhere
def test_an_unknown_background(http: httpx.Client, place: str) -> None:
    error = refused(order(http, place, background="green"))
    assert told(error) == (INVALID, "background", "invalid_value")
