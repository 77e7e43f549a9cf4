"""Labelled pictures and line-ups on pages of any shape: every word set, none over another, all on the page."""

from __future__ import annotations

from itertools import combinations

import pytest
from graphics_help import paint

from aquatint.engines.composer.art import names
from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.author import author
from aquatint.sizes import Size

SHAPES = [Size(512, 512), Size(768, 512), Size(512, 768), Size(300, 900), Size(900, 300)]
PROMPTS = ["labelled diagram of a plant cell", "parts of a horse", "phases of the moon", "solar system"]


def _overlap(one: Box, two: Box) -> bool:
    across = min(one.x + one.width, two.x + two.width) - max(one.x, two.x)
    down = min(one.y + one.height, two.y + two.height) - max(one.y, two.y)
    return across > 1 and down > 1


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("prompt", PROMPTS)
def test_every_label_is_set_apart_from_the_others(prompt: str, size: Size) -> None:
    scene = author(prompt, seed=3).scene
    _, _, watch = paint(scene, size)
    assert scene.sheet is not None
    words = " ".join(line.text for line in watch.lines)
    assert all(word in words for entry in scene.sheet.entries for word in entry.label.split())
    boxes = [line.box for line in watch.lines]
    assert all(box.x >= -1 and box.x + box.width <= size.width + 1 for box in boxes)
    assert all(box.y >= -1 and box.y + box.height <= size.height + 1 for box in boxes)
    assert not any(_overlap(one, two) for one, two in combinations(boxes, 2))


def test_parts_lie_on_their_drawings() -> None:
    for kind, rows in table("words/anatomy").items():
        for key, row in rows.items():
            assert kind == "sections" or key in nouns(), key
            assert row.get("art", "own:sofa") in names(), key
            assert row.get("section", "soil") in table("words/anatomy")["sections"], key
            assert all(0 <= x <= 1 and 0 <= y <= 1 for _, x, y in row["parts"]), key
