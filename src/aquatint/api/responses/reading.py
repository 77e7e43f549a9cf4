"""From a body to an `Ask`: read, judge, resolve."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aquatint.api.responses.content import GivenItem, read_input
from aquatint.api.responses.fields import read_fields
from aquatint.api.responses.tool import Tools, read_tools
from aquatint.api.wire.fields import Fields
from aquatint.api.wire.parameters import read_model
from aquatint.errors import ModelNotForResponses, ModelNotFound, PublicError
from aquatint.foundry.deployments import Deployment
from aquatint.foundry.directors import DirectorDeployment, DirectorDeployments


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A judged call of ``POST /v1/responses``. Its pictures are not fetched yet."""

    main: DirectorDeployment
    fields: dict[str, Any]
    """The parameters of `fields.FIELDS`."""
    given: tuple[GivenItem, ...]
    tools: Tools


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolvers:
    """What judging needs from outside."""

    main_models: DirectorDeployments
    image_models: Callable[[str], Deployment]
    new_seed: Callable[[], int]


def read_ask(fields: Fields, resolvers: Resolvers) -> Ask:
    """Every parameter honoured, or a `PublicError` that names it."""
    main = _resolve(read_model(fields, None), resolvers)
    values = read_fields(fields.values)
    given = read_input(fields)
    tools = read_tools(
        fields, stream=values["stream"], resolve=resolvers.image_models, new_seed=resolvers.new_seed
    )
    return Ask(main=main, fields=values, given=given, tools=tools)


def _resolve(model: str, resolvers: Resolvers) -> DirectorDeployment:
    try:
        return resolvers.main_models.resolve(model)
    except ModelNotFound:
        if _is_image_model(model, resolvers):
            raise ModelNotForResponses(model) from None
        raise


def _is_image_model(model: str, resolvers: Resolvers) -> bool:
    try:
        resolvers.image_models(model)
    except PublicError:
        return False
    return True
