"""``GET /v1/models`` and ``GET /v1/models/{id}``."""

from __future__ import annotations

from typing import Any

from aquatint.foundry.deployments import Deployment, Deployments
from aquatint.foundry.directors import DirectorDeployment, DirectorDeployments


def list_models(deployments: Deployments, main_models: DirectorDeployments) -> dict[str, Any]:
    """All live models, those that draw first, as the official list looks."""
    images = [describe(deployment) for deployment in deployments.list()]
    return {"object": "list", "data": images + [describe_main(deployment) for deployment in main_models.list()]}


def get_model(deployments: Deployments, main_models: DirectorDeployments, name: str) -> dict[str, Any]:
    """One model. Raises `ModelNotFound` for unknown and retired names."""
    for deployment in deployments.list():
        if deployment.name == name:
            return describe(deployment)
    return describe_main(main_models.resolve(name))


def describe_main(deployment: DirectorDeployment) -> dict[str, Any]:
    """One entry of the list: a main model of the Responses API."""
    return {
        "id": deployment.name,
        "object": "model",
        "created": deployment.created,
        "owned_by": deployment.owner,
    }


def describe(deployment: Deployment) -> dict[str, Any]:
    """One entry of the list."""
    profile = deployment.profile
    entry: dict[str, Any] = {
        "id": deployment.name,
        "object": "model",
        "created": profile.created,
        "owned_by": profile.owner,
    }
    if profile.dates.shutdown is not None:
        entry["shutdown_date"] = profile.dates.shutdown.isoformat()
    return entry
