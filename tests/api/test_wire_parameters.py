from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wire_samples import SEED, judge, judge_exactly, refusal, seen

from aquatint.api.wire.fields import DataPicture, Fields
from aquatint.errors import PublicError
from aquatint.foundry.catalog import Catalog
from aquatint.sizes import Size

REQUEST = "invalid_request_error"
USER = "image_generation_user_error"
REFUSED_JSON: list[tuple[dict[str, Any], str, str, str | None, str]] = [
    ({"model": ...}, "Missing required parameter: 'model'.", REQUEST, "model", "missing_required_parameter"),
    ({"model": None}, "Missing required parameter: 'model'.", REQUEST, "model", "missing_required_parameter"),
    (
        {"model": 3},
        "Invalid type for 'model': expected a string, but got an integer instead.",
        REQUEST,
        "model",
        "invalid_type",
    ),
    ({"model": "nope"}, "The model 'nope' does not exist.", USER, "model", "invalid_value"),
    ({"prompt": ...}, "Missing required parameter: 'prompt'.", REQUEST, "prompt", "missing_required_parameter"),
    (
        {"prompt": None},
        "Invalid type for 'prompt': expected a string, but got null instead.",
        REQUEST,
        "prompt",
        "invalid_type",
    ),
    (
        {"prompt": ["a"]},
        "Invalid type for 'prompt': expected a string, but got an array instead.",
        REQUEST,
        "prompt",
        "invalid_type",
    ),
    (
        {"prompt": ""},
        "Invalid 'prompt': empty string. Expected a string with minimum length 1, "
        "but got an empty string instead.",
        REQUEST,
        "prompt",
        "empty_string",
    ),
    (
        {"prompt": "x" * 32_001},
        "Invalid 'prompt': string too long. Expected a string with maximum length 32000, "
        "but got a string with length 32001 instead.",
        REQUEST,
        "prompt",
        "string_above_max_length",
    ),
    (
        {"prompt": "a\0b"},
        "Invalid 'prompt': null characters are not allowed.",
        REQUEST,
        "prompt",
        "invalid_value",
    ),
    (
        {"n": 1.5},
        "Invalid type for 'n': expected an integer, but got a decimal number instead.",
        REQUEST,
        "n",
        "invalid_type",
    ),
    (
        {"n": "2"},
        "Invalid type for 'n': expected an integer, but got a string instead.",
        REQUEST,
        "n",
        "invalid_type",
    ),
    (
        {"n": True},
        "Invalid type for 'n': expected an integer, but got a boolean instead.",
        REQUEST,
        "n",
        "invalid_type",
    ),
    (
        {"n": {}},
        "Invalid type for 'n': expected an integer, but got an object instead.",
        REQUEST,
        "n",
        "invalid_type",
    ),
    (
        {"n": 1e9},
        "Invalid type for 'n': expected an integer, but got a decimal number instead.",
        REQUEST,
        "n",
        "invalid_type",
    ),
    (
        {"n": 0},
        "Invalid 'n': integer below minimum value. Expected a value >= 1, but got 0 instead.",
        REQUEST,
        "n",
        "integer_below_min_value",
    ),
    (
        {"n": 10**9},
        "Invalid 'n': integer above maximum value. Expected a value <= 10, but got 1000000000 instead.",
        REQUEST,
        "n",
        "integer_above_max_value",
    ),
    (
        {"quality": "hd"},
        "Invalid value: 'hd'. Supported values are: 'low', 'medium', 'high', and 'auto'.",
        REQUEST,
        "quality",
        "invalid_value",
    ),
    (
        {"moderation": "off"},
        "Invalid value: 'off'. Supported values are: 'auto' and 'low'.",
        REQUEST,
        "moderation",
        "invalid_value",
    ),
    (
        {"output_format": "bmp"},
        "Invalid value: 'bmp'. Supported values are: 'png', 'jpeg', and 'webp'.",
        REQUEST,
        "output_format",
        "invalid_value",
    ),
    (
        {"output_format": "gif"},
        "The value 'gif' of 'output_format' is not supported by the model 'gpt-image-2'. "
        "Supported values are: 'png', 'jpeg', and 'webp'.",
        USER,
        "output_format",
        "invalid_value",
    ),
    (
        {"background": "transparent", "output_format": "jpeg"},
        "Transparent background is not supported for JPEG output format",
        USER,
        "background",
        "invalid_value",
    ),
    (
        {"output_compression": 50},
        "Compression less than 100 is not supported for PNG output format",
        USER,
        None,
        "invalid_png_output_compression",
    ),
    (
        {"output_compression": 101, "output_format": "webp"},
        "Invalid 'output_compression': integer above maximum value. Expected a value <= 100, but got 101 instead.",
        REQUEST,
        "output_compression",
        "integer_above_max_value",
    ),
    (
        {"size": "banana"},
        "Invalid size 'banana'. Expected WIDTHxHEIGHT, for example '1824x1024'.",
        USER,
        "size",
        "invalid_value",
    ),
    (
        {"size": "872x2048"},
        "Invalid size '872x2048'. Width and height must both be divisible by 16.",
        USER,
        "size",
        "invalid_value",
    ),
    (
        {"size": "4096x4096"},
        "Invalid size '4096x4096'. The longest edge must be less than or equal to 3840.",
        USER,
        "size",
        "invalid_value",
    ),
    (
        {"size": "576x1024"},
        "Invalid size '576x1024'. Requested resolution is below the current minimum pixel budget.",
        USER,
        "size",
        "invalid_value",
    ),
    (
        {"model": "gpt-image-1.5", "size": "2048x2048"},
        "Invalid value: '2048x2048'. Supported values are: '1024x1024', '1024x1536', '1536x1024', and 'auto'.",
        REQUEST,
        "size",
        "invalid_value",
    ),
    (
        {"response_format": "b64_json"},
        "Unknown parameter: 'response_format'.",
        REQUEST,
        "response_format",
        "unknown_parameter",
    ),
    ({"style": None}, "Unknown parameter: 'style'.", REQUEST, "style", "unknown_parameter"),
    ({"image": "x"}, "Unknown parameter: 'image'.", REQUEST, "image", "unknown_parameter"),
    (
        {"input_fidelity": "high"},
        "Unknown parameter: 'input_fidelity'.",
        REQUEST,
        "input_fidelity",
        "unknown_parameter",
    ),
    (
        {"complexity": "high"},
        "The model 'gpt-image-2' does not support the 'complexity' parameter.",
        USER,
        "complexity",
        "invalid_value",
    ),
    (
        {"stream": "true"},
        "Invalid type for 'stream': expected a boolean, but got a string instead.",
        REQUEST,
        "stream",
        "invalid_type",
    ),
    (
        {"stream": 1},
        "Invalid type for 'stream': expected a boolean, but got an integer instead.",
        REQUEST,
        "stream",
        "invalid_type",
    ),
    (
        {"partial_images": 2},
        "Invalid 'partial_images': partial images are only sent when 'stream' is true.",
        REQUEST,
        "partial_images",
        "invalid_value",
    ),
    (
        {"partial_images": 4, "stream": True},
        "Invalid 'partial_images': integer above maximum value. Expected a value <= 3, but got 4 instead.",
        REQUEST,
        "partial_images",
        "integer_above_max_value",
    ),
    (
        {"user": None, "safety_identifier": 5},
        "Invalid type for 'safety_identifier': expected a string, but got an integer instead.",
        REQUEST,
        "safety_identifier",
        "invalid_type",
    ),
    (
        {"seed": -1},
        "Invalid 'seed': integer below minimum value. Expected a value >= 0, but got -1 instead.",
        REQUEST,
        "seed",
        "integer_below_min_value",
    ),
    (
        {"seed": 2**32},
        "Invalid 'seed': integer above maximum value. Expected a value <= 4294967295, but got 4294967296 instead.",
        REQUEST,
        "seed",
        "integer_above_max_value",
    ),
    (
        {"aquatint": True},
        "Invalid type for 'aquatint': expected an object, but got a boolean instead.",
        REQUEST,
        "aquatint",
        "invalid_type",
    ),
    (
        {"aquatint": {"plan": 1}},
        "Invalid type for 'aquatint.plan': expected a boolean, but got an integer instead.",
        REQUEST,
        "aquatint.plan",
        "invalid_type",
    ),
    (
        {"aquatint": {"plan": True, "steps": 3}},
        "Unknown parameter: 'aquatint.steps'.",
        REQUEST,
        "aquatint.steps",
        "unknown_parameter",
    ),
]


