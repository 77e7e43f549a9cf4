"""What is no parameter here: refused by name, never dropped."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from aquatint.api.wire.parameters import UNSUPPORTED
from contract.proofs import proves
from live.calls import ALL, BASE, EDITS, EDITS_FORM, GENERATIONS, INVALID, JSON_PLACES, made, order, refused, told

everywhere = pytest.mark.parametrize("place", ALL)


@proves(ALL, "response_format", "refused", "`unknown_parameter`: GPT image models always answer with base64")
@everywhere
def test_response_format(http: httpx.Client, place: str) -> None:
    error = refused(order(http, place, response_format="b64_json"))
    assert error["message"] == "Unknown parameter: 'response_format'."
    assert told(error) == (INVALID, "response_format", "unknown_parameter")


@proves(ALL, "style", "refused", "`unknown_parameter`: it belonged to dall-e-3")
@everywhere
def test_style(http: httpx.Client, place: str) -> None:
    error = refused(order(http, place, style="vivid"))
    assert told(error) == (INVALID, "style", "unknown_parameter")


@proves(ALL, "any other key", "refused", "`unknown_parameter`")
@everywhere
@pytest.mark.parametrize("name", ["fox", "Prompt", "negative_prompt", "steps", "extra_body"])
def test_unknown_keys(http: httpx.Client, place: str, name: str) -> None:
    values: dict[str, Any] = {name: "1"}
    error = refused(order(http, place, **values))
    assert error["message"] == f"Unknown parameter: '{name}'."
    assert told(error) == (INVALID, name, "unknown_parameter")


@proves(JSON_PLACES, "any other key", "refused", "with a null value too: `unknown_parameter`")
@pytest.mark.parametrize("place", JSON_PLACES)
def test_a_null_counts_as_present(http: httpx.Client, place: str) -> None:
    assert told(refused(order(http, place, fox=None))) == (INVALID, "fox", "unknown_parameter")


@proves(
    ALL,
    "svg",
    "differs",
    "the choice of a model as the author of an SVG is not to be had, the composer writes it: "
    "`unsupported_parameter`",
)
@everywhere
@pytest.mark.parametrize("name", sorted(set(UNSUPPORTED) - {"markup"}))
def test_parameters_of_newer_models(http: httpx.Client, place: str, name: str) -> None:
    values: dict[str, Any] = {name: "1"}
    error = refused(order(http, place, **values))
    assert error["message"].startswith(f"Unsupported parameter: '{name}'. This server does not ")
    assert told(error) == (INVALID, name, "unsupported_parameter")


@proves(JSON_PLACES, "svg", "decided", "null is the same as leaving it out")
@pytest.mark.parametrize("place", JSON_PLACES)
@pytest.mark.parametrize("name", sorted(set(UNSUPPORTED) - {"markup"}))
def test_null_for_parameters_of_newer_models(http: httpx.Client, place: str, name: str) -> None:
    values: dict[str, Any] = {name: None}
    made(order(http, place, **values))


@proves(
    EDITS,
    "markup",
    "differs",
    "an overlay of newer models that this server cannot read yet: `unsupported_parameter`",
)
@pytest.mark.parametrize("place", EDITS)
def test_markup(http: httpx.Client, place: str) -> None:
    assert told(refused(order(http, place, markup="x"))) == (INVALID, "markup", "unsupported_parameter")


@proves(GENERATIONS, "markup", "refused", "it belongs to edits: `unknown_parameter`")
def test_markup_of_a_generation(http: httpx.Client) -> None:
    assert told(refused(order(http, GENERATIONS, markup="x"))) == (INVALID, "markup", "unknown_parameter")


@proves(JSON_PLACES, "a key given twice", "decided", "`invalid_value`, rather than one of the two values")
@pytest.mark.parametrize("path", ["generations", "edits"])
def test_a_key_given_twice(http: httpx.Client, path: str) -> None:
    body = '{"model": "gpt-image-2", "prompt": "a fox", "n": 1, "n": 2}'
    reply = http.post(f"/v1/images/{path}", content=body, headers={"content-type": "application/json"})
    assert told(refused(reply)) == (INVALID, "n", "invalid_value")


@proves(EDITS_FORM, "a key given twice", "decided", "`invalid_value`, rather than one of the two values")
def test_a_field_given_twice(http: httpx.Client) -> None:
    fields = [*BASE.items(), ("n", "1"), ("n", "2")]
    files = [(name, (None, str(value))) for name, value in fields]
    assert told(refused(http.post("/v1/images/edits", files=files))) == (INVALID, "n", "invalid_value")
