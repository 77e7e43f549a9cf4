"""Single ones of several, as the layout places them."""

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Scene
from aquatint.engines.composer.staging import place_items
from aquatint.sizes import Size


def placed(scene: Scene) -> list[tuple[float, float, str, str]]:
    """From left to right: where the foot is, how tall, the colour and the pose."""
    stage = backdrops.find(scene.backdrop).stage(scene, Size(600, 600))
    found = [(one.foot[0], one.height, one.item) for one in place_items(scene, stage)]
    return [
        (x, tall, it.colour, it.attributes.get("pose", ""))
        for x, tall, it in sorted(found, key=lambda one: one[0])
    ]


def test_the_third_from_the_left_is_the_third() -> None:
    row = placed(author("six red apples in a row, the third one is green", seed=3).scene)
    assert [bool(colour) for _, _, colour, _ in row] == [False, False, True, False, False, False]
    heights = [height for _, height, _, _ in row]
    assert max(heights) < 1.3 * min(heights)


def test_one_that_sleeps_is_lower_than_the_others() -> None:
    kittens = placed(author("three kittens, one of them sleeping", seed=3).scene)
    asleep = next(height for _, height, _, pose in kittens if pose == "sleeping")
    assert asleep < min(height for _, height, _, pose in kittens if pose != "sleeping")