@pytest.mark.parametrize(("values", "message", "kind", "param", "code"), REFUSED_JSON, ids=lambda v: str(v)[:60])
def test_refusals_of_generations(
    values: dict[str, Any], message: str, kind: str, param: str | None, code: str
) -> None:
    with pytest.raises(PublicError) as caught:
        judge(values)
    assert seen(caught.value) == (message, kind, param, code)
    assert caught.value.status == 400


@pytest.mark.parametrize(("name", "status"), [("gpt-image-1", 404), ("dall-e-3", 404), ("gpt-image-9", 400)])
def test_the_model_is_resolved_before_anything_else(name: str, status: int) -> None:
    with pytest.raises(PublicError) as caught:
        judge({"model": name, "prompt": "", "bogus": 1})
    assert caught.value.status == status


def test_the_order_of_checks() -> None:
    wrong: dict[str, Any] = {
        "size": "banana",
        "output_compression": 7,
        "output_format": "bmp",
        "quality": "best",
        "n": 0,
        "images": [],
        "prompt": "",
        "bogus": None,
    }
    repaired = {
        "output_compression": 100,
        "output_format": "png",
        "quality": "low",
        "n": 1,
        "images": [{"image_url": "https://example.com/a.png"}],
        "prompt": "a fox",
        "bogus": ...,
    }
    params = []
    for name in ("bogus", "prompt", "images", "n", "quality", "output_format", "output_compression", "size"):
        with pytest.raises(PublicError) as caught:
            judge(wrong, "edits")
        params.append(caught.value.param or caught.value.code)
        wrong[name] = repaired.get(name)
    assert params == [
        "bogus",
        "prompt",
        "images",
        "n",
        "quality",
        "output_format",
        "invalid_png_output_compression",
        "size",
    ]


