"""Who does something with somebody or something: riders get on, couples turn to each other, dogs are led."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.binding import may_stand_up, stands_up
from aquatint.engines.composer.planner.chains import LIVING
from aquatint.engines.composer.planner.phrases import Phrase

_ABOARD = ("riding", "standing", "sitting", "seated", "racing", "holding", "carrying", "")
"""Poses of those on a vehicle who do nothing but ride it."""
_CHILDREN = frozenset({"boy", "girl", "child", "toddler"})
WITHIN = 7
"""Words between somebody and a beast that is named with them."""
HANDY = 0.4
"""Things up to this height (in metres) are handed over."""
_GIVEN = frozenset({"foods", "plants", "things", "household"})
_NOT_ABOARD = ("lying", "sleeping", "swimming", "flying", "kneeling", "crawling", "pushing", "pulling")
_NO_RIDERS = frozenset({"robot", "mermaid", "skeleton"})
"""People whose bodies have no seat for a vehicle of their own."""


def _in_what(phrases: Sequence[Phrase]) -> None:
    """Who rows a boat has a rowing boat."""
    boats = table("words/postures")["boats"]
    for phrase in phrases:
        boat, key = phrase.target, boats.get(phrase.attributes.get("pose", ""))
        if boat is not None and key is not None and boat.noun.key == "boat":
            boat.noun = nouns()[key]
            boat.art = boat.noun.art


def is_person(phrase: Phrase) -> bool:
    """Whether it is somebody."""
    return phrase.noun.group == "people" or phrase.art.startswith("beast:")


def stand_up(phrases: Sequence[Phrase]) -> None:
    """Let beasts stand up that do what only people do, or wear or hold what only people have."""
    data = table("words/postures")
    _serve(phrases)
    for beast in phrases:
        if not beast.art.startswith("animal:") or not may_stand_up(beast.noun):
            continue
        pose = beast.attributes.get("pose", "")
        tools = set(data["storybook"]["held"])
        if beast.noun.key in data["storybook"]["birds"]:
            # Birds have wings for the rest.
            tools &= set(data["two_handed"]["names"])
        equipped = any(
            one.target is beast and one.relation == "holding" and one.noun.key in tools for one in phrases
        )
        rides = (
            beast.target is not None
            and beast.relation in ("riding", "on")
            and (
                beast.target.noun.key in ("bicycle", "kick scooter", "unicycle", "wheelchair", "skis", "snowboard")
            )
        )
        if stands_up(beast.noun, pose) or equipped or rides or "clothes" in beast.attributes:
            beast.art = f"beast:{beast.art.partition(':')[2]}"
            if equipped:
                beast.attributes |= {"pose": pose or "holding", "prop": ""}
    for beast in phrases:
        _stand_with(beast, phrases)
        _push(beast)
        _take_tool(beast, phrases)
        held = any(one.target is beast and one.relation == "holding" for one in phrases)
        if beast.art.startswith("beast:") and held:
            beast.attributes.setdefault("pose", "holding")
            beast.attributes["prop"] = ""


def _take_tool(beast: Phrase, phrases: Sequence[Phrase]) -> None:
    """ "A rabbit detective with a magnifying glass" has it in the hand."""
    tools = table("words/qualities")["handhelds"]["names"]
    for thing in phrases if beast.art.startswith("beast:") else ():
        free = thing.target is None and not any(one.target is thing for one in phrases)
        if free and thing.noun.key in tools and _being_before(thing, phrases, 4) is beast:
            thing.relate("holding", beast)


def _push(beast: Phrase) -> None:
    """A mouse that pushes a shopping cart has its hands on the handle."""
    cart = beast.target
    if cart is None or beast.relation != "following" or not beast.art.startswith(("animal:", "beast:")):
        return
    if cart.noun.key in table("words/postures")["wheeled"]["names"] and may_stand_up(beast.noun):
        beast.art = f"beast:{beast.art.partition(':')[2]}"
        beast.relation, beast.target = "", None
        cart.relate("holding", beast)
        cart.attributes["led"] = "handle"
        beast.attributes |= {"pose": "pushing", "prop": ""}


def _stand_with(beast: Phrase, phrases: Sequence[Phrase]) -> None:
    """With whom somebody shakes hands or dances stands up too."""
    together = table("words/postures")["together"]
    if not beast.art.startswith("animal:") or not may_stand_up(beast.noun):
        return
    for one in phrases:
        paired = one.relation in ("facing", "beside") and (one.target is beast or beast.target is one)
        paired = paired or (beast.relation in ("facing", "beside") and beast.target is one)
        if paired and one.art.startswith("beast:") and one.attributes.get("pose", "") in together:
            beast.art = f"beast:{beast.art.partition(':')[2]}"


def bring(phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases with the mounts and boats of those who are nobody without: a motorcyclist has a motorcycle."""
    brings, brought = table("words/postures")["brings"], []
    for who in phrases:
        relation, key = brings.get(who.noun.key, ("", ""))
        named = any(one.noun.key == key for one in phrases)
        if not key or named or who.target is not None or who.attributes.get("pose", "") not in _ABOARD:
            continue
        noun = nouns()[key]
        mount = Phrase(noun=noun, word=who.word, index=who.index, art=noun.art, count=who.count, implied=True)
        who.relate(relation, mount)
        brought.append(mount)
    return [*phrases, *brought]


