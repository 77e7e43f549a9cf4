"""Which main models there are, and who answers for them."""

from __future__ import annotations

import pytest

from aquatint.errors import ModelNotFound
from aquatint.foundry.catalog import Catalog
from aquatint.foundry.directors import DirectorDeployments

SHIPPED = DirectorDeployments.load()


@pytest.mark.parametrize(
    "name", ["gpt-5", "gpt-5.5", "gpt-5-mini-2025-08-07", "gpt-4o-2024-11-20", "o3", "o4-mini"]
)
def test_names_that_clients_send(name: str) -> None:
    deployment = SHIPPED.resolve(name)
    assert (deployment.name, deployment.director, deployment.owner) == (name, "rules", "aquatint")


@pytest.mark.parametrize("name", ["gpt-image-2", "gpt-3.5-turbo", "claude-9", "", "GPT-5", "my-gpt-5", "dall-e-3"])
def test_names_that_are_none(name: str) -> None:
    with pytest.raises(ModelNotFound):
        SHIPPED.resolve(name)


def test_no_image_model_is_a_main_model() -> None:
    for profile in Catalog.load().profiles:
        with pytest.raises(ModelNotFound):
            SHIPPED.resolve(profile.name)


def test_listed_names_are_all_resolved_and_different() -> None:
    names = [deployment.name for deployment in SHIPPED.list()]
    assert len(names) == len(set(names))
    assert [SHIPPED.resolve(name).name for name in names] == names


@pytest.mark.parametrize(
    "text",
    [
        "",
        'owner = "a"',
        'owner = "a"\n[[directors]]\ndirector = "rules"',
        'owner = "a"\ncolour = "red"\ndirectors = []',
    ],
)
def test_files_that_cannot_be_used(text: str) -> None:
    with pytest.raises(ValueError, match=r"required|unknown|missing|field"):
        DirectorDeployments.parse(text)
