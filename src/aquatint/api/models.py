"""``GET /v1/models`` and ``GET /v1/models/{id}``."""

from __future__ import annotations

from typing import Any

from aquatint.errors import ModelNotFound
from aquatint.foundry.deployments import Deployment, Deployments


def list_models(deployments: Deployments) -> dict[str, Any]:
    """All live models, as the official list looks."""
    return {"object": "list", "data": [describe(deployment) for deployment in deployments.list()]}


def get_model(deployments: Deployments, name: str) -> dict[str, Any]:
    """One model. Raises `ModelNotFound` for unknown and retired names."""
    for deployment in deployments.list():
        if deployment.name == name:
            return describe(deployment)
    raise ModelNotFound(name)


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
