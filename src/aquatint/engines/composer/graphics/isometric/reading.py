"""What an isometric picture shows besides its items: buildings, rooms, and that they are cut open."""

from __future__ import annotations

from typing import Literal

from aquatint.engines.composer.graphics import cues
from aquatint.engines.composer.graphics.isometric.models import catalogue, model_of
from aquatint.engines.composer.graphics.isometric.naming import named
from aquatint.engines.composer.graphics.isometric.plot import PLAIN
from aquatint.engines.composer.graphics.isometric.rooms import find_room
from aquatint.engines.composer.graphics.isometric.stands import wants_of
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.scene import Item, Scene

Fate = Literal["drawn", "approximated"]


def shown(scene: Scene) -> dict[str, Fate]:
    """The words of the prompt that the picture shows though the planner has no drawing of them, and how truly."""
    wants = wants_of(scene)
    room = find_room(scene, wants)
    held = {want.model.name for want in wants if want.model is not None}
    found: dict[str, Fate] = {}
    for name in named(scene.prompt):
        phrase = " ".join(name.words)
        if room and name.room == room:
            found |= dict.fromkeys((phrase, *name.words), "drawn")
        elif name.model in held and not (room and catalogue()[name.model].flag("building")):
            near = phrase in catalogue()[name.model].entry.get("near", ())
            found |= dict.fromkeys((phrase, *name.words), "approximated" if near else "drawn")
        elif room and name.model:
            found |= dict.fromkeys((phrase, *name.words), "approximated")
    items = {want.item.id for want in wants}
    for item in scene.items:
        word = item.word.lower()
        if item.id in items and found.get(word) == "approximated" and not _is_near(item, room):
            del found[word]
        elif item.id not in items and word not in ("sign", "signs") and " " not in word:
            found[word] = "approximated"
    found |= dict.fromkeys(_unshown_place(scene, room), "approximated")
    if room:
        found |= dict.fromkeys(cues.data("models")["places"]["inside"], "drawn")
    for model in [catalogue()[name] for name in held]:
        found |= dict.fromkeys(model.entry.get("shows", ()), "drawn")
    return found


def _is_near(item: Item, room: str) -> bool:
    """Whether a building is drawn as its inside, or as one that does for several kinds."""
    model = model_of(item)
    near = model is not None and bool({item.word.lower(), item.noun} & set(model.entry.get("near", ())))
    return near or (bool(room) and model is not None and model.flag("building"))


def _unshown_place(scene: Scene, room: str) -> list[str]:
    """The words for a place of the planner that no land and no room here shows."""
    models = cues.data("models")
    known = {name for each in models["rooms"].values() for name in each["backdrops"]} | PLAIN
    known |= {phrase for phrases in models["lands"].values() for phrase in phrases} | {"garden", "farm"}
    if room or scene.backdrop in known:
        return []
    entry = table("words/places").get(scene.backdrop, {})
    return [word for word in entry.get("also", ()) if cues.count_said(cues.said(scene), (word,))]
