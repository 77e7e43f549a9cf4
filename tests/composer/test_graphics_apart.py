"""Words and pictures keep apart: on posters, banners, cards and covers no line of text touches a thing."""

from __future__ import annotations

from typing import Any
from unittest import mock

import pytest
from graphics_help import item, paint, scene

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.graphics import picture
from aquatint.engines.composer.graphics.cues import data
from aquatint.engines.composer.graphics.information.board import Board
from aquatint.engines.composer.scene import Entry, Scene, Sheet, Text
from aquatint.sizes import Size

SIZES = [Size(480, 480), Size(720, 240), Size(240, 720), Size(540, 360), Size(360, 540)]
BY_DESIGN = {"scenic", "cinema", "split", "park", "lights", "winter", "halloween"}
"""Variants that set words on a field of their own over a picture, or into a place."""


def _overlap(first: Box, second: Box) -> float:
    """Share of the first that the second covers."""
    across = min(first.x + first.width, second.x + second.width) - max(first.x, second.x)
    down = min(first.y + first.height, second.y + second.height) - max(first.y, second.y)
    return max(0.0, across) * max(0.0, down) / max(1.0, first.width * first.height)


def _prompts() -> list[tuple[str, str]]:
    return [
        (kind, f"{kind} {entry['words'][0]}" if entry["words"] else kind)
        for kind in ("poster", "card")
        for name, entry in data("variants")[kind].items()
        if name not in BY_DESIGN
    ]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(("kind", "prompt"), [*_prompts(), ("cover", "book cover"), ("quote", "quote")])
def test_no_word_touches_a_thing(kind: str, prompt: str, size: Size) -> None:
    original = picture.paint_actor
    for words in (("Spring Collection",), ("Fresh bread", "Every morning from seven", "12 Oak Street")):
        boxes: list[Box] = []

        def recorded(canvas: Any, actor: Any, box: Box, *rest: Any, boxes: list[Box] = boxes) -> None:
            height = min(box.height, box.width / actor.drawing.aspect)
            width = height * actor.drawing.aspect
            # Drawings leave a little air at their edges.
            inset = 0.06 * min(width, height)
            x, y = box.x + (box.width - width) / 2, box.y + box.height - height
            boxes.append(Box(x + inset, y + inset, width - 2 * inset, height - 2 * inset))
            original(canvas, actor, box, *rest)

        with mock.patch.object(picture, "paint_actor", recorded):
            _, _, watch = paint(scene(kind, *words, prompt=prompt, items=[item("tulip", 3)]), size)
        assert boxes
        touched = [line.text for line in watch.lines for box in boxes if _overlap(line.box, box) > 0.01]
        assert touched == []


SHEETS = ("timeline", "flowchart", "cycle", "comparison", "checklist", "slide", "agenda", "fact sheet", "menu")


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("kind", SHEETS)
def test_no_word_of_a_sheet_touches_a_picture(kind: str, size: Size) -> None:
    original = Board.picture
    for count in (2, 4, 7):
        entries = [
            Entry(
                label=f"Entry number {index}",
                mark="" if kind in ("flowchart", "cycle", "comparison") else "1950",
                art="noto:red-apple",
                role="section" if kind == "comparison" else "",
            )
            for index in range(count)
        ]
        boxes: list[Box] = []

        def recorded(self: Board, art: str, box: Box, name: str, boxes: list[Box] = boxes) -> bool:
            side = min(box.width, box.height) * 0.9
            boxes.append(Box(box.x + (box.width - side) / 2, box.y + (box.height - side) / 2, side, side))
            return original(self, art, box, name)

        for seed in (1, 2, 3):
            made = Scene(prompt=kind, seed=seed, kind=kind, sheet=Sheet(entries=entries))
            made.texts = [Text(role="title", content="The whole title")]
            boxes.clear()
            with mock.patch.object(Board, "picture", recorded):
                _, _, watch = paint(made, size)
            touched = [line.text for line in watch.lines for box in boxes if _overlap(line.box, box) > 0.02]
            assert touched == [], (count, seed)
