"""Who looks into something has the eye at it; who climbs a ladder is on a rung of their own."""

from __future__ import annotations

from itertools import pairwise

import pytest

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.art.anchors import ArtAnchors
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.staging import place_items
from aquatint.sizes import Size

SEEDS = (1, 2, 3)


def placed(prompt: str, seed: int) -> dict[str, list[Placement]]:
    scene = author(prompt, seed=seed).scene
    found: dict[str, list[Placement]] = {}
    for one in place_items(scene, backdrops.find(scene.backdrop).stage(scene, Size(900, 900))):
        found.setdefault(one.item.noun, []).append(one)
    return found


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("who", "what"), [("scientist", "microscope"), ("girl", "telescope")])
def test_the_eye_is_at_the_eyepiece(who: str, what: str, seed: int) -> None:
    found = placed(f"a {who} looking through a {what}", seed)
    anchors = ArtAnchors(Chance(seed))
    eyes, piece = anchors.part(found[who][0], "eyes"), anchors.part(found[what][0], "eyepiece")
    assert eyes is not None
    assert piece is not None
    assert abs(eyes.x - piece.x) < 0.12 * found[who][0].height
    assert abs(eyes.y - piece.y) < 0.2 * found[who][0].height


@pytest.mark.parametrize("seed", SEEDS)
def test_several_on_a_ladder_have_rungs_of_their_own_and_it_leans(seed: int) -> None:
    found = placed("three firefighters climbing a ladder against a building", seed)
    ladder = found["ladder"][0]
    climbers = sorted(found["firefighter"], key=lambda one: -one.foot[1])
    assert ladder.item.relation == "leaning on"
    for lower, upper in pairwise(climbers):
        assert lower.foot[1] - upper.foot[1] > 0.6 * upper.height
    assert all(one.rotation == ladder.rotation for one in climbers)


@pytest.mark.parametrize("seed", SEEDS)
def test_binoculars_are_before_the_eyes(seed: int) -> None:
    found = placed("a sailor looking through binoculars", seed)
    eyes = ArtAnchors(Chance(seed)).part(found["sailor"][0], "eyes")
    glass = found["binoculars"][0]
    assert eyes is not None
    assert glass.foot[1] - glass.height < eyes.y < glass.foot[1]
