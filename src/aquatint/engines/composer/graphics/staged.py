"""Scenes as the picture of a page: which scenes can be staged, and the look of one in any box or outline."""

from __future__ import annotations

from typing import Any

import msgspec

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, linear
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.graphics.planned import planned_scene
from aquatint.engines.composer.graphics.scenery import has_place, paint_scenery
from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.scene import Item, Scene

AT_HOME = frozenset({"animals", "people", "vehicles", "buildings", "fantasy", "nature"})
"""Groups of nouns that live somewhere: a fox has a forest, a lemon is a lemon."""
PLAIN_HOMES = frozenset({"", "studio"})
DEFAULT_HOME = "meadow"


def home_of(item: Item) -> str:
    """The backdrop where a thing belongs, or "" for things that are at home anywhere."""
    noun = nouns().get(item.noun)
    if noun is None or noun.group not in AT_HOME:
        return ""
    return noun.home if noun.home not in PLAIN_HOMES and noun.home in backdrops.names() else DEFAULT_HOME


def staged(scene: Scene) -> Scene | None:
    """The scene at its place, or at the home of its first thing; None when it is nowhere.

    Where edits have put other things there, the home is still that of the first ones.
    """
    if has_place(scene):
        return scene
    things = [*planned_scene(scene).items, *scene.items]
    home = next((home for home in map(home_of, things) if home), "")
    return msgspec.structs.replace(scene, backdrop=home) if home else None


def telling(scene: Scene) -> bool:
    """Whether the words tell of a moment and not just of a thing: an hour, a weather, somebody doing something."""
    if scene.time != "day" or scene.weather != "clear" or scene.season is not None:
        return True
    return any(item.relation or "pose" in item.attributes for item in scene.items)


def paint_stage(page: Page, box: Box, scene: Scene, outline: Any = None) -> None:
    """Paint a scene into the box, cut to an ``outline`` (a skia.Path) if there is one."""
    own = Page(page.canvas, scene, page.size, page.chance, page.palette)
    page.canvas.save()
    if outline is not None:
        page.canvas.clipPath(outline, True)
    paint_scenery(own, box)
    page.canvas.restore()


def paint_fade(page: Page, box: Box, colour: Colour, *, upwards: bool = False, solid: float = 0.45) -> None:
    """Let the picture sink into a colour towards the bottom of the box (or its top); the last part is solid."""
    y, end = (box.y + box.height, box.y) if upwards else (box.y, box.y + box.height)
    stops = [(0.0, colour, 0.0), (0.5 * (1 - solid), colour, 0.55), (1 - solid, colour, 1.0), (1.0, colour, 1.0)]
    page.rectangle(box, fill(shader=linear((0, y), (0, end), stops)))
