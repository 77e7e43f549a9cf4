"""Portraits: heads seen close, with what is worn on them."""

from __future__ import annotations

import numpy as np
import pytest

from aquatint.engines.composer.graphics.sitters import sitters
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.render import render
from aquatint.imaging.raster import Pixels
from aquatint.sizes import Size

SIZE = Size(256, 256)


def drawn(prompt: str) -> Pixels:
    """The finished picture of a prompt, small."""
    *_, last = render(author(prompt, seed=3).scene, SIZE)
    return last.look()


def test_things_that_are_worn_do_not_sit_by_themselves() -> None:
    group = sitters(author("portrait of a dog wearing a bow tie and a hat", seed=1).scene.items, 4)
    assert [sitter.item.noun for sitter in group] == ["dog"]
    assert [thing.noun for thing in group[0].borne] == ["bow tie", "hat"]


def test_each_of_several_sitters_wears_its_own() -> None:
    group = sitters(author("portrait of two cats wearing hats", seed=1).scene.items, 4)
    assert [len(sitter.borne) for sitter in group] == [1, 1]
    assert len({sitter.item.id for sitter in group}) == 2


def test_people_are_busts_and_other_things_are_themselves() -> None:
    group = sitters(author("portrait of a woman and her dog", seed=1).scene.items, 4)
    assert [sitter.item.art.partition(":")[0] for sitter in group] == ["bust", "animal"]


@pytest.mark.parametrize("creature", ["tiger", "owl", "horse", "frog", "dragon", "parrot", "elephant", "penguin"])
def test_a_creature_fills_its_portrait(creature: str) -> None:
    alone, empty = drawn(f"portrait of a {creature}"), drawn("portrait of a needle")
    changed = np.abs(alone[..., :3].astype(int) - empty[..., :3].astype(int)).sum(axis=2) > 24
    assert changed.mean() > 0.25
    assert changed[-1].any()  # the body goes on beyond the lower edge


def test_what_is_worn_is_seen() -> None:
    bare, dressed = drawn("portrait of a bear"), drawn("portrait of a bear wearing glasses")
    assert 0.005 < (bare != dressed).any(axis=2).mean() < 0.2


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("close-up of a tiger's face", "portrait"),
        ("a close-up of the head of a horse", "portrait"),
        ("close-up of a rabbit eating a carrot", "scene"),
        ("a clock face, close-up", "scene"),
        ("a tiger's face", "scene"),
    ],
)
def test_a_close_up_of_a_face_is_a_portrait(prompt: str, kind: str) -> None:
    assert author(prompt, seed=1).scene.kind == kind
