"""n, size, quality, seed and our own extension: how many pictures, and which."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from contract.proofs import proves
from live.calls import ALL, EDITS, GENERATIONS, INVALID, JSON_PLACES, USER_ERROR, made, order, refused, told
from live.pictures import pictures_of

everywhere = pytest.mark.parametrize("place", ALL)
in_json = pytest.mark.parametrize("place", JSON_PLACES)


@proves(ALL, "n", "honoured", "1 to 10 pictures; picture `i` has the seed of the order plus `i`")
@everywhere
@pytest.mark.parametrize("n", [1, 3, 10])
def test_n_pictures(http: httpx.Client, place: str, n: int) -> None:
    body = made(order(http, place, n=n, seed=100))
    assert [datum["aquatint"]["seed"] for datum in body["data"]] == [100 + i for i in range(n)]
    assert {image.size for image in pictures_of(body)} == {(1024, 640)}
    assert len({datum["b64_json"] for datum in body["data"]}) == n
    assert body["usage"]["output_tokens"] == 3824 * n


@proves(ALL, "n", "refused", "below 1: `integer_below_min_value`; above 10: `integer_above_max_value`")
@everywhere
@pytest.mark.parametrize(
    ("n", "word", "bound", "code"),
    [
        (0, "below minimum", ">= 1", "integer_below_min_value"),
        (-1, "below minimum", ">= 1", "integer_below_min_value"),
        (11, "above maximum", "<= 10", "integer_above_max_value"),
        (1_000_000_000, "above maximum", "<= 10", "integer_above_max_value"),
    ],
)
def test_n_out_of_bounds(http: httpx.Client, place: str, n: int, word: str, bound: str, code: str) -> None:
    error = refused(order(http, place, n=n))
    text = f"Invalid 'n': integer {word} value. Expected a value {bound}, but got {n} instead."
    assert error["message"] == text
    assert told(error) == (INVALID, "n", code)


@proves(JSON_PLACES, "n", "refused", "no integer, `1e9` and `2.0` too: `invalid_type`")
@in_json
@pytest.mark.parametrize(
    ("n", "found"),
    [(1e9, "a decimal number"), (2.5, "a decimal number"), ("2", "a string"), (True, "a boolean")],
)
def test_n_that_is_no_integer(http: httpx.Client, place: str, n: object, found: str) -> None:
    error = refused(order(http, place, n=n))
    assert error["message"] == f"Invalid type for 'n': expected an integer, but got {found} instead."
    assert told(error) == (INVALID, "n", "invalid_type")


@proves("edits, multipart", "n", "refused", "text that is no integer: `invalid_type`")
@pytest.mark.parametrize("n", ["two", "1e9", "2.5", "", "NaN"])
def test_n_of_a_form(http: httpx.Client, n: str) -> None:
    error = refused(order(http, "edits, multipart", n=n))
    expected = "expected an integer, but got a string value that could not be converted into an integer."
    assert error["message"] == f"Invalid type for 'n': {expected}"
    assert told(error) == (INVALID, "n", "invalid_type")


@proves(ALL, "size", "honoured", "any legal `WIDTHxHEIGHT` of the profile; the decoded pixels are exactly that")
@everywhere
@pytest.mark.parametrize("size", ["1024x1024", "480x1376", "1536x1024", "3072x1024", "3840x2160"])
def test_the_size_is_exact(http: httpx.Client, place: str, size: str) -> None:
    body = made(order(http, place, size=size, output_format="jpeg"))
    (image,) = pictures_of(body)
    assert body["size"] == f"{image.width}x{image.height}" == size


def test_auto_size_of_a_generation(http: httpx.Client) -> None:
    for size in ("auto", ...):
        body = made(order(http, GENERATIONS, size=size))
        (image,) = pictures_of(body)
        assert body["size"] == f"{image.width}x{image.height}"


@pytest.mark.parametrize("place", EDITS)
def test_auto_size_of_an_edit(http: httpx.Client, place: str) -> None:
    for size in ("auto", ...):
        body = made(order(http, place, size=size))
        assert body["size"] == "320x240"
        assert pictures_of(body)[0].size == (320, 240)


@proves(
    ALL,
    "size",
    "refused",
    "no size at all, not on multiples of 16, an edge over 3840, too few pixels: `invalid_value`, the known texts",
)
@everywhere
@pytest.mark.parametrize(
    ("size", "text"),
    [
        ("banana", "Invalid size 'banana'. Expected WIDTHxHEIGHT, for example '1824x1024'."),
        ("1024X1024", "Invalid size '1024X1024'. Expected WIDTHxHEIGHT, for example '1824x1024'."),
        ("872x2048", "Invalid size '872x2048'. Width and height must both be divisible by 16."),
        ("4096x4096", "Invalid size '4096x4096'. The longest edge must be less than or equal to 3840."),
        ("576x1024", "Invalid size '576x1024'. Requested resolution is below the current minimum pixel budget."),
    ],
)
def test_sizes_that_are_refused(http: httpx.Client, place: str, size: str, text: str) -> None:
    error = refused(order(http, place, size=size))
    assert error["message"] == text
    assert told(error) == (USER_ERROR, "size", "invalid_value")


@proves(ALL, "size", "decided", "more slender than 3:1, or too many pixels: `invalid_value`; the texts are ours")
@everywhere
@pytest.mark.parametrize(
    ("size", "text"),
    [
        ("3840x1264", "The aspect ratio must be between 1:3 and 3:1."),
        ("3840x2176", "Requested resolution is above the current maximum pixel budget."),
    ],
)
def test_sizes_beyond_the_other_bounds(http: httpx.Client, place: str, size: str, text: str) -> None:
    error = refused(order(http, place, size=size))
    assert error["message"] == f"Invalid size '{size}'. {text}"
    assert told(error) == (USER_ERROR, "size", "invalid_value")


@proves(ALL, "size", "refused", "older profiles: anything but their three sizes and `auto` is `invalid_value`")
@everywhere
def test_a_profile_with_three_sizes(http: httpx.Client, place: str) -> None:
    made(order(http, place, model="gpt-image-1.5", size="1024x1536"))
    error = refused(order(http, place, model="gpt-image-1.5", size="1024x640"))
    assert error["message"] == (
        "Invalid value: '1024x640'. Supported values are: '1024x1024', '1024x1536', '1536x1024', and 'auto'."
    )
    assert told(error) == (INVALID, "size", "invalid_value")


@proves(
    ALL, "quality", "honoured", "`low`, `medium`, `high`: the tokens are counted for it, and the reply says which"
)
@everywhere
@pytest.mark.parametrize(("quality", "tokens"), [("low", 107), ("medium", 956), ("high", 3824)])
def test_quality(http: httpx.Client, place: str, quality: str, tokens: int) -> None:
    body = made(order(http, place, quality=quality))
    assert (body["quality"], body["usage"]["output_tokens"]) == (quality, tokens)


@proves(ALL, "quality", "honoured", "2.5 profiles also have `xhigh` and `max`")
@everywhere
@pytest.mark.parametrize(("quality", "tokens"), [("xhigh", 1700), ("max", 3824)])
def test_the_qualities_of_newer_profiles(http: httpx.Client, place: str, quality: str, tokens: int) -> None:
    body = made(order(http, place, model="gpt-image-2.5-flare", quality=quality))
    assert (body["quality"], body["usage"]["output_tokens"]) == (quality, tokens)


@proves(ALL, "quality", "decided", "`auto` (and no quality): high; medium on gpt-image-1-mini")
@everywhere
def test_auto_quality(http: httpx.Client, place: str) -> None:
    assert made(order(http, place, quality="auto"))["quality"] == "high"
    assert made(order(http, place, model="gpt-image-1-mini", size="1024x1024"))["quality"] == "medium"


@proves(ALL, "quality", "refused", "values that the profile lacks, `standard` and `hd` too: `invalid_value`")
@everywhere
@pytest.mark.parametrize("quality", ["hd", "standard", "max", "LOW"])
def test_other_qualities(http: httpx.Client, place: str, quality: str) -> None:
    error = refused(order(http, place, quality=quality))
    supported = "Supported values are: 'low', 'medium', 'high', and 'auto'."
    assert error["message"] == f"Invalid value: '{quality}'. {supported}"
    assert told(error) == (INVALID, "quality", "invalid_value")


@proves(
    ALL,
    "seed",
    "differs",
    "an extension (the real service has no such parameter): the same request with the same seed gives the same "
    "bytes; each datum says its seed under `aquatint`",
)
@everywhere
def test_the_same_seed_gives_the_same_bytes(http: httpx.Client, place: str) -> None:
    first, again = (made(order(http, place, seed=7, n=2))["data"] for _ in range(2))
    assert first == again
    alone = made(order(http, place, seed=8))["data"][0]
    assert alone["b64_json"] == first[1]["b64_json"]
    unseeded = [made(order(http, place))["data"][0]["aquatint"]["seed"] for _ in range(2)]
    assert unseeded[0] != unseeded[1]


@proves(ALL, "seed", "refused", "below 0: `integer_below_min_value`; 2^32 and above: `integer_above_max_value`")
@everywhere
@pytest.mark.parametrize(("seed", "code"), [(-1, "integer_below_min_value"), (2**32, "integer_above_max_value")])
def test_seeds_out_of_bounds(http: httpx.Client, place: str, seed: int, code: str) -> None:
    assert told(refused(order(http, place, seed=seed))) == (INVALID, "seed", code)


@proves(
    ALL,
    "aquatint",
    "differs",
    'an extension: `{"plan": true}` puts the plan of each picture into its `aquatint` object; without it there is '
    "no plan there",
)
@everywhere
def test_the_plan_on_request(http: httpx.Client, place: str) -> None:
    keys = {"seed", "engine", "undrawn", "approximated"}
    assert set(made(order(http, place))["data"][0]["aquatint"]) == keys
    assert set(made(order(http, place, aquatint={"plan": True}))["data"][0]["aquatint"]) == {*keys, "plan"}


@proves("edits, multipart", "aquatint[plan]", "differs", "the extension as the official clients send it in a form")
def test_the_plan_on_request_in_brackets(http: httpx.Client) -> None:
    values: dict[str, Any] = {"aquatint[plan]": "true"}
    assert "plan" in made(order(http, "edits, multipart", **values))["data"][0]["aquatint"]


@proves(ALL, "aquatint", "refused", "another key in it: `unknown_parameter`")
@everywhere
def test_unknown_keys_of_the_extension(http: httpx.Client, place: str) -> None:
    error = refused(order(http, place, aquatint={"plot": True}))
    assert told(error) == (INVALID, "aquatint.plot", "unknown_parameter")
