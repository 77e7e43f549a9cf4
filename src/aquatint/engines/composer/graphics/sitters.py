"""Who sits for a portrait: heads of people and creatures seen close, with what they wear on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import msgspec

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.art import find, names
from aquatint.engines.composer.art.anchors import ArtAnchors, species_of
from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.art.figures.people.wardrobe import is_accessory
from aquatint.engines.composer.art.place import box_of, paint_placed
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.layout.stage import Light, Placement
from aquatint.engines.composer.lexicon.nouns import find_noun
from aquatint.engines.composer.scene import NATURAL_COLOUR, Item, Scene
from aquatint.engines.composer.staging import place_items

CREATURES = frozenset({"animals", "fantasy"})
"""Groups of nouns whose drawings have heads at known places."""
BORNE = frozenset({"wearing", "holding", "on"})
"""How things are with a sitter that bears them."""
HEADROOM, CHIN = 0.15, 0.6
"""Where the top of a creature's head and its chin are, as shares of the room's height."""
WIDEST = 0.84
"""Share of a sitter's room that the head may take across."""
HELD_BY_BUST = 3.0
"""How much larger a thing is against a bust than against the whole person."""
SEEN = 1.25
"""A drawing is shown at most so many times taller than the room where nothing is known of its head."""


class Sitter(NamedTuple):
    """One head to be shown, and the things that it bears."""

    item: Item
    borne: tuple[Item, ...]


class Head(NamedTuple):
    """A head in pixels: its edges, and the upper and lower end of the drawing that it belongs to."""

    left: float
    top: float
    right: float
    chin: float
    crest: float
    foot: float


def sitters(items: Sequence[Item], most: int) -> list[Sitter]:
    """The heads of a picture, each with what it bears; things that nobody bears sit by themselves."""
    bearers = {item.id: item for item in items if _has_head(item)}
    borne = [item for item in items if item.relation in BORNE and item.target in bearers]
    apart = [*borne, *behind_sitters(items)]
    found = []
    for item in items:
        if item in apart:
            continue
        for number in range(min(item.count, most)):
            name = f"{item.id}~{number}" if number else item.id
            own = msgspec.structs.replace(
                item, id=name, count=1, relation="", target="", art=bust_art(item), attributes=_calm(item)
            )
            things = [_borne_by(own, each, number) for each in borne if each.target == item.id]
            found.append(_dressed(own, things))
    return found[:most]


def behind_sitters(items: Sequence[Item]) -> list[Item]:
    """Things before which somebody sits: "in front of a window"."""
    heads = {item.id: item for item in items if _has_head(item)}
    before = {item.target for item in heads.values() if item.relation == "in front of"}
    return [
        item
        for item in items
        if (item.id in before and item.id not in heads)
        or (item.relation in ("behind", "around") and item.target in heads)
    ]


def _dressed(sitter: Item, things: Sequence[Item]) -> Sitter:
    """The sitter with what it bears; garments that portraits of people can wear are a part of their drawing."""
    own = [one for one in things if _is_garment(one)] if sitter.art.startswith("bust:") else []
    looks = dict(sitter.attributes)
    for one in own:
        worn = looks.get("clothes", "")
        looks["clothes"] = f"{worn}, {one.noun}"[:80] if worn else one.noun
        colour = one.colour or one.attributes.get(NATURAL_COLOUR, "")
        if colour:
            looks[f"{one.noun} colour"] = colour
    if own and "clothes colour" in looks and "clothes" not in sitter.attributes:
        # That colour was said of what the role wears anyway.
        looks["clothes colour"] = ""
        sitter = msgspec.structs.replace(sitter, colour=sitter.attributes["clothes colour"])
    dressed = msgspec.structs.replace(sitter, attributes=looks)
    return Sitter(dressed, tuple(one for one in things if one not in own))


def _is_garment(thing: Item) -> bool:
    """Whether portraits know the thing as something that is worn over other clothes."""
    return thing.relation == "wearing" and is_accessory(thing.noun)


def _borne_by(sitter: Item, thing: Item, number: int) -> Item:
    """The thing as one sitter bears it. A bust is only the upper part of a person, so what it holds is larger."""
    nearer = HELD_BY_BUST if sitter.art.startswith("bust:") and thing.relation == "holding" else 1.0
    return msgspec.structs.replace(
        thing, id=f"{thing.id}~{number}", count=1, target=sitter.id, scale=thing.scale * nearer
    )


