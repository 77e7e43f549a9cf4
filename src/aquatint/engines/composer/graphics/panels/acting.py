"""The scene of each panel: what a beat of the story tells, or one moment seen from several sides.

Whoever appears again is the same: the same id, from which all looks fork, the same colours and clothes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.graphics.cues import count_said, data
from aquatint.engines.composer.graphics.panels.shots import Shot
from aquatint.engines.composer.graphics.panels.telling import Heard, Told, heard_next, tell
from aquatint.engines.composer.graphics.scenery import has_place
from aquatint.engines.composer.graphics.staged import DEFAULT_HOME, staged
from aquatint.engines.composer.layout.groups import LIVING, group_of
from aquatint.engines.composer.lexicon.nouns import find_noun, nouns, role
from aquatint.engines.composer.lexicon.tables import place_rows, table
from aquatint.engines.composer.planner.author import Authored, author
from aquatint.engines.composer.planner.beats import Story
from aquatint.engines.composer.scene import Item, RelationName, Scene

PASSING = frozenset({"pose", "mood", "prop", "holding", "seated", "facing", "spot", "formation"})
"""What somebody does or feels in one panel only."""
ORDER = ("whole", "close", "group", "close", "whole", "close", "group", "close", "group")
"""Views of one moment, panel after panel."""
POSES = ("", "", "walking", "", "sitting", "", "waving", "", "cheering")
"""What people do in those views if the prompt does not say."""
MOODS = ("", "", "", "happy", "", "surprised", "", "happy", "")


_SETTINGS = ("time", "weather", "season")
_BORNE = frozenset({"holding", "wearing", "riding", "on", "in"})
"""Relations of things that are seen with who they belong to."""


class Act(NamedTuple):
    """What one panel shows."""

    scene: Scene
    shot: Shot


class Read(NamedTuple):
    """A beat as the planner understood it."""

    told: Told
    authored: Authored


def read_beats(story: Story, seed: int) -> list[Read]:
    """All beats of a story, each with the subject that it is about."""
    opening = author(story.opening, seed=seed).scene if story.opening else None
    heard = heard_next(Heard(), opening.items) if opening is not None else Heard()
    found = []
    for beat in story.beats:
        told = tell(beat, heard)
        authored = author(told.words, seed=seed)
        heard = heard_next(heard, authored.scene.items)
        found.append(Read(told, authored))
    return found


def acted(scene: Scene, story: Story) -> list[Act]:
    """A panel for each beat. What a beat leaves open is as the opening says, or as it was before."""
    opening = author(story.opening, seed=scene.seed).scene if story.opening else None
    place = opening.backdrop if opening is not None and names_place(story.opening, opening) else ""
    reads = read_beats(story, scene.seed)
    cast = Cast(scene, [item for read in reads for item in read.authored.scene.items])
    before = _bare(scene, place, opening.items if opening is not None else ())
    acts: list[Act] = []
    for read in reads:
        shown = _act(before, read, cast)
        acts.append(Act(shown, _shot(shown, len(acts), len(reads))))
        # A room that only a meal or a bed asked for is left again.
        before = shown if not _elsewhere(read) else msgspec.structs.replace(shown, backdrop=before.backdrop)
    edited = edited_settings(scene)
    return [act._replace(scene=msgspec.structs.replace(act.scene, **edited)) for act in acts] if edited else acts


def edited_settings(scene: Scene) -> dict[str, Any]:
    """What edits have changed of the whole page since it was planned: the hour, the weather, the season."""
    if not scene.instructions:
        return {}
    planned = author(scene.prompt, seed=scene.seed).scene
    return {name: now for name in _SETTINGS if (now := getattr(scene, name)) != getattr(planned, name)}


def viewed(scene: Scene, count: int) -> list[Act]:
    """One moment from several sides: the place, one face after the other, all who act."""
    base = msgspec.structs.replace(
        scene, backdrop=scene.backdrop if has_place(scene) else home_for(scene), texts=[]
    )
    base.items = chased(base.prompt, base.items)
    leads = [item for item in base.items if group_of(item) in LIVING] or base.items[:2]
    acts: list[Act] = []
    for index in range(count):
        view = ORDER[index % len(ORDER)] if base.items and count > 1 else "group"
        shown = msgspec.structs.replace(base, items=[_varied(item, index) for item in base.items])
        if index >= len(leads) * 2:
            shown.arrangement = (base.arrangement + index // 2) % 64
        closes = [act for act in acts if act.shot.view == "close"]
        item = leads[len(closes) % len(leads)].id if view == "close" and leads else ""
        acts.append(Act(shown, Shot(view, item)))  # type: ignore[arg-type]
    return acts


def chased(prompt: str, items: Sequence[Item]) -> list[Item]:
    """The things of a chase with the other one of it, where the prompt names only one: a car with a police car."""
    row = data("story")["chases"]
    said = re.findall(r"[a-z]+", prompt.lower())
    if not set(row["words"]) & set(said) or any(item.relation == "following" for item in items):
        return list(items)
    movers = [item for item in items if group_of(item) in ("vehicles", *LIVING)]
    names = row["police"] if not movers and "police" in said else []
    alone = movers[0] if len(movers) == 1 and movers[0].count == 1 else None
    if alone is not None:
        prey = data("story")["hunted"].get(alone.noun, "")
        names = [prey, alone.noun] if prey else [alone.noun, row.get(alone.noun, "")]
    if len(names) < 2 or any(name not in nouns() for name in names):
        return list(items)
    hunted = _new(names[0], "")
    pair = [hunted, _new(names[1], hunted.id)]
    kept = [_as_named(one, alone) if alone is not None and one.noun == alone.noun else one for one in pair[:2]]
    return [*kept, *(item for item in items if item not in movers)]


def _as_named(made: Item, named: Item) -> Item:
    """One of a chase with the looks that the prompt gives it."""
    looks = {**named.attributes, **made.attributes}
    return msgspec.structs.replace(made, colour=named.colour, scale=named.scale, art=named.art, attributes=looks)


def _new(name: str, target: str) -> Item:
    """A thing that comes after another one."""
    relation: RelationName = "following" if target else ""
    number = 2 if target.rpartition("-")[0] == name.replace(" ", "-") else 1
    own = f"{name.replace(' ', '-')}-{number}"
    pose = {"pose": "running"} if nouns()[name].group in LIVING else {}
    art = nouns()[name].art
    return Item(id=own, noun=name, word=name, art=art, relation=relation, target=target, attributes=pose)


def alone(scene: Scene, shot: Shot) -> Scene:
    """The scene of a close view: who is looked at, with what belongs to them; nothing stands before them."""
    if shot.view != "close":
        return scene
    kept = {shot.item}
    for _ in scene.items:
        kept |= {item.id for item in scene.items if item.target in kept and item.relation in _BORNE}
        kept |= {item.target for item in scene.items if item.id in kept and item.relation in _BORNE}
    return msgspec.structs.replace(scene, items=[_freed(item, kept) for item in scene.items if item.id in kept])


def _freed(item: Item, kept: set[str]) -> Item:
    return item if item.target in kept else msgspec.structs.replace(item, relation="", target="")


def names_place(words: str, scene: Scene) -> bool:
    """Whether words say where the scene is, so that its backdrop is not just the home of its things."""
    row = place_rows().get(scene.backdrop, {})
    text = f" {' '.join(re.findall(r'[a-z]+', words.lower()))} "
    return count_said(text, [*row.get("also", ()), *row.get("like", ())]) > 0


def home_for(scene: Scene) -> str:
    """Where the things of a scene are if its words do not say: at home, or on a table if they belong on one."""
    home = staged(msgspec.structs.replace(scene, backdrop="studio"))
    if home is not None:
        return home.backdrop
    found = (noun.home for item in scene.items if (noun := find_noun(item.noun)) is not None)
    return next((name for name in found if name and name in backdrops.names()), DEFAULT_HOME)


def _varied(item: Item, index: int) -> Item:
    """Somebody in another pose and mood, where the prompt leaves both open."""
    if group_of(item) != "people" or item.relation or index == 0:
        return item
    looks = dict(item.attributes)
    if not looks.get("pose") and POSES[index % len(POSES)]:
        looks["pose"] = POSES[index % len(POSES)]
    if not looks.get("mood") and MOODS[index % len(MOODS)]:
        looks["mood"] = MOODS[index % len(MOODS)]
    return msgspec.structs.replace(item, attributes=looks)


class Cast:
    """Who and what is in the story, and how they look."""

    def __init__(self, scene: Scene, told: Sequence[Item]) -> None:
        planned = author(scene.prompt, seed=scene.seed).scene.items if scene.instructions else scene.items
        now = {item.noun for item in scene.items}
        named = {item.noun for item in told}
        self.gone = {item.noun for item in planned} - now
        """What an edit took out."""
        self.more = [item for item in scene.items if item.noun not in named | {one.noun for one in planned}]
        """What an edit put in."""
        self.known: dict[str, Item] = {}
        for item in (*scene.items, *told):
            self.known.setdefault(item.noun, item)

    def dressed(self, items: Sequence[Item]) -> list[Item]:
        """The items of one panel as the same ones in all panels."""
        kept = [item for item in items if item.noun not in self.gone]
        renamed = {item.id: self.known[item.noun].id for item in kept}
        return [self._same(item, renamed) for item in kept] + [
            msgspec.structs.replace(item, relation="", target="") for item in self.more if kept
        ]

    def _same(self, item: Item, renamed: dict[str, str]) -> Item:
        known = self.known[item.noun]
        lasting = {key: value for key, value in known.attributes.items() if key not in PASSING}
        return msgspec.structs.replace(
            item,
            art=known.art if item.colour in ("", known.colour) else item.art,
            id=renamed[item.id],
            relation=item.relation if item.target in renamed else "",
            target=renamed.get(item.target, ""),
            second_target=renamed.get(item.second_target, ""),
            colour=item.colour or known.colour,
            scale=item.scale if item.scale != 1 else known.scale,
            attributes={**lasting, **item.attributes},
        )


def _bare(scene: Scene, place: str, items: Sequence[Item]) -> Scene:
    """The state before the first beat."""
    return msgspec.structs.replace(
        scene, backdrop=place, time="day", weather="clear", season=None, texts=[], items=list(items)
    )


def _act(before: Scene, read: Read, cast: Cast) -> Scene:
    """The scene after a beat, given the one before it."""
    own, words = read.authored.scene, read.told.words
    items = cast.dressed(own.items)
    if all(role(item) == "sky" for item in items):
        # "The sun shines" on whoever was there.
        ids = {item.id for item in items}
        items = [*(_at_rest(item) for item in before.items if item.id not in ids), *items]
    else:
        items = [*items, *_kept(before.items, items, words)]
    moved = msgspec.structs.replace(before, items=items, camera=own.camera)
    if names_place(words, own) or _elsewhere(read):
        moved.backdrop, moved.time, moved.weather = own.backdrop, own.time, own.weather
        moved.season = own.season or before.season
        return moved
    said = {manner for manner in ("time", "weather", "season") if _says(words, manner)}
    moved.time = own.time if "time" in said or own.time != "day" else before.time
    # A shower passes: what the next beat does not tell of is over.
    moved.weather = own.weather
    moved.season = own.season or before.season
    if not moved.backdrop:
        moved.backdrop = home_for(moved)
    return moved


_KEPT = frozenset({"holding", "wearing", "riding"})
"""How things are with somebody who goes on having them."""
_LET_GO = re.compile(r"\b(?:los|drop|giv|throw|eat|hid|put|break|sell|return|let|forget|without|sleep|lying)")
"""Beginnings of words after which nobody has what he had."""


def _kept(before: Sequence[Item], now: Sequence[Item], words: str) -> list[Item]:
    """What those who are still there had before, unless they let it go or have something else."""
    here = {item.id for item in now}
    busy = {item.target for item in now if item.relation in _KEPT}
    if _LET_GO.search(words):
        return []
    had = [item for item in before if item.relation in _KEPT and item.target in here - busy]
    return [item for item in had if item.id not in here]


def _elsewhere(read: Read) -> bool:
    """Whether the things of a beat make a room that its words do not name: breakfast is at a table."""
    own = read.authored.scene
    if names_place(read.told.words, own):
        return False
    return own.backdrop.endswith(("room", "table", "kitchen")) and any(
        item.noun in ("dining table", "bed", "desk", "sofa") for item in own.items
    )


def _says(words: str, manner: str) -> bool:
    said = f" {' '.join(re.findall(r'[a-z]+', words.lower()))} "
    return any(count_said(said, phrases) for phrases in table("words/settings")[manner].values())


def _at_rest(item: Item) -> Item:
    """The item with nothing done: a beat that tells of the weather only."""
    looks = {key: value for key, value in item.attributes.items() if key != "mood"}
    return msgspec.structs.replace(item, attributes=looks)


def _shot(scene: Scene, index: int, count: int) -> Shot:
    """The place first, then those who act; the face of somebody who is alone and feels something."""
    if (
        scene.camera in ("wide", "aerial")
        or not scene.items
        or (index == 0 and count > 2 and len(scene.items) < 4)
    ):
        return Shot("whole")
    living = [item for item in scene.items if group_of(item) in LIVING]
    feels = [item for item in living if item.attributes.get("mood")]
    if scene.camera == "close" or (len(living) == 1 and feels and index < count - 1):
        return Shot("close", (feels or living or scene.items)[0].id)
    return Shot("group")
