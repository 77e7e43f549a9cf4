"""Where and when: backdrop, time of day, weather, season, camera, mood, style."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from aquatint.engines.composer.lexicon.nouns import Noun
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.chains import LIVING
from aquatint.engines.composer.planner.haunts import haunt, stand_alone
from aquatint.engines.composer.planner.kinds import Kind, own_style
from aquatint.engines.composer.planner.ledger import Fate, Ledger
from aquatint.engines.composer.planner.overhead import seen_from_above
from aquatint.engines.composer.planner.phrases import Manner, Parse, Phrase, PlaceWord
from aquatint.engines.composer.planner.places import (
    INDOORS,
    find_place,
    is_outside,
    is_overhead,
    suited,
    under_open_sky,
)
from aquatint.engines.composer.scene import Camera, Season, TimeOfDay, Weather

ANYWHERE = frozenset({"street", "meadow"})
"""Where many things belong that are at home elsewhere too: a building decides better, a barn is on a farm."""
OUTDOOR_WEATHER = frozenset({"rain", "snow", "storm"})
_TASTE = frozenset(
    {"cosy", "calm", "joyful", "dreamy", "playful", "romantic", "dramatic", "melancholy", "elegant", "minimal"}
)
"""Moods that are a matter of taste: no word that should have been drawn."""


_PLAIN = frozenset({"storybook"})
"""Styles that are the composer's own way of drawing."""


@dataclass(slots=True)
class Setting:
    """Everything about a scene except the things in it."""

    backdrop: str = "meadow"
    time: TimeOfDay = "day"
    weather: Weather = "clear"
    season: Season | None = None
    camera: Camera = "eye"
    style: str = "storybook"
    mood: str = ""
    occasion: str = ""
    transparent: bool = False
    emblems: list[Manner] = field(default_factory=list)


def _occasion(manners: Sequence[Manner], kind: Kind, ledger: Ledger) -> str:
    """What is celebrated. A scene shows no occasion, only things."""
    if kind.name == "scene":
        for manner in manners:
            if manner.category == "occasion":
                ledger.note(manner.index, manner.word, "undrawn")
        return ""
    return _first(manners, "occasion", ledger) or kind.occasion


def _first(manners: Sequence[Manner], category: str, ledger: Ledger) -> str:
    """The first value said of a category; words for other values are told as not drawn."""
    said = [manner for manner in manners if manner.category == category]
    if not said:
        return ""
    # What tells most about the picture decides: a storybook picture in watercolours is a watercolour.
    value = next((manner.value for manner in said if manner.value not in _PLAIN), said[0].value)
    for manner in said:
        fate: Fate = "undrawn" if manner.value != value else "approximated" if manner.near else "drawn"
        ledger.note(manner.index, manner.word, fate)
    return value


def _mood(manners: Sequence[Manner], kind: Kind, ledger: Ledger) -> str:
    said = [manner for manner in manners if manner.category == "mood"]
    for manner in said:
        graphic = kind.name not in ("scene", "portrait")
        fate: Fate = "silent" if manner.value in _TASTE else "drawn" if graphic else "approximated"
        ledger.note(manner.index, manner.word, fate)
    # A mood with a look of its own ("retro") decides before one of taste ("cute").
    ranked = sorted(said, key=lambda manner: manner.value in _TASTE)
    return ranked[0].value if ranked else ""


def _in_sunshine(mood: str, manners: Sequence[Manner], kind: Kind) -> str:
    """The mood of a scene whose words speak of sunshine or a blue sky, if no other mood with a look is said."""
    said = any(manner.category == "weather" and manner.value == "clear" for manner in manners)
    return "sunny" if said and kind.name == "scene" and (not mood or mood in _TASTE) else mood