def bust_art(item: Item) -> str:
    """Head and shoulders of a person; other things as they are."""
    kind, _, role = item.art.partition(":")
    bust = f"bust:{role}"
    return bust if kind == "person" and bust in names() else item.art


def _calm(item: Item) -> dict[str, str]:
    """A creature sits for its portrait unless the words say otherwise."""
    if "pose" in item.attributes or not item.art.startswith("animal:"):
        return dict(item.attributes)
    return {**item.attributes, "pose": "sitting"}


def _has_head(item: Item) -> bool:
    noun = find_noun(item.noun)
    return item.art.startswith(("person:", "bust:")) or (noun is not None and noun.group in CREATURES)


def paint_sitter(page: Page, sitter: Sitter, room: Box, bust: Box, light: Light) -> None:
    """Paint one sitter: people and things fill the box ``bust``, creatures are seen so close as fills the room."""
    scene = _alone(page.scene, sitter)
    stage = replace(backdrops.find("studio").stage(scene, page.size), light=light)
    placements = place_items(scene, stage, page.chance)
    own = next(placement for placement in placements if placement.item.id == sitter.item.id)
    page.canvas.save()
    head = _head(own, page) if _has_head(own.item) else None
    if head is None or own.item.art.startswith("bust:"):
        _fill_box(page, own, bust)
    else:
        _step_close(page, head, room)
    for placement in placements:
        paint_placed(page.canvas, find(placement.item.art), replace(placement, shadow=False), stage, page.chance)
    page.canvas.restore()


def _alone(scene: Scene, sitter: Sitter) -> Scene:
    """The sitter with its things, in a studio of its own."""
    return msgspec.structs.replace(
        scene,
        kind="scene",
        backdrop="studio",
        camera="eye",
        items=[sitter.item, *sitter.borne],
        texts=[],
        transparent=False,
    )


def _fill_box(page: Page, own: Placement, box: Box) -> None:
    now = box_of(find(own.item.art), own)
    scale = min(box.height / now.height, box.width / now.width)
    page.canvas.translate(box.x + box.width / 2, box.y + box.height)
    page.canvas.scale(scale, scale)
    page.canvas.translate(-own.foot[0], -own.foot[1])


def _step_close(page: Page, head: Head, room: Box) -> None:
    """The head fills the room, and the body goes on beyond its lower edge."""
    near = (CHIN - HEADROOM) * room.height / (head.chin - head.top)
    wide = WIDEST * room.width / (head.right - head.left)
    reaching = (1 - HEADROOM) * room.height / (head.foot - head.top)
    zoom = max(min(near, wide), min(reaching, 1.3 * wide))
    over = (head.top - head.crest) * zoom + 0.03 * room.height
    page.canvas.translate(room.x + room.width / 2, room.y + max(HEADROOM * room.height, over))
    page.canvas.scale(zoom, zoom)
    page.canvas.translate(-(head.left + head.right) / 2, -head.top)


def _head(placement: Placement, page: Page) -> Head | None:
    """The head of a placed creature, measured by where such drawings wear hats and scarves."""
    anchors = ArtAnchors(page.chance)
    crown, neck = anchors.part(placement, "head"), anchors.part(placement, "neck")
    if crown is None or neck is None or neck.y <= crown.y:
        return None
    top, chin, foot = crown.y, neck.y, placement.foot[1]
    half = max(crown.breadth, neck.breadth) * 0.62
    middle = (crown.x + neck.x) / 2
    species = species_of(placement.item.art) if placement.item.art.startswith("animal:") else None
    if species is not None and species.bird is None and not species.face:
        # In profile: the muzzle reaches far before the skull, and hats sit within it.
        half = 1.5 * crown.breadth
        top, chin = crown.y - 0.6 * half, crown.y + 1.0 * half
        middle = crown.x + (0.45 if placement.flip else -0.45) * half
    elif species is None or species.bird is not None:
        chin = max(chin, top + placement.height / SEEN * (CHIN - HEADROOM))
    return Head(middle - half, top, middle + half, chin, foot - placement.height, foot)
