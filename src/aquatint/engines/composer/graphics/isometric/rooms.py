"""Which room a picture shows, and what is in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from aquatint.engines.composer.graphics.cues import count_said, data, said
from aquatint.engines.composer.graphics.isometric.models import catalogue
from aquatint.engines.composer.graphics.isometric.naming import named
from aquatint.engines.composer.graphics.isometric.stands import Want, listed, own
from aquatint.engines.composer.scene import Scene

FEW = 2
"""Furniture in a prompt below which a room is furnished as its kind is."""
INDOORS = frozenset({"wall", "hang", "seat", "corner", "rank", "top", "floor"})
"""Where things stand that are furniture."""


def find_room(scene: Scene, wants: Sequence[Want]) -> str:
    """The kind of room that the picture is to show, or "" when it shows something in the open air."""
    places, rooms = data("models")["places"], data("models")["rooms"]
    within = count_said(said(scene), places["inside"]) > 0
    names = [each.room for each in named(scene.prompt) if each.room and each.room != "room"]
    name = next(iter(names), "") or _by_backdrop(scene)
    furniture = [want for want in wants if want.model is not None and want.model.at in INDOORS]
    outside = any(want.model is not None and want.model.name in ("parasol-table", "street-lamp") for want in wants)
    if name and (within or not rooms[name].get("public")):
        return name if within or not _has_building(wants, name) else ""
    if name and not outside and furniture:
        return name
    if within or (len(furniture) > 1 and len(furniture) == len(wants)):
        return name or "room"
    return ""


def _by_backdrop(scene: Scene) -> str:
    rooms = data("models")["rooms"]
    return next((name for name, room in rooms.items() if scene.backdrop in room["backdrops"]), "")


def _has_building(wants: Sequence[Want], name: str) -> bool:
    """Whether a building is named that does not stand for the room itself."""
    return any(
        want.model is not None and want.model.flag("building") and not _stands_for(want, name) for want in wants
    )


def _stands_for(want: Want, name: str) -> bool:
    """Whether a building is only the word for the room: "bakery shop cutaway"."""
    words = data("models")["rooms"][name]["words"]
    return (
        want.model is not None
        and want.model.flag("building")
        and (want.item.word.lower() in words or any(word in want.item.word.lower() for word in words))
    )


def contents(scene: Scene, name: str, wants: Sequence[Want]) -> list[Want]:
    """What the room holds: what is asked, what such a room always has, and furniture when nothing is asked."""
    room = data("models")["rooms"][name]
    words = said(scene)
    bare = count_said(words, ("empty", "unfurnished"))
    wants = [want for want in wants if want.model is None or not want.model.flag("building")]
    asked = {want.model.entry.get("as", want.model.name) for want in wants if want.model is not None}
    asked |= {want.model.name for want in wants if want.model is not None}
    plain = [] if bare else list(room["always"])
    people = any(_is_person(want) for want in wants)
    if not bare and sum(not _is_person(want) for want in wants) < FEW:
        plain += [entry for entry in room["furnish"] if entry.split()[0] in catalogue() or not people]
    plain += room["fittings"]
    if scene.time == "night" and "floor-lamp" not in plain:
        plain.append("floor-lamp")
    added = [want for want in listed(plain) if _missing(want, asked, words)]
    found = _with_seats([*wants, *added], room)
    return found + _equipment(found, room)


def _is_person(want: Want) -> bool:
    return want.model is not None and want.model.entry.get("life") == "person"


def _missing(want: Want, asked: set[str], words: str) -> bool:
    assert want.model is not None
    refused = any(
        f" {no} {noun}" in words for no in ("no", "without", "without a") for noun in want.model.entry["nouns"]
    )
    return want.model.name not in asked and not refused


def _with_seats(wants: list[Want], room: Mapping[str, Any]) -> list[Want]:
    """A chair for each desk, and a desk for each of those who sit at desks."""
    desks = [want for want in wants if want.model is not None and want.model.name in ("desk", "school-desk")]
    seats = [want for want in wants if want.at == "seat"]
    sitting = [want for want in wants if sits(want)]
    lacking = len(sitting) - len(desks)
    if desks and lacking > 0 and len(desks) == 3:  # "desks", however many
        wants = wants + own(desks[0].model.name if desks[0].model else "desk", lacking)
    needed = max(len(desks), len(sitting)) - len(seats)
    return wants + own(room.get("seat", "office-chair" if "equip" in room else "chair"), max(0, needed))


def sits(want: Want) -> bool:
    item = want.item
    posed = item.attributes.get("pose", "") in ("sitting", "seated", "working", "typing", "reading", "studying")
    at = item.relation in ("on", "in") and item.target.startswith(("chair", "office-chair", "armchair", "stool"))
    return want.model is not None and want.model.entry.get("life") == "person" and (posed or at)


def _equipment(wants: Sequence[Want], room: Mapping[str, Any]) -> list[Want]:
    """A computer on each desk of an office."""
    desks = sum(want.model is not None and want.model.name == "desk" for want in wants)
    has = sum(want.model is not None and want.model.name == "computer" for want in wants)
    return own(room["equip"], max(0, desks - has)) if "equip" in room else []
