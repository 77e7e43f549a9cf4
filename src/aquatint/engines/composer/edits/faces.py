"""Where somebody's face is: "zoom in on her face"."""

from __future__ import annotations

from aquatint.engines.composer.art.anchors import ArtAnchors
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.edits.chunks import Chunk
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.where import Area, first_placement
from aquatint.engines.composer.scene import Item

WORDS = frozenset({"face", "head", "eyes", "smile"})
AIR = 0.9
"""Room around a face, in breadths of the head."""


def is_face(part: Chunk) -> bool:
    """Whether a part of a clause is about somebody's face."""
    return part.tags[-1].folded in WORDS


def face_of(draft: Draft, item: Item) -> Area | None:
    """A box around the face of an item's first drawing, in shares of the picture; None where it has none."""
    now = first_placement(draft.scene, draft.size, item.id)
    if now is None or not item.art.startswith(("person:", "animal:")):
        return None
    anchors = ArtAnchors(Chance(draft.scene.seed))
    crown, neck = anchors.part(now, "head"), anchors.part(now, "neck")
    if crown is None or neck is None:
        return None
    half = (0.5 + AIR) * max(crown.breadth, neck.breadth)
    x, y = (crown.x + neck.x) / 2, (crown.y + neck.y) / 2
    x = draft.size.width - x if draft.scene.mirrored else x
    wide, high = draft.size.width, draft.size.height
    return Area((x - half) / wide, (y - half) / high, (x + half) / wide, (y + half) / high)
