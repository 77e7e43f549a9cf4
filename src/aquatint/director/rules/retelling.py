"""A plan told as a description from which the same things can be drawn anew."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.director.rules import facts
from aquatint.director.rules.words import one_of, words
from aquatint.engines.composer.scene import Item, Scene

_TIMES = {"dawn": "at dawn", "day": "", "dusk": "at dusk", "night": "at night"}
_WEATHERS = {
    "clear": "",
    "cloudy": "under a cloudy sky",
    "rain": "in the rain",
    "snow": "in the snow",
    "fog": "in the fog",
    "storm": "in a storm",
    "aurora": "under northern lights",
}
_BEFORE = ("age", "expression", "look", "material")
"""Attributes that stand before the noun."""
CARRIED = ("holding", "wearing")
"""Relations of things to the one that has them; in all others a thing is related to where it is."""
_SILENT_POSES = ("", "holding", "standing", "riding", "seated")
"""Poses that follow from a relation, or that nobody has to ask for."""
_PLAIN_STYLES = ("storybook", "flat")
"""Styles that nobody has to ask for."""


def retold(scene: Scene) -> str:
    """The description: things, place, time, weather, season, style and words, as the plan has them."""
    if (told := _information(scene)) is not None:
        return told
    things = things_told(facts.things(scene))
    kind = "" if scene.kind == "scene" else f"{'an' if scene.kind[:1] in 'aeiou' else 'a'} {scene.kind}"
    parts = [
        f"{kind} of {things}" if kind and things else kind or things,
        _place(scene.backdrop) if scene.kind == "scene" else "" if scene.subject in things else scene.subject,
        _TIMES[scene.time],
        _WEATHERS[scene.weather],
        f"in {scene.season}" if scene.season else "",
        "" if scene.style in _PLAIN_STYLES else f"{scene.style.replace('-', ' ')} style",
        *[f'with the words "{text.content}"' for text in scene.texts],
    ]
    return ", ".join(part for part in parts if part)


def _information(scene: Scene) -> str | None:
    """A chart, a list or steps with all that they tell; None for pictures that tell no such thing."""
    called = next((f' called "{text.content}"' for text in scene.texts if text.role in ("title", "name")), "")
    chart, sheet = scene.chart, scene.sheet
    if chart is not None and len(chart.series) == 1 and chart.labels:
        values = chart.series[0].values
        told = [f"{label} {_number(value)}" for label, value in zip(chart.labels, values, strict=False)]
        return f"{chart.form} chart{called}: {', '.join(told)}"
    if sheet is not None and sheet.entries and not sheet.links and all(e.parent < 0 for e in sheet.entries):
        first = scene.kind == "timeline"
        told = [f"{e.mark} {e.label}" if first else f"{e.label} {e.mark}" for e in sheet.entries]
        return f"{scene.kind}{called}: {', '.join(each.strip() for each in told)}"
    if scene.steps:
        return f"infographic{called} with steps: {', '.join(step.label for step in scene.steps)}"
    return None


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def things_told(items: Sequence[Item]) -> str:
    """All things, each once: what is held or worn with its bearer, what stands somewhere with where it stands."""
    carried = {item.id for item in items if item.relation in CARRIED and item.target}
    by_id = {item.id: item for item in items}
    told: list[str] = []
    known: set[str] = set()
    for item in sorted(items, key=lambda each: not each.target):
        if item.id in carried or item.id in known:
            continue
        known.add(item.id)
        phrase = _with_carried(item, items)
        target = by_id.get(item.target) if item.relation else None
        if target is not None:
            name = f"the {facts.singular(target)}" if target.id in known else _with_carried(target, items)
            known.add(target.id)
            phrase = f"{phrase} {item.relation} {name}"
        told.append(phrase)
    return one_of(told)


def _with_carried(item: Item, items: Sequence[Item]) -> str:
    carried = [each for each in items if each.target == item.id and each.relation in CARRIED]
    return " ".join([_thing(item), *[f"{each.relation} {_thing(each)}" for each in carried]])


def _thing(item: Item) -> str:
    counted = facts.counted(item)
    before = " ".join(value for key in _BEFORE if (value := item.attributes.get(key)) and value not in counted)
    if before:
        article, _, rest = counted.partition(" ")
        first = article if item.count > 1 else "an" if before[0] in "aeiou" else "a"
        counted = f"{first} {before} {rest}"
    pose = item.attributes.get("pose", "")
    hair = item.attributes.get("hair", "")
    hair = facts.colour_name(hair) if hair.startswith("#") else hair
    counted = f"{counted} with {hair} hair" if hair else counted
    return counted if pose in _SILENT_POSES else f"{counted} {pose}"


def _place(backdrop: str) -> str:
    """Words that lead to this backdrop again."""
    name = backdrop.replace("-", " ")
    return str(words()["places"].get(name, f"in the {name}"))
