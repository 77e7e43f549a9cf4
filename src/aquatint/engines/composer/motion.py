"""How the things of a scene move in an animation: every movement comes back to its start after one loop.

What flies or floats bobs, fire flickers, clouds drift, the living breathe. Where the place itself moves too little
to be seen, the viewer sways instead, and near things pass before far ones.
"""

from __future__ import annotations

import math
from dataclasses import replace

from aquatint.engines.composer.art.glow import glowing
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.layout.stage import Placement, Stage
from aquatint.engines.composer.lexicon.nouns import find_noun, role
from aquatint.engines.composer.scene import Scene

MOVING_WEATHER = frozenset({"rain", "snow", "storm"})
SWAY = 0.012
"""How far the viewer sways to each side, in picture widths, as the nearest plane shows it."""
ROOM = 1.0 + 4 * SWAY
"""Enlargement that keeps the edges of swaying planes out of sight."""
ALIVE = frozenset({"people", "animals", "fantasy"})


def moved(placement: Placement, stage: Stage, chance: Chance) -> Placement:
    """The placement as it is at the stage's moment; in a still picture just as it was laid out."""
    if stage.phase is None:
        return placement
    ahead = chance.fork("motion", placement.item.id, placement.instance).random()
    swing = math.sin(math.tau * (stage.phase + ahead))
    if placement.item.art in glowing():
        return _flickering(placement, stage, ahead)
    kind = role(placement.item)
    if kind == "flies":
        return _bobbing(placement, 0.022 * placement.height + 3 * stage.unit, 1.6, swing)
    if kind == "swims" or stage.floor == "water":
        return _bobbing(placement, 0.01 * placement.height + 2 * stage.unit, 1.4, swing)
    if kind == "sky":
        x, y = placement.foot
        return replace(placement, foot=(x + 0.03 * placement.height * swing, y))
    return _breathing(placement, swing)


def _bobbing(placement: Placement, rise: float, tilt: float, swing: float) -> Placement:
    x, y = placement.foot
    return replace(placement, foot=(x, y + rise * swing), rotation=placement.rotation + tilt * swing)


def _breathing(placement: Placement, swing: float) -> Placement:
    noun = find_noun(placement.item.noun)
    if noun is None or noun.group not in ALIVE:
        return placement
    return replace(placement, height=placement.height * (1 + 0.006 * swing))


def _flickering(placement: Placement, stage: Stage, ahead: float) -> Placement:
    assert stage.phase is not None
    quick = math.sin(math.tau * (3 * stage.phase + ahead)) + 0.6 * math.sin(
        math.tau * (5 * stage.phase + 2 * ahead)
    )
    return replace(placement, height=placement.height * (1 + 0.022 * quick))


def sways(scene: Scene, stage: Stage) -> bool:
    """Whether the viewer must sway for anything to be seen to move."""
    still = scene.weather not in MOVING_WEATHER and (stage.floor != "water" or not scene.items)
    fliers = any(role(item) in ("flies", "swims") for item in scene.items)
    return stage.phase is not None and still and not fliers and not scene.transparent


def offset(stage: Stage, nearness: float) -> float:
    """Pixels by which a plane lies aside now; ``nearness`` is 0 for the farthest, 1 for the nearest."""
    assert stage.phase is not None
    return SWAY * stage.size.width * nearness * math.sin(math.tau * stage.phase)
