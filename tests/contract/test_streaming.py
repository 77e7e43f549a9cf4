"""stream and partial_images: server-sent events."""

from __future__ import annotations

from typing import Any

import httpx
import numpy as np
import pytest

from contract.proofs import proves
from live.calls import ALL, GENERATIONS, INVALID, USER_ERROR, Event, made, order, refused, streamed, told
from live.pictures import array, decoded

everywhere = pytest.mark.parametrize("place", ALL)
SHARED = {"type", "b64_json", "created_at", "size", "quality", "background", "output_format", "aquatint"}


def stream(http: httpx.Client, place: str, **values: Any) -> list[Event]:
    """All events of a streamed order."""
    return streamed(order(http, place, stream=True, **values))


def kind(place: str) -> str:
    return "image_generation" if place == GENERATIONS else "image_edit"


@proves(
    ALL,
    "stream",
    "honoured",
    "events `image_generation.*` or `image_edit.*` with the documented fields, and no `[DONE]` at the end",
)
@everywhere
def test_names_order_and_fields(http: httpx.Client, place: str) -> None:
    events = stream(http, place, partial_images=2, safety_identifier="u-1", size="1024x640", quality="low")
    names = [f"{kind(place)}.partial_image"] * 2 + [f"{kind(place)}.completed"]
    assert [event.name for event in events] == [event.data["type"] for event in events] == names
    *partials, completed = (event.data for event in events)
    assert [partial["partial_image_index"] for partial in partials] == [0, 1]
    assert {frozenset(partial) for partial in partials} == {frozenset({*SHARED, "partial_image_index"})}
    assert set(completed) == {*SHARED, "usage", "safety_identifier"}
    for data in (*partials, completed):
        image = decoded(data["b64_json"])
        assert (data["size"], data["quality"], image.size) == ("1024x640", "low", (1024, 640))
        assert data["background"] == ("transparent" if image.mode == "RGBA" else "opaque")
    assert set(completed["usage"]) == {"input_tokens", "input_tokens_details", "output_tokens", "total_tokens"}


@everywhere
def test_the_headers_of_a_stream(http: httpx.Client, place: str) -> None:
    headers = order(http, place, stream=True).headers
    assert headers["content-type"] == "text/event-stream; charset=utf-8"
    assert headers["cache-control"] == "no-store"
    assert headers["x-request-id"].startswith("req_")


@everywhere
def test_a_stream_and_a_reply_have_the_same_picture(http: httpx.Client, place: str) -> None:
    completed = stream(http, place, seed=4)[-1].data
    assert completed["b64_json"] == made(order(http, place, seed=4))["data"][0]["b64_json"]
    assert completed["aquatint"]["seed"] == 4


@proves(ALL, "stream", "refused", "no boolean: `invalid_type`")
@everywhere
@pytest.mark.parametrize("value", ["yes", "1"])
def test_stream_must_be_a_boolean(http: httpx.Client, place: str, value: str) -> None:
    assert told(refused(order(http, place, stream=value))) == (INVALID, "stream", "invalid_type")


@everywhere
def test_no_stream(http: httpx.Client, place: str) -> None:
    assert made(order(http, place, stream=False))["size"] == "1024x640"


@proves(
    ALL, "partial_images", "honoured", "0 to 3; each is the picture as far as it was made by then; 100 tokens each"
)
@everywhere
@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_partials_are_the_picture_in_the_making(http: httpx.Client, place: str, count: int) -> None:
    *partials, completed = stream(http, place, partial_images=count, seed=9, background="auto")
    assert len(partials) == count
    assert completed.data["usage"]["output_tokens"] == 3824 + 100 * count
    final = array(decoded(completed.data["b64_json"]), "RGBA")
    shares = []
    for partial in partials:
        done = (array(decoded(partial.data["b64_json"]), "RGBA") == final).all(axis=(1, 2))
        # The test engine fills from the top: above a line the final picture, below it what was there before.
        rows = int(done.sum())
        assert done[:rows].all()
        shares.append(rows / len(done))
    assert shares == sorted(set(shares))
    assert all(0 < share < 1 for share in shares)


