"""What a place leaves out because a thing of the scene is that."""

from __future__ import annotations

import numpy as np
import pytest

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.backdrops import pieces
from aquatint.engines.composer.backdrops.pieces.said import is_said
from aquatint.engines.composer.backdrops.recipe import table
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.surface import new_surface, read_pixels
from aquatint.engines.composer.layout import settled
from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.scene import Item, Scene
from aquatint.sizes import Size

SIZE = Size(256, 256)
DRAWN_IN_CODE = {"barn"}


def thing(noun: str) -> Item:
    return Item(id=f"{noun}-1", noun=noun, word=noun, art=nouns()[noun].art)


def scene_of(backdrop: str, *items: Item, seed: int = 7) -> Scene:
    return Scene(prompt="", seed=seed, backdrop=backdrop, items=list(items))


def painted(scene: Scene) -> np.ndarray:
    backdrop = backdrops.find(scene.backdrop)
    surface = new_surface(SIZE)
    backdrop.paint(surface.getCanvas(), backdrop.stage(scene, SIZE), scene, Chance(scene.seed))
    return read_pixels(surface)


def test_every_row_is_about_nouns_and_pieces_that_there_are() -> None:
    known = set(pieces.names()) | DRAWN_IN_CODE
    for noun, names in table("said")["pieces"].items():
        assert noun in nouns()
        assert set(names) <= known


@pytest.mark.parametrize(
    ("backdrop", "noun"),
    [("paris", "eiffel tower"), ("farm", "barn"), ("london", "big ben"), ("cairo", "pyramid")],
)
def test_a_place_has_no_second_one_of_a_landmark(backdrop: str, noun: str) -> None:
    changed = [
        not np.array_equal(
            painted(scene_of(backdrop, seed=seed)), painted(scene_of(backdrop, thing(noun), seed=seed))
        )
        for seed in range(4)
    ]
    assert any(changed)
    assert np.array_equal(painted(scene_of(backdrop)), painted(scene_of(backdrop, thing("cat"))))


def test_edits_change_nothing_of_the_place() -> None:
    plain, named = scene_of("paris"), scene_of("paris", thing("eiffel tower"))
    late = scene_of("paris", settled.added(thing("eiffel tower")))
    gone = scene_of("paris", settled.removed(thing("eiffel tower")))
    assert np.array_equal(painted(plain), painted(late))
    assert np.array_equal(painted(named), painted(gone))


def test_one_piece_is_left_out_and_no_other() -> None:
    scene = scene_of("living room", thing("sofa"))
    assert is_said(scene, "sofa")
    assert not is_said(scene, "armchair")
