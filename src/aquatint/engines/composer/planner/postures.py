"""How living beings carry themselves with a thing: riders sit astride, readers have books."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.lexicon.states import place_shows_besides
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.binding import pose_fate
from aquatint.engines.composer.planner.chains import LIVING
from aquatint.engines.composer.planner.connecting import suit_hanging, suit_top
from aquatint.engines.composer.planner.partners import (
    do_together,
    hand_over,
    is_person,
    keep_company,
    keep_to_calling,
    lean_ladders,
    ride_along,
    sit_to_watch,
    take_along,
)
from aquatint.engines.composer.planner.phrases import Phrase
from aquatint.engines.composer.planner.stances import fly, take_stance

RIDDEN = 0.7
"""Who is on a beast that is so high (in metres) rides it."""
_NEAR = ("beside", "behind", "in front of")
"""Relations to a thing that lose nothing when it is only seen in the background."""


def _worker_at(thing: Phrase, phrases: Sequence[Phrase]) -> Phrase | None:
    carried = table("words/actions")["carried"]
    people = (one for one in phrases if is_person(one))
    return next((one for one in people if thing.noun.key in carried.get(one.attributes.get("pose", ""), ())), None)


def leave_to_poses(phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases without those that a person's own drawing shows in the pose: the violin of who plays it."""
    carried = table("words/actions")["carried"]
    kept: list[Phrase] = []
    for phrase in phrases:
        bearer = phrase.target or next((one for one in phrases if one.target is phrase), None)
        pose = bearer.attributes.get("pose", "") if bearer is not None else ""
        plain = not (phrase.colour or phrase.counted) and phrase.scale == 1.0 and phrase.art == phrase.noun.art
        fixed = phrase.noun.key in table("words/postures")["fixtures"]["names"]
        if plain and fixed and (worker := _worker_at(phrase, phrases)) is not None:
            _stand_in(worker, phrase, phrases)
        elif bearer is None or not plain or not _is_carried(phrase, bearer, carried.get(pose, ())):
            kept.append(phrase)
        elif phrase.relation == "holding":
            bearer.attributes.pop("prop", None)
        elif phrase.target is None:
            _stand_in(bearer, phrase, phrases)
    return kept


def leave_to_place(phrases: Sequence[Phrase], backdrop: str) -> list[Phrase]:
    """The phrases without what the place shows anyway: "by a window" in a room that has one."""
    kept = _on_stage(phrases, backdrop)
    for number, phrase in enumerate(phrases):
        some = phrase.plural and not phrase.counted
        if number == 0 and not some:
            continue
        single = phrase.count == 1 or some
        plain = not phrase.colour and phrase.scale == 1.0 and single and not phrase.attributes
        others = [one for one in kept if one.target is phrase or one.second_target is phrase]
        loose = all(one.relation in _NEAR for one in others) and phrase.relation in ("", *_NEAR)
        if plain and loose and place_shows_besides(backdrop, phrase.noun.key):
            kept = [one for one in kept if one is not phrase]
            for one in others:
                one.relation, one.target = "", None
    return kept


def _on_stage(phrases: Sequence[Phrase], backdrop: str) -> list[Phrase]:
    """The phrases without the crowd before a stage, which the place shows, if somebody else is there."""
    data = table("words/postures")["audience"]
    crowd = [one for one in phrases if backdrop in data["places"] and one.word.casefold() in data["words"]]
    crowd = [one for one in crowd if one.noun.group == "people" and one.target is None]
    if len(crowd) == len(phrases):
        return list(phrases)
    for one in phrases:
        if one.target is not None and one.target in crowd:
            one.relation, one.target = "", None
    return [one for one in phrases if one not in crowd]


def _stand_in(bearer: Phrase, thing: Phrase, phrases: Sequence[Phrase]) -> None:
    """What stood at or on a thing that somebody's own drawing shows is beside that one: the lamp on the desk."""
    bearer.relation, bearer.target = "", None
    for one in phrases:
        if one.target is thing and one is not bearer:
            one.relation, one.target = "beside", bearer


def _look_at(phrases: Sequence[Phrase]) -> None:
    """Somebody reads, sings or talks to others; nobody holds them."""
    for phrase in phrases:
        bearer = phrase.target
        pose = bearer.attributes.get("pose", "") if bearer is not None else ""
        if bearer is None or phrase.relation != "holding" or phrase.noun.group != "people":
            continue
        if pose not in table("words/postures")["arms"]["names"]:
            phrase.relation = "facing"
            bearer.attributes.pop("prop", None)


def _is_carried(phrase: Phrase, bearer: Phrase, keys: Sequence[str]) -> bool:
    person = is_person(bearer) and pose_fate(bearer.noun, bearer.attributes.get("pose", "")) == "drawn"
    relation = bearer.relation if bearer.target is phrase else phrase.relation
    return person and phrase.noun.key in keys and relation in ("holding", "beside", "around", "on", "facing")


def settle_postures(phrases: Sequence[Phrase], backdrop: str) -> None:
    """Give riders, sitters and readers the pose that their relation asks for; birds of the sky fly."""
    _look_at(phrases)
    _mount(phrases, table("words/postures")["mounts"]["names"])
    for phrase in phrases:
        if phrase.relation == "on" or (phrase.target is None and backdrop.endswith("table")):
            suit_top(phrase, phrase.target)
        if phrase.relation == "hanging from" or phrase.attributes.get("pose") == "hanging":
            suit_hanging(phrase)
    for phrase in phrases:
        if usual := phrase.attributes.pop("usual pose", ""):
            phrase.attributes.setdefault("pose", usual)
    for settle in (
        keep_to_calling,
        hand_over,
        sit_to_watch,
        do_together,
        take_along,
        keep_company,
        ride_along,
        lean_ladders,
    ):
        settle(phrases)
    for phrase in phrases:
        fly(phrase, backdrop)
        if phrase.target is not None:
            take_stance(phrase, phrase.target)


def _mount(phrases: Sequence[Phrase], ridden: Sequence[str]) -> None:
    """Who is on a horse or a bicycle rides it, on one each where nobody says how many there are."""
    for phrase in phrases:
        mount = phrase.target
        if mount is None or phrase.relation != "on":
            continue
        beast = mount.noun.group in ("animals", "fantasy") and mount.noun.metres >= RIDDEN
        if mount.noun.key not in ridden and not (beast and "spot" not in phrase.attributes and is_person(phrase)):
            continue
        if phrase.noun.group == "people" or (phrase.noun.group in LIVING and mount.noun.group == "vehicles"):
            phrase.relation = "riding"
    for mount in phrases:
        riders = sum(one.count for one in phrases if one.target is mount and one.relation == "riding")
        if riders and mount.plural and not mount.counted:
            mount.count = riders
