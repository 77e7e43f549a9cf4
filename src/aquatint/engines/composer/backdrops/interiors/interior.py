"""A room built from its dressing: shell, finishes, pieces, light; the seed varies all of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from aquatint.engines.composer.backdrops import framing
from aquatint.engines.composer.backdrops.audience import has_audience, paint_audience
from aquatint.engines.composer.backdrops.easel import Easel, out_of_focus
from aquatint.engines.composer.backdrops.interiors import furnishing, surfaces
from aquatint.engines.composer.backdrops.interiors.shell import Shell, build
from aquatint.engines.composer.backdrops.light import Air, indoors
from aquatint.engines.composer.backdrops.pieces.palette import choose
from aquatint.engines.composer.backdrops.place import Geometry, Place
from aquatint.engines.composer.backdrops.places.table import table_top
from aquatint.engines.composer.backdrops.recipe import step, table
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix, multiply
from aquatint.engines.composer.layout.stage import Light
from aquatint.engines.composer.scene import Scene

TABLE = Geometry(ground=(0.64, 0.87), sky=(0.08, 0.36), floor="table", metre=1.55, clear=(0.08, 0.92), tilts=False)
FILES = ("interiors-homes", "interiors-public", "interiors-trades", "interiors-callings", "interiors-grand")


class Interior(Place):
    """A room of some kind."""

    inside = True

    def __init__(self, name: str, row: Mapping[str, Any]) -> None:
        """The room of that name, as its ``row`` of data says."""
        self.name, self.row = name, {**row, "name": name}
        horizon, edge = row.get("horizon", 0.5), row.get("edge", 0.64)
        ground = (edge + 0.08, 0.93)
        self.geometry = Geometry(
            horizon=horizon, ground=ground, sky=(0.06, 0.4), metre=row.get("metre", 0.19) * 1.7,
            clear=(0.12, 0.88), tilts=False,
        )  # fmt: skip

    def light(self, air: Air) -> Light:
        """Light through windows, lamps in the dark; dim rooms are lit by their own lamps at any hour."""
        light, dim = indoors(air.light), self.row.get("dim", 0.0)
        if not dim:
            return light
        tint = mix(Colour.of("#ffffff"), Colour.of(self.row.get("tint", "#c98f5a")), dim)
        return replace(
            light,
            ambient=multiply(light.ambient, tint),
            haze=multiply(light.haze, tint),
            darkness=max(light.darkness, dim * 0.6),
        )

    def air(self, scene: Any) -> Air:
        """The air outside the windows; in dim rooms lamps burn at any hour, and snow never lies inside."""
        air = super().air(scene)
        dim = self.row.get("dim", 0.0)
        if not dim:
            return air
        return replace(air, light=replace(air.light, darkness=max(air.light.darkness, min(0.8, dim))))

    def shell(self, easel: Easel, row: Mapping[str, Any]) -> Shell:
        """The room's box in a dressing: its kind, mirror image and proportions are the seed's."""
        chance = easel.fork("shell").chance
        kind = chance.choice(row.get("shells", ["flat", "corner"]))
        return build(
            easel, kind, edge=row.get("edge", 0.64), metre=row.get("metre", 0.19),
            side=chance.choice((-1, 1)), ceiling=row.get("ceiling", 0.0),
        )  # fmt: skip

    def dressing(self, scene: Scene) -> Mapping[str, Any]:
        """The room's row with the arrangement and the scheme of colours that the scene's seed chooses."""
        chance = Chance(scene.seed).fork("dressing", self.row["name"])
        others = table("arrangements").get(self.row["name"], [])
        row = {**self.row, **chance.fork("arrangement").choice([{}, *others])}
        if "schemes" in row:
            scheme = chance.fork("scheme").choice(table("schemes")[row["schemes"]])
            row |= {"walls": scheme["wall"], "floor_tone": scheme["floor"]}
            row["roles"] = {**row.get("roles", {}), **scheme["roles"]}
        return row

    def back(self, easel: Easel) -> None:
        """Walls, floor and all that stands there."""
        easel = replace(easel, air=replace(easel.air, snow=False))
        row = self.dressing(easel.scene)
        shell = self.shell(easel, row)
        roles = choose(row.get("roles", {}), easel.fork("roles").chance)
        steps = [step(line) for line in row.get("pieces", ())]
        mirror = row.get("mirror", True) and easel.fork("mirror").chance.random() < 0.5
        surfaces.paint_room(easel, shell, row, roles)
        surfaces.sun_on_floor(easel, shell, row, furnishing.windows(steps, mirror=mirror))
        furnishing.furnish(easel, shell, steps, roles, mirror=mirror)

    def front(self, easel: Easel) -> None:
        """Quiet corners, and who looks on from before a stage."""
        if has_audience(easel.scene):
            paint_audience(easel.fork("audience"))
        framing.vignette(easel, 0.28 + 0.3 * self.row.get("dim", 0.0))


class Tabletop(Interior):
    """A table in such a room, for small things: the room behind it is out of focus."""

    def __init__(self, name: str, row: Mapping[str, Any]) -> None:
        """The table in the room of that name, called "cafe table" after it."""
        super().__init__(name, row)
        self.name = f"{name} table"
        self.geometry = replace(TABLE, horizon=self.geometry.horizon)

    def back(self, easel: Easel) -> None:
        """The room, soft, and the table's top before it."""
        room = super().back
        out_of_focus(easel, 5.0 * easel.unit, room)
        woods = self.row.get("table_tone", "#b9794a|#9a6b45|#c99a6a").split("|")
        table_top(easel.fork("top"), 0.56 * easel.height, Colour.of(easel.fork("wood").chance.choice(woods)))


def interiors() -> list[Interior]:
    """All rooms of the data files, and the tables in those that have some."""
    rows = [(name, row) for file in FILES for name, row in table(file).items()]
    rooms = [Interior(name, row) for name, row in rows]
    return rooms + [Tabletop(name, row) for name, row in rows if row.get("tables", True)]
