"""Edits of pages that show several places: comics, maps, posters with a foot."""

from __future__ import annotations

import numpy as np
from edits_help import drawn, instructed

from aquatint.engines.composer.graphics.maps.places import keys_of, sites_of, split_texts
from aquatint.engines.composer.graphics.panels.script import read_script
from aquatint.engines.composer.graphics.planned import planned_scene
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

SIZE = Size(384, 384)
COMIC = "a comic: a dragon drinks tea; a knight comes in; they dance"
MAP = "a treasure map with an island, a volcano and a palm tree"
POSTER = "a poster for a dog show with a dog, 'DOG SHOW'"


def edited(prompt: str, said: str) -> Scene:
    return instructed(author(prompt, seed=7).scene, said, SIZE)[0]


def test_an_hour_is_that_of_all_panels() -> None:
    assert {panel.scene.time for panel in read_script(edited(COMIC, "at night"), 4).panels} == {"night"}


def test_words_go_into_their_panel_and_into_the_mouth_that_is_named() -> None:
    script = read_script(edited(COMIC, "in panel 2 let the knight say 'Coffee?'"), 4)
    assert [[(speech.text.content, speech.speaker) for speech in panel.speeches] for panel in script.panels] == [
        [],
        [("Coffee?", "knight-1")],
        [],
    ]


def test_a_title_is_nobodys_speech() -> None:
    script = read_script(edited(COMIC, "add a title 'Tea Time' on top"), 4)
    assert [text.content for text in script.title] == ["Tea Time"]
    assert not any(panel.speeches for panel in script.panels)


def test_another_colour_is_no_other_dragon() -> None:
    assert edited(COMIC, "make the dragon blue").items[0].art == author(COMIC, seed=7).scene.items[0].art


def test_a_map_keeps_its_places() -> None:
    before = author(MAP, seed=7).scene
    for said in ("remove the volcano", "add a castle"):
        scene = edited(MAP, said)
        assert sites_of(scene, planned_scene(scene)).first == keys_of(before)
    ship = drawn(edited(MAP, "add a ship"), SIZE)
    same = (ship == drawn(before, SIZE)).all(axis=2)
    assert same.mean() > 0.9


def test_a_renamed_place_is_no_title() -> None:
    named = "a fantasy map with a castle and labels 'Mistwood', 'Iron Hills' and 'Elder Lake'"
    scene = edited(named, "rename Mistwood to Darkwood")
    assert split_texts(scene)[0] == []
    assert [text.content for text in split_texts(edited(named, "title it 'Eldoria'"))[0]] == ["Eldoria"]


def test_a_poster_keeps_its_picture_and_gets_a_foot() -> None:
    before = drawn(author(POSTER, seed=7).scene, SIZE)
    after = drawn(edited(POSTER, "add 'Saturday 3 June' at the bottom"), SIZE)
    band = after[-12:, 40:60].reshape(-1, 4)
    assert len(np.unique(band, axis=0)) == 1
    assert (before[-12:, 40:60] != after[-12:, 40:60]).any()
