"""The cells of a series as scenes: one subject as each of them shows it, or one thing of a set in each."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

import msgspec

from aquatint.engines.composer.graphics.cues import data
from aquatint.engines.composer.graphics.panels.acting import Cast
from aquatint.engines.composer.graphics.staged import DEFAULT_HOME, staged
from aquatint.engines.composer.layout.groups import LIVING, group_of
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.planner.series import MOST, Manner, Series, read_series
from aquatint.engines.composer.scene import Item, Reading, Scene

USUAL: dict[Manner, int] = {"face": 6, "pose": 6, "colour": 4, "thing": 9, "place": 2, "panorama": 3}
"""How many cells there are if the prompt does not say."""

POLYPTYCHS = {"diptych": 2, "polyptych": 5}

_FACES = re.compile(r"\b(?:portraits?|faces|heads|headshots|avatars)\b", re.IGNORECASE)


class Cell(NamedTuple):
    """One picture of a series."""

    scene: Scene
    manner: Manner
    tone: str = ""
    """The colour of its ground, "" for the page's own."""


def cells_of(scene: Scene) -> list[Cell]:
    """The cells of the scene's series, at least one."""
    series = read_series(scene.prompt)
    if series.cells:
        return _told(scene, series)
    if series.manner in ("place", "panorama"):
        return _sides(scene, series)
    if series.manner == "thing":
        return _things(scene, series.number)
    return _changed(scene, series)


def readings(scene: Scene) -> list[Reading]:
    """What becomes of the words of each cell that the prompt describes by itself."""
    series = read_series(scene.prompt)
    return [author(words, seed=scene.seed).reading for words in _phrased(scene, series)]


def _phrased(scene: Scene, series: Series) -> list[str]:
    """What the prompt says of each cell, with the subject where a piece names none: "sad" is "a sad cat"."""
    lead = next(iter(scene.items), None)
    found = []
    for piece in series.cells:
        if lead is not None and piece.lower() in ("adult", "grown up"):
            found.append(lead.word)
            continue
        complete = series.manner == "place" or bool(author(piece, seed=scene.seed).scene.items)
        if lead is None or (complete and not _is_age(piece)):
            found.append(piece)
            continue
        pattern = re.compile(rf"\b{re.escape(lead.word)}\b", re.IGNORECASE)
        named = pattern.search(series.subject) is not None
        found.append(
            pattern.sub(f"{piece} {lead.word}", series.subject, count=1) if named else f"{piece} {lead.word}"
        )
    return found


def _is_age(piece: str) -> bool:
    return piece.lower() in data("story")["ages"]["names"]


def _told(scene: Scene, series: Series) -> list[Cell]:
    scenes = [author(words, seed=scene.seed).scene for words in _phrased(scene, series)]
    cast = Cast(scene, [item for each in scenes for item in each.items])
    cells = []
    for each in scenes[:MOST]:
        items = cast.dressed(each.items)
        manner: Manner = "place" if series.manner == "place" or len(items) > 2 or not items else series.manner
        items = [in_season(item, each.season) for item in items]
        own = msgspec.structs.replace(each, items=items, texts=[], style=scene.style, palette=scene.palette)
        cells.append(Cell(_placed(own, scene) if manner == "place" else own, manner))
    return cells


def in_season(item: Item, season: str | None) -> Item:
    """A tree as it looks in a season; other things stay."""
    row = data("story")["trees"].get(item.noun, {}).get(season or "", {})
    return msgspec.structs.replace(item, **row) if row and not item.colour else item


def _placed(own: Scene, scene: Scene) -> Scene:
    """The cell's scene where it is: what it names, else the home of its things."""
    own = msgspec.structs.replace(own, kind="scene", arrangement=scene.arrangement)
    return staged(own) or msgspec.structs.replace(own, backdrop=own.backdrop or DEFAULT_HOME)


