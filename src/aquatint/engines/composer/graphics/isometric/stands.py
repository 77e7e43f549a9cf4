"""What stands where in an isometric picture: the scene's things, each with its model, and what goes with them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from aquatint.engines.composer.art import find
from aquatint.engines.composer.graphics.cues import data
from aquatint.engines.composer.graphics.isometric.models import Model, catalogue, model_of
from aquatint.engines.composer.graphics.isometric.naming import Named, named
from aquatint.engines.composer.graphics.isometric.order import Bounds
from aquatint.engines.composer.graphics.picture import Actor, actors
from aquatint.engines.composer.lexicon.nouns import metres, nouns
from aquatint.engines.composer.scene import Item, Scene

SPRITE = (0.5, 2.6)
"""Least and most height in metres of a thing without a model, which is drawn upright."""
FLOWERS = 14
"""Clumps in a field of flowers."""
OWN = "own-"
"""How the ids of things begin that nobody asked for."""


@dataclass(frozen=True, slots=True)
class Want:
    """One thing to be placed."""

    actor: Actor
    model: Model | None

    @property
    def item(self) -> Item:
        """What the scene says of it."""
        return self.actor.item

    @property
    def at(self) -> str:
        """Where it stands in a room: on the floor for small things without a model as well."""
        return self.model.at if self.model is not None else "top" if metres(self.item) < 0.5 else ""

    @property
    def asked(self) -> bool:
        """Whether the prompt names it."""
        return not self.item.id.startswith(OWN)

    def outdoors(self) -> Want:
        """The same in the open air: flowers stand in no vase there."""
        name = self.model.entry.get("outdoors") if self.model is not None else None
        return replace(self, model=catalogue()[name]) if name is not None and self.item.noun != "vase" else self

    def footprint(self, quarter: int = 0) -> tuple[float, float]:
        """Extent along x and y."""
        if self.model is not None:
            return self.model.footprint(quarter)
        wide = 0.7 * sprite_height(self.item)
        return wide, wide

    @property
    def height(self) -> float:
        """Metres."""
        return self.model.height if self.model is not None else sprite_height(self.item)


@dataclass(frozen=True, slots=True)
class Stand:
    """A thing in its place."""

    want: Want
    x: float
    y: float
    z: float = 0.0
    quarter: int = 0
    rider: Want | None = None
    """Who sits on it."""

    @property
    def bounds(self) -> Bounds:
        """The low and the high corner."""
        width, depth = self.want.footprint(self.quarter)
        height = self.want.height + (0.7 if self.rider is not None else 0.0)
        return (self.x, self.y, self.z), (self.x + width, self.y + depth, self.z + height)

    def with_rider(self, rider: Want) -> Stand:
        """The same with somebody on it."""
        return replace(self, rider=rider)


def sprite_height(item: Item) -> float:
    """Height in metres of a thing that is drawn upright: much compressed, so that whales go beside boats."""
    least, most = SPRITE
    return float(min(most, max(least, 1.1 * metres(item) ** 0.5)) * item.scale**0.3)


def wants_of(scene: Scene) -> list[Want]:
    """All things that the scene counts, and buildings that the prompt names and the planner has no drawing of."""
    names = named(scene.prompt)
    shown = [item for item in scene.items if not _is_part(scene, item, names)]
    strewn = [item for item in shown if item.spread and _grows(item)]
    wants = [Want(actor, model_of(actor.item)) for actor in actors([one for one in shown if one not in strewn])]
    for item in strewn:
        wants += _field(item)
    wants += _field_around(scene)
    held = {want.model.name for want in wants if want.model is not None}
    for name in names:
        if name.model and name.model not in held:
            item = Item(id=f"named-{name.model}", noun="box", word=" ".join(name.words), art="noto:package")
            wants.append(Want(Actor(item, 0, find(item.art)), catalogue()[name.model]))
            held.add(name.model)
    return wants


def _grows(item: Item) -> bool:
    return item.noun in nouns() and nouns()[item.noun].group in ("foods", "plants")


def _field(item: Item) -> list[Want]:
    """A field of what is strewn over the land: flowers, or rows of a crop."""
    model = model_of(item)
    flowers = model is not None and "flowers" in (model.name, model.entry.get("outdoors"))
    return _sown("flowers", FLOWERS, item) if flowers else _sown("crops", 1, item)


def _sown(name: str, count: int, item: Item) -> list[Want]:
    return [Want(Actor(item, i, find(item.art)), catalogue()[name]) for i in range(count)]


def _field_around(scene: Scene) -> list[Want]:
    """What grows in a field that is the place of the picture."""
    if scene.backdrop not in data("models")["fields"]:
        return []
    name, count, noun, colour = data("models")["fields"][scene.backdrop]
    return _sown(name, count, Item(id=f"field-{noun}", noun=noun, word=noun, art=nouns()[noun].art, colour=colour))


def _is_part(scene: Scene, item: Item, names: Sequence[Named]) -> bool:
    """Whether a word is part of a longer name, of a building that shows it, or a place where the others are."""
    words = item.word.lower().split()
    own_model = model_of(item)
    longer = any(
        name.model
        and len(name.words) > len(words)
        and set(words) <= set(name.words)
        and (own_model is None or own_model.name != name.model)
        for name in names
    )
    models = [found for other in scene.items if other is not item and (found := model_of(other)) is not None]
    shown = any(word in model.entry.get("shows", ()) for model in models for word in words)
    site = item.noun in data("models")["places"]["sites"] and any(model.name == "tent" for model in models)
    said = scene.prompt.lower().count(words[-1]) if words else 0
    board = item.noun == "sign" and bool(scene.texts) and _has_front([*models, *_models(names)])
    return (longer and item.count == 1 and said == 1) or shown or site or board


def _models(names: Sequence[Named]) -> list[Model]:
    return [catalogue()[name.model] for name in names if name.model]


def _has_front(models: Sequence[Model]) -> bool:
    """Whether a building bears the name itself."""
    return any(model.flag("building") and "sign" in model.entry for model in models)


def own(name: str, count: int = 1, first: int = 0, noun: str = "") -> list[Want]:
    """Things that nobody asked for, by the name of their model."""
    model = catalogue()[name]
    item = Item(id=f"{OWN}{name}", noun=noun or model.entry["nouns"][0], word=name, art="noto:package")
    return [Want(Actor(item, first + i, find(item.art)), model) for i in range(count)]


def listed(entries: Iterable[str]) -> list[Want]:
    """Things of a list such as ``["desk 2", "plant", "teacher"]``: models, or nouns that have one."""
    found: list[Want] = []
    for entry in entries:
        name, _, count = entry.partition(" ")
        number = int(count) if count else 1
        if name in catalogue():
            found += own(name, number, first=_already(found, name))
        else:
            found += own("person", number, first=_already(found, "person"), noun=name)
    return found


def _already(found: Sequence[Want], name: str) -> int:
    return sum(want.model is not None and want.model.name == name for want in found)
