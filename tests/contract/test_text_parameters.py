"""model, prompt, safety_identifier, user, moderation: what is text."""

from __future__ import annotations

import httpx
import pytest

from aquatint.foundry.catalog import Catalog
from contract.proofs import proves
from live.calls import ALL, INVALID, JSON_PLACES, USER_ERROR, made, order, refused, told

LIVE = [profile.name for profile in Catalog.load().profiles]
everywhere = pytest.mark.parametrize("place", ALL)


@proves(ALL, "model", "honoured", "every live name, dated or not, draws by its own profile")
@pytest.mark.parametrize("model", LIVE)
def test_every_live_model_draws(http: httpx.Client, model: str) -> None:
    body = made(order(http, "generations", model=model, size="1024x1024"))
    assert (body["size"], len(body["data"])) == ("1024x1024", 1)


def test_the_live_names_are_those_of_the_issue() -> None:
    families = {profile.family for profile in Catalog.load().profiles}
    assert families == {
        "gpt-image-2",
        "gpt-image-2.5-sunburst",
        "gpt-image-2.5-flare",
        "gpt-image-1.5",
        "gpt-image-1-mini",
        "chatgpt-image-latest",
    }
    assert "gpt-image-2-2026-04-21" in LIVE


@proves(ALL, "model", "refused", "left out or null: `missing_required_parameter`")
@everywhere
def test_a_model_must_be_named(http: httpx.Client, place: str) -> None:
    error = refused(order(http, place, model=...))
    assert error["message"] == "Missing required parameter: 'model'."
    assert told(error) == (INVALID, "model", "missing_required_parameter")


@proves(ALL, "model", "refused", "unknown: 400 `invalid_value`, type `image_generation_user_error`")
@everywhere
def test_an_unknown_model(http: httpx.Client, place: str) -> None:
    error = refused(order(http, place, model="gpt-image-9"))
    assert error["message"] == "The model 'gpt-image-9' does not exist."
    assert told(error) == (USER_ERROR, "model", "invalid_value")


@proves(ALL, "model", "refused", "`gpt-image-1`, `dall-e-2`, `dall-e-3`: 404 `model_not_found`")
@everywhere
@pytest.mark.parametrize("model", ["gpt-image-1", "dall-e-2", "dall-e-3"])
def test_a_retired_model(http: httpx.Client, place: str, model: str) -> None:
    error = refused(order(http, place, model=model), 404)
    assert error["message"] == (
        f"The model `{model}` has been deprecated, learn more here: https://platform.openai.com/docs/deprecations"
    )
    assert told(error) == (INVALID, None, "model_not_found")


@proves(JSON_PLACES, "model", "refused", "not a string: `invalid_type`")
@pytest.mark.parametrize("place", JSON_PLACES)
def test_a_model_that_is_no_string(http: httpx.Client, place: str) -> None:
    error = refused(order(http, place, model=2))
    assert error["message"] == "Invalid type for 'model': expected a string, but got an integer instead."
    assert told(error) == (INVALID, "model", "invalid_type")


@proves(ALL, "prompt", "honoured", "1 to 32,000 characters; blanks alone pass, as they do there")
@everywhere
@pytest.mark.parametrize("prompt", ["x", " ", "a" * 32_000, "🦊" * 32_000], ids=["one", "blank", "long", "wide"])
def test_prompts_of_every_length(http: httpx.Client, place: str, prompt: str) -> None:
    made(order(http, place, prompt=prompt))


@proves(ALL, "prompt", "refused", "left out: `missing_required_parameter`")
@everywhere
def test_a_prompt_must_be_sent(http: httpx.Client, place: str) -> None:
    error = refused(order(http, place, prompt=...))
    assert error["message"] == "Missing required parameter: 'prompt'."
    assert told(error) == (INVALID, "prompt", "missing_required_parameter")


