"""gif, svg, frame_count, frame_duration_ms, complexity: what the newest models add."""

from __future__ import annotations

import base64
import io
from typing import Any
from xml.etree import ElementTree

import httpx
import pytest
from PIL import Image

from contract.proofs import proves
from live.calls import ALL, EDITS, GENERATIONS, INVALID, JSON_PLACES, SMALL, USER_ERROR, made, order, refused, told
from live.pictures import data_url, mask_png
from live.server import Server

everywhere = pytest.mark.parametrize("place", ALL)
NEW = "gpt-image-2.5-flare"
FRAME = "480x320"


def film(http: httpx.Client, place: str, **values: Any) -> httpx.Response:
    return order(http, place, **{"model": NEW, "output_format": "gif", "size": FRAME, **values})


def file_of(body: Any) -> bytes:
    return base64.b64decode(body["data"][0]["b64_json"])


@proves(ALL, "output_format", "honoured", "`gif` on the 2.5 models: an animation that loops")
@everywhere
def test_a_gif(http: httpx.Client, place: str) -> None:
    body = made(film(http, place))
    image = Image.open(io.BytesIO(file_of(body)))
    assert (image.format, image.size, body["output_format"], body["size"]) == ("GIF", (480, 320), "gif", FRAME)
    assert (image.info["loop"], image.info["duration"], getattr(image, "n_frames", 1)) == (0, 200, 9)


@proves(ALL, "frame_count, frame_duration_ms", "honoured", "2 to 16 frames (9); milliseconds (200) rounded to 10")
@everywhere
@pytest.mark.parametrize(("count", "asked", "shown"), [(2, 500, 500), (16, 104, 100), (5, 1, 10)])
def test_frames(http: httpx.Client, place: str, count: int, asked: int, shown: int) -> None:
    image = Image.open(io.BytesIO(file_of(made(film(http, place, frame_count=count, frame_duration_ms=asked)))))
    assert (getattr(image, "n_frames", 1), image.info["duration"]) == (count, shown)


@proves(ALL, "frame_count", "refused", "beyond 2..16: `integer_below_min_value`, `integer_above_max_value`")
@everywhere
@pytest.mark.parametrize(("count", "code"), [(1, "integer_below_min_value"), (17, "integer_above_max_value")])
def test_too_few_and_too_many_frames(http: httpx.Client, place: str, count: int, code: str) -> None:
    assert told(refused(film(http, place, frame_count=count))) == (INVALID, "frame_count", code)


@proves(ALL, "frame_count, frame_duration_ms", "refused", "with any other format: `invalid_value`")
@everywhere
@pytest.mark.parametrize("name", ["frame_count", "frame_duration_ms"])
def test_frames_of_a_still_picture(http: httpx.Client, place: str, name: str) -> None:
    values: dict[str, Any] = {name: 10}
    error = refused(order(http, place, model=NEW, **values))
    assert told(error) == (USER_ERROR, name, "invalid_value")


@proves(
    ALL,
    "size",
    "decided",
    "frames of a gif together fit on a sheet of 8,294,400 pixels with edges of 3840: squares up to 960 (2 to 9 "
    "frames), 816 (10 to 12), 720 (13 to 16)",
)
@everywhere
@pytest.mark.parametrize(("count", "largest"), [(9, 960), (12, 816), (16, 720)])
def test_sizes_of_frames(http: httpx.Client, place: str, count: int, largest: int) -> None:
    made(film(http, place, frame_count=count, size=f"{largest}x{largest}"))
    more = largest + 16
    error = refused(film(http, place, frame_count=count, size=f"{more}x{more}"))
    assert told(error) == (USER_ERROR, "size", "invalid_value")


@proves(ALL, "output_format", "honoured", "`svg` on the 2.5 models: a vector drawing without scripts or links")
@everywhere
def test_an_svg(http: httpx.Client, place: str) -> None:
    body = made(order(http, place, model=NEW, output_format="svg"))
    root = ElementTree.fromstring(file_of(body))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert f"{root.get('width')}x{root.get('height')}" == SMALL == body["size"]
    assert body["output_format"] == "svg"


@proves(ALL, "output_format", "refused", "`svg` with `n` above 1: `invalid_value`, param `n`")
@everywhere
def test_an_svg_is_one(http: httpx.Client, place: str) -> None:
    error = refused(order(http, place, model=NEW, output_format="svg", n=2))
    assert told(error) == (USER_ERROR, "n", "invalid_value")


@proves(ALL, "output_format", "refused", "`gif` and `svg` on other models: `invalid_value`")
@everywhere
@pytest.mark.parametrize("output_format", ["gif", "svg"])
def test_formats_of_newer_models(http: httpx.Client, place: str, output_format: str) -> None:
    error = refused(order(http, place, output_format=output_format))
    assert f"'{output_format}' of 'output_format' is not supported by the model 'gpt-image-2'" in error["message"]
    assert told(error) == (USER_ERROR, "output_format", "invalid_value")


@proves(ALL, "stream", "refused", "with `gif` and `svg`: `invalid_value`")
@everywhere
@pytest.mark.parametrize("output_format", ["gif", "svg"])
def test_they_do_not_stream(http: httpx.Client, place: str, output_format: str) -> None:
    error = refused(order(http, place, model=NEW, output_format=output_format, size=FRAME, stream=True))
    assert told(error) == (USER_ERROR, "stream", "invalid_value")


