"""Who does something with somebody or something: riders get on, couples turn to each other, dogs are led."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.phrases import Phrase

_ABOARD = ("riding", "standing", "sitting", "seated", "racing", "holding", "carrying", "")
"""Poses of those on a vehicle who do nothing but ride it."""
_CHILDREN = frozenset({"boy", "girl", "child", "toddler"})
_NO_RIDERS = frozenset({"robot", "mermaid", "skeleton"})
"""People whose bodies have no seat for a vehicle of their own."""


def is_person(phrase: Phrase) -> bool:
    """Whether it is somebody."""
    return phrase.noun.group == "people"


def board(phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases without vehicles of which a rider's own drawing knows: a bicycle is under who rides it."""
    gone: list[Phrase] = []
    for rider in phrases:
        mount = rider.target
        if mount is None or not is_person(rider) or rider.relation not in ("riding", "on", "in"):
            continue
        pose = _own_vehicle(rider, mount)
        if not pose or mount.scale != 1.0 or mount.target is not None:
            continue
        rider.attributes |= {"pose": pose} | ({"thing colour": mount.colour} if mount.colour else {})
        rider.relation, rider.target = "", None
        gone.append(mount)
    for one in phrases:
        if one.target in gone:
            one.relation, one.target = "", None
    return [one for one in phrases if one not in gone]


def _own_vehicle(rider: Phrase, mount: Phrase) -> str:
    """The pose of who has such a vehicle of their own, or nothing."""
    data = table("words/postures")
    small = data["small_vehicles"].get(mount.noun.key) if rider.noun.key in _CHILDREN else None
    pose = str(data["vehicles"].get(small or mount.noun.key, ""))
    idle = rider.attributes.get("pose", "") in (pose, *_ABOARD)
    return pose if idle and rider.noun.key not in _NO_RIDERS else ""


def do_together(phrases: Sequence[Phrase]) -> None:
    """What one does with another, the other one does as well: hugging, shaking hands."""
    data = table("words/postures")
    for phrase in phrases:
        other = phrase.target
        if other is None or not is_person(phrase):
            continue
        if not is_person(other):
            _embrace(phrase, other)
            continue
        for one, partner in ((phrase, other), (other, phrase)):
            pose = one.attributes.get("pose", "")
            if pose in data["together"] and phrase.relation in ("facing", "beside"):
                partner.attributes.setdefault("pose", pose)
    _couple([phrase for phrase in phrases if is_person(phrase)], data["coupled"])


def _embrace(who: Phrase, what: Phrase) -> None:
    """Who hugs a cat has it in both arms."""
    small = what.noun.key in table("words/postures")["cradled"]["names"]
    if small and who.attributes.get("pose") in ("hugging", "kissing") and who.relation == "facing":
        who.relation, who.target = "", None
        what.relation, what.target = "holding", who
        who.attributes |= {"pose": "cradling", "prop": ""}


def _couple(people: Sequence[Phrase], coupled: dict[str, str]) -> None:
    """Two who do the same are a couple: a man and a woman dancing."""
    poses = {phrase.attributes.get("pose", "") for phrase in people}
    if len(people) == 2 and len(poses) == 1 and all(one.count == 1 for one in people) and poses <= set(coupled):
        for one in people:
            one.attributes["pose"] = coupled[one.attributes["pose"]]


def take_along(phrases: Sequence[Phrase]) -> None:
    """What goes with somebody goes as it can: dogs on a leash, sleds on a rope, wheelchairs by their handles."""
    for one in phrases:
        other = one.target
        if other is None:
            continue
        if one.attributes.get("led") == "rope":
            other.attributes["pose"] = "towing"
        elif one.relation == "following" and other.attributes.get("pose") == "wheeling" and is_person(one):
            one.relation, one.target = "", None
            other.relation, other.target = "holding", one
            other.attributes["led"] = "handle"
        elif one.relation == "holding" and is_person(other) and one.noun.group in ("animals", "fantasy"):
            _walk(one, other)


def _walk(beast: Phrase, walker: Phrase) -> None:
    """Who walks with a dog has it on a leash; other beasts walk beside."""
    pose = walker.attributes.get("pose", "")
    if pose not in ("walking", "running", "strolling"):
        return
    beast.attributes.setdefault("pose", pose)
    if beast.noun.key in table("words/postures")["leashed"]["names"]:
        beast.attributes["led"] = "leash"
        walker.attributes["pose"] = "walking a dog" if pose != "running" else pose
    else:
        beast.attributes.pop("led", None)
        beast.relation = "beside"
