"""Tables that people are at: which words mean a table as a thing, what is on it, and who sits where."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from aquatint.engines.composer.lexicon.nouns import Noun, nouns
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.binding import may_stand_up
from aquatint.engines.composer.planner.chains import LIVING
from aquatint.engines.composer.planner.phrases import Phrase
from aquatint.engines.composer.planner.tags import Tag
from aquatint.engines.composer.scene import RelationName

ON_BOARD = 0.6
"""Things no higher than this (in metres) are on the table that has them."""
MOST_CARRIED = 2.2
"""Beings no higher than this (in metres) are on the seat or in the boat that has them."""
MOST_AT_TABLE = 7
"""So many people sit around a table."""
ON_TABLE = 0.45
"""Animals lower than this (in metres) may be on the table that they are at."""
SEATED = (None, "sitting", "seated", "eating", "drinking", "reading", "talking")
"""Poses of those who may sit at a table."""
AT_MEAL = ("eating", "drinking", "reading", "talking")
"""Poses of animals that sit at a table as people do."""
_SIDES: tuple[RelationName, ...] = ("left of", "right of")
_AT = frozenset({"around", "beside"})
_ROUND_ABOUT = frozenset({"under", "underneath", "beneath", "below", "around", "behind"})
"""What is said so of a table is not said of its top."""


def table_meant(tags: Sequence[Tag], index: int, preposition: str, kind: str) -> str | None:
    """The noun of a table that stands in a room, or None where only its top is the place of the picture.

    In an isometric picture all tables are things.
    """
    key = table("words/postures")["tables"].get(tags[index].folded)
    if kind not in ("scene", "isometric"):
        return None
    if kind == "isometric":
        key = key or table("words/postures")["tables"].get(tags[index].folded.removesuffix("s"))
        return str(key) if key is not None else None
    animals = ON_TABLE if preposition == "at" else math.inf
    meant = preposition in _ROUND_ABOUT or _goes_back(tags[index:]) or are_furnished(tags, animals=animals)
    return key if key is not None and meant else None


def _goes_back(tags: Sequence[Tag]) -> bool:
    """Whether something is said to be under or behind "it", later on."""
    return any(one.folded in _ROUND_ABOUT and after.folded == "it" for one, after in pairwise(tags))


def are_furnished(tags: Sequence[Tag], *, animals: float = math.inf) -> bool:
    """Whether somebody, or furniture to sit on, is named: what they are at is a whole table.

    ``animals``: from how many metres on those are somebody as well.
    """
    companies = table("words/counts")["companies"]
    return any(
        tag.folded in companies
        or tag.sense("ensemble") is not None
        or ((sense := tag.sense("noun")) is not None and _needs_room(nouns()[sense.value], animals))
        for tag in tags
        if tag.kind == "word"
    )


def _needs_room(noun: Noun, animals: float) -> bool:
    tall = noun.group in LIVING and (noun.metres >= animals or (animals < math.inf and may_stand_up(noun)))
    somebody = noun.group == "people" or tall
    return somebody or noun.key in table("words/postures")["seats"]["names"]


def goes_on(noun: Noun, board: Noun | None = None) -> bool:
    """Whether a thing that a table has is on it; on an island anything stands."""
    if board is not None and board.key in table("words/postures")["boards"]["grounds"]:
        return noun.role == "stands"
    return noun.metres <= ON_BOARD and noun.group not in LIVING | {"vehicles", "sky"} and noun.role != "flies"


def bears(noun: Noun, *, free: bool) -> bool:
    """Whether what such a thing has ("with a cat") is on it: a table, or a seat or a boat that is ``free``."""
    data = table("words/postures")
    return noun.key in data["boards"]["names"] or (free and _carries_beings(noun))


def _carries_beings(noun: Noun) -> bool:
    floats = noun.group == "vehicles" and noun.role == "swims"
    return floats or noun.key in table("words/postures")["seats"]["names"]


def may_lie_on(noun: Noun, board: Noun) -> bool:
    """Whether a thing that the board has is on it: a cake on a table, a cat on a sofa, a bear in a boat."""
    if noun.group in LIVING:
        data = table("words/postures")
        elsewhere = (
            noun.role in ("flies", "swims") or noun.key in data["fliers"]["names"] + data["flocking"]["names"]
        )
        return _carries_beings(board) and noun.metres <= MOST_CARRIED and not elsewhere
    return goes_on(noun, board)


def seat(phrases: list[Phrase]) -> None:
    """Give those who are at a table chairs, two at its ends; more stand behind it. Adds the chairs."""
    tables = frozenset(table("words/postures")["tables"].values())
    _show_wares(phrases)
    _set_up(phrases)
    for blanket in [phrase for phrase in phrases if phrase.noun.key == "picnic blanket"]:
        _sit_down(blanket, [one for one in phrases if one.target is blanket and one.relation in _AT])
    for board in [phrase for phrase in phrases if phrase.noun.key in tables]:
        _gather(board, phrases)
        company = [one for one in phrases if one.target is board and one.relation in _AT]
        _set_chairs(board, [one for one in company if one.noun.key == "chair"], phrases)
        _dress_beasts(company)
        people = [one for one in company if is_somebody(one)]
        sitting = [one for one in people if one.attributes.get("pose") in SEATED]
        if len(sitting) == 1 and sitting[0].count > 1:
            _sit(sitting[0], board, "around", phrases)
        elif len(_SIDES) < sum(one.count for one in sitting) <= MOST_AT_TABLE:
            for one in sitting:
                _sit(one, board, "around", phrases)
        else:
            for one, side in zip(sitting, _SIDES, strict=False):
                _sit(one, board, side if len(sitting) > 1 else "beside", phrases)
            for one in sitting[2:]:
                one.relation = "behind"
                one.attributes.pop("pose", None)


def _set_up(phrases: list[Phrase]) -> None:
    """Who looks into a microscope sits at a table on which it stands."""
    for thing in [one for one in phrases if one.noun.key in table("words/postures")["set_up"]["names"]]:
        viewers = [one for one in phrases if one.target is thing and one.relation == "facing"]
        if not viewers or thing.target is not None:
            continue
        board = next((one for one in phrases if one.noun.key in ("desk", "dining table")), None)
        if board is None:
            noun = nouns()[table("words/postures")["set_up"]["on"]]
            board = Phrase(noun=noun, word=thing.word, index=thing.index, art=noun.art, implied=True)
            phrases.append(board)
        thing.relate("on", board)
        for one in viewers:
            one.relation, one.target = "beside", board
            one.attributes.pop("pose", None)


def is_somebody(phrase: Phrase) -> bool:
    """Whether it is a person, or a beast that stands up like one."""
    return phrase.noun.group == "people" or phrase.art.startswith("beast:")


def _dress_beasts(company: Sequence[Phrase]) -> None:
    """Animals that meet at a table, or eat there, sit at it like people; the dog of a family does not."""
    alone = not any(one.noun.group == "people" for one in company)
    for one in company:
        pose = one.attributes.get("pose")
        meets = (alone or one.relation == "around" or pose in AT_MEAL) and pose in SEATED
        if meets and one.art.startswith("animal:") and may_stand_up(one.noun):
            one.art = f"beast:{one.art.partition(':')[2]}"


def _gather(board: Phrase, phrases: Sequence[Phrase]) -> None:
    """Several who meet at a table sit around it; of a family that one word names nobody is left out."""
    there = {one.index for one in phrases if one.target is board and one.relation in _AT and is_somebody(one)}
    for one in phrases:
        if one.index in there and is_somebody(one) and one.target is None:
            one.relate("around", board)
        if one.target is board and one.relation == "facing" and one.count > 1:
            one.relation = "around"
            one.attributes.pop("pose", None)


def _sit_down(blanket: Phrase, company: Sequence[Phrase]) -> None:
    """People sit on the ground on both sides of the blanket, and behind it."""
    people = [one for one in company if one.noun.group == "people"]
    for one in people:
        one.attributes.setdefault("pose", "sitting")
    if len(people) > len(_SIDES):
        for one in people:
            one.relation = "around"
    elif len(people) > 1:
        for place, one in enumerate(people):
            one.relation = _SIDES[place] if place < len(_SIDES) else "behind"


def _show_wares(phrases: Sequence[Phrase]) -> None:
    """What is for sale lies on the stall."""
    stall = next((phrase for phrase in phrases if phrase.noun.key == "market stall"), None)
    for one in phrases:
        if stall is not None and one.noun.group in ("foods", "plants") and goes_on(one.noun):
            if one.target is stall:
                one.relation, one.target = "", None
            one.relate("on", stall)


def set_out(phrases: list[Phrase], backdrop: str) -> None:
    """At a market, fruit and vegetables that nobody holds lie on a stall. Adds the stall."""
    data = table("words/postures")["wares"]
    key = data["on"].get(backdrop)
    loose = [
        one
        for one in phrases
        if ((one.noun.group in ("foods", "plants") and goes_on(one.noun)) or one.noun.key in data["also"]["names"])
        and not one.spread
        and (one.target is None or one.relation == "beside")
        and not any(other.relation in ("on", "in") and other.target is one for other in phrases)
    ]  # fmt: skip
    if key is None or not loose:
        return
    stall = next((one for one in phrases if one.noun.key == key), None)
    if stall is None:
        noun = nouns()[key]
        stall = Phrase(noun=noun, word=loose[0].word, index=loose[0].index, art=noun.art, implied=True)
        phrases.append(stall)
    for one in loose:
        one.relation, one.target = "", None
        one.relate("on", stall)
        for buyer in phrases:
            if buyer.target is one and buyer.relation == "beside":
                buyer.target = stall


def _set_chairs(board: Phrase, chairs: Sequence[Phrase], phrases: Sequence[Phrase]) -> None:
    """Chairs that a table has stand around it."""
    for one in (*chairs, *phrases):
        if one.noun.key == "chair" and one.target is None and not one.relation and one.count > 1:
            one.relate("around", board)


def _sit(one: Phrase, board: Phrase, relation: str, phrases: list[Phrase]) -> None:
    chair = nouns()["chair"]
    free = next((p for p in phrases if p.noun is chair and p.count == one.count and not _taken(p, phrases)), None)
    if free is None:
        free = Phrase(noun=chair, word="chair", index=one.index, count=one.count, counted=True, art=chair.art)
        free.plural, free.implied = one.count > 1, True
        free.relate(relation, board)
        phrases.append(free)
    one.relation, one.target = "on", free


def _taken(chair: Phrase, phrases: Sequence[Phrase]) -> bool:
    return any(one.target is chair for one in phrases)