def don(phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases without what people's own drawings wear: red boots become the colour of the feet."""
    donned, gone = table("words/qualities")["donned"], []
    for thing in phrases:
        garment, wearer = donned.get(thing.noun.key), thing.target
        if garment is None or wearer is None or not is_person(wearer) or thing.relation != "wearing":
            continue
        worn = wearer.attributes.get("clothes", "")
        wearer.attributes["clothes"] = f"{worn}, {garment}"[:80] if worn else garment
        if thing.colour:
            wearer.attributes[f"{garment} colour"] = thing.colour
        gone.append(thing)
    return [one for one in phrases if one not in gone]


def equip(phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases without what people have in the hand in a drawing of their own: a walking stick."""
    own, gone = table("words/postures")["own_props"], []
    for thing in phrases:
        prop, bearer = own.get(thing.noun.key), thing.target
        if prop is not None and bearer is not None and is_person(bearer) and thing.relation == "holding":
            bearer.attributes["prop"] = prop
            bearer.attributes.setdefault("pose", "holding")
            gone.append(thing)
    return [one for one in phrases if one not in gone]


def board(phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases without vehicles of which a rider's own drawing knows: a bicycle is under who rides it."""
    phrases = bring(phrases)
    _in_what(phrases)
    gone: list[Phrase] = []
    for rider in phrases:
        mount = rider.target
        if mount is None or not is_person(rider) or rider.relation not in ("riding", "on", "in"):
            continue
        pose = _own_vehicle(rider, mount)
        if not pose or mount.scale != 1.0 or mount.target is not None:
            continue
        # Who does something else on a bicycle does that with the arms.
        does = "pose" if rider.attributes.get("pose", "") in (pose, *_ABOARD) else "mount"
        rider.attributes |= {does: pose} | ({"thing colour": mount.colour} if mount.colour else {})
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
    able = rider.attributes.get("pose", "") not in _NOT_ABOARD
    return pose if able and rider.noun.key not in _NO_RIDERS else ""


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
    data = table("words/postures")
    if what.noun.key == "umbrella" and who.relation == "facing" and who.attributes.get("pose") in data["together"]:
        # "Kissing under an umbrella".
        who.relation, who.target = "", None
        what.relate("holding", who)
        return
    small = what.noun.key in data["cradled"]["names"]
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
    _wheel(phrases)
    for one in phrases:
        other = one.target
        if other is None:
            continue
        pose = other.attributes.get("pose", "")
        bulky = one.noun.key in table("words/postures")["two_handed"]["names"] and one.count == 1
        if bulky and one.relation == "holding" and is_person(other) and pose in ("holding", "carrying"):
            # A box takes both hands.
            other.attributes |= {"pose": "bearing", "prop": ""}
        if one.attributes.get("led") == "rope":
            other.attributes["pose"] = "towing"
        elif one.relation == "following" and other.attributes.get("pose") == "wheeling" and is_person(one):
            one.relation, one.target = "", None
            other.relation, other.target = "holding", one
            other.attributes["led"] = "handle"
        elif one.relation == "holding" and is_person(other) and one.noun.group in ("animals", "fantasy"):
            _walk(one, other)


def _serve(phrases: Sequence[Phrase]) -> None:
    """ "A waiter carrying drinks on a tray" holds the tray, and the drinks are on it."""
    for who in phrases:
        tray = who.target
        served = who.relation == "on" and who.attributes.get("pose") in ("holding", "carrying")
        if tray is None or tray.noun.key != "tray" or not served:
            continue
        who.relation, who.target = "", None
        for one in phrases:
            free = one.relation == "" and one.noun.group == "foods" and who.index < one.index < tray.index
            if free or (one.relation == "holding" and one.target is who):
                one.relation, one.target = "on", tray
        tray.relate("holding", who)


def _wheel(phrases: Sequence[Phrase]) -> None:
    """ "A woman with a stroller" pushes it."""
    wheeled = table("words/postures")["wheeled"]["names"]
    for thing in phrases:
        who = thing.target if thing.relation in ("holding", "beside") else _being_before(thing, phrases, WITHIN)
        if thing.noun.key not in wheeled or thing.attributes.get("led") or who is None or not is_person(who):
            continue
        free = thing.target in (None, who) and who.target is None
        if free and who.attributes.get("pose", "walking") in ("walking", "standing", "holding", "strolling"):
            thing.relation, thing.target = "", None
            thing.relate("holding", who)
            thing.attributes["led"] = "handle"
            who.attributes |= {"pose": "pushing", "prop": ""}


def hand_over(phrases: Sequence[Phrase]) -> None:
    """ "Feeding a horse an apple", "giving her son a book": the second object is in the doer's hand."""
    for thing in phrases:
        small = thing.noun.group in _GIVEN and thing.noun.metres <= HANDY
        if thing.target is not None or not small:
            continue
        taker = _being_before(thing, phrases, 3)
        doer = None if taker is None else _giver(taker, phrases)
        if taker is None or doer is None:
            continue
        if taker.target is doer:
            taker.relation, taker.target = "", None
            doer.relate("facing", taker)
        thing.relate("holding", doer)
        doer.attributes["prop"] = ""


def _being_before(thing: Phrase, phrases: Sequence[Phrase], within: int) -> Phrase | None:
    """The living being that was named last before something, within so many words."""
    near = [one for one in phrases if one.index < thing.index <= one.index + within and one.noun.group in LIVING]
    return near[-1] if near else None


def _giver(taker: Phrase, phrases: Sequence[Phrase]) -> Phrase | None:
    """Who gives something to somebody, if one does."""
    if taker.relation == "holding" and taker.target is not None and is_person(taker):
        return taker.target
    facing = (one for one in phrases if one.target is taker and one.relation == "facing" and is_person(one))
    return next((one for one in facing if one.attributes.get("pose") in ("feeding", "holding")), None)


def sit_to_watch(phrases: Sequence[Phrase]) -> None:
    """ "Watching television on the sofa": those who face the set sit on the seat that is named besides."""
    seats = table("words/postures")["seats"]["names"]
    for seat in phrases:
        if seat.noun.key not in seats or seat.target is not None or any(one.target is seat for one in phrases):
            continue
        watchers = [
            one for one in phrases if is_person(one) and one.relation == "facing" and one.target is not None
        ]
        for one in watchers:
            shown = one.target
            one.relation, one.target = "on", seat
            if shown is not None and shown.target is None and shown is not seat and not is_person(shown):
                shown.relate("facing", seat)


def keep_company(phrases: Sequence[Phrase]) -> None:
    """ "A woman jogging with her dog", "a duck swimming with ducklings": beasts named with a mover move too."""
    for beast in phrases:
        if beast.target is not None or beast.noun.group != "animals" or beast.attributes.get("pose"):
            continue
        leader = _being_before(beast, phrases, WITHIN)
        if leader is None or any(one.target is beast for one in phrases):
            continue
        pose = leader.attributes.get("pose", "")
        if leader.relation == "in" and leader.target is not None and leader.target.noun.group == "vehicles":
            # "A man in a rowing boat with his dog".
            beast.relate("in", leader.target)
        elif is_person(leader) and pose in ("walking", "running"):
            beast.relate("holding", leader)
            _walk(beast, leader)
        elif not is_person(leader) and pose in ("swimming", "flying", "running", "walking"):
            beast.attributes["pose"] = pose


def keep_to_calling(phrases: Sequence[Phrase]) -> None:
    """A cyclist who races rides, a skier who goes down a slope skis."""
    callings = table("words/postures")["callings"]
    for one in phrases:
        pose = callings.get(one.noun.key)
        if pose is not None and one.attributes.get("pose") in ("running", "walking", "moving"):
            one.attributes["pose"] = pose


def lean_ladders(phrases: Sequence[Phrase]) -> None:
    """ "Climbing a ladder to a treehouse": the ladder leans on what is tall and has no place of its own."""
    data = table("words/postures")["reaching"]
    for ladder in phrases:
        if ladder.noun.key not in data["names"] or ladder.relation not in ("", "beside"):
            continue
        tall = (
            one
            for one in phrases
            if (one.noun.group in data["groups"] or one.noun.key in data["others"])
            and one.noun.metres >= data["metres"]
            and one.target is not ladder
        )
        support = ladder.target or next(tall, None)
        if support is not None and (support.noun.group in data["groups"] or support.noun.key in data["others"]):
            ladder.relation, ladder.target = "", None
            ladder.relate("leaning on", support)


def ride_along(phrases: Sequence[Phrase]) -> None:
    """ "A mother cycling with a child": who is named with a rider rides as well."""
    moving = table("words/postures")["company"]["names"]
    for one in phrases:
        leader = _being_before(one, phrases, WITHIN)
        if leader is None or not is_person(one) or not is_person(leader) or one.target is not None:
            continue
        pose = leader.attributes.get("pose", "")
        if pose in moving and not one.attributes.get("pose") and not any(other.target is one for other in phrases):
            one.attributes["pose"] = pose


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
