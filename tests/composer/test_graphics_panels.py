"""Comics and storyboards: the script of a prompt, the grid, balloons with their tails."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest
from graphics_help import paint

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.deliberation import score
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.graphics.panels.grid import ROWS, comic_grid, even_grid, filled_grid
from aquatint.engines.composer.graphics.panels.script import read_script
from aquatint.engines.composer.graphics.panels.shots import composed
from aquatint.engines.composer.graphics.staged import staged
from aquatint.engines.composer.honesty import admit
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Scene
from aquatint.engines.composer.staging import place_items
from aquatint.sizes import Size

KNIGHT = (
    "Comic page: Panel 1: a knight walks in a forest and says 'Where is the dragon?' Panel 2: a dragon stands on "
    "a mountain. Panel 3: the dragon says 'Here I am.'"
)
BOY = "Storyboard: frame 1: a boy on the beach. Frame 2: he rides a horse. Frame 3: a storm on the sea at night."


def _scene(prompt: str) -> Scene:
    return author(prompt, seed=3).scene


def test_each_described_panel_has_its_own_place_things_and_words() -> None:
    script = read_script(_scene(KNIGHT), 4)
    assert [panel.scene.backdrop for panel in script.panels][:2] == ["forest", "mountain"]
    assert [[item.noun for item in panel.scene.items] for panel in script.panels[:2]] == [["knight"], ["dragon"]]
    spoken = [[speech.text.content for speech in panel.speeches] for panel in script.panels]
    assert spoken == [["Where is the dragon?"], [], ["Here I am."]]
    assert script.panels[0].speeches[0].speaker == script.panels[0].scene.items[0].id


def test_a_character_keeps_its_identity_and_pronouns_mean_the_first() -> None:
    panels = read_script(_scene(BOY), 6).panels
    ids = [[item.id for item in panel.scene.items] for panel in panels]
    assert "boy-1" in ids[0]
    assert "boy-1" in ids[1]
    assert panels[2].scene.time == "night"
    assert panels[0].scene.time == "day"


def test_titles_and_captions_are_not_spoken() -> None:
    script = read_script(_scene('Comic page titled "Fox Tales" about a fox, caption "Meanwhile", "Hello!"'), 4)
    assert [text.content for text in script.title] == ["Fox Tales"]
    words = {speech.text.content: speech.speaker for panel in script.panels for speech in panel.speeches}
    assert words == {"Meanwhile": "", "Hello!": "fox-1"}


def test_speakers_take_turns() -> None:
    script = read_script(_scene('4-panel comic of a cat and a dog, "One" "Two" "Three" "Four"'), 4)
    wide = [panel.speeches[0].speaker for panel in script.panels]
    assert set(wide) == {"cat-1", "dog-1"}


def test_what_one_panel_shows_counts_as_drawn() -> None:
    scene, reading = author(KNIGHT, seed=1)
    admit(scene, reading)
    assert {"forest", "mountain", "knight", "dragon"} <= set(reading.drawn)
    assert "panel" not in [word.lower() for word in reading.undrawn]


@pytest.mark.parametrize("count", ROWS)
@pytest.mark.parametrize("room", [Box(10, 10, 900, 1400), Box(0, 0, 1400, 500), Box(0, 0, 800, 800)])
def test_panels_fill_the_room_without_touching(count: int, room: Box) -> None:
    for boxes in (
        comic_grid(room, count, 12, Chance(4), count - 1),
        even_grid(room, count, 12, 1.5),
        filled_grid(room, count, 12, 1.5),
    ):
        assert len(boxes) == count
        for box in boxes:
            assert box.x >= room.x - 0.01
            assert box.x + box.width <= room.x + room.width + 0.01
            assert box.y + box.height <= room.y + room.height + 0.01
        for one, other in [(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :]]:
            apart_x = one.x + one.width + 11 <= other.x or other.x + other.width + 11 <= one.x
            assert apart_x or one.y + one.height + 11 <= other.y


@pytest.mark.parametrize("count", ROWS)
def test_frames_of_a_storyboard_fill_the_room(count: int) -> None:
    room = Box(10, 20, 900, 700)
    boxes = filled_grid(room, count, 0, 1.6)
    assert sum(box.width * box.height for box in boxes) == pytest.approx(room.width * room.height)


def test_the_climax_has_the_largest_panel() -> None:
    boxes = comic_grid(Box(0, 0, 900, 1000), 6, 12, Chance(4), 4)
    areas = [box.width * box.height for box in boxes]
    assert areas.index(max(areas)) == 4


def test_one_moment_is_seen_from_several_sides() -> None:
    panels = read_script(_scene("four panel comic of a knight fighting a dragon"), 4).panels
    assert {panel.shot.view for panel in panels} == {"whole", "close", "group"}
    close = [panel for panel in panels if panel.shot.view == "close"]
    assert [[item.noun for item in panel.scene.items] for panel in close] == [["knight"], ["dragon"]]


def test_a_beat_without_subject_is_about_who_was_there() -> None:
    panels = read_script(_scene("a comic about a bear who finds honey, eats it, and falls asleep"), 4).panels
    assert [panel.scene.items[0].id for panel in panels] == ["bear-1"] * 3
    assert [panel.scene.items[0].attributes.get("pose") for panel in panels][1:] == ["eating", "sleeping"]


def test_the_weather_of_a_beat_falls_on_who_was_there() -> None:
    panels = read_script(_scene("comic: a boy plants a tree, then rain falls, then the sun shines"), 4).panels
    assert [panel.scene.weather for panel in panels] == ["clear", "rain", "clear"]
    assert all("boy-1" in {item.id for item in panel.scene.items} for panel in panels)


def test_what_somebody_feels_or_wears_in_one_panel() -> None:
    panels = read_script(_scene("comic: a red haired boy walks, the boy is sad, the boy sleeps"), 4).panels
    looks = [panel.scene.items[0].attributes for panel in panels]
    assert len({look["hair"] for look in looks}) == 1
    assert [look.get("mood") for look in looks] == [None, "sad", None]


def test_as_many_panels_as_asked_whatever_is_told() -> None:
    told = "panel comic: a cat walks, the cat jumps, the cat sleeps"
    for number, word in ((2, "two"), (3, "three"), (5, "five"), (8, "eight")):
        assert len(read_script(_scene(f"{word} {told}"), 4).panels) == number


def test_an_edit_reaches_all_panels() -> None:
    scene = _scene("comic: a fox walks, it meets an owl, they dance")
    fox = next(item for item in scene.items if item.noun == "fox")
    fox.colour = "#2244cc"
    scene.items = [fox]
    scene.instructions = ["make the fox blue and remove the owl"]
    things = [item for panel in read_script(scene, 4).panels for item in panel.scene.items]
    assert {item.noun for item in things} == {"fox"}
    assert {item.colour for item in things} == {"#2244cc"}


def test_words_are_told_as_their_own_panels_show_them() -> None:
    scene, reading = author(
        "comic: a cat sits in a forest; then it runs on a beach; finally the cat grumbles", seed=1
    )
    admit(scene, reading)
    assert {"forest", "beach", "cat", "runs", "sits"} <= set(reading.drawn)
    assert reading.undrawn == ["grumbles"]


def test_a_row_is_a_row() -> None:
    boxes = comic_grid(Box(0, 0, 900, 900), 4, 12, Chance(4), one_row=True)
    assert len({box.y for box in boxes}) == 1


def test_a_being_and_a_thing_may_talk() -> None:
    script = read_script(
        _scene('4 panel comic of a bee and a flower: "Hi." "Hi." "You smell nice." "You too."'), 4
    )
    assert [panel.speeches[0].speaker for panel in script.panels] == ["bee-1", "flower-1", "bee-1", "flower-1"]


def test_somebody_says_what_nobody_is_named_for() -> None:
    panels = read_script(_scene('a three panel comic: "Good morning!" "Is it?" "Coffee first."'), 4).panels
    assert len(panels) == 3
    assert {panel.speeches[0].speaker for panel in panels} == {"person-1", "person-2"}


def test_what_is_said_may_end_a_beat() -> None:
    panels = read_script(
        _scene('Comic: A king sits. He says "Help!" The king runs. A dragon asks "Tea?"'), 4
    ).panels
    assert len(panels) == 4
    assert [bool(panel.speeches) for panel in panels] == [False, True, False, True]


def test_things_without_a_home_stand_on_a_table() -> None:
    panels = read_script(_scene("two panel comic: a birthday cake; a slice of cake"), 4).panels
    assert {panel.scene.backdrop for panel in panels} == {"table"}


def test_all_words_are_set_on_their_own_ground() -> None:
    scene = _scene('4-panel comic of a cat and a dog in a park, "Hey!" "Not anymore, my friend." "Give it back!"')
    _, stages, watch = paint(scene, Size(700, 900))
    assert " ".join(line.text for line in watch.lines) == "Hey! Not anymore, my friend. Give it back!"
    assert all(np.percentile(line.contrasts(), 4) >= 4.5 for line in watch.lines)
    assert len(stages) == 5


def test_a_storyboard_sets_the_descriptions_of_the_prompt() -> None:
    _, _, watch = paint(_scene(BOY), Size(900, 600))
    words = " ".join(line.text for line in watch.lines)
    assert "a boy on the beach" in words
    assert "a storm on the sea at night" in words


def test_both_are_both() -> None:
    panels = read_script(_scene("comic: a dog sits, a cat jumps, both sleep"), 4).panels
    assert {item.noun for item in panels[-1].scene.items} == {"dog", "cat"}


def test_who_sails_has_a_boat() -> None:
    panels = read_script(_scene("comic: a girl waves; she sails across the sea at night; she sleeps"), 4).panels
    assert len(panels[1].scene.items) == 2
    assert panels[1].scene.items[0].noun == "girl"
    assert "boat" in panels[1].scene.items[1].noun
    assert panels[1].scene.backdrop == "sea"
    assert panels[1].scene.time == "night"


def test_a_panel_gives_its_things_room() -> None:
    scene = _scene("four panel comic of a wizard and a dragon")
    scene = msgspec.structs.replace(staged(scene) or scene, texts=[])
    size, chance = Size(300, 330), Chance(5)
    stage = backdrops.find(scene.backdrop).stage(scene, size)
    chosen = composed(scene, size, chance)
    assert (
        score(place_items(chosen, stage, chance), stage) >= score(place_items(scene, stage, chance), stage) - 0.01
    )


def test_a_comic_without_words_has_none() -> None:
    scene = _scene("a comic in 4 panels without words: a lonely snowman, a bird lands, spring comes, a hat")
    assert not any(panel.speeches for panel in read_script(scene, 4).panels)


def test_a_label_is_no_subject() -> None:
    panels = read_script(
        _scene("comic: monday - a man sleeps. tuesday - he waves. wednesday - he runs."), 4
    ).panels
    assert [panel.scene.items[0].id for panel in panels] == ["man-1"] * 3


def test_what_a_phone_does_makes_no_more_phones() -> None:
    panels = read_script(_scene("comic: a woman sits, a phone rings, she waves"), 4).panels
    assert panels[1].scene.items[0].count == 1


@pytest.mark.parametrize(
    ("prompt", "panel", "relation"),
    [
        (
            "three panel comic: a boy loses his balloon, cries, then a bird brings it back",
            2,
            ("balloon", "holding", "bird"),
        ),
        (
            "three panel comic: a boy loses his balloon, cries, then a bird brings it back",
            2,
            ("bird", "beside", "boy"),
        ),
        (
            "comic in 3 panels: a dog finds a bone, a cat steals it, the dog chases the cat",
            1,
            ("bone", "holding", "cat"),
        ),
        (
            "comic in 3 panels: a dog finds a bone, a cat steals it, the dog chases the cat",
            2,
            ("bone", "holding", "cat"),
        ),
        ("2 panel comic: a girl meets a fox, she gives it an apple", 1, ("apple", "holding", "girl")),
    ],
)
def test_things_pass_from_hand_to_hand(prompt: str, panel: int, relation: tuple[str, str, str]) -> None:
    shown = read_script(author(prompt, seed=1).scene, 4).panels[panel].scene
    nouns = {item.id: item.noun for item in shown.items}
    assert relation in [(item.noun, item.relation, nouns.get(item.target, "")) for item in shown.items]


def test_a_chase_shows_who_chases() -> None:
    panels = read_script(author("storyboard with four frames of a car chase in the city", seed=1).scene, 6).panels
    assert {item.noun for panel in panels for item in panel.scene.items} == {"car", "police car"}
    assert {panel.shot.view for panel in panels} == {"whole", "close", "group"}


def test_numbered_panels_are_a_page() -> None:
    assert author("Panel 1: a boy waves. Panel 2: he sleeps.", seed=1).scene.kind == "comic"
