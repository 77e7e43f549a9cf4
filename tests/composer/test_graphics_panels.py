"""Comics and storyboards: the script of a prompt, the grid, balloons with their tails."""

from __future__ import annotations

import numpy as np
import pytest
from graphics_help import paint

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.graphics.panels.grid import ROWS, comic_grid, even_grid
from aquatint.engines.composer.graphics.panels.script import count_panels, descriptions, read_script
from aquatint.engines.composer.honesty import admit
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

KNIGHT = (
    "Comic page: Panel 1: a knight walks in a forest and says 'Where is the dragon?' Panel 2: a dragon stands on "
    "a mountain. Panel 3: the dragon says 'Here I am.'"
)
BOY = "Storyboard: frame 1: a boy on the beach. Frame 2: he rides a horse. Frame 3: a storm on the sea at night."


def _scene(prompt: str) -> Scene:
    return author(prompt, seed=3).scene


@pytest.mark.parametrize(
    ("prompt", "count"),
    [("a 4-panel comic", 4), ("comic with six panels", 6), ("three frame storyboard", 3), ("a comic strip", 0)],
)
def test_the_number_of_panels_is_read(prompt: str, count: int) -> None:
    assert count_panels(prompt) == count


def test_descriptions_follow_their_marks() -> None:
    assert [piece.split()[1] for piece in descriptions(KNIGHT)] == ["knight", "dragon", "dragon"]
    assert descriptions("In the first panel a cat sits. In the last panel the cat sleeps.") == [
        "a cat sits",
        "the cat sleeps",
    ]
    assert descriptions("a comic about a panel") == []


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
    wide = [panel.speeches[0].speaker for panel in script.panels if len(panel.scene.items) == 2]
    assert set(wide) == {"cat-1", "dog-1"}


def test_what_one_panel_shows_counts_as_drawn() -> None:
    scene, reading = author(KNIGHT, seed=1)
    admit(scene, reading)
    assert {"forest", "mountain", "knight", "dragon"} <= set(reading.drawn)
    assert "panel" not in [word.lower() for word in reading.undrawn]


@pytest.mark.parametrize("count", ROWS)
@pytest.mark.parametrize("room", [Box(10, 10, 900, 1400), Box(0, 0, 1400, 500), Box(0, 0, 800, 800)])
def test_panels_fill_the_room_without_touching(count: int, room: Box) -> None:
    for boxes in (comic_grid(room, count, 12, Chance(4)), even_grid(room, count, 12, 1.5)):
        assert len(boxes) == count
        for box in boxes:
            assert box.x >= room.x - 0.01
            assert box.x + box.width <= room.x + room.width + 0.01
            assert box.y + box.height <= room.y + room.height + 0.01
        for one, other in [(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :]]:
            apart_x = one.x + one.width + 11 <= other.x or other.x + other.width + 11 <= one.x
            assert apart_x or one.y + one.height + 11 <= other.y


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
