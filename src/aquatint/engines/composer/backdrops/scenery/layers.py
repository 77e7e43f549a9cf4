"""The painters of layers by name, and the measures that they share.

Heights ``y``, ``to`` are shares of the picture's height below the horizon (negative above); sizes are shares of
the shorter side; ``at`` runs -1..1 across the picture; ``tone`` is a colour or the name of one (`tone_of`);
``far`` is the share of haze before it. ``if=`` and ``unless=`` name conditions of `fits`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.pieces.palette import choose
from aquatint.engines.composer.backdrops.recipe import Step, step
from aquatint.engines.composer.backdrops.scenery import (
    above,
    above_town,
    above_water,
    barriers,
    built,
    fields,
    forms,
    frames,
    land,
    near,
    rock,
    rows,
    sport,
    ways,
    wet,
    woods,
)
from aquatint.engines.composer.backdrops.scenery.measures import Roles

Painter = Callable[[Easel, Step, Roles], None]

PAINTERS: Mapping[str, Painter] = {
    "sky": land.sky_layer,
    "hills": land.hills,
    "peaks": land.peaks,
    "mesas": rock.mesas,
    "dunes": rock.dunes,
    "volcano": rock.volcano,
    "wood": land.wood,
    "haze": land.haze,
    "ground": land.ground,
    "strew": land.strew,
    "leaf_litter": land.leaf_litter,
    "terraces": rock.terraces,
    "cliff": rock.cliff,
    "walls": rock.walls,
    "islands": rock.islands,
    "crown": forms.crown,
    "bluff": forms.bluff,
    "isle": forms.isle,
    "cloud_sea": forms.cloud_sea,
    "jetty": forms.jetty,
    "rainbow": forms.rainbow,
    "bodies": land.bodies,
    "gradient": land.gradient_layer,
    "shapes": land.shapes,
    "blooms": land.blooms,
    "pool": wet.pool,
    "shafts": land.shafts,
    "lava": rock.lava,
    "water": wet.water_layer,
    "surf": wet.surf,
    "swells": wet.swells,
    "falls": wet.falls,
    "mirror": wet.mirror,
    "row": rows.row,
    "put": rows.put,
    "crops": rows.crops,
    "aside": rows.aside,
    "fronts": built.fronts,
    "skyline": built.skyline,
    "paving": built.paving,
    "road": built.road,
    "rails": built.rails,
    "wall": built.wall,
    "stands": built.stands,
    "pitch": built.pitch,
    "court": sport.court,
    "rink": sport.rink,
    "lanes": sport.lanes,
    "bunker": sport.bunker,
    "string_lights": built.string_lights,
    "path": ways.path,
    "highroad": ways.highroad,
    "stream": ways.stream,
    "field": fields.field,
    "stalks": fields.stalks,
    "patchwork": fields.patchwork,
    "furrows": fields.furrows,
    "fence": barriers.fence,
    "stone_wall": barriers.stone_wall,
    "hedge": barriers.hedge,
    "flower_bed": barriers.flower_bed,
    "trunks": woods.trunks,
    "canopy": woods.canopy,
    "blossom": woods.blossom,
    "petals": woods.petals,
    "fireflies": woods.fireflies,
    "vignette": frames.vignette,
    "grass": frames.grass,
    "branch": frames.branch,
    "boughs": frames.boughs,
    "leaves": frames.leaves,
    "vines": frames.vines,
    "rocks": frames.rocks,
    "railing": frames.railing,
    "plane": above.plane,
    "trees_above": above.trees_above,
    "trees_at": above.trees_at,
    "quilt": above.quilt,
    "track_above": above.track_above,
    "watercourse": above_water.watercourse,
    "shore_above": above_water.shore_above,
    "waves_above": above_water.waves_above,
    "lay": above.lay,
    "blocks": above_town.blocks,
    "crossing": above_town.crossing,
    "corner_roofs": above_town.corner_roofs,
    "deck_above": above_town.deck,
    "board_above": above_town.board,
    "basin": above_town.basin,
    "stems": near.stems,
    "flowers_near": near.flowers_near,
}


RISING = frozenset({"hills", "peaks", "mesas", "wood", "row", "trunks", "skyline", "fronts", "patchwork"})
"""Layers at whose foot fog gathers."""


def paint_layers(easel: Easel, lines: Sequence[str], roles: Mapping[str, str], *, mirrors: bool) -> None:
    """Paint layers from far to near, with colours for the roles and perhaps a mirror image by the seed."""
    chosen = choose(roles, easel.fork("roles").chance)
    if mirrors and easel.fork("mirror").chance.random() < 0.5:
        chosen["mirror"] = "yes"
    for index, line in enumerate(lines):
        one = step(line)
        part = easel.fork(one.name, index)
        if part.chance.random() < one.number("odds", 1.0) and fits(one, easel):
            PAINTERS[one.name](part, one, chosen)
            if easel.air.weather == "fog" and one.name in RISING:
                land.fog_bank(part.fork("fog"), one.number("y"))


def fits(one: Step, easel: Easel) -> bool:
    """Whether a step's conditions hold in this air."""
    air = easel.air
    holds = {
        "snow": air.snow,
        "winter": air.season == "winter",
        "autumn": air.season == "autumn",
        "blossom": air.season in ("spring", "summer") and not air.snow,
        "green": air.season != "winter" and not air.snow,
        "dark": air.light.darkness > 0.3,
        "rough": air.weather in ("storm", "snow") or air.season == "winter",
        "wet": air.wet > 0,
    }
    wanted, unwanted = one.text("if"), one.text("unless")
    return (not wanted or holds[wanted]) and not (unwanted and holds[unwanted])