@proves(ALL, "partial_images", "refused", "above 3: `integer_above_max_value`; below 0: `integer_below_min_value`")
@everywhere
@pytest.mark.parametrize(("count", "code"), [(4, "integer_above_max_value"), (-1, "integer_below_min_value")])
def test_partials_out_of_bounds(http: httpx.Client, place: str, count: int, code: str) -> None:
    error = refused(order(http, place, stream=True, partial_images=count))
    assert told(error) == (INVALID, "partial_images", code)


@proves(ALL, "partial_images", "decided", "above 0 without `stream`: `invalid_value`, rather than dropped")
@everywhere
def test_partials_without_a_stream(http: httpx.Client, place: str) -> None:
    made(order(http, place, partial_images=0))
    error = refused(order(http, place, partial_images=1))
    assert told(error) == (INVALID, "partial_images", "invalid_value")


@proves(
    "Streaming",
    "n above 1",
    "decided",
    "each picture has its partials and its `completed`; `aquatint.index` says which picture an event belongs to",
)
@everywhere
def test_several_pictures_in_a_stream(http: httpx.Client, place: str) -> None:
    events = stream(http, place, n=3, partial_images=1, seed=20)
    for index in range(3):
        own = [event.data for event in events if event.data["aquatint"]["index"] == index]
        types = [f"{kind(place)}.partial_image", f"{kind(place)}.completed"]
        assert [data["type"] for data in own] == types
        assert (own[0]["partial_image_index"], own[1]["aquatint"]["seed"]) == (0, 20 + index)


@proves(
    "Streaming", "usage", "decided", "each `completed` tells what its picture added; together they are the order's"
)
@everywhere
def test_the_usage_of_a_stream_adds_up(http: httpx.Client, place: str) -> None:
    whole = made(order(http, place, n=3))["usage"]
    parts = [event.data["usage"] for event in stream(http, place, n=3)]
    for key in ("input_tokens", "output_tokens", "total_tokens"):
        assert sum(part[key] for part in parts) == whole[key]
    assert whole["total_tokens"] == whole["input_tokens"] + whole["output_tokens"]


@proves(
    "Streaming",
    "a failure in the middle",
    "differs",
    "an `error` event with the documented flat fields and the usual `error` object beside them: by that one the "
    "official clients notice, and raise",
)
@everywhere
def test_a_failure_in_the_middle(http: httpx.Client, place: str, spool_stays_clean: None) -> None:
    prompt = "a fox fake: fail_at=3 error=no_more_paint"
    *partials, failure = stream(http, place, prompt=prompt, partial_images=3)
    assert [event.name for event in partials] == [f"{kind(place)}.partial_image"] * 2
    error = {"message": "no more paint", "type": USER_ERROR, "param": "prompt", "code": None}
    flat = {"type": "error", "code": None, "message": "no more paint", "param": "prompt"}
    assert (failure.name, failure.data) == ("error", {**flat, "error": error})


@proves("Streaming", "a request that is refused", "decided", "its status and the usual JSON error, not a stream")
@everywhere
def test_a_refusal_is_no_stream(http: httpx.Client, place: str) -> None:
    error = refused(order(http, place, stream=True, n=0))
    assert told(error) == (INVALID, "n", "integer_below_min_value")


@pytest.mark.parametrize("place", [place for place in ALL if place != GENERATIONS])
def test_a_picture_that_cannot_be_read_is_no_stream(http: httpx.Client, place: str) -> None:
    extra: dict[str, Any] = (
        {"images": [{"image_url": "data:image/png;base64,aGVsbG8="}]}
        if "JSON" in place
        else {"files": [("image", ("a.png", b"hello", "image/png"))]}
    )
    error = refused(order(http, place, stream=True, **extra))
    assert told(error) == (USER_ERROR, "image", "invalid_image_file")


def test_a_clear_picture_streams_with_alpha(http: httpx.Client) -> None:
    partial, completed = stream(http, GENERATIONS, partial_images=1, background="transparent")
    for event in (partial, completed):
        image = decoded(event.data["b64_json"])
        assert (event.data["background"], image.mode) == ("transparent", "RGBA")
        assert not np.asarray(image)[0, 0, 3]
