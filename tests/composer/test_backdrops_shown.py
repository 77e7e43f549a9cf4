"""What the reading says of a place is in its picture: the pieces that words for its parts stand for."""

from __future__ import annotations

import pytest

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.backdrops.pieces import painter
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.surface import new_surface
from aquatint.engines.composer.lexicon.states import place_shows_besides
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

SIZE = Size(160, 160)
SHOWN = {
    ("market", "stalls"): {"stall"},
    ("market", "awnings"): {"stall"},
    ("night market", "stalls"): {"stall"},
    ("bathroom", "tub"): {"bathtub"},
    ("library", "books"): {"bookcase", "low_shelf", "ladder_shelf"},
    ("attic library", "books"): {"bookcase"},
    ("bookshop", "shelves"): {"bookcase"},
    ("bakery", "shelves"): {"bread_shelf"},
    ("shop", "shelves"): {"shop_shelf"},
    ("church", "pews"): {"pew"},
    ("theatre", "curtain"): {"drape"},
    ("theatre", "spotlight"): {"spot"},
    ("boxing ring", "ropes"): {"ring_side"},
    ("boxing ring", "crowd"): {"audience"},
    ("sports hall", "hoop"): {"basketball_hoop"},
    ("observatory", "telescope"): {"great_telescope"},
    ("tower chamber", "cauldron"): {"cauldron"},
    ("cafe", "counter"): {"cafe_counter"},
    ("bar", "counter"): {"bar_counter"},
    ("balcony", "railing"): {"balcony_rail"},
    ("train platform", "train"): {"train_side"},
    ("beach from above", "umbrella"): {"parasol_above"},
    ("desk from above", "papers"): {"paper_above"},
    ("street from above", "cars"): {"car_above"},
    ("traffic street", "cars"): {"car_front"},
}


def _pieces_of(backdrop: str, seed: int, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    drawn: set[str] = set()
    find = painter.find

    def noted(name: str) -> object:
        drawn.add(name)
        return find(name)

    with monkeypatch.context() as patch:
        patch.setattr(painter, "find", noted)
        place, scene = backdrops.find(backdrop), Scene(prompt="", seed=seed, backdrop=backdrop)
        place.paint(new_surface(SIZE).getCanvas(), place.stage(scene, SIZE), scene, Chance(seed))
    return drawn


@pytest.mark.parametrize(("backdrop", "word"), SHOWN)
def test_every_composition_shows_it(backdrop: str, word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert place_shows_besides(backdrop, word)
    for seed in range(8):
        assert _pieces_of(backdrop, seed, monkeypatch) & SHOWN[backdrop, word], seed


def test_words_are_about_backdrops_that_there_are() -> None:
    names, states = set(backdrops.names()), table("words/states")
    entries = [entry for kind in ("shown", "besides") for row in states[kind].values() for entry in row]
    assert {entry[1:] for entry in entries if entry.startswith("@")} - names <= {"neon"}


def test_what_a_market_shows_is_told_as_drawn() -> None:
    drawn = author("a farmers market, stalls with striped awnings", seed=1).reading.drawn
    assert {"stalls", "striped", "awnings"} <= set(drawn)
