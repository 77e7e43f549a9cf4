"""A place painted in code, with other compositions of it as recipes: the seed chooses."""

from __future__ import annotations

from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.light import Air
from aquatint.engines.composer.backdrops.place import Place
from aquatint.engines.composer.backdrops.recipe import table
from aquatint.engines.composer.backdrops.scenery.layers import paint_layers
from aquatint.engines.composer.layout.stage import Light
from aquatint.engines.composer.scene import Scene


class Varied(Place):
    """One place, several compositions with the same geometry and light."""

    def __init__(self, base: Place, compositions: list[list[str]]) -> None:
        """``base`` as it is, or one of ``compositions`` behind its items."""
        self.base, self.compositions = base, compositions
        self.name, self.geometry, self.inside = base.name, base.geometry, base.inside

    def air(self, scene: Scene) -> Air:
        """The air of the base."""
        return self.base.air(scene)

    def light(self, air: Air) -> Light:
        """The light of the base."""
        return self.base.light(air)

    def back(self, easel: Easel) -> None:
        """The composition that the seed chooses."""
        chosen = easel.fork("composition").chance.randrange(len(self.compositions) + 1)
        if chosen == 0:
            self.base.back(easel)
        else:
            paint_layers(easel, self.compositions[chosen - 1], {}, mirrors=True)

    def front(self, easel: Easel) -> None:
        """The front of the base."""
        self.base.front(easel)


def varied(place: Place) -> Place:
    """The place with the compositions of data/variants.toml, if it has some."""
    row = table("variants").get(place.name)
    return Varied(place, row["layers"]) if row else place
