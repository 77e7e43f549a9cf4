"""Bringing back what edits took away: "bring the boat back", "put the second dog back"."""

from __future__ import annotations

from aquatint.engines.composer.edits.chunks import chunks
from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.operations import live_items, replaced
from aquatint.engines.composer.layout import settled, singled
from aquatint.engines.composer.scene import Item, Scene

_BRINGING = frozenset({"bring", "put", "get", "give", "have", "want", "i want", "make", "add", "place", "need"})


def follow_return(draft: Draft, clause: Clause) -> bool:
    """Let what was removed be seen again, just where it was; False where nothing such is meant."""
    said = [token.folded for token in clause.tokens if token.kind != "mark"]
    again = clause.verb in ("bring back", "put back", "restore") or (
        clause.verb in _BRINGING and bool(said) and (said[-1] in ("back", "again") or said[0] == "back")
    )
    if not again or draft.scene.kind != "scene":
        return False
    told = False
    for part in chunks(clause.tokens):
        if part.kind == "thing" and part.phrase is not None:
            item = _gone(draft.scene, part.phrase.noun.key, part.phrase.word)
            if item is not None:
                draft.scene = _seen_again(draft.scene, item)
                draft.note(part)
                draft.mention([item])
                told = True
    for token in clause.tokens if told else ():
        draft.ledger.note(token.start, token.text, "silent")
    return told


def _gone(scene: Scene, noun: str, word: str) -> Item | None:
    """The last item of that name that was taken away, or that has lost some of its drawings."""
    named = [item for item in reversed(scene.items) if noun == item.noun or word == item.word]
    away = [item for item in named if settled.is_removed(item)]
    fewer = [item for item in named if _lost(item)]
    return next(iter([*away, *fewer]), None)


def _lost(item: Item) -> bool:
    return any(single.gone for single in item.singles) or item.count < settled.planned_count(item)


def _seen_again(scene: Scene, item: Item) -> Scene:
    if item not in live_items(scene):
        looks = {key: value for key, value in item.attributes.items() if key != settled.REMOVED}
        back = replaced(item, attributes=looks)
    else:
        back = replaced(singled.unsingled(item, gone=True), count=max(item.count, settled.planned_count(item)))
    return replaced(scene, items=[back if one.id == item.id else one for one in scene.items])  # type: ignore[no-any-return]