def test_defaults() -> None:
    call = judge({})
    order, request = call.order, call.order.request
    assert (order.model, order.n, order.stream, order.safety_identifier) == ("gpt-image-2", 1, False, None)
    assert (request.operation, request.prompt, request.seed, request.size) == ("generate", "a fox", SEED, None)
    assert request.quality == call.deployment.profile.auto_quality
    assert (request.background, request.output_format, request.output_compression) == ("auto", "png", 100)
    assert (request.moderation, request.partial_images, request.want_plan) == ("auto", 0, False)
    assert request.input_fidelity is None
    assert request.size_rule is call.deployment.profile.size_rule


def test_every_parameter_arrives() -> None:
    values = {
        "model": "gpt-image-2.5-flare",
        "n": 3,
        "size": "3840x2160",
        "quality": "xhigh",
        "background": "opaque",
        "output_format": "webp",
        "output_compression": 40,
        "moderation": "low",
        "stream": True,
        "partial_images": 3,
        "user": "u",
        "safety_identifier": "s",
        "seed": 2**32 - 1,
        "aquatint": {"plan": True},
    }
    order = judge(values).order
    request = order.request
    assert (order.model, order.n, order.stream, order.safety_identifier) == ("gpt-image-2.5-flare", 3, True, "s")
    assert (request.size, request.quality, request.background) == (Size(3840, 2160), "xhigh", "opaque")
    assert (request.output_format, request.output_compression, request.moderation) == ("webp", 40, "low")
    assert (request.partial_images, request.seed, request.want_plan) == (3, 2**32 - 1, True)


@pytest.mark.parametrize(
    ("values", "echo"),
    [
        ({"user": "u"}, "u"),
        ({"user": "u", "safety_identifier": ""}, "u"),
        ({"safety_identifier": "s", "user": "u"}, "s"),
        ({"user": ""}, None),
    ],
)
def test_safety_identifier_wins_when_not_empty(values: dict[str, Any], echo: str | None) -> None:
    assert judge(values).order.safety_identifier == echo


def test_null_is_the_default_where_the_client_library_allows_it() -> None:
    names = ["n", "size", "quality", "background", "output_format", "output_compression", "moderation", "stream"]
    names += ["partial_images", "safety_identifier", "user", "seed", "aquatint", "complexity", "svg"]
    assert judge(dict.fromkeys(names)).order == judge({}).order


