"""Names of models: live ones resolve, retired and unknown ones answer as the real service does."""

from __future__ import annotations

import pickle

import pytest

from aquatint.errors import ModelDoesNotExist, ModelShutDown
from aquatint.foundry.catalog import Catalog
from aquatint.foundry.deployments import Deployments

DEPLOYMENTS = Deployments.of(Catalog.load())


def test_every_live_name_runs_on_the_composer() -> None:
    listed = DEPLOYMENTS.list()
    assert [deployment.name for deployment in listed] == [profile.name for profile in Catalog.load().profiles]
    assert {deployment.engine for deployment in listed} == {"composer"}
    for deployment in listed:
        assert DEPLOYMENTS.resolve(deployment.name) is deployment
        assert deployment.profile.name == deployment.name


def test_another_engine_can_be_bound() -> None:
    deployments = Deployments.of(Catalog.load(), engine="fake")
    assert deployments.resolve("gpt-image-2").engine == "fake"


@pytest.mark.parametrize("name", ["gpt-image-1", "dall-e-2", "dall-e-3"])
def test_retired_names_are_gone(name: str) -> None:
    with pytest.raises(ModelShutDown) as caught:
        DEPLOYMENTS.resolve(name)
    error = caught.value
    assert error.status == 404
    assert error.envelope()["error"] == {
        "message": f"The model `{name}` has been deprecated, learn more here: "
        "https://platform.openai.com/docs/deprecations",
        "type": "invalid_request_error",
        "param": None,
        "code": "model_not_found",
    }


@pytest.mark.parametrize("name", ["x", "GPT-image-2", "gpt-image-2-2026-04-22", "gpt-image-2 ", ""])
def test_unknown_names_do_not_exist(name: str) -> None:
    with pytest.raises(ModelDoesNotExist) as caught:
        DEPLOYMENTS.resolve(name)
    assert caught.value.status == 400
    assert caught.value.envelope()["error"] == {
        "message": f"The model '{name}' does not exist.",
        "type": "image_generation_user_error",
        "param": "model",
        "code": "invalid_value",
    }


def test_long_names_are_not_repeated_in_full() -> None:
    with pytest.raises(ModelDoesNotExist) as caught:
        DEPLOYMENTS.resolve("x" * 100_000)
    assert len(caught.value.message) < 120


@pytest.mark.parametrize("error", [ModelShutDown("dall-e-2"), ModelDoesNotExist("x")])
def test_the_errors_cross_process_boundaries(error: ModelShutDown | ModelDoesNotExist) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert copy.envelope() == error.envelope()
