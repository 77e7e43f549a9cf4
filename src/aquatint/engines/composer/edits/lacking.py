"""What belongs to the place and is to go: "remove the clouds", "no stars", "without trees"."""

from __future__ import annotations

from aquatint.engines.composer.edits.chunks import Chunk
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.operations import replaced
from aquatint.engines.composer.lexicon.absences import absence_of, is_kept

LIMIT = 12
"""Names that a scene may be without."""


def leave_out(draft: Draft, part: Chunk) -> bool:
    """Show the place without what a part names; False for what no place leaves out, or what is gone already."""
    key = part.phrase.noun.key if part.phrase is not None else ""
    name = absence_of(part.tags[-1].folded, key)
    scene = draft.scene
    if not name or scene.kind != "scene" or name in scene.absent or len(scene.absent) >= LIMIT:
        return False
    if is_kept(name, scene.backdrop):
        return False
    draft.scene = replaced(scene, absent=[*scene.absent, name])
    return True