def _sides(scene: Scene, series: Series) -> list[Cell]:
    """One place with its things: under clouds and in the sun, or going on from cell to cell."""
    base = staged(scene) or msgspec.structs.replace(scene, backdrop=DEFAULT_HOME)
    shown = msgspec.structs.replace(base, texts=[])
    number = series.number or POLYPTYCHS.get(
        next(iter(set(POLYPTYCHS) & set(scene.prompt.lower().split())), ""), 0
    )
    number = min(MOST, number or USUAL[series.manner])
    if series.manner == "panorama":
        return [Cell(shown, "panorama")] * number
    later = [msgspec.structs.replace(shown, arrangement=index) for index in range(number)]
    later[0].weather = "cloudy" if later[0].weather == "clear" else later[0].weather
    return [Cell(each, "place") for each in later]


def sheet_items(scene: Scene) -> list[Item]:
    """The things of a sheet of stickers, one by one, each as the prompt tells it or in a pose of its own."""
    series = read_series(scene.prompt)
    told = [cell.scene.items[:1] for cell in _told(scene, series)] if series.cells else []
    if len(told) > 1 and all(told):
        return [msgspec.structs.replace(items[0], id=f"{items[0].id}.{i}"[:80]) for i, items in enumerate(told)]
    singles = _singles(scene)[:MOST]
    return [_coated(item, index, _repeated(singles)) for index, item in enumerate(singles)]


def _repeated(items: Sequence[Item]) -> set[str]:
    """The nouns that occur more than once."""
    names = [item.noun for item in items]
    return {name for name in names if names.count(name) > 1}


def _singles(scene: Scene) -> list[Item]:
    return [
        msgspec.structs.replace(item, id=f"{item.id}.{index}"[:80], count=1, relation="", target="")
        for item in scene.items
        for index in range(item.count)
    ]


def _things(scene: Scene, number: int) -> list[Cell]:
    """One thing in each cell: all that the scene counts, again from the first where more cells are asked."""
    singles = _singles(scene)
    wanted = min(MOST, number or (len(singles) if len(singles) > 1 else USUAL["thing"]))
    if not singles:
        return [Cell(scene, "place")]
    repeated = [
        msgspec.structs.replace(
            singles[index % len(singles)], id=f"{singles[index % len(singles)].id}-{index}"[:80]
        )
        for index in range(wanted)
    ]
    faces = _FACES.search(scene.prompt) is not None
    return [
        Cell(
            _alone(scene, _coated(item, index, _repeated(repeated))),
            "face" if faces and group_of(item) in LIVING else "thing",
        )
        for index, item in enumerate(repeated)
    ]


def _coated(item: Item, index: int, repeated: Collection[str]) -> Item:
    """One of many in a coat and a pose of its own; things that are made come in several colours."""
    row = data("story")["coats"]
    if item.noun in row["dyed"] and item.noun in repeated and not item.colour:
        return msgspec.structs.replace(item, colour=row["dyes"][index % len(row["dyes"])])
    if group_of(item) != "animals":
        return item
    pose = item.attributes.get("pose") or row["poses"][index % len(row["poses"])]
    coat = row["colours"][index % len(row["colours"])] if item.noun in row["names"] else ""
    return msgspec.structs.replace(item, colour=item.colour or coat, attributes={**item.attributes, "pose": pose})


def _changed(scene: Scene, series: Series) -> list[Cell]:
    """The same subject in other moods, poses or colours."""
    lead = next(iter(scene.items), None)
    if lead is None:
        return [Cell(scene, "place")]
    rows = data("story")[{"face": "moods", "pose": "poses", "colour": "tones"}[series.manner]]
    values: Sequence[str] = rows["people" if group_of(lead) == "people" else "others"]
    number = min(series.number or USUAL[series.manner], MOST)
    cells = []
    for index in range(number):
        value = values[index % len(values)]
        looks = dict(lead.attributes)
        if series.manner == "face":
            looks["mood"] = value
        elif series.manner == "pose" and value:
            looks["pose"] = value
        item = msgspec.structs.replace(lead, count=1, relation="", target="", attributes=looks)
        if series.manner == "colour":
            item.colour = rows["things"][index % len(rows["things"])]
        cells.append(Cell(_alone(scene, item), series.manner, value if series.manner == "colour" else ""))
    return cells


def _alone(scene: Scene, item: Item) -> Scene:
    return msgspec.structs.replace(scene, items=[item], texts=[])