def test_transparency_is_served_on_every_profile() -> None:
    for profile in Catalog.load().profiles:
        call = judge({"model": profile.name, "background": "transparent", "output_format": "webp"})
        assert call.order.request.background == "transparent"


@pytest.mark.parametrize(
    ("model", "value", "outcome"),
    [
        ("gpt-image-1.5", "high", "high"),
        ("gpt-image-1-mini", "low", "low"),
        ("gpt-image-2", None, None),
        ("gpt-image-1-mini", "high", "Invalid value: 'high'. Supported values are: 'low'."),
        ("gpt-image-2", "high", "The model 'gpt-image-2' does not support the 'input_fidelity' parameter."),
    ],
)
def test_input_fidelity(model: str, value: str | None, outcome: str | None) -> None:
    values = {"model": model, "input_fidelity": value, "images": [{"image_url": "https://example.com/a.png"}]}
    error = refusal(lambda: judge(values, "edits"))
    if error is None:
        assert judge(values, "edits").order.request.input_fidelity == outcome
    else:
        assert (error.message, error.param) == (outcome, "input_fidelity")


FORM_REFUSED = [
    (
        {"n": "2.5"},
        "Invalid type for 'n': expected an integer, but got a string value that could not be "
        "converted into an integer.",
        "n",
        "invalid_type",
    ),
    (
        {"stream": "yes"},
        "Invalid type for 'stream': expected a boolean, but got a string value that could not be "
        "converted into a boolean.",
        "stream",
        "invalid_type",
    ),
    (
        {"images": "x"},
        "Unknown parameter: 'images'. For multipart/form-data use 'image' or 'image[]'.",
        "images",
        "invalid_value",
    ),
    (
        {"svg[model]": "x"},
        "Unsupported parameter: 'svg'. This server does not let a model be chosen as the author of an SVG.",
        "svg",
        "unsupported_parameter",
    ),
    (
        {"aquatint": "yes"},
        "Invalid type for 'aquatint': expected an object, but got a string instead.",
        "aquatint",
        "invalid_type",
    ),
    (
        {"seed": "99999999999999999999999"},
        "Invalid type for 'seed': expected an integer, but got a string value that could not be "
        "converted into an integer.",
        "seed",
        "invalid_type",
    ),
]


@pytest.mark.parametrize(("values", "message", "param", "code"), FORM_REFUSED)
def test_refusals_of_forms(values: dict[str, Any], message: str, param: str, code: str) -> None:
    with pytest.raises(PublicError) as caught:
        judge(values, "edits", "form", images=[Path("a")])
    assert seen(caught.value) == (message, REQUEST, param, code)


def test_a_form_without_an_image() -> None:
    with pytest.raises(PublicError) as caught:
        judge({}, "edits", "form")
    assert seen(caught.value) == (
        "Missing required parameter: 'image'.",
        REQUEST,
        "image",
        "missing_required_parameter",
    )


@pytest.mark.parametrize("plan", [{"aquatint[plan]": "true"}, {"aquatint": '{"plan": true}'}])
def test_strings_of_a_form_are_converted(plan: dict[str, str]) -> None:
    values = {"n": "2", "stream": "True", "partial_images": "1", "seed": "5", **plan}
    files = {"images": [Path("a"), Path("b")], "mask": Path("m")}
    call = judge(values, "edits", "form", **files)
    request = call.order.request
    assert (call.order.n, call.order.stream, request.operation) == (2, True, "edit")
    assert (request.partial_images, request.seed, request.want_plan) == (1, 5, True)
    assert (call.images, call.mask) == ((Path("a"), Path("b")), Path("m"))