@proves(ALL, "output_compression", "refused", "below 100 with gif and svg, as with png")
@everywhere
@pytest.mark.parametrize("output_format", ["gif", "svg"])
def test_they_are_not_compressed(http: httpx.Client, place: str, output_format: str) -> None:
    size = FRAME if output_format == "gif" else SMALL
    error = refused(order(http, place, model=NEW, output_format=output_format, size=size, output_compression=50))
    assert told(error) == (USER_ERROR, None, f"invalid_{output_format}_output_compression")


@proves(EDITS, "mask", "refused", "with gif: `invalid_value`")
def test_a_gif_has_no_mask(http: httpx.Client) -> None:
    mask = {"image_url": data_url(mask_png(320, 240))}
    assert told(refused(film(http, "edits, JSON", mask=mask))) == (USER_ERROR, "mask", "invalid_value")
    files = [
        ("image", ("a.png", mask_png(320, 240), "image/png")),
        ("mask", ("m.png", mask_png(320, 240), "image/png")),
    ]
    assert told(refused(film(http, "edits, multipart", files=files))) == (USER_ERROR, "mask", "invalid_value")


@proves(
    ALL,
    "complexity",
    "honoured",
    "`low`, `medium`, `high` on the 2.5 models: how many arrangements the composer weighs for a scene (1, 4, 16)",
)
@everywhere
@pytest.mark.parametrize("value", ["low", "medium", "high"])
def test_complexity(http: httpx.Client, place: str, value: str) -> None:
    made(order(http, place, model=NEW, complexity=value))


@proves(ALL, "complexity", "refused", "on other models, and any other value: `invalid_value`")
@everywhere
def test_complexity_elsewhere(http: httpx.Client, place: str) -> None:
    error = refused(order(http, place, complexity="high"))
    assert error["message"] == "The model 'gpt-image-2' does not support the 'complexity' parameter."
    assert told(error) == (USER_ERROR, "complexity", "invalid_value")
    assert told(refused(order(http, place, model=NEW, complexity="huge"))) == (
        INVALID,
        "complexity",
        "invalid_value",
    )


@proves(JSON_PLACES, "complexity, frame_count, frame_duration_ms", "decided", "null is the same as leaving it out")
@pytest.mark.parametrize("place", JSON_PLACES)
@pytest.mark.parametrize("name", ["complexity", "frame_count", "frame_duration_ms"])
def test_null_is_nothing(http: httpx.Client, place: str, name: str) -> None:
    values: dict[str, Any] = {name: None}
    made(order(http, place, **values))


@proves(
    JSON_PLACES,
    "aquatint",
    "decided",
    "`svg_text`: `outlines` (words look the same everywhere) or `text` (words stay text); only with svg",
)
@pytest.mark.parametrize("place", JSON_PLACES)
def test_text_of_an_svg(http: httpx.Client, place: str) -> None:
    for wish in ("text", "outlines"):
        made(order(http, place, model=NEW, output_format="svg", aquatint={"svg_text": wish}))
    error = refused(order(http, place, aquatint={"svg_text": "text"}))
    assert told(error) == (USER_ERROR, "aquatint.svg_text", "invalid_value")
    error = refused(order(http, place, model=NEW, output_format="svg", aquatint={"svg_text": "bold"}))
    assert told(error) == (INVALID, "aquatint.svg_text", "invalid_value")


def test_the_composer_writes_text_as_text(composer_server: Server) -> None:
    values = {"model": NEW, "output_format": "svg", "prompt": "poster 'OPEN' with a cup of coffee"}
    kept = file_of(made(order(composer_server.http, GENERATIONS, aquatint={"svg_text": "text"}, **values)))
    drawn = file_of(made(order(composer_server.http, GENERATIONS, **values)))
    assert b">OPEN</text>" in kept
    assert b"</text>" not in drawn


TOOL = "Image tool"


def by_tool(http: httpx.Client, **tool: Any) -> httpx.Response:
    """One turn of a conversation whose image tool is set so."""
    tools = [{"type": "image_generation", "model": NEW, **tool}]
    return http.post("/v1/responses", json={"model": "gpt-5", "input": "draw a red fox", "tools": tools})


@proves(TOOL, "frame_count, frame_duration_ms", "honoured", "with `gif` on the 2.5 models, as on the Images API")
def test_a_film_in_a_conversation(http: httpx.Client) -> None:
    reply = by_tool(http, output_format="gif", size=FRAME, frame_count=3, frame_duration_ms=120)
    assert reply.status_code == 200, reply.text[:500]
    [item] = [item for item in reply.json()["output"] if item["type"] == "image_generation_call"]
    image = Image.open(io.BytesIO(base64.b64decode(item["result"])))
    assert (item["output_format"], image.format, image.size) == ("gif", "GIF", (480, 320))
    assert (getattr(image, "n_frames", 1), image.info["duration"]) == (3, 120)


@proves(TOOL, "complexity", "honoured", "on the 2.5 models, as on the Images API")
@proves(
    TOOL, "complexity, frame_count, frame_duration_ms", "refused", "on other models or formats: `invalid_value`"
)
def test_how_hard_to_think_in_a_conversation(http: httpx.Client) -> None:
    reply = by_tool(http, complexity="high")
    assert reply.status_code == 200, reply.text[:500]
    for name, value in (("complexity", "high"), ("frame_count", 3), ("frame_duration_ms", 100)):
        error = refused(by_tool(http, model="gpt-image-2", **{name: value}))
        assert (error["param"], error["code"]) == (f"tools[0].{name}", "invalid_value")
