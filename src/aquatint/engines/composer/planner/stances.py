"""What a relation makes of a body: riders sit astride, readers open their books, climbers cling to the trunk."""

from __future__ import annotations

from typing import Any

from aquatint.engines.composer.lexicon.nouns import Noun, nouns
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.chains import LIVING
from aquatint.engines.composer.planner.partners import is_person
from aquatint.engines.composer.planner.phrases import Phrase

_AT_WORK = ("working", "sitting", "standing", "studying", "writing")
"""Poses of those who are at a machine because they work on it."""
_AT_REST = ("sitting", "standing", "lying", "sleeping", "relaxing")
"""Poses of those on a seat who do nothing else."""


def fly(phrase: Phrase, backdrop: str) -> None:
    """Let birds fly that are a flock, above something, or in the sky."""
    data = table("words/postures")
    key, flock = phrase.noun.key, phrase.attributes.get("formation") in ("flock", "v", "swarm")
    aloft = phrase.relation == "above" or (phrase.target is None and backdrop in data["airy"]["names"])
    flocks = flock and phrase.target is None and key in data["flocking"]["names"]
    if flocks or (aloft and key in data["fliers"]["names"]):
        phrase.attributes.setdefault("pose", "flying")


def take_stance(phrase: Phrase, target: Phrase) -> None:
    """Give a phrase the pose, and where it needs it the relation, that suits what it is related to."""
    data = table("words/postures")
    if phrase.attributes.get("pose") == "climbing" and is_person(phrase):
        phrase.attributes["prop"] = ""
        return
    match phrase.relation:
        case "riding":
            _ride(phrase, target, data)
        case "in" | "through":
            _be_in(phrase, target, data)
        case "on":
            _be_on(phrase, target, data)
        case "facing" if target.noun.key == "window" and not is_person(phrase):
            phrase.relation = "in"
        case "holding":
            _open(phrase, target, data["opened"])
        case _:
            _doze(phrase, target)


def _ride(phrase: Phrase, mount: Phrase, data: dict[str, Any]) -> None:
    key, stands = mount.noun.key, mount.noun.key in data["stood_on"]["names"]
    if key in data["closed"]["names"] or (phrase.noun.group in LIVING and _has_deck(mount.noun, data)):
        phrase.relation = "in"
        phrase.attributes.pop("pose", None)
    elif is_person(phrase):
        usual = "surfing" if stands else data["ridden"].get(key, "riding")
        if key in data["ridden"] and phrase.attributes.get("pose") in ("riding", *data["on_foot"]["names"]):
            phrase.attributes["pose"] = usual
        phrase.attributes.setdefault("pose", usual)
    elif stands or mount.noun.group == "vehicles":
        phrase.attributes["pose"] = "standing" if stands else "sitting"
    else:
        phrase.attributes.setdefault("pose", "riding")


def _be_in(phrase: Phrase, host: Phrase, data: dict[str, Any]) -> None:
    key = host.noun.key
    if key in data["open_ways"]:
        door = nouns()[data["open_ways"][key]]
        host.noun, host.art = door, door.art
    elif phrase.relation != "in":
        return
    elif key in data["seats"]["names"]:
        _sit_down(phrase, host, data)
    elif phrase.noun.key in data["hangers"]["names"] and host.noun.group == "plants":
        phrase.attributes.setdefault("pose", "hanging")
    elif is_person(phrase) and key in data["aboard"]:
        phrase.attributes.setdefault("pose", data["aboard"][key])


def _be_on(phrase: Phrase, host: Phrase, data: dict[str, Any]) -> None:
    aboard = phrase.noun.group in LIVING and _has_deck(host.noun, data)
    if aboard or (is_person(phrase) and host.noun.key in data["transit"]["names"]):
        phrase.relation = "in"
    elif _works_at(phrase, host):
        phrase.attributes["pose"] = "typing"
    elif host.noun.key in data["seats"]["names"]:
        _sit_down(phrase, host, data)
    elif phrase.attributes.get("spot") in ("shoulder", "shoulders") and is_person(phrase) and is_person(host):
        phrase.attributes["pose"] = "piggyback"
        host.attributes |= {"pose": "carrying on the shoulders", "prop": ""}


def _has_deck(noun: Noun, data: dict[str, Any]) -> bool:
    """Whether who is on it is aboard: ships and boats, but no raft or surfboard."""
    ridden = (*data["stood_on"]["names"], *data["mounts"]["names"], *data["seats"]["names"])
    return noun.group == "vehicles" and noun.role == "swims" and noun.key not in ridden


def _sit_down(phrase: Phrase, seat: Phrase, data: dict[str, Any]) -> None:
    """In an armchair means on its seat."""
    phrase.relation = "on"
    pose = phrase.attributes.get("pose", "sitting")
    if not is_person(phrase):
        return
    usual = data["ridden"].get(seat.noun.key, "seated")
    if pose in data["on_foot"]["names"]:
        # A boy who races on a sled does not run.
        phrase.attributes["pose"] = usual
    elif pose not in _AT_REST:
        phrase.attributes["seated"] = "yes"
    elif pose not in ("lying", "sleeping") or usual != "seated":
        phrase.attributes["pose"] = usual


def _works_at(phrase: Phrase, host: Phrase) -> bool:
    """Whether somebody is at a computer to work on it."""
    machines = set(table("words/actions")["carried"]["typing"]) - {"desk"}
    return is_person(phrase) and host.noun.key in machines and phrase.attributes.get("pose", "working") in _AT_WORK


def _doze(phrase: Phrase, desk: Phrase) -> None:
    """Who sleeps at a desk has the head on it; who is at a computer types."""
    if phrase.relation == "beside" and _works_at(phrase, desk):
        phrase.attributes["pose"] = "typing"
    elif desk.noun.key == "desk" and is_person(phrase) and phrase.attributes.get("pose") == "sleeping":
        phrase.attributes["pose"] = "dozing"


def _open(thing: Phrase, reader: Phrase, opened: dict[str, str]) -> None:
    if reader.attributes.get("pose") == "reading" and thing.noun.key in opened:
        thing.art = nouns()[opened[thing.noun.key]].art