def _weather(manners: Sequence[Manner], ledger: Ledger) -> tuple[str, bool]:
    """The weather, and whether snow that is said besides lies on the ground: "aurora over snowy hills"."""
    said = [manner for manner in manners if manner.category == "weather"]
    snowy = [manner for manner in said if manner.value == "snow"]
    others = [manner for manner in said if manner.value not in ("snow", "rain")]
    if not snowy or not others:
        return _first(manners, "weather", ledger), False
    for manner in snowy:
        ledger.note(manner.index, manner.word, "drawn")
    return _first(others, "weather", ledger), True


def _season_of(weather: str, season: str, word_season: str) -> str:
    return season or word_season or ("winter" if weather == "snow" else "")


def _home(phrases: Sequence[Phrase]) -> str:
    """The backdrop where the things belong: the first one's, unless that is indoors and others are outdoors.

    Two pieces of furniture make a room, whoever else is in it.
    """
    named = [phrase for phrase in phrases if not phrase.implied]
    if any(_is_landmark(phrase.noun) and phrase.noun.group == "buildings" for phrase in named):
        # A house at Christmas is not in the room that the presents ask for.
        phrases = named
    if any(_rides_a_swimmer(phrase) for phrase in phrases):
        return "sea"
    if place := haunt(phrases):
        return place
    homes = [phrase.noun.home for phrase in phrases if phrase.noun.home and not _is_contained(phrase)]
    anywhere = not homes or (homes[0] == "meadow" and phrases[0].noun.group == "people")
    if anywhere and (told := _told_by_poses(phrases)):
        return told
    furniture = table("words/postures")["furniture"]["names"]
    others = [phrase for phrase in phrases if phrase.noun.group != "people"]
    furnished = any(phrase.noun.key in furniture for phrase in others)
    if anywhere and furnished and not any(_insists(phrase.noun) for phrase in others):
        # A boy and a bed are in a room.
        return "room"
    if anywhere:
        homes = (
            [phrase.noun.home for phrase in phrases if _is_landmark(phrase.noun)]
            or _homes_of_things(phrases)
            or homes
        )
    if not homes:
        return "meadow" if any(_outdoor(phrase.noun) for phrase in phrases) else "studio"
    homes = [home for home in homes if home != "sky"] or homes
    if homes.count("room") > 1 or _sit_indoors(phrases) or (homes[0] not in INDOORS and _are_by_fixture(phrases)):
        return "room"
    seats = table("words/postures")["seats"]["names"]
    if homes[0] == "table" and any(phrase.noun.key in seats for phrase in phrases):
        # A laptop on a chair is not on a table, nor is the chair.
        return "room"
    if homes[0] in _DRY and any(_is_ship(phrase.noun) for phrase in phrases):
        return "beach"
    if homes[0] in _AIRLESS:
        earthly = [phrase for phrase in phrases if phrase.noun.group in ("animals", "buildings")]
        grounds = [phrase.noun.home for phrase in earthly if phrase.noun.home not in ("", "sky", *_AIRLESS)]
        return grounds[0] if grounds else homes[0]
    if homes[0] == "underwater" and any(phrase.noun.group == "buildings" for phrase in phrases[1:]):
        return "beach"
    if homes[0] == "underwater" and "sea" in homes:
        return "sea"
    if homes[0] in ANYWHERE:
        built = [phrase.noun for phrase in phrases if _is_built(phrase.noun) and phrase.noun.home]
        built.sort(key=lambda noun: noun.group != "buildings")
        return next((noun.home for noun in built), homes[0])
    if homes[0] in INDOORS:
        return next((phrase.noun.home for phrase in phrases if _insists(phrase.noun)), homes[0])
    return homes[0]


_DRY = frozenset(
    "meadow forest garden farm street city room studio desert jungle savanna woodland".split()  # noqa: SIM905
)
_AIRLESS = frozenset({"space", "moon"})
_SHIP = 2.0
"""Height in metres from which a boat needs the sea."""


def _is_ship(noun: Noun) -> bool:
    return noun.group == "vehicles" and noun.role == "swims" and noun.metres >= _SHIP