LINK = {"image_url": "https://example.com/a.png"}
JSON_IMAGES_REFUSED: list[tuple[dict[str, Any], str, str, str]] = [
    ({}, "Missing required parameter: 'images'.", "images", "missing_required_parameter"),
    (
        {"image": "x"},
        "Unknown parameter: 'image'. For application/json on /v1/images/edits, use 'images' (array).",
        "image",
        "invalid_value",
    ),
    (
        {"images": []},
        "Invalid 'images': empty array. Expected an array with minimum length 1, but got an empty array instead.",
        "images",
        "empty_array",
    ),
    (
        {"images": [LINK] * 17},
        "Invalid 'images': array too long. Expected an array with maximum length 16, "
        "but got an array with length 17 instead.",
        "images",
        "array_above_max_length",
    ),
    (
        {"images": LINK},
        "Invalid type for 'images': expected an array, but got an object instead.",
        "images",
        "invalid_type",
    ),
    (
        {"images": None},
        "Invalid type for 'images': expected an array, but got null instead.",
        "images",
        "invalid_type",
    ),
    (
        {"images": ["https://example.com"]},
        "Invalid type for 'images[0]': expected an object, but got a string instead.",
        "images[0]",
        "invalid_type",
    ),
    (
        {"images": [LINK, {}]},
        "Missing required parameter: 'images[1].image_url'.",
        "images[1].image_url",
        "missing_required_parameter",
    ),
    (
        {"images": [{**LINK, "file_id": "f"}]},
        "Invalid 'images[0]': expected either 'image_url' or 'file_id', but got both.",
        "images[0]",
        "invalid_value",
    ),
    (
        {"images": [{"file_id": 5}]},
        "Invalid type for 'images[0].file_id': expected a string, but got an integer instead.",
        "images[0].file_id",
        "invalid_type",
    ),
    (
        {"images": [{**LINK, "detail": "low"}]},
        "Unknown parameter: 'images[0].detail'.",
        "images[0].detail",
        "unknown_parameter",
    ),
    (
        {"images": [{"image_url": {"url": "x"}}]},
        "Invalid type for 'images[0].image_url': expected a string, but got an object instead.",
        "images[0].image_url",
        "invalid_type",
    ),
    (
        {"images": [{"image_url": "http://example.com/a.png"}]},
        "Invalid 'images[0].image_url': expected an https URL or a base64 data URL.",
        "images[0].image_url",
        "invalid_image_url",
    ),
    (
        {"images": [LINK], "mask": "x"},
        "Invalid type for 'mask': expected an object, but got a string instead.",
        "mask",
        "invalid_type",
    ),
    (
        {"images": [LINK], "mask": {"image_url": "data:9"}},
        "Invalid 'mask.image_url': expected a base64 data URL.",
        "mask.image_url",
        "invalid_image_url",
    ),
]


@pytest.mark.parametrize(("values", "message", "param", "code"), JSON_IMAGES_REFUSED, ids=lambda v: str(v)[:50])
def test_refusals_of_json_images(values: dict[str, Any], message: str, param: str, code: str) -> None:
    with pytest.raises(PublicError) as caught:
        judge(values, "edits")
    assert (caught.value.message, caught.value.param, caught.value.code) == (message, param, code)


def test_a_data_url_that_is_too_long_is_refused_by_name() -> None:
    pictures = [DataPicture(Path("p"), length=20_971_521)]
    with pytest.raises(PublicError) as caught:
        judge({"images": [{"image_url": "data:0"}]}, "edits", data_pictures=pictures)
    assert (caught.value.param, caught.value.code) == ("images[0].image_url", "string_above_max_length")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
names = st.sampled_from(
    (
        *("model", "prompt", "n", "size", "quality", "background", "output_format", "stream", "partial_images"),
        *("images", "mask", "seed", "aquatint", "user", "output_compression", "svg", "input_fidelity", "image"),
        *("complexity", "frame_count", "frame_duration_ms"),
    )
)


@given(st.dictionaries(names, json_values), st.sampled_from(["generations", "edits"]))
def test_any_json_is_honoured_or_refused(values: dict[str, Any], endpoint: Any) -> None:
    for body in (values, {**values, "model": "gpt-image-2", "prompt": "a fox"}):
        error = refusal(lambda body=body: judge_exactly(body, endpoint))
        assert error is None or (400 <= error.status < 500 and len(error.message) < 1000)


@given(st.dictionaries(names, st.text()))
def test_any_form_is_honoured_or_refused(values: dict[str, str]) -> None:
    error = refusal(lambda: judge({**values, "model": "gpt-image-2"}, "edits", "form", images=[Path("a")]))
    assert error is None or error.status == 400


def test_a_body_knows_its_files() -> None:
    fields = Fields("json", data_pictures=[DataPicture(Path("c"))])
    assert fields.files() == [Path("c")]
