"""The other word tables: colours are what they are called, and every reference between tables holds."""

from __future__ import annotations

import pytest

from aquatint.engines.composer import art
from aquatint.engines.composer.backdrops import registry as backdrops
from aquatint.engines.composer.drawing.colour import Colour, to_oklch
from aquatint.engines.composer.lexicon.actions import actions
from aquatint.engines.composer.lexicon.ensembles import ensembles
from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.lexicon.tables import place_rows, table
from aquatint.engines.composer.lexicon.vocabulary import NOT_PLACES, entry_key, fold, vocabulary
from aquatint.engines.composer.planner.graphic.known import THING
from aquatint.engines.composer.scene import Scene
from aquatint.engines.composer.styles import registry as styles

COLOURS: dict[str, str] = table("words/colours")["colours"]


def test_there_are_enough_colours() -> None:
    assert len(COLOURS) >= 100
    assert all(Colour.of(code).hex() == code for code in COLOURS.values())


@pytest.mark.parametrize(
    ("word", "low", "high"),
    [("red", 10, 40), ("orange", 45, 75), ("yellow", 80, 110), ("green", 125, 160), ("teal", 180, 215),
     ("blue", 235, 270),
     ("purple", 290, 325), ("pink", 345, 375), ("brown", 45, 75)],
)  # fmt: skip
def test_hues_are_what_they_are_called(word: str, low: int, high: int) -> None:
    hue = to_oklch(Colour.of(COLOURS[word]))[2]
    assert low <= hue <= high or low <= hue + 360 <= high


@pytest.mark.parametrize("base", ["blue", "green", "brown", "grey", "purple"])
def test_light_and_dark_are_lighter_and_darker(base: str) -> None:
    light, plain, dark = (
        to_oklch(Colour.of(COLOURS[word]))[0] for word in (f"light {base}", base, f"dark {base}")
    )
    assert light > plain + 0.08 > dark + 0.08


@pytest.mark.parametrize("word", ["black", "white", "grey", "silver", "charcoal"])
def test_greys_are_grey(word: str) -> None:
    assert to_oklch(Colour.of(COLOURS[word]))[1] < 0.03


def test_places_are_backdrops() -> None:
    assert set(place_rows()) - NOT_PLACES <= set(backdrops.names())


def test_styles_are_drawn_by_the_styles() -> None:
    assert set(table("words/styles")) <= set(styles.names())


def test_verbs_with_objects_are_poses() -> None:
    poses = table("words/qualities")["poses"]
    verbs = {**table("words/relations")["with_object"], **table("words/relations")["transitive"]}
    assert [verb for verb in verbs if verb not in poses] == []


def test_shown_poses_are_poses() -> None:
    qualities = table("words/qualities")
    named = set(qualities["poses"].values())
    by_relation = {"riding", "seated", "holding", "carrying"}
    postures = table("words/postures")
    by_relation |= {*postures["vehicles"].values(), *postures["ridden"].values(), "walking a dog", "towing"}
    by_relation |= {*postures["aboard"].values(), "bearing", "piggyback", "dozing", "hanging"}
    by_relation |= {part.pose for ensemble in ensembles().values() for part in ensemble.parts()}
    by_verb = {action.pose for action in actions().values()}
    assert all(set(shown) <= named | by_relation | by_verb for shown in qualities["shown"].values())


def test_emblems_wearables_and_occasions_name_nouns() -> None:
    keys = [key for emblems in table("words/topics")["emblems"].values() for key in emblems]
    keys += table("words/qualities")["wearables"]["names"]
    keys += [
        key for row in table("words/occasions").values() for pair in row.get("nouns", {}).items() for key in pair
    ]
    assert [key for key in keys if key not in nouns()] == []


def test_processes_have_art_for_every_step() -> None:
    rows = [*table("words/processes").values(), *table("words/sets").values()]
    parts = [part for row in rows for part in row.get("steps", row.get("items", ()))]
    named = {part[1] for part in parts if len(part) > 1} - {THING}
    unknown = [name for name in named if name not in nouns() and name not in art.names()]
    # The planets wait for drawings of their own.
    assert set(unknown) <= {"mercury", "venus", "mars", "jupiter", "saturn", "uranus", "neptune"}


def test_rows_of_processes_say_what_may_be_left_out() -> None:
    for name, row in table("words/processes").items():
        assert all(0 < place <= len(row["steps"]) for place in row.get("spare", ())), name
        assert "verbs" in row or row.get("also") or row["steps"], name


def test_settings_are_what_scenes_accept() -> None:
    settings = table("words/settings")
    for name in ("time", "weather", "season", "camera"):
        for value in settings[name]:
            plan = Scene(prompt="", seed=0).to_plan() | {name: value}
            assert Scene.from_plan(plan).to_plan()[name] == value


def test_what_has_art_is_not_undrawn() -> None:
    meanings = {entry: {sense.category for sense in senses} for entry, senses in vocabulary().items()}
    assert [entry for entry, categories in meanings.items() if {"noun", "undrawn"} <= categories] == []


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Café", "cafe"),
        ("fox's", "fox"),
        ("children’s", "children"),
        ("ÉTÉ", "ete"),
        ("foxes'", "foxes"),
        ("naïve", "naive"),
    ],
)
def test_folding(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_entries_open_hyphens() -> None:
    assert entry_key("low-poly") == "low poly"


def test_every_emoji_of_the_table_stands_for_an_entry() -> None:
    known = table("words/emoji")
    assert [entry for kind in known for entry in known[kind] if entry not in vocabulary()] == []
    signs = [sign for row in known["stand_for"].values() for sign in row]
    assert len(signs) == len(set(signs)) > 100
