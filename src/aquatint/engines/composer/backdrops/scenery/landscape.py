"""A place whose layers are data: the same painters in another order, with other pieces, make another place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.light import Air, nature_of
from aquatint.engines.composer.backdrops.place import Geometry, Place
from aquatint.engines.composer.backdrops.recipe import table
from aquatint.engines.composer.backdrops.scenery import layers
from aquatint.engines.composer.layout.stage import Floor, Stage
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

FILES = (
    "scenery-wild", "scenery-country", "scenery-fields", "scenery-town", "scenery-forms", "scenery-sport",
    "scenery-above", "scenery-fantasy",
)  # fmt: skip
HIGH_ABOVE = -4.0
"""y of the horizon, in heights of the picture, where one looks straight down."""


class Landscape(Place):
    """A place of layers."""

    def __init__(self, name: str, row: Mapping[str, Any]) -> None:
        """The place of that name, as its ``row`` of data says."""
        self.name, self.row = name, row
        self.own_compositions = 1 + len(row.get("variants", ()))
        self.inside, self.above = row.get("inside", False), row.get("above", False)
        water = row.get("water")
        self.geometry = Geometry(
            horizon=row.get("horizon", 0.55),
            ground=tuple(row.get("ground", (0.1, 0.93) if self.above else (0.7, 0.93))),
            sky=tuple(row.get("sky", (0.06, 0.38))),
            floor=cast(Floor, row.get("floor", "ground")),
            metre=row.get("metre", 0.24),
            clear=tuple(row.get("clear", (0.1, 0.9))),
            water=tuple(water) if water else None,
            tilts=not self.above,
        )

    def stage(self, scene: Scene, size: Size) -> Stage:
        """The stage; seen straight from above it has no horizon."""
        stage = super().stage(scene, size)
        return replace(stage, horizon=HIGH_ABOVE * size.height) if self.above else stage

    def air(self, scene: Scene) -> Air:
        """The air, with the snow that always lies in some places, and the summer that never ends in others."""
        air = super().air(scene)
        if self.row.get("evergreen"):
            return replace(air, season="summer", snow=False, nature=nature_of("summer"))
        return replace(air, snow=True) if self.row.get("snowy") else air

    def back(self, easel: Easel) -> None:
        """All layers of the variant that the seed chooses, from far to near."""
        variants = [self.row["layers"], *self.row.get("variants", ())]
        self._paint(easel, easel.fork("variant").chance.choice(variants))

    def front(self, easel: Easel) -> None:
        """What frames the place; fog veils the whole of what is seen from above."""
        if self.above and easel.air.weather == "fog":
            easel.band(0, easel.height, (0, easel.stage.light.haze, 0.5), (1, easel.stage.light.haze, 0.4))
        self._paint(easel, self.row.get("front", ("vignette strength=0.28",)))

    def _paint(self, easel: Easel, lines: Sequence[str]) -> None:
        layers.paint_layers(easel, lines, self.row.get("roles", {}), mirrors=self.row.get("mirror", True))


def landscapes() -> list[Landscape]:
    """All landscapes of the data files."""
    return [Landscape(name, row) for file in FILES for name, row in table(file).items()]