@proves(ALL, "prompt", "refused", "empty: `empty_string`")
@everywhere
def test_an_empty_prompt(http: httpx.Client, place: str) -> None:
    error = refused(order(http, place, prompt=""))
    assert error["message"] == (
        "Invalid 'prompt': empty string. Expected a string with minimum length 1, but got an empty string instead."
    )
    assert told(error) == (INVALID, "prompt", "empty_string")


@proves(ALL, "prompt", "refused", "over 32,000 characters: `string_above_max_length`")
@everywhere
def test_a_prompt_that_is_too_long(http: httpx.Client, place: str) -> None:
    error = refused(order(http, place, prompt="a" * 33_000))
    assert "maximum length 32000, but got a string with length 33000" in error["message"]
    assert told(error) == (INVALID, "prompt", "string_above_max_length")


@proves(ALL, "prompt", "refused", "with a null character: `invalid_value`")
@everywhere
def test_null_characters(http: httpx.Client, place: str) -> None:
    error = refused(order(http, place, prompt="a fox\0"))
    assert told(error) == (INVALID, "prompt", "invalid_value")


@proves(JSON_PLACES, "prompt", "refused", "null, a number, an array...: `invalid_type`")
@pytest.mark.parametrize("place", JSON_PLACES)
@pytest.mark.parametrize(
    ("value", "found"),
    [(None, "null"), (7, "an integer"), (["fox"], "an array"), ({"a": 1}, "an object"), (True, "a boolean")],
)
def test_a_prompt_that_is_no_string(http: httpx.Client, place: str, value: object, found: str) -> None:
    error = refused(order(http, place, prompt=value))
    assert error["message"] == f"Invalid type for 'prompt': expected a string, but got {found} instead."
    assert told(error) == (INVALID, "prompt", "invalid_type")


@proves(ALL, "safety_identifier", "honoured", "echoed in the reply; wins over `user`")
@everywhere
def test_the_safety_identifier_is_echoed(http: httpx.Client, place: str) -> None:
    assert made(order(http, place, safety_identifier="u-1", user="u-2"))["safety_identifier"] == "u-1"
    assert "safety_identifier" not in made(order(http, place))


@proves(ALL, "safety_identifier", "decided", "over 512 characters: `string_above_max_length`")
@everywhere
def test_an_endless_safety_identifier(http: httpx.Client, place: str) -> None:
    error = refused(order(http, place, safety_identifier="u" * 513))
    assert told(error) == (INVALID, "safety_identifier", "string_above_max_length")


@proves(ALL, "user", "honoured", "stands in for `safety_identifier` when that is empty or left out")
@everywhere
def test_user_stands_in(http: httpx.Client, place: str) -> None:
    assert made(order(http, place, user="u-2"))["safety_identifier"] == "u-2"
    assert made(order(http, place, user="u-2", safety_identifier=""))["safety_identifier"] == "u-2"


@proves(ALL, "user", "decided", "over 512 characters: `string_above_max_length`")
@everywhere
def test_an_endless_user(http: httpx.Client, place: str) -> None:
    error = refused(order(http, place, user="u" * 513))
    assert told(error) == (INVALID, "user", "string_above_max_length")


@proves(
    ALL,
    "moderation",
    "differs",
    "`auto` and `low` both mean that nothing is filtered: the built-in illustrator draws from a fixed stock of "
    "harmless things, so there is nothing to look for",
)
@everywhere
def test_moderation_filters_nothing(http: httpx.Client, place: str) -> None:
    replies = [made(order(http, place, seed=5, **extra)) for extra in ({}, {"moderation": "low"})]
    replies.append(made(order(http, place, seed=5, moderation="auto")))
    assert len({reply["data"][0]["b64_json"] for reply in replies}) == 1


@proves(ALL, "moderation", "refused", "any other value: `invalid_value`")
@everywhere
def test_an_unknown_moderation(http: httpx.Client, place: str) -> None:
    error = refused(order(http, place, moderation="high"))
    assert error["message"] == "Invalid value: 'high'. Supported values are: 'auto' and 'low'."
    assert told(error) == (INVALID, "moderation", "invalid_value")
