"""Where the things of a scene stand: one answer, for drawing a scene and for editing it."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from aquatint.engines.composer.art.anchors import ArtAnchors
from aquatint.engines.composer.art.figures.animals.animal import Animal
from aquatint.engines.composer.art.figures.animals.species import species
from aquatint.engines.composer.art.library import find
from aquatint.engines.composer.art.place import aspect_of
from aquatint.engines.composer.art.stature import stature
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.layout.arrange import arrange
from aquatint.engines.composer.layout.settled import planned_count, planned_key
from aquatint.engines.composer.layout.singled import with_singles
from aquatint.engines.composer.layout.stage import Placement, Stage
from aquatint.engines.composer.lexicon.nouns import facing, metres, role
from aquatint.engines.composer.lexicon.seasons import in_season
from aquatint.engines.composer.scene import Item, Scene


def place_items(scene: Scene, stage: Stage, chance: Chance | None = None) -> list[Placement]:
    """The placements of all items of a scene, from far to near.

    ``chance`` is the picture's, from which its drawings fork theirs; without it, the scene's own.
    """
    chance = chance or Chance(scene.seed)
    posed = msgspec.structs.replace(scene, items=[_posed(item, chance) for item in scene.items])
    own = chance.fork("layout", scene.arrangement) if scene.arrangement else chance.fork("layout")
    anchors = ArtAnchors(chance)
    found = arrange(posed, stage, item_aspect, item_metres, role, own, anchors=anchors)
    if stage.perch:
        found = [_perched(one, anchors) for one in found]
    found = [replace(one, item=in_season(one.item, scene.season)) for one in found]
    return with_singles(found, facing, stage.size, item_metres)


def _perched(one: Placement, anchors: ArtAnchors) -> Placement:
    """The drawing lower by what hangs below its feet, so that they are where it stands."""
    feet = anchors.part(one, "feet") if one.item.art.startswith("animal:") else None
    if feet is None:
        return one
    return replace(one, foot=(one.foot[0], 2 * one.foot[1] - feet.y))


def item_aspect(item: Item) -> float:
    """Width by height of an item's drawing, in the pose that its words ask for."""
    return aspect_of(find(item.art), item)


def item_metres(item: Item) -> float:
    """Real height of an item as its drawing shows it: who sits or lies is lower than who stands."""
    return metres(item) * stature(item)


def _posed(item: Item, chance: Chance) -> Item:
    """The item in the pose that a single animal takes of its own accord, so that its true width is known."""
    drawing, key = find(item.art), planned_key("pose")
    now = item.attributes.get("pose", "") if key not in item.attributes else item.attributes[key]
    if planned_count(item) > 1 or now or not isinstance(drawing, Animal):
        return item
    usual = species()[drawing.name].sits
    if not usual:
        return item
    if item.relation in ("in", "on") and "sitting" in usual:
        usual = ("sitting",)  # what is in or on another thing has no room to stand
    pose = chance.fork(item.id, 0, "pose").choice(usual)
    named = key if key in item.attributes else "pose"
    return msgspec.structs.replace(item, attributes={**item.attributes, named: pose})
