"""Which of the places that a text names is the place of the scene, and the backdrop that shows it."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.lexicon.nouns import Noun
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.kinds import Kind, shows_place
from aquatint.engines.composer.planner.ledger import Fate, Ledger
from aquatint.engines.composer.planner.phrases import Parse, Phrase, PlaceWord

_SKYWARD = frozenset({"under", "beneath", "below", "against"})
_ROOMY = 6.0
"""Length in metres of vehicles that stand in no room."""
_TALL = 3.0
"""Height in metres of what can be on no table."""
_LOW = 1.0
"""Height in metres of the tallest things on a podium."""
INDOORS = frozenset({"table", "studio", "room", ""})


def _subject_place(places: Sequence[PlaceWord], phrases: Sequence[Phrase]) -> PlaceWord | None:
    """The place that the text begins with, before any thing: "a mountain lake at dawn, mist over the water".

    A road or an island is in a landscape, which shows it or not; a city has streets of its own.
    """
    first = next(iter(places), None)
    if first is None or first.preposition or first.backdrop in table("words/places")["edges"]["within"]:
        return None
    cities = table("words/places")["part_of"]["city"]
    opens = all(first.index < phrase.index for phrase in phrases)
    return first if opens and not any(place.backdrop in cities for place in places) else None


def _is_governed(place: PlaceWord) -> bool:
    return place.preposition not in ("", "under", "below", "beneath", "against") or place.word.startswith(
        ("in ", "above ")
    )


def _choose_place(places: Sequence[PlaceWord], phrases: Sequence[Phrase]) -> PlaceWord | None:
    """The place of the scene: what things are in, or any with a preposition; a part goes before its whole."""
    places = [place for place in places if not place.implied] or places
    if any(phrase.noun.role in ("stands", "lies") and not phrase.attributes.get("pose") for phrase in phrases):
        # "The sky is cloudy": what stands on the ground is not in it.
        places = [place for place in places if place.backdrop != "sky" or _is_governed(place)]
    # "A field under a stormy sky" is in the field.
    places = [place for place in places if place.backdrop != "sky" or place.preposition not in _SKYWARD] or places
    if any(phrase.noun.group == "buildings" and phrase.noun.metres > _TALL for phrase in phrases):
        # "A cottage with a cat on the windowsill" stands on no table.
        parts = table("words/places")["edges"]["parts_of_houses"]
        places = [place for place in places if place.backdrop not in parts]
        places = [place for place in places if place.backdrop != "table" or not place.near]
    small = table("words/places")["edges"]["small"]
    if any(phrase.noun.group == "people" or phrase.noun.metres > _LOW for phrase in phrases):
        places = [place for place in places if place.backdrop not in small]
    if (subject := _subject_place(places, phrases)) is not None:
        places = [subject]
    placed = [place for place in places if place.preposition in ("in", "on", "at", "inside", "through", "across")]
    governed = [place for place in places if place.preposition]
    # A table that other things are around does not make the place: "a dining room with chairs around a table".
    roomy = [place for place in places if place.backdrop != "table"]
    found = placed or (roomy if len(roomy) < len(places) else governed) or governed or places
    chosen = next(iter(found), None)
    if chosen is None:
        return None
    parts = table("words/places")["part_of"].get(chosen.backdrop, ())
    return next((place for part in parts for place in places if place.backdrop == part), chosen)


def _is_sky(place: PlaceWord, open_air: bool) -> bool:
    """Whether the place is the sky over another one, which every backdrop in the open air shows."""
    return open_air and place.backdrop == "sky" and place.word.endswith("sky")


def is_overhead(place: PlaceWord, phrases: Sequence[Phrase]) -> bool:
    """Whether only what was named last is in the sky: "a girl on a swing with a kite in the sky"."""
    before = [phrase for phrase in phrases if phrase.index < place.index]
    within = place.preposition in ("in", "through", "across") or place.word.startswith("in ")
    if place.backdrop != "sky" or not within or len(before) < 2:
        return False
    return _belongs_aloft(before[-1]) and not any(_belongs_aloft(phrase) for phrase in before[:1])


def _belongs_aloft(phrase: Phrase) -> bool:
    flying = phrase.noun.role in ("flies", "sky") or phrase.noun.key in table("words/postures")["fliers"]["names"]
    return flying or phrase.noun.home == "sky" or phrase.attributes.get("pose") in ("flying", "floating")


def _together(places: Sequence[PlaceWord], chosen: PlaceWord, phrases: Sequence[Phrase]) -> str:
    """The backdrop of the chosen place, or the one that shows several places at once; a table for small things."""
    said = {place.backdrop for place in places}
    rooms = [place.backdrop for place in places if place.backdrop in table("words/places")["tables"]["rooms"]]
    hung = any(phrase.attributes.get("pose") == "hung" for phrase in phrases)
    if rooms and not hung and ("table" in said or _all_on_table([phrase.noun for phrase in phrases])):
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


def find_place(parse: Parse, kind: Kind, ledger: Ledger) -> tuple[PlaceWord, str] | None:
    """The place of the scene and the backdrop that shows it. Notes what becomes of all place words."""
    on_ground = [place for place in parse.places if not is_overhead(place, parse.phrases)]
    chosen = _choose_place(on_ground, parse.phrases)
    shown = shows_place(kind.entry)
    backdrop = _together(parse.places, chosen, parse.phrases) if chosen is not None else ""
    for place in parse.places:
        open_air = chosen is not None and chosen.backdrop not in INDOORS
        borne_out = chosen is not None and _bears_out(backdrop, place, parse.places)
        same = shown and chosen is not None and (borne_out or _is_sky(place, open_air))
        same = same or (shown and is_overhead(place, parse.phrases))
        fate: Fate = (
            "undrawn"
            if not same
            else "approximated"
            if place.near or is_outside(place, parse.phrases)
            else "drawn"
        )
        ledger.note(place.index, place.word, fate)
    return (chosen, backdrop) if shown and chosen is not None else None


def is_outside(place: PlaceWord, phrases: Sequence[Phrase]) -> bool:
    """Whether the words are about the outside of a place that is shown from inside: "in front of a bakery".

    So are they where what is "at" it has no room within: "a plane at the airport".
    """
    edges = table("words/places")["edges"]
    large = any(phrase.noun.group == "vehicles" and phrase.noun.metres > _ROOMY for phrase in phrases)
    outside = place.preposition in edges["outside"] or (place.preposition == "at" and large)
    return outside and place.backdrop in edges["indoors"]


def suited(backdrop: str, phrases: Sequence[Phrase]) -> str:
    """The kind of a place that suits what is in it: camels are among dunes, goats on a ledge above a valley."""
    data = table("words/places")
    keys = {phrase.noun.key for phrase in phrases}
    many = {phrase.noun.key for phrase in phrases if phrase.plural or phrase.count > 1}
    for rows, named in ((data["suited"], keys), (data["suited_many"], many)):
        for kind, names in rows.get(backdrop, {}).items():
            if not named.isdisjoint(names):
                return str(kind)
    return backdrop


def under_open_sky(backdrop: str, *, snowy: bool) -> str:
    """A place with a wide sky instead of one whose sky is hidden by trees, houses or a roof."""
    hidden = backdrop in table("words/places")["edges"]["hidden_sky"]
    return ("snowfield" if snowy else "lake") if hidden else backdrop
