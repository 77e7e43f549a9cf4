"""Where and when: backdrop, time of day, weather, season, camera, mood, style."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from aquatint.engines.composer.lexicon.nouns import Noun
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.kinds import Kind, own_style, shows_place
from aquatint.engines.composer.planner.ledger import Fate, Ledger
from aquatint.engines.composer.planner.phrases import Manner, Parse, Phrase, PlaceWord
from aquatint.engines.composer.scene import Camera, Season, TimeOfDay, Weather

INDOORS = frozenset({"table", "studio", "room", ""})
ANYWHERE = frozenset({"street", "meadow"})
"""Where many things belong that are at home elsewhere too: a building decides better, a barn is on a farm."""
_TASTE = frozenset(
    {"cosy", "calm", "joyful", "dreamy", "playful", "romantic", "dramatic", "melancholy", "elegant", "minimal"}
)
"""Moods that are a matter of taste: no word that should have been drawn."""


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
    processes: list[Manner] = field(default_factory=list)


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
    value = said[0].value
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


def _season_of(weather: str, season: str, word_season: str) -> str:
    return season or word_season or ("winter" if weather == "snow" else "")


def _home(phrases: Sequence[Phrase]) -> str:
    """The backdrop where the things belong: the first one's, unless that is indoors and others are outdoors.

    Two pieces of furniture make a room, whoever else is in it.
    """
    homes = [phrase.noun.home for phrase in phrases if phrase.noun.home and not _is_contained(phrase)]
    anywhere = not homes or (homes[0] == "meadow" and phrases[0].noun.group == "people")
    if anywhere and (told := _told_by_poses(phrases)):
        return told
    if anywhere:
        homes = [phrase.noun.home for phrase in phrases if _is_landmark(phrase.noun)] or homes
    if not homes:
        return "meadow" if any(_outdoor(phrase.noun) for phrase in phrases) else "studio"
    homes = [home for home in homes if home != "sky"] or homes
    if homes.count("room") > 1 or _sit_indoors(phrases):
        return "room"
    if homes[0] == "underwater" and "sea" in homes:
        return "sea"
    if homes[0] in ANYWHERE:
        built = [phrase.noun.home for phrase in phrases if phrase.noun.group == "buildings" and phrase.noun.home]
        return next(iter(built), homes[0])
    if homes[0] in INDOORS:
        return next((phrase.noun.home for phrase in phrases if _insists(phrase.noun)), homes[0])
    return homes[0]


_SKYWARD = frozenset({"under", "beneath", "below", "against"})
_ROOMY = 6.0
"""Length in metres of vehicles that stand in no room."""
_IN_ROOMS = 1.0
"""Height in metres of the tallest animals that are in rooms."""


def _is_furniture(noun: Noun) -> bool:
    return noun.home == "room" and noun.group in ("household", "crafted")


def _is_at_home(noun: Noun) -> bool:
    """Whether somebody, or a pet: no animal of the woods and fields."""
    pet = noun.group == "animals" and noun.home in ("room", "meadow", "") and noun.metres < _IN_ROOMS
    return pet or noun.group == "people"


def _is_contained(phrase: Phrase) -> bool:
    """Whether it is in a vessel: a goldfish in a bowl asks for no sea."""
    return phrase.relation == "in" and phrase.target is not None and phrase.target.noun.home in ("table", "room")


def _is_landmark(noun: Noun) -> bool:
    return noun.group in ("buildings", "vehicles") and noun.home not in (*INDOORS, "sky", "space")


def _told_by_poses(phrases: Sequence[Phrase]) -> str:
    """Where those are who do what is done in few places: who fishes is at the water."""
    places = table("words/postures")["places"]
    poses = (phrase.attributes.get("pose", "") for phrase in phrases if phrase.noun.group == "people")
    return next((str(places[pose]) for pose in poses if pose in places), "")


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


def _insists(noun: Noun) -> bool:
    """Whether the thing cannot well be indoors: a horse; but a flower can stand on a table."""
    large = noun.metres > (0.3 if _outdoor(noun) and noun.group != "plants" else 1.0)
    return noun.home not in INDOORS and large


def _outdoor(noun: Noun) -> bool:
    return noun.group in ("animals", "people", "plants", "vehicles", "buildings", "fantasy")


def _choose_place(places: Sequence[PlaceWord]) -> PlaceWord | None:
    """The place of the scene: what things are in, or any with a preposition; a part goes before its whole."""
    places = [place for place in places if not place.implied] or places
    # "A field under a stormy sky" is in the field.
    places = [place for place in places if place.backdrop != "sky" or place.preposition not in _SKYWARD] or places
    placed = [place for place in places if place.preposition in ("in", "on", "at", "inside", "through", "across")]
    governed = [place for place in places if place.preposition]
    # A table that other things are around does not make the place: "a dining room with chairs around a table".
    roomy = [place for place in places if place.backdrop != "table"]
    found = placed or (roomy if len(roomy) < len(places) else governed) or governed or places
    chosen = next(iter(found), None)
    if chosen is None:
        return None
    parts = table("words/places")["part_of"].get(chosen.backdrop, ())
    return next((place for place in places if place.backdrop in parts), chosen)


def _is_sky(place: PlaceWord, open_air: bool) -> bool:
    """Whether the place is the sky over another one, which every backdrop in the open air shows."""
    return open_air and place.backdrop == "sky" and place.word.endswith("sky")


def _together(places: Sequence[PlaceWord], chosen: PlaceWord, phrases: Sequence[Phrase]) -> str:
    """The backdrop of the chosen place, or the one that shows several places at once; a table for small things."""
    said = {place.backdrop for place in places}
    rooms = [place.backdrop for place in places if place.backdrop in table("words/places")["tables"]["rooms"]]
    if rooms and ("table" in said or _all_on_table([phrase.noun for phrase in phrases])):
        return f"{rooms[0]} table"
    for backdrop, parts in table("words/places")["together"].items():
        if said >= set(parts):
            return str(backdrop)
    return chosen.backdrop


def _all_on_table(nouns: Sequence[Noun]) -> bool:
    """Whether things are looked at on a table, not on the floor: one belongs there, and all others have room."""
    small = all(noun.metres <= 0.6 and noun.group not in ("animals", "people", "vehicles") for noun in nouns)
    return small and any(noun.home == "table" for noun in nouns)


def _bears_out(backdrop: str, place: PlaceWord, said: Sequence[PlaceWord]) -> bool:
    """Whether a backdrop shows what a place word says."""
    data = table("words/places")
    if backdrop.endswith(" table"):
        return place.backdrop in ("table", backdrop.removesuffix(" table"))
    parts = data["together"].get(backdrop, ())
    joined = place.backdrop in parts and {one.backdrop for one in said} >= set(parts)
    return joined or place.backdrop == backdrop or backdrop in data["part_of"].get(place.backdrop, ())


def _place(parse: Parse, kind: Kind, ledger: Ledger) -> tuple[PlaceWord, str] | None:
    """The place of the scene and the backdrop that shows it. Notes what becomes of all place words."""
    chosen = _choose_place(parse.places)
    shown = shows_place(kind.entry)
    backdrop = _together(parse.places, chosen, parse.phrases) if chosen is not None else ""
    for place in parse.places:
        open_air = chosen is not None and chosen.backdrop not in INDOORS
        borne_out = chosen is not None and _bears_out(backdrop, place, parse.places)
        same = shown and chosen is not None and (borne_out or _is_sky(place, open_air))
        fate: Fate = (
            "undrawn" if not same else "approximated" if place.near or _outdoors(place, parse.phrases) else "drawn"
        )
        ledger.note(place.index, place.word, fate)
    return (chosen, backdrop) if shown and chosen is not None else None


def _outdoors(place: PlaceWord, phrases: Sequence[Phrase]) -> bool:
    """Whether the words are about the outside of a place that is shown from inside: "in front of a bakery", and
    where what is "at" it has no room within: "a plane at the airport"."""
    edges = table("words/places")["edges"]
    large = any(phrase.noun.group == "vehicles" and phrase.noun.metres > _ROOMY for phrase in phrases)
    outside = place.preposition in edges["outside"] or (place.preposition == "at" and large)
    return outside and place.backdrop in edges["indoors"]


def _backdrop(found: tuple[PlaceWord, str] | None, parse: Parse, kind: Kind) -> str:
    if found is not None:
        place, backdrop = found
        edges = table("words/places")["edges"]
        if _outdoors(place, parse.phrases):
            return str(edges["indoors"][place.backdrop])
        at_edge = place.preposition in edges["prepositions"]
        return str(edges["backdrops"].get(backdrop, backdrop)) if at_edge else backdrop
    if kind.name == "scene" and parse.phrases:
        return _home(parse.phrases)
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
    place = _place(parse, kind, ledger)
    implied = _implied(parse.places)
    things = [phrase.noun.time for phrase in parse.phrases if phrase.noun.time]
    weather = _first(manners, "weather", ledger) or implied.get("weather", "")
    named = _first(manners, "season", ledger)
    season = _season_of(weather, named, implied.get("season", "") or _told_by_snow(parse.phrases))
    time = _first(manners, "time", ledger) or implied.get("time", "") or next(iter(things), "")
    time = time or next((manner.value for manner in manners if manner.category == "implied time"), "")
    time = time or ("night" if weather == "aurora" else "")
    for manner in manners:
        if manner.category == "medium":
            # No illustrator made of rules takes photographs; the closest illustration stands for one.
            ledger.note(manner.index, manner.word, "approximated")
        elif manner.category == "transparent":
            ledger.note(manner.index, manner.word, "drawn")
    return Setting(
        backdrop=_backdrop(place, parse, kind),
        time=cast(TimeOfDay, time or "day"),
        weather=cast(Weather, weather or "clear"),
        season=cast("Season | None", season or None),
        camera=cast(Camera, _first(manners, "camera", ledger) or "eye"),
        style=_first(manners, "style", ledger) or own_style(kind.entry),
        mood=_in_sunshine(_mood(manners, kind, ledger), manners, kind),
        occasion=_occasion(manners, kind, ledger),
        transparent=any(manner.category == "transparent" for manner in manners),
        emblems=[manner for manner in manners if manner.category == "emblem"],
        processes=[manner for manner in manners if manner.category == "process"],
    )