_IN_ROOMS = 1.0
"""Height in metres of the tallest animals that are in rooms."""


def _is_furniture(noun: Noun) -> bool:
    return noun.home == "room" and noun.group == "household"


def _is_at_home(noun: Noun) -> bool:
    """Whether somebody, or a pet: no animal of the woods and fields."""
    pet = noun.group == "animals" and noun.home in ("room", "meadow", "") and noun.metres < _IN_ROOMS
    return pet or noun.group == "people"


def _is_contained(phrase: Phrase) -> bool:
    """Whether it is in a vessel or on a plate: a goldfish in a bowl asks for no sea."""
    if phrase.target is None:
        return False
    served = phrase.relation == "on" and phrase.target.noun.key in ("plate", "tray", "cutting board")
    return served or (phrase.relation == "in" and phrase.target.noun.home in ("table", "room"))


def _is_built(noun: Noun) -> bool:
    return noun.group == "buildings"


def _is_landmark(noun: Noun) -> bool:
    return noun.group in ("buildings", "vehicles") and noun.home not in (*INDOORS, "sky", "space")


def _homes_of_things(phrases: Sequence[Phrase]) -> list[str]:
    """Where the things are at home that nobody carries: children with a sandcastle are on a beach."""
    return [
        phrase.noun.home
        for phrase in phrases
        if phrase.noun.group in ("things", "household")
        and phrase.relation not in ("holding", "wearing")
        and phrase.noun.home not in (*INDOORS, *ANYWHERE, "garden", "sky", "space", "city")
    ]


def _told_by_poses(phrases: Sequence[Phrase]) -> str:
    """Where those are who do what is done in few places: who fishes is at the water."""
    places = table("words/postures")["places"]
    poses = (phrase.attributes.get("pose", "") for phrase in phrases if phrase.noun.group == "people")
    return next((str(places[pose]) for pose in poses if pose in places), "")


def _rides_a_swimmer(phrase: Phrase) -> bool:
    """Whether somebody who breathes is on what swims: a boy on a dolphin, who is at sea and not below it."""
    mount = phrase.target
    swims = mount is not None and mount.noun.group in LIVING and mount.noun.role == "swims"
    return swims and phrase.relation in ("riding", "on") and phrase.noun.role != "swims"


def _told_by_snow(phrases: Sequence[Phrase]) -> str:
    """Winter, where something is made of snow or done on it."""
    snowy = table("words/postures")["winter"]
    told = any(
        phrase.noun.key in snowy["nouns"] or phrase.attributes.get("pose") in snowy["poses"] for phrase in phrases
    )
    return "winter" if told else ""


def _sit_indoors(phrases: Sequence[Phrase]) -> bool:
    """Whether somebody is at or on a piece of furniture, and nothing else tells of the open air."""
    seated = [phrase for phrase in phrases if phrase.target is not None and _is_furniture(phrase.target.noun)]
    others = [phrase for phrase in phrases if phrase.noun.group != "people" and phrase not in seated]
    return any(_is_at_home(phrase.noun) for phrase in seated) and not any(
        _insists(phrase.noun) for phrase in others
    )


def _are_by_fixture(phrases: Sequence[Phrase]) -> bool:
    """Whether something is there that is a part of a room, and nothing that cannot well be in one."""
    built_in = any(phrase.noun.key in ("window", "fireplace") for phrase in phrases)
    return built_in and not any(_insists(phrase.noun) or phrase.noun.group == "buildings" for phrase in phrases)


def _insists(noun: Noun) -> bool:
    """Whether the thing cannot well be indoors: a horse; but a flower can stand on a table."""
    large = noun.metres > (0.3 if _outdoor(noun) and noun.group != "plants" else 1.0)
    return noun.home not in INDOORS and large


def _outdoor(noun: Noun) -> bool:
    return noun.group in ("animals", "people", "plants", "vehicles", "buildings", "fantasy")


