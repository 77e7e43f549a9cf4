"""image, image[], images, mask and input_fidelity: what only edits have."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from contract.proofs import proves
from live.calls import (
    EDITS,
    EDITS_FORM,
    EDITS_JSON,
    GENERATIONS,
    INVALID,
    SOURCE,
    USER_ERROR,
    file_part,
    made,
    order,
    refused,
    told,
)
from live.pictures import array, data_url, encoded, gradient, mask_png, pictures_of

MASK = mask_png(320, 240)
on_edits = pytest.mark.parametrize("place", EDITS)


def with_mask(http: httpx.Client, place: str, mask: bytes = MASK, source: bytes = SOURCE, **values: Any) -> Any:
    """An edit with a mask, however the place takes one."""
    if place == EDITS_JSON:
        images = [{"image_url": data_url(source)}]
        return order(http, place, images=images, mask={"image_url": data_url(mask)}, **values)
    return order(http, place, files=[file_part("image", source), file_part("mask", mask)], **values)


@proves(EDITS_FORM, "image", "honoured", "`image` or `image[]`, 1 to 16 PNG, JPEG or WebP files, in their order")
@pytest.mark.parametrize("name", ["image", "image[]"])
@pytest.mark.parametrize("count", [1, 2, 16])
def test_files_of_a_form(http: httpx.Client, name: str, count: int) -> None:
    first = file_part(name, encoded(gradient(416, 304)))
    body = made(order(http, EDITS_FORM, files=[first, *[file_part(name, SOURCE)] * (count - 1)], size="auto"))
    assert body["size"] == "416x304"
    # 1024 x 748.3 and 1024 x 768, in patches of 32 pixels.
    assert body["usage"]["input_tokens_details"]["image_tokens"] == 32 * 24 + 768 * (count - 1)


@proves(EDITS_FORM, "image", "honoured", "PNG, JPEG and WebP, whatever the part's name and content type claim")
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize(
    ("filename", "content_type"), [("blob", "application/octet-stream"), ("picture.png", "image/png")]
)
def test_the_content_counts_not_its_label(http: httpx.Client, kind: str, filename: str, content_type: str) -> None:
    picture = encoded(gradient(320, 240), kind)
    made(order(http, EDITS_FORM, files=[file_part("image", picture, filename, content_type)]))


@proves(EDITS_FORM, "image", "refused", "none: `missing_required_parameter`")
def test_a_form_without_a_picture(http: httpx.Client) -> None:
    error = refused(order(http, EDITS_FORM, files=[file_part("mask", MASK)]))
    assert told(error) == (INVALID, "image", "missing_required_parameter")


@proves(EDITS_FORM, "image", "refused", "17 files: `array_above_max_length`")
def test_seventeen_files(http: httpx.Client, spool_stays_clean: None) -> None:
    error = refused(order(http, EDITS_FORM, files=[file_part("image[]", SOURCE)] * 17))
    assert told(error) == (INVALID, "image", "array_above_max_length")


@proves(EDITS_FORM, "image", "refused", "text instead of a file: `invalid_type`")
def test_text_instead_of_a_file(http: httpx.Client) -> None:
    files = [file_part("mask", MASK)]
    error = refused(order(http, EDITS_FORM, files=files, image="fox.png"))
    assert told(error) == (INVALID, "image", "invalid_type")


@proves(EDITS_FORM, "images", "refused", "`invalid_value`, with the hint to use 'image' or 'image[]'")
def test_images_in_a_form(http: httpx.Client) -> None:
    error = refused(order(http, EDITS_FORM, images="[]"))
    assert error["message"] == "Unknown parameter: 'images'. For multipart/form-data use 'image' or 'image[]'."
    assert told(error) == (INVALID, "images", "invalid_value")


@proves(EDITS_JSON, "images", "honoured", "1 to 16 objects with `image_url`: a data URL, or an https URL")
@pytest.mark.parametrize("count", [1, 2, 16])
def test_data_urls(http: httpx.Client, count: int) -> None:
    first = {"image_url": data_url(encoded(gradient(416, 304), "JPEG"), "jpeg")}
    images = [first, *[{"image_url": data_url(SOURCE)}] * (count - 1)]
    body = made(order(http, EDITS_JSON, images=images, size="auto"))
    assert body["size"] == "416x304"
    assert body["usage"]["input_tokens_details"]["image_tokens"] == 32 * 24 + 768 * (count - 1)


@proves(EDITS_JSON, "images", "refused", "left out: `missing_required_parameter`; empty: `empty_array`")
def test_no_images(http: httpx.Client) -> None:
    error = refused(order(http, EDITS_JSON, images=[]))
    assert told(error) == (INVALID, "images", "empty_array")
    body = {"model": "gpt-image-2", "prompt": "a fox"}
    error = refused(http.post("/v1/images/edits", json=body))
    assert told(error) == (INVALID, "images", "missing_required_parameter")


@proves(EDITS_JSON, "images", "refused", "17: `array_above_max_length`; not an array: `invalid_type`")
def test_seventeen_images(http: httpx.Client, spool_stays_clean: None) -> None:
    error = refused(order(http, EDITS_JSON, images=[{"image_url": data_url(SOURCE)}] * 17))
    assert told(error) == (INVALID, "images", "array_above_max_length")
    error = refused(order(http, EDITS_JSON, images=data_url(SOURCE)))
    assert told(error) == (INVALID, "images", "invalid_type")


@proves(
    EDITS_JSON,
    "images",
    "refused",
    "both keys: `invalid_value`; another key: `unknown_parameter`; no key: `missing_required_parameter`",
)
@pytest.mark.parametrize(
    ("entry", "param", "code"),
    [
        ({"image_url": "https://example.com/a.png", "file_id": "file-1"}, "images[0]", "invalid_value"),
        ({"url": "https://example.com/a.png"}, "images[0].url", "unknown_parameter"),
        ({}, "images[0].image_url", "missing_required_parameter"),
        ("https://example.com/a.png", "images[0]", "invalid_type"),
        ({"image_url": 5}, "images[0].image_url", "invalid_type"),
    ],
)
def test_references_that_are_none(http: httpx.Client, entry: object, param: str, code: str) -> None:
    assert told(refused(order(http, EDITS_JSON, images=[entry]))) == (INVALID, param, code)


@proves(EDITS_JSON, "images, mask", "honoured", "`file_id` of a file uploaded to /v1/files")
def test_file_ids(http: httpx.Client) -> None:
    sent = [gradient(320, 240), mask_png(320, 240)]
    ids = []
    for data in (encoded(sent[0]), sent[1]):
        reply = http.post("/v1/files", data={"purpose": "vision"}, files={"file": ("a.png", data)})
        ids.append(reply.json()["id"])
    reply = order(http, EDITS_JSON, images=[{"file_id": ids[0]}], mask={"file_id": ids[1]}, size="auto")
    picture = pictures_of(made(reply))[0]
    assert picture.size == (320, 240)
    assert (array(picture)[:, 160:] == sent[0][:, 160:]).all()


@proves(
    EDITS_JSON,
    "images, mask",
    "refused",
    "a `file_id` that is not there, has expired or belongs to another project: `image_file_not_found`",
)
@pytest.mark.parametrize("name", ["images", "mask"])
def test_file_ids_that_are_not_there(http: httpx.Client, name: str) -> None:
    entry = {"file_id": "file-1"}
    values: dict[str, Any] = {name: [entry] if name == "images" else entry}
    param = "images[0].file_id" if name == "images" else "mask.file_id"
    assert told(refused(order(http, EDITS_JSON, **values))) == (USER_ERROR, param, "image_file_not_found")


@proves(EDITS_JSON, "image", "refused", "`invalid_value`, with the hint to use 'images'")
def test_image_in_json(http: httpx.Client) -> None:
    error = refused(order(http, EDITS_JSON, image=data_url(SOURCE)))
    assert error["message"] == (
        "Unknown parameter: 'image'. For application/json on /v1/images/edits, use 'images' (array)."
    )
    assert told(error) == (INVALID, "image", "invalid_value")


@proves(EDITS, "mask", "refused", "another size than the first picture: `invalid_mask_image_format`")
@on_edits
def test_a_mask_of_another_size(http: httpx.Client, place: str, spool_stays_clean: None) -> None:
    error = refused(with_mask(http, place, mask_png(240, 320)))
    assert error["message"] == "Invalid mask image format - mask size does not match image size"
    assert told(error) == (USER_ERROR, "mask", "invalid_mask_image_format")


@proves(EDITS, "mask", "refused", "no alpha channel: `invalid_mask_image_format`")
@on_edits
def test_a_mask_without_alpha(http: httpx.Client, place: str, spool_stays_clean: None) -> None:
    error = refused(with_mask(http, place, SOURCE))
    assert error["message"] == "Invalid mask image format - mask image missing alpha channel"
    assert told(error) == (USER_ERROR, "mask", "invalid_mask_image_format")


@proves(EDITS, "mask", "refused", "no picture: `invalid_image_file`")
@on_edits
def test_a_mask_that_is_no_picture(http: httpx.Client, place: str, spool_stays_clean: None) -> None:
    error = refused(with_mask(http, place, b"not a picture"))
    assert told(error) == (USER_ERROR, "mask", "invalid_image_file")


@proves(
    EDITS,
    "input_fidelity",
    "differs",
    "on profiles that have it, it decides the input tokens (gpt-image-1-mini has only low); the built-in "
    "illustrator works on the pixels of the sources themselves, so it follows them equally closely either way",
)
@on_edits
def test_input_fidelity(http: httpx.Client, place: str) -> None:
    tokens = {
        fidelity: made(order(http, place, model="gpt-image-1.5", size="1024x1024", input_fidelity=fidelity))[
            "usage"
        ]["input_tokens_details"]["image_tokens"]
        for fidelity in ("low", "high")
    }
    # 320x240 is one tile and closer to 3:2 than to 1:1.
    assert tokens == {"low": 65 + 129, "high": 65 + 129 + 6240}
    made(order(http, place, model="gpt-image-1-mini", size="1024x1024", input_fidelity="low"))


@proves(EDITS, "input_fidelity", "refused", "gpt-image-2 and 2.5: `invalid_input_fidelity_model`")
@on_edits
@pytest.mark.parametrize("fidelity", ["low", "high"])
def test_input_fidelity_on_a_model_without_it(http: httpx.Client, place: str, fidelity: str) -> None:
    error = refused(order(http, place, input_fidelity=fidelity))
    assert error["message"] == "The model 'gpt-image-2' does not support the 'input_fidelity' parameter."
    assert told(error) == (USER_ERROR, "input_fidelity", "invalid_input_fidelity_model")


@proves(EDITS, "input_fidelity", "refused", "a value that the profile lacks: `invalid_value`")
@on_edits
def test_an_unknown_fidelity(http: httpx.Client, place: str) -> None:
    error = refused(order(http, place, model="gpt-image-1-mini", size="1024x1024", input_fidelity="high"))
    assert told(error) == (INVALID, "input_fidelity", "invalid_value")


@proves(GENERATIONS, "image, images, mask, input_fidelity", "refused", "they belong to edits: `unknown_parameter`")
@pytest.mark.parametrize("name", ["image", "images", "mask", "input_fidelity"])
def test_parameters_of_edits_elsewhere(http: httpx.Client, name: str) -> None:
    values: dict[str, Any] = {name: "high"}
    assert told(refused(order(http, GENERATIONS, **values))) == (INVALID, name, "unknown_parameter")
