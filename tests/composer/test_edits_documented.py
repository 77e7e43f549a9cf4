"""The examples of docs/edits.md: each changes the plan, and no word of it is lost."""

from __future__ import annotations

import pytest
from edits_help import instructed

from aquatint.engines.composer.edits.instruct import size_after
from aquatint.engines.composer.planner.author import author
from aquatint.sizes import Size

EXAMPLES = (
    (
        "a cat and a blue car",
        (
            "swap the cat and the car",
            "put the cat on the car",
            "turn the cat to face right",
            "crop to the cat",
            "crop the left half",
            "flip the picture",
            "zoom in",
            "the cat should be grey",
        ),
    ),
    (
        "a fox and a rabbit in a meadow, a tree behind",
        (
            "paint the fox gold",
            "make the fox bigger",
            "make the fox half its size",
            "make the rabbit as big as the fox",
            "remove everything except the fox",
            "move the fox to the left",
            "move the rabbit a bit higher",
            "bring the fox closer",
            "move the fox to the back",
            "move the tree to the front",
            "put the rabbit under the tree",
            "flip the rabbit",
            "add a bird",
            "remove the rabbit",
            "turn the fox into a wolf",
            "at night",
            "in winter",
            "make it rain",
            "in a forest",
            "as a watercolour",
            "warmer",
            "remove the background",
            "add the text 'SALE' at the top",
            "make it a poster that says GRAND OPENING",
            "turn it into a card",
            "turn it into a sticker",
            "turn it into a pattern",
            "turn it into a logo",
        ),
    ),
    ("a fox and a robot", ("make the fox twice as tall as the robot",)),
    ("a fox and an owl in a forest", ("add a bear between the fox and the owl",)),
    (
        "a girl and a dog, an umbrella and a kite",
        (
            "make her hair red",
            "make her dress green",
            "let the girl hold the umbrella",
            "let the girl wear a red dress",
            "give the dog a hat and her a kite",
            "let her smile",
            "make the dog sit",
        ),
    ),
    ("a green car and a cat on a street", ("make the car red",)),
    ("a knight and a horse", ("let the knight ride the horse",)),
    (
        "an old man and a girl on a street",
        (
            "make him older",
            "let them look at each other",
        ),
    ),
    ("business card for Anna Smith, anna@smith.com", ("change the email to x@y.com",)),
    ("four balloons over a field", ("make the second balloon blue",)),
    (
        "four cows in a meadow",
        (
            "half as many cows",
            "remove one of the cows",
        ),
    ),
    (
        "infographic with steps: sun, rain, sea",
        (
            "add a step 'Tap'",
            "remove the last step",
            "change step 2 to 'Clouds'",
        ),
    ),
    (
        "poster 'OPEN' 'DAILY' with a cat",
        (
            "change the second line to 'CLOSED'",
            "remove the subtitle",
        ),
    ),
    (
        "poster 'OPEN' with a cat",
        (
            "change OPEN to CLOSED",
            "make the title red",
            "in a serif font",
            "turn it into a scene",
        ),
    ),
    (
        "three apples on a table",
        (
            "five apples",
            "two more apples",
            "fewer apples",
            "remove all but one apple",
            "there should be 12 apples",
            "make the left apple green",
            "three oranges instead of the apples",
        ),
    ),
    ("two pears and a bowl on a table", ("put the pears in a bowl",)),
)
SIZE = Size(768, 512)
SAID = ("prompt", "instructions")


@pytest.mark.parametrize(
    ("prompt", "instruction"), [(prompt, said) for prompt, instructions in EXAMPLES for said in instructions]
)
def test_an_example_works(prompt: str, instruction: str) -> None:
    scene = author(prompt, seed=3).scene
    changed, reading = instructed(scene, instruction, SIZE)
    before, after = scene.to_plan(), changed.to_plan()
    assert {k: v for k, v in before.items() if k not in SAID} != {k: v for k, v in after.items() if k not in SAID}
    assert reading.undrawn == []


@pytest.mark.parametrize("instruction", ["16:9", "make it wider"])
def test_a_shape_is_a_size(instruction: str) -> None:
    shape = size_after(author("a cat and a blue car", seed=3).scene, instruction, Size(512, 512))
    assert shape.width > shape.height
