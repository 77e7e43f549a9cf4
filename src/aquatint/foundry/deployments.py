"""Deployments: the names that clients call as ``model``, each a profile bound to an engine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from aquatint.errors import ModelDoesNotExist, ModelShutDown
from aquatint.foundry.catalog import Catalog, Profile, Retired

DEFAULT_ENGINE = "composer"


@dataclass(frozen=True, slots=True)
class Deployment:
    """A name, what it promises, and the name of the engine that keeps the promise."""

    name: str
    profile: Profile
    engine: str


class Deployments:
    """All deployments of this server, by name. Names are compared exactly, as the real service does."""

    def __init__(self, deployments: Iterable[Deployment], retired: Iterable[Retired] = ()) -> None:
        self._live = {deployment.name: deployment for deployment in deployments}
        self._retired = frozenset(entry.name for entry in retired)

    @classmethod
    def of(cls, catalog: Catalog, engine: str = DEFAULT_ENGINE) -> Deployments:
        """Every live name of the catalogue, bound to one engine."""
        live = (Deployment(profile.name, profile, engine) for profile in catalog.profiles)
        return cls(live, catalog.retired)

    def resolve(self, model: str) -> Deployment:
        """The deployment of that name.

        Raises `ModelShutDown` (404) for a retired name and `ModelDoesNotExist` (400, the Images API's answer)
        for any other.
        """
        if model in self._live:
            return self._live[model]
        if model in self._retired:
            raise ModelShutDown(model)
        raise ModelDoesNotExist(model)

    def list(self) -> list[Deployment]:
        """All deployments, in the order of the catalogue. Retired names are not among them."""
        return list(self._live.values())
