"""Where the things of a scene stand: one answer, for drawing a scene and for editing it."""

from __future__ import annotations

from aquatint.engines.composer.art.anchors import ArtAnchors
from aquatint.engines.composer.art.library import find
from aquatint.engines.composer.art.place import aspect_of
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.layout.arrange import arrange
from aquatint.engines.composer.layout.singled import with_singles
from aquatint.engines.composer.layout.stage import Placement, Stage
from aquatint.engines.composer.lexicon.nouns import facing, metres, role
from aquatint.engines.composer.scene import Item, Scene


def place_items(scene: Scene, stage: Stage) -> list[Placement]:
    """The placements of all items of a scene, from far to near."""
    chance = Chance(scene.seed)
    own = chance.fork("layout", scene.arrangement) if scene.arrangement else chance.fork("layout")
    found = arrange(scene, stage, item_aspect, metres, role, own, anchors=ArtAnchors(chance))
    return with_singles(found, facing)


def item_aspect(item: Item) -> float:
    """Width by height of an item's drawing, in the pose that its words ask for."""
    return aspect_of(find(item.art), item)
