"""Operations on scenes: each gives the scene after one change, with everything else left in place.

In scenes with depth, on cards too, the layout remembers what it was made for (see `layout.settled`), so that
nothing else moves. Other graphic layouts are arranged anew from what they hold.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from aquatint.engines.composer.layout import settled, singled
from aquatint.engines.composer.layout.measures import SCALE_POWER
from aquatint.engines.composer.scene import NATURAL_COLOUR, Chart, Item, Scene, Sheet, Text

ITEM_LIMIT = 60
COUNT_LIMIT = 400
HEIGHT_POWER = SCALE_POWER
"""Drawn heights go with this power of `Item.scale`."""
SMALLEST, LARGEST = 0.05, 20.0


def replaced(struct: Any, **changes: Any) -> Any:
    """A copy of a scene, item or text with other fields."""
    return msgspec.structs.replace(struct, **changes)


def live_items(scene: Scene) -> list[Item]:
    """The items that can be seen: without those that an edit took away."""
    return [item for item in scene.items if not settled.is_removed(item)]


def with_item(scene: Scene, item_id: str, change: Callable[[Item], Item]) -> Scene:
    """The scene with one item changed."""
    items = [change(item) if item.id == item_id else item for item in scene.items]
    return msgspec.structs.replace(scene, items=items)


def recoloured(scene: Scene, item_id: str, colour: str) -> Scene:
    """The scene with an item in ``colour`` ("#rrggbb", or "" for its own)."""
    return with_item(scene, item_id, lambda item: msgspec.structs.replace(_one_coloured(item), colour=colour))


def _one_coloured(item: Item) -> Item:
    return singled.unsingled(item, colour=True)


def redrawn(scene: Scene, item_id: str, art: str, colour: str) -> Scene:
    """The scene with an item drawn by other art, which has the ``colour`` by nature."""

    def change(item: Item) -> Item:
        attributes = {**item.attributes, NATURAL_COLOUR: colour} if colour else item.attributes
        return msgspec.structs.replace(_one_coloured(item), art=art, colour="", attributes=attributes)

    return with_item(scene, item_id, change)


def resized(scene: Scene, item_id: str, factor: float) -> Scene:
    """The scene with an item ``factor`` times as tall, on the same spot."""
    growth: float = factor ** (1 / HEIGHT_POWER)
    item = scene.item(item_id)
    return scene if item is None else rescaled(scene, item_id, item.scale * growth)


def rescaled(scene: Scene, item_id: str, scale: float) -> Scene:
    """The scene with an item at another `Item.scale`, on the same spot."""
    scale = min(LARGEST, max(SMALLEST, scale))
    return with_item(scene, item_id, lambda item: settled.rescaled(item, scale))


def recounted(scene: Scene, item_id: str, count: int) -> Scene:
    """The scene with another number of an item; less than one takes it away."""
    if count < 1:
        return without(scene, item_id)
    count = min(COUNT_LIMIT, count)
    if scene.kind == "scene":
        scene = with_item(scene, item_id, lambda item: singled.unsingled(item, gone=True))
    return with_item(scene, item_id, lambda item: settled.recounted(item, count))


def restored(scene: Scene, item: Item) -> Scene:
    """The scene with an item as it was before."""
    return with_item(scene, item.id, lambda _: item)


def with_single(
    scene: Scene,
    item_id: str,
    instances: Sequence[int],
    *,
    colour: str | None = None,
    factor: float | None = None,
    gone: bool | None = None,
    at: tuple[float, float] | None = None,
) -> Scene | None:
    """The scene with something said of single drawings of an item (`layout.singled`); None if it has no room."""
    item = scene.item(item_id)
    for instance in instances:
        if item is not None:
            item = singled.singled(item, instance, colour=colour, factor=factor, gone=gone, at=at)
    if item is None:
        return None
    changed = item
    return with_item(scene, item_id, lambda _: changed)


def without_some(scene: Scene, item_id: str, instances: Sequence[int]) -> Scene | None:
    """The scene without those drawings of an item; the others stay where they are. None if it has no room."""
    item = scene.item(item_id)
    if item is None:
        return scene
    if len(instances) >= singled.seen_count(item):
        return without(scene, item_id)
    return with_single(scene, item_id, instances, gone=True)


def without(scene: Scene, item_id: str) -> Scene:
    """The scene without an item. In a scene with depth its place stays empty."""
    if scene.kind == "scene":
        return with_item(scene, item_id, settled.removed)
    return msgspec.structs.replace(scene, items=[item for item in scene.items if item.id != item_id])


def with_new(scene: Scene, item: Item) -> Scene:
    """The scene with one more item, which gets a place among the others; unchanged when it is full."""
    if len(scene.items) >= ITEM_LIMIT:
        return scene
    late = settled.added(item) if scene.kind == "scene" else item
    return msgspec.structs.replace(scene, items=[*scene.items, late])


def moved(scene: Scene, item_id: str, foot: tuple[float, float], depth: float | None = None) -> Scene:
    """The scene with the foot of an item's first drawing at ``foot``, as shares of the picture."""
    return with_item(scene, item_id, lambda item: settled.moved(item, foot, depth))


def with_attributes(scene: Scene, item_id: str, values: dict[str, str]) -> Scene:
    """The scene with more said about how an item looks: pose, hair, expression."""
    return with_item(scene, item_id, lambda item: settled.restyled(item, values))


def with_texts(scene: Scene, texts: list[Text]) -> Scene:
    """The scene with other lettering."""
    return msgspec.structs.replace(scene, texts=texts[:40])


def reworded(scene: Scene, change: Callable[[str], str]) -> Scene:
    """The scene with all words that it sets as ``change`` gives them: texts, steps, a chart's and a sheet's."""

    def held(text: str) -> str:
        return change(text)[:400]

    texts = [replaced(text, content=held(text.content)) for text in scene.texts]
    steps = [replaced(step, label=held(step.label), detail=held(step.detail)) for step in scene.steps]
    chart = None if scene.chart is None else _reworded_chart(scene.chart, held)
    sheet = None if scene.sheet is None else _reworded_sheet(scene.sheet, held)
    return msgspec.structs.replace(scene, texts=texts, steps=steps, chart=chart, sheet=sheet)


def _reworded_chart(chart: Chart, held: Callable[[str], str]) -> Chart:
    series = [replaced(one, name=held(one.name)) for one in chart.series]
    labels, axes = [held(label) for label in chart.labels], [held(axis) for axis in chart.axes]
    return msgspec.structs.replace(chart, labels=labels, axes=axes, series=series)


def _reworded_sheet(sheet: Sheet, held: Callable[[str], str]) -> Sheet:
    entries = [
        replaced(entry, label=held(entry.label), detail=held(entry.detail), mark=held(entry.mark))
        for entry in sheet.entries
    ]
    links = [replaced(link, label=held(link.label)) for link in sheet.links]
    rows = [[held(cell) for cell in row] for row in sheet.rows]
    return msgspec.structs.replace(sheet, entries=entries, links=links, rows=rows)
