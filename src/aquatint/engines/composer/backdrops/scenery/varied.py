"""A place in several compositions: other layers, another horizon, another frame; the seed of the scene chooses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.light import Air
from aquatint.engines.composer.backdrops.place import Geometry, Place
from aquatint.engines.composer.backdrops.recipe import table
from aquatint.engines.composer.backdrops.scenery.layers import paint_layers
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.layout.stage import Light
from aquatint.engines.composer.scene import Scene

FILES = ("compositions-country", "compositions-wild", "compositions-town", "compositions-forms")
_PAIRS = frozenset({"ground", "sky", "clear", "water"})


@dataclass(frozen=True, slots=True, eq=False)
class Composition:
    """One way to compose a place."""

    geometry: Geometry
    layers: list[str]
    front: list[str] | None
    """Layers of the frame; None for the place's own."""
    roles: Mapping[str, str]
    mirrors: bool
    """Whether the seed may turn it round."""


class Varied(Place):
    """One place, several compositions in the same light."""

    def __init__(self, base: Place, compositions: list[Composition]) -> None:
        """``base`` as it is, or one of ``compositions``."""
        self.base, self.compositions = base, compositions
        self.name, self.geometry = base.name, base.geometry
        self.inside, self.turfed = base.inside, base.turfed

    def chosen(self, scene: Scene) -> Composition | None:
        """The composition of a scene; None for the base as it is. Hangs on the seed alone, so that another hour or
        weather leaves all things in their places."""
        number = len(self.compositions) + self.base.own_compositions
        chosen = Chance(scene.seed).fork("composition", self.name).randrange(number)
        return self.compositions[chosen] if chosen < len(self.compositions) else None

    def plan(self, scene: Scene) -> Geometry:
        """Where things are in the composition of a scene."""
        found = self.chosen(scene)
        return self.base.plan(scene) if found is None else found.geometry

    def air(self, scene: Scene) -> Air:
        """The air of the base."""
        return self.base.air(scene)

    def light(self, air: Air) -> Light:
        """The light of the base."""
        return self.base.light(air)

    def back(self, easel: Easel) -> None:
        """The composition that the seed chooses."""
        found = self.chosen(easel.scene)
        if found is None:
            self.base.back(easel)
        else:
            paint_layers(easel, found.layers, found.roles, mirrors=found.mirrors)

    def front(self, easel: Easel) -> None:
        """The frame of the composition, or that of the base."""
        found = self.chosen(easel.scene)
        if found is None or found.front is None:
            self.base.front(easel)
        else:
            paint_layers(easel, found.front, found.roles, mirrors=found.mirrors)


def _composition(base: Place, row: Mapping[str, Any]) -> Composition:
    names = {field.name for field in fields(Geometry)}
    changes: dict[str, Any] = {
        key: tuple(value) if key in _PAIRS else value for key, value in row.items() if key in names
    }
    geometry = replace(base.geometry, **changes)
    return Composition(geometry, row["layers"], row.get("front"), row.get("roles", {}), row.get("mirror", True))


def varied(place: Place) -> Place:
    """The place with the compositions of data/compositions-*.toml, if it has some."""
    rows = [row for file in FILES for row in table(file).get(place.name, ())]
    return Varied(place, [_composition(place, row) for row in rows]) if rows else place
