"""Heads, hands and backs of drawings, and the things that lie on them."""

from __future__ import annotations

import pytest

from aquatint.engines.composer.art.anchors import ArtAnchors, grips
from aquatint.engines.composer.art.library import find
from aquatint.engines.composer.art.place import box_of
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Item

ARTS = ("person:girl", "animal:fox", "animal:horse", "noto:penguin")


def standing(art: str, *, flip: bool = False) -> Placement:
    item = Item(id="one-1", noun="one", word="one", art=art)
    return Placement(item, 0, (500, 900), 400, 0.8, flip)


@pytest.mark.parametrize("art", ARTS)
def test_heads_are_at_the_top_and_necks_below_them(art: str) -> None:
    anchors, one = ArtAnchors(Chance(7)), standing(art)
    box = box_of(find(art), one)
    head, neck = anchors.part(one, "head"), anchors.part(one, "neck")
    assert head is not None
    assert neck is not None
    assert box.y - 0.02 * box.height <= head.y < box.y + 0.35 * box.height
    assert head.y < neck.y < box.y + 0.7 * box.height
    assert box.x <= head.x <= box.x + box.width
    assert head.breadth > 0


@pytest.mark.parametrize("art", ARTS)
def test_a_mirrored_drawing_has_mirrored_parts(art: str) -> None:
    anchors = ArtAnchors(Chance(7))
    for part in ("head", "eyes", "hand"):
        left, right = anchors.part(standing(art), part), anchors.part(standing(art, flip=True), part)
        assert left is not None
        assert right is not None
        assert left.x + right.x == pytest.approx(1000)
        assert left.y == pytest.approx(right.y)


def test_only_furniture_has_a_seat() -> None:
    anchors = ArtAnchors(Chance(7))
    assert anchors.part(standing("noto:chair"), "seat") is not None
    assert anchors.part(standing("noto:penguin"), "seat") is None
    assert anchors.part(standing("person:girl"), "seat") is None


def test_grips_are_of_nouns() -> None:
    known = {*nouns(), "anything"}
    for way in ("worn", "held"):
        assert set(grips(way)) <= known


def test_beasts_lie_in_the_arms_and_birds_stand_on_the_hand() -> None:
    def at(noun: str) -> str:
        item = Item(id="one-1", noun=noun, word=noun, art=nouns()[noun].art)
        return ArtAnchors(Chance(1)).grip(item, worn=False).at

    assert (at("fox"), at("kitten"), at("hawk"), at("cake")) == ("chest", "chest", "hand", "hand")
    assert author("a girl holding a kitten", seed=1).scene.items[0].attributes["pose"] == "cradling"


@pytest.mark.parametrize(
    ("prompt", "pose", "relation"),
    [
        ("a knight riding a horse", "riding", "riding"),
        ("a girl riding a skateboard", "skateboarding", ""),
        ("a king sitting on a chair", "seated", "on"),
        ("a boy flying a kite", "holding", ""),
    ],
)
def test_relations_settle_postures(prompt: str, pose: str, relation: str) -> None:
    first = author(prompt, seed=1).scene.items[0]
    assert (first.attributes.get("pose"), first.relation) == (pose, relation)


def test_who_does_something_on_a_bench_sits() -> None:
    assert author("a woman reading a book on a bench", seed=1).scene.items[0].attributes["seated"] == "yes"


def test_sitters_have_a_lap_between_hips_and_knees() -> None:
    item = Item(id="one-1", noun="woman", word="woman", art="person:woman", attributes={"pose": "seated"})
    anchors, one = ArtAnchors(Chance(7)), Placement(item, 0, (500, 900), 400, 0.8, False)
    lap, hips, feet = anchors.part(one, "lap"), anchors.part(one, "hips"), anchors.part(one, "feet")
    assert lap is not None
    assert hips is not None
    assert feet is not None
    assert lap.x < hips.x
    assert lap.y < hips.y < feet.y


def test_what_is_read_is_open_and_groups_have_their_number() -> None:
    assert author("a woman reading a book", seed=1).scene.items[1].art == nouns()["open book"].art
    assert author("a group of seven children", seed=1).scene.items[0].count == 7
    assert author("a bench in front of a bakery", seed=1).scene.backdrop == "old street"
