"""One thing in the place of another: what it takes over from it, and what it gets to wear and hold."""

from __future__ import annotations

from typing import cast

from aquatint.engines.composer.edits.operations import replaced
from aquatint.engines.composer.layout import settled
from aquatint.engines.composer.lexicon.nouns import find_noun
from aquatint.engines.composer.scene import Item, Scene

_BORNE = frozenset({"wearing", "holding"})
_BEINGS = frozenset({"people", "animals", "fantasy"})
_EVERYONE = ("mood", "pose", "skin", "eyes colour", "glasses")
"""Looks that whoever takes somebody's place has from them."""
_ANYONE = (*_EVERYONE, "age", "hair", "clothes colour")
"""Looks that somebody of no other description has from them too."""
_PLAIN = frozenset({"man", "woman", "person"})


def with_looks_of(old: Item, new: Item) -> Item:
    """The new item with those looks of the old one that go on, where both are people and nothing else is said."""
    if _group(old) != "people" or _group(new) != "people":
        return new
    keys = _ANYONE if new.noun in _PLAIN else _EVERYONE
    kept = {key: old.attributes[key] for key in keys if key in old.attributes}
    return cast(Item, replaced(new, attributes={**kept, **new.attributes}))


def handed_on(scene: Scene, old: Item, new: Item) -> Scene:
    """The scene with what the old item wore and held on the new one, if that is somebody, too."""
    if _group(new) not in _BEINGS:
        return scene
    ties = _BORNE if scene.kind == "scene" else _BORNE | {"on", "behind", "around"}
    borne = [one for one in scene.items if one.target == old.id and one.relation in ties]
    if not borne:
        return scene
    late = [replaced(one, target=new.id) for one in borne]
    if scene.kind == "scene":
        late = [one if settled.is_removed(one) else settled.added(one) for one in late]
    kept = [one for one in scene.items if one not in borne]
    return cast(Scene, replaced(scene, items=[*kept, *late]))


def _group(item: Item) -> str:
    noun = find_noun(item.noun)
    return noun.group if noun is not None else ""