def _backdrop(found: tuple[PlaceWord, str] | None, parse: Parse, kind: Kind) -> str:
    if found is not None:
        place, backdrop = found
        edges = table("words/places")["edges"]
        if is_outside(place, parse.phrases):
            return str(edges["indoors"][place.backdrop])
        if backdrop in edges["rails"] and parse.phrases and parse.phrases[0].noun.key in edges["on_rails"]:
            return str(edges["rails"][backdrop])
        if place.preposition in edges["atop"]:
            backdrop = str(edges["tops"].get(backdrop, backdrop))
        at_edge = place.preposition in edges["prepositions"]
        return str(edges["backdrops"].get(backdrop, backdrop)) if at_edge else backdrop
    if any(manner.word.lower() in table("words/places")["edges"]["studio_media"] for manner in parse.manners):
        return "studio"
    if kind.name == "scene" and parse.phrases:
        home, overhead = _home(parse.phrases), [one for one in parse.places if is_overhead(one, parse.phrases)]
        for place in overhead:
            above = [phrase for phrase in parse.phrases if phrase.index < place.index][-1]
            if above.noun.key in table("words/postures")["fliers"]["names"]:
                above.attributes.setdefault("pose", "flying")
        return "meadow" if overhead and home in INDOORS else home
    return "meadow" if kind.name in ("scene", "isometric") else "studio"


def _implied(places: Sequence[PlaceWord]) -> dict[str, str]:
    implied: dict[str, str] = {}
    said = {**table("words/places")["implies"], **table("words/spots")["implies"]}
    for place in reversed(places):
        implied |= said.get(place.word, {})
    return implied


def settle(parse: Parse, kind: Kind, ledger: Ledger) -> Setting:
    """The setting that the manners and places ask for. Notes what becomes of their words."""
    manners = parse.manners
    place = find_place(parse, kind, ledger)
    implied = _implied(parse.places)
    things = [phrase.noun.time for phrase in parse.phrases if phrase.noun.time]
    weather, snowy = _weather(manners, ledger)
    weather = weather or implied.get("weather", "")
    named = _first(manners, "season", ledger)
    season = _season_of(
        "snow" if snowy else weather, named, implied.get("season", "") or _told_by_snow(parse.phrases)
    )
    time = _first(manners, "time", ledger) or implied.get("time", "") or next(iter(things), "")
    time = time or next((manner.value for manner in manners if manner.category == "implied time"), "")
    time = time or ("night" if weather == "aurora" else "")
    for manner in manners:
        if manner.category == "medium":
            # No illustrator made of rules takes photographs; the closest illustration stands for one.
            ledger.note(manner.index, manner.word, "approximated")
        elif manner.category == "transparent":
            ledger.note(manner.index, manner.word, "drawn")
    camera = cast(Camera, _first(manners, "camera", ledger) or "eye")
    backdrop = suited(_backdrop(place, parse, kind), parse.phrases)
    if place is None and weather in OUTDOOR_WEATHER and stand_alone(parse.phrases, backdrop):
        backdrop = "street"
    if place is None and weather == "aurora" and kind.name == "scene":
        backdrop = under_open_sky(backdrop, snowy=season == "winter")
    return Setting(
        backdrop=seen_from_above(backdrop, parse) if camera == "aerial" and kind.name == "scene" else backdrop,
        time=cast(TimeOfDay, time or "day"),
        weather=cast(Weather, weather or "clear"),
        season=cast("Season | None", season or None),
        camera=camera,
        style=_first(manners, "style", ledger) or own_style(kind.entry),
        mood=_in_sunshine(_mood(manners, kind, ledger), manners, kind),
        occasion=_occasion(manners, kind, ledger),
        transparent=any(manner.category == "transparent" for manner in manners),
        emblems=[manner for manner in manners if manner.category == "emblem"],
    )
